"""Page furniture that only its neighbours give away.

Author notes under a repeated name, the label above a title, lists of links under their heading or
at the foot of a page, readers' comments. Refuses to look into the middle of an article: every
rule here needs the top or the foot of the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.lexicon.boilerplate import furniture as lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from dealfacts.loader.paragraphs import Paragraph

LONGEST_LABEL = 60
LONGEST_HEADLINE = 140
LABEL_WORDS = 2
HEADLINE_WORDS = 4
# A paragraph of this length that ends in a stop is running text.
PROSE = 90
# Author notes and comments stand in the last part of a page.
FOOT = 0.6
BIO_FOOT = 0.5
PROSE_BEFORE_ZONE = 3
NAME_WORDS = range(2, 6)
CAPITALISED = 0.7
BIO_WINDOW = 240
FIGURE = re.compile(r"[$€£¥₹]\s?\d|\d\s?%|\bmillion\b|\bbillion\b")
STOPS = frozenset(".!?…")
CLOSERS = "\"'”’»)] "
# "Jane Example is a …", "Jane van Example covers …"
BIO = re.compile(
    r"(?P<name>[A-Z][\w.’'-]{1,20}(?:\s(?:[A-Z][\w.’'-]{0,20}|van|von|de|der|di|bin|al)){1,4})\s(?:is|was|has|covers|writes|reports|works|joined)\b"
)
WORD = re.compile(r"[a-z]+")


def surrounded(text: str, blocks: Sequence[Paragraph], known: frozenset[int]) -> frozenset[int]:
    """The indexes of paragraphs whose place shows that they are furniture.

    `known` are the indexes that are furniture by themselves.
    """
    found = set[int]()
    found |= _comments(text, blocks)
    found |= _links(text, blocks, known)
    found |= _author_notes(text, blocks)
    found |= _label_on_top(text, blocks, known.union(found))
    return frozenset(found)


def _line(text: str, block: Paragraph) -> str:
    return text[block.start : block.end]


def _is_prose(text: str, block: Paragraph) -> bool:
    return block.end - block.start >= PROSE and _is_stopped(text, block)


def _is_stopped(text: str, block: Paragraph) -> bool:
    return text[max(block.start, block.end - 6) : block.end].rstrip(CLOSERS)[-1:] in STOPS


def _heading_words(text: str, block: Paragraph) -> str:
    """A short line as the lists of zones have it: lower case, no counts, no marks at its ends."""
    if block.end - block.start > LONGEST_LABEL:
        return ""
    line = _line(text, block).lower()
    return line.strip(" \t:()[]0123456789»›>|.…!#*=").rstrip()


def _comments(text: str, blocks: Sequence[Paragraph]) -> set[int]:
    """Everything from the heading of the readers' comments on."""
    zones = lexicon().comment_zone
    prose = 0
    for index, block in enumerate(blocks):
        if _is_prose(text, block):
            prose += 1
        elif (
            prose >= PROSE_BEFORE_ZONE
            and block.start >= FOOT * len(text)
            and _heading_words(text, block) in zones
        ):
            return set(range(index, len(blocks)))
    return set()


def _links(text: str, blocks: Sequence[Paragraph], known: frozenset[int]) -> set[int]:
    """Headlines under a heading such as "Related stories", and those that end a page."""
    found = set[int]()
    zones = lexicon().link_zone
    inside = False
    for index, block in enumerate(blocks):
        if _heading_words(text, block) in zones:
            inside = True
            found.add(index)
        elif inside and _is_link(text, block):
            found.add(index)
        else:
            inside = inside and index in known
    last = len(blocks) - 1
    while last >= 0 and last in known:
        last -= 1
    first = last
    while first >= 0 and not blocks[first].bullet and _is_headline(text, blocks[first]):
        first -= 1
        if blocks[first + 1].gap_before:
            break
    if last - first > 1 and any(_is_prose(text, block) for block in blocks[: first + 1]):
        found |= set(range(first + 1, last + 1))
    return found


def _is_link(text: str, block: Paragraph) -> bool:
    """Whether a line under the heading of a list of links can be one: short, without a stop."""
    return (
        block.end - block.start <= LONGEST_HEADLINE
        and not _is_stopped(text, block)
        and text.count(" ", block.start, block.end) >= HEADLINE_WORDS - 1
    )


def _is_headline(text: str, block: Paragraph) -> bool:
    """Capitals of a headline, several words, no full stop, no label with a colon."""
    if block.end - block.start > LONGEST_HEADLINE or _is_stopped(text, block) or block.lines > 1:
        return False
    line = _line(text, block)
    words = [word for word in line.split() if len(word) > 3]  # noqa: PLR2004
    capitals = sum(not word[0].islower() for word in words)
    return (
        len(line.split()) >= HEADLINE_WORDS
        and line[-1] != ":"
        and ": " not in line[:24]
        and capitals >= CAPITALISED * len(words)
    )


def _author_notes(text: str, blocks: Sequence[Paragraph]) -> set[int]:
    """A name printed twice and the note below it; a note by its wording."""
    found = set[int]()
    names = set[str]()
    for index, block in enumerate(blocks):
        above = blocks[index - 1]
        size = block.end - block.start
        if size > LONGEST_LABEL or not index or size != above.end - above.start:
            continue
        line = _line(text, block)
        if _line(text, above) == line and _is_name(line):
            found |= {index - 1, index}
            names.add(line)
    foot = BIO_FOOT * len(text)
    for index, block in enumerate(blocks):
        if (names and _opens_with(text, block.start, names)) or (
            block.start >= foot and _is_bio(text, block)
        ):
            found.add(index)
    return found


def _opens_with(text: str, start: int, names: AbstractSet[str]) -> bool:
    """Whether one of `names`, none longer than a label, and a blank stand at `start`."""
    stop = start + LONGEST_LABEL + 1
    at = text.find(" ", start, stop)
    while at >= 0:
        if text[start:at] in names:
            return True
        at = text.find(" ", at + 1, stop)
    return False


def _is_name(line: str) -> bool:
    words = line.split()
    return len(words) in NAME_WORDS and all(
        word[0].isupper() and word.replace(".", "").replace("-", "").isalpha() for word in words
    )


def _is_bio(text: str, block: Paragraph) -> bool:
    """Whether a paragraph presents an author: a name, a trade of writing, and a word of praise."""
    opening = BIO.match(text, block.start, block.end)
    if opening is None:
        return False
    note = text[opening.end() : min(block.end, opening.end() + BIO_WINDOW)].lower()
    lists = lexicon()
    return (
        any(word in lists.bio_role for word in WORD.findall(note))
        and any(sign in note for sign in lists.bio_sign)
        and FIGURE.search(note) is None
    )


def _label_on_top(text: str, blocks: Sequence[Paragraph], known: frozenset[int]) -> set[int]:
    """One or two capitalised words above the title: the name of a section."""
    first = next((index for index in range(min(len(blocks), 4)) if index not in known), None)
    if first is None or first + 1 >= len(blocks):
        return set()
    line = _line(text, blocks[first])
    words = line.split()
    follows = blocks[first + 1]
    is_label = (
        len(words) <= LABEL_WORDS
        and all(word[0].isupper() and word.isalpha() for word in words)
        and blocks[first].gap_after
        and follows.end - follows.start > len(line)
    )
    return {first} if is_label else set()
