"""How old a person or company is.

Leaves alone: the age at which somebody did something ("a billionaire at 24"), spans of time,
ages of buildings and goods, and ranges of ages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.proximity import between, last_before
from dealfacts.extractor.tokens import COUNT, NAMES, PERSON
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.model.values import Count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context, Figure

ATTRIBUTES = ("age",)
NEEDS = frozenset({COUNT})
SCORE = 90
# How far the bearer stands; how far it stands behind "28-year-old"; words before an age.
REACH, NEAR, CUE = 8, 5, 4
# A name, a comma, an age.
APPOSED = 2
EQUATES = frozenset({"is", "was", "turns", "turned", "be", "turn"})
AUXILIARIES = EQUATES | {"will", "to", "has", "now"}
# How long an apposition is: "Jane Roe, a father of two, is 54".
APPOSITION = 12
PAIR = 2
# How long somebody without a name is: "a retired drama student, 28,".
UNNAMED, ARTICLES = 5, frozenset({"a", "an"})


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every age of a named bearer."""
    for figure in context.figures:
        value = figure.mention.value
        if figure.sign != COUNT or not isinstance(value, Count) or value.unit != "years old":
            continue
        is_other = _is_at_age(context, figure.place) or _is_behind_place(context, figure.place)
        bearer = None if is_other else _bearer(context, figure)
        if bearer is not None:
            yield Draft(
                attribute="age",
                subject=bearer,
                start=figure.mention.start,
                end=figure.mention.end,
                value=value,
                score=SCORE,
                reasons=("an age beside a name",),
                hedge=figure.mention.hedge,
            )


def _is_at_age(context: Context, place: int) -> bool:
    """Whether the age is that of a past event or one end of a range: "at the age of 24"."""
    before = context.words[max(place - CUE, 0) : place]
    if "between" in before:
        return True
    return "at" in before and "age" in before and "died" not in context.words


def _is_behind_place(context: Context, place: int) -> bool:
    """Whether a number stands behind a capital that is no name: "Mill Street, 54,"."""
    row = context.scene.row
    if place < APPOSED or row.words[place - 1] not in {",", "("}:
        return False
    word = context.scene.article.text[row.starts[place - 2] : row.ends[place - 2]]
    return word[:1].isupper() and row.index[place - 2] < 0


def _bearer(context: Context, figure: Figure) -> str | None:
    """The name behind "28-year-old", before ", 28,", or the person last named."""
    words, place = context.words, figure.place
    text = context.scene.article.text[figure.mention.start : figure.mention.end]
    if not text[-1].isdigit() and text.endswith("old") and "-" in text:
        is_named = not _is_compatriot(context, place + 1)
        told = (is_named and _name_behind(context, place)) or _name_explained(context, place)
        if told is not None:
            return told
        noun = words[place + 1 : place + 2]
        if not kind_words("compatriots").isdisjoint(noun) or _is_compatriot(context, place + 1):
            return subjects.person_before(context, context.scene.row.starts[place])
        if kind_words("aged_company").isdisjoint(noun) and kind_words("aged_person").isdisjoint(
            noun
        ):
            return None
        if not kind_words("aged_company").isdisjoint(noun):
            if words[max(place - 2, 0) : place] == ("for", "the"):
                return context.parties.target  # "850p a share for the 200-year-old brewer"
            return subjects.owner(context, place) or context.parties.target
    elif words[place - 1] in EQUATES:
        return _equated(context, place)
    elif (pair := _paired(context, place)) is not None:
        return pair
    elif words[place - 1] in {",", "("} and _is_unnamed(context, place):
        return None
    near = between(context.names, place - REACH, place + REACH)
    people = [named for named in near if named.sign == PERSON]
    if not people and text.endswith("old") and words[place + 1] in kind_words("aged_person"):
        return subjects.person_before(context, context.scene.row.starts[place])
    ranked = sorted(people or near, key=lambda n: (abs(n.place - place), n.place < place))
    if ranked:
        return ranked[0].name
    return subjects.person_before(context, context.scene.row.starts[place])


