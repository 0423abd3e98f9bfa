"""Posts told without a title: "will join Acme", "hired Jane Roe to lead its new unit".

Refuses verbs with another object ("run it as an Acme unit"), nouns ("the head of"), who only stays,
and a "position" that is a company's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor import subjects
from dealfacts.extractor.tokens import ORGANISATION, PERSON
from dealfacts.lexicon import moves
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.speech import speech
from dealfacts.model.vocabulary import Change, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

REACH = 12
POST_WORDS = 3
STOPS = frozenset(";:—–•.")
CLAUSE_ENDS = STOPS | {",", "while"}
ENDS = STOPS | {",", "with", "and", "after", "but"}
DETERMINERS = frozenset({"a", "an", "the", "'s", "his", "her"})
# "run it as an Acme unit", "joins him", "join the board": the verb has another object
OBJECTS = frozenset({"it", "them", "him", "her", "board"})
# "Would run the enlarged group": a firm that is none of the two
TO_BE = frozenset({"enlarged", "combined", "merged"})
IS = frozenset({"is", "was", "will", "are"})
WITHIN = frozenset({"in", "within", "at"})
# "used to run", "will not run"
NOT_AHEAD = frozenset({"used", "not", "never"})
# "the head of", "in the lead," are nouns
NOT_VERBS = frozenset({("of",), ("in",), (",",), (".",)})


class Move(NamedTuple):
    """Who comes to, or gives up, which post; `span` is the evidence in the article."""

    person: str
    role: str
    organisation: str | None
    span: tuple[int, int]
    reason: str
    modality: Modality
    change: Change


def _object(context: Context, place: int) -> tuple[str | None, int]:
    """The organisation that the verb at a row place leads to, and where it stands."""
    words = context.scene.row.words
    for at in range(place + 1, min(place + REACH, len(words))):
        if words[at] == ORGANISATION:
            return context.name_at(at), at
        if words[at] in TO_BE:
            break
        if words[at] == "its" or words[at] in speech().unit:
            return subjects.owner_of_its(context), at
        if words[at] in OBJECTS or words[at] in CLAUSE_ENDS or words[at] == PERSON:
            break
    return None, place


def moves_told(context: Context) -> Iterator[Move]:
    """Every post that a verb or a noun of the sentence gives or takes, without a title."""
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
            if follows == ("'s",) and _is_post(words, place + 2):
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
                yield Move(
                    person,
                    joining[word],
                    organisation,
                    (row.starts[place], row.ends[last]),
                    f"the verb {word!r} takes the person to {organisation}",
                    _ahead(words[since:place]),
                    Change.JOINS,
                )
        elif (
            word in moves.post_nouns()
            and not WITHIN.isdisjoint(follows)
            and not _is_of_firm(words, since, place)
        ):
            yield from _noun(context, person, place)
        elif word in moves.leaving():
            yield from _leaving(context, person, place)


def _is_post(words: tuple[str, ...], place: int) -> bool:
    """Whether the noun at a row place is a post: not "Jane Roe's job is now to join the two"."""
    is_noun = not moves.post_nouns().isdisjoint(words[place : place + 1])
    return is_noun and IS.isdisjoint(words[place + 1 : place + 2])


def _is_of_firm(words: tuple[str, ...], since: int, place: int) -> bool:
    """Whether a "position" at a row place is that of a company: "strengthen Acme's position"."""
    owned = max((at for at in range(since, place) if words[at] == "'s"), default=0)
    return owned > since + 1 and place - owned <= POST_WORDS


def _is_ahead(words: tuple[str, ...]) -> bool:
    """Whether the verb behind these words is still to come: "will", "to", within four words."""
    near = words[-4:]
    return not kind_words("future").isdisjoint(near) and NOT_AHEAD.isdisjoint(near)


def _ahead(words: tuple[str, ...]) -> Modality:
    return Modality.EXPECTED if kind_words("will").intersection(words) else Modality.ACTUAL


def _noun(context: Context, person: str, place: int) -> Iterator[Move]:
    organisation, last = _object(context, place)
    row = context.scene.row
    # "her job is now to integrate Acme" is a task
    if organisation is None or row.words[place + 1 : place + 2] in {("is",), ("was",)}:
        return
    text = context.scene.article.text
    first = place
    while first and place - first < POST_WORDS and row.words[first - 1] not in DETERMINERS:
        first -= 1
    if row.words[first - 1 : first] == ("'s",) or first == 0 or place - first == POST_WORDS:
        first = place
    yield Move(
        person,
        text[row.starts[first] : row.ends[place]],
        organisation,
        (row.starts[first], row.ends[last]),
        "a post without a title",
        _ahead(row.words[:place]),
        Change.JOINS,
    )


def _leaving(context: Context, person: str, place: int) -> Iterator[Move]:
    row = context.scene.row
    last = place
    while (
        last + 1 < len(row.words) and row.words[last + 1] not in ENDS and last - place < REACH // 2
    ):
        last += 1
    if last == place:
        return
    span = (row.starts[place], row.ends[last])
    yield Move(
        person,
        context.scene.article.text[span[0] : span[1]],
        context.story.employers.get(person) or context.parties.target,
        span,
        "a verb of giving up a post",
        Modality.ACTUAL,
        Change.LEAVES,
    )
