"""Whether a post is taken up or given up, by the words between and before a person and a title.

Refuses to link the two; `posts` does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.lexicon import moves
from dealfacts.model.vocabulary import Change, Modality

if TYPE_CHECKING:
    from dealfacts.extractor.mention import PersonName, Title
    from dealfacts.extractor.scene import Scene

NEWS = re.compile(r"[\w-]+")
# As in: Jane Roe will succeed [John Doe as chairman]
SUCCEEDS = re.compile(
    r"""(?:,[^,;]{1,60},)?[ \n](?:(?:will|would|to|is|has|had|set|who|as)[ \n]){0,3}
        (?P<verb>\w+)[ \n]\Z""",
    re.VERBOSE,
)
AHEAD = re.compile(r"\b(?:will|would|set[ ]to|is[ ]to|are[ ]to)\b|^[ ]to[ ]")


def modality(title: Title, change: Change | None, gap: str) -> Modality:
    """Former and incoming by their words; a post that is still to be taken up is incoming."""
    if change is Change.JOINS and AHEAD.search(gap):
        return Modality.INCOMING
    return {"former": Modality.FORMER, "incoming": Modality.INCOMING}.get(
        title.status, Modality.ACTUAL
    )


def between(text: str, person: PersonName, title: Title) -> str:
    """What stands between a person and a title."""
    left, right = sorted(((person.start, person.end), (title.start, title.end)))
    return text[left[1] : right[0]]


def change_between(text: str, person: PersonName, title: Title) -> Change | None:
    """Whether the words between and right before the two take up or give up the post."""
    gap = NEWS.findall(between(text, person, title).lower())
    start = min(person.start, title.start)
    before = NEWS.findall(text[max(start - 24, 0) : start].lower())[-3:]
    if not moves.resigning().isdisjoint(gap):
        return Change.LEAVES
    if before and before[-1] in moves.succeeding():
        return Change.LEAVES
    return Change.JOINS if {*gap, *before} & moves.appointing() else None


def successor(text: str, scene: Scene, number: int) -> PersonName | None:
    """The person who succeeds the one with this number: "Jane Roe will succeed John Doe"."""
    if not number:
        return None
    before = scene.people[number - 1]
    hit = SUCCEEDS.match(text[before.end : scene.people[number].start])
    return before if hit is not None and hit["verb"].lower() in moves.succeeding() else None
