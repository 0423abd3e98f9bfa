"""Who leads a firm, told by a verb or a phrase: "the carmaker led by Jane Roe", "who runs Acme".

Refuses rounds, groups of buyers and choirs that somebody leads, and whom a title tells already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.described import is_description
from dealfacts.extractor.founders import Founding
from dealfacts.extractor.helms import at_head, taking_helm
from dealfacts.extractor.leading import leading
from dealfacts.extractor.led_firms import (
    CHAIRMAN,
    HEAD,
    LED,
    LED_WORDS,
    firms,
    named_in_front,
)
from dealfacts.extractor.people_listed import explained
from dealfacts.extractor.tokens import ORGANISATION, PERSON
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.roles import is_post
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

# What may stand between the firm and "led by": "Acme, which is now led by"
BEFORE_LED = frozenset({",", "is", "was", "are", "which", "now", "also", "still", "has", "been"})
BEFORE_LED |= {"and", "founded", "owned", "started", "long", "will", "would", "be", "to"}
BEFORE_LED |= {"continue", "continues", "set", "due", "are"}
GOES_ON, AHEAD = frozenset({"continue", "continues"}), frozenset({"will", "would", "to"})
WAS, PAST = frozenset({"was"}), frozenset({"led", "ran", "headed"})
# "chaired by billionaire Jane Roe"
DESCRIBED = frozenset({"billionaire", "tycoon", "founder", "veteran", "investor", "financier"})
# "Jane Roe, who runs Acme", "who heads growth at Acme"
RUNS = {"runs": HEAD, "heads": HEAD, "leads": HEAD, "manages": HEAD, "oversees": HEAD}
RUNS |= dict.fromkeys(PAST, HEAD) | {"chairs": CHAIRMAN, "chaired": CHAIRMAN}
RUNS_WORDS = frozenset(RUNS)
ADVERBS = frozenset({"now", "also", "still", "currently", "once", "then", "previously"})
# What is run for somebody else, or against somebody: "runs a marathon for", "led a protest at"
NO_POST = frozenset({"a", "an", "into", "against", "to", "from", "towards", "by", "until", "with"})
NO_FIRM = frozenset({"inquiry", "investigation", "probe", "campaign", "protest", "bid", "round"})
NO_FIRM |= {"sale", "takeover", "merger", "talks", "deal", "acquisition", "defence", "opposition"}
OURS = frozenset({"company", "firm", "business", "it", "brand", "club", "bank", "airline"})
TRUSTS = frozenset({"trust", "fund", "foundation"})
STOPS = frozenset(";:—–•.,")
REACH, NEAR = 8, 3
ENDS = frozenset({(",",), (".",), ("and",), ("from",), ("after",), ("since",), ()})


def leaders(context: Context) -> Iterator[Founding]:
    """Every leader whom the sentence names without a title."""
    every = (
        *_passive(context),
        *named_in_front(context),
        *_relative(context),
        *leading(context),
        *at_head(context),
        *taking_helm(context),
    )
    if not every:
        return
    titled = {post.person.start for post in context.posts if is_post(post.title.head)}
    starts = context.scene.row.starts
    for found in every:
        if starts[found.place] not in titled:
            yield found


def _passive(context: Context) -> Iterator[Founding]:
    """As in: Acme, the carmaker led by Jane Roe; Acme is chaired by Tarn billionaire Jane Roe."""
    words = context.words
    for place in context.scene.row.places(LED_WORDS):
        if words[place + 1 : place + 2] != ("by",):
            continue
        at = place + 2
        while at < place + 2 + NEAR and words[at : at + 1] not in {(PERSON,), (",",), (".",)}:
            at += 1
        is_described = at == place + 2 or not DESCRIBED.isdisjoint(words[at - 1 : at])
        if not is_described:
            continue
        before = place - 1
        while before > 0 and words[before] in BEFORE_LED:
            before -= 1
        is_described = before > 0 and is_description(words, before)
        told = subjects.meant(context, before) if is_described else None
        is_firm = before >= 0 and (
            words[before] == ORGANISATION or words[before] in firms() | TRUSTS
        )
        if words[at : at + 1] == (PERSON,) and (is_firm or told is not None):
            firm = subjects.subject_before(context, place) or told
            if firm is not None:
                stance = _stance(frozenset(words[before:place]))
                if stance is Modality.INCOMING and words[before] != ORGANISATION:
                    continue  # "The company will be led by": a firm to be has no name
                for who in (at, *_more(words, at)):
                    yield Founding(who, LED[words[place]], firm, place, stance)


def _stance(before: frozenset[str]) -> Modality:
    """What the words before "led by" say of when somebody leads."""
    if not WAS.isdisjoint(before):
        return Modality.FORMER
    is_ahead = not AHEAD.isdisjoint(before) and GOES_ON.isdisjoint(before)
    return Modality.INCOMING if is_ahead else Modality.ACTUAL


def _more(words: tuple[str, ...], at: int) -> Iterator[int]:
    """Who leads with the person at a row place: "run by Jane Roe and John Doe"."""
    while words[at + 1 : at + 3] == (",", PERSON) and "and" in words[at + 3 : at + 5]:
        at += 2
        yield at
    if words[at + 1 : at + 3] == ("and", PERSON):
        yield at + 2


def _relative(context: Context) -> Iterator[Founding]:
    """As in: Jane Roe, who runs Acme; Jane Roe chairs the supervisory board."""
    words = context.words
    for place in context.scene.row.places(RUNS_WORDS):
        at = place - 1
        while at > 0 and words[at] in ADVERBS:
            at -= 1
        is_relative = words[at] == "who" and words[max(at - 1, 0)] == ","
        at -= 2 * is_relative
        if words[at] == "who" and words[max(at - 1, 0)] in kind_words("aged_person"):
            at = explained(words, at - 1)  # "Jane Roe, the billionaire who runs Acme"
            is_relative = at >= 0
        is_chair = RUNS[words[place]] == CHAIRMAN
        if at < 0 or words[at] != PERSON or not (is_relative or is_chair):
            continue
        firm = _run(context, place, chairs=is_chair)
        if firm is not None:
            is_past = words[place] in PAST or words[place] == "chaired"
            stance = Modality.FORMER if is_past else Modality.ACTUAL
            yield Founding(at, RUNS[words[place]], firm, at, stance)


def _run(context: Context, place: int, *, chairs: bool) -> str | None:
    """The firm that the verb at a row place has as its object; "the trust" is the one named."""
    words = context.words
    for at in range(place + 1, min(place + REACH, len(words))):
        word = words[at]
        if word == ORGANISATION:
            is_part = words[at + 1 : at + 2] in {("'s",), ("'",)}
            return None if is_part else context.name_at(at)  # "runs Acme's bread division"
        is_end = words[at + 1 : at + 2] in ENDS
        if word in OURS and at <= place + NEAR and is_end:
            return context.parties.target
        if chairs and word == "board" and is_end:
            return context.parties.target
        if chairs and word in TRUSTS and words[at - 1] == "the" and is_end:
            return subjects.meant(context, at)
        if word in STOPS or word in NO_POST or word in NO_FIRM or word == PERSON:
            return None
    return None
