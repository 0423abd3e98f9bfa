"""Who buys, is bought and sells: each side of the article's deal where a sentence first says so.

Joint buyers ("Acme, Beta and Gamma have agreed to buy") are claims of their own. Leaves alone:
sides that only prominence tells, the sides of other deals, people, and bodies that rule on deals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import BUYER, SELLER, TARGET
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.own_sides import is_one
from dealfacts.extractor.tokens import ORGANISATION, PERSON
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.values import Organisation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.placed import Named

ATTRIBUTES = ("acquirer", "target", "seller")
NEEDS = frozenset({ORGANISATION, PERSON})

SCORE = 80
# Between the names of a list.
LINKS = frozenset({",", "and", "&"})


def propose(context: Context) -> Iterator[Draft]:
    """The sides that this sentence is the first of its article to name in their role."""
    for role, attribute in ((BUYER, "acquirer"), (TARGET, "target"), (SELLER, "seller")):
        told = context.story.sides_told.get(role)
        if told is None or told[0] != context.scene.number:
            continue
        for named in _listed(context, told[1]) if role == BUYER else (told[1],):
            row = context.scene.row
            yield Draft(
                attribute=attribute,
                subject=context.parties.label,
                start=row.starts[named.place],
                end=row.ends[named.place],
                value=Organisation(name=named.name),
                score=SCORE,
                reasons=(f"a word of the deal makes it the {role}",),
                is_exclusive=False,
            )


def _listed(context: Context, named: Named) -> tuple[Named, ...]:
    """A buyer with those who stand in one list with it."""
    words = context.words
    by_place = {each.place: each for each in context.organisations}
    found = [named]
    for step in (-1, 1):
        at = named.place + step
        while 0 <= at < len(words) and words[at] in LINKS:
            while 0 <= at < len(words) and words[at] in LINKS:
                at += step
            other = by_place.get(at)
            if other is None or _is_other_side(context, other.name):
                break  # "By acquiring Acme, Beta gains"
            if not kind_words("source_verb").isdisjoint(words[at + 1 : at + 2]):
                break  # "from Acme and Beta, Example reports"
            found.append(other)
            at += step
    return tuple(sorted(found, key=lambda each: each.place))


def _is_other_side(context: Context, name: str) -> bool:
    """Whether a name is one form of that of the target or the seller."""
    others = context.parties.target, context.parties.seller
    return any(other is not None and is_one(name, other) for other in others)
