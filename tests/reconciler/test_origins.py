from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealfacts.reconciler.fingerprints import MOST_SHINGLES, containment
from dealfacts.reconciler.origins import SourceText, fingerprint, origins

WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in "lmnrst"]


def story(seed: int, words: int = 200) -> str:
    dice = random.Random(seed)  # noqa: S311  repeatable words
    return " ".join(dice.choice(WORDS) for _ in range(words))


def source(
    name: str, text: str, *, outlet: str | None = None, published: date | None = None
) -> SourceText:
    return SourceText(name, name, name, None, outlet, None, published, fingerprint(text))


def groups(*sources: SourceText) -> set[frozenset[str]]:
    found = origins(sources)
    return {frozenset(s for s in found if found[s] == o) for o in found.values()}


def test_same_words_are_one_origin_whatever_their_case_and_spacing() -> None:
    one = source("a", "Acme buys Beta.\n\nIt pays $5 million.")
    other = source("b", "ACME buys Beta\nIt pays $5 million")
    assert origins([one, other]) == {"a": "o1", "b": "o1"}


def test_front_matter_does_not_count() -> None:
    text = story(1, 20)
    one = source("a", f"---\ntitle: One\noutlet: X\n---\n{text}")
    assert groups(one, source("b", text)) == {frozenset("ab")}
    unclosed = source("c", f"---\n{text}")
    assert groups(one, unclosed) == {frozenset("ac")}


def test_a_cut_or_re_headlined_copy_goes_back_to_its_text() -> None:
    text = story(2)
    cut = source("b", text[: len(text) // 2])
    headed = source("c", "Quite another headline over it\n" + text)
    assert groups(source("a", text), cut, headed, source("d", story(3))) == {
        frozenset("abc"),
        frozenset("d"),
    }


def test_a_copy_with_a_tenth_of_its_words_changed_goes_back_to_its_text() -> None:
    dice = random.Random(4)  # noqa: S311  repeatable words
    words = story(5).split()
    texts = [
        " ".join(dice.choice(WORDS) if dice.random() < 0.1 else word for word in words)
        for _ in range(3)
    ]
    sources = [source(str(at), text) for at, text in enumerate([" ".join(words), *texts])]
    assert len(groups(*sources)) == 1


def test_a_credit_joins_only_texts_that_share_passages() -> None:
    shared = story(6, 60)
    one = f"PARIS (Example Wire) - {shared} {story(7, 140)}"
    other = f"PARIS (Example Wire) - {shared} {story(8, 140)}"
    plain = f"{shared} {story(8, 140)}"
    apart = f"PARIS (Example Wire) - {story(9)}"
    assert groups(source("a", one), source("b", other)) == {frozenset("ab")}
    assert len(groups(source("a", one), source("b", plain))) == 2
    assert len(groups(source("a", one), source("b", apart))) == 2
    dated = source("b", other, published=date(2024, 5, 4))
    assert len(groups(source("a", one), dated)) == 1
    assert len(groups(source("a", one, published=date(2024, 5, 4)), source("b", other))) == 1
    assert len(groups(source("a", one, published=date(2024, 5, 1)), dated)) == 1
    assert len(groups(source("a", one, published=date(2024, 5, 7)), dated)) == 1
    assert len(groups(source("a", one, published=date(2024, 5, 8)), dated)) == 2
    far = source("b", other, published=date(2024, 5, 1))
    assert len(groups(source("a", one, published=date(2024, 3, 1)), far)) == 2


def test_naming_the_outlet_joins_only_texts_that_share_passages() -> None:
    shared = story(10, 60)
    for outlet in ("The Daily Example", "daily example"):
        named = source("a", f"{shared} {story(11, 140)}", outlet=outlet)
        told = source("b", f"{shared} The Daily Example reported {story(12, 140)}")
        assert len(groups(named, told)) == len(groups(told, named)) == 1
    nameless = source("a", f"{shared} {story(11, 140)}")
    assert len(groups(nameless, told)) == 2
    scoop = source("a", f"{shared} {story(11, 140)}", outlet="Daily Example")
    teller = source("b", f"{shared} The Daily Example reported {story(12, 140)}")
    other = source("c", f"As first reported by the Daily Example {story(13)}")
    assert groups(scoop, teller, other) == {frozenset("ab"), frozenset("c")}


def test_empty_and_tiny_texts_stand_alone() -> None:
    assert len(groups(source("a", ""), source("b", ""), source("c", "one two three four"))) == 3
    assert containment(fingerprint("a b c d"), fingerprint("a b c d")) == 0.0


@pytest.mark.parametrize(("words", "level"), [(400, 0), (514, 0), (800, 1), (1500, 2), (3000, 3)])
def test_each_doubling_of_a_text_halves_the_share_that_is_kept(words: int, level: int) -> None:
    assert fingerprint(story(30, words)).level == level


def test_a_long_text_keeps_a_bounded_sample_that_a_part_of_it_meets() -> None:
    text = story(14, 6000)
    whole, part = fingerprint(text), fingerprint(text[: len(text) // 3])
    assert len(whole.shingles) <= MOST_SHINGLES
    assert whole.level > part.level
    assert containment(whole, part) > 0.9
    assert containment(whole, fingerprint(story(15, 6000))) < 0.1


def test_many_copies_of_one_story_stay_one_origin() -> None:
    text = story(16, 80)
    sources = [source(f"{at:03}", f"{text} ending number {at}") for at in range(60)]
    assert len(groups(*sources)) == 1


@given(st.permutations(range(8)))
def test_the_order_of_sources_never_matters(order: list[int]) -> None:
    texts = [story(20), story(20)[:600], "Headline\n" + story(20), story(21), story(22)]
    texts += [story(22)[300:], "", "x"]
    sources = [source(str(at), text) for at, text in enumerate(texts)]
    assert origins([sources[at] for at in order]) == origins(sources)


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("Nimbra today announced its $25 million Series A financing.", {"Series A"}),
        ("It has raised $10m. Nobody there had a seed round as large.", {"seed"}),
        ("A pre-seed round of €1.6 million goes to Nimbra.", {"pre-seed"}),
        ("The pre-Series B brings in Rs 40 crore.", {"pre-Series B"}),
        ("A second series follows in May.", set()),
        ("Nimbra sells $5 million of Series A preferred stock.", set()),
        ("Before this cheque there was a seed round, the largest of its kind.", set()),
        ("It grew. " * 80 + "In 2021 came a Series A of $25 million.", set()),
    ],
)
def test_the_lead_names_the_round(text: str, rounds: set[str]) -> None:
    assert fingerprint(text).rounds == rounds
