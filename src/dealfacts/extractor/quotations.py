"""Where an article quotes: the ranges between quotation marks, without the marks.

Refuses to say who speaks.
"""

from __future__ import annotations

import re

# “It is clear,”   "It is clear,"   longer than a name, within one paragraph, at most a page
QUOTED = re.compile(
    r"""“(?P<curly>[^“”\n]{2,1500})”
      | (?<![\w"])"(?P<straight>[^"\n]{2,1500})"(?!\w)""",
    re.VERBOSE,
)


def find(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of every quoted stretch, ascending."""
    return tuple(
        hit.span("curly") if hit["curly"] is not None else hit.span("straight")
        for hit in QUOTED.finditer(text)
    )
