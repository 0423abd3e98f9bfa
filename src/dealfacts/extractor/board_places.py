"""Whose board a sentence speaks of, and who is on it without a seat: "is on the board of Acme".

Refuses a verb without a name or "who" right before it, and what a board has: "the board's plan".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor import subjects
from dealfacts.extractor.described import company_nouns
from dealfacts.extractor.people_listed import joint, listed
from dealfacts.extractor.tokens import NAMES, ORGANISATION, PERSON
from dealfacts.lexicon.moves import boards
from dealfacts.model.vocabulary import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

# "its supervisory board": what stands between the verb and the board; a mangled "Acme?s board" too
# fmt: off
INNER = frozenset((
    "the", "its", "their", "a", "'s", "company", "firm", "supervisory", "combined", "new", "'",
    "?", "s", "�", "advisory", "management", "group", "plc", "enlarged", "merged", "joint", "main",
))
# fmt: on
DIRECTORS = ("of", "directors")
OWN = frozenset({("'s",), ("'",)})
# In tokens: from the link to "represents", and how long an apposition before the verb is.
REACH, APPOSITION = 6, 16
ADVERBS = frozenset({"also", "still", "now", "already", "currently", "back", "again", "both"})
# what may stand before "be" and "remain"
AUXILIARIES = ADVERBS | {"will", "would", "to", "has", "had", "have", "is", "are", "set", "due"}
AUXILIARIES |= {"expected", "not", "may", "must", "cannot", "no", "longer"}
OF, PRONOUNS = frozenset({"of", "from", "at"}), frozenset({"he", "she"})
# "Joining the board are Jane Roe and", "the board will include"
ARE = ADVERBS | {"is", "are", "will", "be", "to"}


class Board(NamedTuple):
    """The row places of the words for a board, first and last, and whose it is if told."""

    first: int
    last: int
    whose: str | None


class OnBoard(NamedTuple):
    """Who is on a board, the row places of the evidence, and what becomes of the seat."""

    holder: str
    first: int
    last: int
    change: Change | None


def board_at(context: Context, place: int) -> Board:
    """The phrase around the word "board" at a row place."""
    words = context.scene.row.words
    last = place + 2 if words[place + 1 : place + 3] == DIRECTORS else place
    first, whose = place, None
    while first and (words[first - 1] in INNER or words[first - 1] == ORGANISATION):
        first -= 1
        if words[first] == ORGANISATION:
            if whose is not None:
                break
            whose = context.name_at(first)
    if whose is None and words[last + 1 : last + 2] in {("of",), ("at",)}:
        for at in range(last + 2, min(last + 6, len(words))):
            if words[at] == ORGANISATION:
                return Board(first, at, context.name_at(at))
            if not words[at].isalpha():
                break
    if whose is None and not {"its", "their"}.isdisjoint(words[first:place]):
        whose = subjects.owner_of_its(context)
    return Board(first, last, whose)


def is_elsewhere(context: Context, board: Board) -> bool:
    """Whether a board is that of something without a name: "on the board of a local museum"."""
    words, at = context.words, board.last + 1
    if board.whose is not None or words[at : at + 1] not in {("of",), ("at",)}:
        return False
    near = range(at + 2, min(at + REACH, len(words)))
    is_told = words[at + 1 : at + 2] in {("the",), ("its",)}
    return not (is_told and any(words[each] in company_nouns() for each in near))


def on_board(context: Context, board: Board) -> Iterator[OnBoard]:
    """Whom the words beside a board put on it without a seat."""
    words = context.words
    link = board.first - 1
    # "will stay on board": on no board at all
    is_aboard = words[board.first] == "board" and words[link] == "on"
    if words[board.last + 1 : board.last + 2] in OWN or is_aboard:
        return
    if link > 0 and words[link] in boards()["links"]:
        found = list(_stays(context, link, board)) or list(_represents(context, link, board))
        if found:
            yield from found
            return
    yield from _named_behind(context, board)


def _stays(context: Context, link: int, board: Board) -> Iterator[OnBoard]:
    """As in: Jane Roe, a partner at Acme, will be on the board; Jane Roe returns to the board."""
    words, known = context.words, boards()
    at = _without(words, link - 1, ADVERBS)
    to = words[link] in {"to", "onto"}
    changes = {"return": Change.JOINS} if to else {"be": None, "stay": Change.REMAINS}
    kind = next((each for each in changes if words[at] in known[each]), None)
    if kind is not None:
        opens = _without(words, at - 1, AUXILIARIES)
        change = Change.LEAVES if "longer" in words[opens:link] else changes[kind]
        for holder in _subjects(context, opens):
            yield OnBoard(holder, at, board.last, change)


def _represents(context: Context, link: int, board: Board) -> Iterator[OnBoard]:
    """As in: Jane Roe will represent Acme on the board; Acme is represented on it by Jane Roe."""
    words = context.words
    near = range(link - 1, max(link - REACH, 0), -1)
    at = next((each for each in near if words[each] in boards()["represent"]), None)
    if at is None:
        return
    if words[at] != "represented" or words[at - 1] == "has":
        for holder in _subjects(context, _without(words, at - 1, AUXILIARIES)):
            yield OnBoard(holder, at, board.last, None)
        return
    behind = board.last + 1
    if words[behind : behind + 1] == ("by",):
        for place in listed(words, behind + 1):
            yield OnBoard(context.name_at(place), at, place, None)
        return
    for holder in _subjects(context, _without(words, at - 1, AUXILIARIES | boards()["be"])):
        yield OnBoard(holder, at, board.last, None)


def _named_behind(context: Context, board: Board) -> Iterator[OnBoard]:
    """As in: joining the board of Acme are Jane Roe and John Doe; its board will include Jane."""
    words = context.words
    at = behind = board.last + 1
    while words[at : at + 1] and words[at] in ARE:
        at += 1
    before = words[board.first - 1] if board.first else ""
    if words[at : at + 1] and words[at] in boards()["include"] and before not in boards()["links"]:
        for place in listed(words, at + 1 + (words[at + 1 : at + 2] == ("of",))):
            yield OnBoard(context.name_at(place), at, place, None)
    elif before in {"joining", "on"} and at > behind and words[at : at + 1] == (PERSON,):
        change = Change.JOINS if before == "joining" else None
        for place in listed(words, at):
            yield OnBoard(context.name_at(place), place, place, change)


def _without(words: tuple[str, ...], at: int, skipped: frozenset[str]) -> int:
    """The last row place up to `at` whose word is none of those."""
    while at > 0 and words[at] in skipped:
        at -= 1
    return at


def _subjects(context: Context, at: int) -> list[str]:
    """Who is the subject of the verb right behind a row place; a firm sits by who it sends."""
    words = context.words
    if words[at] in PRONOUNS:
        named = [each for each in context.people if each.place < at]
        told = named or (context.previous.people if context.previous is not None else ())
        return [told[-1].name] if told else []
    if words[at] == "who":
        at -= 1 + (words[at - 1] == ",")
    elif words[at] == ",":
        opens = range(at - 1, max(at - APPOSITION, 0), -1)
        at = next((n - 1 for n in opens if words[n] == "," and words[n - 1] in NAMES), 0)
    if words[at] == ORGANISATION and words[at - 1] in OF and words[at - 2] == PERSON:
        at -= 2
    if words[at] == PERSON:
        return [context.name_at(each) for each in joint(words, at)][::-1]
    is_subject = words[at] == ORGANISATION and words[at - 1] not in OF
    return [f"a representative of {context.name_at(at)}"] if is_subject else []
