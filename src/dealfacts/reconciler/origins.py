"""Which articles go back to one text, so that copies do not count as many voices.

One origin: the same words; nearly the same words (a copy cut short, given a new headline, or with
words changed); a looser likeness under one explicit wire credit, or where one names the other's
outlet as its source. A credit or a mention alone never joins: two stories may name one agency in
passing. Refuses to judge content: two articles that agree in every figure in their own words
are two origins.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.reconciler.fingerprints import Fingerprint, containment, fingerprint

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dealfacts.model.text import Article, Place

__all__ = ["Fingerprint", "SourceText", "fingerprint", "origins"]

# Of a copy with a tenth of its words changed .73 of the three-word shingles stay, of two such
# copies .53 of each other; two reporters on one press release share under .2.
NEAR = 0.38
# One wire story edited by two desks shares whole paragraphs; two stories of one day share quotes.
CREDITED = 0.22
# A wire story is printed within days.
CREDIT_DAYS = 3
# So many shared shingles make a pair worth measuring, and so many pairs are measured for a text.
FEWEST_HITS = 4
MOST_CANDIDATES = 8
# A shingle points at the first few texts that hold it: enough to find a copy's family, and the
# work stays linear where one story has a thousand copies.
LONGEST_POSTING = 8


class SourceText(NamedTuple):
    """One article as the reconciler knows it: metadata and fingerprint, no text."""

    id: str
    path: str
    label: str
    title: str | None
    outlet: str | None
    url: str | None
    published: date | None
    fingerprint: Fingerprint
    taken_from: Place | None = None

    @property
    def digest(self) -> str:
        """A hash of the words; "" where there are none."""
        return self.fingerprint.digest if self.fingerprint.words else ""

    @classmethod
    def of(cls, article: Article, label: str, print_: Fingerprint) -> SourceText:
        """What the reconciler knows of an article that was read."""
        return cls(
            id=article.id,
            path=article.path,
            label=label,
            title=article.title,
            outlet=article.outlet,
            url=article.url,
            published=article.published,
            fingerprint=print_,
            taken_from=article.taken_from,
        )

    @classmethod
    def unread(cls, name: str) -> SourceText:
        """A source that ready-made claims name, and whose text is not at hand."""
        return cls(name, name, name, None, None, None, None, fingerprint(""))


def origins(sources: Sequence[SourceText]) -> dict[str, str]:
    """Source id to origin id ("o1", "o2", ...), numbered by the smallest source id of each."""
    # The longest text first: whatever was cut from it meets it in the index.
    ordered = sorted(sources, key=lambda s: (-s.fingerprint.words, s.id))
    leader = list(range(len(ordered)))
    by_digest: dict[str, int] = {}
    postings: dict[int, list[int]] = {}
    for at, source in enumerate(ordered):
        print_ = source.fingerprint
        if not print_.words:
            continue
        twin = by_digest.setdefault(print_.digest, at)
        if twin != at:
            leader[at] = leader[twin]
            continue
        likest = _likest(source, ordered, postings)
        if likest is not None:
            leader[at] = leader[likest]
        for shingle in print_.shingles:
            posting = postings.setdefault(shingle, [])
            if len(posting) < LONGEST_POSTING:
                posting.append(at)
    return _numbered(ordered, leader)


def _likest(
    source: SourceText, ordered: Sequence[SourceText], postings: dict[int, list[int]]
) -> int | None:
    """The earlier text that this one goes back to, or None."""
    shared = [postings[one] for one in source.fingerprint.shingles if one in postings]
    hits = Counter(chain.from_iterable(shared))
    promising = sorted((-count, at) for at, count in hits.items() if count >= FEWEST_HITS)
    best: tuple[float, int] | None = None
    for _, at in promising[:MOST_CANDIDATES]:
        likeness = containment(source.fingerprint, ordered[at].fingerprint)
        if likeness >= _needed(source, ordered[at]) and (best is None or likeness > best[0]):
            best = likeness, at
    return None if best is None else best[1]


def _needed(a: SourceText, b: SourceText) -> float:
    """How much of the shorter text the longer must hold."""
    if a.published and b.published and abs((a.published - b.published).days) > CREDIT_DAYS:
        return NEAR
    one, other = a.fingerprint, b.fingerprint
    if one.credits & other.credits or _cites(a, b) or _cites(b, a):
        return CREDITED
    return NEAR


def _cites(teller: SourceText, told: SourceText) -> bool:
    """Whether `teller` names the outlet of `told` as where it has its story from."""
    return (
        told.outlet is not None
        and told.outlet.casefold().removeprefix("the ") in teller.fingerprint.cites
    )


def _numbered(ordered: Sequence[SourceText], leader: Sequence[int]) -> dict[str, str]:
    first: dict[int, str] = {}
    for at, source in enumerate(ordered):
        first[leader[at]] = min(first.get(leader[at], source.id), source.id)
    numbers = {top: f"o{n}" for n, top in enumerate(sorted(first, key=lambda t: first[t]), 1)}
    named = {source.id: numbers[leader[at]] for at, source in enumerate(ordered)}
    return dict(sorted(named.items()))
