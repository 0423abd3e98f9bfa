from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

import pytest

from dealfacts.lexicon.shape import MisfitError, build


class Colour(StrEnum):
    RED = "red"


class Leaf(NamedTuple):
    words: frozenset[str]
    size: int = 3


@dataclass(frozen=True)
class Branch:
    leaf: Leaf
    rates: dict[str, Decimal]


def test_what_fits_is_built_with_its_types() -> None:
    assert build(Leaf, {"words": ["a", "b"]}) == Leaf(frozenset({"a", "b"}), 3)
    assert build(tuple[int, str], [1, "x"]) == (1, "x")
    assert build(tuple[int, ...], [1, 2]) == (1, 2)
    assert build(list[float], [1, 2.5]) == [1, 2.5]
    assert build(dict[str, Decimal], {"a": "1.50", "b": 2}) == {"a": Decimal("1.5"), "b": 2}
    assert build(Colour, "red") is Colour.RED
    assert build(int | None, None) is None  # type: ignore[arg-type]
    assert build(str | None, "x") == "x"  # type: ignore[arg-type]
    assert build(object, {"any": 1}) == {"any": 1}
    assert build(bool, data=True) is True


@pytest.mark.parametrize(
    ("shape", "data", "message"),
    [
        (int, "1", "top: expected int, found '1'"),
        (int, True, "top: expected int, found True"),
        (tuple[int, str], [1], "top: expected a list of 2, found [1]"),
        (tuple[int, ...], {"a": 1}, "top: expected a list, found {'a': 1}"),
        (frozenset[str], ["a", 1], "1: expected str, found 1"),
        (list[int], [1, "b"], "1: expected int, found 'b'"),
        (dict[str, int], ["a"], "top: expected a table, found ['a']"),
        (dict[str, int], {"a": "b"}, "a: expected int, found 'b'"),
        (Leaf, ["a"], "top: expected a table, found ['a']"),
        (Leaf, {"words": [], "colour": 1}, "colour: expected no such key, found 1"),
        (Leaf, {"size": 1}, "words: expected a value, found None"),
        (dict[str, Leaf], {"oak": {"words": ["a", 2]}}, "oak.words.1: expected str, found 2"),
        (Colour, "blue", "top: expected Colour, found 'blue'"),
        (Decimal, "many", "top: expected Decimal, found 'many'"),
        (int | None, "x", "top: expected <class 'int'> or <class 'NoneType'>, found 'x'"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(
    shape: type[object], data: object, message: str
) -> None:
    with pytest.raises(MisfitError) as error:
        build(shape, data)
    assert str(error.value) == message


def test_long_data_is_not_told_in_full() -> None:
    with pytest.raises(MisfitError) as error:
        build(int, "x" * 500)
    assert len(str(error.value)) < 100
