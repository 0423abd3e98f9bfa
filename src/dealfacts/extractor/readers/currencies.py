"""The currency beside a number: before it ("US$ 5"), behind it ("5 Swiss francs"), glued ("412p").

Also what an ambiguous form means in one article. It refuses to convert anything.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from dealfacts.lexicon.currencies import Unit, cues, folded, forms, names, spellings

if TYPE_CHECKING:
    from decimal import Decimal

BLANKS = " \u00a0\u2009\u202f"
LONGEST_WORD = 9
# A name that is an everyday word is read behind figures of this size.
LARGE = 1000

Origin = Literal["text", "document", "locale", "default"]

# up to three words behind a figure: " Swiss francs", "-U.S.-dollar", "€"
PHRASE = re.compile(
    r"""(?P<gap>[ \u00a0\u2009\u202f-]|\r?\n[\ \t]{0,4})?
        (?P<one>(?:[^\W\d_]\.)+(?:[^\W\d_]\b)?|[^\W\d_]*[$€£]|€[^\W\d_]+|[^\W\d_]+(?:/|\b)|[^\w\s])
        (?:[ \u00a0-](?P<two>(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_]+)
        (?:[ \u00a0-](?P<three>[^\W\d_]+))?)?""",
    re.VERBOSE,
)
# "$29.7 billion (US$20 billion)"
CONTRAST = re.compile(r"(?<![A-Z])\$[0-9][0-9.,]{0,9}[ ]?[a-z]{0,8}[ ]\((?:about[ ])?US\$")


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
    if at and (text[at - 1].isalpha() or text[at - 1] in ". "):
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
    return None if unit is None else (unit, at)


def after(text: str, end: int, value: Decimal, *, scaled: bool) -> Behind | None:
    """The currency written right behind `end`."""
    match = PHRASE.match(text, end)
    if match is None:
        return None
    table = spellings()
    one = match["one"]
    gap = match["gap"]
    if one[-1] in table.signs and text[match.end("one") : match.end("one") + 1].isdigit():
        return None  # the sign belongs to the next figure
    if gap is None:
        unit = table.glued.get(one)
        if unit is not None:
            return (
                None
                if scaled or value in (720, 1080, 480, 2160)
                else Behind(unit, match.end("one"))
            )
    if gap and "\n" in gap and not (one[:1].islower() or one.isupper()):
        return None
    first = folded(one)
    if first.split(" ")[0] not in table.first:
        return None
    words = [first]
    ends = [match.end("one")]
    for name in ("two", "three"):
        if match[name]:
            words.append(folded(match[name]))
            ends.append(match.end(name))
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        unit = table.after.get(phrase)
        if unit is None:
            continue
        if unit.scaled and not scaled and value < LARGE:
            continue
        if (
            count == 1
            and phrase in ("pound", "pounds")
            and not scaled
            and text[ends[0] : ends[0] + 4] == " of "
        ):
            return None
        return Behind(unit, ends[count - 1])
    unit = table.after.get(one) if one.isupper() and len(one) == 3 else None  # noqa: PLR2004
    if unit is not None and (scaled or not unit.scaled):
        return Behind(unit, ends[0])
    return None


def settle(unit: Unit, text: str, home: str | None) -> tuple[str, Origin]:
    """The ISO code that `unit` means in this article, and what said so."""
    if not unit.others:
        return unit.code, "text"
    choices = (unit.code, *unit.others)
    if home in choices:
        return home, "locale"
    if unit.home:
        declared = _declared(text, choices) or _contrasted(text, unit)
        return (declared, "document") if declared else (unit.code, "default")
    counts = {code: sum(text.count(cue) for cue in cues(code)) for code in choices}
    best = max(choices, key=lambda code: counts[code])
    if counts[best] > counts[unit.code]:
        return best, "document"
    return unit.code, "document" if counts[unit.code] else "default"


def _declared(text: str, choices: tuple[str, ...]) -> str | None:
    """ "All figures in Canadian dollars": the money that an article says it writes in."""
    for kind in ("igures ", "mounts ", "rices "):
        at = text.find(kind)
        while at >= 0:
            said = text[at + len(kind) : at + len(kind) + 40]
            for code in choices:
                if said.startswith((f"in {names()[code][1]}", f"are in {names()[code][1]}")):
                    return code
            at = text.find(kind, at + 1)
    return None


def _contrasted(text: str, unit: Unit) -> str | None:
    """ "$29.7 billion (US$20 billion)": a bare dollar that is converted to US dollars is another.

    Which one, the countries that the article names must say.
    """
    if "(US$" not in text or CONTRAST.search(text) is None:
        return None
    counts = {code: sum(text.count(cue) for cue in cues(code)) for code in unit.others}
    best = max(unit.others, key=lambda code: counts[code])
    return best if counts[best] else None
