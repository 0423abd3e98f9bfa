"""What an accepted finding survives, and what opens it again."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dealfacts import pipeline
from dealfacts.errors import DealfactsError
from dealfacts.gate.accepted import Decision, in_force, settled
from dealfacts.records import baseline
from dealfacts.records.marks import Mark, Register

if TYPE_CHECKING:
    from pathlib import Path

    from dealfacts.model.report import Report

LEDGER = "Northwind Group agreed to buy Acme Robotics for $2.4 billion in cash, it said.\n"
GAZETTE = "Northwind Group will acquire Acme Robotics for $2.9 billion, Northwind said.\n"
THIRD = """Robots change hands

The board of Acme Robotics has said yes. Northwind Group pays $2.9 billion to acquire Acme Robotics.
"""


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "ledger.txt").write_text(LEDGER, encoding="utf-8")
    (folder / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    return folder


def report_of(folder: Path) -> Report:
    return pipeline.run([str(folder)]).report


def accepted(folder: Path) -> tuple[baseline.Entry, ...]:
    return baseline.entries(report_of(folder), baseline.Reason("seen", "ann"))


def still_open(report: Report, entries: tuple[baseline.Entry, ...]) -> list[str]:
    made = [Decision(one, "baseline", "accepted", one.by, one.note, one.until) for one in entries]
    return [finding.rule for finding in settled(report, made).findings]


def test_an_entry_holds_the_question_and_the_values_and_nothing_that_moves(
    drop: Path, tmp_path: Path
) -> None:
    path = tmp_path / "baseline.jsonl"
    baseline.rewrite(path, lambda _: accepted(drop))

    (line,) = path.read_text(encoding="utf-8").splitlines()
    assert '"values": ["$2.4 billion", "$2.9 billion"]' in line
    assert '"note": "seen"' in line
    for moving in ("ledger", "gazette", "articles", '"line"', "0.1.0", str(tmp_path)):
        assert moving not in line


def test_what_is_accepted_is_kept_with_its_reason(drop: Path) -> None:
    report = report_of(drop)
    (entry,) = accepted(drop)

    shown = settled(report, [Decision(entry, "baseline", "accepted", "ann", "seen", None)])

    assert shown.findings == ()
    (one,) = shown.accepted
    assert (one.finding, one.by, one.note) == (report.findings[0], "ann", "seen")
    assert settled(report, []) is report


def test_it_survives_another_order_another_folder_and_moved_lines(
    drop: Path, tmp_path: Path
) -> None:
    entries = accepted(drop)
    moved = tmp_path / "renamed" / "deeper"
    shutil.copytree(drop, moved)
    (moved / "ledger.txt").rename(moved / "zz.txt")
    (moved / "gazette.txt").write_text(f"\n\nA note.\n\n{GAZETTE}", encoding="utf-8")

    report = report_of(moved)

    assert [f.rule for f in report.findings] == ["VAL001"]
    assert still_open(report, entries) == []


def test_a_new_article_in_an_old_camp_changes_nothing(drop: Path) -> None:
    entries = accepted(drop)
    (drop / "third.txt").write_text(THIRD, encoding="utf-8")

    report = report_of(drop)

    (disputed,) = (fact for fact in report.facts if len(fact.camps) > 1)
    assert sum(len(camp.sources) for camp in disputed.camps) == 3
    assert still_open(report, entries) == []


def test_a_new_camp_opens_the_matter_again(drop: Path) -> None:
    entries = accepted(drop)
    (drop / "third.txt").write_text(THIRD.replace("2.9", "3.6"), encoding="utf-8")

    assert still_open(report_of(drop), entries) == ["VAL001"]


def test_whoever_accepted_three_values_accepted_two_of_them(drop: Path) -> None:
    (drop / "third.txt").write_text(THIRD.replace("2.9", "3.6"), encoding="utf-8")
    entries = accepted(drop)
    (drop / "third.txt").unlink()

    assert still_open(report_of(drop), entries) == []


def test_entries_that_match_nothing_are_stale(drop: Path) -> None:
    entries = accepted(drop)
    assert baseline.stale(entries, report_of(drop)) == ()

    (drop / "gazette.txt").unlink()
    assert baseline.stale(entries, report_of(drop)) == entries


def test_a_day_ends_what_was_accepted(drop: Path) -> None:
    (entry,) = accepted(drop)
    decision = Decision(entry, "baseline", "accepted", "", "", date(2026, 5, 4))

    assert in_force([decision], date(2026, 5, 4)) == (decision,)
    assert in_force([decision], date(2026, 5, 5)) == ()


def test_what_is_renewed_loses_its_old_entry(drop: Path) -> None:
    (entry,) = accepted(drop)
    over = entry.model_copy(update={"until": date(2026, 5, 4)})

    assert baseline.without_renewed([over], [entry], date(2026, 5, 4)) == (over,)
    assert baseline.without_renewed([over], [entry], date(2026, 5, 5)) == ()
    assert baseline.without_renewed([over], [], date(2026, 5, 5)) == (over,)


def test_notes_stay_when_more_is_accepted(drop: Path) -> None:
    entries = accepted(drop)
    again = baseline.entries(report_of(drop), baseline.Reason("other"))

    assert baseline.with_new(entries, again) == entries
    assert baseline.with_new((), again) == again


def test_a_line_that_is_none_is_told_with_its_number(drop: Path, tmp_path: Path) -> None:
    path = tmp_path / "baseline.jsonl"
    baseline.rewrite(path, lambda _: accepted(drop))
    good = path.read_text(encoding="utf-8")

    for bad, told in (
        (f"{good}\nnot json\n", r"baseline\.jsonl:3: Invalid JSON"),
        (f'{good}{{"schema": "dealfacts.baseline/1"}}\n', r":2: finding: Field required"),
        (good.replace('"by"', '"who"'), r":1: who: Extra inputs are not permitted"),
        (good.replace("baseline/1", "baseline/9"), r":1: schema: Input should be"),
    ):
        path.write_text(bad, encoding="utf-8")
        with pytest.raises(DealfactsError, match=told):
            baseline.read(path)
    assert baseline.read(tmp_path / "none.jsonl") == ()


MARK = Mark(
    finding="x-1", rule="VAL001", deal="d-1", about="A / B", attribute="deal_amount",
    subject="A / B", values=("1", "2"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("other", "covered"),
    [
        ({"finding": "x-2"}, True),
        ({"finding": "x-2", "deal": "d-2"}, True),
        ({"finding": "x-2", "subject": "A Group / B"}, True),
        ({"finding": "x-2", "deal": "d-2", "subject": "AG / B", "about": "AG / B"}, True),
        ({"finding": "x-2", "deal": "d-2", "subject": "AG / BI", "about": "AG / BI"}, False),
        ({"finding": "x-2", "rule": "VAL002"}, False),
        ({"finding": "x-2", "attribute": "stake"}, False),
        ({"finding": "x-2", "period": "2025"}, False),
        ({"finding": "x-2", "values": ("1", "3")}, False),
        ({"finding": "x-2", "values": ("1",)}, False),
        ({"finding": "x-2", "values": ()}, False),
        ({"values": ("7", "8")}, True),
    ],
)
def test_a_mark_covers_the_same_question_without_new_values(
    other: dict[str, object], *, covered: bool
) -> None:
    later = MARK.model_copy(update=other)

    assert MARK.covers(later) is covered
    assert (Register([MARK]).covering(later) is not None) is covered
    assert Register([later]).covered(MARK) is covered


def test_of_several_marks_the_last_counts() -> None:
    again = MARK.model_copy(update={"values": ("1", "2", "3"), "finding": "x-3"})
    later = MARK.model_copy(update={"finding": "x-2"})

    assert Register([MARK, again]).covering(later) == 1
    assert Register([again, MARK]).covering(later) == 1
