"""The currency beside a number: before it ("US$ 5"), behind it ("5 Swiss francs"), glued ("412p").

Also what an ambiguous form means in one article. It refuses to convert anything.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from dealfacts.extractor.readers.home_money import at_home
from dealfacts.lexicon.currencies import Unit, cues, folded, names, spellings

if TYPE_CHECKING:
    from decimal import Decimal

    from dealfacts.extractor.readers.survey import Survey

BLANKS = " \u00a0\u2009\u202f"
LONGEST_WORD = 9
# A name that is an everyday word is read behind figures of this size.
LARGE = 1000
# Lines of a screen
PIXELS = frozenset((480, 720, 1080, 1440, 2160))
# "412 crowns per share": what is paid for one of something is money
PER_SHARE = re.compile(r"[ ](?:per|an?|each|apiece|for[ ]each|in[ ]cash)\b")
# "R180 a share", "1,080p-a-share"
EACH_SHARE = re.compile(
    r"[ -](?:per|an?|each|for[ ]each)[ -](?:[a-z]{2,12}[ ])?(?:share|unit|security)\b"
)
# "12 pounds of flour"
WEIGHTS = frozenset(("pound", "pounds"))
CODE = 3
SCALED_NAME = re.compile(r"[0-9] ?(?:(?:b|m|tr)illion|[bmt]n|crore|lakh)[ -]([a-z]{2,9})\b")
# "140.11 rand" is written to the cent; "the 2.50 mark" and "9.58 won" are levels and results
CENTS, SCORES = -2, frozenset(("mark", "marks", "won", "ft", "som", "real"))

# What an article declares its money for: "All figures in Canadian dollars".
DECLARING = frozenset(("figures", "Figures", "amounts", "Amounts", "prices", "Prices"))

Origin = Literal["text", "document", "locale", "default"]

# the first word behind a figure: " Swiss", "-U.S.", "€", "US$"
FIRST = re.compile(
    r"""([ \u00a0\u2009\u202f-]|\r?\n[ \t]{0,4})?
        ((?:[^\W\d_]\.)+(?:[^\W\d_]\b)?|[^\W\d_]*[$€£]|€[^\W\d_]+|[^\W\d_]+|[^\w\s])""",
    re.VERBOSE,
)
# the second word of a name and the ones behind it
MORE = re.compile(r"\.?[ \u00a0-]((?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_]+ʻ?[^\W\d_]*|&)")
MOST_WORDS = 5


class Behind(NamedTuple):
    """A currency written behind a figure, and where it ends."""

    unit: Unit
    end: int


def before(text: str, start: int) -> tuple[Unit, int] | None:
    """The currency that ends right before `start` (one blank allowed) and where it begins."""
    table = spellings()
    at = start - 1
    last = text[at]
    if last in table.signs:
        return _sign(text, at, start)
    if last in BLANKS or last == "-":
        if not at:
            return None
        at -= 1
        last = text[at]
        if last in table.signs:
            return _sign(text, at, start)
        if text[start - 1] == "-":
            return None
    if not (last.isalpha() or last == "."):
        return None
    opening = at
    lowest = max(0, at - LONGEST_WORD)
    while opening > lowest and (text[opening - 1].isalpha() or text[opening - 1] == "."):
        opening -= 1
    if opening and text[opening - 1] in table.signs:
        opening -= 1  # "$US"
    word = text[opening : at + 1]
    unit = table.before.get(word)
    if unit is None or (opening and (text[opening - 1].isalnum() or text[opening - 1] in "_@#")):
        return None
    if word.islower() and opening:
        pair = " ".join(text[max(0, opening - LONGEST_WORD - 1) : at + 1].split()[-2:])
        if pair in table.before:
            return table.before[pair], at + 1 - len(pair)
    return unit, opening


def _sign(text: str, at: int, start: int) -> tuple[Unit, int] | None:
    """A sign at `at` with the letters before it: "$", "US$", "HK $", "S/"."""
    table = spellings().before
    if text[at + 1 : start] == "-" and not (at == 0 or text[at - 1] in " (\n\t"):
        return None
    near = text[at - 1] if at else ""
    if (
        (near == " " and text[max(0, at - 2)] in spellings().spaced)
        or near.isalpha()
        or near == "."
    ):
        for length in (5, 4, 3, 2):
            opening = at + 1 - length
            if opening < 0:
                continue
            unit = table.get(text[opening : at + 1])
            if unit is not None and (opening == 0 or not text[opening - 1].isalnum()):
                if text[at - 1] == " " and text[opening].islower() and start == at + 1:
                    continue  # "gave us $5 million"
                return unit, opening
    unit = table.get(text[at])
    if unit is None or (unit.scaled and (near.isalnum() or at + 1 < start)):
        return None  # "caf\ufffd 20 million": what was lost is a letter
    return unit, at


def after(text: str, end: int, value: Decimal, *, scaled: bool) -> Behind | None:
    """The currency written right behind `end`, the longest name that fits."""
    match = FIRST.match(text, end)
    if match is None:
        return None
    table = spellings()
    gap, one = match[1], match[2]
    past = match.end()
    if one[-1] in table.signs and text[past : past + 1].isdigit():
        return None  # the sign belongs to the next figure
    if gap is None and one.rstrip(".") in table.glued:
        # the point behind "582p." ends the sentence
        sign = one.rstrip(".")
        end = past - len(one) + len(sign)
        is_picture = value in PIXELS and EACH_SHARE.match(text, end) is None
        return None if scaled or is_picture else Behind(table.glued[sign], end)
    if gap and gap[0] in "\r\n" and not (one[0].islower() or one.isupper()):
        return None
    words = folded(one).rstrip(".")
    found: Behind | None = None
    unit = table.after.get(words)
    if unit is None and len(one) == CODE and one.isupper():
        unit = table.after.get(one)
    if unit is not None and _plausible(text, past, unit, words, value, scaled=scaled):
        found = Behind(unit, past)
    if words.split(" ")[0] in table.openers:
        for _ in range(MOST_WORDS - 1):
            more = MORE.match(text, past)
            if more is None:
                break
            words, past = f"{words} {folded(more[1])}", more.end()
            unit = table.after.get(words)
            if unit is not None:
                found = Behind(unit, past)
    return found


def _plausible(
    text: str, past: int, unit: Unit, word: str, value: Decimal, *, scaled: bool
) -> bool:
    """Whether a name that is an everyday word too is a currency here."""
    if scaled:
        return True
    if unit.scaled:
        is_exact = value.as_tuple().exponent == CENTS and word not in SCORES
        is_large = value >= LARGE or is_exact or PER_SHARE.match(text, past) is not None
        return is_large or (word not in SCORES and word in _money_names(text))
    return word not in WEIGHTS or not text.startswith(" of ", past)


@cache
def _lettered() -> re.Pattern[str]:
    """A sum behind a letter that is a currency only where sums are told: "R80 billion"."""
    signs = "|".join(re.escape(s) for s, unit in spellings().before.items() if unit.scaled)
    return re.compile(
        rf"(?<![^\W_])({signs})[ ]?[0-9][0-9.,]{{0,12}}[ -]?(?:[bm]t?r?illion|[bmt]n)\b"
    )


@lru_cache(maxsize=1)
def _letters(text: str) -> frozenset[str]:
    """The letters that stand for a currency in this text, by its sums in millions and billions."""
    return frozenset(_lettered().findall(text))


@lru_cache(maxsize=1)
def _money_names(text: str) -> frozenset[str]:
    """The words behind the scales of this text's sums: "35 billion rand" makes "75 rand" money."""
    return frozenset(SCALED_NAME.findall(text))


