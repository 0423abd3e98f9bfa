from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor.ballots import BUYER, SELLER, TARGET

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.extractor.context import Context

BOTH = {(BUYER, "Marlow Foods"), (TARGET, "Tarn Foods")}
SOLD = BOTH | {(SELLER, "Ridge Capital")}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Marlow Foods agreed to acquire Tarn Foods for $3 billion.", BOTH),
        ("Tarn Foods was acquired by Marlow Foods for $3 billion.", BOTH),
        ("Tarn Foods has been bought.", {(TARGET, "Tarn Foods")}),
        ("Marlow Foods will take over Tarn Foods.", BOTH),
        ("Marlow Foods will take Tarn Foods private.", BOTH),
        ("Ridge Capital sold Tarn Foods to Marlow Foods.", SOLD),
        ("Tarn Foods was sold to Marlow Foods by Ridge Capital.", BOTH),
        ("Marlow Foods bought Tarn Foods from Ridge Capital.", BOTH),
        ("Marlow Foods completed the acquisition of Tarn Foods.", BOTH),
        ("Marlow Foods' acquisition of Tarn Foods is done.", {(TARGET, "Tarn Foods")}),
        ("Marlow Foods's takeover of Tarn Foods is done.", BOTH),
        ("The takeover of Tarn Foods by Marlow Foods is done.", BOTH),
        ("The deal by Marlow Foods is done.", {(BUYER, "Marlow Foods")}),
        ("Ridge Capital announced the sale of Tarn Foods to Marlow Foods.", SOLD),
        ("Marlow Foods invested in Tarn Foods.", BOTH),
        ("Marlow Foods paid $3 billion for Tarn Foods.", BOTH),
        ("Tarn Foods raised $40 million.", {(TARGET, "Tarn Foods")}),
        ("Tarn Foods is to join Marlow Foods.", BOTH),
        ("Tarn Foods goes to Marlow Foods.", BOTH),
        ("Tarn Foods closed a $40 million round led by Marlow Foods.", BOTH),
        ("Marlow Foods, which makes bread, is buying Tarn Foods.", BOTH),
        ("Tarn Foods, which Marlow Foods is buying, makes milk.", BOTH),
        ("Marlow Foods met Tarn Foods.", set()),
        ("The price was $3 billion.", set()),
        ("Nobody buys anything; nobody sells.", set()),
    ],
)
def test_deal_words_vote_for_the_names_around_them(
    text: str, sides: set[tuple[str, str]], context: Callable[..., Context]
) -> None:
    votes = context(text).votes
    assert sides <= {(vote.role, vote.name) for vote in votes}
    if not sides:
        assert votes == ()
    best = {}
    for vote in votes:
        best[vote.role, vote.name] = best.get((vote.role, vote.name), 0) + vote.strength
    for role, name in sides:
        rivals = [
            strength
            for (other, who), strength in best.items()
            if (other, who) != (role, name) and who == name
        ]
        assert best[role, name] >= max(rivals, default=0), f"{name} is rather not the {role}"


def test_votes_are_ascending_and_name_the_place_of_their_cue(
    context: Callable[..., Context],
) -> None:
    one = context("Marlow Foods bought Tarn Foods and Ridge Capital sold Bell Motors.")
    places = [vote.place for vote in one.votes]
    assert places == sorted(places)
    assert {one.words[place] for place in places} == {"bought", "sold"}
    assert one.votes_by_role.keys() <= {BUYER, TARGET, SELLER}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ridge-owned Tarn Foods will buy Bell Motors.", "Tarn Foods"),
        ("Ridge Capital owner Marlow Foods will buy Bell Motors.", "Marlow Foods"),
    ],
)
def test_a_name_that_only_describes_another_is_no_side(
    text: str, name: str, context: Callable[..., Context]
) -> None:
    assert [v.name for v in context(text).votes if v.role == BUYER] == [name]
