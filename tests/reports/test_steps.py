"""The course of a deal in words, and what to do about days that differ."""

from __future__ import annotations

from datetime import date

import pytest

from dealfacts.model.claims import Claim
from dealfacts.model.report import Finding
from dealfacts.model.text import Evidence, Range
from dealfacts.model.values import PartialDate
from dealfacts.model.vocabulary import Anchor, Cause, Grain, Hedge, Modality, Relation, Severity
from dealfacts.reports import _advice, _steps

DEAL = "Orvex / Nimbra"


def dated(quote: str, **more: object) -> Claim:
    """A closing date that is printed as `quote`."""
    size = Range(start=0, end=len(quote))
    where = Evidence(start=0, end=len(quote), line=1, column=1, quote=quote, sentence=size)
    day, fixed = date(2031, 3, 4), {"grain": Grain.DAY, "anchor": Anchor.EXPLICIT}
    fixed |= {name: more.pop(name) for name in fixed if name in more}
    days = {"text": quote, "edtf": day.isoformat(), "earliest": day, "latest": day}
    value = PartialDate.model_validate(days | fixed)
    content = {"attribute": "closing_date", "subject": DEAL, "parties": ("Orvex", "Nimbra")}
    told = {"id": "c-1", "source": "a.txt", "kind": "deal_dates", "value": value}
    return Claim.model_validate({**told, "evidence": where, **content, **more})


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (dated("March 4, 2031"), "Closed"),
        (dated("Tuesday", anchor=Anchor.PUBLICATION), "Closed: Tuesday"),
        (dated("March 4, 2031", modality=Modality.EXPECTED), "Expected to close"),
        (
            dated("March 4, 2031", modality=Modality.EXPECTED, hedge=Hedge.AT_MOST, cue="by"),
            "Expected to close: by March 4, 2031",
        ),
        (dated("early 2031", grain=Grain.YEAR), "Closed: early 2031"),
        (dated("March 4, 2031", attribute="announcement_date"), "Announced"),
        (
            dated("March 4, 2031", attribute="announcement_date", subject=f"{DEAL}: signing"),
            "Signed",
        ),
        (
            dated("March 4, 2031", attribute="announcement_date", subject=f"{DEAL}: first bid"),
            "First bid",
        ),
    ],
)
def test_a_step_says_what_happened_on_the_day(claim: Claim, told: str) -> None:
    assert _steps.told(claim) == told


@pytest.mark.parametrize(
    ("attribute", "cause", "told"),
    [
        ("founded", Cause.UNKNOWN, "Look the year up in the company register"),
        ("founded", Cause.PERIOD, "one side has slipped"),
        ("announcement_date", Cause.BASIS, "say which day is that of the signing"),
        ("announcement_date", Cause.SUPERSEDED, "say what happened on each day"),
        ("closing_date", Cause.SUPERSEDED, "Print the later one with its date"),
        ("announcement_date", Cause.UNKNOWN, "signed, announced, completed"),
    ],
)
def test_the_advice_about_days_goes_by_the_event(attribute: str, cause: Cause, told: str) -> None:
    finding = Finding(
        id="x-1",
        rule="DAT001",
        severity=Severity.ERROR,
        relation=Relation.CONFLICT,
        cause=cause,
        attribute=attribute,
        subject=DEAL,
        claims=("c-1",),
        message="",
    )
    assert told in _advice.advice(finding)
