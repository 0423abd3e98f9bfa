"""Forked worker processes: `map` over them, in the order of the items.

Children know lexicons and work without being told; item n goes to child n mod N, and the results
come back over a pipe each. Refuses to hide a child's death: it is an error that names the item's
place. No child outlives its parent: when the parent ends, interrupted or not, their pipes break.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import threading
import traceback
from collections import deque
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TypeVar

from dealfacts.errors import DealfactsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkContext, ForkProcess

T = TypeVar("T")
R = TypeVar("R")

# Results of one child that may wait for those of a slower one.
AHEAD = 256


def can_fork() -> bool:
    """Whether children can be made that know all we know: not on Windows, nor beside threads."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


class _Child(NamedTuple):
    """A forked worker, and the end of its pipe that results come out of."""

    process: ForkProcess
    results: Connection


class _Failure(NamedTuple):
    """What `work` raised in a child."""

    error: Exception


def forked(work: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    """`map(work, items)` over `jobs` children.

    Raises DealfactsError if a child dies, and what `work` raises.
    """
    context = multiprocessing.get_context("fork")
    children: list[_Child] = []
    try:
        with _uninterrupted():
            for number in range(jobs):
                children.append(_start(context, work, islice(items, number, None, jobs), children))
        yield from _in_order(children, len(items))
    except BaseException:  # nobody waits for the rest; who is done, ends by itself
        for child in children:
            child.process.kill()
        raise
    finally:
        for child in children:
            child.results.close()
        for child in children:
            child.process.join()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """An interrupt waits, so that no child is left out of those to end; in children for ever."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start(
    context: ForkContext, work: Callable[[T], R], items: Iterator[T], older: Sequence[_Child]
) -> _Child:
    receiver, sender = context.Pipe(duplex=False)
    # What a fork copies of other pipes is closed, or the end of the parent would not be seen.
    strange = [receiver, *(child.results for child in older)]
    process = context.Process(target=_serve, args=(work, items, sender, strange), daemon=True)
    process.start()
    sender.close()
    return _Child(process, receiver)


def _serve(
    work: Callable[[T], R], items: Iterator[T], sender: Connection, strange: Sequence[Connection]
) -> None:
    """The life of a child: its share of the items, one after the other."""
    for connection in strange:
        connection.close()
    with suppress(BrokenPipeError):
        for item in items:
            try:
                sender.send(work(item))
            except BrokenPipeError:
                raise
            except Exception as error:  # noqa: BLE001  whatever it is, the parent has to know
                sender.send(_Failure(_sendable(error)))
                return


def _sendable(error: Exception) -> Exception:
    """The error with its traceback in words, or one in its place that can be sent."""
    error.add_note(f"In a worker process:\n{''.join(traceback.format_exception(error))}")
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  our own bytes
    except Exception:  # noqa: BLE001  an error of a library may not fit through a pipe
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _in_order(children: Sequence[_Child], count: int) -> Iterator[R]:
    """The results by item, held back while an earlier one is at work."""
    held: list[deque[R]] = [deque() for _ in children]
    alive = dict(enumerate(children))
    for at in range(count):
        turn = at % len(children)
        while not held[turn]:
            if turn not in alive:
                _mourn(children[turn].process, at, count)
            room = [(n, child.results) for n, child in alive.items() if len(held[n]) < AHEAD]
            ready = wait([results for _, results in room])
            for number in [n for n, results in room if results in ready]:
                try:
                    result: R | _Failure = alive[number].results.recv()
                except EOFError:  # its share is done, or it died; its next turn will tell
                    del alive[number]
                    continue
                if isinstance(result, _Failure):
                    raise result.error
                held[number].append(result)
        yield held[turn].popleft()


def _mourn(process: ForkProcess, at: int, count: int) -> NoReturn:
    process.join()
    code = process.exitcode or 0
    how = f"by signal {-code}" if code < 0 else f"with exit code {code}"
    message = (
        f"worker process {process.pid} ended {how} at item {at + 1} of {count}, perhaps for want "
        "of memory. Run again with fewer --jobs, or with --jobs 1 to see where it stops"
    )
    raise DealfactsError(message)
