"""Organisations of one article whose names begin alike: which is a short form of which.

"Acme" of "Acme Holdings", "Acme" of "Acme Container Corp" that was named before, "ACME" in capitals
and "AC" by its letters. Refuses to choose between two long forms.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dealfacts.extractor.mention import OrganisationName

SHORTEST_ACRONYM = 2
# A legal form and the blank before it have this many letters at least.
SHORTEST_FORM = 3
NOWHERE = 1 << 60
# Of names that begin alike so many are looked at: more are no family, and no one is chosen.
MOST_ALIKE = 32
PLAIN = frozenset({"Group", "Groupe", "Gruppe", "Holding", "Holdings", "Company", "Corporation"})
DESCRIBING = words.ORGANISATION | words.LEGAL


class Family(NamedTuple):
    """The names of an article: where the running text has each first, how often each is `counted`.

    `formal` are those that have a legal form; `endings` has the names of several words by their
    last one, `longer` by each way to begin them, in words. Of the names that are not in capitals
    `folded` has all, and `opened` the same as `longer`, in lower case.
    """

    first: Mapping[str, int]
    counted: Mapping[str, int]
    endings: Mapping[str, Sequence[str]]
    formal: frozenset[str]
    longer: Mapping[str, Sequence[str]]
    folded: Mapping[str, Sequence[str]]
    opened: Mapping[str, Sequence[str]]


def long_forms(mentions: Sequence[OrganisationName], body: int) -> dict[str, str | None]:
    """Every organisation's name as printed to its long form in the article."""
    family = _family(mentions, body)
    acronyms: dict[str, list[str]] = {}
    for core in family.first:
        for letters in _initials(core.split()):
            acronyms.setdefault(letters, []).append(core)
    found: dict[str, str | None] = {}
    for core in family.first:
        heads = _heads(core, family)
        heads = heads or (_nicknamed(core, family) if " " not in core else [])
        if not heads and family.first[core] == NOWHERE and (tail := _tail(core, family)):
            heads = [tail]  # "Testonian Start-up Example AI" in a headline
        if core.isupper() and not heads:
            heads = acronyms.get(core, []) or _written(core, family)
        # Several long forms: none is chosen, and the short form stays a name of its own.
        found[core] = only(heads) or core
    for name in mentions:
        if name.short and name.short != name.core:
            found[name.short] = name.core
    return {core: _follow(core, found) for core in found}


def _family(mentions: Sequence[OrganisationName], body: int) -> Family:
    first: dict[str, int] = {}
    formal: set[str] = set()
    for name in mentions:
        if name.start >= body:
            first.setdefault(name.core, name.start)
        if name.end - name.start >= len(name.core) + SHORTEST_FORM:
            formal.add(name.core)
    for name in mentions:
        first.setdefault(name.core, NOWHERE)
    longer: dict[str, list[str]] = {}
    folded: dict[str, list[str]] = {}
    opened: dict[str, list[str]] = {}
    for core in first:
        end = core.find(" ")
        shown = not core.isupper()
        if shown:
            folded.setdefault(core.casefold(), []).append(core)
        while end > 0:
            _add(longer, core[:end], core)
            if shown:
                _add(opened, core[:end].casefold(), core)
            end = core.find(" ", end + 1)
    endings: dict[str, list[str]] = {}
    for core in first:
        if " " in core:
            _add(endings, core.rpartition(" ")[2], core)
    counted = Counter(mention.core for mention in mentions)
    return Family(first, counted, endings, frozenset(formal), longer, folded, opened)


def _add(index: dict[str, list[str]], key: str, core: str) -> None:
    """Notes a name under a key; of the many that an attack has, a few will do."""
    known = index.setdefault(key, [])
    if len(known) < MOST_ALIKE:
        known.append(core)


def _heads(core: str, family: Family) -> list[str]:
    """The long forms of a name in the case in which it is printed."""
    alike = family.longer.get(core, ())
    longer = [o for o in alike if _is_short(core, o) and not _is_later_unit(core, o, family)]
    if not longer and core not in family.formal:
        longer = [other for other in alike if _introduced(core, other, family)]
    if not longer and family.first[core] == NOWHERE and not words.flags(core) & words.PLACE:
        longer = [o for o in alike if family.first[o] < NOWHERE]  # only in headlines
    return _longest(longer)


def _is_later_unit(short: str, long: str, family: Family) -> bool:
    """Whether a longer name comes up only after the short one, and so means something else.

    "Acme ... its foundation, Acme Foundation"; a firm's own name is longest where it stands first.
    What adds no more than "Group" or "Holdings", or has a legal form, is the firm all the same.
    """
    if long in family.formal or PLAIN.issuperset(long[len(short) :].split()):
        return False
    return short in family.formal or family.first[short] < family.first[long] < NOWHERE


