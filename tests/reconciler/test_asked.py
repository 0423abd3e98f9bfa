"""The rules that are off by default speak for who asks, and for nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dealfacts import pipeline
from dealfacts.model.vocabulary import Severity
from dealfacts.reconciler.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

STORY = """Northwind to buy Acme Robotics for $2.4 billion

Northwind Group agreed on Monday to buy Acme Robotics, the maker of warehouse robots, for \
$2.4 billion in cash. Acme Robotics employs 900 people.
"""
OTHER = """Acme Robotics goes to Northwind

In a deal signed this week Northwind Group takes over Acme Robotics for $2.4 billion.
"""


@pytest.fixture
def drop(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "copy.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    return str(tmp_path)


def test_off_by_default(drop: str) -> None:
    assert not {"SRC001", "EXT001"} & {f.rule for f in pipeline.run([drop]).report.findings}


def test_what_one_origin_alone_says(drop: str) -> None:
    run = pipeline.run([drop], chosen=Settings({"SRC001": Severity.NOTE}))
    found = [f for f in run.report.findings if f.rule == "SRC001"]

    # Two copies of one text are one origin; the price has a second one.
    assert {f.attribute for f in found} >= {"headcount"}
    assert "deal_amount" not in {f.attribute for f in found}
    count = next(f for f in found if f.attribute == "headcount")
    assert "only one origin says 900" in count.message
    assert "(a, copy)" in count.message


def test_figures_that_nothing_types(drop: str, tmp_path: Path) -> None:
    fountain = f"{OTHER}Acme Robotics was fined $3 million.\n"
    (tmp_path / "b.txt").write_text(fountain, encoding="utf-8")

    run = pipeline.run([drop], chosen=Settings({"EXT001": Severity.WARNING}))
    untyped = [c for c in run.report.claims if c.attribute.startswith("other_")]
    found = [f for f in run.report.findings if f.rule == "EXT001"]

    assert untyped
    assert {f.claims for f in found} == {(c.id,) for c in untyped}
    assert {f.severity for f in found} == {Severity.WARNING}
