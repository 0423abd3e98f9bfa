"""What files and drops came to in earlier runs, so that nothing unchanged is worked out again.

Content-addressed: the key of a file is its bytes, its name, what is told of it, and the rules that
read it; the key of a run is the keys of all its files and its settings; the key of an answer, what
a command made of a run, is that of the run and all that it was made by. Nothing depends on times of
files. Refuses to hold what has no bytes to name it by: standard input, and drops with it.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from dealfacts.loader.discover import STDIN, discover
from dealfacts.packing import pack, pack_run, pack_text, unpack, unpack_run, unpack_text
from dealfacts.records.canonical import canonical
from dealfacts.records.entries import LARGEST, Entries

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dealfacts.loader.discover import Found, Source
    from dealfacts.pipeline import Run
    from dealfacts.reconciler.settings import Settings
    from dealfacts.telling import Told

NAME = "cache.sqlite"
# A whole feed in one file is better read again than held here, and so is a drop of 50,000 articles.
LARGEST_ENTRY = 1 << 24
LARGEST_RUN = 1 << 27


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
        self._rules = rules
        self._entries = Entries(file, warn, largest=largest)
        self._sources: Sequence[Source] = ()
        self._keys: dict[str, bytes] = {}
        self._run: bytes | None = None

    def recall_run(self, found: Found, chosen: Settings) -> Run | None:
        """What the same files came to under the same settings; None where that is not held."""
        self._look_at(found.sources)
        key = self._run_key(found, chosen)
        content = self._entries.fetch(key) if key is not None else None
        run = unpack_run(content) if content is not None else None
        if key is not None and run is not None:
            self._entries.touch((key, *self._keys.values()))
            self._run = key
        return run

    def keep_run(self, found: Found, chosen: Settings, run: Run) -> None:
        """Hold what the files came to, unless one of them changed while it was read."""
        key = self._run_key(found, chosen)
        if not self._entries.is_open or key is None or self._keys != self._keys_of(found.sources):
            return
        self._run = key
        self._add(key, pack_run(run), LARGEST_RUN)

    def recall_answer(self, paths: Sequence[str], chosen: Settings, question: str) -> str | None:
        """What was made of a run over the same files and settings; None where that is not held.

        `question` is everything else that the answer depends on. Raises as `discover` does.
        """
        found = discover(paths)
        self._look_at(found.sources)
        run = self._run_key(found, chosen)
        if run is None:
            return None
        key = _answer_key(run, question)
        content = self._entries.fetch(key)
        answer = unpack_text(content) if content is not None else None
        if answer is not None:
            self._entries.touch((key, run, *self._keys.values()))
        return answer

    def keep_answer(self, question: str, answer: str) -> None:
        """Hold what was made of the run that was recalled or kept; nothing where none was."""
        if self._run is not None:
            self._add(_answer_key(self._run, question), pack_text(answer), LARGEST_RUN)

    def lacks(self, sources: Sequence[Source]) -> list[bool]:
        """For each source whether it is not held as it is now."""
        if sources is not self._sources:
            self._look_at(sources)
        held = self._entries.known(set(self._keys.values()))
        return [self._keys.get(source.id) not in held for source in sources]

    def recall(self, source: Source) -> Told | None:
        """What the source came to; None where that is not held, or damaged."""
        key = self._keys.get(source.id)
        content = self._entries.fetch(key) if key is not None else None
        told = unpack(content) if content is not None else None
        if key is not None and told is not None:
            self._entries.touch((key,))
        return told

    def keep(self, source: Source, told: Told) -> None:
        """Hold what the source came to, unless it changed while it was read."""
        key = self._keys.get(source.id)
        if not self._entries.is_open or key is None or key != self._key(source):
            return
        self._add(key, pack(told), LARGEST_ENTRY)

    def close(self) -> None:
        """Write what is left, drop what is too much."""
        self._entries.close()

    def _add(self, key: bytes, content: bytes, most: int) -> None:
        if len(content) <= most:
            self._entries.add(key, content)

    def _look_at(self, sources: Sequence[Source]) -> None:
        self._sources, self._keys, self._run = sources, self._keys_of(sources), None

    def _keys_of(self, sources: Sequence[Source]) -> dict[str, bytes]:
        keys = ((source.id, self._key(source)) for source in sources)
        return {name: key for name, key in keys if key is not None}

    def _run_key(self, found: Found, chosen: Settings) -> bytes | None:
        """The key of a run over files as they were when they were first looked at."""
        if any(source.id not in self._keys for source in found.sources):
            return None
        digest = blake2b(self._rules, digest_size=16, person=b"run")
        for source in found.sources:
            digest.update(self._keys[source.id])
        digest.update(canonical((found.problems, chosen)).encode("utf-8", "surrogatepass"))
        return digest.digest()

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


def _answer_key(run: bytes, question: str) -> bytes:
    digest = blake2b(run, digest_size=16, person=b"answer")
    digest.update(question.encode("utf-8", "surrogatepass"))
    return digest.digest()
