"""Which names of a whole drop are linked: cheap blocking first, the full comparison only there.

Two names are strongly linked where they are one name by themselves, weakly where it takes a second
sign (one opens or closes the other). Refuses to merge: links are not transitive.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon.name_words import PLACE, flags
from dealfacts.reconciler.name_parts import organisation_parts, sound
from dealfacts.reconciler.names import Sameness, compare_organisations, extends
from dealfacts.reconciler.organisation_names import UNSAID_FORMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# "Alpha Partners, Beta and Gamma": several buyers in one party.
MEMBERS = re.compile(r"\s*(?:,\s*(?:and\s+)?|;\s*|\band\b)\s*")
# A misspelt name keeps its first four or its last four sounds.
KEY_LETTERS = 4
# A key that so many names share ("bank", "inte...") tells nothing; the full first word still does.
WIDEST_BLOCK = 40
SPELT = frozenset({"opens", "closes"})
# An edit brings or takes at most two letters, and two edits are the most for common lengths.
MOST_ODD_LETTERS = 4
SHORTEST_ACRONYM = 3
# "Man" for "Manchester"; two letters begin too many words.
SHORTEST_CLIP = 3


class NameLinks(NamedTuple):
    """Every name to the names it is linked with, itself among them."""

    strong: Mapping[str, frozenset[str]]
    weak: Mapping[str, frozenset[str]]

    def link(self, a: str, b: str) -> str | None:
        """`strong`, `weak` or None."""
        if b in self.strong.get(a, ()):
            return "strong"
        return "weak" if b in self.weak.get(a, ()) else None

    def of(self, name: str) -> frozenset[str]:
        """The names that one is linked with, itself among them; none for a name not of the drop."""
        return self.strong.get(name, frozenset()) | self.weak.get(name, frozenset())


def members(party: str) -> tuple[str, ...]:
    """The party itself, and each of several names in it."""
    parts = tuple(part for part in MEMBERS.split(party) if part)
    return (party,) if len(parts) == 1 else (party, *parts)


def name_links(parties: Iterable[str]) -> NameLinks:
    """The links among the parties of a drop."""
    known = sorted(set(parties))
    spoken: dict[str, list[str]] = defaultdict(list)
    for party in known:
        for name in members(party):
            spoken[name].append(party)
    strong = {party: {party} for party in known}
    weak: dict[str, set[str]] = {party: set() for party in known}
    for holders in spoken.values():
        _connect(strong, holders, holders)
    for a, b in _candidates(spoken):
        link = linked(a, b)
        if link is not None:
            _connect(strong if link == "strong" else weak, spoken[a], spoken[b])
    return NameLinks(
        {name: frozenset(others) for name, others in strong.items()},
        {name: frozenset(others) for name, others in weak.items()},
    )


def linked(a: str, b: str) -> str | None:
    """How two names that share a key are linked by themselves: `strong`, `weak` or None."""
    verdict = compare_organisations(a, b)
    if verdict.links:
        return "strong"
    unsure = verdict.verdict is Sameness.UNSURE or _may_shorten(a, b) or _may_shorten(b, a)
    return "weak" if unsure or _clipped(a, b) else None


def _clipped(a: str, b: str) -> bool:
    """Whether one word of several is cut short in one of the names: "Man" of "Manchester"."""
    left, right = organisation_parts(a).core, organisation_parts(b).core
    if len(left) != len(right) or len(left) == 1:
        return False
    changed = [
        sorted(pair, key=len) for pair in zip(left, right, strict=True) if len(set(pair)) > 1
    ]
    return len(changed) == 1 and all(
        len(short) >= SHORTEST_CLIP and long.startswith(short) for short, long in changed
    )


def _connect(links: dict[str, set[str]], left: list[str], right: list[str]) -> None:
    for a in left:
        for b in right:
            links[a].add(b)
            links[b].add(a)


def _may_shorten(short: str, long: str) -> bool:
    """Whether `short` opens `long`, or closes it as a surname does ("Doe" of "Jane Doe")."""
    left, right = organisation_parts(short), organisation_parts(long)
    closes = len(left.core) < len(right.core) and right.core[-len(left.core) :] == left.core
    return closes or extends(short, long) or _is_of_place(left.core, long)


def _is_of_place(short: tuple[str, ...], long: str) -> bool:
    """Whether a name stands behind the place where the firm is: "Acme" of "Exampla Acme Works"."""
    place, _, rest = long.partition(" ")
    return bool(flags(place) & PLACE) and organisation_parts(rest or place).core[:1] == short


def _candidates(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that share a key, each once."""
    blocks: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in names:
        for key in keys(name):
            blocks[key].add(name)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        block = blocks[key]
        if len(block) > WIDEST_BLOCK and key[0] != "first":
            continue
        for pair in combinations(sorted(block), 2):
            if pair not in seen and may_be_linked(key[0], *pair):
                seen.add(pair)
                yield pair


def may_be_linked(kind: str, a: str, b: str) -> bool:
    """Whether two names that share a key of that kind are worth comparing."""
    return kind not in SPELT or _spelt_alike(a, b)


def _spelt_alike(a: str, b: str) -> bool:
    """Whether a few edits could turn the one into the other, or one opens the other."""
    left, right = organisation_parts(a).letters, organisation_parts(b).letters
    short, long = sorted((left, right), key=len)
    return len(set(left) ^ set(right)) <= MOST_ODD_LETTERS or long.startswith(short)


def keys(name: str) -> Iterator[tuple[str, str]]:
    """The keys, kind and word, of which two names that may be linked share one."""
    parts = organisation_parts(name)
    head, letters = sound(parts.core[0]), sound(parts.letters)
    yield "first", head
    if len(parts.core) > 1 and flags(name.partition(" ")[0]) & PLACE:
        yield "first", sound(parts.core[1])  # "Exampla Acme Works"
    yield "opens", letters[:KEY_LETTERS]
    yield "closes", head[-KEY_LETTERS:]
    if len(parts.core) > 1:
        yield "last", sound(parts.core[-1])
        for initials in {parts.initials, *parts.all_initials}:
            if len(initials) >= SHORTEST_ACRONYM:
                yield "initials", initials
    else:
        yield "last", head
        yield "initials", parts.letters
        if parts.letters[-1] in UNSAID_FORMS:
            yield "initials", parts.letters[:-1]
        if "&" in name:
            yield "initials", parts.all_initials[0]
