"""One run under what the command line says of standard input, texts, processes and memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar

from dealfacts.cli import options, spread
from dealfacts.cli.showing import Outcome
from dealfacts.cli.start import swift_imports

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dealfacts.cli.spread import Spread
    from dealfacts.pipeline import Run
    from dealfacts.reconciler.settings import Settings

Asked = TypeVar("Asked")


def reconciled(paths: Sequence[str], chosen: Settings) -> Run:
    """Everything that `paths` agree and disagree on; raises as the pipeline does."""
    with spread.spread() as way:
        return _run(paths, chosen, way)


def outcome(
    paths: Sequence[str],
    chosen: Settings,
    asked: Asked,
    tell: Callable[[Run, Asked], Outcome],
) -> Outcome:
    """What `tell` makes of a run over `paths`, or made of it in an earlier one.

    `tell` is a pure function of the run and of `asked`, a type of which no other command has one of
    that name. Raises as the pipeline and `tell` do.
    """
    with spread.spread() as way:
        # Texts from elsewhere are no part of what the cache knows a run by.
        if way.memory is None or options.about():
            return tell(_run(paths, chosen, way), asked)
        question = _question(asked)
        known = way.memory.recall_answer(paths, chosen, question)
        if known is not None:
            return _outcome(known)
        made = tell(_run(paths, chosen, way), asked)
        way.memory.keep_answer(question, json.dumps(made, ensure_ascii=False))
        return made


def _run(paths: Sequence[str], chosen: Settings, way: Spread) -> Run:
    with swift_imports():
        from dealfacts import pipeline  # noqa: PLC0415  heavy, --help is not

    return pipeline.run(
        paths,
        stdin=options.standard_input(paths),
        about=options.about(),
        chosen=chosen,
        each=way.each,
        memory=way.memory,
    )


def _question(asked: object) -> str:
    """All that a run is told by, the program included, in words."""
    from dealfacts.records.canonical import canonical  # noqa: PLC0415  most runs have no cache
    from dealfacts.records.rules_version import program_version  # noqa: PLC0415  likewise

    return canonical((program_version().hex(), asked))


def _outcome(held: str) -> Outcome:
    files, warnings, page, step, notes, code = json.loads(held)
    return Outcome(tuple(map(tuple, files)), tuple(warnings), page, step, tuple(notes), code)