def is_lettered(text: str, opening: int, start: int, end: int) -> bool:
    """Whether a letter before a plain number is a currency: "R180 a share", "R165" beside "R4bn".

    Elsewhere "R2" and "N9" are chips, roads and rules.
    """
    if EACH_SHARE.match(text, end) is not None:
        return True
    return text[opening:start] in _letters(text)


def settle(unit: Unit, survey: Survey, home: str | None) -> tuple[str, Origin]:
    """The ISO code that `unit` means in this article, and what said so."""
    text = survey.text
    if not unit.others:
        return unit.code, "text"
    choices = (unit.code, *unit.others)
    if unit.home:
        # What an article says of its own money stands above the custom of its outlet.
        declared = _declared(survey, choices) or at_home(survey, unit)
        if declared:
            return declared, "document"
    if home in choices:
        return home, "locale"
    if unit.home:
        return unit.code, "default"
    counts = {code: sum(text.count(cue) for cue in cues(code)) for code in choices}
    best = max(choices, key=lambda code: counts[code])
    if counts[best] > counts[unit.code]:
        return best, "document"
    return unit.code, "document" if counts[unit.code] else "default"


@cache
def _own_signs(code: str) -> tuple[str, ...]:
    """The signs with letters that mean one currency alone: "US$" and "$US" of the US dollar."""
    signs = (s for s, unit in spellings().before.items() if unit.code == code and not unit.others)
    return tuple(sorted(s for s in signs if not s.isalpha()))


def _declared(survey: Survey, choices: tuple[str, ...]) -> str | None:
    """As in "All figures in Canadian dollars": the money that an article says it writes in."""
    text = survey.text
    for kind in sorted(survey.words & DECLARING):
        at = text.find(kind)
        while at >= 0:
            said = text[at + len(kind) + 1 : at + len(kind) + 41]
            for code in choices:
                plain = said.removeprefix("are ").removeprefix("in ")
                if plain.startswith((names()[code][1], *_own_signs(code))):
                    return code
            at = text.find(kind, at + 1)
    return None
