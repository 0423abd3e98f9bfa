"""Seats on a board that a firm gets or fills: "gets two board seats", "three members from Acme".

Refuses boards that only sit, decide or travel, and seats that nobody is said to get.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.extractor.described import UNION
from dealfacts.extractor.own_sides import is_one
from dealfacts.extractor.tokens import COUNT, ORGANISATION, PERSON
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.moves import boards
from dealfacts.model.vocabulary import Change

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
    *("keep", "keeps", "kept", "retain", "retains", "retained"),
}
CHANGES = {"gain": Change.JOINS, "remain": Change.REMAINS}
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
NEW = frozenset({"new"})
# How many sentences back a text may speak of the merged company.
BACK = 5


class Right(NamedTuple):
    """Who sits on or fills the board: the holder in words, the row places of the evidence.

    `firm` is who fills the seat, where it is a firm; `change` is what a person does with it.
    """

    holder: str
    first: int
    last: int
    firm: str | None = None
    change: Change | None = None


def rights(context: Context) -> Iterator[Right]:
    """Every seat of the sentence that belongs to a firm, or to a person by a board seat."""
    words = context.words
    for place in context.scene.row.places(frozenset({"board"})):
        if words[place + 1 : place + 2] and words[place + 1] in SEATS:
            # "gets two of the five board seats"
            of_more = words[max(place - 3, 0) : place - 1] == ("of", "the")
            yield from _seat(context, place - 4 if of_more else place - 1, place + 1)
    if "board" not in context.vocabulary:
        yield from _of_board_before(context)
        return
    for place in context.scene.row.places(NUMBERS):
        # "two of the five seats on the board"
        seat = place + 1 + 3 * (words[place + 1 : place + 3] == ("of", "the"))
        is_seat = not SEATS.isdisjoint(words[seat : seat + 1])
        if is_seat and "board" in words[seat + 1 : seat + 1 + NEAR]:
            # "gets two seats on the board"; a person's seat is told by its verb
            at = words.index("board", seat + 1)
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
    gets = words[count - 1] if count else ""
    if words[count] not in NUMBERS or gets not in GETS:
        return
    change = next((each for verb, each in CHANGES.items() if gets in boards()[verb]), None)
    for at in range(count - 1, max(count - REACH, -1), -1):
        if words[at] in STOPS or words[at] in PRONOUNS:
            return
        if words[at] == "it":
            # "Acme has put $9m into Beta, and it has a seat": Acme has
            told = context.organisations[0] if context.organisations else None
            if told is not None and told.place < at:
                holder = _many(context, count, told.place)
                yield Right(holder, count, last, told.name)
            return
        if words[at] == PERSON:
            yield Right(context.name_at(at), count, last, change=change)
            return
        if words[at] == ORGANISATION:
            near = range(at, max(at - REACH, -1), -1)
            before = next((n for n in near if words[n] == PERSON), None)
            if before is not None and (words[before + 1] in FROM | {","} or words[at - 1] == "for"):
                yield Right(context.name_at(before), count, last, change=change)
            else:
                yield Right(_many(context, count, at), count, last, context.name_at(at))
            return


def _filled(context: Context, place: int) -> Right | None:
    """As in: three representatives from Acme; four will be proposed by Acme; name two directors."""
    words = context.words
    member = next(
        (at for at in range(place, place + NEAR) if words[at : at + 1] and words[at] in MEMBERS),
        None,
    )
    if member is None and _counts_members(context, place):
        member = place
    if member is not None:
        of = ("from",), ("of",) if words[member] in SENT else ("from",)
        is_theirs = words[member + 1 : member + 2] in of
        if is_theirs and words[member + 2 : member + 3] == (ORGANISATION,):
            return Right(
                _many(context, place, member + 2), place, member + 2, context.name_at(member + 2)
            )
        if is_theirs:
            return None
    if words[place + 1 : place + 2] == ("from",) and words[place + 2 : place + 3] == (
        ORGANISATION,
    ):
        is_second = not MEMBERS.isdisjoint(words[max(place - REACH, 0) : place])
        firm = context.name_at(place + 2)
        return (
            Right(_many(context, place, place + 2), place, place + 2, firm) if is_second else None
        )
    near = range(place + 1, min(place + NEAR, len(words) - 2))
    filled = next((at for at in near if words[at] in FILLED and words[at + 1] == "by"), None)
    if filled is not None and words[filled + 2] == ORGANISATION:
        holder = _many(context, place, filled + 2, "members proposed by")
        return Right(holder, place, filled + 2, context.name_at(filled + 2))
    if member is not None and words[place - 1] in FILLS:
        owners = [named for named in context.organisations if named.place < place - 1]
        if owners and place - owners[-1].place < REACH:
            holder = _many(context, place, owners[-1].place, "directors named by")
            return Right(holder, place, member, owners[-1].name)
    return None


def _counts_members(context: Context, place: int) -> bool:
    """Whether a count is one of members: "nominate [two members] of the board"."""
    row = context.scene.row
    printed = context.scene.article.text[row.starts[place] : row.ends[place]].split()
    return row.words[place] == COUNT and printed[-1] in MEMBERS


def _many(context: Context, place: int, firm: int, sits: str = "representatives of") -> str:
    """Who sits for the firm at a row place: "two representatives of Acme"."""
    row, text = context.scene.row, context.scene.article.text
    name = text[row.starts[firm] : row.ends[firm]]
    if row.words[place] in ONE:
        return f"a {sits.replace('s ', ' ', 1)} {name}"
    count = text[row.starts[place] : row.ends[place]].split()[0].lower()
    return f"{count} {sits} {name}"


def filled_board(context: Context, right: Right) -> str | None:
    """Whose board it is that a firm fills: the merged company's, else that of the other side."""
    target, acquirer = context.parties.target, context.parties.acquirer
    number = context.scene.number
    near = context.story.contexts[max(number - BACK, 0) : number + 1]
    if any(_speaks_of_both(each) for each in near):
        return UNION
    is_own = right.firm is not None and target is not None and is_one(right.firm, target)
    # "three from Acme and two from Beta" sit together on the board of what is bought
    is_shared = any(each.name == acquirer for each in context.organisations)
    return acquirer if is_own and not is_shared else target


def _speaks_of_both(context: Context) -> bool:
    """Whether a sentence speaks of the company that two are to make: "the new company will"."""
    words = context.words
    news = context.scene.row.places(NEW)
    is_new = any(words[at + 1 : at + 2] == ("company",) for at in news)
    return is_new or not kind_words("of_both").isdisjoint(context.vocabulary)
