"""A text and what is known of it become an Article, or the problem that it is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.loader.fields import DOUBT, metadata
from dealfacts.loader.front_matter import read_front_matter
from dealfacts.loader.language import foreign_language
from dealfacts.loader.metadata import publication_date
from dealfacts.loader.records import with_headline
from dealfacts.loader.sentences import split
from dealfacts.model.plain import plain
from dealfacts.model.report import Problem
from dealfacts.model.text import Article, Part, Place, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.loader.discover import Source
    from dealfacts.loader.fields import Metadata
    from dealfacts.loader.records import Record

SHORTEST_LABEL_TITLE = 32
# Soft hyphens, joiners, marks of direction: pages are full of them, and no reader sees one.
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")


def from_text(source: Source, text: str) -> Iterator[Article | Problem]:
    """The article of a text file, with its front matter."""
    told, faults = read_front_matter(text)
    for fault in faults:
        yield problem(source, fault.message, fault.line, DOUBT)
    yield from _article(source, text, told)


def from_record(source: Source, record: Record) -> Iterator[Article | Problem]:
    """The article of one record of a file; its name stands behind the file's: "feed.jsonl#3"."""
    told, faults = metadata(record.fields)
    for fault in faults:
        yield problem(source, fault.message, fault.line, DOUBT)
    text = with_headline(source.metadata.title or told.title, record.text)
    place = Place(file=source.path, line=record.line)
    if record.name:
        named = f"#{record.name}"
        source = source._replace(id=source.id + named, path=source.path + named)
    yield from _article(source, text, told, place)


def _article(
    source: Source, text: str, told: Metadata, place: Place | None = None
) -> Iterator[Article | Problem]:
    """The article; `place` is that of its record, None where the text is the file."""
    line = place.line if place else 1
    sentences = split(text)
    if not sentences:
        yield problem(source, "Empty: holds no words", line)
        return
    hidden = None if text.isascii() else _hidden(text)
    if hidden is not None:
        at, message = hidden
        yield problem(source, message, line if place else text.count("\n", 0, at) + 1, DOUBT)
    language = foreign_language(text)
    if language is not None:
        yield problem(source, f"Looks like {language}; only English is read", line, "LOAD004")
        sentences = tuple(
            Sentence(start=one.start, end=one.end, part=Part.BOILERPLATE) for one in sentences
        )
    built = _built(source, text, sentences, told)
    yield built.model_copy(update={"taken_from": place}) if place else built


def _hidden(text: str) -> tuple[int, str] | None:
    """Where the first unseen character inside a word or figure stands, and what that means."""
    found = [
        hit.start()
        for hit in UNSEEN.finditer(text)
        if text[hit.start() - 1 : hit.start()].isalnum()
        and text[hit.end() : hit.end() + 1].isalnum()
    ]
    if not found:
        return None
    code = f"U+{ord(text[found[0]]):04X}"
    told = f"An unseen character ({code}) stands inside a word or figure"
    many = f", and {len(found) - 1} more" if len(found) > 1 else ""
    way = "Such a figure is not read" if UNSEEN.search(plain(text).text) else "It is read without"
    return found[0], f"{told}{many}. {way}: take them out"


def _built(source: Source, text: str, sentences: tuple[Sentence, ...], told: Metadata) -> Article:
    """An article; the sidecar wins over its own fields, and they over the page."""
    side = source.metadata
    title = side.title or told.title
    outlet = side.outlet or told.outlet
    label = side.label or told.label
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
        url=side.url or told.url,
        published=side.published or told.published or publication_date(text, sentences),
        currency=side.currency or told.currency,
    )


def _title(text: str, sentences: Sequence[Sentence]) -> str | None:
    """The words of the title as they stand in the text."""
    parts = [one for one in sentences if one.part is Part.TITLE]
    return " ".join(text[parts[0].start : parts[-1].end].split()) if parts else None


def problem(source: Source, message: str, line: int = 1, rule: str = "LOAD001") -> Problem:
    """What is wrong with a source, at a line of its file."""
    return Problem(path=source.path, line=line, message=message, rule=rule)
