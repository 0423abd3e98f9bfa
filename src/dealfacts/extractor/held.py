"""What the grammar around a share says of it: the company that it is of, and who holds it.

Only the record, and the words that all need who fill it; each of them reads one construction.
"""

from __future__ import annotations

from typing import NamedTuple

# What stands between a company and what is its own: "Acme's shares", "Acme Partners' shares".
POSSESSIVES = frozenset({"'s", "'", "’"})


class Held(NamedTuple):
    """What a share is of: its name, and the row place of the name.

    Both are None where it is the deal's target; `holder` is None where others must tell it.
    """

    company: str | None
    at: int | None
    holder: str | None
