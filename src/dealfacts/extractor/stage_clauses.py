"""The stage that a clause of paying tells by its finite verb, whatever verb a house style picks.

"Acme will now hand over $4bn for Beta", "has mopped up another $9m of primary funding". A clause
has a subject, a verb, the sum it governs, and what that is for; tense and auxiliary tell the stage.
It is asked only where the phrases of `status.toml` tell none. Refuses bids, hopes, fines, costs,
and sums that are for nothing of the deal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.own_sides import is_one, is_side
from dealfacts.extractor.tokens import BARRIERS, DATE, MONEY, NAMES, PERCENT
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

HAVE, WILL = frozenset({"has", "have", "had"}), frozenset({"will", "would", "shall"})
IS, TO = frozenset({"is", "are"}), "to"
# "Put in $9m", "hands over $4bn": what a verb takes with it.
PARTICLES = frozenset({"in", "up", "over", "out", "down", "off", "together", "with"})
# How far the verb stands before its sum ("handed the Danish maker Acme $9m"), and its subject.
VERB_REACH, SUBJECT_REACH = 9, 10
# How far behind the sum stands what it is for, and how far behind "for" the thing.
FOR_REACH, THING_REACH = 18, 8
FOR, INTO = frozenset({"for", "into", "in", "to"}), frozenset({"into", "in"})
ENDS = frozenset({"that", "which", "who", "while", "when", "if", "because", "but", ";"})
PARTS = frozenset({"stake", "stakes", "shares", "holding", "interest", PERCENT})
INVESTORS = frozenset({"investors", "backers", "funds"})
FUNDS = frozenset({"capital", "equity"})
# "The fintech major", "the start-up": further words for a company that takes money in
OUTFITS = frozenset({"major", "startup", "start-up", "fintech", "player", "outfit", "scale-up"})
COMMON = frozenset({"a", "an", "the"})
# "For the damage it did to Acme", "for what was once Acme": the sum is for no company.
OTHER_THINGS = frozenset({"it", "they", "he", "she", "what", "that", "to", "by", "with", "beside"})


class Clause(NamedTuple):
    """A stage and the places of the first and last word of the verb that tells it."""

    term: str
    first: int
    last: int


class _Verb(NamedTuple):
    """A verb group: the places of its first, main and last word; done, or still to come."""

    first: int
    main: int
    last: int
    is_done: bool
    is_to_come: bool


def clauses(context: Context) -> Iterator[Clause]:
    """The clauses of a sentence in which a side pays for the target, or money comes in."""
    if MONEY not in context.vocabulary or context.is_hearsay:
        return
    for figure in context.figures:
        verb = _verb(context, figure.place) if figure.sign == MONEY else None
        if verb is None or context.words[verb.main] in kind_words("no_payment"):
            continue
        subject = _subject(context, verb.first)
        if subject is None:
            continue
        is_round = context.parties.by_funding or _is_target(context, subject)
        if is_round:
            term = _of_round(context, verb, subject, figure.place)
        else:
            term = _of_purchase(context, verb, figure.place)
        if term is not None:
            yield Clause(term, verb.first, verb.last)


def _verb(context: Context, place: int) -> _Verb | None:
    """The verb group that governs the sum at a row place: "has so far put in", "hands over"."""
    words = context.words
    for at in range(place - 1, max(place - VERB_REACH, 0) - 1, -1):
        word = words[at]
        if word in BARRIERS or word == ",":
            return None
        if word in HAVE or word in WILL or word in IS or (word == TO and words[at - 1] in NAMES):
            return _with_auxiliary(context, at, place)
        if word in NAMES and at + 1 < place:
            return _alone(context, at, place)
    return None


def _with_auxiliary(context: Context, first: int, place: int) -> _Verb | None:
    words = context.words
    opens = words[first]
    main = _after_adverbs(words, first + 1, place)
    is_to = opens in IS and words[main] == TO
    if is_to:
        main = _after_adverbs(words, main + 1, place)
    if main >= place or words[main] in groups()["be"] or words[main] in HAVE or words[main] == TO:
        return None
    if opens in IS and not is_to and not words[main].endswith("ing"):
        return None
    is_to_come = opens in WILL or opens == TO or is_to
    return _governs(words, _Verb(first, main, main, opens in HAVE, is_to_come), place)


def _alone(context: Context, name: int, place: int) -> _Verb | None:
    """The verb right behind a name: "Acme hands over $4bn", "Acme put $9m into"."""
    words = context.words
    main = _after_adverbs(words, name + 1, place)
    if main >= place:
        return None
    word = words[main]
    known = either(_put_in(), groups()["pay"], groups()["spend"])
    is_present = word.endswith("s") and word not in groups()["be"]
    if not (word in known or is_present or word.endswith("ed")) or word in groups()["phrase_end"]:
        return None
    is_done = not is_present and (word.endswith("ed") or not context.is_heading)
    return _governs(words, _Verb(main, main, main, is_done, is_to_come=False), place)


def _after_adverbs(words: tuple[str, ...], at: int, end: int) -> int:
    while at < end and (
        words[at] in kind_words("verb_adverbs") or words[at] == DATE or words[at].endswith("ly")
    ):
        at += 1
    return at


def _governs(words: tuple[str, ...], verb: _Verb, place: int) -> _Verb | None:
    """The verb with its particle, if nothing but a noun phrase parts it from the sum."""
    last = verb.main
    if words[last + 1] in PARTICLES and last + 1 < place:
        last += 1
    if not groups()["phrase_end"].isdisjoint(words[last + 1 : place]):
        return None
    return verb._replace(last=last)


def _subject(context: Context, first: int) -> int | None:
    """The place of the name or noun that does what the verb says, if it may be a side's."""
    words = context.words
    known = either(groups()["company_noun"], kind_words("stands_for_side", "more_companies"))
    nouns = known | OUTFITS
    for at in range(first - 1, max(first - SUBJECT_REACH, 0) - 1, -1):
        word = words[at]
        if word in BARRIERS:
            return None
        if word in NAMES and at not in context.insertions:
            is_own = is_side(context, context.name_at(at))
            return at if is_own or context.parties.acquirer is None else None
        if word in nouns or word in INVESTORS:
            return at
    return None


