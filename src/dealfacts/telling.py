"""What one file comes to, and many: the map step, from paths to claims.

Refuses to compare anything. How the work is spread, over processes or over time, is for the caller:
see `Each`.
"""

from __future__ import annotations

import sys
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol, TypeVar

from dealfacts.errors import DealfactsError
from dealfacts.extractor.extract import extract
from dealfacts.loader.discover import STDIN
from dealfacts.loader.files import read_source
from dealfacts.model.claims import Claim
from dealfacts.model.report import Problem, content_id
from dealfacts.model.statements import Statements
from dealfacts.model.text import Article
from dealfacts.reconciler.fingerprints import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from dealfacts.loader.discover import Found, Source
    from dealfacts.reconciler.fingerprints import Fingerprint

T = TypeVar("T")
R = TypeVar("R")

NONE = Statements(())
# What one core takes, roughly, in seconds for a byte of an article.
READING = 2e-6


class Each(Protocol):
    """How `work` is done on each of many items; the results come in the order of the items."""

    def __call__(
        self, work: Callable[[T], R], items: Sequence[T], cost: Callable[[T], float]
    ) -> Iterable[R]:
        """`map(work, items)`; `cost` estimates the seconds that one core takes for an item."""


class Memory(Protocol):
    """What files came to in earlier runs."""

    def lacks(self, sources: Sequence[Source]) -> list[bool]:
        """For each source whether it is not held as it is now."""

    def recall(self, source: Source) -> Told | None:
        """What the source came to; None where that is not held after all."""

    def keep(self, source: Source, told: Told) -> None:
        """Hold what the source came to."""


def in_turn(
    work: Callable[[T], R],
    items: Sequence[T],
    cost: Callable[[T], float],  # noqa: ARG001  nothing to weigh
) -> Iterable[R]:
    """One item after the other, in this process."""
    return map(work, items)


class Told(NamedTuple):
    """What one file came to: articles without their sentences, claims, and problems.

    `prints` are the fingerprints of the articles; `given` are claims that were there ready-made.
    """

    articles: Collection[Article]
    prints: Collection[Fingerprint]
    said: Statements
    given: Statements
    problems: tuple[Problem, ...]


def read_and_extract(source: Source, stdin: BinaryIO | None = None) -> Told:
    """What one file holds and says. A pure function of the file."""
    articles: list[Article] = []
    given: list[Claim] = []
    problems: list[Problem] = []
    for item in read_source(source, stdin=stdin):
        match item:
            case Article():
                articles.append(item)
            case Claim():
                given.append(item)
            case Problem():
                problems.append(item)
    return Told(
        tuple(article.model_copy(update={"sentences": ()}) for article in articles),
        tuple(fingerprint(article.text) for article in articles),
        Statements(claim for article in articles for claim in extract(article)),
        Statements(given) if given else NONE,
        tuple(problems),
    )


def distinct(claims: Iterable[Claim]) -> dict[str, Claim]:
    """Claims by id, the same one once. Another claim under a known id gets one of its own.

    Two programs, or one that counts in each file anew, may call different claims "1".
    """
    found: dict[str, Claim] = {}
    for claim in claims:
        known = found.setdefault(claim.id, claim)
        if known != claim:
            own = content_id("c-", claim.model_dump_json())
            found.setdefault(own, claim.model_copy(update={"id": own}))
    return found


def tell(
    paths: Sequence[str],
    found: Found,
    *,
    stdin: BinaryIO | None = None,
    each: Each = in_turn,
    memory: Memory | None = None,
) -> Iterator[Told]:
    """What each file that was found under `paths` comes to; a caller can hold one at a time.

    Raises DealfactsError at the end if nothing was read.
    """
    problems = list(found.problems)
    yield Told((), (), NONE, NONE, found.problems)
    if len(found.sources) > 1 and any(source.path == STDIN for source in found.sources):
        # Another process could not read it.
        stdin = BytesIO((stdin or sys.stdin.buffer).read())
    anything: object = False
    work = partial(read_and_extract, stdin=stdin)
    told = (
        each(work, found.sources, _size)
        if memory is None
        else _remembered(work, found.sources, each, memory)
    )
    for one in told:
        foreign = {problem.path for problem in one.problems if problem.rule == "LOAD004"}
        anything = anything or one.given or any(a.path not in foreign for a in one.articles)
        problems.extend(one.problems)
        yield one
    if not anything:
        raise DealfactsError(nothing(paths, problems))


def _remembered(
    work: Callable[[Source], Told], sources: Sequence[Source], each: Each, memory: Memory
) -> Iterator[Told]:
    """`work` on the sources that `memory` lacks, and its word for the others."""
    lacks = memory.lacks(sources)
    missing = [source for source, lacked in zip(sources, lacks, strict=True) if lacked]
    results = iter(each(work, missing, _size))
    for source, lacked in zip(sources, lacks, strict=True):
        recalled = None if lacked else memory.recall(source)
        if recalled is not None:
            yield recalled
            continue
        told = next(results) if lacked else work(source)
        memory.keep(source, told)
        yield told


def _size(source: Source) -> float:
    """Seconds that a file will take."""
    try:
        return READING * Path(source.path).stat().st_size
    except OSError:
        return 0


def nothing(paths: Sequence[str], problems: Sequence[Problem]) -> str:
    """The message where nothing was read."""
    where = ", ".join(paths)
    if not problems:
        held = "articles (.txt, .md, .html, .json, .csv) or claims (.jsonl)"
        return f"{where}: nothing to read. Give {held}"
    told = "".join(f"\n  {p.path}:{p.line}: {p.message}" for p in problems)
    return f"{where}: nothing to read; every file has a problem:{told}"
