"""Counts, ages, factors and share ratios."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealfacts.extractor.readers import counts
from dealfacts.lexicon.figures import multiples, unit_words, units
from dealfacts.model.values import Count


def told(text: str) -> list[str]:
    lines = []
    for each in counts.read(text):
        value = each.value
        size = f"{value.low.normalize():f}"
        if value.high != value.low:
            size += f"..{value.high.normalize():f}"
        unit = value.unit if isinstance(value, Count) else "x"
        hedge = "" if each.hedge.hedge == "none" else f" {each.hedge.hedge.value}"
        lines.append(f"{text[each.start : each.end]}: {size} {unit}{hedge}")
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("employs over 12,400 people.", "12,400 people: 12400 people above"),
        ("approximately 24,000 employees", "24,000 employees: 24000 employees about"),
        ("more than 40,000 Associates", "40,000 Associates: 40000 employees above"),
        ("employs some 40 000 people", "40 000 people: 40000 people about"),
        ("has 2 500 employees", "2 500 employees: 2500 employees"),
        ("sold 1 250 500 shares", "1 250 500 shares: 1250500 shares"),
        ("a workforce of 1 200,", "1 200: 1200 employees"),
        ("On May 2 500 people walked out", "500 people: 500 people"),
        ("In 2019 500 people worked there", "500 people: 500 people"),
        ("1,700 full-time staff", "1,700 full-time staff: 1700 employees"),
        ("200 team members", "200 team members: 200 employees"),
        ("5.3 million customers", "5.3 million customers: 5300000 users"),
        ("5m monthly active users", "5m monthly active users: 5000000 users"),
        (
            "hundreds of thousands of users",
            "hundreds of thousands of users: 100000..999000 users vague",
        ),
        ("two thousand workers", "two thousand workers: 2000 employees"),
        ("1,000 to 1,200 jobs", "1,000 to 1,200 jobs: 1000..1200 employees range"),
        ("5-6 million users", "5-6 million users: 5000000..6000000 users range"),
        ("a workforce of 1,700", "1,700: 1700 employees"),
        ("It employs about 400 in Ohio", "400: 400 employees about"),
        ("1.94 crore shares", "1.94 crore shares: 19400000 shares"),
        ("2.3134 shares of X", "2.3134 shares: 2.3134 x"),
        ("its 5,000-plus staff", "5,000-plus staff: 5000 employees above"),
        ("1,500+ employees", "1,500+ employees: 1500 employees above"),
        ("300-odd staff", "300-odd staff: 300 employees about"),
        ("5+ million users", "5+ million users: 5000000 users above"),
        ("0.8378 new shares", "0.8378 new shares: 0.8378 x"),
        ("The 28-year-old founder", "28-year-old: 28 years old"),
        ("aged 28, she", "28: 28 years old"),
        ("who is 55 and rich", "55: 55 years old"),
        ("Jane Doe, 28, founder", "28: 28 years old"),
        ("said Jane Doe, 40.", "40: 40 years old"),
        ("Jane Doe (28) runs it", "28: 28 years old"),
        ("a student, 28, of", "28: 28 years old"),
        ("is 106 years old", "106 years old: 106 years old"),
        ("its 11-year history", "11-year: 11 years old"),
        ("doubling its value", "doubling: 2 x"),
        ("profit tripled", "tripled: 3 x"),
        ("twice the price", "twice: 2 x"),
        ("a tenfold rise", "tenfold: 10 x"),
        ("a ten-fold rise", "ten-fold: 10 x"),
        ("a 10-fold rise", "10-fold: 10 x"),
        ("three times its sales", "three times: 3 x"),
        ("2.5x sales", "2.5x: 2.5 x"),
        ("nearly 2.5 times revenue", "2.5 times: 2.5 x below"),
        ("almost doubled", "doubled: 2 x below"),
    ],
)
def test_one_count(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "10 years",
        "a five-year plan",
        "three times a week",
        "3 times already",
        "three times this year",
        "doubled down on it",
        "a double room",
        "manifold tasks",
        "4x4",
        "In March, 28, 29",
        "on Monday, 28, it",
        "page, 28, of",
        "Route 66, 200, 300",
        "Doe, 12, sang",
        "Doe (2024)",
        "Doe, 45",
        "1.5 people",
        "$5 shares",
        "49% shares",
        "The unemployed 400",
        "1,5,5 people",
        "100 highly-praised songs",
        "100 new songs",
        "aged 5 and",
        "",
    ],
)
def test_no_count(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("word", "unit"), sorted(unit_words().items()))
def test_every_unit_word(word: str, unit: str) -> None:
    assert told(f"It has 1,200 {word}.") == [f"1,200 {word}: 1200 {unit}"]


def test_every_adjective_and_cue() -> None:
    for adjective in units().adjectives["words"]:
        if adjective not in unit_words() and not unit_words().get(f"{adjective} members"):
            assert told(f"with 1,200 {adjective} workers")[0].endswith(" 1200 employees"), adjective
    for unit, phrases in units().before.items():
        for phrase in phrases:
            assert told(f"with {phrase} about 1,200 there") == [f"1,200: 1200 {unit} about"], phrase


def test_every_factor_word() -> None:
    lexicon = multiples()
    for word, factor in lexicon.verbs.items():
        assert told(f"It is {word}.") == [f"{word}: {factor} x"], word
    for word, factor in lexicon.plain.items():
        assert told(f"It is {word} the sum.") == [f"{word}: {factor} x"], word
        for behind in lexicon.objects["words"]:
            assert told(f"It is {word} {behind} sum."), (word, behind)
    for behind in lexicon.idioms["words"]:
        assert told(f"It doubled {behind}.") == [], behind
    for behind in lexicon.times["words"]:
        assert told(f"It is 3 times {behind} x.") == ["3 times: 3 x"], behind


@given(st.text(alphabet="0123456789 ,.()-Jaxtimesyrold\n", max_size=120))
def test_any_text_is_read_in_order_without_overlap(text: str) -> None:
    end = 0
    for each in counts.read(text):
        assert end <= each.start < each.end <= len(text)
        end = each.end
