"""A finding in plain lines, for formats that have nothing but text: build logs, annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.reports._advice import advice
from dealfacts.reports._excerpt import excerpt
from dealfacts.reports._sides import sides
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.model.report import Finding
    from dealfacts.reports._index import Index

# Characters of a sentence around a value.
ROOM = 240


def body(finding: Finding, index: Index) -> Iterator[str]:
    """What stands below the message: each side with its words and place, why, and what to do."""
    for side in sides(finding, index):
        yield f"  {side.value}: {index.labels(side.sources)}"
        for claim in side.claims[:1]:
            shown = excerpt(claim, index.options.texts, ROOM)
            yield f"    {index.place(claim)}: {shown.before}{shown.value}{shown.after}"
    for reason in finding.reasons:
        yield f"  why: {visible(reason)}"
    what = advice(finding)
    if what:
        yield f"  do: {what}"
