"""Whose figure or post a place of a sentence is about: the names around it.

Answers with a name or None; never guesses between two sentences further apart than one.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from dealfacts.extractor import topics
from dealfacts.extractor.ballots import TARGET, is_compared
from dealfacts.extractor.described import (
    DETERMINERS,
    UNION,
    described,
    is_attached,
    is_description,
    is_object,
    is_of_both,
    speaks_of_both,
    telling,
)
from dealfacts.extractor.namesakes import only
from dealfacts.extractor.own_sides import side_of
from dealfacts.extractor.proximity import last_before, nearest
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.placed import Named

# At the start "its" is what the sentence before speaks of, whatever follows.
ITS, ITS_FROM = frozenset({"its"}), 2
AGAINST = frozenset({"against", "compared", "versus"})
# How many names back one that acts is looked for.
ACTING_REACH = 3


# "Joint sales were $9m, notes Example Times writer Jane Roe": whose figure it is not
REPORTERS = frozenset({"writer", "reporter", "journalist", "columnist", "correspondent"})


def subject_before(context: Context, place: int) -> str | None:
    """The organisation named last before a row place in this sentence."""
    named = last_before(context.organisations, place)
    return None if named is None else named.name


def acting_before(context: Context, place: int) -> str | None:
    """The same, but who acts: Acme in "Acme is in talks with Beta to raise $9m"."""
    named = last_before(context.organisations, place)
    return None if named is None else _acting(context, named).name


def owner(context: Context, place: int) -> str | None:
    """Whose figure stands at a row place: the organisation before it, else the nearest behind.

    Names in a clause that is closed before the figure do not count ("Acme, which Beta buys, had").
    "It" at the start is what the sentence before speaks of.
    """
    we = context.scene.row.places(figure_words("we"))
    if we and we[0] < place:
        ours = _spoken_for(context, place)
        if ours is not None:
            return ours
    if speaks_of_both(context, place):
        return UNION
    before = named_before(context, place)
    if before is not None or context.is_heading:
        return before
    if context.previous is not None and context.first_its < place:
        return topics.side_before(context)
    if context.previous is not None and not figure_words("pronoun").isdisjoint(context.words[:2]):
        return _spoken_of(context, context.previous)
    return next(
        (
            named.name
            for named in context.speaking[:ACTING_REACH]
            if context.words[max(named.place - 1, 0)] not in figure_words("gives")
            and REPORTERS.isdisjoint(context.words[named.place + 1 : named.place + 2])
        ),
        None,
    )


def _spoken_of(context: Context, before: Context) -> str | None:
    """Whom "it" means: what the sentence before opens with, but a side before its products.

    Of "Acme, maker of Buno and Tavo, is sold. Last year it achieved" Buno is no company of its own.
    """
    told = before.opening
    own = None if told is None else side_of(context, told)
    if own is not None:
        return own
    named = {side_of(context, each.name) for each in before.organisations}
    sides = [side for side in (context.parties.target, context.parties.acquirer) if side in named]
    return next(iter(sides), None) or told or context.parties.target


def named_before(context: Context, place: int) -> str | None:
    """What the clause before a row place speaks of: a name, or a noun that stands for one."""
    noun = described(context, place)
    if noun is not None:
        return meant(context, noun)
    last = last_before(context.speaking, place)
    if last is None:
        return None
    closes = context.insertions.get(last.place, place)
    outside = last_before(context.uninserted, place) if closes < place else None
    return _acting(context, outside or last).name


def opening(context: Context) -> str | None:
    """What a sentence speaks of first: a name that hangs on nothing, or a noun for one."""
    words = context.words
    names = {each.place: each.name for each in context.uninserted}
    for at in range(len(words)):
        if at in names and not is_attached(words, at):
            return names[at]
        if is_description(words, at):
            return meant(context, at)
        if at and words[at - 1] == "the" and words[at] in kind_words("bodies"):
            told = _called(context, at)
            if told is not None:
                return told  # "the trust", of the Acme Trust
    return context.organisations[0].name if context.organisations else None


def meant(context: Context, noun: int) -> str:
    """Whom a noun without a name means: "the airline", "the unit", "the merged bank"."""
    word = context.words[noun]
    is_new = context.words[noun - 1] == "new" and context.story.is_merger
    if is_new or is_of_both(context.words, noun):
        return UNION  # "the combined airline", "the new airline"
    if word in kind_words("other_side"):
        return context.parties.target or topics.side_before(context)
    told = context.story.described.get(telling(context.words, noun)) or _called(context, noun)
    if told is not None:
        return told
    before = last_before(context.uninserted, noun)
    if before is None or is_attached(context.words, before.place):
        return topics.side_before(context)
    if before.name == context.parties.acquirer and is_object(context.words, noun):
        return context.parties.target or before.name
    return before.name


def _called(context: Context, noun: int) -> str | None:
    """The only side whose name has the noun, or the one before it, alone or as a plural.

    "Example Airport" of "the airport", "Example Bakeries" of "the bakery group".
    """
    words = set(context.words[max(noun - 1, 0) : noun + 1]) - DETERMINERS
    forms = {form for word in words for form in (word, f"{word}s", f"{word[:-1]}ies")}
    sides = (context.parties.acquirer, context.parties.target, context.parties.seller)
    return only(side for side in sides if side and not forms.isdisjoint(side.lower().split()))


def first_its(context: Context) -> int:
    """Where "its turnover" stands, that of what the text spoke of before; else behind the row."""
    words, measures = context.words, figure_words("measures")
    found = (at for at in context.scene.row.places(ITS) if at >= ITS_FROM)
    return next((n for n in found if not measures.isdisjoint(words[n + 1 : n + 3])), len(words))


def _spoken_for(context: Context, place: int) -> str | None:
    """Whom "we" means at a row place: the company of who says it, where the place is quoted."""
    story = context.story
    at = context.scene.row.starts[place]
    number = bisect_right(story.reading.quotations, at, key=itemgetter(0)) - 1
    if number < 0 or story.reading.quotations[number][1] < at:
        return None
    who = story.speakers[number]
    return None if who is None else story.employers.get(who) or topics.topic(context)


def _acting(context: Context, named: Named) -> Named:
    """The name itself, or the one before it that acts: "Acme borrowed from Beta and spent"."""
    found = named
    for _ in range(ACTING_REACH):
        if not is_attached(context.words, found.place):
            return found
        earlier = last_before(context.uninserted, found.place)
        if earlier is None:
            break
        found = earlier
    return named


def owner_of_its(context: Context) -> str | None:
    """Whom "its" means where people and units move: the acquirer, if named here at all."""
    named = [each.name for each in context.organisations]
    if not named or context.parties.acquirer in named:
        return context.parties.acquirer
    return named[0]


def organisation_before(context: Context, offset: int) -> str | None:
    """The organisation named last before an offset, in this sentence or the one before it."""
    named = last_before(context.organisations, context.scene.row.at(offset))
    if named is not None:
        return _acting(context, named).name
    if context.previous is not None and context.previous.organisations:
        return _acting(context.previous, context.previous.organisations[-1]).name
    return context.parties.target


def person_before(context: Context, offset: int) -> str | None:
    """The person named last before an offset, in this sentence or the one before it."""
    named = last_before(context.people, context.scene.row.at(offset))
    if named is not None:
        return named.name
    if context.previous is not None and context.previous.people:
        return context.previous.people[-1].name
    return None


def role_near(context: Context, place: int, role: str) -> str | None:
    """Who has a role, according to the deal word nearest to a row place; None if unsaid.

    Of two deal words as near the one before the place counts.
    """
    # "Acme, which is also after Beta, lifted its bid": a clause that is over tells of another deal
    is_inside = place in context.insertions
    votes = (context.votes_by_role if is_inside else context.votes_outside).get(role, ())
    near = nearest(votes, place)
    if near and near[0].place > place and _is_set_against(context.words, place, near[0].place):
        return None
    if near and is_compared(context.words, near[0].place, place):
        # what this figure's deal is only measured against is not its object
        before = last_before(votes, place)
        return None if before is None else before.name
    return near[0].name if near else None


def _is_set_against(words: Sequence[str], place: int, deal: int) -> bool:
    """Whether the deal behind a figure is what it is set against: "against 9 when Acme bought"."""
    behind = words[place + 1 : deal]
    return not AGAINST.isdisjoint(behind) and "when" in behind


def object_near(context: Context, place: int) -> str | None:
    """What is bought, according to the deal word nearest to a row place; None if unsaid."""
    return role_near(context, place, TARGET)
