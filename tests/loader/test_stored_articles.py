"""Articles as other programs keep them: JSON, JSON lines, tables and web pages."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor.extract import extract
from dealfacts.loader.files import Loaded, load
from dealfacts.loader.streams import LONGEST_LINE

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Acme said on Monday that it would buy Widget for $3 billion. It pays in cash.\n"
FIRST = {
    "title": "Acme to buy Widget for nearly $4 billion",
    "text": TEXT,
    "date": "2026-05-04T08:00:00Z",
    "outlet": "Example Times",
    "url": "https://example.org/1",
}
SECOND = {"headline": "Widget is sold", "body": TEXT, "published": "May 5, 2026", "id": "w-2"}
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Acme buys Widget</title>
<meta property="og:site_name" content="Example Times">
<meta property="article:published_time" content="2026-05-04T08:00:00Z">
<link rel="canonical" href="https://example.org/1"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Acme buys Widget</h1><p>{TEXT}</p>
<p>Widget, the maker of robots, is valued at &euro;2&nbsp;billion without its debt, &lt;b&gt;people
close to the deal&lt;/b&gt; said. The board of Acme approved the purchase on Sunday, and the
shareholders of both companies are to vote on it in the third quarter of the year.</p></article>
<footer>Copyright 2019 Example Times</footer><script>alert("$9 billion")</script></body></html>"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(loaded: Loaded) -> list[tuple[str, int, str]]:
    return [(one.path, one.line, one.message) for one in loaded.problems]


def quotes(loaded: Loaded) -> list[str]:
    """The words of every claim, each in its place in the text."""
    found = []
    for article in loaded.articles:
        for claim in extract(article):
            where = claim.evidence
            assert article.text[where.start : where.end] == where.quote
            found.append(where.quote)
    return found


def test_one_article_a_line(here: Path) -> None:
    lines = [json.dumps(FIRST), "", json.dumps(SECOND), "{", "[1]", '{"title": "No text"}']
    (here / "feed.jsonl").write_text("\n".join(lines))
    loaded = load(["feed.jsonl"])
    first, second = loaded.articles
    assert (first.id, first.path) == ("feed.jsonl#1", "feed.jsonl#1")
    assert (first.title, first.outlet, first.url) == (FIRST["title"], "Example Times", FIRST["url"])
    assert first.published == date(2026, 5, 4)
    assert (second.id, second.title, second.published) == (
        "feed.jsonl#w-2",
        "Widget is sold",
        date(2026, 5, 5),
    )
    assert [(line, message[:9]) for _, line, message in said(loaded)] == [
        (4, "Not JSON:"),
        (5, "Not an ar"),
        (6, "No text: "),
    ]
    assert said(loaded)[2][2].endswith("found 'title'")


def test_the_headline_is_read_above_the_text_once(here: Path) -> None:
    twice = {**FIRST, "text": f"ACME to buy  Widget for nearly $4 billion\n\n{TEXT}"}
    (here / "feed.json").write_text(json.dumps([FIRST, twice]))
    loaded = load(["feed.json"])
    assert loaded.articles[0].text == f"{FIRST['title']}\n\n{TEXT}"
    assert loaded.articles[1].text == twice["text"]
    assert {"$4 billion", "$3 billion"} <= set(quotes(loaded))
    assert loaded.articles[0].sentences[0].part == "title"


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (FIRST, ["feed.json#1"]),
        (SECOND, ["feed.json#w-2"]),
        ([FIRST, SECOND], ["feed.json#1", "feed.json#w-2"]),
        ({"status": "ok", "total": 2, "articles": [FIRST, FIRST]}, ["feed.json#1", "feed.json#2"]),
        ({**FIRST, "text": ["One buys Two.", "It pays $3 billion."]}, ["feed.json#1"]),
        ({**FIRST, "id": 7, "outlet": None, "source": {"name": "Wire"}}, ["feed.json#7"]),
        ({**FIRST, "id": "a\x1b[31mb"}, ["feed.json#1"]),
    ],
)
def test_a_json_document(here: Path, content: object, ids: list[str]) -> None:
    (here / "feed.json").write_text(json.dumps(content))
    for loaded in (load(["feed.json"]), load(["."])):
        assert [one.id for one in loaded.articles] == ids
        assert said(loaded) == []


def test_the_name_of_a_source_object_is_the_outlet(here: Path) -> None:
    (here / "a.json").write_text(json.dumps({"text": TEXT, "source": {"id": None, "name": "Wire"}}))
    assert load(["a.json"]).articles[0].outlet == "Wire"


@pytest.mark.parametrize(
    "content",
    [
        "{}",
        "[]",
        '{"name": "package", "scripts": {}}',
        '[{"text": "$3 billion", "attribute": "deal_amount"}]',
        '{"claims": [{"quote": "$3 billion"}], "facts": [{"attribute": "stake"}]}',
        '{"schema": "dealfacts.report/1", "claims": []}',
        '"words"',
    ],
)
@pytest.mark.parametrize("name", ["data.json", "data.jsonl"])
def test_a_folder_may_hold_other_json(here: Path, name: str, content: str) -> None:
    (here / "a.txt").write_text(TEXT)
    (here / name).write_text(content)
    loaded = load(["."])
    assert [one.id for one in loaded.articles] == ["a.txt"]
    assert said(loaded) == []


def test_a_report_is_no_article(here: Path) -> None:
    (here / "report.json").write_text('{"schema": "dealfacts.report/1", "claims": []}')
    ((_, _, message),) = said(load(["report.json"]))
    assert message == "This is a report of dealfacts; `diff` and `explain --report` read it"


def test_json_that_is_none_is_named_even_in_a_folder(here: Path) -> None:
    (here / "a.json").write_text('{"title": "A",\n "text": "Acme')
    (here / "b.json").write_text("[" * 100_000)
    (here / "c.jsonl").write_text('{"text": ' + "9" * 5000 + "}")
    assert [(path, line, message[:9]) for path, line, message in said(load(["."]))] == [
        ("a.json", 2, "Not JSON:"),
        ("b.json", 1, "Not JSON:"),
        ("c.jsonl", 1, "Not JSON:"),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table(here: Path, delimiter: str) -> None:
    rows = [
        ["ID", "Headline", "Published At", "Publisher", "Article_Text"],
        [
            "",
            "Acme buys; Widget",
            "2026-05-04",
            "Example Times",
            f'"{TEXT}\nTwo ""lines"", it says"',
        ],
        ["w-2", "Widget is sold", "someday", "Wire", f'"{TEXT.strip()}"'],
        ["", "", "", "", ""],
        ["", "Empty", "", "", " "],
    ]
    rows[1][1] = f'"{rows[1][1]}"'
    content = "".join(delimiter.join(row) + "\r\n" for row in rows)
    (here / "table.csv").write_bytes(content.encode("utf-8-sig"))
    loaded = load(["."])
    first, second = loaded.articles
    assert (first.id, second.id) == ("table.csv#2", "table.csv#w-2")
    assert (first.title, first.outlet) == ("Acme buys; Widget", "Example Times")
    assert first.published == date(2026, 5, 4)
    assert first.text.endswith('\nTwo "lines", it says')
    assert said(loaded) == [
        ("table.csv", 5, "'Published At' is not a date: \"someday\". Write it as YYYY-MM-DD"),
        ("table.csv", 7, "No text in column 'Article_Text'"),
    ]
    assert quotes(loaded)


def test_a_table_without_a_text_names_its_columns(here: Path) -> None:
    (here / "table.csv").write_text("name,price\nAcme,3\n")
    assert load(["."]).problems == ()
    assert said(load(["table.csv"])) == [
        (
            "table.csv",
            1,
            "No text: its field is called text, body, content or the like; found 'name', 'price'",
        )
    ]


def test_a_table_in_another_encoding_says_so_once(here: Path) -> None:
    rows = "title;text\nCafé;Acme buys a café for €3 billion.\nCafé;It pays £2 billion.\n"
    (here / "table.csv").write_bytes(rows.encode("cp1252"))
    loaded = load(["table.csv"])
    assert [one.title for one in loaded.articles] == ["Café", "Café"]
    assert len(loaded.problems) == 1
    assert "read as Windows-1252" in loaded.problems[0].message
    (here / "wide.csv").write_bytes(rows.encode("utf-16"))
    assert [one.title for one in load(["wide.csv"]).articles] == ["Café", "Café"]


def test_an_open_quotation_mark_costs_no_row_behind_its_field(here: Path) -> None:
    (here / "t.csv").write_text('title,text\nA,"Acme buys Widget.\nB,It pays $3 billion.\n')
    loaded = load(["t.csv"])
    assert "It pays $3 billion." in loaded.articles[0].text


def test_a_line_that_no_article_fills_is_left_out(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dealfacts.loader.streams.LONGEST_LINE", 2000)
    long = json.dumps({**FIRST, "text": "word " * 1000})
    (here / "feed.jsonl").write_text(f"{json.dumps(FIRST)}\n{long}\n{json.dumps(SECOND)}\n")
    loaded = load(["feed.jsonl"])
    assert [one.id for one in loaded.articles] == ["feed.jsonl#1", "feed.jsonl#w-2"]
    assert [line for _, line, _ in said(loaded)] == [2]
    assert LONGEST_LINE == 16 * 1024 * 1024


@pytest.mark.parametrize(
    "content",
    [json.dumps(FIRST), f"[{json.dumps(FIRST)}]", "{\n" + json.dumps(FIRST)[1:]],
)
def test_json_on_standard_input(content: str) -> None:
    loaded = load(["-"], stdin=io.BytesIO(f"{content}\n".encode()))
    assert [one.id for one in loaded.articles] == ["-#1"]


def test_words_in_brackets_on_standard_input_are_words() -> None:
    loaded = load(["-"], stdin=io.BytesIO(b"[Wire] Acme buys Widget for $3 billion."))
    assert [one.id for one in loaded.articles] == ["-"]


def test_the_sidecar_speaks_for_every_article_of_a_file(here: Path) -> None:
    (here / "feed.jsonl").write_text(json.dumps(FIRST) + "\n" + json.dumps(SECOND))
    (here / "sources.toml").write_text('["feed.jsonl"]\noutlet = "Wire"\ncurrency = "CAD"\n')
    loaded = load(["."])
    assert [(one.outlet, one.currency) for one in loaded.articles] == [("Wire", "CAD")] * 2


def test_a_page(here: Path) -> None:
    pytest.importorskip("trafilatura", reason="pages need the extra `html`")
    (here / "page.html").write_text(PAGE)
    loaded = load(["page.html"])
    (article,) = loaded.articles
    assert said(loaded) == []
    assert (article.id, article.path) == ("page.html", "page.html")
    assert (article.title, article.outlet) == ("Acme buys Widget", "Example Times")
    assert (article.published, article.url) == (date(2026, 5, 4), "https://example.org/1")
    assert article.text.count("Acme buys Widget") == 1
    assert "alert" not in article.text
    assert "Home" not in article.text
    assert "<b>people" in article.text
    assert "$3 billion" in quotes(loaded)
    piped = load(["-"], stdin=io.BytesIO(PAGE.encode())).articles
    assert [one.text for one in piped] == [article.text]


def test_a_page_without_an_article(here: Path) -> None:
    pytest.importorskip("trafilatura", reason="pages need the extra `html`")
    (here / "page.html").write_text("<html><body></body></html>")
    (here / "deep.html").write_text("<div>" * 50_000 + "Acme" + "</div>" * 50_000)
    message = "No article found in this page. Save its text as .txt"
    assert said(load(["."])) == [("deep.html", 1, message), ("page.html", 1, message)]


def test_pages_without_the_extra_name_what_to_install(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    (here / "a.txt").write_text(TEXT)
    (here / "page.html").write_text(PAGE)
    loaded = load(["."])
    assert [one.id for one in loaded.articles] == ["a.txt"]
    assert said(loaded) == [
        ("page.html", 1, "HTML pages need an extra: pip install 'dealfacts[html]'")
    ]


def test_an_unseen_character_inside_a_figure_is_told_with_its_line(here: Path) -> None:
    (here / "a.txt").write_text("Acme buys Widget.\n\nIt pays $1\u200b4 bil\u00adlion \u200bnow.\n")
    (here / "b.jsonl").write_text(
        "\n" + json.dumps({**FIRST, "text": "It pays $1\u200b4 billion."})
    )
    (here / "c.txt").write_text("\ufeffAcme\u200b buys \u202aWidget\u202c for a café.\n")
    loaded = load(["."])
    rest = "It is read without: take them out"
    assert said(loaded) == [
        (
            "a.txt",
            3,
            "An unseen character (U+200B) stands inside a word or figure, and 1 more. " + rest,
        ),
        ("b.jsonl#2", 2, f"An unseen character (U+200B) stands inside a word or figure. {rest}"),
    ]
    assert {each.rule for each in loaded.problems} == {"LOAD005"}
