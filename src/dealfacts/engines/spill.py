"""One machine, any size: what does not fit into memory waits on the disk.

Every article is read once and waits, compressed, in a spool; what could tie it to others goes into
blocks on the disk; then groups of kin are gathered in `PARTS` files, read there one group at a time
and reconciled. In memory are the names of companies and articles, and one group. The tables are
written beside their place and moved there whole. Refuses to write into a folder that holds
anything.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from dealfacts.engines import blocks, pieces
from dealfacts.engines.groups import PARTS, TABLES, apart, as_found, part_of, rows_of, total
from dealfacts.engines.kinship import entries, name_entries, ties
from dealfacts.engines.unions import Unions
from dealfacts.errors import DealfactsError
from dealfacts.loader.discover import discover
from dealfacts.model.lines import line
from dealfacts.packing import pack, unpack
from dealfacts.reconciler.settings import DEFAULT
from dealfacts.telling import in_turn, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dealfacts.engines.groups import Finish
    from dealfacts.model.report import Problem, Summary
    from dealfacts.reconciler.settings import Settings
    from dealfacts.telling import Each, Memory, Told

# Seconds that one core takes, roughly, for a byte of packed articles.
SETTLING = 1e-6


class Written(NamedTuple):
    """What was written, and what could not be read."""

    summary: Summary
    problems: tuple[Problem, ...]


def reconcile_to(
    paths: Sequence[str],
    out: str,
    *,
    stdin: BinaryIO | None = None,
    chosen: Settings = DEFAULT,
    finish: Finish = as_found,
    each: Each = in_turn,
    memory: Memory | None = None,
) -> Written:
    """Reconcile `paths` into tables of JSON lines below the folder `out`.

    `finish` is done to the report of every group.
    Raises DealfactsError as `run` does, and where `out` holds something.
    """
    told = tell(paths, discover(paths), stdin=stdin, each=each, memory=memory)
    with beside(out) as made, tempfile.TemporaryDirectory(dir=made) as scratch:
        room = Path(scratch)
        kin = Unions()
        problems = _spool(told, room, kin)
        blocks.tie(room, kin)
        _gather(room, kin)
        for table in TABLES:
            (made / table).mkdir()
        work = partial(_settle_part, room=room, made=made, chosen=chosen, finish=finish)
        summary = total(list(each(work, range(PARTS), partial(_effort, room=room))))
        close(made, summary, problems)
    return Written(summary, problems)


@contextmanager
def beside(out: str) -> Iterator[Path]:
    """A new folder that becomes `out` at the end; after a failure nothing is left of it."""
    target = Path(out)
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            message = f"{out}: holds something. Name a new or an empty folder"
            raise DealfactsError(message)
        target.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    except OSError as error:
        message = f"{out}: cannot be written: {error.strerror}"
        raise DealfactsError(message) from error
    try:
        yield made
        made.chmod(0o755)
        if target.exists():
            target.rmdir()
        made.rename(target)
    except OSError as error:
        message = f"{out}: cannot be written: {error.strerror}"
        raise DealfactsError(message) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def close(made: Path, summary: Summary, problems: Sequence[Problem]) -> None:
    """The counts, and behind the problems of groups those of reading."""
    told = "".join(f"{line(problem)}\n" for problem in problems)
    last = made / "problems" / f"part-{PARTS:05}.jsonl"
    last.write_text(told, encoding="utf-8", errors="backslashreplace")
    (made / "summary.json").write_text(f"{line(summary)}\n", encoding="utf-8")


def by_place(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of a report."""
    return tuple(sorted(problems, key=lambda p: (p.path, p.line, p.rule, p.message)))


def _spool(told: Iterator[Told], room: Path, kin: Unions) -> tuple[Problem, ...]:
    """Puts articles into the spool, and what could tie them into blocks."""
    problems: list[Problem] = []
    with ExitStack() as stack:
        spool = stack.enter_context((room / "spool").open("wb"))
        put = stack.enter_context(blocks.filling(room))
        for file in told:
            problems.extend(file.problems)
            for source, one in apart(file):
                kin.add(("a", source))
                pieces.write(spool, source.encode("utf-8", "surrogatepass"))
                pieces.write(spool, pack(one))
                for article, name in ties(one):
                    if kin.add(name):
                        for key, member in name_entries(name[1]):
                            put(key, member)
                    kin.tie(article, name)
                for key, member in entries(one):
                    put(key, member)
    return by_place(problems)


def _gather(room: Path, kin: Unions) -> None:
    """Moves the articles from the spool to the part of their group."""
    first: dict[bytes, str] = {}
    with (room / "spool").open("rb") as spool:
        for name, _ in pieces.places(spool):
            source = name.decode("utf-8", "surrogatepass")
            top = kin.find(("a", source))
            first[top] = min(first.get(top, source), source)
    with ExitStack() as stack:
        parts = [stack.enter_context(_part(room, at).open("wb")) for at in range(PARTS)]
        spool = stack.enter_context((room / "spool").open("rb"))
        for name, place in pieces.places(spool):
            group = first[kin.find(("a", name.decode("utf-8", "surrogatepass")))]
            part = parts[part_of(group)]
            pieces.write(part, group.encode("utf-8", "surrogatepass"))
            pieces.write(part, pieces.read(spool, place))
    (room / "spool").unlink()


def _settle_part(at: int, *, room: Path, made: Path, chosen: Settings, finish: Finish) -> Summary:
    """Reconciles the groups of one part one by one, and writes its rows."""
    summaries: list[Summary] = []
    with ExitStack() as stack:
        part = stack.enter_context(_part(room, at).open("rb"))
        places: dict[bytes, list[int]] = defaultdict(list)
        for group, place in pieces.places(part):
            places[group].append(place)
        files = [
            stack.enter_context((made / name / f"part-{at:05}.jsonl").open("wb")) for name in TABLES
        ]
        for group in sorted(places):
            told = (whole(pieces.read(part, place)) for place in places[group])
            rows = rows_of(told, chosen, finish)
            summaries.append(rows.summary)
            for table, lines in zip(files, rows.lines, strict=True):
                table.write(lines.encode("utf-8", "backslashreplace"))
    _part(room, at).unlink()
    return total(summaries)


def whole(packed: bytes) -> Told:
    """What was packed by this run; raises DealfactsError if it is not whole any more."""
    told = unpack(packed)
    if told is None:
        message = "what was put on the disk came back damaged. Look after the disk, and run again"
        raise DealfactsError(message)
    return told


def _effort(at: int, *, room: Path) -> float:
    return SETTLING * _part(room, at).stat().st_size


def _part(room: Path, at: int) -> Path:
    return room / f"part-{at}"
