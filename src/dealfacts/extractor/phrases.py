"""Which stages of its deal an article tells, and where: the stage phrases, minus what only may be.

Refuses conditions ("if the sale is completed"), the stages of other deals, and phrases that say the
same of a plant or a pay round unless a word of buying stands beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor import stage_clauses, stage_course, stage_senses, which_deal
from dealfacts.extractor.own_past import opens_long_ago
from dealfacts.extractor.readings import walk
from dealfacts.extractor.tokens import DATE, MONEY, NAMES
from dealfacts.lexicon.cues import groups
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
# As in "The board of Acme on Friday approved".
ASIDE = "with"
ON_DAY = ("on", DATE)
# What leads up to the word that tells a deal in a title.
LEADING_UP = frozenset({"with", "in", "after"})
AUXILIARIES = frozenset({"has", "have", "had"})
# What somebody "announces" is a word behind the price.
TELLS = frozenset({"announced", "announces", "announce", "unveiled", "unveils"})
# "Closes in on" is not "closes".
CLOSING_IN = ("in", "on")


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
        trimmed = _trimmed(each, context.scene.row)
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
    if not any(not story.contexts[at].is_heading for at in found):
        found.update(_paid(story, found))
    return stage_course.settled(story, found or _foreseen(story))


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
    if story.parties.by_funding:
        return {}
    for context in story.contexts:
        if which_deal.how_deep(context) >= OPENING:
            return {}
        if context.is_hearsay or not stage_senses.speaks_of_deal(context):
            continue
        for each in stages(context.scene.row):
            if each.phrase.is_alone and stage_senses.is_told(context, each, ()):
                return {context.scene.number: (_trimmed(each, context.scene.row),)}
    return {}


def _goes_on(context: Context) -> bool:
    """Whether a sentence of the opening tells the stage, not who: "The startup raised"."""
    if which_deal.how_deep(context) >= OPENING or not context.told:
        return False
    each = context.told[0]
    named = [name for name in context.names if name.place < each.first]
    is_told = not named and each.phrase.asks is Beside.NOTHING and not context.is_heading
    return is_told and not opens_long_ago(context)


def _is_priced(row: Row, named: list[int], first: int, last: int) -> bool:
    """Whether nothing but its price parts a verb of announcing from the deal that it announces."""
    return (
        row.words[first] in TELLS
        and len(named) == 1
        and row.words[named[0]] == MONEY != row.words[last]
    )


def _trimmed(each: Told, row: Row) -> Told:
    """The phrase without names and figures at its front, up to the next one or its last word."""
    first, last = each.first, each.last
    is_title = each.phrase.asks is Beside.HEADING
    known = groups()
    buyers = known["company_noun"] | known["authority"] if is_title else frozenset[str]()
    while first < last and (row.index[first] >= 0 or row.words[first] in buyers):
        first += 1
    if row.words[first] == "'s" and first < last:  # "Boston's Acme is set to be acquired"
        owned = [at for at in range(first, last) if row.words[at] in NAMES]
        first = owned[0] + 1 if owned else first + 1
    named = [at for at in range(first + 1, last + 1) if row.index[at] >= 0]
    opens = row.words[first]
    if named and opens in AUXILIARIES and row.words[first + 1] == DATE and named[0] == first + 1:
        named.pop(0)  # "has today completed": one verb
    if named and named[0] < last and (opens in kind_words("decides", "boards") or opens == ASIDE):
        # "shareholders of Acme have approved", "offer of $5 closed", "with the Acme deal completed"
        first = named.pop(0) + 1
        if named and named[0] < last and row.words[first : first + 2] == ON_DAY:
            first = named.pop(0) + 1  # "the board of Acme on Friday approved"
        while first < last and row.words[first] in kind_words("for_each_share"):
            first += 1
        if row.words[first] == ",":  # "the bid for Acme, not binding so far, has been submitted"
            first = max(at for at in range(first, last) if row.words[at] == ",") + 1
    is_noun = opens in groups()["purchase_noun"] or (opens in LEADING_UP and each.term in FIRM)
    if named and is_title and is_noun and named[-1] < last:
        first = named[-1] + 1  # "Merger of Acme with Beta completed", "in $3bn Beta deal"
    elif named and not (_is_priced(row, named, first, last)):
        last = named[0] - 1  # but "announced a $20 billion acquisition" in full
    while last > first and row.words[last] in kind_words("stage_tail"):
        if row.words[last - 1 : last + 1] == CLOSING_IN:
            break
        last -= 1
    return each._replace(first=first, last=last)
