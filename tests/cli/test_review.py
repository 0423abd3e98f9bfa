"""`review` with answers on the standard input, and what the next run makes of them."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from dealfacts.cli.answers import KEYS, SHORT, read_answer
from dealfacts.errors import DealfactsError
from dealfacts.records.judgements import Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Dealfacts

DAY = ("--today", "2026-05-04")
OTHER = """Fabrikam buys Litware

Fabrikam agreed to buy Litware for $310 million in cash, Fabrikam said on Monday evening.
"""
ELSEWHERE = """Litware finds a buyer

After weeks of talks Litware goes to Fabrikam, which agreed to buy Litware for $390 million.
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / ".dealfacts" / "judgements.jsonl"


def verdicts(log: Path) -> list[str]:
    if not log.exists():
        return []
    return [json.loads(line)["verdict"] for line in log.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("answer", "verdict", "code"),
    [
        ("a", "a_wrong", 0),
        ("b the filing says so", "b_wrong", 0),
        ("w", "both_wrong", 0),
        ("r", "both_right_different_basis", 0),
        ("s", "superseded", 0),
        ("d", "not_same_deal", 0),
        ("x b", "extraction_error", 0),
        ("y", "accepted", 0),
        ("k", None, 1),
        ("q", None, 1),
    ],
)
def test_an_answer_is_recorded_and_the_next_check_knows_it(
    dealfacts: Dealfacts, drop: Path, log: Path, answer: str, verdict: str | None, code: int
) -> None:
    done = dealfacts("review", str(drop), "--by", "ann", *DAY, stdin=f"{answer}\n".encode())

    assert done.returncode == 0, done.stderr.decode()
    assert verdicts(log) == ([verdict] if verdict else [])
    assert dealfacts("check", str(drop)).returncode == code
    if verdict:
        line = json.loads(log.read_text(encoding="utf-8"))
        assert (line["by"], line["when"]) == ("ann", "2026-05-04")
        assert line.get("note", "") == answer[2:] * (answer[0] == "b")


def test_both_sentences_stand_next_to_each_other(dealfacts: Dealfacts, drop: Path) -> None:
    shown = dealfacts("review", str(drop), "--by", "ann", stdin=b"q\n").stdout.decode()

    lines = shown.splitlines()
    assert "[1/1] Northwind Group / Acme Robotics" in lines
    (first,) = [line for line in lines if line.startswith("a  ")]
    assert " | b  " in first
    assert shown.count(">>$2.4 billion<<") == shown.count(">>$2.9 billion<<") == 1
    assert max(map(len, lines)) <= 100


def test_a_misread_claim_is_left_out_and_listed(dealfacts: Dealfacts, drop: Path) -> None:
    dealfacts("review", str(drop), "--by", "ann", stdin=b"x b\n")

    told = json.loads(dealfacts("reconcile", str(drop), "--format", "json").stdout)

    assert "VAL001" not in {f["rule"] for f in told["findings"]}
    assert "it was judged to be misread" in {n["reason"] for n in told["not_compared"]}


def test_an_answer_can_be_taken_back(dealfacts: Dealfacts, drop: Path, log: Path) -> None:
    (drop / "other.txt").write_text(OTHER, encoding="utf-8")
    (drop / "elsewhere.txt").write_text(ELSEWHERE, encoding="utf-8")

    done = dealfacts("review", str(drop), "--by", "ann", stdin=b"y\nu\na\nk\n")

    assert verdicts(log) == ["accepted", "withdrawn", "a_wrong"]
    assert b"1 finding judged, 1 left open" in done.stderr
    assert done.stdout.count(b"[1/2] ") == 2


def test_findings_that_were_judged_are_not_asked_again(dealfacts: Dealfacts, drop: Path) -> None:
    dealfacts("review", str(drop), "--by", "ann", stdin=b"y\n")

    again = dealfacts("review", str(drop), "--by", "ann", stdin=b"y\n")

    assert again.returncode == 0
    assert b"nothing is open" in again.stderr


