"""Percentages and shares in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealfacts.extractor.readers import percent
from dealfacts.lexicon.figures import shares


def told(text: str) -> list[str]:
    lines = []
    for each in percent.read(text):
        value = each.value
        size = f"{round(value.low, 2).normalize():f}"
        if value.high != value.low:
            size += f"..{value.high.normalize():f}"
        hedge = "" if each.hedge.hedge == "none" else f" {each.hedge.hedge.value}"
        points = " points" if value.points else ""
        lines.append(f"{text[each.start : each.end]}: {size}{points}{hedge}")
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 49% stake", "49%: 49"),
        ("49 % of", "49 %: 49"),
        ("five per cent", "five per cent: 5"),
        ("34.1 per cent. of the shares", "34.1 per cent.: 34.1"),
        ("34.1 per cent. The shares", "34.1 per cent: 34.1"),
        ("26.2 p.c. of it", "26.2 p.c.: 26.2"),
        ("one hundred percent", "one hundred percent: 100"),
        ("10.5 pct of", "10.5 pct: 10.5"),
        ("46,53%%", "46,53%%: 46.53"),
        ("7 3/4 pct", "7 3/4 pct: 7.75"),
        ("7½ percent", "7½ percent: 7.5"),
        ("5 to 7 per cent", "5 to 7 per cent: 5..7 range"),
        ("4-4.5 per cent", "4-4.5 per cent: 4..4.5 range"),
        ("between 5% and 7%", "5% and 7%: 5..7 range"),
        ("5%-7%", "5%-7%: 5..7 range"),
        ("3 percentage points", "3 percentage points: 3 points"),
        ("25 basis points", "25 basis points: 0.25 points"),
        ("20 to 25 basis points", "20 to 25 basis points: 0.2..0.25 points range"),
        ("moving -0.5% from", "-0.5%: -0.5"),
        ("minus five percent", "minus five percent: -5"),
        ("rose12% today", "12%: 12"),
        ("nearly half ownership", "half: 50 below"),
        ("Half of the price is due", "Half: 50"),
        ("the rest, half in stock", "half: 50"),
        ("half its value", "half: 50"),
        ("half a stake", "half: 50"),
        ("down by nearly half.", "half: 50 below"),
        ("less than a fifth of its worth", "a fifth: 20 under"),
        ("two-thirds of its shares", "two-thirds: 66.67"),
        ("nine-tenths of the shares", "nine-tenths: 90"),
        ("a 31pc stake", "31pc: 31"),
        ("up .25 percent", ".25 percent: 0.25"),
        ("a 40-plus per cent stake", "40-plus per cent: 40 above"),
        ("a 40+% stake", "40+%: 40 above"),
        ("a quarter of the company", "a quarter: 25"),
        ("one in three", "one in three: 33.33"),
        ("one out of five", "one out of five: 20"),
        ("1/4 of the firm", "1/4: 25"),
        ("a minority stake", "minority: 0..50 vague"),
        ("a majority of the voting shares", "majority: 50..100 vague"),
        ("a majority in the bank", "majority: 50..100 vague"),
        ("majority-owned by", "majority: 50..100 vague"),
        ("a controlling interest", "controlling: 50..100 vague"),
        ("a wholly owned unit", "wholly owned: 100"),
        ("a wholly-owned unit", "wholly-owned: 100"),
        ("up to about 10 per cent of", "10 per cent: 10 at_most"),
        ("12 per cent per annum or higher", "12 per cent: 12 at_least"),
        ("Percent of 10", "Percent of 10: 10"),
        ("per cent of twenty-two", "per cent of twenty-two: 22"),
    ],
)
def test_one_share(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "half an hour",
        "half-hour talks",
        "the second half of 2024",
        "in the first half, half of 2024 was lost",
        "half the year",
        "a third time",
        "the third quarter",
        "a quarter of 2024",
        "a majority of analysts",
        "the ethnic minority",
        "a majority.",
        "half a billion dollars",
        "half asleep",
        "http://x.org/?q=30%25%2020%",
        "www.example.org/20%",
        "only a small percent",
        "percent of",
        "percent of them",
        "three in one",
        "two out there",
        "http://x/5%20",
        "10 people",
        "",
    ],
)
def test_no_share(text: str) -> None:
    assert told(text) == []


def test_a_range_has_the_granules_of_both_ends() -> None:
    value = percent.read("4-4.5 per cent")[0].value
    assert (str(value.granule), str(value.granule_high)) == ("1", "0.1")


def test_every_unit_is_read() -> None:
    for unit in shares().units:
        assert len(told(f"7 {unit} of it")) == 1, unit
    for unit in shares().points | shares().basis:
        assert told(f"7 {unit} more")[0].endswith("points"), unit


@pytest.mark.parametrize("noun", sorted(shares().nouns))
def test_every_ownership_noun_is_read(noun: str) -> None:
    assert len(told(f"a majority {noun} there")) == 1


def test_every_word_between_share_word_and_noun_is_read() -> None:
    for word in shares().between:
        assert len(told(f"a minority {word} stake")) == 1, word
    for word in shares().words:
        assert len(told(f"its {word} stake")) == 1, word


def test_every_word_that_makes_it_no_share_counts() -> None:
    for word in shares().not_shares["times"] - {"the time", "the year"}:
        assert told(f"half the {word}") == [], word
    for word in shares().not_shares["before"]:
        assert told(f"the {word} half of the price") == [], word


@given(st.text(alphabet="% 0123456789.,-–/:halfoctmjriynp\n", max_size=120))
def test_any_text_is_read_in_order_without_overlap(text: str) -> None:
    end = 0
    for each in percent.read(text):
        assert end <= each.start < each.end <= len(text)
        assert each.value.low <= each.value.high
        end = each.end
