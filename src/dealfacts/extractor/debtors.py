"""Whose debt a sum is, and which of its debts: taken over, left behind, borrowed for the deal.

These are different questions about one company: of a debt of $9bn a buyer may take on $2bn.
Refuses to work out who owes what where a sentence names nobody and says none of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.tokens import MONEY
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.readings import Reading

TAKEN_OVER, LEFT_BEHIND, FINANCING = "taken over", "left behind", "financing"
# How far before the sum, and behind it, stands who takes it on; how far what it is lent for.
VERB_REACH, PASSIVE_REACH, LOAN_REACH = 7, 8, 8
ON = frozenset({"on", "over"})
TO_BE, THAT, TAKEN_REACH = (
    frozenset({"is", "are", "was", "were", "be"}),
    frozenset({"that", "which"}),
    11,
)
# "Lender Beta, owed $9m"; "the central bank offers $9m of liquidity"
OWED_REACH, LENT_REACH = 4, 12
PASSIVE = frozenset({",", "are", "is", "were", "was", "be", "been", "still"})
LENDS = frozenset(
    {
        "offers",
        "offered",
        "provides",
        "provided",
        "lends",
        "lent",
        "extends",
        "grants",
        "wipes",
        "wiped",
    }
)
OF = frozenset({"of", "'s", "in"})
COMMITTED_REACH = 6
NEW = frozenset({"new", "fresh", "additional", "further"})


def debtor(context: Context, figure: Figure, meaning: Reading) -> str:
    """The subject of a debt: a company, with what becomes of the debt where the words say it."""
    parties, place = context.parties, figure.place
    if is_taken_over(context.words, place):
        return f"{parties.target or parties.label}: {TAKEN_OVER}"
    if meaning.block.about == "moved":
        return f"{parties.target or parties.label}: {LEFT_BEHIND}"
    if _funds_deal(context, place):
        return f"{parties.acquirer or parties.label}: {FINANCING}"
    return _owes(context, place) or parties.label


def _owes(context: Context, place: int) -> str | None:
    """Who owes: not the creditor that "is owed", the bank that lends, or who is named behind.

    In the story of a round it is the company that raises money.
    """
    parties = context.parties
    owner = subjects.owner(context, place)
    known = parties.target or parties.label
    if _is_owed(context.words, place):
        return known
    if owner is None:
        before = context.previous if "net" in context.words[:1] else None
        told = before.opening if before is not None else None
        return told if told is not None and is_side(context, told) else None
    named = context.first_named.get(owner, -1)
    is_behind = named > place
    if is_side(context, owner):
        return known if parties.by_funding else owner
    if is_behind and context.words[named - 1] not in OF:
        return (
            known
            if parties.by_funding or not parties.acquirer
            else f"{parties.acquirer}: {FINANCING}"
        )
    lent = context.words[max(named, place - LENT_REACH) : place] if named >= 0 else ()
    is_giver = named > 0 and context.words[named - 1] in figure_words("gives")
    if is_giver or parties.by_funding or not LENDS.isdisjoint(lent):
        return known
    return owner


def _is_owed(words: tuple[str, ...], place: int) -> bool:
    """Whether who stands before the sum is owed it: "Beta, owed $9m", "creditors are owed"."""
    first = max(place - OWED_REACH, 0)
    return any(words[at] == "owed" and words[at - 1] in PASSIVE for at in range(first + 1, place))


def is_taken_over(words: tuple[str, ...], place: int) -> bool:
    """Whether a buyer takes a debt on: "$6bn including $1bn of debt", "assumes $1bn of debt"."""
    before = words[max(place - 3, 0) : place]
    if MONEY in before and before[-1] in figure_words("includes"):
        return True
    if not NEW.isdisjoint(words[place : place + 3]):
        return False
    for at in range(max(place - VERB_REACH, 0), place):
        if words[at] in figure_words("takes_over"):
            return True
        if words[at] in figure_words("takes") and words[at + 1] in ON:
            return True
    behind = words[place + 1 : place + PASSIVE_REACH]
    return any(
        word in figure_words("takes_over")
        and (
            behind[at + 1 : at + 2] == ("by",) or not TO_BE.isdisjoint(behind[max(at - 1, 0) : at])
        )
        for at, word in enumerate(behind)
    ) or _is_taken_behind(words[place + 1 : place + TAKEN_REACH])


def _is_taken_behind(behind: tuple[str, ...]) -> bool:
    """As in: $8 billion of debt that the buyer takes over."""
    for at, word in enumerate(behind):
        if word in THAT:
            rest = behind[at + 1 :]
            verbs = (n for n, verb in enumerate(rest) if verb in figure_words("takes"))
            takes_on = any(rest[n + 1 : n + 2] and rest[n + 1] in ON for n in verbs)
            return takes_on or not figure_words("takes_over").isdisjoint(rest)
    return False


def _funds_deal(context: Context, place: int) -> bool:
    """Whether a loan pays for the deal: one of banks, or in a sentence that names nobody before."""
    if context.parties.by_funding:
        return False
    words = context.words
    if subjects.subject_before(context, place) is None:
        return not figure_words("funds_deal").isdisjoint(words[:place]) or _is_committed(
            words, place
        )
    near = words[max(place - LOAN_REACH, 0) : place + LOAN_REACH]
    return not figure_words("deal_loan").isdisjoint(near)


def _is_committed(words: tuple[str, ...], place: int) -> bool:
    """As in: a consortium of banks has committed $32 billion of new debt financing."""
    behind = words[place + 1 : place + COMMITTED_REACH]
    before = words[max(place - COMMITTED_REACH, 0) : place]
    return "financing" in behind and not {"committed", "commit", "banks", "lenders"}.isdisjoint(
        before
    )
