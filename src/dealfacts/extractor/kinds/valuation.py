"""What the target is valued at in this deal, and what it was valued at before.

Leaves alone: stock market values and the worth of anything but a company.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import extent, periods, stance, subjects, whose_value
from dealfacts.extractor.clause_worths import clause_worths
from dealfacts.extractor.described import UNION
from dealfacts.extractor.figure_claims import draft, is_large, is_size, stated_basis
from dealfacts.extractor.others_sums import is_unreal
from dealfacts.extractor.past_worth import PLANS, is_past
from dealfacts.extractor.tokens import MONEY, ORGANISATION
from dealfacts.extractor.which_deal import is_other_deal
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either
from dealfacts.model.vocabulary import Basis

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
SEES = frozenset({"see", "sees", "saw", "seen", "leave", "leaves", "left", "leaving", "seeing"})
MAKES = frozenset({"make", "makes", "made", "making"})
VALUING, MONEYS = frozenset({"valuing"}), frozenset({"pre_money", "post_money"})
# "the figure was cut from $2bn"; what opens a sentence in the plural is what the step is of
MEANS_WORTH, SHORT = frozenset({"figure", "mark", "it", "unicorn"}), 5
# What a market was, before what it may become.
STEPS, MARKET_REACH = frozenset({"up from $", "down from $"}), 20


def _is_price(context: Context, place: int) -> bool:
    """Whether the deal is what is valued: it is the subject, or all of the target is bought.

    A value that is set against an earlier one ("valued at $3bn, against $1bn") is no price.
    """
    if context.story.is_by_shell:
        return False
    if _is_of_deal(context, place):
        return True
    is_whole = context.story.is_whole_purchase and not extent.tells_part(context, place)
    return is_whole and not _has_earlier(context, place)


def _has_earlier(context: Context, place: int) -> bool:
    """Whether the next sum of the sentence is what the company was valued at before."""
    following = next((figure for figure in context.figures if figure.place > place), None)
    if following is None or following.sign != MONEY:
        return False
    return any(m.block.attribute == "prior_valuation" for m in following.meanings[:1])


def _is_of_deal(context: Context, place: int) -> bool:
    """Whether it is a deal or an offer that is valued: "an offer of $9 a share, valued at"."""
    words = context.words[max(place - DEAL_REACH, 0) : place]
    if any(a in groups()["offer_noun"] and b in VALUING for a, b in pairwise(words)):
        return not context.story.is_part_purchase  # "a bid valuing the company at"
    verb = max((at for at, word in enumerate(words) if word in kind_words("valued")), default=0)
    is_whose = words[verb - 1 : verb] in {(ORGANISATION,), ("it",)}
    if is_whose and not either(SEES, MAKES).isdisjoint(words[:verb]):
        return False  # "a deal could see Acme valued at"
    is_part = context.story.is_part_purchase or context.parties.by_funding
    if is_part and whose_value.is_of_company(context.words, place - len(words) + verb):
        return False
    return not groups()["deal_word"].isdisjoint(words[:verb])


def _is_of_buyer(context: Context, place: int) -> bool:
    """Whether the sentence gives the buyer's own valuation: it names the buyer and no target."""
    sides = context.parties
    if whose_value.is_by_deal(context.words, place):
        return False
    is_named = sides.target in context.sides_named or _is_of_deal(context, place)
    return not is_named and subjects.subject_before(context, place) == sides.acquirer


def _is_of_round(context: Context) -> bool:
    """Whether a story of a purchase tells what the target was worth when it raised money."""
    words = context.vocabulary
    if context.parties.by_funding or context.scene.rank < ROUND_DEPTH:
        return False
    if not PLANS.isdisjoint(words):
        return False  # "in talks to raise again"
    return not (words.isdisjoint(groups()["raise"]) or words.isdisjoint(groups()["round_noun"]))


def _is_any_change(context: Context, meaning: Reading) -> bool:
    """Whether a bare "from $1bn to $2bn" may be a change of anything: all of a company is bought.

    In the story of a funding round such a step is one of the valuation.
    """
    if not (meaning.pattern.startswith("from $") and context.story.is_whole_purchase):
        return False
    before = context.previous.vocabulary if context.previous is not None else frozenset[str]()
    words = either(kind_words("worth"), groups()["value_verb"])
    return words.isdisjoint(context.vocabulary | before)


def _is_bare_step(context: Context, meaning: Reading) -> bool:
    """Whether "from $1bn to $2bn" may be a change of anything: nothing near speaks of worth.

    "Transactions grew from $200 million" names what grew, whatever the sentence before values.
    """
    if not (meaning.pattern.startswith("from $") or meaning.pattern in STEPS):
        return False
    if context.is_heading or context.own_names:
        return False
    opens = context.words[0]
    if opens == ORGANISATION:
        return True  # "Remittances came to $42bn, down from $48bn", though in capitals
    if len(opens) > SHORT and opens.endswith("s") and opens not in groups()["shares"]:
        return True
    near = (context,) if context.previous is None else (context, context.previous)
    words = either(kind_words("worth"), groups()["value_verb"], MEANS_WORTH)
    return all(words.isdisjoint(each.vocabulary) for each in near)


