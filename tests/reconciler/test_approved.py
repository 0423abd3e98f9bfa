"""Approved names: what is another name for one thing is no news, and what is misspelt still is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dealfacts import pipeline
from dealfacts.reconciler.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

FULL = (
    "Northwind Group agreed to buy Acme Robotics for $2.4 billion in cash, Northwind Group said.\n"
)
SHORT = "QXP will acquire Acme Robotics for $2.9 billion in cash, QXP said on Tuesday.\n"
BOSS = "“It is a fine day,” said Jon Carver, chief executive of Acme Robotics.\n"
OTHER = "“It is a fine day,” said Jonathan Carver, chief executive of Acme Robotics.\n"
WRONG = "“It is a fine day,” said Jon Carwer, chief executive of Acme Robotics.\n"


def run(folder: Path, texts: tuple[str, ...], **aliases: tuple[str, ...]) -> pipeline.Run:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    told = {name.replace("_", " "): others for name, others in aliases.items()}
    return pipeline.run([str(folder)], chosen=Settings(aliases=told))


def test_another_name_of_a_party_is_that_party(tmp_path: Path) -> None:
    apart = run(tmp_path, (FULL, SHORT)).report
    one = run(tmp_path, (FULL, SHORT), Northwind_Group=("qxp",)).report

    assert len(apart.deals) == 2
    assert [deal.acquirer for deal in one.deals] == ["Northwind Group"]
    assert [f.attribute for f in one.findings if f.rule == "VAL001"] == ["deal_amount"]


def test_the_words_of_the_article_stay(tmp_path: Path) -> None:
    found = run(tmp_path, (FULL, SHORT), Northwind_Group=("QXP",))
    plain = run(tmp_path, (FULL, SHORT))

    assert {c.id for c in found.report.claims} == {c.id for c in plain.report.claims}
    for claim in found.report.claims:
        where = claim.evidence
        assert found.texts[claim.source][where.start : where.end] == where.quote
        assert "QXP" not in claim.subject


@pytest.mark.parametrize(("second", "findings"), [(OTHER, 0), (WRONG, 1)])
def test_a_right_form_of_a_name_is_no_news_and_a_wrong_one_is(
    tmp_path: Path, second: str, findings: int
) -> None:
    texts = (FULL + BOSS, FULL.replace("said", "added") + second)

    report = run(tmp_path, texts, Jon_Carver=("Jonathan Carver", "J. Carver")).report

    assert sum(finding.rule == "NAM001" for finding in report.findings) == findings
    assert {claim.subject for claim in report.claims if claim.attribute == "person_role"} <= {
        "Jon Carver",
        "Jon Carwer",
    }
