"""What one question comes to: which values stand apart, and which are rivals."""

# ruff: noqa: E501  a message stands in one line
from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dealfacts.extractor.phrase import read_phrase
from dealfacts.model.rates import Rate, Rates
from dealfacts.model.values import Organisation, Quote, Term, Text
from dealfacts.model.vocabulary import Basis, Modality
from dealfacts.reconciler.camps import divide
from dealfacts.reconciler.origins import SourceText, fingerprint
from dealfacts.reconciler.reconcile import reconcile
from dealfacts.reconciler.retrace import SOMETHING_ELSE, retrace
from dealfacts.reconciler.settings import Settings

OFFER = "offer for Nimbra"
TOLD = "one of {} bids that followed one another; each is compared with itself alone"


@pytest.fixture
def says(claim):
    """A claim of a row like "a2 $14.3 billion": the second sentence of article "a"."""

    def build(row, attribute="deal_amount", subject="Orvex / Nimbra", **more):
        name, phrase = row.split(" ", 1)
        value, hedge = read_phrase(phrase)
        more = {"sentence": int(name[1:] or 0), "quote": phrase, "hedge": hedge, **more}
        made = claim(name[0], attribute, value, subject, **more)
        where = made.evidence.model_copy(update={"start": int(name[1:] or 0) * 1000})
        return made.model_copy(update={"evidence": where})

    return build


def camps(report, attribute="deal_amount"):
    """Each fact as the articles of its camps: "ab|c" is a conflict of "a" and "b" with "c"."""
    return sorted(
        "|".join("".join(camp.sources) for camp in fact.camps)
        for fact in report.facts
        if fact.attribute == attribute
    )


@pytest.mark.parametrize(
    ("attribute", "rows", "expected"),
    [
        ("deal_amount", ["a $14.3 billion", "b $19.1 billion"], ["a|b"]),
        # an article that gives a second, far larger sum means another thing
        ("deal_amount", ["a $14.3 billion", "b $14.3 billion", "b1 $29 billion"], ["ab", "b"]),
        # a small gap is a contradiction
        ("deal_amount", ["a $14.3 billion", "b $14.3 billion", "b1 $15.9 billion"], ["ab|b"]),
        ("deal_amount", ["a $85.0 million", "b $85.0 million", "b1 $99.9 million"], ["ab|b"]),
        ("deal_amount", ["a $85.0 million", "b $85.0 million", "b1 $100.1 million"], ["ab", "b"]),
        # and so is a slip of the pen, however large
        ("deal_amount", ["a $14.3 billion", "b $14.3 billion", "b1 $143 billion"], ["ab|b"]),
        # somebody else gives the second sum without the first
        (
            "deal_amount",
            ["a $14.3 billion", "b $14.3 billion", "b1 $29 billion", "c $29 billion"],
            ["ab|bc"],
        ),
        # what an article often gives two of
        ("spending", ["a $14.3 billion", "b $14.3 billion", "b1 $15.9 billion"], ["ab", "b"]),
        # 87 and 88 % are one share, beside the 13 % that most speak of; small ones are not
        ("stake", ["a 13%", "b 13%", "c 13%", "a1 87%", "d 88%"], ["abc", "a|d"]),
        ("stake", ["a 13%", "b 13%", "c 13%", "a1 4.1%", "d 4.2%"], ["a", "abc", "d"]),
        ("stake", ["a 13%", "b 13%", "c 13%", "a1 87%", "a2 88%"], ["a", "a", "abc"]),
        ("stake", ["a 13%", "b 13%", "c 13%", "a1 87%", "d 60%"], ["a", "abc", "d"]),
        # but pence for pounds are a slip
        ("share_price", ["a £1.80", "b £1.80", "b1 £180"], ["ab|b"]),
        ("share_price", ["a £1.80", "b £1.80", "b1 £160"], ["ab", "b"]),
        # what is a small fraction of the price is none, nor are the people of a site the staff
        ("deal_amount", ["a $410 million", "b $410 million", "c $25 million"], ["ab", "c"]),
        ("deal_amount", ["a $410 million", "b $75 million"], ["a|b"]),
        ("deal_amount", ["a $410 million", "b $41 million"], ["b|a"]),
        ("headcount", ["a 2,900 employees", "b 150 employees"], ["a", "b"]),
        ("headcount", ["a 2,900 employees", "b 920 employees"], ["a|b"]),
        # two premiums without a price say nothing against each other
        ("premium", ["a 24%", "b 31%"], ["a", "b"]),
        ("stake", ["a 46%", "b 40%"], ["b|a"]),
        ("stake", ["a 46%", "b 8%"], ["a", "b"]),
    ],
)
def test_which_values_are_rivals(says, run, attribute, rows, expected) -> None:
    report = run(*(says(row, attribute) for row in rows))
    assert camps(report, attribute) == expected


