"""Bytes to text: marks, guesses, and what is said about them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealfacts.loader.decoding import decode

TEXT = "Acme pays €3 billion for Widget.\r\nIt’s a café chain.\r\n"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (TEXT.encode("utf-8"), None),
        (TEXT.encode("utf-8-sig"), None),
        (TEXT.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-32"), "UTF-32"),
        (TEXT.encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (TEXT.encode("utf-16-be"), "UTF-16 without a byte order mark"),
        (TEXT.encode("cp1252"), "Windows-1252"),
    ],
)
def test_encodings_are_told_and_named(raw: bytes, said: str | None) -> None:
    decoded = decode(raw)
    assert decoded.text == TEXT
    assert (decoded.message is None) if said is None else (said in (decoded.message or ""))


def test_the_line_of_the_first_bad_byte() -> None:
    decoded = decode(b"Acme\nbuys\ncaf\xe9 Widget\n")
    assert decoded.line == 3
    assert decoded.message == "Not UTF-8 (byte 0xE9); read as Windows-1252. Save it as UTF-8"


def test_a_byte_that_windows_does_not_know() -> None:
    decoded = decode(b"caf\xe9 \x81 Widget")
    assert decoded.text == "café \x81 Widget"
    assert "Latin-1" in (decoded.message or "")


def test_damaged_utf8_stays_utf8() -> None:
    decoded = decode("“Cafés” are “dear” — so it is — at Acme’s".encode() + b"\xe2\x80")
    assert decoded.text is not None
    assert decoded.text.startswith("“Cafés”")
    assert decoded.text.endswith("\ufffd")
    assert "Damaged UTF-8" in (decoded.message or "")


def test_damaged_utf16() -> None:
    decoded = decode(TEXT.encode("utf-16") + b"\x00")
    assert decoded.text is not None
    assert decoded.text.startswith(TEXT)
    assert "Not valid UTF-16" in (decoded.message or "")


@pytest.mark.parametrize("raw", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20, bytes(range(256)) * 10])
def test_binary_data_holds_no_text(raw: bytes) -> None:
    assert decode(raw).text is None
    assert "Binary" in (decode(raw).message or "")


def test_a_stray_control_character_is_named_and_kept() -> None:
    decoded = decode(b"Acme\nbuys\x00 Widget " + b"and more " * 100)
    assert decoded.text is not None
    assert decoded.text[9] == "\0"
    assert decoded.line == 2
    assert "0x00" in (decoded.message or "")


def test_zeros_that_are_no_utf16() -> None:
    assert decode(b"A\x00" * 40 + b"\x00\xd8").text is None


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_reason(raw: bytes) -> None:
    decoded = decode(raw)
    assert decoded.text is not None or decoded.message
    if decoded.text is not None:
        decoded.text.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")
