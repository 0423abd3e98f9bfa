"""The share of a company that is bought, held or offered.

Leaves alone: shares of revenue, of staff, of a market, of the price, moves of a price, votes at a
meeting, limits of the law, and "majority owner", "a controlling stake", "a minority stake of 2%"
and the like, which state a rank and no share.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import holders_listed, stance
from dealfacts.extractor.clause_stakes import clause_stakes, whose
from dealfacts.extractor.combined import is_of_combined
from dealfacts.extractor.described import UNION
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.figure_claims import draft
from dealfacts.extractor.held import POSSESSIVES
from dealfacts.extractor.held_of import held_of, is_of_things
from dealfacts.extractor.holdings import holding
from dealfacts.extractor.ongoing_stakes import ongoing_stakes
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import between
from dealfacts.extractor.readings import Reading
from dealfacts.extractor.tokens import MONEY, ORGANISATION, PERCENT
from dealfacts.extractor.which_deal import is_other_deal
from dealfacts.lexicon.cues import Block, groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.wordsets import either
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure

ATTRIBUTES = ("stake",)
NEEDS = frozenset({PERCENT})

# What a share is a share of stands this near behind it; what a word for a share counts, too.
OBJECT_REACH, NOUN_REACH, BEFORE_REACH = 6, 4, 3
LISTED_SCORE, PAID_REACH = 92, 4
# What a share is read by that no pattern explains; any other reading is stronger.
TOLD = Reading(Block("stake", ()), "a word for a holding near %", 64, 0, 0)
# The same for one whose sentence goes on about holdings; stronger than a move of whatever.
GOES_ON = Reading(Block("stake", ()), "the sentences before tell of a holding", 96, 0, 0)
# How far before a share of the votes the vote is told.
BALLOT_REACH = 8
# How far before a share the listing is told in which it was sold.
FLOAT_REACH = 12
# "a further 5%" of whatever
MORE = frozenset({"further", "additional", "another"})
FRESH = frozenset({"money", "own", "owns", "owned", "hold", "holds", "held", "holding"})
VOTES = frozenset({"votes", "voting"})
CAST = frozenset({"against", "favour", "favor", "cast", "backed", "supported", "approved"})
PHRASE_ENDS = frozenset({",", ";", "and", PERCENT, "while", "with", "at", "for", "from", "by"})
CONVERTED = frozenset({"exchanged", "convert", "converts", "elected", "elect"})
# Ranks are shares only before a noun: "a majority stake", not "its majority owner".
RANKS = ("major", "minor", "wholly")
CONTROL = "control"
# As in "a minority stake of 2%", "a majority of the shares had to be tendered".
RANKED, RANKED_REACH = frozenset({PERCENT, "tendered"}), 10
# As in "foreigners may not hold more than 20% of the votes".
LIMITS = frozenset({("may", "not"), ("can", "not"), ("must", "not"), ("ca", "n't")})
LIMIT_REACH = 6
# As in "no one may take more than 10 %".
NOBODY, CAPS, CAP_REACH = frozenset({"no", "may"}), frozenset({"cap", "caps", "capped"}), 12


def _is_no_holding(context: Context, figure: Figure) -> bool:
    """Whether the share is one of sales, a market or the like, or a rank instead of a share."""
    words = context.words
    place = figure.place
    mention = figure.mention
    written = context.scene.article.text[mention.start : mention.end]
    behind = words[place + 1 : place + 1 + OBJECT_REACH]
    if written.lower().startswith(CONTROL):
        return True
    if written.lower().startswith(RANKS):
        nouns = groups()["stake_noun"] | {"shares", "share"}
        is_told = not RANKED.isdisjoint(words[place + 1 : place + RANKED_REACH])
        is_traded = (
            behind[:1] == ("of",) and words[place - 1] in groups()["sell"] | groups()["acquire"]
        )
        return is_told or (nouns.isdisjoint(behind[:NOUN_REACH]) and not is_traded)
    if not CONVERTED.isdisjoint(behind) and not groups()["shares"].isdisjoint(behind):
        return True  # "50 % of the shares are exchanged for cash", "96 % elected the stock"
    if "legal" in behind:
        return True  # "stakes of up to 15 percent became legal"
    if is_of_things(context, place) or _is_floated(words, place) or _is_limit(words, place):
        return True
    owned = behind.index(ORGANISATION) if ORGANISATION in behind else -1
    is_of = owned >= 0 and "from" not in behind[:owned]
    if is_of and not POSSESSIVES.isdisjoint(behind[owned + 1 : owned + 2]):
        thing = words[place + owned + 3 : place + owned + 6]
        return bool(thing) and figure_words("share_of_company").isdisjoint(thing)
    end = next((n for n, word in enumerate(behind) if word in PHRASE_ENDS), len(behind))
    if words[place - 1] == "with" and not groups()["be"].isdisjoint(behind[:1]):
        return False  # "Acme with 5% is among the largest shareholders"
    if not figure_words("rates").isdisjoint(words[max(place - BEFORE_REACH, 0) : place]):
        return True
    if _is_ballot(words[max(place - BALLOT_REACH, 0) : place], behind[:end]):
        return True
    if not groups()["stake_noun"].isdisjoint(behind[:1]):
        return False  # "the 8% stake had cost it"
    if not figure_words("held").isdisjoint(behind[:1]):
        return False  # "100 % owned by its shareholders"
    return not figure_words("not_held").isdisjoint(behind[:end])


def _is_limit(words: tuple[str, ...], place: int) -> bool:
    """Whether it is what nobody may hold: "the rules cap the holding of a single owner at 15 %"."""
    near = words[max(place - LIMIT_REACH, 0) : place]
    is_asked = not figure_words("asked_for").isdisjoint(near[-3:])
    if is_asked or not LIMITS.isdisjoint(pairwise(near)) or NOBODY.issubset(near):
        return True
    return words[place - 1] == "at" and not CAPS.isdisjoint(
        words[max(place - CAP_REACH, 0) : place]
    )


def _is_floated(words: tuple[str, ...], place: int) -> bool:
    """Whether it was sold to the public: "the offering, in which 2% of its shares were sold"."""
    before = words[max(place - FLOAT_REACH, 0) : place]
    return not figure_words("listing").isdisjoint(before) and "sold" in words[place + 1 : place + 7]


def _is_ballot(before: tuple[str, ...], behind: tuple[str, ...]) -> bool:
    """Whether it is how a meeting voted: "in favour, with 93% of the votes"."""
    if "cast" in behind and ("vote" in before or not CAST.isdisjoint(set(behind) - {"cast"})):
        return True  # "in a vote on April 30, 80% of the shares were cast", "cast in favour"
    is_told = not figure_words("ballot").isdisjoint(before) or not CAST.isdisjoint(behind)
    return not VOTES.isdisjoint(behind) and is_told


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
        if _is_no_holding(context, figure):
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
        holder = holders_listed.split_holder(context, place)
        return f"{holder} in {whole}" if holder else None
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
        if not _is_no_holding(context, figure) and not _is_bought_by_others(
            context, figure.place, subject
        ):
            yield draft(figure, reading, subject, modality=_modality(context, figure.place))


def _modality(context: Context, place: int) -> Modality | None:
    """What a holding comes "from" is a former one; else as the sentence reports it."""
    was = context.words[place - 1 : place] == ("from",)
    return Modality.FORMER if was else stance.report(context, place)
