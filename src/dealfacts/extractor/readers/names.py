"""Reads the people, organisations and roles that a text names.

Names are spans only: no honorific, no possessive. A piece that stands alone ("Doe", "Acme") is
decided last, by what the rest of the article makes of it. Refuses to say who holds which role.
"""

from __future__ import annotations

import re
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers import mentions, organisations, people, titles
from dealfacts.extractor.readers.alone import Seen, known, settle
from dealfacts.extractor.readers.datelines import without_datelines
from dealfacts.extractor.readers.facilities import companies, without_grounds
from dealfacts.extractor.readers.headings import with_headings
from dealfacts.extractor.readers.houses import early_names, openings, repeated, titled
from dealfacts.extractor.readers.joins import joined
from dealfacts.extractor.readers.links import LINK
from dealfacts.extractor.readers.person_signs import officers
from dealfacts.extractor.readers.pieces import Piece, cut
from dealfacts.extractor.readers.products import without_products
from dealfacts.extractor.readers.statuses import with_status
from dealfacts.extractor.readers.survey import Survey
from dealfacts.lexicon import name_words as words
from dealfacts.model.text import Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from dealfacts.extractor.mention import OrganisationName, PersonName, Title
    from dealfacts.model.text import Sentence

LIST = re.compile(r"[ ]?(?:,|,?[ \n]and|[ ]&)[ \n]$")  # "Jane Doe, John Roe and Max Poe"
# A piece that shares its last word with a firm is less a person.
FIRM_WORDS, OF_A_FIRM = words.ORGANISATION | words.LEGAL | words.CAMEL, 4
FULL = re.compile(r" and [A-Z][\w'’-]+ (?:\w+ )?[A-Z]")
NEXT = re.compile(r"[ ]?(?:,|,?[ \n]and|[ ]&)[ \n]")
UNKNOWN_TO_SHORT = (
    words.PLACE
    | words.PEOPLE
    | words.GIVEN
    | words.NEVER
    | words.NO_NAME
    | words.ORGANISATION
    | words.LEGAL
    | words.THING
)

# A name that is bought or owned elsewhere in the article opens no list of persons.
PAIR, UNLIKELY = 2, -3


class Names(NamedTuple):
    """What a text names, each list ascending and without overlap."""

    people: list[PersonName]
    organisations: list[OrganisationName]
    titles: list[Title]


def read(text: str, sentences: Sequence[Sentence], *, survey: Survey | None = None) -> Names:
    """The names of `text` within its sentences.

    `survey` is that of the text, where the caller has it for other readers too.
    """
    vocabulary = (survey or Survey(text)).words
    found = titles.read(text, vocabulary)
    every, headings = cut(text, sentences, found)
    pieces = without_products(text, joined(text, without_datelines(text, every)))
    pieces = without_grounds(text, pieces)
    body = next((s.start for s in sentences if s.part is Part.BODY), 0)
    early = early_names(text, pieces, body)
    persons, firms, rest = _settled(text, pieces, found, early)
    seen = _seen(persons, firms, rest, early, {*titled(text, pieces, body, vocabulary)})
    for piece, firm in rest:
        kind = known(piece, firm, seen)
        if kind is None:
            kind = settle(piece, firm, seen, text, vocabulary)
        if kind == "organisation":
            firms.append(piece)
        elif kind == "person":
            persons.append(piece)
    firms += repeated(firms, rest)
    persons.sort(key=attrgetter("start"))
    firms.sort(key=attrgetter("start"))
    before = mentions.particles(persons)
    shown = {*headings, *((s.start, s.end) for s in sentences if s.part is Part.TITLE)}
    organised = with_headings(text, sorted(shown), persons, [mentions.firm(p, text) for p in firms])
    return Names(
        mentions.siblings(text, [mentions.person(piece, text, before) for piece in persons]),
        organised,
        with_status(text, found, organised),
    )


def _settled(
    text: str, pieces: Sequence[Piece], roles: Sequence[Title], early: Mapping[str, bool]
) -> tuple[list[Piece], list[Piece], list[tuple[Piece, int]]]:
    """Persons and organisations by their own form; the rest with its strength as organisation."""
    weights = _weights(text, pieces, roles, early)
    persons: list[Piece] = []
    firms: list[Piece] = []
    rest: list[tuple[Piece, int]] = []
    sites = companies(text, pieces)
    ends: set[int] = set()
    titled: set[int] = set()
    for piece in pieces:
        is_site = piece.text in sites
        firm = organisations.STRONG if is_site else organisations.strength(piece, text)
        if len(piece.words) > 1:
            person = weights.get(piece.text, people.NEVER)
            enough = people.CERTAIN if firm == organisations.STRONG else people.ENOUGH
            if person >= enough or (
                firm and person > 0 and people.may_join(piece) and _joins(text, piece, ends)
            ):
                persons.append(piece)
                ends.add(piece.end)
                continue
        elif (
            piece.shape.honorific
            or _is_sibling(text, piece)
            or (titled and firm and _joins(text, piece, titled))
        ):
            # "Messrs. Doe, Roe and Poe"
            persons.append(piece)
            titled.add(piece.end)
            continue
        if firm == organisations.STRONG:
            firms.append(piece)
        else:
            rest.append((piece, firm))
    starts = {piece.start for piece in persons}
    kept = []
    for piece, firm in reversed(rest):
        if (
            firm
            and len(piece.words) > 1
            and _next_in_list(text, piece, starts)
            and not text.endswith("the ", 0, piece.start)
            and people.may_join(piece)
            and not people.is_workplace(piece, text)
            and weights.get(piece.text, people.NEVER) > UNLIKELY
        ):
            persons.append(piece)
            starts.add(piece.start)
        else:
            kept.append((piece, firm))
    return persons, firms, kept[::-1]


