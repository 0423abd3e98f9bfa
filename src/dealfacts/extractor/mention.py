"""What the readers hand on: a value and where it stands. Plain and cheap; claims come later."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from dealfacts.model.vocabulary import Hedge

V_co = TypeVar("V_co", covariant=True)


class HedgeCue(NamedTuple):
    """A hedge read beside a figure: its class, and the words with their offsets."""

    hedge: Hedge = Hedge.NONE
    start: int = -1
    end: int = -1
    text: str = ""


NO_HEDGE = HedgeCue()


class Mention(NamedTuple, Generic[V_co]):
    """A value read at `text[start:end]` (the value itself, without hedge words).

    `restated` is the same value given again in another currency right behind it ("€13bn ($15bn)").
    """

    start: int
    end: int
    value: V_co
    hedge: HedgeCue = NO_HEDGE
    restated: Mention[V_co] | None = None


class PersonName(NamedTuple):
    """A person's name read at `text[start:end]`: full ("Jane van der Example") or bare surname.

    `core` is the name without honorific and possessive, as printed; `full` is False for a surname.
    """

    start: int
    end: int
    core: str
    full: bool = True


class OrganisationName(NamedTuple):
    """An organisation's name read at `text[start:end]`, not yet resolved to anybody.

    `core` is the name without legal form, ticker and possessive, as printed; `short` is an acronym
    or short form introduced behind it.
    """

    start: int
    end: int
    core: str
    short: str | None = None


Name = PersonName | OrganisationName


class Title(NamedTuple):
    """A role word or phrase: `head` is its canonical lexicon form ("chief executive").

    `status` is "", "former", "incoming", "new", "interim", "co" or "deputy".
    """

    start: int
    end: int
    head: str
    status: str = ""
