"""The shape of a capitalised run: which of its words could be one name each.

"Acme co-founder Jane Doe" has two candidates around a role. A shape needs only the run's own words,
so equal runs are worked out once; what stands around them is looked at elsewhere.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dealfacts.extractor.readers.links import LINK, binds, ended, parted
from dealfacts.extractor.readers.organisations import own_strength
from dealfacts.extractor.readers.person_form import NEVER, weigh
from dealfacts.extractor.readers.runs import tokens
from dealfacts.extractor.readers.trim import trim
from dealfacts.lexicon import name_words as words

# In a heading a word of these kinds may be part of a name although it is an ordinary word.
NAMING = words.GIVEN | words.SURNAME | words.ORGANISATION | words.LEGAL | words.OF_HEAD
MISTER = words.HONORIFIC | words.RANK
# What a state calls itself in front of its name.
STATES = ("Republic of ", "Kingdom of ", "Commonwealth of ", "Sultanate of ", "Emirate of ")


class Word(NamedTuple):
    """A word of a run: offsets in the run, the flags of lexicon.name_words; LINK for a link."""

    start: int
    end: int
    text: str
    flags: int


class Shape(NamedTuple):
    """A candidate for a name in a run.

    `opens`: it may owe its capital to the beginning of a sentence. `every` and `some` are the flags
    that all words and any word have. `place`: a gazetteer has it as it stands; `person`, `firm`:
    what its words weigh as a person's and an organisation's name; `core`: without legal form.
    """

    words: tuple[Word, ...]
    start: int
    end: int
    text: str
    opens: bool
    honorific: bool
    every: int
    some: int
    place: bool
    person: int
    firm: int
    core: str


@lru_cache(maxsize=1 << 14)
def shapes(
    run: str, lead: str | None, roles: tuple[tuple[int, int], ...], *, opens: bool, heading: bool
) -> tuple[Shape, ...]:
    """The candidates of a run, ascending.

    `lead` is the lower-case beginning of the first word ("e" of "eBay"), None where the first word
    is the tail of something else ("14B"); `roles` are the ranges of role words, in the run.
    """
    if not roles and lead == "" and run.isalpha():
        return _lone(run, opens=opens, heading=heading)
    found: list[Shape] = []
    for row, first, honorific in _rows(run, lead, roles, opens=opens):
        starts = first
        mister = honorific
        for part in _parts(row, heading=heading):
            trimmed = trim(part, opens=starts, heading=heading)
            if trimmed:
                titled = mister and trimmed[0].start == part[0].start
                person = weigh(trimmed, heading=heading, honorific=titled)
                found.append(
                    shape(
                        run,
                        lead or "",
                        trimmed,
                        person,
                        opens=starts,
                        honorific=titled,
                        heading=heading,
                    )
                )
            last = part[-1]
            starts = last.flags & words.LEGAL > 0 and last.text[-1] == "."
            mister = False
    return tuple(found)


def _lone(word: str, *, opens: bool, heading: bool) -> tuple[Shape, ...]:
    """The shape of a run that is one word; none of a weekday, a month and the like."""
    flag = words.flags(word)
    if flag & words.DAY:
        return ()
    row = trim((Word(0, len(word), word, flag),), opens=opens, heading=heading)
    if not row:
        return ()
    place = _is_place(word)
    firm = own_strength(row, flag, flag, place=place, heading=heading)
    return (
        Shape(row, 0, len(word), word, opens, honorific=False, every=flag, some=flag,
              place=place, person=NEVER, firm=firm, core=word),
    )  # fmt: skip


def shape(
    run: str,
    lead: str,
    row: tuple[Word, ...],
    person: int,
    *,
    opens: bool,
    honorific: bool,
    heading: bool,
) -> Shape:
    """The shape of the words of a row, whose offsets count in `run`."""
    start, end = row[0].start, row[-1].end
    every, some = -1, 0
    for word in row:
        if word.flags != LINK:
            every &= word.flags
            some |= word.flags
    text = run[start:end] if start >= 0 else lead + run[:end]
    place = _is_place(" ".join(text.split()))
    firm = own_strength(row, every, some, place=place, heading=heading)
    core = _core(text, row, end)
    if place or (some & words.PEOPLE and not row[-1].flags & words.LEGAL):
        core = text
    core = " ".join(core.split())
    return Shape(row, start, end, text, opens, honorific, every, some, place, person, firm, core)


def _core(text: str, row: tuple[Word, ...], end: int) -> str:
    """A name without the legal forms that close it: "Example (Media)" of "Example (Media) Ltd"."""
    high = len(row)
    while high > 1 and (row[high - 1].flags == LINK or row[high - 1].flags & words.LEGAL):
        high -= 1
    stop = len(text) + row[high - 1].end - end
    return text[: stop + (text[stop : stop + 1] == ")" and "(" in text[:stop])]


def _is_place(name: str) -> bool:
    """Whether the gazetteer has a name, or what "Republic of" stands before."""
    known = words.places()
    return name in known or (name.startswith(STATES) and name.partition(" of ")[2] in known)


def _rows(
    run: str, lead: str | None, roles: tuple[tuple[int, int], ...], *, opens: bool
) -> list[tuple[list[Word], bool, bool]]:
    """The run without roles, honorifics and weekdays: rows of words, opens, honorific before."""
    honorific = False
    rows: list[tuple[list[Word], bool, bool]] = []
    row: list[Word] = []
    every = tokens(run)
    for place, token in enumerate(every):
        start, end, word = token.start, token.end, token.word
        if place == 0 and lead != "":
            if lead is None:
                opens = False
                continue
            word = lead + word
            start -= len(lead)
        flag = LINK if token.is_link else words.flags(word)
        breaks = bool(roles) and any(first < end and start < last for first, last in roles)
        titled = False
        if flag & MISTER and flag != LINK and not breaks:
            following = every[place + 1].word if place + 1 < len(every) else ""
            titled = _is_honorific(word, flag, following)
        if breaks or titled or (flag & words.DAY and flag != LINK):
            if row:
                rows.append((row, opens, honorific))
                row = []
            opens, honorific = False, titled
            continue
        row.append(Word(start, end, word, flag))
    if row:
        rows.append((row, opens, honorific))
    return rows


def _is_honorific(word: str, flag: int, following: str) -> bool:
    """Whether "Mr.", "Lord", "General" speaks of the person behind it."""
    if not following:
        return False
    if word[-1] == "." or (flag & words.HONORIFIC and not flag & words.COMMON):
        return True
    other = words.flags(following)
    if flag & words.RANK and not flag & words.HONORIFIC:
        return bool(other & words.GIVEN and not other & words.COMMON)
    return not other & (words.ORGANISATION | words.LEGAL) and bool(
        other & (words.GIVEN | words.SURNAME) or not other & words.COMMON
    )


def _parts(row: list[Word], *, heading: bool) -> list[tuple[Word, ...]]:
    if len(row) == 1:
        return [tuple(row)]
    return [part for bit in (_shown(row) if heading else [row]) for part in _split(bit)]


def _shown(row: list[Word]) -> list[list[Word]]:
    """A row of a heading, where every word has a capital, without its ordinary words."""
    parts: list[list[Word]] = [[]]
    for word in row:
        ordinary = word.flags & (words.COMMON | words.NEVER) and not word.flags & NAMING
        if ordinary:
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def _split(row: list[Word]) -> list[tuple[Word, ...]]:
    """Breaks a row where a link does not bind: "Acme and Beta", "Jane Doe of Acme"."""
    parts: list[tuple[Word, ...]] = []
    start = place = 0
    size = len(row)
    while place < size:
        if row[place].flags == LINK:
            stop = place
            while stop < size and row[stop].flags == LINK:
                stop += 1
            if not binds(row[start:place], row[place:stop], row[stop : stop + 12]):
                if place > start:
                    parts.append(tuple(row[start:place]))
                start = stop
            place = stop
        else:
            if place - start > 1 and (
                ended(row[place - 1], row[place])
                or parted(row[start:place], row[place : place + 4])
            ):
                parts.append(tuple(row[start:place]))
                start = place
            place += 1
    if start < size:
        parts.append(tuple(row[start:]))
    return parts
