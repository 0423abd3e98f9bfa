"""From the camps of one item to its fact and, where they differ, its one finding.

The message names the values as printed and who prints them; the reasons list the tests in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.report import Attachment, Camp, Fact, Finding, content_id
from dealfacts.model.values import Person
from dealfacts.model.vocabulary import Cause, Relation, Severity, Status
from dealfacts.reconciler import currencies, wording
from dealfacts.reconciler.bases import WORDS, shared, stated
from dealfacts.reconciler.compare import compare, quantity
from dealfacts.reconciler.differences import differences, on_several_sides, reasons, rule_of
from dealfacts.reconciler.echoes import widened
from dealfacts.reconciler.periods import side
from dealfacts.reconciler.stances import printed
from dealfacts.reconciler.subjects import ASPECT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.reconciler.camps import Division, Party
    from dealfacts.reconciler.context import Context
    from dealfacts.reconciler.facts import Item


class Outcome(NamedTuple):
    """What one item came to."""

    fact: Fact
    parties: tuple[Party, ...]
    finding: Finding | None = None


def judge(item: Item, division: Division, context: Context) -> Outcome:
    """The fact of one item, and its finding if there is one."""
    full = widened(division, context.echoes)
    fact = _fact(item, full, context)
    if len(division.parties) > 1:
        finding = _conflict(item, division, context, fact)
    elif division.bold:
        finding = _bold(item, full, context, fact)
    else:
        finding = None
    return Outcome(fact, division.parties, finding)


def _fact(item: Item, division: Division, context: Context) -> Fact:
    sources = {source for party in division.parties for source in party.backers}
    sources |= {claim.source for claim, _ in division.between}
    if len(division.parties) > 1:
        status = Status.CONFLICT
    elif context.count_origins(sources) > 1:
        status = Status.AGREEMENT
    else:
        # However many copies print it: nobody else says so.
        status = Status.SINGLE_SOURCE
    camps = tuple(
        Camp(
            value=_answer(item, party),
            claims=tuple(claim.id for claim in party.claims),
            sources=party.backers,
            origins=context.count_origins(party.backers),
            basis=shared(party.claims),
        )
        for party in division.parties
    )
    return Fact(
        id=content_id("f-", item.deal, item.attribute, item.subject, item.period, item.mark),
        deal=item.deal,
        attribute=item.attribute,
        subject=item.subject,
        period=item.period,
        basis=shared(tuple(claim for party in division.parties for claim in party.claims)),
        status=status,
        contested=len(camps) > 1,
        consensus=camps[0].value,
        camps=camps,
        also_compatible=tuple(
            Attachment(claim=claim.id, camps=places) for claim, places in division.between
        ),
        notes=_notes(item, division, context),
    )


def _answer(item: Item, party: Party) -> str:
    """What a camp says; a post that two names share is told without either."""
    value = party.lead.side.value
    if isinstance(value, Person) and ASPECT not in item.subject:
        value = value.model_copy(update={"name": None})
    return wording.value_text(value, party.lead.side.hedge)


def _notes(item: Item, division: Division, context: Context) -> tuple[str, ...]:
    hosts = tuple(claim for party in division.parties for claim in party.claims)
    found = list(filter(None, (*item.notes, currencies.told(item.guests, hosts))))
    for party in division.parties:
        unstated = [claim for claim in party.claims if claim.id in item.assumed]
        if unstated:
            who = labels_of(tuple(unstated), context)
            told = sorted({claim.period for claim in unstated if claim.period})
            says = f" ({who} says “{told[0]}”)" if len(told) == 1 else f" by {who}"
            found.append(f"{shown(party)}: period not stated{says}; taken for “{item.period}”")
        bases = stated(party.claims)
        if len(bases) > 1:
            words = wording.listed(sorted(WORDS[basis] for basis in bases))
            found.append(f"{shown(party)} is given on different bases: {words}")
    return tuple(found)


def _conflict(item: Item, division: Division, context: Context, fact: Fact) -> Finding | None:
    told = differences(item, division, context)
    if not told:
        return None
    first, rest = reasons(told, division.parties[0])
    worst = told[0]
    rule = rule_of(worst, division)
    division = widened(division, context.echoes)
    highest = Severity.WARNING if rule == "SELF001" else worst.severity
    sides = [
        f"{as_printed(party)} ({labels_of(party.claims, context)})" for party in division.parties
    ]
    message = f"{question(item)}: {' against '.join(sides)}{_between(division, context)}"
    twice = on_several_sides(told, division, context)
    return Finding(
        id=_identity(rule, item, division),
        rule=rule,
        severity=min(worst.severity, highest, key=lambda level: level.rank),
        relation=worst.comparison.relation,
        cause=worst.diagnosis.cause,
        deal=item.deal,
        fact=fact.id,
        attribute=item.attribute,
        subject=item.subject,
        claims=_evidence(division),
        message=message,
        reasons=(*first, *twice, *fact.notes, *rest),
    )


def _bold(item: Item, division: Division, context: Context, fact: Fact) -> Finding:
    """One camp that holds together only because a figure was rounded boldly."""
    party, rest = division.parties[0], division.bold[0]
    same = tuple(claim for claim in party.claims if claim not in division.bold)
    fine, coarse = sorted((same, division.bold), key=_digits, reverse=True)
    told = f"{wording.claim_text(coarse[0])} ({labels_of(coarse, context)})"
    message = f"{question(item)}: {told} is {wording.claim_text(fine[0])} rounded boldly"
    return Finding(
        id=content_id("x-", "VAL003", item.deal, item.attribute, item.subject, item.period),
        rule="VAL003",
        severity=Severity.NOTE,
        relation=Relation.ROUNDING_PLAUSIBLE,
        cause=Cause.ROUNDING,
        deal=item.deal,
        fact=fact.id,
        attribute=item.attribute,
        subject=item.subject,
        claims=(party.lead.claims[0].id, rest.id),
        message=message,
        reasons=(compare(party.lead.side, side(rest)).reason,),
    )


def _digits(claims: Sequence[Claim]) -> int:
    figure = quantity(side(claims[0]))
    return figure.significant_digits if figure else 0


def _between(division: Division, context: Context) -> str:
    if not division.between:
        return ""
    shown_: dict[tuple[str, tuple[int, ...]], list[Claim]] = {}
    for claim, places in division.between:
        shown_.setdefault((wording.claim_text(claim), places), []).append(claim)
    parts = [
        f"{text} ({labels_of(tuple(claims), context)}) fits {_count(places, division)}"
        for (text, places), claims in shown_.items()
    ]
    return "; " + "; ".join(parts)


def _count(places: tuple[int, ...], division: Division) -> str:
    if len(places) == len(division.parties):
        return "both" if len(places) == 2 else "all of them"  # noqa: PLR2004  two is "both"
    return wording.listed([shown(division.parties[at]) for at in places])


def _evidence(division: Division) -> tuple[str, ...]:
    """The claims of a finding: each camp's best first, then the others in camp order."""
    leads = [party.lead.claims[0].id for party in division.parties]
    rest = [claim.id for party in division.parties for claim in party.claims]
    rest += [claim.id for claim, _ in division.between]
    return tuple(dict.fromkeys((*leads, *rest)))


