"""Where bytes leave the program: the chosen format to stdout, messages to stderr, files whole.

Refuses to leave half a file: a report is written beside its place and moved there at the end.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import click

from dealfacts.errors import DealfactsError


def emit(text: str) -> bool:
    """Write `text` to stdout as UTF-8; False where nobody reads any more, which is no failure.

    Raises DealfactsError where stdout cannot be written, such as on a full disk.
    """
    if sys.stdout is None:  # the caller closed it
        return False
    encoding = (sys.stdout.encoding or "utf-8") if sys.stdout.isatty() else "utf-8"
    # In JSON the escape of a lone surrogate is valid too.
    content = text.encode(encoding, "backslashreplace")
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        discard_stdout()
        return False
    except OSError as error:
        discard_stdout()
        message = f"cannot write to the standard output: {error.strerror}"
        raise DealfactsError(message) from error
    return True


def discard_stdout() -> None:
    """Send what is still buffered nowhere, so that the interpreter's last flush finds no fault."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(message: str) -> None:
    """A message for the person, on stderr; if nobody can read it, it is not worth a failure."""
    with suppress(OSError):
        click.echo(message, err=True)


def save(text: str, file: str) -> None:
    """Write `text` to `file`, whole or not at all.

    Raises DealfactsError if that fails; an older file is then as it was.
    """
    target = Path(os.path.realpath(file))
    content = text.encode("utf-8", "backslashreplace")
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        if target.exists() and not target.is_file():  # a device or a pipe is no file to replace
            target.write_bytes(content)
            return
        try:
            beside.write_bytes(content)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        message = f"{file}: cannot write the report: {error.strerror}"
        raise DealfactsError(message) from error


def append(text: str, file: str) -> None:
    """Add `text` to the end of `file`, which others write to as well.

    Raises DealfactsError if that fails.
    """
    try:
        with Path(file).open("ab") as target:
            target.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        message = f"{file}: cannot write the summary: {error.strerror}"
        raise DealfactsError(message) from error
