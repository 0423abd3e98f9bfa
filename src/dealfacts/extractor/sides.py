"""Who buys, is bought or sells, according to the deal words of one sentence: votes for names.

A verb or noun of buying, selling, investing or raising that stands between or beside names votes
for them. What the votes of an article come to is decided in parties.py.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import BUYER, BY, TARGET, Vote, is_participle
from dealfacts.extractor.bids_told import OWN
from dealfacts.extractor.contests import contest_sides, contest_words, no_buyers
from dealfacts.extractor.deal_nouns import noun_sides, noun_words
from dealfacts.extractor.gaze import Gaze
from dealfacts.extractor.headline_sides import headline_votes, sentence_votes
from dealfacts.extractor.keyed_sides import keyed_sides, keyed_words
from dealfacts.extractor.money_sides import money_sides, money_words
from dealfacts.extractor.moves import moves
from dealfacts.extractor.owners import new_owners
from dealfacts.extractor.owners_before import owners_before
from dealfacts.extractor.pairs import pair
from dealfacts.extractor.purchases import objects, sale
from dealfacts.extractor.tokens import MONEY, NAMES, PERCENT
from dealfacts.lexicon import name_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.parties import deal_words, party_cues
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dealfacts.extractor.ballots import Side
    from dealfacts.extractor.scene import Reading, Scene

# "Northwind rescued in $24 million deal": headlines leave the "is" of a passive out
HEADLINE_PASSIVE = frozenset({("in",), ("out",), ("as",), (":",)})
FOR_MONEY = ("for", MONEY)
FORMERLY, FORMERLY_REACH = frozenset({"after", "since", "when", "before"}), 4
NOUNS = frozenset({"purchase", "buy", "rescue"})
PAPERS = frozenset({"agreement", "agreements", "contract", "price", "option", "plan", "order"})
POST_TAKEN = frozenset({"as", "from"})
# "what it buys is a place in the market"
CLEFT = frozenset({("is",), ("was",)})
# "will become a wholly owned subsidiary of NAME"
BECOME = frozenset({"become", "becomes", "became", "becoming"})
# "to make NAME a unit", "will turn NAME into a wholly owned subsidiary": how far before the noun
MAKE = frozenset({"make", "makes", "making", "turn", "turns", "turned", "turning"})
MAKE_REACH = 10
# "Contoso is now a part of Northwind"
IS_NOW = frozenset({"now"})
# "Contoso is parting with its paint arm"
PARTING = frozenset({"part", "parts", "parted", "parting"})
HANDING = frozenset({"hand", "hands", "handing", "handed"})
# "A subsidiary of Northwind merges into Contoso, which remains as the surviving corporation"
SURVIVES = frozenset({"surviving", "survives", "survive", "survivor"})
OF, WITH, INTO = frozenset({"of"}), frozenset({"with"}), frozenset({"into"})


def _sides(eyes: Gaze, place: int) -> Iterator[Side]:
    """(name, role, strength) for the cue at `place`; names may be missing."""
    cues = party_cues()
    words = eyes.row.words
    word = words[place]
    behind = words[place + 1 : place + 4]
    # "takes over as chief executive", "takes over from NAME": a post, no purchase
    over = behind[:2].index("over") + 1 if "over" in behind[:2] else len(behind)
    is_take_over = word in cues.take_over and POST_TAKEN.isdisjoint(behind[over : over + 1])
    is_take_over = is_take_over and over < len(behind)
    if (word in cues.buy or is_take_over) and behind[:1] != ("now",):
        yield from _purchase(eyes, place)
    if word in cues.pick and behind[:1] == ("up",):
        if either(cues.round_noun, frozenset({MONEY})).isdisjoint(behind[1:]):
            yield from _purchase(eyes, place)  # "picks up the bankrupt carmaker Contoso"
        else:
            yield eyes.agent(place), TARGET, 2  # "picks up $2 million", "picked up funding"
    if word in cues.take_over or word in cues.go:
        yield from _taking(eyes, place)
    if word in cues.secure and behind[:1] and behind[0] in NAMES and "for" in behind:
        yield from _purchase(eyes, place)  # "Northwind bags Contoso for $2 million"
    if word in cues.merge:
        yield from _union(eyes, place)
    is_handed = word in HANDING and behind[:1] and behind[0] in NAMES | OWN
    if word in cues.sell or is_handed or (word in PARTING and behind[:1] == ("with",)):
        yield from sale(eyes, place)
    if word in cues.go or word in cues.join:
        yield from moves(eyes, place)
    if word in cues.unit_noun:
        yield from _absorption(eyes, place)
    if word in cues.owner or word in cues.go:
        yield from new_owners(eyes, place)
    for tell in _tellers(word):
        yield from tell(eyes, place)


@cache
def _deal_words() -> frozenset[str]:
    """The words that can vote, also those that need another one beside them."""
    return deal_words() | PARTING


@cache
def _tellers(word: str) -> tuple[Callable[[Gaze, int], Iterator[Side]], ...]:
    """Who can name the sides of a word of dealing: most know a few of these words alone."""
    every = (
        (keyed_words, keyed_sides),
        (noun_words, noun_sides),
        (money_words, money_sides),
        (contest_words, contest_sides),
    )
    return tuple(tell for known, tell in every if word in known())


def _taking(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides of "takes 30 % of Contoso", "takes it private", "takes full control"."""
    words = eyes.row.words
    behind = words[place + 1 : place + 4]
    if PERCENT in behind[:2]:
        yield from _purchase(eyes, place)  # "takes 30 % of Contoso"
    if "control" in behind and "of" not in words[place + 2 : place + 5]:
        yield eyes.agent(place), BUYER, 1  # "its parent Northwind is taking full control"
    if "private" in words[place + 2 : place + 5]:
        yield eyes.left(place), BUYER, 2
        yield eyes.right(place, 3), TARGET, 3
    if "private" in behind[:2] and (eyes.has_be(place) or words[place] in party_cues().go):
        by = eyes.after(place, BY | WITH, 8)  # "to go private in a deal with Northwind"
        yield eyes.left(place), TARGET, 3
        yield eyes.right(by, 4) if by is not None else None, BUYER, 3


