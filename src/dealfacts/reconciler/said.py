"""How two values made of words stand to each other: names, stages, seats, units, quotations.

Words differ more easily than numbers: what only may be another way of putting it is never a
conflict here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, assert_never

from dealfacts.lexicon import store
from dealfacts.lexicon.function_words import function_words
from dealfacts.model.vocabulary import Change, Relation, Severity, Stage
from dealfacts.reconciler.names import Sameness, compare_organisations, compare_people, in_print
from dealfacts.reconciler.relation import Comparison

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.model.values import Person, Quote, Seat
    from dealfacts.reconciler.names import NameVerdict

WORD = re.compile(r"\w+")
# Words inside quotation marks of any style: “Harbour” unit
QUOTED = re.compile(r"""["“”„«‘'](?P<core>[^"“”„«»‘’']{2,80})["“”»’']""", re.VERBOSE)
# One utterance in two wordings shares most of its words; two utterances of one speaker do not.
SAME_UTTERANCE = 0.7
SHORTEST_UTTERANCE = 6
IN_A_ROW = 3
# Whoever leaves one of these out turns an utterance round.
NEGATIONS = frozenset({"not", "no", "never", "nor", "neither", "hardly", "without", "if", "unless"})

# British and American spellings of one word: "organisation", "honour", "centre".
SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e[ds]?|ing|ations?|ers?)\b)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ite)?\b)"), "or"),
    (re.compile(r"(?<=[a-z]{2}t)re(?=s?\b)"), "er"),
)

ASSERTED = frozenset({Stage.TALKS, Stage.AGREED, Stage.CLOSED})


def people(a: Person, b: Person) -> Comparison:
    """Two people by name alone; without two names nothing can be compared."""
    if not a.name or not b.name:
        return Comparison.of(Relation.NOT_COMPARABLE, "one of the two is not named")
    return _named(compare_people(a.name, b.name))


def organisations(a: str, b: str) -> Comparison:
    """Two organisations by name."""
    found = compare_organisations(a, b)
    return _named(found._replace(reason=in_print(found.reason, a, b)))


def _named(verdict: NameVerdict) -> Comparison:
    match verdict.verdict:
        case Sameness.SAME:
            return Comparison.of(Relation.EQUAL, verdict.reason)
        case Sameness.SPELLING_VARIANT:
            return Comparison(Relation.CONFLICT, verdict.reason, Severity.WARNING)
        case Sameness.PARTIAL:
            return Comparison.of(Relation.REFINES, verdict.reason)
        case Sameness.UNSURE:
            return Comparison.of(Relation.NOT_COMPARABLE, verdict.reason)
        case Sameness.DIFFERENT:
            return Comparison.of(Relation.CONFLICT, verdict.reason)
        case _:
            assert_never(verdict.verdict)


def terms(a: str, b: str) -> Comparison:
    """Two stages of a deal: a later stage goes on from an earlier one, a denial contradicts it."""
    if a == b:
        return Comparison.of(Relation.EQUAL, f"both say {a}")
    stages = frozenset({a, b})
    if Stage.DENIED in stages and stages & ASSERTED:
        return Comparison.of(Relation.CONFLICT, "one side asserts what the other one denies")
    return Comparison.of(Relation.REFINES, f"{a} and {b} are stages of one deal")


def seats(a: Seat, b: Seat) -> Comparison:
    """Two statements about one board seat."""
    if a.change == b.change:
        return Comparison.of(Relation.EQUAL, "both say the same of the seat")
    if Change.LEAVES in {a.change, b.change} and None not in {a.change, b.change}:
        reason = f"{a.change} and {b.change} contradict each other"
        return Comparison.of(Relation.CONFLICT, reason)
    return Comparison.of(Relation.REFINES, "both put the person on the board")


def texts(a: str, b: str) -> Comparison:
    """Two names of a unit: one core name makes them the same, else they may be two units."""
    if _folded(a) == _folded(b):
        return Comparison.of(Relation.EQUAL, "the same words")
    one, other = unit_core(a), unit_core(b)
    if not (one and other):
        return Comparison.of(Relation.REFINES, "one of the two gives the unit no name")
    if _joined(one) == _joined(other) or one <= other or other <= one:
        return Comparison.of(Relation.REFINES, f"“{a}” and “{b}” share their core name")
    reason = f"“{a}” and “{b}” may be two units"
    return Comparison.of(Relation.NOT_COMPARABLE, reason)


def unit_core(text: str) -> frozenset[str]:
    """The words that name a unit: those in quotation marks, else all but generic ones."""
    quoted = QUOTED.search(text)
    found = WORD.findall((quoted["core"] if quoted else text).casefold())
    if quoted:
        return frozenset({"".join(found)})
    return frozenset(found) - store.words("unit_words")


def quotes(a: Quote, b: Quote) -> Comparison:
    """Two quotations: the same, one cut short, one utterance in two wordings, or two utterances."""
    one, other = _spoken(a.text), _spoken(b.text)
    if one == other:
        return Comparison.of(Relation.EQUAL, "the same words")
    if one.replace(" ", "") == other.replace(" ", ""):
        # "data center" and "datacenter", "HP's" and "HP 's" are matters of house style.
        return Comparison.of(Relation.EQUAL, "the same words, spaced differently")
    if f" {one} " in f" {other} " or f" {other} " in f" {one} ":
        return Comparison.of(Relation.REFINES, "one quotation is part of the other")
    if _abridges(one.split(), other.split()) or _abridges(other.split(), one.split()):
        return Comparison.of(Relation.REFINES, "one quotation leaves words of the other out")
    left, right = set(one.split()), set(other.split())
    shorter = min(len(left), len(right))
    shared = len(left & right) >= SAME_UTTERANCE * shorter
    if shorter >= SHORTEST_UTTERANCE and shared and _runs(one) & _runs(other):
        reason = "most words are the same, some are not: one utterance in two wordings"
        return Comparison(Relation.CONFLICT, reason, Severity.WARNING)
    return Comparison.of(Relation.NOT_COMPARABLE, "two different utterances")


def _abridges(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words of one quotation stand in the other in order, and no "not" is lost."""
    if len(short) < SHORTEST_UTTERANCE or len(long) <= len(short):
        return False
    at, dropped = 0, set[str]()
    for word in short:
        found = next((n for n in range(at, len(long)) if long[n] == word), None)
        if found is None:
            return False
        if at:
            dropped.update(long[at:found])
        at = found + 1
    return NEGATIONS.isdisjoint(dropped)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[at : at + IN_A_ROW]) for at in range(len(words) - IN_A_ROW + 1)}


def _spoken(text: str) -> str:
    """The words of an utterance: "I've" and "I have", "-ise" and "-ize" are house style."""
    straight = text.casefold().replace("’", "'")
    told = function_words().contractions
    spelled = _contracted().sub(lambda found: told[found[0]], straight)
    for british, american in SPELLINGS:
        spelled = british.sub(american, spelled)
    return _folded(spelled)


@cache
def _contracted() -> re.Pattern[str]:
    longest_first = sorted(function_words().contractions, key=lambda form: (-len(form), form))
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})\b")


def _folded(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))


def _joined(words: frozenset[str]) -> str:
    return "".join(sorted(words))
