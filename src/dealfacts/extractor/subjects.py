"""Whose figure or post a place of a sentence is about: the names around it.

Answers with a name or None; never guesses between two sentences further apart than one.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from dealfacts.extractor.ballots import TARGET, is_compared
from dealfacts.extractor.proximity import between, last_before, nearest
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.placed import Named

# The longest inserted clause between two commas, in tokens.
INSERTION = 15
# How many sentences back a name still says what is spoken of.
TOPIC_REACH = 3
# How many sentences a company profile has at most behind its heading.
SECTION_REACH = 5
AGAINST = frozenset({"against", "compared", "versus"})
# How many names back one that acts is looked for.
ACTING_REACH = 3


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
    "It" at the start is the company that opens the sentence before.
    """
    if not figure_words("we").isdisjoint(context.words[:place]):
        ours = _spoken_for(context, place)
        if ours is not None:
            return ours
    last = last_before(context.organisations, place)
    if last is not None:
        closes = context.insertions.get(last.place, place)
        outside = last_before(context.uninserted, place) if closes < place else None
        return _acting(context, outside or last).name
    if context.is_heading:
        return None
    if context.previous is not None and _is_owned(context.words, place):
        return side_before(context)
    if context.previous is not None and not figure_words("pronoun").isdisjoint(context.words[:2]):
        earlier = context.previous.organisations
        return earlier[0].name if earlier else context.parties.target
    return next(
        (
            named.name
            for named in context.organisations[:ACTING_REACH]
            if context.words[max(named.place - 1, 0)] not in figure_words("gives")
        ),
        None,
    )


def side_before(context: Context) -> str:
    """What "it" or "the firm" is: the side that one of the last sentences names, or the target."""
    profiled = profile(context)
    if profiled is not None:
        return profiled
    if context.parties.by_funding and context.parties.target is not None:
        return context.parties.target  # investors are named, and seldom described
    earlier = context.previous
    for _ in range(TOPIC_REACH):
        if earlier is None:
            break
        sides = {context.parties.acquirer, context.parties.target}
        # "the round was led by Acme" does not speak of Acme
        named = [
            each.name
            for each in earlier.organisations
            if each.name in sides
            and earlier.words[max(each.place - 1, 0)] not in figure_words("attaches")
        ]
        if len(set(named)) > 1 and context.parties.target in named:
            break  # "Northwind buys Contoso. The robot maker was founded": the bought is described
        if named:
            return named[0]
        earlier = earlier.previous
    return context.parties.target or topic(context)


def _is_owned(words: Sequence[str], place: int) -> bool:
    """Whether "its turnover" stands before a figure: that of what the text spoke of before."""
    measures = figure_words("measures")
    return any(
        words[at] == "its" and not measures.isdisjoint(words[at + 1 : at + 3])
        for at in range(2, place)
    )


def topic(context: Context) -> str:
    """What a sentence without a name is about: the name that opened one of the last sentences."""
    earlier = context.previous
    for _ in range(TOPIC_REACH):
        if earlier is None:
            break
        if earlier.organisations:
            names = [named.name for named in earlier.organisations]
            sides = {context.parties.acquirer, context.parties.target}
            return next((name for name in names if name in sides), names[0])
        earlier = earlier.previous
    return context.parties.target or "the company"


def _spoken_for(context: Context, place: int) -> str | None:
    """Whom "we" means at a row place: the company of who says it, where the place is quoted."""
    story = context.story
    at = context.scene.row.starts[place]
    number = bisect_right(story.reading.quotations, at, key=itemgetter(0)) - 1
    if number < 0 or story.reading.quotations[number][1] < at:
        return None
    who = story.speakers[number]
    return None if who is None else story.employers.get(who) or topic(context)


def profile(context: Context) -> str | None:
    """The company of the heading "About Acme" that a sentence stands below."""
    earlier = context.previous
    for _ in range(SECTION_REACH):
        if earlier is None:
            break
        if earlier.is_heading and earlier.words[:1] == ("about",) and earlier.organisations:
            return earlier.organisations[0].name
        earlier = earlier.previous
    return None


def _acting(context: Context, named: Named) -> Named:
    """The name itself, or the one before it that acts: "Acme borrowed from Beta and spent"."""
    found = named
    for _ in range(ACTING_REACH):
        if not _is_attached(context.words, found.place):
            return found
        earlier = last_before(context.uninserted, found.place)
        if earlier is None:
            break
        found = earlier
    return named


def _is_attached(words: Sequence[str], place: int) -> bool:
    """Whether a name hangs on a preposition ("from Acme") that follows no measure ("sales of")."""
    before = words[max(place - 2, 0) : place]
    if not before or before[-1] not in figure_words("attaches"):
        return False
    return figure_words("measures").isdisjoint(before[:-1])


def insertions(context: Context) -> dict[int, int]:
    """Each organisation inside an inserted clause or apposition -> the comma that closes it."""
    words = context.words
    commas = [at for at, word in enumerate(words) if word == ","]
    opens = figure_words("insertion")
    return {
        named.place: last
        for first, last in pairwise(commas)
        if words[first + 1] in opens and last - first <= INSERTION
        for named in between(context.organisations, first, last)
    }


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
    votes = context.votes_by_role.get(role, ())
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
