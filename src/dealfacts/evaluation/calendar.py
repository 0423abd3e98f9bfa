"""The days that a date of a gold file can mean. Refuses forms that no gold file uses.

2023-12-18, 2023-12, 2023, 2024-Q2, 2024-H1, and first/last of a span with a slash.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

MONTHS = {"Q": 3, "H": 6}
DECEMBER = 12
CODES = {"Q": 32, "H": 39}


def span(iso: str) -> tuple[date, date]:
    """First and last day, both inclusive. Raises ValueError for anything else."""
    if "/" in iso:
        start, end = iso.split("/")
        return span(start)[0], span(end)[1]
    year, *rest = iso.split("-")
    match rest:
        case []:
            first, last = 1, DECEMBER
        case [month] if month[0] in MONTHS:
            width = MONTHS[month[0]]
            last = int(month[1:]) * width
            first = last - width + 1
        case [month]:
            first = last = int(month)
        case _:
            day = date.fromisoformat(iso)
            return day, day
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])


def edtf(iso: str) -> str:
    """The same date as EDTF writes a quarter or half: 2024-34 for 2024-Q2, 2024-40 for 2024-H1."""
    year, dash, part = iso.partition("-")
    known = part[:1] in CODES and part[1:].isdigit()
    return f"{year}{dash}{CODES[part[0]] + int(part[1:])}" if known else iso
