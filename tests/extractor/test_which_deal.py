from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor import other_rounds, own_sides, which_deal

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.story import Story

STORY = """Marlow Foods to buy Tarn Foods

Marlow Foods agreed to buy Tarn Foods for $3 billion, the companies said on Monday in a statement.

Tarn Foods makes milk and cheese in the north of the country and sells it to most shops there.

Marlow Foods makes bread in the south of the country and sells it to most of the shops there.

Both companies have been looking for a partner for years, as both of their owners have often said.

Marlow Foods agreed to buy Tarn Foods for $3 billion, a price that many of its owners call fair.

Marlow Foods bought Bell Motors for $1 billion in March 2015, when prices of flour were very low."""


def sum_of(context: Context) -> int:
    return context.words.index("$")


def test_the_price_of_another_target_is_of_another_deal(story: Callable[..., Story]) -> None:
    contexts = story(STORY).contexts
    assert not which_deal.is_other_deal(contexts[1], sum_of(contexts[1]))
    assert not which_deal.is_other_deal(contexts[5], sum_of(contexts[5]))
    assert which_deal.is_other_deal(contexts[6], sum_of(contexts[6]))
    assert which_deal.is_long_ago(contexts[6], sum_of(contexts[6]))
    assert not which_deal.is_long_ago(contexts[1], sum_of(contexts[1]))


def test_without_a_date_of_the_article_nothing_is_long_ago(context: Callable[..., Context]) -> None:
    text = "Marlow Foods bought Tarn Foods for $3 billion in March 2015."
    assert not which_deal.is_long_ago(context(text, published=None), 4)
    assert which_deal.is_long_ago(context(text, published=date(2024, 5, 3)), 4)
    assert not which_deal.is_long_ago(context(text, published=date(2015, 5, 3)), 4)


@pytest.mark.parametrize(
    ("name", "side", "is_one"),
    [
        ("Northwind", "Northwind Foods", True),
        ("U.S. Timber", "United States Timber", True),
        ("Foods of Northwind", "Northwind", True),
        ("Northwind", "Contoso", False),
        ("Old Timber", "United States Timber", False),
    ],
)
def test_forms_of_one_name(name: str, side: str, *, is_one: bool) -> None:
    assert own_sides.is_one(name, side) is is_one


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Tarn Foods raised $40 million in a Series B round.", "series b"),
        ("Tarn Foods raised a seed round of $4 million.", "seed"),
        ("Tarn Foods raised $40 million for a new series, it said.", None),
        ("Tarn Foods raised $40 million.", None),
    ],
)
def test_a_round_is_called_by_its_label(
    text: str, label: str | None, context: Callable[..., Context]
) -> None:
    one = context(text)
    assert other_rounds.round_label(one, sum_of(one)) == label
    assert one.story.main_round == label


def test_a_round_with_another_label_is_another_round(story: Callable[..., Story]) -> None:
    contexts = story(
        "Tarn Foods has raised $40 million in a Series B round led by Ridge Capital today.\n\n"
        "It had raised $8 million in a Series A round, and its founders gave another $1 million."
    ).contexts
    assert not other_rounds.is_other_round(contexts[0], sum_of(contexts[0]))
    assert other_rounds.is_other_round(contexts[1], sum_of(contexts[1]))
