"""Small word sets by which kinds tell sentences apart: `data/kind_words.toml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.lexicon.store import table

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def _sets() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = table("kind_words", dict[str, frozenset[str]])
    return found


def kind_words(name: str) -> frozenset[str]:
    """The set called `name`; the data file says what each is for."""
    return _sets()[name]
