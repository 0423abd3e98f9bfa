"""The words that say who buys, is bought, sells or invests: `data/party_cues.toml`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dealfacts.lexicon.store import table


class PartyCues(NamedTuple):
    """Word sets by the grammar that they take; see the data file."""

    buy: frozenset[str]
    take_over: frozenset[str]
    sell: frozenset[str]
    invest: frozenset[str]
    secure: frozenset[str]
    deal_noun: frozenset[str]
    bid_noun: frozenset[str]
    stake_noun: frozenset[str]
    round_noun: frozenset[str]
    raise_money: frozenset[str]
    whole_noun: frozenset[str]
    lead: frozenset[str]
    go: frozenset[str]
    join: frozenset[str]
    pay: frozenset[str]
    merge: frozenset[str]


@cache
def party_cues() -> PartyCues:
    """The cues, read once."""
    return table("party_cues", PartyCues)


@cache
def deal_words() -> frozenset[str]:
    """The words of all sets together."""
    return frozenset().union(*party_cues())
