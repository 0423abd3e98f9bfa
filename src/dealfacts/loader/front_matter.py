"""Front matter: `key: value` lines between two `---` lines at the top of an article.

Reads title, date, outlet, url, label and currency; other keys are somebody else's. Refuses nested
YAML: a value is the rest of its line. The lines stay in the text, so that offsets are the file's.
"""

from __future__ import annotations

import re

from dealfacts.loader.fields import Fault, Field, Metadata, metadata

# "---" alone on the first line, and again (or "...") below the fields.
FENCE = re.compile(r"---[ \t]*\r?\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)
# Such as 'title: "Example buys Sample"'
FIELD = re.compile(
    r"^(?P<key>[A-Za-z_ -]{1,30}?)[ \t]{0,8}:[ \t]{0,8}(?P<value>[^\r\n]*)", re.MULTILINE
)
LONGEST = 10_000


def front_matter_end(text: str) -> int:
    """Offset of the first character behind the front matter; 0 if there is none."""
    opening = FENCE.match(text)
    if opening is None:
        return 0
    closing = CLOSING.search(text, opening.end(), LONGEST)
    if closing is None or FIELD.search(text, opening.end(), closing.start() or 1) is None:
        return 0
    return closing.end()


def read_front_matter(text: str) -> tuple[Metadata, tuple[Fault, ...]]:
    """The fields of the front matter, and what is wrong with them."""
    end = front_matter_end(text)
    line, counted = 1, 0
    fields: list[Field] = []
    for match in FIELD.finditer(text, 0, end):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        value = match["value"].strip().strip("\"'")
        fields.append(Field(match["key"].strip(), value, line))
    return metadata(fields)
