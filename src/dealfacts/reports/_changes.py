"""What changed between two versions, as a page to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.reports import _wording
from dealfacts.reports._differences import words
from dealfacts.reports._paint import BLANK, Paragraph, paint
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.model.changes import Changes
    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Finding
    from dealfacts.reports._index import Index


def as_page(found: Changes, old: Index, new: Index) -> str:
    """The changes as text, each with its words in the version that has them."""
    page = [*_head(found), *_changed(found, old, new)]
    page += _claims("Gained", found.gained, new)
    page += _claims("Lost", found.lost, old)
    page += _moved(found, old, new)
    page += _findings("New findings", found.opened)
    page += _findings("Findings that are gone", found.closed)
    options = new.options
    return paint(page, width=options.width, colour=options.colour).rstrip("\n") + "\n"


def _head(found: Changes) -> Iterator[Paragraph]:
    counts = (
        _wording.counted(len(found.changed), "value changed", "values changed"),
        f"{len(found.gained)} gained",
        f"{len(found.lost)} lost",
        f"{len(found.moved)} moved",
        f"{found.kept} as before",
    )
    yield Paragraph(((", ".join(counts), "bold"),), hang=2)
    yield BLANK


def _changed(found: Changes, old: Index, new: Index) -> Iterator[Paragraph]:
    for each in found.changed:
        finding = each.finding
        yield Paragraph(((visible(finding.message), "bold"), (f"  [{finding.rule}]", "dim")), 2, 4)
        yield from words(each.old, old)
        yield from words(each.new, new)
        relation = finding.relation.value.replace("_", " ") if finding.relation else ""
        why = f"{relation}: {'; '.join(map(visible, finding.reasons))}"
        yield Paragraph(((why, ""),), 4, 10, lead=("now", "dim"))
        yield BLANK


def _claims(heading: str, claims: Sequence[Claim], index: Index) -> Iterator[Paragraph]:
    if claims:
        yield Paragraph(((f"{heading} ({len(claims)})", "bold"),))
        for claim in claims:
            what = f"{_wording.attribute(claim.attribute)} · {visible(claim.subject)}"
            yield Paragraph(((what, ""),), 4, 6)
            yield from words(claim, index)
        yield BLANK


def _moved(found: Changes, old: Index, new: Index) -> Iterator[Paragraph]:
    """Counted; each with its two places with -v. A line put in on top moves everything."""
    if not found.moved:
        return
    more = "" if new.options.verbose else "; -v lists them"
    yield Paragraph(((f"Moved ({len(found.moved)}){more}", "bold"),))
    for one, other in found.moved if new.options.verbose else ():
        what = f"{_wording.attribute(other.attribute)}: {_wording.printed(other)}"
        yield Paragraph(((f"{what}  {old.place(one)} -> {new.place(other)}", ""),), 4, 6)
    yield BLANK


def _findings(heading: str, findings: Sequence[Finding]) -> Iterator[Paragraph]:
    if findings:
        yield Paragraph(((f"{heading} ({len(findings)})", "bold"),))
        for finding in findings:
            told = f"{finding.severity.value}  {visible(finding.message)}  [{finding.rule}]"
            yield Paragraph(((told, ""),), 4, 6)
        yield BLANK
