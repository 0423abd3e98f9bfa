"""Share words: which "half", "a third", "majority" speaks of a share of something held or split.

It refuses times ("half an hour", "the first half"), crowds ("a majority of analysts") and leaves
the rest alone: a share word needs its noun.
"""

from __future__ import annotations

import re
from decimal import Decimal  # noqa: TC003  a NamedTuple is built at run time
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.numbers import cased
from dealfacts.lexicon.figures import shares

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dealfacts.extractor.readers.survey import Survey

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
LOOK_AHEAD = 6
LONGEST_WORD = 16


class NamedShare(NamedTuple):
    """A share word at text[start:end] with its bounds in percent."""

    start: int
    end: int
    bounds: tuple[Decimal, Decimal]


def _behind(text: str, end: int) -> list[str]:
    """The words behind `end` up to the end of the clause, in lower case."""
    stop = end + 60
    clause = re.split(r"[.,;:!?\n\"”()]", text[end:stop], maxsplit=1)[0]
    return [word.lower() for word in WORD.findall(clause)[:LOOK_AHEAD]]


def _ahead(text: str, start: int) -> list[str]:
    """The two words before `start`, nearest first."""
    return [word.lower() for word in reversed(WORD.findall(text[max(0, start - 30) : start])[-2:])]


def is_share(text: str, start: int, end: int) -> bool:
    """Whether the fraction in words at text[start:end] is a share of a thing."""
    lexicon = shares()
    if text[end : end + 1] == "-":
        return WORD.findall(text, end + 1, end + LONGEST_WORD)[:1] == ["owned"]
    behind, ahead = _behind(text, end), _ahead(text, start)
    first = behind[0] if behind else ""
    if ahead and ahead[0] in lexicon.not_shares["before"]:
        return False
    if first in lexicon.not_shares["times"]:
        return False
    if first in ("a", "an"):
        return len(behind) > 1 and behind[1] in lexicon.nouns
    if first == "of":
        rest = [
            word
            for word in behind[1:]
            if word not in ("the", "this", "that", "a", "an", "last", "next")
        ]
        return not rest or not (rest[0] in lexicon.not_shares["times"] or rest[0].isdigit())
    if first in lexicon.portion:
        rest = behind[1:]
        return not (rest and (rest[0] in lexicon.not_shares["times"] or rest[0].isdigit()))
    if first == "in":
        return len(behind) > 1 and behind[1] in lexicon.paid
    return bool(ahead) and (
        ahead[0] == "by"
        or (
            len(ahead) > 1
            and ahead[1] == "by"
            and ahead[0] in ("about", "nearly", "almost", "over", "roughly")
        )
    )


@cache
def _openers() -> Mapping[str, str]:
    """The first words of all stems, in three cases, to the stem."""
    first = {stem.partition(" ")[0]: stem for stem in shares().stems}
    return {form: stem for word, stem in first.items() for form in cased(word)}


def named_shares(survey: Survey) -> Iterator[NamedShare]:
    """As in "majority", "minority", "controlling", "wholly owned" beside an ownership noun."""
    lexicon = shares()
    opening = _openers()
    text = survey.text
    for stem in sorted({opening[word] for word in survey.words.intersection(opening)}):
        low = survey.low
        at = low.find(stem)
        while at >= 0:
            for word, bounds in lexicon.words.items():
                if not low.startswith(word, at):
                    continue
                start, end = at - 1, at - 1 + len(word)
                if low[at - 1].isalnum() or low[end + 1 : end + 2].isalnum():
                    continue
                if bounds[0] == bounds[1] or _held(text, end):
                    yield NamedShare(start, end, bounds)
                break
            at = low.find(stem, at + len(stem))


def _held(text: str, end: int) -> bool:
    """Whether an ownership noun follows: "minority stake", "majority of the voting shares"."""
    lexicon = shares()
    behind = _behind(text, end)
    if not behind:
        return False
    if behind[0].split("-")[0] in lexicon.nouns:
        return True
    for word in behind:
        if word in lexicon.nouns:
            return True
        if word not in lexicon.between and word not in lexicon.links:
            break
    return behind[0] in lexicon.holds
