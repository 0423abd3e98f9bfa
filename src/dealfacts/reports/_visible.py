"""Makes foreign text safe to show: what would steer a terminal or reorder a line is spelled out.

Article text, labels and paths come from outside. A control character in them could recolour the
screen, and a bidirectional control could make one sum look like another.
"""

from __future__ import annotations

BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
# Characters without a width of their own can hide inside a figure.
UNSEEN = (0x200B, 0x2028, 0x2029, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF)
CONTROL = (*range(0x20), *range(0x7F, 0xA0))


def _spelled(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004  two hex digits


SPELLED = {code: _spelled(code) for code in (*CONTROL, *BIDI, *UNSEEN)}
# Breaks and tabs inside a sentence are only how the page was laid out.
SPELLED |= dict.fromkeys(map(ord, "\t\n\r\x0b\x0c\x85\u2028\u2029"), " ")


def visible(text: str) -> str:
    """`text` on one line, with nothing in it that acts on a terminal."""
    # None of what is spelled out is printable, and hardly any text has some of it.
    return text if text.isprintable() else text.translate(SPELLED)
