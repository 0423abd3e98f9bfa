"""Who stands at the head of a firm or comes to it: "at its helm is Jane Roe", "took the reins at".

Refuses a helm without a firm's name behind it, unless it is "its".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.founders import Founding
from dealfacts.extractor.led_firms import HEAD, IN_CHARGE, firms
from dealfacts.extractor.tokens import ORGANISATION, PERSON
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

# "At its head is Jane Roe", "remains at the helm of Acme"
AT_HEAD = (("at", "its", "head"), ("at", "its", "helm"), ("at", "the", "helm"))
# "The fund, of which Jane Roe is the head"
AT_WORDS = frozenset({"head", "helm"})
IN_WORDS = AT_WORDS | {"charge"}
OF_WHICH = ("of", "which")
IS = frozenset({"is", "will", "be", "stands", "remains", "stays", "remain", "stay", "was"})
IS |= {"has", "been"}
# "Jane Roe, who took the helm at Acme in 2019", "will take the reins of Acme"
REINS = frozenset({"helm", "reins"})
TAKES = frozenset({"took", "takes", "take", "taken", "taking"})
BEFORE_TAKES = frozenset({"who", ",", "will", "would", "has", "to", "is", "also"})
AT = frozenset({"at", "of"})
ENDS = frozenset({(".",), (",",), ("and",), ("in",), ("since",), ("until",), ("after",), ()})


def at_head(context: Context) -> Iterator[Founding]:
    """As in: at its head is Jane Roe; Jane Roe remains in charge of Acme."""
    words = context.words
    for place in context.scene.row.places(AT_WORDS):
        behind = place + 1
        while words[behind : behind + 1] and words[behind] in IS:
            behind += 1
        if words[max(place - 2, 0) : place + 1] in IN_CHARGE and words[behind : behind + 1] == (
            "of",
        ):
            firm_at = behind + 1
            behind = firm_at + 1
            while words[behind : behind + 1] and words[behind] in IS:
                behind += 1
            is_told = words[firm_at : firm_at + 1] == (ORGANISATION,) and behind > firm_at + 1
            if is_told and words[behind : behind + 1] == (PERSON,):
                yield Founding(behind, HEAD, context.name_at(firm_at), place)
                continue
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
        at -= 2 * (words[max(at - 1, 0) : at + 1] == (",", "who"))
        firm = _held(context, place) if phrase else None
        if firm is not None and words[at] == PERSON and at < place - len(phrase):
            yield Founding(at, HEAD, firm, at)


def taking_helm(context: Context) -> Iterator[Founding]:
    """As in: Jane Roe, who took the helm at Acme in 2019; Jane Roe is to take the reins of Acme."""
    words = context.words
    for place in context.scene.row.places(REINS):
        if words[place - 1] != "the" or words[place - 2] not in TAKES:
            continue
        at = place - 3
        while at > 0 and words[at] in BEFORE_TAKES:
            at -= 1
        firm = _held(context, place) if at >= 0 and words[at] == PERSON else None
        if firm is not None:
            is_ahead = not kind_words("future").isdisjoint(words[at + 1 : place - 1])
            stance = Modality.INCOMING if is_ahead else Modality.ACTUAL
            yield Founding(at, HEAD, firm, at, stance)


def _held(context: Context, place: int) -> str | None:
    """Whose helm it is: "of Acme", "of the company", and the company's where the words end."""
    words = context.words
    follows = words[place + 1 : place + 2]
    if follows in ENDS:
        return context.parties.target
    if not follows or follows[0] not in AT:
        return None
    if words[place + 2 : place + 3] == (ORGANISATION,):
        return context.name_at(place + 2)
    is_ours = words[place + 2 : place + 3] == ("the",) and words[place + 3] in firms()
    return context.parties.target if is_ours else None
