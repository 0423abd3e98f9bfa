"""Spellings of one name: which of the names that sources print are one name, and which is the best.

Knows nothing of deals; the caller says when two names are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dealfacts.reconciler.names import Sameness

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dealfacts.reconciler.names import NameVerdict

ONE_NAME = frozenset({Sameness.SAME, Sameness.SPELLING_VARIANT})


class Cluster(NamedTuple):
    """One bearer: the name that most sources print first, then the others, with their claims."""

    name: str
    spellings: tuple[str, ...]


def cluster(
    printed: Mapping[str, int],
    compare: Callable[[str, str], NameVerdict],
    apart: frozenset[frozenset[str]] = frozenset(),
) -> tuple[Cluster, ...]:
    """Groups of spellings of one name; `printed` counts how often each was printed.

    Full names first, then partial ones where a single group fits them. No group holds a pair of
    `apart`, names that a person has judged to be two.
    """
    order = sorted(printed, key=lambda name: (-len(name.split()), -printed[name], name))
    groups: list[list[str]] = []
    waiting: list[str] = []
    for name in order:
        free = [group for group in groups if not _parts(group, name, apart)]
        fitting = [group for group in free if _is_one(compare, group, name)]
        if fitting:
            fitting[0].append(name)
        elif any(_may_be(compare, group, name) for group in free):
            waiting.append(name)
        else:
            groups.append([name])
    for name in waiting:
        free = [group for group in groups if not _parts(group, name, apart)]
        partial = [group for group in free if _may_be(compare, group, name)]
        if len(partial) == 1:
            partial[0].append(name)
        else:
            groups.append([name])
    return tuple(
        Cluster(_best(group, printed), tuple(sorted(group, key=lambda n: (-printed[n], n))))
        for group in groups
    )


def _parts(group: Sequence[str], name: str, apart: frozenset[frozenset[str]]) -> bool:
    return bool(apart) and any(frozenset((other, name)) in apart for other in group)


def _is_one(compare: Callable[[str, str], NameVerdict], group: Sequence[str], name: str) -> bool:
    return compare(group[0], name).verdict in ONE_NAME


def _may_be(compare: Callable[[str, str], NameVerdict], group: Sequence[str], name: str) -> bool:
    return compare(group[0], name).verdict is Sameness.PARTIAL


def _best(group: Sequence[str], printed: Mapping[str, int]) -> str:
    longest = max(len(name.split()) for name in group)
    full = [name for name in group if len(name.split()) == longest]
    return min(full, key=lambda name: (-printed[name], name))
