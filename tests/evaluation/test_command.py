"""`dealfacts eval` as the loop to work in: save a run, change something, see what moved."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from dealfacts.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Ostrava Mills has agreed to buy Harrow & Lake for $3.2 billion.\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["eval", *arguments])


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    claim = {
        "source": "01_wire",
        "attribute": "deal_amount",
        "subject": "deal",
        "value_kind": "money",
        "value": {"low": 3200000000, "high": 3200000000, "currency": "USD"},
        "hedge": None,
        "period": None,
        "modality": None,
        "quote": "$3.2 billion",
        "start": 50,
        "end": 62,
        "sentence_start": 0,
        "sentence_end": 63,
    }
    (tmp_path / "01_wire.txt").write_text(TEXT, encoding="utf-8")
    content = {"sources": {"01_wire": ""}, "claims": [claim]}
    (tmp_path / "gold.json").write_text(json.dumps(content), encoding="utf-8")
    return tmp_path / "gold.json"


def test_a_saved_run_shows_what_was_lost(gold: Path, tmp_path: Path) -> None:
    saved = run(str(gold), "--claims-only", "--format", "json")
    assert saved.exit_code == 0, saved.output
    assert json.loads(saved.stdout)["attributes"]["deal_amount"]["right"] == 1
    (tmp_path / "score.json").write_text(saved.stdout, encoding="utf-8")
    (tmp_path / "01_wire.txt").write_text(TEXT.replace("3.2", "4.2"), encoding="utf-8")
    done = run(str(gold), "--claims-only", "-v", "--against", str(tmp_path / "score.json"))
    assert done.exit_code == 0, done.output
    assert "MISSED   01_wire:50 deal_amount USD 3200000000" in done.stdout
    assert "gained 0, lost 1" in done.stdout


def test_a_comparison_is_made_in_words_only(gold: Path) -> None:
    done = run(str(gold), "--format", "json", "--against", str(gold))
    assert done.exit_code == 2
    assert "--against compares in words" in done.stderr
