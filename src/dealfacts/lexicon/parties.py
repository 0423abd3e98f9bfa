"""The words that say who buys, is bought, sells or invests: `data/party_cues.toml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from dealfacts.lexicon.store import table


@dataclass(frozen=True)
class PartyCues:
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


@cache
def party_cues() -> PartyCues:
    """The cues, read once."""
    return table("party_cues", PartyCues)


@cache
def deal_words() -> frozenset[str]:
    """The words of all sets together."""
    cues = party_cues()
    return frozenset().union(*(getattr(cues, each.name) for each in fields(cues)))
