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
# Metadata of a hundred thousand articles; more is no sidecar.
LARGEST = 16 * 2**20
# Names are looked for among so many, and for the first so many mistakes.
MOST_NAMES, MOST_HINTS, LONGEST_NAME = 5_000, 20, 255


class Sidecar(NamedTuple):
    """What one `sources.toml` says: absolute file path -> metadata, and what is wrong with it."""

    entries: Mapping[str, Metadata]
    problems: tuple[Problem, ...] = ()


class _Page:
    """A sidecar as it is written: which table and which key stands on which line, from 1."""

    def __init__(self, source: str) -> None:
        self._lines = source.splitlines()
        self._tables: dict[str, int] = {}
        for number, line in enumerate(self._lines, start=1):
            if line.lstrip().startswith("["):
                self._tables.setdefault(line.strip().strip("[]").strip().strip("\"'"), number)

    def table(self, name: str) -> int:
        """The line on which a table opens."""
        return self._tables.get(name) or self.line(name)

    def line(self, word: str, after: int = 1) -> int:
        """The line where `word` first stands at or behind line `after`."""
        for number in range(after, len(self._lines) + 1):
            line = self._lines[number - 1]
            if word in line and not line.lstrip().startswith("#"):
                return number
        return after


def read_sidecar(folder: str) -> Sidecar:
    """The sidecar of `folder`; empty where there is none."""
    file = Path(folder) / NAME
    if not file.is_file():
        return Sidecar({})
    path = str(file)
    import tomllib  # noqa: PLC0415  most folders have no sidecar

    try:
        source = _text(file)
        table = tomllib.loads(source)
    except (OSError, UnicodeDecodeError) as error:
        return Sidecar({}, (_doubt(path, 1, f"Cannot be read: {error}"),))
    except tomllib.TOMLDecodeError as error:
        return Sidecar({}, (_doubt(path, _line_of(error), f"Not TOML: {error}"),))
    except RecursionError:
        return Sidecar({}, (_doubt(path, 1, "Not TOML: nested too deeply"),))
    page = _Page(source)
    entries: dict[str, Metadata] = {}
    problems: list[Problem] = []
    names: tuple[str, ...] | None = None
    for name, fields in table.items():
        target = os.path.normpath(Path(folder) / name)
        if not isinstance(fields, dict):
            message = f"'{name}' is not a table. Write [\"{name}\"] and its keys below it"
            problems.append(_doubt(path, page.table(name), message))
        elif not os.path.exists(target):  # noqa: PTH110  a name can be too long for a path
            names = _names(folder) if names is None else names
            hint = _suggest(name, names) if len(problems) < MOST_HINTS else ""
            message = f"No file '{name}' in this folder{hint}"
            problems.append(_doubt(path, page.table(name), message))
        else:
            entries[target] = _metadata(path, page, page.table(name), fields, problems)
    return Sidecar(entries, tuple(problems))


def _text(file: Path) -> str:
    with file.open("rb") as stream:
        raw = stream.read(LARGEST + 1)
    if len(raw) > LARGEST:
        message = f"it is larger than {LARGEST // 2**20} MiB"
        raise OSError(message)
    return raw.decode("utf-8-sig")


def _metadata(
    path: str, page: _Page, line: int, fields: Mapping[str, object], problems: list[Problem]
) -> Metadata:
    told: list[Field] = []
    wrong: list[Fault] = []
    for key, value in fields.items():
        at = page.line(key, line)
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


def _line_of(error: Exception) -> int:
    """The line that a TOML error names: "... (at line 3, column 7)"."""
    _, _, place = str(error).partition("at line ")
    digits = place.split(",", 1)[0]
    return int(digits) if digits.isdigit() else 1


def _names(folder: str) -> tuple[str, ...]:
    found = sorted(entry.name for entry in Path(folder).iterdir())
    return tuple(found[:MOST_NAMES])


def _suggest(word: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  only for a message

    close = get_close_matches(word[:LONGEST_NAME], known, n=1)
    return f" (did you mean '{close[0]}'?)" if close else ""
