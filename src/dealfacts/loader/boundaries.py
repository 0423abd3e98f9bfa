"""Where one sentence ends and the next begins, inside one paragraph.

Refuses to look at lines, headings or lists: `sentences.py` hands it one paragraph at a time.
Time is linear: a candidate is a stop before a gap, and each is decided from a bounded window.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon.abbreviations import abbreviations, kinds

if TYPE_CHECKING:
    from collections.abc import Mapping

# "…end.” Next", "…over?! Next", "…deal.[3] Next", "…you.😊 Next", and run together: "…AI.Next".
STOP = re.compile(
    r"""
    (?P<stop>
        [.!?…](?<![.!?…][.!?…])       # a run of stops is read once, from its first
        [.!?…]*+
    )
    (?P<close>(?:["'”’»)\]]|\s(?:[”»]|\'\')|\s"(?=\s|\Z)|\[\d{1,3}\]|[\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]){0,6})
    (?:\s++|(?=[A-Z“‘]))
    """,
    re.VERBOSE,
)
# "9." and "$9." before " 2 billion"; "25." is no decimal yet.
BROKEN = re.compile(r"\D{0,4}\d{1,3}")
# "2 billion", "75 bn", "2%": what is left of a broken figure.
REST = re.compile(
    r"""
    \d{1,3}(?:[.,]\d{1,3})?
    (?: \s?% | \s{0,2}(?P<scale>[A-Za-z]{1,9}) )
    """,
    re.VERBOSE,
)
# "1", "12", "a", "B": a list marker when it opens the sentence.
MARKER = re.compile(r"\d{1,2}|[A-Za-z]|[ivx]{1,4}")
# "U.S", "a.m", "N.V", "U.S.A": letters with full stops between.
DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_]){1,5}")
WORD = re.compile(r"[^\W\d_]{1,24}(?:['’][a-z]{1,3})?")
# "Jane van Example said": up to four capitalised words, then a verb of speech.
SPEAKER = re.compile(r"(?P<names>(?:[A-Z][\w.’'-]{0,20}\s{1,3}){1,4})(?P<verb>[a-z]{3,12})\b")
OPENERS = frozenset("“\"‘'«([{")
BRACKETS = frozenset("([{")
QUOTES = frozenset("\"”’'»")
# Marks before a word that are no part of it, bullets among them.
LEADING = "([{“\"‘'«—–-/$€£•⁃●▪◦·*"
WINDOW = 24
SHORT = 2
ELLIPSIS = 3
# ". . . The": words left out before a new sentence.
OMISSION = re.compile(r"\.\s\.\s\.\s(?=[A-Z])")


class Words(NamedTuple):
    """The word lists that a decision looks into, bound once."""

    kinds: Mapping[str, str]
    starters: frozenset[str]
    domains: frozenset[str]
    speech: frozenset[str]
    scales: frozenset[str]


@cache
def words() -> Words:
    """The lexicon in the form that decisions use."""
    lists = abbreviations()
    return Words(kinds(), lists.starters, lists.domains, lists.speech, lists.scales)


def sentence_ranges(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]`, a paragraph without white space at its ends."""
    found: list[tuple[int, int]] = []
    begin = start
    known = kinds()
    for match in STOP.finditer(text, start, end):
        following = match.end()
        if following >= end:
            break
        at, closed = match.start(), match.end("close")
        if closed == at + 1 < following and text[at] == "." and text[following].isupper():
            # Nine sentences in ten end in a plain word; the rest is looked at closely.
            token = text[max(begin, at - WINDOW) : at].rpartition(" ")[2]
            is_plain = len(token) > SHORT and token.isalpha() and token.islower()
            if is_plain and token not in known:
                found.append((begin, closed))
                begin = following
                continue
        if _ends(text, begin, match, following, end):
            found.append((begin, closed))
            begin = following
    found.append((begin, end))
    return found


def _ends(text: str, begin: int, match: re.Match[str], following: int, end: int) -> bool:
    """Whether the stop of `match` ends the sentence that began at `begin`."""
    at = match.start()
    closed = match.end("close")
    next_char = text[following]
    if next_char.islower():
        # "… it. iPhone sales": a small letter can open a sentence only before a capital.
        if not text[following + 1 : following + 2].isupper():
            return False
    elif next_char == ".":
        # "… compounds. . . . The": the first point ends the sentence.
        return text[at - 1 : at].isalnum() and OMISSION.match(text, following, end) is not None
    elif text[at - 1 : at] == "[":
        return False
    if closed == following:
        return _runs_together(text, begin, at, following, end)
    if closed - match.end("stop") and _speaker_follows(text, match.end("stop"), following, end):
        return False
    mark = text[at]
    if mark in "!?":
        return not _is_form(text, following, end)
    if mark == "…" or match.end("stop") - at > 1:
        return True
    return _full_stop_ends(text, begin, at, following, end)


def _full_stop_ends(text: str, begin: int, at: int, following: int, end: int) -> bool:
    token = _token(text, begin, at)
    if not token:
        # " . . . " leaves words out; a fourth point ends the sentence.
        return _spaced_points(text, begin, at) != ELLIPSIS
    next_char = text[following]
    if _opens_with(text, begin, at - len(token)) and MARKER.fullmatch(token):
        return False
    if token[-1].isdigit():
        return not (next_char.isdigit() and _is_broken(text, token, following, end))
    kind = _kind(token)
    if kind is None:
        return True
    if next_char in BRACKETS or not (next_char.isalpha() or next_char in OPENERS):
        # A number or a bracket belongs to the abbreviation: "Oct. 5", "L.P. (“Club”)".
        return kind == "form" and next_char not in BRACKETS and not next_char.isdigit()
    if kind == "title":
        return False
    if kind == "number":
        return True
    if next_char in OPENERS:
        return kind in {"form", "place", "month"}
    return _opens_sentence(text, following, end)


def _spaced_points(text: str, begin: int, at: int) -> int:
    """How many points with blanks between end at `at`, that one included; at most four."""
    count = 1
    while count <= ELLIPSIS and at - 2 >= begin and text[at - 2] == ".":
        at -= 2
        count += 1 if text[at - 1 : at].isspace() or at == begin else 0
        if not text[at - 1 : at].isspace():
            break
    return count


def _opens_with(text: str, begin: int, at: int) -> bool:
    """Whether nothing but a bullet stands between the start of the sentence and `at`."""
    return at - begin <= len("•  ") and not any(map(str.isalnum, text[begin:at]))


@lru_cache(maxsize=1 << 12)
def _kind(token: str) -> str | None:
    """The list that an abbreviation stands in, "initial", or None for an ordinary word."""
    known = words().kinds
    kind = known.get(token)
    if kind is not None:
        return kind
    if len(token) == 1:
        return "initial" if token.isupper() else None
    if token.isupper() and (kind := known.get(token.capitalize())) is not None:
        return kind
    return "dotted" if "." in token and DOTTED.fullmatch(token) else None


def _token(text: str, begin: int, at: int) -> str:
    """The word right before `at`, without opening brackets and quotes; "" after a blank."""
    tail = text[max(begin, at - WINDOW) : at]
    if not tail or tail[-1].isspace():
        return ""
    token = tail.rsplit(None, 1)[-1]
    if token.isalnum():
        return token
    if not token[0].isalnum():
        token = token.lstrip(LEADING)
    for dash in "—–-":
        if dash in token:
            token = token.rsplit(dash, 1)[-1]
    return token


def _opens_sentence(text: str, following: int, end: int) -> bool:
    if text.startswith(".", following + 1):
        return False  # "Jane K. A. Roe"
    word = WORD.match(text, following, end)
    return word is not None and word.group().lower() in words().starters


def _is_form(text: str, following: int, end: int) -> bool:
    """Whether a legal form follows: "Yahoo! Inc." is a name."""
    word = WORD.match(text, following, end)
    return word is not None and words().kinds.get(word.group()) == "form"


def _is_broken(text: str, token: str, following: int, end: int) -> bool:
    """Whether a stray space broke a figure: "$9. 2 billion"."""
    if not BROKEN.fullmatch(token):
        return False
    rest = REST.match(text, following, end)
    if rest is None:
        return False
    scale = rest.group("scale")
    return scale is None or scale.lower() in words().scales


def _speaker_follows(text: str, quote: int, following: int, end: int) -> bool:
    """Whether a quotation that ends here is handed to a name: “Why?” Jane Example asked."""
    if text[quote] not in QUOTES or _opens_sentence(text, following, end):
        return False
    speaker = SPEAKER.match(text, following, min(end, following + 100))
    return speaker is not None and speaker.group("verb") in words().speech


def _runs_together(text: str, begin: int, at: int, following: int, end: int) -> bool:
    """Whether a stop without a gap ends a sentence: "… in AI.Example said" but not "Node.Js"."""
    if text[following] in "“‘":
        return len(_token(text, begin, at)) > 1
    word = WORD.match(text, following, end)
    if word is None or (word.end() < end and not text[word.end()].isspace()):
        return False  # "U.S.", "Node.Js-based"
    token = _token(text, begin, at)
    if len(token) < 2 or _kind(token) is not None or "@" in token or "/" in token:  # noqa: PLR2004
        return False
    name = word.group()
    if len(name) > 1 and not name[1:].islower():
        return False
    speaker = SPEAKER.match(text, following, min(end, following + WINDOW * 4))
    if speaker and token.islower() and " " in speaker.group("names").strip():
        # "… chief executive officer.Jane Example said": a stop in place of a blank.
        return speaker.group("verb") not in words().speech
    if token[0].isdigit():
        return True
    is_domain = name.lower() in words().domains and not token.islower()
    return not is_domain and "." not in token
