"""Who buys, is bought or sells, according to the deal words of one sentence: votes for names.

A verb or noun of buying, selling, investing or raising that stands between or beside names votes
for them. What the votes of an article come to is decided in parties.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dealfacts.extractor.gaze import NAMES, Gaze
from dealfacts.extractor.tokens import MONEY
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.parties import deal_words, party_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.scene import Reading, Scene

BUYER, TARGET, SELLER = "buyer", "target", "seller"
# "Northwind rescued in $24 million deal": headlines leave the "is" of a passive out
HEADLINE_PASSIVE = frozenset({("in",), ("out",), ("as",)})
FROM = frozenset({"from"})
# "Contoso sold to Northwind", "Contoso sold for $2 million": what is sold stands before
SOLD_TO = frozenset({"to", "for", "in", "at", "off", "out", ".", ","})
# "the sale of the assets and operations of its ... division to Northwind"
FAR = 18
OWN = frozenset({"its", "their", "his", "her"})
INTO = frozenset({"in", "into", "on"})
BY, OF, TO, IN, FOR_ON = (
    frozenset({"by"}),
    frozenset({"of", "for", "with"}),
    frozenset({"to"}),
    frozenset({"in", "into", "of", "on"}),
    frozenset({"for", "on"}),
)


@dataclass(frozen=True, slots=True)
class Vote:
    """One name in one role, with the strength of its cue and the row place of that cue."""

    name: str
    role: str
    strength: int
    place: int


def _is_participle(word: str) -> bool:
    """Whether a verb of buying or selling can be passive: "acquired", "bought", "taken"."""
    return word.endswith("ed") or word in {"bought", "sold", "taken"}


def _sides(eyes: Gaze, place: int) -> Iterator[tuple[str | None, str, int]]:
    """(name, role, strength) for the cue at `place`; names may be missing."""
    cues = party_cues()
    words = eyes.row.words
    word = words[place]
    behind = words[place + 1 : place + 4]
    is_take_over = word in cues.take_over and "over" in behind[:2] and "as" not in behind
    if (word in cues.buy or is_take_over) and words[place + 1 : place + 2] != ("now",):
        by = eyes.after(place, BY, 7 if _is_participle(word) else 3)
        if by is not None:
            yield eyes.left(place), TARGET, 3
            yield eyes.right(by), BUYER, 3
        elif _is_participle(word) and (
            (eyes.has_be(place) and words[place - 1] != "to") or behind[:1] in HEADLINE_PASSIVE
        ):
            yield eyes.left(place), TARGET, 2
        elif words[place - 1 : place] != ("of",):
            yield eyes.agent(place), BUYER, 2
            yield from _objects(eyes, place)
    if word in cues.take_over and "private" in words[place + 2 : place + 5]:
        yield eyes.left(place), BUYER, 2
        yield eyes.right(place, 3), TARGET, 3
    if word in cues.merge:
        first, second = eyes.pair(place)
        yield first, BUYER, 2
        yield second, TARGET, 2
    if word in cues.sell:
        yield from _sale(eyes, place)
    if word in cues.go or word in cues.join:
        to = eyes.after(place, TO, 2) if word in cues.go else place
        if to is not None and MONEY in words[max(place - 3, 0) : place]:
            yield eyes.right(to, 3), TARGET, 3
        elif to is not None and eyes.right(to, 3) is not None:
            yield eyes.left(place, 8), TARGET, 2
            yield eyes.right(to, 3), BUYER, 2
    yield from _noun_sides(eyes, place)


def _objects(eyes: Gaze, place: int) -> Iterator[tuple[str | None, str, int]]:
    """What a verb of buying takes, and from whom: "acquired the pumps division of Contoso"."""
    nameless = eyes.after(place, FROM, 10)
    if nameless is not None:
        yield eyes.antecedent(place), TARGET, 3
        yield eyes.right(nameless, 5), SELLER, 2
        return
    owner = eyes.owner_of_part(place)
    bought = None if owner else eyes.right(place)
    yield eyes.antecedent(place) or bought, TARGET, 3
    yield owner, SELLER, 2
    origin = eyes.beyond(place, FROM, 8)
    yield eyes.right(origin, 2) if origin is not None else None, SELLER, 3


def _sale(eyes: Gaze, place: int) -> Iterator[tuple[str | None, str, int]]:
    """The sides of a verb of selling: "agreed to sell Contoso to Northwind", "was sold by"."""
    word = eyes.row.words[place]
    to = eyes.after(place, TO, FAR) or eyes.beyond(place, TO)
    by = eyes.after(place, BY, 6)
    behind = eyes.row.words[place + 1 : place + 2]
    if eyes.has_be(place) or by is not None or (word == "sold" and not SOLD_TO.isdisjoint(behind)):
        yield eyes.left(place), TARGET, 2
        yield eyes.right(by) if by is not None else None, SELLER, 2
    else:
        yield eyes.agent(place), SELLER, 3
        yield eyes.right(place), TARGET, 2
    if to is not None:
        yield eyes.right(to, 6 if to - place <= FAR // 2 else 2), BUYER, 3


def _noun_sides(eyes: Gaze, place: int) -> Iterator[tuple[str | None, str, int]]:
    cues = party_cues()
    words = eyes.row.words
    word = words[place]
    if word in cues.deal_noun or word in cues.bid_noun:
        of = eyes.after(place, OF, 2)
        by = eyes.after(place, BY, 3)
        bidder = eyes.after(place, FROM, 6) if word in cues.bid_noun else None
        if bidder is not None:
            yield eyes.right(bidder, 3), BUYER, 3
            yield eyes.left(place), TARGET, 2
        elif of is not None:
            # "the sale of its mills to Northwind": what stands behind "to" buys
            is_nameless = word == "sale" and eyes.after(of, TO, FAR) is not None
            owner = eyes.owner_of_part(of)
            yield None if is_nameless or owner else eyes.right(of, 6), TARGET, 3
            yield None if is_nameless else owner, SELLER, 2
            yield from _of_sides(eyes, place, of)
        elif by is not None:
            yield eyes.right(by, 6), BUYER, 2
        else:
            agent, receiver = eyes.answer(place)
            yield agent, BUYER, 2
            yield receiver, TARGET, 3
        if place and words[place - 1] in NAMES:
            yield eyes.name(place - 1), TARGET, 1
    yield from _money_sides(eyes, place)


def _of_sides(eyes: Gaze, place: int, of: int) -> Iterator[tuple[str | None, str, int]]:
    """Who buys and sells in "NAME completed the purchase of ..." and "the sale of ... to NAME"."""
    words = eyes.row.words
    agent = eyes.possessor(place)
    if agent is None and not kind_words("closing").isdisjoint(words[max(place - 5, 0) : place]):
        agent = eyes.left(place)
    if agent is None and words[of + 1 : of + 2] and words[of + 1] in OWN:
        agent = eyes.left(place)
    if words[place] == "sale":
        yield agent, SELLER, 3
        to = eyes.after(of, TO, FAR) or eyes.beyond(of, TO)
        yield eyes.right(to, 6) if to is not None else None, BUYER, 3
        return
    yield agent, BUYER, 3
    origin = eyes.beyond(of, FROM)
    yield eyes.right(origin, 5) if origin is not None else None, SELLER, 2
    later = eyes.after(of + 1, BY, 6) or eyes.after(of + 2, BY, 6)
    if later and kind_words("ruling").isdisjoint(words[of:later]):
        yield eyes.right(later, 6), BUYER, 3


def _money_sides(eyes: Gaze, place: int) -> Iterator[tuple[str | None, str, int]]:
    """The sides that words of investing, paying and raising name."""
    cues = party_cues()
    words = eyes.row.words
    word = words[place]
    if word in cues.stake_noun or word in cues.invest:
        in_ = eyes.after(place, IN if word in cues.stake_noun else INTO, 6)
        if in_ is not None and eyes.right(in_, 4) is not None:
            yield eyes.right(in_, 4), TARGET, 3
            yield eyes.possessor(place) or eyes.left(place), BUYER, 2
    if word in cues.pay:
        for_ = eyes.after(place, FOR_ON, 5)
        if for_ is not None and eyes.right(for_, 3) is not None:
            yield eyes.left(place), BUYER, 1
            yield eyes.right(for_, 3), TARGET, 2
        elif words[place + 1 : place + 2] == (MONEY,):
            yield eyes.agent(place), BUYER, 1
    if word in cues.secure and MONEY in words[place + 1 : place + 7]:
        yield eyes.agent(place), TARGET, 2
    if word in cues.secure and eyes.after(place, BY, 2) is not None:
        yield eyes.right(place, 8), TARGET, 2
    if word in cues.round_noun:
        yield eyes.possessor(place), TARGET, 2
    if (
        word in cues.lead
        and words[place + 1 : place + 2] == ("by",)
        and not cues.round_noun.isdisjoint(words[max(place - 6, 0) : place])
    ):
        yield eyes.right(place + 1, 4), BUYER, 1


def votes(scene: Scene, reading: Reading) -> tuple[Vote, ...]:
    """Every vote of one sentence, ascending by place."""
    if not scene.row.marks:
        return ()
    places = scene.row.places(deal_words())
    if not places:
        return ()
    eyes = Gaze(scene, reading)
    return tuple(
        Vote(name, role, strength, place)
        for place in places
        for name, role, strength in _sides(eyes, place)
        if name is not None
    )
