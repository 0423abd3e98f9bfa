"""The deal of an article that was news some weeks before, and sums that are lent besides it."""

from __future__ import annotations

import pytest

from dealfacts.extractor.extract import extract
from dealfacts.loader.sentences import split
from dealfacts.model.text import Article

LUMO = "Inside Lumo\n\nThe scooter company Lumo has had a hard year. "
BUYS = "Harlow buys Penfield\n\nHarlow Partners is buying Penfield Cables for €1.4 billion. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LUMO}Three weeks ago Lumo closed a $120 million round.", ("deal_amount", "Lumo")),
        (f"{LUMO}A few days ago Lumo raised $120 million.", ("deal_amount", "Lumo")),
        (
            f"{LUMO}Less than two years ago Lumo closed a $120 million round.",
            ("other_amount", "an earlier deal"),
        ),
        (
            f"{BUYS}Harlow will invest about €700 million of its own money and borrow the rest.",
            ("deal_amount", "Harlow Partners / Penfield Cables: equity part"),
        ),
    ],
)
def test_the_last_sum_of_an_article(text: str, expected: tuple[str, str]) -> None:
    text += "\n"
    claims = extract(Article(id="x", path="x", text=text, sentences=split(text)))
    last = [claim for claim in claims if claim.attribute.endswith("_amount")][-1]
    assert (last.attribute, last.subject) == expected
