"""Who founded a company and who leads a unit, told by a verb instead of a title.

Refuses founders that are companies, and "set up" where it may mean arranged.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor import subjects
from dealfacts.extractor.begun import BEGUN, is_begun
from dealfacts.extractor.described import determiner
from dealfacts.extractor.people_listed import (
    before_aside,
    described,
    explained,
    joint,
    listed,
    partners,
)
from dealfacts.extractor.tokens import COUNT, ORGANISATION, PERSON
from dealfacts.lexicon.cues import groups
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.speech import speech
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

# In tokens: from the verb to "by", and to the company.
BY, REACH = 6, 12
BEFORE_MADE = 2
DEGREES = frozenset({"ph", "d", "phd", "ph.d", "m.d", "m", "md", "mba", "jr", "sr", "."})
BEFORE_VERB = DEGREES | {"who", ",", "had", "has", "helped", "to", "which", COUNT}
# "Roe Jewels, founded in 1837": a firm may be called like a person.
PASSIVE = frozenset({("in",), ("on",), ("@",), ("back",), ("around",), ("as",)})
SET_UP = frozenset({"set"})
# "Acme is the brainchild of Jane Roe": what somebody made
MADE = frozenset({"brainchild", "creation"})
# "started work", "started as a clerk": no company
NOT_STARTED = frozenset(
    {(word,) for word in ("work", "working", "out", "as", "at", "to", "with", "by", "there")}
)
PRONOUNS, RELATIVES = frozenset({"he", "she"}), frozenset({("that",), ("which",)})
OWN = frozenset({("'s",), ("'",)})
CHAIRED = frozenset({"chaired"})
LED = frozenset({"led", "headed", "run", "overseen"})
STOPS = frozenset(";:—–•.")
CLAUSE = STOPS | {"and", ",", "with", "while", "after", "when", "once", "if"}


class Founding(NamedTuple):
    """A person by row place, the role that the verb says, the company, and the evidence."""

    place: int
    role: str
    company: str | None
    first: int
    modality: Modality = Modality.ACTUAL


@cache
def _founding() -> frozenset[str]:
    return kind_words("founding") | SET_UP | BEGUN


def founders(context: Context) -> Iterator[Founding]:
    """Founders: "Acme was founded by Jane Roe and John Doe", "Jane Roe, who co-founded Acme"."""
    words = context.words
    for place in context.scene.row.places(_founding()):
        word = words[place]
        if words[place - 1] in PRONOUNS and words[place - 2 : place - 1] in RELATIVES:
            # Doe in "Doe sold his 6 % of the firm that he started with Roe".
            who = context.people[0].place if context.people else place
            if words[place - 3] in kind_words("aged_company") and who < place:
                yield Founding(who, "founder", context.parties.target, who)
            continue
        up = word == "set" and words[place + 1 : place + 2] == ("up",)
        begun = word in BEGUN and is_begun(words, place)
        if word not in kind_words("founding") and not up and not begun:
            continue
        role = "co-founder" if word.startswith("co") else "founder"
        near = range(place + 1, min(place + BY, len(words)))
        by = next((at for at in near if words[at] == "by"), None)
        if by is not None:
            namesake = words[place - 2 : place] == (PERSON, "was")  # "Roe was founded by Jane Roe"
            company = _printed(context, place - 2) if namesake else None
            company = company or _founded_by(context, place) or context.parties.target
            for at in listed(words, described(words, by + 1)):
                if words[at + 1 : at + 2] in OWN:
                    break  # "founded by Jane Roe's grandfather"
                yield Founding(at, role, company, at)
            continue
        if _is_other_start(words, place):
            continue
        at = place - 1
        while at >= 0 and words[at] in BEFORE_VERB:
            at -= 1
        is_noun = at >= 0 and words[at] in kind_words("aged_person") and words[at + 1] == "who"
        # "Jane Roe, the entrepreneur who founded Acme"
        at = explained(words, at) if is_noun else before_aside(words, at)
        told = (
            not up or words[place - 1] == "who" or words[place + 2 : place + 3] == (ORGANISATION,)
        )
        is_beside = words[place - 1] == PERSON
        told = told and (is_beside or words[place + 1 : place + 2] not in PASSIVE)
        if at >= 0 and words[at] == PERSON and told:
            for who in (
                *joint(words, at),
                *partners(words, place, kind_words("aged_company") | groups()["company_noun"]),
            ):
                yield Founding(who, role, _founded(context, place, at), who)
    yield from _makers(context)


def _founded_by(context: Context, place: int) -> str | None:
    """What the verb at a row place is said of: "Acme, founded by", "the group founded by"."""
    noun = place - 1
    if context.words[noun] in groups()["company_noun"] and determiner(context.words, noun):
        return subjects.meant(context, noun)
    return subjects.subject_before(context, place)


def _is_other_start(words: tuple[str, ...], place: int) -> bool:
    """Whether no firm is started: "started work at Acme", "started a petition against Acme"."""
    behind = words[place + 1 : place + 1 + BY]
    if words[place] != "started":
        return behind[:1] == ("that",)  # "established that Acme owed"
    if behind[:1] == ("a",):
        return (kind_words("aged_company") | groups()["company_noun"]).isdisjoint(behind)
    return behind[:1] in NOT_STARTED


def _makers(context: Context) -> Iterator[Founding]:
    """As in: Acme is the brainchild of Jane Roe and John Doe."""
    words = context.words
    for place in context.scene.row.places(MADE):
        is_told = words[place - 2 : place] in {("is", "the"), ("was", "the"), (",", "the")}
        if place > BEFORE_MADE and is_told and words[place - 3] == ORGANISATION:
            for at in listed(words, place + 2) if words[place + 1 : place + 2] == ("of",) else ():
                yield Founding(at, "founder", context.name_at(place - 3), at)


def _printed(context: Context, place: int) -> str:
    """The words at a row place as printed: a firm called like the person who founded it."""
    row = context.scene.row
    return context.scene.article.text[row.starts[place] : row.ends[place]]


def _founded(context: Context, place: int, founder: int) -> str | None:
    """The company behind the verb, else the target: "who set up the firm"."""
    words = context.scene.row.words
    if words[founder - 1 : founder] in RELATIVES:
        return subjects.subject_before(context, founder)  # "Acme, the firm that Jane Roe founded"
    for at in range(place + 1, min(place + REACH, len(words))):
        if words[at] == ORGANISATION:
            return context.name_at(at)
        if words[at] in CLAUSE or words[at] == PERSON:
            break
    return context.parties.target


def leads(context: Context) -> Iterator[Founding]:
    """The lead of a unit or of the firm to be: "The new lab, led by Jane Roe"."""
    words = context.scene.row.words
    for place in context.scene.row.places(CHAIRED):
        if words[place + 1 : place + 3] == ("by", PERSON):
            firm = subjects.subject_before(context, place) or context.parties.target
            yield Founding(place + 2, "chairman", firm, place)
    for place in context.scene.row.places(LED):
        if place and words[place + 1 : place + 3] == ("by", PERSON):
            if _has_post(context, place + 2):
                continue
            if _is_to_be(context, place):
                yield Founding(place + 2, "head", None, place, Modality.INCOMING)
                continue
            before = words[place - 1] if words[place - 1] != "," else words[place - 2]
            if before in speech().unit:
                owner = subjects.subject_before(context, place) or context.parties.acquirer
                yield Founding(place + 2, "head", owner, place)


def _has_post(context: Context, place: int) -> bool:
    """Whether the person at a row place has a title beside the name: "led by Jane Roe, head of"."""
    start = context.scene.row.starts[place]
    return any(post.person.start == start for post in context.posts)


def _is_to_be(context: Context, place: int) -> bool:
    """Whether "led by" at a row place tells of a firm to come: "will be based here and led by"."""
    words = context.words
    if not groups()["round_noun"].isdisjoint(context.vocabulary):
        return False
    if words[place + 3 : place + 4] == ("as",):
        return False  # "led by Jane Roe as chief executive": the title tells it
    before = words[max(place - REACH, 0) : place]
    if "be" not in before or (kind_words("will").isdisjoint(before) and "to" not in before):
        return False
    if words[0] == "it" and len(before) == place:
        return place < BY  # "It will be led by": the firm that the sentence before is about
    return not kind_words("firm_to_be").isdisjoint(before)
