"""What files came to in earlier runs, so that an unchanged file is not read again.

Content-addressed: the key of an entry is the file's bytes, its name, what is told of it, and the
rules that read it; nothing depends on times of files. A SQLite file that several runs may use at
once; one that was killed loses at most what it was just writing. The least recently used entries
go when it grows too large. Refuses to be needed: whatever is wrong with the file becomes a message,
and the run goes on without it.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.loader.discover import STDIN
from dealfacts.packing import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dealfacts.loader.discover import Source
    from dealfacts.telling import Told

NAME = "cache.sqlite"
# A megabyte holds some 200 articles.
LARGEST = 1 << 30
# A whole feed in one file is better read again than held here.
LARGEST_ENTRY = 1 << 24
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


class ClaimCache:
    """An open cache; close it when the run is over."""

    def __init__(
        self,
        file: Path,
        rules: bytes,
        warn: Callable[[str], None],
        *,
        largest: int = LARGEST,
    ) -> None:
        """Opens `file`, made anew where it is damaged; `rules` is part of every key.

        `warn` is told once what went wrong, and what that means.
        """
        self._file = file
        self._rules = rules
        self._warn = warn
        self._largest = largest
        self._keys: dict[str, bytes] = {}
        self._held: set[bytes] = set()
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

    def lacks(self, sources: Sequence[Source]) -> list[bool]:
        """For each source whether it is not held as it is now."""
        for source in sources:
            key = self._key(source)
            if key is not None:
                self._keys[source.id] = key
        self._held = self._known(set(self._keys.values()))
        return [self._keys.get(source.id) not in self._held for source in sources]

    def recall(self, source: Source) -> Told | None:
        """What the source came to; None where that is not held, or damaged."""
        key = self._keys.get(source.id)
        if self._store is None or key is None:
            return None
        try:
            row = self._store.execute("SELECT content FROM entries WHERE key = ?", (key,))
            found = row.fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        told = unpack(found[0]) if found else None
        if told is not None:
            self._seen.append(key)
        return told

    def keep(self, source: Source, told: Told) -> None:
        """Hold what the source came to, unless it changed while it was read."""
        key = self._keys.get(source.id)
        if self._store is None or key is None or key != self._key(source):
            return
        content = pack(told)
        if len(content) > LARGEST_ENTRY:
            return
        self._new.append(_Entry(key, content))
        if len(self._new) >= BATCH:
            self._write()

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

    def _key(self, source: Source) -> bytes | None:
        """The key of a source as it is now; None for what has no bytes to name it by."""
        path = Path(source.path)
        if source.path == STDIN or not path.is_file():
            return None
        try:
            raw = path.read_bytes()
        except OSError:
            return None
        told = repr((source.id, source.path, source.given, source.metadata)).encode(
            "utf-8", "surrogatepass"
        )
        digest = blake2b(self._rules, digest_size=16)
        digest.update(len(told).to_bytes(8, "big") + told)
        digest.update(raw)
        return digest.digest()

    def _known(self, keys: set[bytes]) -> set[bytes]:
        if self._store is None:
            return set()
        try:
            return {row[0] for row in self._store.execute("SELECT key FROM entries")} & keys
        except sqlite3.Error as error:
            self._give_up(error)
            return set()

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
