"""Whether a stage phrase tells what has come of the article's deal, or only says the same words.

Refuses conditions ("if the sale is completed"), the stages of other deals, and phrases that say the
same of a plant or a pay round unless the deal or a side of it stands where it must.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from dealfacts.extractor import stage_conditions, which_deal
from dealfacts.extractor.own_sides import is_one, is_side
from dealfacts.extractor.proximity import nearest
from dealfacts.extractor.stage_objects import is_of_else
from dealfacts.extractor.stage_subjects import is_of_another
from dealfacts.extractor.stage_things import is_of_thing
from dealfacts.extractor.tokens import NAMES, ORGANISATION, PERSON
from dealfacts.extractor.told_apart import told_days
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.stages import Beside

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.phrases import Told

ENDED = frozenset({"terminated", "rejected", "blocked"})
DONE = frozenset({"agreed", "closed", "blocked"})
# How far the subject of a verb stands before it, and what parts them.
SUBJECT_REACH, SUBJECT_STOPS = 8, frozenset(";:—–•")
# "Whatever: the thing closed": how deep the word for the deal stands.
GOES_ON_REACH = 4
SIDES = ("acquirer", "target")
# "It has closed", but not "It has a store that closed".
SUBJECT_NEAR = 3
OTHERS = frozenset({"a", "an", "that", "which", "who", "where", ORGANISATION, PERSON})
# How far a condition or negation governs, and how far the word of buying may stand.
CONDITION_REACH, DEAL_REACH = 7, 9


def speaks_of_deal(context: Context) -> bool:
    """Whether a sentence names the deal or a side, by whatever form of its name, or goes on."""
    if context.speaks_of_deal or goes_on(context):
        return True
    return any(is_side(context, named.name) for named in context.names)


def is_told(context: Context, each: Told, before: Sequence[Told]) -> bool:
    """Whether a stage phrase tells what has come of the article's deal.

    `before` are the stages that the sentence tells in front of it; they may share a subject.
    """
    shares = bool(before) and _shares_subject(context, before[-1], each)
    if not shares and not _has_beside(context, each):
        return False
    if stage_conditions.is_conditional(context.scene.row, each) or which_deal.is_other_step(
        context, each.first
    ):
        return False
    if is_of_else(context, each) or is_of_another(context, each) or _is_of_strangers(context, each):
        return False
    if is_of_thing(context, each):
        return False
    if each.term == "terminated" and _is_by_deal(context, each.first):
        return False
    if each.term == "rejected" and _is_no_answer(context, each):
        return False
    if each.term in ENDED and _is_long_ago(context, each.first, which_deal.LONG_PAST):
        return False  # "a first round of talks broke down in 2014"
    return not (each.term == "closed" and _is_past(context, each.first))


def _is_of_strangers(context: Context, each: Told) -> bool:
    """Whether a sentence far down tells what others did: "in one recent deal Acme agreed to buy".

    It names companies, none of them a side, and no pronoun stands for one.
    """
    sides = context.parties
    is_known = sides.target is not None and (sides.acquirer is not None or sides.by_funding)
    if not is_known or each.term not in DONE or which_deal.how_deep(context) < 1:
        return False
    words = context.words
    if context.is_heading or not context.organisations or "it" in words[: each.first]:
        return False
    subject = each.first - 1
    if subject > 0 and words[subject] == ",":  # "a rival, Acme, is to sell its stake in Beta"
        subject -= 1
    is_active = subject >= 0 and words[subject] in NAMES
    if not is_active or context.sides_named:
        return False
    return not is_side(context, context.name_at(subject))


def _shares_subject(context: Context, before: Told, each: Told) -> bool:
    """Whether two stages are joined, without a name between: "blocked in May and abandoned"."""
    between = context.words[before.last + 1 : each.first]
    return between[-1:] in {("and",), ("then",)} and NAMES.isdisjoint(between)


def _has_beside(context: Context, each: Told) -> bool:
    """Whether beside a phrase there stands what it asks for."""
    match each.phrase.asks:
        case Beside.DEAL:
            return _is_about_deal(context, each)
        case Beside.SIDE:
            return _is_of_side(context, each)
        case Beside.BOTH:
            return _pays(context, each)
        case Beside.HEADING:
            return context.is_heading
        case Beside.NOTHING:
            return True
        case asks:
            assert_never(asks)


def _is_about_deal(context: Context, each: Told) -> bool:
    """Whether a word of buying stands near the phrase, or both sides in its sentence."""
    words = context.words
    near = words[max(each.first - DEAL_REACH, 0) : each.last + DEAL_REACH]
    known = groups()
    for name in ("purchase_noun", "offer_noun", "acquire", "stake_noun", "round_noun"):
        if not known[name].isdisjoint(near):
            return True
    if goes_on(context) and _is_of_opening(context, each):
        return True
    sides = {context.parties.acquirer, context.parties.target}
    return None not in sides and sides <= context.sides_named


def _is_of_opening(context: Context, each: Told) -> bool:
    """Whether the pronoun that opens a sentence is the subject of a phrase.

    "It closed", "It was announced in May, blocked in June"; not "It has a store that closed".
    """
    words = context.words
    reach = min(each.first + 1, GOES_ON_REACH)
    at = next((at for at in range(reach) if words[at] in kind_words("goes_on")), None)
    if at is None:
        return False
    between = words[at + 1 : each.first]
    if len(between) < SUBJECT_NEAR:
        return True
    is_passive = between[0] in groups()["be"]
    return is_passive and len(between) < CONDITION_REACH and OTHERS.isdisjoint(between)


def _is_of_side(context: Context, each: Told) -> bool:
    """Whether the subject of a phrase is a side of the deal, or a word that stands for one.

    Where the buyer is not known it may be anybody who is named beside the target.
    """
    at = _subject(context, each)
    if at is None:
        return False
    if context.words[at] not in NAMES:
        # "Acme and Beta were to merge, but the pair walked away": they are others
        told = [named.name for named in context.names if named.place < at]
        return not told or any(is_side(context, name) for name in told)
    if is_side(context, context.name_at(at)):
        return True
    others = (named.name for named in context.names if named.place != at)
    return context.parties.acquirer is None and any(is_side(context, name) for name in others)


def _pays(context: Context, each: Told) -> bool:
    """Whether the subject of a verb of paying is a side that pays for another one.

    "Acme is splashing out $3m on a bakery": nobody else is named, and it is no price.
    """
    target = context.parties.target
    if target is None or not _is_of_side(context, each):
        return False
    if which_deal.how_deep(context) >= which_deal.LEAD and len(context.sides_named) < len(SIDES):
        return False
    at = _subject(context, each)
    if at is None or context.words[at] not in NAMES or len(context.organisations) > 1:
        return True
    return not is_one(context.name_at(at), target)


def _subject(context: Context, each: Told) -> int | None:
    """The place of the name, or the word for a side, that a phrase has as its subject."""
    words = context.words
    for at in range(each.first, max(each.first - SUBJECT_REACH, 0) - 1, -1):
        if words[at] in SUBJECT_STOPS:
            return None
        if words[at] in NAMES and at not in context.insertions:
            return at
        if words[at] in kind_words("stands_for_side"):
            return at
    return None


def goes_on(context: Context) -> bool:
    """Whether a sentence opens with a word for the deal that the one before speaks of."""
    previous = context.previous
    if previous is None or kind_words("goes_on").isdisjoint(context.words[:GOES_ON_REACH]):
        return False
    is_deal = not kind_words("deal").isdisjoint(previous.vocabulary)
    return is_deal or previous.first_purchase < len(previous.words)


def _is_past(context: Context, place: int) -> bool:
    """Whether a purchase or round is an earlier one: "last raised", or a day long ago."""
    if which_deal.is_former(context, place):
        return True
    is_lead = which_deal.how_deep(context) < which_deal.LEAD
    ago = which_deal.LONG_PAST if is_lead else which_deal.LONG_AGO
    return _is_long_ago(context, place, ago)


def _is_long_ago(context: Context, place: int, ago: timedelta) -> bool:
    """Whether it was long ago, and not only who did it was founded then."""
    if not which_deal.is_long_ago(context, place, ago):
        return False
    days = told_days(context)
    return any(day in days for day in nearest(context.past_days, place))


def _is_by_deal(context: Context, place: int) -> bool:
    """Whether the deal itself ends something: "the deal ends a two-month pursuit"."""
    words = context.words
    return words[place] in kind_words("ends") and not kind_words("deal").isdisjoint(
        words[max(place - 2, 0) : place]
    )


def _is_no_answer(context: Context, each: Told) -> bool:
    """Whether what is rejected is a case and no offer, or somebody only declines to say."""
    after = context.words[each.first + 1 : each.first + 3]
    if after[:1] == ("to",) and after[1:] and after[1] not in kind_words("accepting"):
        return True
    near = context.words[max(each.first - DEAL_REACH, 0) : each.last + 2]
    return not kind_words("not_rejected").isdisjoint(near)
