from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dealfacts.errors import DealfactsError
from dealfacts.model.judged import Named
from dealfacts.records import judgements
from dealfacts.records.judgements import SCHEMA, Judgement, Side, Verdict

if TYPE_CHECKING:
    from pathlib import Path

SIDES = (
    Side(value="1", sources=("a.txt", "c.txt"), claims=("c-1", "c-3")),
    Side(value="2", sources=("b.txt",), claims=("c-2",)),
)


def judged(verdict: Verdict, by: str = "ann", finding: str = "x-1", **more: object) -> Judgement:
    told = {
        "finding": finding, "rule": "VAL001", "attribute": "stake", "subject": "A / B",
        "values": ("1", "2"), "schema": SCHEMA, "verdict": verdict, "by": by,
        "when": date(2026, 5, 4), "sides": SIDES, **more,
    }  # fmt: skip
    return Judgement.model_validate(told)


def test_the_log_only_grows(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    first, second = judged(Verdict.A_WRONG), judged(Verdict.ACCEPTED, note="é \u2028 “x”")

    judgements.append(path, first)
    before = path.read_bytes()
    path.write_bytes(before.rstrip(b"\n"))  # an editor that takes the last line break away
    judgements.append(path, second)

    assert path.read_bytes().startswith(before)
    assert judgements.read(path) == (first, second)


def test_the_last_word_counts_and_can_be_withdrawn() -> None:
    first, second = judged(Verdict.A_WRONG), judged(Verdict.B_WRONG, by="ben")
    other, back = judged(Verdict.ACCEPTED, finding="x-2"), judged(Verdict.WITHDRAWN)

    assert judgements.last([first, other, second]) == (second, other)
    assert judgements.last([first, other, back]) == (other,)


def test_a_judgement_whose_day_is_over_brings_no_older_one_back() -> None:
    old, new = judged(Verdict.A_WRONG), judged(Verdict.B_WRONG, until=date(2026, 6, 1))

    assert judgements.in_force([old, new], date(2026, 6, 1)) == (new,)
    assert judgements.in_force([old, new], date(2026, 6, 2)) == ()


def test_people_who_contradict_each_other_are_listed() -> None:
    ann, ben = judged(Verdict.A_WRONG), judged(Verdict.B_WRONG, by="ben")
    agreed = judged(Verdict.B_WRONG, by="ann")

    assert judgements.contradictions([ann, ben]) == ((ann, ben),)
    assert judgements.contradictions([ann, ben, agreed]) == ()
    assert judgements.contradictions([ann, judged(Verdict.B_WRONG)]) == ()
    assert judgements.contradictions([ann, ben, judged(Verdict.WITHDRAWN, by="ben")]) == ()
    assert judgements.contradictions([ann, judged(Verdict.B_WRONG, "ben", "x-2")]) == ()


def test_judgements_steer_the_next_comparison() -> None:
    told = judgements.steering(
        [
            judged(Verdict.EXTRACTION_ERROR, misread=("c-2",)),
            judged(Verdict.NOT_SAME_PERSON, finding="x-2", values=("Jo", "Jon", "Joe")),
            judged(Verdict.NOT_SAME_DEAL, finding="x-3"),
            judged(Verdict.A_WRONG, finding="x-4"),
        ]
    )

    assert told.misread == {"c-2"}
    assert told.two_people == {frozenset(p) for p in (("Jo", "Jon"), ("Jo", "Joe"), ("Jon", "Joe"))}
    a, b, c = map(Named, ("a.txt", "b.txt", "c.txt"))
    assert told.two_deals == {frozenset({a, b}), frozenset({c, b})}


def test_articles_on_one_side_are_not_taken_apart() -> None:
    both = (*SIDES, Side(value="3", sources=("a.txt",)))

    assert frozenset({Named("a.txt"), Named("c.txt")}) not in judgements.apart(both)
    assert (
        judgements.apart([Side(value="1", sources=("a",)), Side(value="2", sources=("a",))]) == ()
    )


@pytest.mark.parametrize("verdict", list(Verdict))
def test_all_but_a_misread_claim_settle_a_finding(verdict: Verdict) -> None:
    assert judgements.closes(judged(verdict)) is (verdict is not Verdict.EXTRACTION_ERROR)


def test_a_line_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    judgements.append(path, judged(Verdict.A_WRONG))
    path.write_text(path.read_text("utf-8").replace("a_wrong", "a_rong"), encoding="utf-8")

    with pytest.raises(DealfactsError, match=r"log\.jsonl:1: verdict: Input should be"):
        judgements.read(path)
