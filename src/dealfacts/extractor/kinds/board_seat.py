"""Who keeps, takes or gives up a seat on which board.

Leaves alone: boards that decide, recommend or are written to, chairmen of a board (a post), boards
that nobody named joins or leaves, and everything else that is called a board.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.board_places import board_at, is_elsewhere, on_board
from dealfacts.extractor.board_rights import filled_board, rights
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.own_sides import is_one
from dealfacts.extractor.tokens import ORGANISATION, PERSON
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.moves import boards
from dealfacts.model.values import Seat
from dealfacts.model.vocabulary import Change, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("board_seat",)
NEEDS = frozenset({"board", "seat"})

# How far before its verb the holder of a seat is named.
HOLDER_REACH = 60

SCORE = 80
# In tokens: from the board, a seat or a member back to its verb, and to a refusal.
REACH, NEAR, MEMBER, REFUSAL = 9, 5, 3, 8
ADDRESSES = frozenset({"mr", "mrs", "ms", "dr", "prof", "sir", "."})
# What stands behind a name of a list between commas, in tokens.
APPOSITION = 14
OF = frozenset({("of",), ("from",)})
# "was on the board", "served on the board"; not "has served"
WAS = frozenset({"was", "were", "sat", "served"})
PERFECT = frozenset({("has",), ("have",)})
SO_DOES = "so does another one"
SO = frozenset({"do", "does", "did", "will"})
ARE = frozenset({"are", "were", "be", "become", "became", "remain", "as", "among"})


class Move(NamedTuple):
    """A verb or noun that leads to a board: its row place, where it begins, what it does."""

    place: int
    first: int
    change: Change | None


def _move(words: tuple[str, ...], at: int) -> Move | None:
    """What leads to the board whose phrase begins behind the row place `at`."""
    if at < 0:
        return None
    known = boards()
    word = words[at]
    if word in known["join"]:
        return Move(at, at, Change.JOINS)
    if word in known["leave"]:
        return Move(at, at, Change.LEAVES)
    if word not in known["links"]:
        return None
    low = max(at - REACH, 0)
    for place in range(at - 1, low - 1, -1):
        if words[place] in known["seat"] and word != "to" and at - place <= 2:  # noqa: PLR2004
            # "advises the independent members of the board": nobody is told to be one
            is_told = words[place] != "members" or not ARE.isdisjoint(
                words[max(place - MEMBER, 0) : place]
            )
            return _seated(words, place) if is_told else None
        if words[place] in known["appoint"] and word in {"to", "onto", "as"}:
            return Move(place, place, Change.JOINS)
        if words[place] in known["resign"] and word in {"from", "off"} and at - place <= NEAR:
            return Move(place, place, Change.LEAVES)
        if words[place] in {",", ";", ":", "."} and PERSON not in words[place:at]:
            return None
    return None


def _seated(words: tuple[str, ...], seat: int) -> Move:
    """A seat with the verb before it: "will keep his seat", "serves"."""
    known = boards()
    for place in range(seat, max(seat - NEAR, -1), -1):
        word = words[place]
        if word in {",", ";", ":", PERSON, ORGANISATION}:
            break
        for name, change in (
            ("remain", Change.REMAINS), ("lose", Change.LEAVES), ("gain", Change.JOINS)
        ):  # fmt: skip
            if word in known[name]:
                return Move(seat, place, change)
    first = seat - 1 if words[seat - 1 : seat] == ("a",) else seat
    return Move(seat, first, None)


def _joined(between: tuple[str, ...]) -> bool:
    """Whether two persons form a list: "Jane Roe, partner at Acme, and Dr. John Doe"."""
    while between and between[-1] in ADDRESSES:
        between = between[:-1]
    if between[:1] in OF and between[1:2] == (ORGANISATION,):
        between = between[2:]  # "Jane Roe of Acme and John Doe"
    if between in {(",",), ("and",), (",", "and")}:
        return True
    return len(between) <= APPOSITION and between[:1] == (",",) and between[-2:] == (",", "and")


def _holders(context: Context, move: Move, board: int) -> list[str]:
    """Who moves: the persons between the verb and the board, else those before the verb."""
    words = context.scene.row.words
    people = [at for at in range(move.place, board) if words[at] == PERSON]
    if not people:
        opening = max(move.first - HOLDER_REACH, 0)
        people = [at for at in range(opening, move.first) if words[at] == PERSON]
        group = people[-1:]
        while len(group) < len(people) and _joined(words[people[-len(group) - 1] + 1 : group[0]]):
            group.insert(0, people[-len(group) - 1])
        people = group
    if not people and {"he", "she", "who"}.intersection(
        words[max(move.first - HOLDER_REACH, 0) : move.first]
    ):
        previous = context.previous
        return [previous.people[-1].name] if previous and previous.people else []
    return [context.name_at(at) for at in people]


def _modality(words: tuple[str, ...], first: int) -> Modality:
    """Whether the move is refused, still to come, or a fact."""
    before = words[max(first - REFUSAL, 0) : first]
    if not kind_words("refusal").isdisjoint(before) or words[first - 1 : first] == ("no",):
        return Modality.DENIED
    if words[first] in WAS and before[-1:] not in PERFECT:
        return Modality.FORMER
    ahead = kind_words("will").intersection(before[-3:]) or words[first - 1 : first] == ("to",)
    return Modality.EXPECTED if ahead else Modality.ACTUAL


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every mention of a person's seat on a board."""
    row = context.scene.row
    words = row.words
    for place, word in enumerate(words):
        if word != "board":
            continue
        told = board_at(context, place)
        if is_elsewhere(context, told):
            continue
        first, last, board = told
        move = _move(words, first - 1)
        holders = _holders(context, move, first) if move is not None else []
        if move is None or not holders:
            for seat in on_board(context, told):
                whose = board or _other_side(context, seat.holder)
                put = Move(seat.first, seat.first, seat.change)
                span = (seat.first, seat.last)
                yield _draft(context, seat.holder, whose, span, put, "who is on the board")
            continue
        reason = f"the word {words[move.place]!r} leads to the board"
        for holder in holders:
            whose = board or _other_side(context, holder)
            yield _draft(context, holder, whose, (move.first, last), move, reason)
        for at in _so_do(words, last):
            whose = board or _other_side(context, context.name_at(at))
            yield _draft(context, context.name_at(at), whose, (at, at), move, SO_DOES)
    for right in rights(context):
        board = filled_board(context, right)
        if board is not None:
            move = Move(right.first, right.first, right.change)
            span = (right.first, right.last)
            yield _draft(context, right.holder, board, span, move, "a seat that a firm fills")
            for at in _so_do(words, right.last):
                yield _draft(context, context.name_at(at), board, (at, at), move, SO_DOES)


