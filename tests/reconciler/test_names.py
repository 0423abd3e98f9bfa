from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from dealfacts.reconciler.names import (
    MOST_EDITS,
    Fit,
    compare_organisations,
    compare_people,
    edits,
    extends,
    fit,
)

PEOPLE = [
    ("Vlad Orlenko", "Vladyslav Orlenko", "same"),
    ("Tunde Orme", "Babatunde Orme", "same"),
    ("Maria Orme", "Annamaria Orme", "different"),
    ("Paul Orme", "Paulina Orme", "different"),
    ("Jason Droege", "Jason Droege", "same"),
    ("Jason Droege", "Jason Droge", "spelling_variant"),
    ("Jason Dröge", "Jason Droege", "same"),
    ("Jason Dröge", "Jason Droge", "same"),
    ("Jason Dröge", "Jasen Droege", "spelling_variant"),
    ("Søren Åberg", "Soeren Aaberg", "same"),
    ("Jason Droege", "Jason Wang", "different"),
    ("Alexandr Wang", "Alexander Wang", "spelling_variant"),
    ("Mark Zuckerberg", "Randi Zuckerberg", "different"),
    ("Bill Gates", "William Gates", "same"),
    ("Gates, Bill", "Dr. William Gates", "same"),
    ("Jean-Claude Example", "Jean Claude Example", "same"),
    ("JanDoe", "Jan Doe", "same"),
    ("J. Sample", "Jane Sample", "partial"),
    ("JC Sample", "Jean-Claude Sample", "partial"),
    ("Sample", "Jane Sample", "partial"),
    ("Sampel", "Sample", "partial"),
    ("Jane Q. Sample", "Jane Sample", "same"),
    ("Jane Q. Sample", "Jane X. Sample", "unsure"),
    ("Anna Sample", "Mary Sample", "different"),
    ("Anna Q. Sample", "Mary Q. Sample", "different"),
    # an initial behind another given name says nothing
    ("Anna M. Sample", "Mary Q. Sample", "different"),
    ("J. R. D. Sample", "Ruth Sample", "different"),
    ("R. J. Sample", "Ruth Sample", "partial"),
    ("Orbán Viktor", "Viktor Orban", "same"),
    ("Paul Peter", "Peter Paul", "unsure"),
    ("Marc Sample", "Marg Sample", "unsure"),
    ("Muhammad Sample", "Mohammed Sample", "spelling_variant"),
    ("Max Phillips", "Maks Filips", "spelling_variant"),
    ("Jane Sample Jr.", "Jane Sample Sr.", "different"),
    ("Jane Sample Jr.", "Jane Sample", "same"),
    ("Ana Prado", "Ana Prado Lima", "partial"),
    ("Jane Li", "Jane Lu", "different"),
    # two romanisations of one sound, and a small word that is written apart
    ("Han Soo-jin", "Han Su-jin", "spelling_variant"),
    ("Omar Al-Sample", "Omar Alsample", "spelling_variant"),
    ("Jan van der Sample", "Jan Vandersample", "spelling_variant"),
    ("John Sample", "John Elsample", "different"),
    ("Ig0r Sample", "Igor Sample", "same"),
    ("Jan van der Sample", "Jan Sample", "same"),
    ("Dr.", "Jane Sample", "different"),
    ("", "Jane Sample", "different"),
]


@pytest.mark.parametrize(("a", "b", "expected"), PEOPLE)
def test_two_people(a: str, b: str, expected: str) -> None:
    there, back = compare_people(a, b), compare_people(b, a)
    assert (there.verdict, back.verdict) == (expected, expected), there.reason
    assert there.reason


def test_context_lets_a_short_name_differ_by_one_letter() -> None:
    assert compare_people("Marc Sample", "Marg Sample", context=True).verdict == "spelling_variant"
    assert compare_people("Jane Ross", "Jane Rose", context=True).verdict == "spelling_variant"
    assert compare_people("Jane Ross", "Jane Rose").verdict == "different"