def _is_noun(eyes: Gaze, place: int) -> bool:
    """Whether a word of buying is a noun behind a name: "the Contoso purchase", "Contoso buy"."""
    words = eyes.row.words
    if words[place] not in NOUNS or not place or words[place - 1] not in NAMES:
        return False
    return words[place] != "buy" or eyes.right(place, 3) is None


def _purchase(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides of a verb of buying: "agreed to buy Contoso", "was bought by Northwind"."""
    words = eyes.row.words
    word = words[place]
    if _is_noun(eyes, place):
        yield eyes.name(place - 1), TARGET, 1
        return
    if word == "purchase" and words[place + 1 : place + 2] and words[place + 1] in PAPERS:
        return  # "a share purchase agreement has been entered into by Northwind"
    is_it = words[place + 1 : place + 2] == ("it",) and words[place - 1] != "to"
    if is_it and not FORMERLY.isdisjoint(words[max(place - FORMERLY_REACH, 0) : place]):
        return  # "is selling Contoso, six years after Northwind bought it"
    by = eyes.after(place, BY, 7 if is_participle(word) else 3)
    is_passive = is_participle(word) and (
        (eyes.has_be(place) and words[place - 1] != "to")
        or words[place + 1 : place + 2] in HEADLINE_PASSIVE
        or (eyes.is_heading and words[place + 1 : place + 3] == FOR_MONEY)
    )
    if by is not None and not kind_words("ruling").isdisjoint(words[place:by]):
        return  # "Northwind buy ratified by Contoso shareholders"
    if by is not None:
        yield eyes.left(place), TARGET, 3
        yield eyes.right(by), BUYER, 3
    elif is_passive:
        yield eyes.left(place), TARGET, 2
    elif words[place - 1 : place] != ("of",):
        yield (agent := eyes.agent(place)), BUYER, 2
        if words[place + 1 : place + 2] == ("it",) and agent is not None:
            meant = eyes.first(place)  # "shares in Contoso rose after Northwind offered to buy it"
            yield None if meant == agent else meant, TARGET, 2
        elif words[place + 1 : place + 2] not in CLEFT:
            yield from objects(eyes, place)


def _union(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides of a verb of merging: "Northwind and Contoso will merge", "is to merge with"."""
    words = eyes.row.words
    first, second = pair(eyes, place)
    with_ = eyes.after(place, WITH, 2)
    into = eyes.after(place, INTO, 2)
    if into is not None:
        if eyes.right(into, 4) is None:
            return  # "will fold it into its software unit"
        survives = not SURVIVES.isdisjoint(words)
        yield eyes.agent(place), BUYER if survives else TARGET, 3
        yield eyes.right(into, 4), TARGET if survives else BUYER, 3
    elif second is not None:
        yield first, BUYER, 2
        yield second, TARGET, 2
    elif with_ is not None:
        yield eyes.agent(place), BUYER, 2
        yield eyes.right(with_, 4), TARGET, 2


def _absorption(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides of "Contoso will become a wholly owned subsidiary of Northwind"."""
    words = eyes.row.words
    made = next(
        (at for at in range(place - 1, max(place - MAKE_REACH, 0), -1) if words[at] in MAKE), None
    )
    if made is not None and eyes.right(made, place - made - 1) is not None:
        yield eyes.agent(made), BUYER, 3
        yield eyes.right(made, place - made - 1), TARGET, 3
        return
    is_now = not IS_NOW.isdisjoint(words[max(place - 4, 0) : place]) and words[place] == "part"
    if not is_now and BECOME.isdisjoint(words[max(place - 5, 0) : place]):
        return
    owner = eyes.after(place, OF, 1)
    if owner is not None and eyes.right(owner, 4) is not None:
        yield eyes.agent(place), TARGET, 3
        yield eyes.right(owner, 4), BUYER, 3


def votes(scene: Scene, reading: Reading) -> tuple[Vote, ...]:
    """Every vote of one sentence, ascending by place."""
    if not scene.row.marks:
        return ()
    eyes = Gaze(scene, reading)
    if headed := headline_votes(eyes):
        return headed
    places = scene.row.places(_deal_words())
    no_buyer = no_buyers(eyes) if places else frozenset[str]()
    public = name_words.lexicon().organisation.public_names  # "the City digested the offer"
    found = [
        Vote(name, role, strength, place)
        for place in places
        for name, role, strength in _sides(eyes, place)
        if name is not None and name not in public and not (role == BUYER and name in no_buyer)
    ]
    if told := sentence_votes(eyes):
        # what a wording tells of its names counts, and no single verb within it
        kept = [v for v in found if not any(each.first <= v.place <= each.last for each in told)]
        kept += (vote for each in told for vote in each.votes)
        found = sorted(kept, key=lambda vote: vote.place)
    found += owners_before(eyes, found)
    return tuple(found)
