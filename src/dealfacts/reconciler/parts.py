"""Cuts a drop into parts, one for each deal, that can be reconciled apart from each other.

The only step that sees everything: which texts are copies, which names are one, which articles
report which deal. What it hands on is complete: a part knows all that `settle` needs, and nothing
of the other deals.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.reconciler.approved import approved, names
from dealfacts.reconciler.deals import group
from dealfacts.reconciler.families import counted_origins
from dealfacts.reconciler.guests import hosts
from dealfacts.reconciler.judged import apart_today, misread_today
from dealfacts.reconciler.origins import origins

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Deal
    from dealfacts.reconciler.origins import SourceText
    from dealfacts.reconciler.settings import Settings


class Part(NamedTuple):
    """One deal's claims, sorted, and what is known of their sources, by source id.

    `texts` groups copies of one text; `origins` are the voices that count: copies, and outlets of
    one family. `deal` is None where no article of the drop names a party.
    """

    deal: Deal | None
    claims: tuple[Claim, ...]
    published: Mapping[str, date | None]
    labels: Mapping[str, str]
    texts: Mapping[str, str]
    origins: Mapping[str, str]


class Drop(NamedTuple):
    """Everything given, cut into parts.

    `homeless` claims are of articles that report no deal, `misread` ones were judged to be so; both
    are compared with nothing.
    """

    sources: tuple[SourceText, ...]
    origins: Mapping[str, str]
    claims: tuple[Claim, ...]
    deals: tuple[Deal, ...]
    parts: tuple[Part, ...]
    homeless: tuple[Claim, ...]
    misread: tuple[Claim, ...] = ()


def cut(claims: Iterable[Claim], sources: Iterable[SourceText], chosen: Settings) -> Drop:
    """The parts of a drop, by deal id; the order of claims and sources never matters."""
    known = tuple(sorted(sources, key=lambda source: source.id))
    texts = origins(known)
    voices = counted_origins(known, texts, chosen.families)
    right = names(chosen.aliases)
    everyone = sorted((approved(one, right) for one in claims) if right else claims, key=place)
    odd = misread_today(everyone, known, chosen.misread, chosen.passages)
    misread = tuple(claim for claim in everyone if claim.id in odd)
    ordered = [claim for claim in everyone if claim.id not in odd]
    dealt = group(ordered, known, texts, apart_today(chosen.two_deals, known))
    deals = tuple(one.deal for one in dealt.groups)
    ordered = [_in_deal(claim, dealt.by_claim.get(claim.id)) for claim in ordered]
    by_deal: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in ordered:
        by_deal[claim.deal].append(claim)
    # Without any named party everything given is taken for one story.
    homeless = by_deal.pop(None, []) if deals else []
    host = hosts(homeless, deals)
    for claim in homeless:
        if claim.id in host:
            by_deal[host[claim.id]].append(claim)
    named = {deal.id: deal for deal in deals}
    by_id = {source.id: source for source in known}
    return Drop(
        sources=known,
        origins=voices,
        claims=tuple(sorted((*ordered, *misread), key=place)) if misread else tuple(ordered),
        deals=deals,
        parts=tuple(
            _part(named.get(deal or ""), told, by_id, (texts, voices))
            for deal, told in sorted(by_deal.items(), key=lambda entry: entry[0] or "~")
        ),
        homeless=tuple(claim for claim in homeless if claim.id not in host),
        misread=misread,
    )


def place(claim: Claim) -> tuple[str, int, int, str, str]:
    """Sorts claims by where they stand."""
    return claim.source, claim.evidence.start, claim.evidence.end, claim.attribute, claim.id


def _part(
    deal: Deal | None,
    claims: Sequence[Claim],
    sources: Mapping[str, SourceText],
    origin: tuple[Mapping[str, str], Mapping[str, str]],
) -> Part:
    ids = sorted({claim.source for claim in claims})
    texts, voices = origin
    return Part(
        deal=deal,
        claims=tuple(sorted(claims, key=place)),
        published={name: sources[name].published for name in ids if name in sources},
        labels={name: sources[name].label for name in ids if name in sources},
        texts={name: texts[name] for name in ids if name in texts},
        origins={name: voices[name] for name in ids if name in voices},
    )


def _in_deal(claim: Claim, deal: str | None) -> Claim:
    return claim if claim.deal == deal else claim.model_copy(update={"deal": deal})
