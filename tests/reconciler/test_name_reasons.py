"""The verdict on two names, and the words that say why: they stand in findings and in `compare`."""

from __future__ import annotations

import pytest

from dealfacts.reconciler.name_parts import organisation_parts, person_parts
from dealfacts.reconciler.names import compare_organisations, compare_people, in_print

PEOPLE = [
    ("Ana Prado", "Ana Prado", "same", "the same name, letter for letter"),
    ("Jane Sample", "Jane Sampel", "spelling_variant", '"sampel" is spelled "sample"'),
    ("Jane Sample", "Mary Sample", "different", 'the given names differ: "jane" / "mary"'),
    ("Jane Q. Sample", "Jane X. Sample", "unsure", 'a second name differs: "q" / "x"'),
    ("Jane Quinn Sample", "Jane Sample", "same", '"quinn" is left out'),
    ("J. Sample", "Jane Sample", "partial", '"j" / "jane": initial'),
    ("Bill Gates", "William Gates", "same", '"bill" / "william": known short form'),
    ("Sample", "Jane Sample", "partial", "one of the two is a family name alone"),
    ("Sample", "Sample", "same", "the same name, letter for letter"),
    ("Sample", "Sampel", "partial", 'two family names alone; "sampel" is spelled "sample"'),
    (
        "Sampel",
        "Jane Sample",
        "partial",
        'one of the two is a family name alone; "sample" is spelled "sampel"',
    ),
    ("Ana Prado", "Ana Prado Lima", "partial", '"lima" is left out'),
    (
        "Paul Peter",
        "Peter Paul",
        "unsure",
        "given and family name swapped, and both are given names",
    ),
    ("Orbán Viktor", "Viktor Orban", "same", "given and family name swapped; the same name"),
    (
        "Orban Viktor",
        "Viktor Orbann",
        "spelling_variant",
        'given and family name swapped; "orban" is spelled "orbann"',
    ),
    (
        "Marc Sample",
        "Marg Sample",
        "unsure",
        '"marc" is spelled "marg"; too short to tell without context',
    ),
    ("Jane Sample", "Jane Other", "different", 'the family names differ: "other" / "sample"'),
    ("Jane Sample Jr.", "Jane Sample Sr.", "different", "jr is not sr"),
    (
        "Jane Marie Sample",
        "Jayne Marie Sampel",
        "spelling_variant",
        '"sample" is spelled "sampel"; "jane" is spelled "jayne"',
    ),
    (
        "JC Sample",
        "Jean-Claude Sample",
        "partial",
        '"j" / "jean": initial; "c" / "claude": initial',
    ),
    (
        "JCB Sample",
        "Jean-Claude Sample",
        "different",
        'the given names differ: "jcb" / "jean claude"',
    ),
    ("Anna Maria Sample", "Maria Sample", "same", '"anna" is left out'),
    (
        "Max Phillips",
        "Maks Filips",
        "spelling_variant",
        '"filips" is spelled "phillips"; "maks" is spelled "max"',
    ),
    (
        "J.R.R. Sample",
        "John Ronald Reuel Sample",
        "partial",
        '"j" / "john": initial; "r" / "ronald": initial; "r" / "reuel": initial',
    ),
    ("JANE SAMPLE", "Jane Sample", "same", "the same name, letter for letter"),
    ("Sample, Jane", "Jane Sample", "same", "the same name, letter for letter"),
    ("Sample, Jr.", "Jane Sample", "partial", "one of the two is a family name alone"),
    ("Jane Sample, PhD", "Jane Sample", "same", "the same name, letter for letter"),
    ("Ma Sample", "Mary Anne Sample", "different", 'the given names differ: "ma" / "mary anne"'),
    ("Jane O'Neill", "Jane ONeill", "same", "the same name, letter for letter"),
    ("Jane Sample’s", "Jane Sample", "same", "the same name, letter for letter"),
    ("Jane Anna Maria Sample", "Jane Maria Sample", "same", '"anna" is left out'),
    ("J. Sample", "J. Sample", "same", "the same name, letter for letter"),
    ("J. Anna Sample", "Jane A. Sample", "partial", '"j" / "jane": initial; "anna" / "a": initial'),
    ("J. Anna Sample", "Jane Anna Sample", "same", '"j" / "jane": initial'),
    ("K. Sample", "Jane Sample", "different", 'the given names differ: "jane" / "k"'),
    ("Prado", "Ana Prado Lima", "different", 'the family names differ: "lima" / "prado"'),
    ("Ana Prado", "Eva Prado Lima", "different", 'the family names differ: "prado" / "lima"'),
    ("Ana Prado", "Ana Lima Prado Rey", "partial", '"lima rey" is left out'),
    ("Marc Sample", "Jane", "different", 'the family names differ: "jane" / "sample"'),
]
ORGANISATIONS = [
    ("Example Inc.", "Example", "same", "the same name but for the legal form"),
    ("Example", "Example", "same", "the same name"),
    ("Example AG", "Example GmbH", "different", "the same name under two legal forms of a country"),
    ("Example AG", "Example S.A.", "unsure", "the same name under legal forms of two countries"),
    ("Example Ltd", "Example Limited", "same", "the same name"),
    ("International Business Machines", "IBM", "same", '"IBM" is the acronym of the other'),
    ("Quixel Iron Mills", "QIML", "same", '"QIML" is the acronym of the other'),
    ("GE", "General Example", "different", '"ge" is not "general example"'),
    ("Brigade Forty-four", "Brigade 44", "same", "the same name"),
    ("Brigade 44", "Brigade 45", "different", "the numbers in the names differ"),
    ("Brigade Forty Ten", "Brigade 50", "different", "the numbers in the names differ"),
    ("Brigade 40 4", "Brigade 44", "same", "the same name"),
    ("Brigade 45 4", "Brigade 49", "different", "the numbers in the names differ"),
    ("Brigade IV", "Brigade 4", "same", "the same name"),
    ("Brigade XIV", "Brigade 14", "same", "the same name"),
    ("Brigade XL", "Brigade 40", "different", "the numbers in the names differ"),
    ("IV Example", "4 Example", "different", "the numbers in the names differ"),
    ("Brigade 007", "Brigade 7", "same", "the same name"),
    ("Example Works", "Example Wroks", "spelling_variant", '"works" is spelled "wroks"'),
    ("Example Group", "Example", "partial", '"group" is left out, which only describes'),
    ("Example Robotics", "Example", "partial", '"robotics" is left out, which only describes'),
    (
        "First Bank International",
        "International First Bank",
        "partial",
        "the same words in another order",
    ),
    ("Power Works", "Works Power", "different", '"power works" is not "works power"'),
    ("Example Systems", "Example Foods", "unsure", "only the describing words differ"),
    ("Saxon Horm Group", "Saxon Horn Group", "spelling_variant", '"horm" is spelled "horn"'),
    ("Bold Fields", "Cold Fields", "different", '"bold fields" is not "cold fields"'),
    ("Exam Ple", "Example", "same", "the same name"),
    ("Exam Ples", "Example", "spelling_variant", "nearly the same letters, spaced differently"),
    ("Example & Sons", "Example and Sons", "same", "the same name"),
    ("Example + Sons", "Example plus Sons", "same", "the same name"),
    ("The Example", "Example", "same", "the same name"),
    ("Limited Brands", "Brands", "different", '"brands" is not "limited brands"'),
    ("Bank of Example", "Bank Example", "same", "the same name"),
    ("Acme", "Widget", "different", '"acme" is not "widget"'),
]
NUMBERS = [
    ("Brigade Forty-four", ("44",)),
    ("Brigade Forty Forty", ("40", "40")),
    ("Brigade Forty Ten", ("10", "40")),
    ("Brigade 45 4", ("4", "45")),
    ("Brigade 400 4", ("4", "400")),
    ("Brigade 40 0", ("0", "40")),
    ("Brigade 007", ("7",)),
    ("Brigade 000", ("0",)),
    ("Brigade IX", ("9",)),
    ("Brigade II", ("2",)),
    ("Brigade VIII", ("8",)),
    ("Brigade XXIV", ("24",)),
    ("Brigade VX", ("5",)),
    ("Brigade 20 Eleven", ("11", "20")),
    ("Forty-four", ("44",)),
    ("Brigade XIV", ("14",)),
    ("XIV Brigade", ()),
    ("Forty-four Thieves of 12", ("12", "44")),
    ("Brigade 40 Times 4", ("4", "40")),
]