def test_an_answer_holds_until_its_day(dealfacts: Dealfacts, drop: Path) -> None:
    dealfacts("review", str(drop), "--by", "ann", *DAY, stdin=b"y for now until 2026-05-10\n")

    def code(day: str) -> int:
        return dealfacts("check", str(drop), "--today", day).returncode

    assert (code("2026-05-10"), code("2026-05-11")) == (0, 1)
    listed = dealfacts("review", "--list", "--today", "2026-05-11").stdout.decode()
    assert "accepted (ann, 2026-05-04, until 2026-05-10 (over)): for now" in listed


def test_contradictions_are_listed(dealfacts: Dealfacts, drop: Path, log: Path) -> None:
    dealfacts("review", str(drop), "--by", "ann", *DAY, stdin=b"a\n")
    ann = log.read_text(encoding="utf-8")
    log.unlink()
    dealfacts("review", str(drop), "--by", "ben", *DAY, stdin=b"b\n")
    log.write_text(ann + log.read_text(encoding="utf-8"), encoding="utf-8")

    listed = dealfacts("review", "--list").stdout.decode()

    assert "  b_wrong (ben, 2026-05-04)" in listed
    assert "Contradictions (1); the last word counts:" in listed
    assert listed.index("  a_wrong, ann") < listed.index("  b_wrong, ben")


def test_2_nobody_answers(dealfacts: Dealfacts, drop: Path, log: Path) -> None:
    done = dealfacts("review", str(drop), "--by", "ann")

    assert done.returncode == 2
    assert b"Run it in a terminal, or pipe one answer a line" in done.stderr
    assert not log.exists()


def test_answers_may_end_early(dealfacts: Dealfacts, drop: Path, log: Path) -> None:
    (drop / "other.txt").write_text(OTHER, encoding="utf-8")
    (drop / "elsewhere.txt").write_text(ELSEWHERE, encoding="utf-8")

    done = dealfacts("review", str(drop), "--by", "ann", stdin=b"?\n\ny")

    assert done.returncode == 0
    assert b"side a is wrong, as in:" in done.stdout
    assert b"1 finding judged, 1 left open" in done.stderr
    assert verdicts(log) == ["accepted"]


@pytest.mark.parametrize(
    ("arguments", "answers", "told"),
    [
        (("articles",), b"z\n", "'z' is no answer. Keys are a b w r s d p x y A B k u q ?"),
        (("articles",), b"x\n", "Which side was misread? x a or x b"),
        (("articles",), b"x c\n", "Which side was misread? x a or x b"),
        (("articles",), b"y until soon\n", "'soon' is no day. Write it as YYYY-MM-DD"),
        (("articles",), b"p\n", "This is no finding about names"),
        (("-",), b"y\n", "review needs the PATH of articles"),
        ((), b"y\n", "review needs the PATH of articles"),
        (("nowhere",), b"y\n", "nowhere: no such file or folder"),
        (("articles", "--baseline", "x", "--today", "May"), b"y\n", "'May' does not match"),
    ],
)
def test_2_what_fits_nothing_is_told_and_not_recorded(
    dealfacts: Dealfacts,
    drop: Path,
    log: Path,
    arguments: tuple[str, ...],
    answers: bytes,
    told: str,
) -> None:
    assert drop.name == "articles"

    done = dealfacts("review", *arguments, "--by", "ann", stdin=answers)

    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert not log.exists()


def test_one_article_is_not_taken_apart(dealfacts: Dealfacts, drop: Path) -> None:
    ledger = drop / "ledger.txt"
    text = ledger.read_text(encoding="utf-8").replace("$2.4 billion\n", "$2.6 billion\n", 1)
    ledger.write_text(text, encoding="utf-8")
    (drop / "gazette.txt").unlink()

    done = dealfacts("review", str(drop), "--by", "ann", stdin=b"d\n")

    assert done.returncode == 2
    assert b"One article has both sides; it cannot be taken apart" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="accounts have other names there")
def test_who_judges_is_the_account_or_must_be_told(
    dealfacts: Dealfacts, drop: Path, log: Path
) -> None:
    nobody = dict.fromkeys(("USER", "LOGNAME", "USERNAME", "DEALFACTS_BY"), "")

    unknown = dealfacts("review", str(drop), stdin=b"y\n", env=nobody)
    known = dealfacts("review", str(drop), stdin=b"y\n", env=nobody | {"USER": "ann"})

    assert unknown.returncode == 2
    assert b"Give --by NAME" in unknown.stderr
    assert known.returncode == 0
    assert '"by": "ann"' in log.read_text(encoding="utf-8")


