"""Cuts capitalised runs into pieces: what could be one name each.

"Acme co-founder Jane Doe" is three: a piece, a role, a piece. A piece knows its words with their
classes and what stands directly around it; it does not know yet what it names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dealfacts.extractor.readers.runs import LINKS_OF, LOWER_START, LONGEST_START, runs, tokens
from dealfacts.lexicon import name_words as words
from dealfacts.model.text import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.mention import Title
    from dealfacts.model.text import Sentence

# These are cut wherever they stand; other words of the list only where a sentence begins.
ALWAYS_CUT = frozenset(
    "The A An I In Of For And By With From At As But It He She They We Its Their His Her On To Or If".split()
)
OPENERS = "\"“‘'([{•*—–-:\n>»« "
LEAST_HEADING = 3
HEADING_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a piece: absolute offsets, the flags of lexicon.name_words, link or not."""

    start: int
    end: int
    text: str
    flags: int
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """What could be one name: its words, and what touches it.

    `opens`: it stands where a sentence or quotation begins. `heading`: among words that are all
    capitalised for show. `title_before`: the role directly before it.
    """

    words: tuple[Word, ...]
    opens: bool
    heading: bool
    honorific: bool
    title_before: str
    title_after: str

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.words[-1].end


def cut(text: str, sentences: Sequence[Sentence], titles: Sequence[Title]) -> list[Piece]:
    """The pieces of all sentences, ascending."""
    found: list[Piece] = []
    at = 0
    for sentence in sentences:
        heading = _is_heading(text, sentence)
        while at < len(titles) and titles[at].end <= sentence.start:
            at += 1
        first = at
        for hit in runs(text, sentence.start, sentence.end):
            start, end = hit.span()
            while first < len(titles) and titles[first].end < start - 1:
                first += 1
            near = [t for t in titles[first : first + 4] if t.start <= end + 1]
            found += _run(text, start, hit.group(), sentence, near, heading=heading)
    return found


def _is_heading(text: str, sentence: Sentence) -> bool:
    """Whether most words of a sentence are capitalised."""
    plain = text[sentence.start : sentence.end].split()
    long = [word for word in plain if len(word) > LEAST_HEADING and word[0].isalpha()]
    if len(long) < LEAST_HEADING:
        return sentence.part in (Part.TITLE, Part.HEADING) and not any(w[0].islower() for w in long)
    return sum(word[0].isupper() for word in long) >= HEADING_SHARE * len(long)


def _run(  # noqa: PLR0913
    text: str, base: int, run: str, sentence: Sentence, titles: Sequence[Title], *, heading: bool
) -> list[Piece]:
    """The pieces of one run that begins at `base`."""
    row: list[Word] = []
    found: list[Piece] = []
    honorific = False
    opens = (
        not text[sentence.start : base].strip(OPENERS)
        or text[base - 1] in '"“‘:\n'
        or text[base - 2 : base] in {'" ', ": ", "— ", "• "}
    )
    state = [opens]

    def close() -> None:
        nonlocal honorific
        for words_ in _split(row):
            trimmed = _trim(words_, opens=state[0], heading=heading)
            if trimmed:
                first, last = trimmed[0].start, trimmed[-1].end
                before = next(
                    (
                        t.head
                        for t in titles
                        if 0 <= first - t.end <= 2 and not text[t.end : first].strip(" \n\u00a0")
                    ),
                    "",
                )
                after = next(
                    (
                        t.head
                        for t in titles
                        if 0 <= t.start - last <= 1 and not text[last : t.start].strip(" \n\u00a0")
                    ),
                    "",
                )
                found.append(
                    Piece(
                        trimmed,
                        state[0],
                        heading,
                        honorific and trimmed[0] is words_[0],
                        before,
                        after,
                    )
                )
            state[0] = False
            honorific = False
        row.clear()

    for token in tokens(run):
        start, end = base + token.start, base + token.end
        if any(t.start < end and start < t.end for t in titles):
            close()
            state[0] = False
            honorific = False
            continue
        if token.is_link:
            row.append(Word(start, end, token.word, 0, is_link=True))
            continue
        flag = words.flags(token.word)
        if (
            start == base
            and start > sentence.start
            and (text[start - 1].isalnum() or text[start - 1] in "-‑'’")
        ):
            lower = LOWER_START.search(text, max(sentence.start, start - LONGEST_START), start)
            if lower is None or text[lower.start() : lower.start() + 1] == "":
                state[0] = False
                continue
            start = lower.start()
            flag = words.flags(text[start:end])
        if (
            flag & words.HONORIFIC
            and (token.word[-1] == "." or not flag & words.COMMON or flag & words.NEVER)
            and token.end < len(run)
        ):
            close()
            honorific = True
            state[0] = False
            continue
        if flag & words.DAY:
            close()
            state[0] = False
            continue
        row.append(Word(start, end, text[start:end], flag))
    close()
    return found


