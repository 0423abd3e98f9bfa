"""Whether a sentence with a date of long ago tells how the article's own deal came about.

"The takeover was worth $4.2bn when it was signed in March 2022", in a story on its closing or its
failure. Refuses earlier attempts, parts bought before, and funding rounds, of which there are many.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor import subjects
from dealfacts.extractor.ballots import BUYER, SELLER, TARGET
from dealfacts.extractor.own_sides import is_one, is_side
from dealfacts.extractor.tokens import PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.context import Context

# How far "the deal" or "accepted" stands before its sum, and "the" before "deal"; how much of a
# question is looked at.
NOUN_REACH, ARTICLE_REACH, QUESTION_REACH = 14, 3, 30
# A sentence opens with a date that stands so near to its start: "In June", "Back in 2019".
OPENS_WITH = 3
# "the deal is worth about": how far the noun stands before its sum
WORTH_REACH = 7
OF_BY = frozenset({("of",), ("by",), ("from",)})
# So long before the article a round is another one.
OVER = timedelta(days=100)
# "Was it announced long ago?"
ASKED = frozenset({"it", "this"})
ENDED = frozenset({"terminated", "blocked"})
# "the price announced in May was"
PRICES = frozenset({("the", "price"), ("the", "consideration"), ("its", "price")})
OWN = frozenset({"its", "their", "'s"})
BEHIND_REACH = 3


class Own(NamedTuple):
    """What a sentence as a whole says: asked once, however many sums it has.

    `names_both`: both sides and nobody else; `is_alone`: no company but sides; `asked`: the words
    of a question on the deal right before; `follows_other`: "the deal" is the one just told;
    `is_reversed`: the buyer sells and the target may buy.
    """

    is_barred: bool
    names_both: bool
    is_alone: bool
    asked: tuple[str, ...]
    follows_other: bool
    is_reversed: bool


def own(context: Context) -> Own:
    """What a sentence says of the past of the article's deal."""
    named = {each.name for each in context.organisations}
    is_alone = all(is_side(context, name) for name in named)
    sides = {context.parties.acquirer, context.parties.target}
    before = context.previous
    asked: tuple[str, ...] = ()
    if before is not None and before.words[-1:] == ("?",):
        asked = before.words[-QUESTION_REACH:]
        is_alone = is_alone and all(is_side(context, each.name) for each in before.organisations)
    bought = [vote.name for vote in before.votes if vote.role == TARGET] if before else []
    reversed_ = _is_reversed(context)
    return Own(
        is_reversed=reversed_,
        is_barred=context.parties.by_funding
        or _is_attempt(context)
        or _is_of_part(context)
        or reversed_,
        names_both=is_alone and sides <= named,
        is_alone=is_alone,
        asked=asked,
        follows_other=not named and bool(bought) and not any(is_side(context, n) for n in bought),
    )


def is_own_past(context: Context, place: int) -> bool:
    """Whether the sum at a row place is one of the article's deal, however old its date is."""
    told = context.own_past
    if told.is_barred:
        return False
    if told.names_both or _is_bought(context, place):
        return True
    if not told.is_alone:
        return False
    before = context.words[max(place - NOUN_REACH, 0) : place]
    if context.organisations and not figure_words("accepted").isdisjoint(before):
        return True
    is_asked = not ASKED.isdisjoint(told.asked) and not kind_words("announcing").isdisjoint(
        told.asked
    )
    is_named = _names_deal((*told.asked, *before)) or _is_of_offer(context, place)
    is_named = is_named or any(pair in PRICES for pair in pairwise(before))
    return (is_asked or is_named) and not told.follows_other


def _is_of_offer(context: Context, place: int) -> bool:
    """Whether a noun for the deal that is known stands behind its sum: "its $4bn proposal"."""
    behind = context.words[place + 1 : place + BEHIND_REACH]
    nouns = either(groups()["purchase_noun"], groups()["offer_noun"])
    return context.words[place - 1] in OWN and not nouns.isdisjoint(behind)


