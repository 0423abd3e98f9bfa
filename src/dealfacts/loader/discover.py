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
    from collections.abc import Iterator, Mapping, Sequence

ARTICLES = frozenset({".txt", ".md", ".markdown", ".text"})
LINES = frozenset({".jsonl", ".ndjson"})
DOCUMENTS = frozenset({".json"})
TABLES = frozenset({".csv", ".tsv"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
READ = ARTICLES | LINES | DOCUMENTS | TABLES | PAGES
STDIN = "-"
LONGEST_SHOWN = 200
NO_METADATA = Metadata()


class Source(NamedTuple):
    """One file to read: its id, the path that opens it, and what the sidecar says of it.

    `given` marks a file that was named itself, not found in a folder.
    """

    id: str
    path: str
    given: bool = False
    metadata: Metadata = NO_METADATA


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
        given = not Path(path).is_dir()
        top = _home(path)
        for folder, names in [_alone(path)] if given else _walk(path, problems):
            # What is the same for every file of a folder is found once: folders can be large.
            full = _inside(_absolute(folder))
            shown, name_of = _inside(folder), _id_prefix(folder, base)
            told = _sidecars_for(full, top, sidecars, problems, whole=not given)
            for name in names:
                key = full + name
                if not _is_text(shown + name):
                    problems.append(_nameless(shown + name))
                elif key not in found:
                    metadata = next((one[key] for one in told if key in one), NO_METADATA)
                    found[key] = Source(name_of + name, shown + name, given, metadata)
    return Found(tuple(found.values()), tuple(problems))


def _is_text(path: str) -> bool:
    """Whether a path is text; on Unix a name can hold any bytes, which no report can print."""
    return _readable(path) == path


def _readable(path: str) -> str:
    """A path as it can be printed: bytes that are no UTF-8 as escapes."""
    return path.encode("utf-8", "backslashreplace").decode()


def _nameless(path: str) -> Problem:
    message = "The name of the file or of its folder is no text (UTF-8). Rename it to have it read"
    return Problem(path=_readable(path), message=message)


def _alone(path: str) -> tuple[str, list[str]]:
    return str(Path(path).parent), [Path(path).name]


def _inside(folder: str) -> str:
    """What stands before a name in `folder`: "news/", and nothing for "."."""
    return str(Path(folder) / "x")[:-1]


def _id_prefix(folder: str, base: str) -> str:
    relative = os.path.relpath(_absolute(folder), base).replace(os.sep, "/")
    return "" if relative == "." else f"{relative}/"


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
        _must_exist(path)
    return os.path.commonpath([_home(path) for path in given]) if given else str(Path.cwd())


def _walk(folder: str, problems: list[Problem]) -> Iterator[tuple[str, list[str]]]:
    """The folders below `folder` with the names in them that can hold articles or claims, sorted.

    Hidden ones are left out.
    """

    def report(error: OSError) -> None:
        path = _readable(str(error.filename))
        problems.append(Problem(path=path, message=f"Cannot be opened: {error.strerror}"))

    for top, folders, files in os.walk(folder, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        names = [name for name in files if not name.startswith(".")]
        yield top, sorted(name for name in names if name[name.rfind(".") :].lower() in READ)


def _sidecars_for(
    folder: str, top: str, sidecars: dict[str, Sidecar], problems: list[Problem], *, whole: bool
) -> tuple[Mapping[str, Metadata], ...]:
    """What the sidecars in `folder`, and in those above it up to `top`, say; the nearest first."""
    found = []
    above = Path(folder)
    while True:
        name = str(above)
        if name not in sidecars:
            sidecars[name] = read_sidecar(name)
            # A file named by itself is not answerable for the rest of its folder.
            problems.extend(_shown(sidecars[name].problems) if whole else ())
        if sidecars[name].entries:
            found.append(sidecars[name].entries)
        if len(name) <= len(top):
            return tuple(found)
        above = above.parent


def _shown(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems under the path that a user would type."""
    return tuple(
        problem.model_copy(update={"path": _relative(problem.path)}) for problem in problems
    )


def _relative(path: str) -> str:
    relative = os.path.relpath(path)
    return path if relative.startswith(os.pardir) else relative


def _must_exist(path: str) -> None:
    """Raises DealfactsError for a path that is not there, or that nobody may look at."""
    try:
        Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        raise DealfactsError(_missing(path)) from None
    except OSError as error:
        shown = path if len(path) <= LONGEST_SHOWN else f"{path[:LONGEST_SHOWN]}..."
        message = f"{shown}: cannot be opened: {error.strerror}"
        raise DealfactsError(message) from error


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
