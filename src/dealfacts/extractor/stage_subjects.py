"""Who or what a stage phrase is said of, where that is not the deal: a collapse, a minority.

"When Acme collapsed", "notes it sold", "There it bought", "the owners of 20% said yes", "threw in
the towel and recommended the bid", "was bought by Beta in 1999". Refuses to weigh conditions;
`stage_conditions` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.tokens import NAMES, PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.model.values import Percent
from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context
    from dealfacts.extractor.phrases import Told

DONE = frozenset({"agreed", "closed"})
# A company collapses as a deal does: what stands right before the verb tells which.
COLLAPSED = frozenset({"collapsed", "collapses", "collapse"})
DEAL_REACH, OF_NAME = 7, frozenset({("of",), ("with",), ("for",), ("and",)})
TALKS = frozenset({"talks", "negotiations", "discussions"})
# "Notes it sold", "there it bought": who bought something else than the clause is about.
PRONOUNS = frozenset({"it", "they"})
CLAUSE_OPENERS = frozenset(
    {",", ";", ":", "that", "after", "when", "since", "and", "as", "said", "says", "before", "but"}
    | {"because", "while", "until", "once", "“", '"', "how", "why", "say", "if", "what", "–", "—"}
    | {"now", "then", "so", "today", "yesterday", "finally", "also"}
)
# "Threw in the towel and recommended the bid" gives in, and gives nothing up.
TOWEL, GIVES_IN = (
    frozenset({"towel"}),
    frozenset({"recommended", "accepted", "agreed", "recommends"}),
)
NEAR = 4
# "The owners of no more than 25% said yes": no majority of them.
HOLDERS = frozenset({"holders", "shareholders", "owners", "investors"})
HALF, HOLDER_REACH = 50, 8
# "Is said to be ready to announce the purchase"
READY = frozenset({"ready", "set", "poised", "due", "prepared", "preparing", "planning", "hoping"})
ANNOUNCE = frozenset({"announce", "unveil", "sign"})
# "Was bought by Beta in 1999", "It acquired Beta in 1995": how far behind the phrase the year is.
YEAR_REACH, YEARS = 12, 3
PURCHASES = frozenset({"bought", "acquired", "purchased", "sold"})
CLAUSE_ENDS = frozenset({",", ";", ":", "and", "but", "which", "that", "–", "—"})


def is_of_another(context: Context, each: Told) -> bool:
    """Whether a phrase is said of something else than the deal, or tells less than it says."""
    if each.term == "terminated":
        return _is_of_company(context, each) or _gives_in(context, each)
    if each.term not in DONE:
        return False
    return (
        _is_relative(context, each)
        or _is_minority(context, each)
        or _is_ready(context, each)
        or _is_years_ago(context, each)
    )


def _is_of_company(context: Context, each: Told) -> bool:
    """Whether it is a company that collapses: "when Acme collapsed"."""
    words = context.words
    if words[each.first] not in COLLAPSED or each.first == 0:
        return False
    if words[each.first - 1] not in NAMES:
        return False
    before = words[max(each.first - DEAL_REACH, 0) : each.first - 1]
    deals = groups()["purchase_noun"] | groups()["offer_noun"] | TALKS
    # "the takeover of Acme collapsed"; not "after the Acme collapse"
    return before[-1:] not in OF_NAME or deals.isdisjoint(before)


def _gives_in(context: Context, each: Told) -> bool:
    words = context.words
    behind = words[each.last + 1 : each.last + 1 + NEAR]
    return words[each.last] in TOWEL and not GIVES_IN.isdisjoint(behind)


def _is_relative(context: Context, each: Told) -> bool:
    """Whether a noun stands right before "it bought", of which the clause then tells."""
    words, first = context.words, each.first
    if words[first] not in PRONOUNS or first == 0 or context.is_heading:
        return False
    if words[each.last] not in groups()["acquire"] | {"sold", "bought", "acquired", "purchased"}:
        return False
    before = words[first - 1]
    return before not in CLAUSE_OPENERS and before not in NAMES and before.islower()


def _is_minority(context: Context, each: Told) -> bool:
    """Whether only the holders of less than a half agree."""
    before = context.words[max(each.first - HOLDER_REACH, 0) : each.first]
    if PERCENT not in before or HOLDERS.isdisjoint(before):
        return False
    return any(
        isinstance(figure.mention.value, Percent) and figure.mention.value.high < HALF
        for figure in context.figures
        if max(each.first - HOLDER_REACH, 0) <= figure.place < each.first
    )


def _is_ready(context: Context, each: Told) -> bool:
    """Whether somebody is only ready to announce a deal."""
    words = context.words
    if words[each.first] not in ANNOUNCE or words[each.first - 1 : each.first] != ("to",):
        return False
    return not READY.isdisjoint(words[max(each.first - NEAR, 0) : each.first])


def _is_years_ago(context: Context, each: Told) -> bool:
    """Whether the year behind a purchase is long past, or it was one by a company of no side."""
    words = context.words
    if PURCHASES.isdisjoint(words[each.first : each.last + 1]):
        return False
    behind = words[each.last + 1 : each.last + 1 + YEAR_REACH]
    end = next((at for at, word in enumerate(behind) if word in CLAUSE_ENDS), len(behind))
    year = next(
        (
            mention.value.latest.year
            for place, mention in context.dates
            if each.last < place <= each.last + end
            and mention.value.grain is Grain.YEAR
            and mention.value.latest is not None
        ),
        None,
    )
    if year is None:
        return False
    if _is_by_stranger(context, each):
        return True
    published = context.scene.article.published
    return published is not None and published.year - year >= YEARS


def _is_by_stranger(context: Context, each: Told) -> bool:
    """Whether the company behind "bought by" is not the buyer of the deal."""
    words = context.words
    if "by" not in words[each.first : each.last + 1] or context.parties.acquirer is None:
        return False
    return words[each.last] in NAMES and not _is_buyer(context, context.name_at(each.last))


def _is_buyer(context: Context, name: str) -> bool:
    return is_side(context, name) and name not in {context.parties.seller, context.parties.target}
