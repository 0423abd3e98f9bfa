from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from dealfacts import pipeline
from dealfacts.model.values import Money
from dealfacts.model.vocabulary import Hedge
from dealfacts.reports import RenderOptions, terminal

if TYPE_CHECKING:
    from pathlib import Path

    from dealfacts.model.report import Report

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def block(page: str, opening: str) -> str:
    """The lines from the one that holds `opening` to the next blank one."""
    return page[page.index(opening) :].partition("\n\n")[0]


def test_a_conflict_shows_each_side_with_backing_words_and_place(
    report: Report, options: RenderOptions
) -> None:
    shown = block(terminal.render(report, options), "ERROR")

    assert "$2.4 billion  2 articles / 1 origin: Ledger, 02" in shown
    assert "│ Northwind to buy Acme Robotics for >>$2.4 billion<<" in shown
    assert "articles/01-ledger.txt:1:36" in shown
    assert "would pay >>$2.6 billion<< for Acme" in shown
    assert "articles/03-gazette.txt:3:189" in shown
    assert "nearly $2.5 billion (04) fits $2.4 billion" in shown
    assert "two plain figures that differ by more than rounding" in shown


def test_conflicts_come_before_agreements(report: Report, options: RenderOptions) -> None:
    shown = terminal.render(report, options)

    assert shown.index("Where the articles differ") < shown.index("Where the articles agree")
    assert shown.index("ERROR") < shown.index("WARNING")


def test_a_finding_about_names_shows_each_name_in_its_sentence(
    report: Report, options: RenderOptions
) -> None:
    shown = block(terminal.render(report, options), "WARNING  one person")

    assert "Elena Marsh  1 article / 1 origin: Ledger" in shown
    assert "Chief executive >>Elena Marsch<< called" in shown
    assert "why   same given name, same post" in shown


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_but_a_place_is_wider_than_the_page(
    report: Report, options: RenderOptions, width: int
) -> None:
    shown = terminal.render(report, options._replace(width=width))

    for line in shown.splitlines():
        assert len(line) <= width or re.search(r"articles/\S+$", line), line


def test_no_line_ends_in_blanks(report: Report, options: RenderOptions) -> None:
    for line in terminal.render(report, options).splitlines():
        assert line == line.rstrip()


def test_colour_adds_nothing_but_colour(report: Report, options: RenderOptions) -> None:
    bare = ESCAPE.sub("", terminal.render(report, options._replace(width=100, colour=True)))
    plain = terminal.render(report, options._replace(width=100))

    def words(page: str) -> list[str]:
        return page.replace(">>", "").replace("<<", "").replace("│", "").split()

    assert words(bare) == words(plain)


def test_the_words_of_a_claim_stand_out_in_colour(report: Report, options: RenderOptions) -> None:
    assert "\x1b[7m$2.6 billion" in terminal.render(report, options._replace(colour=True))


def test_without_colour_there_is_no_escape(report: Report, options: RenderOptions) -> None:
    assert "\x1b" not in terminal.render(report, options)


def test_control_characters_of_an_article_are_spelled_out(
    report: Report, options: RenderOptions
) -> None:
    hostile = report.findings[1].model_copy(
        update={"claims": tuple(c.id for c in report.claims if c.source == "04-blog.md")[:1]}
    )

    shown = terminal.render(report.model_copy(update={"findings": (hostile,)}), options)

    assert "Northwind\\x1b[31m is said to be paying nearly >>$2.5 billion<<" in shown
    assert "A robot wedding \\u202e(exclusive)" in shown
    assert not {"\x1b", "\u202e"}.intersection(shown)


def test_what_was_not_compared_is_counted_and_listed_on_request(
    report: Report, options: RenderOptions
) -> None:
    short = terminal.render(report, options)
    long = terminal.render(report, options._replace(verbose=1))

    assert "1 claim: states no fact that dealfacts compares" in short
    assert "$2 million" not in block(short, "Read, but not compared")
    assert "Other amount: $2 million  articles/04-blog.md:3" in block(
        long, "Read, but not compared"
    )


def test_copies_are_told_in_the_legend(report: Report, options: RenderOptions) -> None:
    assert "02  articles/02-wire.txt  (same origin as Ledger)" in terminal.render(report, options)


