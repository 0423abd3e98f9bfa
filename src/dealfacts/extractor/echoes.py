"""A figure repeated in one article is the same fact: untyped repeats take the meaning of the first.

Works on what the kinds have proposed; never types a figure that nothing in the article explains.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import holdings, periods, stance
from dealfacts.extractor.figure_claims import is_large, is_unit_price, negative, restatement
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import last_before
from dealfacts.extractor.series_links import (
    COMPARES,
    RESULTS,
    SHAKY,
    compares,
    follows,
    restates,
    shared_out,
)
from dealfacts.extractor.tokens import MONEY, ORGANISATION, PERCENT
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.wordsets import either
from dealfacts.model.values import Money
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.draft import Draft

# Readings at least this strong speak for the figure's other mentions; weaker ones give way.
SETTLED = 80
ECHO_SCORE = 62
LISTED = frozenset({"revenue", "profit", "spending", "prior_valuation", "other_amount"})
STAKES = frozenset({"stake"})
PRICES, PRIOR = frozenset({"share_price"}), "prior_valuation"
CONVERTED = frozenset({"deal_amount", "valuation", "total_raised", "debt", "break_fee"})
SUMS = LISTED | CONVERTED
LIST_COST = 6
RESULT_SCORE = 101
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "against $8 million and $1 million respectively"
IN_TURN, PAIR = frozenset({"respectively"}), 2
# "Beta took almost $1bn": the verb, how far it stands from the sum, and who else may take
TAKES, TAKEN_REACH = frozenset({"took", "takes"}), 4
TAKERS = frozenset({"who", "and", "also", "then", "first", "round", "deal", "bid", "offer", "we"})
REPEATED = frozenset({"deal_amount", "valuation", "prior_valuation", "total_raised", "break_fee"})


def _key(value: Money) -> tuple[str, Decimal, Decimal]:
    return value.currency, value.low, value.high


def _known(drafts: Iterable[Draft]) -> dict[tuple[str, Decimal, Decimal], Draft | None]:
    """Each settled sum with the draft that types it; None where two attributes claim it."""
    known: dict[tuple[str, Decimal, Decimal], Draft | None] = {}
    for draft in drafts:
        if not isinstance(draft.value, Money) or draft.score < SETTLED:
            continue
        key = _key(draft.value)
        if key not in known:
            known[key] = draft
        else:
            first = known[key]
            if first is not None and first.attribute != draft.attribute:
                known[key] = None
    return known


def _echo(figure: Figure, first: Draft) -> Draft:
    mention = figure.mention
    return first._replace(
        start=mention.start,
        end=mention.end,
        value=mention.value,
        hedge=mention.hedge,
        restated=restatement(figure),
        score=ECHO_SCORE,
        reasons=(f"the article gives the same figure as {first.attribute}",),
    )


def _is_raised_by_other(context: Context, place: int) -> bool:
    """Whether somebody else took the same sum: "Berlin-based Beta took almost $1bn in October"."""
    words = context.words
    verb = next(
        (at for at in range(place - 1, max(place - TAKEN_REACH, 0), -1) if words[at] in TAKES), 0
    )
    if not verb or context.parties.target is None:
        return False
    named = last_before(context.organisations, verb)
    if named is not None and is_side(context, named.name):
        return False
    own = either(figure_words("stands_for", "put_into"), TAKERS) - {ORGANISATION}
    return words[verb - 1] not in own


def _in_turn(
    context: Context, sums: Sequence[Figure], by_start: Mapping[int, Draft]
) -> Iterator[tuple[Draft, Figure]]:
    """Results compared in turn: "sales of $9m and a loss of $2m, against $8m and $1m respectively".

    Each of the later sums goes with the result at the same place of the earlier ones.
    """
    words = context.words
    if IN_TURN.isdisjoint(context.vocabulary):
        return
    heads = [by_start[f.mention.start] for f in sums if f.mention.start in by_start]
    heads = [head for head in heads[: len(sums) // 2] if head.attribute in RESULTS]
    later = sums[len(heads) :]
    if len(heads) < PAIR or len(later) != len(heads):
        return
    between = words[sums[len(heads) - 1].place : later[0].place]
    if not COMPARES.isdisjoint(between):
        yield from zip(heads, later, strict=True)


def _series(context: Context, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Untyped figures that continue a list of sums or of holdings."""
    by_start = {draft.start: draft for draft in drafts if draft.is_exclusive}
    words = context.scene.row.words
    sums = [figure for figure in context.figures if figure.sign == MONEY and is_large(figure)]
    paired = [_next(context, head, figure) for head, figure in _in_turn(context, sums, by_start)]
    if paired:
        yield from paired
        return
    for sign, attributes, counts in (
        (MONEY, SUMS, is_large),
        (MONEY, PRICES, is_unit_price),
        (PERCENT, STAKES, None),
    ):
        figures = [
            figure
            for figure in context.figures
            if figure.sign == sign and (counts is None or counts(figure))
        ]
        for figure, following in pairwise(figures):
            head = by_start.get(figure.mention.start)
            if head is None or head.attribute not in attributes:
                continue
            weak = by_start.get(following.mention.start)
            if weak is not None and weak.attribute == head.attribute:
                continue
            between = words[figure.place + 1 : following.place]
            if sign == MONEY:
                is_weak = weak is None or weak.score < SETTLED
                continues = (is_weak and restates(between, head, following)) or (
                    head.attribute not in CONVERTED and follows(between, head, weak)
                )
            else:
                continues = compares(between) or (weak is None and shared_out(between))
            if continues:
                draft = _next(context, head, following)
                if head.attribute == PRIOR and "to" in between:
                    draft = draft._replace(attribute="valuation", period=None)
                by_start[draft.start] = draft
                yield draft


