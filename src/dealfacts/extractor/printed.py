"""An article without its marks, and its claims with the words as the article prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.text import Sentence

if TYPE_CHECKING:
    from dealfacts.model.claims import Claim
    from dealfacts.model.plain import Plain
    from dealfacts.model.text import Article, Evidence


def as_plain(article: Article, plain: Plain) -> Article:
    """The article as it is read; its offsets are those of the plain text."""
    sentences = tuple(
        Sentence(start=plain.shown(one.start), end=plain.shown(one.end), part=one.part)
        for one in article.sentences
    )
    parts = {"text": plain.text, "sentences": sentences}
    return article.model_copy(update=parts)


def as_printed(claim: Claim, article: Article, plain: Plain) -> Claim:
    """The claim with its evidence cut from the article itself, marks and all."""

    def cut(evidence: Evidence) -> Evidence:
        start, end = plain.printed(evidence.start, evidence.end)
        first, last = plain.printed(evidence.sentence.start, evidence.sentence.end)
        return article.evidence(start, end, Sentence(start=first, end=last))

    other = claim.equivalent
    if other is not None:
        other = other.model_copy(update={"evidence": cut(other.evidence)})
    return claim.model_copy(update={"evidence": cut(claim.evidence), "equivalent": other})
