"""Who keeps, takes or gives up a seat on which board.

Leaves alone: boards that decide or recommend something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import subjects
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.tokens import ORGANISATION
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.speech import speech
from dealfacts.model.values import Seat
from dealfacts.model.vocabulary import Change, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

ATTRIBUTES = ("board_seat",)

SCORE = 80
REACH = 9


def _board(context: Context, place: int) -> tuple[str | None, int]:
    """Whose board stands at a row place, and the last place of the phrase."""
    row = context.scene.row
    words = row.words
    for at in range(place - 1, max(place - 4, -1), -1):
        if words[at] == ORGANISATION:
            last = place + 2 if words[place + 1 : place + 3] == ("of", "directors") else place
            return context.name_at(at), last
    for at in range(place + 1, min(place + 6, len(words))):
        if words[at] == ORGANISATION:
            return context.name_at(at), at
        if words[at] in {",", ";", "."}:
            break
    return None, place


def _change(words: tuple[str, ...]) -> Change | None:
    known = speech()
    for word in reversed(words):
        if word in known.remain:
            return Change.REMAINS
        if word in known.leave:
            return Change.LEAVES
        if word in known.join:
            return Change.JOINS
    return None


def propose(context: Context) -> Iterator[Draft]:
    """Drafts for every mention of a person's seat on a board."""
    row = context.scene.row
    words = row.words
    for place, word in enumerate(words):
        if word != "board":
            continue
        near = words[max(place - REACH, 0) : place]
        seats = [i for i, w in enumerate(near, max(place - REACH, 0)) if w in kind_words("seat")]
        if not seats:
            continue
        board, last = _board(context, place)
        holder = subjects.person_before(context, row.starts[place])
        if board is None or holder is None:
            continue
        first = seats[0]
        known = speech()
        while first and (words[first - 1] in known.remain | {"a", "to", "the"}):
            first -= 1
        denied = not kind_words("refusal").isdisjoint(words[max(place - 2 * REACH, 0) : place])
        yield Draft(
            attribute="board_seat",
            subject=holder,
            start=row.starts[first],
            end=row.ends[last],
            value=Seat(holder=holder, board=board, change=_change(near)),
            score=SCORE,
            reasons=("a seat word stands before the board",),
            modality=Modality.DENIED if denied else Modality.ACTUAL,
            is_exclusive=False,
        )
