"""What changed between two reports, claim by claim."""

from __future__ import annotations

import pytest

from dealfacts.extractor.phrase import read_phrase
from dealfacts.model.vocabulary import Basis, Modality
from dealfacts.reconciler.versions import changes


@pytest.fixture
def says(claim):
    """A claim of "a" with the phrase as its words, on a line of its own."""

    def build(phrase, attribute="deal_amount", source="a", line=1, column=1, **more):
        value, hedge = read_phrase(phrase)
        subject = "Orvex / Nimbra" if attribute == "deal_amount" else "Nimbra"
        made = claim(source, attribute, value, subject, quote=phrase, hedge=hedge, **more)
        where = made.evidence.model_copy(update={"line": line, "column": column})
        return made.model_copy(update={"evidence": where})

    return build


def told(run, old, new):
    return changes(run(*old), run(*new))


def ids(claims):
    return [claim.id for claim in claims]


def test_the_same_claims_are_kept_and_moved_ones_are_told(says, run) -> None:
    old = says("$14.3 billion"), says("49%", "stake", line=2)
    new = says("$14.3 billion"), says("49%", "stake", line=5)

    found = told(run, old, new)

    assert found.kept == 1
    assert [ids(pair) for pair in found.moved] == [ids((old[1], new[1]))]
    assert found.gained == found.lost == found.changed == ()


def test_a_claim_that_moves_along_its_line_has_moved(says, run) -> None:
    old, new = says("$14.3 billion"), says("$14.3 billion", column=9)

    (pair,) = told(run, [old], [new]).moved
    assert ids(pair) == ids((old, new))


def test_what_is_new_and_what_is_gone(says, run) -> None:
    stake, staff, price = (
        says("49%", "stake"),
        says("300 employees", "headcount"),
        says("$14.3 billion"),
    )

    found = told(run, [price, stake], [price, staff])

    assert (ids(found.gained), ids(found.lost), found.kept) == ([staff.id], [stake.id], 1)
    assert found.changed == ()


def test_another_answer_to_one_question_is_a_change(says, run) -> None:
    old, new = says("$14.3 billion"), says("$15 billion")

    found = told(run, [old], [new])

    (change,) = found.changed
    assert ids((change.old, change.new)) == ids((old, new))
    assert (found.gained, found.lost, found.kept) == ((), (), 0)
    finding = change.finding
    assert finding.message == ("Deal amount of Orvex / Nimbra: $14.3 billion became $15 billion")
    assert (finding.rule, finding.severity, finding.relation) == ("VER001", "note", "conflict")
    assert finding.claims == (old.id, new.id)
    assert finding.id.startswith("x-")
    assert "two plain figures that differ by more than rounding" in finding.reasons[0]


def test_a_period_is_part_of_the_question_and_of_the_words(says, run) -> None:
    old = says("$2.1 billion", "revenue", period="2030")
    new = says("$2.4 billion", "revenue", period="2030")
    later = says("$2.4 billion", "revenue", period="2031")

    (change,) = told(run, [old], [new]).changed
    assert change.finding.message == "Revenue of Nimbra (2030): $2.1 billion became $2.4 billion"
    apart = told(run, [old], [later])
    assert apart.changed == ()
    assert (ids(apart.lost), ids(apart.gained)) == ([old.id], [later.id])


def test_the_same_words_read_otherwise_say_what_differs(says, run) -> None:
    old = says("$14.3 billion")
    new = says("$14.3 billion", modality=Modality.EXPECTED, basis=Basis.INCLUDING_DEBT)

    (change,) = told(run, [old], [new]).changed

    assert change.finding.message == (
        "Deal amount of Orvex / Nimbra: $14.3 billion (actual) became "
        "$14.3 billion (expected, including debt)"
    )


def test_another_currency_is_a_change(says, run) -> None:
    (change,) = told(run, [says("$14.3 billion")], [says("€14.3 billion")]).changed

    assert change.finding.relation == "not_comparable"


def test_values_that_cannot_be_compared_are_no_change(says, run) -> None:
    found = told(run, [says("49%", "stake")], [says("5 percentage points", "stake")])

    assert found.changed == ()
    assert len(found.gained) == len(found.lost) == 1


def test_two_equal_claims_are_two(says, run) -> None:
    one, again, now = says("49%", "stake"), says("49%", "stake", line=2), says("49%", "stake")

    found = told(run, [one, again], [now])

    assert found.kept == 1
    assert ids(found.lost) == [again.id]


def test_a_file_of_another_name_is_the_same_article_where_each_report_has_one(says, run) -> None:
    old, new = says("$14.3 billion"), says("$14.3 billion", source="b")
    third = says("49%", "stake", source="c")

    assert told(run, [old], [new]).kept == 1
    among_others = told(run, [old, third], [new, third])
    assert (ids(among_others.lost), ids(among_others.gained)) == ([old.id], [new.id])
    assert among_others.kept == 1


def test_findings_open_and_close(says, run) -> None:
    alone = [says("$14.3 billion")]
    contradicted = [*alone, says("$19 billion", source="b")]

    opened = told(run, alone, contradicted)
    closed = told(run, contradicted, alone)

    assert [finding.rule for finding in opened.opened] == ["VAL001"]
    assert opened.closed == ()
    assert [finding.rule for finding in closed.closed] == ["VAL001"]
    assert closed.opened == ()
