"""Whether a verb of raising or getting money is one, and who raises: a company, not its round."""

from __future__ import annotations

from dealfacts.extractor.purchases import HELD
from dealfacts.extractor.tokens import MONEY, NAMES
from dealfacts.lexicon.parties import party_cues
from dealfacts.lexicon.wordsets import either

# "to close at $20", "takes on up to $5 million in losses"
NOT_RAISED = frozenset({"at", "on", "it", "over", "private"})
# What raises money and is no company, and what stands between it and its verb.
SALES = frozenset({"sale", "disposal", "deal", "transaction", "offering", "b", "c", "d", "e", "f"})
BEFORE_RAISED = frozenset({",", "which", "that", "has", "have", "had", "also", "will", "would"})
# How far behind a verb of getting what is sold stands.
PART_REACH = 11


def raises_money(behind: tuple[str, ...]) -> bool:
    """Whether a verb before these words raises money, and no bid or stake: "raises its bid"."""
    if MONEY not in behind:
        return False
    sum_at = behind.index(MONEY)
    between = behind[:sum_at]
    if not either(party_cues().bid_noun, party_cues().whole_noun).isdisjoint(
        behind[sum_at + 1 : sum_at + 2]
    ):
        return False  # "will not raise its $5 million bid", "closes $4 million purchase"
    return all(
        words.isdisjoint(between) for words in (NAMES, HELD, NOT_RAISED, party_cues().bid_noun)
    )


def is_for_part(words: tuple[str, ...], place: int) -> bool:
    """Whether money is got for what is sold: "gets $9m for the unit"."""
    behind = words[place + 1 : place + PART_REACH]
    for_ = behind.index(MONEY) + 1
    parts = party_cues().part_noun
    return behind[for_ : for_ + 1] == ("for",) and not parts.isdisjoint(behind[for_ + 2 :])


def is_by_round(words: tuple[str, ...], place: int) -> bool:
    """Whether it is a round that raises: "led by Northwind, the round raised", ", which raised"."""
    at = place - 1
    while at > 0 and words[at] in BEFORE_RAISED:
        at -= 1
    return words[at] in party_cues().round_noun | SALES
