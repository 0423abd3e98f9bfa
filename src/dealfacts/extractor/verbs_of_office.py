"""Posts that a verb tells: "Jane Roe chairs Acme", "who lectures at Acme", "is to chair Acme".

Refuses a verb without a person right before it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.extractor.founders import CLAUSE, REACH, STOPS, Founding
from dealfacts.extractor.tokens import ORGANISATION, PERSON
from dealfacts.lexicon import moves
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

# between a person and a verb of holding: "who now chairs"
AUXILIARIES = frozenset({"who", ",", "also", "now", "has"})
CLAUSE_STOPS = STOPS | {","}
# "is to chair the board"
CHAIR, AHEAD = frozenset({"chair"}), frozenset({"will", "to", "is", "are", "also", "due", "set"})


@cache
def _holding() -> frozenset[str]:
    return frozenset(moves.holding())


def holders(context: Context) -> Iterator[Founding]:
    """Posts told by a verb: "Jane Roe chairs Acme", "Jane Roe, who lectures at Acme"."""
    words = context.words
    for place in context.scene.row.places(_holding()):
        at = place - 1
        while at > 0 and words[at] in AUXILIARIES:
            at -= 1
        if at < 0 or words[at] != PERSON:
            continue
        firm = next(
            (
                each
                for each in range(place + 1, min(place + REACH, len(words)))
                if words[each] == ORGANISATION or words[each] in CLAUSE_STOPS
            ),
            None,
        )
        if firm is not None and words[firm] == ORGANISATION:
            yield Founding(at, moves.holding()[words[place]], context.name_at(firm), at)
    for place in context.scene.row.places(CHAIR):
        who = _who_will(context, place)
        if who is not None:
            named = next((n for n in context.organisations if n.place > place), None)
            is_near = named is not None and CLAUSE.isdisjoint(words[place : named.place])
            firm_name = named.name if named and is_near else None
            yield Founding(who, "chairman", firm_name, who, Modality.INCOMING)


def _who_will(context: Context, place: int) -> int | None:
    """Who will do what the verb at a row place says: "Jane Roe, once of Acme, is to chair"."""
    words = context.words
    at = place - 1
    if at < 1 or words[at] not in {"will", "to"}:
        return None
    while at > 0 and words[at] in AHEAD:
        at -= 1
    if words[at] == PERSON:
        return at
    inserted = words[max(at - REACH, 0) : at]
    if words[at] != "," or "," not in inserted:
        return None
    opens = at - inserted[::-1].index(",") - 1
    return opens - 1 if opens and words[opens - 1] == PERSON else None
