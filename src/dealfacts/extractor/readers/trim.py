"""Takes the words off both ends of a candidate that belong to the sentence, not to a name.

Articles, weekdays, "Chinese" in front of a firm, a model number behind one. Refuses to cut inside.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.extractor.readers.links import LINK
from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.readers.runs import Word

# These are cut wherever they stand; other words of the list only where a sentence begins.
# fmt: off
MONTH_SHORT = 4
ALWAYS_CUT = frozenset((
    "The", "A", "An", "I", "In", "Of", "For", "And", "By", "With", "From", "At", "As", "But",
    "It", "He", "She", "They", "We", "Its", "Their", "His", "Her", "On", "To", "Or", "If",
    "When", "While", "After", "Our", "My", "Your", "This", "These", "Those", "Such", "Each",
    "THE", "AND", "FOR", "WITH",
))
# fmt: on
BODIES = frozenset({"Board", "Boards", "Directors", "Shareholders", "Management"})
# A headline in capitals: "$3bn Contoso Acquisition". Not "Investment", which ends names of funds.
DEALS = frozenset(
    {"Acquisition", "Takeover", "Buyout", "Merger", "Deal", "Purchase", "Stake", "Bid"}
)
PARTICLES_FIRST = frozenset(
    ("de", "van", "von", "al", "bin", "ul", "la", "le", "el", "du", "di", "da")
)
# A350, VC-10, 737s, F-70, Q1: a model or form, no name; not 7-Twelve.
MODEL = re.compile(r"[A-Z]{0,5}-?\d+[A-Za-z]{0,2}(?:-[a-z0-9]\w*|-[A-Z0-9]{1,4})?$")
THREE, PAIR = 3, 2


def trim(part: tuple[Word, ...], *, opens: bool, heading: bool) -> tuple[Word, ...]:
    """Takes words off both ends that belong to the sentence, not to a name."""
    low, high = 0, len(part)
    while low < high:
        word = part[low]
        flag = word.flags
        if flag == LINK:
            if low == 0 and word.text in PARTICLES_FIRST and high > 1:
                break
        elif not _is_loose(part, low, high, opens=opens, heading=heading):
            break
        low += 1
    while high > low and (
        part[high - 1].flags == LINK
        or (
            high - low > 1
            and part[high - 2].text != "&"
            and (_is_tail(part[high - 1]) or (heading and _is_deal(part[high - 2 : high])))
        )
    ):
        high -= 1
    return part[low:high]


def _is_loose(part: tuple[Word, ...], low: int, high: int, *, opens: bool, heading: bool) -> bool:
    """Whether the word at `low` belongs to the sentence, not to the name behind it."""
    word = part[low]
    flag = word.flags
    more = high - low > 1
    if word.text in ALWAYS_CUT or (flag & words.NEVER and (opens or heading or not more)):
        return True
    if flag & words.PEOPLE and more and not _people_name(part[low:high]):
        return True
    if flag & words.MONTH:
        following = part[low + 1] if more else word
        is_word = following.flags & words.COMMON and high - low > PAIR  # "in May Bold Fields said"
        is_name = bool(following.flags & words.SURNAME and not is_word)
        is_name |= following.text in PARTICLES_FIRST
        # "Jan Example" is somebody, "April Example" may be the month before a company
        is_name |= len(word.text) < MONTH_SHORT and high - low == PAIR and not following.flags
        return not (flag & words.GIVEN and more and is_name)
    if word.text in BODIES and _is_of_a_firm(part, low, high):
        return True
    if not opens or low or high < PAIR:
        return False
    return _does(word, part[1]) or (high >= THREE and _introduces(flag, part[1].flags))


def _is_of_a_firm(part: Sequence[Word], low: int, high: int) -> bool:
    """Whether a body is that of the firm behind it: "Board of Example", not "Board of Trade"."""
    following = part[low + 1 : high]
    return (
        len(following) >= PAIR
        and following[0].text == "of"
        and not (following[1].flags & (words.COMMON | words.PLACE | words.ORGANISATION))
    )


def _is_tail(word: Word) -> bool:
    """Whether the last word of several is no part of the name: a model, a month, shareholders."""
    if word.text in words.lexicon().organisation.of_firm:
        return True
    if word.flags & (words.NEVER | words.MONTH):
        return not word.flags & (words.LEGAL | words.SURNAME)
    return bool(word.flags & words.DIGIT and MODEL.match(word.text))


def _is_deal(pair: Sequence[Word]) -> bool:
    """Whether a headline's word for a deal ends a name: "Contoso Acquisition", not "Cash Deal"."""
    return pair[1].text in DEALS and not pair[0].flags & words.COMMON


def _introduces(first: int, second: int) -> bool:
    """Whether an ordinary word that opens a sentence only precedes a person: "Hiring Jane Doe"."""
    plain = words.COMMON & first and not first & (words.GIVEN | words.SURNAME | words.ORGANISATION)
    return bool(plain and second & words.GIVEN and not second & words.COMMON)


def _does(word: Word, following: Word) -> bool:
    """Whether a word that opens a sentence only leads to a name: "Buying Example", "Rival Acme"."""
    trade = word.text.lower() in words.lexicon().cues.company_nouns
    is_leading = word.flags & words.COMMON > 0 and word.text.endswith("ing")
    return (
        (trade or is_leading)
        and not word.flags & (words.GIVEN | words.SURNAME | words.ORGANISATION)
        and not following.flags & (words.COMMON | words.ORGANISATION | words.LEGAL)
        and following.flags != LINK
    )


def _people_name(row: Sequence[Word]) -> bool:
    """Whether the word for a people opens a firm or a place: "British Airways", "Saudi Arabia"."""
    naming = words.ORGANISATION | words.LEGAL | words.COMMON
    return any(word.flags & naming for word in row[1:]) or (
        " ".join(word.text for word in row) in words.places()
    )
