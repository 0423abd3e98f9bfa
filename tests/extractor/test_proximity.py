from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from dealfacts.extractor.proximity import between, last_before, nearest


@dataclass(frozen=True)
class Stone:
    place: int
    name: str = ""


PLACES = st.lists(st.integers(0, 30), max_size=12).map(sorted)


@given(PLACES, st.integers(-3, 33))
def test_nearest_is_what_a_search_of_all_would_find(places: list[int], place: int) -> None:
    stones = [Stone(each, str(n)) for n, each in enumerate(places)]
    least = min((abs(each - place) for each in places), default=0)
    assert list(nearest(stones, place)) == [s for s in stones if abs(s.place - place) == least]


@given(PLACES, st.integers(-3, 33), st.integers(-3, 33))
def test_before_and_between_are_plain_comparisons(places: list[int], one: int, two: int) -> None:
    stones = [Stone(each, str(n)) for n, each in enumerate(places)]
    before = [s for s in stones if s.place < one]
    assert last_before(stones, one) == (before[-1] if before else None)
    assert list(between(stones, one, two)) == [s for s in stones if one <= s.place <= two]
