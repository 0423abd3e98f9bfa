"""CHK001: the amount is the stake times the valuation.

Left out: an amount that includes debt against a valuation that does not, whole companies, whose
price is their valuation, and what a founder or another holder has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.model.vocabulary import Basis
from dealfacts.reconciler import wording
from dealfacts.reconciler.arithmetic import HUNDRED, fits, share, times
from dealfacts.reconciler.rule import WARNING, Rule
from dealfacts.reconciler.subjects import HELD
from dealfacts.reconciler.view import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dealfacts.reconciler.view import Input, View

RULE = Rule(
    "CHK001",
    "amount is not stake times valuation",
    WARNING,
    "The leading amount, stake and valuation do not multiply out.",
    "“$8 billion for 40 %” of a company valued at “$8 billion”.",
    "See whether the valuation is before or after the money, and whether debt is in it.",
)
# A valuation before the new money is no base for a stake bought with it.
OTHER_BASES = frozenset({Basis.PRE_MONEY, Basis.INCLUDING_DEBT, Basis.ENTERPRISE})


def run(view: View) -> Iterable[Result]:
    """Every amount against the leading valuation, and of each other valuation its own amount."""
    stakes = view.main("stake", _is_bought)[:1]
    amounts, valuations = view.main("deal_amount"), view.main("valuation")
    for stake in stakes:
        if stake.point >= HUNDRED:
            continue
        leads = True
        for valuation in valuations:
            good = [amount for amount in amounts if comparable(amount, valuation)]
            supported = [amount for amount in good if _holds(amount, stake, valuation)]
            told = good if leads else supported or _own(good, valuation)
            for amount in told:
                yield _result(amount, stake, valuation, supported, leads=leads)
                leads = False


def _is_bought(stake: Input) -> bool:
    """Whether a share is the one that the deal is about, not that of some holder, nor of votes."""
    return HELD not in stake.subject and stake.basis is not Basis.VOTING


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


def _holds(amount: Input, stake: Input, valuation: Input) -> bool:
    implied = times(share(stake.interval), valuation.interval)
    return fits(implied, stake.point / HUNDRED * valuation.point, amount)


def _result(
    amount: Input, stake: Input, valuation: Input, supported: Sequence[Input], *, leads: bool
) -> Result:
    implied = times(share(stake.interval), valuation.interval)
    point = stake.point / HUNDRED * valuation.point
    holds = _holds(amount, stake, valuation)
    money = amount.figure
    verdict = "fits" if holds else "does not fit"
    message = (
        f"{stake.shown} of {valuation.shown} is {wording.sum_text(point, money)} "
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
        fires=leads and not holds,
        fact=amount.fact,
        values=(amount.shown, stake.shown, valuation.shown),
    )
