"""Who holds a share of what: the subject of a stake.

The share that changes hands in the article's deal has the deal's label. What others hold, what is
left over, and what a side held before are subjects of their own, so that they are never compared
with it. Refuses to guess a holder further away than the words of one clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import (
    acceptances,
    combined,
    holders,
    holding_aspects,
    subjects,
    topics,
    whole,
)
from dealfacts.extractor.combined import COMBINED_REACH
from dealfacts.extractor.described import UNION, company_nouns
from dealfacts.extractor.held_of import held_of
from dealfacts.extractor.holders import STOPS, name_at
from dealfacts.extractor.holders_listed import OWNERS
from dealfacts.extractor.proximity import between
from dealfacts.extractor.tokens import ORGANISATION, PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How far the company stands behind its share, and before it the words for what is done with it.
COMPANY_REACH, HOLDER_REACH, BY_REACH = 7, 12, 6
# How far the company stands whose shares are bid for.
BIDDEN_REACH = 60
# A company behind one of these is what is held: "which controls Acme with 51 % of the votes".
SHARES = frozenset({"shares"})
CONTROLS = frozenset({"control", "controls", "controlled", "own", "owns", "owned"})
OFFER_REACH = 5
# "a 51 % stake in it goes to Acme": Acme is not what the stake is in
ENDS_STAKE = frozenset({",", "it", "them", "to"})
# How far "its" stands before its share, and what a name may leave out.
ITS_REACH, DESCRIBING = 3, frozenset({"group", "holdings", "holding", "company"})


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
    company = company or whole.of_the_rest(context, place, _company)
    owner = holders.owner(context, place)
    holder = told.holder if told is not None else None
    holder = holder or owner or holders.holder(context, place, at) or _its_holder(context, place)
    owners = [f"{sides.target} {noun}" for noun in OWNERS]
    if holder in owners and company in {None, sides.target}:
        company = UNION  # they own all of the target, and after the deal a part of the whole
    if company is not None and company == holder:
        holder = None  # nobody holds a share of itself
    if company == UNION and holder is not None:
        # the investors of Acme hold what Acme brings in
        near = between(context.names, place - COMBINED_REACH, place + COMBINED_REACH)
        named = (each.name for each in near)
        holder = next((name for name in named if holder.startswith(f"{name} ")), holder)
    if company is None or _is_one(company, sides.target):
        is_side = _is_one(holder, sides.acquirer) or _is_one(holder, sides.target)
        if holder == sides.seller and not holding_aspects.is_kept(context.words, place):
            is_side = holder is None  # "Acme", which sells, owns a part of "Acme Foods"
        if holder is None or is_side or (_sells(context, place) and not owner):
            is_sold = not _is_one(holder, sides.acquirer)
            aspect = holding_aspects.of_side(context, place, is_sold=is_sold)
            return f"{sides.label}: {aspect}" if aspect else sides.label
        # Who is no side of the deal holds what he held before, unless the words say more.
        aspect = holding_aspects.of_other(context, place)
        label = f"{holder} in {sides.target or 'the company'}"
        return f"{label}: {aspect}" if aspect else label
    was = ": before" if context.words[place - 1 : place] == ("from",) else ""
    return f"{holder or 'holder'} in {company}{was}"


def _company(context: Context, place: int) -> str | None:
    """What the share at a row place is of, where its own words say so."""
    told = held_of(context, place)
    at = told.at if told is not None else _company_place(context, place)
    return name_at(context, at) if at is not None else told.company if told is not None else None


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
            and not _is_description(words, at)
            and not figure_words("holder_link").isdisjoint(before)
        ):
            return _described(words, at)
    for at in range(place - 1, max(place - COMPANY_REACH, 0), -1):
        whose = words[at + 1 : at + 3]
        if whose[:1] == ("'s",) and not figure_words("holder_groups").isdisjoint(whose[1:]):
            continue  # "the holding of Acme's shareholders"
        if words[at] == ORGANISATION and words[at - 1] in {"in", "of"}:
            nouns = either(groups()["stake_noun"], figure_words("holder_groups"), SHARES)
            near = words[max(at - 3, 0) : at]
            # "the stake of Acme stands at 5 %" says who holds it
            is_holder = words[at - 1] == "of" and words[at - 2] in groups()["stake_noun"]
            if not nouns.isdisjoint(near) and not is_holder:
                return at
        if words[at] == ORGANISATION and words[at - 1] in CONTROLS and "with" in words[at:place]:
            return at
    return None


def _is_description(words: tuple[str, ...], at: int) -> bool:
    """Whether a name only describes the company: "9 % of the agency of ORG and ORG"."""
    if words[at - 2 : at] == (ORGANISATION, "and"):
        at -= 2
    return words[at - 1] == "of" and words[at - 2] in company_nouns() and words[at - 3] == "the"


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
    return not either(groups()["sell"], figure_words("sale")).isdisjoint(before)
