"""Names near a share that do not hold it.

Who only tells of it ("The Gazette had reported talks on 80 %", "finance chief Jane Roe announced
sales of up to 5 %"), whom it comes from or goes to ("picked up from Acme the 25 %", "the sale to
Acme of its 40 %"), and what only describes another ("the company behind Acme holds 16 %"). Refuses
to say who holds it instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.described import is_source
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.tokens import NAMES, PERSON
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.speech import speech

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# How many words describe a name behind its preposition: "from founding shareholder Acme".
DESCRIBED, PREPOSITIONS = 4, frozenset({"from", "to", "for", "with"})
COUNT_REACH = 5
# "Acme said it holds 5 %" tells what the speaker itself holds.
SPEAKERS = frozenset({"it", "its", "he", "his", "she", "her", "they", "their", "we", "our"})
AUXILIARIES = frozenset({"had", "has", "also", "have"})
# Whoever stands in front of one of these is said to hold what follows.
HOLDS = frozenset({",", "which", "who", "that", "(", "and"})
DASHES = frozenset({"-", "–", "—"})
ARTICLES = frozenset({"the", "a", "an"})


def is_no_holder(context: Context, at: int, place: int) -> bool:
    """Whether the name at a row place does not hold the share at another place behind it."""
    words = context.words
    if is_source(words, at) or (words[0] == "by" and words[at - 1] == "of" and at <= COUNT_REACH):
        return True  # "according to the Gazette", "by the count of the Acme Trust"
    if at == 0 and words[1] in DASHES:
        return True  # "MONTREAL - An offer for 49 %"
    return _only_tells(context, at, place) or _gives_or_gets(context, at)


def _only_tells(context: Context, at: int, place: int) -> bool:
    """Whether a name that is no side of the deal says something, and nothing of itself."""
    words = context.words
    verb = at + 1 + (words[at + 1] in AUXILIARIES)
    if words[verb] not in speech().say and words[verb] not in figure_words("announces"):
        return False
    if not SPEAKERS.isdisjoint(words[verb + 1 : place]):
        return False
    return words[at] == PERSON or not is_side(context, context.name_at(at))


def _gives_or_gets(context: Context, at: int) -> bool:
    """Whether a name hangs on "from" or "to" and no clause of its own follows it.

    "With Acme, the investor from Bern, for 66 %" an agreement is made; the investor does not hold.
    """
    words = context.words
    closes = next((last for last, first in context.inserted.items() if first == at + 1), None)
    if words[at + 1] in HOLDS and (closes is None or words[closes + 1] != "for"):
        return False
    for before in range(at - 1, max(at - 2 - DESCRIBED, -1), -1):
        if words[before] in PREPOSITIONS:
            return True
        if words[before] in NAMES or not words[before].replace("-", "").isalpha():
            return False
    return False


def described_by(context: Context, at: int) -> str | None:
    """Who "the company behind Acme" at a row place is: who it is told of, else as printed."""
    words = context.words
    first = at - 3
    if first < 0 or words[at - 1] != "behind" or words[first] not in ARTICLES:
        return None
    if first > 1 and words[first - 1] == "," and words[first - 2] in NAMES:
        return context.name_at(first - 2)
    row = context.scene.row
    return context.scene.article.text[row.starts[first] : row.ends[at]]
