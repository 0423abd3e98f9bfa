"""What the target is valued at in this deal, and what it was valued at before.

Leaves alone: stock market values and the worth of anything but a company.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import periods, stance, subjects
from dealfacts.extractor.figure_claims import draft, figures, is_large, stated_basis
from dealfacts.extractor.own_past import opens_long_ago
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import last_before, nearest
from dealfacts.extractor.tokens import MONEY, ORGANISATION
from dealfacts.extractor.which_deal import (
    LEAD,
    is_former,
    is_long_ago,
    is_other_deal,
)
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.draft import Draft
    from dealfacts.extractor.readings import Reading

ATTRIBUTES = ("valuation", "prior_valuation")
NEEDS = frozenset({MONEY})

# The lead tells of the purchase, not of the rounds before it.
ROUND_DEPTH = 2
# "a deal, settled in cash and valued at $3bn"
DEAL_REACH = 9
# "a stake, valued in all at"
VERB_REACH = 5
OF = frozenset({"for", "of"})
# "which valued it at": the active verb, before its object
VALUES = frozenset({"values", "value", "valuing"})
RELATIVE = frozenset({"which", "that"})


def _is_price(context: Context, place: int) -> bool:
    """Whether the deal is what is valued: it is the subject, or all of the target is bought.

    A value that is set against an earlier one ("valued at $3bn, against $1bn") is no price.
    """
    if context.story.is_by_shell:
        return False
    if _is_of_deal(context, place):
        return True
    return context.story.is_whole_purchase and not _has_earlier(context, place)


def _has_earlier(context: Context, place: int) -> bool:
    """Whether the next sum of the sentence is what the company was valued at before."""
    following = next((figure for figure in context.figures if figure.place > place), None)
    if following is None or following.sign != MONEY:
        return False
    return any(m.block.attribute == "prior_valuation" for m in following.meanings[:1])


def _is_of_deal(context: Context, place: int) -> bool:
    """Whether it is a deal or an offer that is valued: "an offer of $9 a share, valued at"."""
    words = context.words[max(place - DEAL_REACH, 0) : place]
    verb = max((at for at, word in enumerate(words) if word in kind_words("valued")), default=0)
    return not groups()["deal_word"].isdisjoint(words[:verb])


def _is_of_buyer(context: Context, place: int) -> bool:
    """Whether the sentence gives the buyer's own valuation: it names the buyer and no target."""
    sides = context.parties
    is_named = sides.target in context.sides_named or _is_of_deal(context, place)
    return not is_named and subjects.subject_before(context, place) == sides.acquirer


def _is_past(context: Context, place: int) -> bool:
    """Whether the story tells of a valuation of an earlier round, or dated well before it."""
    if is_former(context, place):
        return True
    if context.parties.by_funding and opens_long_ago(context):
        return True
    if context.scene.rank < LEAD:
        return False
    return is_long_ago(context, place) or _is_of_past_year(context, place)


def _is_of_past_year(context: Context, place: int) -> bool:
    """Whether the nearest date is a year that is over: "last year investors put its worth at"."""
    published = context.scene.article.published
    dates = nearest(context.dates, place)
    if published is None or not dates:
        return False
    value = context.scene.dates[context.scene.row.index[dates[0].place]].value
    return (
        value.grain is Grain.YEAR
        and value.latest is not None
        and value.latest.year < published.year
    )


def _is_of_round(context: Context) -> bool:
    """Whether a story of a purchase tells what the target was worth when it raised money."""
    words = context.vocabulary
    if context.parties.by_funding or context.scene.rank < ROUND_DEPTH:
        return False
    return not (words.isdisjoint(groups()["raise"]) or words.isdisjoint(groups()["round_noun"]))


def _object(context: Context, verb: int) -> str | None:
    """Whom "values" at a row place values: the name behind it, or who raised what "valued it"."""
    behind = context.words[verb + 1 : verb + 2]
    if behind == (ORGANISATION,):
        return context.name_at(verb + 1)
    if behind != ("it",):
        return None
    raised = last_before(context.organisations, verb)
    if raised is None or not figure_words("turn").isdisjoint(context.words[raised.place : verb]):
        return None
    at = raised.place
    if context.words[at - 1] == "by" and context.words[at - 2] in groups()["raise"]:
        return raised.name
    return subjects.owner(context, verb)


