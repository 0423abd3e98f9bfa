"""When a company was founded.

Leaves alone: launches of products, listings, plants and shops, careers, partnerships, sales that
started, and the age of a dispute.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor import subjects, topics
from dealfacts.extractor.date_claims import Dated, dated, event_words
from dealfacts.extractor.described import company_nouns, determiner, is_attached
from dealfacts.extractor.firms_begun import is_firm_begun, namesake
from dealfacts.extractor.own_sides import side_of
from dealfacts.extractor.proximity import between
from dealfacts.extractor.tokens import DATE, NAMES, PERSON
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.name_words import COMMON, flags
from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.draft import Draft

ATTRIBUTES = ("founded",)
NEEDS = frozenset({DATE})
# How near the company stands behind "Founded in 2011, based in Leeds,", and these to the start.
CLAUSE_REACH, OPENING = 26, 3
# A founder stands this near behind where he was.
FOUNDER_REACH = 5
# "The firm, set up in 2017 in a Leeds flat": what the text spoke of before
PRONOUNS = frozenset({"it", "they"})
DESCRIBES = PRONOUNS | {"the", "this", "that"}
# "founded by NAME and NAME"
RELATIVES = frozenset({"that", "which"})
PERSONS = frozenset({"he", "she", "they"})
FOUNDED_BY = frozenset({"by", "and"})
SINCE = frozenset({"since", "after", "before", "at", "from", "with"})
BE = frozenset({"was", "were", "been"})
GOES_BACK = frozenset({"back", "dates", "dating", "dated"})
CAREER = frozenset({"joined", "hired", "retired", "married", "arrived"})
NO_YEAR = "XXXX"


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every date that the words make a founding date."""
    for date in dated(context, *ATTRIBUTES):
        if (date.mention.value.edtf or "").startswith(NO_YEAR):
            continue  # a price that "dates from April"
        if date.meaning.block.about == "begun" and not is_firm_begun(context, date):
            continue
        if not _is_of_something_else(context, date):
            yield date.draft(_company(context, date))


def _is_of_something_else(context: Context, date: Dated) -> bool:
    """Whether a verb that fits plants and talks as well is about one of these."""
    between = context.words[date.meaning.first : date.place]
    first = date.meaning.first
    is_exact = date.mention.value.grain not in {Grain.YEAR, Grain.DECADE}
    if is_exact and not GOES_BACK.isdisjoint(between):
        return True  # "the round goes back to November 2020"
    if not CAREER.isdisjoint(context.words[max(first - 1, 0) : first + 1]):
        return True  # "he joined in 1986, having married into the family that founded it"
    if context.words[max(date.meaning.first - 2, 0)] == "where":
        return True  # "well below where it started out in January"
    if "born" in between and context.words[max(date.meaning.first - 1, 0)] == PERSON:
        return True  # "Jane Roe was born in 1998"
    before = context.words[max(date.meaning.first - 2, 0) : date.meaning.first]
    if between[:1] == ("foundation",) and before[-1:] == ("the",) and before[0] not in SINCE:
        return True  # "he placed his shares in the foundation in 1996"
    if not kind_words("founding_only").isdisjoint(between):
        return not kind_words("not_founded").isdisjoint(between)
    return not kind_words("not_founded").isdisjoint(event_words(context, date))


def _founded(context: Context, date: Dated) -> str:
    """The company: between an active verb and the date, else before the verb, else behind.

    "The firm, set up in 2017 in a Leeds flat" is what the sentences before spoke of.
    """
    first, place = date.meaning.first, date.place
    told = topics.side_before(context)
    is_passive = context.words[max(first - 1, 0)] in BE or "by" in context.words[first:place]
    if context.words[first] in kind_words("founding_verb") and not is_passive:
        inside = between(context.names, first + 1, place - 1)
        inside = [n for n in inside if n.sign != PERSON or n.place == first + 1]
        if inside:
            # a firm may be called like a person, or like the one who founded it
            return namesake(context, inside[0]) or inside[0].name
        if context.words[first + 1 : first + 2] == ("the",):
            return topics.side_before(context)  # "Doe started the company in 2018": Doe is none
    relative = _relative(context, first)
    if relative is not None:
        return relative
    verb = first + (context.words[first] == "who")
    if context.words[verb + 1 : verb + 2] == ("it",) and not is_passive:
        return context.previous.opening or told if context.previous else told
    before = subjects.named_before(context, first + 1)
    if before is not None:
        return before
    if _opens(context, date):
        behind = _behind(context, place) or _it(context, place) or _unread(context, place)
        if behind is not None:
            return behind
    if context.words[0] in PRONOUNS and context.previous is not None:
        spoken_of = context.previous.opening
        own = None if spoken_of is None else side_of(context, spoken_of)
        if own is not None:
            return own
    return topics.side_before(context)