def test_what_fits_several_sides_goes_with_the_one_that_is_left(says, run) -> None:
    rows = ("a $14.3 billion", "b $14.3 billion", "b1 $14.9 billion", "c over $14 billion")
    report = run(*(says(row, "spending", "Nimbra") for row in rows))
    assert camps(report, "spending") == ["abc", "b"]


def test_a_stage_that_is_denied_is_a_stage(claim, run) -> None:
    talks = claim("a", "deal_status", Term(term="denied"), modality=Modality.DENIED)
    report = run(talks, claim("b", "deal_status", Term(term="agreed")))
    assert [fact.status for fact in report.facts] == ["conflict"]
    assert not report.not_compared


@pytest.mark.parametrize(
    ("bids", "expected"),
    [
        # one article tells three prices in turn
        (("$25", "$27", "$29"), ["a", "ab", "a"]),
        (("$29", "$27", "$25"), ["a", "ab", "a"]),
        # up and down is no history
        (("$25", "$29", "$27"), None),
        # two prices may be a mistake
        (("$25", "$27"), None),
        # more than twice as much is a list of something else
        (("$14", "$27", "$29"), None),
        # a slip among them
        (("$25", "$27", "$52"), None),
    ],
)
def test_a_bid_that_was_raised_in_turn(says, run, bids, expected) -> None:
    rows = [f"a{at} {price}" for at, price in enumerate(bids)]
    report = run(*(says(row, "share_price", OFFER) for row in (*rows, "b $27")))

    facts = [fact for fact in report.facts if fact.attribute == "share_price"]
    noted = [fact for fact in facts if TOLD.format(len(bids)) in fact.notes]
    assert len(noted) == (len(bids) if expected else 0)
    if expected:
        assert sorted(camps(report, "share_price")) == sorted(expected)
        assert not report.findings


def test_who_misprints_a_bid_speaks_of_that_bid(says, run) -> None:
    rows = ("a $2.34 billion", "a1 $2.56 billion", "a2 $2.98 billion", "b $2.65 billion")
    report = run(*(says(row) for row in rows))

    assert camps(report) == ["a", "a", "a|b"]
    (finding,) = report.findings
    assert (finding.rule, finding.cause) == ("VAL004", "transposition")


@pytest.mark.parametrize(
    ("rows", "expected", "left"),
    [
        # names of one company are one answer
        (["a Orvex", "b Orvex Inc.", "c Orvexx"], ["abc"], 0),
        (["a Orvex", "b Tolven", "c Tolven"], ["bc|a"], 0),
        # more articles name it as the other side: no rival
        (["a Orvex", "b Orvex", "c Nimbra", "a >Nimbra", "b >Nimbra"], ["ab"], 1),
        (["a Orvex", "b Nimbra", "a >Nimbra"], ["b|a"], 0),
        # also under a name of other spelling
        (["a Orvex", "b Orvex", "c Nimbras", "a >Nimbra", "b >Nimbra"], ["ab"], 1),
    ],
)
def test_who_buys(claim, run, rows, expected, left) -> None:
    told = []
    for at, row in enumerate(rows):
        source, name = row.split(" ", 1)
        side = "target" if name.startswith(">") else "acquirer"
        value = Organisation(name=name.removeprefix(">"))
        told.append(claim(source, side, value, sentence=at))

    report = run(*told)

    assert camps(report, "acquirer") == expected
    reasons = [one.reason for one in report.not_compared]
    assert reasons == ["more articles name it as the target"] * left
    assert all(one.severity == "note" for one in report.findings if one.attribute == "acquirer")


