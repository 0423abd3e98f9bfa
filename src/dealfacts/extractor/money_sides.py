"""The sides that words of investing, of paying, of raising money and of holding stakes name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.extractor.assets import asset
from dealfacts.extractor.ballots import BUYER, BY, FROM, SELLER, TARGET
from dealfacts.extractor.purchases import HELD, bought
from dealfacts.extractor.raised import is_by_round, is_for_part, raises_money
from dealfacts.extractor.tokens import COUNT, MONEY, NAMES, PERCENT, PERSON
from dealfacts.lexicon.parties import party_cues
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.ballots import Side
    from dealfacts.extractor.gaze import Gaze

INTO = frozenset({"in", "into", "on"})
IN = frozenset({"in", "into", "of", "on"})
FOR_ON = frozenset({"for", "on"})
HAVING = frozenset({"owns", "holds", "has", "owned", "held", "had", "own", "hold", "have"})
VEHICLES = frozenset({"vehicle", "firm", "company", "arm", "bank", "trust", "manager", "fund"})
BESIDES = frozenset({"also", "who"})
INVESTING = frozenset({"investment", "financing"})
LED_IT = frozenset({(",",), (".",), ("the",)})
WITH, BY_WORD = "with", "by"
LEADING = frozenset({"took", "takes", "taking", "in"})
# "Contoso, backed by Northwind, raises": a backer of before; how far a title and a name may go
BACKED, TITLE_REACH = (",", "backed"), 7
CLAUSE_ENDS = frozenset({",", ".", ";", ":", "("})
LEADS = frozenset({"lead", "led", "leads", "leading", "investment"})
INVESTED = frozenset({"investment", "financing", "funding", "round"})
EACH = frozenset({"each", "every", "per"})
NO_STAKE = frozenset({"to", "you", "we", "they", "it", "he", "she", "i"})
QUANTITY = frozenset({PERCENT, COUNT})
# How far behind a verb of raising its sum stands, and before a stake what is done with it.
SUM_REACH, HOLDING_REACH, ROUND_REACH, INTO_REACH = 7, 7, 8, 7


def _holding_side(eyes: Gaze, place: int) -> str:
    """Whether who holds the stake at a row place sells or buys, by the verb before it."""
    cues = party_cues()
    before = eyes.row.words[max(place - HOLDING_REACH, 0) : place]
    if not either(cues.reduce, cues.sell).isdisjoint(before):
        return SELLER
    is_bought = eyes.row.words[place] in HELD and eyes.possessor(place) is not None
    return SELLER if is_bought and not cues.buy.isdisjoint(before) else BUYER


def _has_already(eyes: Gaze, place: int) -> bool:
    """Whether a stake is one held beside the deal: "who also owns a minority stake in NAME"."""
    before = eyes.row.words[max(place - HOLDING_REACH, 0) : place]
    return any(
        verb in HAVING and not BESIDES.isdisjoint(before[max(at - 3, 0) : at])
        for at, verb in enumerate(before)
    )


def _is_held(words: tuple[str, ...], place: int, preposition: int) -> bool:
    """Whether shares are held or traded: not "shares you hand in for", "shares in NAME rose".

    "Shares to the staff of NAME" are pay, no stake in it.
    """
    if not NO_STAKE.isdisjoint(words[place + 1 : preposition]):
        return False
    before = words[max(place - HOLDING_REACH, 0) : place]
    return (
        words[place] != "shares"
        or not QUANTITY.isdisjoint(before)
        or any(not verbs.isdisjoint(before) for verbs in _trades())
    )


def _trades() -> tuple[frozenset[str], ...]:
    cues = party_cues()
    return cues.buy, cues.sell, cues.bid_noun, cues.pay, cues.invest, cues.deal_noun


def _swapped(eyes: Gaze, place: int) -> tuple[str, str] | None:
    """Whose shares are given for whose: "0.5 NAME shares for each NAME share".

    Also "one share of NAME for every two of NAME".
    """
    words = eyes.row.words
    is_before = place > 0 and words[place - 1] in NAMES
    of = place + 1 if words[place + 1 : place + 2] == ("of",) else place
    each = next((at for at in range(of + 1, of + 5) if words[at : at + 1] and words[at] in EACH), 0)
    if not each or (of == place and not is_before):
        return None
    given = eyes.name(place - 1) if is_before else eyes.right(of, 2)
    taken = eyes.right(each, 5)
    return (given, taken) if given and taken and given != taken else None


def _led_round(eyes: Gaze, place: int) -> int | None:
    """Where "in" stands in "led a $3 million round in NAME", or "for"."""
    words = eyes.row.words
    round_ = next(
        (
            at
            for at in range(place + 1, min(place + ROUND_REACH, len(words)))
            if words[at] in party_cues().round_noun
        ),
        None,
    )
    return (
        eyes.after(round_, IN | {"for"}, 3)
        if round_ is not None and words[place + 1] != BY_WORD
        else None
    )


@cache
def money_words() -> frozenset[str]:
    """The words that can name a side here."""
    cues = party_cues()
    holding = cues.share_noun | cues.stake_noun | cues.invest | cues.value | cues.pay
    return holding | cues.secure | cues.round_noun | cues.lead | LEADS


def money_sides(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides that words of investing, paying and raising name."""
    cues = party_cues()
    words = eyes.row.words
    word = words[place]
    if word in cues.share_noun and (swapped := _swapped(eyes, place)) is not None:
        yield swapped[0], BUYER, 2
        yield swapped[1], TARGET, 2
    elif words[place + 1 : place + 2] and words[place + 1] in VEHICLES:
        pass  # "an investment vehicle of Northwind"
    elif (word in cues.stake_noun or word in cues.invest) and not _has_already(eyes, place):
        in_ = eyes.after(place, IN if word in cues.stake_noun else INTO, 6)
        if in_ is not None and words[in_ : in_ + 2] == ("of", MONEY):
            in_ = eyes.after(in_ + 1, INTO, 3)  # "an investment of $2 million by Northwind"
        # "put $4 million into the Exampleton-based AI start-up Contoso"
        reach = INTO_REACH if word in cues.invest and MONEY in words[place:in_] else 4
        if in_ is not None and eyes.right(in_, reach) is not None and _is_held(words, place, in_):
            yield eyes.right(in_, reach), TARGET, 3
            yield eyes.possessor(place) or eyes.left(place), _holding_side(eyes, place), 2
    if word in cues.value and MONEY in words[place + 2 : place + 5]:
        # "a deal that values Contoso at $2 billion"
        is_valued = words[place + 1] in NAMES and "at" in words[place + 2 : place + 4]
        yield eyes.right(place, 1) if is_valued else None, TARGET, 2
    if word in cues.pay:
        for_ = eyes.after(place, FOR_ON, 5)
        if for_ is not None and (eyes.right(for_, 3) or asset(eyes, for_)) is not None:
            yield eyes.left(place), BUYER, 1
            yield from bought(eyes, for_, 3)
        elif words[place + 1 : place + 2] == (MONEY,):
            yield eyes.agent(place), BUYER, 1
        elif words[place + 2 : place + 4] == (MONEY, "for") and words[place + 1] in NAMES:
            yield eyes.agent(place), BUYER, 1  # "it paid Northwind $4 million for the weekly"
            yield eyes.name(place + 1), SELLER, 2
    yield from _round_sides(eyes, place)


