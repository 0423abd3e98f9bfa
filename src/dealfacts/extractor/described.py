"""Whom a clause speaks of without a name: "the airline employs", "the club, which was founded in".

Finds the noun and, where the article says somewhere which name it describes ("Acme, an airline"),
that name. Refuses to choose among names that nothing in the text ties to the noun.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dealfacts.extractor.tokens import NAMES, ORGANISATION, PERSON
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.parties import party_cues

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dealfacts.extractor.context import Context

# What two companies make together.
UNION = "the combined company"
# "the two" of these are people
NO_COMPANIES = frozenset({("men",), ("founders",), ("brothers",), ("sisters",), ("executives",)})
# How far from the start both are spoken of, and what may stand before "the two".
BOTH_REACH, TOGETHER = 7, frozenset({"together", "taken", "combined", ",", "-", "•", "*"})
WITH_EACH_OTHER = frozenset({("together", "they"), ("together", "the"), ("combined", "they")})
# The longest inserted clause between two commas, in tokens.
INSERTION = 15
# How far back the noun of a clause is looked for, in tokens.
REACH = 60
# How far before its noun a determiner stands: "the fast-growing Danish airline".
DETERMINED = 4
DETERMINERS = frozenset({"the", "this", "that"})
ARTICLES = frozenset({"a", "an", "the", "another"})
STOPS = frozenset(";:—–•|“”")
RELATIVE = frozenset({"which", "that"})
# what says nothing of the company whose noun follows
SILENT = ARTICLES | DETERMINERS | NAMES | {"to", "by", "of", "its", "their", "for", "from", ","}
# How far behind a name the noun of its apposition stands: "Acme, the country's oldest airline".
APPOSITION = 6
CLOSES = frozenset({",", "of", "which", "that", "with", "in"}) | NAMES
# What stands behind a noun that a name follows: "the airline Acme", "the airline-owned".
NAMED = frozenset({(ORGANISATION,), (PERSON,), ("-",)})
# "Acme, the airline", "Acme is the airline": the name is there
EQUATES = frozenset({"is", "was", "as"})


@cache
def company_nouns() -> frozenset[str]:
    """The nouns that stand for one company."""
    return (
        groups()["company_noun"] | kind_words("aged_company") | kind_words("more_companies")
    ) - kind_words("no_one_company")


def inserted(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The row places of the commas around each inserted clause."""
    commas = [at for at, word in enumerate(words) if word == ","]
    opens = figure_words("insertion")
    for first, last in pairwise(commas):
        if words[first + 1] in opens and last - first <= INSERTION:
            yield first, last


def described(context: Context, place: int) -> int | None:
    """The noun without a name that a row place belongs to; None if a name stands nearer.

    Inserted clauses that end before the place, and names behind a preposition, are passed over.
    """
    words = context.words
    closed = context.inserted
    at = place - 1
    last = max(place - REACH, 0)
    while at >= last and words[at] not in STOPS:
        if words[at] in NAMES:
            if not is_attached(words, at):
                return None
        elif words[at] in RELATIVE and words[at - 1 : at] == (",",):
            noun = at - 2
            is_told = noun >= 0 and words[noun] not in NAMES
            is_told = is_told and (
                words[noun] in company_nouns() or determiner(words, noun) is not None
            )
            return noun if is_told else None
        elif is_description(words, at):
            return at
        at = closed.get(at, at) - 1
    return None


def is_attached(words: Sequence[str], place: int) -> bool:
    """Whether a name hangs on a preposition ("from Acme") that follows no measure ("sales of")."""
    before = _before(words, place)
    if not before or before[-1] not in figure_words("attaches"):
        return False
    return figure_words("measures").isdisjoint(before[:-1])


def is_source(words: Sequence[str], place: int) -> bool:
    """Whether a name says where a figure is from: "according to NAME", ", NAME reports,"."""
    told = words[place + 1 : place + 3]
    if words[place - 1] == "," and told[:1] and told[1:] == (",",):
        return told[0] in figure_words("told_by_press")
    return _before(words, place) == ("according", "to")


def _before(words: Sequence[str], place: int) -> tuple[str, ...]:
    """The two words before a row place and its article."""
    at = place - (tuple(words[max(place - 1, 0) : place]) == ("the",))
    return tuple(words[max(at - 2, 0) : at])