def test_2_a_log_that_cannot_be_read(dealfacts: Dealfacts, drop: Path, log: Path) -> None:
    log.parent.mkdir()
    log.write_text("{}\n", encoding="utf-8")

    for command in ("check", "reconcile"):
        done = dealfacts(command, str(drop))
        assert done.returncode == 2
        assert b"judgements.jsonl:1: " in done.stderr
    missing = dealfacts("check", str(drop), "--judgements", "none.jsonl")
    assert missing.returncode == 2
    assert b"none.jsonl: no such judgement file" in missing.stderr


def test_the_keys_are_shown_and_none_twice() -> None:
    for key, verdict in KEYS.items():
        assert f"[{key}" in SHORT
        assert read_answer(f"{key} a", 2).verdict is verdict
    assert set(KEYS.values()) == set(Verdict) - {Verdict.WITHDRAWN}


def test_a_note_may_hold_the_word_until() -> None:
    found = read_answer("y wait until the filing is out", 2)

    assert (found.note, found.until) == ("wait until the filing is out", None)


def test_a_misread_claim_may_have_a_note_too() -> None:
    found = read_answer("x ab table, not text until 2027-01-31", 2)

    assert (found.sides, found.note, str(found.until)) == ((0, 1), "table, not text", "2027-01-31")
    with pytest.raises(DealfactsError, match="Which side"):
        read_answer("x ac", 2)


@pytest.mark.parametrize("answer", ["d", "x b"])
def test_what_was_judged_is_known_under_another_name(
    dealfacts: Dealfacts, drop: Path, answer: str
) -> None:
    """Neither new file names, nor other folders given beside this one, open the matter again."""
    dealfacts("review", str(drop), "--by", "ann", stdin=f"{answer}\n".encode())
    (drop / "ledger.txt").rename(drop / "a-2026-05-04.txt")
    (drop / "gazette.txt").rename(drop / "b-2026-05-04.txt")
    drop.rename(drop.parent / "archive")
    more = drop.parent / "more"
    more.mkdir()
    (more / "other.txt").write_text(OTHER, encoding="utf-8")

    told = json.loads(dealfacts("check", "archive", "more", "--format", "json").stdout)

    assert {source["id"].partition("/")[0] for source in told["sources"]} == {"archive", "more"}
    assert told["findings"] == []
    if answer == "d":
        assert [deal["label"].partition(" (")[0] for deal in told["deals"]].count(
            "Northwind Group / Acme Robotics"
        ) == 2
    else:
        assert "it was judged to be misread" in {n["reason"] for n in told["not_compared"]}


def test_an_edited_article_is_known_by_its_name(dealfacts: Dealfacts, drop: Path) -> None:
    dealfacts("review", str(drop), "--by", "ann", stdin=b"d\n")
    ledger = drop / "ledger.txt"
    ledger.write_text(f"{ledger.read_text('utf-8')}It was a calm day.\n", encoding="utf-8")

    assert dealfacts("check", str(drop)).returncode == 0


def test_names_that_changed_places_judge_no_other_articles(
    dealfacts: Dealfacts, drop: Path
) -> None:
    """A third article that takes the name of a judged one is not what was judged."""
    (drop / "third.txt").write_text(
        (drop / "ledger.txt").read_text("utf-8").replace("maker", "builder"), encoding="utf-8"
    )
    dealfacts("review", str(drop), "--by", "ann", stdin=b"x b\n")
    (drop / "gazette.txt").rename(drop / "z.txt")
    (drop / "ledger.txt").rename(drop / "gazette.txt")
    told = json.loads(dealfacts("check", str(drop), "--format", "json").stdout)

    misread = {n["claim"] for n in told["not_compared"] if "misread" in n["reason"]}
    assert {c["source"] for c in told["claims"] if c["id"] in misread} == {"z.txt"}
