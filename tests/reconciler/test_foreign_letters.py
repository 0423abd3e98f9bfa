"""Names that look like others: letters of another script among Latin ones."""

from __future__ import annotations

import pytest

from dealfacts import pipeline
from dealfacts.lexicon.lookalikes import lookalikes
from dealfacts.model.values import Organisation, Person, Quote, Seat
from dealfacts.reconciler.foreign_letters import check
from dealfacts.reconciler.name_parts import fold, foreign_letters

# Every name with a false letter is written with its escape, since no reader could see it.
FALSE = "Acm\u0435 Robotics"
TEXT = (
    "Northwind Group agreed on Monday to buy {name} for {price}, said {person}, chief executive of "
    "Northwind Group.\n"
)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        (FALSE, "\u0435"),
        ("S\u0441\u0430le AI", "\u0441\u0430"),
        ("\u039deon Ltd", "\u039d"),
        ("Acme Robotics", ""),
        ("\u042f\u043d\u0434\u0435\u043a\u0441 Taxi", ""),  # a word whole in its own script
        ("L\u2019Or\u00e9al", ""),
        ("LG\uc804\uc790", ""),  # Korean letters look like no Latin ones
        ("3\u0410", ""),
        ("\u0410\u0410 \u03a9", ""),
    ],
)
def test_which_letters_are_foreign(name: str, letters: str) -> None:
    assert "".join(foreign_letters(name)) == letters


def test_a_false_name_is_folded_to_what_it_looks_like() -> None:
    assert fold(FALSE) == "acme robotics"
    assert fold("\u0410\u0412\u0421") == "\u0430\u0432\u0441"


@pytest.mark.parametrize(("other", "letter"), sorted(lookalikes().items()))
def test_every_lookalike_is_another_letter_of_the_same_case(other: str, letter: str) -> None:
    assert not other.isascii()
    assert other.isupper() == letter.isupper()


def test_a_false_letter_hides_no_conflict(tmp_path) -> None:
    for file, name, person, price in (
        ("a.txt", FALSE, "J\u0430ne Roe", "$2.4 billion"),
        ("b.txt", "Acme Robotics", "Jane Roe", "$2.9 billion"),
    ):
        text = TEXT.format(name=name, person=person, price=price)
        (tmp_path / file).write_text(text, encoding="utf-8")
    report = pipeline.run([str(tmp_path)]).report
    assert report.summary.deals == 1
    found = [(finding.rule, finding.subject) for finding in report.findings]
    assert ("NAM003", FALSE) in found
    assert ("NAM003", "J\u0430ne Roe") in found
    assert "VAL001" in dict(found)
    finding = next(each for each in report.findings if each.subject == FALSE)
    assert "U+0435, cyrillic small letter ie" in finding.reasons[0]
    assert {claim.source for claim in report.claims if claim.id in finding.claims} == {"a.txt"}


@pytest.mark.parametrize(
    ("value", "more"),
    [
        (Organisation(name=FALSE), {}),
        (Person(name=FALSE, role="chair"), {}),
        (Person(name="Ann Brun", role="chair", organisation=FALSE), {}),
        (Seat(holder=FALSE), {}),
        (Seat(holder="Ann Brun", board=FALSE), {}),
        (Quote(speaker=FALSE, text="Yes"), {}),
        (Organisation(name="Nimbra"), {"subject": f"{FALSE} / Nimbra"}),
        (Organisation(name="Nimbra"), {"speaker": FALSE}),
        (Organisation(name="Nimbra"), {"parties": (FALSE, "Nimbra")}),
        (Organisation(name="Nimbra"), {"parties": ("Nimbra", FALSE)}),
    ],
)
def test_a_false_letter_is_found_wherever_the_name_stands(claim, value, more) -> None:
    told = [claim(source, "target", value, **more) for source in "aba"]

    (finding,) = check(told, {"a": "Ledger"})

    assert finding.message == f"A name with letters of another script: “{FALSE}” (Ledger, b)"
    assert finding.reasons == (
        "“\u0435” is U+0435, cyrillic small letter ie. It is compared as what it looks like.",
    )
    assert finding.claims == (told[0].id, told[1].id)
    assert (finding.subject, finding.deal, finding.attribute) == (FALSE, None, "name_spelling")
    assert (finding.rule, finding.severity) == ("NAM003", "warning")


def test_each_deal_and_each_name_is_a_finding_of_its_own(claim) -> None:
    other = "\u0410cme"  # a capital that looks like an A
    told = [
        claim("a", "target", Organisation(name=name), "x", parties=(None, None), deal=deal)
        for name, deal in ((FALSE, "d-2"), (other, "d-1"), (FALSE, "d-1"), ("Zo\u00eb", "d-1"))
    ]

    found = [(one.deal, one.subject) for one in check(told, {})]

    assert found == [("d-1", FALSE), ("d-1", other), ("d-2", FALSE)]
