"""When an article came out, by its own page."""

from __future__ import annotations

from datetime import date

import pytest

from dealfacts.loader.metadata import publication_date
from dealfacts.loader.sentences import split

BODY = "Acme said on Monday that it will buy Widget. The deal of May 2, 2021 was smaller.\n\n" * 4
DAY = date(2024, 5, 3)


@pytest.mark.parametrize(
    "line",
    [
        "May 3, 2024",
        "Updated May 3, 2024, 5:23 PM IST",
        "Published: 3 May 2024",
        "By Jane Example   May 3, 2024   World News",
        "Example News | 5/3/2024 | May 3, 2024, 11:37 a.m.",
        "Published on 2024-05-03",
        "May 3, 2024   by admin   Business",
        "Published May 3, 2024 - Updated May 9, 2024",
        "Updated Thu, May 9, 2024   Published 9:14 AM EDT, Fri May 3, 2024",
        "SAN EXAMPLE, May 3, 2024 (Newswire) -- Acme will buy Widget for $3 billion in cash.",
        "LONDON, May 3, 2024 - Acme will buy Widget for $3 billion in cash, it said.",
        "MUMBAI, May 3, 2024: Acme on Friday said that it will buy Widget for Rs 300 crore.",
        "ULM, Germany and SAN EXAMPLE, Calif., May 3, 2024 /Newswire/ -- Acme (SIX: ACM) buys.",
        "São Example/Lyon, 3 May 2024 – Acme will buy Widget for $3 billion in cash, it said.",
    ],
)
def test_lines_near_the_top(line: str) -> None:
    text = f"Acme to buy Widget for $3 billion\n\n{line}\n\n{BODY}"
    assert publication_date(text, split(text)) == DAY


def test_a_line_at_the_foot_needs_a_word_for_it() -> None:
    text = f"Acme to buy Widget\n\n{BODY}{BODY}First published: May 3, 2024 07:39 pm\n"
    assert publication_date(text, split(text)) == DAY
    text = f"Acme to buy Widget\n\n{BODY}{BODY}May 3, 2024\n"
    assert publication_date(text, split(text)) is None


@pytest.mark.parametrize(
    "line",
    [
        "Acme bought Widget on May 3, 2024, it said.",
        "Acme to buy Widget on May 3, 2024",
        "The deal that Acme closed on May 3, 2024: a look back at what went wrong with it.",
        "Published 3 May",
        "11/06/2024",
        "",
    ],
)
def test_the_story_does_not_date_itself(line: str) -> None:
    text = f"{line}\n\n{BODY}"
    assert publication_date(text, split(text)) is None
