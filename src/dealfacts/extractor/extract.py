"""`extract`: one article in, its claims out. A pure function of the article.

The kinds propose, the best proposal for each figure wins, and the winner becomes a claim with its
evidence and the reasons for the reading.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol

from dealfacts import discovery
from dealfacts.extractor import kinds
from dealfacts.extractor.context import Context, Story
from dealfacts.extractor.echoes import echoes
from dealfacts.extractor.parties import parties
from dealfacts.extractor.parts import as_part, largest_prices
from dealfacts.extractor.posts import employers
from dealfacts.extractor.scene import read
from dealfacts.model.claims import Claim, Equivalent, claim_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dealfacts.extractor.draft import Draft
    from dealfacts.extractor.parties import Parties
    from dealfacts.model.text import Article, Sentence


class Kind(Protocol):
    """What a module of `kinds` offers."""

    __name__: str
    ATTRIBUTES: tuple[str, ...]

    def propose(self, context: Context) -> Iterable[Draft]:
        """Drafts for one sentence."""


def _kinds() -> tuple[Kind, ...]:
    return discovery.modules(kinds)


def _kind_of(draft: Draft) -> str:
    """The name of the kind that makes the attribute of a draft."""
    for kind in _kinds():
        if draft.attribute in kind.ATTRIBUTES:
            return kind.__name__.rpartition(".")[2]
    return draft.attribute


def _winners(drafts: Sequence[tuple[Draft, str]]) -> list[tuple[Draft, str]]:
    """Of the exclusive drafts with overlapping ranges the best one; the others all."""
    ranked = sorted(drafts, key=lambda d: (-d[0].score, d[0].start, d[0].attribute))
    kept: list[tuple[Draft, str]] = []
    for draft, kind in ranked:
        rivals = (
            other
            for other, _ in kept
            if other.start < draft.end
            and draft.start < other.end
            and (
                (other.is_exclusive and draft.is_exclusive)
                or (other.attribute == draft.attribute and other.value == draft.value)
            )
        )
        if next(rivals, None) is None:
            kept.append((draft, kind))
    kept.sort(key=lambda d: (d[0].start, d[0].end, d[0].attribute))
    return kept


def _claim(
    article: Article,
    sentence: Sentence,
    draft: Draft,
    kind: str,
    sides: Parties,
    seen: Counter[tuple[str, str, str]],
) -> Claim:
    words = article.text[sentence.start : sentence.end]
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
        confidence=round(min(max(draft.score, 0), 100) / 100, 2),
        reasons=draft.reasons,
    )


def extract(article: Article) -> tuple[Claim, ...]:
    """The claims of an article, ascending by offset."""
    reading = read(article)
    sides = parties(reading)
    contexts = Story(reading, sides, employers(reading)).contexts
    all_kinds = _kinds()
    seen: Counter[tuple[str, str, str]] = Counter()
    claims: list[Claim] = []
    won = [
        _winners(
            [
                (draft, kind.__name__.rpartition(".")[2])
                for kind in all_kinds
                for draft in kind.propose(context)
            ]
        )
        for context in contexts
    ]
    repeated = echoes(contexts, [[draft for draft, _ in drafts] for drafts in won])
    for drafts, more in zip(won, repeated, strict=True):
        if more:
            drafts[:] = _winners([*drafts, *((draft, _kind_of(draft)) for draft in more)])
    prices = largest_prices(draft for drafts in won for draft, _ in drafts)
    for context, drafts in zip(contexts, won, strict=True):
        sentence = context.scene.sentence
        claims.extend(
            _claim(article, sentence, as_part(draft, prices), kind, sides, seen)
            for draft, kind in drafts
        )
    return tuple(claims)
