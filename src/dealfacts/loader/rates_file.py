"""Reads a table of exchange rates, as CSV or TOML.

CSV has a header `date,pair,rate,tolerance`, TOML one `[[rate]]` table for each rate with the same
keys. `date` and `tolerance` may be left out; `EUR/USD` with rate 1.05 means that one euro is 1.05
dollars. Refuses whatever it does not understand: a wrong rate makes wrong findings.
"""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.errors import DealfactsError
from dealfacts.lexicon import currencies
from dealfacts.model.rates import TOLERANCE, Rate, Rates

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

KEYS = ("date", "pair", "rate", "tolerance")
NEEDED = ("pair", "rate")
TABLE = "rate"


class _Row(NamedTuple):
    """One entry as written; `place` is the file with its line or number."""

    place: str
    fields: Mapping[str, str]


def read_rates(path: str) -> Rates:
    """The rates of a .csv or .toml file. Raises DealfactsError where it is not one, or is wrong."""
    try:
        source = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: rates cannot be read: {error}"
        raise DealfactsError(message) from error
    rows = _toml(path, source) if Path(path).suffix.lower() == ".toml" else _csv(path, source)
    found = tuple(_rate(row) for row in rows)
    if not found:
        message = f"{path}: no rates. Write a line such as 2024-02-26,EUR/USD,1.085"
        raise DealfactsError(message)
    return Rates(found, path)


def _csv(path: str, source: str) -> Iterable[_Row]:
    lines = [
        (number, line)
        for number, line in enumerate(source.splitlines(), start=1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    cells = list(csv.reader((line for _, line in lines), skipinitialspace=True))
    if not cells:
        return
    header = [name.strip().casefold() for name in cells[0]]
    _check_keys(f"{path}:{lines[0][0]}", header)
    for (number, _), row in zip(lines[1:], cells[1:], strict=False):
        place = f"{path}:{number}"
        if len(row) > len(header):
            message = f"{place}: more values than the header has names"
            raise DealfactsError(message)
        told = zip(header, (cell.strip() for cell in row), strict=False)
        yield _Row(place, {name: cell for name, cell in told if cell})


def _toml(path: str, source: str) -> Iterable[_Row]:
    import tomllib  # noqa: PLC0415  few runs have rates, fewer as TOML

    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        message = f"{path}: not TOML: {error}"
        raise DealfactsError(message) from error
    entries = table.pop(TABLE, None)
    if table or not isinstance(entries, list):
        message = f"{path}: write one [[{TABLE}]] table for each rate, and nothing else"
        raise DealfactsError(message)
    for number, entry in enumerate(entries, start=1):
        place = f"{path}: [[{TABLE}]] {number}"
        if not isinstance(entry, dict):
            message = f"{place}: not a table"
            raise DealfactsError(message)
        _check_keys(place, entry)
        yield _Row(place, {key: str(value) for key, value in entry.items()})


def _check_keys(place: str, keys: Iterable[str]) -> None:
    told = tuple(keys)
    unknown = [key for key in told if key not in KEYS]
    missing = [key for key in NEEDED if key not in told]
    if unknown or missing:
        what = f"unknown key '{unknown[0]}'" if unknown else f"no '{missing[0]}'"
        message = f"{place}: {what}. Keys are {', '.join(KEYS)}"
        raise DealfactsError(message)


def _rate(row: _Row) -> Rate:
    base, quote = _pair(row)
    day = row.fields.get("date")
    try:
        on = date.fromisoformat(day) if day else None
    except ValueError as error:
        message = f"{row.place}: 'date' is not a date: \"{day}\". Write it as YYYY-MM-DD"
        raise DealfactsError(message) from error
    tolerance = _number(row, "tolerance", TOLERANCE)
    if not 0 <= tolerance < 1:
        message = f"{row.place}: 'tolerance' is a share of the rate, such as 0.02 for 2 %"
        raise DealfactsError(message)
    return Rate(base, quote, _number(row, "rate", None), on, tolerance)


def _pair(row: _Row) -> tuple[str, str]:
    told = row.fields.get("pair", "")
    base, slash, quote = (part.strip().upper() for part in told.partition("/"))
    if not slash or base == quote or not {base, quote} <= currencies.names().keys():
        message = f"{row.place}: 'pair' is two currency codes such as EUR/USD, not \"{told}\""
        raise DealfactsError(message)
    return base, quote


def _number(row: _Row, key: str, default: Decimal | None) -> Decimal:
    told = row.fields.get(key, "")
    if not told and default is not None:
        return default
    try:
        found = Decimal(told)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or found < 0 or (key == "rate" and not found):
        message = f"{row.place}: '{key}' is not a number above zero: \"{told}\""
        raise DealfactsError(message)
    return found
