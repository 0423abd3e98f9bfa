"""SARIF 2.1.0, the exchange format of analysis tools: findings where code scanning shows them.

Each finding is a result at its first claim, the other sides are related locations, and its identity
(`partialFingerprints`) is the finding's own id, so that a moved line or a renamed folder is not a
new alert. What was decided on before is a suppressed result; nothing else is
suppressed, a baseline of results is the reader's business.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from dealfacts import __version__
from dealfacts.model.vocabulary import Severity
from dealfacts.reconciler.rules import RULES
from dealfacts.reports import _wording
from dealfacts.reports._advice import advice
from dealfacts.reports._index import index as make_index
from dealfacts.reports._index import ranked, severity
from dealfacts.reports._lines import escaped
from dealfacts.reports._sides import sides
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Accepted, Finding, Problem, Report
    from dealfacts.reconciler.rules import Rule
    from dealfacts.reports import RenderOptions
    from dealfacts.reports._index import Index

NAME = "sarif"
DESCRIPTION = "SARIF 2.1.0, for code scanning"

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json]"
Node: TypeAlias = dict[str, Json]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# The name of the identity; the number changes if it is ever computed in another way.
FINGERPRINT = "dealfacts/v1"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
# In a message braces frame placeholders and brackets frame links (3.11.5 and 3.11.6).
PLAIN = str.maketrans({"{": "{{", "}": "}}", "[": "\\[", "]": "\\]", "\\": "\\\\"})


def render(report: Report, options: RenderOptions) -> str:
    """The report as one SARIF log with one run."""
    index = make_index(report, options)
    run: Node = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "artifacts": _artifacts(report),
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    _notification(each, index) for each in report.problems
                ],
            }
        ],
        "results": _results(report, index),
    }
    log: Node = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return escaped(json.dumps(log, ensure_ascii=False, indent=2, sort_keys=True)) + "\n"


def _driver() -> Node:
    return {
        "name": "dealfacts",
        "version": __version__,
        "rules": [_rule(rule) for rule in RULES],
    }


def _rule(rule: Rule) -> Node:
    markdown = f"{rule.meaning}\n\n**Example:** {rule.example}\n\n**What to do:** {rule.advice}\n"
    return {
        "id": rule.id,
        "shortDescription": _text(rule.title),
        "fullDescription": _text(rule.meaning),
        "help": {"text": rule.page, "markdown": markdown},
        "defaultConfiguration": {"enabled": rule.is_on, "level": LEVELS[rule.severity]},
    }


def _results(report: Report, index: Index) -> list[Json]:
    found = [_result(each, index) for each in ranked(report.findings)]
    if report.accepted:
        # Once one result is suppressed, the others have to say that they are not (3.27.23).
        for result in found:
            result["suppressions"] = []
    for each in report.accepted:
        decided = _result(each.finding, index)
        decided["suppressions"] = [_decided(each)]
        found.append(decided)
    return [*found]


def _decided(each: Accepted) -> Node:
    return {"kind": "external", "status": "accepted", "justification": _wording.decision(each)}


def _result(finding: Finding, index: Index) -> Node:
    claims = index.known(finding.claims)
    told = (finding.message, *finding.reasons, advice(finding))
    result: Node = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": _text("\n".join(filter(None, told))),
        "locations": [_location(claim, index) for claim in claims[:1]],
        "partialFingerprints": {FINGERPRINT: finding.id},
        "properties": _properties(finding, index),
    }
    related = list(_related(finding, index))
    if related:
        result["relatedLocations"] = related
    return result


def _related(finding: Finding, index: Index) -> Iterator[Json]:
    """Every other claim of the finding, and of each side at least one, with what it says."""
    chosen = {claim.id: claim for claim in index.known(finding.claims)}
    for side in sides(finding, index):
        if not any(claim.id in chosen for claim in side.claims):
            chosen |= {claim.id: claim for claim in side.claims[:1]}
    for number, claim in enumerate([*chosen.values()][1:], start=1):
        said = f"{index.label(claim.source)}: {_wording.printed(claim)}"
        yield {**_location(claim, index), "id": number, "message": _text(said)}


def _properties(finding: Finding, index: Index) -> Node:
    told = {
        "attribute": finding.attribute,
        "subject": finding.subject,
        "relation": finding.relation,
        "cause": finding.cause,
        "deal": index.deal(finding.deal),
    }
    return {key: visible(value) for key, value in told.items() if value}


def _location(claim: Claim, index: Index) -> Node:
    quote_ = claim.evidence.quote
    where = index.where(claim)
    *lines, last = quote_.split("\n")
    region: Node = {"startLine": where.line}
    if where.column is None:  # what is shown does not stand there letter by letter
        region["message"] = _text(quote_)
    else:
        region |= {
            "startColumn": where.column,
            "endLine": where.line + len(lines),
            "endColumn": (1 if lines else where.column) + len(last),
            "snippet": {"text": visible(quote_)},
        }
    return _physical(where.file, region)


def _physical(file: str, region: Node) -> Node:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(file)}, "region": region}}


def _artifacts(report: Report) -> list[Json]:
    """Every file once; one that is an article has its title."""
    found: dict[str, Node] = {}
    for source in report.sources:
        uri = _uri(source.file)
        artifact: Node = {"location": {"uri": uri}, "roles": ["analysisTarget"]}
        if source.title and source.taken_from is None:
            artifact["description"] = _text(source.title)
        found.setdefault(uri, artifact)
    return [*found.values()]


def _notification(problem: Problem, index: Index) -> Node:
    where = index.where_wrong(problem)
    return {
        "descriptor": {"id": problem.rule},
        "level": LEVELS[severity(problem)],
        "message": _text(problem.message),
        "locations": [_physical(where.file, {"startLine": where.line})],
    }


def _text(words: str) -> Node:
    shown = "\n".join(visible(line) for line in words.split("\n"))
    return {"text": shown.translate(PLAIN)}


def _uri(path: str) -> str:
    """A path as a reference (RFC 3986): relative stays relative, absolute becomes file:."""
    told = quote(path.replace("\\", "/"), safe="/", errors="replace")
    return f"file://{told}" if told.startswith("/") else told
