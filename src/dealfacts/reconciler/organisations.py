"""ORG001: one organisation of a deal, spelled in different ways.

Misspellings only: short forms, legal forms, acronyms and spacing are no news. Names are linked
inside one deal by `subjects`; nothing is linked here.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dealfacts.model.report import Finding, content_id
from dealfacts.model.values import Organisation, Person, Term, Text
from dealfacts.model.vocabulary import Cause, Relation
from dealfacts.reconciler import wording
from dealfacts.reconciler.camps import Division, Party
from dealfacts.reconciler.echoes import loud
from dealfacts.reconciler.name_links import linked
from dealfacts.reconciler.name_parts import organisation_parts
from dealfacts.reconciler.name_rules import NAME_RULES
from dealfacts.reconciler.names import Sameness, compare_organisations, compare_people, in_print
from dealfacts.reconciler.speaking_of import one_house
from dealfacts.reconciler.subjects import ASPECT, HELD, OFFER, SIDES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.subjects import Subjects

RULE = next(rule for rule in NAME_RULES if rule.id == "ORG001")
ATTRIBUTE = "organisation_name"
# The articles of one deal were brought together although they name its sides differently.
PARTIES = frozenset({"acquirer", "seller", "target"})
ROUND = "funding round"
TWO = 2


def one_name(division: Division, context: Context) -> Division:
    """The camps of who a side is: short, long and misspelt names of one company are one camp.

    So is a company with the unit through which it buys, where an article tells whose that is. A
    misprint of a name is a finding about the name, no second answer to who buys.
    """
    parties: list[Party] = []
    units = _units(context) if len(division.parties) > 1 else frozenset()
    for party in division.parties:
        alike = [one for one in parties if _is_short_of(one, party, units)]
        if alike:
            first, *others = alike
            claims = (claim for one in (*alike, party) for claim in one.claims)
            parties[parties.index(first)] = Party(first.lead, tuple(claims))
            parties = [one for one in parties if one not in others]
        else:
            parties.append(party)
    # stable: parties of as many origins stay as they were ranked
    parties.sort(key=lambda one: -context.count_origins(sorted({c.source for c in one.claims})))
    return division._replace(parties=tuple(parties))


def of_this_side(division: Division, attribute: str, context: Context) -> Division:
    """Without the camps whose company is another side of the deal, or whose articles know the side.

    "Walks away from Contoso" may read as if Contoso bought, and "the group behind Coach" as if that
    brand did; neither is a rival answer to who buys.
    """
    if len(division.parties) < TWO or division.between:
        return division
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    is_round = any(isinstance(c.value, Term) and c.value.term == ROUND for c in context.claims)
    for claim in context.claims:
        if claim.attribute in PARTIES and isinstance(claim.value, Organisation):
            told[claim.value.name][claim.attribute].add(claim.source)
    kept: list[Party] = []
    left = list(division.left)
    for party in division.parties:
        most = _most_told(party, attribute, told)
        if most != attribute:
            left.extend((claim, f"more articles name it as the {most}") for claim in party.claims)
        elif kept and is_round and attribute == "acquirer":
            left.extend(
                (claim, "one of several who put money into a round") for claim in party.claims
            )
        elif kept and _is_misread(party, kept[0], context):
            left.extend(
                (claim, "its article names the other company, too") for claim in party.claims
            )
        else:
            kept.append(party)
    return division._replace(parties=tuple(kept), left=tuple(left)) if kept else division


def _most_told(party: Party, attribute: str, told: Mapping[str, Mapping[str, set[str]]]) -> str:
    """The side of the deal that most articles have a camp's company for."""
    side = party.lead.side.value
    if not isinstance(side, Organisation):
        return attribute
    sides: dict[str, set[str]] = defaultdict(set)
    for name in sorted(told):
        if name == side.name or linked(name, side.name):
            for other, sources in told[name].items():
                sides[other] |= sources
    # who sells is easily read as what is bought: "the Contoso deal"
    if len(sides["seller"]) >= max(len(sides[attribute]), 1):
        return "seller"
    most = max(sorted(sides), key=lambda each: len(sides[each]))
    return most if len(sides[most]) > len(sides[attribute]) else attribute


