"""Which articles report one deal, pair by pair: two articles stand in one group or they do not.

An article that reports no deal belongs in no group. Refuses to compare the labels of deals, which
are free text.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from dealfacts.evaluation.counts import Counts
from dealfacts.evaluation.sheet import stem

if TYPE_CHECKING:
    from dealfacts.evaluation.gold import Gold
    from dealfacts.model.report import Report


def score_grouping(report: Report, gold: Gold) -> Counts | None:
    """Pairs that are right, missed and wrongly put together; None if the file names no deals."""
    if not gold.deals:
        return None
    printed = {
        pair
        for deal in report.deals
        for pair in combinations(sorted({stem(source) for source in deal.sources}), 2)
        if gold.deals.keys() >= set(pair)
    }
    wanted = {
        (one, other)
        for one, other in combinations(sorted(gold.deals), 2)
        if gold.deals[one] is not None and gold.deals[one] == gold.deals[other]
    }
    return Counts(len(wanted & printed), len(wanted - printed), len(printed - wanted))
