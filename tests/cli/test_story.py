"""The whole story: an old drop is accepted, a new article errs, it is judged, it comes back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Dealfacts

WIRE = """Northwind to buy Acme Robotics for $2.4 billion

Northwind Group agreed on Monday to buy Acme Robotics, the maker of warehouse robots, for \
$2.4 billion in cash. Acme Robotics was founded in 2011 and employs 900 people. Northwind expects \
to close the deal in September 2026.
"""
GAZETTE = """Robots change hands

Northwind Group said on Tuesday that it would acquire Acme Robotics for $2.9 billion in cash \
after three months of talks.
"""
# One planted error, the year; the price joins an old camp.
MONITOR = """A marriage of warehouses

After a summer of rumours Northwind Group has signed an agreement to buy Acme Robotics for \
$2.4 billion. The robot maker, which was founded in 2016, has its home in a former dairy. Acme \
Robotics has 900 employees.
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    (folder / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    return folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "monitor.txt").write_text(MONITOR, encoding="utf-8")
    (folder / "daily.txt").write_text(WIRE, encoding="utf-8")
    return folder


def test_the_whole_story(dealfacts: Dealfacts, old: Path, new: Path) -> None:
    def check() -> tuple[int, list[str]]:
        done = dealfacts("check", str(old), "--new", str(new), "--format", "json")
        told = json.loads(done.stdout)
        return done.returncode, [f"{f['rule']} {f['attribute']}" for f in told["findings"]]

    # The drop has a conflict that nobody will settle: it is accepted.
    assert dealfacts("check", str(old)).returncode == 1
    assert dealfacts("baseline", "create", str(old), "--note", "as printed").returncode == 0
    assert dealfacts("check", str(old)).returncode == 0

    # Of the new articles exactly the planted error is told; the copy and the old price are no news.
    assert check() == (1, ["DAT001 founded"])
    page = dealfacts("check", str(old), "--new", str(new)).stdout.decode()
    assert page.startswith("2 new of 4 articles, 1 deal, ")
    assert page.count("[DAT001]") == 1
    assert "[VAL001]" not in page

    # It is judged, and the next run is green.
    judged = dealfacts(
        "review", str(old), str(new), "--by", "ann", "--today", "2026-05-04",
        stdin=b"b the register says 2011\n",
    )  # fmt: skip
    assert judged.returncode == 0
    assert ">>2016<<" in judged.stdout.decode()
    assert b"1 finding judged, 0 left open" in judged.stderr
    assert check() == (0, [])
    assert dealfacts("check", str(old), str(new), "--fail-on-new").returncode == 0

    # A correction that changes nothing of it leaves it closed; another value opens it again.
    monitor = new / "monitor.txt"
    monitor.write_text(f"Updated.\n\n{MONITOR.replace('dairy', 'brewery')}", encoding="utf-8")
    assert check() == (0, [])
    monitor.write_text(MONITOR.replace("2016", "2017"), encoding="utf-8")
    assert check() == (1, ["DAT001 founded"])
