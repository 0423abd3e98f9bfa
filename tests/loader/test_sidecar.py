"""`sources.toml`: what it gives, and what is said when it is wrong."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dealfacts.loader.discover import discover
from dealfacts.loader.sidecar import read_sidecar

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    news = tmp_path / "news"
    (news / "sub").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "sub/c.txt"):
        (news / name).write_text("Acme buys Widget.")
    return news


def said(folder: Path, content: str) -> list[tuple[int, str]]:
    (folder / "sources.toml").write_text(content, encoding="utf-8")
    return [(one.line, one.message) for one in read_sidecar(str(folder)).problems]


def test_every_key(folder: Path) -> None:
    content = (
        '["a.txt"]\ndate = 2024-05-03\noutlet = "Times"\nlabel = "T"\nurl = "u"\ntitle = "A"\n'
        '["b.txt"]\npublished = "May 4, 2024"\n["sub/c.txt"]\ndate = 2024-05-05T10:00:00\n'
    )
    assert said(folder, content) == []
    entries = read_sidecar(str(folder)).entries
    first = entries[str(folder / "a.txt")]
    assert (first.published, first.outlet, first.label) == (date(2024, 5, 3), "Times", "T")
    assert (first.url, first.title) == ("u", "A")
    assert entries[str(folder / "b.txt")].published == date(2024, 5, 4)
    assert entries[str(folder / "sub/c.txt")].published == date(2024, 5, 5)


def test_an_unreadable_date(folder: Path) -> None:
    assert said(folder, '# published\n["a.txt"]\nlabel = "T"\npublished = "last Tuesday"\n') == [
        (4, "'published' is not a date: \"last Tuesday\". Write it as YYYY-MM-DD")
    ]
    assert said(folder, '["a.txt"]\ndate = 20240503\n') == [
        (2, "'date' is not a date: \"20240503\". Write it as YYYY-MM-DD")
    ]


def test_an_unknown_key(folder: Path) -> None:
    ((line, message),) = said(folder, '["a.txt"]\noutlett = "Times"\n')
    assert line == 2
    assert message.startswith("Unknown key 'outlett' (did you mean 'outlet'?). Keys are date, ")
    ((line, message),) = said(folder, '["a.txt"]\nzzz = "Times"\n')
    assert message.startswith("Unknown key 'zzz'. Keys are")


def test_a_value_that_is_no_text(folder: Path) -> None:
    assert said(folder, '["a.txt"]\nlabel = 3\n') == [(2, "'label' must be text in quotes")]


def test_a_file_that_is_not_there(folder: Path) -> None:
    assert said(folder, '["a.txr"]\nlabel = "T"\n') == [
        (1, "No file 'a.txr' in this folder (did you mean 'a.txt'?)")
    ]


def test_a_key_outside_of_a_table(folder: Path) -> None:
    assert said(folder, 'label = "T"\n') == [
        (1, "'label' is not a table. Write [\"label\"] and its keys below it")
    ]


def test_what_is_no_toml(folder: Path) -> None:
    ((line, message),) = said(folder, '["a.txt"]\nlabel = T\n')
    assert line == 2
    assert message.startswith("Not TOML: ")
    ((line, message),) = said(folder, '["a.txt"\n')
    assert message.startswith("Not TOML: ")
    (folder / "sources.toml").write_bytes(b"\xff\xff")
    assert read_sidecar(str(folder)).problems[0].message.startswith("Cannot be read: ")


def test_problems_show_the_path_that_was_given(folder: Path) -> None:
    said(folder, '["a.txt"]\nzzz = 1\n')
    assert [one.path for one in discover(["news"]).problems] == ["news/sources.toml"]
    assert discover(["news/a.txt"]).problems == ()


def test_problems_outside_of_the_working_folder_show_the_full_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(folder, '["a.txt"]\nzzz = 1\n')
    monkeypatch.chdir(folder / "sub")
    assert [one.path for one in discover([str(folder)]).problems] == [str(folder / "sources.toml")]


def test_a_file_given_alone_has_its_entry_too(folder: Path) -> None:
    said(folder, '["a.txt"]\nlabel = "T"\n["sub/c.txt"]\nlabel = "C"\n')
    assert [one.metadata.label for one in discover(["news/a.txt"]).sources] == ["T"]
    assert [one.metadata.label for one in discover(["news"]).sources] == ["T", None, "C"]