def test_a_deal_without_findings_says_so(report: Report, options: RenderOptions) -> None:
    shown = terminal.render(report, options)

    assert "No differences found." in shown[shown.index("Fabrikam / Litware\n===") :]


def test_an_entry_of_no_deal_is_not_lost(report: Report, options: RenderOptions) -> None:
    findings = tuple(f.model_copy(update={"deal": None}) for f in report.findings)

    shown = terminal.render(report.model_copy(update={"findings": findings}), options)

    assert "Where the articles differ (3)" in shown[shown.index("Outside these deals") :]


def test_an_entry_of_an_unlisted_deal_is_not_lost(report: Report, options: RenderOptions) -> None:
    shown = terminal.render(report.model_copy(update={"deals": ()}), options)

    assert "Where the articles differ (3)" in shown[shown.index("No deal recognised") :]


def test_a_conflict_inside_one_article_shows_its_own_words_only(
    report: Report, options: RenderOptions
) -> None:
    by_id = {claim.id: claim for claim in report.claims}
    first = report.findings[0]
    within = first.model_copy(
        update={
            "rule": "SELF001",
            "claims": tuple(c for c in by_id if by_id[c].source == "01-ledger.txt")[:3],
            "message": "the article gives two sums",
        }
    )

    shown = block(
        terminal.render(report.model_copy(update={"findings": (within,)}), options), "ERROR"
    )

    assert "the article gives two sums  [SELF001]" in shown
    assert "03-gazette" not in shown


def test_a_claim_between_both_sides_fits_both(report: Report, options: RenderOptions) -> None:
    amount = report.facts[0]
    both = amount.also_compatible[0].model_copy(update={"camps": (0, 1)})
    facts = (amount.model_copy(update={"also_compatible": (both,)}), *report.facts[1:])

    shown = terminal.render(report.model_copy(update={"facts": facts}), options)

    assert "nearly $2.5 billion (04) fits both" in shown


def test_a_claim_says_how_real_it_is_and_who_says_so(
    report: Report, options: RenderOptions
) -> None:
    rumour = next(c for c in report.claims if c.modality == "rumoured")
    told = rumour.model_copy(update={"speaker": "people close to the talks, who asked not to"})
    claims = tuple(told if c.id == told.id else c for c in report.claims)
    finding = report.findings[1].model_copy(update={"claims": (told.id,)})

    shown = terminal.render(
        report.model_copy(update={"claims": claims, "findings": (finding,)}), options
    )

    assert "(04, rumoured, according to people close to the talks" in shown


def test_a_failed_check_says_so(report: Report, options: RenderOptions) -> None:
    failed = report.checks[0].model_copy(update={"holds": False})

    shown = terminal.render(report.model_copy(update={"checks": (failed,)}), options)

    assert "does not fit" in block(shown, "Arithmetic")


def test_of_several_sides_those_that_a_claim_fits_are_named(
    report: Report, options: RenderOptions
) -> None:
    amount = report.facts[0]
    third = amount.camps[0].model_copy(update={"value": "$2.45 billion"})
    both = amount.also_compatible[0].model_copy(update={"camps": (0, 1)})
    more = amount.model_copy(update={"camps": (*amount.camps, third), "also_compatible": (both,)})

    shown = terminal.render(report.model_copy(update={"facts": (more, *report.facts[1:])}), options)
    assert "(04) fits $2.4 billion and $2.6 billion" in shown

    all_three = both.model_copy(update={"camps": (0, 1, 2)})
    more = more.model_copy(update={"also_compatible": (all_three,)})
    shown = terminal.render(report.model_copy(update={"facts": (more, *report.facts[1:])}), options)
    assert "(04) fits each of them" in shown


def test_the_deal_with_the_worst_finding_comes_first(
    report: Report, options: RenderOptions
) -> None:
    backwards = report.model_copy(update={"deals": report.deals[::-1]})

    shown = terminal.render(backwards, options)

    assert shown.index("Northwind / Acme Robotics\n===") < shown.index("Fabrikam / Litware\n===")


def test_of_many_reasons_the_first_are_shown(report: Report, options: RenderOptions) -> None:
    wordy = report.findings[0].model_copy(
        update={"reasons": tuple(f"reason {number}" for number in range(12))}
    )
    many = report.model_copy(update={"findings": (wordy,)})

    shown = terminal.render(many, options)

    assert "and   reason 4" in shown
    assert "reason 5" not in shown
    assert "and   7 more pairs of sides differ; -v shows them" in shown
    assert "reason 11" in terminal.render(many, options._replace(verbose=1))


