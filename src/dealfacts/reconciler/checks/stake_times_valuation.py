"""CHK001: the amount is the stake times the valuation.

A valuation that does not say so may be the one before the money. Left out: an amount that includes
debt against a valuation that does not, whole companies, whose price is their valuation, what a
founder or another holder has, and what a merger leaves a side of the merged company.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.vocabulary import Basis, Hedge
from dealfacts.reconciler import wording
from dealfacts.reconciler.arithmetic import HUNDRED, fits, plus, share, times
from dealfacts.reconciler.periods import sentence
from dealfacts.reconciler.rule import WARNING, Rule
from dealfacts.reconciler.slips import SLIPS
from dealfacts.reconciler.subjects import ASPECT, HELD
from dealfacts.reconciler.view import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dealfacts.model.quantity import Interval
    from dealfacts.reconciler.view import Input, View

RULE = Rule(
    "CHK001",
    "amount is not stake times valuation",
    WARNING,
    "The leading amount, stake and valuation do not multiply out.",
    "“$8 billion for 40 %” of a company valued at “$8 billion”.",
    "See whether the valuation is before or after the money, and whether debt is in it.",
)
# A share that may be this many points more is no figure.
WIDEST = Decimal(20)
# A price that is twice what the share is worth is that of something else, or its unit has slipped.
FARTHEST, SLACK = Decimal(2), Decimal("0.1")
MERGER, ROUND = "merger", "funding round"
# A valuation before the new money is no base for a stake bought with it.
OTHER_BASES = frozenset({Basis.PRE_MONEY, Basis.INCLUDING_DEBT, Basis.ENTERPRISE})


def run(view: View) -> Iterable[Result]:
    """Every amount against the leading valuation, and of each other valuation its own amount."""
    types = {one.fact.consensus for one in view.outcomes if one.fact.attribute == "deal_type"}
    if MERGER in types:
        return
    stakes = view.main("stake", _is_bought)[:1]
    amounts, valuations = view.main("deal_amount"), view.main("valuation")
    for stake in stakes:
        if stake.point >= HUNDRED or _is_rank(stake):
            continue
        leads = True
        for valuation in valuations:
            good = [amount for amount in amounts if comparable(amount, valuation)]
            supported = [amount for amount in good if _holds(amount, stake, valuation)]
            told = good if leads else supported or _own(good, valuation)
            for amount in told:
                is_share = ROUND in types and _is_one_of_several(amount, stake, valuation)
                if not is_share and _is_meant(amount, stake, valuation):
                    yield _result(amount, stake, valuation, supported, leads=leads)
                leads = False


def _is_bought(stake: Input) -> bool:
    """Whether a share is the one that the deal is about, not that of some holder, nor of votes.

    Nor what the buyer has before. "A minority" is any share, and multiplies to nothing.
    """
    if not stake.point or stake.claims[0].hedge is Hedge.VAGUE:
        return False
    is_other = HELD in stake.subject or ASPECT in stake.subject
    return not is_other and stake.basis is not Basis.VOTING


def _is_rank(stake: Input) -> bool:
    """Whether a share is told by its rank alone: "a minority", anything up to a half."""
    low, high = stake.interval.low, stake.interval.high
    return high is None or high - low > WIDEST


def _own(amounts: Sequence[Input], valuation: Input) -> Sequence[Input]:
    """The first amount that a source of the valuation gives, else the first one."""
    sources = {claim.source for claim in valuation.claims}
    own = [one for one in amounts if sources & {claim.source for claim in one.claims}]
    return own[:1] or amounts[:1]


def comparable(amount: Input, valuation: Input) -> bool:
    """Whether both sums are of one currency and of bases that can be multiplied."""
    return (
        amount.currency == valuation.currency and not {amount.basis, valuation.basis} & OTHER_BASES
    )


class Product(NamedTuple):
    """What a stake makes of a valuation, and how the valuation is told."""

    implied: Interval
    point: Decimal
    base: str


def _product(amount: Input, stake: Input, valuation: Input) -> Product:
    """The stake times the valuation, or times that plus the money where only this fits.

    "$75 million for 1.75 % of a company valued at $4.21 billion": of $4.285 billion with the money.
    """
    part, percent = share(stake.interval), stake.point / HUNDRED
    plain = Product(times(part, valuation.interval), percent * valuation.point, valuation.shown)
    # a sum told as the valuation and as the amount is one of them by a slip
    is_same = amount.point == valuation.point
    is_post = valuation.basis is Basis.POST_MONEY
    if is_same or is_post or fits(plain.implied, plain.point, amount):
        return plain
    after = plus(valuation.interval, amount.interval)
    point = percent * (valuation.point + amount.point)
    told = f"{valuation.shown} and the new money of {amount.shown}"
    summed = Product(times(part, after), point, told)
    return summed if fits(summed.implied, summed.point, amount) else plain


def _holds(amount: Input, stake: Input, valuation: Input) -> bool:
    product = _product(amount, stake, valuation)
    return fits(product.implied, product.point, amount)


def _is_one_of_several(amount: Input, stake: Input, valuation: Input) -> bool:
    """Whether the share is worth less than the round: that of one investor among several.

    A sentence that gives both says that the one buys the other.
    """
    high = _product(amount, stake, valuation).implied.high
    if high is None or high >= amount.interval.low:
        return False
    return {sentence(claim) for claim in amount.claims}.isdisjoint(map(sentence, stake.claims))


def _told_together(stake: Input, amount: Input, valuation: Input) -> bool:
    """Whether an article gives the share beside one of the sums: else it may be another's share."""
    told = {
        claim.source
        for one in (amount, valuation)
        for claim in one.claims
        if claim.value == one.claims[0].value or claim.hedge is Hedge.NONE
    }
    return any(claim.source in told for claim in stake.claims)


