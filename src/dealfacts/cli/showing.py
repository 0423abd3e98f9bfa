"""What a run tells: the reports that were asked for, and messages about what it did without."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import click

from dealfacts import reports
from dealfacts.cli.output import append, emit, save, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

    from dealfacts.cli.options import Settings
    from dealfacts.model.report import Problem
    from dealfacts.pipeline import Run

# Articles that the result does without; a line of metadata that cannot be used is none.
UNREAD = frozenset({"LOAD001", "LOAD004"})
TOLD = UNREAD | {"LOAD005"}
STEP = "GITHUB_STEP_SUMMARY"
# Said so that a green run is no comfort.
SILENCE = "dealfacts: no claim found in what was read: there was nothing to compare"


class Outcome(NamedTuple):
    """All that a command leaves behind, in this order, as a value that can be held for later runs.

    `files` are paths and what is written there; `warnings` and `notes` are messages for stderr;
    `page` is for stdout; `step` goes to the summary of a GitHub step.
    """

    files: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    page: str = ""
    step: str = ""
    notes: tuple[str, ...] = ()
    code: int = 0

    def warned(self, *warnings: str) -> Self:
        """The same with these warnings before the others."""
        return self._replace(warnings=(*warnings, *self.warnings))

    def noted(self, *notes: str) -> Self:
        """The same with these notes behind the others."""
        return self._replace(notes=(*self.notes, *notes))

    def ended(self, code: int) -> Self:
        """The same with this exit code."""
        return self._replace(code=code)


def is_step() -> bool:
    """Whether this is a step of a GitHub job, which has a summary."""
    return bool(os.environ.get(STEP))


def shown(run: Run, chosen: Settings, *, step: bool) -> Outcome:
    """Every report that was asked for, and what was not read. `step`: see `is_step`."""
    plain = reports.RenderOptions(verbose=chosen.verbose, texts=run.texts)
    page = plain._replace(width=chosen.width, colour=chosen.colour)
    files = ((file, reports.load(name).render(run.report, plain)) for name, file in chosen.files)
    is_github = chosen.format == "github"
    summary = plain._replace(verbose=0)
    return Outcome(
        files=tuple(files),
        warnings=() if chosen.format == "terminal" else unread(run.report.problems, chosen),
        page=reports.load(chosen.format).render(run.report, page),
        # The annotations are few, the summary holds all differences.
        step=reports.load("markdown").render(run.report, summary) if step and is_github else "",
    )


def give(outcome: Outcome) -> None:
    """Write every file, then stdout, so that a reader who leaves loses no file, and end."""
    for file, text in outcome.files:
        save(text, file)
    for message in outcome.warnings:
        say(message)
    emit(outcome.page)
    if outcome.step:
        append(outcome.step, os.environ[STEP])
    for message in outcome.notes:
        say(message)
    if outcome.code:
        click.get_current_context().exit(outcome.code)


def unread(problems: Iterable[Problem], chosen: Settings) -> tuple[str, ...]:
    """Messages that name what could not be read or used; a missing date is no message."""
    if chosen.quiet:
        return ()
    told = (problem for problem in problems if problem.rule in TOLD)
    return tuple(f"dealfacts: {one.path}:{one.line}: {one.message}" for one in told)


def tell(problems: Iterable[Problem], chosen: Settings) -> None:
    """Name what could not be read or used on stderr."""
    for message in unread(problems, chosen):
        say(message)


def refusal(problems: Iterable[Problem]) -> str:
    """With --strict-input, why the exit code is 2; "" where every article could be read."""
    paths = sorted({problem.path for problem in problems if problem.rule in UNREAD})
    if not paths:
        return ""
    count = "1 article" if len(paths) == 1 else f"{len(paths)} articles"
    return f"dealfacts: --strict-input: {count} could not be read: {', '.join(paths)}"


def refuse_unread(problems: Iterable[Problem], *, strict: bool) -> None:
    """With --strict-input, exit 2 if an article could not be read."""
    why = refusal(problems) if strict else ""
    if why:
        say(why)
        click.get_current_context().exit(2)


def warn_of_silence() -> None:
    """Say on stderr that nothing was claimed."""
    say(SILENCE)
