"""Markdown for a pull request: a table of differences per deal, the evidence folded in below.

A comment on GitHub holds 65,536 characters, and one that is longer is refused as a whole. So the
page takes in the rows of the worst findings first, then sentences, arithmetic, the course of the
deal, and what the articles agree on, as far as there is room; the last line counts what was left
out.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.model.vocabulary import Status
from dealfacts.reports import _wording
from dealfacts.reports._advice import advice
from dealfacts.reports._chapters import chapters
from dealfacts.reports._excerpt import excerpt
from dealfacts.reports._index import index as make_index
from dealfacts.reports._marked_up import plain
from dealfacts.reports._sides import disputed, fitting_told, heading, sides
from dealfacts.reports._steps import course

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.model.report import Accepted, Check, Conversion, Fact, Finding, Report
    from dealfacts.reports import RenderOptions
    from dealfacts.reports._chapters import Chapter
    from dealfacts.reports._index import Index
    from dealfacts.reports._sides import Side
    from dealfacts.reports._steps import Step

NAME = "markdown"
DESCRIPTION = "a comment for a pull request, with folded evidence"

LIMIT = 65_536
# For the line that says what was left out, of every kind of entry.
RESERVED = 500
# Characters of a sentence around a value.
ROOM = 280
# In which order there is room: findings by severity, the worst first, then their words, the rest.
HEAD, WORST, PROBLEM, EVIDENCE, SUMS, DECIDED, COURSE = 0, *range(3, 9)
AGREED, ALONE, CONVERTED, FILES = range(9, 13)
TABLE = "| | What | Who says what | Why, and what to do |\n|---|---|---|---|\n"


class Section(NamedTuple):
    """Entries with what frames them. Without an entry there is no frame; `what` names the entries.

    An entry is shown whole or not at all; those of a lower rank come first.
    """

    what: str
    entries: tuple[tuple[int, str], ...]
    opening: str = ""
    closing: str = ""


def render(report: Report, options: RenderOptions) -> str:
    """The report as GitHub-flavoured Markdown of at most LIMIT characters."""
    sections = list(_sections(report, make_index(report, options)))
    chosen = _chosen(sections)
    shown = "".join(_framed(section, kept) for section, kept in zip(sections, chosen, strict=True))
    missing: Counter[str] = Counter()
    for section, kept in zip(sections, chosen, strict=True):
        missing[section.what] += len(section.entries) - len(kept)
    told = ", ".join(f"{what}: {count}" for what, count in missing.items() if count)
    if told:
        shown += f"\n*Left out, because a comment has room for {LIMIT:,} characters: {told}.*\n"
    return shown


def _chosen(sections: Sequence[Section]) -> list[set[int]]:
    """For each section the places of the entries that there is room for, the first ranks first."""
    left = LIMIT - RESERVED
    found: list[set[int]] = [set() for _ in sections]
    entries = [
        (rank, at, place, len(text))
        for at, section in enumerate(sections)
        for place, (rank, text) in enumerate(section.entries)
    ]
    for _, at, place, size in sorted(entries):
        frame = 0 if found[at] else len(sections[at].opening) + len(sections[at].closing)
        if size + frame <= left:
            left -= size + frame
            found[at].add(place)
    return found


def _framed(section: Section, kept: set[int]) -> str:
    if not kept:
        return ""
    texts = "".join(section.entries[place][1] for place in sorted(kept))
    return f"{section.opening}{texts}{section.closing}"


def _sections(report: Report, index: Index) -> Iterator[Section]:
    told = report.summary
    head = f"## dealfacts: {_wording.loud(report.findings) or 'no differences'}\n\n"
    deals, claims = _wording.counted(told.deals, "deal"), _wording.counted(told.claims, "claim")
    agreed = _wording.counted(told.agreements, "agreement")
    head += f"{_wording.articles(report)}, {deals}, {claims}, {agreed}.\n"
    yield Section("headings", ((HEAD, head),))
    for chapter in chapters(report, index):
        if not chapter.is_empty:
            yield from _deal(chapter, index)
    problems = [f"- {plain(p.path)}\\:{p.line} {plain(p.message)}" for p in report.problems]
    yield from _folded("Problems with the input", problems, PROBLEM)
    files = [f"- {plain(source.label)} = {plain(source.path)}" for source in report.sources]
    yield from _folded("Sources", files, FILES)


def _deal(chapter: Chapter, index: Index) -> Iterator[Section]:
    ranks = [WORST - each.severity.rank for each in chapter.findings]
    yield Section("deals", ((min(ranks, default=AGREED), _title(chapter, index)),))
    rows = tuple((rank, _row(e, index)) for rank, e in zip(ranks, chapter.findings, strict=True))
    yield Section("findings", rows, opening=f"\n{TABLE}")
    evidence = [_evidence(finding, index) for finding in chapter.findings]
    yield from _folded("The words behind it", evidence, EVIDENCE)
    sums = [_sum(each, index) for each in sorted(chapter.checks, key=lambda each: each.holds)]
    yield from _folded("Arithmetic", sums, SUMS)
    decided = [_decision(each) for each in chapter.accepted]
    yield from _folded("Decided before", decided, DECIDED)
    steps = [_step(step, index) for step in course(chapter.events, index)]
    yield from _folded("Timeline", steps, COURSE)
    agreed = [_fact(fact, index) for fact in chapter.facts if fact.status is Status.AGREEMENT]
    yield from _folded("Where the articles agree", agreed, AGREED)
    alone = [_fact(fact, index) for fact in chapter.facts if fact.status is Status.SINGLE_SOURCE]
    yield from _folded("Said by one origin only", alone, ALONE)
    converted = [
        _converted(each, index) for each in sorted(chapter.conversions, key=lambda each: each.fits)
    ]
    yield from _folded("Conversions", converted, CONVERTED)


def _title(chapter: Chapter, index: Index) -> str:
    title = f"\n### {plain(chapter.title)}\n"
    if chapter.deal is None:
        return title
    sources = chapter.deal.sources
    backing = _wording.backing(len(sources), index.origins(sources))
    return f"{title}\n{backing}: {plain(index.labels(sources))}\n"


def _row(finding: Finding, index: Index) -> str:
    fact = disputed(finding, index)
    said = [f"**{plain(s.value)}** {plain(index.labels(s.sources))}" for s in sides(finding, index)]
    said += [f"also {plain(told)}" for told in (fitting_told(fact, index) if fact else ())]
    why = "<br>".join(plain(line) for line in (*finding.reasons, advice(finding)) if line)
    head = f"{plain(heading(finding, index))} \\[{plain(finding.rule)}\\]"
    return f"| **{finding.severity.value}** | {head} | {'<br>'.join(said)} | {why} |\n"


def _evidence(finding: Finding, index: Index) -> str:
    lines = [f"**{plain(heading(finding, index))}**\n"]
    lines += [_words(side, index) for side in sides(finding, index) if side.claims]
    return "\n".join(lines)


def _words(side: Side, index: Index) -> str:
    claim = side.claims[0]
    shown = excerpt(claim, index.options.texts, ROOM)
    said = f"{plain(shown.before)}<b>{plain(shown.value)}</b>{plain(shown.after)}"
    return f"> {plain(index.label(claim.source))} · {said}<br>{plain(index.place(claim))}\n"


def _fact(fact: Fact, index: Index) -> str:
    camp = fact.camps[0]
    value = _wording.value(fact, camp, index.known(camp.claims))
    title = _wording.title(fact, index.deal(fact.deal))
    return f"- {plain(title)} = **{plain(value)}** {plain(index.labels(camp.sources))}"


def _sum(check: Check, index: Index) -> str:
    holds = "fits" if check.holds else "**does not fit**"
    givers = index.labels(claim.source for claim in index.known(check.inputs))
    return f"- {holds} = {plain(check.message)} \\[{plain(check.check)}\\] {plain(givers)}"


def _converted(each: Conversion, index: Index) -> str:
    fits = "fits" if each.fits else "**does not fit**"
    givers = index.labels(claim.source for claim in index.known((each.claim,)))
    return f"- {fits} = {plain(each.message)} {plain(givers)}"


def _step(step: Step, index: Index) -> str:
    return f"- {plain(step.day)} = {plain(step.told)} {plain(index.label(step.claim.source))}"


def _decision(each: Accepted) -> str:
    what = f"{plain(each.finding.message)} \\[{plain(each.finding.rule)}\\]"
    return f"- {what} = {plain(_wording.decision(each))}"


def _folded(name: str, entries: Sequence[str], rank: int) -> Iterator[Section]:
    if entries:
        opening = f"\n<details><summary>{name} ({len(entries)})</summary>\n\n"
        lines = tuple((rank, f"{entry}\n") for entry in entries)
        yield Section(name.lower(), lines, opening, "\n</details>\n")