def test_the_entries_of_a_list_are_facts_of_their_own(claim, run) -> None:
    loan, bridge = "We keep every mill open in the north", "Nobody will lose a job over this at all"
    report = run(
        *(
            claim(source, "quote", Quote(speaker="Ann Brun", text=text), "Ann Brun", sentence=at)
            for at, (source, text) in enumerate((("a", loan), ("b", bridge), ("b", loan)))
        ),
        claim("a", "deal_type", Term(term="merger")),
        claim("b", "deal_type", Term(term="acquisition")),
    )
    assert camps(report, "quote") == ["ab", "b"]


def test_a_sum_in_other_money_joins_the_side_that_it_is_a_conversion_of(claim, usd) -> None:
    told = [
        claim(source, "deal_amount", usd(sum_, currency="GBP"))
        for source, sum_ in (("a", "4.25"), ("b", "4.25"), ("c", "6.35"))
    ]
    dollars = claim("d", "deal_amount", usd("7.94"), quote="$7.94  billion")
    sources = [
        SourceText(name, name, name, None, None, None, date(2031, 5, 30), fingerprint(f"of {name}"))
        for name in "abcd"
    ]
    table = Settings(rates=Rates((Rate("GBP", "USD", Decimal("1.25"), date(2031, 5, 30)),)))

    report = reconcile([*told, dollars], sources, table)

    assert camps(report) == ["ab|cd"]
    (fact,) = report.facts
    assert fact.notes == ("$7.94 billion is taken for a conversion of the sum in GBP",)


def test_what_is_paid_with_debt_and_without_is_one_question(says, run) -> None:
    report = run(
        says("a $4.7 billion", basis=Basis.EQUITY),
        says("b $4.7 billion", basis=Basis.EQUITY),
        says("b1 $5.9 billion", basis=Basis.INCLUDING_DEBT),
    )
    assert camps(report) == ["ab|b"]
    (finding,) = report.findings
    assert (finding.cause, finding.severity) == ("basis", "note")


def test_the_bases_of_a_camp_are_noted(says, run) -> None:
    report = run(
        says("a $4.7 billion", basis=Basis.STOCK), says("b $4.7 billion", basis=Basis.EQUITY)
    )
    (fact,) = report.facts
    assert fact.notes == ("$4.7 billion is given on different bases: equity alone and in stock",)
    assert (fact.basis, fact.camps[0].basis) == ("unspecified", "unspecified")


def test_a_basis_that_all_share_is_that_of_the_fact(says, run) -> None:
    (fact,) = run(*(says(f"{name} $4.7 billion", basis=Basis.EQUITY) for name in "ab")).facts
    assert (fact.basis, fact.camps[0].basis, fact.notes) == ("equity", "equity", ())


@pytest.mark.parametrize(
    ("rows", "notes"),
    [
        (
            ["a $2.1 billion @2030", "b $2.1 billion"],
            ("$2.1 billion: period not stated by b; taken for “2030”",),
        ),
        (
            ["a $2.1 billion @2030", "b $2.1 billion @last year"],
            ("$2.1 billion: period not stated (b says “last year”); taken for “2030”",),
        ),
        (
            ["a $2.1 billion @2030", "b $2.1 billion @last year", "a2 $2.1 billion @this year"],
            ("$2.1 billion: period not stated by a, b; taken for “2030”",),
        ),
    ],
)
def test_an_assumed_period_is_noted(says, run, rows, notes) -> None:
    told = []
    for row in rows:
        phrase, _, period = row.partition(" @")
        told.append(says(phrase, "revenue", "Nimbra", period=period or None))
    (fact,) = run(*told).facts
    assert fact.notes == notes


