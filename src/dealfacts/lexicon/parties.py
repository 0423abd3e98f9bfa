"""The words that say who buys, is bought, sells or invests: `data/party_cues.toml`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dealfacts.lexicon.store import table


class PartyCues(NamedTuple):
    """Word sets by the grammar that they take; see the data file."""

    buy: frozenset[str]
    take_over: frozenset[str]
    pick: frozenset[str]
    sell: frozenset[str]
    reduce: frozenset[str]
    invest: frozenset[str]
    secure: frozenset[str]
    deal_noun: frozenset[str]
    bid_noun: frozenset[str]
    receive: frozenset[str]
    stake_noun: frozenset[str]
    share_noun: frozenset[str]
    round_noun: frozenset[str]
    raise_money: frozenset[str]
    whole_noun: frozenset[str]
    lead: frozenset[str]
    go: frozenset[str]
    join: frozenset[str]
    pay: frozenset[str]
    value: frozenset[str]
    merge: frozenset[str]
    part_noun: frozenset[str]
    site_noun: frozenset[str]
    part_opener: frozenset[str]
    part_stop: frozenset[str]
    part_unsaid: frozenset[str]
    sale_noun: frozenset[str]
    union_noun: frozenset[str]
    unit_noun: frozenset[str]
    public_body: frozenset[str]
    seller_noun: frozenset[str]
    buyer_noun: frozenset[str]
    target_noun: frozenset[str]
    strike: frozenset[str]
    contest: frozenset[str]
    win: frozenset[str]
    chosen_noun: frozenset[str]
    chosen: frozenset[str]
    better: frozenset[str]
    outbid: frozenset[str]
    put_up: frozenset[str]
    group_noun: frozenset[str]
    group_link: frozenset[str]
    shell: frozenset[str]
    talks: frozenset[str]
    voters: frozenset[str]
    faces: frozenset[str]
    suitors: frozenset[str]
    explore: frozenset[str]
    plan: frozenset[str]
    rival: frozenset[str]
    plays: frozenset[str]
    owner: frozenset[str]
    owning: frozenset[str]


@cache
def party_cues() -> PartyCues:
    """The cues, read once."""
    return table("party_cues", PartyCues)


# Sets that describe names, or say how another word is meant; their words do not vote.
DESCRIBING = frozenset(
    {
        "reduce",
        "receive",
        "part_noun",
        "site_noun",
        "public_body",
        "part_opener",
        "part_stop",
        "part_unsaid",
        "win",
        "chosen",
        "put_up",
        "group_noun",
        "group_link",
        "shell",
        "voters",
        "faces",
        "explore",
        "rival",
        "owning",
    }
)


@cache
def deal_words() -> frozenset[str]:
    """The words that can vote: those of all sets but the describing ones."""
    cues = party_cues()
    voting = (
        words for name, words in zip(cues._fields, cues, strict=True) if name not in DESCRIBING
    )
    return frozenset().union(*voting)
