"""The unit, lab, subsidiary or vehicle that takes people or the target in, or makes the offer.

Leaves alone: units without a name or sign of being new, units that only report figures or are sold,
groups of people, and names of companies.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.extractor import subjects, units_named, vehicles
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.house_units import house_units
from dealfacts.extractor.new_names import new_names
from dealfacts.extractor.tokens import ORGANISATION
from dealfacts.lexicon.speech import speech
from dealfacts.model.values import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("unit_name",)
NEEDS = frozenset[str]()
SCORE = 75
# Units only under a name of their own.
GROUPS = frozenset({"team", "business"})
# "Acme Bidco, a unit of Acme": a company can be one of these
OFFICES = frozenset({"unit", "arm", "division"})


@cache
def _nouns() -> frozenset[str]:
    return speech().unit | speech().vehicle | GROUPS | {"venture"}


def _spans(context: Context) -> Iterator[tuple[int, tuple[int, int]]]:
    """(place of the noun, range of the name) of every unit of the sentence, in row places."""
    known = speech()
    descriptions = []
    found = False
    row = context.scene.row
    for place in row.places(_nouns()):
        word = row.words[place]
        if word in known.unit or word in GROUPS:
            first = units_named.marked(context, place) if word in known.unit else None
            span = (first, place) if first is not None else units_named.capital(context, place)
            span = span or (units_named.called(context, place) if word in known.unit else None)
        else:
            joint = units_named.joint(context, place)
            span = (
                joint or units_named.called(context, place) or vehicles.subsidiary(context, place)
            )
        if word in OFFICES and span is None:
            span = vehicles.subsidiary(context, place)
        if span is not None:
            found = True
            yield place, span
        elif word in known.unit or word == "subsidiary":
            description = units_named.kind(context, place)
            if description is not None:
                descriptions.append((place, description))
    for span in () if found else (*new_names(context), *vehicles.made_for_deal(context)):
        found = True
        yield span[0], span
    for span in () if found else (*house_units(context), *vehicles.bought_through(context)):
        found = True
        yield span[0], span
    if not found:
        yield from descriptions[:1]


def _owner(context: Context, first: int, place: int) -> str:
    """Whose unit it is: of the possessive before the name, of "its", else of the firm before it."""
    words = context.scene.row.words
    if words[max(first - 2, 0) : first] == (ORGANISATION, "'s"):
        return context.name_at(first - 2)
    if first < place and (owner := vehicles.owner_behind(context, place)) is not None:
        return owner
    if "its" in words[max(first - 2, 0) : first + 1]:
        return subjects.owner_of_its(context) or "the company"
    return subjects.subject_before(context, place) or context.parties.acquirer or "the company"


def _is_of_others(context: Context, first: int) -> bool:
    """Whether only a firm that is no side is named before the unit: "Acme, which runs a unit"."""
    parties = context.parties
    if None in (parties.acquirer, parties.target) or context.own_names:
        return False
    opens = [each for each in context.organisations if each.place < first]
    return bool(opens) and opens[0].place == 0 and context.words[1:3] == (",", "which")


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every named or newly made unit."""
    if context.is_heading:
        return
    row = context.scene.row
    text = context.scene.article.text
    for place, (first, last) in _spans(context):
        if _is_of_others(context, first):
            continue
        start, end = row.starts[first], row.ends[last]
        yield Draft(
            attribute="unit_name",
            subject=_owner(context, first, place),
            start=start,
            end=end,
            value=Text(text=text[start:end]),
            score=SCORE,
            reasons=("a unit with a name or newly made",),
            is_exclusive=False,
        )
