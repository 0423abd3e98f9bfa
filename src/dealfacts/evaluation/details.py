"""Every miss, every spurious claim and every wrong qualifier of one score, with its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dealfacts.evaluation.matching import Verdict, touches
from dealfacts.evaluation.sheet import stem
from dealfacts.model.values import (
    Count,
    Money,
    Multiple,
    Organisation,
    PartialDate,
    Percent,
    Person,
    Quote,
    Seat,
    Term,
    Text,
    Undisclosed,
    Value,
    plain,
)

if TYPE_CHECKING:
    from dealfacts.evaluation.facts import FactScore
    from dealfacts.evaluation.gold import GoldClaim
    from dealfacts.evaluation.probes import ProbeScore
    from dealfacts.evaluation.score import Score
    from dealfacts.model.claims import Claim

Texts = Mapping[tuple[str, str], str]
WIDTH = 220


def details(score: Score, texts: Texts, only: str | None) -> list[str]:
    """The lines for one gold file; `only` keeps one attribute and leaves out facts and probes."""
    lines = ["", f"=== {score.gold.name}"]
    for gold in score.matching.missed:
        if only in (None, gold.attribute):
            lines += _missed(gold, score, texts)
    for outcome in score.matching.of(Verdict.SPURIOUS):
        if only in (None, outcome.claim.attribute):
            lines += _spurious(outcome.claim, score, texts)
    lines += [
        f"{slip.qualifier:<9}{slip.printed} should be {slip.right}: {place(slip.gold)} "
        f"{slip.gold.attribute} {sentence(slip.claim, score, texts)}"
        for slip in score.slips
        if only in (None, slip.gold.attribute)
    ]
    if score.facts is not None:
        lines += list(_facts(score.facts, only))
    if score.probes is not None and only is None:
        lines += list(_probes(score.probes))
    return lines


def _missed(gold: GoldClaim, score: Score, texts: Texts) -> Iterator[str]:
    text = texts.get((score.gold.name, gold.source), "")
    yield f"MISSED   {place(gold)} {gold.attribute} {said(gold.value)}  {gold.note}".rstrip()
    yield f"         {_shown(text, gold.wide, (gold.start, gold.end))}"
    for outcome in score.matching.outcomes:
        claim = outcome.claim
        if stem(claim.source) == gold.source and touches(claim, gold.start, gold.end):
            yield f"         printed there: {claim.attribute} {said(claim.value)}"


def _spurious(claim: Claim, score: Score, texts: Texts) -> Iterator[str]:
    where = f"{stem(claim.source)}:{claim.evidence.start}"
    yield f"SPURIOUS {where} {claim.attribute} {said(claim.value)} {claim.hedge}"
    yield f"         {sentence(claim, score, texts)}"
    for gold in score.gold.claims:
        if gold.source == stem(claim.source) and touches(claim, gold.start, gold.end):
            yield f"         gold there: {gold.attribute} {said(gold.value)}  {gold.note}".rstrip()
    if claim.reasons:
        yield f"         because: {'; '.join(claim.reasons)}"


def place(gold: GoldClaim) -> str:
    """Where a gold claim stands: source and offset."""
    return f"{gold.source}:{gold.start}"


def sentence(claim: Claim, score: Score, texts: Texts) -> str:
    """The sentence of a claim on one line, its evidence between brackets."""
    text = texts.get((score.gold.name, stem(claim.source)), "")
    evidence = claim.evidence
    around = (evidence.sentence.start, evidence.sentence.end)
    return _shown(text, around, (evidence.start, evidence.end))


def _shown(text: str, wide: tuple[int, int], span: tuple[int, int]) -> str:
    start, end = max(wide[0], span[0] - WIDTH), min(wide[1], span[1] + WIDTH)
    marked = f"{text[start : span[0]]}[[{text[span[0] : span[1]]}]]{text[span[1] : end]}"
    return " ".join(marked.split())


def _facts(facts: FactScore, only: str | None) -> Iterator[str]:
    for verdict in facts.verdicts:
        fact = verdict.fact
        if only not in (None, fact.attribute):
            continue
        mark = "ok" if verdict.right else "NO"
        yield (
            f"fact {mark}  {fact.statuses[0]} -> {verdict.printed}: {fact.id} {fact.attribute} "
            f"{fact.subject} {fact.period or ''} {verdict.cause}".rstrip()
        )
        if not verdict.right:
            for group in fact.groups:
                yield f"         {group.value}: {', '.join(group.sources)}"
    for one in facts.invented:
        if only in (None, one.attribute):
            loud = "INVENTED" if one.loud else "invented"
            yield f"{loud} {one.rule} {one.attribute} {one.subject}: {' | '.join(one.camps)}"


def _probes(probes: ProbeScore) -> Iterator[str]:
    for name, verdicts in (("negative", probes.negatives), ("trap", probes.traps)):
        for verdict in verdicts:
            if not verdict.right:
                span = verdict.span
                yield f"{name} {span.id} {span.source}:{span.start} {span.quote!r}: {span.right}"
                for gold in verdict.missed:
                    yield f"         missed {gold.attribute} {said(gold.value)}"
                for claim in verdict.spurious:
                    yield f"         printed {claim.attribute} {said(claim.value)}"
    for check in probes.checks:
        mark = "ok" if check.right else "NO"
        printed = "nothing printed"
        if check.printed is not None:
            holds = "holds" if check.printed.holds else "fails"
            printed = f"{check.printed.check} {holds}: {check.printed.message}"
        yield f"check {mark} {check.check.name}: {check.check.verdict} -> {printed}"


def said(value: Value) -> str:
    """A value in a few words."""
    match value:
        case Money():
            return f"{value.currency} {_bounds(value)}"
        case Percent():
            return f"{_bounds(value)}%"
        case Count() | Multiple():
            return _bounds(value)
        case PartialDate():
            return f"{value.text} = {value.edtf}"
        case Person():
            return f"{value.name}, {value.role}, {value.organisation}"
        case Organisation():
            return value.name
        case Quote():
            return f"{value.speaker}: {value.text[:60]}"
        case Seat():
            return f"{value.holder}, board of {value.board}, {value.change}"
        case Term():
            return value.term
        case Text():
            return value.text
        case Undisclosed():
            return "undisclosed"


def _bounds(value: Money | Percent | Count | Multiple) -> str:
    low, high = plain(value.low), plain(value.high)
    return low if low == high else f"{low} to {high}"
