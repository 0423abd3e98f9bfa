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
    part_noun: frozenset[str]
    public_body: frozenset[str]


@cache
def party_cues() -> PartyCues:
    """The cues, read once."""
    return table("party_cues", PartyCues)


@cache
def deal_words() -> frozenset[str]:
    """The words that can vote: all sets but those that describe names."""
    cues = party_cues()
    return frozenset().union(*cues) - cues.part_noun - cues.public_body
