"""CHK002: the parts of a price add up to it.

Needs at least two parts of different kinds; with an earn-out the total may be printed with or
without it, so both sums are tried. Where the articles differ on a part, or one of them gives
several parts of a kind, each article's own parts are added up: the cash of one and the shares of
another are no price.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.reconciler import wording
from dealfacts.reconciler.arithmetic import fits, plus
from dealfacts.reconciler.policy import PARTS
from dealfacts.reconciler.rule import WARNING, Rule
from dealfacts.reconciler.view import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from dealfacts.model.quantity import Interval
    from dealfacts.reconciler.view import Input, View

RULE = Rule(
    "CHK002",
    "the parts are not the total",
    WARNING,
    "The cash part, the stock part and further parts of a price do not add up to it.",
    "“$2 billion in cash and $3 billion in shares” of a “$6 billion” price.",
    "Look for a part that is missing, or counted twice.",
)
EARN_OUT = ": earn-out"
ENDINGS = tuple(f": {word}" for word in PARTS.values())
FEWEST = 2


def run(view: View) -> Iterable[Result]:
    """One result for each price with two or more parts in its currency."""
    facts = view.of_attribute("deal_amount")
    for subject in sorted({inputs[0].subject for inputs in facts if not _is_part(inputs)}):
        # Further figures of the price's fact may be parts too; the best attested one is the price.
        whole = sorted((f for f in facts if f[0].subject == subject), key=_attested, reverse=True)
        currency = whole[0][0].currency
        parts = sorted(
            (
                inputs
                for inputs in facts
                if inputs[0].subject.startswith(f"{subject}: ")
                and _is_part(inputs)
                and inputs[0].currency == currency
            ),
            key=lambda inputs: inputs[0].subject,
        )
        if len(parts) >= FEWEST:
            others = [inputs[0] for inputs in whole[1:] if inputs[0].currency == currency]
            yield from _results(whole[0], parts, others)


def _results(
    total: tuple[Input, ...], parts: Sequence[tuple[Input, ...]], others: list[Input]
) -> Iterator[Result]:
    """The leading parts against the leading price, else what each article adds up by itself."""
    together = _result(total, [inputs[0] for inputs in parts], others)
    kinds = {inputs[0].subject for inputs in parts}
    if together.holds or (len(kinds) == len(parts) and all(len(told) == 1 for told in parts)):
        yield together
        return
    told = {claim.source for inputs in parts for one in inputs for claim in one.claims}
    apart = [found for source in sorted(told) if (found := _of_source(source, total, parts))]
    yield from [found for found in apart if found.holds] or [one for one in apart if one.fires]


def _of_source(
    source: str, total: tuple[Input, ...], parts: Sequence[tuple[Input, ...]]
) -> Result | None:
    """The parts that one article gives, one of a kind, against the price that they fit, or its own.

    A price that counts debt is more than its parts; another camp is the price without.
    """
    own = [one for inputs in parts for one in inputs if _prints(one, source)]
    if not FEWEST <= len({one.subject for one in own}) == len(own):
        return None
    order = {one: (not _adds_up(own, one), not _prints(one, source)) for one in total}
    return _result(tuple(sorted(total, key=lambda one: order[one])), own, [])


def _prints(one: Input, source: str) -> bool:
    return any(claim.source == source for claim in one.claims)


def _is_part(inputs: tuple[Input, ...]) -> bool:
    return inputs[0].subject.endswith(ENDINGS)


def _attested(inputs: tuple[Input, ...]) -> tuple[int, str]:
    return len({claim.source for one in inputs for claim in one.claims}), inputs[0].fact


def _result(total: tuple[Input, ...], parts: list[Input], others: list[Input]) -> Result:
    fixed = [part for part in parts if not part.subject.endswith(EARN_OUT)] or parts
    further = next(
        ([*some, o] for o in others for some in (parts, fixed) if _adds_up([*some, o], total[0])),
        None,
    )
    if further and not (_adds_up(parts, total[0]) or _adds_up(fixed, total[0])):
        parts = fixed = further
    if _adds_up(fixed, total[0]) and not _adds_up(parts, total[0]):
        parts = fixed  # the price leaves out what is earned later
    supported = [one for one in total if _adds_up(parts, one) or _adds_up(fixed, one)]
    implied, point = _sum(parts)
    lead = total[0]
    holds = lead in supported
    unit = wording.sum_text(point, lead.figure)
    verdict = "fits" if holds else "does not fit"
    message = f"{' plus '.join(part.shown for part in parts)} is {unit}: {verdict} {lead.shown}"
    if not holds and supported:
        message += f"; it supports {wording.listed([one.shown for one in supported])}"
    return Result(
        attribute="deal_amount",
        subject=lead.subject,
        claims=(lead.claims[0].id, *(part.claims[0].id for part in parts)),
        implied=implied,
        holds=holds,
        message=message,
        # Parts that fall short may not be all of them.
        fires=not holds and (point > lead.point or bool(supported)),
        fact=lead.fact,
        values=(lead.shown, *(part.shown for part in parts)),
    )


def _sum(parts: list[Input]) -> tuple[Interval, Decimal]:
    implied, point = parts[0].interval, parts[0].point
    for part in parts[1:]:
        implied, point = plus(implied, part.interval), point + part.point
    return implied, point


def _adds_up(parts: list[Input], total: Input) -> bool:
    return fits(*_sum(parts), total)
