"""Values of which there are millions share what pydantic notes in each of them."""

from __future__ import annotations

import pickle

from dealfacts.model.text import Evidence, Range
from dealfacts.model.values import Money

WORDS = '{"start": 3, "end": 5, "line": 1, "column": 4, "quote": "$5", "sentence": {%s}}'
SENTENCE = '"start": 0, "end": 9'


def read() -> Evidence:
    return Evidence.model_validate_json(WORDS % SENTENCE)


def note(value: Evidence | Range | Money) -> set[str]:
    return value.__pydantic_fields_set__


def test_values_given_the_same_fields_share_one_note() -> None:
    one, other = read(), read()
    assert note(one) is note(other)
    assert note(one.sentence) is note(Range(start=1, end=2))
    assert note(one) == set(Evidence.model_fields)


def test_a_note_still_tells_what_was_given() -> None:
    bare = Money(currency="USD", low=5, high=5)
    assert bare.model_fields_set == {"currency", "low", "high"}
    full = bare.model_copy(update={"granule": 1})
    assert full.model_fields_set == {"currency", "low", "high", "granule"}
    assert bare.model_fields_set == {"currency", "low", "high"}
    assert bare.model_dump(exclude_unset=True).keys() == {"currency", "low", "high"}


def test_copies_share_as_well() -> None:
    one = read()
    assert note(one.model_copy(update={"line": 2})) is note(one)
    assert one.model_copy(update={"line": 2}) == read().model_copy(update={"line": 2})


def test_what_travels_together_shares_one_note() -> None:
    there = pickle.loads(pickle.dumps((read(), read())))  # noqa: S301  our own bytes
    assert there == (read(), read())
    assert note(there[0]) is note(there[1])
