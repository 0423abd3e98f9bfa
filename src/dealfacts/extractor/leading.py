"""Who leads a firm, told by an active verb: "Jane Roe runs the company", "will go on running Acme".

Refuses a firm that the verb does not have right behind it, a part of one ("Acme's bread division"),
and who only wants to lead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.founders import Founding
from dealfacts.extractor.led_firms import HEAD, firms
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.people_listed import joint
from dealfacts.extractor.tokens import ORGANISATION, PERSON
from dealfacts.lexicon import moves
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

PERFECT = frozenset({"has", "have", "been"})
GOES_ON = frozenset({"continue", "continues", "continuing", "go", "goes", "on", "keep", "keeps"})
AHEAD = frozenset({"will", "would", "to", "is", "are", "set", "due", "expected"})
# what may stand between a person and the verb
BEFORE = PERFECT | GOES_ON | AHEAD
BEFORE |= {"now", "also", "still", "currently", "jointly", "together", "already", "both"}
DETERMINERS = frozenset({"the", "his", "her", "their"})
# what may follow the firm
# fmt: off
BEHIND = frozenset((
    ".", ",", ";", "and", "since", "for", "after", "from", "with", "until", "in", "as", "together",
    "alone", "at", "now", "today", "once", "when", "while", "again", "jointly", "following",
))
# fmt: on
BEHIND_FIRM = BEHIND - {"in", "as", "at"}
# how long "the Leeds family firm" is
LONGEST = 4
TWO = 2


class Firm(NamedTuple):
    """The firm that a verb has as its object, and whether the verb names it."""

    name: str | None
    is_named: bool


def leading(context: Context) -> Iterator[Founding]:
    """Every person whom the sentence tells to lead a firm, now, before or in time to come."""
    words, verbs = context.words, moves.leading()
    for place in context.scene.row.places(frozenset(verbs)):
        at = place - 1
        while at > 0 and words[at] in BEFORE:
            at -= 1
        between = words[at + 1 : place]
        is_relative = words[max(at - 1, 0) : at + 1] == (",", "who")
        if at < 0 or not (words[at] == PERSON or (is_relative and between)):
            continue
        people = [*joint(words, at - 2 * is_relative)]
        if words[people[0]] != PERSON:
            continue
        stance = _stance(verbs[words[place]], between, len(people))
        firm = _object(context, place) if stance is not None else None
        if firm is None or stance is None or firm.name is None:
            continue
        if firm.is_named and not between and not is_side(context, firm.name):
            continue  # what else an investor runs is no news of the deal
        if stance is Modality.INCOMING:
            continue  # a move to a post, or the head of a firm to be, which has no name
        for who in people:
            yield Founding(who, HEAD, firm.name, who, stance)


def _stance(form: str, between: tuple[str, ...], people: int) -> Modality | None:
    """What a form of the verb says behind these words; None where they do not go together."""
    before = frozenset(between)
    goes_on, is_perfect = not GOES_ON.isdisjoint(before), not PERFECT.isdisjoint(before)
    if form == "past":
        return Modality.ACTUAL if is_perfect else None if before & AHEAD else Modality.FORMER
    if form == "present":
        return None if before & (AHEAD | PERFECT) else Modality.ACTUAL
    if form == "going":
        return Modality.ACTUAL if goes_on or "been" in before else None
    if is_perfect and "been" not in before:
        return Modality.ACTUAL  # "has run"
    if goes_on:
        return Modality.ACTUAL
    if before & {"will", "would", "to"}:
        return Modality.INCOMING
    return Modality.ACTUAL if people >= TWO and not before & AHEAD else None


def _object(context: Context, place: int) -> Firm | None:
    """The firm right behind a verb: its name, or "the family firm" for the one spoken of."""
    words = context.words
    if words[place + 1 : place + 2] == (ORGANISATION,):
        follows = words[place + 2 : place + 3]
        is_whole = not follows or follows[0] in BEHIND_FIRM
        return Firm(context.name_at(place + 1), is_named=True) if is_whole else None
    if DETERMINERS.isdisjoint(words[place + 1 : place + 2]):
        return None
    for at in range(place + 2, min(place + 2 + LONGEST, len(words))):
        if not words[at].isalpha() and "-" not in words[at]:
            return None
        if words[at] in firms():
            follows = words[at + 1 : at + 2]
            is_of_more = words[at + 1 : at + 3] == ("and", ORGANISATION)
            is_whole = not follows or (follows[0] in BEHIND and not is_of_more)
            return Firm(context.parties.target, is_named=False) if is_whole else None
    return None