def _is_misread(party: Party, leading: Party, context: Context) -> bool:
    """Whether every article of a camp speaks of a better attested camp's company, too."""
    side = leading.lead.side.value
    if not isinstance(side, Organisation) or len(party.sources) >= len(leading.sources):
        return False
    knowing = {
        claim.source
        for claim in context.claims
        if any(name == side.name or linked(name, side.name) for name in _spoken_of(claim))
    }
    return {*party.sources} <= knowing


def _spoken_of(claim: Claim) -> Iterator[str]:
    """The companies that a claim names: sides, whose post, whose figure."""
    yield from (side for side in claim.parties if side)
    if isinstance(claim.value, Person) and claim.value.organisation:
        yield claim.value.organisation
    if SIDES not in claim.subject:
        yield claim.subject.partition(ASPECT)[0].removeprefix(OFFER).rpartition(HELD)[2]


def _units(context: Context) -> frozenset[tuple[str, str]]:
    """Units and their owners, as the articles of the deal tell them."""
    return frozenset(
        (claim.value.text, claim.subject)
        for claim in context.claims
        if claim.attribute == "unit_name" and isinstance(claim.value, Text)
    )


def _is_short_of(one: Party, other: Party, units: frozenset[tuple[str, str]]) -> bool:
    """Whether a name of the one camp and a name of the other are of one company or its unit."""
    return any(_is_one(a, b, units) for a in _told(one) for b in _told(other))


def _told(party: Party) -> tuple[str, ...]:
    values = (claim.value for claim in party.claims)
    return tuple(dict.fromkeys(v.name for v in values if isinstance(v, Organisation)))


def _is_one(a: str, b: str, units: frozenset[tuple[str, str]]) -> bool:
    if linked(a, b) or one_house(a, b) or compare_people(a, b).links:
        return True
    return any(
        linked(unit, mine) and linked(owner, yours)
        for unit, owner in units
        for mine, yours in ((a, b), (b, a))
    )


def check(
    deal: str | None, claims: Sequence[Claim], subjects: Subjects, context: Context
) -> Iterator[Finding]:
    """One note for each organisation that articles spell differently."""
    printed: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        for name in set(_names(claim)):
            if name in subjects.organisations:
                printed[subjects.organisations[name]][name].append(claim)
    for firm, spellings in sorted(printed.items()):
        order = sorted(spellings, key=lambda name: (-_origins(spellings[name], context), name))
        kinds: list[str] = []
        for name in order:
            if all(_is_misspelt(kind, name) for kind in kinds):
                kinds.append(name)
        if len(kinds) > 1:
            yield _finding(deal, firm, {name: spellings[name] for name in kinds}, context)


def _is_misspelt(a: str, b: str) -> bool:
    # A word left out is a short form.
    if len(organisation_parts(a).core) != len(organisation_parts(b).core):
        return False
    return compare_organisations(a, b).verdict is Sameness.SPELLING_VARIANT


def _names(claim: Claim) -> Iterable[str]:
    yield from (side for side in claim.parties if side)
    yield from claim.subject.split(SIDES)


def _origins(claims: Iterable[Claim], context: Context) -> int:
    return context.count_origins([claim.source for claim in claims])


def _finding(
    deal: str | None, firm: str, spellings: Mapping[str, Sequence[Claim]], context: Context
) -> Finding:
    sides = []
    for name, claims in spellings.items():
        sources = sorted({claim.source for claim in loud(claims, context.echoes)})
        shown = ", ".join(context.label(source) for source in sources)
        count = wording.counted(context.count_origins(sources), "origin")
        sides.append(f"“{name}” ({shown}; {count})")
    first, *others = spellings
    return Finding(
        id=content_id("x-", RULE.id, deal, firm, *sorted(spellings)),
        rule=RULE.id,
        severity=RULE.severity,
        relation=Relation.CONFLICT,
        cause=Cause.SPELLING,
        deal=deal,
        attribute=ATTRIBUTE,
        subject=firm,
        claims=tuple(dict.fromkeys(claims[0].id for claims in spellings.values())),
        message=f"One organisation, spelled differently: {' against '.join(sides)}",
        reasons=tuple(
            in_print(compare_organisations(first, other).reason, first, other) for other in others
        ),
    )
