"""Revenue and profit of a party, each with its period; a loss is a negative profit.

A measure that is not the plain one is part of the subject ("Acme: ebitda"), so that it is never
compared with another. Leaves alone: analysts' estimates, results of one share, market sizes,
transaction volumes, balances, savings; what a person earns becomes `other_amount`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import periods, stance, subjects, topics
from dealfacts.extractor.described import UNION
from dealfacts.extractor.figure_claims import draft, is_large, negative
from dealfacts.extractor.mention import NO_HEDGE
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import between, last_before
from dealfacts.extractor.tokens import MONEY, PERSON
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either
from dealfacts.model.values import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.draft import Draft
    from dealfacts.extractor.readings import Reading

ATTRIBUTES = ("revenue", "profit")
NEEDS = frozenset({MONEY})

# Who estimates or what is measured stands this near to the figure.
ESTIMATE_REACH, OPENING = 8, 3
# "synergies at a run rate of $9m"
SAVED = frozenset({"synergies", "savings"})
# "adjusted net operating income of $": a measure stands this near before the words of the reading.
MEASURE_REACH = 3
# Behind a sum these open something else; a condition this near before it tells no result.
JOINS = frozenset({"on", "with", "and", "against", "from", ",", "as", "while"})
CONDITIONS, IF_REACH = frozenset({"if", "unless", "should", "once", "afford", "conditional"}), 6
# "UK fraud losses", "creditors, who lost $7 billion": no company's result
LOSS_REACH = 5
# Whose results are told before it is there, and how far before them the verb that makes it stands.
UNION_REACH, COMBINED_REACH = 14, 4
# verbs of profit that persons have as well
HE = frozenset({"he", "she"})
EARNS = frozenset({"earn", "earns", "earned", "took", "made", "makes"})
MEASURES = {"revenue": ("recurring",), "profit": ("ebitda", "operating", "pre_tax", "gross")}


def _is_elsewhere(context: Context, place: int, attribute: str) -> bool:
    """Whether the figure is an estimate of analysts or the size of a market.

    What a bank calls its total income is its revenue, and no profit.
    """
    near = context.words[max(place - ESTIMATE_REACH, 0) : place + ESTIMATE_REACH // 2]
    if not figure_words("estimators").isdisjoint(near):
        return True
    if not SAVED.isdisjoint(near[:ESTIMATE_REACH]):
        return True
    if not figure_words("no_result").isdisjoint(context.vocabulary):
        return True
    if attribute == "profit" and _is_others_loss(context.words, place):
        return True
    if attribute == "profit" and any(
        a in figure_words("no_profit") and b == "income"
        for a, b in pairwise(context.words[max(place - ESTIMATE_REACH, 0) : place])
    ):
        return True
    opening = OPENING + (context.words[:1] == ("the",) and "market" in context.words[: OPENING + 1])
    return not figure_words("markets").isdisjoint(context.words[: min(place, opening)])


def _is_others_loss(words: tuple[str, ...], place: int) -> bool:
    """Whether it is what thieves or a failure cost: "fraud losses", "the creditors, who lost"."""
    near = words[max(place - LOSS_REACH, 0) : place]
    if any(a in figure_words("losses_of") and b in {"losses", "loss"} for a, b in pairwise(near)):
        return True
    lost = next((at for at, word in enumerate(near) if word == "lost"), 0)
    return not figure_words("losers").isdisjoint(near[:lost])


def _measure(context: Context, meaning: Reading, place: int) -> str:
    """Which revenue or profit the words of the reading name; empty for the plain one."""
    words = context.words
    first = max(meaning.first - MEASURE_REACH, 0)
    last = min(meaning.last + 1, len(words) - 1)
    for at in range(last, first - 1, -1):
        if words[at] == MONEY and at < min(place, meaning.first):
            break
        for measure in MEASURES[meaning.block.attribute]:
            if measure == "pre_tax" and words[at - 1 : at + 1] == ("before", "tax"):
                return "pre-tax"
            if words[at] in figure_words(f"measure_{measure}"):
                return measure.replace("_", "-")
    return ""


def _meanings(context: Context) -> Iterator[tuple[Figure, Reading]]:
    """Every sum with its strongest reading as a result whose words belong to the sum alone.

    In "a profit of $2m on sales" the sales are another's; in "if sales exceed $2m" nothing is told.
    """
    words = context.words
    for figure in context.figures:
        place = figure.place
        if figure.sign != MONEY or not CONDITIONS.isdisjoint(
            words[max(place - IF_REACH, 0) : place]
        ):
            continue
        for meaning in figure.meanings:
            if meaning.block.attribute not in ATTRIBUTES or _is_step(words, meaning, place):
                continue
            behind = words[place + 1 : max(meaning.last, place + 1)]
            is_torn = meaning.pattern.endswith("_ $") and words[place - 1] in {"or", "and", ","}
            is_joined = not JOINS.isdisjoint(behind) and not meaning.pattern.startswith("at $")
            if not is_joined and not is_torn:
                yield figure, meaning
                break


def _is_step(words: tuple[str, ...], meaning: Reading, place: int) -> bool:
    """Whether it is by how much a result moved: "sales fell by $9m"."""
    moves = either(groups()["move"], groups()["fell_to"], groups()["grow"])
    return words[place - 1] == "by" and not moves.isdisjoint(
        words[max(meaning.first - 1, 0) : place]
    )


def _is_of_union(context: Context, place: int) -> bool:
    """Whether it is the result of what a merger makes: "would create a carrier with sales of"."""
    words = context.words[max(place - UNION_REACH, 0) : place]
    behind = context.words[place + 1 : place + 1 + COMBINED_REACH]
    if "combined" in words[-COMBINED_REACH:] or {"for", "combined"}.issubset(behind):
        return True  # "combined sales of $9m", "sales of $9m for the combined airline"
    if ("the", "combination") in pairwise(words):
        return True
    makes = max((at for at, w in enumerate(words) if w in figure_words("creating")), default=0)
    return makes > 0 and not {"with", "having"}.isdisjoint(words[makes:])


def _owner(context: Context, place: int) -> str:
    """Whose result it is; results that run on without a name are those of the sentence before."""
    if _is_of_union(context, place):
        return UNION
    if context.words[place + 1 : place + 2] in {("at",), ("for",)}:
        named = between(context.organisations, place + 2, place + 2)
        if named:
            return named[0].name  # "$18m at Acme and $10m at Beta"
    return subjects.owner(context, place) or topics.side_before(context)


def _is_loss(context: Context, meaning: Reading) -> bool:
    words = context.words[meaning.first : meaning.last + 1]
    return not figure_words("loss").isdisjoint(words)


def _is_pay(context: Context, meaning: Reading) -> bool:
    """Whether it is a person who earned the sum: "its chief executive Jo Hill, 64, who earned"."""
    words, first = context.words, meaning.first
    if words[first] not in EARNS | groups()["lose"]:
        return False
    if not HE.isdisjoint(words[max(first - 2, 0) : first]):
        return True
    named = last_before(context.names, first)
    return (
        named is not None
        and named.sign == PERSON
        and figure_words("who_earned").issuperset(words[named.place + 1 : first])
    )


def _is_of_competitor(context: Context, place: int) -> bool:
    """Whether it is a rival's, named as one and no side: "its competitor Beta had sales of"."""
    named = last_before(context.organisations, place)
    if named is None or is_side(context, named.name):
        return False
    before = context.words[max(named.place - 1, 0) : named.place]
    return not kind_words("competitors").isdisjoint(before)


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make revenue, profit or loss."""
    for figure, meaning in _meanings(context):
        place = figure.place
        if not is_large(figure) or _is_elsewhere(context, place, meaning.block.attribute):
            continue
        if _is_pay(context, meaning):
            yield draft(figure, meaning, "pay", attribute="other_amount")
            continue
        if _is_of_competitor(context, place):
            yield draft(figure, meaning, "results of a competitor", attribute="other_amount")
            continue
        owner = _owner(context, place)
        measure = _measure(context, meaning, place)
        found = draft(
            figure,
            meaning,
            f"{owner}: {measure}" if measure else owner,
            period=None if owner == UNION else periods.near(context, place),
            modality=stance.results(context, place),
        )
        if _is_loss(context, meaning) and isinstance(found.value, Money):
            found = found._replace(value=negative(found.value))
        if context.words[place - 1] in figure_words("turn_over"):
            found = found._replace(hedge=NO_HEDGE)
        yield found
