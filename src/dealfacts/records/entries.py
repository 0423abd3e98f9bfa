"""The SQLite file of the cache: content by key, which several runs may use at once.

A run that was killed loses at most what it was just writing. The least recently used entries go
when the file grows too large. Refuses to be needed: whatever is wrong with the file becomes a
message, and the run goes on as if nothing were held.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

# A megabyte holds some 200 articles.
LARGEST = 1 << 30
# Entries of one transaction: few enough to lose in a crash, enough to be quick.
BATCH = 64
# Seconds to wait for another run that is writing.
PATIENCE = 10
# `used` counts runs, since nothing here reads the clock.
SCHEMA = """
CREATE TABLE entries (
  key BLOB PRIMARY KEY, used INTEGER NOT NULL, size INTEGER NOT NULL, content BLOB NOT NULL
);
CREATE INDEX entries_by_use ON entries (used, key);
CREATE TABLE runs (number INTEGER PRIMARY KEY);
PRAGMA user_version = 1;
"""
VERSION = 1


class _Entry(NamedTuple):
    key: bytes
    content: bytes


class Entries:
    """An open cache file; close it when the run is over."""

    def __init__(self, file: Path, warn: Callable[[str], None], *, largest: int = LARGEST) -> None:
        """Opens `file`, made anew where it is damaged; `largest` are bytes.

        `warn` is told once what went wrong, and what that means.
        """
        self._file = file
        self._warn = warn
        self._largest = largest
        self._new: list[_Entry] = []
        self._seen: list[bytes] = []
        self._run = 0
        self._store: sqlite3.Connection | None = None
        try:
            try:
                self._open()
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise
                self._start_anew(error)
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)

    @property
    def is_open(self) -> bool:
        """Whether there is a file to read from and to write to."""
        return self._store is not None

    def known(self, keys: set[bytes]) -> set[bytes]:
        """Those of the keys that have an entry."""
        if self._store is None:
            return set()
        try:
            return {row[0] for row in self._store.execute("SELECT key FROM entries")} & keys
        except sqlite3.Error as error:
            self._give_up(error)
            return set()

    def fetch(self, key: bytes) -> bytes | None:
        """The content of an entry; None where there is none."""
        if self._store is None:
            return None
        try:
            row = self._store.execute("SELECT content FROM entries WHERE key = ?", (key,))
            found = row.fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        return found[0] if found else None

    def add(self, key: bytes, content: bytes) -> None:
        """Hold an entry, soon."""
        self._new.append(_Entry(key, content))
        if len(self._new) >= BATCH:
            self._write()

    def touch(self, keys: Iterable[bytes]) -> None:
        """Note that entries were of use to this run."""
        self._seen.extend(keys)

    def close(self) -> None:
        """Write what is left, drop what is too much."""
        self._write()
        if self._store is not None:
            try:
                self._prune(self._store)
                self._store.close()
            except sqlite3.Error as error:
                self._give_up(error)
        self._store = None

    def _open(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._store = sqlite3.connect(self._file, timeout=PATIENCE, isolation_level=None)
        self._store.execute("PRAGMA journal_mode = WAL")
        self._store.execute("PRAGMA synchronous = NORMAL")
        self._store.execute("BEGIN IMMEDIATE")
        if not self._store.execute("PRAGMA user_version").fetchone()[0]:
            for statement in SCHEMA.split(";"):
                self._store.execute(statement)
        if self._store.execute("PRAGMA user_version").fetchone()[0] != VERSION:
            message = "made by another version"
            raise sqlite3.DatabaseError(message)
        self._store.execute("INSERT INTO runs DEFAULT VALUES")
        self._run = self._store.execute("SELECT max(number) FROM runs").fetchone()[0]
        self._store.execute("DELETE FROM runs WHERE number < ?", (self._run,))
        self._store.execute("COMMIT")

    def _start_anew(self, error: sqlite3.DatabaseError) -> None:
        self._warn(f"{self._file}: {error}. The cache is made anew, and everything read again")
        self._remove()
        self._open()

    def _remove(self) -> None:
        """Another run that has the file open keeps what it has."""
        if self._store is not None:
            with suppress(sqlite3.Error):
                self._store.close()
        self._store = None
        for ending in ("", "-wal", "-shm"):
            self._file.with_name(self._file.name + ending).unlink(missing_ok=True)

    def _give_up(self, error: Exception) -> None:
        self._warn(f"{self._file}: {error}. This run goes on without the cache")
        if _is_damage(error):
            with suppress(OSError):
                self._remove()
        elif self._store is not None:
            with suppress(sqlite3.Error):
                self._store.close()
        self._store = None

    def _write(self) -> None:
        """One short transaction."""
        if self._store is None or not self._new:
            return
        rows = [(each.key, self._run, len(each.content), each.content) for each in self._new]
        self._new.clear()
        try:
            self._store.execute("BEGIN IMMEDIATE")
            self._store.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", rows)
            self._store.execute("COMMIT")
        except sqlite3.Error as error:
            self._give_up(error)

    def _prune(self, store: sqlite3.Connection) -> None:
        """Note what was used once half of the room is, and drop the oldest beyond all of it."""
        total = store.execute("SELECT total(size) FROM entries").fetchone()[0]
        if total <= self._largest / 2:
            return
        store.execute("BEGIN IMMEDIATE")
        rows = [(self._run, key) for key in self._seen]
        store.executemany("UPDATE entries SET used = ? WHERE key = ?", rows)
        if total > self._largest:
            # Down to half of the room, so that not every run has to.
            store.execute(
                "DELETE FROM entries WHERE key IN (SELECT key FROM (SELECT key, "
                "sum(size) OVER (ORDER BY used DESC, key) AS room FROM entries) WHERE room > ?)",
                (self._largest // 2,),
            )
        store.execute("COMMIT")


def _is_damage(error: Exception) -> bool:
    """Whether the file itself is at fault, not a full disk or another run."""
    is_database = isinstance(error, sqlite3.DatabaseError)
    return is_database and not isinstance(error, sqlite3.OperationalError)
