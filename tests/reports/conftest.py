"""The golden report and its article texts, as every report test starts from them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dealfacts.model.report import Accepted, Report
from dealfacts.model.text import Article, Sentence
from dealfacts.reports import RenderOptions

GOLDEN = Path(__file__).parents[1] / "golden"
# What an article may hold to take over a page, a terminal, a comment or a build log.
POISON = (
    "<script>document.title='owned'</script><img src=x onerror=alert(1)> ]]> --> </textarea> "
    "\n::error file=a::owned\n \x1b[2J\x9b31m\x07 \u202egnorw\u2066 \x00 \ufffe "
    "| a | b | [click](javascript:alert(1)) ![](https://evil.example/x.png) `code` **bold** "
    "https://evil.example www.evil.example @everyone #1 {{ 7 * 7 }} {% raw %} ${x} &lt; {0} "
    "</script><style>*{display:none}</style>\u2028"
)


@pytest.fixture(scope="session")
def report() -> Report:
    return Report.model_validate_json((GOLDEN / "northwind.json").read_bytes())


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    files = sorted((GOLDEN / "articles").iterdir())
    return {file.name: file.read_bytes().decode("utf-8") for file in files}


@pytest.fixture
def decided(report: Report) -> Report:
    """The golden report after somebody accepted its first finding, narrowed to one article."""
    accepted = Accepted(
        finding=report.findings[0],
        record="baseline",
        verdict="accepted",
        by="Jo <jo@example.org>",
        note="checked | with the filing",
        until=date(2027, 1, 31),
    )
    return report.model_copy(
        update={
            "accepted": (accepted,),
            "findings": report.findings[1:],
            "new": (report.sources[0].id,),
        }
    )


@pytest.fixture
def options(texts: dict[str, str]) -> RenderOptions:
    return RenderOptions(texts=texts)


@pytest.fixture(scope="session")
def hostile(report: Report) -> tuple[Report, RenderOptions]:
    """The golden report with POISON in every string that comes from outside, and its articles."""
    lines: dict[str, list[str]] = {}
    for claim in report.claims:
        lines.setdefault(claim.source, []).append(f"{POISON} {claim.evidence.quote} {POISON}")
    texts = {source: "\r".join(said) for source, said in lines.items()}
    claims, at = [], dict.fromkeys(texts, 0)
    for claim in report.claims:
        text, start = texts[claim.source], at[claim.source]
        length = 2 * len(POISON) + 2 + len(claim.evidence.quote)
        article = Article(id=claim.source, path=claim.source, text=text)
        quote = start + len(POISON) + 1
        sentence = Sentence(start=start, end=start + length)
        evidence = article.evidence(quote, quote + len(claim.evidence.quote) + 9, sentence)
        at[claim.source] = start + length + 1
        told = {"evidence": evidence, "subject": claim.subject + POISON, "speaker": POISON}
        claims.append(claim.model_copy(update=told))
    made = {
        "claims": tuple(claims),
        "sources": tuple(
            s.model_copy(
                update={"path": s.path + POISON, "label": s.label + POISON, "title": POISON}
            )
            for s in report.sources
        ),
        "deals": tuple(d.model_copy(update={"label": d.label + POISON}) for d in report.deals),
        "facts": tuple(
            f.model_copy(
                update={
                    "subject": f.subject + POISON,
                    "notes": (POISON,),
                    "camps": tuple(
                        c.model_copy(update={"value": c.value + POISON}) for c in f.camps
                    ),
                }
            )
            for f in report.facts
        ),
        "findings": tuple(
            f.model_copy(
                update={
                    "message": f.message + POISON,
                    "reasons": (POISON,),
                    "subject": f.subject + POISON,
                }
            )
            for f in report.findings
        ),
        "checks": tuple(
            c.model_copy(update={"message": c.message + POISON}) for c in report.checks
        ),
        "problems": tuple(
            p.model_copy(update={"message": POISON, "path": POISON}) for p in report.problems
        ),
        "accepted": tuple(
            Accepted(finding=f, record=POISON, verdict=POISON, by=POISON, note=POISON)
            for f in report.findings[:1]
        ),
        "conversions": tuple(c.model_copy(update={"message": POISON}) for c in report.conversions),
        "timeline": tuple(e.model_copy(update={"note": POISON}) for e in report.timeline),
        "not_compared": tuple(n.model_copy(update={"reason": POISON}) for n in report.not_compared),
    }
    return report.model_copy(update=made), RenderOptions(texts=texts)
