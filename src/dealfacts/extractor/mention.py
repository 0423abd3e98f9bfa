"""What the readers hand on: a value and where it stands. Plain and cheap; claims come later."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dealfacts.model.vocabulary import Hedge

V_co = TypeVar("V_co", covariant=True)


@dataclass(frozen=True, slots=True)
class HedgeCue:
    """A hedge read beside a figure: its class, and the words with their offsets."""

    hedge: Hedge = Hedge.NONE
    start: int = -1
    end: int = -1
    text: str = ""


NO_HEDGE = HedgeCue()


@dataclass(frozen=True, slots=True)
class Mention(Generic[V_co]):
    """A value read at `text[start:end]` (the value itself, without hedge words).

    `restated` is the same value given again in another currency right behind it ("€13bn ($15bn)").
    """

    start: int
    end: int
    value: V_co
    hedge: HedgeCue = field(default=NO_HEDGE)
    restated: Mention[V_co] | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name read at `text[start:end]`, not yet resolved to anybody.

    `core` is the name without honorific, legal form, ticker and possessive, as printed.
    """

    start: int
    end: int
    core: str


@dataclass(frozen=True, slots=True)
class PersonName(Name):
    """A person's name: full ("Jane van der Example") or bare surname (`full` False)."""

    full: bool = True


@dataclass(frozen=True, slots=True)
class OrganisationName(Name):
    """An organisation's name; `short` is an acronym or short form introduced behind it."""

    short: str | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """A role word or phrase: `head` is its canonical lexicon form ("chief executive").

    `status` is "", "former", "incoming", "interim", "co" or "deputy".
    """

    start: int
    end: int
    head: str
    status: str = ""