def _subject(context: Context, head: Draft, figure: Figure) -> str:
    """The next holder of a list of holdings, or the same one at an earlier time."""
    if figure.sign == MONEY:
        return head.subject
    near = context.words[max(figure.place - 2, 0) : figure.place]
    if near[-1:] == ("from",) or not figure_words("stake_against").isdisjoint(near):
        return f"{head.subject}: before"
    return holdings.holding(context, figure.place)


def _next(context: Context, head: Draft, figure: Figure) -> Draft:
    mention = figure.mention
    is_result = head.attribute in RESULTS
    value = mention.value
    if isinstance(value, Money) and isinstance(head.value, Money) and head.value.high < 0:
        value = negative(value)
    period = periods.near(context, figure.place) if figure.sign == MONEY else None
    return head._replace(
        start=mention.start,
        end=mention.end,
        value=value,
        hedge=mention.hedge,
        restated=restatement(figure),
        subject=_subject(context, head, figure),
        period=period,
        modality=_modality(context, head, figure, period),
        score=RESULT_SCORE if is_result or figure.sign == PERCENT else head.score - LIST_COST,
        reasons=(f"continues a list that opens with {head.attribute}",),
    )


def _modality(context: Context, head: Draft, figure: Figure, period: str | None) -> Modality:
    """That of the list; results speak for themselves, and those of a year to come are expected."""
    if head.attribute not in RESULTS:
        return head.modality
    published = context.scene.article.published
    year = YEAR.search(period or "")
    if year is not None and published is not None and int(year.group()) > published.year:
        return Modality.EXPECTED
    return stance.results(context, figure.place) or Modality.ACTUAL


def echoes(contexts: Sequence[Context], won: Sequence[Sequence[Draft]]) -> list[list[Draft]]:
    """Drafts for sums that no kind has typed, sentence by sentence."""
    known = _known(draft for drafts in won for draft in drafts)
    found: list[list[Draft]] = []
    for context, drafts in zip(contexts, won, strict=True):
        taken = {draft.start for draft in drafts if draft.is_exclusive and draft.score >= SHAKY}
        mine: list[Draft] = []
        for figure in context.figures:
            value = figure.mention.value
            if figure.sign != MONEY or not isinstance(value, Money) or not is_large(figure):
                continue
            first = known.get(_key(value))
            if (
                first is not None
                and first.attribute in REPEATED
                and figure.mention.start not in taken
                and not _is_raised_by_other(context, figure.place)
            ):
                mine.append(_echo(figure, first))
        if len(context.figures) > 1:
            mine.extend(_series(context, drafts))
        found.append(mine)
    return found
