from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor import subjects
from dealfacts.extractor.ballots import BUYER
from dealfacts.extractor.kinds import release_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.extractor.context import Context


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marlow Foods had sales of $3 billion.", "Marlow Foods"),
        ("Marlow Foods, which Tarn Foods is buying, had sales of $3 billion.", "Marlow Foods"),
        ("Sales of $3 billion were made at Tarn Foods.", "Tarn Foods"),
        ("Sales were $3 billion.", None),
    ],
)
def test_a_figure_belongs_to_the_organisation_before_it_else_behind(
    text: str, name: str | None, context: Callable[..., Context]
) -> None:
    one = context(f"News of the day\n\n{text}", 1)
    assert subjects.owner(one, one.words.index("$")) == name


def test_it_is_the_company_that_opens_the_sentence_before(context: Callable[..., Context]) -> None:
    one = context("Tarn Foods of Bell Motors grows.\n\nIt had sales of $3 billion.", 1)
    assert subjects.owner(one, one.words.index("$")) == "Tarn Foods"


def test_a_heading_does_not_look_behind_the_figure(context: Callable[..., Context]) -> None:
    one = context("$3 billion for Tarn Foods\n\nMarlow Foods is buying Tarn Foods for so much.")
    assert one.is_heading
    assert subjects.owner(one, 0) is None


def test_names_are_looked_for_in_the_sentence_before(context: Callable[..., Context]) -> None:
    text = "Ada Quill leads Tarn Foods.\n\nThe board met today in the old town hall."
    one = context(text, 1)
    start = one.scene.row.starts[2]
    assert subjects.organisation_before(one, start) == "Tarn Foods"
    assert subjects.person_before(one, start) == "Ada Quill"
    first = context(text)
    assert subjects.person_before(first, first.scene.row.starts[1]) == "Ada Quill"
    assert subjects.person_before(first, 0) is None
    assert subjects.organisation_before(first, 0) == first.parties.target


def test_its_is_the_acquirer_where_it_is_named(context: Callable[..., Context]) -> None:
    text = "Marlow Foods will buy Tarn Foods.\n\nBell Motors opened its office today in the town."
    assert subjects.owner_of_its(context(text)) == "Marlow Foods"
    assert subjects.owner_of_its(context(text, 1)) == "Bell Motors"


def test_the_nearest_vote_says_who_has_a_role(context: Callable[..., Context]) -> None:
    one = context(
        "Marlow Foods bought Tarn Foods for $3 billion and Ridge Capital bought Bell Motors for $4."
    )
    first, last = (place for place, word in enumerate(one.words) if word == "$")
    assert subjects.object_near(one, first) == "Tarn Foods"
    assert subjects.object_near(one, last) == "Bell Motors"
    assert subjects.role_near(one, last, BUYER) == "Ridge Capital"
    assert subjects.role_near(one, last, "witness") is None


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("The Tarn Milk Bar was launched in 2019.", "Tarn Milk Bar"),
        ("It was launched in 2019.", "It"),
    ],
)
def test_a_product_is_the_capitalised_words_before_its_verb(
    text: str, product: str, context: Callable[..., Context]
) -> None:
    one = context(text)
    assert release_date.product_before(one, one.words.index("@")).endswith(product)
