"""Finds role words: "interim CEO", "Chief Strategy Officer", "co-founders", "head of research".

A role is anchored by its first word, looked up among the words that the text really has.
Refuses to say who holds the role or where.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dealfacts.extractor.mention import Title
from dealfacts.extractor.readers.openers import uncrowded
from dealfacts.extractor.readers.shy_titles import NEXT, welcome
from dealfacts.extractor.readers.title_fields import FIELDED, with_field
from dealfacts.extractor.readers.title_verbs import is_verb
from dealfacts.lexicon import name_words, roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WORD = re.compile(r"[A-Za-z]+")
# The words of a form: "chief executive officer", "vice-president", "C.E.O.", "co-founder"
STEP = re.compile(r"(?:[ \u00a0]\n?|\n|-|‑|–)?(?P<word>(?:[^\W\d_]\.){2,4}|[^\W\d_]+|&)")
# "chief strategy and product officer", "Chief Strategy Officer"
CHIEF = re.compile(
    r"(?:[ \n\u00a0](?:U\.[SK]\.|[^\W\d_]+)(?:[-‑][^\W\d_]+){0,2},?){1,5}?"
    r"[ \n](?P<last>[Oo]fficers?|OFFICERS?)\b"
)
BEFORE = re.compile(r"(?P<word>[^\W\d_][\w.]*(?:-[^\W\d_]+)*)(?P<gap>[ \n\u00a0-]|[ ]-[ ])\Z")
# "chief executive-elect", "the CEO designate"
BEHIND = re.compile(r"[ \u00a0‑-](?P<word>[A-Za-z]{5,9})\b")
# "Example Capital Partners": the plural closes a name.
GAPS = frozenset(" \n\u00a0-")
CAPITAL_BEFORE = re.compile(r"[A-Z][\w&.]*[ ]$")
LONGEST, PAIR = 5, 2
FORMER, NO_FIELDS = "former", frozenset[str]()
LOOK_BACK = 24
# An open form such as "chief people and culture officer" is no longer than this.
REACH = 90


@cache
def _anchors() -> Mapping[str, int]:
    """Every first word of a form, in three cases, to the length of its longest form in words."""
    longest: dict[str, int] = {}
    for form in roles.forms():
        steps = STEP.findall(form)
        upper = steps[0].upper()
        for first in (steps[0], steps[0].capitalize(), upper, upper[:-1] + steps[0][-1]):
            longest[first] = max(longest.get(first, 0), len(steps))
    for first in ("chief", "Chief", "CHIEF"):
        longest[first] = LONGEST
    return longest


@cache
def _seconds() -> Mapping[str, frozenset[str]]:
    """The first word of every form of several words to the words that may be its second."""
    found: dict[str, set[str]] = {}
    for form in _forms():
        if len(form) > 1:
            found.setdefault(form[0], set()).add(form[1])
    return {first: frozenset(seconds) for first, seconds in found.items()}


@cache
def _forms() -> Mapping[tuple[str, ...], roles.Role]:
    return {tuple(STEP.findall(form)): role for form, role in roles.forms().items()}


@cache
def _leading() -> frozenset[str]:
    """The words that may stand before a role and belong to it."""
    return roles.modifiers().union(roles.statuses())


@cache
def _first_words() -> frozenset[str]:
    """What WORD sees of each anchor: "C.E.O." begins with "C"."""
    return frozenset(WORD.findall(anchor)[0] for anchor in _anchors())


def read(text: str, vocabulary: frozenset[str] | None = None) -> list[Title]:
    """The roles of a text, ascending, not overlapping. `vocabulary`: the words of the text."""
    words = frozenset(WORD.findall(text)) if vocabulary is None else vocabulary
    anchors = {at: word for word in words & _first_words() for at in _occurrences(text, word)}
    found: list[Title] = []
    at = 0
    for start in uncrowded(sorted(anchors)):
        if start < at:
            continue
        title = _title(text, start, at, anchors[start])
        if title is not None:
            found.append(title)
            at = title.end
    return found


def _occurrences(text: str, word: str) -> Iterator[int]:
    """Where `word` stands as a whole word."""
    start = text.find(word)
    size = len(word)
    while start >= 0:
        end = start + size
        if not (start and (text[start - 1].isalnum() or text[start - 1] == "_")) and not (
            end < len(text) and (text[end].isalnum() or text[end] == "_")
        ):
            yield start
        start = text.find(word, end)


def _steps(text: str, start: int, first: str) -> tuple[list[str], list[int]]:
    """The words that may make up a role, in lower case, and their ends; none without an anchor."""
    words: list[str] = []
    ends: list[int] = []
    at = start
    longest = LONGEST
    if not text.startswith(".", start + len(first)):
        at += len(first)
        longest = _anchors().get(first, 0)
        words, ends = [first.lower()], [at]
    while len(words) < longest and (step := STEP.match(text, at)):
        word = step["word"].replace("&", "and")
        longest = longest if words else _anchors().get(word, 0)
        words.append(word.lower())
        if len(words) == PAIR and words[1] not in _seconds().get(words[0], ()):
            words.pop()
            break
        at = step.end()
        ends.append(at)
    return (words, ends) if longest else ([], [])


def _title(text: str, start: int, floor: int, first: str) -> Title | None:
    """The role that begins at `start` with the letters `first`, with the words before it."""
    words, ends = _steps(text, start, first)
    if not words:
        return None
    forms = _forms()
    role = None
    for size in range(len(words), 0, -1):
        role = forms.get(tuple(words[:size]))
        if role is not None:
            end, head = ends[size - 1], role.head
            break
    if words[0] == "chief" and (role is None or role.shy):
        near = text[start : start + REACH].lower()
        open_form = CHIEF.match(text, ends[0]) if "officer" in near else None
        if open_form:
            end, role = open_form.end(), None
            head = " ".join(text[start:end].lower().split()).removesuffix("s")
        elif role is None:
            return None
    elif role is None:
        return None
    if (
        is_verb(text, start, end, floor)
        or _opens_name(text, start, end)
        or (
            role is not None
            and role.shy
            and not _has_field(text, start, floor, head)
            and not welcome(text, start, end, role)
        )
    ):
        return None
    if text.endswith(("oard of ", "OARD OF "), max(0, start - 8), start):
        return None  # "chairman of the Board of Directors"
    if head in FIELDED:
        end = with_field(text, end, head)
    begin, status = _before(text, start, floor, head)
    behind = BEHIND.match(text, end)
    told = roles.statuses_behind().get(behind["word"].lower()) if behind else None
    if behind is not None and told is not None:
        return Title(begin, behind.end(), head, told)
    return Title(begin, end, head, status)


def _opens_name(text: str, start: int, end: int) -> bool:
    """Whether a role is the first word of a name, or "the Office of the President"."""
    if text.endswith(("ffice of the ", "FFICE OF THE "), max(0, start - 14), start):
        return True
    if not (text[start].isupper() and text[end - 1] == "s"):
        return False
    following = NEXT.match(text, end)
    return following is not None and bool(
        name_words.flags(following["word"]) & name_words.ORGANISATION
    )


def _has_field(text: str, start: int, floor: int, head: str) -> bool:
    """Whether the word before a role is a department: "its sales manager"."""
    known = roles.fields().get(head)
    hit = BEFORE.search(text, max(floor, start - LOOK_BACK), start) if known else None
    return hit is not None and known is not None and hit["word"].lower() in known


def _before(text: str, start: int, floor: int, head: str) -> tuple[int, str]:
    """Where the role begins with its modifiers, and the status that they give it."""
    known = roles.fields().get(head, NO_FIELDS)
    status = ""
    near = text[max(floor, start - LOOK_BACK) : start]
    if near[-1:] not in GAPS:
        return start, status
    # Most words before a role are no part of it.
    last = near.split()[-1:]
    if last and last[0].isalpha() and last[0].lower() not in _leading() | known:
        return start, status
    # "Example Media CEO" as well
    is_short = text[start : start + 2].isupper()
    while hit := BEFORE.search(text, max(floor, start - LOOK_BACK), start):
        word = hit["word"].lower()
        given = roles.statuses().get(word)
        if given is None and word not in roles.modifiers() and word not in known:
            break
        if hit.start() and text[hit.start() - 1].isalnum():
            break
        # "Example Research analyst": the capitals belong to a name.
        shown = hit["word"][0].isupper() and (text[start].islower() or is_short)
        shown = shown and (given is None or text[start].islower())
        if shown and CAPITAL_BEFORE.search(text, max(0, hit.start() - LOOK_BACK), hit.start()):
            break
        # "Acme's former interim chief executive" is no longer so
        status = given if given == FORMER else status or given or ""
        start = hit.start()
    return start, status