def is_told_before(context: Context, place: int) -> bool:
    """Whether "the deal" before a row place is that of others, told by the sentence before."""
    return context.own_past.follows_other and _names_deal(
        context.words[max(place - NOUN_REACH, 0) : place]
    )


def _is_reversed(context: Context) -> bool:
    """Whether the buyer sells and the target may buy: "in 2015 Acme sold its landlines to Beta"."""
    parties = context.parties
    if None in (parties.acquirer, parties.target) or parties.by_funding or context.story.is_merger:
        return False
    if parties.seller is not None or parties.target not in context.sides_named:
        return False
    sold, buys = context.votes_by_role.get(SELLER, ()), context.votes_by_role.get(BUYER, ())
    is_sold = any(vote.name == parties.acquirer for vote in sold)
    if not is_sold or not (buys or context.dates):
        return False
    return all(vote.name == parties.target for vote in buys)


def is_of_deal(context: Context, place: int) -> bool:
    """Whether "the deal is worth" stands right before a sum, whatever is bought behind it.

    Also "the $9m purchase" that is of nothing, and what the seller "gets" for its unit.
    """
    words = context.words
    is_alone = words[place - 1] in {"the", "this"} and words[place + 2 : place + 3] not in OF_BY
    if is_alone and not groups()["purchase_noun"].isdisjoint(words[place + 1 : place + 2]):
        return not context.organisations
    if _is_got_by_seller(context, place):
        return True
    near = words[max(place - WORTH_REACH, 0) : place]
    if context.own_past.follows_other or "worth" not in near or not _names_deal(near):
        return False
    return not context.organisations or context.organisations[0].place > place


def _is_got_by_seller(context: Context, place: int) -> bool:
    """Whether it is the seller that gets the sum: "Acme gets $9m for the unit" of its own."""
    seller, words = context.parties.seller, context.words
    if seller is None or groups()["obtain"].isdisjoint(words[max(place - 2, 0) : place]):
        return False
    opens = context.organisations[:1]
    return bool(opens) and opens[0].place == 0 and is_one(opens[0].name, seller)


def _is_bought(context: Context, place: int) -> bool:
    """Whether the words beside a row place say that the acquirer buys the target."""
    parties = context.parties
    bought, buyer = (subjects.role_near(context, place, role) for role in (TARGET, BUYER))
    if bought is None or buyer is None or parties.target is None or parties.acquirer is None:
        return False
    return is_one(bought, parties.target) and is_one(buyer, parties.acquirer)


def _is_attempt(context: Context) -> bool:
    """Whether the words tell of an earlier try, or of one that came to nothing."""
    here = context.vocabulary
    if not figure_words("attempt").isdisjoint(here):
        return True
    if figure_words("deal_fails").isdisjoint(here):
        return False
    return all(told.term not in ENDED for each in context.story.stages.values() for told in each)


def _is_of_part(context: Context) -> bool:
    """Whether a part of the company was bought, or its shares were first listed."""
    if not figure_words("listing").isdisjoint(context.vocabulary):
        return True
    return PERCENT in context.vocabulary and any(
        figure.sign == PERCENT and figure.meanings and figure.meanings[0].block.attribute == "stake"
        for figure in context.figures
    )


def _names_deal(words: Sequence[str]) -> bool:
    """Whether a deal that is known stands there: "the agreed takeover", "this deal"."""
    nouns, known = groups()["purchase_noun"], figure_words("definite")
    return any(
        word in nouns and not known.isdisjoint(words[max(at - ARTICLE_REACH, 0) : at])
        for at, word in enumerate(words)
    )


def opens_long_ago(context: Context) -> bool:
    """Whether a sentence opens with a day long before the article: "Last June the firm raised"."""
    published, first = context.scene.article.published, context.past_days[:1]
    if published is None or not first or first[0].place >= OPENS_WITH:
        return False
    return published - first[0].day > OVER
