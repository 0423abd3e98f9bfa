"""What around a name of unknown words only people do, have and are: "was born", "his wife, X,".

Names from everywhere stand in no list; who founds a firm with a friend, resigns or is told of as
"he" is a person all the same. Refuses to outweigh the words of a firm; people.py adds up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.readers.person_life import SIGN, SURE, is_of_life, lives
from dealfacts.lexicon import name_words as words
from dealfacts.lexicon import roles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.extractor.mention import Title
    from dealfacts.extractor.readers.pieces import Piece

BEFORE, AFTER = 64, 48
# The agent of a founding: "founded in 2018 by Jane Doe", "succeeded by Jane Doe"
BY_PERSON = re.compile(
    r"""\b(?:founded|co-?founded|set[ ]up|started|launched|established|created|begun|succeeded)[ ]
        (?:(?:in|on|around|back)[ ][\w ,]{1,24}[ ])?by[ ]$""",
    re.VERBOSE | re.IGNORECASE,
)
# What firms set up, rather than people.
VENTURE = re.compile(
    r"\b(?:ventures?|vehicle|consortium|fund|unit|subsidiary|JV|alliance|trust)\b[^.;]*$"
)
# What people start and firms rarely do: "started the business", "founded it"
FOUNDS = re.compile(
    r"""(?:,[ ](?:both|all|two|then)[ ][^,.;:\n]{3,50},)?[ ]
        (?:(?:first|later|then|has|had|also|will|is[ ]to|(?:will[ ]continue|continues)[ ]to)[ ])?
        (?:co-?founded[ ]
         | (?:founded|started|set[ ]up|launched|established|created|built|runs?|ran|left|leads?|led
            |heads?|headed)[ ]
           (?:it\b|(?:the|his|her|their)[ ](?:[\w-]{2,14}[ ])?
            (?:compan(?:y|ies)|business|firm|start-?up|bank|brand|lender|shop|chain|fintech|app
             |platform)\b)
         | founded[ ][A-Z])""",
    re.VERBOSE,
)
# What leads to a post: "will continue as", "took over from Jane Roe as", "is to become its new"
HOLDS = re.compile(
    r"""(?:(?:,[ ](?:previously|formerly|currently|now|who)[ ][^,.;:\n]{3,50},)?[ ]
        (?:(?:will|would|is|was|has|had|been|be|to|now|also|then|set|expected|due)[ ]){0,5}
        (?:(?:remain(?:s|ed)?|continue[sd]?(?:[ ]to[ ]serve)?|stay(?:s|ed)?(?:[ ]on)?|serve[sd]?
            |act(?:s|ed)|resign(?:s|ed)?|retire[sd]?|return(?:s|ed)?|quit|leaves?|left
            |(?:took|tak(?:es?|en))[ ]over(?:[ ]from[ ](?:[A-Z][\w’'-]*[ ]){0,3}[A-Z][\w’'-]*)?
            |step(?:s|ped|ping)?[ ](?:up|down|in)
            |join(?:s|ed)?(?:[ ][A-Z&][\w&.-]*){0,4}
            |(?:succeed|replace|run|led|head)(?:s|d|ed)?(?:[ ][A-Z&][\w&.’'-]*){1,4}
            |(?:keeps?|kept|retains?)[ ](?:his|her|the)[ ](?:job|role|post|position)
            |(?<=[ ]is[ ]|was[ ]|een[ ])(?:appointed|named|promoted|elected)|(?<=[ ]be[ ])named)
            [ ](?:as|to)
         |becomes?|became|remain(?:s|ed)?)
        |['’]s?[ ](?:appointment|departure|resignation|return|promotion|retirement)[ ](?:as|to))
        [ ](?:(?:its|the|an?|his|her|their|full-time)[ ])?""",
    re.VERBOSE,
)
# Around who held a post: "takes over from [Jane Roe] as"
SUCCEEDED = re.compile(r"\b(?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|over[ ]from)[ ]$")
AS = re.compile(r"[ ]as[ ](?:(?:its|the|their)[ ])?")
# Only people are "who", have a "his", and are explained as somebody's kin.
PICTURED = re.compile(r"[ ]\((?:pictured|above|below|left|right|centre|center)\b")
WHO = re.compile(r",?[ \n]whom?\b")
HIS = re.compile(r",?[ \n](?:and[ \n])?(?:his|her)[ \n](?P<near>(?:[\w-]+[ \n,.]){1,3})")
KIN = re.compile(
    r",[ \n](?:(?:then|now|himself|herself)[ \n])?(?:the|an?)[ \n](?P<near>(?:[\w-]+[ \n,.]){1,4})"
)
# "Jane Doe-promoted firm", "Jane Doe-led Acme Ltd"; "-led consortium" is that of a fund
LEADS = re.compile(r"[-‑](?:promoted\b|(?:led|run|headed|chaired)[ \n](?=[A-Z]))")
# "[Acme is growing, Jane Doe said.] She": the next sentence tells of who opens this one
SHE = re.compile(r"[^.!?\n]{0,240}[.!?][”\"’]?[ \n]+(?:He|She|His|Her)\b")
# Another name of two words beside it, of whom the next sentence may tell as well.
TWINS = re.compile(
    r"\b(?:[Bb]rothers|[Ss]isters|[Ss]iblings|[Tt]wins|[Cc]ousins|[Cc]ouple)[ ]"
    r"[A-Z][\w-]+[ ]and[ ]$"
)
# "Acme is run by Jane Doe", "Acme, headed by Jane Doe"; a fund leads a round
RUN_BY = re.compile(r"\b(?:run|headed|chaired|led)[ ]by[ ]$")
ROUND = re.compile(
    r"\b(?:rounds?|funding|financing|investments?|raise|Series|consortium|syndicate|group|bid|buyout"
    r"|investors?|million|billion|mn|bn)\b"
)
# "...," Jane Doe said; Acme's Jane Doe said
SPOKEN = re.compile(r"(?:[,.?!][”\"’]|[A-Z][\w&.-]+['’]s)[ ]$")
SAYS = re.compile(r"[ ](?:said|says|told|added|adds|explained|noted|wrote)\b")
RECALLS = re.compile(r"[”\"’][ ](?:recalls|recalled|remembers|says|said)[ ]$")
OTHER = re.compile(r"[A-Z][\w'’-]+[ ][A-Z]")
# Behind a title: "of Acme Pay, [Jane Doe],", "is [Jane Doe]"
OF_FIRM = r"[ \n](?:of|at|for)[ \n](?:the[ \n])?(?:[A-Z][\w&.'’-]*[ ]){0,4}[A-Z][\w&.'’-]*"
INTRODUCES = re.compile(
    rf"""(?P<firm>{OF_FIRM})?
        (?:(?P<comma>,[ \n])
         |,?[ ](?P<over>to[ ](?:replace|succeed)|in[ ]succession[ ]to|succeeding|replacing
            |(?P<gone>from))[ ](?=[A-Z])
         |[ \n](?:is|are|was|were|will[ ]be|is[ ]to[ ]be|remains?)[ \n])(?=[A-Z])""",
    re.VERBOSE,
)
TAKES_OVER = re.compile(r"\bover[ ]as[ ](?:(?:its|the|their)[ ])?$")
# "As chairman of Acme, Jane Roe oversees"
OPENS = re.compile(r"(?:\A|[.!?”\n][ \n]?)As[ ](?:(?:the|its)[ ])?$")
DETERMINED = re.compile(
    r"""(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er)|['’]s?)[ \n]
        (?:[\w-]{2,14}[ \n]){0,3}$""",
    re.VERBOSE,
)
LOOK_BACK = 48
# Behind these another phrase begins.
NO_NOUN = frozenset(
    ("that", "which", "of", "for", "to", "in", "by", "with", "where", "whose", "and")
)
CLOSES = frozenset(",.;)")
AND = re.compile(r",?[ \n]and[ \n]")


class Officers(NamedTuple):
    """Where posts that no firm holds begin, and the offsets at which they lead up to a name.

    `leads` goes to what may stand behind that name: "the founder of Acme, Jane Doe,", "its
    co-founders, Jane Doe and", "the new chairman is Jane".
    """

    starts: frozenset[int]
    leads: Mapping[int, str]


def officers(text: str, titles: Sequence[Title]) -> Officers:
    """The posts of a text that tell of people."""
    starts: list[int] = []
    found: dict[int, str] = {}
    for title in titles:
        is_firm = title.head in roles.of_firms() and not text.startswith(" at ", title.end)
        if is_firm or not roles.is_post(title.head):
            continue
        if not is_firm:
            starts.append(title.start)
        hit = INTRODUCES.match(text, title.end)
        if hit is None:
            continue
        first = max(0, title.start - LOOK_BACK)
        is_plural = text[title.end - 1] == "s" and not title.head.endswith("s")
        if hit["gone"] and not TAKES_OVER.search(text, first, title.start):
            continue
        if hit["comma"] is None or OPENS.search(text, first, title.start):
            found[hit.end()] = "over" if hit["over"] else "is"
        elif DETERMINED.search(text, first, title.start):
            found[hit.end()] = "all" if is_plural else "one"
    return Officers(frozenset(starts), found)


def signs(piece: Piece, text: str, posts: Officers) -> int:
    """What speaks for a person around a name whose own words do not; 0 and more."""
    total = _led_up_to(piece, text, posts.leads) + _before(piece, text)
    behind = AS.match(text, piece.end)
    if behind is not None and behind.end() in posts.starts:
        total += SURE * bool(SUCCEEDED.search(text, max(0, piece.start - BEFORE), piece.start))
    holds = HOLDS.match(text, piece.end)
    if holds is not None and holds.end() in posts.starts:
        return total + SURE
    return total + _after(piece, text)


def _led_up_to(piece: Piece, text: str, leads: Mapping[int, str]) -> int:
    """What a title speaks for that leads up to the name."""
    how = leads.get(piece.start)
    if how is None or (piece.words[-1].flags & words.COMMON and not _is_john(piece, how)):
        return 0  # "The chairman, Moni Point, spoke": a firm made of a word
    is_closed = how in {"is", "over"} or text[piece.end : piece.end + 1] in CLOSES
    return SURE if is_closed or (how == "all" and AND.match(text, piece.end)) else 0


def _is_john(piece: Piece, how: str) -> bool:
    """Whether a given name makes who is replaced a person: "to replace John Point"."""
    first = piece.words[0].flags
    return how == "over" and bool(first & words.GIVEN and not first & words.COMMON)


def _before(piece: Piece, text: str) -> int:
    """What the words before a name speak for."""
    low = max(0, piece.start - BEFORE)
    if text.endswith(" and ", low, piece.start):
        return SURE * (TWINS.search(text, low, piece.start) is not None)
    if text.endswith(" met ", low, piece.start):
        return SIGN
    is_speaker = SPOKEN.search(text, low, piece.start) and SAYS.match(text, piece.end)
    if is_speaker or RECALLS.search(text, low, piece.start):
        return SIGN
    if text.endswith(" by ", low, piece.start):
        if RUN_BY.search(text, low, piece.start):
            return 0 if ROUND.search(text, low, piece.start) else SIGN
        by = BY_PERSON.search(text, low, piece.start)
        if by is None or VENTURE.search(text, low, by.start()):
            return 0
        return SURE + SIGN * by.group().lower().startswith(("founded", "co"))
    if text.endswith(" of ", low, piece.start):
        return SURE * is_of_life(text, piece.start)
    if text.endswith(", ", low, piece.start):
        near = text[low : piece.start - 2].split()
        return SURE if near and near[-1].lower() in words.lexicon().person.kin else 0
    return 0


def _after(piece: Piece, text: str) -> int:
    """What the words behind a name speak for."""
    end = piece.end
    if WHO.match(text, end) or PICTURED.match(text, end):
        return SURE
    his = HIS.match(text, end) or KIN.match(text, end)
    if his is not None and _tells_of_person(his["near"].split()):
        return SURE
    if LEADS.match(text, end):
        return SURE + SIGN * text.startswith("promoted", end + 1)
    if FOUNDS.match(text, end):
        return SURE
    life = lives(text, end)
    if life:
        return life
    if piece.opens and (she := SHE.match(text, end)) and not OTHER.search(text, end, she.end()):
        return SIGN
    return 0


def _tells_of_person(row: Sequence[str]) -> bool:
    """Whether a noun phrase is a person's: "a young engineer", no "mill that an heir owns"."""
    for word in row:
        if word in NO_NOUN:
            return False
        if _is_close(word.strip(",.")):
            return True
    return False


def _is_close(word: str) -> bool:
    """Whether somebody's kin, colleague or occupation is told: "his wife", "an engineer"."""
    role = roles.forms().get(word)
    is_role = role is not None and role.head not in roles.of_firms()
    return is_role or word in words.lexicon().person.kin
