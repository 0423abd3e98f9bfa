"""Compares the parts of two organisations' names (semantics, section 6) and words the outcome.

A parent and its unit are two organisations: a longer name is the same one only where what it adds
merely describes. Refuses to measure words: `fit` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.lexicon.name_forms import legal_forms, organisation_names
from dealfacts.reconciler.name_verdict import Fit, NameVerdict, Sameness

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.reconciler.name_parts import OrganisationParts

# "GE" / "General Example" may be chance; three letters in a row are meant.
SHORTEST_ACRONYM = 3
# Limited, Company or Corporation, Incorporated, plc
UNSAID_FORMS = frozenset("lcip")
# "Gas" / "Gad": a word of three letters has no misprints that are not another word.
SHORTEST_BORNE_OUT = 4
# "Gesselschaft" is a misprint of a legal form, "Ab" and "Inv" are names of their own.
LONG_FORM = 8
# "Power Works" / "Works Power" may be two firms, "First Bank International" turned about is one.
WORDS_OF_CHANCE = 2


def compare_parts(
    left: OrganisationParts, right: OrganisationParts, fit: Callable[[str, str], Fit]
) -> NameVerdict:
    """Compares two organisations by number, core, acronym and what one adds to the other."""
    if left.numbers != right.numbers:
        return NameVerdict(Sameness.DIFFERENT, "the numbers in the names differ")
    if left.letters == right.letters:
        return _by_form(left, right)
    for short, long in ((left, right), (right, left)):
        if is_acronym(short, long):
            return NameVerdict(Sameness.SAME, f'"{short.printed}" is the acronym of the other')
    spelled = _spelled(left, right, fit)
    if spelled is not None:
        return spelled
    if fit("".join(left.core), "".join(right.core)) is Fit.VARIANT and len(left.core) != len(
        right.core
    ):
        return NameVerdict(Sameness.SPELLING_VARIANT, "nearly the same letters, spaced differently")
    return _by_addition(left, right, fit)


def is_acronym(short: OrganisationParts, long: OrganisationParts) -> bool:
    """Whether `short` is made of the first letters of `long`, with or without its weak words."""
    if len(short.core) != 1 or len(long.initials) == 1 or short.numbers:
        return False
    letters = short.letters
    if "&" in short.printed and short.all_initials[0] == long.all_initials[0]:
        return True
    if len(letters) < SHORTEST_ACRONYM:
        return False
    if letters in (long.initials, *long.all_initials):
        return True
    # "AIML" of Acme Iron Mills Limited where the form is not printed
    is_whole = len(long.initials) >= SHORTEST_ACRONYM and not long.forms
    return is_whole and letters[:-1] == long.initials and letters[-1] in UNSAID_FORMS


def _by_form(left: OrganisationParts, right: OrganisationParts) -> NameVerdict:
    """The same core: do the legal forms allow one company?"""
    if left.forms and right.forms and left.forms.isdisjoint(right.forms):
        countries = [{f.partition("_")[0] for f in p.forms if "_" in f} for p in (left, right)]
        if not countries[0].isdisjoint(countries[1]):
            # "Example AG" / "Example GmbH": two entries of one register.
            return NameVerdict(
                Sameness.DIFFERENT, "the same name under two legal forms of a country"
            )
        if all(countries):
            # "Example AG" / "Example S.A.": often a national subsidiary.
            return NameVerdict(Sameness.UNSURE, "the same name under legal forms of two countries")
    if left.forms == right.forms:
        return NameVerdict(Sameness.SAME, "the same name")
    return NameVerdict(Sameness.SAME, "the same name but for the legal form")


def _spelled(
    left: OrganisationParts, right: OrganisationParts, fit: Callable[[str, str], Fit]
) -> NameVerdict | None:
    """The same words, some of them spelled differently."""
    if len(left.core) != len(right.core):
        return None
    changed = [(a, b) for a, b in zip(left.core, right.core, strict=True) if a != b]
    fits = [fit(a, b) for a, b in changed]
    if Fit.NONE in fits:
        return None
    if Fit.NEAR in fits and not _borne_out(left, changed):
        return None
    told = "; ".join(f'"{a}" is spelled "{b}"' for a, b in changed)
    return NameVerdict(Sameness.SPELLING_VARIANT, told)


def _borne_out(name: OrganisationParts, changed: list[tuple[str, str]]) -> bool:
    """Whether the rest of a name lets one short word differ by a letter that is not its first.

    "Saxon Horm Group" / "Saxon Horn Group"; not "Bold Fields" / "Cold Fields", "BQA" / "BQI Works".
    """
    (a, b), *more = changed
    descriptors = organisation_names().words.descriptors
    rest = [word for word in name.core if word != a and word not in descriptors]
    return not more and bool(rest) and a[0] == b[0] and min(len(a), len(b)) >= SHORTEST_BORNE_OUT


def _by_addition(
    left: OrganisationParts, right: OrganisationParts, fit: Callable[[str, str], Fit]
) -> NameVerdict:
    short, long = sorted((left.core, right.core), key=len)
    descriptors = organisation_names().words.descriptors
    forms = (form for form in legal_forms() if len(form) == 1 and len(form[0]) >= LONG_FORM)
    if long[: len(short)] == short:
        added = long[len(short) :]
        told = " ".join(added)
        if all(word in descriptors for word in added):
            return NameVerdict(Sameness.PARTIAL, f'"{told}" is left out, which only describes')
        if len(told) >= LONG_FORM and any(
            fit(told, "".join(form)) is not Fit.NONE for form in forms
        ):
            return NameVerdict(Sameness.SAME, f'"{told}" is a misprinted legal form')
        reason = f'one is the other with "{told}" added: a unit of it or another company'
        return NameVerdict(Sameness.DIFFERENT, reason)
    if short != long and sorted(short) == sorted(long) and len(short) > WORDS_OF_CHANCE:
        return NameVerdict(Sameness.PARTIAL, "the same words in another order")
    strong = [tuple(word for word in core if word not in descriptors) for core in (short, long)]
    if strong[0] and strong[0] == strong[1]:
        # "Example Systems" / "Example Foods": sisters as often as one company.
        return NameVerdict(Sameness.UNSURE, "only the describing words differ")
    return NameVerdict(Sameness.DIFFERENT, f'"{" ".join(short)}" is not "{" ".join(long)}"')
