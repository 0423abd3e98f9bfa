"""Within one article, a short name goes to its long form: "Doe" to "Jane Doe", "Acme" to "Acme AI".

Resolves only where one candidate remains; else the answer is None. Refuses to look at another
article and to correct a spelling: a misspelt repetition keeps its letters and stays as printed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.namesakes import long_forms, only
from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.extractor.mention import PersonName
    from dealfacts.extractor.readers.names import Names

PERSON, ORGANISATION = "person", "organisation"
# How far back, in characters and in mentions, "he" and "the company" may point.
REACH, DEPTH = 700, 6
PAIR = 2


class Resolution(NamedTuple):
    """Each mention's long form by its start offset; None where it stays ambiguous.

    `people` and `organisations` are the mentions' starts, ascending; `forms` maps every name of
    the article as printed to its long form; `salient` is the organisation most spoken of.
    """

    long: Mapping[int, str | None]
    people: tuple[int, ...]
    organisations: tuple[int, ...]
    forms: Mapping[str, str | None]
    salient: str | None


def resolve(names: Names, body: int = 0) -> Resolution:
    """Long forms for all mentions of one article, whose running text begins at `body`."""
    people = _people(names.people)
    firms = long_forms(names.organisations, body)
    long: dict[int, str | None] = {}
    for person in names.people:
        long[person.start] = people.get(person.core)
    for firm in names.organisations:
        long[firm.start] = firms.get(firm.core)
    counted = Counter(long[firm.start] for firm in names.organisations)
    counted.pop(None, None)
    top = counted.most_common(2)
    salient = top[0][0] if top and (len(top) == 1 or top[0][1] > top[1][1]) else None
    return Resolution(
        long,
        tuple(person.start for person in names.people),
        tuple(firm.start for firm in names.organisations),
        {**firms, **people},
        salient,
    )


def _people(mentions: Sequence[PersonName]) -> dict[str, str | None]:
    """Every person's name as printed to the only full name that fits."""
    full = dict.fromkeys(name.core for name in mentions if name.full)
    found: dict[str, str | None] = {}
    by_ends: dict[tuple[str, str], list[str]] = {}
    for name in full:
        parts = name.split()
        if len(parts) > PAIR:
            for part in dict.fromkeys(parts[1:]):
                by_ends.setdefault((parts[0], part), []).append(name)
    for name in full:
        parts = name.split()
        longer = by_ends.get((parts[0], parts[-1]), ())
        found[name] = only(other for other in longer if _contains(other, name)) or name
    by_part: dict[str, set[str]] = {}
    for name in full:
        for part in _keys(name):
            by_part.setdefault(part, set()).add(found[name] or name)
    for mention in mentions:
        if not mention.full:
            found.setdefault(mention.core, only(by_part.get(mention.core.lower(), ())))
        elif (whole := only(by_part.get(mention.core.lower(), ()))) and whole != mention.core:
            found[mention.core] = whole  # "Van der Meer" of "Olga van der Meer"
    return found


def _keys(name: str) -> set[str]:
    """The bare forms of a full name in lower case: given name, surname, also with its particles."""
    parts = [part for part in name.split() if not words.flags(part) & words.SUFFIX]
    keys = {parts[0].lower(), parts[-1].lower()}
    for place, part in enumerate(parts[1:], 1):
        if part[0].islower():
            keys.add(" ".join(parts[place:]).lower())
            break
    if len(parts) > PAIR and not words.flags(parts[1]) & words.INITIAL:
        keys.add(" ".join(parts[1:]).lower())  # "Roe Doe" of "Jane Roe Doe"
    return keys


def _contains(long: str, short: str) -> bool:
    """Whether `short` is `long` without a middle part or suffix: "Jane Doe", "Jane Q. Doe"."""
    a, b = long.split(), short.split()
    if not len(a) > len(b) >= PAIR or a[0] != b[0] or not set(b) <= set(a):
        return False
    return a[-1] == b[-1] or bool(words.flags(a[-1]) & words.SUFFIX)


def antecedent(resolution: Resolution, offset: int, kind: str) -> str | None:
    """Whom "he" or "the company" at `offset` means: the only long form before it of that kind.

    `kind` is "person" or "organisation". None where two candidates stand in the same reach.
    """
    starts = resolution.people if kind == PERSON else resolution.organisations
    at = bisect_left(starts, offset)
    near = [
        name
        for start in starts[max(0, at - DEPTH) : at]
        if start > offset - REACH and (name := resolution.long[start]) is not None
    ]
    return only(near)
