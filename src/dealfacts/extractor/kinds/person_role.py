"""Who holds, takes up or gives up which post at which organisation.

Leaves alone: unnamed office holders, bylines, and persons whose post the words do not give.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.extractor.draft import Draft
from dealfacts.extractor.employers import employer
from dealfacts.extractor.founders import founders, leads
from dealfacts.extractor.handovers import handovers
from dealfacts.extractor.leaders import leaders
from dealfacts.extractor.pronoun_posts import pronoun_posts
from dealfacts.extractor.second_posts import second_posts
from dealfacts.extractor.tokens import PERSON
from dealfacts.extractor.untitled_posts import moves_told
from dealfacts.extractor.verbs_of_office import holders
from dealfacts.lexicon.name_words import COMMON, GIVEN, flags
from dealfacts.lexicon.roles import forms, is_of_state, is_post, singular
from dealfacts.model.values import Person
from dealfacts.model.vocabulary import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.mention import Title
    from dealfacts.extractor.posts import Post
    from dealfacts.model.vocabulary import Change

ATTRIBUTES = ("person_role",)
NEEDS = frozenset[str]()

ADVISERS = frozenset({"adviser", "attorney", "lawyer", "counsel", "legal adviser"})
ADVISES = re.compile(
    r"\b(?:is|are|was|were|acted|acts|acting|served|serves|serving)[ \n](?:as[ \n])?(?!the\b|an?\b)"
)
# "Jane Roe of Acme acted as financial adviser" is no firm
OF_FIRM = re.compile(r"\b(?:of|from|at)[ \n](?:the[ ])?[A-Z]")
ADDRESSES = (". ", "Sir ", "Lord ", "Lady ", "Dame ", "Mr ", "Mrs ", "Ms ", "Sheikh ", "Prince ")
# "owner of 16% of Acme": a shareholder; "Professor Jane Roe": how she is addressed
PART, PROFESSOR = re.compile(r"[ \n]of[ \n](?:\w+[ \n]){0,2}\d[\d.,]*(?:[ ]?%|[ ]per)"), "Professor"
OWNER, OFFICES = "owner", frozenset({"secretary"})
# no part of a role: "then-chief executive", "new chief executive"
WHEN = re.compile(r"\A(?:then-|[Nn]ew[ ])")
# "Ex-Acme chief executive Jane Roe"
EX = "Ex-"
TITLE_SCORE, MOVE_SCORE = 85, 70


def _draft(  # noqa: PLR0913  everything that a post is made of
    name: str,
    role: str,
    organisation: str | None,
    span: tuple[int, int],
    score: int,
    reason: str,
    *,
    modality: Modality = Modality.ACTUAL,
    change: Change | None = None,
) -> Draft:
    return Draft(
        attribute="person_role",
        subject=name,
        start=span[0],
        end=span[1],
        value=Person(name=name, role=role, organisation=organisation, change=change),
        score=score,
        reasons=(reason,),
        modality=modality,
        is_exclusive=False,
    )


def _titles(context: Context) -> Iterator[Draft]:
    if not context.scene.titles and not (context.previous and context.previous.scene.titles):
        return
    text = context.scene.article.text
    told = ((post, False) for post in (*context.posts, *handovers(context), *second_posts(context)))
    for post, by_pronoun in (*told, *((post, True) for post in pronoun_posts(context))):
        works = is_post(post.title.head) or _works(context, post)
        if not works or _advises(context, post) or _is_firm(context, post):
            continue
        is_address = text[post.title.start : post.title.end] == PROFESSOR
        if PART.match(text, post.title.end) or (is_address and post.organisation is None):
            continue
        name = context.story.reading.long_form(post.person)
        if post.title.head == OWNER and name == context.parties.target:
            continue  # "Harrow King, the owner of 3,000 pubs": a company that reads like a person
        end, field = _field(context, post.title)
        organisation = field or (
            context.story.reading.long_form(post.organisation)
            if post.organisation is not None
            else employer(context, name, post.title)
        )
        modality = post.modality
        if organisation is not None and organisation.startswith(EX):
            organisation, modality = organisation.removeprefix(EX), Modality.FORMER
        shown = post.title if by_pronoun else post.person
        role = singular(" ".join(text[post.title.start : end].split())).replace(" & ", " and ")
        role = WHEN.sub("", role)
        if organisation is not None and _is_office(post, organisation):
            # "Economy Minister and Vice Chancellor": the field of the first of them alone
            is_next = post.title.start - post.organisation.end <= 1 if post.organisation else False
            role, organisation = f"{organisation} {role}" if is_next else role, None
        if organisation is not None and organisation.casefold() in forms():
            organisation = None  # "Partner and Head of Research at": a role is no firm
        yield _draft(
            name,
            role,
            organisation,
            (shown.start, shown.end),
            TITLE_SCORE if post.organisation else TITLE_SCORE - 15,
            "the title stands beside the name",
            modality=modality,
            change=post.change,
        )


def _is_office(post: Post, organisation: str) -> bool:
    """Whether what stands before a title is the field of a government: "Economy Minister"."""
    firm = post.organisation
    is_before = firm is not None and firm.end <= post.title.start
    is_public = is_of_state(post.title.head) or post.title.head in OFFICES
    is_next = firm is not None and post.title.start - firm.end <= 1
    # "Economy Minister", "Labour Minister and Vice Chancellor"; a union's secretary has a firm
    is_bare = " " not in organisation and (post.title.head == "minister" or not is_next)
    is_field = is_bare or bool(flags(organisation) & COMMON)
    return is_before and is_public and is_field


def _works(context: Context, post: Post) -> bool:
    """Whether an occupation is a post there: "Jane Roe, senior investor at Acme"."""
    firm = post.organisation
    if firm is None or firm.start < post.title.end:
        return False
    return context.scene.article.text[post.title.end : firm.start].split()[:1] == ["at"]


def _advises(context: Context, post: Post) -> bool:
    """Whether a firm of advisers reads like a person: "Example Brock is legal counsel."."""
    text = context.scene.article.text
    return (
        post.title.head in ADVISERS
        and post.person.end < post.title.start
        and bool(ADVISES.search(text, post.person.end, post.title.start))
        and OF_FIRM.search(text, post.person.end, post.title.start) is None
    )


def _is_firm(context: Context, post: Post) -> bool:
    """Whether an owner is a firm with the form of a person: "Example owner Roe", "Roe King"."""
    if post.title.head != "owner":
        return False
    text = context.scene.article.text
    name = context.story.reading.long_form(post.person).split()
    first = name[0]
    if text.endswith(ADDRESSES, 0, post.person.start):
        return False
    if len(name) == 1:
        return True  # "Example owner Norma"
    return not flags(first) & GIVEN


def _field(context: Context, title: Title) -> tuple[int, str | None]:
    """Where a title ends before a company of the article that looks like its field, and which.

    "Managing director of Unity" reads like one of marketing; the article knows Unity as a firm.
    """
    text = context.scene.article.text
    role, _, field = text[title.start : title.end].partition(" of ")
    known = context.story.reading.names.forms.get(field) if field[:1].isupper() else None
    return (title.start + len(role), known) if known else (title.end, None)


def _by_verb(context: Context) -> Iterator[Draft]:
    """Founders and leads of units, whom a verb names."""
    row = context.scene.row
    if PERSON not in row.vocabulary:
        return
    for found, reason in (
        *((each, "a verb of founding") for each in founders(context)),
        *((each, "leads a unit") for each in leads(context)),
        *((each, "a verb of holding a post") for each in holders(context)),
        *((each, "the words say who leads the firm") for each in leaders(context)),
    ):
        yield _draft(
            context.name_at(found.place),
            found.role,
            found.company,
            (row.starts[found.first], row.ends[found.place]),
            MOVE_SCORE,
            reason,
            modality=found.modality,
        )


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every named person with a post."""
    yield from _titles(context)
    yield from _by_verb(context)
    for move in moves_told(context):
        yield _draft(
            move.person,
            move.role,
            move.organisation,
            move.span,
            MOVE_SCORE,
            move.reason,
            modality=move.modality,
            change=move.change,
        )