def _is_target(context: Context, subject: int) -> bool:
    """Whether the name at a row place is the target's."""
    target = context.parties.target
    if target is None or context.words[subject] not in NAMES:
        return False
    return is_one(context.name_at(subject), target)


def _of_purchase(context: Context, verb: _Verb, place: int) -> str | None:
    """The stage of a sum that a buyer gives for the target, all of it or a part."""
    words, target = context.words, context.parties.target
    if target is None and context.parties.acquirer is None:
        return None
    end = _clause_end(words, place)
    for at in range(place + 1, end):
        if words[at] in groups()["offer_noun"]:
            return None  # "launches a $4bn bid for Acme"
        if words[at] not in FOR:
            continue
        thing = words[at + 1 : min(at + THING_REACH, end)]
        if words[at] == TO and groups()["acquire"].union(groups()["take"]).isdisjoint(thing[:1]):
            continue
        named = [n for n in range(at + 1, min(at + THING_REACH, end)) if words[n] in NAMES]
        if named and not OTHER_THINGS.isdisjoint(words[at + 2 : named[0]]):
            continue
        is_target = any(target and is_one(context.name_at(n), target) for n in named[:2])
        is_company = not named and thing[:1] and thing[0] in COMMON
        if is_target or (is_company and not groups()["company_noun"].isdisjoint(thing)):
            is_put_in = words[at] in INTO and words[verb.main] in _put_in()
            if is_put_in and context.is_heading:
                return None  # "invests $9m in Acme" stands over what is agreed and what is done
            is_part = not PARTS.isdisjoint(thing) or words[place + 1] == TO
            return "closed" if verb.is_done and (is_put_in or is_part) else "agreed"
    return None


def _put_in() -> frozenset[str]:
    return either(groups()["invest"], groups()["put_in"])


def _clause_end(words: tuple[str, ...], place: int) -> int:
    reach = range(place + 1, min(place + FOR_REACH, len(words)))
    return next((at for at in reach if words[at] in ENDS), reach.stop)


def _of_round(context: Context, verb: _Verb, subject: int, place: int) -> str | None:
    """The stage of a sum that investors put in, or that the firm takes in."""
    words, target = context.words, context.parties.target
    told = frozenset(words[verb.last + 1 : _clause_end(words, place)])
    is_of_round = not either(groups()["round_noun"], FUNDS).isdisjoint(told)
    is_giver = words[subject] in NAMES and not _is_target(context, subject)
    if words[subject] in INVESTORS or is_giver:
        is_given = is_of_round or target in context.sides_named
    else:
        takes = words[verb.main] in groups()["raise"] or "from" in told
        takes = takes and context.parties.by_funding  # "has thrown out a $4bn bid from Acme"
        is_given = is_of_round or (takes and bool(context.organisations))
    if not is_given:
        return None
    return "agreed" if verb.is_to_come else "closed"
