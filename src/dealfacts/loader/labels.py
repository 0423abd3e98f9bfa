"""Short names under which sources are shown. Refuses to repeat one."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.model.text import Article

# "000_9ddc9dfe" -> "000", "9ddc9dfe"
PIECE = re.compile(r"[^_\s.-]+")


def labels(articles: Sequence[Article]) -> dict[str, str]:
    """Article id -> label: its own label, else its outlet, else a piece of its file name.

    Two articles under one name are told apart by that piece: "Example Times (000)".
    """
    ids = [article.id for article in articles]
    pieces = _shortest(ids)
    wanted = {article.id: article.label or article.outlet or "" for article in articles}
    shared = Counter(wanted.values())
    found: dict[str, str] = {}
    for key, name in wanted.items():
        if not name:
            found[key] = pieces[key]
        else:
            found[key] = f"{name} ({pieces[key]})" if shared[name] > 1 else name
    taken = Counter(found.values())
    while any(taken[name] > 1 and name != key for key, name in found.items()):
        found = {key: key if taken[name] > 1 else name for key, name in found.items()}
        taken = Counter(found.values())
    return found


def _shortest(ids: Sequence[str]) -> dict[str, str]:
    """For every id the fewest leading pieces of its file name that no other id has."""
    prefixes = {key: _prefixes(_stem(key)) for key in ids}
    shared = Counter(prefix for own in prefixes.values() for prefix in own)
    return {
        key: next((prefix for prefix in own if shared[prefix] == 1), key)
        for key, own in prefixes.items()
    }


def _prefixes(name: str) -> tuple[str, ...]:
    """The beginnings of a name that end with a piece: a, a_b and a_b-c of "a_b-c"."""
    ends = [match.end() for match in PIECE.finditer(name)]
    return tuple(name[:end] for end in ends) or (name,)


def _stem(key: str) -> str:
    name = key.rsplit("/", 1)[-1]
    stem, dot, suffix = name.rpartition(".")
    return stem if dot and stem and suffix.isalnum() else name
