"""What the words of a name alone speak for a person: given name, surname, initials, particles.

Refuses to look at the text around them; people.py adds that up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.extractor.readers.links import LINK
from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.readers.runs import Word

INITIALS = re.compile(r"(?:[A-Z]\.){2,3}\Z")
# "Santosh K.", an analyst; "Victor V" alone could be anything
LAST_INITIAL = 7
# "Example Fabrimedia"
FIRM = 6
# Beats a legal form or a word such as "Capital" in the same piece.
CERTAIN = 8
NEVER = -9
LONGEST = 6
PAIR = 2
PARTICLE = ("Al-", "El-", "Abu-", "Ibn-")
# "Nguyen Thi Lan"
FAMILY_LAST = 3
BARRED = words.LEGAL | words.CAMEL | words.DIGIT | words.NEVER | words.DAY | words.BODY
# What a firm is as often as a person.
MANAGERS = ("investment manager ", "asset manager ", "fund manager ", "wealth manager ")
NO_LINKS = frozenset(("&", "+", "of", "and", "for", "the", "on", "et", "und"))


def weigh(row: Sequence[Word], *, heading: bool, honorific: bool) -> int:
    """How much the words speak for a person; NEVER where one of them rules a person out."""
    if len(row) < PAIR:
        return NEVER
    plain = [word for word in row if word.flags != LINK]
    while len(plain) > PAIR and plain[-1].flags & words.SUFFIX:
        plain.pop()
    if not PAIR <= len(plain) <= LONGEST:
        return NEVER
    total = _own(row, plain, heading=heading)
    if total <= NEVER:
        return NEVER
    last = plain[-1]
    total += 2 * last.text.startswith(PARTICLE)  # "Yasir Al-Rumi"
    if last.text.endswith(words.lexicon().organisation.endings):
        total -= FIRM * (not last.flags & (words.SURNAME | words.SURNAME_LIKE))
    return total + _parts(plain[0].flags, last.flags, len(plain)) + CERTAIN * honorific


def _own(every: Sequence[Word], row: Sequence[Word], *, heading: bool) -> int:
    """What the words as a whole speak for; NEVER where one of them rules a person out."""
    total = 0
    if len(row) < len(every):
        for word in every:
            if word.flags == LINK and word.text in NO_LINKS:
                return NEVER
        total += 3
    initials, dotted = 0, bool(row[0].flags & words.GIVEN)
    verb = words.NEVER * (not heading and _is_verb_too(row))
    for place, word in enumerate(row):
        flag = word.flags & ~verb if place else _first(word) & ~verb
        if flag & BARRED and (flag & words.CAMEL or not flag & words.GIVEN):
            return NEVER
        if flag & words.THING and not flag & (words.SURNAME | words.GIVEN):
            return NEVER
        if flag & words.ACRONYM and not heading and len(word.text) > PAIR:
            total -= 6
        if flag & words.INITIAL:
            initials += 1
            dotted = dotted or "." in word.text
        if flag & words.PEOPLE:
            total -= 3
    if initials:
        total += _initials(row, initials) + 3 * dotted
    if row[0].text.startswith("St"):
        total -= 6 * (row[0].text in {"St.", "St"})
    return total + 3 * bool(every[-1].flags & words.SUFFIX)


def _initials(row: Sequence[Word], count: int) -> int:
    """What so many initials cost a name; NEVER and less where no name is left."""
    if row[-1].flags & words.INITIAL:
        is_southern = count == 1 and len(row) == PAIR and row[0].flags & words.GIVEN
        is_plain = is_southern and not row[0].flags & words.COMMON
        return -LAST_INITIAL if is_plain else 2 * NEVER
    return 2 * NEVER if count > len(row) - 1 else 0


def _first(word: Word) -> int:
    """The flags of the first word: "B.V. Doe" has the initials B and V and no legal form."""
    flag = word.flags
    is_form = flag & words.LEGAL and INITIALS.match(word.text)
    return flag & ~words.LEGAL | words.INITIAL if is_form else flag


def _parts(first: int, last: int, size: int) -> int:
    """What the first and the last word speak for."""
    total = 0
    if first & words.GIVEN:
        total += 2 if first & words.COMMON else 4
    elif first & words.COMMON:
        total -= 3
    elif first & words.FAMILY_FIRST and size <= FAMILY_LAST:
        total += 2
    if first & words.PLACE and not first & words.GIVEN:
        total -= 2
    if last & words.ORGANISATION:
        total -= 3 if last & words.SURNAME else 6
    if last & words.SURNAME:
        total += 1 if last & words.COMMON else 3 if last & words.GIVEN else 2
    elif last & words.COMMON:
        # "Jane Brisk"
        is_named = first & words.GIVEN and not first & (words.COMMON | words.PLACE)
        total -= 2 if last & words.GIVEN or is_named else 3
    elif last & words.SURNAME_LIKE:
        total += 3
    elif not last & words.PLACE:
        total += 1
    if last & words.PLACE:
        total -= 2 * bool(first & words.COMMON) if last & words.SURNAME else 3
    return total


def _is_verb_too(row: Sequence[Word]) -> bool:
    """Whether a surname that is an everyday word stands behind a given name: "Jane Read"."""
    last = row[-1].flags
    is_surname = last & words.SURNAME and last & words.NEVER
    return len(row) == PAIR and bool(row[0].flags & words.GIVEN and is_surname)
