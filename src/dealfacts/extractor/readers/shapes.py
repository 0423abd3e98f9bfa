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
from dealfacts.extractor.readers.rows import ROW_ENDS, Row, rows
from dealfacts.extractor.readers.runs import Word, worded
from dealfacts.extractor.readers.trim import trim
from dealfacts.lexicon import name_words as words

# In a heading a word of these kinds may be part of a name although it is an ordinary word.
NAMING = words.GIVEN | words.SURNAME | words.ORGANISATION | words.LEGAL | words.OF_HEAD
# A row without such words has one part.
PARTS_END = LINK | words.LEGAL | words.ORGANISATION
# What closes a name and is no part of its core.
CLOSING = LINK | words.LEGAL
# What a state calls itself in front of its name.
STATES = ("Republic of ", "Kingdom of ", "Commonwealth of ", "Sultanate of ", "Emirate of ")


class Shape(NamedTuple):
    """A candidate for a name in a run.

    `opens`: it may owe its capital to the beginning of a sentence. `every` and `some` are the flags
    that all words but links and any word have. `place`: a gazetteer has it as it stands; `person`,
    `firm`: what its words weigh as the name of a person, of an organisation; `core`: without legal
    form.
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
    is_whole = not roles and lead == ""
    if is_whole and run.isalpha():
        return _lone(run, opens=opens, heading=heading)
    every, some = worded(run)
    is_bound = is_whole and not heading and not some & PARTS_END
    found: list[Shape] = []
    if is_whole and not some & ROW_ENDS:
        found_rows = [Row(every, opens, honorific=False)]
    else:
        found_rows = rows(every, lead, roles, opens=opens)
    for row, first, honorific in found_rows:
        starts = first
        mister = honorific
        for part in (row,) if is_bound else _parts(row, heading=heading):
            trimmed = trim(part, opens=starts, heading=heading)
            if trimmed:
                titled = mister and trimmed[0].start == part[0].start
                # "The Evening Echo has": the capital behind the article is the name's own
                starts = starts and (heading or titled or part[0].text != "The")
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
    if flag & words.DAY or word in words.lexicon().other.lone:
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
    start, last = row[0].start, row[-1]
    every, some = -1, 0
    for word in row:
        flag = word.flags
        some |= flag
        if flag != LINK:
            every &= flag
    text = run[start : last.end] if start >= 0 else lead + run[: last.end]
    name = " ".join(text.split())
    place = _is_place(name)
    firm = own_strength(row, every, some, place=place, heading=heading)
    core = name
    if last.flags & CLOSING and not place and (last.flags & words.LEGAL or not some & words.PEOPLE):
        core = " ".join(_core(text, row).split())
    return Shape(
        row, start, last.end, text, opens, honorific, every, some, place, person, firm, core
    )


def _core(text: str, row: tuple[Word, ...]) -> str:
    """A name without the legal forms that close it: "Example (Media)" of "Example (Media) Ltd"."""
    high = len(row)
    while high > 1 and (row[high - 1].flags == LINK or row[high - 1].flags & words.LEGAL):
        high -= 1
    stop = len(text) + row[high - 1].end - row[-1].end
    return text[: stop + (text[stop : stop + 1] == ")" and "(" in text[:stop])]


def _is_place(name: str) -> bool:
    """Whether the gazetteer has a name, or what "Republic of" stands before."""
    known = words.places()
    return name in known or (name.startswith(STATES) and name.partition(" of ")[2] in known)


def _parts(row: tuple[Word, ...], *, heading: bool) -> list[tuple[Word, ...]]:
    if len(row) == 1:
        return [row]
    return [part for bit in (_shown(row) if heading else [row]) for part in _split(bit)]


def _shown(row: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """A row of a heading, where every word has a capital, without its ordinary words."""
    parts: list[list[Word]] = [[]]
    for word in row:
        ordinary = word.flags & (words.COMMON | words.NEVER) and not word.flags & NAMING
        if ordinary:
            parts.append([])
        else:
            parts[-1].append(word)
    return [tuple(part) for part in parts if part]


def _split(row: tuple[Word, ...]) -> list[tuple[Word, ...]]:
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
                    parts.append(row[start:place])
                start = stop
            place = stop
        else:
            if place - start > 1 and (
                ended(row[place - 1], row[place])
                or parted(row[start:place], row[place : place + 4])
            ):
                parts.append(row[start:place])
                start = place
            place += 1
    if start < size:
        parts.append(row[start:])
    return parts
