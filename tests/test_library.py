"""`import dealfacts`: the same facts as the command line gives, and the scripts in examples/."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import dealfacts

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
PROGRAM = [sys.executable, "-m", "dealfacts"]


def piped(*arguments: str, stdin: bytes = b"") -> bytes:
    done = subprocess.run([*PROGRAM, *arguments], input=stdin, capture_output=True, check=True)
    return done.stdout


def facts(report: dict[str, object]) -> object:
    """Facts and findings as the report tells them, without the labels that only articles give."""
    content = json.loads(json.dumps(report))
    for finding in content["findings"]:
        finding["message"] = finding["reasons"] = None
    for fact in content["facts"]:
        fact["notes"] = None
    return [content[key] for key in ("deals", "facts", "findings", "checks", "summary")]


def test_the_program_a_pipe_and_the_library_give_the_same_facts() -> None:
    whole = json.loads(piped("reconcile", "--format", "json", str(SEEDS)))
    lines = piped("extract", str(SEEDS))
    through = json.loads(piped("reconcile", "-", "--format", "json", stdin=lines))
    loaded = dealfacts.load([str(SEEDS)])
    claims = [claim for article in loaded.articles for claim in dealfacts.extract(article)]
    own = dealfacts.reconcile(reversed(claims), loaded.articles)
    bare = dealfacts.reconcile(claims)
    assert len(whole["facts"]) > 20
    expected = facts(whole)
    assert facts(through) == expected
    assert facts(own.model_dump(mode="json", by_alias=True)) == expected
    assert facts(bare.model_dump(mode="json", by_alias=True)) == expected
    full = json.loads(own.model_dump_json(by_alias=True))
    assert full["findings"] == whole["findings"]


def test_the_library_is_imported_when_it_is_used() -> None:
    code = (
        "import sys, dealfacts; print(len([m for m in sys.modules if m.startswith('dealfacts')]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "1\n"
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = dealfacts.nonsense  # type: ignore[attr-defined]


def test_two_claims_of_one_id_both_count(tmp_path: Path) -> None:
    lines = piped("extract", str(ROOT / "examples" / "data" / "two")).decode().splitlines()
    renamed = [json.dumps({**json.loads(line), "id": "1"}) for line in lines]
    (tmp_path / "claims.jsonl").write_text("\n".join([*renamed, *renamed]), encoding="utf-8")
    loaded = dealfacts.load([str(tmp_path)])
    report = dealfacts.reconcile(loaded.claims)
    assert report.summary.claims == len(lines)
    assert {finding.rule for finding in report.findings} == {"VAL004", "DAT001"}
    whole = json.loads(piped("reconcile", "--format", "json", str(tmp_path)))
    assert whole["summary"]["claims"] == len(lines)


def test_a_lone_phrase() -> None:
    read = dealfacts.read_value("nearly $15 billion")
    assert read is not None
    assert (read[0].type, read[1]) == ("money", "below")
    assert dealfacts.read_value("no value") is None


@pytest.mark.parametrize("name", ["pre-commit-config.yaml", "workflow.yml"])
def test_a_ready_made_check_fails_on_articles_that_conflict(tmp_path: Path, name: str) -> None:
    written = (ROOT / "examples" / "ci" / name).read_text(encoding="utf-8")
    commands = re.findall(r"(?:entry|run): dealfacts (.+)", written)
    assert len(commands) == 1
    (tmp_path / "articles").mkdir()
    for file in (ROOT / "examples" / "data" / "drop").iterdir():
        (tmp_path / "articles" / file.name).write_bytes(file.read_bytes())
    codes = []
    for _ in range(2):
        done = subprocess.run(
            [*PROGRAM, *commands[0].split()], cwd=tmp_path, capture_output=True, check=False
        )
        codes.append(done.returncode)
        (tmp_path / "articles" / "daily.txt").unlink(missing_ok=True)
    assert codes == [1, 0]


def test_the_hook_looks_at_all_articles() -> None:
    hook = (ROOT / "examples" / "ci" / "pre-commit-config.yaml").read_text(encoding="utf-8")
    assert "pass_filenames: false" in hook
