"""The share of a company that is bought, held or offered.

Leaves alone what `no_holdings` tells apart, and shares that others buy in other deals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import holders, holders_listed, stance
from dealfacts.extractor.clause_stakes import clause_stakes, whose
from dealfacts.extractor.combined import is_of_combined
from dealfacts.extractor.described import UNION
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.figure_claims import draft
from dealfacts.extractor.held_of import held_of
from dealfacts.extractor.holdings import holding
from dealfacts.extractor.no_holdings import is_no_holding
from dealfacts.extractor.ongoing_stakes import ongoing_stakes
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import between
from dealfacts.extractor.readings import Reading, by_words
from dealfacts.extractor.tokens import MONEY, PERCENT
from dealfacts.extractor.which_deal import is_other_deal
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.wordsets import either
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure

ATTRIBUTES = ("stake",)
NEEDS = frozenset({PERCENT})

# How far behind a word for a holding its holder stands, and how far before a share "a further".
NOUN_REACH, BEFORE_REACH = 4, 3
LISTED_SCORE, PAID_REACH = 92, 4
# What a share is read by that no pattern explains; any other reading is stronger.
TOLD = by_words("stake", "a word for a holding near %", 64)
# The same for one whose sentence goes on about holdings; stronger than a move of whatever.
GOES_ON = by_words("stake", "the sentences before tell of a holding", 96)
# "a further 5%" of whatever
MORE = frozenset({"further", "additional", "another"})
FRESH = frozenset({"money", "hands", "own", "owns", "owned", "hold", "holds", "held", "holding"})


def _meanings(context: Context) -> Iterator[tuple[Figure, Reading]]:
    """Every percentage with its strongest reading as a share; a split only of a whole."""
    for figure in context.figures:
        if figure.sign != PERCENT:
            continue
        for meaning in figure.meanings:
            is_split = meaning.block.about == "split"
            if _is_more(context, figure.place) and not _speaks_of_holdings(context):
                continue
            if meaning.block.attribute in ATTRIBUTES and not (
                is_split and not holders_listed.is_split(context)
            ):
                yield figure, meaning
                break


def _is_more(context: Context, place: int) -> bool:
    """Whether it is "a further 5%", of whatever."""
    return not MORE.isdisjoint(context.words[max(place - BEFORE_REACH, 0) : place])


def _speaks_of_holdings(context: Context) -> bool:
    """Whether the sentence, or the one before it, speaks of shares: "a further 5%" may grow."""
    nouns = "stake_noun", "shares", "acquire", "invest"
    known = either(*(groups()[name] for name in nouns), FRESH)
    near = (context,) if context.previous is None else (context, context.previous)
    return any(not known.isdisjoint(each.vocabulary) for each in near)


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every percentage that the words make a holding in a company."""
    for figure, meaning in _meanings(context):
        if is_no_holding(context, figure):
            continue
        place = figure.place
        if (subject := _subject(context, place, meaning)) is None:
            continue
        if held_of(context, place) is None and _is_bought_by_others(context, place, subject):
            yield draft(figure, meaning, subject, attribute="other_percent")
            continue
        yield draft(figure, meaning, subject, modality=_modality(context, place))
    yield from _listed(context)
    yield from _told(context)


def _is_bought_by_others(context: Context, place: int, subject: str) -> bool:
    """Whether neither who buys the share nor what it is of is a side: "Beta paid $7m for 5% of"."""
    before = context.words[max(place - PAID_REACH, 0) : place]
    is_there = context.words[0] == "there"
    if is_there and (is_other_deal(context, place) or not groups()["acquire"].isdisjoint(before)):
        return True  # "There it bought a total of 2%"
    if MONEY not in before and groups()["acquire"].isdisjoint(before):
        return False
    holder, _, company = subject.partition(" in ")
    if not company or None in (context.parties.acquirer, context.parties.target):
        return False
    named = {each.name for each in context.organisations}
    if company not in named or is_side(context, company):
        return False
    # "it spent $7m on a 5% stake in Beta": a side buys it, in another deal
    return MONEY in before or (holder in named and not is_side(context, holder))


def _subject(context: Context, place: int, meaning: Reading) -> str | None:
    """Who holds the share of what; None for a part of the whole that is nobody's by name."""
    company = context.parties.target or "the company"
    if meaning.block.about == "split" and held_of(context, place) is None:
        whole = UNION if is_of_combined(context, place) else company
        holder = holders_listed.split_holder(context, place) or holders.group(context, place)
        return f"{holder} in {whole}" if holder else None
    if (turn := holders_listed.in_turn(context, place)) is not None:
        return f"{turn} in {UNION if is_of_combined(context, place) else company}"
    if meaning.block.about == "how big":
        # "how big a stake Acme would keep": who keeps it stands behind the noun
        named = between(context.names, meaning.first + 1, meaning.first + NOUN_REACH)
        if named:
            return f"{named[0].name} in {company}"
    held = holding(context, place)
    return f"{held}: option" if meaning.block.about == "option" else held


def _listed(context: Context) -> Iterator[Draft]:
    """The shares in a list of holders, whether this is a line of it or all of it."""
    listed = list(holders_listed.in_line(context))
    if not listed and holders_listed.is_listed(context):
        shares = (figure for figure in context.figures if figure.sign == PERCENT)
        listed = [(holders_listed.line_holder(context, each.place), each) for each in shares]
    for holder, figure in listed:
        if is_no_holding(context, figure):
            continue
        mention = figure.mention
        yield Draft(
            attribute="stake",
            subject=f"{holder} in {context.parties.target or 'the company'}",
            start=mention.start,
            end=mention.end,
            value=mention.value,
            score=LISTED_SCORE,
            reasons=("a line in a list of holders",),
            hedge=mention.hedge,
        )


def _told(context: Context) -> Iterator[Draft]:
    """Shares that no pattern explains, where the clause or what it follows speaks of a holding."""
    told = [(figure, TOLD) for figure in clause_stakes(context)]
    for figure, reading in (*told, *((figure, GOES_ON) for figure in ongoing_stakes(context))):
        subject = whose(context, figure.place)
        if not is_no_holding(context, figure) and not _is_bought_by_others(
            context, figure.place, subject
        ):
            yield draft(figure, reading, subject, modality=_modality(context, figure.place))


def _modality(context: Context, place: int) -> Modality | None:
    """What a holding comes "from" is a former one; else as the sentence reports it."""
    was = context.words[place - 1 : place] == ("from",)
    return Modality.FORMER if was else stance.report(context, place)
