"""Within one article, a short name goes to its long form: "Doe" to "Jane Doe", "Acme" to "Acme AI".

Resolves only where one candidate remains; else the answer is None. Refuses to look at another
article and to correct a spelling: a misspelt repetition keeps its letters and joins the group.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dealfacts.extractor.mention import Name, OrganisationName, PersonName
    from dealfacts.extractor.readers.names import Names

PERSON, ORGANISATION = "person", "organisation"
# How far back an antecedent is looked for, in characters.
REACH = 700


@dataclass(frozen=True, slots=True)
class Resolution:
    """Each mention's long form by its start offset; None where it stays ambiguous.

    `people` and `organisations` are the mentions' starts, ascending; `forms` maps every name of
    the article as printed to its long form; `salient` is the organisation most spoken of.
    """

    long: Mapping[int, str | None]
    people: tuple[int, ...]
    organisations: tuple[int, ...]
    forms: Mapping[str, str | None]
    salient: str | None

    def person(self, start: int) -> str | None:
        """The full name behind the mention that begins at `start`."""
        return self.long.get(start)

    organisation = person


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
    full = Counter(name.core for name in mentions if name.full)
    found: dict[str, str | None] = {name: name for name in full}
    for name in full:
        longer = [other for other in full if other != name and _contains(other, name)]
        if len(longer) == 1:
            found[name] = longer[0]
    by_part: dict[str, set[str]] = {}
    for name in full:
        for part in _keys(name):
            by_part.setdefault(part, set()).add(found[name] or name)
    for mention in mentions:
        if not mention.full:
            found.setdefault(mention.core, _only(by_part.get(mention.core, ())))
    return found


def _keys(name: str) -> set[str]:
    """The bare forms that may stand for a full name: given name, surname, surname with particles."""
    parts = [part for part in name.split() if not words.flags(part) & words.SUFFIX]
    keys = {parts[0], parts[-1]}
    for place, part in enumerate(parts[1:], 1):
        if part[0].islower():
            keys |= {" ".join(parts[place:]), " ".join(parts[place:]).capitalize()}
            break
    return keys


def _contains(long: str, short: str) -> bool:
    """Whether `short` is `long` with a middle part left out: "Jane Doe", "Jane Q. Doe"."""
    a, b = long.split(), short.split()
    return (
        len(a) > len(b) >= 2
        and a[0] == b[0]
        and set(b) <= set(a)
        and (a[-1] == b[-1] or bool(words.flags(a[-1]) & words.SUFFIX))
    )


def _only(candidates: Iterable[str]) -> str | None:
    """The candidate, if there is just one."""
    rest = set(candidates)
    return rest.pop() if len(rest) == 1 else None


def _organisations(mentions: Sequence[OrganisationName]) -> dict[str, str | None]:
    """Every organisation's name as printed to its long form in the article."""
    cores = list(dict.fromkeys(name.core for name in mentions))
    short = {name.short: name.core for name in mentions if name.short}
    found: dict[str, str | None] = {}
    for core in cores:
        if core in short:
            found[core] = short[core]
            continue
        longer = [other for other in cores if _is_short_for(core, other)]
        heads = [name for name in longer if not any(_is_short_for(name, other) for other in longer)]
        found[core] = core if not longer else _only(heads) or _shared(core, heads)
    return {core: _follow(core, found) for core in cores} | {
        name: _follow(core, found) for name, core in short.items()
    }


def _is_short_for(short: str, long: str) -> bool:
    """Whether `long` begins with `short` and goes on with words that only describe."""
    if not long.startswith(short + " "):
        return False
    rest = long[len(short) :].split()
    describing = words.ORGANISATION | words.LEGAL
    return all(words.flags(part) & describing or part in {"&", "and"} for part in rest)


def _shared(core: str, heads: Sequence[str]) -> str | None:
    """Among several long forms none is chosen, but the short form is still its own name."""
    return core if heads else None


def _follow(core: str, found: Mapping[str, str | None]) -> str | None:
    """The end of a chain of short forms."""
    seen = {core}
    at: str | None = core
    while at is not None and (step := found.get(at, at)) != at:
        if step in seen:
            break
        if step is not None:
            seen.add(step)
        at = step
    return at


def antecedent(resolution: Resolution, offset: int, kind: str) -> str | None:
    """Whom "he" or "the company" at `offset` means: the last long form before it of that kind.

    `kind` is "person" or "organisation". None where two candidates stand in the same reach.
    """
    starts = resolution.people if kind == PERSON else resolution.organisations
    at = bisect_left(starts, offset)
    near = [
        resolution.long[start]
        for start in starts[max(0, at - 6) : at]
        if start > offset - REACH and resolution.long[start] is not None
    ]
    return _only(name for name in near if name)


def mentions_of(resolution: Resolution, long: str, names: Sequence[Name]) -> list[Name]:
    """The mentions among `names` whose long form is `long`."""
    return [name for name in names if resolution.long.get(name.start) == long]
