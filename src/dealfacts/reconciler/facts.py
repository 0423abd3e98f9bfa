"""From the claims of one deal to items: the questions that two claims may answer differently.

An item is an attribute of a subject in a period. Modality and stage never split an item, a basis
only where it names a part of a sum. What asks no question is set aside with the reason.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.values import Money, Person, Seat, Text, Undisclosed
from dealfacts.reconciler import currencies, periods
from dealfacts.reconciler.gathering import gathered
from dealfacts.reconciler.policy import PARTS, Answers, answers
from dealfacts.reconciler.posts import NOWHERE, firms, post, tops
from dealfacts.reconciler.sentences import one_per_sentence
from dealfacts.reconciler.stances import printed
from dealfacts.reconciler.subjects import OFFER, SIDES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.currencies import Exchange, Guest
    from dealfacts.reconciler.subjects import Subjects


class Left(NamedTuple):
    """A claim that answers no question, and why."""

    claim: Claim
    reason: str


class Item(NamedTuple):
    """One question with every claim that answers it.

    `assumed` are the ids of claims placed in the period without stating it; `lenient` sums in
    another than the deal's main currency, which may be conversions; `mark` tells entries of a list
    apart; `guests` are sums in other currencies that are conversions of one of the claims; `aside`
    are further figures of sentences that give several.
    """

    deal: str | None
    attribute: str
    subject: str
    period: str | None
    claims: tuple[Claim, ...]
    assumed: frozenset[str] = frozenset()
    lenient: bool = False
    notes: tuple[str, ...] = ()
    mark: str | None = None
    guests: tuple[Guest, ...] = ()
    aside: tuple[Left, ...] = ()


def items(
    deal: str | None,
    claims: Sequence[Claim],
    subjects: Subjects,
    shared: Mapping[str, str],
    exchange: Exchange,
) -> tuple[tuple[Item, ...], tuple[Left, ...]]:
    """The items of one deal, by attribute, subject and period, and what is left over.

    `shared` maps claims to the post that they give to different names: no name is their subject.
    """
    left: list[Left] = []
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    dayless: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    employers = firms(claims, subjects)
    bosses = tops(claims, subjects, employers)
    for claim in claims:
        reason = _no_question(claim)
        if reason:
            left.append(Left(claim, reason))
            continue
        subject = shared.get(claim.id) or _subject(claim, subjects, employers, bosses)
        if _is_dayless(claim):
            dayless[claim.attribute, subject, printed(claim.value)].append(claim)
        else:
            groups[claim.attribute, subject].append(claim)
    found = [
        Item(deal, attribute, subject, None, tuple(group), mark=mark)
        for (attribute, subject, mark), group in sorted(dayless.items())
    ]
    for (attribute, subject), group in sorted(gathered(groups).items()):
        for at, share in enumerate(currencies.split(group, exchange)):
            # Sums in a further currency answer the same question, and are a fact of their own.
            mark = currencies.code_of(share) if at else None
            waiting = list(share.guests)
            for placed in periods.place(share.claims):
                kept, double = one_per_sentence(placed.claims)
                # A conversion joins the period of the sum that it is a conversion of.
                guests = tuple(guest for guest in waiting if guest.fits(placed.claims))
                waiting = [guest for guest in waiting if guest not in guests]
                item = Item(deal, attribute, subject, placed.period, kept, placed.assumed)
                found.append(
                    item._replace(
                        lenient=share.lenient,
                        notes=share.notes,
                        mark=mark,
                        guests=guests,
                        aside=tuple(Left(claim, reason) for claim, reason in double),
                    )
                )
    return tuple(found), tuple(left)


def _no_question(claim: Claim) -> str:
    if isinstance(claim.value, Undisclosed):
        return "undisclosed: it conflicts with nothing"
    if answers(claim.attribute) is Answers.NONE:
        return "states a figure of no attribute that is compared"
    if isinstance(claim.value, Person) and not claim.value.name:
        return "the person is not named"
    if isinstance(claim.value, Seat) and not claim.value.holder:
        return "the holder of the seat is not named"
    if isinstance(claim.value, Text) and claim.attribute not in {"unit_name", "quote"}:
        return "words without a figure"
    return ""


def _is_dayless(claim: Claim) -> bool:
    """A market price changes by the minute; without its day it is set against no other one."""
    if claim.attribute != "share_price" or claim.period or not isinstance(claim.value, Money):
        return False
    return not (claim.subject.startswith(OFFER) or SIDES in claim.subject)


def _subject(
    claim: Claim, subjects: Subjects, employers: Mapping[str, str], bosses: Mapping[str, str]
) -> str:
    """The subject that all answers to this claim's question share."""
    match claim.value:
        case Person(name=name):
            whose = employers.get(claim.id, NOWHERE)
            held = bosses.get(claim.id) or post(claim)
            return f"{subjects.person(name or '')}: {held} of {whose}"
        case Seat(holder=holder, board=board):
            where = subjects.organisation(board) if board else NOWHERE
            return f"{subjects.person(holder or '')} on the board of {where}"
        case _:
            subject = subjects.of(claim)
            part = PARTS.get(claim.basis)
            return f"{subject}: {part}" if part else subject
