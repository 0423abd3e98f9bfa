"""Who holds, takes up or gives up which post at which organisation.

Leaves alone: unnamed office holders, bylines, and persons whose post the words do not give.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.employers import employer
from dealfacts.extractor.founders import founders, holders, leads
from dealfacts.extractor.handovers import handovers
from dealfacts.extractor.pronoun_posts import pronoun_posts
from dealfacts.extractor.tokens import ORGANISATION, PERSON
from dealfacts.lexicon import moves
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.roles import is_post
from dealfacts.lexicon.speech import speech
from dealfacts.model.values import Person
from dealfacts.model.vocabulary import Change, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context
    from dealfacts.extractor.mention import Title
    from dealfacts.extractor.posts import Post

ATTRIBUTES = ("person_role",)
NEEDS = frozenset[str]()

ADVISERS = frozenset({"adviser", "attorney", "lawyer", "counsel", "legal adviser"})
ADVISES = re.compile(
    r"\b(?:is|are|was|were|acted|acts|acting|served|serves|serving)[ \n](?:as[ \n])?(?!the\b|an?\b)"
)
TITLE_SCORE, MOVE_SCORE = 85, 70
REACH = 12
POST_WORDS = 3
STOPS = frozenset(";:—–•.")
CLAUSE_ENDS = STOPS | {",", "while"}
ENDS = STOPS | {",", "with", "and", "after", "but"}
DETERMINERS = frozenset({"a", "an", "the", "'s", "his", "her"})
# "run it as an Acme unit", "joins him", "join the board": the verb has another object
OBJECTS = frozenset({"it", "them", "him", "her", "board"})
WITHIN = frozenset({"in", "within", "at"})
# "the head of", "in the lead," are nouns
NOT_VERBS = frozenset({("of",), ("in",), (",",), (".",)})


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
    told = ((post, False) for post in (*context.posts, *handovers(context)))
    for post, by_pronoun in (*told, *((post, True) for post in pronoun_posts(context))):
        if not is_post(post.title.head) or _advises(context, post):
            continue
        name = context.story.reading.long_form(post.person)
        end, field = _field(context, post.title)
        organisation = field or (
            context.story.reading.long_form(post.organisation)
            if post.organisation is not None
            else employer(context, name, post.title)
        )
        shown = post.title if by_pronoun else post.person
        yield _draft(
            name,
            " ".join(text[post.title.start : end].split()),
            organisation,
            (shown.start, shown.end),
            TITLE_SCORE if post.organisation else TITLE_SCORE - 15,
            "the title stands beside the name",
            modality=post.modality,
            change=post.change,
        )


def _advises(context: Context, post: Post) -> bool:
    """Whether a firm of advisers reads like a person: "Example Brock is legal counsel."."""
    text = context.scene.article.text
    return (
        post.title.head in ADVISERS
        and post.person.end < post.title.start
        and bool(ADVISES.search(text, post.person.end, post.title.start))
    )


def _field(context: Context, title: Title) -> tuple[int, str | None]:
    """Where a title ends before a company of the article that looks like its field, and which.

    "Managing director of Unity" reads like one of marketing; the article knows Unity as a firm.
    """
    text = context.scene.article.text
    role, _, field = text[title.start : title.end].partition(" of ")
    known = context.story.reading.names.forms.get(field) if field[:1].isupper() else None
    return (title.start + len(role), known) if known else (title.end, None)


def _object(context: Context, place: int) -> tuple[str | None, int]:
    """The organisation that the verb at a row place leads to, and where it stands."""
    words = context.scene.row.words
    for at in range(place + 1, min(place + REACH, len(words))):
        if words[at] == ORGANISATION:
            return context.name_at(at), at
        if words[at] == "its" or words[at] in speech().unit:
            return subjects.owner_of_its(context), at
        if words[at] in OBJECTS or words[at] in CLAUSE_ENDS or words[at] == PERSON:
            break
    return None, place


def _by_verb(context: Context) -> Iterator[Draft]:
    """Founders and leads of units, whom a verb names."""
    row = context.scene.row
    for found, reason in (
        *((each, "a verb of founding") for each in founders(context)),
        *((each, "leads a unit") for each in leads(context)),
        *((each, "a verb of holding a post") for each in holders(context)),
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


def _moves(context: Context) -> Iterator[Draft]:
    """Posts without a title: "will join Acme", "hired Jane Roe to lead its new unit"."""
    row = context.scene.row
    if PERSON not in row.vocabulary or row.vocabulary.isdisjoint(moves.moving()):
        return
    words = row.words
    joining = moves.joining()
    # "will join Acme as chief executive" is told by the title
    titled = {p.person.start: p.title.start for p in context.posts if p.change is Change.JOINS}
    person: str | None = None
    since = 0
    for place, word in enumerate(words):
        follows = words[place + 1 : place + 2]
        if word == PERSON and row.index[place] >= 0:
            person, since = context.name_at(place), place
            if follows == ("'s",) and not moves.post_nouns().isdisjoint(
                words[place + 2 : place + 3]
            ):
                yield from _noun(context, person, place + 2)
        elif person is None or word in STOPS or place - since > 2 * REACH:
            person = None if word in STOPS else person
        elif "board" in words[place + 2 : place + 6] or (
            word == "join" and not joining.keys().isdisjoint(words[place + 3 : place + 5])
        ):
            continue
        elif not moves.staying()["words"].isdisjoint(words[max(place - 2, 0) : place]):
            continue  # "will continue to lead" takes nobody anywhere
        elif word in joining and follows not in NOT_VERBS and _is_ahead(words[since:place]):
            organisation, last = _object(context, place)
            if organisation is not None and titled.get(row.starts[since], 0) < row.starts[place]:
                yield _draft(
            person, joining[word], organisation,
                    (row.starts[place], row.ends[last]), MOVE_SCORE,
                    f"the verb {word!r} takes the person to {organisation}",
                    modality=_ahead(words[since:place]),
                    change=Change.JOINS,
                )  # fmt: skip
        elif word in moves.post_nouns() and not WITHIN.isdisjoint(follows):
            yield from _noun(context, person, place)
        elif word in moves.leaving():
            yield from _leaving(context, person, place)


def _is_ahead(words: tuple[str, ...]) -> bool:
    """Whether the verb behind these words is still to come: "will", "to", within four words."""
    return not kind_words("future").isdisjoint(words[-4:])


def _ahead(words: tuple[str, ...]) -> Modality:
    return Modality.EXPECTED if kind_words("will").intersection(words) else Modality.ACTUAL


def _noun(context: Context, person: str, place: int) -> Iterator[Draft]:
    organisation, last = _object(context, place)
    if organisation is None:
        return
    row = context.scene.row
    text = context.scene.article.text
    first = place
    while first and place - first < POST_WORDS and row.words[first - 1] not in DETERMINERS:
        first -= 1
    if row.words[first - 1 : first] == ("'s",) or first == 0 or place - first == POST_WORDS:
        first = place
    yield _draft(
            person, text[row.starts[first] : row.ends[place]], organisation,
        (row.starts[first], row.ends[last]), MOVE_SCORE, "a post without a title",
        modality=_ahead(row.words[:place]), change=Change.JOINS,
    )  # fmt: skip


def _leaving(context: Context, person: str, place: int) -> Iterator[Draft]:
    row = context.scene.row
    last = place
    while (
        last + 1 < len(row.words) and row.words[last + 1] not in ENDS and last - place < REACH // 2
    ):
        last += 1
    if last == place:
        return
    span = (row.starts[place], row.ends[last])
    yield _draft(
            person, context.scene.article.text[span[0] : span[1]],
        context.story.employers.get(person) or context.parties.target, span, MOVE_SCORE,
        "a verb of giving up a post", change=Change.LEAVES,
    )  # fmt: skip


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every named person with a post."""
    yield from _titles(context)
    yield from _by_verb(context)
    yield from _moves(context)