def _is_meant(amount: Input, stake: Input, valuation: Input) -> bool:
    """Whether the arithmetic says something: it comes near, or one article gives what it takes."""
    point = _product(amount, stake, valuation).point
    low, high = sorted((amount.point, point))
    if (
        high <= FARTHEST * low
        or amount.point == valuation.point
        or _holds(amount, stake, valuation)
    ):
        return True
    return _told_together(stake, amount, valuation) and _may_be_one(amount, stake, valuation, point)


def _may_be_one(amount: Input, stake: Input, valuation: Input, point: Decimal) -> bool:
    """Whether the three speak of one purchase: nearly fit, are told together, or show a slip.

    70 % of what a company is worth today is no rival of the price of last year.
    """
    if amount.point == valuation.point:
        return True  # the whole told for the part
    low, high = sorted((amount.point, point))
    ratio = high / low if low else Decimal(0)
    if ratio <= FARTHEST or any(abs(ratio / ten - 1) <= SLACK for ten in SLIPS):
        return True
    places = [set(map(sentence, one.claims)) for one in (amount, stake, valuation)]
    return bool(places[0] & places[1] & places[2])


def _result(
    amount: Input, stake: Input, valuation: Input, supported: Sequence[Input], *, leads: bool
) -> Result:
    product = _product(amount, stake, valuation)
    implied, point = product.implied, product.point
    holds = fits(implied, point, amount)
    money = amount.figure
    verdict = "fits" if holds else "does not fit"
    message = (
        f"{stake.shown} of {product.base} is {wording.sum_text(point, money)} "
        f"({wording.interval_text(implied, money)}): {verdict} {amount.shown}"
    )
    others = sorted({one.shown for one in supported} - {amount.shown})
    if not holds and others:
        message += f"; it supports {wording.listed(others)}"
    return Result(
        attribute="deal_amount",
        subject=amount.subject,
        claims=(amount.claims[0].id, stake.claims[0].id, valuation.claims[0].id),
        implied=implied,
        holds=holds,
        message=message,
        fires=leads
        and not holds
        and _told_together(stake, amount, valuation)
        and _may_be_one(amount, stake, valuation, point),
        fact=amount.fact,
        values=(amount.shown, stake.shown, valuation.shown),
    )
