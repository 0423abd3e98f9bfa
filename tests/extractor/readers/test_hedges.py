"""Hedge cues around figures: every cue of the lexicon, stacks, and cues that belong elsewhere."""

import pytest

from dealfacts.extractor.readers import hedges, money
from dealfacts.lexicon.hedges import cues
from dealfacts.model.vocabulary import Hedge


def around(text: str) -> tuple[str, str]:
    """The hedge of the first sum of the text."""
    found = money.read(text)[0]
    return found.hedge.hedge.value, found.hedge.text


@pytest.mark.parametrize(("cue", "hedge"), sorted(cues().before.items()))
def test_every_cue_before_a_figure(cue: str, hedge: Hedge) -> None:
    for text in (f"It was {cue} $5 billion.", f"It was ({cue.title()} $5 billion)."):
        found = money.read(text)[0].hedge
        assert (found.hedge, found.text.lower()) == (hedge, cue), text
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("cue", sorted(cues().reach))
def test_cues_that_reach_over_an_article(cue: str) -> None:
    assert around(f"It has {cue} a $5 billion debt.") == (cues().before[cue].value, cue)


@pytest.mark.parametrize(("cue", "hedge"), cues().after)
def test_every_cue_behind_a_figure(cue: str, hedge: Hedge) -> None:
    gap = "" if cue[0] in "+-" or cue == "ish" else " "
    rest = "" if cue in cues().at_end else " there"
    for text in (f"It paid $5 billion{gap}{cue}{rest}", f"It paid $5 billion{gap}{cue}."):
        assert around(text) == (hedge.value, cue)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("up to about $2bn", ("at_most", "up to about")),
        ("about at least $2bn", ("at_least", "about at least")),
        ("well over $3bn", ("above", "well over")),
        ("at over $29 billion", ("above", "over")),
        ("revenues exceeding $870 million", ("above", "exceeding")),
        ("soaring past $2 billion", ("above", "past")),
        ("~$5bn", ("about", "~")),
        ("> $5bn", ("above", ">")),
        ("about $5bn or more", ("at_least", "or more")),
        ("nearly $5bn or so", ("below", "nearly")),
        ("$20 a share or more", ("at_least", "or more")),
        ("$5bn-plus", ("above", "-plus")),
        ("about\n$5bn", ("about", "about")),
        ("approximately $14.3-$15 billion", ("range", "approximately")),
        ("about a billion dollars", ("about", "about")),
        ("nearly half a billion dollars", ("below", "nearly")),
        ("no more than $5bn", ("at_most", "no more than")),
        ("$5bn", ("none", "")),
        ("the $5bn", ("none", "")),
        ("under a $3 billion deal", ("none", "")),
        ("less than the $2 billion of last year", ("none", "")),
        ("a premium over $20", ("none", "")),
        ("talks about $3 billion", ("none", "")),
        ("revenue has gone up to $25", ("none", "")),
        ("It is over. $5bn", ("none", "")),
        ("It was over\n\n\n\n$5bn", ("none", "")),
        ("a rollover $5bn", ("none", "")),
        ("$5bn and two more", ("none", "")),
        ("$5bn or else", ("none", "")),
        ("$5bn-odder", ("none", "")),
        ("will not exceed $5bn", ("at_most", "exceed")),
        ("will not be under $5bn", ("at_least", "under")),
        ("not only over $5bn", ("above", "over")),
        ("not about $5bn", ("about", "about")),
        ("a shade under $5bn", ("below", "a shade under")),
        ("significantly more than $5bn", ("above", "significantly more than")),
        ("well short of a $5bn target", ("under", "well short of")),
        ("$5bn at least for the shares", ("at_least", "at least")),
        ("$5bn at the outside.", ("at_most", "at the outside")),
        ("$5bn, or thereabouts.", ("about", "or thereabouts")),
        ("$20 a share at most.", ("at_most", "at most")),
        ("$5bn at least in part", ("none", "")),
        ("$5bn at least twice", ("none", "")),
        ("$5bn tops forecasts", ("none", "")),
        ("$5bn, at least in theory", ("none", "")),
        ("in the $5bn range", ("about", "in the range")),
        ("in the $4-5bn bracket", ("range", "in the bracket")),
        ("in the $5bn deal", ("none", "")),
        ("anywhere between $4bn and $5bn", ("range", "anywhere between")),
        ("somewhere from 4 to 5 billion dollars", ("range", "somewhere from")),
    ],
)
def test_hedge(text: str, expected: tuple[str, str]) -> None:
    assert around(text) == expected


def test_every_word_that_claims_a_cue() -> None:
    for cue, words in cues().taken.items():
        for word in words:
            assert around(f"They {word} {cue} $5bn") == ("none", ""), (word, cue)


def test_nothing_at_the_edges_of_a_text() -> None:
    assert hedges.around("5", 0, 1).hedge is Hedge.NONE
    assert hedges.around(" 5", 1, 2).hedge is Hedge.NONE
    assert hedges.around("over 5", 5, 6).text == "over"
    assert hedges.around("a 5", 2, 3).hedge is Hedge.NONE
