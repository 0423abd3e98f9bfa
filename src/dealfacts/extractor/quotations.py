"""Where an article quotes: the ranges between quotation marks, without the marks.

Refuses to say who speaks.
"""

from __future__ import annotations

import re

# “It is clear,”   "It is clear,"   'It isn't clear,'   ‘It isn’t clear,’
# Within one paragraph, at most a page. A paragraph that only opens goes on in the next one.
# Single marks are also apostrophes: those of a quotation close behind punctuation.
# Each form begins with its mark, and only then looks at what stands before: the search skips to
# the marks.
QUOTED = re.compile(
    r"""“(?P<curly>[^“”\n]{2,1500})(?:”|(?=\n\n?“))
      | "(?<![\w"]")(?P<straight>[^"\n]{2,1500})"(?!\w)
      | '(?<![\w']')(?=[A-Z])(?P<single>[^'\n]{2,600}(?:(?<=\w)'(?=\w)[^'\n]{1,400}){0,12}
        (?<=[.,!?])|[^'\n]{12,400})'(?!\w)
      | ‘(?<!\w‘)(?P<british>[^‘’“”\n]{2,600}(?:’(?=\w)[^‘’“”\n]{1,400}){0,12})’(?!\w)""",
    re.VERBOSE,
)


def find(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of every quoted stretch, ascending."""
    return tuple(
        hit.span(hit.lastgroup) for hit in QUOTED.finditer(text) if hit.lastgroup is not None
    )
