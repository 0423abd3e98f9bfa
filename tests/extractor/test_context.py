from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.story import Story

TEXT = (
    "Marlow Foods agreed to buy 49% of Tarn Foods for $3 billion on May 2, 2024.\n\n"
    "Ada Quill owns 12 shops.\n\nThe deal is done."
)


def test_a_sentence_has_its_figures_dates_and_names_in_order(
    context: Callable[..., Context],
) -> None:
    one = context(TEXT)
    assert [figure.sign for figure in one.figures] == ["%", "$"]
    assert [one.words[figure.place] for figure in one.figures] == ["%", "$"]
    assert one.figures[1].meanings
    assert [place for place, _ in one.dates] == [one.words.index("@")]
    assert [named.name for named in one.names] == ["Marlow Foods", "Tarn Foods"]
    assert one.organisations == one.names
    assert one.people == ()
    assert [each.day.isoformat() for each in one.past_days] == ["2024-05-02"]


def test_a_sentence_knows_its_neighbours(story: Callable[..., Story]) -> None:
    first, second, third = story(TEXT).contexts
    assert first.previous is None
    assert third.previous is second
    assert list(first.following) == [second, third]
    assert list(third.following) == []


def test_a_sentence_speaks_of_the_deal_by_a_side_or_a_word(story: Callable[..., Story]) -> None:
    first, second, third = story(TEXT).contexts
    assert first.sides_named == {"Marlow Foods", "Tarn Foods"}
    assert second.sides_named == frozenset()
    assert [each.speaks_of_deal for each in (first, second, third)] == [True, False, True]


def test_where_buying_is_first_spoken_of(story: Callable[..., Story]) -> None:
    first, second, _ = story(TEXT).contexts
    assert first.words[first.first_purchase] == "buy"
    assert second.first_purchase == len(second.words)
