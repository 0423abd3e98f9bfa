"""Loans, bonds and debts that belong to a deal or a party, and the fee for walking away.

Leaves alone: "including debt" as the basis of a price, which is the amount's; loans that a bank
or platform makes to its customers; notes and cash as parts of a price; fees of advisers.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import failing, stance
from dealfacts.extractor.debtors import debtor
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.figure_claims import draft, figures, is_large, restatement
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import between
from dealfacts.extractor.tokens import COUNT, MONEY, ORGANISATION, PERSON
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.readings import Reading

ATTRIBUTES = ("debt", "break_fee")
NEEDS = frozenset({MONEY})

BOTH = 2
# How many words a key before its figure has: "Net debt at the end of June"
KEY_REACH = 7
# "Either side would have to pay"
PARTY = frozenset({"either", "side", "party", "sides", "whoever"})
IF = frozenset({"if", "should", "unless", "case"})
LOANS = frozenset({"lenders", "banks", "creditors", "bondholders", "holders", "interest"})
# "Loans to customers: $26bn", "customers have had $1bn in credit from us": lent, not owed
CLIENTS = frozenset({"customers", "clients", "consumers", "households"})
CREDIT, EXTENDED = (
    frozenset({"credit", "lending"}),
    frozenset({"supplied", "extended", "granted", "disbursed", "issued", "had"}),
)
FROM_US = frozenset({("from", "us"), ("from", "it"), ("from", "them")})
LENT, ARTICLES = frozenset({"lent", "lends", "lend"}), frozenset({"the", "its", "a", "an", "both"})
ENDS = frozenset({"terminated", "blocked"})
# "if the deal collapses, Acme will have to pay Beta $300 million"
PAY_REACH, FAILED_PAY_SCORE = 6, 99
# Who lends, and to whom, stands this near to the sum.
LENDER_REACH, BEHIND = 6, 4
# How a story ends in which one side pays the other, and how far before the verb the payer stands.
ENDED, PAYER_REACH = frozenset({"terminated", "blocked"}), 6


def _debts(context: Context) -> Iterator[Draft]:
    for figure, meaning in figures(context, MONEY, "debt"):
        near = context.words[max(figure.place - LENDER_REACH, 0) : figure.place + LENDER_REACH]
        is_part = "convertible" in near and "cash" in context.words
        is_product = not figure_words("lenders").isdisjoint(near) and not is_large(figure)
        is_lent_on = "lent" in near and COUNT in context.words[figure.place : figure.place + BEHIND]
        is_lent_out = _is_lent_out(context.words, figure.place)
        if is_part or is_product or is_lent_on or is_lent_out:
            continue
        if meaning.block.about == "moved" and not _speaks_of_debt(context):
            continue
        if _is_link(context):
            continue
        if _is_owed_at_end(context, figure.place) or _is_owed_in_case(context, figure.place):
            yield draft(figure, meaning, context.parties.label, attribute="break_fee")
            continue
        subject = debtor(context, figure, meaning)
        yield draft(figure, meaning, subject, modality=stance.report(context, figure.place))


def _is_lent_out(words: tuple[str, ...], place: int) -> bool:
    """Whether the sum is what a lender lends its customers: "has extended $1bn in credit"."""
    near = words[max(place - LENDER_REACH, 0) : place + LENDER_REACH]
    if not CLIENTS.isdisjoint(near) or not FROM_US.isdisjoint(pairwise(near)):
        return True
    behind = words[place + 1 : place + BEHIND]
    if behind[:1] == ("to",) and LENT.intersection(near) and _is_to_many(words, place + 2):
        return True
    return not (CREDIT.isdisjoint(behind) or EXTENDED.isdisjoint(words[max(place - 10, 0) : place]))


def _is_to_many(words: tuple[str, ...], place: int) -> bool:
    """Whether the borrowers are many: "to small farmers", not "to Acme", "to the company"."""
    told = words[place : place + 2]
    if not told or told[0] in ARTICLES or ORGANISATION in told or PERSON in told:
        return False
    return any(word.endswith("s") and word.isalpha() and word != "its" for word in told)


def _is_link(context: Context) -> bool:
    """Whether a heading below the story is one of another story: no key with its figure."""
    if not context.is_heading or context.scene.number < BOTH or context.own_names:
        return False
    return len(context.words) > KEY_REACH and ":" not in context.words[:KEY_REACH]


def _speaks_of_debt(context: Context) -> bool:
    """Whether debts are what a sentence, or the one before it, is about."""
    before = context.previous.vocabulary if context.previous is not None else frozenset[str]()
    return not groups()["debt"].isdisjoint(context.vocabulary | before)


def _is_owed_at_end(context: Context, place: int) -> bool:
    """Whether one side owes the sum, and no bank or fund is told of, in a story of an end."""
    if figure_words("owes").isdisjoint(context.words[max(place - PAY_REACH, 0) : place]):
        return False
    own = context.own_names
    if not own or any(each.name not in own for each in context.names):
        return False
    if len(own) < BOTH and not (groups()["debt"] | LOANS).isdisjoint(context.vocabulary):
        return False
    return any(told.term in ENDS for each in context.story.stages.values() for told in each)


def _is_owed_in_case(context: Context, place: int) -> bool:
    """Whether one side would owe the sum as it would a fee: "Beta, if it backs out, would owe"."""
    known = context.vocabulary
    if groups()["fee"].isdisjoint(known) or IF.isdisjoint(known):
        return False
    before = context.words[max(place - 2, 0) : place]
    return "would" in before and not figure_words("owes").isdisjoint(before)


def _fees(context: Context) -> Iterator[Draft]:
    if _is_of_others(context):
        return
    for figure, meaning in figures(context, MONEY, "break_fee"):
        if meaning.block.about == "ended" and not _is_settled(context, meaning):
            continue
        if meaning.block.about == "one" and not _follows_fee(context):
            continue
        if meaning.block.about == "made good" and not _is_between_sides(context):
            continue
        if is_large(figure):
            yield draft(figure, meaning, context.parties.label)
    here = context.vocabulary
    if here.isdisjoint(failing.words_of_failure()):
        return
    if here.isdisjoint(either(kind_words("deal"), PARTY)) and not context.own_names:
        return
    for figure in context.figures:
        if (
            figure.sign == MONEY
            and is_large(figure)
            and failing.is_paid_on_failure(context, figure)
        ):
            yield Draft(
                attribute="break_fee",
                subject=context.parties.label,
                start=figure.mention.start,
                end=figure.mention.end,
                value=figure.mention.value,
                score=FAILED_PAY_SCORE,
                reasons=("a sum to be paid where the deal fails",),
                hedge=figure.mention.hedge,
                restated=restatement(figure),
            )


def _follows_fee(context: Context) -> bool:
    """Whether the sentence before speaks of one: "It asks for a break fee. It is one of $9m"."""
    before = context.previous.vocabulary if context.previous is not None else frozenset[str]()
    known = groups()
    return not (known["break_word"].isdisjoint(before) or known["fee"].isdisjoint(before))


def _is_between_sides(context: Context) -> bool:
    """Whether the deal has ended, and nobody else is named: "pays $9m in compensation"."""
    named = {each.name for each in context.organisations}
    if not context.own_names or not all(is_side(context, name) for name in named):
        return False
    return any(told.term in ENDED for each in context.story.stages.values() for told in each)


def _is_of_others(context: Context) -> bool:
    """Whether only companies that are no side are named, and their deal: "when its merger with"."""
    if context.own_names or len(context.organisations) < BOTH or context.is_heading:
        return False
    words = context.words
    deals = context.scene.row.places(groups()["purchase_noun"])
    return any(
        words[at + 1 : at + 3] in {("with", ORGANISATION), ("of", ORGANISATION)} for at in deals
    )


def _is_settled(context: Context, meaning: Reading) -> bool:
    """Whether one side pays the other, named or not, in a story on the end of their deal."""
    stages = context.story.stages.values()
    if not any(told.term in ENDED for sentence in stages for told in sentence):
        return False
    named = between(context.organisations, meaning.first - PAYER_REACH, meaning.last)
    sides = {each.name for each in named}
    if "never" in context.words[meaning.first : meaning.last + 1]:
        return bool(sides) and all(is_side(context, name) for name in sides)
    return {context.parties.acquirer, context.parties.target} <= sides


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every sum that the words make a debt or a break-up fee."""
    yield from _debts(context)
    yield from _fees(context)
