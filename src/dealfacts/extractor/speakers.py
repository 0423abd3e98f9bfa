"""Whose words a quotation holds: the name beside the nearest verb of saying outside of the marks.

Behind ("...," said Jane Roe), before (Jane Roe said: "..."), carried on from the quotation before,
or behind "he", "she" and "it" where a name stands close. Answers None where nobody is named;
refuses to guess who an unnamed source is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from dealfacts.extractor import spoken_nouns, verbless
from dealfacts.extractor.pronouns import HE, IT, Attribution, he, it
from dealfacts.extractor.speech_verbs import handed_on, quoting, says
from dealfacts.extractor.tokens import ORGANISATION, PERSON
from dealfacts.extractor.verbless import DASHES, labelled, signed, titled, unsaid, worded
from dealfacts.lexicon.speech import speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.story import Story

# In tokens: how far behind or before a quotation its verb and speaker stand.
BEHIND, BEFORE = 26, 40
# In tokens: how far behind its verb a speaker's name stands; in sentences: how long one goes on.
INVERTED, ON, NEAR = 14, 4, 3
MARKS = frozenset("“”\"'‘’")
STOPS, SKIPPED = MARKS | {";"}, MARKS | frozenset(",.!?")
# what begins another part of the sentence behind "said"
PARTED = frozenset(("in", "on", "at", "after", "before", "when", "while", "as", "during", "to"))
PARTED |= {"who", "which", "that"}
ADDRESSES = frozenset({"mr", "mrs", "ms", "dr", "prof"})
# "a person close to Acme said", "sighed one investor about Jane Roe": neither of them speaks
ABOUT = frozenset({"to", "with", "about", "against", "inside", "near", "in", "outside"})
SPOKEN_OF, OF = frozenset({"about", "against"}), frozenset({"of", "at"})
ADVERBS = frozenset({"also", "has", "had", "then", "later", ",", "itself", "'s", "have", "is"})
ENDING = (",", ".", "!", "?", "—", "…")
UNNAMED = Attribution(None)


def speakers(story: Story) -> tuple[str | None, ...]:
    """Who speaks in each quotation of an article, in its order; None where nobody is named."""
    said: list[Attribution | None] = []
    for start, _ in story.reading.quotations:
        context = _at(story, start)
        said.append(_attribution(context, said) if context is not None else None)
    return tuple(each.name if each is not None else None for each in said)


def _attribution(context: Context, said: Sequence[Attribution | None]) -> Attribution | None:
    """The speaker of the first quotation behind those that are settled already (`said`)."""
    quotations = context.story.reading.quotations
    start, end = quotations[len(said)]
    text = context.scene.article.text
    closing = _at(context.story, end)
    # "spoke of a “fair price”, while Al Doe said": who follows the comma says something else
    opens = start - 1 <= context.scene.sentence.start or _goes_on(closing, end + 2)
    closed = text[start:end].endswith(ENDING) or (opens and text[end + 1 : end + 2] == ",")
    found: Attribution | None = None
    if closed and closing is not None:
        found = _behind(closing, said)
    found = found or _before(context, said)
    if found is None and not closed and closing is not None:
        found = _behind(closing, said)
    if found is None and said and "\n\n" not in text[quotations[len(said) - 1][1] + 2 : start]:
        place = _at(context.story, quotations[len(said) - 1][0])
        is_near = place is not None and context.scene.number - place.scene.number <= ON
        if is_near and not verbless.opened_by_another(context, start, said[-1]):
            return said[-1]
    return found or _alone(context, said)


def _alone(context: Context, said: Sequence[Attribution | None]) -> Attribution | None:
    """The speaker of a paragraph that is all quotation: named before it, or going on."""
    text = context.scene.article.text
    quotations = context.story.reading.quotations
    start, end = quotations[len(said)]
    previous = context.previous
    if previous is None or text[start - 2 : start - 1] != "\n" or text[end + 1 : end + 2].strip():
        return None
    if previous.scene.text.endswith(":"):
        names = previous.people or previous.organisations
        is_said = names and not speech().say.isdisjoint(previous.words)
        return Attribution(names[0].name) if is_said else None
    if said and text.count("\n\n", quotations[len(said) - 1][1], start) == 1:
        return said[-1]
    return None


def _at(story: Story, offset: int) -> Context | None:
    """The sentence at an offset of the article."""
    every = story.contexts
    place = bisect_right(every, offset, key=lambda each: each.scene.sentence.start) - 1
    if place < 0 or offset > every[place].scene.sentence.end:
        return None
    return every[place]


def _behind(context: Context, said: Sequence[Attribution | None]) -> Attribution | None:
    """The speaker behind a quotation that ends in this sentence."""
    end = context.story.reading.quotations[len(said)][1]
    row, words = context.scene.row, context.scene.row.words
    first = bisect_left(row.starts, end)
    dashed = False
    while first < len(words) and (words[first] in SKIPPED or words[first] in DASHES):
        dashed = dashed or words[first] in DASHES
        first += 1
        if words[first - 1] in MARKS and first - bisect_left(row.starts, end) > 1:
            return None
    last = first
    while last < min(first + BEHIND, len(words)) and words[last] not in STOPS:
        last += 1
    if first == last:
        return signed(context) if first == len(words) else None
    who = first + (words[first] in ADDRESSES)
    if words[who : who + 1] == (PERSON,) and dashed:
        return Attribution(context.name_at(who))
    if words[first] == "by" and PERSON in words[first : first + 2]:
        return Attribution(context.name_at(first + 1))
    verb = next((at for at in range(first, last) if says(words, at)), None)
    near = range(first, min(first + NEAR, last))
    verb = next((at for at in near if words[at] in speech().mean), verb)
    cites = quoting(words, first, last)
    if cites is not None:  # "...," the paper quotes Jane Roe
        return _inverted(context, cites, last) or he(context, first, said)
    # "...", adding that: the speaker stands before the quotation
    if verb is None:
        return unsaid(context, first, last)
    if verb == first and words[verb] in speech().along:
        return None
    if verb == first or words[verb] == "according":
        return _inverted(context, verb, last) or spoken_nouns.behind(context, verb, said) or UNNAMED
    turned = words[verb - 1] == "," and PERSON not in words[first:verb]
    found = _inverted(context, verb, last) if turned else None
    return found or _subject(context, first, verb, said) or UNNAMED


def _goes_on(context: Context | None, offset: int) -> bool:
    """Whether the words at an offset hand a quotation on: "...", [Jane Roe said]."""
    row = context.scene.row if context is not None else None
    return row is not None and handed_on(row.words, bisect_left(row.starts, offset))


def _inverted(context: Context, verb: int, last: int) -> Attribution | None:
    """The name behind the verb: "said Acme's chairman Jane Roe", "according to Acme"."""
    words = context.scene.row.words
    firm: int | None = None
    for at in range(verb + 1, min(verb + INVERTED, last)):
        if words[at] == PERSON:
            # "said a rival of Jane Roe": who speaks has no name
            is_of = words[at - 1] in OF and at > verb + 2 and not titled(context, verb, at)
            return None if is_of else Attribution(context.name_at(at))
        if words[at] == ORGANISATION:
            firm = at if firm is None and words[at - 1] not in ABOUT - {"to"} else firm
        elif (words[at] in PARTED | SPOKEN_OF and at > verb + 1) or (
            words[at] in {".", ":"} and words[at - 1] not in ADDRESSES
        ):
            break
    return Attribution(context.name_at(firm)) if firm is not None else None


def _subject(
    context: Context, first: int, verb: int, said: Sequence[Attribution | None]
) -> Attribution | None:
    """The name, "he" or "the chairman" between a row place and the verb behind it."""
    words = context.scene.row.words
    near = words[max(verb - NEAR, first) : verb]
    told = range(first, verb if words[verb - 1] not in speech().papers else first)
    people = [at for at in told if words[at] == PERSON]
    if not people or max(people) < verb - NEAR:
        if not HE.isdisjoint(near):
            return he(context, first, said)
        if not IT.isdisjoint(near):
            return it(context, said)
    if people == [verb - 1] and words[verb - 2] in ABOUT | OF and verb - 2 > first:
        return None  # "a rival of Jane Roe said"
    if people:
        return Attribution(context.name_at(people[0]))
    firm = max((at for at in range(first, verb) if words[at] == ORGANISATION), default=None)
    if firm is not None and (firm == first or words[firm - 1] not in ABOUT):
        between = set(words[firm + 1 : verb]) - ADVERBS
        if not between or titled(context, firm, verb):
            return Attribution(context.name_at(firm))
    if firm is None and words[first] == "the" and titled(context, first, verb):
        return he(context, first, said)
    return spoken_nouns.firm(context, first, verb, said)


def _before(context: Context, said: Sequence[Attribution | None]) -> Attribution | None:
    """The speaker before a quotation that begins in this sentence."""
    start = context.story.reading.quotations[len(said)][0]
    row, words = context.scene.row, context.scene.row.words
    last = bisect_left(row.starts, start) - 1
    first, judge = last, speech().judge | speech().mean
    while first > max(last - BEFORE, 0) and words[first - 1] not in MARKS:
        first -= 1
    verb = next(
        (at for at in range(last - 1, first - 1, -1) if says(words, at) or words[at] in judge),
        None,
    )
    if verb is None:
        return labelled(context, first, last) or worded(context, first, last)
    if words[verb] == "according":
        return _inverted(context, verb, last)
    firm = spoken_nouns.firm(context, first, verb, said)
    if firm is not None:
        return firm
    named = [at for at in range(first, verb) if words[at] == PERSON]
    # "Jane Roe, chief executive of Lund Carter, said": a firm may read like a person
    people = [at for at in named if words[at - 1] not in OF] or named
    firms = [at for at in range(first, verb) if words[at] == ORGANISATION]
    near = words[max(verb - NEAR, first) : verb]
    if not HE.isdisjoint(near) and not (people and people[-1] >= verb - NEAR):
        return Attribution(context.name_at(people[-1])) if people else he(context, first, said)
    if not IT.isdisjoint(near) and not (firms and firms[-1] >= verb - NEAR):
        return it(context, said)
    is_firm = bool(people and firms) and firms[-1] > people[-1]
    # "Jane Roe, founder, Acme Inc. said"
    is_firm = is_firm and not titled(context, people[-1], firms[-1])
    if people and not (is_firm and _speaks(words, firms[-1], verb)):
        return Attribution(context.name_at(people[-1]))
    if firms:
        # "Acme, an investor in Beta, called it"
        main = ([at for at in firms if at not in context.insertions] or firms)[-1]
        is_about = words[main - 1] in ABOUT and words[main + 1 : main + 2] != (",",)
        return UNNAMED if is_about else Attribution(context.name_at(main))
    # "one manager told Jane Roe that it was": who speaks has no name
    is_unnamed = verb > first and words[verb - 1].isalpha() and words[verb - 1] not in ADVERBS
    found = _inverted(context, verb, last)
    return UNNAMED if is_unnamed and found is not None else found


def _speaks(words: tuple[str, ...], firm: int, verb: int) -> bool:
    """Whether the firm between a person and the verb is the subject: "To Jane Roe, Acme said"."""
    if words[firm + 1 : verb] == (",",):
        return False  # "Jane Roe, vice president, Acme, said"
    return verb - firm <= NEAR - 1 and words[firm - 1] in {",", "and", "but", "while"}
