"""Reads a lexicon: data/NAME.toml or data/NAME.txt, typed and validated.

TOML is for people and slow to parse, so every `data/NAME.toml` has a twin `compiled/NAME.json`
that is read at run time; `python -m dealfacts.lexicon` writes the twins, a test keeps them equal.
Shapes are named tuples, tuples, sets and mappings, checked as they are built.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TypeVar

from dealfacts.errors import DealfactsError
from dealfacts.lexicon.shape import MisfitError, build

T = TypeVar("T")

FOLDER = Path(__file__).parent
DATA = FOLDER / "data"
COMPILED = FOLDER / "compiled"

COMMENT = re.compile("#.*")


def table(name: str, shape: type[T]) -> T:
    """The TOML lexicon `name` as a value of type `shape`.

    Raises DealfactsError where the data does not have that shape, with the place in it.
    """
    path = COMPILED / f"{name}.json"
    try:
        return build(shape, json.loads(path.read_bytes()))
    except MisfitError as error:
        message = f"lexicon {name}: {error}. Mend data/{name}.toml and compile it"
        raise DealfactsError(message) from error


@cache
def words(name: str) -> frozenset[str]:
    """The entries of data/NAME.txt: one a line, `#` opens a comment, blank lines do not count."""
    return frozenset(filter(None, map(str.strip, _told(name).splitlines())))


@cache
def packed(name: str) -> frozenset[str]:
    """The entries of a long data/NAME.txt that holds several a line, with blanks between them."""
    return frozenset(_told(name).split())


def _told(name: str) -> str:
    """The text of data/NAME.txt without its comments."""
    return COMMENT.sub("", (DATA / f"{name}.txt").read_text(encoding="utf-8"))


def compiled(name: str) -> str:
    """The JSON twin that data/NAME.toml should have."""
    import tomllib  # noqa: PLC0415  only the compiler and its test need it

    content = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
