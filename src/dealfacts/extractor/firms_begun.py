"""Whether it is a company that a verb says was begun which is said of products and funds as well.

"Acme was launched in 2011", "a dairy created in 1962", "Jane Roe started the company in 1998". Told
by the subject of the passive and by the object of the active verb. Refuses apps, plants and funds,
and the year in which a company launched in one more country.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.extractor.described import ARTICLES, DETERMINERS, company_nouns, is_attached
from dealfacts.extractor.own_sides import is_side, own_sides
from dealfacts.extractor.tokens import DATE, ORGANISATION, PERSON
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.vocabulary import Grain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.date_claims import Dated
    from dealfacts.extractor.placed import Named

BE = frozenset({"was", "were", "been", "being"})
# Between a subject and the verb: "which was originally", "had first been".
BEFORE_VERB = BE | {"has", "had", "have", "is", "which", "that", ",", "(", "only", "itself"}
BEFORE_VERB |= {"first", "originally", "initially", "jointly", "already", "having", "since", "when"}
DETERMINED = DETERMINERS | ARTICLES | {"his", "her", "their", "our", "its"}
# What stands right before the date where nothing else does: "launched back in 2011".
NEAR_DATE = frozenset({"in", "on", "back", "around", "early", "late", "year", "the", "only", "by"})
# How far an adjective parts a noun from its article, and how far back a subject stands.
NOUN_REACH, SUBJECT_REACH, BY_REACH = 4, 8, 3
# How far behind "Launched in 2011 by Jane Roe," the company stands.
OPENED_REACH = 22


@cache
def _firms() -> frozenset[str]:
    return company_nouns() - kind_words("also_launched")


def is_firm_begun(context: Context, date: Dated) -> bool:
    """Whether a company is what the words of a date say was begun."""
    words, verb = context.words, date.meaning.first
    last = verb + (words[verb + 1] == "up")  # "set up"
    behind = words[last + 1 : date.place]
    if date.mention.value.grain is Grain.DAY or (verb and words[verb - 1] in {"be", "to"}):
        return False  # "launched on Monday", "is to be launched in 2025"
    if behind[:1] and (behind[0] in DETERMINED or behind[0] in {ORGANISATION, PERSON}):
        return _is_object(context, last)
    at, is_passive = _subject(words, verb)
    if at < 0:
        return _is_opened(context, date.place)
    is_near = is_passive or NEAR_DATE.issuperset(behind)
    return is_near and _is_firm(context, at, verb)


def namesake(context: Context, named: Named) -> str | None:
    """The side that a founder called like himself: Hill in "Jo Hill founded Hill in 1962"."""
    if named.sign != PERSON:
        return None
    if all(each.name != named.name or each.place == named.place for each in context.people):
        return None
    surname = named.name.split()[-1]
    return next((side for side in own_sides(context) if surname in side.split()), None)


def _is_object(context: Context, verb: int) -> bool:
    """Whether a company is begun by somebody: "launched the firm", "created Acme"."""
    words = context.words
    if words[verb + 1] == PERSON:
        named = next(each for each in context.people if each.place == verb + 1)
        return namesake(context, named) is not None
    if words[verb + 1] == ORGANISATION:
        # what persons begin is a company oftener than what companies do
        is_own = PERSON in words[max(verb - BY_REACH, 0) : verb]
        is_own = is_own or is_side(context, context.name_at(verb + 1))
        return is_own and words[verb + 2 : verb + 3] != ("'s",)
    phrase = words[verb + 2 : verb + 2 + NOUN_REACH]
    noun = next((at for at, word in enumerate(phrase) if word in _firms()), None)
    if noun is None or not all(word.isalpha() for word in phrase[:noun]):
        return False
    after = phrase[noun + 1 : noun + 2]
    # "the company's app", "the company car": the noun is part of another
    return not after or after[0] in NEAR_DATE or after[0] in {",", "with", "as", "at", "from", DATE}


def _subject(words: Sequence[str], verb: int) -> tuple[int, bool]:
    """The row place of what a verb is said of, -1 where it opens; and whether it is passive."""
    at = verb - 1
    while at >= max(verb - SUBJECT_REACH, 0) and words[at] in BEFORE_VERB:
        at -= 1
    between = words[at + 1 : verb]
    return at, not BE.isdisjoint(between) or between[-1:] in {(",",), ("(",)}


def _is_firm(context: Context, at: int, verb: int) -> bool:
    """Whether a company stands at a row place: a side, "the dairy group", "it" behind one."""
    words = context.words
    if words[at] == ORGANISATION:
        # "the offer for Acme was launched"
        return not is_attached(words, at) and is_side(context, context.name_at(at))
    if words[at] == "it":
        # "When it was launched in 2011, Acme had"; what is set up is no product
        if words[verb] == "set" or (at <= 1 and _is_opened(context, verb)):
            return True
        before = context.previous
        told = before.opening if before is not None and at == 0 else None
        is_thing = before is not None and not kind_words("also_launched").isdisjoint(
            before.vocabulary
        )
        return told is not None and not is_thing and is_side(context, told)
    # a chain is set up as a company, though a company may launch one
    if words[at] not in _firms() and not (words[verb] == "set" and words[at] == "chain"):
        return False
    if words[at + 1] == "," and PERSON in words[at + 1 : verb]:
        return False
    near = words[max(at - NOUN_REACH, 0) : at]
    return not DETERMINED.isdisjoint(near) and "'s" not in near[-2:]


def _is_opened(context: Context, place: int) -> bool:
    """Whether a company follows the clause that opens: "Launched in 2011, Acme is"."""
    words = context.words
    for at in range(place + 1, min(place + OPENED_REACH, len(words) - 2)):
        if words[at] != ",":
            continue
        if words[at + 1] == ORGANISATION and is_side(context, context.name_at(at + 1)):
            return True
        if words[at + 1] in DETERMINERS and words[at + 2] in _firms():
            return True
    return False
