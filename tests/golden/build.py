"""Builds the golden report and everything that is rendered from it.

    python tests/golden/build.py

The report is made by hand here, about two invented deals, so that it holds every kind of entry
whatever the readers and the reconciler do. Run this after a wanted change of a format, read the
difference (`git diff tests/golden`), and commit it with the change.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from dealfacts import reports
from dealfacts.cli import schemas
from dealfacts.model.claims import Claim, claim_id
from dealfacts.model.report import (
    Attachment,
    Bounds,
    Camp,
    Check,
    Deal,
    Event,
    Fact,
    Finding,
    NotCompared,
    Problem,
    Report,
    Source,
    Summary,
    content_id,
)
from dealfacts.model.text import Article, Sentence
from dealfacts.model.values import (
    Count,
    Money,
    Organisation,
    PartialDate,
    Percent,
    Person,
    Term,
    Value,
)
from dealfacts.model.vocabulary import (
    Anchor,
    Basis,
    Cause,
    Grain,
    Hedge,
    Modality,
    Relation,
    Severity,
    Status,
)

HERE = Path(__file__).parent
LEDGER, WIRE, GAZETTE, BLOG = "01-ledger.txt", "02-wire.txt", "03-gazette.txt", "04-blog.md"
NORTHWIND, FABRIKAM = "Northwind / Acme Robotics", "Fabrikam / Litware"
DEAL, OTHER = content_id("d-", NORTHWIND), content_id("d-", FABRIKAM)
MILLION = Decimal(1_000_000)

ARTICLES = {
    name: Article(
        id=name,
        path=f"articles/{name}",
        text=(HERE / "articles" / name).read_bytes().decode("utf-8"),
    )
    for name in (LEDGER, WIRE, GAZETTE, BLOG)
}


def claim(  # noqa: PLR0913  a claim has that many parts
    source: str,
    attribute: str,
    quote: str,
    value: Value,
    *,
    nth: int = 0,
    kind: str = "amount",
    subject: str = NORTHWIND,
    deal: str | None = DEAL,
    hedge: Hedge = Hedge.NONE,
    cue: str | None = None,
    period: str | None = None,
    basis: Basis = Basis.UNSPECIFIED,
    modality: Modality = Modality.ACTUAL,
) -> Claim:
    """A claim whose evidence is the `nth` place of `quote` in its article, inside its line."""
    article = ARTICLES[source]
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(quote, start + 1)
    line = article.text.rfind("\n", 0, start) + 1
    sentence = Sentence(start=line, end=article.text.index("\n", start))
    words = article.text[sentence.start : sentence.end]
    return Claim(
        id=claim_id(source, attribute, value.model_dump_json(), words, nth),
        source=source,
        deal=deal,
        kind=kind,
        attribute=attribute,
        subject=subject,
        period=period,
        basis=basis,
        modality=modality,
        hedge=hedge,
        cue=cue,
        value=value,
        evidence=article.evidence(start, start + len(quote), sentence),
    )


def money(amount: str, granule: str, currency: str = "USD") -> Money:
    """So many millions."""
    number = Decimal(amount) * MILLION
    return Money(currency=currency, low=number, high=number, granule=Decimal(granule) * MILLION)


def people(number: int, granule: int) -> Count:
    """A headcount."""
    return Count(
        low=Decimal(number), high=Decimal(number), granule=Decimal(granule), unit="employees"
    )


def chief(name: str) -> Person:
    """A chief executive of Acme."""
    return Person(name=name, role="chief executive", organisation="Acme Robotics")


HEADLINE = claim(LEDGER, "deal_amount", "$2.4 billion", money("2400", "100"))
BODY = claim(LEDGER, "deal_amount", "$2.4 billion", money("2400", "100"), nth=1, basis=Basis.CASH)
COPY = claim(WIRE, "deal_amount", "$2.4 billion", money("2400", "100"), basis=Basis.CASH)
HIGHER = claim(GAZETTE, "deal_amount", "$2.6 billion", money("2600", "100"))
NEARLY = claim(
    BLOG,
    "deal_amount",
    "$2.5 billion",
    money("2500", "100"),
    hedge=Hedge.BELOW,
    cue="nearly",
    modality=Modality.RUMOURED,
)
MARSH = claim(
    LEDGER, "person_role", "Elena Marsh", chief("Elena Marsh"), kind="people", subject="Elena Marsh"
)
MARSH_COPY = claim(
    WIRE, "person_role", "Elena Marsh", chief("Elena Marsh"), kind="people", subject="Elena Marsh"
)
MARCHE = claim(
    GAZETTE,
    "person_role",
    "Elena Marsch",
    chief("Elena Marsch"),
    kind="people",
    subject="Elena Marsh",
)
FIELD = claim(
    GAZETTE, "person_role", "Tom Field", chief("Tom Field"), kind="people", subject="Tom Field"
)
STAFF = claim(
    LEDGER,
    "headcount",
    "1,200",
    people(1200, 100),
    kind="headcount",
    subject="Acme Robotics",
    hedge=Hedge.ABOUT,
    cue="about",
)
STAFF_FINE = claim(
    GAZETTE, "headcount", "1,240", people(1240, 10), kind="headcount", subject="Acme Robotics"
)
SALES = claim(
    LEDGER,
    "revenue",
    "$310 million",
    money("310", "10"),
    kind="revenue",
    subject="Acme Robotics",
    period="2024",
)
SALES_TOO = claim(
    GAZETTE, "revenue", "$310 million", money("310", "10"), kind="revenue", subject="Acme Robotics"
)
FOUNDED = claim(
    LEDGER,
    "founded",
    "2011",
    PartialDate(
        text="2011",
        edtf="2011",
        earliest=date(2011, 1, 1),
        latest=date(2011, 12, 31),
        grain=Grain.YEAR,
        anchor=Anchor.EXPLICIT,
    ),
    kind="founded",
    subject="Acme Robotics",
)
AGREED = claim(LEDGER, "deal_status", "agreed", Term(term="agreed"), kind="status")
BUYER = claim(LEDGER, "acquirer", "Northwind Group", Organisation(name="Northwind"), kind="parties")
EACH = claim(BLOG, "other_amount", "$2 million", money("2", "1"), subject="each of its staff")
STAKE = claim(
    BLOG,
    "stake",
    "30%",
    Percent(low=Decimal(30), high=Decimal(30), granule=Decimal(1)),
    kind="stake",
    subject=FABRIKAM,
    deal=OTHER,
)
EUROS = claim(
    BLOG, "deal_amount", "€200 million", money("200", "100", "EUR"), subject=FABRIKAM, deal=OTHER
)
CLAIMS = (
    HEADLINE, BUYER, AGREED, BODY, MARSH, FOUNDED, STAFF, SALES,
    COPY, MARSH_COPY,
    HIGHER, MARCHE, SALES_TOO, STAFF_FINE, FIELD,
    NEARLY, EACH, STAKE, EUROS,
)  # fmt: skip


def camp(value: str, *members: Claim, origins: int = 1) -> Camp:
    """Claims that can all be true together."""
    return Camp(
        value=value,
        claims=tuple(member.id for member in members),
        sources=tuple(dict.fromkeys(member.source for member in members)),
        origins=origins,
    )


def fact(
    status: Status, first: Claim, *camps: Camp, compatible: tuple[Attachment, ...] = ()
) -> Fact:
    """One data item, with the period and subject of its first claim."""
    return Fact(
        id=content_id("f-", first.deal, first.attribute, first.subject, first.period),
        deal=first.deal,
        attribute=first.attribute,
        subject=first.subject,
        period=first.period,
        status=status,
        contested=len(camps) > 1,
        consensus=camps[0].value,
        camps=camps,
        also_compatible=compatible,
        notes=("03-gazette does not state the period",) if first is SALES else (),
    )


AMOUNT = fact(
    Status.CONFLICT,
    HEADLINE,
    camp("$2.4 billion", HEADLINE, BODY, COPY),
    camp("$2.6 billion", HIGHER),
    compatible=(Attachment(claim=NEARLY.id, camps=(0,)),),
)
FACTS = (
    AMOUNT,
    fact(Status.AGREEMENT, SALES, camp("$310 million", SALES, SALES_TOO, origins=2)),
    fact(Status.AGREEMENT, STAFF_FINE, camp("1,240 employees", STAFF_FINE, STAFF, origins=2)),
    fact(Status.AGREEMENT, MARSH, camp("Elena Marsh", MARSH, MARSH_COPY, MARCHE, origins=2)),
    fact(Status.SINGLE_SOURCE, FIELD, camp("chief executive, Acme Robotics", FIELD)),
    fact(Status.SINGLE_SOURCE, FOUNDED, camp("2011", FOUNDED)),
    fact(Status.SINGLE_SOURCE, AGREED, camp("agreed", AGREED)),
    fact(Status.SINGLE_SOURCE, BUYER, camp("Northwind", BUYER)),
    fact(Status.SINGLE_SOURCE, STAKE, camp("30 %", STAKE)),
    fact(Status.SINGLE_SOURCE, EUROS, camp("€200 million", EUROS)),
)


def finding(rule: str, severity: Severity, about: Claim, *claims: Claim, **more: object) -> Finding:
    """Something to look at."""
    content = {
        "id": content_id("x-", rule, about.deal, about.attribute, about.subject),
        "rule": rule,
        "severity": severity,
        "deal": about.deal,
        "attribute": about.attribute,
        "subject": about.subject,
        "claims": tuple(each.id for each in claims),
    }
    return Finding.model_validate(content | more)


FINDINGS = (
    finding(
        "VAL001",
        Severity.ERROR,
        HEADLINE,
        HEADLINE,
        HIGHER,
        fact=AMOUNT.id,
        relation=Relation.CONFLICT,
        cause=Cause.UNKNOWN,
        message="deal amount of Northwind / Acme Robotics: $2.4 billion or $2.6 billion",
        reasons=(
            "two plain figures that differ by more than rounding",
            "no likely cause was found",
        ),
    ),
    finding(
        "ROL001",
        Severity.WARNING,
        FIELD,
        MARSH,
        FIELD,
        relation=Relation.CONFLICT,
        cause=Cause.UNKNOWN,
        message="two people are chief executive of Acme Robotics: Elena Marsh and Tom Field",
        reasons=("a company has one chief executive at a time, and no article tells of a change",),
    ),
    finding(
        "NAM001",
        Severity.WARNING,
        MARSH,
        MARSH,
        MARCHE,
        relation=Relation.CONFLICT,
        cause=Cause.SPELLING,
        message="one person, two spellings: Elena Marsh and Elena Marsch",
        reasons=("same given name, same post; the surnames are one letter apart",),
    ),
)
REPORT = Report(
    sources=(
        Source(
            id=LEDGER,
            path=f"articles/{LEDGER}",
            label="Ledger",
            title="Northwind to buy Acme Robotics for $2.4 billion",
            outlet="Ledger",
            published=date(2025, 3, 4),
            origin="o1",
        ),
        Source(id=WIRE, path=f"articles/{WIRE}", label="02", origin="o1"),
        Source(
            id=GAZETTE,
            path=f"articles/{GAZETTE}",
            label="03",
            title="The Gazette: robots change hands",
            origin="o2",
        ),
        Source(
            id=BLOG,
            path=f"articles/{BLOG}",
            label="04",
            title="A robot wedding \u202e(exclusive)",
            origin="o3",
        ),
    ),
    deals=(
        Deal(
            id=DEAL,
            label=NORTHWIND,
            acquirer="Northwind",
            target="Acme Robotics",
            sources=(LEDGER, WIRE, GAZETTE, BLOG),
        ),
        Deal(id=OTHER, label=FABRIKAM, acquirer="Fabrikam", target="Litware", sources=(BLOG,)),
    ),
    claims=CLAIMS,
    facts=FACTS,
    findings=FINDINGS,
    checks=(
        Check(
            check="CHK002",
            deal=DEAL,
            inputs=(HIGHER.id, EACH.id, STAFF_FINE.id),
            implied=Bounds(low=Decimal(1860000000), high=Decimal(3100000000)),
            holds=True,
            message="1,240 employees x $2 million is $1.86 to $3.1 billion: both amounts fit",
        ),
    ),
    timeline=(
        Event(deal=DEAL, date="2011", claim=FOUNDED.id),
        Event(deal=DEAL, date="2025-03-03", claim=AGREED.id),
    ),
    not_compared=(NotCompared(claim=EACH.id, reason="states no fact that dealfacts compares"),),
    problems=(
        Problem(path="articles/05-photo.txt", message="not a text file; it was left out"),
        Problem(path=f"articles/{WIRE}", message="no publication date", rule="LOAD002"),
    ),
    summary=Summary(sources=4, origins=3, deals=2, claims=len(CLAIMS), agreements=3, conflicts=1),
)


def main() -> None:
    """Write every file of this folder that is made."""
    texts = {name: article.text for name, article in ARTICLES.items()}
    made = {
        f"northwind.{name}": reports.load(name).render(REPORT, reports.RenderOptions(texts=texts))
        for name in reports.names()
    }
    if "terminal" in reports.names():
        render = reports.load("terminal").render
        loud = reports.RenderOptions(width=100, colour=True, verbose=1, texts=texts)
        made["northwind.colour.terminal"] = render(REPORT, loud)
    made |= {f"{name}.schema.json": schemas.schema(name) for name in schemas.MODELS}
    for name, content in made.items():
        (HERE / name).write_bytes(content.encode("utf-8"))


if __name__ == "__main__":
    main()