def _weights(
    text: str, pieces: Sequence[Piece], roles: Sequence[Title], early: Mapping[str, bool]
) -> dict[str, int]:
    """How much speaks for a person, by name: its words, and all its contexts in the article."""
    apposed = frozenset([role.start for role in roles])
    posts = officers(text, roles)
    singles = Counter([piece.text for piece in pieces if len(piece.words) == 1])
    found: dict[str, int] = {}
    several = [piece for piece in pieces if len(piece.words) > 1]
    firms = {piece.words[0].text for piece in several if piece.shape.some & FIRM_WORDS}
    legal = [piece.text.split() for piece in several if piece.words[-1].flags & words.LEGAL]
    openings = {" ".join(name[:size]) for name in legal for size in range(PAIR, len(name))}
    for piece in several:
        shape = piece.shape
        if shape.person > people.NEVER and not shape.place:
            own = found.get(piece.text, shape.person)
            own += people.CERTAIN * (shape.honorific and piece.text in found)
            around = people.context(piece, text, apposed, posts, singles)
            own += around
            # "Example Aircraft" of the same article speaks against "Jane Example", not against
            # "Jane Example, founder of Example Aircraft".
            own -= OF_A_FIRM * (shape.words[-1].text in firms and around <= OF_A_FIRM)
            if piece.text not in found and _opens_firm(piece, openings):
                own -= OF_A_FIRM
            if piece.text not in found and not shape.words[0].flags & words.GIVEN:
                own -= OF_A_FIRM * (shape.words[-1].text in early)
            found[piece.text] = own
    return found


def _opens_firm(piece: Piece, openings: AbstractSet[str]) -> bool:
    """Whether a firm's full name goes on behind a name that is no plain surname's: "Atla Mera"."""
    is_surname = piece.words[-1].flags & (words.SURNAME | words.SURNAME_LIKE)
    return not (piece.title_before or is_surname) and piece.text in openings


def _is_sibling(text: str, piece: Piece) -> bool:
    """Whether it is the first of "brothers Ann and Ben Doe"."""
    is_first = mentions.is_sibling(text, piece.start, piece.end)
    return is_first and FULL.match(text, piece.end) is not None


def _joins(text: str, piece: Piece, ends: set[int]) -> bool:
    """Whether a person stands before the piece in a list."""
    gap = LIST.search(text, max(0, piece.start - 7), piece.start)
    return gap is not None and gap.start() in ends


def _next_in_list(text: str, piece: Piece, starts: set[int]) -> bool:
    """Whether a person stands behind the piece in a list."""
    gap = NEXT.match(text, piece.end)
    return gap is not None and gap.end() in starts


def _seen(
    persons: Sequence[Piece],
    firms: Sequence[Piece],
    rest: Sequence[tuple[Piece, int]],
    early: Mapping[str, bool],
    known: set[str],
) -> Seen:
    """What the article as a whole knows: names settled by their own form."""
    middle: Counter[str] = Counter()
    for piece in firms:
        known.add(piece.text)
        first = piece.words[0]
        if not first.flags & UNKNOWN_TO_SHORT:
            known.add(first.text)
    for piece, firm in rest:
        if not piece.opens and not piece.heading:
            middle[piece.text] += 1
            if firm == organisations.PLAIN and len(piece.words) > 1:
                first = piece.words[0]
                if not first.flags & (UNKNOWN_TO_SHORT | words.COMMON):
                    known.add(first.text)
    surnames: set[str] = set()
    for piece in persons:
        row = [word for word in piece.words if not word.flags & words.SUFFIX or word.flags == LINK]
        surnames.add(row[-1].text)
        if len(row) > PAIR and row[0].flags & words.GIVEN and not row[1].flags & words.INITIAL:
            surnames.add(" ".join(word.text for word in row[1:]))  # "Roe Doe" of "Jane Roe Doe"
        if len(row) > 1 and row[0].flags & words.FAMILY_FIRST:
            surnames.add(row[0].text)
        if len(row) > len([word for word in row if word.flags != LINK]):
            at = next(place for place, word in enumerate(row) if word.flags == LINK)
            surnames.add(" ".join(word.text for word in row[at:]))
    no_houses = words.SURNAME | words.GIVEN | words.COMMON
    houses = {word for word, firm in early.items() if firm or not words.flags(word) & no_houses}
    return Seen(
        frozenset(surnames),
        frozenset(houses & surnames),
        frozenset(piece.words[0].text for piece in persons if len(piece.words) > 1),
        frozenset(known),
        openings(firms),
        middle,
    )
