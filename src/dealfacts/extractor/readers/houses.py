"""Names that the whole article settles: houses with their owners' surnames, words that are firms.

Refuses to decide about one mention alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.extractor.readers import people
from dealfacts.lexicon import name_words as words
from dealfacts.lexicon import roles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.extractor.readers.pieces import Piece

LONG, LOOK_BACK = 2, 24
# What is done to a firm, and what it has, behind its name; what is done with it, before it
DONE_TO = re.compile(
    r"""[ ](?:(?:is|was|were|are|has[ ]been|will[ ]be|to[ ]be|being)[ ]){1,3}
        (?:sold|acquired|bought|taken[ ]over|rescued|founded|valued|listed|based)\b
    | [ ](?:(?:sold|taken[ ]over)[ ](?:to|by)|(?:acquired|bought)[ ]by|employs|operates)\b
    | [ ](?:has|had|made|posted|reported|recorded)[ ](?:an?[ ])?(?:annual[ ]|operating[ ]|net[ ])?
        (?:sales|revenues?|turnover|profits?|loss(?:es)?)\b
    | ,[ ]which\b""",
    re.VERBOSE,
)
DONE_WITH = re.compile(
    r"""\b(?:(?:to|will|would)[ ](?:buy|acquire|purchase|take[ ]over)|has[ ](?:bought|acquired)
        |(?:shops|stores|hotels|branches|plants|factories|customers|workers)[ ]of
        |(?:million|billion|bn|mn|m)[ ]for)[ ]$""",
    re.VERBOSE,
)
# What only firms do, or what is only done to them, right behind the first word of a title or lead
DEALS = re.compile(
    r"""(?:,[ ](?:an?|the|which)[ ][^,.\n]{3,60},)?[ ]
        (?:(?:to|is|has|be|been|being|had|agrees|agreed|set|on[ ]Monday|will|said[ ]it)[ ]){0,4}
        (?:buys?|bought|acquires?|acquiring|buying|acquired|purchased?|purchases|snaps[ ]up
        |snapped[ ]up|takes?[ ](?:over|stake)|taken[ ]over|swallows?|gobbles|swoops|bids|raises
        |raised|secures|secured|lands|bags|invests|invested|merges?|merging|adds|added|sold|sells
        |joins|joining|completes|completed|wins|accepts|accepted|rejects|rejected|strikes|struck
        |(?:becomes?|became)[ ](?:part|the[ ](?:new[ ])?owner)|in[ ]\$|pays|agreed[ ](?:to|terms)
        |agrees|entered[ ]into|signed|announced[ ]the[ ]acquisition)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# Who is told right behind these is a company, whatever the word: "was acquired by Brightly"
BOUGHT_BY = re.compile(
    r"""\b(?:acquired|bought|owned|backed|taken[ ]over)[ ]by[ ]$
    |\b(?:acquisition|takeover|purchase)[ ]of[ ]$|\bstake[ ]in[ ]$""",
    re.VERBOSE,
)
BOUGHT_THE = re.compile(
    r"\b(?:sells?|sold|selling|buys?|bought|buying|acquires?|acquired|acquiring)[ ]the[ ]$"
)
GOES_ON = re.compile(r",|\.(?:[ \n]|\Z)|[ ](?:to|from|for|in|on|and|out)\b")
BUYS_UP = re.compile(r"['’]s[ ](?:acquisition|takeover|purchase|buyout)[ ]of[ ]")


def titled(
    text: str, pieces: Sequence[Piece], body: int, vocabulary: frozenset[str]
) -> frozenset[str]:
    """Everyday words that open title or lead as a firm, and are a name in the text below, too.

    "Lantern buys Example ... Lantern, a brewer, said"; "the founder" below "Founder sells Example"
    is none, nor is "Founder Jane Doe".
    """
    leading = next((piece for piece in pieces if piece.start >= body), None)
    return frozenset(
        piece.text
        for piece in (*pieces[:1], leading)
        if piece is not None and len(piece.words) == 1 and _opens_deal(text, piece, vocabulary)
    )


def _opens_deal(text: str, piece: Piece, vocabulary: frozenset[str]) -> bool:
    """Whether a word opens a sentence as only a firm does, and comes back with a capital."""
    word = piece.text.lower()
    is_trade = word in roles.forms() or word in words.lexicon().cues.company_nouns
    if not piece.opens or word in vocabulary or is_trade:
        return False
    if DEALS.match(text, piece.end) is None:
        return False
    again = re.compile(rf"\b{re.escape(piece.text)}(?:(?:['’]s)?(?:,|[ ][a-z])|\.[ \n])")
    return again.search(text, piece.end) is not None


def openings(firms: Sequence[Piece]) -> frozenset[str]:
    """What firms are called without their last word: "Example Bay" of "Example Bay Capital"."""
    return frozenset(
        " ".join(word.text for word in piece.words[:-1])
        for piece in firms
        if len(piece.words) > LONG and piece.words[-1].flags & (words.ORGANISATION | words.LEGAL)
    )


def early_names(text: str, pieces: Sequence[Piece], body: int) -> Mapping[str, bool]:
    """The last words of names that the running text has alone before it has the whole name.

    News introduce a person in full: "Example sells its pumps arm ... Max Example, who" has a firm
    and its owner. True where the words beside one of them speak of a firm.
    """
    first: dict[str, int] = {}
    for piece in pieces:
        if len(piece.words) > 1:
            first.setdefault(piece.words[-1].text, piece.start)
    found: dict[str, bool] = {}
    for piece in pieces:
        whole = piece.text
        if len(piece.words) > 1 or whole not in first or piece.shape.honorific:
            continue
        if body <= piece.start < first[whole] and not (piece.heading or piece.title_before):
            found.setdefault(whole, False)
        if whole in found and (people.is_of_firm(piece, text) or _happens_to(piece, text)):
            found[whole] = True
    return found


def _happens_to(piece: Piece, text: str) -> bool:
    """Whether what stands beside a surname is done to firms alone: "to buy", "is being sold"."""
    if DONE_TO.match(text, piece.end) is not None:
        return True
    before = DONE_WITH.search(text, max(0, piece.start - LOOK_BACK), piece.start)
    # "to buy Doe's stake"
    return before is not None and not text.startswith(("'s", "’s"), piece.end)


def is_dealt_in(piece: Piece, text: str) -> bool:
    """Whether the words beside a capital make a company of any word."""
    if BUYS_UP.match(text, piece.end) is not None:
        return True
    if BOUGHT_THE.search(text, max(piece.start - LOOK_BACK, 0), piece.start) is not None:
        return GOES_ON.match(text, piece.end) is not None
    return BOUGHT_BY.search(text, max(piece.start - LOOK_BACK, 0), piece.start) is not None


def repeated(firms: Sequence[Piece], rest: Sequence[tuple[Piece, int]]) -> list[Piece]:
    """Ordinary words with a capital that are a firm elsewhere: "private equity firm Fortress"."""
    starts = {piece.start for piece in firms}
    named = {piece.text for piece in firms if len(piece.words) == 1}
    return [
        piece
        for piece, firm in rest
        if firm and piece.text in named and piece.start not in starts
        if not (piece.opens or piece.heading)
    ]
