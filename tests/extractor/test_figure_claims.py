"""What the kinds that are about figures share."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dealfacts.extractor import figure_claims
from dealfacts.extractor.tokens import MONEY, PERCENT
from dealfacts.model.values import Money, Percent
from dealfacts.model.vocabulary import Basis, Modality

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.extractor.context import Context


def test_a_loss_keeps_its_granule_and_swaps_its_ends() -> None:
    loss = figure_claims.negative(
        Money(
            currency="USD",
            low=Decimal(12400000000),
            high=Decimal(13000000000),
            granule=Decimal(100000000),
            granule_high=Decimal(1000000000),
        )
    )
    assert (loss.low, loss.high) == (Decimal(-13000000000), Decimal(-12400000000))
    assert (loss.granule, loss.granule_high) == (Decimal(1000000000), Decimal(100000000))


def test_a_discount_is_a_premium_below_zero() -> None:
    found = figure_claims.negative(Percent(low=Decimal(12), high=Decimal(12), granule=Decimal(1)))
    assert (found.low, found.high, found.granule) == (Decimal(-12), Decimal(-12), Decimal(1))
    assert found.granule_high is None


def test_prices_of_companies_and_of_shares_are_told_by_their_size(
    context: Callable[..., Context],
) -> None:
    found = context("It pays $9 million, or $54 a share, about 30% more.")
    whole, share, part = found.figures
    assert figure_claims.is_large(whole)
    assert not figure_claims.is_large(share)
    assert not figure_claims.is_unit_price(whole)
    assert figure_claims.is_unit_price(share)
    assert not figure_claims.is_large(part)


def test_figures_come_with_their_strongest_meaning_among_the_attributes(
    context: Callable[..., Context],
) -> None:
    found = context("Revenue of $9 million and a 30% stake.")
    ((figure, meaning),) = figure_claims.figures(found, MONEY, "revenue", "profit")
    assert meaning.block.attribute == "revenue"
    assert figure_claims.best(figure, "stake") is None
    ((share, of),) = figure_claims.figures(found, PERCENT, "stake")
    draft = figure_claims.draft(share, of, "Acme", score=50, modality=Modality.REPORTED)
    assert (draft.attribute, draft.score, draft.modality) == ("stake", 50, Modality.REPORTED)
    assert draft.basis is Basis.UNSPECIFIED
    assert draft.restated is None


def test_a_sum_in_brackets_restates_the_one_before(context: Callable[..., Context]) -> None:
    found = context("The price is €9 million ($10 million).")
    restated = figure_claims.restatement(found.figures[0])
    assert restated is not None
    assert restated.value.currency == "USD"
