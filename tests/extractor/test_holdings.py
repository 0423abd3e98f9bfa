"""Who holds a share of what, and whose shares an offer is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor import holdings
from dealfacts.extractor.tokens import MONEY, PERCENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.extractor.context import Context

DEAL = "Ostrava Mills Inc has agreed to buy Tansy Foods Ltd for $640 million.\n\n"
LABEL = "Ostrava Mills / Tansy Foods"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ostrava Mills will own 76% of Tansy Foods.", LABEL),
        ("Ostrava will own 76% of Tansy Foods.", LABEL),
        ("Rurik Vale is selling 24% of Tansy Foods.", LABEL),
        ("Rurik Vale keeps 24% of Tansy Foods.", "Rurik Vale in Tansy Foods"),
        ("A 24% stake is held by Rurik Vale.", "Rurik Vale in Tansy Foods"),
        ("The remaining 24% stays in the market.", "others in Tansy Foods"),
        ("The government has 20% of it.", "government in Tansy Foods"),
        ("Ostrava Mills already owns 9% of Tansy Foods.", f"{LABEL}: before"),
        ("Ostrava Mills is raising its stake in Tansy Foods to 51%.", f"{LABEL}: in total"),
        ("Tansy Foods owns 20% of Merrow Logistics Ltd.", "Tansy Foods in Merrow Logistics"),
        ("Tansy Foods shareholders will own 38% of the combined company.",
         "Tansy Foods in the combined company"),
        ("Rurik Vale, who controls Tansy Foods with 51% of the votes, agrees.",
         "Rurik Vale in Tansy Foods"),
        ("Some 14% of the firm is in Merrow Logistics Ltd's hands at present.",
         "Merrow Logistics in Tansy Foods"),
        ("Another 12% belonged to Merrow Logistics Ltd when it went public.",
         "Merrow Logistics in Tansy Foods"),
        ("Some 31% remain with the wealthy businessman Rurik Vale.", "Rurik Vale in Tansy Foods"),
        ("In all 40% of the combined company will belong to shareholders of Tansy Foods.",
         "Tansy Foods in the combined company"),
        ("Tansy Foods' largest shareholder is Merrow Logistics Ltd, with 37%.",
         "Merrow Logistics in Tansy Foods"),
        ("Its biggest owner, with 12%, is Merrow Logistics Ltd.",
         "Merrow Logistics in Ostrava Mills"),
        ("With nearly half of Tansy Foods' shares in its pocket, Merrow Logistics Ltd waits.",
         "Merrow Logistics in Tansy Foods"),
        ("The company behind Merrow Logistics Ltd holds 16% of Tansy Foods.",
         "The company behind Merrow Logistics Ltd in Tansy Foods"),
        ("The Gazette had reported talks on 80% of Tansy Foods.", LABEL),
        ("Finance chief Rurik Vale announced sales of up to 5% of Merrow Logistics Ltd.",
         "holder in Merrow Logistics"),
        ("Ostrava Mills has picked up from Merrow Logistics Ltd the 25% of Tansy Foods.", LABEL),
        ("Tansy Foods votes on the sale to Ostrava Mills of its 40% stake in Merrow Logistics Ltd.",
         "Tansy Foods in Merrow Logistics"),
        ("Tansy Foods has sold shares of Merrow Logistics Ltd, and its stake is down to 71%.",
         "Tansy Foods in Merrow Logistics"),
        ("Of shipper Merrow Logistics Ltd it has 75%.", "Ostrava Mills in Merrow Logistics"),
    ],
)  # fmt: skip
def test_a_share_has_a_holder_and_a_company(
    context: Callable[..., Context], text: str, subject: str
) -> None:
    found = context(DEAL + text, 1)
    place = next(figure.place for figure in found.figures if figure.sign == PERCENT)
    assert holdings.holding(found, place) == subject


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Holders of Tansy Foods get $12 a share.", "Tansy Foods"),
        ("Ostrava Mills pays $12 a share.", "Tansy Foods"),
        ("It also pays $12 a share for the rest of Merrow Logistics Ltd.", "Merrow Logistics"),
    ],
)
def test_an_offer_is_for_the_shares_that_its_words_name(
    context: Callable[..., Context], text: str, company: str
) -> None:
    found = context(DEAL + text, 1)
    place = next(figure.place for figure in found.figures if figure.sign == MONEY)
    assert holdings.bidden_for(found, place) == company


def test_without_any_name_the_company_stands_for_itself(context: Callable[..., Context]) -> None:
    found = context("The offer is $12 a share.")
    assert holdings.bidden_for(found, found.figures[0].place) == "the company"
