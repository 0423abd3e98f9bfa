from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from dealfacts.cli import output
from dealfacts.errors import DealfactsError


def test_a_report_is_written_whole(tmp_path: Path) -> None:
    output.save("“new”\n", str(tmp_path / "report.txt"))

    assert (tmp_path / "report.txt").read_bytes() == "“new”\n".encode()
    assert [file.name for file in tmp_path.iterdir()] == ["report.txt"]


def test_a_write_that_fails_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.txt"
    target.write_text("old", encoding="utf-8")

    def fail(self: Path, content: bytes) -> int:
        with self.open("wb") as file:
            file.write(content[:2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)

    with pytest.raises(DealfactsError, match=r"report\.txt: cannot write.*No space left"):
        output.save("new", str(target))
    assert target.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["report.txt"]


def test_a_link_keeps_being_one(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")

    output.save("new", str(tmp_path / "link.txt"))

    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(os.name == "nt", reason="there is no such device")
def test_a_device_is_written_to_and_not_replaced() -> None:
    output.save("gone", os.devnull)

    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_folder_is_no_place_for_a_report(tmp_path: Path) -> None:
    with pytest.raises(DealfactsError, match="cannot write the report: Is a directory"):
        output.save("new", str(tmp_path))


class Screen(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def test_a_screen_that_lacks_a_character_shows_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Screen(raw, encoding="ascii"))

    output.emit("€1\n")

    assert raw.getvalue() == b"\\u20ac1\n"


def test_a_pipe_gets_utf_8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="latin-1"))

    output.emit("€1\n")

    assert raw.getvalue() == "€1\n".encode()


def test_without_stdout_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)

    output.emit("nobody reads this")

    assert sys.stdout is None


class Full(io.BytesIO):
    """A pipe whose reader has gone, or a disk that is full."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, _: object) -> int:
        raise self.error


@pytest.mark.parametrize("error", [BrokenPipeError(), OSError(28, "No space left on device")])
def test_stdout_that_fails_is_let_go(monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    let_go: list[bool] = []
    monkeypatch.setattr(output, "discard_stdout", lambda: let_go.append(True))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(Full(error), encoding="utf-8"))

    if isinstance(error, BrokenPipeError):
        output.emit("text")
    else:
        with pytest.raises(DealfactsError, match="cannot write to the standard output: No space"):
            output.emit("text")

    assert let_go == [True]


def test_a_summary_is_added_to_what_others_wrote(tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    file.write_text("before\n", encoding="utf-8")

    output.append("“after”\n", str(file))

    assert file.read_text(encoding="utf-8") == "before\n“after”\n"


def test_a_summary_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DealfactsError, match="cannot write the summary: Is a directory"):
        output.append("x", str(tmp_path))
