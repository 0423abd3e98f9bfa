"""Weighs whether a piece is a person's name: given name, honorific, role, age, speech, particle.

Signs are added up; refuses to decide by one sign alone unless it settles the matter (honorific).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.extractor.readers import organisations
from dealfacts.extractor.readers.links import LINK
from dealfacts.extractor.readers.person_form import BARRED, CERTAIN, LONGEST, MANAGERS, NEVER, PAIR
from dealfacts.extractor.readers.person_signs import Officers, signs
from dealfacts.lexicon import name_words as words
from dealfacts.lexicon import roles

if TYPE_CHECKING:
    from collections import Counter

    from dealfacts.extractor.readers.pieces import Piece

ENOUGH = 3
# A given name and a surname: needs no further sign.
LIKELY = 6
__all__ = ["CERTAIN", "ENOUGH", "NEVER", "context", "is_workplace", "may_join"]
# A bare age behind a comma or in brackets, with "aged" or with "-year-old".
AGE = re.compile(
    r"""[ ]?,[ \n](?:aged?[ ]|an?[ ]|the[ ])?\d{2}(?:[ ]?,|[ ]?-[ ]?year|[ ]years|\)|\.)
    | [ ]\(\d{2}\)""",
    re.VERBOSE,
)
# ", chief executive of", ", the company's chairman", " has been the head of"
APPOSITION = re.compile(
    r"""[ ]?(?:,|\(|[–—-][ ])[ \n]?
        (?:(?:an?|the|its|their|our|his|her|who|both|now|then|currently|also
            |until[ ](?:now|recently)|most[ ]recently|previously|formerly)[ \n])?
        (?:(?:is|was)[ ](?:an?[ ]|the[ ])?)?
    | [ \n](?:is|was|as|(?:has|will|would|to)[ ]be(?:en)?|became|becomes|remains)[ \n]
        (?:(?:an?|the|its|our|their|his|her)[ \n])?""",
    re.VERBOSE,
)
# "Kim Min-jun": the second syllable in lower case
GIVEN_TAIL = re.compile(r"-[a-z]{2,6}\b(?!-)")
# "the Japanese" minister, "the company's" chief
NEXT_WORD = re.compile(r"[\w’'-]+[ ]")
# "Jane Doe, Acme Bank's" chief; "Jane Doe, acme Group's Leeds-based" chief
OWNER = re.compile(
    r"(?:[a-z]{2,9}[ ])?(?:[A-Z][\w&.-]*[ ]){0,3}[A-Z][\w&.-]*"
    r"(?:['’]s?[ ](?P<more>(?:[\w-]+[ ]){0,2})|[ ](?=[a-z ]{3,40},))"
)
# What only a firm has, or what only happens to a firm.
FIRM_BEHIND = re.compile(
    r"""[ ]?['’]s?[ \n](?:acquisition|shares?|stock|board|offer|bid|revenue|sales|profits?|
        shareholders|customers|users|takeover|merger|purchase|headquarters|subsidiar|products?|
        business|unit)\b
    | [ ](?:shares|stock|shareholders|advis(?:ed|es|ing)|officials|
        executives|employees|customers|jets|aircraft|planes|products|analysts?|spokes(?:man|woman|person)|subsidiary)\b""",
    re.VERBOSE,
)
FIRM_BEFORE = re.compile(
    r"""(?:acquisition[ ]of|acquired[ ]by|owned[ ]by|controlled[ ]by|subsidiary[ ]of|unit[ ]of|
        [Ss]hares[ ](?:of|in)|stake[ ]in|merger[ ](?:with|of)|parent[ ]of|division[ ]of|
        [Aa]nalysts?[ ]at|advised[ ]by|purchase[ ]of|takeover[ ]of|buyout[ ]of|sale[ ]of|
        production[ ]of|clients?[ ]of|
        (?:[Oo]fficer|[Ee]xecutive|[Cc]hair|[Cc]hair(?:wo)?man|CEO|CFO|COO|[Pp]resident|[Dd]irector
        |[Ff]ounder|[Oo]wner|[Hh]ead)[ ](?:of|at)|[Pp]artner[ ]at)[ ]$""",
    re.VERBOSE,
)
# Legal forms that no run of capitals takes in.
SIGNED = (" A/S", " a.s.", " plc", ", Inc", ", Ltd", ", LLC")
# A firm is a developer, too.
DEVELOPER = re.compile(r"(?:software|web|games?|app|website)[ ]developer\Z")
# How all of these end.
LEADS_TO_FIRM = ("of ", "by ", "in ", "with ", "at ")
VERSION = re.compile(r"[ -]\d")
ADVISES = frozenset(
    (
        "at",
        "acquire",
        "buy",
        "acquired",
        "buying",
        "acquiring",
        "bought",
        "advised",
        "advisers",
        "advisor",
        "adviser",
        "advisors",
    )
)
# Before who is told of next: "Jane Doe will be chairman and"
GAPPED = re.compile(
    r"[ ](?:be|is|as|becomes?|remains?|stays?|named|appointed)[ ][^.;:]{2,60}[ ]and[ ]$"
)
GAP = 80
BEFORE, AFTER = 20, 16


def context(
    piece: Piece,
    text: str,
    apposed: frozenset[int],
    posts: Officers,
    singles: Counter[str],
) -> int:
    """How much what stands around a piece of several words speaks for a person.

    `apposed` holds the offsets at which roles begin, `posts` is of those that people hold,
    `singles` how often a word stands alone as a capitalised piece in the article.
    """
    row = piece.words
    first = row[0]
    last = row[-1] if len(row) == PAIR or not row[-1].flags & words.SUFFIX else row[-PAIR]
    total = _around(piece, text, apposed)
    if piece.shape.person < LIKELY:
        total += signs(piece, text, posts)
    if piece.title_before:
        is_shared = piece.title_before in roles.of_firms() and text[piece.start - 2] == "s"
        is_shared = is_shared or text.endswith(MANAGERS, 0, piece.start)
        is_firm = piece.title_before in roles.of_firms()
        told = 6 if roles.is_post(piece.title_before) else 2 if is_firm else 4
        total += 1 if is_shared else told
        if last.flags & words.COMMON and not last.flags & (words.SURNAME | words.ORGANISATION):
            total += 2
    if piece.title_after:
        total -= 0 if _is_named(piece, text) else 3
    alone, opening = singles[last.text], singles[first.text]
    if alone and last.text != first.text and not last.flags & words.COMMON:
        total += 2
    if opening and first.flags & words.FAMILY_FIRST and not first.flags & words.COMMON:
        total += 2
    elif opening and not first.flags & words.GIVEN:
        total -= 3
    elif opening > PAIR * (1 + alone):
        total -= 5
    return total


def _around(piece: Piece, text: str, apposed: frozenset[int]) -> int:
    """What the words around a piece speak for."""
    total = 0
    end = piece.end
    is_comma = text.startswith(",", end)
    if AGE.match(text, end):
        total += 4
    hit = APPOSITION.match(text, end)
    # "hired Jane Doe from Acme as its chief"
    is_left = text.endswith(" from ", 0, piece.start) and text.startswith(" as ", end)
    if hit and not is_left:
        at = hit.end()
        following = NEXT_WORD.match(text, at)
        owner = OWNER.match(text, at)
        places = {at, following.end() if following else at}
        if owner:
            more = max(owner.start("more"), 0) or owner.end()
            rest = f" {owner['more'] or ''}"
            places |= {more + n for n, sign in enumerate(rest) if sign == " "}
        if not apposed.isdisjoint(places):
            total += 5
    if is_of_firm(piece, text):
        total -= 5
    if text.startswith(SIGNED, end):
        total -= CERTAIN
    place = organisations.IN_PLACE.match(text, end)
    if place and place["place"] in words.places():
        total -= 5
    if is_comma and text.startswith(", which ", end):
        total -= 4  # people are told of with "who"
    if not is_comma and VERSION.match(text, end):
        total -= 3
    if piece.words[0].flags & words.FAMILY_FIRST and GIVEN_TAIL.match(text, end):
        total += 5
    return total + _beside(piece, text)


def _is_named(piece: Piece, text: str) -> bool:
    """Whether somebody is given the post behind the name: "appointed Jane Doe chief executive"."""
    before = text[max(0, piece.start - BEFORE) : piece.start].split()
    if before[-1:] == ["and"]:
        return GAPPED.search(text, max(0, piece.start - GAP), piece.start) is not None
    return bool(before) and before[-1].lower() in words.lexicon().person.before


def is_of_firm(piece: Piece, text: str) -> bool:
    """Whether the words beside a piece stand beside firms: "shares in", "'s takeover"."""
    if text.startswith((" and his ", " and her "), piece.end):
        return False  # "controlled by Jane Doe and her family"
    is_behind = not text.startswith(",", piece.end) and FIRM_BEHIND.match(text, piece.end)
    return bool(is_behind) or is_workplace(piece, text)


def _beside(piece: Piece, text: str) -> int:
    """What the words right before and right behind a piece speak for."""
    total = 0
    end = piece.end
    cues = words.lexicon().cues
    before = text[max(0, piece.start - BEFORE) : piece.start].split()
    if before:
        person = words.lexicon().person
        leading = person.before | person.kin
        word = before[-1].lower()
        if word in cues.say:
            total += 2
        elif word in ADVISES or word == "the":
            total -= 3
        elif before[-1] in cues.company_nouns:
            total += 2 if DEVELOPER.match(" ".join(before[-2:])) else -5
        elif word in leading or (
            word in {"by", "as"} and len(before) > 1 and before[-2] in leading
        ):
            total += 3
    after = text[end : end + AFTER].replace(",", " ").split()
    if after and after[0] in cues.person_after and not piece.heading:
        total += 1
    return total


def is_workplace(piece: Piece, text: str) -> bool:
    """Whether a post of a piece, or what is bought and owned, stands before it: "head of"."""
    leads = text.endswith(LEADS_TO_FIRM, 0, piece.start)
    return leads and FIRM_BEFORE.search(text, max(0, piece.start - 28), piece.start) is not None


def may_join(piece: Piece) -> bool:
    """Whether a piece could be a person if it stands in a list with persons."""
    row = [word for word in piece.words if word.flags != LINK]
    barred = BARRED | words.ORGANISATION | words.ACRONYM | words.PLACE | words.PEOPLE | words.THING
    return (
        PAIR <= len(row) <= LONGEST
        and len(row) == len(piece.words)
        and not any(
            word.flags & barred and not word.flags & (words.GIVEN | words.SURNAME) for word in row
        )
        and not (row[0].flags & words.COMMON and not row[0].flags & words.GIVEN)
    )
