"""Who holds, takes up or gives up which post at which organisation.

Leaves alone: unnamed office holders, bylines, and persons whose post the words do not give.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.extractor.draft import Draft
from dealfacts.extractor.posts import posts
from dealfacts.extractor.tokens import ORGANISATION, PERSON
from dealfacts.lexicon import moves
from dealfacts.model.values import Person
from dealfacts.model.vocabulary import Change, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.mention import PersonName

ATTRIBUTES = ("person_role",)

TITLE_SCORE, MOVE_SCORE = 85, 70
FUTURE = frozenset({"will", "to", "would", "is", "expected", "set"})
REACH = 12
STOPS = frozenset(";:—–•.")
# "stepped down", against "stepping in as interim chief"
STEPS, DOWN = (
    frozenset({"step", "steps", "stepped", "stepping"}),
    {("down",), ("aside",), ("back",)},
)
# "take a key position in", "into a key leadership position within", "'s role within"
POST_NOUN = re.compile(r"(?:(?:a|an|the|'s|’s)\s+)?(?P<role>(?:[\w-]+\s+){0,2}[\w-]+)\Z")


def _draft(  # noqa: PLR0913  everything that a post is made of
    context: Context,
    person: PersonName,
    role: str,
    organisation: str | None,
    score: int,
    reason: str,
    *,
    modality: Modality = Modality.ACTUAL,
    change: Change | None = None,
) -> Draft:
    name = context.reading.long_form(person)
    return Draft(
        attribute="person_role",
        subject=name,
        start=person.start,
        end=person.end,
        value=Person(name=name, role=role, organisation=organisation, change=change),
        score=score,
        reasons=(reason,),
        modality=modality,
        is_exclusive=False,
    )


def _titles(context: Context) -> Iterator[Draft]:
    text = context.scene.article.text
    for post in posts(context.scene):
        name = context.reading.long_form(post.person)
        if post.organisation is not None:
            organisation = context.reading.long_form(post.organisation)
        else:
            organisation = context.employers.get(name) or context.organisation_before(
                post.title.start
            )
        yield _draft(
            context,
            post.person,
            " ".join(text[post.title.start : post.title.end].split()),
            organisation,
            TITLE_SCORE if post.organisation else TITLE_SCORE - 15,
            "the title stands beside the name",
            modality=post.modality,
            change=post.change,
        )


def _object(context: Context, place: int) -> str | None:
    """The organisation that the verb at a row place leads to: the next name, or "its"."""
    words = context.scene.row.words
    for at in range(place + 1, min(place + REACH, len(words))):
        if words[at] == ORGANISATION:
            return context.name_at(at)
        if words[at] in {"its", "the"} and words[at] == "its":
            first = [name for _, sign, name in context.names() if sign == ORGANISATION]
            return first[0] if first else context.parties.acquirer
        if words[at] in STOPS or words[at] == PERSON:
            break
    return None


def _moves(context: Context) -> Iterator[Draft]:
    """Posts without a title: "will join Acme", "hired Jane Roe to lead its new unit"."""
    row = context.scene.row
    words = row.words
    joining, leaving = moves.joining(), moves.leaving()
    person: PersonName | None = None
    since = 0
    for place, word in enumerate(words):
        if word == PERSON and row.index[place] >= 0:
            person, since = context.scene.people[row.index[place]], place
            if (
                place + 2 < len(words)
                and words[place + 1] == "'s"
                and words[place + 2] in moves.post_nouns()
            ):
                yield from _noun(context, person, place + 2)
            continue
        if person is None or word in STOPS or place - since > 2 * REACH:
            person = None if word in STOPS else person
            continue
        is_ahead = not FUTURE.isdisjoint(words[max(since, place - 5) : place])
        if word in joining and is_ahead:
            organisation = _object(context, place)
            if organisation is None:
                continue
            will = {"will", "would"} & set(words[since:place])
            yield _draft(
                context, person, joining[word], organisation, MOVE_SCORE,
                f"the verb {word!r} takes the person to {organisation}",
                modality=Modality.EXPECTED if will else Modality.ACTUAL,
                change=Change.JOINS,
            )  # fmt: skip
        elif (
            word in moves.post_nouns()
            and words[place + 1 : place + 2]
            and words[place + 1] in {"in", "within", "at"}
        ):
            yield from _noun(context, person, place)
        elif (
            word in leaving or (word in STEPS and words[place + 1 : place + 2] in DOWN)
        ) and words[place + 1 : place + 2] not in {("to",), ("for",)}:
            yield from _leaving(context, person, place)


def _noun(context: Context, person: PersonName, place: int) -> Iterator[Draft]:
    organisation = _object(context, place)
    if organisation is None:
        return
    row = context.scene.row
    text = context.scene.article.text
    before = text[context.scene.sentence.start : row.ends[place]]
    found = POST_NOUN.search(before[-60:])
    role = found["role"] if found else row.words[place]
    words = [
        w for w in role.split() if w.lower() not in {"a", "an", "the", "into", "take", "takes"}
    ]
    will = "will" in row.words[:place]
    yield _draft(
        context, person, " ".join(words[-3:]), organisation, MOVE_SCORE,
        "a post without a title",
        modality=Modality.EXPECTED if will else Modality.ACTUAL,
        change=Change.JOINS,
    )  # fmt: skip


def _leaving(context: Context, person: PersonName, place: int) -> Iterator[Draft]:
    row = context.scene.row
    last = place
    while last + 1 < len(row.words) and row.words[last + 1] not in STOPS | {
        ",",
        "with",
        "and",
        "after",
    }:
        last += 1
    role = context.scene.article.text[row.starts[place] : row.ends[min(last, place + 6)]]
    name = context.reading.long_form(person)
    yield _draft(
        context, person, role, context.employers.get(name) or context.parties.target, MOVE_SCORE,
        "a verb of leaving a post", change=Change.LEAVES,
    )  # fmt: skip


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every named person with a post."""
    yield from _titles(context)
    yield from _moves(context)
