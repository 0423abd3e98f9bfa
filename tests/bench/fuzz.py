"""Throws made-up input at everything that reads: files, readers, claims, metadata, phrases.

    python tests/bench/fuzz.py [--inputs N] [--only TARGET] [--first SEED]

Every input must end in a value: an article, a claim or a problem, never an exception, and every
claim's words must stand where it says. Hypothesis makes the inputs, in rounds of a seed each, so
that a failure is shown at its smallest and found again with `--first SEED --inputs 1`. The test
run takes a few hundred inputs of each target; this script takes as many as wanted, and prints the
number of inputs, the slowest one and the growth of memory.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from dealfacts import pipeline, reports
from dealfacts.cli import config_file
from dealfacts.cli.configuration import Configuration
from dealfacts.errors import DealfactsError
from dealfacts.extractor.extract import extract
from dealfacts.extractor.phrase import read_phrase
from dealfacts.loader.files import load
from dealfacts.loader.front_matter import read_front_matter
from dealfacts.loader.report_file import read_report
from dealfacts.model.changes import Diff
from dealfacts.reconciler.compare import compare
from dealfacts.reconciler.relation import Side
from dealfacts.reconciler.retrace import retrace
from dealfacts.reconciler.versions import changes
from dealfacts.records.baseline import Reason, entries, read, stale
from dealfacts.reports import _changes
from dealfacts.reports._document import document
from dealfacts.reports._index import index
from dealfacts.reports._trace import trace_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.model.report import Report

ROUND = 500
KIBI = 1024

PIECES = (
    *("$14.3 billion", "nearly $15bn", "€2 (US$2.2) million", "49%", "51 per cent", "a majority"),
    *("June 12, 2025", "last Thursday", "Q3 2025", "fiscal 2024", "12/06/2025", "between", "and"),
    *(
        "Acme Corp.",
        "Acme",
        "Widget Inc",
        "Jane Roe",
        "Mr. Roe",
        "chief executive of",
        "its founder",
    ),
    *("will buy", "acquired", "agreed to sell", "for", "a stake in", "valued at", "raised", "said"),
    *("revenue of", "a loss of", "per share", "a premium of", "employees", "founded in 1999"),
    *("two-thirds", "half", "1,234,567.89", "0.8378", "3.5 times", "tens of billions", "trillion"),
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        " ",
        ". ",
        ", ",
        "; ",
        ": ",
        " - ",
        "—",
        "…",
        "“",
        "”",
        "'",
        '"',
        "(",
    ),
    *(
        "---\n",
        "title: A\n",
        "date: 2026-05-04\n",
        "currency: CAD\n",
        "# ",
        "- ",
        "| a | b |",
        "<p>",
    ),
    *(
        "\u202e",
        "\u200b",
        "\ufeff",
        "\x00",
        "\x1b[31m",
        "\ud800",
        "\u0421",
        "e\u0301",
        "ﬁ",
        "１２",
        "٣",
    ),
    *("a" * 60, "1" * 60, "$" * 20, "(" * 40, "," * 40, "A. " * 30, "1." * 30, "Q" * 3),
)
TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map(" ".join)
WHOLE = tuple(piece for piece in PIECES if piece != "\ud800")
WORDS = st.lists(st.sampled_from(WHOLE), max_size=60).map(" ".join)
BYTES = st.one_of(
    st.binary(max_size=400),
    TEXT.map(lambda text: text.encode("utf-8", "surrogatepass")),
    WORDS.map(lambda text: text.encode("utf-8", "replace")),
    WORDS.map(lambda text: text.encode("utf-16", "replace")),
    WORDS.map(lambda text: text.encode("cp1252", "replace")),
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXT),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from(("text", "title", "date", "id", "body", "a")), inner),
    ),
    max_leaves=8,
)
SUMS = ("0", "1", "49", "51", "14300000000", "14.3", "15000000000", "12.50", "-3", "1.49e10")
NUMBERS = st.one_of(
    st.sampled_from(SUMS),
    st.integers(-10, 10**14).map(str),
    st.decimals().map(str),
    st.sampled_from(("1e999999", "-0", "1E-400", "NaN", "Infinity", "", "12.50", " 3 ", "9" * 400)),
)


def _ordered(value: dict[str, str]) -> dict[str, str]:
    """A figure of which the lower end is the lower one, where both are numbers."""
    if value["high"] in SUMS or value["low"] not in SUMS:
        value["high"] = value["low"]
    return value


VALUES = st.one_of(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(("money", "percent", "count", "multiple")),
            "low": NUMBERS,
            "high": NUMBERS,
            "granule": st.sampled_from(("0", "1", "0.1", "1000000", "-1", "1e-50")),
            "currency": st.sampled_from(("USD", "EUR", "", "$")),
        }
    ).map(_ordered),
    st.fixed_dictionaries(
        {
            "type": st.just("date"),
            "text": WORDS,
            "earliest": st.one_of(st.none(), st.dates().map(str)),
            "latest": st.one_of(st.none(), st.dates().map(str)),
        }
    ),
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(("person", "organisation", "seat")),
            "name": st.one_of(st.none(), WORDS, st.sampled_from(("Jane Roe", "Jayne Roe", "Acme"))),
            "role": st.sampled_from((None, "chief executive", "founder")),
            "organisation": st.sampled_from((None, "Acme", "Widget")),
        }
    ),
    st.fixed_dictionaries(
        {"type": st.sampled_from(("term", "text", "quote", "undisclosed", "x")), "text": WORDS}
    ).map(lambda value: {**value, "term": value["text"]}),
)
# One offset in twenty makes no sense, so that most claims get as far as the reconciler.
OFFSETS = st.integers(0, 59).map(lambda n: n if n < 57 else (-3, 2**70, 0)[n - 57])
SPANS = st.tuples(OFFSETS, OFFSETS).map(sorted)
CLAIM = st.fixed_dictionaries(
    {
        "schema": st.just("dealfacts.claim/1"),
        "id": st.sampled_from(("c-1", "c-2", "c-3", "")) | WORDS,
        "source": st.sampled_from(("a.txt", "b.txt", "../../etc/passwd", "/dev/null", "")) | WORDS,
        "deal": st.sampled_from((None, "d-1")),
        "kind": st.just("amount"),
        "attribute": st.sampled_from(
            (
                *("deal_amount", "stake", "valuation", "person_role", "founded", "deal_status"),
                *("acquirer", "target", "quote", "board_seat", "revenue", "closing_date", "zzz"),
            )
        ),
        "subject": st.sampled_from(("Acme / Widget", "Acme", "Jane Roe", "")) | WORDS,
        "period": st.sampled_from((None, "2025", "fiscal 2024", "Q3 2025")) | WORDS,
        "basis": st.sampled_from(("unspecified", "equity", "including_debt")),
        "modality": st.sampled_from(("actual", "expected", "denied", "rumoured")),
        "hedge": st.sampled_from(("none", "about", "below", "above", "range", "vague", "at_most")),
        "value": VALUES,
        "parties": st.sampled_from(((None, None), ("Acme", "Widget"), ("", "x"))),
        "confidence": st.floats(),
        "evidence": st.fixed_dictionaries(
            {
                "span": SPANS,
                "line": OFFSETS,
                "column": st.just(1),
                "quote": WORDS,
                "sentence": st.fixed_dictionaries({"start": OFFSETS, "end": OFFSETS}),
            }
        ).map(lambda where: {**where, "start": where["span"][0], "end": where["span"][1]}),
    }
)


class Desk(NamedTuple):
    """A folder for the files of one input after the other."""

    folder: Path

    def loaded(self, name: str, raw: bytes) -> list[str]:
        """The quotes of everything that a file of these bytes claims, each in its place."""
        file = self.folder / name
        file.write_bytes(raw)
        found = []
        for article in load([str(file)]).articles:
            for sentence in article.sentences:
                assert 0 <= sentence.start < sentence.end <= len(article.text)
            for claim in extract(article):
                where = claim.evidence
                assert article.text[where.start : where.end] == where.quote
                found.append(where.quote)
        return found


def rendered(run: pipeline.Run) -> None:
    """Every format takes the report and gives what UTF-8 can hold."""
    for name in reports.names():
        options = reports.RenderOptions(texts=run.texts)
        reports.load(name).render(run.report, options).encode("utf-8", "backslashreplace")


def articles(desk: Desk, raw: bytes) -> None:
    """Any bytes as a text file."""
    desk.loaded("a.txt", raw)


def words(desk: Desk, text: str) -> None:
    """Words of the trade in any order, read, compared with themselves and shown."""
    (desk.folder / "a.txt").write_bytes(text.encode("utf-8", "replace"))
    try:
        rendered(pipeline.run([str(desk.folder / "a.txt")]))
    except DealfactsError as error:
        assert "nothing to read" in str(error)  # noqa: PT017  which error it is


def stored(desk: Desk, content: object) -> None:
    """Any JSON as a document, a line and a table row."""
    raw = json.dumps(content).encode()
    desk.loaded("a.json", raw)
    desk.loaded("a.jsonl", raw + b"\n" + raw[: len(raw) // 2])
    desk.loaded("a.csv", b"title,text\n" + raw)


def tables(desk: Desk, raw: bytes) -> None:
    """Any bytes below a header, and as a header."""
    desk.loaded("a.csv", b"id;title;text\n" + raw)
    desk.loaded("a.csv", raw)


def pages(desk: Desk, raw: bytes) -> None:
    """Any bytes as a page, and as the text of one."""
    desk.loaded("a.html", raw)
    desk.loaded("a.html", b"<html><body><article><p>" + raw + b"</article>")


def claims(desk: Desk, lines: list[object]) -> None:
    """Lines that look like claims, reconciled and shown in every format."""
    file = desk.folder / "claims.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    try:
        rendered(pipeline.run([str(file)]))
    except DealfactsError as error:
        assert "nothing to read" in str(error)  # noqa: PT017  which error it is


def metadata(desk: Desk, text: str) -> None:
    """Any words as `sources.toml` and as front matter."""
    (desk.folder / "b.txt").write_text("Acme buys Widget.", encoding="utf-8")
    sidecar = desk.folder / "sources.toml"
    for content in (text, f'["b.txt"]\n{text}', f'["b.txt"]\ntitle = {json.dumps(text)}\n'):
        sidecar.write_bytes(content.encode("utf-8", "replace"))
        load([str(desk.folder / "b.txt")])
    sidecar.unlink()
    read_front_matter(f"---\n{text}\n---\n")


def phrases(_: Desk, pair: tuple[str, str]) -> None:
    """Two phrases, read and compared both ways: the same relation."""
    found = [(text, read_phrase(text)) for text in pair]
    sides = [Side(*value, text) for text, value in found if value is not None]
    for one in sides:
        for other in sides:
            assert compare(one, other).relation is compare(other, one).relation


def saved(desk: Desk, edits: list[tuple[int, int, object]]) -> None:
    """A report with pieces taken out or replaced: explained, and compared with the whole one."""
    text, whole = _report()
    content = json.loads(text)
    for where, how, new in edits:
        _edit(content, where, how, new)
    file = desk.folder / "report.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    try:
        report = read_report(str(file))
    except DealfactsError as error:
        assert "not a report" in str(error)  # noqa: PT017  which error it is
        return
    options = reports.RenderOptions()
    for finding in report.findings:
        trace_page(retrace(report, finding), report, options)
    for old, new_ in ((whole, report), (report, whole)):
        found = changes(old, new_)
        _changes.as_page(found, index(old, options), index(new_, options))
        json.loads(document(Diff.of(found, "old", "new")))


def accepted(desk: Desk, edits: list[tuple[int, int, object]]) -> None:
    """A baseline with pieces taken out or replaced: read whole, or refused with its line."""
    _, whole = _report()
    lines = [entry.model_dump_json(by_alias=True) for entry in entries(whole, Reason("n", "b"))]
    content: list[object] = [json.loads(line) for line in lines]
    for where, how, new in edits:
        _edit(content, where, how, new)
    file = desk.folder / "baseline.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in content), encoding="utf-8")
    try:
        known = read(file)
    except DealfactsError as error:
        assert "baseline.jsonl:" in str(error)  # noqa: PT017  which error it is
        return
    stale(known, whole)


def configured(desk: Desk, lines: list[str]) -> None:
    """Lines of settings in any order: read, or refused with the place."""
    file = desk.folder / "dealfacts.toml"
    file.write_bytes("\n".join(lines).encode("utf-8", "replace"))
    try:
        config_file.read(config_file.given(str(file)))
    except DealfactsError as error:
        assert "dealfacts.toml" in str(error)  # noqa: PT017  which error it is


@cache
def _report() -> tuple[str, Report]:
    """The report of the examples, as JSON and as a value."""
    data = Path(__file__).parents[2] / "examples" / "data"
    report = pipeline.run([str(data / "drop"), str(data / "two")]).report
    return report.model_dump_json(by_alias=True), report


def _edit(content: object, where: int, how: int, new: object) -> None:
    """Walks into `content` by the digits of `where`, and changes what is there."""
    at: object = content
    while True:
        keys = list(at) if isinstance(at, dict) else range(len(at)) if isinstance(at, list) else ()
        if not keys:
            return
        key = list(keys)[where % len(keys)]
        where //= len(keys)
        inner = at[key]  # type: ignore[index]
        if where and isinstance(inner, dict | list) and inner:
            at = inner
            continue
        match how % 3:
            case 0:
                at[key] = new  # type: ignore[index]
            case 1:
                del at[key]  # type: ignore[attr-defined]
            case _ if isinstance(at, list):
                at.append(inner)
        return


class Target(NamedTuple):
    """What one kind of input goes through."""

    take: Callable[..., None]
    inputs: st.SearchStrategy[object]


EDITS = st.lists(
    st.tuples(
        st.integers(0, 10**9),
        st.integers(0, 2),
        st.sampled_from((None, "", "x", -1, 0, 99, 2**70, [], {}, "1e999", "2026-05-04")),
    ),
    min_size=1,
    max_size=3,
)
KEYS = (*(name.replace("_", "-") for name in Configuration.model_fields), "x", "")
SETTINGS = st.one_of(
    st.tuples(
        st.sampled_from(KEYS),
        st.sampled_from(
            (
                *("1", "-1", "0.5", "true", '"error"', '"VAL001"', '["VAL", "NAM001"]', "[]", "{}"),
                *(
                    "2026-05-04",
                    '{VAL001 = "off"}',
                    "[" * 3000,
                    '"\\u0000"',
                    "1e999",
                    "nan",
                    "[[1]]",
                ),
            )
        ),
    ).map(" = ".join),
    st.sampled_from(KEYS).map("[{}]".format),
    TEXT,
)
TARGETS = {
    "articles": Target(articles, BYTES),
    "words": Target(words, WORDS),
    "stored": Target(stored, JSON),
    "tables": Target(tables, BYTES),
    "pages": Target(pages, BYTES),
    "claims": Target(claims, st.lists(CLAIM, max_size=6)),
    "metadata": Target(metadata, TEXT),
    "saved": Target(saved, EDITS),
    "accepted": Target(accepted, EDITS),
    "configured": Target(configured, st.lists(SETTINGS, max_size=6)),
    "phrases": Target(phrases, st.tuples(TEXT, TEXT)),
}


def run(target: Target, first: int, inputs: int) -> tuple[float, object]:
    """One round from a seed; the seconds of the slowest input, and that input."""
    slowest: tuple[float, object] = (0.0, None)
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))

        @seed(first)
        @settings(
            max_examples=inputs,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        )
        @given(target.inputs)
        def take(content: object) -> None:
            nonlocal slowest
            began = time.process_time()
            target.take(desk, content)
            slowest = max(slowest, (time.process_time() - began, content), key=lambda each: each[0])

        take()
    return slowest


def main() -> None:
    """Print one line a target: inputs, seconds, the slowest input, memory at its highest."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--inputs", type=int, default=10_000, help="of each target")
    parser.add_argument("--only", choices=TARGETS)
    parser.add_argument("--first", type=int, default=0, help="seed of the first round")
    given_ = parser.parse_args()
    for name, target in TARGETS.items():
        if given_.only not in {None, name}:
            continue
        began, done, slowest = time.perf_counter(), 0, (0.0, None)
        while done < given_.inputs:
            part = min(ROUND, given_.inputs - done)
            slowest = max(
                slowest, run(target, given_.first + done // ROUND, part), key=lambda each: each[0]
            )
            done += part
        seconds = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // KIBI
        print(
            f"{name:10} {done:8} inputs {seconds:8.0f} s, slowest {slowest[0]:.3f} s, {peak} MiB",
            flush=True,
        )
        if slowest[0] > 1:
            print(f"  slowest: {slowest[1]!r:.400}")


if __name__ == "__main__":
    main()
