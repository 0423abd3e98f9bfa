"""What one file or one run came to as compressed bytes with a checksum, for the disk.

JSON, not pickles: a cache that somebody hands on must not run code. Refuses bytes that are not as
they were written.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from dealfacts.model.report import Problem, Report
from dealfacts.model.statements import Statements
from dealfacts.model.text import Article
from dealfacts.pipeline import Run
from dealfacts.reconciler.fingerprints import Fingerprint
from dealfacts.telling import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")

# Fast rather than small: it is still a quarter of what was read.
LEVEL = 1
SUM = LENGTH = 4


class _Later(Collection[T]):
    """Values that are made when somebody asks for them: most files are asked for claims alone."""

    def __init__(self, make: Callable[[], tuple[T, ...]]) -> None:
        """`make` is called once at most."""
        self._make = make

    @cached_property
    def _values(self) -> tuple[T, ...]:
        return self._make()

    def __contains__(self, value: object) -> bool:
        return value in self._values

    def __iter__(self) -> Iterator[T]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def pack(told: Told) -> bytes:
    """The bytes of what a file came to."""
    return _sealed(
        _lines(article.model_dump_json(exclude={"sentences"}) for article in told.articles),
        _lines(_plain(each) for each in told.prints),
        _lines(problem.model_dump_json() for problem in told.problems),
        told.said.lines,
        told.given.lines,
    )


def unpack(packed: bytes) -> Told | None:
    """What `pack` was given; None where the bytes are damaged."""
    blocks = _opened(packed, 5)
    if blocks is None:
        return None
    articles, prints, problems, said, given = blocks
    return Told(
        _Later(lambda: _each(articles, Article.model_validate_json)),
        _Later(lambda: _each(prints, _fingerprint)),
        Statements(lines=_text(said)),
        Statements(lines=_text(given)),
        _each(problems, Problem.model_validate_json),
    )


def pack_run(run: Run) -> bytes:
    """The bytes of what a run came to."""
    return _sealed(
        _lines(article.model_dump_json(exclude={"sentences"}) for article in run.articles),
        run.report.model_dump_json(by_alias=True),
    )


def unpack_run(packed: bytes) -> Run | None:
    """What `pack_run` was given; None where the bytes are damaged."""
    blocks = _opened(packed, 2)
    if blocks is None:
        return None
    articles, report = blocks
    return Run(
        Report.model_validate_json(zlib.decompress(report)),
        _each(articles, Article.model_validate_json),
    )


def pack_text(text: str) -> bytes:
    """The bytes of any text."""
    return _sealed(text)


def unpack_text(packed: bytes) -> str | None:
    """What `pack_text` was given; None where the bytes are damaged."""
    blocks = _opened(packed, 1)
    return None if blocks is None else _text(blocks[0])


def _sealed(*parts: str) -> bytes:
    """Each part compressed by itself, so that it can be read by itself; a checksum before all."""
    blocks = [zlib.compress(part.encode("utf-8", "surrogatepass"), LEVEL) for part in parts]
    content = b"".join(len(block).to_bytes(LENGTH, "big") + block for block in blocks)
    return zlib.crc32(content).to_bytes(SUM, "big") + content


def _opened(packed: bytes, parts: int) -> list[bytes] | None:
    """The parts of what was sealed, still compressed; None where the bytes are damaged."""
    if zlib.crc32(packed[SUM:]).to_bytes(SUM, "big") != packed[:SUM]:
        return None
    blocks = []
    at = SUM
    while at < len(packed):
        start = at + LENGTH
        at = start + int.from_bytes(packed[at:start], "big")
        blocks.append(packed[start:at])
    return blocks if len(blocks) == parts else None


def _each(block: bytes, read: Callable[[bytes], T]) -> tuple[T, ...]:
    return tuple(map(read, zlib.decompress(block).split(b"\n")[:-1]))


def _text(block: bytes) -> str:
    return zlib.decompress(block).decode("utf-8", "surrogatepass")


def _lines(parts: Iterable[str]) -> str:
    return "".join(f"{part}\n" for part in parts)


def _plain(print_: Fingerprint) -> str:
    return json.dumps([sorted(each) if isinstance(each, frozenset) else each for each in print_])


def _fingerprint(line: bytes) -> Fingerprint:
    fields = json.loads(line)
    return Fingerprint._make(frozenset(each) if isinstance(each, list) else each for each in fields)
