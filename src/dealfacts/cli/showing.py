"""What a run tells: the reports that were asked for, and messages about what it did without."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from dealfacts import reports
from dealfacts.cli.output import append, emit, save, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.cli.options import Settings
    from dealfacts.model.report import Problem
    from dealfacts.pipeline import Run

# Articles that the result does without; a line of metadata that cannot be used is none.
UNREAD = frozenset({"LOAD001", "LOAD004"})
TOLD = UNREAD | {"LOAD005"}


def show(run: Run, chosen: Settings) -> None:
    """Write every file that was asked for, then stdout: a reader that leaves loses no file."""
    for name, file in chosen.files:
        plain = reports.RenderOptions(verbose=chosen.verbose, texts=run.texts)
        save(reports.load(name).render(run.report, plain), file)
    options = reports.RenderOptions(
        width=chosen.width, colour=chosen.colour, verbose=chosen.verbose, texts=run.texts
    )
    text = reports.load(chosen.format).render(run.report, options)
    if chosen.format != "terminal":
        tell(run.report.problems, chosen)
    emit(text)
    if chosen.format == "github":
        _summarise(run)


def _summarise(run: Run) -> None:
    """In a GitHub job, add the differences to the summary of the step, which holds more."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        options = reports.RenderOptions(texts=run.texts)
        append(reports.load("markdown").render(run.report, options), file)


def tell(problems: Iterable[Problem], chosen: Settings) -> None:
    """Name what could not be read or used on stderr; a missing date is no message."""
    if chosen.quiet:
        return
    for problem in problems:
        if problem.rule in TOLD:
            say(f"dealfacts: {problem.path}:{problem.line}: {problem.message}")


def refuse_unread(problems: Iterable[Problem], *, strict: bool) -> None:
    """With --strict-input, exit 2 if an article could not be read."""
    unread = sorted({problem.path for problem in problems if problem.rule in UNREAD})
    if strict and unread:
        count = "1 article" if len(unread) == 1 else f"{len(unread)} articles"
        say(f"dealfacts: --strict-input: {count} could not be read: {', '.join(unread)}")
        click.get_current_context().exit(2)


def warn_of_silence() -> None:
    """Say on stderr that nothing was claimed, so that a green run is no comfort."""
    say("dealfacts: no claim found in what was read: there was nothing to compare")
