"""Who leads a firm, told by a verb or a phrase: "the carmaker led by Jane Roe", "who runs Acme".

Refuses rounds, groups of buyers and choirs that somebody leads, and whom a title tells already.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.founders import Founding
from dealfacts.extractor.tokens import ORGANISATION, PERSON
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.roles import is_post
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

HEAD, CHAIRMAN = "head", "chairman"
# "led by", and what may stand between the firm and it: "Acme, which is now led by"
LED = {"led": HEAD, "headed": HEAD, "run": HEAD, "chaired": CHAIRMAN}
LED_WORDS = frozenset(LED)
BEFORE_LED = frozenset({",", "is", "was", "are", "which", "now", "also", "still"})
WAS, PAST = frozenset({"was"}), frozenset({"led", "ran", "headed"})
# "chaired by billionaire Jane Roe"
DESCRIBED = frozenset({"billionaire", "tycoon", "founder", "veteran", "investor", "financier"})
# Firms that lead nothing of their own but are led for a deal.
GATHERED = frozenset({"group", "groups", "consortium", "pair", "duo", "partners", "twins"})
# "Jane Roe, who runs Acme", "who heads growth at Acme"
RUNS = {"runs": HEAD, "heads": HEAD, "leads": HEAD, "manages": HEAD, "oversees": HEAD}
RUNS |= dict.fromkeys(PAST, HEAD) | {"chairs": CHAIRMAN, "chaired": CHAIRMAN}
RUNS_WORDS = frozenset(RUNS)
ADVERBS = frozenset({"now", "also", "still", "currently", "once", "then", "previously"})
# What is run for somebody else, or against somebody: "runs a marathon for", "led a protest at"
NO_POST = frozenset({"a", "an", "into", "against", "to", "from", "towards", "by", "until", "with"})
NO_FIRM = frozenset({"inquiry", "investigation", "probe", "campaign", "protest", "bid", "round"})
OURS = frozenset({"company", "firm", "business", "it", "brand", "club", "bank", "airline"})
TRUSTS = frozenset({"trust", "fund", "foundation"})
STOPS = frozenset(";:—–•.,")
REACH, NEAR = 8, 3
# "At its head is Jane Roe", "remains at the helm of Acme"
AT_HEAD = (("at", "its", "head"), ("at", "its", "helm"), ("at", "the", "helm"))
IN_CHARGE = (("at", "the", "helm"), ("at", "the", "head"), ("in", "charge"))
# "The fund, of which Jane Roe is the head"
AT_WORDS = frozenset({"head", "helm"})
IN_WORDS = AT_WORDS | {"charge"}
OF_WHICH = ("of", "which")
IS = frozenset({"is", "will", "be", "stands", "remains", "stays", "remain", "stay", "was"})


@cache
def _firms() -> frozenset[str]:
    """The words for a firm that somebody can lead."""
    return (groups()["company_noun"] | kind_words("aged_company")) - GATHERED


def leaders(context: Context) -> Iterator[Founding]:
    """Every leader whom the sentence names without a title."""
    every = (*_passive(context), *_relative(context), *_at_head(context))
    if not every:
        return
    titled = {post.person.start for post in context.posts if is_post(post.title.head)}
    starts = context.scene.row.starts
    for found in every:
        if starts[found.place] not in titled:
            yield found


def _passive(context: Context) -> Iterator[Founding]:
    """As in: Acme, the carmaker led by Jane Roe; Acme is chaired by billionaire Jane Roe."""
    words = context.words
    for place in context.scene.row.places(LED_WORDS):
        if words[place + 1 : place + 2] != ("by",):
            continue
        at = place + 2
        at += words[at : at + 1] != (PERSON,) and not DESCRIBED.isdisjoint(words[at : at + 1])
        before = place - 1
        while before > 0 and words[before] in BEFORE_LED:
            before -= 1
        is_firm = before >= 0 and (words[before] == ORGANISATION or words[before] in _firms())
        if words[at : at + 1] == (PERSON,) and is_firm:
            firm = subjects.subject_before(context, place)
            is_past = not WAS.isdisjoint(words[before:place])
            stance = Modality.FORMER if is_past else Modality.ACTUAL
            if firm is not None:
                yield Founding(at, LED[words[place]], firm, place, stance)


def _relative(context: Context) -> Iterator[Founding]:
    """As in: Jane Roe, who runs Acme; Jane Roe chairs the supervisory board."""
    words = context.words
    for place in context.scene.row.places(RUNS_WORDS):
        at = place - 1
        while at > 0 and words[at] in ADVERBS:
            at -= 1
        is_relative = words[at] == "who" and words[max(at - 1, 0)] == ","
        at -= 2 * is_relative
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
            return context.name_at(at)
        is_end = words[at + 1 : at + 2] in {(",",), (".",), ("and",), ()}
        if word in OURS and at <= place + NEAR and is_end:
            return context.parties.target
        if chairs and word == "board" and is_end:
            return context.parties.target
        if chairs and word in TRUSTS and words[at - 1] == "the" and is_end:
            return subjects.meant(context, at)
        if word in STOPS or word in NO_POST or word in NO_FIRM or word == PERSON:
            return None
    return None


def _at_head(context: Context) -> Iterator[Founding]:
    """As in: at its head is Jane Roe; Jane Roe remains in charge of Acme."""
    words = context.words
    for place in context.scene.row.places(AT_WORDS):
        behind = place + 1
        while words[behind : behind + 1] and words[behind] in IS:
            behind += 1
        is_opening = words[max(place - 2, 0) : place + 1] in AT_HEAD and behind > place + 1
        if is_opening and words[behind : behind + 1] == (PERSON,):
            yield Founding(behind, HEAD, context.parties.target, place)
    for place in context.scene.row.places(IN_WORDS):
        of_which = words[max(place - 5, 0) : place - 3]
        if words[place - 3 : place] == (PERSON, "is", "the") and of_which == OF_WHICH:
            firm = subjects.subject_before(context, place)
            if firm is not None:
                yield Founding(place - 3, HEAD, firm, place - 3)
        phrase = next(
            (p for p in IN_CHARGE if words[max(place + 1 - len(p), 0) : place + 1] == p), ()
        )
        at = place - len(phrase)
        while phrase and at > 0 and words[at] in IS:
            at -= 1
        is_held = phrase and words[place + 1 : place + 3] == ("of", ORGANISATION)
        if is_held and words[at] == PERSON and at < place - len(phrase):
            yield Founding(at, HEAD, context.name_at(place + 2), at)
