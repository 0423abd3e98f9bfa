"""Reads the people, organisations and roles that a text names.

Names are spans only: no honorific, no possessive. A piece that stands alone ("Doe", "Acme") is
decided last, by what the rest of the article makes of it. Refuses to say who holds which role.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dealfacts.extractor.mention import OrganisationName, PersonName, Title
from dealfacts.extractor.readers import organisations, people, titles
from dealfacts.extractor.readers.pieces import Piece, cut
from dealfacts.lexicon import name_words as words
from dealfacts.lexicon import roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.model.text import Sentence

AFTER = re.compile(r"(?P<own>['’]s?\b|['’](?=\s))?[ \n,]*(?P<word>[a-z][\w-]*)?")
BEFORE = re.compile(r"(?P<word>[\w’'-]+)[ \n]$")
TICKER = re.compile(r"\((?:[A-Za-z. ]{1,12}:[ ]?[A-Z0-9.]{1,10}|[A-Z0-9]{1,8}\.[A-Z]{1,3})[\s,;)]")
GOVERNMENT = re.compile(r"[ ](?:federal[ ])?government\b")


@dataclass(frozen=True, slots=True)
class Names:
    """What a text names, each list ascending and without overlap."""

    people: list[PersonName]
    organisations: list[OrganisationName]
    titles: list[Title]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the article as a whole knows: names settled by their own form."""

    surnames: frozenset[str]
    given: frozenset[str]
    organisations: frozenset[str]
    middle: Counter[str]


def read(text: str, sentences: Sequence[Sentence]) -> Names:
    """The names of `text` within its sentences."""
    vocabulary = frozenset(titles.WORD.findall(text))
    found = titles.read(text, vocabulary)
    pieces = cut(text, sentences, found)
    apposed = frozenset(title.start for title in found)
    singles = Counter(piece.words[0].text for piece in pieces if len(piece.words) == 1)
    persons: list[PersonName] = []
    firms: list[OrganisationName] = []
    open_pieces: list[tuple[Piece, int]] = []
    for piece in pieces:
        if text[piece.start - 1 : piece.start] in {"(", " "} and _is_ticker(text, piece.start):
            continue
        many = len(piece.words) > 1
        firm = organisations.strength(piece, text)
        person = people.score(piece, text, apposed, singles) if many else 0
        if many and person >= people.ENOUGH and not (firm == organisations.STRONG and person < 5):  # noqa: PLR2004
            persons.append(_person(piece, text))
        elif firm == organisations.STRONG and not piece.heading:
            firms.append(_firm(piece, text))
        else:
            open_pieces.append((piece, firm))
    seen = _seen(persons, firms, open_pieces, text)
    for piece, firm in open_pieces:
        kind = _settle(piece, firm, seen, text, vocabulary)
        if kind == "person":
            persons.append(
                PersonName(piece.start, piece.end, text[piece.start : piece.end], full=False)
            )
        elif kind == "organisation":
            firms.append(_firm(piece, text))
    persons.sort(key=lambda name: name.start)
    firms.sort(key=lambda name: name.start)
    return Names(persons, firms, found)


def _is_ticker(text: str, start: int) -> bool:
    """Whether a piece stands in a bracket that names an exchange: "(NYSE: ACM)", "(ACM.US)"."""
    bracket = text.rfind("(", max(0, start - 14), start)
    return bracket >= 0 and TICKER.match(text, bracket) is not None


def _person(piece: Piece, text: str) -> PersonName:
    return PersonName(piece.start, piece.end, text[piece.start : piece.end], full=True)


def _firm(piece: Piece, text: str) -> OrganisationName:
    end = organisations.extended(piece, text, len(text))
    row = [word for word in piece.words]
    while len(row) > 1 and (row[-1].flags & words.LEGAL or row[-1].is_link):
        row.pop()
    core = text[piece.start : row[-1].end]
    return OrganisationName(
        piece.start, end, core, organisations.introduced(text[piece.start : end], text, end)
    )


