"""The same story about other people: what is found depends on the grammar, never on the names.

Copies seeds/ with every company, person, product and outlet renamed, all money divided by 1000
(billions become millions; hedges and percentages stay) and all years moved back by four. The
report must be the same with the replaced values.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dealfacts.model.values import (
    Money,
    Organisation,
    PartialDate,
    Person,
    Quote,
    Seat,
    Term,
    Text,
    plain,
)
from dealfacts.pipeline import run

if TYPE_CHECKING:
    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Report

SEEDS = Path(__file__).parent.parent / "seeds"
THOUSAND = Decimal(1000)
YEARS_BACK = 4

# The longer name first. Spelling variants stay variants, short forms stay short forms, and two
# names of one person keep their order, by which a tie is broken.
NAMES = {
    "Meta Platforms": "Tarn Networks",
    "META.US": "TARN.US",
    "Meta": "Tarn",
    "Scale AI": "Quarry AI",
    "Scale": "Quarry",
    "Alexandr": "Frederik",
    "Alexander": "Frederick",
    "Wang": "Olsen",
    "Mark Zuckerberg": "Peter Lindstrom",
    "Zuckerberg": "Lindstrom",
    "Jason Droege": "Martin Kessler",
    "Jason Droge": "Martin Kesler",
    "Droege": "Kessler",
    "Shweta Khajuria": "Anjali Venkatesh",
    "Shweta Kanjirath": "Anjali Deshmukh",
    "Khajuria": "Venkatesh",
    "Kanjirath": "Deshmukh",
    "Wolfe Research": "Brandt Research",
    "Jovin George": "Marlon Peters",
    "Dario Amodei": "Carlo Bianchi",
    "Trump": "Baker",
    "Zhitong Finance": "Lianhe Finance",
    "Softreviewed": "Gadgetcheck",
    "Bloomberg": "Courier",
    "Llama": "Puma",
    "OpenAI": "Novamind",
    "ChatGPT": "ChatLux",
    "Google DeepMind": "Findex Deepthought",
    "Google": "Findex",
    "Microsoft": "Brightsoft",
    "MSFT.US": "BRSO.US",
    "Amazon": "Rivero",
    "AMZN.US": "RVRO.US",
    "Anthropic": "Sapientia",
    "Sesami AI": "Tahini AI",
    "WhatsApp": "Chirpapp",
    "DeepSeek": "Deepquest",
    "RemoTasks": "Gigtasks",
    "VLC": "QLP",
}
NAME = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in NAMES))
YEAR = re.compile(r"\b20[12]\d\b")
MILLIONS = re.compile(r"(\$\d+) million\b")
SCALES = {"billion": "million", "Billion": "Million", "B": "M"}
BILLIONS = re.compile(
    r"(?<=multi)billion|(?<=\d )billion\b|(?<=\d )Billion\b|(?<=\d)B\b|billion(?=s\b|-dollar|aire)"
)


def rename(text: str) -> str:
    text = MILLIONS.sub(r"\1K", text)
    text = BILLIONS.sub(lambda m: SCALES[m[0]], text)
    text = YEAR.sub(lambda m: str(int(m[0]) - YEARS_BACK), text)
    return NAME.sub(lambda m: NAMES[m[0]], text)


def unchanged(text: str) -> str:
    return text


@cache
def reports(folder: str) -> tuple[Report, Report]:
    for path in SEEDS.glob("*.txt"):
        text = rename(path.read_bytes().decode())
        (Path(folder) / path.name).write_bytes(text.encode())
    return run([str(SEEDS)]).report, run([folder]).report


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Report]:
    return reports(str(tmp_path_factory.mktemp("renamed")))


def test_the_copy_has_other_names_sums_and_years() -> None:
    told = "\n".join(rename(path.read_bytes().decode()) for path in SEEDS.glob("*.txt"))
    assert not NAME.search(told)
    assert "illion" in told
    assert not re.search(r"\b[Bb]illion", told)
    assert not re.search(r"\b202[2-5]\b", told)
    assert "49%" in told
    assert "nearly $15 million" in told


def value_of(claim: Claim, side: str) -> str:
    """The value in words that are the same on both sides."""
    tell = rename if side == "original" else unchanged
    value = claim.value
    match value:
        case Money():
            by = THOUSAND if side == "original" else Decimal(1)
            low, high, granule = (plain(x / by) for x in (value.low, value.high, value.granule))
            return f"{value.currency} {low} {high} {granule}"
        case PartialDate():
            return f"{tell(value.text)} {tell(value.edtf or '')} {value.grain} {value.anchor}"
        case Organisation():
            return tell(value.name)
        case Person():
            told = (value.name, value.role, value.organisation)
            return f"{[tell(x or '') for x in told]} {value.change}"
        case Seat():
            return f"{tell(value.holder or '')} {tell(value.board or '')} {value.change}"
        case Quote():
            return f"{tell(value.speaker or '')}: {tell(value.text)}"
        case Term():
            return value.term
        case Text():
            return tell(value.text)
        case _:
            return value.model_dump_json()


def told(claim: Claim, side: str) -> str:
    tell = rename if side == "original" else unchanged
    return " | ".join(
        (
            claim.source,
            claim.attribute,
            tell(claim.subject),
            value_of(claim, side),
            f"{claim.hedge} {claim.modality} {claim.basis} {tell(claim.period or '')}",
            tell(claim.evidence.quote),
            tell(claim.speaker or ""),
        )
    )


def test_the_claims_are_the_same(pair) -> None:
    original, renamed = pair
    before = Counter(told(claim, "original") for claim in original.claims)
    after = Counter(told(claim, "renamed") for claim in renamed.claims)
    assert sorted((before - after).elements()) == []
    assert sorted((after - before).elements()) == []


def facts(report: Report, side: str) -> Counter[str]:
    tell = rename if side == "original" else unchanged
    claims = {claim.id: claim for claim in report.claims}
    found: Counter[str] = Counter()
    for fact in report.facts:
        camps = sorted(
            str(sorted((claims[c].source, value_of(claims[c], side)) for c in camp.claims))
            for camp in fact.camps
        )
        attached = sorted(
            (value_of(claims[one.claim], side), len(one.camps)) for one in fact.also_compatible
        )
        head = f"{fact.attribute} | {tell(fact.subject)} | {tell(fact.period or '')}"
        found[f"{head} | {fact.status} | {camps} | {attached}"] += 1
    return found


def test_the_facts_are_the_same(pair) -> None:
    original, renamed = pair
    before, after = facts(original, "original"), facts(renamed, "renamed")
    assert sorted((before - after).elements()) == []
    assert sorted((after - before).elements()) == []


def test_the_findings_are_the_same(pair) -> None:
    original, renamed = pair

    def findings(report: Report, tell) -> Counter[str]:
        return Counter(
            f"{f.rule} {f.severity} {f.cause} {f.relation} {f.attribute} {tell(f.subject)}"
            for f in report.findings
        )

    assert findings(original, rename) == findings(renamed, unchanged)


def test_the_checks_are_the_same(pair) -> None:
    original, renamed = pair

    def checks(report: Report) -> Counter[str]:
        return Counter(f"{c.check} {c.holds} {len(c.inputs)}" for c in report.checks)

    assert checks(original) == checks(renamed)


def test_the_deals_are_the_same(pair) -> None:
    original, renamed = pair
    assert [rename(deal.label) for deal in original.deals] == [d.label for d in renamed.deals]
    assert original.summary == renamed.summary
