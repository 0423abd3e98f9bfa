"""What the grammar around a share says of it: the company that it is of, and who holds it.

Only the record; the modules that fill it read one construction each.
"""

from __future__ import annotations

from typing import NamedTuple


class Held(NamedTuple):
    """What a share is of: its name, and the row place of the name.

    Both are None where it is the deal's target; `holder` is None where others must tell it.
    """

    company: str | None
    at: int | None
    holder: str | None
