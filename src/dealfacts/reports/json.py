"""The whole report as one JSON document (`dealfacts.report/1`), byte for byte reproducible.

Keys are sorted; every item of a list stands on a line of its own, so that two reports can be
compared with `diff` and searched with `grep`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.reports._document import document

if TYPE_CHECKING:
    from dealfacts.model.report import Report
    from dealfacts.reports import RenderOptions

NAME = "json"
DESCRIPTION = "one JSON document with everything; see `dealfacts schema report`"


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001  nothing to choose here
    """The report as JSON."""
    return document(report)
