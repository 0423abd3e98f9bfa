"""Articles as the rows of a table: CSV with a header, one column of which is the text.

Comma, semicolon, tab or bar is told by the header. Refuses a table without a text column.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.loader.fields import Fault, Field, folded
from dealfacts.loader.records import IDS, TEXTS, Record, name_of, no_text
from dealfacts.loader.streams import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dealfacts.loader.streams import Line

DELIMITERS = ",;\t|"


class _Layout(NamedTuple):
    """How a table is written: its delimiter, its columns, and which one is the text."""

    delimiter: str
    columns: tuple[str, ...]
    text: int | None
    id: int | None


class _Feed:
    """The lines of a table as `csv` takes them; what is wrong with them is kept aside."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = iter(lines)
        self._faults: list[Fault] = []
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.number = line.number
            if line.message is not None:
                self._faults.append(Fault(line.number, line.message))
            if line.text is not None:
                yield line.text

    def faults(self) -> list[Fault]:
        """What was wrong since the last call."""
        found, self._faults = self._faults, []
        return found


def from_table(lines: Iterable[Line]) -> Iterator[Record | Fault]:
    """The article of each row; a row without an id is named by the line where it begins."""
    # The limit belongs to the module; an article may be longer than its 128 KiB.
    csv.field_size_limit(LARGEST)
    feed = _Feed(lines)
    stream = iter(feed)
    layout = _layout(next((line for line in stream if line.strip()), ""))
    yield from feed.faults()
    if layout.text is None:
        yield no_text(layout.columns, max(feed.number, 1))
        return
    rows = csv.reader(stream, delimiter=layout.delimiter)
    while True:
        line = feed.number + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Fault(line, f"Not a row of a table: {error}")
            continue
        yield from feed.faults()
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield _record(row, layout, layout.text, line)


def _record(row: Sequence[str], layout: _Layout, text: int, line: int) -> Record | Fault:
    if len(row) <= text or not row[text].strip():
        return Fault(line, f"No text in column '{layout.columns[text]}'")
    fields = tuple(
        Field(name, value, line)
        for at, (name, value) in enumerate(zip(layout.columns, row, strict=False))
        if at != text
    )
    own = row[layout.id] if layout.id is not None and layout.id < len(row) else ""
    return Record(row[text], fields, name_of(own, line), line)


def _layout(header: str) -> _Layout:
    """The delimiter that gives a text column, else the one that gives the most columns."""
    found = [_split(header.rstrip("\r\n"), delimiter) for delimiter in DELIMITERS]
    return max(found, key=lambda layout: (layout.text is not None, len(layout.columns)))


def _split(header: str, delimiter: str) -> _Layout:
    try:
        columns = next(csv.reader([header], delimiter=delimiter), [])
    except csv.Error:
        columns = []
    names = [folded(column.strip()) for column in columns]
    text = next((names.index(name) for name in TEXTS if name in names), None)
    own = next((names.index(name) for name in IDS if name in names), None)
    return _Layout(delimiter, tuple(column.strip() for column in columns), text, own)