def _leader(eyes: Gaze, by: int) -> str | None:
    """Who leads a round behind "by": a person rather than the firm that the person works for.

    "Led by Northwind founder Jane Roe": Northwind itself puts in nothing.
    """
    words = eyes.row.words
    name = eyes.right(by, 4)
    firm = next((at for at in range(by + 1, min(by + 5, len(words))) if words[at] in NAMES), None)
    if firm is None or words[firm] == PERSON:
        return name
    if words[firm + 1 : firm + 3] == ("'s", PERSON):
        return eyes.name(firm + 2)
    near = range(firm + 1, min(firm + TITLE_REACH, len(words)))
    person = next((at for at in near if words[at] == PERSON or words[at] in CLAUSE_ENDS), None)
    if person is None or words[person] != PERSON:
        return name
    starts = eyes.row.starts
    titled = any(starts[firm] < each.start < starts[person] for each in eyes.scene.titles)
    return eyes.name(person) if titled else name


def _round_sides(eyes: Gaze, place: int) -> Iterator[Side]:
    """The sides that words of raising money and leading rounds name."""
    cues = party_cues()
    words = eyes.row.words
    word = words[place]
    reach = 2 if word == "net" else SUM_REACH  # not "net profit of $3 million"
    if word in cues.secure and raises_money(words[place + 1 : place + reach]):
        side = SELLER if is_for_part(words, place) else TARGET
        yield None if is_by_round(words, place) else eyes.agent(place), side, 2
        giver = eyes.after(place, FROM, SUM_REACH)
        yield eyes.right(giver, 4) if giver is not None else None, BUYER, 2
    if word in cues.secure and eyes.after(place, BY, 2) is not None:
        yield eyes.right(place, 8), TARGET, 2
    if word in cues.round_noun:
        yield eyes.possessor(place), TARGET, 2
        is_for = words[place + 1 : place + 2] == ("for",) and words[place + 2 : place + 3]
        yield eyes.name(place + 2) if is_for and words[place + 2] in NAMES else None, TARGET, 2
    if word in cues.lead and (led := _led_round(eyes, place)) is not None:
        yield eyes.agent(place), BUYER, 2
        yield eyes.right(led, 4), TARGET, 3
    if word == "led" and words[place - 1] in NAMES and words[place + 1 : place + 2] in LED_IT:
        yield eyes.name(place - 1), BUYER, 1  # "Northwind led, joined by Fabrikam"
    if word == "investment" and MONEY in words[place + 1 : place + 3]:
        by = eyes.after(place, BY, 5)  # "after an investment of $2 million by Northwind"
        yield eyes.right(by, 4) if by is not None else None, BUYER, 2
    if word == "lead" and words[place - 1] == "the" and words[place - 2] in LEADING:
        # "in which Northwind took the lead", "with Northwind in the lead"
        yield eyes.left(place - 2, 3), BUYER, 2
    if word == "leads" and words[place - 1] in NAMES and place + 1 == len(words):
        yield eyes.name(place - 1), BUYER, 1  # "Contoso raises $2 million, Northwind leads"
    if word == "leading" and not INVESTED.isdisjoint(words[place + 1 : place + 4]):
        yield eyes.agent(place), BUYER, 1  # "Northwind is leading the investment"
    if word == "leading" and words[place - 1] in NAMES and WITH in words[max(place - 3, 0) : place]:
        yield eyes.name(place - 1), BUYER, 1  # "closed its Series C, with Northwind leading"
    if (
        word in cues.lead
        and words[place + 1 : place + 2] == ("by",)
        and not either(cues.round_noun, INVESTING).isdisjoint(words[max(place - 6, 0) : place])
        and words[place - 1 : place + 1] != BACKED
    ):
        yield _leader(eyes, place + 1), BUYER, 1
