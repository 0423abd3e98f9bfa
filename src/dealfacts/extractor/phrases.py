"""Which stages of its deal an article tells, and where: the stage phrases, minus what only may be.

Refuses conditions ("if the sale is completed"), the stages of other deals, and phrases that say the
same of a plant or a pay round unless a word of buying stands beside them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor import which_deal
from dealfacts.extractor.own_past import opens_long_ago
from dealfacts.extractor.readings import walk
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.stages import stage_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.story import Story
    from dealfacts.extractor.tokens import Row
    from dealfacts.lexicon.stages import Phrase

# The opening of an article tells the stage, or what follows where the opening does not; later only
# an end is news.
OPENING, LATEST = 6, 14
LATE = frozenset({"closed", "terminated", "rejected", "blocked"})
# What an article tells of the way to a deal, once the deal itself is told, is history.
FIRM = frozenset({"agreed", "closed", "terminated", "blocked"})
DONE = frozenset({"agreed", "closed", "blocked"})
EARLIER = frozenset({"talks", "rumoured", "rejected", "denied"})
# How far a condition or negation governs, and how far the word of buying may stand.
CONDITION_REACH, DEAL_REACH = 7, 9


class Told(NamedTuple):
    """One stage as told: its phrase and the row places of its first and last word."""

    phrase: Phrase
    first: int
    last: int


@lru_cache(maxsize=8192)
def _opening(word: str, following: str) -> tuple[Phrase, ...]:
    """The phrases that can begin with two words, the longest first."""
    known = stage_phrases()[word]
    return tuple(each for each in known if not each.second or following in each.second)


def _can_follow(phrase: Phrase, vocabulary: frozenset[str]) -> bool:
    for needed in phrase.needs:  # noqa: SIM110  asked ten times a sentence, and a loop is quicker
        if needed.isdisjoint(vocabulary):
            return False
    return True


def stages(row: Row) -> Iterator[Told]:
    """Every stage phrase of a row, left to right, the longest phrase at each place."""
    words = (*row.words, "")
    for place in row.places(stage_phrases().keys()):
        for phrase in _opening(words[place], words[place + 1]):
            if not _can_follow(phrase, row.vocabulary):
                continue
            found = walk(phrase.rest, row, place + 1, 1, "")
            if found is not None:
                yield Told(phrase, place, found[1])
                break


def told(context: Context, *, is_opening: bool) -> Told | None:
    """The first stage that a sentence tells of the article's deal; verbs go before nouns."""
    noun: Told | None = None
    if context.words[-1:] == ("?",):
        return None
    for each in stages(context.scene.row):
        if not is_opening and each.phrase.term not in LATE:
            continue
        if (
            not is_conditional(context.scene.row, each)
            and (not each.phrase.needs_deal or _is_about_deal(context, each))
            and not which_deal.is_other_step(context, each.first)
            and not (each.phrase.term == "rejected" and _is_no_answer(context, each))
            and not (each.phrase.term == "closed" and _is_past(context, each.first))
            and not (each.phrase.term == "terminated" and _is_by_deal(context, each.first))
        ):
            trimmed = _trimmed(each, context.scene.row)
            if context.words[trimmed.first] not in kind_words("stage_noun"):
                return trimmed
            noun = noun or trimmed
    return noun


def news(story: Story) -> Mapping[int, Told]:
    """By sentence number the first mention of each stage, in the headings and in the body."""
    found: dict[int, Told] = {}
    terms: set[str] = set()
    seen: set[tuple[str, bool]] = set()
    for context in story.contexts:
        if not context.speaks_of_deal and not _goes_on(context):
            continue
        number = context.scene.number
        limit = OPENING if terms else LATEST
        is_opening = which_deal.how_deep(context) < limit
        each = context.told if is_opening else told(context, is_opening=False)
        if each is None or (each.phrase.term, context.is_heading) in seen:
            continue
        if each.phrase.term in EARLIER and terms & FIRM:
            continue
        terms.add(each.phrase.term)
        seen.add((each.phrase.term, context.is_heading))
        found[number] = each
    return _without_present(story, found)


