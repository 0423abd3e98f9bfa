from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dealfacts.model.vocabulary import Severity
from dealfacts.reports import RenderOptions, markdown
from dealfacts.reports._marked_up import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from dealfacts.model.report import Report

# The tags that the format itself writes.
OWN = {"<br>", "<b>", "</b>", "</details>", "<!-- -->"}


def tokens(page: str) -> Iterator[Token]:
    for block in MarkdownIt("gfm-like", {"linkify": False}).parse(page):
        yield block
        yield from block.children or ()


def test_a_deal_has_a_table_with_a_row_for_each_finding(
    report: Report, options: RenderOptions
) -> None:
    rows = [t for t in tokens(markdown.render(report, options)) if t.type == "tr_open"]

    assert len(rows) == len(report.findings) + 1


def test_a_row_shows_sides_with_their_sources_and_what_fits(
    report: Report, options: RenderOptions
) -> None:
    row = next(line for line in markdown.render(report, options).splitlines() if "VAL001" in line)

    assert row.startswith("| **error** | Deal amount \\[VAL001\\] | **\\$2.4 billion** Ledger, 02")
    assert "**\\$2.6 billion** 03" in row
    assert "also nearly \\$2.5 billion (04) fits" in row
    assert row.endswith("two plain figures that differ by more than rounding<br>"
                        "no likely cause was found<br>Go back to the primary source (filing, press "
                        "release) and see which side it supports. |")  # fmt: skip


def test_the_words_are_folded_in_with_the_value_bold(
    report: Report, options: RenderOptions
) -> None:
    page = markdown.render(report, options)

    assert "<details><summary>The words behind it (3)</summary>" in page
    assert "> Ledger · Northwind to buy Acme Robotics for <b>\\$2.4 billion</b><br>" in page
    assert page.count("<details>") == page.count("</details>")


def test_hostile_text_makes_no_markup(hostile: tuple[Report, RenderOptions]) -> None:
    page = markdown.render(*hostile)

    found = list(tokens(page))
    html = [t.content.strip() for t in found if t.type in {"html_inline", "html_block"}]
    summaries = [tag for tag in html if tag.startswith("<details><summary>")]
    assert set(html) - set(summaries) <= OWN
    assert not {"link_open", "image", "code_inline", "s_open", "fence", "code_block"} & {
        t.type for t in found
    }
    rows = [t for t in found if t.type == "tr_open"]
    assert len(rows) == len(hostile[0].findings) + 1
    assert "@everyone" not in page
    assert "www.evil" not in page
    assert "https://" not in page


@given(st.text("#-+=.) 1a`*_[]()<>|~$&@:/!\\\t\n", max_size=30))
def test_any_text_in_an_item_stays_text(text: str) -> None:
    kinds = {t.type for t in tokens(f"- x = {plain(text)}\n- {plain(text)}\n")}

    assert kinds <= {
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
        *("paragraph_open", "paragraph_close", "inline", "text", "html_inline", "text_special"),
    }


@given(st.text("`*_[]()<>|~$&\\ab1 #", min_size=1, max_size=30))
def test_text_reads_as_it_was(text: str) -> None:
    shown = "".join(
        t.content for t in tokens(f"x{plain(text)}x\n") if t.type in {"text", "text_special"}
    )

    assert "".join(shown.split()) == "".join(f"x{text}x".split())


@pytest.mark.parametrize("findings", [60, 400])
def test_a_long_report_stays_within_a_comment_and_counts_what_is_missing(
    report: Report, options: RenderOptions, findings: int
) -> None:
    many = tuple(
        report.findings[0].model_copy(update={"id": f"x-{n}", "severity": severity})
        for n in range(findings)
        for severity in (Severity.NOTE, Severity.ERROR)
    )

    page = markdown.render(report.model_copy(update={"findings": many}), options)

    assert len(page) <= markdown.LIMIT
    assert "*Left out, because a comment has room for 65,536 characters: " in page
    shown = page.count("| **error** |"), page.count("| **note** |")
    assert shown == (60, 60) if findings == 60 else shown[1] == 0 < shown[0] < findings
    assert page.count("<details>") == page.count("</details>")


def test_arithmetic_and_the_course_of_the_deal_are_folded_in(
    report: Report, options: RenderOptions
) -> None:
    missed = report.checks[0].model_copy(update={"holds": False, "message": "it is not enough"})
    page = markdown.render(report.model_copy(update={"checks": (*report.checks, missed)}), options)

    sums = page.partition("<details><summary>Arithmetic (2)</summary>\n\n")[2].splitlines()
    assert sums[0] == "- **does not fit** = it is not enough \\[CHK002\\] 03, 04"
    assert sums[1].startswith("- fits = 1,240 employees x \\$2 million is ")
    steps = page.partition("<details><summary>Timeline (2)</summary>\n\n")[2].splitlines()
    assert steps[:2] == [
        "- 2011 = Founded: 2011 Ledger",
        "- 2025-03-03 = Reported as agreed Ledger",
    ]


def test_the_deal_with_the_worst_finding_comes_first(
    report: Report, options: RenderOptions
) -> None:
    page = markdown.render(report.model_copy(update={"deals": report.deals[::-1]}), options)

    assert page.index("### Northwind / Acme Robotics") < page.index("### Fabrikam / Litware")


def test_a_report_that_fits_leaves_nothing_out(report: Report, options: RenderOptions) -> None:
    assert "Left out" not in markdown.render(report, options)


def test_what_was_decided_on_is_folded_in(decided: Report, options: RenderOptions) -> None:
    page = markdown.render(decided, options)

    assert "## dealfacts: 2 warnings\n\n1 new of 4 articles, " in page
    fold = page.partition("<details><summary>Decided before (1)</summary>")[2]
    assert "\\[VAL001\\] = accepted by Jo \\<jo@<!-- -->example.org\\> (checked &#124; with" in fold