def _seen(
    persons: Sequence[PersonName],
    firms: Sequence[OrganisationName],
    open_pieces: Sequence[tuple[Piece, int]],
    text: str,
) -> _Seen:
    middle: Counter[str] = Counter()
    known: set[str] = set()
    for name in firms:
        known.add(name.core)
        first = name.core.split()[0]
        if not words.flags(first) & (words.PLACE | words.PEOPLE | words.GIVEN | words.NEVER):
            known.add(first)
        if name.short:
            known.add(name.short)
    for piece, firm in open_pieces:
        whole = text[piece.start : piece.end]
        if not piece.opens and not piece.heading:
            middle[whole] += 1
            if firm == organisations.PLAIN and len(piece.words) > 1:
                first = piece.words[0]
                if not first.flags & (words.PLACE | words.PEOPLE | words.GIVEN | words.NEVER):
                    known.add(first.text)
    parts = [name.core.split() for name in persons]
    return _Seen(
        frozenset(part[-1] for part in parts),
        frozenset(part[0] for part in parts),
        frozenset(known),
        middle,
    )


def _settle(piece: Piece, firm: int, seen: _Seen, text: str, vocabulary: frozenset[str]) -> str:
    """What an open piece is: "person", "organisation" or ""."""
    whole = text[piece.start : piece.end]
    flag = piece.words[0].flags
    alone = len(piece.words) == 1
    if piece.honorific:
        return "person"
    if alone and whole in seen.surnames and whole not in seen.organisations:
        return "person"
    if whole in seen.organisations and firm:
        return "organisation"
    if alone and whole in seen.given and not flag & (words.COMMON | words.PLACE):
        return "person"
    if (
        alone
        and piece.title_before
        and roles.is_post(piece.title_before)
        and not flag
        & (
            words.PLACE
            | words.ACRONYM
            | words.CAMEL
            | words.NO_NAME
            | words.PEOPLE
            | words.ORGANISATION
            | words.MONTH
            | words.NEVER
        )
        and (not flag & words.COMMON or flag & words.SURNAME)
        and not piece.heading
    ):
        return "person"
    if firm == organisations.NONE:
        return ""
    after = AFTER.match(text, piece.end)
    before = BEFORE.search(text, max(0, piece.start - 16), piece.start)
    next_word = after["word"] if after else None
    owns = bool(after and after["own"])
    last_word = before["word"] if before else ""
    cues = words.lexicon().cues
    if (
        alone
        and flag & (words.SURNAME | words.GIVEN)
        and not flag & words.COMMON
        and (next_word in cues.say or last_word in cues.say)
        and seen.middle[whole] < 3
        and not piece.title_after
        and firm != organisations.STRONG
    ):  # noqa: PLR2004
        return "person"
    if firm >= organisations.PLAIN:
        if alone and piece.opens and seen.middle[whole] == 0 and whole.lower() in vocabulary:
            return ""
        return "organisation"
    if piece.title_after:
        return "organisation"
    if piece.heading:
        return "organisation" if seen.middle[whole] else ""
    if piece.opens:
        if seen.middle[whole] and whole.lower() not in vocabulary:
            return "organisation"
        return (
            "organisation"
            if seen.middle[whole] > 1
            or (seen.middle[whole] and (owns or next_word in cues.deal_after))
            else ""
        )
    if alone:
        reasons = (
            owns
            + (next_word in cues.deal_after)
            + (last_word in cues.deal_before)
            + (seen.middle[whole] > 1)
        )
        if flag & (words.ORGANISATION | words.LEGAL) and not flag & words.BODY:
            return ""
        return "organisation" if reasons > 1 or (reasons and not flag & words.COMMON) else ""
    if text[piece.start - 1] in "\"“‘'":
        return ""
    if organisations._in_place(piece, text) and seen.middle[whole] < 2:  # noqa: PLR2004, SLF001
        return ""
    return "organisation"
