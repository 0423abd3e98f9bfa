"""Who holds a share of what: the subject of a stake.

The share that changes hands in the article's deal has the deal's label. What others hold, what is
left over, and what a side held before are subjects of their own, so that they are never compared
with it. Refuses to guess a holder further away than the words of one clause.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import acceptances, combined, holders, subjects, topics
from dealfacts.extractor.combined import COMBINED_REACH
from dealfacts.extractor.described import UNION
from dealfacts.extractor.held_of import held_of
from dealfacts.extractor.holders import STOPS, name_at
from dealfacts.extractor.proximity import between
from dealfacts.extractor.tokens import DATE, ORGANISATION, PERCENT
from dealfacts.extractor.which_deal import LEAD, is_long_ago
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How far the company stands behind its share, and before it the words for what is done with it.
COMPANY_REACH, HOLDER_REACH, BY_REACH = 7, 12, 6
# "its existing 34 % stake", "raise its stake to 51 %": the words that date a holding stand near.
ASPECT_REACH = 7
# How far the company stands whose shares are bid for.
BIDDEN_REACH = 60
# A company behind one of these is what is held: "which controls Acme with 51 % of the votes".
SHARES = frozenset({"shares"})
CONTROLS = frozenset({"control", "controls", "controlled", "own", "owns", "owned"})
OFFER_REACH = 5
HAD_BOUGHT = frozenset({("had", "paid"), ("had", "bought"), ("had", "acquired")})
BOUGHT = frozenset({"paid", "bought", "acquired"})
AGREED = frozenset({"agreed", "signed", "contracted"})
# "a 51 % stake in it goes to Acme": Acme is not what the stake is in
ENDS_STAKE = frozenset({",", "it", "them", "to"})
# Who owns a side, and after a merger a part of what it makes.
OWNERS = ("shareholders", "shareholder", "stockholders", "investors", "holders", "owners")
# How far "its" stands before its share, and what a name may leave out.
ITS_REACH, DESCRIBING = 3, frozenset({"group", "holdings", "holding", "company"})
# "Acme, which owns 17.6 % of Beta": in the present, the holding is there before the deal
OWNS = frozenset({"owns", "holds", "own", "hold"})
HOLDING_NOW = frozenset({"which", "that", "who", "currently", "now"})


def holding(context: Context, place: int) -> str:
    """What the share at a row place is of: the deal's label, or "holder in company"."""
    sides = context.parties
    if _is_on_offer(context, place):
        return f"{sides.label}: on offer"
    answer = acceptances.answer(context, place)
    if answer is not None:
        return f"{sides.label}: {answer}"
    told = held_of(context, place)
    if told is None:
        is_combined = combined.is_of_combined(context, place)
        at = None if is_combined else _company_place(context, place)
        company = name_at(context, at) if at is not None else combined.whole(context, place)
        company = UNION if is_combined else company
    else:
        company, at, _ = told
    owner = holders.owner(context, place)
    holder = told.holder if told is not None else None
    holder = holder or owner or holders.holder(context, place, at) or _its_holder(context, place)
    owners = [f"{sides.target} {noun}" for noun in OWNERS]
    if holder in owners and company in {None, sides.target}:
        company = UNION  # they own all of the target, and after the deal a part of the whole
    if company == UNION and holder is not None:
        # the investors of Acme hold what Acme brings in
        near = between(context.organisations, place - COMBINED_REACH, place)
        named = (each.name for each in near)
        holder = next((name for name in named if holder.startswith(f"{name} ")), holder)
    if company is None or _is_one(company, sides.target):
        is_side = _is_one(holder, sides.acquirer) or _is_one(holder, sides.target)
        if holder is None or is_side or (_sells(context, place) and not owner):
            aspect = _told_aspect(context, place) or _aspect(context, place)
            return f"{sides.label}: {aspect}" if aspect else sides.label
        # Who is no side of the deal holds what he held before, unless the words say more.
        aspect = _told_aspect(context, place) or _past(context, place)
        aspect = aspect or _was_bought(context, place)
        label = f"{holder} in {sides.target or 'the company'}"
        return f"{label}: {aspect}" if aspect else label
    was = ": before" if context.words[place - 1 : place] == ("from",) else ""
    return f"{holder or 'holder'} in {company}{was}"


def _is_on_offer(context: Context, place: int) -> bool:
    """Whether the share is one bid for on top: "an open offer for another 26 per cent"."""
    words = context.words
    near = words[max(place - OFFER_REACH, 0) : place]
    if "for" not in near or not figure_words("more_of").intersection(near[near.index("for") :]):
        return False
    return not groups()["offer_noun"].isdisjoint(near[: near.index("for")])


def _is_one(name: str | None, side: str | None) -> bool:
    """Whether a name is a side of the deal, maybe in short: "Acme" beside "Acme Mills"."""
    if name is None or side is None:
        return False
    one, other = (set(each.lower().split()) for each in (name, side))
    return one <= other or one - DESCRIBING == other


def _its_holder(context: Context, place: int) -> str | None:
    """Whose share "its 31 % stake" is: that of what the sentence, or the last one, speaks of."""
    if "its" not in context.words[max(place - ITS_REACH, 0) : place]:
        return None
    return subjects.named_before(context, place) or topics.topic(context)


