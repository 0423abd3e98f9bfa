"""Approves a value or a spelling from a review: an entry at the end of the facts file.

What stands there is never changed. Refuses what a facts file cannot hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.cli import recorded
from dealfacts.cli.toml_text import value_text
from dealfacts.errors import DealfactsError
from dealfacts.extractor.phrase import read_phrase
from dealfacts.reconciler.people import name_of
from dealfacts.reconciler.pins import PINNABLE
from dealfacts.reconciler.subjects import OF_THE_DEAL, SIDES
from dealfacts.reconciler.wording import claim_text
from dealfacts.records import files

if TYPE_CHECKING:
    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Finding, Report
    from dealfacts.records.judgements import Judgement

NAMES = ("NAM",)


def refuse(finding: Finding, claim: Claim) -> None:
    """Raises DealfactsError where the value of a claim cannot be approved."""
    if finding.rule.startswith(NAMES):
        return
    if finding.attribute not in PINNABLE or read_phrase(claim_text(claim)) is None:
        message = (
            "Only sums, shares, counts, dates and names can be approved; this is "
            f"{finding.attribute}. Answer a or b"
        )
        raise DealfactsError(message)


def approve(report: Report, finding: Finding, claim: Claim, judgement: Judgement) -> None:
    """Add what a claim says to the facts file, alone among all writers."""
    path = recorded.path_of(recorded.FACTS)
    entry = _entry(report, finding, claim, judgement)
    with files.locked(path):
        known = path.read_text(encoding="utf-8") if path.is_file() else ""
        gap = "" if not known else "\n" if known.endswith("\n") else "\n\n"
        files.replace(path, f"{known}{gap}{entry}")


def _entry(report: Report, finding: Finding, claim: Claim, judgement: Judgement) -> str:
    deal = next((deal for deal in report.deals if deal.id == finding.deal), None)
    parties = [party for party in (deal.acquirer, deal.target) if party] if deal else []
    fields = {"deal": SIDES.join(parties)}
    if finding.rule.startswith(NAMES):
        table, fields = "name", {"name": name_of(claim) or "", **fields}
    else:
        table = "fact"
        of_deal = finding.attribute in OF_THE_DEAL
        fields |= {
            "attribute": finding.attribute,
            "subject": "" if of_deal else finding.subject,
            "period": judgement.period or "",
            "value": claim_text(claim),
        }
    fields |= {"note": judgement.note, "by": judgement.by}
    lines = [f"{key} = {value_text(text)}\n" for key, text in fields.items() if text]
    return "".join([f"[[{table}]]\n", *lines])
