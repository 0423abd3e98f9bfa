"""Paths in; articles, claims and problems out."""

from __future__ import annotations

import io
import json
import os
from datetime import date
from pathlib import Path

import pytest

from dealfacts.errors import DealfactsError
from dealfacts.extractor.extract import extract
from dealfacts.loader.files import load, read
from dealfacts.loader.streams import LARGEST
from dealfacts.model.claims import Claim
from dealfacts.model.report import Problem
from dealfacts.model.text import Article, Part
from dealfacts.model.values import Money

SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = "Acme to buy Widget for $3 billion\n\nAcme said so on Monday. It pays in cash.\n"
CLAIM = {
    "schema": "dealfacts.claim/1",
    "id": "c-1",
    "source": "a.txt",
    "kind": "amount",
    "attribute": "deal_amount",
    "subject": "Acme / Widget",
    "value": {"type": "money", "currency": "USD", "low": "3", "high": "3", "granule": "1"},
    "evidence": {
        "start": 0,
        "end": 2,
        "line": 1,
        "column": 1,
        "quote": "$3",
        "sentence": {"start": 0, "end": 2},
    },
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, content: str | bytes = TEXT) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def messages(problems: tuple[Problem, ...]) -> list[tuple[str, int, str]]:
    return [(one.path, one.line, one.message) for one in problems]


def test_the_seeds_are_read_whole() -> None:
    loaded = load([str(SEEDS)])
    assert [one.id[:3] for one in loaded.articles] == ["000", "001", "002", "003", "004"]
    assert loaded.problems == ()
    for one in loaded.articles:
        assert one.text.encode() == (SEEDS / one.id).read_bytes()


