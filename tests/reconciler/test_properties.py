"""What must hold for any drop: order means nothing, copies add counts only, and taking an article
away makes no conflict between the others."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from dealfacts.model.claims import Claim, claim_id
from dealfacts.model.text import Evidence, Range
from dealfacts.model.values import Money, PartialDate, Percent, Person, Term
from dealfacts.model.vocabulary import Anchor, Basis, Grain, Hedge, Modality, Severity, Status
from dealfacts.reconciler.origins import SourceText, fingerprint
from dealfacts.reconciler.reconcile import reconcile

if TYPE_CHECKING:
    from dealfacts.model.report import Report

PARTIES = ("Orvex", "Nimbra")
DEAL = "Orvex / Nimbra"
NAMES = ("Ann Brun", "Ann Brunn", "Carl Voss")
BILLION = Decimal(10) ** 9


def sums(*figures: str, currency: str = "USD") -> st.SearchStrategy[Money]:
    def build(figure: str) -> Money:
        granule = Decimal(1).scaleb(int(Decimal(figure).as_tuple().exponent)) * BILLION
        amount = Decimal(figure) * BILLION
        return Money(currency=currency, low=amount, high=amount, granule=granule)

    return st.builds(build, st.sampled_from(figures))


def share(figure: int) -> Percent:
    return Percent(low=Decimal(figure), high=Decimal(figure), granule=Decimal(1))


def day(number: int) -> PartialDate:
    on = date(2031, 3, number)
    return PartialDate(
        text=on.isoformat(),
        edtf=on.isoformat(),
        earliest=on,
        latest=on,
        grain=Grain.DAY,
        anchor=Anchor.EXPLICIT,
    )


def told(attribute, value, subject=DEAL, **more):
    return st.fixed_dictionaries(
        {
            "attribute": st.just(attribute),
            "value": value,
            "subject": st.just(subject),
            "sentence": st.integers(0, 3),
            "modality": st.sampled_from((Modality.ACTUAL, Modality.ACTUAL, Modality.EXPECTED)),
            **more,
        }
    )


# "Up to 29" and "over 29" both fit a plain 29 and not each other: there, one article less does
# leave a conflict behind, by the definition of camps.
HEDGES = st.sampled_from((Hedge.NONE, Hedge.NONE, Hedge.ABOUT, Hedge.ABOVE))
STATEMENTS = st.one_of(
    told(
        "deal_amount",
        sums("14.3", "14", "14.8", "15", "29", "1.43"),
        hedge=HEDGES,
        basis=st.sampled_from((Basis.UNSPECIFIED, Basis.UNSPECIFIED, Basis.EQUITY)),
    ),
    told("valuation", sums("29", "30", "14.3"), "Nimbra", hedge=HEDGES),
    told("stake", st.builds(share, st.sampled_from((40, 46, 49, 60))), hedge=HEDGES),
    told(
        "revenue",
        sums("2.1", "2.2", "2"),
        "Nimbra",
        period=st.sampled_from((None, "2029", "2030", "FY30")),
    ),
    told("announcement_date", st.builds(day, st.sampled_from((3, 4, 9)))),
    told("deal_status", st.builds(Term, term=st.sampled_from(("talks", "agreed", "closed")))),
    told(
        "person_role",
        st.builds(
            Person,
            name=st.sampled_from(NAMES),
            role=st.sampled_from(("CEO", "chairman")),
            organisation=st.sampled_from(("Nimbra", "Orvex", None)),
        ),
        "person",
    ),
)
IN_EUROS = told("deal_amount", sums("14.3", "13.2", currency="EUR"), hedge=HEDGES)


def drops(statements):
    articles = st.lists(statements, min_size=1, max_size=4)
    return st.lists(articles, min_size=2, max_size=5)


def claims_of(source: str, statements: list[dict[str, object]]) -> list[Claim]:
    found = []
    for at, said in enumerate(statements):
        fields = dict(said)
        sentence = int(str(fields.pop("sentence")))
        value = fields["value"]
        if isinstance(value, Person):
            fields["subject"] = value.name
        start = sentence * 100 + at
        place = Range(start=sentence * 100, end=sentence * 100 + 99)
        found.append(
            Claim.model_validate(
                {
                    "id": claim_id(source, str(fields["attribute"]), str(value), str(sentence), at),
                    "source": source,
                    "kind": fields["attribute"],
                    "parties": PARTIES,
                    "evidence": Evidence(
                        start=start,
                        end=start + 1,
                        line=1,
                        column=1,
                        quote=f"q{at}",
                        sentence=place,
                    ),
                    **fields,
                }
            )
        )
    return found


def source_of(name: str, text: str) -> SourceText:
    words = " ".join(f"{text}{number}" for number in range(40))
    return SourceText(name, name, name, None, None, None, None, fingerprint(words))


def drop_of(articles: list[list[dict[str, object]]]) -> tuple[list[Claim], list[SourceText]]:
    names = [f"s{at}" for at in range(len(articles))]
    claims = [c for name, said in zip(names, articles, strict=True) for c in claims_of(name, said)]
    return claims, [source_of(name, name) for name in names]


def conflicts(report: Report, *, loud: bool = False) -> set[str]:
    """The attributes in conflict; `loud` leaves out those with no more than a note."""
    heard = {f.fact for f in report.findings if f.severity is not Severity.NOTE}
    return {
        fact.attribute
        for fact in report.facts
        if fact.status is Status.CONFLICT and (not loud or fact.id in heard)
    }


@settings(max_examples=40, deadline=None)
@given(drops(STATEMENTS | IN_EUROS), st.randoms(use_true_random=False))
def test_the_order_of_articles_and_claims_means_nothing(articles, dice):
    claims, sources = drop_of(articles)
    report = reconcile(claims, sources)
    dice.shuffle(claims)
    dice.shuffle(sources)
    assert reconcile(claims, sources) == report


@settings(max_examples=40, deadline=None)
@given(drops(STATEMENTS | IN_EUROS))
def test_a_copy_of_an_article_changes_counts_only(articles):
    claims, sources = drop_of(articles)
    before = reconcile(claims, sources)
    copy = claims_of("t0", articles[0])
    after = reconcile([*claims, *copy], [*sources, source_of("t0", "s0")])

    def answers(report: Report) -> dict[str, tuple[Status, list[str]]]:
        return {f.id: (f.status, [camp.value for camp in f.camps]) for f in report.facts}

    def said(report: Report) -> list[tuple[str, str, str]]:
        return sorted((f.id, f.severity.value, str(f.cause)) for f in report.findings)

    assert answers(after) == answers(before)
    assert said(after) == said(before)
    assert after.summary.origins == before.summary.origins
    assert after.summary.agreements == before.summary.agreements


@settings(max_examples=40, deadline=None)
@given(drops(STATEMENTS))
def test_an_article_less_makes_no_conflict_between_the_others(articles):
    claims, sources = drop_of(articles)
    full = conflicts(reconcile(claims, sources))
    for gone in sources:
        rest = reconcile(
            [c for c in claims if c.source != gone.id], [s for s in sources if s != gone]
        )
        assert conflicts(rest, loud=True) <= full


@settings(max_examples=40, deadline=None)
@given(drops(STATEMENTS | IN_EUROS))
def test_every_claim_stands_in_a_fact_or_is_listed_with_a_reason(articles):
    claims, sources = drop_of(articles)
    report = reconcile(claims, sources)
    shown = {claim for fact in report.facts for camp in fact.camps for claim in camp.claims}
    shown |= {attached.claim for fact in report.facts for attached in fact.also_compatible}
    left = [one.claim for one in report.not_compared]
    assert shown | set(left) == {claim.id for claim in claims}
    assert not shown & set(left)
    assert len(left) == len(set(left))
    assert all(one.reason for one in report.not_compared)


@settings(max_examples=40, deadline=None)
@given(drops(told("deal_amount", sums("14.3", "14.8", "29", "31"), hedge=st.just(Hedge.NONE))))
def test_a_new_voice_in_a_camp_keeps_the_finding_and_a_new_camp_makes_another(articles):
    claims, sources = drop_of([said[:1] for said in articles])
    before = {finding.id for finding in reconcile(claims, sources).findings}
    voice = claims_of("t0", articles[0][:1])
    after = reconcile([*claims, *voice], [*sources, source_of("t0", "t0")])
    assert {finding.id for finding in after.findings} == before
    sum_ = 77 * BILLION
    other = dict(articles[0][0], value=Money(currency="USD", low=sum_, high=sum_, granule=BILLION))
    third = reconcile([*claims, *claims_of("t0", [other])], [*sources, source_of("t0", "t0")])
    assert before.isdisjoint(finding.id for finding in third.findings)
