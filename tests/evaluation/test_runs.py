"""Both gold forms from file to score, over articles of invented deals."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dealfacts.errors import DealfactsError
from dealfacts.evaluation.runs import evaluate_paths, gold_files, read_gold
from dealfacts.model.values import (
    Count,
    Money,
    PartialDate,
    Percent,
    Person,
    Quote,
    Seat,
    Term,
    Text,
)
from dealfacts.model.vocabulary import Basis, Change, Hedge, Modality

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "Ostrava Mills has agreed to buy Harrow & Lake for $3.2 billion.\n"
PRICE = {"low": 3200000000, "high": 3200000000, "currency": "USD"}


def row(attribute, kind, value, **more):
    return {
        "source": "01_wire",
        "attribute": attribute,
        "subject": "deal",
        "value_kind": kind,
        "value": value,
        "hedge": None,
        "period": None,
        "modality": None,
        "quote": "$3.2 billion",
        "start": 50,
        "end": 62,
        "sentence_start": 0,
        "sentence_end": 63,
        **more,
    }


def write(folder: Path, gold: dict, name: str = "gold.json", **texts: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for stem, text in (texts or {"01_wire": ARTICLE}).items():
        (folder / f"{stem}.txt").write_text(text, encoding="utf-8")
    (folder / name).write_text(json.dumps(gold), encoding="utf-8")
    return folder / name


def deal_gold(*claims: dict, **more: object) -> dict:
    return {
        "sources": {"01_wire": "http://example.org"},
        "source_dates": {"01_wire": "2024-05-06"},
        "other_deals": {},
        "aliases": {"Ostrava Mills": ["OM"]},
        "claims": list(claims),
        "facts": [],
        **more,
    }


def sheet_gold(*claims: dict, **more: object) -> dict:
    return {"claims": list(claims), "facts": [], **more}


def sheet_row(**more: object) -> dict:
    return {
        "id": "c1",
        "source": "01_wire.txt",
        "attribute": "deal_amount",
        "value": {"type": "money", "currency": "USD", "low": "3200000000", "high": "3200000000"},
        "hedge": "none",
        "period": None,
        "modality": "actual",
        "start": 32,
        "end": 62,
        "value_quote": "$3.2 billion",
        "value_start": 50,
        "value_end": 62,
        "tier": "core",
        **more,
    }


@pytest.mark.parametrize(
    ("kind", "value", "attribute", "expected"),
    [
        ("money", PRICE, "deal_amount", Money(currency="USD", low=PRICE["low"], high=PRICE["low"])),
        ("percent", {"low": 5.96, "high": 5.96}, "stake", Percent(low="5.96", high="5.96")),
        ("text", {"text": "majority"}, "stake", Percent(low=50, high=100)),
        ("text", {"text": "minority"}, "stake", Percent(low=0, high=50)),
        ("text", {"text": "Harbour"}, "unit_name", Text(text="Harbour")),
        ("int", 28, "age", Count(low=28, high=28)),
        ("term", {"term": "agreed"}, "deal_status", Term(term="agreed")),
        (
            "person",
            {"name": "A", "role": "b", "org": "C"},
            "person_role",
            Person(name="A", role="b", organisation="C"),
        ),
        ("quote", {"speaker": "A", "text": "b"}, "quote", Quote(speaker="A", text="b")),
        (
            "seat",
            {"holder": "A", "board": "B", "barred": True},
            "board_seat",
            Seat(holder="A", board="B", change=Change.LEAVES),
        ),
        ("date", {"text": "May", "iso": None}, "closing_date", PartialDate(text="May")),
        (
            "date",
            {"text": "May", "iso": "2024-05"},
            "closing_date",
            PartialDate(
                text="May", edtf="2024-05", earliest=date(2024, 5, 1), latest=date(2024, 5, 31)
            ),
        ),
    ],
)
def test_values_of_a_deal_folder(tmp_path, kind, value, attribute, expected) -> None:
    gold = read_gold(write(tmp_path, deal_gold(row(attribute, kind, value))))
    assert gold.claims[0].value == expected


def test_words_of_a_deal_folder_are_mapped(tmp_path) -> None:
    claims = (
        row(
            "deal_amount", "money", PRICE, hedge="nearly", basis="incl. debt", period="early talks"
        ),
        row("revenue", "money", PRICE, hedge="about", modality="expected", source="02_far"),
    )
    content = deal_gold(
        *claims,
        sources={"01_wire": "", "02_far": ""},
        source_dates={"01_wire": "2024", "02_far": "2024-05-06"},
        other_deals={"02_far": "another deal"},
    )
    one, two = (gold := read_gold(write(tmp_path / "mills", content))).claims
    assert (one.hedge, one.bases[0]) == (Hedge.BELOW, Basis.INCLUDING_DEBT)
    assert one.attributes == ("deal_amount", "prior_offer")
    assert (two.hedge, two.modalities, two.optional) == (Hedge.ABOUT, (Modality.EXPECTED,), True)
    assert gold.name == "mills"
    assert gold.published == {"02_far": date(2024, 5, 6)}
    assert gold.aliases == {"om": "Ostrava Mills"}
    assert gold.deals == {"01_wire": "mills", "02_far": "another deal"}


def test_a_basis_in_free_words_is_not_scored(tmp_path) -> None:
    content = deal_gold(row("deal_amount", "money", PRICE, basis="without the brewery"))
    assert read_gold(write(tmp_path, content)).claims[0].bases == ()


def test_groups_of_a_fact_find_their_claims(tmp_path) -> None:
    other = {**PRICE, "low": 3300000000, "high": 3300000000}
    dated = {"text": "Monday", "iso": "2024-05-06"}
    fact = {"attribute": "deal_amount", "subject": "deal", "period": None, "status": "conflict"}
    groups = [
        {"value": PRICE, "sources": ["01_wire"], "hedges": ["exact"], "basis": "equity"},
        {"value": other, "sources": ["01_wire"], "hedges": ["about"]},
    ]
    when = {**fact, "attribute": "closing_date", "status": "single-source"}
    content = deal_gold(
        row("deal_amount", "money", PRICE),
        row("deal_amount", "money", PRICE, basis="equity"),
        row("deal_amount", "money", other),
        row("closing_date", "date", dated),
        facts=[
            {**fact, "groups": groups},
            {**when, "groups": [{"value": {"iso": "2024-05-06"}, "sources": ["01_wire"]}]},
        ],
    )
    price, closing = read_gold(write(tmp_path, content)).facts
    assert [group.claims for group in price.groups] == [("g1",), ("g2",)]
    assert [group.hedged for group in price.groups] == [False, True]
    assert closing.groups[0].claims == ("g3",)


def test_a_mixed_folder_scores_its_own_articles_only(tmp_path) -> None:
    content = {
        "articles": {
            "01_wire": {"deal": "Mills", "copy_of": "elsewhere/01.txt"},
            "02_own": {"deal": "Mills", "date": "2024-05-06"},
            "03_none": {"deal": None},
        },
        "claims": [row("deal_amount", "money", PRICE, source="02_own", deal="Mills")],
    }
    gold = read_gold(write(tmp_path, content))
    assert gold.sources == ("02_own", "03_none")
    assert gold.published == {"02_own": date(2024, 5, 6)}
    assert gold.deals == {"01_wire": "Mills", "02_own": "Mills", "03_none": None}


def test_a_sheet_in_our_own_words(tmp_path) -> None:
    content = sheet_gold(
        sheet_row(attribute_also_ok=["valuation"], modality_also_ok=["prior"]),
        sheet_row(id="c2", tier="extra", value={"text": "a lot"}, hedge="vague"),
        facts=[
            {
                "id": "f1",
                "attribute": "deal_amount",
                "subject": "deal",
                "period": None,
                "status": "conflict",
                "acceptable_status": ["conflict", "compatible"],
                "groups": [{"value": "a lot", "claims": ["c2"], "sources": ["01_wire.txt"]}],
            }
        ],
        checks=[
            {"name": "sum", "verdict": "inconsistent: no", "claims": ["c1"]},
            {"name": "other", "verdict": "consistent", "claims": ["c1"]},
        ],
        negatives=[{"source": "01_wire.txt", "quote": "Harrow", "start": 32, "reason": "a name"}],
        traps=[{"id": "t1", "source": "01_wire.txt", "quote": "for", "start": 46, "right": "x"}],
    )
    gold = read_gold(write(tmp_path, content, "facts.json"))
    one, two = gold.claims
    assert gold.name == "facts"
    assert one.modalities == (Modality.ACTUAL, Modality.FORMER)
    assert (one.optional, two.optional) == (False, True)
    assert two.value == Text(text="a lot")
    assert gold.facts[0].statuses == ("conflict", "compatible")
    assert gold.facts[0].groups[0].hedged
    assert [check.holds for check in gold.checks] == [False, True]
    assert (gold.negatives[0].right, gold.negatives[0].end) == ("a name", 38)
    assert gold.known == {"01_wire"}


def test_the_program_runs_over_the_articles_beside_the_gold_file(tmp_path) -> None:
    path = write(tmp_path / "mills", deal_gold(row("deal_amount", "money", PRICE)))
    report = evaluate_paths([str(tmp_path)])
    assert [score.gold.name for score in report.scores] == ["mills"]
    assert report.attributes["deal_amount"].right == 1
    assert report.texts["mills", "01_wire"] == ARTICLE
    assert report.scores[0].grouping is not None
    assert evaluate_paths([str(path)], claims_only=True).scores[0].grouping is None


def test_articles_of_another_folder(tmp_path) -> None:
    path = write(tmp_path / "gold", sheet_gold(sheet_row()), "facts.json", nothing="")
    (path.parent / "nothing.txt").unlink()
    write(tmp_path / "seeds", {}, "other.json")
    assert evaluate_paths([str(path)], claims_only=True).total.recall == 1
    write(tmp_path / "texts", {}, "other.json", **{"01_wire": "Nothing is sold here today.\n"})
    report = evaluate_paths([str(path)], claims_only=True, articles=str(tmp_path / "texts"))
    assert report.total.recall == 0
    with pytest.raises(DealfactsError, match="Name their folder with --articles"):
        evaluate_paths([str(path)], articles=str(tmp_path / "gold"))


def test_no_folder_of_articles_anywhere(tmp_path) -> None:
    path = write(tmp_path, sheet_gold(sheet_row()), "facts.json", other="")
    (tmp_path / "other.txt").unlink()
    with pytest.raises(DealfactsError, match="none of its articles found"):
        evaluate_paths([str(path)])


@pytest.mark.parametrize("content", ["{", "[]", "7", '{"claims": 7}', '{"sources": {}}'])
def test_what_is_no_gold_file_is_named(tmp_path, content) -> None:
    (tmp_path / "gold.json").write_text(content, encoding="utf-8")
    with pytest.raises(DealfactsError, match=r"gold\.json: not a gold file"):
        evaluate_paths([str(tmp_path)])


def test_a_path_without_gold_is_an_error(tmp_path) -> None:
    with pytest.raises(DealfactsError, match="no gold file"):
        gold_files([str(tmp_path)])
