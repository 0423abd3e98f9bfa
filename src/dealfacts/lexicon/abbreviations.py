"""The words by which a full stop is told from the end of a sentence. Refuses to decide it."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon import store

if TYPE_CHECKING:
    from collections.abc import Mapping


class Abbreviations(NamedTuple):
    """The lists of data/abbreviations.toml, whose comments say what each holds."""

    title: frozenset[str]
    number: frozenset[str]
    form: frozenset[str]
    month: frozenset[str]
    place: frozenset[str]
    inner: frozenset[str]
    starters: frozenset[str]
    domains: frozenset[str]
    speech: frozenset[str]
    scales: frozenset[str]


@cache
def abbreviations() -> Abbreviations:
    """All lists."""
    return store.table("abbreviations", Abbreviations)


@cache
def kinds() -> Mapping[str, str]:
    """Each abbreviation without its full stop -> the name of the list that holds it."""
    lists = abbreviations()
    named = {
        # Later lists win: a form that is also a title ("Sr") can end a sentence.
        "title": lists.title,
        "number": lists.number,
        "inner": lists.inner,
        "month": lists.month,
        "place": lists.place,
        "form": lists.form,
    }
    return MappingProxyType({word: name for name, words in named.items() for word in words})