def _goes_on(context: Context) -> bool:
    """Whether a sentence of the opening tells the stage, not who: "The startup raised"."""
    if which_deal.how_deep(context) >= OPENING or context.told is None:
        return False
    each = context.told
    named = [name for name in context.names if name.place < each.first]
    is_told = not named and not each.phrase.needs_deal and not context.is_heading
    return is_told and not opens_long_ago(context)


def _without_present(story: Story, found: Mapping[int, Told]) -> Mapping[int, Told]:
    """The stages without headlines in the present tense where the body tells that it is done.

    "Acme buys Beta" stands over deals that are agreed and over deals that are closed.
    """
    present = {
        at
        for at, each in found.items()
        if each.phrase.term == "agreed"
        and story.contexts[at].words[each.first] in kind_words("present_purchase")
    }
    rest = (at for at in found if at not in present and not story.contexts[at].is_heading)
    first = next(rest, None)
    if first is None or found[first].phrase.term != "closed":
        return found
    return {at: each for at, each in found.items() if at not in present}


def is_conditional(row: Row, each: Told) -> bool:
    """Whether a word before the phrase, in its own clause, makes it no stage of the deal.

    A condition, a negation, a fee. "After the sale closes" is one; "after it was closed" is not.
    """
    words = row.words
    inside = words[each.first : each.last + 1]
    if each.phrase.term in DONE and not kind_words("open_inside").isdisjoint(inside):
        return True
    if each.phrase.term == "closed" and "to" in words[max(each.first - 2, 0) : each.first]:
        return True  # "was to have closed"
    is_open = words[each.first] in kind_words("open_stage")
    for place in range(each.first - 1, max(each.first - CONDITION_REACH, 0) - 1, -1):
        word = words[place]
        if word in kind_words("stage_unless") or word in kind_words("no_stage"):
            return True
        if is_open and word in kind_words("stage_until"):
            return True
        if word in kind_words("new_clause"):
            return False
    return False


def _is_about_deal(context: Context, each: Told) -> bool:
    """Whether a word of buying stands near the phrase, or both sides in its sentence."""
    words = context.words
    near = words[max(each.first - DEAL_REACH, 0) : each.last + DEAL_REACH]
    known = groups()
    for name in ("purchase_noun", "offer_noun", "acquire", "stake_noun", "round_noun"):
        if not known[name].isdisjoint(near):
            return True
    sides = {context.parties.acquirer, context.parties.target}
    return None not in sides and sides <= context.sides_named


def _is_past(context: Context, place: int) -> bool:
    """Whether a purchase or round is an earlier one: "last raised", or a day long ago."""
    if which_deal.is_former(context, place):
        return True
    is_lead = which_deal.how_deep(context) < which_deal.LEAD
    ago = which_deal.LONG_PAST if is_lead else which_deal.LONG_AGO
    return which_deal.is_long_ago(context, place, ago)


def _is_by_deal(context: Context, place: int) -> bool:
    """Whether the deal itself ends something: "the deal ends a two-month pursuit"."""
    words = context.words
    return words[place] in kind_words("ends") and not kind_words("deal").isdisjoint(
        words[max(place - 2, 0) : place]
    )


def _is_no_answer(context: Context, each: Told) -> bool:
    """Whether what is rejected is a case and no offer, or somebody only declines to say."""
    after = context.words[each.first + 1 : each.first + 3]
    if after[:1] == ("to",) and after[1:] and after[1] not in kind_words("accepting"):
        return True
    near = context.words[max(each.first - DEAL_REACH, 0) : each.last + 1]
    return not kind_words("not_rejected").isdisjoint(near)


def _trimmed(each: Told, row: Row) -> Told:
    """The phrase without names and figures at its front, up to the next one or its last word."""
    first, last = each.first, each.last
    while first < last and row.index[first] >= 0:
        first += 1
    last = next((at - 1 for at in range(first + 1, last + 1) if row.index[at] >= 0), last)
    while last > first and row.words[last] in kind_words("stage_tail"):
        last -= 1
    return Told(each.phrase, first, last)
