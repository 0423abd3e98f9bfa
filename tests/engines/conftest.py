"""A drop of several deals, large enough to share out, small enough to read at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

BUYERS = ("Northwind Group", "Contoso Energy", "Fabrikam Foods", "Tarn Networks", "Marlow Steel")
TARGETS = ("Acme Robotics", "Litware Solar", "Proseware Dairy", "Quarry Data", "Wingtip Pipes")


def story(at: int) -> str:
    """Article `at`: three tell of each deal, the third one another price."""
    buyer, target = BUYERS[at // 3 % len(BUYERS)], TARGETS[at // 3 % len(TARGETS)]
    price = 2.4 + at // 3 + (0.5 if at % 3 == 2 else 0)
    return (
        f"{buyer} to buy {target}\n\n{buyer} agreed on Monday to buy {target} for ${price:.1f} "
        f"billion, it said. {target} had revenue of ${at // 3 + 310} million in 2023.\n"
    )


@pytest.fixture
def deals(tmp_path: Path) -> Path:
    """Fifteen articles about five deals, and a file that cannot be read."""
    folder = tmp_path / "deals"
    folder.mkdir()
    for at in range(15):
        (folder / f"{at:02}.txt").write_text(story(at), encoding="utf-8")
    (folder / "photo.txt").write_bytes(bytes(range(256)) * 8)
    return folder