def determiner(words: Sequence[str], noun: int) -> int | None:
    """The place of "the" in "the fast-growing airline"; None where a name goes with the noun.

    "The airline Acme", "Acme, the airline", "Acme is the airline".
    """
    if words[noun + 1 : noun + 2] in NAMED:
        return None
    for at in range(noun - 1, max(noun - 1 - DETERMINED, -1), -1):
        if words[at] in DETERMINERS:
            before = words[max(at - 2, 0) : at]
            is_apposition = before[-1:] == (",",) and before[0] in NAMES
            return None if is_apposition or not EQUATES.isdisjoint(before[-1:]) else at
        if words[at] in NAMES or words[at] == ",":
            return None
    return None


def is_description(words: Sequence[str], noun: int) -> bool:
    """Whether a noun stands for a company that acts: "the airline", but not "for the airline".

    In "the dairy had group revenue of" the group is none.
    """
    if words[noun] not in company_nouns():
        return False
    if not figure_words("measures").isdisjoint(words[noun + 1 : noun + 2]):
        return False
    first = determiner(words, noun)
    if words[noun] == "target" and first != noun - 1:
        return False  # "the price target"
    return first is not None and not is_attached(words, first)


def is_object(words: Sequence[str], noun: int) -> bool:
    """Whether something is done to what a noun stands for: "to pay $9m for the network, which"."""
    first = determiner(words, noun)
    buys = party_cues().buy
    return first is not None and (
        is_attached(words, first) or not buys.isdisjoint(words[max(first - 1, 0) : first])
    )


def is_of_both(words: Sequence[str], place: int) -> bool:
    """Whether a noun stands for what two companies make: "the combined airline"."""
    return not kind_words("of_both").isdisjoint(words[max(place - 2, 0) : place])


def speaks_of_both(context: Context, place: int) -> bool:
    """Whether a figure is told of two companies at once: "between them", "the two employ"."""
    words = context.words
    if words[place - 1] == "'s" and words[place - 2 : place - 1] == (ORGANISATION,):
        return False  # "a third of Acme's $9m"
    if context.vocabulary.issuperset(("between", "them")):
        return words.index("them") == words.index("between") + 1
    opens = words[: min(BOTH_REACH, place)]
    if opens[:1] == ("joint",) or opens[:2] in WITH_EACH_OTHER:
        return True  # "joint sales last year were $9m", "together they have 900 employees"
    at = opens.index("two") if "two" in opens else 0
    if at and words[at - 1] == "the":
        # "the two employ", "together the two groups employ", "taken together, the two had"
        return words[at + 1 : at + 2] not in NO_COMPANIES and TOGETHER.issuperset(words[: at - 1])
    return "pair" in opens and place > opens.index("pair")


def descriptions(context: Context) -> Iterator[tuple[str, str]]:
    """Each word with the name that it describes: "Acme, an airline"; "the airline Acme".

    Of nouns that fit any company it is the word before: "yacht" of "the yacht builder Acme"; one
    that fits a large one says so by itself too.
    """
    words = context.words
    for named in context.organisations:
        place = named.place
        if place > 1 and words[place - 1] in company_nouns():
            yield telling(words, place - 1), named.name
            yield words[place - 1], named.name
        elif (
            place
            and words[place - 1] in DETERMINERS
            and words[place + 1 : place + 2]
            and words[place + 1] in company_nouns() - kind_words("any_company")
        ):
            yield words[place + 1], named.name  # "the Acme brewery"
        behind = words[place + 1 : place + 3]
        if (behind[:1] in {(",",), ("is",)}) and behind[1:] and behind[1] in ARTICLES:
            clause = range(place + 3, min(place + 3 + APPOSITION, len(words)))
            told = (at for at in clause if words[at] in CLOSES or words[at] in company_nouns())
            noun = next(told, place)
            if words[noun] in company_nouns():
                yield telling(words, noun), named.name
                yield words[noun], named.name


def telling(words: Sequence[str], noun: int) -> str:
    """The word that says which company it is: "airline", but "yacht" of "yacht builder"."""
    fits_any = words[noun] in kind_words("any_company")
    return words[noun - 1] if fits_any and noun and words[noun - 1] not in SILENT else words[noun]


def unambiguous(contexts: Iterable[Context]) -> dict[str, str]:
    """Each noun that describes one organisation of an article, and no other -> its name."""
    names: dict[str, set[str]] = {}
    for context in contexts:
        for noun, name in descriptions(context):
            names.setdefault(noun, set()).add(name)
    plain = kind_words("any_company") - kind_words("large_company")
    return {
        noun: next(iter(found))
        for noun, found in names.items()
        if len(found) == 1 and noun not in plain
    }
