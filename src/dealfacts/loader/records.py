"""One article as another program stores it: its text, what it tells of itself, where it stands.

Refuses to change a text: the only thing put before it is its own headline, where it has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.loader.fields import NAMES, Fault, Field, folded

if TYPE_CHECKING:
    from collections.abc import Sequence

# Folded names of the text of an article, the most telling first.
TEXTS = (
    *("text", "body", "content", "articletext", "articlebody", "maintext", "fulltext"),
    *("bodytext", "contenttext", "rawtext", "story", "article"),
)
# Folded names of what tells a record from the others of its file.
IDS = ("id", "articleid", "docid", "documentid", "uuid", "guid")
LONGEST_ID = 200
# Many things have a text; an article says more of itself.
TELLING = frozenset({"title", "date", "outlet", "url"})
SHOWN_COLUMNS = 12


class Record(NamedTuple):
    """`name` tells it from the other records of its file; `line`, from 1, is where it begins."""

    text: str
    fields: tuple[Field, ...]
    name: str = ""
    line: int = 1


def is_foreign(item: Record | Fault) -> bool:
    """Whether this is plainly something else than an article: data that have a text, or none."""
    if isinstance(item, Fault):
        return item.is_foreign
    return bool(item.fields) and not any(
        NAMES.get(folded(field.name)) in TELLING for field in item.fields
    )


def name_of(own: str, place: int) -> str:
    """A record's own id where it can be shown in one line, else its place in the file."""
    name = own.strip()
    return name if name and len(name) <= LONGEST_ID and name.isprintable() else str(place)


def with_headline(title: str | None, text: str) -> str:
    """The headline, a blank line and the text; the text alone where it opens with its headline.

    Headlines carry figures, and not always those of the text below.
    """
    if title is None or _flat(text[: 2 * len(title) + 20]).startswith(_flat(title)):
        return text
    return f"{' '.join(title.split())}\n\n{text}"


def no_text(names: Sequence[str], line: int) -> Fault:
    """The fault of a record, or a table, that has no text under any name."""
    shown = ", ".join(repr(name) for name in names[:SHOWN_COLUMNS])
    more = f" and {len(names) - SHOWN_COLUMNS} more" if len(names) > SHOWN_COLUMNS else ""
    found = f"found {shown}{more}" if names else "found none"
    usual = ", ".join(TEXTS[:3])
    return Fault(
        line, f"No text: its field is called {usual} or the like; {found}", is_foreign=True
    )


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
