from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest

from dealfacts.model.rates import Rate, Rates
from dealfacts.model.values import Term, Text
from dealfacts.model.vocabulary import Severity
from dealfacts.reconciler.settings import DEFAULT
from dealfacts.records.canonical import canonical

WORDS = frozenset({"one", "two", "three", "four", "five"})


def test_the_order_of_sets_and_mappings_does_not_show() -> None:
    one = {"a": WORDS, "b": frozenset({frozenset({"x", "y"})})}
    other = MappingProxyType(dict(reversed(one.items())))

    assert canonical(one) == canonical(other)


def test_other_values_are_other_words() -> None:
    day, cent = date(2026, 5, 4), Decimal("0.01")
    values = [
        *(None, 1, True, 1.5, "1", "None", cent, day, Severity.ERROR, "error"),
        *((), ("",), ("", ""), ("a", "b"), (("a",), "b"), frozenset({"a", "b"}), {"a": "b"}),
        *(Term(term="a"), Text(text="a")),
        Rates((Rate("USD", "EUR", cent),)),
        Rates((Rate("USD", "EUR", cent, day),)),
        *(DEFAULT, DEFAULT._replace(misread=WORDS), DEFAULT._replace(severities={"A": None})),
    ]

    assert len(set(map(canonical, values))) == len(values)


def test_what_cannot_be_told_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        canonical(("a", object()))


def test_another_process_says_the_same() -> None:
    program = (
        "from dealfacts.records.canonical import canonical\n"
        f"print(canonical(frozenset({sorted(WORDS)})))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert told == {f"{canonical(WORDS)}\n".encode()}