ORGANISATIONS = [
    ("Example Inc.", "Example", "same"),
    ("The Example Company", "Example Co., Inc.", "same"),
    ("Example AG", "Example Aktiengesellschaft", "same"),
    ("Deutsche Bank AG", "Deutsche Bank GmbH", "different"),
    ("Example AG", "Example S.A.", "unsure"),
    ("JSC Example", "Example Joint Stock Company", "same"),
    ("Exam Ple", "Example", "same"),
    ("Example & Sample", "Example and Sample", "same"),
    ("Google", "Google DeepMind", "different"),
    ("Example Technologies", "Example", "partial"),
    ("Example Systems", "Example Foods", "unsure"),
    ("International Example Machines Corp.", "IEM", "same"),
    ("Examplar Motors", "Exemplar Motors", "spelling_variant"),
    ("Exam Plar Motors", "Exemplarmotors", "spelling_variant"),
    ("Example Fund V", "Example Fund VI", "different"),
    ("Example Fund 4", "Example Fund IV", "same"),
    ("First Example", "1st Example", "same"),
    ("Limited Brands", "Brands", "different"),
    ("BD plc", "BP plc", "different"),
    ("Inc.", "Corp.", "different"),
    ("", "Example", "different"),
]


@pytest.mark.parametrize(("a", "b", "expected"), ORGANISATIONS)
def test_two_organisations(a: str, b: str, expected: str) -> None:
    there, back = compare_organisations(a, b), compare_organisations(b, a)
    assert (there.verdict, back.verdict) == (expected, expected), there.reason
    assert there.reason


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("jane", "jane", Fit.LITERAL),
        ("model9", "model8", Fit.NONE),
        ("model9", "modell9", Fit.VARIANT),
        # one or two letters have no variant
        ("li", "lu", Fit.NONE),
        ("li", "lis", Fit.NONE),
        ("ann", "anm", Fit.NEAR),
        ("gold", "gord", Fit.NEAR),
        ("gold", "gods", Fit.NONE),
        # one edit for every four letters, at most three
        ("brand", "brend", Fit.VARIANT),
        ("brand", "brent", Fit.NONE),
        ("halverson", "halvorsen", Fit.VARIANT),
        ("marriman", "merriwan", Fit.VARIANT),
        ("marriman", "merriwen", Fit.NONE),
        ("wolfeschlegel", "wolfschlaegle", Fit.VARIANT),
        ("abcdefghijklmnop", "abcdefghijklmxyz", Fit.VARIANT),
        ("abcdefghijklmnop", "abcdefghijklwxyz", Fit.NONE),
        ("abcdefghijklmnop", "abcdefghijklm", Fit.VARIANT),
        ("abcdefghijklmnop", "abcdefghijkl", Fit.NONE),
        # one sound, two spellings
        ("philips", "filips", Fit.VARIANT),
        ("anna", "ana", Fit.VARIANT),
    ],
)
def test_two_words_of_a_name(a: str, b: str, expected: Fit) -> None:
    assert fit(a, b) is expected
    assert fit(b, a) is expected


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("Exemplar", "Exemplar Natural Things", True),
        ("Exemplar Natural", "Exemplar Natural Things", True),
        ("Exemplar", "ExemplarMobile", True),
        ("Baud", "Baudrate", True),
        ("Bau", "Baurate", False),
        ("X", "X Things", False),
        ("XY", "XY Things", True),
        ("Things", "Exemplar Things", False),
        ("Exemplar", "Exemplar", False),
        ("Exemplar Nat", "Exemplar Natural", False),
        ("Exemplar", "-", False),
        ("-", "Exemplar", False),
    ],
)
def test_a_name_that_opens_another(short: str, long: str, expected: object) -> None:
    assert extends(short, long) is expected


def test_a_longer_name_extends_a_shorter_one() -> None:
    assert extends("Exemplar", "Exemplar Natural Things")
    assert extends("Exemplar", "ExemplarMobile")
    assert not extends("Exemplar", "Exemplar Inc.")
    assert not extends("Exemplar Natural", "Exemplar")
    assert not extends("Bau", "Bauer")


MORE_ORGANISATIONS = [
    ("MD&R", "Marsh, Dubois & Reed", "same"),
    ("MDR", "Marsh, Dubois & Reed", "same"),
    ("M&D", "Marsh and Dubois", "same"),
    ("M&D", "Mid Dale", "different"),
    ("M&D", "Orme, Marsh & Dubois", "different"),
    ("AB&C Inc", "ABC", "same"),
    ("Brigade Forty-four", "Brigade 44", "same"),
    ("Forty Thieves Four", "44 Thieves", "different"),
    ("Saxon-Horm Group", "Saxon-Horn Group", "spelling_variant"),
    ("Bold Fields", "Cold Fields", "different"),
    ("Gold", "Gord", "different"),
    ("Sampling Gas Works", "Sampling Gad Works", "different"),
    ("First Bank Int'l", "First International Bank", "partial"),
    ("Example Aktiengeselschaft", "Example AG", "same"),
    ("Power Works", "Works Power", "different"),
    ("U.S. Sample", "United States Sample", "same"),
    # one short word may differ where the rest of the name bears it out
    ("Horm Group", "Horn Group", "different"),
    ("Saxon Horm", "Saxon Horn", "spelling_variant"),
    ("Saxon Horm", "Saxon Born", "different"),
    ("Saxon Hor", "Saxon Hors", "different"),
    ("Saxon Horm Kant", "Saxon Horn Kent", "different"),
    ("Saxen Horm Works", "Saxon Horn Works", "different"),
    # what only describes may be left out at the end, not in front
    ("Example Group Holdings", "Example", "partial"),
    ("Group Example", "Example", "unsure"),
    ("Example Natural Group", "Example", "different"),
    ("Example Natural", "Example Natural Group", "partial"),
    ("Example Natural Things", "Things Natural Example", "partial"),
    ("Natural Example", "Example Natural", "different"),
    ("Group Holdings", "Holdings Systems", "different"),
]


