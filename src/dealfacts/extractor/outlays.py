"""What money goes into that somebody spends, invests or commits, and whether a side spends it.

Put into a company it buys a part of it; put into a thing it is an outlay beside the deal. Refuses
to look further than the object behind the sum and the name before it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import between, last_before
from dealfacts.extractor.tokens import DATE, ORGANISATION, PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# "into the Berlin-based maker of drones Acme": how far the object reaches.
OBJECT_REACH = 10
INTO = frozenset({"in", "into", "on", "to", "behind", "backing", "for"})
# What a sum is put into in steps buys no part at once: "into Acme over five years".
UNTIL = frozenset({"before", "by", "over", "until", "through", "during"})
UNTIL_REACH = 4
VENTURES = frozenset({"venture", "jv"})
# Who spends stands this near to the sum.
SPENDER_REACH = 8
AND_IT = ("and", "it")
TOWNS = frozenset({"city", "town", "county", "province", "country", "region", "district"})
HAS = frozenset({"has", "had", "is", "plans", "wants"})
# "is to be invested": what stands before the participle, and how far behind the sum it stands
PASSIVE = frozenset(
    {"will", "would", "must", "should", "shall", "can", "could", "may", "has", "have", "to"}
)
PASSIVE_REACH, GOES = 5, frozenset({"go", "goes", "went", "flow", "flows", "flowed"})
POSSESSIVE = frozenset({"'s", "'"})
DATES = frozenset({DATE})
BUYING = frozenset({"buying", "acquiring", "purchasing"})


def object_of(context: Context, place: int) -> range:
    """The row places of what the sum at `place` is put into; empty where nothing is named."""
    words = context.words
    behind = place + 1
    if words[behind : behind + 1] and words[behind] in figure_words("put_more"):
        behind += 1  # "put $5m more into"
    behind = behind_passive(words, behind)
    if not words[behind : behind + 1] or words[behind] not in INTO:
        return range(0)
    ends = either(groups()["phrase_end"], figure_words("object_ends"))
    first = behind + 1
    last = min(first + OBJECT_REACH, len(words))
    return range(first, next((at for at in range(first, last) if words[at] in ends), last))


def behind_passive(words: tuple[str, ...], place: int) -> int:
    """Where the words go on behind a passive: "$5m |is to be invested| in", "$5m |goes| into"."""
    first = place + 1 if words[place : place + 1] == (",",) else place
    if words[first : first + 1] and words[first] in GOES:
        return first + 1
    if not words[first : first + 1] or words[first] not in either(groups()["be"], PASSIVE):
        return place
    ends = either(groups()["outlaid"], GOES)
    near = range(first + 1, min(first + PASSIVE_REACH, len(words)))
    return next((at + 1 for at in near if words[at] in ends), place)


def is_for_company(context: Context, place: int) -> bool:
    """Whether the sum goes into a company: a side of the deal, "the start-up", "its rival Acme"."""
    words = context.words
    object_ = object_of(context, place)
    if not object_:
        return False
    told = frozenset(words[at] for at in object_)
    if not told.isdisjoint(groups()["plant"]):
        return False
    last = object_[-1]
    if words[last] == ORGANISATION:
        return _is_purchasable(context, last)
    if any(words[at] in POSSESSIVE for at in object_):
        return not figure_words("share_of_company").isdisjoint(told)
    if words[last] == "it":
        return words[object_.start - 1] not in {"on", "for"}  # "puts $7m on it" values it
    if not told.isdisjoint(figure_words("own")):
        return False  # "for its grocery business"
    return words[last] in figure_words("put_into")


def is_for_venture(context: Context, place: int) -> bool:
    """Whether the sum goes into what the deal makes: "into the joint venture"."""
    object_ = object_of(context, place)
    return bool(object_) and context.words[object_[-1]] in VENTURES


def is_public(context: Context, place: int) -> bool:
    """Whether a state, a town or people in general spend: "the city will spend $9m on roads"."""
    before = context.words[max(place - SPENDER_REACH, 0) : place]
    if not figure_words("spenders").isdisjoint(before):
        return True
    acts = either(kind_words("will"), groups()["spend"], groups()["invest"], HAS)
    return any(a in TOWNS and b in acts for a, b in pairwise(before))


def is_of_others(context: Context, place: int) -> bool:
    """Whether a company, a market or a state spends that is no side of the deal."""
    before = context.words[max(place - SPENDER_REACH, 0) : place]
    if is_public(context, place):
        return True
    if None in (context.parties.acquirer, context.parties.target):
        return False
    named = last_before(context.organisations, place)
    if named is None or is_side(context, named.name):
        return False
    if (
        context.opening is not None
        and is_side(context, context.opening)
        and AND_IT in pairwise(before)
    ):
        return False  # "Acme has granted Beta a share, and it will put $9m into"
    # "slow investment in the Acme mine", "a bid by Acme": such a name spends nothing
    hangs = context.words[max(named.place - 2, 0) : named.place]
    return figure_words("attaches").isdisjoint(hangs)


def _is_purchasable(context: Context, at: int) -> bool:
    """Whether a name is that of a side of the deal, or is told as a company's: "startup Acme"."""
    if context.words[at - 1] in figure_words("put_into"):
        return True
    named = between(context.organisations, at, at)
    return bool(named) and is_side(context, named[0].name)


def is_over_time(context: Context, place: int) -> bool:
    """Whether the sum is spread over a time: "over the next five years", "by 2030"."""
    object_ = object_of(context, place)
    end = object_[-1] + 1 if object_ else place + 1
    behind = context.words[end : end + UNTIL_REACH]
    at = next((n for n, word in enumerate(behind[:2]) if word in UNTIL), -1)
    if at < 0:
        return False
    return not either(figure_words("time_spans"), DATES).isdisjoint(behind[at + 1 :])


def is_for_purchase(context: Context, place: int) -> bool:
    """Whether the sum is spent to buy: "spends $2bn to take over Acme", "on 51 % of Acme"."""
    words = context.words
    behind = words[place + 1 : place + 1 + UNTIL_REACH]
    if behind[:1] and behind[0] in BUYING:
        return True  # "spent $2bn buying Acme"
    if behind[:1] == ("to",) and behind[1:2] and behind[1] in groups()["acquire"]:
        return True
    return behind[:1] in {("on",), ("for",)} and PERCENT in behind
