"""`--rates FILE`: the table is used, and what is wrong with it is told before anything is read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

POUNDS = """Northwind to buy Acme Robotics

Northwind Group agreed on May 4, 2026 to buy Acme Robotics for £2.00 billion in cash.
"""
DOLLARS = """Northwind buys robots

Northwind Group will buy Acme Robotics for US$3.10 billion in cash, it said on May 4, 2026.
"""


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    folder = tmp_path / "drop"
    folder.mkdir()
    (folder / "a.txt").write_text(POUNDS, encoding="utf-8")
    (folder / "b.txt").write_text(DOLLARS, encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", ["reconcile", "check"])
@pytest.mark.parametrize(("rate", "rules"), [("1.55", []), ("1.25", ["CUR002"])])
def test_the_table_decides_whether_two_sums_are_one(
    program: Program, drop: Path, command: str, rate: str, rules: list[str]
) -> None:
    table = drop.parent / "rates.csv"
    table.write_text(f"pair,rate\nGBP/USD,{rate}\n", encoding="utf-8")
    done = program(command, str(drop), "--rates", str(table), "--format", "json")
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert [finding["rule"] for finding in found["findings"]] == rules
    assert [one["rate"] for one in found["conversions"]] == (["1.55"] if not rules else [])


def test_a_wrong_table_is_a_usage_error_with_its_place(program: Program, drop: Path) -> None:
    table = drop.parent / "rates.csv"
    table.write_text("pair,rate\nGBPUSD,1.5\n", encoding="utf-8")
    done = program("reconcile", str(drop), "--rates", str(table))
    assert done.exit_code == 2
    assert "rates.csv:2: 'pair' is two currency codes" in done.stderr
