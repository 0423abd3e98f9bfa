"""`extract`: one article in, its claims out. A pure function of the article.

The kinds propose, the best proposal for each figure wins, and the winner becomes a claim with its
evidence and the reasons for the reading.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Protocol

from dealfacts import discovery
from dealfacts.extractor import kinds
from dealfacts.extractor.confidence import Sure, Told, confidence, sentence
from dealfacts.extractor.corrections import taken_back
from dealfacts.extractor.echoes import echoes
from dealfacts.extractor.figure_claims import in_third_money
from dealfacts.extractor.parties import parties
from dealfacts.extractor.parts import as_part, prices, tells_steps
from dealfacts.extractor.printed import as_plain, as_printed
from dealfacts.extractor.scene import read
from dealfacts.extractor.sections import stories
from dealfacts.extractor.shells import turned
from dealfacts.extractor.sides import votes
from dealfacts.extractor.story import Story
from dealfacts.extractor.stray_sums import as_own, as_stray, settled
from dealfacts.model.claims import Claim, Equivalent, claim_id
from dealfacts.model.plain import plain
from dealfacts.model.values import Undisclosed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft
    from dealfacts.extractor.sections import Section
    from dealfacts.extractor.stray_sums import Opened
    from dealfacts.model.text import Article
    from dealfacts.model.values import Value

    # A draft and the name of the kind that made it.
    Proposal = tuple[Draft, str]
    Ranges = list[tuple[int, int]]


# How much of a sentence on each side of a claim makes the claim's identity.
NEAR = 2000


class Kind(Protocol):
    """What a module of `kinds` offers."""

    __name__: str
    ATTRIBUTES: tuple[str, ...]
    NEEDS: frozenset[str]

    def propose(self, context: Context) -> Iterable[Draft]:
        """Drafts for one sentence."""


@cache
def _kinds() -> tuple[tuple[str, Kind], ...]:
    """The name and the module of every kind; which there are does not change while we run."""
    return tuple(
        (module.__name__.rpartition(".")[2], module) for module in discovery.modules(kinds)
    )


@cache
def _proposers() -> tuple[tuple[str, frozenset[str], Callable[[Context], Iterable[Draft]]], ...]:
    """The same as they are asked for every sentence: name, needs, `propose`."""
    return tuple((name, kind.NEEDS, kind.propose) for name, kind in _kinds())


@cache
def _kind_of(attribute: str) -> str:
    """The name of the kind that makes an attribute."""
    return next((name for name, kind in _kinds() if attribute in kind.ATTRIBUTES), attribute)


def _proposals(context: Context) -> list[Proposal]:
    """What the kinds propose that the sentence has a word or sign for."""
    here = context.vocabulary
    return [
        (draft, name)
        for name, needs, propose in _proposers()
        if not needs or not needs.isdisjoint(here)
        for draft in propose(context)
    ]


def _clusters(drafts: Iterable[Proposal]) -> Iterator[list[Proposal]]:
    """The drafts in runs whose ranges overlap one with the next."""
    cluster: list[Proposal] = []
    end = 0
    for proposal in sorted(drafts, key=lambda p: p[0].start):
        if cluster and proposal[0].start >= end:
            yield cluster
            cluster = []
        cluster.append(proposal)
        end = max(end, proposal[0].end)
    if cluster:
        yield cluster


def _winners(drafts: Sequence[Proposal]) -> list[Proposal]:
    """Of the exclusive drafts with overlapping ranges the best one; the others all."""
    if len(drafts) < 2:  # noqa: PLR2004  most sentences have no draft or one
        return list(drafts)
    kept = [winner for cluster in _clusters(drafts) for winner in _best(cluster)]
    kept.sort(key=lambda p: (p[0].start, p[0].end, p[0].attribute))
    return kept


def _best(cluster: list[Proposal]) -> list[Proposal]:
    """The best of a cluster that leave each other room, the best first.

    Two may not both stand for the same words, nor make the same claim twice of them.
    """
    if len(cluster) == 1:
        return cluster
    kept: list[Proposal] = []
    # Ranges that were given away, apart from each other and ascending.
    exclusive: Ranges = []
    same: dict[tuple[str, Value], Ranges] = {}
    for proposal in sorted(cluster, key=lambda p: (-p[0].score, p[0].start, p[0].attribute)):
        draft = proposal[0]
        claimed = same.setdefault((draft.attribute, draft.value), [])
        if _is_taken(claimed, draft) or (draft.is_exclusive and _is_taken(exclusive, draft)):
            continue
        kept.append(proposal)
        insort(claimed, (draft.start, draft.end))
        if draft.is_exclusive:
            insort(exclusive, (draft.start, draft.end))
    return kept


def _is_taken(ranges: Ranges, draft: Draft) -> bool:
    """Whether one of the ranges overlaps that of the draft."""
    at = bisect_left(ranges, (draft.end, 0))
    return at > 0 and ranges[at - 1][1] > draft.start


def _claim(
    context: Context,
    draft: Draft,
    kind: str,
    sure: Sure,
    seen: Counter[tuple[str, str, str]],
) -> Claim:
    article, sentence, sides = context.scene.article, context.scene.sentence, context.parties
    # A text without line breaks is one sentence; its claims must not hash all of it each.
    first, last = max(sentence.start, draft.start - NEAR), min(sentence.end, draft.end + NEAR)
    words = article.text[first:last]
    value = draft.value.model_dump_json()
    key = (draft.attribute, value, words)
    ordinal = seen[key]
    seen[key] += 1
    restated = draft.restated
    return Claim(
        id=claim_id(article.id, draft.attribute, value, words, ordinal),
        source=article.id,
        kind=kind,
        attribute=draft.attribute,
        subject=draft.subject,
        period=draft.period,
        basis=draft.basis,
        modality=draft.modality,
        speaker=draft.speaker,
        hedge=draft.hedge.hedge,
        cue=draft.hedge.text or None,
        value=draft.value,
        equivalent=None
        if restated is None
        else Equivalent(
            currency=restated.value.currency,
            low=restated.value.low,
            high=restated.value.high,
            hedge=restated.hedge.hedge,
            evidence=article.evidence(restated.start, restated.end, sentence),
        ),
        evidence=article.evidence(draft.start, draft.end, sentence),
        parties=draft.parties or (sides.acquirer, sides.target),
        seller=None if draft.parties else sides.seller,
        confidence=sure.confidence,
        reasons=(*draft.reasons, *sure.doubts),
    )


def _told(drafts: Iterable[Draft]) -> Callable[[Draft], Told]:
    """For a draft: how often its article says the same, and how many values it gives."""
    times: Counter[tuple[str, str, Value]] = Counter(
        (draft.attribute, draft.subject, draft.value) for draft in drafts
    )
    values = Counter((attribute, subject) for attribute, subject, _ in times)

    def of(draft: Draft) -> Told:
        subject = (draft.attribute, draft.subject)
        return Told(times[(*subject, draft.value)], values[subject])

    return of


def extract(article: Article) -> tuple[Claim, ...]:
    """The claims of an article, ascending by offset."""
    shown = plain(article.text)
    is_plain = shown.text is article.text
    reading = read(article if is_plain else as_plain(article, shown))
    ballots = turned(reading, tuple(votes(scene, reading) for scene in reading.scenes))
    seen: Counter[tuple[str, str, str]] = Counter()
    found = (claim for story in stories(reading, ballots) for claim in _claims(story, seen))
    return tuple(found if is_plain else (as_printed(claim, article, shown) for claim in found))


def _settle(context: Context, proposal: Proposal, opened: Opened) -> Proposal:
    """The proposal, under the kind that its draft is of when all of the story is known."""
    draft, kind = proposal
    now = as_own(context, as_stray(context, draft, opened), opened)
    return now, kind if now.attribute == draft.attribute else _kind_of(now.attribute)


def _claims(story: Section, seen: Counter[tuple[str, str, str]]) -> Iterator[Claim]:
    """The claims of one story of an article; `seen` counts equal ones for their ids."""
    reading, ballots = story
    sides = parties(reading, ballots)
    contexts = Story(reading, sides, ballots).contexts
    won = [_winners(_proposals(context)) for context in contexts]
    repeated = echoes(contexts, [[draft for draft, _ in drafts] for drafts in won])
    for drafts, more in zip(won, repeated, strict=True):
        if more:
            drafts[:] = _winners([*drafts, *((draft, _kind_of(draft.attribute)) for draft in more)])
    opened = settled(contexts, [[draft for draft, _ in drafts] for drafts in won])
    for context, drafts in zip(contexts, won, strict=True):
        drafts[:] = [_settle(context, proposal, opened) for proposal in drafts]
    known = prices((draft for drafts in won for draft, _ in drafts), in_steps=tells_steps(contexts))
    told = _told(draft for drafts in won for draft, _ in drafts)
    for context, drafts in zip(contexts, won, strict=True):
        if not drafts:
            continue
        here = sentence(context)
        for draft, kind in drafts:
            if not (known.largest and isinstance(draft.value, Undisclosed)):
                sure = confidence(draft, here, told(draft))
                now = taken_back(context, as_part(draft, known))
                for each in (now, *in_third_money(now)):
                    yield _claim(context, each, kind, sure, seen)
