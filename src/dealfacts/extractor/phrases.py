"""Which stages of its deal an article tells, and where: the stage phrases, minus what only may be.

Refuses conditions ("if the sale is completed"), the stages of other deals, and phrases that say the
same of a plant or a pay round unless a word of buying stands beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor import stage_clauses, stage_course, stage_senses, which_deal
from dealfacts.extractor.own_past import opens_long_ago
from dealfacts.extractor.readings import walk
from dealfacts.extractor.stage_words import is_named, quoted
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.stages import Beside, by_rarest_word, clause_phrase

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
EARLIER = frozenset({"talks", "rumoured", "rejected", "denied"})


class Told(NamedTuple):
    """One stage as told: its phrase, the row places of its first and last word, and the stage."""

    phrase: Phrase
    first: int
    last: int
    term: str


def _likely(vocabulary: frozenset[str]) -> Mapping[str, list[Phrase]]:
    """The phrases all whose words stand in a row, by each that can open them; the longest first."""
    known = by_rarest_word()
    met: dict[int, Phrase] = {}
    for word in vocabulary:
        for phrase in known.get(word, ()):
            for needed in phrase.needs:
                if needed.isdisjoint(vocabulary):
                    break
            else:
                met[phrase.rank] = phrase
    found: dict[str, list[Phrase]] = {}
    for _, phrase in sorted(met.items()):
        for word in phrase.first & vocabulary:
            found.setdefault(word, []).append(phrase)
    return found


def stages(row: Row) -> Iterator[Told]:
    """Every stage phrase of a row, left to right, the longest phrase at each place."""
    likely = _likely(row.vocabulary)
    if not likely:
        return
    for place, word in enumerate(row.words):
        for phrase in likely.get(word, ()):
            found = walk(phrase.rest, row, place + 1, 1, "")
            if found is not None:
                yield Told(phrase, place, found[1], phrase.term)
                break


def told(context: Context, *, is_opening: bool) -> tuple[Told, ...]:
    """The stages that a sentence tells of the article's deal, left to right.

    The first is any, and verbs go before nouns; behind it only an end is news ("announced in July,
    blocked in January and abandoned in March").
    """
    if context.words[-1:] == ("?",):
        return ()
    found: list[Told] = []
    noun: Told | None = None
    for each in stages(context.scene.row):
        term = each.term
        if each.phrase.is_alone or (term not in LATE and (found or not is_opening)):
            continue
        if any(term == other.term for other in found) or not stage_senses.is_told(
            context, each, found
        ):
            continue
        trimmed = quoted(each, context.scene.row)
        if term == "talks" and stage_course.is_binding(context, each):
            trimmed = trimmed._replace(term="agreed")
        if each.phrase.heard != term and context.is_hearsay:
            trimmed = trimmed._replace(term=each.phrase.heard)
        if context.words[trimmed.first] not in kind_words("stage_noun"):
            found.append(trimmed)
        else:
            noun = noun or trimmed
    return tuple(found) if found or noun is None else (noun,)


def news(story: Story) -> Mapping[int, tuple[Told, ...]]:
    """By sentence number the first mentions of each stage, in the headings and in the body."""
    found: dict[int, tuple[Told, ...]] = {}
    terms: set[str] = set()
    seen: set[tuple[str, bool]] = set()
    for context in story.contexts:
        if not (stage_senses.speaks_of_deal(context) or _goes_on(context)):
            continue
        number = context.scene.number
        limit = OPENING if terms else LATEST
        is_opening = which_deal.how_deep(context) < limit
        own: list[Told] = []
        for each in context.told if is_opening else told(context, is_opening=False):
            term = each.term
            if (term, context.is_heading) in seen or (term in EARLIER and terms & FIRM):
                continue
            terms.add(term)
            seen.add((term, context.is_heading))
            own.append(each)
        if own:
            found[number] = tuple(own)
    if all(story.contexts[at].is_heading for at in found):
        found.update(_paid(story, found) or _also_foreseen(story, found))
    return stage_course.settled(story, found)


def _also_foreseen(
    story: Story, found: Mapping[int, tuple[Told, ...]]
) -> Mapping[int, tuple[Told, ...]]:
    """What the body says without telling it, where it says the same as the headline."""
    also = _foreseen(story)
    told = {each.term for stages in found.values() for each in stages}
    if not found or all(each.term in told for stages in also.values() for each in stages):
        return {at: stages for at, stages in also.items() if at not in found}
    return {}


def _paid(story: Story, found: Mapping[int, tuple[Told, ...]]) -> Mapping[int, tuple[Told, ...]]:
    """The first clause of an opening that tells the deal by its price, whatever the verb."""
    for context in story.contexts:
        if which_deal.how_deep(context) >= OPENING:
            return {}
        if context.scene.number in found:
            continue
        for term, first, last in stage_clauses.clauses(context):
            each = Told(clause_phrase(term), first, last, term)
            if stage_senses.is_told(context, each, ()):
                return {context.scene.number: (each,)}
    return {}


def _foreseen(story: Story) -> Mapping[int, tuple[Told, ...]]:
    """The first words of an opening that foresee the closing of a deal, where nothing else tells.

    "Its takeover of Acme is expected to close in June": so it is agreed.
    """
    opening = [each for each in story.contexts if which_deal.how_deep(each) < OPENING]
    opening.sort(key=lambda each: each.is_heading)  # the story says it in full
    for is_only_named in (False, True):
        for context in opening:
            if context.is_hearsay or not stage_senses.speaks_of_deal(context):
                continue
            for each in stages(context.scene.row):
                if not each.phrase.is_alone or is_named(each) is not is_only_named:
                    continue
                if story.parties.by_funding and each.term != "talks":
                    continue
                if stage_senses.is_told(context, each, ()):
                    return {context.scene.number: (quoted(each, context.scene.row),)}
    return {}


def _goes_on(context: Context) -> bool:
    """Whether a sentence of the opening tells the stage, not who: "The startup raised"."""
    if which_deal.how_deep(context) >= OPENING or not context.told:
        return False
    each = context.told[0]
    named = [name for name in context.names if name.place < each.first]
    is_told = not named and each.phrase.asks is Beside.NOTHING and not context.is_heading
    return is_told and not opens_long_ago(context)
