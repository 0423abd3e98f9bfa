from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor.parties import Parties

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.extractor.story import Story

PURCHASE = """Marlow Foods to buy Tarn Foods

Marlow Foods agreed to buy Tarn Foods for $3 billion, the two companies said on Monday.

Tarn Foods was founded in 1987. Marlow Foods bought Bell Motors in 2015, from Ridge Capital."""

ROUND = """Tarn Foods raises $40 million

Tarn Foods has raised $40 million in a Series B round led by Ridge Capital.

Tarn Foods will use the funding to build a plant."""


def test_the_deal_of_the_headline_is_the_deal_of_the_article(story: Callable[..., Story]) -> None:
    sides = story(PURCHASE).parties
    assert (sides.acquirer, sides.target) == ("Marlow Foods", "Tarn Foods")
    assert not sides.by_funding
    assert sides.label == "Marlow Foods / Tarn Foods"


def test_whoever_raises_money_is_the_target_of_a_round(story: Callable[..., Story]) -> None:
    sides = story(ROUND).parties
    assert (sides.target, sides.by_funding) == ("Tarn Foods", True)


def test_the_seller_is_named(story: Callable[..., Story]) -> None:
    text = "Ridge Capital will sell Tarn Foods to Marlow Foods.\n\nMarlow Foods likes Tarn Foods."
    sides = story(text).parties
    assert (sides.acquirer, sides.target, sides.seller) == (
        "Marlow Foods", "Tarn Foods", "Ridge Capital",
    )  # fmt: skip


def test_a_story_without_names_has_no_sides(story: Callable[..., Story]) -> None:
    assert story("The price was not disclosed.").parties == Parties()


@pytest.mark.parametrize(
    ("sides", "label"),
    [
        (Parties(), "the deal"),
        (Parties(target="Tarn"), "Tarn"),
        (Parties(acquirer="Marlow"), "Marlow"),
    ],
)
def test_a_deal_is_called_by_the_sides_that_are_known(sides: Parties, label: str) -> None:
    assert sides.label == label
