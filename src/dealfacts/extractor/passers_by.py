"""Sums that somebody without a name paid, or that were paid for a thing without one.

"A tycoon paid $500m and lost interest"; "paid £150m for a skin cream". Far down in an article that
names its own two sides such a sentence is about others. Leaves alone groups that buy together, and
companies, parts and holdings told without their names ("$3bn for a maker of lamps").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words

if TYPE_CHECKING:
    from dealfacts.extractor.context import Context

# "bought shares of their own for $9m"
OWN_SHARES = frozenset(
    {("of", "their", "own"), ("of", "its", "own"), ("of", "his", "own"), ("of", "her", "own")}
)
# "the second billion-dollar deal of Acme": a kind of deal, and none
COUNTED = frozenset({"first", "second", "third", "fourth", "fifth"})
ANYBODY = frozenset({"each", "anyone", "anybody", "everyone", "everybody", "taxpayers"})
PARTS = frozenset({"parts", "parted", "parting", "part"})
ARTICLES = frozenset({"a", "an", "another"})
# "an offer of $9 a share": words of paying that are nouns as well
NOUNS = frozenset({"offer", "bid", "hand"})
# How far the verb of selling stands before "for".
OBJECT_REACH = 10
# Between the verb and its sum, before the verb, and behind "for".
VERB_REACH, SUBJECT_REACH, FOR_REACH, THING_REACH = 3, 3, 4, 6


def is_of_anybody(context: Context, place: int) -> bool:
    """Whether the sum at a row place is what anybody paid, or what anything cost."""
    parties = context.parties
    words = context.words
    if parties.asset is None and _is_thing_sold(words, place):
        return True
    if not COUNTED.isdisjoint(words[max(place - 1, 0) : place]):
        return True
    verb = _verb(words, place)
    if verb is None or parties.acquirer is None is parties.target:
        return False
    is_known = parties.acquirer is not None and parties.target is not None
    return _is_anybody(words, verb) or (is_known and _is_anything(words, place))


def _verb(words: tuple[str, ...], place: int) -> int | None:
    """The row place of the verb of paying right before a sum."""
    pays = groups()["pay"] - NOUNS
    return next(
        (at for at in range(place - 1, max(place - VERB_REACH, 0) - 1, -1) if words[at] in pays),
        None,
    )


def _is_thing_sold(words: tuple[str, ...], place: int) -> bool:
    """Whether what is sold or bought "for" the sum is no company: a house, cars, own shares."""
    if words[place - 1 : place] != ("for",):
        return False
    trades = groups()["sell"] | groups()["acquire"] | PARTS
    first = max(place - OBJECT_REACH, 0)
    verb = next((at for at in range(place - 2, first - 1, -1) if words[at] in trades), None)
    if verb is None:
        return False
    object_ = words[verb + 1 : place - 1]
    if object_[:1] == ("back",) or object_[-3:] in OWN_SHARES:
        return True
    subject = words[max(verb - SUBJECT_REACH - 1, 0) : verb]
    if all(word in figure_words("no_object") for word in object_):
        object_ = subject
    elif object_[:1] == ("to",):
        object_ = (*subject, *object_)  # "the biggest operator is being sold to a tycoon"
    known = figure_words("made", "company_like", "stands_for")
    return known.isdisjoint(object_) and groups()["stake_noun"].isdisjoint(object_)


def _is_anybody(words: tuple[str, ...], verb: int) -> bool:
    """Whether the subject is one without a name: "a tycoon paid", "another bank offered"."""
    first = max(verb - SUBJECT_REACH, 0)
    subject = words[first:verb]
    if not ANYBODY.isdisjoint(subject):
        return True
    at = next((n for n in range(len(subject) - 1, -1, -1) if subject[n] in ARTICLES), None)
    if at is None or at == len(subject) - 1:
        return False
    noun = subject[at + 1 :]
    return all(word.isalpha() for word in noun) and figure_words("buys_together").isdisjoint(noun)


def _is_anything(words: tuple[str, ...], place: int) -> bool:
    """Whether what is paid for is a thing, not a company or a part of one."""
    behind = words[place + 1 : place + 1 + FOR_REACH]
    at = next((n for n, word in enumerate(behind) if word == "for"), None)
    if at is None:
        return False
    first = place + 2 + at
    thing = words[first : first + THING_REACH]
    if thing[:1] and thing[0] not in ARTICLES:
        return False
    known = figure_words("made", "company_like") | groups()["stake_noun"]
    return known.isdisjoint(thing) and all(word not in "$%#" for word in thing)
