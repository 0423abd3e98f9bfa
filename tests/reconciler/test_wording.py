"""How sums are shown in messages."""

from __future__ import annotations

from decimal import Decimal

from dealfacts.model.values import Money
from dealfacts.model.vocabulary import Hedge
from dealfacts.reconciler import wording


def money(low: str, high: str | None = None) -> Money:
    return Money(currency="USD", low=Decimal(low), high=Decimal(high or low))


def test_a_loss_has_its_minus_before_the_sign_of_the_currency() -> None:
    assert wording.figure_text(money("-12500000"), Hedge.NONE) == "-$12.5 million"
    assert wording.figure_text(money("12500000"), Hedge.NONE) == "$12.5 million"


def test_both_ends_of_a_range_have_their_sign() -> None:
    shown = wording.figure_text(money("-9000000", "-7000000"), Hedge.RANGE)
    assert shown == "-$9 million to -$7 million"
