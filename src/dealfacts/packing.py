"""What one file or one run came to as compressed bytes with a checksum, for the disk.

JSON, not pickles: a cache that somebody hands on must not run code. Refuses bytes that are not as
they were written.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from dealfacts.model.report import Problem, Report
from dealfacts.model.statements import Statements
from dealfacts.model.text import Article
from dealfacts.pipeline import Run
from dealfacts.reconciler.fingerprints import Fingerprint
from dealfacts.telling import Told

if TYPE_CHECKING:
    from collections.abc import Iterable

# Fast rather than small: it is still a quarter of what was read.
LEVEL = 1
SUM = 4
# JSON writes control characters as escapes.
SEPARATOR = b"\x1e"


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
    try:
        articles, prints, problems, said, given = _opened(packed)
        return Told(
            tuple(map(Article.model_validate_json, articles.split(b"\n")[:-1])),
            tuple(map(_fingerprint, prints.split(b"\n")[:-1])),
            Statements(lines=_text(said)),
            Statements(lines=_text(given)),
            tuple(map(Problem.model_validate_json, problems.split(b"\n")[:-1])),
        )
    except (zlib.error, ValueError, TypeError):
        return None


def pack_run(run: Run) -> bytes:
    """The bytes of what a run came to."""
    return _sealed(
        _lines(article.model_dump_json(exclude={"sentences"}) for article in run.articles),
        run.report.model_dump_json(by_alias=True),
    )


def unpack_run(packed: bytes) -> Run | None:
    """What `pack_run` was given; None where the bytes are damaged."""
    try:
        articles, report = _opened(packed)
        return Run(
            Report.model_validate_json(report),
            tuple(map(Article.model_validate_json, articles.split(b"\n")[:-1])),
        )
    except (zlib.error, ValueError, TypeError):
        return None


def pack_text(text: str) -> bytes:
    """The bytes of any text."""
    return _seal(_bytes(text))


def unpack_text(packed: bytes) -> str | None:
    """What `pack_text` was given; None where the bytes are damaged."""
    try:
        return _text(_unseal(packed))
    except (zlib.error, ValueError):
        return None


def _sealed(*parts: str) -> bytes:
    return _seal(SEPARATOR.join(map(_bytes, parts)))


def _opened(packed: bytes) -> list[bytes]:
    """The parts of what was sealed; raises as `_unseal` does."""
    return _unseal(packed).split(SEPARATOR)


def _seal(plain: bytes) -> bytes:
    content = zlib.compress(plain, LEVEL)
    return zlib.crc32(content).to_bytes(SUM, "big") + content


def _unseal(packed: bytes) -> bytes:
    """What was sealed; raises ValueError or zlib.error for damaged bytes."""
    content = packed[SUM:]
    if zlib.crc32(content).to_bytes(SUM, "big") != packed[:SUM]:
        message = "not as it was written"
        raise ValueError(message)
    return zlib.decompress(content)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(part: bytes) -> str:
    return part.decode("utf-8", "surrogatepass")


def _lines(parts: Iterable[str]) -> str:
    return "".join(f"{part}\n" for part in parts)


def _plain(print_: Fingerprint) -> str:
    return json.dumps([sorted(each) if isinstance(each, frozenset) else each for each in print_])


def _fingerprint(line: bytes) -> Fingerprint:
    fields = json.loads(line)
    return Fingerprint._make(frozenset(each) if isinstance(each, list) else each for each in fields)