def _paired(context: Context, place: int) -> str | None:
    """Whose age one of two is: "Jane Roe and John Doe, 54 and 48,"."""
    words = context.words
    is_first = words[place + 1 : place + 3] == ("and", COUNT) and words[place - 1] == ","
    is_second = words[max(place - 3, 0) : place] == (",", COUNT, "and")
    people = [each for each in context.people if each.place < place]
    if not (is_first or is_second) or len(people) < PAIR:
        return None
    return people[-2].name if is_first else people[-1].name


def _equated(context: Context, place: int) -> str | None:
    """Who "is 58": the name right before, a person before ", who is", else whom the text is on."""
    words, at = context.words, place - 2
    while at > 0 and words[at] in AUXILIARIES:
        at -= 1
    if words[at] == ",":
        opens = range(at - 1, max(at - APPOSITION, 0), -1)
        who = next((n - 1 for n in opens if words[n] == "," and words[n - 1] == PERSON), None)
        who = at - 1 if words[at - 1] == PERSON else who  # "The founder, Jane Roe, is 54"
        return None if who is None else context.name_at(who)
    if at >= 0 and words[at] in NAMES and context.scene.row.index[at] >= 0:
        return context.name_at(at)
    told = last_before(context.people, place)
    if told is not None:
        return told.name
    is_company = words[at] not in {"who", "he", "she"} and not _is_bare(context, place)
    named = last_before(context.organisations, place) if is_company else None
    if named is not None:
        return named.name
    return subjects.person_before(context, context.scene.row.starts[place])


def _is_bare(context: Context, place: int) -> bool:
    """Whether an age is a number alone, as only people have it: "is 58"."""
    row = context.scene.row
    return context.scene.article.text[row.starts[place] : row.ends[place]].isdigit()


def _is_unnamed(context: Context, place: int) -> bool:
    """Whether the age stands behind somebody without a name: "a student, 28,"."""
    before = context.words[max(place - UNNAMED, 0) : place - 1]
    opens = max((at for at, word in enumerate(before) if word in ARTICLES), default=-1)
    if before[-1:] and before[-1] in kind_words("aged_person") and "the" in before[:1]:
        return False  # "The mining magnate, 62,": whom the text has named
    return opens >= 0 and NAMES.isdisjoint(before[opens:]) and "," not in before[opens:]


def _is_compatriot(context: Context, place: int) -> bool:
    """Whether the word at a row place was taken for a name: "the 56-year-old Frenchwoman"."""
    row = context.scene.row
    if place >= len(row.words) or row.index[place] < 0:
        return False
    text = context.scene.article.text[row.starts[place] : row.ends[place]].lower()
    return text in kind_words("compatriots")


def _name_behind(context: Context, place: int) -> str | None:
    """The name in the noun phrase that an age opens; a person before the firm they run."""
    words = context.words
    found: str | None = None
    for at in range(place + 1, min(place + 1 + NEAR, len(words))):
        if words[at] in NAMES and context.scene.row.index[at] >= 0:
            if words[at] == PERSON:
                return context.name_at(at)
            # "The 54-year-old engineer founded Acme": no firm is an engineer
            is_object = at > place + CUE - 2 and words[place + 1] in kind_words("aged_person")
            found = found or (None if is_object else context.name_at(at))
        if words[at] in kind_words("phrase_breaks"):
            break
    return found


def _name_explained(context: Context, place: int) -> str | None:
    """The name before ", the 90-year-old ..."."""
    words = context.words
    if words[max(place - 2, 0) : place] not in {(",", "the"), (",", "a")} or place < CUE - 1:
        return None
    at = place - 3
    return context.name_at(at) if words[at] in NAMES and context.scene.row.index[at] >= 0 else None
