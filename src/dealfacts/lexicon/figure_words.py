"""Small word sets that tell periods, measures and owners apart: `data/figure_words.toml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.lexicon.store import table

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def _sets() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = table("figure_words", dict[str, frozenset[str]])
    return found


@cache
def figure_words(*names: str) -> frozenset[str]:
    """The words of all sets called `names`; the data file says what each is for."""
    return frozenset().union(*(_sets()[name] for name in names))
