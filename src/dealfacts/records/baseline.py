"""The baseline: findings that were there before and are accepted, so that only others are told.

One finding a line, sorted, without places, times and versions: two people who accept different
findings change different lines. Refuses to accept by itself; it holds what it was given.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003  pydantic reads the annotation
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import Field

from dealfacts.records import files, lines
from dealfacts.records.marks import Mark, Register, marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from dealfacts.model.report import Report

SCHEMA: Literal["dealfacts.baseline/1"] = "dealfacts.baseline/1"


class Entry(Mark):
    """One accepted finding: why, by whom, and until which day (None for good)."""

    schema_: Literal["dealfacts.baseline/1"] = Field(alias="schema")
    note: str = ""
    by: str = ""
    until: date | None = None


class Reason(NamedTuple):
    """What a person says when accepting: a note, a name, and the day until which it holds."""

    note: str = ""
    by: str = ""
    until: date | None = None


def read(path: Path) -> tuple[Entry, ...]:
    """The entries of a file; none where there is none. Raises DealfactsError for a bad line."""
    return lines.read(path, Entry)


def rewrite(path: Path, change: Callable[[tuple[Entry, ...]], tuple[Entry, ...]]) -> None:
    """Replace the entries of a file by what `change` makes of them, alone among all writers.

    Raises DealfactsError if the file cannot be read or written, or another writer holds it.
    """
    with files.locked(path):
        changed = sorted(change(read(path)), key=lambda entry: entry.order)
        files.replace(path, lines.text(changed))


def entries(report: Report, reason: Reason) -> tuple[Entry, ...]:
    """An entry for every finding of a report."""
    return tuple(
        Entry(schema=SCHEMA, **dict(mark), **reason._asdict()) for mark in marks(report).values()
    )


def with_new(known: tuple[Entry, ...], more: Iterable[Entry]) -> tuple[Entry, ...]:
    """`known` with those of `more` that it does not cover; it keeps its own notes."""
    register = Register(known)
    return (*known, *(one for one in more if register.covering(one) is None))


def without_renewed(
    known: Iterable[Entry], more: Iterable[Entry], today: date
) -> tuple[Entry, ...]:
    """`known` without the entries whose day is over and whose finding is among `more`."""
    again = Register(more)
    return tuple(
        one for one in known if one.until is None or one.until >= today or not again.covered(one)
    )


def stale(known: Iterable[Entry], report: Report) -> tuple[Entry, ...]:
    """The entries that cover no finding of `report`."""
    found = Register(marks(report).values())
    return tuple(one for one in known if not found.covered(one))
