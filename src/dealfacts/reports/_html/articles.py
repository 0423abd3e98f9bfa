"""The page's data block: article texts in pieces, and which of them are whose words.

A text is cut where a claim or its sentence begins or ends, and at line breaks, so that the page can
mark words without counting characters: browsers count UTF-16 units, evidence counts code points.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dealfacts.reports import _wording
from dealfacts.reports._chapters import grouped
from dealfacts.reports._index import NAMES
from dealfacts.reports._lines import escaped
from dealfacts.reports._sides import camps, heading, sides
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Fact, Finding, Report, Source
    from dealfacts.reports._index import Index
    from dealfacts.reports._sides import Side

Json: TypeAlias = "str | int | list[Json] | dict[str, Json] | None"
BREAK = re.compile("\n")
# A script element ends at the first of these, and HTML reads entities nowhere else.
MARKUP = {ord(each): f"\\u{ord(each):04x}" for each in "<>&"}


class Cut(NamedTuple):
    """A text in pieces, and where each piece begins."""

    pieces: tuple[str, ...]
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> list[Json]:
        """The pieces of the range [start, end) as a half-open range of their numbers."""
        return [bisect_left(self.starts, start), bisect_left(self.starts, end)]


def data(report: Report, findings: Sequence[Finding], index: Index) -> str:
    """The data block as JSON that cannot end a script element.

    `sources` have label, title, where they are from, and pieces; `claims` have their source, fact,
    words, and the pieces of their words (`at`) and of their sentence (`in`); `facts` are told in
    words; `findings` are told too, and list the claims of each of their sides.
    """
    number = {claim.id: at for at, claim in enumerate(report.claims)}
    source_number = {source.id: at for at, source in enumerate(report.sources)}
    cuts = _cuts(report, index.options.texts)
    of_fact = _facts_of(report)
    content: Json = {
        "sources": [
            {
                "label": index.label(source.id),
                "title": visible(source.title or ""),
                "about": about(source),
                "pieces": list(cuts[source.id].pieces) if source.id in cuts else [],
            }
            for source in report.sources
        ],
        "claims": [
            _claim(claim, cuts, source_number.get(claim.source), of_fact.get(claim.id))
            for claim in report.claims
        ],
        "facts": [_fact(fact, index) for fact in report.facts],
        "findings": [_finding(each, number, index) for each in findings],
    }
    told = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return escaped(told).translate(MARKUP)


def about(source: Source) -> str:
    """Where an article is from: outlet, day and path, as far as they are known."""
    known = (source.outlet, str(source.published or ""), source.path)
    return visible(" · ".join(part for part in known if part))


def _cuts(report: Report, texts: Mapping[str, str]) -> dict[str, Cut]:
    """The texts that are at hand, cut at the claims of each."""
    claims = grouped(report.claims, lambda claim: claim.source)
    return {source: _cut(text, claims.get(source, ())) for source, text in texts.items()}


def _cut(text: str, claims: Sequence[Claim]) -> Cut:
    places = {0, len(text)}
    for claim in claims:
        where = claim.evidence
        places |= {where.start, where.end, where.sentence.start, where.sentence.end}
    for line in BREAK.finditer(text):
        places |= {line.start(), line.end()}
    ordered = sorted(place for place in places if 0 <= place <= len(text))
    pieces = (text[start:end] for start, end in pairwise(ordered))
    return Cut(tuple(p if p == "\n" else visible(p) for p in pieces), tuple(ordered))


def _claim(
    claim: Claim, cuts: Mapping[str, Cut], source: int | None, fact: int | None
) -> dict[str, Json]:
    found: dict[str, Json] = {
        "source": source,
        "fact": fact,
        "about": _wording.attribute(claim.attribute),
        "quote": _wording.printed(claim),
    }
    where = claim.evidence
    cut = cuts.get(claim.source)
    if cut is not None and where.end <= cut.starts[-1]:
        found["at"] = cut.span(where.start, where.end)
        found["in"] = cut.span(where.sentence.start, where.sentence.end)
    return found


def _facts_of(report: Report) -> dict[str, int]:
    """The number of the fact that a claim is about: one of its own attribute, else any."""
    attribute = {claim.id: claim.attribute for claim in report.claims}
    own: dict[str, int] = {}
    other: dict[str, int] = {}
    for at, fact in enumerate(report.facts):
        claims = [claim for camp in fact.camps for claim in camp.claims]
        claims += [attached.claim for attached in fact.also_compatible]
        for claim in claims:
            (own if attribute.get(claim) == fact.attribute else other).setdefault(claim, at)
    return other | own


def _fact(fact: Fact, index: Index) -> str:
    """A fact in one sentence: who says what."""
    told = " against ".join(
        f"{side.value} ({index.labels(side.sources)})" for side in camps(fact, index)
    )
    return f"{_wording.title(fact, index.deal(fact.deal))}: {told}"


def _finding(finding: Finding, number: Mapping[str, int], index: Index) -> dict[str, Json]:
    return {
        "title": heading(finding, index),
        "told": visible(finding.message),
        "sides": [
            [number[claim.id] for claim in _telling(side, finding)]
            for side in sides(finding, index)
        ],
    }


def _telling(side: Side, finding: Finding) -> Sequence[Claim]:
    """The claims whose words show the side.

    A spelling is a side with everything that is said of the person; only some of it has the name.
    """
    if not finding.rule.startswith(NAMES):
        return side.claims
    named = [claim for claim in side.claims if side.value in visible(claim.evidence.quote)]
    return named or side.claims
