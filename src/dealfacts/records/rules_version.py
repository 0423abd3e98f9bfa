"""Names the rules by which files are read, and the whole program, by their code and data.

Refuses version numbers: somebody who changes a lexicon forgets them.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PACKAGE = Path(__file__).parents[1]
# What no claim of an article depends on.
APART = frozenset({"cli", "engines", "evaluation", "gate", "records", "reports"})
READ = frozenset({".py", ".json", ".txt"})
# Where Python puts what it compiles, and takes away again, when it likes.
COMPILED = "__pycache__"
# The libraries that an output goes through, as the folders of their installations are called.
LIBRARIES = frozenset(
    {"click", "jinja2", "pydantic", "pydantic_core", "rapidfuzz", "rich", "trafilatura"}
)
INSTALLED = ".dist-info"


def rules_version() -> bytes:
    """A digest of all that a claim can depend on, of the Python and the libraries that run it."""
    return _digest(
        file for file in _files() if file.suffix in READ and _inside(file).parts[0] not in APART
    )


def program_version() -> bytes:
    """A digest of all that an output can depend on, the Python and the libraries that run it."""
    return _digest(_files())


def _files() -> Iterator[Path]:
    files = sorted(PACKAGE.rglob("*"))
    return (file for file in files if COMPILED not in file.parts and file.is_file())


def _libraries() -> list[str]:
    """Name and version of each library, by its installation: a look at the folders alone."""
    return sorted(
        name
        for folder in dict.fromkeys(sys.path)
        for name in _listing(folder)
        if name.endswith(INSTALLED) and name.partition("-")[0].lower() in LIBRARIES
    )


def _listing(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208  a name is enough
    except OSError:  # the path of Python names archives, and folders that are not there
        return []


def _inside(file: Path) -> Path:
    return file.relative_to(PACKAGE)


def _digest(files: Iterable[Path]) -> bytes:
    digest = blake2b(digest_size=16)
    digest.update(f"{sys.version_info[:2]} {unicodedata.unidata_version}".encode())
    digest.update(" ".join(_libraries()).encode())
    for file in files:
        content = file.read_bytes()
        digest.update(f"{_inside(file).as_posix()} {len(content)} ".encode())
        digest.update(content)
    return digest.digest()
