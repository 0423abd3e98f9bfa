"""Notes on the articles themselves: LOAD002, no day of publication; LOAD003, one text twice.

Each is a `Problem` of its own file. Refuses to judge sources whose text is not at hand: claims that
were made elsewhere may well have been dated there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.report import Problem
from dealfacts.reconciler.reading_rules import READING_RULES
from dealfacts.reconciler.settings import is_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dealfacts.reconciler.origins import SourceText
    from dealfacts.reconciler.settings import Settings

RULES = {rule.id: rule for rule in READING_RULES}
UNDATED, TWICE = RULES["LOAD002"], RULES["LOAD003"]


def input_notes(sources: Iterable[SourceText], chosen: Settings) -> tuple[Problem, ...]:
    """The notes of a drop, by source id, as far as their rules are on."""
    held = [source for source in sources if source.fingerprint.words]
    found: list[Problem] = []
    if is_on(UNDATED, chosen):
        found.extend(_undated(held))
    if is_on(TWICE, chosen):
        found.extend(_twice(held))
    return tuple(found)


def _undated(sources: Iterable[SourceText]) -> Iterator[Problem]:
    message = "No publication date, so a “Thursday” in it stays unresolved"
    for source in sources:
        if source.published is None:
            yield Problem(path=source.path, message=message, rule=UNDATED.id)


def _twice(sources: Iterable[SourceText]) -> Iterator[Problem]:
    first: dict[str, SourceText] = {}
    for source in sources:
        known = first.setdefault(source.fingerprint.digest, source)
        if known is not source:
            message = f"The same text as {known.path}; the two count as one origin"
            yield Problem(path=source.path, message=message, rule=TWICE.id)
