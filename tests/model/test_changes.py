"""The documents about changes and judgements: every list under its name, and counted."""

from __future__ import annotations

from dealfacts.model.changes import Change, Changes, Diff
from dealfacts.model.claims import Claim
from dealfacts.model.judged import Passage
from dealfacts.model.report import Finding, Source
from dealfacts.model.text import Evidence, Place, Range
from dealfacts.model.values import Count
from dealfacts.model.vocabulary import Severity


def claim(name: str) -> Claim:
    where = Evidence(start=7, end=9, line=1, column=8, quote="12", sentence=Range(start=0, end=20))
    return Claim(
        id=name,
        source="a.txt",
        kind="headcount",
        attribute="headcount",
        subject="Nimbra",
        value=Count(low=12, high=12, unit="people"),
        evidence=where,
    )


def finding(name: str) -> Finding:
    return Finding(
        id=name,
        rule="VAL001",
        severity=Severity.ERROR,
        attribute="headcount",
        subject="Nimbra",
        claims=("c-1",),
        message="Number of employees of Nimbra: 12 against 13",
    )


def test_a_diff_lists_and_counts_each_kind_of_change() -> None:
    found = Changes(
        gained=(claim("g1"), claim("g2")),
        lost=(claim("l1"),),
        changed=(Change(old=claim("o1"), new=claim("n1"), finding=finding("v1")),),
        moved=((claim("m1"), claim("m2")),) * 3,
        kept=5,
        opened=(finding("x1"),) * 4,
        closed=(finding("y1"), finding("y2")),
    )

    told = Diff.of(found, "old.txt", "new.txt").model_dump(mode="json", by_alias=True)

    assert told["schema"] == "dealfacts.diff/1"
    assert (told["old"], told["new"]) == ("old.txt", "new.txt")
    assert [one["id"] for one in told["gained"]] == ["g1", "g2"]
    assert [one["id"] for one in told["lost"]] == ["l1"]
    assert [one["finding"]["id"] for one in told["changed"]] == ["v1"]
    assert [(one["old"]["id"], one["new"]["id"]) for one in told["moved"]] == [("m1", "m2")] * 3
    assert [one["id"] for one in told["opened"]] == ["x1"] * 4
    assert [one["id"] for one in told["closed"]] == ["y1", "y2"]
    assert told["summary"] == {
        "changed": 1,
        "closed": 2,
        "gained": 2,
        "kept": 5,
        "lost": 1,
        "moved": 3,
        "opened": 4,
    }


def test_a_passage_is_where_the_words_stand_whatever_the_file_is_called() -> None:
    found = Passage.of(claim("c-1"), "digest")

    assert found == Passage(text="digest", attribute="headcount", start=7, end=9)


def test_a_source_is_in_the_file_that_it_was_taken_from() -> None:
    own = Source(id="a.txt", path="in/a.txt", label="A", origin="o1")
    taken = own.model_copy(update={"taken_from": Place(file="feed.jsonl", line=3)})

    assert (own.file, taken.file) == ("in/a.txt", "feed.jsonl")
