"""Bytes to text: which encoding a file is in, said aloud where it is not UTF-8.

Line ends are kept as they are and a byte order mark is no part of the text. Refuses binary files.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

# Longer marks first: the one for UTF-16 opens the one for UTF-32.
MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
# White space apart, text has no control characters; an occasional one is a slip of a converter.
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
CONTROL_SHARE = 0.002
# UTF-16 without a mark shows as a zero in every other byte of Latin text.
ZERO_SHARE = 0.3
# The low bytes of quotation marks and dashes look like control characters.
WIDE_CONTROL_SHARE = 0.1
SAMPLE = 65_536
# A file with this many good multi-byte characters for each bad byte is damaged UTF-8.
GOOD_PER_BAD = 4


class Decoded(NamedTuple):
    """The text, and what a person should know about the bytes: line (from 1) and message.

    `text` is None where the bytes hold no text.
    """

    text: str | None
    line: int = 1
    message: str | None = None


def decode(raw: bytes) -> Decoded:
    """The text of `raw`, by its byte order mark, as UTF-8, or by the best guess."""
    for mark, codec, name in MARKS:
        if raw.startswith(mark):
            return _marked(raw[len(mark) :], codec, name)
    sample = raw[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    if controls > max(1, CONTROL_SHARE * len(sample)):
        return _wide(raw, sample) or Decoded(None, 1, "Binary data, not text. Left out")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(raw, error.start)
    if controls:
        at = next(i for i, byte in enumerate(sample) if byte in CONTROLS)
        line = raw.count(b"\n", 0, at) + 1
        return Decoded(
            text, line, f"Holds a control character (byte 0x{raw[at]:02X}). Read as it is"
        )
    return Decoded(text)


def _marked(raw: bytes, codec: str, name: str) -> Decoded:
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError as error:
        text = raw.decode(codec, "replace")
        line = raw[: error.start].decode(codec, "replace").count("\n") + 1
        return Decoded(
            text, line, f"Not valid {name}; unreadable bytes show as \ufffd. Save it as UTF-8"
        )
    if codec == "utf-8":
        return Decoded(text)
    return Decoded(text, 1, f"Read as {name}. Save it as UTF-8")


def _wide(raw: bytes, sample: bytes) -> Decoded | None:
    """UTF-16 without a mark, told by where its zeros stand."""
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    half = len(sample) // 2
    for codec, here, there in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        low = sample[there::2]
        controls = len(low) - len(low.translate(None, CONTROLS))
        if zeros[here] > ZERO_SHARE * half and controls <= WIDE_CONTROL_SHARE * half:
            try:
                text = raw.decode(codec)
            except UnicodeDecodeError:
                return None
            return Decoded(text, 1, "Read as UTF-16 without a byte order mark. Save it as UTF-8")
    return None


def _not_utf8(raw: bytes, at: int) -> Decoded:
    line = raw.count(b"\n", 0, at) + 1
    byte = f"byte 0x{raw[at]:02X}"
    loose = raw.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= char <= "\udcff" for char in loose)
    good = sum(char > "\x7f" for char in loose) - bad
    if good >= GOOD_PER_BAD * bad:
        text = raw.decode("utf-8", "replace")
        message = f"Damaged UTF-8 ({byte}); unreadable bytes show as \ufffd. Save it again as UTF-8"
        return Decoded(text, line, message)
    try:
        text, name = raw.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        text, name = raw.decode("latin-1"), "Latin-1"
    return Decoded(text, line, f"Not UTF-8 ({byte}); read as {name}. Save it as UTF-8")
