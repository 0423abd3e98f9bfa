"""Repeats of a figure, and figures that continue a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.extract import extract

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.model.claims import Claim
    from dealfacts.model.text import Article

DEAL = "Ostrava Mills Inc is buying Tansy Foods Ltd for $640 million.\n\n"


def claims(article: Callable[..., Article], text: str, *attributes: str) -> list[Claim]:
    return [claim for claim in extract(article(text)) if claim.attribute in attributes]


def test_an_untyped_repeat_of_the_price_is_the_price(article: Callable[..., Article]) -> None:
    found = claims(article, DEAL + "Is it worth that? The $640 million question remains.",
                   "deal_amount")  # fmt: skip
    assert [claim.evidence.quote for claim in found] == ["$640 million", "$640 million"]
    assert "same figure" in found[1].reasons[0]


def test_a_repeat_that_means_two_things_is_left_alone(article: Callable[..., Article]) -> None:
    text = DEAL + "Tansy Foods has revenue of $640 million.\n\nThe $640 million question remains."
    found = [claim.evidence.start for claim in claims(article, text, "deal_amount", "revenue")]
    assert max(found) < text.index("$640 million question")


def test_results_go_on_over_a_comparison_from_any_other_reading(
    article: Callable[..., Article],
) -> None:
    found = claims(article, "The loss widened to $9 million in 2023, up from $7 million in 2022.",
                   "profit", "prior_valuation")  # fmt: skip
    assert [(c.attribute, int(c.value.low), c.period) for c in found] == [  # type: ignore[union-attr]
        ("profit", -9_000_000, "2023"),
        ("profit", -7_000_000, "2022"),
    ]


def test_results_per_share_do_not_continue_results(article: Callable[..., Article]) -> None:
    found = claims(article, "Profit was $9 million, or $0.31 per diluted share.", "profit")
    assert [claim.evidence.quote for claim in found] == ["$9 million"]


def test_holders_share_out_a_company(article: Callable[..., Article]) -> None:
    text = "Petra Olin holds 12% of Tansy Foods Ltd, Rurik Vale 7% and the founders 3%."
    found = claims(article, text, "stake")
    assert [claim.evidence.quote for claim in found] == ["12%", "7%", "3%"]
    assert len({claim.subject for claim in found}) > 1


def test_a_holding_that_falls_has_its_earlier_share_apart(
    article: Callable[..., Article],
) -> None:
    text = DEAL + "Rurik Vale will own 51% of Tansy Foods, down from 54% today."
    first, second = claims(article, text, "stake")
    assert second.subject == f"{first.subject}: before"


def test_a_growth_rate_does_not_continue_a_holding(article: Callable[..., Article]) -> None:
    text = "Petra Olin holds 12% of Tansy Foods Ltd, where sales rose 7% and costs 3%."
    assert [c.evidence.quote for c in claims(article, text, "stake")] == ["12%"]
