"""Finds the configuration file and reads it: from the current folder upwards, or where told.

Cheap where there is none: nothing is imported and nothing opened but a `pyproject.toml` on the way.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.errors import DealfactsError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from dealfacts.cli.configuration import Configuration

NAME = "dealfacts.toml"
PROJECT = "pyproject.toml"
SECTION = "tool.dealfacts"


class Place(NamedTuple):
    """A configuration file: the path to show, and the table that it is, "" for the whole."""

    path: Path
    section: str


def find(start: Path) -> Place | None:
    """The nearest configuration at or above the folder `start`."""
    for folder in (start, *start.parents):
        own = folder / NAME
        if own.is_file():
            return Place(own, "")
        project = folder / PROJECT
        if project.is_file() and _has_section(project):
            return Place(project, SECTION)
    return None


def given(path: str) -> Place:
    """The file that --config names. Raises DealfactsError if there is none."""
    file = Path(path)
    if not file.is_file():
        message = f"{path}: no such configuration file. `dealfacts init` writes one"
        raise DealfactsError(message)
    return Place(file, SECTION if file.name == PROJECT else "")


def _has_section(project: Path) -> bool:
    try:
        return f"[{SECTION}".encode() in project.read_bytes()
    except OSError:
        return False


def read(place: Place) -> Configuration:
    """The settings of a file. Raises DealfactsError that names the line and what to do."""
    import tomllib  # noqa: PLC0415  most runs have no configuration

    from pydantic import ValidationError  # noqa: PLC0415  likewise

    from dealfacts.cli.configuration import Configuration  # noqa: PLC0415  likewise

    shown = _shown(place.path)
    try:
        text = place.path.read_text(encoding="utf-8-sig")
        table: object = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        message = f"{shown}: cannot be read: {error}"
        raise DealfactsError(message) from error
    except tomllib.TOMLDecodeError as error:
        message = f"{shown}: not TOML: {error}"
        raise DealfactsError(message) from error
    except RecursionError:
        message = f"{shown}: not TOML: nested too deeply"
        raise DealfactsError(message) from None
    for part in filter(None, place.section.split(".")):
        table = table.get(part, {}) if isinstance(table, dict) else {}
    try:
        return Configuration.model_validate(table)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=True, include_input=True)[0]
        key = str(first["loc"][0])
        at = line_of(text, key, place.section)
        message = f"{shown}:{at}: {_fault(first)}"
        raise DealfactsError(message) from error


def lines(place: Place) -> dict[str, str]:
    """Every key to where it is set, as in "dealfacts.toml:3"; a key that is not set, to line 1."""
    from dealfacts.cli.configuration import Configuration  # noqa: PLC0415  heavy

    text = place.path.read_text(encoding="utf-8-sig")
    shown = _shown(place.path)
    keys = (name.replace("_", "-") for name in Configuration.model_fields)
    return {key: f"{shown}:{line_of(text, key, place.section)}" for key in keys}


def line_of(text: str, key: str, section: str) -> int:
    """The line, from 1, where `key` is set; that of the section where it cannot be found."""
    start = max(text.find(f"[{section}"), 0) if section else 0
    name = re.escape(key)
    prefix = re.escape(f"{section}.") if section else ""
    shape = rf'^\s*(?:"?{name}"?\s*[=.]|\[{prefix}"?{name}"?[\].])'
    found = re.compile(shape, re.MULTILINE).search(text, start)
    at = start if found is None else found.end()
    return text.count("\n", 0, at) + 1


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _fault(error: ErrorDetails) -> str:
    where = ".".join(str(part) for part in error["loc"] if not isinstance(part, int))
    if error["type"] == "extra_forbidden":
        return f"unknown key '{where}'.{_nearest(where)}"
    told = error["msg"].removeprefix("Value error, ")
    return f"'{where}': {told[:1].lower() if told[:1].isupper() else told[:1]}{told[1:]}"


def _nearest(key: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  only for a message

    from dealfacts.cli.configuration import Configuration  # noqa: PLC0415  likewise

    keys = [name.replace("_", "-") for name in Configuration.model_fields]
    close = get_close_matches(key.replace("_", "-"), keys, n=1, cutoff=0.5)
    hint = f" Did you mean '{close[0]}'?" if close else ""
    return f"{hint} Keys are {', '.join(keys)}"
