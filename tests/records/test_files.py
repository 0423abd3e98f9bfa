from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from dealfacts.errors import DealfactsError
from dealfacts.records import files

if TYPE_CHECKING:
    from pathlib import Path

ADD = """
import sys
from pathlib import Path
from dealfacts.records import files
path = Path(sys.argv[1])
for number in range(20):
    with files.locked(path):
        known = path.read_text() if path.exists() else ""
        files.replace(path, known + f"{sys.argv[2]} {number}\\n")
"""


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "record.jsonl"

    with files.locked(path):
        files.replace(path, "one\n")
    with files.locked(path):
        files.replace(path, "two\n")

    assert path.read_text(encoding="utf-8") == "two\n"
    assert [file.name for file in path.parent.iterdir()] == ["record.jsonl"]


def test_after_a_crash_the_old_content_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "record.jsonl"
    files.replace(path, "old\n")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DealfactsError, match=r"record\.jsonl: cannot be written: No space left"):
        files.replace(path, "new\n")

    assert path.read_text(encoding="utf-8") == "old\n"
    assert [file.name for file in tmp_path.iterdir()] == ["record.jsonl"]


def test_writers_take_turns_and_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"
    writers = [
        subprocess.Popen([sys.executable, "-c", ADD, str(path), name], stderr=subprocess.PIPE)
        for name in "abc"
    ]
    for writer in writers:
        _, told = writer.communicate(timeout=60)
        assert writer.returncode == 0, told.decode()

    lines = path.read_text(encoding="utf-8").splitlines()
    assert sorted(lines) == sorted(f"{name} {number}" for name in "abc" for number in range(20))
    assert not path.with_name("record.jsonl.lock").exists()


def test_whoever_waits_too_long_is_told_what_to_look_at(tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"
    (tmp_path / "record.jsonl.lock").write_text("4711\n", encoding="utf-8")

    with (
        pytest.raises(DealfactsError, match=r"\(process 4711\)\. If none .* delete .*lock"),
        files.locked(path, patience=0.1),
    ):
        pytest.fail("the lock was taken twice")

    assert (tmp_path / "record.jsonl.lock").exists()


def test_the_lock_is_given_back_after_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"

    def fail() -> None:
        with files.locked(path):
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  its own, without words
        fail()

    with files.locked(path, patience=0.1):
        files.replace(path, "fine\n")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with (
        pytest.raises(DealfactsError, match=r"file/record\.jsonl: cannot be written: "),
        files.locked(tmp_path / "file" / "record.jsonl"),
    ):
        pytest.fail("a file is no folder")
