"""Pieces of bytes one behind the other in a file, two by two: a name and what it names.

Only the piece that is asked for comes into memory. Refuses to look for damage: see packing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator

# Bytes that say how long a piece is.
LENGTH = 4


def write(file: BinaryIO, piece: bytes) -> None:
    """Put a piece behind the others."""
    file.write(len(piece).to_bytes(LENGTH, "big") + piece)


def read(file: BinaryIO, place: int) -> bytes:
    """The piece at a place."""
    file.seek(place)
    return file.read(int.from_bytes(file.read(LENGTH), "big"))


def places(file: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Every name, and the place of what it names; the file may be read meanwhile."""
    place = 0
    while True:
        file.seek(place)
        length = file.read(LENGTH)
        if not length:
            return
        name = file.read(int.from_bytes(length, "big"))
        place += LENGTH + len(name)
        size = int.from_bytes(file.read(LENGTH), "big")
        yield name, place
        place += LENGTH + size