def test_a_folder_is_walked_in_order_without_hidden_files(here: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.TXT", ".hidden.txt", ".git/d.txt"):
        write(here / "news" / name)
    for name in ("gold.json", "build.py", "scan.pdf", "data.jsonl"):
        write(here / "news" / name, "{}")
    loaded = load(["news"])
    assert [one.id for one in loaded.articles] == ["a.md", "b.txt", "sub/c.TXT"]
    assert loaded.articles[2].path == str(Path("news/sub/c.TXT"))
    assert loaded.problems == ()


def test_ids_are_relative_to_what_the_paths_share(here: Path) -> None:
    write(here / "x" / "a.txt")
    write(here / "y" / "a.txt")
    assert [one.id for one in load(["x", "y"]).articles] == ["x/a.txt", "y/a.txt"]
    assert [one.id for one in load(["x/a.txt"]).articles] == ["a.txt"]
    assert [one.id for one in load(["y/a.txt", "x"]).articles] == ["y/a.txt", "x/a.txt"]


def test_a_file_given_twice_is_read_once(here: Path) -> None:
    write(here / "x" / "a.txt")
    assert [one.id for one in load(["x", "x/a.txt", "./x/../x"]).articles] == ["a.txt"]


def test_standard_input() -> None:
    loaded = load(["-", "-"], stdin=io.BytesIO(TEXT.encode()))
    assert [(one.id, one.path, one.text) for one in loaded.articles] == [("-", "-", TEXT)]


def test_standard_input_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert load(["-"]).articles[0].text == TEXT


def test_claims_from_files_and_standard_input(here: Path) -> None:
    lines = (
        f"{json.dumps(CLAIM)}\n\n{{\n"
        f"{json.dumps({**CLAIM, 'kind': 3})}\n{json.dumps({**CLAIM, 'id': 'c-2'})}\n"
    )
    write(here / "claims.jsonl", lines)
    for loaded in (load(["claims.jsonl"]), load(["."])):
        assert [one.id for one in loaded.claims] == ["c-1", "c-2"]
        assert [one.line for one in loaded.problems] == [3, 4]
        assert loaded.problems[1].message == "Not a claim: kind: Input should be a valid string"
    assert len(load(["-"], stdin=io.BytesIO(lines.encode("utf-8-sig"))).claims) == 2


def test_a_jsonl_file_without_claims(here: Path) -> None:
    write(here / "other.jsonl", '{"a": 1}\n')
    assert load(["other.jsonl"]).problems[0].message.startswith("No text: its field is called")
    assert load(["."]).problems == ()


def test_one_article_at_a_time(here: Path) -> None:
    write(here / "a.txt")
    write(here / "b.txt", b"\0\1\2\3" * 40)
    write(here / "c.jsonl", json.dumps(CLAIM))
    stream = read(["."])
    assert isinstance(next(stream), Article)
    assert isinstance(next(stream), Problem)
    assert isinstance(next(stream), Claim)
    assert next(stream, None) is None


def test_what_is_wrong_with_one_file_does_not_stop_the_rest(here: Path) -> None:
    write(here / "binary.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20)
    write(here / "empty.txt", " \n\u00a0\n")
    write(here / "huge.txt", b"a" * (LARGEST + 1))
    write(here / "latin.txt", "Acme buys a café for $3 billion.\n".encode("latin-1"))
    write(here / "page.pdf", "%PDF-1.4")
    write(here / "whole.txt")
    (here / "gone.txt").symlink_to("nowhere.txt")
    loaded = load([".", "page.pdf"])
    assert [one.id for one in loaded.articles] == ["latin.txt", "whole.txt"]
    assert messages(loaded.problems) == [
        ("binary.txt", 1, "Binary data, not text. Left out"),
        ("empty.txt", 1, "Empty: holds no words"),
        ("gone.txt", 1, "Cannot be read: No such file or directory"),
        ("huge.txt", 1, "Larger than 8 MiB. Split it into articles"),
        ("latin.txt", 1, "Not UTF-8 (byte 0xE9); read as Windows-1252. Save it as UTF-8"),
        ("page.pdf", 1, "This is a PDF file. Save the article as plain text (.txt)"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_and_a_folder_without_permission(here: Path) -> None:
    write(here / "closed" / "a.txt")
    write(here / "b.txt")
    (here / "b.txt").chmod(0)
    (here / "closed").chmod(0)
    problems = load(["."]).problems
    (here / "closed").chmod(0o755)
    assert [one.path for one in problems] == ["closed", "b.txt"]


def test_a_folder_that_cannot_be_listed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here / "a.txt")

    def refuse(top: str) -> None:
        raise PermissionError(13, "Permission denied", top)

    monkeypatch.setattr("os.scandir", refuse)
    assert messages(load(["."]).problems) == [(".", 1, "Cannot be opened: Permission denied")]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("newz", "newz: no such file or folder. Did you mean news?"),
        ("news/acme.tx", "news/acme.tx: no such file or folder. Did you mean news/acme.txt?"),
        ("other/place", "other/place: no such file or folder."),
    ],
)
def test_a_mistyped_path_is_an_error(here: Path, path: str, message: str) -> None:
    write(here / "news" / "acme.txt")
    with pytest.raises(DealfactsError) as caught:
        load(["news", path])
    assert str(caught.value) == message


def test_metadata_comes_from_sidecar_then_front_matter_then_page(here: Path) -> None:
    front = "---\ntitle: Front\noutlet: Front Times\ndate: 2024-05-02\n---\n"
    write(here / "a.txt", front + TEXT)
    write(here / "b.txt", TEXT.replace("\n\n", "\n\nUpdated May 1, 2024, 5:23 PM\n\n"))
    write(here / "c.txt", "---\ntitle: Short\ndate: last Tuesday\n---\n" + TEXT)
    write(here / "d.txt")
    write(here / "sources.toml", '["a.txt"]\ndate = 2024-05-03\nlabel = "A"\nurl = "u"\n')
    loaded = load(["."])
    first, second, third, fourth = loaded.articles
    assert (first.title, first.outlet, first.label) == ("Front", "Front Times", "A")
    assert (first.published, first.url) == (date(2024, 5, 3), "u")
    assert second.published == date(2024, 5, 1)
    assert second.title == "Acme to buy Widget for $3 billion"
    assert (third.label, third.published) == ("Short", None)
    assert (fourth.label, fourth.published) == (None, None)
    assert messages(loaded.problems) == [
        ("c.txt", 3, "'date' is not a date: \"last Tuesday\". Write it as YYYY-MM-DD")
    ]


def test_the_home_currency_of_an_outlet_is_that_of_its_bare_dollar(here: Path) -> None:
    write(here / "a.txt", "---\ncurrency: CAD\n---\n" + TEXT)
    write(here / "b.txt")
    write(here / "c.txt", TEXT.replace("$3", "US$3"))
    write(here / "d.txt", TEXT + "\nAll figures are in Canadian dollars.\n")
    write(here / "sources.toml", '["b.txt"]\ncurrency = "AUD"\n["c.txt"]\ncurrency = "AUD"\n')
    with (here / "sources.toml").open("a") as file:
        file.write('["d.txt"]\ncurrency = "SGD"\n')
    loaded = load(["."])
    assert loaded.problems == ()
    sums = [
        (claim.value.currency, claim.value.currency_from)
        for article in loaded.articles
        for claim in extract(article)
        if isinstance(claim.value, Money)
    ]
    assert sums == [
        ("CAD", "locale"),
        ("AUD", "locale"),
        ("USD", "text"),
        ("CAD", "document"),
    ]


def test_an_article_in_another_language_gives_no_sentence_to_read(here: Path) -> None:
    german = "Das Unternehmen hat mitgeteilt, dass es die Firma nicht übernehmen wird. " * 6
    write(here / "a.txt", german)
    loaded = load(["a.txt"])
    assert {one.part for one in loaded.articles[0].sentences} == {Part.BOILERPLATE}
    assert loaded.problems[0].rule == "LOAD004"
    assert loaded.problems[0].message == "Looks like German; only English is read"


def test_a_byte_order_mark_is_no_part_of_the_text(here: Path) -> None:
    write(here / "a.txt", TEXT.encode("utf-8-sig"))
    assert load(["a.txt"]).articles[0].text == TEXT
