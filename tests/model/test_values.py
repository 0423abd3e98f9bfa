"""How numbers are printed, and what gives a claim its identity."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from dealfacts.model.claims import claim_id
from dealfacts.model.report import content_id
from dealfacts.model.values import plain

PARTS = ("a.txt", "deal_amount", "{}", "A sentence.", 0)


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("0", "0"),
        ("0.00", "0"),
        ("-0.50", "-0.5"),
        ("100", "100"),
        ("100.0", "100"),
        ("14.30", "14.3"),
        ("1.240E+10", "12400000000"),
        ("1E-7", "0.0000001"),
        ("10.01", "10.01"),
    ],
)
def test_a_number_in_plain_digits(number: str, printed: str) -> None:
    assert plain(Decimal(number)) == printed


def test_the_identity_of_a_claim_is_short_and_its_own() -> None:
    found = claim_id(*PARTS)

    assert re.fullmatch("c-[0-9a-f]{16}", found)
    assert found == claim_id(*PARTS)


@pytest.mark.parametrize(
    "other",
    [
        ("b.txt", *PARTS[1:]),
        (PARTS[0], "valuation", *PARTS[2:]),
        (*PARTS[:2], '{"x": 1}', *PARTS[3:]),
        (*PARTS[:3], "Another sentence.", 0),
        (*PARTS[:4], 1),
        ("a.txtdeal", "_amount", *PARTS[2:]),  # the parts do not run into each other
    ],
)
def test_whatever_is_told_or_where_makes_another_claim(
    other: tuple[str, str, str, str, int],
) -> None:
    assert claim_id(*other) != claim_id(*PARTS)


def test_half_a_character_is_no_obstacle() -> None:
    assert claim_id("a.txt", "quote", "\ud800", "", 0).startswith("c-")


def test_the_ids_that_records_hold_stay_what_they_are() -> None:
    """Users keep them in files: an id that is made otherwise brings back what was decided."""
    assert claim_id(*PARTS) == "c-bfbdd41fb4f1fcd4"
    assert content_id("f-", "deal_amount", "Orvex / Nimbra", None) == "f-65c52754a4000468"
    assert content_id("f-", "deal_amount", "Orvex / Nimbra", "") == "f-b909d25c59f088ac"
    assert content_id("x-", "\ud800").startswith("x-")
