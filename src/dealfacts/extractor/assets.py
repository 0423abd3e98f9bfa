"""What is sold where it has no name of its own: "its packaged snacks business", "ten hotels".

Reads the noun phrase behind a verb or noun of selling or buying, without its article, and whose
part it is. Refuses bare nouns ("the business"), shares, and phrases that a name follows: then the
name is what is sold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.tokens import COUNT, NAMES
from dealfacts.lexicon.parties import party_cues
from dealfacts.lexicon.speech import speech

if TYPE_CHECKING:
    from dealfacts.extractor.gaze import Gaze

# "the assets and operations of its packaged snacks and cereals business"
REACH, LONGEST = 14, 8
# How far behind the phrase its owner is named: "the pumps division of privately held Contoso".
OWNER_REACH = 4
# "is buying the pump business": what the story has named before, or will name.
DEFINITE = frozenset({"the", "a", "an"})
LISTED = frozenset({("and",), (",",)})
PART_OF = frozenset({"of", "from"})


class Asset(NamedTuple):
    """A part of a company: its name if it has one, else the phrase, and whose part it is."""

    name: str | None
    phrase: str | None
    owner: str | None


def asset(eyes: Gaze, place: int) -> Asset | None:
    """What is bought or sold behind a row place, if it is a part; None for anything else."""
    words = eyes.row.words
    cues = party_cues()
    heads = cues.part_noun | cues.site_noun
    first = owner_at = -1
    for at in range(place + 1, min(place + 1 + REACH, len(words))):
        word = words[at]
        if word in cues.part_stop or not (word[0].isalnum() or word in {"'s", COUNT}):
            return None
        if word in cues.part_opener and (first < 0 or word in {"'s", "of"}):
            if word == "'s":
                owner_at = at - 1
            first = -1
            continue
        if first < 0:
            first = at
        if at - first >= LONGEST:
            return None
        behind = words[at + 1 : at + 3]
        if word in cues.part_unsaid or (word in NAMES and behind[:1] in LISTED):
            return None
        if word not in heads or not heads.isdisjoint(behind[:1]) or _goes_on(words, at):
            continue
        # "its oils subsidiary Contoso", "one of its units, Contoso, to"
        named = at + 1 + (behind[:1] == (",",))
        is_named = named + 1 < len(words) and words[named] in NAMES
        if is_named and words[named + 1] not in speech().say:
            return Asset(eyes.name(named), None, _owner(eyes, owner_at))
        return _found(eyes, first, at, owner_at)
    return None


def _owner(eyes: Gaze, place: int) -> str | None:
    """The name at a row place, if there is one."""
    return eyes.name(place) if place >= 0 and eyes.row.words[place] in NAMES else None


def _goes_on(words: tuple[str, ...], at: int) -> bool:
    """Whether what is sold is named only behind "assets of", "assets and operations of"."""
    openers = party_cues().part_opener
    behind = words[at + 1 : at + 4]
    if behind[:1] == ("and",):
        return words[at] in openers
    return behind[:1] == ("of",) and not openers.isdisjoint(behind[1:2])


def _found(eyes: Gaze, first: int, head: int, owner_at: int) -> Asset | None:
    """The asset of the row places `first` to `head`."""
    row = eyes.row
    words = row.words
    owner = _owner(eyes, owner_at)
    if owner is None and words[head + 1 : head + 2] and words[head + 1] in PART_OF:
        owner = eyes.right(head + 1, OWNER_REACH)
    inner = [at for at in range(first, head) if words[at] in NAMES]
    if inner and inner[-1] == head - 1:
        is_owner = owner is None and (eyes.is_heading or words[first - 1] in {"a", "an"})
        name = eyes.name(head - 1)
        # "Northwind buys Contoso unit", but "buys the Contoso unit of Fabrikam"
        return Asset(None, None, name) if is_owner else Asset(name, None, owner)
    if first == head:
        return Asset(None, None, owner) if owner else None
    if owner is None and words[first - 1] in DEFINITE:
        return Asset(None, None, None)
    text = " ".join(row.text[row.starts[first] : row.ends[head]].split())
    return Asset(None, text, owner)
