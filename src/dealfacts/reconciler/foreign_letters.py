"""NAM003: a name in which letters of another script pass for Latin ones.

Such a name looks like the usual one and is another to every search, filter and list. It is compared
as what it looks like (see `name_parts.fold`), and told. Refuses words that are whole in their own
script: those are names of another alphabet.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from dealfacts.model.report import Finding, content_id
from dealfacts.model.values import Organisation, Person, Quote, Seat
from dealfacts.reconciler import wording
from dealfacts.reconciler.name_parts import foreign_letters
from dealfacts.reconciler.name_rules import NAME_RULES
from dealfacts.reconciler.subjects import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dealfacts.model.claims import Claim

RULE = next(rule for rule in NAME_RULES if rule.id == "NAM003")
ATTRIBUTE = "name_spelling"


def check(claims: Iterable[Claim], labels: Mapping[str, str]) -> Iterator[Finding]:
    """One warning for each such name of a deal; `labels` are those of sources by id."""
    printed: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        for name in _names(claim):
            # Almost every name is, and asking is cheaper than looking.
            if not name.isascii() and foreign_letters(name):
                printed[claim.deal or "", name].append(claim)
    for (deal, name), told in sorted(printed.items()):
        yield _finding(deal or None, name, told, labels)


def _names(claim: Claim) -> Iterator[str]:
    """Every name in a claim, each once."""
    found = [claim.subject, claim.speaker, *claim.parties]
    match claim.value:
        case Person(name=name, organisation=organisation):
            found += [name, organisation]
        case Organisation(name=name):
            found.append(name)
        case Seat(holder=holder, board=board):
            found += [holder, board]
        case Quote(speaker=speaker):
            found.append(speaker)
        case _:
            pass
    parts = (part for name in found if name for part in name.split(SIDES))
    return iter(dict.fromkeys(parts))


def _finding(
    deal: str | None, name: str, claims: Sequence[Claim], labels: Mapping[str, str]
) -> Finding:
    letters = foreign_letters(name)
    told = [
        f"“{letter}” is U+{ord(letter):04X}, {unicodedata.name(letter, 'unnamed').lower()}"
        for letter in letters
    ]
    first: dict[str, Claim] = {}
    for claim in claims:
        first.setdefault(claim.source, claim)
    who = ", ".join(labels.get(source, source) for source in first)
    return Finding(
        id=content_id("x-", RULE.id, deal, name),
        rule=RULE.id,
        severity=RULE.severity,
        deal=deal,
        attribute=ATTRIBUTE,
        subject=name,
        claims=tuple(claim.id for claim in first.values()),
        message=f"A name with letters of another script: “{name}” ({who})",
        reasons=(f"{wording.listed(told)}. It is compared as what it looks like.",),
    )