def _split(row: Sequence[Word]) -> list[tuple[Word, ...]]:
    """Breaks a row of words where a link does not bind: "Acme and Beta", "Jane Doe of Acme"."""
    parts: list[tuple[Word, ...]] = []
    start = 0
    place = 0
    while place < len(row):
        if row[place].is_link:
            stop = place
            while stop < len(row) and row[stop].is_link:
                stop += 1
            if not _binds(row[start:place], row[place:stop], row[stop:]):
                parts.append(tuple(row[start:place]))
                start = stop
            place = stop
        else:
            place += 1
    parts.append(tuple(row[start:]))
    return [part for part in parts if part and not all(word.is_link for word in part)]


def _binds(left: Sequence[Word], links: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether the words on both sides of a link are one name."""
    if not left or not right:
        return False
    link = links[0].text
    if link in {"&", "+"}:
        return True
    if link in LINKS_OF:
        heads = words.OF_HEAD
        if link != "of":
            return any(word.flags & heads for word in left) and not right[0].flags & words.MONTH
        return bool(left[-1].flags & heads) and not right[0].flags & (
            words.MONTH | words.GIVEN & ~words.PLACE
        )
    if link in {"and", "et", "und"}:
        upto = []
        for word in right:
            if word.is_link and word.text not in {"of"}:
                break
            upto.append(word)
        closing = [w for w in upto if w.flags & (words.ORGANISATION | words.LEGAL)]
        plain = words.COMMON | words.ORGANISATION
        return bool(
            closing
            and len(upto) > 0
            and all(word.is_link or word.flags & plain for word in left[-2:])
            and all(w.flags & (plain | words.LEGAL) for w in upto[:2] if not w.is_link)
            and not any(w.flags & words.LEGAL for w in left)
            and (len(upto) > 1 or upto[0].flags & words.LEGAL)
        )
    return True


def _trim(part: Sequence[Word], *, opens: bool, heading: bool) -> tuple[Word, ...]:
    """Takes words off both ends that belong to the sentence, not to a name."""
    row = list(part)
    first = True
    while row:
        word = row[0]
        if word.is_link:
            if (
                word.text
                in {"de", "van", "von", "al", "bin", "ul", "la", "le", "el", "du", "di", "da"}
                and len(row) > 1
                and not first
            ):
                break
            row.pop(0)
        elif (
            word.text in ALWAYS_CUT
            or (word.flags & words.NEVER and (opens or heading or len(row) == 1))
            or (word.flags & words.PEOPLE and len(row) > 1 and not _people_name(row))
            or (word.flags & words.MONTH and not word.flags & words.GIVEN)
            or word.flags & words.SUFFIX & ~words.LEGAL
        ):
            row.pop(0)
        elif opens and first and len(row) > 2 and _introduces(row):  # noqa: PLR2004
            row.pop(0)
        else:
            break
        first = False
    while row and (
        row[-1].is_link
        or (row[-1].flags & words.NEVER and len(row) > 1 and not row[-1].flags & words.LEGAL)
    ):
        row.pop()
    return tuple(row)


def _introduces(row: Sequence[Word]) -> bool:
    """Whether an ordinary word that opens a sentence only precedes a person: "Hiring Jane Doe"."""
    first, second = row[0].flags, row[1].flags
    plain = words.COMMON & first and not first & (words.GIVEN | words.SURNAME | words.ORGANISATION)
    return bool(plain and second & words.GIVEN and not second & words.COMMON)


def _people_name(row: Sequence[Word]) -> bool:
    """Whether the word for a people opens an organisation: "British Airways"."""
    return any(word.flags & (words.ORGANISATION | words.LEGAL | words.COMMON) for word in row[1:])