@pytest.mark.parametrize(("a", "b", "verdict", "reason"), PEOPLE)
def test_people(a: str, b: str, verdict: str, reason: str) -> None:
    found = compare_people(a, b)

    assert (found.verdict, found.reason) == (verdict, reason)


@pytest.mark.parametrize(("a", "b", "verdict", "reason"), ORGANISATIONS)
def test_organisations(a: str, b: str, verdict: str, reason: str) -> None:
    found = compare_organisations(a, b)

    assert (found.verdict, found.reason) == (verdict, reason)


@pytest.mark.parametrize(("name", "numbers"), NUMBERS)
def test_numbers_in_names(name: str, numbers: tuple[str, ...]) -> None:
    assert organisation_parts(name).numbers == numbers


@pytest.mark.parametrize(
    ("name", "core", "forms"),
    [
        ("The Example Widget plc", ("example", "widget"), 1),
        ("AB Example", ("ab", "example"), 0),
        ("Limited Brands", ("limited", "brands"), 0),
        ("Inc.", ("inc",), 0),
        ("Example & Co. Ltd", ("example",), 1),
        ("The", ("the",), 0),
        ("Bank of the Example", ("bank", "example"), 0),
        ("Public Joint Stock Company Example", ("example",), 1),
        ("JSC Example", ("example",), 1),
        ("PT Example Tbk", ("example",), 1),
        ("Example Public Limited Company", ("example",), 1),
        ("SA Example", ("sa", "example"), 0),
        ("Example Holdings Inc. Ltd", ("example", "holdings"), 2),
    ],
)
def test_legal_forms_go_but_never_to_nothing(name: str, core: tuple[str, ...], forms: int) -> None:
    parts = organisation_parts(name)

    assert (parts.core, len(parts.forms)) == (core, forms)


