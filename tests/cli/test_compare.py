from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Program


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("nearly $20 billion", "$19.3 billion", "consistent with hedge"),
        ("$31.8bn", "$31,800 million", "equal"),
        ("$19.3 billion", "$20 billion", "conflict (error)"),
        ("49%", "a majority", "conflict (error)"),
        ("1,240 employees", "about 1,200 employees", "consistent with hedge"),
        ("12 June 2024", "June 2024", "refines"),
        ("$5 billion", "€5 billion", "not comparable"),
        ("Elena Marsh", "Elena Marsh", "equal"),
        ("Alex Stone", "Alexander Stone", "equal"),
        ("Elena Marsh", "Elena Marsch", "conflict (warning)"),
        ("Elena Marsh", "Tom Field", "conflict (error)"),
        ("Acme Robotics Inc.", "Acme Robotics", "equal"),
        ("Acme Robotics (UK) Ltd", "Acme Robotics Ltd", "conflict (error)"),
        ("Acme Robotics AG", "Acme Robotics GmbH", "conflict (error)"),
        ("Acme", "Acme DeepThought", "conflict (error)"),
        ("49%", "$5 billion", "not comparable"),
    ],
)
def test_the_relation_opens_the_answer(program: Program, a: str, b: str, relation: str) -> None:
    done = program("compare", a, b)

    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines()[0] == relation


def test_both_intervals_and_the_reason_are_told(program: Program) -> None:
    done = program("compare", "nearly $20 billion", "$19.3 billion")

    assert done.stdout == (
        "consistent with hedge\n"
        "  nearly $20 billion\n"
        "    typical  $18 billion to below $20 billion\n"
        "    strict   $14 billion to below $20 billion\n"
        "  $19.3 billion\n"
        "    typical  $19.25 billion to $19.35 billion\n"
        "    strict   $19.25 billion to $19.35 billion\n"
        "  the two readings meet\n"
    )


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("$2.1bn", "$21bn", "a factor of 10 apart: a slip of unit or point. [VAL004]"),
        ("$1.5bn", "$1.5m", "a factor of 1,000 apart: a slip of unit or point. [VAL004]"),
        ("$7.81 billion", "$8.71bn", "neighbouring digits have changed places. [VAL004]"),
        ("3 April 2024", "4 March 2024", "Day and month have changed places. [DAT001]"),
        ("3 April 2024", "3 April 2023", "the year has slipped. [DAT001]"),
        ("$5 billion", "€5 billion", "a sign may have been read wrongly. [CUR001]"),
    ],
)
def test_a_slip_of_the_pen_is_named_with_its_rule(program: Program, a, b, words) -> None:
    assert program("compare", a, b).stdout.rstrip().endswith(words)
    told = json.loads(program("compare", a, b, "--format", "json").stdout)
    assert told["suspected"].endswith(words)


@pytest.mark.parametrize(("a", "b"), [("$2.1bn", "$2.4bn"), ("$2.1bn", "$2.1 billion")])
def test_no_slip_is_seen_where_none_is(program: Program, a, b) -> None:
    assert "[" not in program("compare", a, b).stdout
    assert json.loads(program("compare", a, b, "--format", "json").stdout)["suspected"] is None


def test_an_open_end_is_no_number(program: Program) -> None:
    shown = program("compare", "over $29bn", "$45bn").stdout

    assert "strict   anything above $29 billion" in shown


def test_json_carries_values_intervals_and_reason(program: Program) -> None:
    told = json.loads(program("compare", "over $29bn", "$45bn", "--format", "json").stdout)

    assert told["schema"] == "dealfacts.comparison/1"
    assert told["relation"] == "strained"
    assert told["severity"] == "warning"
    assert told["a"]["hedge"] == "above"
    assert told["a"]["value"]["currency"] == "USD"
    assert told["a"]["strict"] == {
        "low": "29000000000", "high": None, "low_open": True, "high_open": False,
    }  # fmt: skip


def test_names_have_no_intervals(program: Program) -> None:
    told = json.loads(
        program("compare", "Acme Robotics", "Acme Robotics Inc.", "--format", "json").stdout
    )

    assert told["a"]["typical"] is None
    assert told["relation"] == "equal"


@pytest.mark.parametrize(("a", "b"), [("$5 billion", "a lot"), ("", "x"), (" ", "$1")])
def test_what_is_neither_figure_nor_name_is_refused(program: Program, a: str, b: str) -> None:
    done = program("compare", a, b)

    assert done.exit_code == 2
    assert done.stdout == ""
    assert "is no sum, share, count, date or name" in done.stderr


@pytest.mark.parametrize(("a", "b"), [("14.8", "15"), ("15", "$15 billion")])
def test_a_number_without_a_unit_is_refused(program: Program, a: str, b: str) -> None:
    done = program("compare", a, b)
    assert done.exit_code == 2
    assert "has no unit" in done.stderr
