"""The only place where the stages meet: load, extract, reconcile, and the problems of all three.

Refuses to print, to write files and to decide what a finding is worth; those are the callers'.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol

from dealfacts.errors import DealfactsError
from dealfacts.loader.discover import discover
from dealfacts.loader.files import may_hold_claims
from dealfacts.loader.labels import labels
from dealfacts.model.statements import Statements
from dealfacts.reconciler.origins import SourceText
from dealfacts.reconciler.parts import cut
from dealfacts.reconciler.reconcile import assemble
from dealfacts.reconciler.settings import DEFAULT
from dealfacts.reconciler.settle import settle
from dealfacts.telling import NONE, Memory, Told, distinct, in_turn, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dealfacts.loader.discover import Found
    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Problem, Report
    from dealfacts.model.text import Article
    from dealfacts.reconciler.parts import Part
    from dealfacts.reconciler.settings import Settings
    from dealfacts.telling import Each

# What one core takes, roughly, in seconds for a claim of a deal.
SETTLING = 50e-6


class Run(NamedTuple):
    """A report and the articles, by id and text, whose sentences it may show."""

    report: Report
    articles: tuple[Article, ...]

    @property
    def texts(self) -> dict[str, str]:
        """Article text by source id."""
        return {article.id: article.text for article in self.articles}


class RunMemory(Memory, Protocol):
    """What files, and whole drops, came to in earlier runs."""

    def recall_run(self, found: Found, chosen: Settings) -> Run | None:
        """What the same files came to under the same settings; None where that is not held."""

    def keep_run(self, found: Found, chosen: Settings, run: Run) -> None:
        """Hold what the files came to."""


class Extracted(NamedTuple):
    """Claims in the order of the articles, and what could not be read."""

    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


def run(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    about: Sequence[str] = (),
    chosen: Settings = DEFAULT,
    each: Each = in_turn,
    memory: RunMemory | None = None,
) -> Run:
    """Everything that the articles and claims files under `paths` agree and disagree on.

    `about` are paths of articles that ready-made claims are about: their texts are shown, and days
    and copies known, but nothing is claimed by them.
    `chosen` is what the user has set about severities, publishers and rates; `each` spreads the
    work, `memory` is what files and drops came to in earlier runs.
    Raises DealfactsError for a path that does not exist and where there is nothing to read.
    """
    found = discover(paths)
    # What a run came to is kept by its paths; texts from elsewhere are no part of it.
    kept = None if about else memory
    known = kept.recall_run(found, chosen) if kept is not None else None
    if known is not None:
        return known
    told = tuple(tell(paths, found, stdin=stdin, each=each, memory=memory))
    if about:
        texts = tell(about, discover(about), each=each, memory=memory)
        told = (*told, *_named(told, texts, about))
    articles = tuple(article for one in told for article in one.articles)
    made = Run(report_of(told, chosen, each=each), articles)
    if kept is not None:
        kept.keep_run(found, chosen, made)
    return made


def _named(told: Sequence[Told], texts: Iterable[Told], about: Sequence[str]) -> tuple[Told, ...]:
    """Of `texts` the articles that claims name and that were not read yet, without claims.

    Raises DealfactsError where there are none.
    """
    wanted = {claim.source for one in told for claim in one.given.claims}
    wanted -= {article.id for one in told for article in one.articles}
    found = []
    for one in texts:
        pairs = [
            pair for pair in zip(one.articles, one.prints, strict=True) if pair[0].id in wanted
        ]
        articles, prints = zip(*pairs, strict=True) if pairs else ((), ())
        found.append(Told(articles, prints, NONE, NONE, one.problems))
    if not any(one.articles for one in found):
        names = f", such as {min(wanted)!r}" if wanted else ""
        message = f"{', '.join(about)}: no article here is one that the claims name{names}"
        raise DealfactsError(message)
    return tuple(found)


def report_of(
    told: Sequence[Told],
    chosen: Settings = DEFAULT,
    *,
    each: Each = in_turn,
    is_part: bool = False,
) -> Report:
    """What the files agree and disagree on.

    `is_part` where there are others elsewhere: articles without any named party are then no story
    of their own.
    """
    claims = _claims(told)
    drop = cut(claims, _sources(told, claims), chosen)
    if is_part and not drop.deals:
        drop = drop._replace(parts=(), homeless=drop.claims)
    report = assemble(
        drop, tuple(each(partial(settle, chosen=chosen), drop.parts, _effort)), chosen
    )
    # By path, so that the order in which files are given does not show.
    problems = sorted(
        (*(problem for one in told for problem in one.problems), *report.problems),
        key=lambda p: (p.path, p.line, p.rule, p.message),
    )
    return report.model_copy(update={"problems": tuple(problems)})


def claims(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    each: Each = in_turn,
    memory: Memory | None = None,
) -> Extracted:
    """What each article says by itself; raises as `run` does."""
    told = tuple(tell(paths, discover(paths), stdin=stdin, each=each, memory=memory))
    return Extracted(_claims(told), tuple(problem for one in told for problem in one.problems))


def statements(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    each: Each = in_turn,
    memory: Memory | None = None,
) -> Iterator[tuple[Statements, tuple[Problem, ...]]]:
    """The same file by file, so that a caller can hold one at a time; raises as `run` does.

    Ready-made claims may be those of an article that is here too: then everything comes at once.
    """
    found = discover(paths)
    told = tell(paths, found, stdin=stdin, each=each, memory=memory)
    if any(may_hold_claims(source) for source in found.sources):
        held = tuple(told)
        yield Statements(_claims(held)), tuple(problem for one in held for problem in one.problems)
        return
    for one in told:
        yield one.said, one.problems


def _effort(part: Part) -> float:
    """Seconds that a deal will take."""
    return SETTLING * len(part.claims)


def _claims(told: Sequence[Told]) -> tuple[Claim, ...]:
    """Claims read from articles, then claims given ready-made; the same claim counts once.

    Of one that was read and given, the given one counts: somebody may have corrected it.
    """
    by_id = {claim.id: claim for one in told for claim in one.said.claims}
    by_id |= distinct(claim for one in told for claim in one.given.claims)
    return tuple(by_id.values())


def _sources(told: Sequence[Told], claims: tuple[Claim, ...]) -> tuple[SourceText, ...]:
    label = labels([article for one in told for article in one.articles])
    known = [
        SourceText.of(article, label[article.id], print_)
        for one in told
        for article, print_ in zip(one.articles, one.prints, strict=True)
    ]
    unread = dict.fromkeys(claim.source for claim in claims if claim.source not in label)
    return (*known, *map(SourceText.unread, unread))
