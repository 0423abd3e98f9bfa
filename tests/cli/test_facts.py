"""Approved values and spellings: written by hand or by a review, held against every article."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Dealfacts

FACT = """[[fact]]
deal = "Northwind Group / Acme Robotics"
attribute = "deal_amount"
value = "$2.4 billion"
note = "filing"
"""
THIRD = """At last the robots go north

After months of rumours Northwind Group will buy Acme Robotics for $2.9 billion, people said.
"""
BOSS = "“It is a fine day,” said Jon Carver, chief executive of Acme Robotics.\n"


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    (tmp_path / ".dealfacts").mkdir()
    return tmp_path / ".dealfacts" / "facts.toml"


def found(dealfacts: Dealfacts, drop: Path, *more: str) -> list[tuple[str, str]]:
    done = dealfacts("check", str(drop), "--format", "json", *more)
    assert done.returncode < 2, done.stderr.decode()
    told = json.loads(done.stdout)
    source = {claim["id"]: claim["source"] for claim in told["claims"]}
    return [
        (f["rule"], source[f["claims"][0]]) for f in told["findings"] if f["rule"].startswith("FCT")
    ]


def test_an_article_that_differs_from_an_approved_value_is_told(
    dealfacts: Dealfacts, drop: Path, facts: Path
) -> None:
    facts.write_text(FACT, encoding="utf-8")

    page = dealfacts("check", str(drop)).stdout.decode()

    assert found(dealfacts, drop) == [("FCT001", "gazette.txt")]
    assert "approved is $2.4 billion (facts.toml:1: filing)" in " ".join(page.split())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("Northwind Group / Acme Robotics", "Northwind"), 1),
        (("Northwind Group / Acme Robotics", ""), 1),
        (("Northwind Group / Acme Robotics", "Fabrikam / Litware"), 0),
        (("$2.4 billion", "$2.9 billion"), 1),
        (("$2.4 billion", "over $2 billion"), 0),
        (("$2.4 billion", "nearly $2.5 billion"), 1),
        (("$2.4 billion", "$2.4 billion to $2.9 billion"), 0),
        (("deal_amount", "valuation"), 0),
        (("note", 'period = "2025"\nnote'), 0),
    ],
)
def test_a_fact_is_held_against_its_own_question_alone(
    dealfacts: Dealfacts, drop: Path, facts: Path, change: tuple[str, str], told: int
) -> None:
    facts.write_text(FACT.replace(*change), encoding="utf-8")

    assert len(found(dealfacts, drop)) == told


def test_an_approved_spelling_is_held_against_names(
    dealfacts: Dealfacts, drop: Path, facts: Path, tmp_path: Path
) -> None:
    for name, boss in (("ledger.txt", BOSS), ("gazette.txt", BOSS.replace("Carver", "Carwer"))):
        text = (drop / name).read_text(encoding="utf-8")
        (drop / name).write_text(f"{text}{boss}", encoding="utf-8")
    facts.write_text('[[name]]\nname = "Jon Carver"\ndeal = "Acme Robotics"\n', encoding="utf-8")

    assert found(dealfacts, drop) == [("FCT002", "gazette.txt")]
    (tmp_path / "dealfacts.toml").write_text(
        '[aliases]\n"Jon Carver" = ["Jon Carwer"]\n', encoding="utf-8"
    )
    assert found(dealfacts, drop) == []


def test_what_a_review_approves_later_articles_are_held_to(
    dealfacts: Dealfacts, drop: Path, facts: Path
) -> None:
    done = dealfacts("review", str(drop), "--by", "ann", stdin=b'B filing of "4 May"\n')
    settled = dealfacts("check", str(drop))
    (drop / "third.txt").write_text(THIRD, encoding="utf-8")
    later = found(dealfacts, drop)

    assert done.returncode == 0, done.stderr.decode()
    assert tomllib.loads(facts.read_text(encoding="utf-8")) == {
        "fact": [
            {
                "deal": "Northwind Group / Acme Robotics",
                "attribute": "deal_amount",
                "value": "$2.4 billion",
                "note": 'filing of "4 May"',
                "by": "ann",
            }
        ]
    }
    # Who prints the value that was judged wrong is known; who repeats it is told.
    assert settled.returncode == 0
    assert later == [("FCT001", "third.txt")]


def test_a_spelling_is_approved_behind_what_stands_there(
    dealfacts: Dealfacts, drop: Path, facts: Path
) -> None:
    for name, boss in (("ledger.txt", BOSS), ("gazette.txt", BOSS.replace("Carver", "Carwer"))):
        text = (drop / name).read_text(encoding="utf-8")
        (drop / name).write_text(f"{text}{boss}", encoding="utf-8")
    facts.write_text("# kept by hand", encoding="utf-8")
    arguments = ("review", str(drop), "--by", "ann", "--select", "NAM001")

    shown = dealfacts(*arguments, stdin=b"k\n").stdout.decode()
    letter = "B" if "a  Jon Carver " in shown else "A"
    dealfacts(*arguments, stdin=f"{letter}\n".encode())

    text = facts.read_text(encoding="utf-8")
    assert text.startswith("# kept by hand\n\n[[name]]\n")
    (entry,) = tomllib.loads(text)["name"]
    assert entry["name"] == "Jon Carver"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (FACT.replace("$2.4 billion", "much"), "facts.toml: fact 1 value: 'much' is no sum"),
        (FACT.replace("deal_amount", "quote"), "facts.toml: fact 1 attribute: 'quote' cannot be"),
        (FACT.replace("note", "why"), "facts.toml: fact 1 why: Extra inputs are not permitted"),
        ("[[facts]]\n", "facts.toml: facts: Extra inputs are not permitted"),
        ("[[fact]\n", "facts.toml: cannot be read: "),
    ],
)
def test_2_a_fact_that_cannot_be_read(
    dealfacts: Dealfacts, calm: Path, facts: Path, text: str, told: str
) -> None:
    facts.write_text(text, encoding="utf-8")

    done = dealfacts("check", str(calm))

    assert done.returncode == 2
    assert told in done.stderr.decode()


def test_2_facts_that_are_not_there(dealfacts: Dealfacts, calm: Path) -> None:
    done = dealfacts("check", str(calm), "--facts", "none.toml")

    assert done.returncode == 2
    assert b"none.toml: no such fact file" in done.stderr


def test_what_is_no_figure_cannot_be_approved(dealfacts: Dealfacts, drop: Path) -> None:
    for name, age in (("ledger.txt", 52), ("gazette.txt", 57)):
        text = (drop / name).read_text(encoding="utf-8")
        boss = BOSS.replace("Carver,", f"Carver, {age},")
        (drop / name).write_text(f"{text}{boss}", encoding="utf-8")
    arguments = ("review", str(drop), "--by", "ann")

    done = dealfacts(*arguments, stdin=b"A\n")

    assert done.returncode == 2
    assert b"Only sums, shares, counts, dates and names can be approved; this is age" in done.stderr
