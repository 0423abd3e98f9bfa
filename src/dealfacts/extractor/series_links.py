"""Whether the words between two figures make the second one go on with the first.

A list of sums, the same sum in other money, the shares of several holders, "up from". Refuses to
say what the figures mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.tokens import ORGANISATION, PERSON
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.values import Money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.context import Figure
    from dealfacts.extractor.draft import Draft

# A reading weaker than this gives way to what the figures before it say.
SHAKY = 60
# Results that are compared ("from $9 million") are no former valuations.
RESULTS = frozenset({"revenue", "profit", "spending"})
# "$9 million in fibre this year, down from": what a sum is for may stand before the comparison.
COMPARES = frozenset({"up", "down", "from", "compared", "against", "versus", "vs"})
OBJECT_WORDS = 7
# "62 % of the merged group and the investors of Acme 38 %": between two holders' percentages.
HOLDER_REACH, HOLDER_WORDS = 9, 3
HOLDERS = frozenset(
    {ORGANISATION, PERSON, "investors", "shareholders", "founders", "staff", "trust"}
)
JOINTS = frozenset({",", "and", "while", "with", ";"})
# "45 % between them after the capital increase, down from 64 %": how far the step stands, and what
# begins another matter.
STEPS, STEP_REACH = frozenset({("down", "from"), ("up", "from")}), 12
NEW_CLAUSE = frozenset({"and", "while", "but", "whereas", "sales", "revenue", "profit", "margin"})


def follows(between: Sequence[str], head: Draft, weak: Draft | None) -> bool:
    """Whether a sum continues a list: "Rs 251 crore in FY22, Rs 200 crore in FY21 and ...".

    Results are compared with those of other years: "up from $9 million a year earlier". A result
    that does so takes the sum from any kind that reads the comparison alone.
    """
    glue = kind_words("list")
    if head.attribute == "share_price":
        return weak is None and (glue | figure_words("price_glue")).issuperset(between)
    if head.attribute in RESULTS:
        turn = next((n for n, w in enumerate(between) if w in COMPARES), 0)
        first = turn if turn <= OBJECT_WORDS and ";" not in between else 0
        return all(word in glue or word in figure_words("result_glue") for word in between[first:])
    return (weak is None or weak.score < SHAKY) and all(word in glue for word in between)


def restates(between: Sequence[str], head: Draft, figure: Figure) -> bool:
    """Whether a sum is the one before it in other money: "€4 billion, or $4.3 billion"."""
    value = figure.mention.value
    return (
        isinstance(value, Money)
        and isinstance(head.value, Money)
        and value.currency != head.value.currency
        and _is_glue(between)
    )


def _is_glue(between: Sequence[str]) -> bool:
    """Whether the words between two sums say that they are one: ", or", "which is", "("."""
    says = figure_words("restates")
    if between == ("(",):
        return True
    known = says | figure_words("restating")
    return known.issuperset(between) and not (says | {"which"}).isdisjoint(between)


def shared_out(between: Sequence[str]) -> bool:
    """Whether a percentage is the next holder's: "A holds 12 %, B 7 % and C 3 % of Acme"."""
    if not 0 < len(between) <= HOLDER_REACH or JOINTS.isdisjoint(between):
        return False
    named = max((n for n, word in enumerate(between) if word in HOLDERS), default=-1)
    return named >= 0 and len(between) - named <= HOLDER_WORDS


def compares(between: Sequence[str]) -> bool:
    """Whether a percentage is what was held before: "6 %, up from 4 %", "6 %, against 4 %"."""
    if tuple(between[-2:]) in STEPS and len(between) <= STEP_REACH:
        return NEW_CLAUSE.isdisjoint(between)
    if "from" in between:
        return (figure_words("stake_glue") | {ORGANISATION}).issuperset(between)
    against = figure_words("stake_against")
    known = against | figure_words("stake_of") | {ORGANISATION}
    return known.issuperset(between) and not against.isdisjoint(between)
