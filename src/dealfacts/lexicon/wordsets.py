"""Unions of word sets, made once: rules ask for the same ones in every sentence.

Refuses nothing, and keeps every union that was asked for: it is for sets of the lexicons alone,
never for those of one article.
"""

from __future__ import annotations

from functools import cache


@cache
def either(*sets: frozenset[str]) -> frozenset[str]:
    """The words of all `sets`."""
    return frozenset().union(*sets)