def _nicknamed(core: str, family: Family) -> list[str]:
    """The names whose last word is a word of many: "Rovers" of "Example Rovers" before it.

    A word that could be a firm of its own ("Discovery" of "Acme Discovery") is no such form.
    """
    flag = words.flags(core)
    if core in family.formal or flag & words.PLACE:
        return []
    is_nickname = flag & words.ORGANISATION or core[-1] == "s"
    return [
        name
        for name in family.endings.get(core, ())
        if family.first[name] < family.first[core]
        and (is_nickname or _is_kind(name, flag) or _goes_by_ending(core, name, family))
    ]


def _goes_by_ending(core: str, name: str, family: Family) -> bool:
    """Whether an article that gives a name in full goes on with its last word alone.

    "Examplage Con-Toso Inc. ... Con-Toso ... Con-Toso"; of a firm that has the names of two the
    last alone is told less often than both.
    """
    return not (
        words.flags(core) & (words.COMMON | words.PEOPLE)
        or name.partition(" ")[0] in family.first
        or family.counted[core] <= family.counted[name]
    )


def _is_kind(name: str, flag: int) -> bool:
    """Whether the first word of a name says what it is: "Banque" of "Banque Exampla"."""
    kind = words.flags(name.partition(" ")[0])
    return bool(kind & words.ORGANISATION and not (kind | flag) & words.COMMON)


def _tail(core: str, family: Family) -> str | None:
    """The name of the running text with which a longer one ends, behind words that describe it."""
    parts = core.split()
    for at in range(1, len(parts)):
        rest = " ".join(parts[at:])
        if family.first.get(rest, NOWHERE) < NOWHERE:
            nouns = words.lexicon().cues.company_nouns
            plain = words.PEOPLE | words.COMMON
            described = all(words.flags(p) & plain or p.lower() in nouns for p in parts[:at])
            return rest if described else None
    return None


def _longest(names: Sequence[str]) -> list[str]:
    """The names that are no short form of another."""
    return [name for name in names if not any(_is_short(name, other) for other in names)]


def _introduced(short: str, long: str, family: Family) -> bool:
    """Whether the text first has a long name with its legal form, then only its beginning.

    "Example Container Corp said ... Example said"; not "Example said ... Example Brasil Ltda".
    What a firm has or makes does as a legal form does: "Example Ports".
    """
    return (
        (long in family.formal or _is_trade(long[len(short) :]))
        and family.first[long] < family.first[short]
        and not any(
            words.flags(part) & (words.PLACE | words.PEOPLE) for part in long[len(short) :].split()
        )
    )


def _is_trade(rest: str) -> bool:
    """Whether the words behind the beginning of a name say what a firm has or makes.

    Plurals and everyday words do: "Bakeries", "Photonics", "Kitchen"; "DeepThought" does not.
    """
    return all(part.endswith("s") or words.flags(part) & words.COMMON for part in rest.split())


def _written(core: str, family: Family) -> list[str]:
    """The names that a headline in capitals means: the same words, or else their beginning."""
    lower = core.casefold()
    if core in family.formal:
        return []
    # "ABC" is no way to print "Abc Bank" where the text has "ABC Bank"
    opened = [long for long in family.opened.get(lower, ()) if not long.startswith(core + " ")]
    return list(family.folded.get(lower, ())) or _longest(opened)


def _initials(parts: Sequence[str]) -> set[str]:
    """The acronyms that a long name may have: "Green Ridge Coal Company" -> GRCC, GRC."""
    capitals = [part[0] for part in parts if part[0].isupper()]
    bare = [p[0] for p in parts if p[0].isupper() and not words.flags(p) & words.LEGAL]
    # "GR" of Green Ridge Coal, where nothing else of the article is called so
    short = bare[:-1] if len(bare) > SHORTEST_ACRONYM else []
    return {"".join(some) for some in (capitals, bare, short) if len(some) >= SHORTEST_ACRONYM}


def _is_short(short: str, long: str) -> bool:
    """Whether `long` begins with `short` and goes on with words that only describe."""
    if not long.startswith(short + " "):
        return False
    rest = long[len(short) :].replace(" Real Estate", " Group").split()
    return all(words.flags(part) & DESCRIBING or part in {"&", "and"} for part in rest)


def _follow(core: str, found: Mapping[str, str | None]) -> str | None:
    """The end of a chain of short forms."""
    seen, at = {core}, core
    while (step := found.get(at)) is not None and step not in seen:
        seen.add(step)
        at = step
    return at


def only(candidates: Iterable[str]) -> str | None:
    """The candidate, if there is just one."""
    only: str | None = None
    for candidate in candidates:
        if only is not None and candidate != only:
            return None
        only = candidate
    return only
