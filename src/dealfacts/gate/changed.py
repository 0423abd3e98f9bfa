"""Which articles git says have changed since a commit, the work in progress included.

Asks `git` and changes nothing. Refuses to guess: without git, outside a repository and for an
unknown commit it raises, because a gate must not pass on articles that it could not find.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from dealfacts.errors import DealfactsError
from dealfacts.loader.discover import STDIN, discover

if TYPE_CHECKING:
    from collections.abc import Sequence

# git answers at once; one that waits (a lock, a network drive) must not hold up a pipeline.
SECONDS = 60


def changed_since(ref: str, paths: Sequence[str]) -> tuple[str, ...]:
    """The files under `paths` that differ from where this branch left `ref`, or are untracked.

    Raises DealfactsError where git cannot tell.
    """
    files = [source.path for source in discover(paths).sources if source.path != STDIN]
    folders = sorted({_home(path) for path in paths if path != STDIN})
    found = {file for folder in folders for file in _changed(ref, folder)}
    return tuple(file for file in files if os.path.realpath(file) in found)


def _home(path: str) -> str:
    given = Path(path)
    return str(given if given.is_dir() else given.parent)


def _changed(ref: str, folder: str) -> set[str]:
    """The real paths below `folder` that have changed."""
    if ref.startswith("-"):
        message = f"--since {ref}: this is no commit, branch or tag"
        raise DealfactsError(message)
    _git(folder, "rev-parse", "--git-dir", fault=f"{folder} is in no git repository")
    _git(
        folder, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}",
        fault=f"{ref!r} is no commit here. If this is a shallow clone: git fetch --unshallow, or "
        "fetch-depth: 0 in GitHub Actions",
    )  # fmt: skip
    base = _git(
        folder, "merge-base", ref, "HEAD",
        fault=f"{ref!r} and HEAD have no commit in common; if this is a shallow clone: "
        "git fetch --unshallow",
    ).strip()  # fmt: skip
    told = _git(
        folder, "diff", "--name-only", "-z", "--no-ext-diff", "--no-renames", "--diff-filter=d",
        "--relative", base, "--", ".",
        fault="git diff failed",
    )  # fmt: skip
    told += _git(
        folder, "ls-files", "--others", "-z", "--", ".", fault="git ls-files failed"
    )  # fmt: skip
    return {os.path.realpath(Path(folder) / name) for name in told.split("\0") if name}


def _git(folder: str, *arguments: str, fault: str) -> str:
    command = ["git", "-C", folder, *arguments]
    try:
        done = subprocess.run(  # noqa: S603  fixed words; the commit is checked before it is used
            command, capture_output=True, check=False, timeout=SECONDS
        )
    except FileNotFoundError as error:
        message = "--since needs git, and there is no `git` on the PATH. Use --new PATH instead"
        raise DealfactsError(message) from error
    except subprocess.TimeoutExpired as error:
        message = f"--since: git did not answer within {SECONDS} seconds"
        raise DealfactsError(message) from error
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        message = f"--since: {fault}{f' ({told})' if told else ''}"
        raise DealfactsError(message)
    return done.stdout.decode("utf-8", "surrogateescape")
