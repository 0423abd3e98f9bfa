"""`sources.toml` beside the articles of a folder: what is known of each, file by file.

Refuses unknown keys, unreadable dates and entries for files that are not there: each is a
`Problem` that names the line, and the rest of the file counts.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.loader.fields import DOUBT, Fault, Field, Metadata, metadata
from dealfacts.model.report import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "sources.toml"
DATE_KEYS = ("date", "published")
TEXT_KEYS = ("outlet", "label", "url", "title", "currency")
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
        return Sidecar({}, (_doubt(path, 1, f"Cannot be read: {error}"),))
    except tomllib.TOMLDecodeError as error:
        return Sidecar({}, (_doubt(path, _line_of(error), f"Not TOML: {error}"),))
    entries: dict[str, Metadata] = {}
    problems: list[Problem] = []
    for name, fields in table.items():
        line = _line(source, name)
        target = os.path.normpath(Path(folder) / name)
        if not isinstance(fields, dict):
            message = f"'{name}' is not a table. Write [\"{name}\"] and its keys below it"
            problems.append(_doubt(path, line, message))
            continue
        if not Path(target).exists():
            message = f"No file '{name}' in this folder{_suggest(name, _names(folder))}"
            problems.append(_doubt(path, line, message))
            continue
        entries[target] = _metadata(path, source, line, fields, problems)
    return Sidecar(entries, tuple(problems))


def _metadata(
    path: str, source: str, line: int, fields: Mapping[str, object], problems: list[Problem]
) -> Metadata:
    told: list[Field] = []
    wrong: list[Fault] = []
    for key, value in fields.items():
        at = _line(source, key, line)
        if key in DATE_KEYS:
            told.append(Field(key, str(value), at))
        elif key not in TEXT_KEYS:
            known = f"{_suggest(key, KEYS)}. Keys are {', '.join(KEYS)}"
            wrong.append(Fault(at, f"Unknown key '{key}'{known}"))
        elif isinstance(value, str) and value.strip():
            told.append(Field(key, value, at))
        else:
            wrong.append(Fault(at, f"'{key}' must be text in quotes"))
    found, faults = metadata(told)
    problems.extend(_doubt(path, fault.line, fault.message) for fault in (*wrong, *faults))
    return found


def _doubt(path: str, line: int, message: str) -> Problem:
    return Problem(path=path, line=line, message=message, rule=DOUBT)


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
