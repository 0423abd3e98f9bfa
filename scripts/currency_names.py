"""Writes lexicon/data/currencies.toml from Unicode CLDR, read through Babel.

Run: `pip install Babel`, `python scripts/currency_names.py`, `python -m dealfacts.lexicon`.
Babel is needed here only, never by the program.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

TARGET = Path(__file__).parents[1] / "src/dealfacts/lexicon/data/currencies.toml"
# Units of account, precious metals, test codes and indexation units are no money of a news text.
NO_TENDER = {"BOV", "CHE", "CHW", "CLF", "CLE", "COU", "MXV", "USN", "USS", "UYI", "UYW", "VED"}
# Money of more countries than this is told by its name alone.
FEW = 2
TENDER_X = {"XAF", "XCD", "XCG", "XOF", "XPF"}
# Money that went out of use before this year stands in no article that dealfacts is made for.
OLDEST = 1985
HEADER = """\
# Currencies of the world: code = [name in English, plural, adjective or "", countries].
# Source: Unicode CLDR (English), written by scripts/currency_names.py. Licence: Unicode-3.0.
# In: legal tender in use in or after 1985. Out: metals, funds, units of account, test codes, and
# names that CLDR tells apart by years only ("Argentine peso (1983-1985)").
"""


def in_use() -> dict[str, list[str]]:
    """Currency code -> territories where it is or (after OLDEST) was legal tender."""
    found: dict[str, list[tuple[bool, str]]] = {}
    for territory, entries in get_global("territory_currencies").items():
        for code, _start, end, tender in entries:
            if tender and (end is None or end[0] >= OLDEST):
                found.setdefault(code, []).append((end is not None, territory))
    return {code: [t for _, t in sorted(places)] for code, places in found.items()}


def main() -> None:
    """Write the file."""
    locale = Locale("en")
    lines = [HEADER]
    for code, places in sorted(in_use().items()):
        single, plural = (get_currency_name(code, n, locale="en") for n in (1, 2))
        if code in NO_TENDER or (code[0] == "X" and code not in TENDER_X) or "(" in single:
            continue
        adjective = single.rpartition(" ")[0]
        countries = (
            [locale.territories[p] for p in places if p in locale.territories]
            if len(places) <= FEW
            else []
        )
        quoted = ", ".join(f'"{country}"' for country in countries)
        lines.append(f'{code} = ["{single}", "{plural}", "{adjective}", [{quoted}]]')
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
