"""Seats on a board that a firm gets or fills: "gets two board seats", "three members from Acme".

Refuses boards that only sit, decide or travel, and seats that nobody is said to get.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.tokens import COUNT, ORGANISATION, PERSON
from dealfacts.lexicon.moves import boards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

SEATS = frozenset({"seat", "seats", "place", "places", "spot", "spots"})
MEMBERS = frozenset({"representatives", "representative", "members", "member", "directors"}) | {
    "director",
    "nominees",
    "non-executives",
    "executives",
    "seats",
}
ONE = frozenset({"a", "an", "one"})
NUMBERS = ONE | {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", COUNT}
# Who gets a seat, or may fill one.
GETS = frozenset({"get", "gets", "got", "gain", "gains", "gained", "take", "takes", "took"}) | {
    *("hold", "holds", "have", "has", "receive", "receives", "secure", "secures", "secured"),
    *("win", "wins", "won", "given", "offered", "with", "and", "to"),
}
FILLS = frozenset({"nominate", "nominates", "appoint", "appoints", "name", "propose", "proposes"})
# "Of whom four will be proposed by Acme", "three representatives from Acme"
FILLED = frozenset({"proposed", "nominated", "appointed", "named", "chosen"})
FROM = frozenset({"from", "of"})
# "A director of Acme" works there; a representative of Acme sits for it.
SENT = frozenset({"representative", "representatives", "nominees", "executives"})
# "Acme said he would get a seat": the seat is his
PRONOUNS = frozenset({"he", "she", "who"})
STOPS = frozenset(";:—–•.")
REACH, NEAR, FAR = 12, 4, 24


class Right(NamedTuple):
    """Who sits on or fills the board: the holder in words, and the row places of the evidence."""

    holder: str
    first: int
    last: int


def rights(context: Context) -> Iterator[Right]:
    """Every seat of the sentence that belongs to a firm, or to a person by a board seat."""
    words = context.words
    for place in context.scene.row.places(frozenset({"board"})):
        if words[place + 1 : place + 2] and words[place + 1] in SEATS:
            yield from _seat(context, place - 1, place + 1)
    if "board" not in context.vocabulary:
        yield from _of_board_before(context)
        return
    for place in context.scene.row.places(NUMBERS):
        is_seat = not SEATS.isdisjoint(words[place + 1 : place + 2])
        if is_seat and "board" in words[place + 2 : place + 2 + NEAR]:
            # "gets two seats on the board"; a person's seat is told by its verb
            at = words.index("board", place + 2)
            yield from (right for right in _seat(context, place, at) if " of " in right.holder)
            continue
        found = _filled(context, place)
        if found is not None:
            yield found


def _of_board_before(context: Context) -> Iterator[Right]:
    """As in: the new board has eleven members. Jane Roe takes a seat."""
    words, previous = context.words, context.previous
    if previous is None or "board" not in previous.vocabulary:
        return
    for place in context.scene.row.places(frozenset({"seat"})):
        if words[place - 1] in ONE and words[place - 2] in boards()["gain"]:
            at = next((n for n in range(place - 3, -1, -1) if words[n] in {PERSON, *STOPS}), None)
            if at is not None and words[at] == PERSON:
                yield Right(context.name_at(at), place - 2, place)


def _seat(context: Context, count: int, last: int) -> Iterator[Right]:
    """As in: gets two board seats; Jane Roe of Acme will take a board seat."""
    words = context.words
    if count < 1 or words[count] not in NUMBERS or words[count - 1] not in GETS:
        return
    for at in range(count - 1, max(count - REACH, -1), -1):
        if words[at] in STOPS or words[at] in PRONOUNS:
            return
        if words[at] == PERSON:
            yield Right(context.name_at(at), count, last)
            return
        if words[at] == ORGANISATION:
            near = range(at, max(at - REACH, -1), -1)
            before = next((n for n in near if words[n] == PERSON), None)
            if before is not None and words[before + 1] in FROM | {","}:
                yield Right(context.name_at(before), count, last)
            else:
                yield Right(_many(context, count, at), count, last)
            return


def _filled(context: Context, place: int) -> Right | None:
    """As in: three representatives from Acme; four will be proposed by Acme; name two directors."""
    words = context.words
    member = next(
        (at for at in range(place, place + NEAR) if words[at : at + 1] and words[at] in MEMBERS),
        None,
    )
    if member is not None:
        of = ("from",), ("of",) if words[member] in SENT else ("from",)
        is_theirs = words[member + 1 : member + 2] in of
        if is_theirs and words[member + 2 : member + 3] == (ORGANISATION,):
            return Right(_many(context, place, member + 2), place, member + 2)
        if is_theirs:
            return None
    if words[place + 1 : place + 2] == ("from",) and words[place + 2 : place + 3] == (
        ORGANISATION,
    ):
        is_second = not MEMBERS.isdisjoint(words[max(place - REACH, 0) : place])
        return Right(_many(context, place, place + 2), place, place + 2) if is_second else None
    near = range(place + 1, min(place + NEAR, len(words) - 2))
    filled = next((at for at in near if words[at] in FILLED and words[at + 1] == "by"), None)
    if filled is not None and words[filled + 2] == ORGANISATION:
        return Right(_many(context, place, filled + 2, "members proposed by"), place, filled + 2)
    if member is not None and words[place - 1] in FILLS:
        owners = [named for named in context.organisations if named.place < place - 1]
        if owners and place - owners[-1].place < REACH:
            return Right(
                _many(context, place, owners[-1].place, "directors named by"), place, member
            )
    return None


def _many(context: Context, place: int, firm: int, sits: str = "representatives of") -> str:
    """Who sits for the firm at a row place: "two representatives of Acme"."""
    row, text = context.scene.row, context.scene.article.text
    name = text[row.starts[firm] : row.ends[firm]]
    if row.words[place] in ONE:
        return f"a {sits.replace('s ', ' ', 1)} {name}"
    count = text[row.starts[place] : row.ends[place]].split()[0].lower()
    return f"{count} {sits} {name}"
