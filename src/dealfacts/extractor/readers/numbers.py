"""Numbers as printed: digits with their separators, and their scale words.

It refuses to guess: a run of digits that is no number in any house style ("1,1,1", "12.05.2024")
is no figure.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from dealfacts.lexicon.figures import numbers, scales

ONE, HUNDREDTH = Decimal(1), Decimal("0.01")
# Longer runs are serial numbers, not sums.
LONGEST = 26

# "1,234,567" and the Indian "12,34,567"
GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}")
# "1.234.567", "1.234,5"
DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
# what parts "1 1/2", "7-3/4"
PARTS = re.compile(r"[ /-]")
# "7,3" "47,43"
COMMA_DECIMAL = re.compile(r"[0-9]+,[0-9]{1,2}")
# the word behind a number or scale: " billion", "-dollar", "B"
NEXT = re.compile(
    r"(?:[ \u00a0\u2009\u202f-]|\r?\n[ \t]{0,4})?((?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_]+|[^\w\s])"
)


@lru_cache(maxsize=4096)
def parse(surface: str) -> tuple[Decimal, Decimal] | None:
    """Digits as (value, granule): "1,234.50" -> (1234.50, 0.01); None where they are no number."""
    if surface.isdecimal() and len(surface) <= LONGEST:
        return Decimal(surface), ONE
    if "/" in surface:
        return _mixed(surface)
    extra = numbers().glyphs.get(surface[-1:])
    text = surface[:-1] if extra else surface
    text = "".join(text.split())
    if not text or len(text) > LONGEST:
        return None
    if "," in text:
        plain = _without_commas(text)
    elif text.count(".") > 1:
        plain = text.replace(".", "") if DOTTED.fullmatch(text) else None
    else:
        plain = text
    if plain is None:
        return None
    value = Decimal(plain)
    granule = ONE.scaleb(int(value.as_tuple().exponent))
    if extra:
        return value + extra, granule / 10 if extra == Decimal("0.5") else granule / 100
    return value, granule


def _mixed(surface: str) -> tuple[Decimal, Decimal]:
    """A whole number with a fraction: "1 1/2", "7-3/4"."""
    whole, up, down = map(Decimal, PARTS.split(surface))
    return whole + up / down, HUNDREDTH


def _without_commas(text: str) -> str | None:
    head, dot, tail = text.rpartition(".")
    if dot and "," in head:
        return head.replace(",", "") + "." + tail if GROUPED.fullmatch(head) else None
    if dot:  # "1.234,5"
        whole, _, cents = text.rpartition(",")
        return whole.replace(".", "") + "." + cents if DOTTED.fullmatch(whole) else None
    if GROUPED.fullmatch(text) and not text.startswith("0,"):
        return text.replace(",", "")
    if COMMA_DECIMAL.fullmatch(text) or (text.startswith("0,") and text.count(",") == 1):
        return text.replace(",", ".")
    return None


def following(text: str, at: int) -> tuple[str, int, int]:
    """The word or sign behind `at` and its offsets; ("", at, at) where there is none."""
    match = NEXT.match(text, at)
    if match is None:
        return "", at, at
    start, end = match.span(1)
    return match[1], start, end


def scale_behind(text: str, at: int, word: str, start: int, end: int) -> tuple[Decimal, int]:
    """The scale that `word` at text[start:end], behind a number ending at `at`, stands for.

    Returns it and where it ends, (1, at) where it is none. Two words multiply: "k crore".
    """
    scale = scales()
    low = word.lower()
    factor = scale.words.get(low)
    if factor is None:
        factor = scale.first.get(low)
        if factor is None:
            factor = scale.letters.get(low)
            if factor is None or (start > at and (low == "t" or text[at:start] == "-")):
                return ONE, at
    if start > at and text[at] in "\r\n" and not word[0].islower():
        return ONE, at
    if low in scale.first or low in scale.letters:
        second, _, last = following(text, end)
        also = scale.words.get(second.lower())
        if also is not None:
            return factor * also, last
    return factor, end


def cased(word: str) -> tuple[str, str, str]:
    """A folded word as a text may print it: "half", "Half", "HALF"."""
    return word, word.capitalize(), word.upper()


def folded_text(text: str) -> str:
    """One space and the text, A to Z in lower case, breaks and opening marks as spaces.

    Offsets are one more than in the text. Other letters stay: no word of a lexicon has them.
    """
    low = text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
    for mark in '\n\r\t("“‘[–—-\u00a0/':
        if mark in low:
            low = low.replace(mark, " ")
    return " " + low
