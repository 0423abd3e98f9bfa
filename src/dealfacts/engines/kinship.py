"""Which articles of a large drop have to be seen together: the one step that is global.

Articles are kin where they name one company under any of its spellings, where a headline names
another article's party, and where the texts are copies. Everything that can bring two articles into
one deal is such a tie, so that groups of kin can be reconciled apart. Ties are found inside small
blocks that share a key, so that the step can itself be spread. Refuses to say which articles tell
of one deal: that is for `cut`, group by group.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.reconciler.bids import OF_A_DEAL
from dealfacts.reconciler.guests import firm_of, may_be_guest
from dealfacts.reconciler.headlines import names_it
from dealfacts.reconciler.name_links import WIDEST_BLOCK, keys, linked, may_be_linked, members
from dealfacts.reconciler.name_parts import organisation_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.fingerprints import Fingerprint
    from dealfacts.telling import Told

# An article, or a name, as a node: "a" or "n" and what it is called.
Node = tuple[str, str]
Tie = tuple[Node, Node]
Key = tuple[str, str]

# One shingle in so many stands for a text, and so many shared ones make two texts worth a look:
# of copies that share four tenths of 500 shingles some six are in the sample.
SAMPLED = 1 << 27
SHARED = 2
# What marks the key of a whole text, beside those of its shingles.
COPY = "="
# A shingle of more texts is a phrase of the trade.
LONGEST_POSTING = 8


class Member(NamedTuple):
    """What an entry of a block is: a name, a headline, or a text; `node` is what it ties."""

    sort: str
    node: Node
    words: str = ""


def ties(told: Told) -> Iterator[Tie]:
    """Between the articles of one file and the names that they give."""
    for source, claims in _by_source(told).items():
        for name in _names(claims):
            yield ("a", source), ("n", name)


def entries(told: Told) -> Iterator[tuple[Key, Member]]:
    """What the articles of one file put into blocks; their names do so once, by `name_entries`."""
    by_source = _by_source(told)
    for article, print_ in zip(told.articles, told.prints, strict=True):
        node = ("a", article.id)
        if print_.words:
            yield from ((("text", key), Member("text", node)) for key in _samples(print_))
        if article.title and not _sides_stand_in(article.title, by_source.get(article.id, ())):
            for word in sorted(set(organisation_parts(article.title).core)):
                yield ("head", word), Member("headline", node, article.title)


def name_entries(name: str) -> Iterator[tuple[Key, Member]]:
    """The blocks of a name; the same for every article that gives it."""
    node = ("n", name)
    for part in members(name):
        for kind, word in keys(part):
            yield (kind, word), Member("name", node, part)
        core = organisation_parts(part).core
        for word in sorted({core[0], core[-1]}):
            yield ("head", word), Member("name", node, part)


def block_ties(key: Key, block: Iterable[Member]) -> Iterator[Tie]:
    """Ties inside one block; where the key only gives candidates, `SHARED` of them make a tie."""
    held = sorted(set(block))
    nodes = [one.node for one in held]
    kind, word = key
    if kind == "text":
        copies = word.startswith(COPY)
        yield from pairwise(nodes) if copies else combinations(nodes[:LONGEST_POSTING], 2)
    elif kind == "head":
        yield from _headline_ties(held)
    elif len(held) <= WIDEST_BLOCK or kind == "first":
        for a, b in _near(held):
            worth = a.node != b.node and may_be_linked(kind, a.words, b.words)
            if worth and linked(a.words, b.words):
                yield a.node, b.node


def is_candidate(key: Key) -> bool:
    """Whether a block gives candidates only: a tie is one that `SHARED` blocks give."""
    return key[0] == "text" and not key[1].startswith(COPY)


def _by_source(told: Told) -> dict[str, list[Claim]]:
    """The claims of each article, ready-made ones too; an article without any is there too."""
    found: dict[str, list[Claim]] = {article.id: [] for article in told.articles}
    for claim in (*told.said.claims, *told.given.claims):
        found.setdefault(claim.source, []).append(claim)
    return found


def _names(claims: Sequence[Claim]) -> list[str]:
    """The parties of an article; of one that reports no deal the companies that it is about."""
    names = {name for claim in claims for name in claim.parties if name}
    if not any(claim.attribute in OF_A_DEAL and any(claim.parties) for claim in claims):
        names |= {firm for claim in claims if may_be_guest(claim) and (firm := firm_of(claim))}
    return sorted(name for name in names if organisation_parts(name).core)


def _samples(print_: Fingerprint) -> Iterator[str]:
    yield f"{COPY}{print_.digest}"
    yield from (str(one) for one in sorted(print_.shingles) if one < SAMPLED)


def _sides_stand_in(title: str, claims: Sequence[Claim]) -> bool:
    """Whether a headline names both sides of the article's own deal, and so none of another."""
    pairs = {claim.parties for claim in claims if all(claim.parties)}
    return any(all(names_it(title, side or "") for side in pair) for pair in pairs)


def _headline_ties(held: Sequence[Member]) -> Iterator[Tie]:
    names = [one for one in held if one.sort == "name"]
    if len(names) > WIDEST_BLOCK:
        return
    for title in held:
        if title.sort == "headline":
            yield from ((title.node, n.node) for n in names if names_it(title.words, n.words))


def _near(held: Sequence[Member]) -> Iterator[tuple[Member, Member]]:
    """All pairs of a block; of a very wide one those that stand near each other, and its widest.

    The short form of many ("Global", beside "Global ...") sorts first and meets all of them.
    """
    if len(held) <= 10 * WIDEST_BLOCK:
        yield from combinations(held, 2)
        return
    for at, one in enumerate(held):
        yield from ((one, other) for other in held[at + 1 : at + 1 + WIDEST_BLOCK])
    yield from ((held[0], other) for other in held[1 + WIDEST_BLOCK :])
