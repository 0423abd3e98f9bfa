"""Words about names: short forms, sounds, titles, legal forms, descriptors. Reads only."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  pydantic reads the fields at run time
from functools import cache
from typing import NamedTuple

from dealfacts.lexicon.store import table


class ShortNames(NamedTuple):
    """Full given name to the forms that stand for it."""

    given: Mapping[str, tuple[str, ...]]


class Spelling(NamedTuple):
    """Sounds in the order of application; titles, suffixes and particles around a name."""

    sounds: tuple[tuple[str, str], ...]
    romanisations: tuple[tuple[str, ...], ...]
    titles: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]


class OrganisationWords(NamedTuple):
    """Words of organisation names that only bind or only describe."""

    leading: frozenset[str]
    binding: frozenset[str]
    descriptors: frozenset[str]
    vehicles: frozenset[str]


class OrganisationNames(NamedTuple):
    """Legal forms by kind, weak words, short spellings, and number words."""

    forms: Mapping[str, tuple[str, ...]]
    words: OrganisationWords
    abbreviations: Mapping[str, str]
    numbers: Mapping[str, str]


@cache
def short_forms() -> Mapping[str, frozenset[str]]:
    """Given name or short form to the full names that it may stand for, itself among them."""
    found: dict[str, set[str]] = {}
    for full, shorts in table("short_names", ShortNames).given.items():
        for form in (full, *shorts):
            found.setdefault(form, set()).add(full)
    return {form: frozenset(full) for form, full in found.items()}


@cache
def spelling() -> Spelling:
    """How names vary, and what stands around them."""
    return table("name_spelling", Spelling)


@cache
def romanisations() -> Mapping[str, int]:
    """A name to the number of its group of spellings."""
    return {word: at for at, group in enumerate(spelling().romanisations) for word in group}


@cache
def organisation_names() -> OrganisationNames:
    """What organisation names are made of besides the name."""
    return table("organisation_names", OrganisationNames)


@cache
def legal_forms() -> Mapping[tuple[str, ...], str]:
    """The words of a legal form to its kind."""
    return {
        tuple(form.split()): kind
        for kind, forms in organisation_names().forms.items()
        for form in forms
    }
