"""Which files a list of paths means, and the id that each has in reports. Refuses to open them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.errors import DealfactsError
from dealfacts.loader.fields import Metadata
from dealfacts.loader.sidecar import Sidecar, read_sidecar
from dealfacts.model.report import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ARTICLES = frozenset({".txt", ".md", ".markdown", ".text"})
LINES = frozenset({".jsonl", ".ndjson"})
DOCUMENTS = frozenset({".json"})
TABLES = frozenset({".csv", ".tsv"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
READ = ARTICLES | LINES | DOCUMENTS | TABLES | PAGES
STDIN = "-"


class Source(NamedTuple):
    """One file to read: its id, the path that opens it, and what the sidecar says of it.

    `given` marks a file that was named itself, not found in a folder.
    """

    id: str
    path: str
    given: bool = False
    metadata: Metadata = Metadata()


class Found(NamedTuple):
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
        is_folder = Path(path).is_dir()
        top = _home(path)
        for file in _walk(path, problems) if is_folder else (path,):
            key = _absolute(file)
            if key in found:
                continue
            metadata = _metadata(key, top, sidecars, problems, whole=is_folder)
            name = os.path.relpath(key, base).replace(os.sep, "/")
            found[key] = Source(name, file, given=not is_folder, metadata=metadata)
    return Found(tuple(found.values()), tuple(problems))


def _absolute(path: str) -> str:
    """The full path, without following links: two names for one file are two sources."""
    return os.path.normpath(Path(path).absolute())


def _home(path: str) -> str:
    """The folder that a path is, or that a file lies in, in full."""
    full = _absolute(path)
    return full if Path(full).is_dir() else str(Path(full).parent)


def _base(paths: Sequence[str]) -> str:
    """The folder that ids are relative to: the one folder given, else the common parent."""
    given = [path for path in paths if path != STDIN]
    for path in given:
        if not Path(path).exists():
            raise DealfactsError(_missing(path))
    return os.path.commonpath([_home(path) for path in given]) if given else str(Path.cwd())


def _walk(folder: str, problems: list[Problem]) -> Iterator[str]:
    """Every file below `folder` that can hold articles or claims, sorted, without hidden ones."""

    def report(error: OSError) -> None:
        path = str(error.filename)
        problems.append(Problem(path=path, message=f"Cannot be opened: {error.strerror}"))

    for top, folders, files in os.walk(folder, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in READ:
                yield str(Path(top) / name)


def _metadata(
    key: str, top: str, sidecars: dict[str, Sidecar], problems: list[Problem], *, whole: bool
) -> Metadata:
    """What the sidecar in the file's own folder, or one above it up to `top`, says of a file."""
    folder = Path(key).parent
    while True:
        name = str(folder)
        if name not in sidecars:
            sidecars[name] = read_sidecar(name)
            # A file named by itself is not answerable for the rest of its folder.
            problems.extend(_shown(sidecars[name].problems) if whole else ())
        entry = sidecars[name].entries.get(key)
        if entry is not None or len(name) <= len(top):
            return entry or Metadata()
        folder = folder.parent


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

    folder = Path(os.path.normpath(path)).parent
    while not folder.is_dir():
        folder = folder.parent
    name = os.path.relpath(os.path.normpath(path), folder).split(os.sep, 1)[0]
    names = sorted(entry.name for entry in folder.iterdir())
    shown = [str(folder / other) for other in get_close_matches(name, names, n=3, cutoff=0.5)]
    hint = f" Did you mean {' or '.join(shown)}?" if shown else ""
    return f"{path}: no such file or folder.{hint}"