def _other_side(context: Context, holder: str) -> str | None:
    """Whose board it is where nobody says: the buyer's for a person of the target.

    "With the closing, Jane Roe of Beta took a seat on the board."
    """
    target, acquirer = context.parties.target, context.parties.acquirer
    firm = context.story.employers.get(holder)
    is_of_target = firm is not None and target is not None and is_one(firm, target)
    return acquirer if is_of_target and acquirer is not None else target


def _so_do(words: tuple[str, ...], last: int) -> Iterator[int]:
    """The persons behind "joins the board, and so do Jane Roe and John Doe"."""
    at = last + 1
    while words[at : at + 1] and words[at] in {",", "and", "himself", "herself"}:
        at += 1
    if words[at : at + 1] != ("so",) or not SO.intersection(words[at + 1 : at + 2]):
        return
    at += 2
    while words[at : at + 1] and words[at] in {PERSON, ",", "and"}:
        if words[at] == PERSON:
            yield at
        at += 1


def _draft(
    context: Context, holder: str, board: str | None, span: tuple[int, int], move: Move, reason: str
) -> Draft:
    """The draft for one seat; `span` has the row places of the first and last word of it."""
    row = context.scene.row
    return Draft(
        attribute="board_seat",
        subject=holder,
        start=row.starts[span[0]],
        end=row.ends[span[1]],
        value=Seat(holder=holder, board=board, change=move.change),
        score=SCORE,
        reasons=(reason,),
        modality=_modality(row.words, move.first),
        is_exclusive=False,
    )
