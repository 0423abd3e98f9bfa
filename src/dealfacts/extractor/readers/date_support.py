"""What the words around a date say: whether it is one, and whether it lies ahead.

"May said", "2024 shares", "Black Friday" are no dates. Refuses to read the date itself.
"""

from __future__ import annotations

from enum import StrEnum

from dealfacts.extractor.readers.date_forms import Form, Offset, Span, Unit, Vague
from dealfacts.lexicon.dates import dates
from dealfacts.model.vocabulary import Grain

REACH = 90
BACK_WORDS = 9
POSSESSIVES = ("'s ", "’s ")
QUOTES = "\"'“”‘’("
STOPS = QUOTES + ").,;:?!"
SENTENCE_ENDS = ".!?;"
SIGNS = "\"'“”‘’(),"
MONEY = frozenset("$€£¥₹₩₺")
MONEY_SIGNS = MONEY | frozenset("#@_")
NO_DATE_BEHIND = frozenset("%_@")
FIRST_SURE, LAST_SURE = 1980, 2060
LOOK_BACK = 5
ABBREVIATED = 3  # letters of "Oct"
# "To be closed", "a wholly owned unit": the word behind one of these is no past tense.
NO_PAST = frozenset({"be", "to", "wholly", "fully", "jointly", "newly"})


class Doubt(StrEnum):
    """What else the words of a date can be, which only the words around can tell."""

    NONE = ""
    NUMBER = "number"
    MONTH_NAME = "month name"
    DAY_NAME = "day name"
    PAPER = "paper"
    DURATION = "duration"
    VAGUE = "vague"
    CODE = "code"
    VERB = "verb"


def doubt(form: Form, words: str, count: int) -> Doubt:
    """The doubt about a form of `count` tokens, from its own words alone."""
    match form:
        case Offset(ahead=True) | Span(first=Offset(ahead=True)):
            return Doubt.DURATION
        case Vague():
            return Doubt.VAGUE
        case Unit(grain=Grain.YEAR) if words.isdecimal():
            return Doubt.NUMBER
        case Unit(grain=Grain.MONTH, year=None, shift=None, part=""):
            return Doubt.MONTH_NAME
        case Unit(grain=Grain.MONTH, year=None) if words.endswith((" may", " march")):
            return Doubt.VERB  # "this may take longer"
        case Unit(grain=Grain.DAY, year=None, place=place) if place and words[0].islower():
            return Doubt.VERB if words.startswith(("may", "mar")) else Doubt.NONE
        case Unit(grain=Grain.DAY, place=0, weekday=weekday) if weekday >= 0 and count == 1:
            return Doubt.DAY_NAME
        case Unit(grain=Grain.HALF):
            return Doubt.CODE
        case _:
            return Doubt.PAPER if words == "Today" else Doubt.NONE


def stands(text: str, start: int, end: int, case: str) -> bool:
    """Whether the words around let `text[start:end]` be a date, `case` being its doubt."""
    if not _free(text, start, end):
        return False
    match case:
        case Doubt.NONE:
            return True
        case Doubt.NUMBER:
            return _is_year(text, start, end, int(text[start:end]))
        case Doubt.MONTH_NAME:
            return _is_month(text, start, end, text[start:end].rstrip("."))
        case Doubt.DAY_NAME:
            return before(text, start).lower() not in dates().named_weekday.words
        case Doubt.PAPER:
            return not before(text, start)[:1].isupper()
        case Doubt.DURATION:
            return direction(text, start, end) > 0 and not _looks_back(text, start)
        case Doubt.VAGUE:
            return after(text, end) != "as"  # "as recently as February"
        case Doubt.CODE:
            return not _is_code(text, end)
        case _:
            return False


def _is_code(text: str, end: int) -> bool:
    """H1-B, the H1 visa."""
    return text[end : end + 1] == "-" or after(text, end).lower().startswith("visa")


def _free(text: str, start: int, end: int) -> bool:
    """Not part of a longer word, number, sum, code or address."""
    left = text[start - 1] if start else " "
    right = text[end : end + 2]
    number = text[start].isdigit()
    if left == " " and right[:1] == " ":
        return not number or text[start - 2 : start - 1] not in MONEY
    if number and right[:1] == "T" and right[1:].isdigit():
        right = " "  # 2025-06-13T10:00
    if left.isalnum() or left in MONEY_SIGNS or right[:1].isalnum() or right[:1] in NO_DATE_BEHIND:
        return False
    if right[1:].isdigit() and right[0] in ".,:-/" and text[end - 1].isdigit():
        return False
    if not number or start < 2:  # noqa: PLR2004  two places to look at
        return True
    far = text[start - 2]
    if left in ".,:-":
        return not far.isdigit() and not (left == "-" and far.isupper())
    return left not in "+=&/" and not (left == "\u00a0" and far in MONEY)


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
    dated = left in ("since", "during") or (left == "in" and number % 100)
    if dated and FIRST_SURE <= number <= LAST_SURE:
        return True  # "in 2024 shares fell", but not "in 2000 stores"
    if right.lower() in lexicon.counted.words or left in lexicon.before_quantity.words:
        return left == "than" and before(text, start - len("than ")) in lexicon.before_than.words
    if (
        name[:1].isupper()
        and left not in lexicon.before_year.words
        and right in lexicon.copulas.words
    ):
        return False
    if FIRST_SURE <= number <= LAST_SURE:
        return True
    is_led = (left or _key(text, start)) in lexicon.before_year.words
    return is_led and 1700 <= number < 2100  # noqa: PLR2004


def _key(text: str, start: int) -> str:
    """The word of a key in front of its value: "Founded: 1954"."""
    words = text[max(0, start - 24) : start].rstrip(" ").split()
    return words[-1][:-1].lower() if words and words[-1].endswith(":") else ""


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


def _is_traded(text: str, end: int) -> bool:
    """Whether the words behind a day are of its market: "Tuesday's (undisturbed) close"."""
    words = text[end : end + 40].split("\n", 1)[0].lower().split()[:2]
    return any(word.strip(STOPS) in dates().traded.words for word in words)


def direction(text: str, start: int, end: int) -> int:
    """1 where the words around a date speak of the future, -1 of the past, 0 of neither."""
    if "will" in text[end : end + 24].lower() and after(text, end).lower() == "will":
        return 1
    lexicon = dates()
    if text.startswith(POSSESSIVES, end) and _is_traded(text, end + 2):
        return -1
    words = text[max(0, start - REACH) : start].rpartition("\n\n")[2].split()[-BACK_WORDS:]
    ways = lexicon.direction
    behind = following = "A"
    for at in range(len(words) - 1, -1, -1):
        behind, following = words[at], behind
        word = behind
        if not word.isalpha():
            if word[-1] in SENTENCE_ENDS and (word[-1] != "." or following[0].isupper()):
                break
            word = word.strip(SIGNS)
        way = ways.get(word.lower(), 0) if word != "May" else 0
        if word == "set" and following in ("for", "to"):
            return 1
        if way:
            over = at and words[at - 1] in lexicon.over.words and word.endswith(("ed", "due"))
            return -1 if over else way
        if word.endswith("ed") and not (at and words[at - 1] in NO_PAST):
            return -1
    return 1 if words and words[-1].lower() in lexicon.ahead.words else 0
