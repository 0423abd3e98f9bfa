"""What a cue file holds: blocks of patterns with one meaning, and frames that blocks share.

A frame is a pattern with `N` where a noun stands: `N {link}* worth $`. A block that names frames
has each of them with each of its nouns, so that "the deal is worth" and "the round is worth" are
written once and told apart by their blocks. What the patterns mean is in `cues`.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from dealfacts.errors import DealfactsError
from dealfacts.lexicon.store import COMPILED, table

NOUN = "N"


class Block(NamedTuple):
    """Patterns with one meaning, as written, and the qualifiers that the words give.

    `strength` is 0 to 100; a little more where a meaning must win over every other one.
    """

    attribute: str
    patterns: tuple[str, ...] = ()
    strength: int = 80
    basis: str = "unspecified"
    modality: str = ""
    about: str = ""
    note: str = ""
    frames: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """One file of cue blocks, and its frames by name."""

    cue: tuple[Block, ...]
    frames: Mapping[str, tuple[str, ...]] = {}


def sheet_names() -> tuple[str, ...]:
    """The names of all cue files, sorted."""
    return tuple(sorted(path.stem for path in COMPILED.glob("cues_*.json")))


def texts(block: Block, frames: Mapping[str, tuple[str, ...]], where: str) -> Iterator[str]:
    """The patterns of a block of the lexicon `where`, those of its frames behind its own.

    Raises DealfactsError for frames that the file does not have.
    """
    yield from block.patterns
    for name in block.frames:
        if name not in frames:
            message = f"lexicon {where}: no frames {name!r}. Add them under [frames]"
            raise DealfactsError(message)
        for frame in frames[name]:
            for noun in block.nouns:
                yield " ".join(noun if part == NOUN else part for part in frame.split())


@cache
def written() -> tuple[tuple[str, Block, str], ...]:
    """Every pattern as text, its block and its file, in the order of the files."""
    return tuple(
        (text, block, name)
        for name in sheet_names()
        for sheet in (table(name, Sheet),)
        for block in sheet.cue
        for text in texts(block, sheet.frames, name)
    )
