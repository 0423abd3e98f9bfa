from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from dealfacts import pipeline
from dealfacts.model.lines import line
from dealfacts.model.statements import Statements

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
    assert not Statements(lines="")
    assert Statements(()).lines == ""
    assert Statements(lines="").claims == ()
