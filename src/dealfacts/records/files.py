"""Writes a record whole or not at all, and by one writer at a time.

A reader sees the old file or the new one, never a part. Two writers take turns by a lock file
beside the record; whoever waits too long is told which file to look at. Refuses to break a lock: it
cannot know that its owner is gone.
"""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dealfacts.errors import DealfactsError

if TYPE_CHECKING:
    from collections.abc import Iterator

# A record is written in milliseconds; ten seconds of waiting mean that somebody has left.
PATIENCE = 10.0
PAUSE = 0.05


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Keep other writers of `path` away inside.

    Raises DealfactsError if another one holds the lock for more than `patience` seconds.
    """
    lock = path.with_name(f"{path.name}.lock")
    _take(path, lock, patience)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def replace(path: Path, text: str) -> None:
    """Make `text` the content of `path`; after a crash it holds the old content or the new one.

    Raises DealfactsError if it cannot be written; it is then as it was.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        try:
            with beside.open("wb") as file:
                file.write(text.encode("utf-8", "backslashreplace"))
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error


def _take(path: Path, lock: Path, patience: float) -> None:
    pause = threading.Event()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error
    for _ in range(max(1, round(patience / PAUSE))):
        try:
            with lock.open("x", encoding="utf-8") as file:
                file.write(f"{os.getpid()}\n")
        except FileExistsError:
            pause.wait(PAUSE)
        except OSError as error:
            raise _unwritable(path, error) from error
        else:
            return
    message = (
        f"{path}: another dealfacts has been writing for {patience:.0f} seconds"
        f"{_owner(lock)}. If none is running, delete {lock} and try again"
    )
    raise DealfactsError(message)


def _owner(lock: Path) -> str:
    try:
        process = lock.read_text(encoding="utf-8").strip()
    except OSError:
        return ""
    return f" (process {process})" if process.isdecimal() else ""


def _unwritable(path: Path, error: OSError) -> DealfactsError:
    return DealfactsError(f"{path}: cannot be written: {error.strerror}")