@pytest.mark.parametrize(("a", "b", "expected"), MORE_ORGANISATIONS)
def test_more_organisations(a: str, b: str, expected: str) -> None:
    there, back = compare_organisations(a, b), compare_organisations(b, a)
    assert (there.verdict, back.verdict) == (expected, expected), there.reason


def test_a_name_turned_and_shortened_links_only_letter_for_letter() -> None:
    assert compare_people("Orban Viktor", "Viktor Mihaly Orbán").verdict == "same"
    assert not compare_people("Orbann Viktor", "Viktor Mihaly Orbán").links


def test_a_score_goes_with_the_verdict() -> None:
    scores = [
        compare_people("Jane Doe", other).score
        for other in ("Jane Doe", "Anna Doe", "Doe", "John Doe")
    ]
    assert scores == [1.0, 0.0, 0.7, 0.0]


def test_two_family_names_of_one_letter_more_need_context() -> None:
    assert compare_people("Ana Gold", "Ana Gord").verdict == "different"
    assert compare_people("Ana Gold", "Ana Gord", context=True).verdict == "spelling_variant"


def test_two_given_names_bear_out_a_short_family_name() -> None:
    assert compare_people("Ana Lucia Gord", "Ana Lucia Gold").verdict == "spelling_variant"
    assert compare_people("Ana L. Gord", "Ana L. Gold").verdict == "different"


PIECES = st.sampled_from(
    ("Jane", "John", "J.", "Q.", "Doe", "Dow", "van", "O'Neil", "Mohammed", "Muhammad", "Jr.", ",")
)
WORDS = st.sampled_from(
    ("Inc.", "Bank", "of", "IV", "4", "Example", "Exemple", "Group", "AG", "GmbH", "Łódź", "王", "")
)
NAMES = st.lists(PIECES | WORDS, max_size=5).map(" ".join)


@given(NAMES, NAMES)
def test_a_comparison_does_not_depend_on_the_side(a: str, b: str) -> None:
    for compare in (compare_people, compare_organisations):
        assert compare(a, b).verdict == compare(b, a).verdict
        assert compare(a, a).verdict in ("same", "partial")


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_compares(a: str, b: str) -> None:
    assert compare_people(a, b).reason
    assert compare_organisations(a, b).reason


def test_a_hostile_name_is_no_burden() -> None:
    started = time.perf_counter()
    for hostile in ("a." * 50_000, "A" * 100_000, "Ab" * 50_000, "van " * 25_000, "'" * 100_000):
        compare_people(hostile, hostile[:-3] + " x y")
        compare_organisations(hostile, hostile[:-3] + " x y")
    assert time.perf_counter() - started < 5


def test_a_long_word_may_differ_by_two_edits_wherever_they_are():
    word = "blanfordmike"
    swaps = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(11)}
    drops = {word[:i] + word[i + 1 :] for i in range(12)}
    others = {f"{word[:i]}{letter}{word[i + 1 :]}" for i in range(12) for letter in "zqu"}
    once = swaps | drops | others | {f"{word[:i]}z{word[i:]}" for i in range(13)}
    twice = {f"{each[:3]}{each[4:]}" for each in once} | {f"{each}q" for each in once}
    assert {fit(word, each) for each in (once | twice) - {word}} == {Fit.VARIANT}
    assert fit(word, "dronblafekim") is Fit.NONE


NEAR_WORDS = st.text(alphabet="abc", max_size=7)


@given(NEAR_WORDS, NEAR_WORDS)
def test_edits_are_those_of_the_whole_words(a: str, b: str) -> None:
    assert min(edits(a, b), MOST_EDITS + 1) == min(OSA.distance(a, b), MOST_EDITS + 1)