def test_a_boldly_rounded_figure_is_a_note(says, run) -> None:
    (finding,) = run(
        says("a $104 billion"), says("b $100 billion"), says("c $104 billion")
    ).findings

    assert (finding.rule, finding.severity, finding.cause) == ("VAL003", "note", "rounding")
    assert finding.relation == "rounding_plausible"
    assert (
        finding.message
        == "Deal amount of Orvex / Nimbra: $100 billion (b) is $104 billion rounded boldly"
    )
    assert finding.reasons == (
        "the rounder figure is the other one, rounded boldly. “$100 billion” means $99.5 billion to $100.5 billion; “$104 billion” means $103.5 billion to $104.5 billion",
    )
    assert len(finding.claims) == 2


def test_figures_of_one_sentence_come_back_to_the_facts_of_others(claim, run, make_year) -> None:
    def year(source, text, sentence=0):
        return claim(source, "release_date", make_year(text), "Nimbra", sentence=sentence)

    both = year("a", "2037"), year("a", "2041")
    report = run(*both, year("b", "2037"), year("c", "2041"), year("d", "2041"))
    assert camps(report, "release_date") == ["acd|b"] or camps(report, "release_date") == [
        "ab",
        "acd",
    ]

    alike = run(*both, year("b", "2037"), year("b", "2041"), year("c", "2037"))
    assert camps(alike, "release_date") == ["ab", "abc"]
    assert not alike.not_compared


def test_the_way_back_to_a_finding(says, run) -> None:
    rows = ["a $14.3 billion", "b $19.1 billion", "c $31.7 billion", "d nearly $14.4 billion"]
    report = run(*(says(row) for row in rows))
    (finding,) = report.findings

    trace = retrace(report, finding)

    assert trace.fact == report.facts[0]
    assert [reading.claim.source for reading in trace.readings] == ["a", "b", "c", "d"]
    assert trace.readings[0].typical == "$14.25 billion to $14.35 billion"
    assert [(one.one, one.other, one.relation) for one in trace.meetings] == [
        (0, 1, "conflict"),
        (0, 2, "conflict"),
        (1, 2, "conflict"),
    ]
    assert [test.verdict for test in trace.meetings[0].tests][-1] is None
    assert trace.meetings[0].tests[-1].asks == SOMETHING_ELSE
    assert trace.meetings[1].tests[-1].verdict == (
        "One is more than twice the other: they may be two different sums."
    )


def test_many_sides_are_retraced_as_they_were_compared(says, run) -> None:
    sums = ("11.1", "13.7", "17.3", "23.9", "31.3", "41.9", "53.3", "67.9", "83.7", "97.1")
    report = run(*(says(f"{chr(97 + at)} ${sum_} billion") for at, sum_ in enumerate(sums)))
    (finding,) = report.findings

    pairs = [(one.one, one.other) for one in retrace(report, finding).meetings]

    assert pairs == [(a, b) for b in range(10) for a in range(b) if a == 0 or b < 8]


def test_a_finding_without_a_fact_shows_its_claims_alone(claim, run) -> None:
    value = Text(text="Orvex Bidco")
    report = run(
        claim("a", "unit_name", value, "Orvex", parties=("Orvex", "Nimbra")),
        claim("b", "founded", value, "Nimbra", parties=("Orvexx", "Nimbra")),
        claim("a", "target", Organisation(name="Nimbra"), sentence=1),
        claim("b", "target", Organisation(name="Nimbra"), sentence=1, parties=("Orvexx", "Nimbra")),
    )
    (finding,) = (one for one in report.findings if one.rule == "ORG001")

    trace = retrace(report, finding)

    assert (trace.fact, trace.meetings, trace.checks) == (None, (), ())
    assert [reading.claim.id for reading in trace.readings] == list(finding.claims)
    assert finding.message == (
        "One organisation, spelled differently: “Orvex” (a, b; 2 origins) against “Orvexx” (b; 1 origin)"
    )
    assert finding.reasons == ("“Orvex” is spelled “Orvexx”",)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # hedged figures that share a number are one answer, whatever each is set against each
        (["a nearly $15 billion", "b over $14 billion"], ["ab"]),
        (["a nearly $15 billion", "b over $14 billion", "c about $14.5 billion"], ["abc"]),
        (["a nearly $15 billion", "b over $19 billion"], ["a|b"]),
        (["a nearly $15 billion", "b over $14 billion", "c over $19 billion"], ["ab|c"]),
        (["a over $14 billion"], ["a"]),
        # one plain figure opens the camp that they fit
        (["a nearly $15 billion", "b $14.6 billion"], ["ab"]),
        (["a nearly $15 billion", "b $19 billion"], ["a|b"]),
    ],
)
def test_hedged_figures(says, run, rows, expected) -> None:
    told = []
    for row in rows:
        made = says(row)
        told.append(made)
    found = camps(run(*told))
    assert [" ".join(sorted(one.split("|"))) for one in found] == [
        " ".join(sorted(one.split("|"))) for one in expected
    ]


