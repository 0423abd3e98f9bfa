from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.engines import pieces

if TYPE_CHECKING:
    from pathlib import Path


def test_names_lead_to_their_pieces_in_any_order(tmp_path: Path) -> None:
    told = [(b"a", b"first"), (b"", b""), (b"a", bytes(range(256)) * 40)]
    file = tmp_path / "file"
    with file.open("wb") as out:
        for name, piece in told:
            pieces.write(out, name)
            pieces.write(out, piece)

    with file.open("rb") as held:
        found = list(pieces.places(held))
        assert [name for name, _ in found] == [name for name, _ in told]
        assert [pieces.read(held, place) for _, place in found[::-1]] == [
            piece for _, piece in told[::-1]
        ]
        # What is read on the way does not lead the walk astray.
        assert [(name, pieces.read(held, place)) for name, place in pieces.places(held)] == told


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with file.open("rb") as held:
        assert not list(pieces.places(held))
