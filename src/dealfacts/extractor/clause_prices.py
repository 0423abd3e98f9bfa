"""Sums that no pattern explains, and that are the price of the deal by where they stand.

Behind "for" beside the target, alone in the title, or in a clause that speaks of the price and of
nothing else: "at a price that could come to more than $50 billion". Refuses clauses that speak of
other sums, other companies or other years.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.beside_the_deal import is_tax
from dealfacts.extractor.deal_sorts import sort_between
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.figure_claims import is_large, restatement
from dealfacts.extractor.other_rounds import is_other_round
from dealfacts.extractor.others_sums import is_size_of_union
from dealfacts.extractor.price_readings import is_explained
from dealfacts.extractor.tokens import DATE, MONEY
from dealfacts.extractor.which_deal import is_other_deal
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure

# A sum behind "for" in a sentence that says who buys the target; one in a clause that speaks of
# the price; a bare sum in the headline.
BEHIND_FOR_SCORE, TOLD_SCORE, HEADLINE_SCORE = 72, 60, 50
BY_PLACE = "a sum behind a purchase of the target, or alone in the title"
# How far a word for the price stands from its sum, and one for another sum.
PRICE_BEFORE, PRICE_BEHIND, OTHER_BEFORE, OTHER_BEHIND = 9, 4, 14, 8
CLAUSE_ENDS, BRACKET = frozenset({":", ";", "–", "—"}), 6
AGREED = frozenset({"agreement", "deal", "contract"})


def clause_prices(context: Context) -> Iterator[Draft]:
    """Drafts for the sums of a sentence that no pattern explains."""
    for figure in context.figures:
        if figure.sign == MONEY and is_large(figure):
            found = _untyped(context, figure)
            if found is not None:
                yield found


def _score(context: Context, figure: Figure) -> int:
    """How surely the place of a sum makes it the price; 0 for not at all."""
    place = figure.place
    before = context.words[place - 1] if place else ""
    if context.sides_named and kind_words("settling").isdisjoint(context.vocabulary):
        if before in {"for", "at"} and _is_of_purchase(context, place):
            return BEHIND_FOR_SCORE
        is_title = context.is_heading and context.scene.number == 0
        told = figure_words("fortunes", "no_price_in_title")
        if is_title and told.isdisjoint(context.vocabulary):
            return HEADLINE_SCORE
    return TOLD_SCORE if not is_explained(context, figure) and _is_told(context, place) else 0


def _is_of_purchase(context: Context, place: int) -> bool:
    """Whether a purchase is told before the sum, or behind one that opens the clause."""
    if context.first_purchase < place or _opens(context, place):
        return True
    return context.words[place - 2] == "," and not AGREED.isdisjoint(context.words[:place])


def _opens(context: Context, place: int) -> bool:
    """Whether the sum opens its clause: "For $9m, a 20 % stake in Acme passes to Beta"."""
    words = context.words
    is_first = place == 1 or words[place - 2] in CLAUSE_ENDS
    behind = words[place + 1 : place + 1 + BRACKET]
    if behind[:1] == ("(",) and ")" in behind:
        behind = behind[behind.index(")") + 1 :]
    return is_first and behind[:1] == (",",)


def _is_told(context: Context, place: int) -> bool:
    """Whether the clause of a sum speaks of the price of the article's deal alone."""
    words = context.words
    if not (context.own_names or not context.names) or DATE in context.vocabulary:
        return False
    near = words[max(place - PRICE_BEFORE, 0) : place + 1 + PRICE_BEHIND]
    if figure_words("speaks_of_price").isdisjoint(near) or is_other_round(context, place):
        return False
    if is_tax(context, place) or sort_between(words, place - PRICE_BEFORE, place) is not None:
        return False
    around = words[max(place - OTHER_BEFORE, 0) : place + 1 + OTHER_BEHIND]
    return figure_words("other_than_price").isdisjoint(around)


def _untyped(context: Context, figure: Figure) -> Draft | None:
    place = figure.place
    score = _score(context, figure)
    if not score or is_other_deal(context, place) or is_size_of_union(context, place):
        return None
    mention = figure.mention
    is_value = context.story.is_by_shell
    told = "a word for the price near it" if score == TOLD_SCORE else BY_PLACE
    return Draft(
        attribute="valuation" if is_value else "deal_amount",
        subject=(is_value and context.parties.target) or context.parties.label,
        start=mention.start,
        end=mention.end,
        value=mention.value,
        score=score,
        reasons=(told,),
        hedge=mention.hedge,
        restated=restatement(figure),
    )
