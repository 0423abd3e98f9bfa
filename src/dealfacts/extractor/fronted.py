"""What a share is of, and whose, where the sentence says one of the two first.

"Of Acme it has 75 %, of Beta 17 %"; "With 25 % of Acme in its pocket, Beta has raised its offer";
"Acme's largest shareholder is Beta, with 37 %"; "Acme has sold shares in Beta, and its stake is
down to 71 %". Refuses to look beyond the sentence, but for "it".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.held import POSSESSIVES, Held
from dealfacts.extractor.proximity import between, last_before
from dealfacts.extractor.tokens import NAMES, ORGANISATION, PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.placed import Named

# How far a clause reaches back from its share, and how many words describe a name.
CLAUSE_REACH, DESCRIBED = 12, 4
# Shares that one "it has" has behind it; a longer list is no sentence.
MOST_LISTED = 8
LINKS = frozenset({"of", "in"})
ENDS = frozenset({",", ";", ":", "—", "–", "(", "and", "while"})
OWNERS = frozenset({"its", "their"})
PRONOUNS = frozenset({"it", "they"})
# What opens a sentence whose subject holds the share: "With 25 % of Beta in hand, Acme is".
OPENERS = frozenset({"with", "holding", "owning", "controlling", "having"})
RANKED = frozenset({"shareholder", "holder", "owner", "investor", "stockholder"})
RANKS = frozenset({"own"})


def fronted(context: Context, place: int) -> Held | None:
    """What the share at a row place is of; None where the sentence is of no such form."""
    return (
        _of_first(context, place)
        or _with_first(context, place)
        or _ranked(context, place)
        or _its_stake(context, place)
    )


def _of_first(context: Context, place: int) -> Held | None:
    """As in "of Acme it has 75 %" and, behind it, "of Beta 17 %"."""
    named = _of_what(context, place)
    if named is None:
        return None
    first, at = named, place
    for _ in range(MOST_LISTED):
        if first.place != at - 1:
            holder = _who_has(context, first.place, at)
            return None if holder is None else holder._replace(company=named.name, at=named.place)
        told = last_before(context.figures, at)
        if told is None or told.sign != PERCENT:
            return None
        at = told.place
        earlier = _of_what(context, at)
        if earlier is None:
            return None
        first = earlier
    return None


def _of_what(context: Context, place: int) -> Named | None:
    """The company in the "of Acme" that opens the clause of a share."""
    opens = _opens(context.words, place)
    if context.words[opens] not in LINKS:
        return None
    named = between(context.organisations, opens + 1, min(opens + 1 + DESCRIBED, place - 1))
    return named[0] if named else None


def _who_has(context: Context, at: int, place: int) -> Held | None:
    """Who "has" the share behind the company at a row place: "of Acme it has 75 %"."""
    words, opens = context.words, _opens(context.words, place)
    if groups()["hold"].isdisjoint(words[at + 2 : place]) or (opens and words[opens - 1] != ","):
        return None
    if words[at + 1] in NAMES:
        return Held(None, None, context.name_at(at + 1))
    return Held(None, None, _it(context)) if words[at + 1] in PRONOUNS else None


def _it(context: Context) -> str | None:
    """What "it" means: what the sentence before speaks of."""
    return None if context.previous is None else context.previous.opening


def _opens(words: tuple[str, ...], place: int) -> int:
    """The row place where the clause of a share opens."""
    low = max(place - CLAUSE_REACH, 0)
    return next((at + 1 for at in range(place - 1, low - 1, -1) if words[at] in ENDS), low)


def _with_first(context: Context, place: int) -> Held | None:
    """As in "With nearly half of Acme's shares in its pocket, Beta has raised its offer"."""
    words = context.words
    if words[0] not in OPENERS or "," not in words[place:] or PERCENT in words[:place]:
        return None
    comma = words.index(",", place)
    if comma > place + CLAUSE_REACH:
        return None
    who = between(context.names, comma + 1, comma + 2)
    before = between(context.names, 0, place)
    if not who or before:
        return None
    owned = between(context.organisations, place + 2, place + 1 + DESCRIBED)
    if owned and owned[0].place < comma and not LINKS.isdisjoint(words[place : owned[0].place]):
        return Held(owned[0].name, owned[0].place, who[0].name)
    return Held(None, None, who[0].name)


def _ranked(context: Context, place: int) -> Held | None:
    """As in "Acme's main shareholder is Beta, with 37 %", "its main owner, with 12 %, is Beta"."""
    words = context.words
    low = max(place - CLAUSE_REACH, 0)
    rank = next((at for at in range(place - 1, low, -1) if words[at] in RANKED), None)
    if rank is None or PERCENT in words[rank:place] or words[rank + 1] in LINKS:
        return None
    own = rank - 1
    while own > 0 and words[own] in RANKS | figure_words("ranks_holder"):
        own -= 1
    if own == rank - 1:
        return None
    if words[own] in POSSESSIVES and words[own - 1] == ORGANISATION:
        return Held(context.name_at(own - 1), own - 1, _holder(context, rank, place))
    if own == 0 and words[own] == "its":
        return Held(_it(context), None, _holder(context, rank, place))
    return None


def _holder(context: Context, rank: int, place: int) -> str | None:
    """Who the holder of a rank is said to be: behind "is", on either side of the share."""
    words = context.words
    be = groups()["be"]
    for first in (rank + 1, place + 2):
        if words[first : first + 1] and words[first] in be:
            named = between(context.names, first + 1, first + 1 + DESCRIBED)
            if named and NAMES.isdisjoint(words[first + 1 : named[0].place]):
                return named[0].name
    return None


def _its_stake(context: Context, place: int) -> Held | None:
    """As in "Acme has sold more shares in its subsidiary Beta, and its stake is down to 71 %"."""
    words = context.words
    opens = max(place - CLAUSE_REACH, 1)
    its = next((at for at in range(place - 2, opens, -1) if _opens_stake(words, at)), None)
    if its is None or not LINKS.isdisjoint(words[its + 2 : its + 3]):
        return None
    before = last_before(context.organisations, its)
    if before is None or its - before.place > DESCRIBED or "," not in words[before.place : its]:
        return None
    near = words[max(before.place - 1 - DESCRIBED, 0) : before.place]
    if LINKS.isdisjoint(near) or before.name == context.opening:
        return None
    return Held(before.name, before.place, context.opening)


def _opens_stake(words: tuple[str, ...], at: int) -> bool:
    return words[at] in OWNERS and words[at + 1] in groups()["stake_noun"]
