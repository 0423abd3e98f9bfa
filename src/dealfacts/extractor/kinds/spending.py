"""Investment that a party makes or promises beside the price: plants, projects, infrastructure.

Leaves alone: the price itself and every other purchase of a company, buybacks, what customers,
states and markets spend, spending that is cut, money put into a company.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import outlays, periods, stance, subjects
from dealfacts.extractor.described import UNION
from dealfacts.extractor.figure_claims import draft, figures, is_large
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.tokens import MONEY, ORGANISATION, PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.name_words import places
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft
    from dealfacts.extractor.readings import Reading

ATTRIBUTES = ("spending",)
NEEDS = frozenset({MONEY})

# What is cut, and what the sum is spent on, stand this near to it.
CUT_REACH, OBJECT_REACH = 8, 4
SHARES = frozenset({"shares", "stock", "equity"})
# "To get 80 % of it": how far the share stands behind the verb.
GETTING, GET_REACH = frozenset({("get",), ("buy",), ("acquire",), ("take",)}), 5
# As in: the yard is to belong to Acme, which spends $9m on it; bought at a cost of $9m.
IT, COST = ("on", "it"), ("a", "cost", "of")
# "The United States alone spent"
ADVERBS = frozenset({"alone", "also", "itself", "has", "have", "had"})
# A sum put into a company over a time is an outlay, one put in at once buys a part of it.
UNTIL = frozenset({"before", "by", "over", "until", "through", "during"})


def _is_purchase(context: Context, place: int) -> bool:
    """Whether the sum buys a company, a part of one, or the spender's own shares."""
    words = context.words
    behind = words[place + 1 : place + 1 + OBJECT_REACH]
    if outlays.is_for_purchase(context, place) or _is_to_get(words, place):
        return True
    object_ = outlays.object_of(context, place)
    if object_ and words[object_[0]] in SHARES:
        return True
    if context.sides_named and (behind[:2] == IT or _is_cost(context, place)):
        return True
    if outlays.is_for_company(context, place):
        if outlays.is_for_venture(context, place):
            return True
        is_beside = context.story.is_whole_purchase and behind[:1] not in {("on",), ("for",)}
        return not (is_beside or outlays.is_over_time(context, place))
    if behind[:1] in {("in",), ("into",)}:
        is_bought = behind[1:2] == (ORGANISATION,) and _ends(behind[2:])
        return is_bought and UNTIL.isdisjoint(behind[2:])
    if not behind or behind[0] not in {"on", "to", "for"}:
        return False
    if not figure_words("bought").isdisjoint(behind):
        return True
    return behind[0] in {"on", "for"} and behind[1:2] == (ORGANISATION,) and _ends(behind[2:])


def _is_deal_itself(context: Context, place: int) -> bool:
    """Whether who buys a part puts a sum into nothing that is told: "Acme has pledged $9m"."""
    parties, words = context.parties, context.words
    is_raising = parties.acquirer is None and parties.target is not None
    if not (parties.by_funding or is_raising or context.story.is_part_purchase):
        return False
    verbs = either(groups()["invest"], groups()["put_in"], groups()["promise"])
    is_told = words[place - 1] in verbs or outlays.behind_passive(words, place + 1) > place + 1
    return (
        is_told
        and not outlays.object_of(context, place)
        and not outlays.is_over_time(context, place)
    )


def _is_cost(context: Context, place: int) -> bool:
    """Whether it is what a purchase costs: "is being bought by Acme, at a cost of $9m"."""
    return context.words[place - 3 : place] == COST and context.first_purchase < place


def _is_to_get(words: tuple[str, ...], place: int) -> bool:
    """Whether it is spent to get a company: "to spoon up Acme", "To get 80 % of it, Acme spent"."""
    behind = words[place + 1 : place + 2 + OBJECT_REACH]
    if behind[:1] == ("to",) and ORGANISATION in behind[2:-1]:
        return _ends(behind[behind.index(ORGANISATION) + 1 :])
    return words[:1] == ("to",) and words[1:2] in GETTING and PERCENT in words[2:GET_REACH]


def _ends(behind: tuple[str, ...]) -> bool:
    """Whether a name is the whole object: "on Acme in 2021", not "on Acme's new plants"."""
    return not behind or behind[0] not in {"'s", "and"}


def _is_cut(context: Context, place: int) -> bool:
    """Whether spending is what is cut."""
    before = context.words[max(place - CUT_REACH, 0) : place]
    return not figure_words("cuts").isdisjoint(before)


def _is_paid_away(context: Context, place: int) -> bool:
    """Whether advisers, lawyers or owners get the sum: "has spent $9m on lawyers"."""
    told = {context.words[at] for at in outlays.object_of(context, place)}
    return not figure_words("paid_away").isdisjoint(told)


def _is_by_country(context: Context, meaning: Reading) -> bool:
    """Whether a country or town spends: "on which the United States alone spent $3bn"."""
    row, at = context.scene.row, meaning.first
    while at > 0 and row.words[at - 1] in ADVERBS:
        at -= 1
    text = context.scene.article.text
    before = [text[row.starts[n] : row.ends[at - 1]] for n in range(max(at - 2, 0), at)]
    return not places().isdisjoint(before)


def _spender(context: Context, place: int) -> str:
    """Who spends: names behind the sum are what it is spent on, and the buyer plans for both.

    "A further $9m has been promised for the stadium and for Lower Park" names no spender.
    """
    parties = context.parties
    owner = subjects.owner(context, place)
    if owner is None or owner == UNION:
        return parties.acquirer or "the company"
    is_ahead = context.first_named.get(owner, -1) < place
    if None in (parties.acquirer, parties.target):
        is_own = is_ahead and not (parties.by_funding and parties.target)
        return owner if is_own or is_side(context, owner) else parties.target or owner
    acts = is_side(context, owner) or (is_ahead and owner == context.opening)
    return owner if acts else parties.acquirer or "the company"


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make an outlay of a party."""
    for figure, meaning in figures(context, MONEY, *ATTRIBUTES):
        place = figure.place
        if not is_large(figure) or _is_purchase(context, place) or _is_cut(context, place):
            continue
        if _is_paid_away(context, place) or outlays.is_of_others(context, place):
            continue
        if _is_by_country(context, meaning):
            continue
        owner = _spender(context, place)
        if owner != context.parties.target and _is_deal_itself(context, place):
            continue
        period = periods.near(context, place)
        modality = stance.results(context, place)
        yield draft(figure, meaning, owner, period=period, modality=modality)
