"""Who makes the offer that a sum is: "Beta's $9m bid", "the $9 a share tabled by Beta".

Only words that tie the sum to one name count; refuses to say whether that is a side of the deal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.proximity import between
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.placed import Named

BIDS = frozenset({"bid", "offer", "proposal", "approach", "tender"})
# "the $9-a-share cash takeover bid": how far the noun stands behind the sum, or before it
NOUN_REACH, NOUN_BEFORE = 7, 6
# "Beta's cash-and-stock bid": how far who makes it stands before the noun
OWNER_REACH = 5
OWNING = frozenset({"'s", "'", "’s"})
# "Beta said it would not raise its $9m bid"
PRONOUNS, PRONOUN_REACH = frozenset({"its", "their"}), 16
# "by the Swedish engineering group Beta"
MAKES, NAME_REACH = frozenset({"by", "from"}), 6
STOPS = frozenset({",", ";", ".", ":", "(", ")", "and", "but", "that", "which"})


def bidder(context: Context, place: int) -> Named | None:
    """The one name that the words give as the maker of the offer that the sum at a place is."""
    words = context.words
    noun = _noun_behind(words, place)
    if noun:
        owner = _owner(context, place)
        return owner if owner is not None else _maker(context, noun + 1)
    told = _noun_before(words, place)
    if told:
        owner = _owner(context, told)
        if owner is not None:
            return owner
    return _giver(context, place)


def _noun_behind(words: tuple[str, ...], place: int) -> int:
    """The place of the offer that the sum stands before ("$9 a share cash bid"); 0 without one."""
    for at in range(place + 1, min(place + NOUN_REACH, len(words))):
        if words[at] in BIDS:
            return at
        if words[at] in STOPS or words[at] in MAKES:
            return 0
    return 0


def _noun_before(words: tuple[str, ...], place: int) -> int:
    """The place of the offer that the sum stands behind ("bid was worth $9"); 0 without one."""
    for at in range(place - 1, max(place - NOUN_BEFORE, 0), -1):
        if words[at] in BIDS:
            return at
    return 0


def _owner(context: Context, place: int) -> Named | None:
    """Whose it is by the words before: "Beta's", "Beta, whose", "Beta will not raise its"."""
    words = context.words
    for at in range(place - 1, max(place - OWNER_REACH, 0) - 1, -1):
        if words[at] in OWNING:
            return _named(context, at - 1)
        if words[at] == "whose":
            return _named(context, at - 2)
        if words[at] in PRONOUNS:
            return _spoken_of(context, at)
        if words[at] in STOPS:
            return None
    return None


def _spoken_of(context: Context, place: int) -> Named | None:
    """Whose "its" it is: not who stands in a clause that is closed ("Beta, once Gamma's, ...")."""
    told = between(context.organisations, place - PRONOUN_REACH, place - 1)
    open_ = [each for each in told if context.insertions.get(each.place, place) >= place]
    return open_[-1] if open_ else None


def _named(context: Context, place: int) -> Named | None:
    found = between(context.organisations, place, place)
    return found[0] if found else None


def _maker(context: Context, at: int) -> Named | None:
    """The name behind "by" or "from" at a place: "by the Swedish engineering group Beta"."""
    words = context.words
    if words[at : at + 1] and words[at] in MAKES:
        for here in range(at + 1, min(at + NAME_REACH, len(words))):
            found = _named(context, here)
            if found is not None or words[here] in STOPS:
                return found
    return None


def _giver(context: Context, place: int) -> Named | None:
    """Who gives the sum by the words right behind it: "tabled by Beta", "that Beta put up"."""
    words = context.words
    told = figure_words("tabled")
    for at in range(place + 1, min(place + NOUN_REACH, len(words))):
        if words[at] in told:
            return _maker(context, at + 1)
        if words[at] == "that":
            name = _named(context, at + 1)
            return (
                name if name is not None and not told.isdisjoint(words[at + 2 : at + 4]) else None
            )
        if words[at] == "by" and _noun_before(words, place):
            return _maker(context, at)
        if words[at] in STOPS:
            return None
    return None
