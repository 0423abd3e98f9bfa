"""Opens what holds articles, and reads it whole or line by line in bounded memory.

Refuses to wait on a pipe or a device that was only found in a folder, and to hold a line or a
file that no article can fill.
"""

from __future__ import annotations

import codecs
import io
import os
import stat
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from dealfacts.loader.decoding import decode
from dealfacts.loader.discover import STDIN, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

MEBI = 1024 * 1024
# The longest news article has some 100 kilobytes; more is a dump that nobody meant to give.
LARGEST = 8 * MEBI
USUAL = 65_536
# An article of that size with every character escaped.
LONGEST_LINE = 16 * MEBI
# Blank lines above the first words.
MOST_BLANK = 65_536
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
BOM = codecs.BOM_UTF8


class Opened(NamedTuple):
    """A file with its first lines read: at least one that is not blank, if there is one."""

    first: bytes
    rest: BinaryIO

    @property
    def opening(self) -> bytes:
        """The first words, without a byte order mark and blanks."""
        return self.first.removeprefix(BOM).lstrip()

    def whole(self, most: int) -> bytes | None:
        """Everything; None if that is more than `most` bytes."""
        raw = self.first + self.rest.read(USUAL)  # room for the most is only made where needed
        if len(raw) >= USUAL:
            raw += self.rest.read(max(most + 1 - len(raw), 0))
        return None if len(raw) > most else raw


class Line(NamedTuple):
    """One line and its number, from 1; `text` is None where it cannot be read.

    `message` says what is wrong with it, or what was done about it.
    """

    number: int
    text: str | None
    message: str | None = None


@contextmanager
def opened(source: Source, stdin: BinaryIO | None) -> Iterator[Opened]:
    """The file behind `source`; raises OSError where it cannot be opened or is no file."""
    if source.path == STDIN:
        yield _begun(stdin or sys.stdin.buffer)
        return
    # Without this flag a pipe that nobody writes to would hold up the run.
    flags = os.O_RDONLY | (0 if source.given else getattr(os, "O_NONBLOCK", 0))
    with open(os.open(source.path, flags | getattr(os, "O_CLOEXEC", 0)), "rb") as file:  # noqa: PTH123  a descriptor has no path
        mode = os.fstat(file.fileno()).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(None, "Is a directory")
        if not (source.given or stat.S_ISREG(mode)):
            raise OSError(None, "Not a regular file, but a pipe, a socket or a device")
        yield _begun(file)


def _begun(file: BinaryIO) -> Opened:
    """A file with its first line that is not blank read, and the blank ones above it."""
    pieces = [file.readline(LONGEST_LINE + 1)]
    size = 0
    while not pieces[-1].removeprefix(BOM).strip() and size <= MOST_BLANK:
        more = file.readline(LONGEST_LINE + 1)
        if not more:
            break
        pieces.append(more)
        size += len(more)
    return Opened(b"".join(pieces), file)


def lines(file: Opened) -> Iterator[Line]:
    """The lines of a file in UTF-8, and of one in another encoding as far as it can be told.

    What was done about an encoding is told once, at the first line that it concerns.
    """
    if file.first.startswith(WIDE):
        yield from _wide(file)
        return
    told: set[str] = set()
    for number, raw in enumerate(_raw(file), start=1):
        if raw is None:
            yield Line(number, None, f"Longer than {LONGEST_LINE // MEBI} MiB. Left out")
            continue
        if b"\0" in raw:
            yield Line(number, None, "Binary data, not text. The rest is left out")
            return
        decoded = decode(raw)
        message = decoded.message
        if message is not None and decoded.text is not None:
            kind = message.partition(";")[2] or message
            message = None if kind in told else message
            told.add(kind)
        yield Line(number, decoded.text, message)


def _raw(file: Opened) -> Iterator[bytes | None]:
    """Lines as bytes, None for one that is too long."""
    for early in io.BytesIO(file.first):
        yield from _bounded(early, file.rest)
    while raw := file.rest.readline(LONGEST_LINE + 1):
        yield from _bounded(raw, file.rest)


def _bounded(raw: bytes, rest: BinaryIO) -> Iterator[bytes | None]:
    if len(raw) <= LONGEST_LINE or b"\0" in raw:
        yield raw
        return
    while raw and not raw.endswith(b"\n"):
        raw = rest.readline(MEBI)
    yield None


def _wide(file: Opened) -> Iterator[Line]:
    raw = file.whole(LONGEST_LINE)
    if raw is None:
        yield Line(1, None, f"UTF-16 of more than {LONGEST_LINE // MEBI} MiB. Save it as UTF-8")
        return
    decoded = decode(raw)
    for number, text in enumerate((decoded.text or "").split("\n"), start=1):
        yield Line(number, text, decoded.message if number == decoded.line else None)


def suffix(source: Source) -> str:
    """The ending of a source's name in lower case, with the dot."""
    return Path(source.path).suffix.lower()
