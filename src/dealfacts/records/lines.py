"""Records as JSON lines: read with every fault named by its line, written with sorted keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from dealfacts.errors import DealfactsError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

R = TypeVar("R", bound=BaseModel)


def read(path: Path, kind: type[R]) -> tuple[R, ...]:
    """The records of a file, in its order; none where the file is not there.

    Raises DealfactsError for a line that is none: a decision that cannot be read must not count as
    made, and not pass unseen.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        message = f"{path}: cannot be read: {error.strerror}"
        raise DealfactsError(message) from error
    found: list[R] = []
    for number, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            found.append(kind.model_validate_json(line))
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False, include_input=False)[0]
            where = ".".join(map(str, first["loc"]))
            message = f"{path}:{number}: {f'{where}: ' if where else ''}{first['msg']}"
            raise DealfactsError(message) from error
    return tuple(found)


def text(records: Iterable[BaseModel]) -> str:
    """The records, one a line, keys sorted; what is not set is left out."""
    told = (one.model_dump(mode="json", by_alias=True, exclude_defaults=True) for one in records)
    return "".join(f"{json.dumps(one, ensure_ascii=False, sort_keys=True)}\n" for one in told)