def _is_by_round(context: Context, place: int) -> bool:
    """Whether it is a round that values the company: "the round values Acme at"."""
    before = context.words[max(place - DEAL_REACH, 0) : place]
    return not groups()["round_noun"].isdisjoint(before)


def _is_of_market(context: Context, figure: Figure, meaning: Reading) -> bool:
    """Whether a bare "up from $5bn" compares the size of a market, or of what passes through."""
    if meaning.pattern not in STEPS:
        return False
    before = context.words[max(figure.place - MARKET_REACH, 0) : figure.place]
    is_worth = not kind_words("worth").isdisjoint(context.vocabulary)
    if not is_worth and not kind_words("no_company").isdisjoint(before):
        return True  # "payment volume rose to $9bn, up from $5bn"
    told = context.previous.vocabulary if context.previous and "it" in before else frozenset[str]()
    return not (groups()["market"].isdisjoint(before) and groups()["market"].isdisjoint(told))


def _money_basis(figure: Figure, meaning: Reading) -> Basis | None:
    """Before or after the money of a round, if that reading or a weaker one says so."""
    told = (each.block.basis for each in (meaning, *figure.meanings))
    return next((Basis(basis) for basis in told if basis in MONEYS), None)


def _is_open(context: Context, about: str) -> bool:
    """Whether a reading that some stories or sentences alone allow is open here."""
    is_of_round = context.parties.by_funding or context.story.main_round is not None
    match about:
        case "listed":
            return bool(context.sides_named)
        case "shell":
            return context.story.is_by_shell
        case "round":
            return is_of_round
        case "headline":
            return context.is_heading and is_of_round
        case _:
            return True


def _is_no_worth(context: Context, figure: Figure, meaning: Reading) -> bool:
    """Whether it is a change of something else, what makes a unicorn, or the stock market's."""
    words, place = context.words, figure.place
    if meaning.block.attribute == "prior_valuation" and (
        _is_any_change(context, meaning)
        or _is_of_market(context, figure, meaning)
        or _is_bare_step(context, meaning)
    ):
        return True
    if whose_value.is_kind_of_company(words, place) or is_unreal(context, place):
        return True
    return "worth" in meaning.pattern and whose_value.is_market_worth(words, place)


def _means(context: Context, figure: Figure, meaning: Reading) -> tuple[str, str] | None:
    """Attribute and subject of a sum that the words make a valuation; None where they do not."""
    place = figure.place
    attribute, subject = meaning.block.attribute, context.parties.target or "the company"
    if _is_no_worth(context, figure, meaning):
        return None
    if meaning.block.about == "union" or meaning.pattern.startswith("with a|an combined"):
        return attribute, UNION
    others = whose_value.others(context, place)
    if others is not None:
        return "other_amount", others
    is_told_of_deal = "had been valued at $" in meaning.pattern and _is_of_deal(context, place)
    if attribute != "valuation" and not is_told_of_deal:
        return attribute, subject
    is_money = _money_basis(figure, meaning) is not None or whose_value.is_of_whole(
        context.words, place
    )
    if not is_money and _is_of_deal(context, place) and not context.story.is_by_shell:
        if is_other_deal(context, place):
            return "other_amount", "an earlier deal"
        return "deal_amount", context.parties.label
    if context.parties.acquirer is not None and _is_of_buyer(context, place):
        return "other_amount", f"valuation of {context.parties.acquirer}"
    if is_past(context, place) or _is_of_round(context):
        return "prior_valuation", subject
    if not is_money and not _is_by_round(context, place) and _is_price(context, place):
        return "deal_amount", context.parties.label
    return attribute, subject


def _meanings(context: Context) -> Iterator[tuple[Figure, Reading]]:
    """Every sum with the strongest reading as a worth that is open to its sentence."""
    for figure in context.figures:
        if figure.sign != MONEY:
            continue
        for meaning in figure.meanings:
            if meaning.block.attribute in ATTRIBUTES and _is_open(context, meaning.block.about):
                yield figure, meaning
                break
    yield from clause_worths(context)


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make a company's valuation."""
    for figure, meaning in _meanings(context):
        if not is_large(figure) or is_size(figure):
            continue
        if (means := _means(context, figure, meaning)) is None:
            continue
        attribute, subject = means
        yield draft(
            figure,
            meaning,
            subject,
            attribute=attribute,
            basis=stated_basis(figure, meaning)
            if attribute == "deal_amount"
            else _money_basis(figure, meaning),
            modality=stance.report(context, figure.place),
            period=periods.near(context, figure.place) if attribute == "prior_valuation" else None,
        )
