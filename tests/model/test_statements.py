from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from dealfacts import pipeline
from dealfacts.model.lines import line
from dealfacts.model.statements import Statements
from dealfacts.model.values import Text

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def said() -> Statements:
    return Statements(pipeline.claims([str(SEEDS)]).claims)


def test_lines_and_claims_tell_the_same(said: Statements) -> None:
    again = Statements(lines=said.lines)

    assert again.claims == said.claims
    assert [line(claim) for claim in again.claims] == said.lines.split("\n")[:-1]


def test_what_was_pickled_is_the_same(said: Statements) -> None:
    again = pickle.loads(pickle.dumps(said))  # noqa: S301  our own bytes

    assert again.lines == said.lines
    assert again.claims == said.claims


def test_no_claims_are_nothing(said: Statements) -> None:
    assert said
    assert Statements(lines=said.lines)
    assert not Statements(())
    assert not Statements()
    assert Statements().claims == ()
    assert not Statements(lines="")
    assert Statements(()).lines == ""
    assert Statements(lines="").claims == ()


def test_claims_come_with_lines_that_are_known(said: Statements) -> None:
    both = Statements(said.claims[:1], lines="known\n")

    assert both.lines == "known\n"
    assert both.claims == said.claims[:1]


def test_a_line_has_its_keys_in_order_and_its_letters_as_they_are() -> None:
    told = line(Text(text="Zoë"), also="ñ")

    assert told == '{"also": "ñ", "text": "Zoë", "type": "text"}'
