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


def figure_words(name: str) -> frozenset[str]:
    """The set called `name`; the data file says what each is for."""
    return _sets()[name]
