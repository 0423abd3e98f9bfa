"""What the words around a date say: whether it is one, and whether it lies ahead.

"May said", "2024 shares", "Black Friday" are no dates. Refuses to read the date itself.
"""

from __future__ import annotations

from dealfacts.extractor.readers.date_forms import (
    Ended,
    Form,
    Numeric,
    Offset,
    Phrase,
    Span,
    Unit,
    Vague,
    Week,
)
from dealfacts.lexicon.dates import dates
from dealfacts.model.vocabulary import Grain

REACH = 90
BACK_WORDS = 9
QUOTES = "\"'“”‘’("
STOPS = QUOTES + ").,;:?!"
SENTENCE_ENDS = ".!?;"
SIGNS = "\"'“”‘’(),"
MONEY_SIGNS = "$€£¥₹₩₺#@_"
FIRST_SURE, LAST_SURE = 1980, 2060
LOOK_BACK = 5
ABBREVIATED = 3  # letters of "Oct"


def stands(text: str, start: int, end: int, phrase: Phrase) -> bool:
    """Whether the words around let `text[start:end]` be a date."""
    if not _free(text, start, end):
        return False
    form = phrase.form
    if isinstance(form, Span) and isinstance(form.first, Offset):
        form = form.first
    if isinstance(form, Offset) and form.ahead:
        return direction(text, start, end) > 0 and not _looks_back(text, start)
    if isinstance(form, Vague):
        return after(text, end) != "as"  # "as recently as February"
    if not isinstance(form, Unit):
        return not isinstance(form, Numeric) or text[end : end + 1] != "%"
    words = text[start:end]
    if form.grain == Grain.YEAR and phrase.tokens == 1 and words.isdecimal():
        return _is_year(text, start, end, int(words))
    if form.grain == Grain.MONTH and form.year is None and form.shift is None and not form.part:
        return _is_month(text, start, end, words.rstrip("."))
    if form.grain == Grain.MONTH and form.shift is not None:
        return not words.endswith((" may", " march"))  # "this may take longer"
    if form.grain == Grain.DAY and form.year is None and words[0].islower():
        return form.index == 0 or words[:3] not in ("may", "mar")
    if form.grain == Grain.DAY and form.weekday >= 0 and not form.index and phrase.tokens == 1:
        return before(text, start).lower() not in dates().named_weekday.words
    if form.grain == Grain.DAY and phrase.first == "relative" and words == "Today":
        return not before(text, start)[:1].isupper()
    return not (form.grain == Grain.HALF and _is_code(text, end))


def _is_code(text: str, end: int) -> bool:
    """H1-B, the H1 visa."""
    return text[end : end + 1] == "-" or after(text, end).lower().startswith("visa")


def _free(text: str, start: int, end: int) -> bool:
    """Not part of a longer word, number, sum, code or address."""
    left = text[start - 1] if start else " "
    right = text[end : end + 2]
    if right[:1] == "T" and right[1:].isdigit() and text[start].isdigit():
        right = " "  # 2025-06-13T10:00
    if left.isalnum() or left in MONEY_SIGNS or right[:1].isalnum() or right[:1] in ("%", "_", "@"):
        return False
    if left in ".,:-/+=&" and start > 1 and text[start].isdigit():
        if (
            text[start - 2].isdigit()
            or left in "+=&/"
            or (left == "-" and text[start - 2].isupper())
        ):
            return False
    elif (
        left in " \u00a0" and start > 1 and text[start].isdigit() and text[start - 2] in MONEY_SIGNS
    ):
        return False
    return not (
        right[:1] in (".", ",", ":", "-", "/") and right[1:].isdigit() and text[end - 1].isdigit()
    )


def before(text: str, start: int) -> str:
    """The word directly before, without signs; "" at the start of a line or behind a comma."""
    if not start or text[start - 1] in "\n,;:(":
        return ""
    words = text[max(0, start - 24) : start].rsplit(None, 1)
    word = words[-1] if words else ""
    if "-" in word:
        word = word.rstrip("-").rpartition("-")[2]
    return "" if word[-1:] in (",", ";", ":", ".") else word.strip(QUOTES)


def after(text: str, end: int) -> str:
    """The word directly behind, without signs; "" behind a comma or full stop."""
    lead = text[end : end + 24]
    if not lead or not (lead[0].isspace() or lead[0] == "-"):
        return ""
    words = lead.split(None, 1) if lead[0] != "-" else lead[1:].split(None, 1)
    return words[0].partition("-")[0].strip(STOPS) if words else ""


def _looks_back(text: str, start: int) -> bool:
    """The deepest recession in a decade, the first time in two years: a duration."""
    words = text[max(0, start - REACH) : start].split()[-LOOK_BACK:]
    return any(word.endswith("est") or word in dates().looks_back.words for word in words)


def _is_year(text: str, start: int, end: int, number: int) -> bool:
    """2024, but not in "2024 shares", "more than 2000 of them", "Windows 2000 is" or a sum."""
    name, right = before(text, start), after(text, end)
    left = name.lower()
    lexicon = dates()
    if right.lower() in lexicon.counted.words or left in lexicon.before_quantity.words:
        return False
    if (
        name[:1].isupper()
        and left not in lexicon.before_year.words
        and right in lexicon.copulas.words
    ):
        return False
    if FIRST_SURE <= number <= LAST_SURE:
        return True
    return left in lexicon.before_year.words and 1700 <= number < 2100  # noqa: PLR2004


def _is_month(text: str, start: int, end: int, words: str) -> bool:
    """April, but not in "April said", "Theresa May", "May we", "Jan Smith"."""
    left, right = before(text, start), after(text, end)
    lexicon = dates()
    low = left.lower()
    ambiguous = words.lower() in lexicon.ambiguous_month.words
    if low in lexicon.sure_before_month.words:
        return True
    if right.lower() in lexicon.speaks.words:
        return False
    if words[0].islower():
        return not ambiguous
    supported = low in lexicon.before_month.words
    if len(words) == ABBREVIATED and not ambiguous:
        return (supported and not right[:1].isupper()) or text[end - 1] == "."
    if not ambiguous:
        return True
    if right[:1].isupper():
        return False  # by April Jones
    return supported or (words.lower() not in ("may", "march") and not left[:1].isupper())


def direction(text: str, start: int, end: int) -> int:
    """1 where the words around a date speak of the future, -1 of the past, 0 of neither."""
    if after(text, end).lower() == "will":
        return 1
    known = dates().direction
    words = text[max(0, start - REACH) : start].rpartition("\n\n")[2].split()[-BACK_WORDS:]
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        last = at == len(words) - 1
        if word[-1] in SENTENCE_ENDS and (word[-1] != "." or last or words[at + 1][0].isupper()):
            break
        word = word.strip(SIGNS)
        word = word.lower() if word != "May" else ""
        if not last and word in ("by", "until", "till", "before"):
            continue  # "by the company in April"
        if word in known:
            return known[word]
        if word.endswith("ed") and not (at and words[at - 1] in ("be", "to")):
            return -1
    return 0


def is_open(form: Form) -> bool:
    """Whether the form leaves a year or a week open, so that the direction matters."""
    if isinstance(form, Span):
        return is_open(form.first) or is_open(form.last)
    if isinstance(form, Week):
        return is_open(form.inside)
    if isinstance(form, Ended):
        return is_open(form.last)
    return isinstance(form, Unit) and form.year is None and form.shift is None
