"""Short names under which sources are shown. Refuses to repeat one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dealfacts.model.text import Article

# "000_9ddc9dfe.txt" -> "000", "9ddc9dfe"
PIECES = re.compile(r"[_\s.-]+")


def labels(articles: Sequence[Article]) -> dict[str, str]:
    """Article id -> label: its own label, else its outlet, else a piece of its file name.

    Two articles under one name are told apart by that piece: "Example Times (000)".
    """
    ids = [article.id for article in articles]
    pieces = dict(zip(ids, _shortest(ids), strict=True))
    wanted = {article.id: article.label or article.outlet or "" for article in articles}
    found: dict[str, str] = {}
    for key, name in wanted.items():
        shared = sum(other == name for other in wanted.values()) > 1 if name else False
        found[key] = f"{name} ({pieces[key]})" if shared else name or pieces[key]
    for key, name in found.items():
        if sum(other == name for other in found.values()) > 1:
            found[key] = key
    return found


def _shortest(ids: Sequence[str]) -> list[str]:
    """For every id the fewest leading pieces of its file name that no other id has."""
    names = [_stem(key) for key in ids]
    splits = [[piece for piece in PIECES.split(name) if piece] or [name] for name in names]
    found: list[str] = []
    for index, parts in enumerate(splits):
        others = [other for number, other in enumerate(splits) if number != index]
        found.append(_first_own(ids[index], names[index], parts, others))
    return found


def _first_own(key: str, name: str, parts: Sequence[str], others: Iterable[Sequence[str]]) -> str:
    rest = list(others)
    at = 0
    for count in range(1, len(parts) + 1):
        at = name.index(parts[count - 1], at) + len(parts[count - 1])
        rest = [other for other in rest if other[count - 1 : count] == [parts[count - 1]]]
        if not rest:
            return name[:at]
    return key


def _stem(key: str) -> str:
    name = key.rsplit("/", 1)[-1]
    stem, dot, suffix = name.rpartition(".")
    return stem if dot and stem and suffix.isalnum() else name
