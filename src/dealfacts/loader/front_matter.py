"""Front matter: `key: value` lines between two `---` lines at the top of an article.

Reads title, date, outlet, url and label; other keys are somebody else's. Refuses nested YAML: a
value is the rest of its line. The lines stay in the text, so that offsets are those of the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.loader.full_dates import read_day

if TYPE_CHECKING:
    from datetime import date

# "---" alone on the first line, and again (or "...") below the fields.
FENCE = re.compile(r"---[ \t]*\r?\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)
# Such as 'title: "Example buys Sample"'
FIELD = re.compile(
    r"^(?P<key>[A-Za-z_ -]{1,30}?)[ \t]{0,8}:[ \t]{0,8}(?P<value>[^\r\n]*)", re.MULTILINE
)
LONGEST = 10_000
NAMES = {
    "title": "title",
    "headline": "title",
    "date": "date",
    "published": "date",
    "publication_date": "date",
    "outlet": "outlet",
    "publisher": "outlet",
    "source": "outlet",
    "url": "url",
    "link": "url",
    "label": "label",
}


class Metadata(NamedTuple):
    """What is known of an article besides its text."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    label: str | None = None
    published: date | None = None


class Fault(NamedTuple):
    """Metadata that cannot be used: the line, from 1, and what to do about it."""

    line: int
    message: str


def not_a_date(key: str, value: str) -> str:
    """The message for a date that is none."""
    return f"'{key}' is not a date: \"{value}\". Write it as YYYY-MM-DD"


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
    fields: dict[str, str] = {}
    faults: list[Fault] = []
    published: date | None = None
    for match in FIELD.finditer(text, 0, end):
        key = match["key"].strip().lower().replace(" ", "_")
        name = NAMES.get(key)
        value = match["value"].strip().strip("\"'").strip()
        if name is None or not value:
            continue
        if name != "date":
            fields.setdefault(name, value)
            continue
        day = read_day(value)
        if day is None:
            line = text.count("\n", 0, match.start()) + 1
            faults.append(Fault(line, not_a_date(match["key"].strip(), value)))
        published = published or day
    return (
        Metadata(
            title=fields.get("title"),
            outlet=fields.get("outlet"),
            url=fields.get("url"),
            label=fields.get("label"),
            published=published,
        ),
        tuple(faults),
    )