def _outsider(context: Context, place: int) -> str | None:
    """Who is valued, where the words name a company that is no side: "Beta, which is valued at"."""
    words = context.words
    near = range(max(place - DEAL_REACH, 0), place)
    verbs = VALUES | kind_words("valued")
    at = max((n for n in near if words[n] in verbs), default=0)
    if not at or context.parties.target is None:
        return None
    verb = at
    whose = _object(context, verb)
    if whose is not None:
        return None if is_side(context, whose) else whose
    while at and words[at - 1] in kind_words("before_valued"):
        at -= 1
    valued = last_before(context.organisations, at)
    if valued is None or valued.place < at - 1 or is_side(context, valued.name):
        return None
    # "the payments Fintech is worth" is a name of the target itself
    is_apart = valued.place == 0 or not RELATIVE.isdisjoint(words[at:verb])
    return valued.name if is_apart else None


def _thing(context: Context, place: int) -> str | None:
    """What is valued where it is no company: "land valued at", "a holding that would be worth"."""
    words = context.words
    near = range(place - 1, max(place - VERB_REACH, 0), -1)
    at = next((n for n in near if words[n] in kind_words("valued")), 0) - 1
    while at > 0 and words[at] in kind_words("before_worth"):
        at -= 1
    things = kind_words("no_company")
    if at > 1 and words[at] not in things and words[at - 1] in OF:
        at -= 2  # "the market for drones"
    return words[at] if at >= 0 and words[at] in things else None


def _is_of_competitor(context: Context, place: int) -> bool:
    """Whether it is a rival that raised money at the sum: "competitor Beta raised $9m at"."""
    words = context.words
    before = words[max(place - DEAL_REACH, 0) : place]
    if groups()["raise"].isdisjoint(before):
        return False
    named = last_before(context.organisations, place)
    if named is not None and is_side(context, named.name):
        return False
    verb = next(at for at in range(place - 1, -1, -1) if words[at] in groups()["raise"])
    acts = words[max(verb - DEAL_REACH, 0) : verb]
    return not kind_words("competitors").isdisjoint(acts)


def _is_any_change(context: Context, meaning: Reading) -> bool:
    """Whether a bare "from $1bn to $2bn" may be a change of anything: all of a company is bought.

    In the story of a funding round such a step is one of the valuation.
    """
    if not (meaning.pattern.startswith("from $") and context.story.is_whole_purchase):
        return False
    before = context.previous.vocabulary if context.previous is not None else frozenset[str]()
    return kind_words("worth").isdisjoint(context.vocabulary | before)


def _others(context: Context, place: int) -> str | None:
    """What the sum is where it values neither side: another company, a thing, an opinion."""
    outsider = _outsider(context, place)
    if outsider is not None:
        return f"valuation of {outsider}"
    thing = _thing(context, place)
    if thing is not None:
        return f"value of the {thing}"
    if _is_of_competitor(context, place):
        return "valuation of a competitor"
    is_guess = not figure_words("estimators").isdisjoint(context.words[:place])
    return "an analyst's estimate" if is_guess else None


def _means(context: Context, figure: Figure, meaning: Reading) -> tuple[str, str] | None:
    """Attribute and subject of a sum that the words make a valuation; None where they do not."""
    place = figure.place
    attribute, subject = meaning.block.attribute, context.parties.target or "the company"
    if attribute == "prior_valuation" and _is_any_change(context, meaning):
        return None
    if meaning.block.about == "listed" and not context.sides_named:
        return None
    if meaning.block.about == "shell" and not context.story.is_by_shell:
        return None
    others = _others(context, place)
    if others is not None:
        return "other_amount", others
    if attribute != "valuation":
        return attribute, subject
    if _is_of_deal(context, place) and not context.story.is_by_shell:
        if is_other_deal(context, place):
            return "other_amount", "an earlier deal"
        return "deal_amount", context.parties.label
    if context.parties.acquirer is not None and _is_of_buyer(context, place):
        return "other_amount", f"valuation of {context.parties.acquirer}"
    if _is_past(context, place) or _is_of_round(context):
        return "prior_valuation", subject
    if not meaning.block.basis.endswith("money") and _is_price(context, place):
        return "deal_amount", context.parties.label
    return attribute, subject


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make a company's valuation."""
    for figure, meaning in figures(context, MONEY, *ATTRIBUTES):
        means = _means(context, figure, meaning) if is_large(figure) else None
        if means is None:
            continue
        attribute, subject = means
        place = figure.place
        yield draft(
            figure,
            meaning,
            subject,
            attribute=attribute,
            basis=stated_basis(figure, meaning) if attribute == "deal_amount" else None,
            modality=stance.report(context, place),
            period=periods.near(context, place) if attribute == "prior_valuation" else None,
        )
