"""`sources.toml` beside the articles of a folder: date, outlet, label and url, file by file.

Refuses unknown keys, unreadable dates and entries for files that are not there: each is a
`Problem` that names the line, and the rest of the file counts.
"""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.loader.front_matter import Metadata, not_a_date
from dealfacts.loader.full_dates import read_day
from dealfacts.model.report import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "sources.toml"
DATE_KEYS = ("date", "published")
TEXT_KEYS = ("outlet", "label", "url", "title")
KEYS = (*DATE_KEYS, *TEXT_KEYS)


class Sidecar(NamedTuple):
    """What one `sources.toml` says: absolute file path -> metadata, and what is wrong with it."""

    entries: Mapping[str, Metadata]
    problems: tuple[Problem, ...] = ()


def read_sidecar(folder: str) -> Sidecar:
    """The sidecar of `folder`; empty where there is none."""
    file = Path(folder) / NAME
    if not file.is_file():
        return Sidecar({})
    path = str(file)
    import tomllib  # noqa: PLC0415  most folders have no sidecar

    try:
        source = file.read_text(encoding="utf-8-sig")
        table = tomllib.loads(source)
    except (OSError, UnicodeDecodeError) as error:
        return Sidecar({}, (Problem(path=path, message=f"Cannot be read: {error}"),))
    except tomllib.TOMLDecodeError as error:
        return Sidecar(
            {}, (Problem(path=path, line=_line_of(error), message=f"Not TOML: {error}"),)
        )
    entries: dict[str, Metadata] = {}
    problems: list[Problem] = []
    for name, fields in table.items():
        line = _line(source, name)
        target = os.path.normpath(Path(folder) / name)
        if not isinstance(fields, dict):
            message = f"'{name}' is not a table. Write [\"{name}\"] and its keys below it"
            problems.append(Problem(path=path, line=line, message=message))
            continue
        if not Path(target).exists():
            message = f"No file '{name}' in this folder{_suggest(name, _names(folder))}"
            problems.append(Problem(path=path, line=line, message=message))
            continue
        entries[target] = _metadata(path, source, line, fields, problems)
    return Sidecar(entries, tuple(problems))


def _metadata(
    path: str, source: str, line: int, fields: Mapping[str, object], problems: list[Problem]
) -> Metadata:
    texts: dict[str, str] = {}
    published: date | None = None
    for key, value in fields.items():
        message: str | None = None
        if key in DATE_KEYS:
            day = _day(value)
            published = published or day
            if day is None:
                message = not_a_date(key, str(value))
        elif key not in TEXT_KEYS:
            message = f"Unknown key '{key}'{_suggest(key, KEYS)}. Keys are {', '.join(KEYS)}"
        elif isinstance(value, str) and value.strip():
            texts[key] = value.strip()
        else:
            message = f"'{key}' must be text in quotes"
        if message is not None:
            problems.append(Problem(path=path, line=_line(source, key, line), message=message))
    return Metadata(
        title=texts.get("title"),
        outlet=texts.get("outlet"),
        url=texts.get("url"),
        label=texts.get("label"),
        published=published,
    )


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return read_day(value) if isinstance(value, str) else None


def _line(source: str, word: str, after: int = 1) -> int:
    """The line, from 1, where `word` first stands at or behind line `after`."""
    for number, line in enumerate(source.splitlines(), start=1):
        if number >= after and word in line and not line.lstrip().startswith("#"):
            return number
    return after


def _line_of(error: Exception) -> int:
    """The line that a TOML error names: "... (at line 3, column 7)"."""
    _, _, place = str(error).partition("at line ")
    digits = place.split(",", 1)[0]
    return int(digits) if digits.isdigit() else 1


def _names(folder: str) -> tuple[str, ...]:
    return tuple(sorted(entry.name for entry in Path(folder).iterdir()))


def _suggest(word: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  only for a message

    close = get_close_matches(word, known, n=1)
    return f" (did you mean '{close[0]}'?)" if close else ""
