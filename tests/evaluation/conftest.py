"""Hand-made claims and gold about an invented deal: Ostrava Mills buys Harrow & Lake."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from dealfacts.evaluation.gold import Gold, GoldClaim, GoldFact, GoldGroup
from dealfacts.model.claims import Claim
from dealfacts.model.report import Camp, Fact, Finding, Report, Summary
from dealfacts.model.text import Evidence, Range
from dealfacts.model.values import Money, Value
from dealfacts.model.vocabulary import Severity, Status

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = (
    "Ostrava Mills buys Harrow & Lake for $3.2 billion\n"
    "The price, about $3.2 billion, was agreed on Monday, said Jane Doe, chief executive.\n"
    "Harrow & Lake had revenue of $400 million in 2023.\n"
)


def usd(amount: str, high: str | None = None) -> Money:
    return Money(currency="USD", low=Decimal(amount), high=Decimal(high or amount))


@dataclass(frozen=True)
class Maker:
    """Claims and gold claims at the place where their words stand in TEXT (`nth` from 0)."""

    usd: Callable[..., Money] = usd
    text: str = TEXT

    def place(self, quote: str, nth: int) -> tuple[int, int]:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(quote, start + 1)
        return start, start + len(quote)

    def sentence(self, start: int) -> tuple[int, int]:
        begin = self.text.rfind("\n", 0, start) + 1
        return begin, self.text.index("\n", start)

    def claim(
        self, attribute: str, value: Value, quote: str, nth: int = 0, **more: object
    ) -> Claim:
        start, end = self.place(quote, nth)
        begin, stop = self.sentence(start)
        source = str(more.pop("source", "wire.txt"))
        fields = {
            "id": f"c-{source}-{attribute}-{start}",
            "source": source,
            "kind": attribute,
            "attribute": attribute,
            "subject": "Ostrava Mills / Harrow & Lake",
            "value": value,
            "evidence": Evidence(
                start=start,
                end=end,
                line=1,
                column=1,
                quote=quote,
                sentence=Range(start=begin, end=stop),
            ),
        }
        return Claim(**{**fields, **more})

    def gold_claim(
        self, attribute: str, value: Value, quote: str, nth: int = 0, **more: object
    ) -> GoldClaim:
        start, end = self.place(quote, nth)
        source = str(more.pop("source", "wire"))
        fields = {
            "id": f"g-{source}-{attribute}-{start}",
            "source": source,
            "attributes": (attribute,),
            "value": value,
            "quote": quote,
            "start": start,
            "end": end,
            "wide": self.sentence(start),
        }
        return GoldClaim(**{**fields, **more})

    def report(self, *claims: Claim, **more: object) -> Report:
        fields = {
            **dict.fromkeys(("sources", "deals", "facts", "findings", "checks"), ()),
            **dict.fromkeys(("timeline", "not_compared", "problems"), ()),
            "claims": claims,
            "summary": Summary(sources=0, origins=0, deals=0, claims=0, agreements=0, conflicts=0),
        }
        return Report(**{**fields, **more})

    def fact(self, status: Status, *camps: tuple[Claim, ...], **more: object) -> Fact:
        first = camps[0][0]
        fields = {
            "id": f"f-{first.attribute}",
            "deal": "d-1",
            "attribute": first.attribute,
            "subject": first.subject,
            "status": status,
            "contested": False,
            "consensus": "",
            "camps": tuple(
                Camp(
                    value=camp[0].evidence.quote,
                    claims=tuple(claim.id for claim in camp),
                    sources=tuple(dict.fromkeys(claim.source for claim in camp)),
                    origins=1,
                )
                for camp in camps
            ),
        }
        return Fact(**{**fields, **more})

    def finding(self, rule: str, *claims: Claim, **more: object) -> Finding:
        fields = {
            "id": f"x-{rule}",
            "rule": rule,
            "severity": Severity.WARNING,
            "attribute": claims[0].attribute,
            "subject": claims[0].subject,
            "claims": tuple(claim.id for claim in claims),
            "message": "",
        }
        return Finding(**{**fields, **more})

    def gold_fact(self, status: str, *groups: tuple[GoldClaim, ...], **more: object) -> GoldFact:
        fields = {
            "id": "f1",
            "attribute": groups[0][0].attribute,
            "subject": "deal",
            "period": None,
            "statuses": (status,),
            "groups": tuple(
                GoldGroup(
                    value=group[0].quote,
                    claims=tuple(row.id for row in group),
                    sources=tuple(dict.fromkeys(row.source for row in group)),
                    hedged=False,
                )
                for group in groups
            ),
        }
        return GoldFact(**{**fields, **more})

    def gold(self, *claims: GoldClaim, **more: object) -> Gold:
        fields = {
            "name": "mills",
            "sources": ("wire",),
            "labels": frozenset({"deal_amount", "revenue", "other_amount"}),
            "claims": claims,
        }
        return Gold(**{**fields, **more})


@pytest.fixture
def make() -> Maker:
    return Maker()