@pytest.mark.parametrize(
    ("sums", "lenient", "expected"),
    [
        (("$10.0 billion", "$9.0 billion"), True, 1),  # a tenth of the larger
        (("$10.0 billion", "$8.9 billion"), True, 2),
        (("$9.0 billion", "$10.0 billion"), True, 1),
        (("$10.0 billion", "$9.0 billion"), False, 2),
        (("49%", "45%"), True, 1),
    ],
)
def test_sums_that_may_be_conversions_may_be_a_tenth_apart(says, sums, lenient, expected) -> None:
    claims = [says(f"{name} {sum_}") for name, sum_ in zip("ab", sums, strict=True)]
    assert len(divide(claims, {}, lenient=lenient).parties) == expected


def test_who_prints_two_values_stands_on_both_sides(says) -> None:
    claims = [says(row) for row in ("a $14.3 billion", "a1 $19.1 billion", "b $19.1 billion")]
    assert divide(claims, {}).on_both_sides() == ("a",)
    assert divide(claims[:2], {}).on_both_sides() == ()
    # A coarse figure that rounds to both is one.
    coarse = [says(row) for row in ("a $4 billion", "b $4.1 billion", "c $4.2 billion")]
    assert divide(coarse, {}).on_both_sides() == ()


def test_sides_are_ranked_by_voices_and_then_by_precision(says) -> None:
    rows = ("a $14.3 billion", "b $19.12 billion", "c $14.3 billion", "d $31 billion")
    claims = [says(row) for row in rows]

    def order(origins):
        return ["".join(party.sources) for party in divide(claims, origins).parties]

    assert order({}) == ["ac", "b", "d"]
    assert order({"a": "o1", "c": "o1"}) == ["b", "ac", "d"]


@pytest.mark.parametrize(("count", "noted"), [(3, 3), (10, 10), (11, 0)])
def test_nobody_raises_a_bid_more_often_than_ten_times(says, run, count, noted) -> None:
    rows = [f"a{at} ${20 + at}" for at in range(count)]
    report = run(*(says(row, "share_price", OFFER) for row in (*rows, "b $20")))

    facts = [fact for fact in report.facts if TOLD.format(count) in fact.notes]
    assert len(facts) == noted


def test_findings_stand_by_loudness_and_deal_and_those_of_no_deal_behind(says, claim) -> None:
    false = "Acm\u0435"  # its last letter is of another script
    told = (
        says("a $14.3 billion"),
        says("b $15.8 billion"),
        says("a1 $2.1 billion", "revenue", "Nimbra"),
        says("b1 $2.2 billion", "revenue", "Nimbra"),
        claim("c", "founded", Text(text="1990"), false, parties=(None, None)),
    )
    report = reconcile(told, [SourceText.unread(name) for name in "abc"])

    assert [(one.rule, one.severity, bool(one.deal)) for one in report.findings] == [
        ("VAL001", "error", True),
        ("VAL001", "warning", True),
        ("NAM003", "warning", False),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a deal has several instalments, and two of them are no contradiction
        (["a $1.25 billion", "b $1.25 billion", "c $2.75 billion"], ["ab", "c"]),
        # a slip of the pen is one
        (["a $1.25 billion", "b $1.25 billion", "c $1.25 million"], ["ab|c"]),
    ],
)
def test_instalments_stand_side_by_side(says, rows, expected) -> None:
    claims = [says(row, subject="Orvex / Nimbra: instalment") for row in rows]
    assert camps(reconcile(claims, [])) == expected
