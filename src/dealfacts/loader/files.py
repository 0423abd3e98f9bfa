"""Paths in, articles, claims and problems out.

Whatever is wrong with one file is a `Problem` and the next file is read. Refuses files that are
no text, and a path that does not exist (DealfactsError).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from dealfacts.loader.claims_file import is_claims, read_claims
from dealfacts.loader.decoding import decode
from dealfacts.loader.discover import CLAIMS, STDIN, Source, discover
from dealfacts.loader.front_matter import read_front_matter
from dealfacts.loader.language import foreign_language
from dealfacts.loader.metadata import publication_date
from dealfacts.loader.sentences import split
from dealfacts.model.claims import Claim
from dealfacts.model.report import Problem
from dealfacts.model.text import Article, Part, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.loader.fields import Metadata

# The longest news article has some 100 kilobytes; more is a dump that nobody meant to give.
LARGEST = 8 * 1024 * 1024
SHORTEST_LABEL_TITLE = 32
UNREADABLE = {
    ".pdf": "a PDF file",
    ".doc": "a Word file",
    ".docx": "a Word file",
    ".html": "an HTML page",
    ".htm": "an HTML page",
}

Item = Article | Claim | Problem


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
    """What one file holds: an article, or claims, and the problems with it."""
    suffix = Path(source.path).suffix.lower()
    if suffix in UNREADABLE:
        message = f"This is {UNREADABLE[suffix]}. Save the article as plain text (.txt)"
        yield _problem(source, message)
        return
    may_be_claims = suffix in CLAIMS or source.path == STDIN
    try:
        raw = _bytes(source, stdin, LARGEST if not may_be_claims else -1)
    except OSError as error:
        yield _problem(source, f"Cannot be read: {error.strerror or error}")
        return
    if is_claims(raw):
        yield from read_claims(raw, source.path)
    elif suffix in CLAIMS:
        if source.given:
            yield _problem(
                source, 'Holds no claims: the first line has no "schema": "dealfacts.claim/1"'
            )
    elif len(raw) > LARGEST:
        yield _problem(source, f"Larger than {LARGEST // 1024**2} MiB. Split it into articles")
    else:
        yield from _article(source, raw)


def _bytes(source: Source, stdin: BinaryIO | None, limit: int) -> bytes:
    size = limit + 1 if limit >= 0 else -1
    if source.path == STDIN:
        return (stdin or sys.stdin.buffer).read(size)
    with Path(source.path).open("rb") as file:
        return file.read(size)


def _article(source: Source, raw: bytes) -> Iterator[Item]:
    decoded = decode(raw)
    if decoded.message is not None:
        yield _problem(source, decoded.message, decoded.line)
    if decoded.text is None:
        return
    sentences = split(decoded.text)
    if not sentences:
        yield _problem(source, "Empty: holds no words")
        return
    metadata, faults = read_front_matter(decoded.text)
    for fault in faults:
        yield _problem(source, fault.message, fault.line)
    language = foreign_language(decoded.text)
    if language is not None:
        yield _problem(source, f"Looks like {language}; only English is read", rule="LOAD004")
        sentences = tuple(
            Sentence(start=one.start, end=one.end, part=Part.BOILERPLATE) for one in sentences
        )
    yield build(source, decoded.text, sentences, metadata)


def build(source: Source, text: str, sentences: tuple[Sentence, ...], front: Metadata) -> Article:
    """An article; the sidecar wins over the front matter, and that over the page."""
    side = source.metadata
    title = side.title or front.title
    outlet = side.outlet or front.outlet
    label = side.label or front.label
    if label is None and outlet is None and title and len(title) <= SHORTEST_LABEL_TITLE:
        label = title
    return Article(
        id=source.id,
        path=source.path,
        text=text,
        sentences=sentences,
        title=title or _title(text, sentences),
        label=label,
        outlet=outlet,
        url=side.url or front.url,
        published=side.published or front.published or publication_date(text, sentences),
        currency=side.currency or front.currency,
    )


def _title(text: str, sentences: Sequence[Sentence]) -> str | None:
    """The words of the title as they stand in the text."""
    parts = [one for one in sentences if one.part is Part.TITLE]
    return " ".join(text[parts[0].start : parts[-1].end].split()) if parts else None


def _problem(source: Source, message: str, line: int = 1, rule: str = "LOAD001") -> Problem:
    return Problem(path=source.path, line=line, message=message, rule=rule)
