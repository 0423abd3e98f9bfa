"""The share of a company that is bought, held or offered.

Leaves alone: shares of revenue, of staff, of a market, of the price, moves of a price, votes at a
meeting, and "majority owner" and the like, which state a rank and no share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import stance
from dealfacts.extractor.figure_claims import draft, figures
from dealfacts.extractor.holdings import holding
from dealfacts.extractor.tokens import ORGANISATION, PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("stake",)
NEEDS = frozenset({PERCENT})

# What a share is a share of stands this near behind it; what a word for a share counts, too.
OBJECT_REACH, NOUN_REACH, BEFORE_REACH = 6, 4, 3
# How far before a share of the votes the vote is told.
BALLOT_REACH = 8
PHRASE_ENDS = frozenset({",", ";", "and", PERCENT, "while", "for", "with", "at"})
# Ranks are shares only before a noun: "a majority stake", not "its majority owner".
RANKS = ("major", "minor", "control", "wholly")


def _is_no_holding(context: Context, figure: Figure) -> bool:
    """Whether the share is one of sales, a market or the like, or a rank instead of a share."""
    words = context.words
    place = figure.place
    mention = figure.mention
    written = context.scene.article.text[mention.start : mention.end]
    behind = words[place + 1 : place + 1 + OBJECT_REACH]
    if written.lower().startswith(RANKS):
        nouns = groups()["stake_noun"] | {"shares", "share"}
        return nouns.isdisjoint(behind[:NOUN_REACH])
    owned = behind.index(ORGANISATION) if ORGANISATION in behind else -1
    if owned >= 0 and behind[owned + 1 : owned + 2] and behind[owned + 1] in {"'s", "'", "’"}:
        thing = words[place + owned + 3 : place + owned + 6]
        return bool(thing) and figure_words("share_of_company").isdisjoint(thing)
    end = next((n for n, word in enumerate(behind) if word in PHRASE_ENDS), len(behind))
    if not figure_words("rates").isdisjoint(words[max(place - BEFORE_REACH, 0) : place]):
        return True
    if _is_ballot(words[max(place - BALLOT_REACH, 0) : place], behind[:end]):
        return True
    if not figure_words("held").isdisjoint(behind[:1]):
        return False  # "100 % owned by its shareholders"
    return not figure_words("not_held").isdisjoint(behind[:end])


def _is_ballot(before: tuple[str, ...], behind: tuple[str, ...]) -> bool:
    """Whether it is how a meeting voted: "in favour, with 93% of the votes"."""
    return "votes" in behind and not figure_words("ballot").isdisjoint(before)


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every percentage that the words make a holding in a company."""
    for figure, meaning in figures(context, PERCENT, *ATTRIBUTES):
        if _is_no_holding(context, figure):
            continue
        place = figure.place
        was = context.words[place - 1 : place] == ("from",)
        modality = Modality.FORMER if was else stance.report(context, place)
        yield draft(figure, meaning, holding(context, place), modality=modality)
