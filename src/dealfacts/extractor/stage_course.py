"""Which stages of an article stand once all of them are known: each in the light of the others.

"Acme buys Beta" above a body that tells the closing is one; a bid is history once it is agreed to;
a report counts no more as hearsay where the companies tell the deal themselves. Refuses to find
stages; `phrases` does.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor.stage_history import those, without_past
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.phrases import Told
    from dealfacts.extractor.readings import Reading
    from dealfacts.extractor.story import Story

# Stages after which talks and hearsay are history.
FIRM = frozenset({"agreed", "closed", "terminated", "blocked"})
DONE = frozenset({"agreed", "closed"})
BOUGHT = frozenset({"bought", "acquired", "purchased", "sold", "taken", "snapped", "paid"})
# "The deal is subject to approval", but not "was subject to".
SUBJECT, WAS = frozenset({("is", "subject"), ("remains", "subject")}), frozenset({"was", "were"})
NODS = frozenset({"approval", "approvals", "clearance", "conditions", "review"})
# What the law of takeovers asks of whoever has bought enough.
BINDING = frozenset({"open", "mandatory"})
ANNOUNCED = frozenset({"announced", "unveiled"})


def settled(story: Story, found: Mapping[int, tuple[Told, ...]]) -> Mapping[int, tuple[Told, ...]]:
    """The stages by sentence number, each in the light of the others."""
    told = _before_closing(story, _first_hand(story, found))
    return _without_way_there(story, _in_light_of_body(story, without_past(story, told)))


def is_bid(context: Context, each: Told) -> bool:
    """Whether a stage is a bid that somebody makes or betters in public: "has raised its offer"."""
    if each.term != "talks":
        return False
    inside = context.words[each.first : each.last + 1]
    return not kind_words("bids").isdisjoint(inside)


def is_binding(context: Context, each: Told) -> bool:
    """Whether a bid is one that its maker must make: "launches open offer", "a mandatory bid"."""
    inside = context.words[each.first : each.last + 1]
    return not BINDING.isdisjoint(inside) and is_bid(context, each)


def is_told_again(context: Context, each: Told) -> bool:
    """Whether a stage tells when a deal that is done was announced: "the deal was announced"."""
    words = context.words[each.first : each.last + 1]
    is_noun = words[0] in groups()["purchase_noun"]
    return each.term == "agreed" and is_noun and not ANNOUNCED.isdisjoint(words)


def _first_hand(
    story: Story, found: Mapping[int, tuple[Told, ...]]
) -> Mapping[int, tuple[Told, ...]]:
    """The stages, where hearsay is none once the article tells the deal at first hand as well.

    In the body the first-hand word stands for it; a headline then says the same.
    """
    told = {
        story.contexts[at].is_heading
        for at, stages in found.items()
        for each in stages
        if each.term in DONE
    }
    if not told:
        return found
    kept: dict[int, tuple[Told, ...]] = {}
    for at, stages in found.items():
        is_known = not story.contexts[at].is_heading and False in told
        rest = tuple(
            each._replace(term=each.phrase.term) if _is_heard(each) else each
            for each in stages
            if not (is_known and _is_heard(each))
        )
        if rest:
            kept[at] = rest
    return kept


def _is_heard(each: Told) -> bool:
    """Whether a stage is less than its words say, as it rests on hearsay."""
    return each.term != each.phrase.term and each.term == each.phrase.heard


def _before_closing(
    story: Story, found: Mapping[int, tuple[Told, ...]]
) -> Mapping[int, tuple[Told, ...]]:
    """The stages, where "has bought" is agreed in an article that foresees the closing."""
    if story.parties.by_funding or not any(
        has_bought(story.contexts[at], each) for at, stages in found.items() for each in stages
    ):
        return found
    if not story.foresees_closing:
        return found
    return {
        at: tuple(
            each._replace(term="agreed") if has_bought(story.contexts[at], each) else each
            for each in stages
        )
        for at, stages in found.items()
    }


def has_bought(context: Context, each: Told) -> bool:
    """Whether a stage is told as done by a verb of buying alone: "has bought", no "completed"."""
    inside = context.words[each.first : each.last + 1]
    return each.term == "closed" and not BOUGHT.isdisjoint(inside)


def foresees_closing(context: Context) -> bool:
    """Whether a sentence gives a day to come for the closing, or makes it depend on a nod."""
    published = context.scene.article.published
    for place, mention in context.dates:
        meant, day = context.date_meanings[place][:1], mention.value.latest
        is_later = day is None or published is None or day > published
        if meant and is_later and _is_expected(meant[0]):
            return True
    words = context.words
    is_open = any(pair in SUBJECT for pair in pairwise(words))
    return is_open and WAS.isdisjoint(words) and not NODS.isdisjoint(words)


def _is_expected(meaning: Reading) -> bool:
    return meaning.block.attribute == "closing_date" and meaning.block.modality == "expected"


def _in_light_of_body(
    story: Story, found: Mapping[int, tuple[Told, ...]]
) -> Mapping[int, tuple[Told, ...]]:
    """The stages, with what is told in the present tense read in the light of the body.

    "Acme buys Beta" stands over deals that are agreed and over deals that are closed.
    """
    present = {
        at
        for at, (each, *_) in found.items()
        if each.term == "agreed"
        and story.contexts[at].words[each.first] in kind_words("present_purchase")
    }
    found = {
        at: each[1:] if at in present and "closed" in {one.term for one in each[1:]} else each
        for at, each in found.items()
    }  # "takes control of Acme as deal closes"
    rest = (at for at in found if at not in present and not story.contexts[at].is_heading)
    first = next(rest, None)
    if first is None:
        return found
    if found[first][0].term == "closed":
        return {at: _as(each, "closed") if at in present else each for at, each in found.items()}
    if found[first][0].term != "agreed":
        return found
    # "Acme gets $1bn investment" stands over "Acme will receive $1bn"
    money = {
        at
        for at, (each, *_) in found.items()
        if each.term == "closed"
        and story.contexts[at].is_heading
        and story.contexts[at].words[each.first] in kind_words("present_money")
    }
    return {at: _as(each, "agreed") if at in money else each for at, each in found.items()}


def _as(each: tuple[Told, ...], term: str) -> tuple[Told, ...]:
    """The stages of a headline whose first one is what the body tells of."""
    return (each[0]._replace(term=term), *each[1:])


def _without_way_there(
    story: Story, found: Mapping[int, tuple[Told, ...]]
) -> Mapping[int, tuple[Told, ...]]:
    """The stages without what the body overtakes: bids and a headline of talks.

    "Acme raised its offer ... and signed on Friday", "Acme nears its biggest purchase".
    """
    firm = [
        at
        for at, stages in found.items()
        if not story.contexts[at].is_heading and any(each.term in FIRM for each in stages)
    ]
    done = (at for at, stages in found.items() if any(each.term == "closed" for each in stages))
    closed = min(done, default=len(story.contexts))
    bettered = [
        at
        for at, stages in found.items()
        for each in stages
        if each.term == "talks" and _is_bettered(story.contexts[at], each)
    ]

    def keeps(at: int, each: Told) -> bool:
        if bettered and at > bettered[0] and each.term == "rejected":
            return False
        context = story.contexts[at]
        if at > closed and is_told_again(context, each):
            return False
        return not (firm and _is_way_there(context, each))

    return those(found, keeps)


def _is_bettered(context: Context, each: Told) -> bool:
    """Whether a bid stands for an earlier one, whatever came of that: "has lifted its offer"."""
    inside = context.words[each.first : each.last + 1]
    return not kind_words("betters").isdisjoint(inside)


def _is_way_there(context: Context, each: Told) -> bool:
    """Whether a stage is a bid, or a headline of talks."""
    return each.term == "talks" and (context.is_heading or is_bid(context, each))
