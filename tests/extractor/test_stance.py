"""How real the words around a figure say that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor import stance
from dealfacts.extractor.tokens import MONEY
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.extractor.context import Context


def place_of(context: Context) -> int:
    return next(figure.place for figure in context.figures if figure.sign == MONEY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is expected to fetch $9m.", Modality.EXPECTED),
        ("It will reportedly pay $9m.", Modality.REPORTED),
        ("It is considering a bid of $9m.", Modality.RUMOURED),
        ("It denied that it had offered $9m.", Modality.DENIED),
        ("A price of $9m is expected.", Modality.EXPECTED),
        ("It pays $9m.", None),
        ("It is expected to close soon; the price is $9m.", None),
        ("It expects $9m and paid $7m.", Modality.EXPECTED),
    ],
)
def test_the_nearest_modal_word_governs_the_figure(
    context: Callable[..., Context], text: str, expected: Modality | None
) -> None:
    found = context(text)
    assert stance.modality(found, place_of(found)) is expected


def test_a_price_to_come_is_still_the_price(context: Callable[..., Context]) -> None:
    found = context("It will pay $9m.")
    assert stance.modality(found, place_of(found)) is Modality.EXPECTED
    assert stance.report(found, place_of(found)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The group, which will be sold, had revenue of $9m.", None),
        ("It reported revenue of $9m.", None),
        ("The company reported revenue of $9m.", None),
        ("It will report revenue of $9m.", Modality.REPORTED),
        ("It expects revenue of $9m.", Modality.EXPECTED),
        ("It reportedly has revenue of $9m.", Modality.REPORTED),
        ("Revenue is $9m.", None),
        ("A plan; revenue of $9m.", None),
    ],
)
def test_a_result_that_happened_is_no_plan_and_no_hearsay(
    context: Callable[..., Context], text: str, expected: Modality | None
) -> None:
    found = context(text)
    assert stance.results(found, place_of(found)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The price is believed to be $9m.", Modality.REPORTED),
        ("It is understood that the price is $9m.", Modality.REPORTED),
        ("It paid a reported $9m.", Modality.REPORTED),
        ("The rumoured price is $9m.", Modality.RUMOURED),
        ("The price is $9m, a person with knowledge of the matter said.", Modality.REPORTED),
        ("Two people close to the talks said the price was $9m.", Modality.REPORTED),
        ("Local media put the price at $9m.", Modality.REPORTED),
        ("There is speculation that it will pay $9m.", Modality.RUMOURED),
        ("It denied that it would pay $9m.", Modality.DENIED),
        ("The agency said that the price was $9m.", None),
        ("Investors said that it paid $9m.", None),
        ("It denied the charge, and will pay $9m.", None),
    ],
)
def test_what_is_held_or_told_by_others_is_reported(
    context: Callable[..., Context], text: str, expected: Modality | None
) -> None:
    found = context(text)
    assert stance.report(found, place_of(found)) is expected
