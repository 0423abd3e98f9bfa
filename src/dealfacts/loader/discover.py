"""Which files a list of paths means, and the id that each has in reports. Refuses to open them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dealfacts.errors import DealfactsError
from dealfacts.loader.front_matter import Metadata
from dealfacts.loader.sidecar import NAME as SIDECAR
from dealfacts.loader.sidecar import Sidecar, read_sidecar
from dealfacts.model.report import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ARTICLES = frozenset({".txt", ".md", ".markdown", ".text"})
CLAIMS = frozenset({".jsonl", ".ndjson"})
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: its id, the path that opens it, and what the sidecar says of it.

    `given` marks a file that was named itself, not found in a folder.
    """

    id: str
    path: str
    given: bool = False
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class Found:
    """The files, in order, and what is wrong with folders and sidecars."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


def discover(paths: Sequence[str]) -> Found:
    """The files behind `paths`: files, folders (all files below, sorted) and "-".

    Raises DealfactsError for a path that does not exist.
    """
    problems: list[Problem] = []
    sidecars: dict[str, Sidecar] = {}
    base = _base(paths)
    found: dict[str, Source] = {}
    for path in paths:
        if path == STDIN:
            found.setdefault(STDIN, Source(STDIN, STDIN, given=True))
            continue
        if not os.path.exists(path):
            raise DealfactsError(_missing(path))
        is_folder = os.path.isdir(path)
        top = os.path.abspath(path if is_folder else os.path.dirname(path) or os.curdir)
        files = _walk(path, problems) if is_folder else iter((path,))
        for file in files:
            key = os.path.abspath(file)
            if key in found:
                continue
            metadata = _metadata(key, top, sidecars, problems, whole=is_folder)
            name = os.path.relpath(key, base).replace(os.sep, "/")
            found[key] = Source(name, file, given=not is_folder, metadata=metadata)
    return Found(tuple(found.values()), tuple(problems))


def _base(paths: Sequence[str]) -> str:
    """The folder that ids are relative to: the one folder given, else the common parent."""
    folders = [
        os.path.abspath(path if os.path.isdir(path) else os.path.dirname(path) or os.curdir)
        for path in paths
        if path != STDIN
    ]
    return os.path.commonpath(folders) if folders else os.getcwd()


def _walk(folder: str, problems: list[Problem]) -> Iterator[str]:
    """Every article and claims file below `folder`, sorted, hidden ones left out."""

    def report(error: OSError) -> None:
        path = str(error.filename)
        problems.append(Problem(path=path, message=f"Cannot be opened: {error.strerror}"))

    for top, folders, files in os.walk(folder, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            suffix = os.path.splitext(name)[1].lower()
            if not name.startswith(".") and suffix in ARTICLES | CLAIMS:
                yield os.path.join(top, name)


def _metadata(
    key: str, top: str, sidecars: dict[str, Sidecar], problems: list[Problem], *, whole: bool
) -> Metadata:
    """What the sidecar in the file's own folder, or one above it up to `top`, says of a file."""
    folder = os.path.dirname(key)
    while True:
        if folder not in sidecars:
            sidecars[folder] = read_sidecar(folder)
            # A file named by itself is not answerable for the rest of its folder.
            problems.extend(_shown(sidecars[folder].problems) if whole else ())
        entry = sidecars[folder].entries.get(key)
        if entry is not None or folder == top or len(folder) <= len(top):
            return entry or Metadata()
        folder = os.path.dirname(folder)


def _shown(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems under the path that a user would type."""
    return tuple(
        problem.model_copy(update={"path": _relative(problem.path)}) for problem in problems
    )


def _relative(path: str) -> str:
    relative = os.path.relpath(path)
    return path if relative.startswith(os.pardir) else relative


def _missing(path: str) -> str:
    """The message for a path that is not there, with names that come close."""
    from difflib import get_close_matches  # noqa: PLC0415  only for a message

    folder = os.path.dirname(os.path.normpath(path)) or os.curdir
    while not os.path.isdir(folder):
        folder = os.path.dirname(folder) or os.curdir
    name = os.path.relpath(os.path.normpath(path), folder).split(os.sep, 1)[0]
    close = get_close_matches(name, sorted(os.listdir(folder)), n=3, cutoff=0.6)
    shown = [os.path.normpath(os.path.join(folder, other)) for other in close]
    hint = f" Did you mean {' or '.join(shown)}?" if shown else ""
    return f"{path}: no such file or folder.{hint}"
