"""Percentages near words of holding that nobody holds in a company.

Shares of revenue, of staff, of a market, of the price, moves of a price, votes at a meeting, limits
of the law, and "majority owner", "a controlling stake", "a minority stake of 2%" and the like,
which state a rank and no share. Leaves open whose share any other percentage is.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor.described import company_nouns
from dealfacts.extractor.held import POSSESSIVES
from dealfacts.extractor.held_of import is_of_things
from dealfacts.extractor.tokens import ORGANISATION, PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.wordsets import either
from dealfacts.model.vocabulary import Hedge

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context, Figure

# What a share is a share of stands this near behind it; what a word for a share counts, too.
OBJECT_REACH, NOUN_REACH, BEFORE_REACH = 6, 4, 3
# How far before a share of the votes the vote is told.
BALLOT_REACH = 8
# How far before a share the listing is told in which it was sold.
FLOAT_REACH = 12
VOTES = frozenset({"votes", "voting"})
CAST = frozenset({"against", "favour", "favor", "cast", "backed", "supported", "approved"})
PHRASE_ENDS = frozenset(
    {",", ";", "and", PERCENT, "while", "with", "at", "for", "from", "by", "to", "hands"}
)
CONVERTED = frozenset({"exchanged", "convert", "converts", "elected", "elect"})
# Ranks are shares only before a noun: "a majority stake", not "its majority owner".
RANKS = ("major", "minor", "wholly")
CONTROL = "control"
# As in "a minority stake of 2%", "a majority of the shares had to be tendered".
RANKED, RANKED_REACH = frozenset({PERCENT, "tendered"}), 10
# As in "foreigners may not hold more than 20% of the votes".
LIMITS = frozenset({("may", "not"), ("can", "not"), ("must", "not"), ("ca", "n't")})
LIMIT_REACH = 6
AT_MOST = frozenset({Hedge.AT_MOST, Hedge.UNDER})
FROM, INTEREST = "from", "interest"
# What everybody has to do who holds so much: "any holding above 22% must be reported".
ANY, OBLIGED = frozenset({"any", "every"}), frozenset({"must", "need"})
SHAREHOLDER = frozenset({"anyone", "whoever", "anybody"})
SHARE_OF = ("share", "of")
PAYS_INTEREST = frozenset({"note", "notes", "bond", "bonds", "loan", "loans", "debentures"})
KEPT_IN = frozenset(("in", each) for each in ("cash", "bonds", "reserve", "debt", "savings"))
EACH = frozenset({("each",), ("every",)})
# As in "15% more cheese", but "15% more of Acme", "15% more in May".
MORE = "more"
COMPARES = frozenset({MORE, "below", "above", "higher", "lower", "less", "cheaper", "dearer"})
MORE_SHARES = frozenset({"of", "in", "from", "for", "to", "on", "by", "at", "and", "last", "this"})
# As in: the value of the stake has fallen by 30%.
WORTHS = frozenset({("value", "of"), ("worth", "of"), ("price", "of"), ("cost", "of")})
# "of the patents", but of the shares, of the rights
MANY = frozenset({("the",), ("its",), ("their",), ("all",), ("these",), ("those",)})
ENDS = frozenset({".", "among", ";"})
PARTS = frozenset(
    {"works", "mills", "rights", "interests", "stakes", "holdings", "securities", "units", "votes"}
)
# As in "no one may take more than 10 %".
NOBODY, CAPS, CAP_REACH = frozenset({"no", "may"}), frozenset({"cap", "caps", "capped"}), 12


def is_no_holding(context: Context, figure: Figure) -> bool:
    """Whether the share is one of sales, a market or the like, or a rank instead of a share."""
    words = context.words
    place = figure.place
    mention = figure.mention
    written = context.scene.article.text[mention.start : mention.end].lower()
    behind = words[place + 1 : place + 1 + OBJECT_REACH]
    if written.startswith(RANKS):
        nouns = groups()["stake_noun"] | {"shares", "share"}
        is_told = not RANKED.isdisjoint(words[place + 1 : place + RANKED_REACH])
        is_told |= words[place - 1] == PERCENT  # "a 19% minority holding"
        is_traded = (
            behind[:1] == ("of",) and words[place - 1] in groups()["sell"] | groups()["acquire"]
        )
        return is_told or (nouns.isdisjoint(behind[:NOUN_REACH]) and not is_traded)
    if written.startswith(CONTROL) or _is_moved_or_swapped(words, place, behind):
        return True
    if _is_of_others(context, place, behind) or _is_limit(words, place):
        return True
    if mention.hedge.hedge in AT_MOST and _is_allowed(words[max(place - LIMIT_REACH, 0) : place]):
        return True
    end = next((n for n, word in enumerate(behind) if word in PHRASE_ENDS), len(behind))
    owned = next((at for at, word in enumerate(behind[:end]) if word in POSSESSIVES), 0)
    if owned and (behind[owned - 1] == ORGANISATION or behind[owned - 1] in company_nouns()):
        thing = words[place + owned + 2 : place + owned + 5]
        return bool(thing) and figure_words("share_of_company").isdisjoint(thing)
    return _is_rate_or_vote(words, place, behind)


def _is_moved_or_swapped(words: tuple[str, ...], place: int, behind: tuple[str, ...]) -> bool:
    """Whether a worth or a quantity grows by it, or so many shares are swapped or allowed."""
    if _is_comparison(behind) or _is_worth(words, place):
        return True
    if not CONVERTED.isdisjoint(behind) and not groups()["shares"].isdisjoint(behind):
        return True  # "50 % of the shares are exchanged for cash", "96 % elected the stock"
    return "legal" in behind  # "stakes of up to 15 percent became legal"


def _is_of_others(context: Context, place: int, behind: tuple[str, ...]) -> bool:
    """Whether it is a part of things, or was sold to the public."""
    trades = groups()["acquire"] | groups()["sell"]
    return (
        is_of_things(context, place)
        or _is_of_many(behind, is_traded=context.words[place - 1] in trades)
        or _is_floated(context.words, place)
    )


def _is_rate_or_vote(words: tuple[str, ...], place: int, behind: tuple[str, ...]) -> bool:
    """Whether it is a rate, how a meeting voted, or a part of what has no shareholders."""
    end = next((n for n, word in enumerate(behind) if word in PHRASE_ENDS), len(behind))
    if words[place - 1] == "with" and not groups()["be"].isdisjoint(behind[:1]):
        return False  # "Acme with 5% is among the largest shareholders"
    if not figure_words("rates").isdisjoint(words[max(place - BEFORE_REACH, 0) : place]):
        return True
    if behind[:1] == (INTEREST,) and not figure_words("bears_interest").isdisjoint(
        words[max(place - BALLOT_REACH, 0) : place + BEFORE_REACH]
    ):
        return True  # "a loan at 5% interest", "a 5% interest rate"
    if not PAYS_INTEREST.isdisjoint(behind[:1]) or behind[:2] in KEPT_IN:
        return True  # "its outstanding 5% notes", "keeps 5% in cash"
    if words[max(place - 2, 0) : place] == SHARE_OF and "market" in words[:place]:
        return True  # "the market leader with a share of 28%"
    if _is_ballot(words[max(place - BALLOT_REACH, 0) : place], behind[:end]):
        return True
    if not either(groups()["stake_noun"], figure_words("held")).isdisjoint(behind[:1]):
        return False  # "the 8% stake had cost it", "100 % owned by its shareholders"
    return not figure_words("not_held").isdisjoint(behind[:end])


def _is_comparison(behind: tuple[str, ...]) -> bool:
    """Whether it is so much more of a thing, or so far off: "30% more bread", "7% below"."""
    if not behind[:1] or behind[0] not in COMPARES:
        return False
    if behind[0] != MORE:
        return True
    is_word = bool(behind[1:]) and behind[1].isalpha()
    return is_word and behind[1] not in MORE_SHARES and behind[1] not in groups()["shares"]


def _is_worth(words: tuple[str, ...], place: int) -> bool:
    """Whether the worth of a holding moves, and not the holding: "the value of the stake fell"."""
    before = words[max(place - BALLOT_REACH, 0) : place]
    at = next((n for n, pair in enumerate(pairwise(before)) if pair in WORTHS), -1)
    return at >= 0 and PERCENT not in before[at:] and not groups()["shift"].isdisjoint(before[at:])


def _is_of_many(behind: tuple[str, ...], *, is_traded: bool) -> bool:
    """Whether it is a part of many things: "15% of the patents", "80% of the country's banks"."""
    if behind[:1] != ("of",):
        return False
    if behind[1:2] in EACH and behind[2:3] != (ORGANISATION,):
        return True  # "keeps 15% of each sale"
    if behind[1:2] not in MANY:
        return False
    ends = groups()["phrase_end"] | ENDS
    last = next((at for at, word in enumerate(behind) if at > 1 and word in ends), 0)
    word = behind[last - 1]
    is_owned = behind[last + 1 : last + 2] == (ORGANISATION,) and behind[last] == "of"
    if is_owned and is_traded:
        return False  # "buys 80 percent of the power grids of Acme"
    if not last or ORGANISATION in behind[:last] or not word.isalpha() or word in PARTS:
        return False
    is_many = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return is_many and word not in figure_words("share_of_company", "holder_groups")


def _is_of_anyone(words: tuple[str, ...], place: int) -> bool:
    """Whether it is what whoever holds must do something about: "any holding above 22%"."""
    near = words[max(place - OBJECT_REACH, 0) : place]
    told = either(groups()["stake_noun"], groups()["hold"], figure_words("share_owners"))
    if any(one in ANY and other in told for one, other in pairwise(near)):
        return True
    return not OBLIGED.isdisjoint(words[place + 1 : place + 3]) and (
        not either(told, SHAREHOLDER).isdisjoint(near) and ORGANISATION not in near
    )


def _is_allowed(near: tuple[str, ...]) -> bool:
    """Whether somebody "may hold at most" so much."""
    return any(one == "may" and other in groups()["hold"] for one, other in pairwise(near))


def _is_limit(words: tuple[str, ...], place: int) -> bool:
    """Whether it is what nobody may hold: "the rules cap the holding of a single owner at 15 %"."""
    near = words[max(place - LIMIT_REACH, 0) : place]
    is_asked = not figure_words("asked_for").isdisjoint(near[-3:])
    if is_asked or not LIMITS.isdisjoint(pairwise(near)) or NOBODY.issubset(near):
        return True
    if FROM in near and not figure_words("forbids").isdisjoint(
        words[max(place - CAP_REACH, 0) : place]
    ):
        return True  # "the rules ban owners from holding more than 15%"
    if _is_of_anyone(words, place):
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
