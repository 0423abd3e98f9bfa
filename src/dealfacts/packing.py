"""What one file came to as compressed bytes with a checksum, for the disk.

JSON, not pickles: a cache that somebody hands on must not run code. Refuses bytes that are not as
they were written.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from dealfacts.model.report import Problem
from dealfacts.model.statements import Statements
from dealfacts.model.text import Article
from dealfacts.reconciler.fingerprints import Fingerprint
from dealfacts.telling import Told

if TYPE_CHECKING:
    from collections.abc import Iterable

# Fast rather than small: it is still a quarter of what was read.
LEVEL = 1
SUM = 4
# JSON writes control characters as escapes.
SEPARATOR = "\x1e"


def pack(told: Told) -> bytes:
    """The bytes of what a file came to."""
    parts = (
        _lines(article.model_dump_json(exclude={"sentences"}) for article in told.articles),
        _lines(_plain(each) for each in told.prints),
        _lines(problem.model_dump_json() for problem in told.problems),
        told.said.lines,
        told.given.lines,
    )
    content = zlib.compress(SEPARATOR.join(parts).encode("utf-8", "surrogatepass"), LEVEL)
    return zlib.crc32(content).to_bytes(SUM, "big") + content


def unpack(packed: bytes) -> Told | None:
    """What `pack` was given; None where the bytes are damaged."""
    content = packed[SUM:]
    if zlib.crc32(content).to_bytes(SUM, "big") != packed[:SUM]:
        return None
    try:
        parts = zlib.decompress(content).decode("utf-8", "surrogatepass").split(SEPARATOR)
        articles, prints, problems, said, given = parts
        return Told(
            tuple(map(Article.model_validate_json, articles.split("\n")[:-1])),
            tuple(map(_fingerprint, prints.split("\n")[:-1])),
            Statements(lines=said),
            Statements(lines=given),
            tuple(map(Problem.model_validate_json, problems.split("\n")[:-1])),
        )
    except (zlib.error, ValueError, TypeError):
        return None


def _lines(parts: Iterable[str]) -> str:
    return "".join(f"{part}\n" for part in parts)


def _plain(print_: Fingerprint) -> str:
    fields = (
        print_.digest,
        print_.words,
        sorted(print_.shingles),
        print_.level,
        sorted(print_.credits),
        sorted(print_.cites),
    )
    return json.dumps(fields)


def _fingerprint(text: str) -> Fingerprint:
    digest, words, shingles, level, credits_, cites = json.loads(text)
    return Fingerprint(
        digest, words, frozenset(shingles), level, frozenset(credits_), frozenset(cites)
    )
