"""How prominent each name of an article is, and which prominent names cannot be sides of a deal.

Refuses to say who buys or is bought: that is for the votes.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dealfacts.lexicon.parties import party_cues
from dealfacts.model.text import Part

if TYPE_CHECKING:
    from collections.abc import Collection

    from dealfacts.extractor.scene import Reading

# What ends the label of a headline: "Fintech: Northwind on top", "TIMELINE – the deal in dates".
LABELS = frozenset(":,–—|-")
# "worth more than Northwind": who only serves as a measure is not what the story is about.
MEASURES = ("than ", "unlike ")
# "Northwind-backed Contoso": the name only describes the other
BACKED = ("-backed", "-owned", "-controlled", "-style")
HEADINGS = frozenset({Part.TITLE, Part.HEADING})
# A headline is about the deal; the lead nearly always; the rest of a story wanders.
WEIGHTS = (6, 3, 3, 3)
# Votes of this strength come from a verb or noun of buying with its object.
PLAIN_PURCHASE = 3


def mentions(reading: Reading) -> tuple[Counter[str], frozenset[str]]:
    """How often each name stands in the article, headline and lead counted more; the persons."""
    counted: Counter[str] = Counter()
    people: set[str] = set()
    for scene in reading.scenes:
        weight = WEIGHTS[scene.rank] if scene.rank < len(WEIGHTS) else 1
        for organisation in scene.organisations:
            text = scene.article.text
            is_measure = text.endswith(MEASURES, 0, organisation.start)
            if not is_measure and not text.startswith(BACKED, organisation.end):
                counted[reading.long_form(organisation)] += weight
        for person in scene.people:
            name = reading.long_form(person)
            counted[name] += weight
            people.add(name)
    return counted, frozenset(people)


def _told(reading: Reading) -> frozenset[str]:
    """The words of the names that are more than the label of a headline.

    "Fintech: Northwind on top" and "Happy Easter, Jane" name somebody there only if the text does
    so again; of a headline in capitals nothing is taken.
    """
    told: set[str] = set()
    headed: set[str] = set()
    for scene in reading.scenes:
        is_heading = scene.sentence.part in HEADINGS
        text = scene.article.text
        if is_heading and text[scene.sentence.start : scene.sentence.end].isupper():
            continue
        spoken = headed if is_heading else told
        for organisation in scene.organisations:
            if not (
                is_heading and text[organisation.end : organisation.end + 2].strip()[:1] in LABELS
            ):
                spoken.update(reading.long_form(organisation).split())
        for person in scene.people:
            spoken.update(reading.long_form(person).split())
    return frozenset(told | headed) if told else frozenset()


def no_sides(reading: Reading, names: Collection[str]) -> frozenset[str]:
    """Of `names`, those that are no side: offices, pairs, words of a headline that stay alone."""
    openings = frozenset(name.partition(" ")[0] for name in names)
    told = _told(reading)
    return frozenset(
        name
        for name in names
        if _is_public_body(name)
        or _is_pair(name, openings, names)
        or (told and told.isdisjoint(name.split()))
    )


def _is_public_body(name: str) -> bool:
    """Whether a name is that of an office which rules on deals: "Fair Trade Commission"."""
    return not party_cues().public_body.isdisjoint(name.lower().split())


def _is_pair(name: str, openings: Collection[str], names: Collection[str]) -> bool:
    """Whether a name joins two others, or their first words: "the Northwind-Contoso merger"."""
    first, _, second = name.partition("-")
    return first in openings and (second in openings or second in names)
