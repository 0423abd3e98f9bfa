"""Names that the user has approved: a claim under another right name is taken for that one.

Names alone are replaced, before anything is compared; the evidence keeps the words of the article.
Refuses to guess: a name must stand in the list as it is printed, case and spaces apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.model.values import Organisation, Person, Quote, Seat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dealfacts.model.claims import Claim
    from dealfacts.model.values import Value

# Subjects are made of names: "Buyer / Target", "Holder in Company", "offer for Target",
# "Company: market price".
JOINTS = re.compile(r"( / | in |: |\boffer for )")


def names(aliases: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    """Every other name, folded, to the approved one."""
    return {_folded(other): name for name, others in aliases.items() for other in others}


def approved(claim: Claim, known: Mapping[str, str]) -> Claim:
    """The claim under approved names; itself where it holds no other."""
    changed: dict[str, object] = {}
    subject = _in_subject(claim.subject, known)
    if subject != claim.subject:
        changed["subject"] = subject
    parties = tuple(_name(side, known) for side in claim.parties)
    if parties != claim.parties:
        changed["parties"] = parties
    value = _in_value(claim.value, known)
    if value is not claim.value:
        changed["value"] = value
    return claim.model_copy(update=changed) if changed else claim


def _in_subject(subject: str, known: Mapping[str, str]) -> str:
    whole = known.get(_folded(subject))
    if whole is not None:
        return whole
    return "".join(known.get(_folded(part), part) for part in JOINTS.split(subject))


def _in_value(value: Value, known: Mapping[str, str]) -> Value:
    match value:
        case Person(name=name, organisation=firm):
            told = {"name": _name(name, known), "organisation": _name(firm, known)}
        case Organisation(name=name):
            told = {"name": _name(name, known)}
        case Quote(speaker=name):
            told = {"speaker": _name(name, known)}
        case Seat(holder=name, board=firm):
            told = {"holder": _name(name, known), "board": _name(firm, known)}
        case _:
            return value
    same = all(getattr(value, field) == name for field, name in told.items())
    return value if same else value.model_copy(update=told)


def _name(name: str | None, known: Mapping[str, str]) -> str | None:
    return known.get(_folded(name), name) if name else name


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
