"""The two names around a noun of dealing: "NAME and NAME", "NAME's NAME merger".

Refuses to say which of two joined names buys where only their order tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import BUYER, TARGET
from dealfacts.extractor.gaze import AND, LEFT_REACH, NO_SUBJECT, POSSESSIVE
from dealfacts.extractor.namesakes import only
from dealfacts.extractor.tokens import NAMES
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.parties import party_cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dealfacts.extractor.ballots import Side
    from dealfacts.extractor.gaze import Gaze

# A page of more names than this is a list; none of them is looked for by its first word.
MOST_NAMES = 256
INTO = frozenset({"into", "to"})
JOINING = INTO | AND | {"with"}
# How far before a deal those stand who vote on it.
VOTERS_REACH = 6
AGREES = frozenset({"agrees", "agreed", "talks"})
# "Contoso cuts jobs after Northwind takeover": either may be the one that was taken over
WHEN = frozenset({"after", "since", "following", "amid", "before", "despite"})
# What stands between two names that do or announce something together.
JOINED = frozenset(
    {
        "and",
        "&",
        ",",
        "with",
        "-",
        "–",
        "/",
        "its",
        "rival",
        "smaller",
        "peer",
        "the",
        "firm",
        "company",
        "maker",
        "(",
        ")",
    }
)
# What joins the two names before "merger", and how many tokens the three are.
BETWEEN = POSSESSIVE | {"-", "–", "—", "/"}
PAIRED = ("NAME", "–", "NAME")


def pair(eyes: Gaze, place: int) -> tuple[str | None, str | None]:
    """The two names before a row place: "NAME and NAME said they will merge"."""
    words = eyes.row.words
    near = range(place - 1, max(place - LEFT_REACH, 0) - 1, -1)
    last = next((at for at in near if words[at] in NAMES), 0)
    before = next((at for at in range(last - 1, near.stop, -1) if words[at] in NAMES), None)
    if before is None or not JOINED.issuperset(words[before + 1 : last]):
        return None, None
    one, other = eyes.name(before), eyes.name(last)
    return (one, other) if one != other else (None, None)


def answer(eyes: Gaze, place: int) -> tuple[str | None, str | None]:
    """(bidder, target) in "NAME accepts NAME's ... offer"; (None, None) elsewhere.

    Headlines do without the 's: "NAME board backs NAME offer", "NAME owners back takeover".
    """
    words = eyes.row.words
    if not party_cues().voters.isdisjoint(words[max(place - VOTERS_REACH, 0) : place]) and (
        words[place] not in party_cues().bid_noun
    ):
        return None, None
    # "to reject NAME's $2 million proposal"
    is_owned = eyes.possessor(place) is not None
    if not is_owned and not kind_words("backing").isdisjoint(words[max(place - 5, 0) : place]):
        noun = place - (words[place - 1] in party_cues().deal_noun)  # "NAME takeover bid"
        is_named = words[noun - 1] in NAMES
        receiver = eyes.left(noun - 1 if is_named else noun)
        if receiver is not None:
            return eyes.name(noun - 1) if is_named else None, receiver
    for at in range(place - 1, max(place - 7, 0), -1):
        if words[at] in NO_SUBJECT:  # "wrote to NAME's board with a first proposal"
            return None, None
        if words[at] in POSSESSIVE and words[at - 1] in NAMES:
            verbs = words[max(at - 4, 0) : at - 1]
            # "says yes to NAME's offer", not "to merge in NAME's"
            if verbs[-1:] != ("to",) and kind_words("answer").isdisjoint(verbs):
                return None, None
            return eyes.name(at - 1), eyes.left(at - 1)
    return None, None


def is_two_way(eyes: Gaze, place: int) -> bool:
    """Whether the name before a deal may be either side: "NAME investors back NAME merger".

    So with "NAME agrees $2m NAME takeover"; an offer is put to the target's shareholders alone.
    """
    cues = party_cues()
    words = eyes.row.words
    if words[place] in cues.bid_noun:
        return False
    before = words[max(place - VOTERS_REACH, 0) : place]
    agrees = words[place] in cues.whole_noun and not (AGREES | WHEN).isdisjoint(before)
    return not cues.voters.isdisjoint(before) or (agrees and eyes.left(place - 1) is not None)


def compound(eyes: Gaze, place: int) -> tuple[str, str] | None:
    """Both names before a noun of dealing at `place`, the buyer's first.

    "NAME's NAME merger", "the NAME–NAME deal", "NAME completes NAME purchase".
    """
    words = eyes.row.words
    if place and words[place - 1] in NAMES and (hyphened := _hyphened(eyes, place - 1)):
        return hyphened
    if place < len(PAIRED) or words[place - 1] not in NAMES or words[place - 3] not in NAMES:
        return None
    between = words[place - 2]
    if between not in BETWEEN and between not in kind_words("closing"):
        return None
    return eyes.name(place - 3), eyes.name(place - 1)


def _hyphened(eyes: Gaze, place: int) -> tuple[str, str] | None:
    """The two names that one token joins: "the Northwind-Contoso merger"."""
    first, hyphen, second = eyes.name(place).partition("-")
    if not hyphen:
        return None
    forms = eyes.reading.names.forms
    found = [forms.get(part) or _opened(part, forms) for part in (first, second)]
    one, other = found
    return (one, other) if one and other and one != other else None


def _opened(part: str, forms: Mapping[str, str | None]) -> str | None:
    """The only name of the article that opens with a word; of a page of names, none."""
    if len(forms) > MOST_NAMES:
        return None
    return only(long for long in forms.values() if long and long.startswith(part + " "))


def merged(eyes: Gaze, of: int) -> Iterator[Side]:
    """The sides of "the merger of NAME and NAME", "of NAME with NAME", "of NAME into NAME"."""
    words = eyes.row.words
    at = eyes.beyond(of, JOINING, 8) if words[of] == "of" else None
    if at is not None and words[at + 1 : at + 2] == ("itself",):
        yield eyes.right(of, 6), TARGET, 3  # "Northwind approved the merger of Contoso with itself"
        yield eyes.subject(), BUYER, 3
        return
    if at is None or eyes.right(at, 4) is None:
        return
    is_into = words[at] in INTO
    yield eyes.right(of, 6), TARGET if is_into else BUYER, 3 if is_into else 1
    yield eyes.right(at, 4), BUYER if is_into else TARGET, 3 if is_into else 1
