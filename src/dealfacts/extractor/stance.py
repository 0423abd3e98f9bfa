"""How real the words around a figure say that it is: expected, reported, rumoured, denied."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import between
from dealfacts.extractor.tokens import ORGANISATION
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.modality import modality_cues
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How many tokens a modal word governs, before and behind it.
REACH, REACH_BACK = 10, 3
STOPS = frozenset(";:—–•")
# "Acme reported revenue of": the company itself speaks.
BEFORE, CLAUSE = frozenset({"before", "after", "since", "when", "until"}), 8
# Between who tells and the verb: "the Gazette has first reported".
TELLING = frozenset({"has", "have", "had", "first", "also", "later", "earlier", "was", "were"})
# What ends a title that rests on a report, as in "Acme to buy Beta: report", and the sign before
REPORT, CREDITS = frozenset({"report", "reports", "source"}), frozenset(":-–—,") | {"says", "say"}
# What ends a clause, going back.
CLAUSE_ENDS = STOPS | {",", ".", "(", ")"}
# "a reported $2bn", "the rumoured price"
HELD_SUM = frozenset({"reported", "rumoured", "rumored", "alleged", "supposed", "purported"})
PRICES = frozenset({"price", "sum", "figure", "value", "fee", "amount"})
# "people close to the talks", and how far behind them it stands
KNOWLEDGE = frozenset(
    {("close", "to"), ("knowledge", "of"), ("the", "know"), ("briefed", "on"), ("aware", "of")}
)
KNOWING = 6
# An agency without a name may be one of the state.
AGENCIES = frozenset({"agency"})
HELD_LINKS = frozenset({"to", "that"})
REPORTERS = frozenset({ORGANISATION, "it", "company", "group", "firm", "and", "which", "also", ","})


def modality(context: Context, place: int) -> Modality | None:
    """What the nearest cue before (or right behind) the figure at a row place says."""
    cues = modality_cues()
    words = context.words
    sign = words[place]
    for at in range(place - 1, max(place - REACH, 0) - 1, -1):
        if words[at] in cues:
            return Modality(cues[words[at]])
        if words[at] == sign or words[at] in STOPS:
            break
    for at in range(place + 1, min(place + REACH_BACK, len(words))):
        if words[at] in cues:
            return Modality(cues[words[at]])
    return None


def report(context: Context, place: int) -> Modality | None:
    """The same without "expected": a price of a deal to come is still its price.

    Hearsay governs all of its sentence: "Acme will pay $2bn, the Gazette reported on Tuesday"; and
    all terms of an article that tells of talks by hearsay.
    """
    found = modality(context, place)
    if found is Modality.EXPECTED:
        found = _over_plans(context, place)
    if found not in {None, Modality.REPORTED}:
        return found
    told = context.is_hearsay or context.story.is_hearsay or _is_held(context.words, place)
    return Modality.REPORTED if told else None


def _over_plans(context: Context, place: int) -> Modality | None:
    """What stands in the same clause before a plan: "denied that it will pay $2bn"."""
    cues, words = modality_cues(), context.words
    found = None
    for at in range(place - 1, max(place - REACH, 0) - 1, -1):
        if words[at] == words[place] or words[at] in CLAUSE_ENDS:
            break
        said = Modality(cues.get(words[at], Modality.EXPECTED))
        if said in {Modality.RUMOURED, Modality.DENIED}:
            found = said
    return found


def _is_held(words: tuple[str, ...], place: int) -> bool:
    """Whether people hold it to be so: "is believed to be $2bn", "a reported $2bn"."""
    if words[place - 1] in HELD_SUM:
        return True
    for at in range(place - 1, max(place - REACH, 1) - 1, -1):
        if words[at] == words[place] or words[at] in STOPS:
            return False
        if words[at] in HELD_LINKS and words[at - 1] in figure_words("held_to_be"):
            return words[at] == "to" or words[max(at - 3, 0) : at - 1] == ("it", "is")
        if words[at] == "that" and words[at - 1] in REPORT:
            return True
        if words[at] in PRICES and words[at - 1] in HELD_SUM:
            return True
    return False


def is_hearsay(context: Context) -> bool:
    """Whether a sentence rests on the press or on people it does not name.

    Not where a side of the deal says it too, in its statement or its filing, and not what was told
    before something else: "the day before the Gazette reported that talks were on".
    """
    words, row = context.words, context.scene.row
    is_credited = not REPORT.isdisjoint(words[-1:]) and not CREDITS.isdisjoint(words[-2:-1])
    if context.is_heading and is_credited:
        return True
    if row.places(figure_words("hearsay")):
        return not _is_own(context)
    if any(_knows(words[at + 1 : at + KNOWING]) for at in row.places(figure_words("unnamed"))):
        return not _is_own(context)
    for at in row.places(figure_words("press_says")):
        if _is_paper(context, at - 1):
            return not _is_own(context)
    for at in row.places(figure_words("told_by_press")):
        if BEFORE.isdisjoint(words[max(at - CLAUSE, 0) : at]) and _is_press(context, at):
            return not _is_own(context)
    return False


def _knows(behind: tuple[str, ...]) -> bool:
    """Whether people without a name know of it: "a person with knowledge of", "close to the"."""
    return any(pair in KNOWLEDGE for pair in pairwise(behind))


def _is_paper(context: Context, at: int) -> bool:
    """Whether a row place is one of the press: "local media", "the Evening Courier"."""
    if at < 0 or context.words[at] != ORGANISATION:
        word = context.words[at]
        return at >= 0 and word in figure_words("press") and word not in AGENCIES
    name = context.name_at(at)
    last = name.rpartition(" ")[2].lower()
    return last in figure_words("press") and not is_side(context, name)


def _is_press(context: Context, at: int) -> bool:
    """Whether it is the press, or nobody named, that tells by the verb at a row place."""
    words = context.words
    if words[at] == "according":
        behind = words[at + 2 : at + 5]
        return figure_words("own_words").isdisjoint(behind) and not _names_side(context, at, at + 4)
    if words[at + 1 : at + 2] == ("by",) and ORGANISATION in words[at + 2 : at + 4]:
        return not _names_side(context, at, at + 4)
    teller = at - 1
    while teller > 0 and words[teller] in TELLING:
        teller -= 1
    if teller >= 0 and words[teller] == ",":
        # "the Gazette, a daily of the capital, reported"
        teller = next((at for at in range(teller - 1, -1, -1) if words[at] == ","), -1) - 1
    if teller < 0:
        return False
    if words[teller] in figure_words("press"):
        return True
    return words[teller] == ORGANISATION and not _names_side(context, teller, teller)


def _is_own(context: Context) -> bool:
    """Whether a side of the deal says it in the same sentence: "Acme announced"."""
    says = context.scene.row.places(kind_words("announcing"))
    return any(_names_side(context, at - 1, at - 1) for at in says)


def _names_side(context: Context, first: int, last: int) -> bool:
    """Whether a side of the deal is named between two row places."""
    return any(is_side(context, named.name) for named in between(context.names, first, last))


def results(context: Context, place: int) -> Modality | None:
    """The same for results and outlays: a verb of the past between cue and figure settles it.

    A company that reports its revenue states it; "reportedly" and "is reported" make it hearsay.
    """
    words = context.words
    for at in range(place - 1, max(place - REACH, 0) - 1, -1):
        if words[at] in figure_words("reports") and at and words[at - 1] in REPORTERS:
            return None
        if words[at] in modality_cues() or words[at] == words[place] or words[at] in STOPS:
            break
        if words[at] in figure_words("happened"):
            return None
    return modality(context, place)
