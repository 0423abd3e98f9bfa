"""Who goes to whom, and who joins: "Contoso goes to Northwind", "Contoso joins Northwind".

Refuses fees and payments that go to somebody, and deals that somebody joins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import BUYER, TARGET, TO
from dealfacts.extractor.tokens import MONEY, NAMES
from dealfacts.lexicon.parties import party_cues
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.ballots import Side
    from dealfacts.extractor.gaze import Gaze

ELSEWHERE = frozenset({"with", "by", "for", "in", "at"})
TAKERS = NAMES | {"the", "a", "an"}
# "a fee of $2 million goes to Contoso": how far before its verb the fee stands
FEE_REACH = 8
# "to join the $4 million Contoso takeover": how far behind the verb the name stands
JOIN_REACH, AS = 6, "as"


def moves(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides of "Contoso goes to Northwind"; "$2 million goes to Contoso", if it is no fee."""
    words = eyes.row.words
    if "fee" in words[max(place - FEE_REACH, 0) : place]:
        return
    to = eyes.after(place, TO, 2) if words[place] in party_cues().go else place
    if to is None or _is_payment(words, place):
        return
    if words[place] == "going" and words[to + 1 : to + 2] and words[to + 1] not in TAKERS:
        return  # "is going to offer Contoso's software"
    if eyes.after(to, ELSEWHERE, 3) is not None:
        return  # "goes back to school with NAME"
    if MONEY in words[max(place - 3, 0) : place]:
        yield eyes.right(to, 3), TARGET, 3
    elif words[place] in party_cues().join and _is_of_deal(eyes, to):
        return  # "Fabrikam will not join the $4 million Contoso takeover"
    elif eyes.right(to, 3) is not None and (mover := eyes.left(place, 8)) is not None:
        people = frozenset(map(eyes.reading.long_form, eyes.scene.people))
        if mover in people or eyes.first(place) in people:
            return  # "Jane Roe joins Contoso's board"; not "he went on to" either
        if AS in words[to + 1 : to + 3]:
            return  # "Northwind joins Contoso as a sponsor"
        yield mover, TARGET, 2
        yield eyes.right(to, 3), BUYER, 2


def _is_of_deal(eyes: Gaze, place: int) -> bool:
    """Whether the name behind a row place only says which deal is joined."""
    words, cues = eyes.row.words, party_cues()
    near = range(place + 1, min(place + JOIN_REACH, len(words) - 1))
    at = next((at for at in near if words[at] in NAMES), None)
    return at is not None and not either(cues.deal_noun, cues.group_noun).isdisjoint(
        words[at + 1 : at + 3]
    )


def _is_payment(words: tuple[str, ...], place: int) -> bool:
    """Whether a sum goes to somebody as pay: "a further $5 billion in cash could go to Contoso"."""
    near = words[max(place - FEE_REACH, 0) : place]
    return any(
        a == MONEY and b == "in" and c in {"cash", "stock", "shares"}
        for a, b, c in zip(near, near[1:], near[2:], strict=False)
    )
