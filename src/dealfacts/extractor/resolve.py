"""Within one article, a short name goes to its long form: "Doe" to "Jane Doe", "Acme" to "Acme AI".

Resolves only where one candidate remains; else the answer is None. Refuses to look at another
article and to correct a spelling: a misspelt repetition keeps its letters and stays as printed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dealfacts.extractor.mention import Name, OrganisationName, PersonName
    from dealfacts.extractor.readers.names import Names

PERSON, ORGANISATION = "person", "organisation"
# How far back, in characters and in mentions, "he" and "the company" may point.
REACH, DEPTH = 700, 6
PAIR = 2
SHORTEST_ACRONYM = 2
DESCRIBING = words.ORGANISATION | words.LEGAL


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


def resolve(names: Names) -> Resolution:
    """Long forms for all mentions of one article."""
    people = _people(names.people)
    firms = _organisations(names.organisations)
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
        found[name] = _only(other for other in longer if _contains(other, name)) or name
    by_part: dict[str, set[str]] = {}
    for name in full:
        for part in _keys(name):
            by_part.setdefault(part, set()).add(found[name] or name)
    for mention in mentions:
        if not mention.full:
            found.setdefault(mention.core, _only(by_part.get(mention.core.lower(), ())))
    return found


def _keys(name: str) -> set[str]:
    """The bare forms of a full name in lower case: given name, surname, also with its particles."""
    parts = [part for part in name.split() if not words.flags(part) & words.SUFFIX]
    keys = {parts[0].lower(), parts[-1].lower()}
    for place, part in enumerate(parts[1:], 1):
        if part[0].islower():
            keys.add(" ".join(parts[place:]).lower())
            break
    return keys


def _contains(long: str, short: str) -> bool:
    """Whether `short` is `long` without a middle part or suffix: "Jane Doe", "Jane Q. Doe"."""
    a, b = long.split(), short.split()
    if not len(a) > len(b) >= PAIR or a[0] != b[0] or not set(b) <= set(a):
        return False
    return a[-1] == b[-1] or bool(words.flags(a[-1]) & words.SUFFIX)


def _only(candidates: Iterable[str]) -> str | None:
    """The candidate, if there is just one."""
    only: str | None = None
    for candidate in candidates:
        if only is not None and candidate != only:
            return None
        only = candidate
    return only


def _organisations(mentions: Sequence[OrganisationName]) -> dict[str, str | None]:
    """Every organisation's name as printed to its long form in the article."""
    cores = list(dict.fromkeys(name.core for name in mentions))
    found: dict[str, str | None] = {}
    by_first: dict[str, list[str]] = {}
    acronyms: dict[str, list[str]] = {}
    # A headline in capitals names what the story writes as names are written.
    written: dict[str, list[str]] = {}
    for core in cores:
        if not core.isupper():
            written.setdefault(core.casefold(), []).append(core)
        parts = core.split()
        if len(parts) > 1:
            by_first.setdefault(parts[0], []).append(core)
            for letters in _initials(parts):
                acronyms.setdefault(letters, []).append(core)
    for core in cores:
        longer = [other for other in by_first.get(core.split()[0], ()) if _is_short(core, other)]
        heads = [name for name in longer if not any(_is_short(name, other) for other in longer)]
        if core.isupper() and not longer:
            heads = acronyms.get(core, [])
        if core.isupper() and not heads:
            heads = written.get(core.casefold(), [])
        # Several long forms: none is chosen, and the short form stays a name of its own.
        found[core] = _only(heads) or core
    for name in mentions:
        if name.short and name.short != name.core:
            found[name.short] = name.core
    return {core: _follow(core, found) for core in found}


def _initials(parts: Sequence[str]) -> set[str]:
    """The acronyms that a long name may have: "Green Ridge Coal Company" -> GRCC, GRC."""
    capitals = [part[0] for part in parts if part[0].isupper()]
    bare = [p[0] for p in parts if p[0].isupper() and not words.flags(p) & words.LEGAL]
    return {"".join(some) for some in (capitals, bare) if len(some) >= SHORTEST_ACRONYM}


def _is_short(short: str, long: str) -> bool:
    """Whether `long` begins with `short` and goes on with words that only describe."""
    if not long.startswith(short + " "):
        return False
    rest = long[len(short) :].split()
    return all(words.flags(part) & DESCRIBING or part in {"&", "and"} for part in rest)


def _follow(core: str, found: Mapping[str, str | None]) -> str | None:
    """The end of a chain of short forms."""
    seen = {core}
    at = core
    while (step := found.get(at)) is not None and step not in seen:
        seen.add(step)
        at = step
    return at


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
    return _only(near)


def mentions_of(resolution: Resolution, long: str, names: Sequence[Name]) -> list[Name]:
    """The mentions among `names` whose long form is `long`."""
    return [name for name in names if resolution.long.get(name.start) == long]