def _behind_verb(context: Context, place: int) -> str | None:
    """The company of "It was in 1953 that Jane Roe set up Acme"; "the business" is the target."""
    told = context.scene.row.places(kind_words("founding_verb"))
    verb = next(iter(told[bisect_right(told, place) :]), None)
    if verb is None:
        return None
    behind = between(context.organisations, verb, verb + FOUNDER_REACH)
    return behind[0].name if behind else context.parties.target


def _company(context: Context, date: Dated) -> str:
    """The company that was founded: "It was in 1953 that" has it behind the date."""
    opens = context.words[:2] == ("it", "was")
    late = _behind_verb(context, date.place) if opens else None
    return late or _founded(context, date)


def _relative(context: Context, first: int) -> str | None:
    """What a clause hangs on whose verb is at a row place: "the firm that Jane Roe started in".

    None where the clause does not tell who acts: "Acme, which was started in".
    """
    words = context.words
    # the words of the reading may begin with the noun: "the firm that he started in"
    opens = range(first + 1, first + 2) if words[first + 1] in RELATIVES else range(0)
    for at in (*opens, *range(first - 1, max(first - FOUNDER_REACH - 2, 1), -1)):
        if words[at] in RELATIVES:
            agents = words[at + 1 : max(first, at + 2)]
            is_agent = not NAMES.isdisjoint(agents) or not PERSONS.isdisjoint(agents)
            noun = at - 1 - (words[at - 1] == ",")
            if not is_agent or BE.intersection(agents):
                return None
            if words[noun] in NAMES:
                return context.name_at(noun)
            if words[noun] not in company_nouns():
                return None
            the = determiner(words, noun)
            is_told = the is not None and is_attached(words, the)
            return context.parties.target if is_told else subjects.meant(context, noun)
    return None


def _opens(context: Context, date: Dated) -> bool:
    """Whether the words of founding open the sentence: "Founded in 2011, Northwind makes"."""
    words, place = context.words, date.place
    if context.is_heading or date.meaning.first >= OPENING:
        return context.is_heading
    return "," in words[place + 1 : place + CLAUSE_REACH] and words[0] not in DESCRIBES


def _behind(context: Context, place: int) -> str | None:
    """The company that opens the clause behind "Founded in 2011 by Jane Doe, then 31,"."""
    words = context.words
    clause = words[place : place + CLAUSE_REACH]
    told = [
        at for at, pair in enumerate(pairwise(clause)) if pair[0] == "," and pair[1] in PRONOUNS
    ]
    until = place + min(told, default=CLAUSE_REACH)
    for named in between(context.organisations, place + 1, until):
        is_first = "," in words[max(named.place - FOUNDER_REACH, place) : named.place]
        if is_first and not _is_of_founder(context, named.place):
            return named.name
    return None


def _it(context: Context, place: int) -> str | None:
    """Whom "it" means in "Founded in 2016, it has": another firm that the text has turned to.

    As in "In Italy, Beta seeks $9m. Founded in 2016, it has offices" of an article about Acme.
    """
    before = context.previous
    if before is None or context.words[place + 1 : place + 3] not in {(",", it) for it in PRONOUNS}:
        return None
    is_beside = before.own_names or before.is_heading or len({n.name for n in before.names}) != 1
    return None if is_beside else before.opening


def _unread(context: Context, place: int) -> str | None:
    """The name that no reader knows right behind "Founded in 2016,"."""
    row, at = context.scene.row, place + 2
    if row.words[place + 1 : at] != (",",) or at + 1 >= len(row.words) or row.index[at] >= 0:
        return None
    text = context.scene.article.text
    if row.words[at + 1] == "&" and row.ends[at] == row.starts[at + 1]:
        return text[row.starts[at] : row.ends[at + 1]]  # "a&"
    word = text[row.starts[at] : row.ends[at]]
    return word if word[:1].isupper() and not flags(word) & COMMON else None


def _is_of_founder(context: Context, place: int) -> bool:
    """Whether a company is where a founder was: "by former Acme trader Jane Roe, Beta sells"."""
    before = context.words[max(place - CLAUSE_REACH, 0) : place]
    if before[-1:] and before[-1] in FOUNDED_BY and "by" in before:
        return True
    behind = context.words[place + 1 : place + 1 + FOUNDER_REACH]
    until = behind.index(",") if "," in behind else len(behind)
    return "by" in before and PERSON in behind[:until]
