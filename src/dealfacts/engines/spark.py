"""Many machines: the same tables as `spill` writes, by an Apache Spark cluster.

Articles are read where a task runs; names, headlines and copies meet in blocks by a shuffle; kin
are found by passing the smallest name along ties until nothing changes; a last shuffle brings each
group together, and its rows are those of the same function as everywhere. Nothing but problems and
counts comes to the driver. A task that is lost is run again, and an article on which reading fails
becomes a problem. The paths and the folder of the tables must be seen by all machines, on which
dealfacts is installed. Refuses standard input, which only one machine could read.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from functools import partial
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING

from dealfacts.engines.groups import PARTS, TABLES, apart, as_found, part_of, rows_of, total
from dealfacts.engines.kinship import (
    SHARED,
    block_ties,
    entries,
    is_candidate,
    name_entries,
    ties,
)
from dealfacts.engines.spill import Written, beside, by_place, close, whole
from dealfacts.errors import DealfactsError
from dealfacts.loader.discover import STDIN, discover
from dealfacts.model.report import Problem, Summary
from dealfacts.packing import pack
from dealfacts.reconciler.settings import DEFAULT
from dealfacts.telling import nothing, read_and_extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyspark import RDD, SparkContext

    from dealfacts.engines.groups import Finish
    from dealfacts.engines.kinship import Key, Member, Node, Tie
    from dealfacts.loader.discover import Source
    from dealfacts.reconciler.settings import Settings

    # An article as it was read: its id and what it came to, packed.
    Packed = tuple[str, bytes]
    # A node and the smallest node that is known to be kin; articles come before names.
    Label = tuple[Node, Node]

# Files of one task: enough to be worth its start, few enough to be done again.
FILES = 200
# Tasks of a shuffle for each core.
TASKS = 2


def reconcile_to(
    paths: Sequence[str],
    out: str,
    *,
    chosen: Settings = DEFAULT,
    finish: Finish = as_found,
    master: str | None = None,
) -> Written:
    """Reconcile `paths` into tables below the folder `out`, on the cluster `master`.

    Raises DealfactsError as the local engine does, and where Spark is missing or does not start.
    """
    found = discover(paths)
    if any(source.path == STDIN for source in found.sources):
        message = "-: Spark cannot read the standard input. Save it as a file"
        raise DealfactsError(message)
    with beside(out) as made:
        for table in TABLES:
            (made / table).mkdir()
        context = _context(master)
        try:
            read = _read(context, found.sources)
            told = read.filter(lambda each: isinstance(each, Problem)).collect()
            problems = by_place((*found.problems, *told))
            articles = read.filter(lambda each: not isinstance(each, Problem))
            if articles.isEmpty():
                raise DealfactsError(nothing(paths, problems))
            groups = _groups(articles, _labels(articles))
            work = partial(_write_part, made=str(made), chosen=chosen, finish=finish)
            summary = total(groups.mapPartitionsWithIndex(work).collect())
        finally:
            context.stop()
        close(made, summary, problems)
    return Written(summary, problems)


def _context(master: str | None) -> SparkContext:
    try:
        from pyspark import SparkConf, SparkContext  # noqa: PLC0415  an extra
    except ImportError as error:
        message = "--engine spark needs PySpark: pip install 'dealfacts[spark]'"
        raise DealfactsError(message) from error
    settings = {
        "spark.app.name": "dealfacts",
        "spark.master": master or "local[*]",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
    }
    if master is None or master.startswith("local"):
        # The executors are on this machine, where dealfacts may run from its source.
        settings["spark.pyspark.python"] = sys.executable
        settings["spark.executorEnv.PYTHONPATH"] = ":".join(filter(None, sys.path))
    try:
        return SparkContext(conf=SparkConf().setAll(list(settings.items())))
    except Exception as error:
        message = f"Spark does not start, it needs Java 17 or newer: {error}".splitlines()[0]
        raise DealfactsError(message) from error


def _read(context: SparkContext, sources: Sequence[Source]) -> RDD[Packed | Problem]:
    """Every article, read once and kept on the disks of the executors; and the problems."""
    from pyspark import StorageLevel  # noqa: PLC0415  it is there by now

    slices = max(_tasks(context), len(sources) // FILES)
    return context.parallelize(sources, slices).flatMap(_articles).persist(StorageLevel.DISK_ONLY)


def _tasks(context: SparkContext) -> int:
    return TASKS * int(context.defaultParallelism)


def _articles(source: Source) -> Iterator[Packed | Problem]:
    try:
        told = read_and_extract(source)
    except Exception as error:  # noqa: BLE001  one article must not end the run of all
        message = f"Left out, reading it failed: {type(error).__name__}: {error}"
        yield Problem(path=source.path, message=message)
        return
    yield from told.problems
    for name, one in apart(told):
        yield name, pack(one)


def _labels(articles: RDD[Packed]) -> RDD[Label]:
    """The smallest kin of every node, by passing it along ties until nothing changes."""
    tasks = _tasks(articles.context)
    both = _ties(articles, tasks).flatMap(lambda tie: (tie, tie[::-1]))
    found = both.groupByKey(tasks).persist()
    alone = articles.map(lambda each: (("a", each[0]), ("a", each[0])))
    named = found.keys().map(lambda node: (node, node))
    labels: RDD[Label] = alone.union(named).reduceByKey(min, tasks).persist()
    while True:
        passed = found.join(labels, tasks).values().flatMap(_passed)
        closer = labels.union(passed).reduceByKey(min, tasks).persist()
        changed = closer.join(labels, tasks).filter(lambda each: each[1][0] != each[1][1])
        if changed.isEmpty():
            return closer
        labels = closer


def _passed(each: tuple[Iterable[Node], Node]) -> Iterator[Label]:
    kin, label = each
    return ((node, label) for node in kin)


def _ties(articles: RDD[Packed], tasks: int) -> RDD[Tie]:
    known = articles.flatMap(lambda each: ties(whole(each[1]))).distinct(tasks).persist()
    names = known.map(lambda tie: tie[1][1]).distinct(tasks)
    blocks: RDD[tuple[Key, Iterable[Member]]] = (
        articles.flatMap(lambda each: entries(whole(each[1])))
        .union(names.flatMap(name_entries))
        .groupByKey(tasks)
        .persist()
    )
    sure = blocks.filter(lambda block: not is_candidate(block[0])).flatMap(_of_block)
    shared = (
        blocks.filter(lambda block: is_candidate(block[0]))
        .flatMap(_of_block)
        .map(lambda tie: (tie, 1))
        .reduceByKey(add, tasks)
        .filter(lambda counted: counted[1] >= SHARED)
        .keys()
    )
    return known.union(sure).union(shared)


def _of_block(block: tuple[Key, Iterable[Member]]) -> Iterator[Tie]:
    return block_ties(*block)


def _groups(articles: RDD[Packed], labels: RDD[Label]) -> RDD[tuple[str, bytes]]:
    """The articles under the name of their group, in the part of that group."""
    return (
        articles.map(lambda each: (("a", each[0]), each[1]))
        .join(labels, _tasks(articles.context))
        .map(lambda each: (each[1][1][1], each[1][0]))
        .partitionBy(PARTS, part_of)
    )


def _write_part(
    at: int,
    articles: Iterable[tuple[str, bytes]],
    *,
    made: str,
    chosen: Settings,
    finish: Finish,
) -> Iterator[Summary]:
    """Writes the rows of one part, whole or not at all: a task may be run again, or twice."""
    groups: dict[str, list[bytes]] = defaultdict(list)
    for group, packed in articles:
        groups[group].append(packed)
    rows = [rows_of(map(whole, groups[group]), chosen, finish) for group in sorted(groups)]
    for number, table in enumerate(TABLES):
        target = Path(made, table, f"part-{at:05}.jsonl")
        own = target.with_name(f".{target.name}.{id(rows)}.tmp")
        text = "".join(each.lines[number] for each in rows)
        own.write_bytes(text.encode("utf-8", "backslashreplace"))
        own.replace(target)
    yield total([each.summary for each in rows])
