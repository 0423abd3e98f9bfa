"""Paths in, articles, claims and problems out.

Whatever is wrong with one file is a `Problem` and the next file is read. Refuses files that are
no text, and a path that does not exist (DealfactsError).
"""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from dealfacts.loader import json_articles, pages, tables
from dealfacts.loader.articles import from_record, from_text, problem
from dealfacts.loader.claims_file import is_claims, read_claims
from dealfacts.loader.decoding import decode
from dealfacts.loader.discover import (
    ARTICLES,
    DOCUMENTS,
    LINES,
    PAGES,
    STDIN,
    TABLES,
    Source,
    discover,
)
from dealfacts.loader.fields import DOUBT, Fault
from dealfacts.loader.records import is_foreign
from dealfacts.loader.streams import LARGEST, MEBI, Opened, lines, opened, suffix
from dealfacts.model.claims import Claim
from dealfacts.model.report import Problem
from dealfacts.model.text import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dealfacts.loader.records import Record

# A list of articles in one JSON document is held whole; one a line has no limit.
LARGEST_DOCUMENT = 64 * MEBI
UNREADABLE = MappingProxyType(
    {".pdf": "a PDF file", ".doc": "a Word file", ".docx": "a Word file", ".rtf": "an RTF file"}
)
Item = Article | Claim | Problem


class Shape(Enum):
    """How a file holds what it holds."""

    TEXT = auto()
    CLAIMS = auto()
    LINES = auto()
    DOCUMENT = auto()
    TABLE = auto()
    PAGE = auto()


SHAPES = MappingProxyType(
    dict.fromkeys(ARTICLES, Shape.TEXT)
    | dict.fromkeys(LINES, Shape.LINES)
    | dict.fromkeys(DOCUMENTS, Shape.DOCUMENT)
    | dict.fromkeys(TABLES, Shape.TABLE)
    | dict.fromkeys(PAGES, Shape.PAGE)
)


class Loaded(NamedTuple):
    """Everything that a list of paths held, in the order of the paths."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


def load(paths: Sequence[str], *, stdin: BinaryIO | None = None) -> Loaded:
    """Read files, folders and "-" (`stdin`, else the standard input of the process).

    Raises DealfactsError for a path that does not exist.
    """
    articles: list[Article] = []
    claims: list[Claim] = []
    problems: list[Problem] = []
    for item in read(paths, stdin=stdin):
        match item:
            case Article():
                articles.append(item)
            case Claim():
                claims.append(item)
            case Problem():
                problems.append(item)
    return Loaded(tuple(articles), tuple(claims), tuple(problems))


def read(paths: Sequence[str], *, stdin: BinaryIO | None = None) -> Iterator[Item]:
    """The same one by one, so that a caller can hold one article at a time."""
    found = discover(paths)
    yield from found.problems
    for source in found.sources:
        yield from read_source(source, stdin=stdin)


def read_source(source: Source, *, stdin: BinaryIO | None = None) -> Iterator[Item]:
    """What one file holds: articles, or claims, and the problems with them."""
    kind = UNREADABLE.get(suffix(source))
    if kind is not None:
        yield problem(source, f"This is {kind}. Save the article as plain text (.txt)")
        return
    try:
        with opened(source, stdin) as file:
            yield from _held(source, file)
    except OSError as error:
        yield problem(source, f"Cannot be read: {error.strerror or error}")


def may_hold_claims(source: Source) -> bool:
    """Whether a file opens with a claim, or cannot be looked at before it is read."""
    if suffix(source) in ARTICLES | UNREADABLE.keys():
        return False
    if source.path == STDIN or not Path(source.path).is_file():  # what a pipe gives is gone then
        return True
    try:
        with opened(source, None) as file:
            return is_claims(file.opening)
    except OSError:
        return False


def _held(source: Source, file: Opened) -> Iterator[Item]:
    match _shape(source, file.opening):
        case Shape.CLAIMS:
            yield from read_claims(lines(file), source.path)
        case Shape.LINES:
            yield from _articles(source, json_articles.from_lines(lines(file)))
        case Shape.DOCUMENT:
            yield from _document(source, file)
        case Shape.TABLE:
            yield from _articles(source, tables.from_table(lines(file)))
        case Shape.PAGE:
            yield from _page(source, file)
        case Shape.TEXT:
            yield from _text(source, file)


def _shape(source: Source, opening: bytes) -> Shape:
    """By the schema of its first line, else by its name, else by its first words."""
    if is_claims(opening):
        return Shape.CLAIMS
    shape = SHAPES.get(suffix(source))
    if shape is not None:
        return shape
    if opening[:15].lower().startswith((b"<!doctype html", b"<html")):
        return Shape.PAGE
    if opening.startswith(b"{"):
        return Shape.LINES if json_articles.is_object(opening) else Shape.DOCUMENT
    return (
        Shape.DOCUMENT
        if opening.startswith(b"[") and opening[1:].lstrip()[:1] in b"{"
        else Shape.TEXT
    )


def _text(source: Source, file: Opened) -> Iterator[Item]:
    raw = file.whole(LARGEST)
    if raw is None:
        yield problem(source, f"Larger than {LARGEST // MEBI} MiB. Split it into articles")
        return
    decoded = decode(raw)
    if decoded.message is not None:
        rule = "LOAD001" if decoded.text is None else DOUBT
        yield problem(source, decoded.message, decoded.line, rule)
    if decoded.text is not None:
        yield from from_text(source, decoded.text)


def _document(source: Source, file: Opened) -> Iterator[Item]:
    raw = file.whole(LARGEST_DOCUMENT)
    if raw is None:
        most = LARGEST_DOCUMENT // MEBI
        yield problem(source, f"Larger than {most} MiB. Save one article a line, as .jsonl")
        return
    decoded = decode(raw)
    faults = [] if decoded.message is None else [Fault(decoded.line, decoded.message)]
    found = json_articles.from_document(decoded.text) if decoded.text else ()
    yield from _articles(source, (*faults, *found))


def _page(source: Source, file: Opened) -> Iterator[Item]:
    raw = file.whole(LARGEST)
    if raw is None:
        yield problem(source, f"Larger than {LARGEST // MEBI} MiB. Save its text as .txt")
        return
    yield from _articles(source, pages.from_page(raw))


def _articles(source: Source, found: Iterable[Record | Fault]) -> Iterator[Item]:
    """The articles of a file. One that only lies in a folder and holds others is passed over."""
    is_sure = source.given
    for item in found:
        if not is_sure and is_foreign(item):
            return
        is_sure = True
        if isinstance(item, Fault):
            yield problem(source, item.message, item.line)
        else:
            yield from from_record(source, item)
