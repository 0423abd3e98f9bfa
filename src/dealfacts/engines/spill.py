"""One machine, any size: what does not fit into memory waits on the disk.

Every article is read once and waits, compressed, in a spool; what could tie it to others goes into
blocks on the disk; then groups of kin are gathered in `PARTS` files and reconciled one group at a
time. In memory are the names of companies and articles, and one group. The tables are written
beside their place and moved there whole. Refuses to write into a folder that holds anything.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import Counter, defaultdict
from contextlib import ExitStack, contextmanager
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from dealfacts.engines.groups import PARTS, TABLES, apart, as_found, part_of, rows_of, total
from dealfacts.engines.kinship import (
    Member,
    block_ties,
    confirmed,
    entries,
    is_candidate,
    name_entries,
    ties,
)
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
    from dealfacts.engines.kinship import Key, Tie
    from dealfacts.model.report import Problem, Summary
    from dealfacts.reconciler.settings import Settings
    from dealfacts.telling import Each, Memory, Told

# Files that blocks wait in; one at a time is in memory.
BLOCKS = 64
LENGTH = 4
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
        _tie(room, kin)
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
        blocks = [stack.enter_context(_block(room, at).open("w")) for at in range(BLOCKS)]

        def put(key: Key, member: Member) -> None:
            at = int.from_bytes(blake2b(repr(key).encode(), digest_size=2).digest()) % BLOCKS
            blocks[at].write(f"{json.dumps((key, member))}\n")

        for file in told:
            problems.extend(file.problems)
            for source, one in apart(file):
                kin.add(("a", source))
                _write(spool, source.encode("utf-8", "surrogatepass"))
                _write(spool, pack(one))
                for article, name in ties(one):
                    if kin.add(name):
                        for key, member in name_entries(name[1]):
                            put(key, member)
                    kin.tie(article, name)
                for key, member in entries(one):
                    put(key, member)
    return by_place(problems)


def _tie(room: Path, kin: Unions) -> None:
    """Ties what stands together in a block, one file of blocks at a time."""
    candidates: Counter[Tie] = Counter()
    for at in range(BLOCKS):
        held: dict[Key, list[Member]] = defaultdict(list)
        with _block(room, at).open() as file:
            for each in file:
                (kind, word), (sort, node, words) = json.loads(each)
                held[kind, word].append(Member(sort, tuple(node), words))
        for key, members in held.items():
            if len(members) > 1:
                if is_candidate(key):
                    candidates.update(block_ties(key, members))
                else:
                    for a, b in block_ties(key, members):
                        kin.tie(a, b)
        _block(room, at).unlink()
    for a, b in confirmed(candidates):
        kin.tie(a, b)


def _gather(room: Path, kin: Unions) -> None:
    """Moves the articles from the spool to the part of their group."""
    first: dict[int, str] = {}
    with (room / "spool").open("rb") as spool:
        for name, _ in _pairs(spool):
            source = name.decode("utf-8", "surrogatepass")
            top = kin.find(("a", source))
            first[top] = min(first.get(top, source), source)
    with ExitStack() as stack:
        parts = [stack.enter_context(_part(room, at).open("wb")) for at in range(PARTS)]
        spool = stack.enter_context((room / "spool").open("rb"))
        for name, content in _pairs(spool):
            group = first[kin.find(("a", name.decode("utf-8", "surrogatepass")))]
            part = parts[part_of(group)]
            _write(part, group.encode("utf-8", "surrogatepass"))
            _write(part, content)
    (room / "spool").unlink()


def _settle_part(at: int, *, room: Path, made: Path, chosen: Settings, finish: Finish) -> Summary:
    """Reconciles the groups of one part, and writes its rows."""
    groups: dict[bytes, list[bytes]] = defaultdict(list)
    with _part(room, at).open("rb") as file:
        for group, content in _pairs(file):
            groups[group].append(content)
    summaries: list[Summary] = []
    with ExitStack() as stack:
        files = [
            stack.enter_context((made / name / f"part-{at:05}.jsonl").open("wb")) for name in TABLES
        ]
        for group in sorted(groups):
            rows = rows_of(map(whole, groups.pop(group)), chosen, finish)
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


def _block(room: Path, at: int) -> Path:
    return room / f"block-{at}"


def _part(room: Path, at: int) -> Path:
    return room / f"part-{at}"


def _write(file: BinaryIO, content: bytes) -> None:
    file.write(len(content).to_bytes(LENGTH, "big") + content)


def _pairs(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """What was written two by two."""
    while length := file.read(LENGTH):
        first = file.read(int.from_bytes(length, "big"))
        yield first, file.read(int.from_bytes(file.read(LENGTH), "big"))
