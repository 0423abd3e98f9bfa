"""Whose worth a sum is where it values neither side: another company, a thing, an opinion.

Answers with words for it or None; leaves alone what the words value without naming anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.own_sides import is_side
from dealfacts.extractor.proximity import last_before
from dealfacts.extractor.tokens import ORGANISATION
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.figure_words import figure_words
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.wordsets import either
from dealfacts.model.text import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.context import Context

# How far the verb of valuing, and who raises money, stand before the sum.
VALUED_REACH = 9
# "a stake, valued in all at"
VERB_REACH = 7
OF = frozenset({"for", "of", "in"})
# "Beta is said to be worth"
SAID = frozenset({"said", "thought", "estimated", "believed", "reckoned", "to", "be"})
# "which valued it at": the active verb, before its object
VALUES = frozenset({"values", "value", "valuing"})
RELATIVE = frozenset({"which", "that"})
# "Acme, now valued at", "Acme has a valuation of", "Acme's last round, which saw it valued at"
HAS = frozenset({"has", "had", "with", "boasts", "carries", "commands", "hit", "reached", "got"})
ROUNDS = frozenset({"round", "fundraising", "raise", "deal", "funding"})
NOW_VALUED = frozenset({(",", "now", "valued"), (",", "last", "valued")})
OWNED_REACH = 8
# "a unicorn is a company worth $1 billion or more", "startups worth more than $1 billion"
UNICORNS = frozenset({"unicorn", "unicorns", "decacorn", "decacorns"})
WORTH_IS = frozenset({"worth", "with", "valued"})
KINDS, KIND_REACH = frozenset({"one", "company", "companies", "startups", "start-ups", "firms"}), 8
MARKETS = frozenset({"market", "exchange", "bourse"})
# "an equity value of $9m for the whole of Acme"
WHOLE, VALUED_AT, WHOLE_REACH = frozenset({"whole", "entire"}), frozenset({"value", "worth"}), 5
# where the name of a row stands, behind its mark
ROW_OPENS = 1
# "puts the worth of Acme at", "Acme's valuation rose to"
WORTHS = frozenset({("worth",), ("value",), ("valuation",)})
WORTH_OF = frozenset({("worth", "of"), ("value", "of"), ("valuation", "of")})


def _object(context: Context, verb: int) -> str | None:
    """Whom "values" at a row place values: the name behind it, or who raised what "valued it"."""
    behind = context.words[verb + 1 : verb + 2]
    if behind == (ORGANISATION,):
        return context.name_at(verb + 1)
    if behind != ("it",):
        return None
    raised = last_before(context.organisations, verb)
    if raised is None or not figure_words("turn").isdisjoint(context.words[raised.place : verb]):
        return None
    at = raised.place
    if context.words[at - 1] == "by" and context.words[at - 2] in groups()["raise"]:
        return raised.name
    return subjects.owner(context, verb)


def is_by_deal(words: Sequence[str], place: int) -> bool:
    """Whether it is the deal or its price that values it: "in a deal that values it at"."""
    near = range(max(place - VALUED_REACH, 2), place)
    verb = next((at for at in near if words[at] in VALUES and words[at - 1] in RELATIVE), 0)
    dealt = either(groups()["deal_word"], groups()["price_noun"])
    return bool(verb) and words[verb - 2] in dealt and words[verb + 1] != ORGANISATION


def is_of_whole(words: Sequence[str], place: int) -> bool:
    """Whether it is what all of the company is worth: "gives the whole business a value of"."""
    near = words[max(place - VALUED_REACH, 0) : place + WHOLE_REACH]
    return not (VALUED_AT.isdisjoint(near) or WHOLE.isdisjoint(near))


def is_of_company(words: Sequence[str], verb: int) -> bool:
    """Whether "valued" or "worth" at a row place is said of a company by its deal.

    "The deal valued Acme at", "implies that Acme is worth", "makes it a company worth".
    """
    if words[verb] == "valued" and words[verb + 1] in {ORGANISATION, "it", "the"}:
        return True
    if tuple(words[verb - 2 : verb]) == (ORGANISATION, "'s"):
        return True
    at = verb - 1
    while at > 0 and words[at] in either(groups()["be"], SAID) - {"'s", "s"}:
        at -= 1
    is_named = words[at] == ORGANISATION and words[at - 1] not in figure_words("attaches")
    return is_named or words[at] in groups()["company_noun"]


def _outsider(context: Context, place: int) -> str | None:
    """Who is valued, where the words name a company that is no side: "Beta, which is valued at"."""
    words = context.words
    near = range(max(place - VALUED_REACH, 0), place)
    verbs = VALUES | kind_words("valued")
    at = max((n for n in near if words[n] in verbs), default=0)
    if not at or context.parties.target is None:
        return None
    verb = at
    if is_by_deal(words, place):
        return None
    whose = _object(context, verb)
    if whose is not None:
        return None if is_side(context, whose) else whose
    while at and words[at - 1] in either(kind_words("before_valued"), SAID):
        # "Acme, a rival, is valued at": what is inserted is passed over
        at = context.inserted.get(at - 1, at - 1)
    valued = last_before(context.organisations, at)
    if valued is None or valued.place < at - 1 or is_side(context, valued.name):
        return None
    # "the payments Fintech is worth" is a name of the target itself
    is_apart = valued.place == 0 or not RELATIVE.isdisjoint(words[at:verb])
    is_apart = is_apart or words[valued.place - 1] in kind_words("competitors")
    return valued.name if is_apart else None


def _owned_by(context: Context, place: int) -> str | None:
    """Who has it that is no side: "Beta has a valuation of", "Beta, valued last year at"."""
    words = context.words
    if context.parties.target is None:
        return None
    named = last_before(context.organisations, place)
    if named is None and context.words[:OWNED_REACH].count("it"):
        return _told_before(context, place)
    if named is None or is_side(context, named.name):
        return None
    behind = words[named.place + 1 : place]
    is_his = behind[:1] in {("'s",), ("'",)} and "which" in behind[:OWNED_REACH]
    is_his = is_his and not ROUNDS.isdisjoint(behind)
    is_his = is_his or words[named.place - 2 : named.place] in WORTH_OF
    is_his = is_his or (behind[:1] in {("'s",), ("'",)} and behind[1:2] in WORTHS)
    is_his = is_his or (behind[:2] == (",", "which") and not ROUNDS.isdisjoint(behind))
    has = bool(behind) and behind[0] in HAS and "valuation" in behind
    valued = behind[:2] == (",", "valued") or behind[:3] in NOW_VALUED
    return named.name if is_his or has or valued else None


def _told_before(context: Context, place: int) -> str | None:
    """Whom "it has a valuation of" means, where the sentence before names others alone."""
    words, before = context.words, context.previous
    at = words.index("it")
    if before is None or words[at + 1 : at + 2] == () or words[at + 1] not in HAS:
        return None
    if "valuation" not in words[at:place] or not before.organisations:
        return None
    if any(is_side(context, each.name) for each in before.organisations):
        return None
    return before.organisations[0].name


def _thing(context: Context, place: int) -> str | None:
    """What is valued where it is no company: "land valued at", "a holding that would be worth"."""
    words = context.words
    near = range(place - 1, max(place - VERB_REACH, 0), -1)
    at = next((n for n in near if words[n] in kind_words("valued")), 0) - 1
    while at > 0 and words[at] in kind_words("before_worth"):
        at -= 1
    things = kind_words("no_company")
    if words[at - 1 : at + 1] == ("share", "capital"):
        return None
    if at > 1 and words[at] not in things and words[at - 1] in OF:
        at -= 2  # "the market for drones", "the fund's stake in Acme"
    return words[at] if at >= 0 and words[at] in things else None


def _person(context: Context, place: int) -> str | None:
    """Who is worth it, where that is a person: "Jane Roe is worth $3bn"."""
    words = context.words
    if words[place - 1] != "worth":
        return None
    at = place - 2
    while at > 0 and words[at] in kind_words("before_worth") - RELATIVE:
        at -= 1
    opening = context.inserted.get(at + 1)
    at = at if opening is None else opening - 1  # "Jane Roe, a founder of Acme, is worth"
    return next((each.name for each in context.people if each.place == at), None)


def _is_of_competitor(context: Context, place: int) -> bool:
    """Whether it is a rival that raised money at the sum: "competitor Beta raised $9m at"."""
    words = context.words
    before = words[max(place - VALUED_REACH, 0) : place]
    if groups()["raise"].isdisjoint(before):
        return False
    named = last_before(context.organisations, place)
    if named is not None and is_side(context, named.name):
        return False
    verb = next(at for at in range(place - 1, -1, -1) if words[at] in groups()["raise"])
    if named is not None and named.place == verb - 1 and context.own_names:
        return True  # "Beta raised the money at $9m, which Acme had turned down"
    acts = words[max(verb - VALUED_REACH, 0) : verb]
    return not kind_words("competitors").isdisjoint(acts)


def is_kind_of_company(words: Sequence[str], place: int) -> bool:
    """Whether it says what a unicorn is: "startups worth more than $1 billion are unicorns"."""
    if UNICORNS.isdisjoint(words[max(place - 2 * KIND_REACH, 0) : place + KIND_REACH]):
        return False
    near = range(place - 1, max(place - KIND_REACH, 0), -1)
    worth = next((at for at in near if words[at] in WORTH_IS), 0)
    return worth > 0 and words[worth - 1] in KINDS


def is_market_worth(words: Sequence[str], place: int) -> bool:
    """Whether it is the stock market that gives the worth: "on the exchange it is now worth"."""
    return not MARKETS.isdisjoint(words[max(place - 2 * VALUED_REACH, 0) : place])


def is_of_row(context: Context) -> bool:
    """Whether a row of a list tells of another company: "• Beta was valued at $9bn"."""
    first = context.organisations[:1]
    if context.scene.sentence.part is not Part.BULLET or not first or context.own_names:
        return False
    return first[0].place <= ROW_OPENS and context.words[first[0].place + 1] != ":"


def others(context: Context, place: int) -> str | None:
    """What the sum is where it values neither side: another company, a thing, an opinion."""
    outsider = _outsider(context, place) or _owned_by(context, place)
    if outsider is not None:
        return f"valuation of {outsider}"
    person = _person(context, place)
    if person is not None:
        return f"fortune of {person}"
    thing = _thing(context, place)
    if thing is not None:
        return f"value of the {thing}"
    if is_of_row(context):
        return f"valuation of {context.organisations[0].name}"
    if _is_of_competitor(context, place):
        return "valuation of a competitor"
    is_guess = not figure_words("estimators").isdisjoint(context.words[:place])
    return "an analyst's estimate" if is_guess else None