def _identity(rule: str, item: Item, division: Division) -> str:
    """Stays while articles join camps; a new camp makes a new finding."""
    values = sorted(_value_id(party) for party in division.parties)
    parts = (rule, item.deal, item.attribute, item.subject, item.period, *values)
    return content_id("x-", *parts)


def _value_id(party: Party) -> str:
    return f"{party.lead.side.hedge}:{printed(party.lead.side.value)}"


def question(item: Item) -> str:
    """As in "Revenue of Example in 2024"."""
    when = f" ({item.period})" if item.period else ""
    return f"{wording.attribute_words(item.attribute)} of {item.subject}{when}"


def shown(party: Party) -> str:
    """A camp's most precise value in one spelling."""
    return wording.value_text(party.lead.side.value, party.lead.side.hedge)


def as_printed(party: Party) -> str:
    """A camp's most precise value as its first source prints it."""
    return wording.claim_text(party.lead.claims[0])


def labels_of(claims: tuple[Claim, ...], context: Context) -> str:
    """The labels of the sources of claims, sorted by source."""
    return ", ".join(dict.fromkeys(context.label(source) for source in sources_of(claims)))


def sources_of(claims: tuple[Claim, ...]) -> list[str]:
    """The sources of claims, sorted."""
    return sorted({claim.source for claim in claims})