def test_of_several_deals_those_with_differences_are_named_on_top(
    report: Report, options: RenderOptions
) -> None:
    shown = terminal.render(report, options)
    lone = terminal.render(report.model_copy(update={"deals": report.deals[:1]}), options)

    assert shown.partition("At a glance\n")[2].splitlines()[:2] == [
        "  Northwind / Acme Robotics: 1 error, 2 warnings",
        "  1 deal without differences",
    ]
    assert shown.index("At a glance") < shown.index("Northwind / Acme Robotics\n===")
    # What is about no deal of the report is a chapter of its own, and no deal.
    assert "1 error, 2 warnings\n\n" in lone.partition("At a glance\n")[2]


def test_a_stage_is_told_where_it_is_first_reported(report: Report, options: RenderOptions) -> None:
    agreed = next(e for e in report.timeline if e.date == "2025-03-03")
    again = agreed.model_copy(update={"date": "2025-04-01"})
    report = report.model_copy(update={"timeline": (*report.timeline, again)})

    assert terminal.render(report, options).count("Reported as agreed") == 1


def test_a_finding_of_arithmetic_says_what_does_not_add_up(
    report: Report, options: RenderOptions
) -> None:
    summed = report.findings[0].model_copy(
        update={"rule": "CHK002", "message": "the parts are $2.5 billion, not $2.4 billion"}
    )

    shown = terminal.render(report.model_copy(update={"findings": (summed,)}), options)

    assert "ERROR  the parts are $2.5 billion, not $2.4 billion  [CHK002]" in shown


@pytest.mark.parametrize(
    ("quote", "number", "hedge", "told"),
    [
        ("$310m", 310_000_000, Hedge.NONE, False),
        ("$310 million", 310_000_000, Hedge.ABOUT, False),
        ("around $310m", 310_000_000, Hedge.ABOUT, True),
        ("$312 million", 312_000_000, Hedge.NONE, True),
    ],
)
def test_an_agreement_names_other_figures_but_not_other_spellings(
    report: Report, options: RenderOptions, quote: str, number: int, hedge: Hedge, *, told: bool
) -> None:
    at = next(c for c in report.claims if c.attribute == "revenue" and c.source != "01-ledger.txt")
    other = at.model_copy(
        update={
            "value": Money(currency="USD", low=Decimal(number), high=Decimal(number)),
            "hedge": hedge,
            "evidence": at.evidence.model_copy(update={"quote": quote}),
        }
    )
    claims = tuple(other if claim is at else claim for claim in report.claims)

    page = terminal.render(report.model_copy(update={"claims": claims}), options)

    line = " ".join(page[page.index("Revenue · Acme") :].partition("\n  Headcount")[0].split())
    assert (f"also as {quote} (03)" in line) is told


def test_sums_of_two_currencies_with_the_same_digits_are_the_sides(tmp_path: Path) -> None:
    told = {
        "a": "Corvid Ltd agreed to buy Lintel Ltd for C$26 billion, the Canadian firm said.",
        "b": "Corvid Ltd agreed to buy Lintel Ltd for US$26 billion on Monday.",
        "c": "Corvid Ltd agreed to buy Lintel Ltd for C$20 billion, the Canadian firm said.",
    }
    for name, text in told.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    run = pipeline.run([str(tmp_path)])

    shown = block(terminal.render(run.report, RenderOptions(texts=run.texts)), "WARNING")

    assert "[CUR001]" in shown
    assert "C$26 billion (CAD)  1 article" in shown
    assert "US$26 billion (USD)  1 article" in shown
    assert "C$20 billion" not in shown


def test_a_finding_that_lists_a_claim_that_fits_keeps_its_sides(
    report: Report, options: RenderOptions
) -> None:
    amount = report.facts[0]
    loose = amount.also_compatible[0].claim
    first = report.findings[0]
    assert first.fact == amount.id
    assert loose not in first.claims
    wider = first.model_copy(update={"claims": (*first.claims, loose)})

    shown = terminal.render(report.model_copy(update={"findings": (wider,)}), options)

    assert block(shown, "ERROR") == block(terminal.render(report, options), "ERROR")
