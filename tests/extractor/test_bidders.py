"""Whose offer a sum is: what another bidder offers is no price of the article's deal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor.bidders import bidder
from dealfacts.extractor.extract import extract
from dealfacts.extractor.tokens import MONEY

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.extractor.context import Context
    from dealfacts.model.text import Article

CONTEST = (
    "Ostrava raises bid for Tansy\n\nOstrava Mills has raised its offer for Tansy Foods to $375m, "
    "topping an offer from Merrow Logistics.\n\n"
)
FRAMES = [
    "{maker}'s {sum} bid has the blessing of the board.",
    "{maker}, whose {sum} bid was agreed by the board, must now wait.",
    "That beats the {sum} tabled by the Swedish group {maker}.",
    "That tops the {sum} that {maker} put on the table.",
    "The {sum} bid by {maker} runs until Friday.",
    "{maker} said it would not raise its {sum} bid.",
    "{maker}'s offer was worth {sum}.",
    "A bid of {sum} by {maker} had been recommended.",
]


@pytest.mark.parametrize("frame", FRAMES)
def test_the_maker_of_an_offer_is_told_by_the_words(
    frame: str, context: Callable[..., Context]
) -> None:
    read = context(frame.format(maker="Merrow Logistics", sum="$325m"))
    (place,) = [figure.place for figure in read.figures if figure.sign == MONEY]
    named = bidder(read, place)
    assert named is not None
    assert named.name == "Merrow Logistics"


@pytest.mark.parametrize(
    "text",
    [
        "Merrow Logistics said Ostrava bought it for $325m.",
        "The bid, which Merrow Logistics watched, was worth $325m.",
        "It paid $325m, and an offer by Merrow Logistics failed.",
    ],
)
def test_no_maker_is_guessed(text: str, context: Callable[..., Context]) -> None:
    read = context(text)
    (place,) = [figure.place for figure in read.figures if figure.sign == MONEY]
    assert bidder(read, place) is None


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("money", ["$325m", "$325 a share"])
def test_the_offer_of_a_rival_is_no_price_of_the_deal(
    frame: str, money: str, article: Callable[..., Article]
) -> None:
    text = CONTEST + frame.format(maker="Merrow Logistics", sum=money)
    found = [claim for claim in extract(article(text)) if claim.evidence.start > len(CONTEST)]
    assert {str(claim.attribute) for claim in found}.isdisjoint({"deal_amount", "share_price"})


@pytest.mark.parametrize("frame", [FRAMES[0], FRAMES[4], FRAMES[6]])
def test_the_buyers_own_offer_is_its_price(frame: str, article: Callable[..., Article]) -> None:
    text = CONTEST + frame.format(maker="Ostrava Mills", sum="$325m")
    found = [claim for claim in extract(article(text)) if claim.evidence.start > len(CONTEST)]
    assert "deal_amount" in {str(claim.attribute) for claim in found}
