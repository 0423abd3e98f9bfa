"""`baseline` and what `check` makes of it, through the real program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Dealfacts

OTHER = """Fabrikam buys Litware

Fabrikam agreed to buy Litware for $310 million in cash, Fabrikam said on Monday evening.
"""
ELSEWHERE = """Litware finds a buyer

After weeks of talks Litware goes to Fabrikam, which agreed to buy Litware for $390 million.
"""


def test_check_is_silent_about_the_baseline(
    dealfacts: Dealfacts, drop: Path, tmp_path: Path
) -> None:
    made = dealfacts("baseline", "create", str(drop), "--note", "audit", "--by", "ann")
    path = tmp_path / ".dealfacts" / "baseline.jsonl"
    done = dealfacts("check", str(drop))
    told = json.loads(dealfacts("check", str(drop), "--format", "json").stdout)

    assert made.returncode == 0
    assert made.stdout == b""
    assert path.is_file()
    assert done.returncode == 0
    assert b"[VAL001]" not in done.stdout
    assert b"No difference is open." in done.stdout
    assert b"decided before: 1 in the baseline" in done.stderr
    assert [one["finding"]["rule"] for one in told["accepted"]] == ["VAL001"]
    assert told["accepted"][0]["by"] == "ann"


def test_reconcile_lists_what_was_decided_apart(
    dealfacts: Dealfacts, drop: Path, tmp_path: Path
) -> None:
    dealfacts("baseline", "create", str(drop), "--note", "audit", "--by", "ann")

    page = dealfacts("reconcile", str(drop)).stdout.decode()
    told = json.loads(dealfacts("reconcile", str(drop), "--format", "json").stdout)
    lines = dealfacts("reconcile", str(drop), "--format", "jsonl").stdout.decode().splitlines()
    tables = dealfacts("reconcile", str(drop), "--out", "tables")
    saved = dealfacts("check", str(drop), "--report", "json=report.json")
    name = told["accepted"][0]["finding"]["id"]

    assert "Where the articles differ" not in page
    assert "1 decided before; 4 agreements" in page
    decided = " ".join(page.partition("Decided before (1)\n")[2].split())
    assert decided.startswith(
        "Deal amount of Northwind Group / Acme Robotics: $2.4 billion (ledger)"
    )
    assert "[VAL001, baseline] accepted by ann (audit)" in decided
    assert [told["findings"], told["accepted"][0]["note"]] == [[], "audit"]
    assert [each["finding"]["id"] for each in map(json.loads, lines) if "finding" in each] == [name]
    # Tables and a saved report have it too, and a decided finding can still be explained.
    assert [tables.returncode, saved.returncode] == [0, 0]
    rows = [p.read_text() for p in sorted((tmp_path / "tables" / "accepted").iterdir())]
    assert json.loads("".join(rows))["finding"]["id"] == name
    assert not any(p.read_text() for p in (tmp_path / "tables" / "findings").iterdir())
    assert b"VAL001 (error)" in dealfacts("explain", name, "--report", "report.json").stdout
    # The jsonl can be read back: results are no claims.
    (tmp_path / "told.jsonl").write_text("\n".join(lines), encoding="utf-8")
    again = dealfacts("reconcile", "told.jsonl")
    assert again.returncode == 0
    assert b"LOAD001" not in again.stdout
    # --baseline names another one, which must be there.
    assert dealfacts("reconcile", str(drop), "--baseline", "none.jsonl").returncode == 2


def test_what_is_new_is_told_and_fails(dealfacts: Dealfacts, drop: Path) -> None:
    dealfacts("baseline", "create", str(drop))
    (drop / "other.txt").write_text(OTHER, encoding="utf-8")
    (drop / "elsewhere.txt").write_text(ELSEWHERE, encoding="utf-8")

    done = dealfacts("check", str(drop), "--format", "json")

    assert done.returncode == 1
    assert [f["subject"] for f in json.loads(done.stdout)["findings"]] == ["Fabrikam / Litware"]
    updated = dealfacts("baseline", "update", str(drop))
    assert b"1 entry added, 2 in all" in updated.stderr
    assert dealfacts("check", str(drop)).returncode == 0


def test_3_only_the_baseline_needs_care(dealfacts: Dealfacts, drop: Path) -> None:
    dealfacts("baseline", "create", str(drop))
    (drop / "gazette.txt").unlink()

    lenient = dealfacts("check", str(drop))
    strict = dealfacts("check", str(drop), "--fail-on-stale")
    forgiven = dealfacts("check", str(drop), "--fail-on-stale", "--exit-zero")
    off = dealfacts("check", str(drop), "--fail-on-stale", "--ignore", "VAL")
    pruned = dealfacts("baseline", "prune", str(drop))

    assert (lenient.returncode, strict.returncode, forgiven.returncode) == (0, 3, 0)
    assert b"baseline: 1 entry that no finding matches" in lenient.stderr
    assert b"VAL001 deal_amount of " in strict.stderr
    assert off.returncode == 0, "a rule that does not speak makes no entry stale"
    assert b"1 entry dropped" in pruned.stderr
    assert dealfacts("check", str(drop), "--fail-on-stale").returncode == 0


def test_findings_outweigh_stale_entries(dealfacts: Dealfacts, drop: Path) -> None:
    dealfacts("baseline", "create", str(drop))
    gazette = drop / "gazette.txt"
    gazette.write_text(gazette.read_text("utf-8").replace("2.9", "3.3"), encoding="utf-8")

    assert dealfacts("check", str(drop), "--fail-on-stale").returncode == 1


def test_fail_on_new_counts_notes_and_needs_a_baseline(
    dealfacts: Dealfacts, drop: Path, tmp_path: Path
) -> None:
    without = dealfacts("check", str(drop), "--fail-on-new")
    dealfacts("baseline", "create", str(drop))
    calm = dealfacts("check", str(drop), "--fail-on-new")
    (tmp_path / "dealfacts.toml").write_text('severity.VAL001 = "note"\n', encoding="utf-8")
    (drop / "other.txt").write_text(OTHER, encoding="utf-8")
    (drop / "elsewhere.txt").write_text(ELSEWHERE, encoding="utf-8")
    note = dealfacts("check", str(drop))
    new = dealfacts("check", str(drop), "--fail-on-new")

    assert without.returncode == 2
    assert b"--fail-on-new needs a baseline" in without.stderr
    assert (calm.returncode, note.returncode, new.returncode) == (0, 0, 1)
    assert b"1 finding not in the baseline" in new.stderr


def test_an_entry_holds_until_its_day(dealfacts: Dealfacts, drop: Path) -> None:
    dealfacts("baseline", "create", str(drop), "--until", "2026-05-04")

    def code(day: str) -> int:
        return dealfacts("check", str(drop), "--today", day).returncode

    assert (code("2026-05-04"), code("2026-05-05")) == (0, 1)
    shown = dealfacts("baseline", "show", "--today", "2026-05-05").stdout
    assert b"until 2026-05-04 (over)" in shown
    renewed = dealfacts("baseline", "update", str(drop), "--today", "2026-05-05")
    assert b"1 in all" in renewed.stderr
    assert code("2026-05-05") == 0


def test_2_a_baseline_that_is_not_there_or_there_already(
    dealfacts: Dealfacts, drop: Path, tmp_path: Path
) -> None:
    missing = dealfacts("check", str(drop), "--baseline", "other.jsonl")
    dealfacts("baseline", "create", str(drop), "--baseline", "other.jsonl")
    again = dealfacts("baseline", "create", str(drop), "--baseline", "other.jsonl")

    assert missing.returncode == again.returncode == 2
    assert b"other.jsonl: no such baseline" in missing.stderr
    assert b"`dealfacts baseline update` adds to it" in again.stderr
    assert dealfacts("check", str(drop), "--baseline", "other.jsonl").returncode == 0
    assert dealfacts("check", str(drop)).returncode == 1
    assert dealfacts("baseline", "show").returncode == 2
    assert dealfacts("baseline", "prune", str(drop)).returncode == 2
    assert not (tmp_path / ".dealfacts").exists()


def test_2_a_baseline_that_cannot_be_read(dealfacts: Dealfacts, drop: Path, tmp_path: Path) -> None:
    (tmp_path / ".dealfacts").mkdir()
    (tmp_path / ".dealfacts" / "baseline.jsonl").write_text("{}\n", encoding="utf-8")

    done = dealfacts("check", str(drop))

    assert done.returncode == 2
    assert b"baseline.jsonl:1: " in done.stderr


def test_the_settings_say_where_it_is(dealfacts: Dealfacts, drop: Path, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    settings = tmp_path / "desk" / "dealfacts.toml"
    settings.write_text('baseline = "kept.jsonl"\n', encoding="utf-8")
    command = ("--config", str(settings))

    dealfacts("baseline", "create", str(drop), *command)

    assert (tmp_path / "desk" / "kept.jsonl").is_file()
    assert dealfacts("check", str(drop), *command).returncode == 0


def test_show_lists_what_is_accepted(dealfacts: Dealfacts, drop: Path) -> None:
    dealfacts("baseline", "create", str(drop), "--note", "as \x1b[31mprinted", "--by", "ann")

    shown = dealfacts("baseline", "show")
    deal = "Northwind Group / Acme Robotics"

    assert shown.stdout.decode().splitlines() == [
        deal,
        f"  VAL001 deal_amount of {deal}: $2.4 billion against $2.9 billion",
        "    as \\x1b[31mprinted, ann",
    ]
