"""A list of deals is read deal by deal; a list about one deal is one story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.extract import extract
from dealfacts.loader.files import load

if TYPE_CHECKING:
    from pathlib import Path

    from dealfacts.model.claims import Claim

NUMBERED = """\
Three deals to know this week

1. Orbis Media to buy Radio Norda for €240 million
Orbis Media said it will acquire Radio Norda for €240 million in cash. It expects to close in June.

2. Castellan takes 30% of Verdant Foods
Castellan paid $95 million for a 30% stake in Verdant Foods, valuing the company at $317 million.

3. Hopper Freight raises $70M
Hopper Freight raised $70 million in a Series C round. Total funding now stands at $150 million.
"""
BULLETS = """\
The week in deals

• Barkwell, the vet chain, is being bought by Nordlys Partners for $1.9B, including debt.
• Quanta Logic called off its $640M takeover of Pixelon.
• Mindwell raised $110M in Series C funding at a $1.1B valuation.
"""
ONE = """\
Orbis Media to buy Radio Norda for €240 million

• Orbis Media will acquire Radio Norda for €240 million
• Orbis Media bought Tarn Radio in 2019 for €30 million
• Orbis Media raised €50 million in March
"""


def claims(text: str, folder: Path) -> tuple[Claim, ...]:
    path = folder / "article.txt"
    path.write_text(text)
    return extract(load([str(path)]).articles[0])


def told(text: str, folder: Path, attribute: str) -> list[tuple[str, str]]:
    found = [claim for claim in claims(text, folder) if claim.attribute == attribute]
    return [(claim.subject, claim.evidence.quote) for claim in found]


def test_numbered_items_are_deals_of_their_own(tmp_path: Path) -> None:
    assert dict(told(NUMBERED, tmp_path, "deal_amount")) == {
        "Orbis Media / Radio Norda": "€240 million",
        "Castellan / Verdant Foods": "$95 million",
        "Hopper Freight": "$70 million",
    }
    assert told(NUMBERED, tmp_path, "valuation") == [("Verdant Foods", "$317 million")]
    assert told(NUMBERED, tmp_path, "total_raised") == [("Hopper Freight", "$150 million")]
    assert {claim.parties for claim in claims(NUMBERED, tmp_path)} == {
        ("Orbis Media", "Radio Norda"),
        ("Castellan", "Verdant Foods"),
        (None, "Hopper Freight"),
    }


def test_so_are_bullets(tmp_path: Path) -> None:
    assert told(BULLETS, tmp_path, "deal_amount") == [
        ("Nordlys Partners / Barkwell", "$1.9B"),
        ("Quanta Logic / Pixelon", "$640M"),
        ("Mindwell", "$110M"),
    ]
    assert told(BULLETS, tmp_path, "valuation") == [("Mindwell", "$1.1B")]


def test_bullets_below_a_deal_are_about_it(tmp_path: Path) -> None:
    assert {claim.parties for claim in claims(ONE, tmp_path)} == {("Orbis Media", "Radio Norda")}


def test_a_name_that_runs_through_the_items_makes_them_one_story(tmp_path: Path) -> None:
    listed = ONE.replace("Orbis Media to buy Radio Norda for €240 million", "The year in review", 1)
    assert len({claim.parties for claim in claims(listed, tmp_path)}) == 1


def test_ids_differ_where_two_items_say_the_same(tmp_path: Path) -> None:
    twice = BULLETS + BULLETS.partition("\n\n")[2]
    ids = [claim.id for claim in claims(twice, tmp_path)]
    assert len(ids) == len(set(ids))
