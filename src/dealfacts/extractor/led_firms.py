"""Who leads a firm, named in front of it: "Led by Jane Roe, Acme", "the Jane Roe-led Acme".

Refuses rounds, bids and groups that somebody leads for a deal.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.founders import Founding
from dealfacts.extractor.tokens import ORGANISATION, PERSON
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

HEAD, CHAIRMAN = "head", "chairman"
# "Acme, controlled by Jane Roe", "Acme, which Jane Roe controls"
CONTROLS = "controlling shareholder"
LED = {"led": HEAD, "headed": HEAD, "run": HEAD, "chaired": CHAIRMAN, "controlled": CONTROLS}
WHICH = {"controls": CONTROLS, "runs": HEAD, "heads": HEAD, "leads": HEAD, "chairs": CHAIRMAN}
WHICH_WORDS = frozenset(WHICH)
LED_WORDS = frozenset(LED)
# A promoter controls a company of the family (Indian law).
HYPHENED = LED | {"promoted": "promoter"}
HYPHENED_WORDS = frozenset(HYPHENED)
# "With Jane Roe at the helm, Acme"
IN_CHARGE = (("at", "the", "helm"), ("at", "the", "head"), ("in", "charge"))
# What leads nothing of its own but is led for a deal.
GATHERED = frozenset({"group", "groups", "consortium", "pair", "duo", "partners", "twins"})
FOR_A_DEAL = GATHERED | {"bid", "offer", "takeover", "round", "buyout", "team", "syndicate"}


@cache
def firms() -> frozenset[str]:
    """The words for a firm that somebody can lead."""
    return (groups()["company_noun"] | kind_words("aged_company")) - GATHERED


def named_in_front(context: Context) -> Iterator[Founding]:
    """Every leader whom the words in front of a firm name."""
    yield from _opening(context)
    yield from _hyphened(context)
    yield from _which(context)


def _opening(context: Context) -> Iterator[Founding]:
    """As in: Led by Jane Roe, Acme has opened two mills; With Jane Roe at the helm, Acme has."""
    words = context.words
    if words[0] in LED_WORDS and words[1:5] == ("by", PERSON, ",", ORGANISATION):
        yield Founding(2, LED[words[0]], context.name_at(4), 0)
    if words[:2] == ("with", PERSON):
        for phrase in IN_CHARGE:
            firm = len(phrase) + 3
            if words[2:firm] == (*phrase, ",") and words[firm : firm + 1] == (ORGANISATION,):
                yield Founding(1, HEAD, context.name_at(firm), 1)


def _hyphened(context: Context) -> Iterator[Founding]:
    """As in: the Jane Roe-led Acme; the Jane Roe-promoted company."""
    words = context.words
    for place in context.scene.row.places(HYPHENED_WORDS):
        who, noun = place - 2, place + 1
        if who < 0 or words[who:place] != (PERSON, "-"):
            continue
        if FOR_A_DEAL.intersection(words[noun : noun + 2]):
            continue
        firm = None
        if words[noun : noun + 1] == (ORGANISATION,):
            firm = context.name_at(noun)
        elif "the" in words[max(who - 1, 0) : who] and firms().intersection(words[noun : noun + 1]):
            firm = subjects.meant(context, noun)
        if firm is not None:
            yield Founding(who, HYPHENED[words[place]], firm, who)


def _which(context: Context) -> Iterator[Founding]:
    """As in: Acme, which Jane Roe controls, has grown."""
    words = context.words
    for place in context.scene.row.places(WHICH_WORDS):
        firm, who = place - 4, place - 1
        if firm >= 0 and words[firm:place] == (ORGANISATION, ",", "which", PERSON):
            yield Founding(who, WHICH[words[place]], context.name_at(firm), who)