def bidden_for(context: Context, place: int) -> str:
    """Whose shares the price or premium at a row place is for, else the deal's target.

    "Holders of Acme get $12", "each Acme share", "$12 a share for the rest of Acme".
    """
    words = context.words
    holders = figure_words("share_holders")
    first = context.organisations[:1]
    if first and first[0].place <= 1 and words[first[0].place + 1 : first[0].place + 2] == (":",):
        return first[0].name  # a line of a list: "• Acme: up to 26 percent, at $9 per share"
    for named in between(context.organisations, place - BIDDEN_REACH, place + BIDDEN_REACH):
        at = named.place
        if named.name == context.parties.acquirer:
            continue
        if place < at <= place + HOLDER_REACH and "for" in words[max(at - BY_REACH, place) : at]:
            return named.name
        if not holders.isdisjoint(words[at + 1 : at + 3]) or (
            at > 1 and words[at - 1] == "of" and words[at - 2] in holders
        ):
            return named.name
    return context.parties.target or "the company"


def _company_place(context: Context, place: int) -> int | None:
    """Where the company is named: "30 % of Acme", "a stake in Acme of 30 %"."""
    words = context.words
    stake_in = False
    for at in range(place + 1, min(place + COMPANY_REACH + 1, len(words))):
        if words[at] == PERCENT or words[at] in STOPS or words[at] == "according":
            break
        stake_in |= words[at] == "in" and words[at - 1] in groups()["stake_noun"]
        stake_in &= words[at] not in ENDS_STAKE
        if stake_in and words[at] == ORGANISATION:
            # As in "a 31% stake in the internet group Acme", "in the Cup side Acme Rovers".
            is_described = words[at + 1 : at + 2] and words[at + 1] in kind_words("keeper")
            return at + 2 if is_described and words[at + 2 : at + 3] == (ORGANISATION,) else at
        before = words[max(at - 3, place) : at]
        # "sold 60% of it to Acme": Acme is no part of what is sold
        if (
            words[at] == ORGANISATION
            and "to" not in before
            and not figure_words("holder_link").isdisjoint(before)
        ):
            return _described(words, at)
    for at in range(place - 1, max(place - COMPANY_REACH, 0), -1):
        whose = words[at + 1 : at + 3]
        if whose[:1] == ("'s",) and not figure_words("holder_groups").isdisjoint(whose[1:]):
            continue  # "the holding of Acme's shareholders"
        if words[at] == ORGANISATION and words[at - 1] in {"in", "of"}:
            nouns = either(groups()["stake_noun"], figure_words("holder_groups"), SHARES)
            if not nouns.isdisjoint(words[max(at - 3, 0) : at]):
                return at
        if words[at] == ORGANISATION and words[at - 1] in CONTROLS and "with" in words[at:place]:
            return at
    return None


def _described(words: tuple[str, ...], at: int) -> int:
    """The company behind a name that only describes it: "of ORG giant ORG", "ORG-backed ORG"."""
    behind = words[at + 1 : at + 4]
    is_noun = bool(behind) and behind[0] in figure_words("made")
    if behind[1:2] == (ORGANISATION,) and is_noun:
        return at + 2
    is_owned = behind[:1] == ("-",) and not kind_words("owned").isdisjoint(behind[1:2])
    return at + 3 if is_owned and behind[2:] == (ORGANISATION,) else at


def _sells(context: Context, place: int) -> bool:
    """Whether the share is what is sold: the seller's part is then the deal's."""
    before = context.words[max(place - HOLDER_REACH, 0) : place]
    return not groups()["sell"].isdisjoint(before)


def _told_aspect(context: Context, place: int) -> str:
    """Marks what was held "before" the deal, and what a purchase adds up to "in total"."""
    words = context.words
    near = words[max(place - ASPECT_REACH, 0) : place]
    if words[place - 1 : place] == ("from",) or _is_held_before(near):
        return "before"
    behind = words[place + 1 : place + HOLDER_REACH]
    if any(pair in HAD_BOUGHT for pair in pairwise(behind)):
        return "before"  # "for a stake of 10%, Acme had paid $9m in May"
    raised = words[max(place - HOLDER_REACH, 0) : place - 1]
    if words[place - 2 : place] in {("equal", "to"), ("up", "to")}:
        return ""
    if words[place - 1 : place] == ("to",) and not figure_words("raises_stake").isdisjoint(raised):
        return "in total"
    return ""


def _past(context: Context, place: int) -> str:
    """Marks a share that was bought or held long before the article's news."""
    is_past = context.scene.number >= LEAD and is_long_ago(context, place)
    return "before" if is_past else ""


def _was_bought(context: Context, place: int) -> str:
    """Marks what a holder who is no side bought once: "the fund paid $9m for 60 % in 2021"."""
    words = context.words
    is_bought = not BOUGHT.isdisjoint(words[max(place - HOLDER_REACH, 0) : place])
    is_dated = ("in", DATE) in pairwise(words[place + 1 : place + COMPANY_REACH])
    return "before" if is_bought and is_dated else ""


def _is_held_before(near: tuple[str, ...]) -> bool:
    """Whether the words before a share tell that it was held before the deal.

    "It said that it had agreed to buy 30 %" tells of the deal.
    """
    if figure_words("held_before").isdisjoint(near):
        return False
    deed = groups()["acquire"] | AGREED
    if not figure_words("held_before").isdisjoint(set(near) - {"had"}) or deed.isdisjoint(near):
        return True
    return not deed.isdisjoint(near[: near.index("had")])


def _aspect(context: Context, place: int) -> str:
    """Marks what a side holds in the present, or took long ago: it is there before the deal."""
    words = context.words
    near = words[max(place - ASPECT_REACH, 0) : place]
    if _past(context, place):
        return "before"
    if len(near) > 1 and near[-1] in OWNS and near[-2] in HOLDING_NOW:
        return "before"
    return ""
