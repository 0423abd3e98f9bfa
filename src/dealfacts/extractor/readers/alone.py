"""Decides the pieces that their own form leaves open: "Doe", "Acme", "Target", "Red Example".

What the rest of the article settled comes first, then the words beside the piece. Refuses an
ordinary word with a capital unless something beside it speaks of a company.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from dealfacts.extractor.readers import organisations
from dealfacts.extractor.readers.houses import is_dealt_in
from dealfacts.extractor.readers.person_form import MANAGERS
from dealfacts.lexicon import name_words as words
from dealfacts.lexicon import roles

if TYPE_CHECKING:
    from collections import Counter

    from dealfacts.extractor.readers.pieces import Piece

Kind = Literal["person", "organisation", ""]

AFTER = re.compile(r"(?P<own>['’]s?\b|['’](?=\s))?[ \n,]*(?P<word>[a-z][\w-]*)?")
BUYS = re.compile(
    r"[ ][Tt]o[ ](?:[Bb]uy|[Aa]cquire|[Pp]urchase|[Ss]ell|[Mm]erge|[Tt]ake[ ][Oo]ver)\b"
)
OFTEN_NAMED = 2
BEFORE = re.compile(r"(?P<word>[\w’'-]+)[ \n]$")
NO_BARE_PERSON = (
    words.PLACE
    | words.ACRONYM
    | words.CAMEL
    | words.NO_NAME
    | words.PEOPLE
    | words.ORGANISATION
    | words.MONTH
    | words.NEVER
    | words.DIGIT
)
LOOK_BACK = 16
OFTEN = 3


class Seen(NamedTuple):
    """What the article as a whole knows.

    `houses` are surnames that are names of firms, too, `openings` firms without
    their last word. `middle` counts the open pieces that stand
    inside a sentence, where only names have capitals.
    """

    surnames: frozenset[str]
    houses: frozenset[str]
    given: frozenset[str]
    organisations: frozenset[str]
    openings: frozenset[str]
    middle: Counter[str]


def known(piece: Piece, firm: int, seen: Seen) -> Kind | None:
    """What an open piece is without a look at the text; None where that takes one (settle)."""
    whole = piece.text
    if whole in seen.surnames or piece.shape.honorific:
        return None
    if (firm and whole in seen.organisations) or whole in seen.openings:
        return "organisation"
    if len(piece.words) > 1:
        return None if 0 < firm < organisations.PLAIN else "organisation" if firm else ""
    return None if firm or whole in seen.given or piece.title_before else ""


def settle(piece: Piece, firm: int, seen: Seen, text: str, vocabulary: frozenset[str]) -> Kind:
    """What an open piece is; `firm` is its strength as an organisation, `vocabulary` the words."""
    whole = piece.text
    if piece.shape.honorific:
        return "person"
    if len(piece.words) > 1:
        if whole in seen.surnames and whole[0].isupper():
            return "person"
        if firm and whole in seen.organisations:
            return "organisation"
        return _several(piece, firm, seen, text)
    flag = piece.words[0].flags
    if whole in seen.houses:
        return "person" if _speaks(piece, text) or piece.title_before else "organisation"
    if whole in seen.surnames and whole not in seen.organisations:
        return "organisation" if _described(piece, text) else "person"
    if whole in seen.surnames and _speaks(piece, text):
        return "person"  # "Doe said", of Doe & Sons and Jane Doe
    if firm and whole in seen.organisations:
        return "organisation"
    if (
        whole in seen.given
        and not flag & (words.COMMON | words.PLACE)
        and seen.middle[whole] <= OFTEN
    ):
        return "person"
    if _held(piece, flag, text):
        return "person"
    if firm == organisations.NONE:
        return ""
    return _one(piece, firm, flag, seen, text, vocabulary)


def _is_buyer(piece: Piece, text: str, vocabulary: frozenset[str]) -> bool:
    """Whether a title opens with an everyday word that is a firm's name all through the text.

    "Lantern to Buy Example", and "Lantern's shares fell" below; "Founder to Sell Example" has
    "the founder" below.
    """
    if piece.text.lower() in vocabulary or BUYS.match(text, piece.end) is None:
        return False
    return text.count(piece.text, piece.end) >= OFTEN_NAMED


def _described(piece: Piece, text: str) -> bool:
    """Whether a word for a company stands right before the piece: "chocolate giant Example"."""
    return _word_before(text, piece.start) in words.lexicon().cues.company_nouns


def _held(piece: Piece, flag: int, text: str) -> bool:
    """Whether a role stands directly before a bare surname: "chief executive Doe"."""
    return bool(
        piece.title_before
        and roles.is_post(piece.title_before)
        and (piece.title_before not in roles.of_firms() or flag & (words.SURNAME | words.GIVEN))
        and not text.endswith(MANAGERS, 0, piece.start)
        and not flag & NO_BARE_PERSON
        and (not flag & words.COMMON or flag & words.SURNAME)
        and not piece.heading
        and (
            flag & (words.SURNAME | words.GIVEN | words.FAMILY_FIRST)
            or not _is_of_many(piece, text)
        )
    )


def _is_of_many(piece: Piece, text: str) -> bool:
    """Whether the role in front is that of several: "the consultants Example"."""
    return text[piece.start - 2 : piece.start - 1] == "s" and not piece.title_before.endswith("s")


def _several(piece: Piece, firm: int, seen: Seen, text: str) -> Kind:
    """A piece of several words that no form settles."""
    if firm == organisations.NONE:
        return ""
    if firm >= organisations.PLAIN or piece.title_after:
        return "organisation"
    if piece.heading:
        return "organisation" if seen.middle[piece.text] else ""
    if piece.opens and not seen.middle[piece.text]:
        # "U.S. Example said"
        after = AFTER.match(text, piece.end)
        acts = after is not None and after["word"] in words.lexicon().cues.say
        is_placed = piece.words[0].flags & words.PLACE and acts
        return "organisation" if is_placed else ""
    if text[piece.start - 1 : piece.start] in "\"“‘'":
        return ""
    if organisations.in_place(piece, text) and seen.middle[piece.text] < OFTEN - 1:
        return ""
    return "organisation"


def _one(
    piece: Piece, firm: int, flag: int, seen: Seen, text: str, vocabulary: frozenset[str]
) -> Kind:
    """A single word that no form settles."""
    whole = piece.text
    often = seen.middle[whole]
    surname = flag & (words.SURNAME | words.GIVEN | words.SURNAME_LIKE)
    could_speak = surname and not flag & (words.COMMON | words.ACRONYM) and often < OFTEN
    could_speak = could_speak and not piece.title_after and firm < organisations.STRONG
    # "Jane Roe, an analyst at Doe, said"
    could_speak = could_speak and not text.endswith(" at ", 0, piece.start)
    if could_speak and _speaks(piece, text):
        return "person"
    if firm >= organisations.PLAIN:
        if piece.opens and not often and whole.lower() in vocabulary:
            return ""
        return "organisation"
    if piece.title_after:
        return "organisation"
    is_thing = flag & (words.ORGANISATION | words.LEGAL | words.THING)
    if not is_thing and whole.lower() not in vocabulary and is_dealt_in(piece, text):
        return "organisation"
    if _described(piece, text) and not (is_thing or piece.heading or piece.opens):
        return "organisation" if whole.lower() not in vocabulary else ""
    if piece.heading:
        is_buyer = piece.opens and _is_buyer(piece, text, vocabulary)
        return "organisation" if often or is_buyer else ""
    after = AFTER.match(text, piece.end)
    owns = bool(after and after["own"])
    acts = bool(after and after["word"] in words.lexicon().cues.deal_after)
    if piece.opens:
        known = often and whole.lower() not in vocabulary
        return "organisation" if known or often > 1 or (often and (owns or acts)) else ""
    reasons = owns + acts + (often > 1)
    generic = flag & (words.ORGANISATION | words.LEGAL | words.THING) and not flag & words.BODY
    if generic or not _are_enough(reasons, flag):
        last = _word_before(text, piece.start)
        cues = words.lexicon().cues
        led = (last in cues.deal_before) + (last in cues.deal_object)
        if generic and led < 2:  # noqa: PLR2004
            return ""
        reasons += led
    if not owns and often <= 1 and organisations.in_place(piece, text):
        return ""
    return "organisation" if _are_enough(reasons, flag) else ""


def _are_enough(reasons: int, flag: int) -> bool:
    return reasons > 1 or (reasons > 0 and not flag & words.COMMON)


def _speaks(piece: Piece, text: str) -> bool:
    """Whether the piece says something: "Doe said", "added Doe"; one tells a newspaper, too."""
    say = words.lexicon().cues.say
    after = AFTER.match(text, piece.end)
    if after and after["word"] in say:
        return True
    before = _word_before(text, piece.start)
    return before in say and before != "told"


def _word_before(text: str, start: int) -> str:
    """The word in front of a piece, or as much of it as is near; "" where none touches it."""
    near = text[max(0, start - LOOK_BACK) : start]
    if near[-1:] not in {" ", "\n"}:
        return ""
    if near[-2:-1].isalpha():
        last = near.split()[-1]
        if last.isalpha():
            return last
    hit = BEFORE.search(near)
    return hit["word"] if hit else ""
