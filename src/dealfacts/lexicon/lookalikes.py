"""Letters of other scripts that print like Latin ones: `data/lookalikes.toml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.lexicon.store import table

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def lookalikes() -> Mapping[str, str]:
    """The letter of another script -> the Latin letter that it is taken for."""
    known = table("lookalikes", dict[str, dict[str, str]])["letters"]
    return {other: letter for letter, others in known.items() for other in others}
