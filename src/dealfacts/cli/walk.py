"""The walk of `review`: shows finding after finding, reads an answer to each, records it at once.

Nothing is lost when the walk stops: every answer is in the log before the next finding is shown.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from dealfacts import reports
from dealfacts.cli import answers, options, pinning, recorded
from dealfacts.cli.output import emit, say
from dealfacts.cli.today import today
from dealfacts.errors import DealfactsError
from dealfacts.model.judged import Passage
from dealfacts.records import judgements
from dealfacts.records.judgements import Judgement, Verdict
from dealfacts.records.marks import marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dealfacts.cli.answers import Answer
    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Finding
    from dealfacts.pipeline import Run
    from dealfacts.reports._sides import Side

NAMES = ("DEALFACTS_BY", "USER", "LOGNAME", "USERNAME")
NO_ANSWER = (
    "review asks on the standard input, and nothing is there. Run it in a terminal, or pipe one "
    "answer a line, as in: printf 'b\\nq\\n' | dealfacts review PATH"
)


class Step(NamedTuple):
    """One finding of the walk: where it stands among them all, and its sides."""

    at: int
    finding: Finding
    sides: tuple[Side, ...]


def account() -> str:
    """Who is at the keyboard. Raises DealfactsError where nobody can tell."""
    found = next((os.environ[name] for name in NAMES if os.environ.get(name)), None)
    if found is None:
        message = "Who judges? Give --by NAME"
        raise DealfactsError(message)
    return found


def through(run: Run, by: str) -> None:
    """Ask for every finding of the report. Raises DealfactsError where nobody answers."""
    findings = run.report.findings
    if not findings:
        say("dealfacts: nothing is open")
        return
    made: dict[int, Judgement] = {}
    at = asked = 0
    while at < len(findings):
        step = Step(at, findings[at], reports.sides(findings[at], run.report))
        answer = _ask(run, step, is_first=not asked)
        asked += 1
        if answer is None or answer.key == answers.QUIT:
            break
        if answer.key == answers.UNDO:
            at = max(at - 1, 0)
            if at in made:
                _record(made.pop(at).model_copy(update={"verdict": Verdict.WITHDRAWN}))
            continue
        if answer.verdict is not None:
            made[at] = _judgement(run, step, answer, by)
            if answer.key in answers.APPROVE:
                pinning.approve(run.report, step.finding, _approved(step, answer), made[at])
            _record(made[at])
        at += 1
    count = "1 finding" if len(made) == 1 else f"{len(made)} findings"
    say(f"dealfacts: {count} judged, {len(findings) - len(made)} left open")


def _ask(run: Run, step: Step, *, is_first: bool) -> Answer | None:
    """The answer to a finding; None where there are no more."""
    chosen = options.settings()
    look = reports.RenderOptions(width=chosen.width, texts=run.texts)
    page = reports.side_by_side(step.finding, run.report, look)
    emit(f"\n[{step.at + 1}/{len(run.report.findings)}] {page}\n{answers.SHORT}")
    while True:
        emit("> ")
        line = _line(is_first=is_first)
        if line is None:
            emit("\n")
            return None
        try:
            answer = answers.read_answer(line, len(step.sides))
            _refuse_unfit(answer, step)
        except DealfactsError as error:
            if not sys.stdin.isatty():  # the answers behind a wrong one would go astray
                raise
            emit(f"{error}\n")
            continue
        if answer.key != answers.HELP:
            return answer
        emit(answers.LONG)


def _line(*, is_first: bool) -> str | None:
    """A line that is not empty; None at the end. Raises DealfactsError if there never was one."""
    if sys.stdin is None:
        raise DealfactsError(NO_ANSWER)
    for line in sys.stdin:
        if line.strip():
            return str(line)
    if is_first and not sys.stdin.isatty():
        raise DealfactsError(NO_ANSWER)
    return None


def _approved(step: Step, answer: Answer) -> Claim:
    """The best claim of the side that an answer approves."""
    return step.sides[answers.APPROVE[answer.key]].claims[0]


def _refuse_unfit(answer: Answer, step: Step) -> None:
    """Raises DealfactsError for an answer that could steer nothing."""
    if answer.key in answers.APPROVE:
        pinning.refuse(step.finding, _approved(step, answer))
    sides = _sides(step.sides, {})
    if answer.verdict is Verdict.NOT_SAME_DEAL and not judgements.apart(sides):
        message = "One article has both sides; it cannot be taken apart. Is one misread (x a, x b)?"
        raise DealfactsError(message)
    about_names = step.finding.rule.startswith(("NAM", "ROL"))
    if answer.verdict is Verdict.NOT_SAME_PERSON and not about_names:
        message = "This is no finding about names (NAM, ROL). Is it another deal (d)?"
        raise DealfactsError(message)


def _judgement(run: Run, step: Step, answer: Answer, by: str) -> Judgement:
    mark = marks(run.report)[step.finding.id]
    texts = {source.id: source.digest for source in run.report.sources}
    misread = tuple(step.sides[side].claims[0] for side in answer.sides)
    return Judgement(
        **dict(mark),
        schema=judgements.SCHEMA,
        verdict=answer.verdict or Verdict.ACCEPTED,
        by=by,
        when=today(),
        until=answer.until,
        note=answer.note,
        sides=_sides(step.sides, texts),
        misread=tuple(claim.id for claim in misread),
        passages=tuple(Passage.of(claim, texts[claim.source]) for claim in misread),
    )


def _sides(sides: Sequence[Side], texts: Mapping[str, str]) -> tuple[judgements.Side, ...]:
    return tuple(
        judgements.Side(
            value=side.value,
            sources=side.sources,
            claims=tuple(claim.id for claim in side.claims),
            texts=tuple(texts.get(source, "") for source in side.sources),
        )
        for side in sides
    )


def _record(judgement: Judgement) -> None:
    judgements.append(recorded.path_of("judgements"), judgement)
