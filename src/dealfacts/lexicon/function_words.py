"""Function words, by which a language is known. Refuses to name a language: the loader does."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  pydantic reads it at run time
from functools import cache
from typing import NamedTuple

from dealfacts.lexicon import store


class FunctionWords(NamedTuple):
    """English function words, what contractions stand for, and the words of other languages."""

    english: frozenset[str]
    contractions: Mapping[str, str]
    foreign: Mapping[str, frozenset[str]]


@cache
def function_words() -> FunctionWords:
    """The lists of data/function_words.toml."""
    return store.table("function_words", FunctionWords)