@pytest.mark.parametrize(
    ("name", "given", "family", "suffix", "capitals"),
    [
        ("Dr. Jane Q. van der Sample Jr.", ("jane", "q"), "sample", "jr", ()),
        ("Sample, Jane", ("jane",), "sample", "", ()),
        ("Sample, Jr.", (), "sample", "jr", ()),
        ("JC Sample", ("jc",), "sample", "", ("jc",)),
        ("JCBX Sample", ("jcbx",), "sample", "", ()),
        ("J Sample", ("j",), "sample", "", ()),
        ("JC SAMPLE", ("jc",), "sample", "", ()),
        ("Dr.", (), "dr", "", ()),
        ("Van Der", ("van",), "der", "", ()),
    ],
)
def test_parts_of_a_person(
    name: str, given: tuple[str, ...], family: str, suffix: str, capitals: tuple[str, ...]
) -> None:
    parts = person_parts(name)

    assert (parts.given, parts.family, parts.suffix) == (given, family, suffix)
    assert parts.capitals == set(capitals)


def test_a_reason_is_shown_with_the_words_as_they_are_printed() -> None:
    told = compare_people("Marten Droste", "Marten Drosste", context=True).reason
    assert in_print(told, "Marten Droste", "Marten Drosste") == "“Drosste” is spelled “Droste”"
    told = compare_organisations("A&B", "Orvex Works").reason
    assert in_print(told, "A&B", "Orvex Works") == "“A&B” is not “Orvex Works”"
    assert (
        in_print("the same name, letter for letter", "Orvex") == "the same name, letter for letter"
    )
