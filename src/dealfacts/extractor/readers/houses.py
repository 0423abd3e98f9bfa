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
# What only firms do, or what is only done to them, right behind the first word of a title
DEALS = re.compile(
    r"""[ ](?:[Tt]o[ ]|[Ii]s[ ]|[Aa]grees[ ]to[ ])?(?:[Bb]e[ ])?
        (?:[Bb]uys?|[Bb]ought|[Aa]cquire[sd]?|[Pp]urchases|[Ss]naps[ ][Uu]p
        |[Tt]akes[ ](?:[Oo]ver|[Ss]take)
        |[Ss]wallows|[Gg]obbles|[Ss]woops|[Bb]ids|[Rr]aises|[Ss]ecures|[Ll]ands|[Bb]ags|[Ii]nvests
        |[Mm]erges?|[Aa]dds|[Ss]old[ ][Tt]o|[Ss]ells|[Jj]oins|[Cc]ompletes|[Ww]ins|[Aa]ccepts
        |[Aa]grees|[Rr]ejects|[Bb]ecomes[ ][Pp]art|[Ss]trikes|[Ii]n[ ]\$|[Pp]ays)\b""",
    re.VERBOSE,
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


def titled(text: str, pieces: Sequence[Piece], vocabulary: frozenset[str]) -> frozenset[str]:
    """The everyday word that opens a title as a firm, and is a name in the running text, too.

    "Lantern buys Example ... Lantern, a brewer, said"; "the founder" below "Founder sells Example"
    is none, nor is "Founder Jane Doe".
    """
    first = pieces[0] if pieces else None
    if first is None or not first.opens or len(first.words) > 1 or first.text.lower() in vocabulary:
        return frozenset()
    word = first.text.lower()
    is_trade = word in roles.forms() or word in words.lexicon().cues.company_nouns
    if is_trade or DEALS.match(text, first.end) is None:
        return frozenset()
    again = re.compile(rf"\b{re.escape(first.text)}(?:['’]s)?(?:,|[ ][a-z])")
    return frozenset({first.text}) if again.search(text, first.end) else frozenset()


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
