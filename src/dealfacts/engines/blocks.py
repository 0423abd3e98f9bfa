"""Blocks that wait on the disk until everything is read, and the ties that are found in them.

One file of blocks is in memory at a time. Refuses to know what makes kin: see kinship.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from contextlib import ExitStack, contextmanager
from hashlib import blake2b
from struct import Struct
from typing import TYPE_CHECKING

from dealfacts.engines.kinship import SHARED, Member, block_ties, is_candidate
from dealfacts.engines.unions import DIGEST, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dealfacts.engines.kinship import Key
    from dealfacts.engines.unions import Unions

# Files to wait in.
FILES = 64
PAIR = Struct(f"{DIGEST}s{DIGEST}s")


@contextmanager
def filling(room: Path) -> Iterator[Callable[[Key, Member], None]]:
    """Inside, what puts a member into a block; both wait in the folder `room`."""
    with ExitStack() as stack:
        files = [stack.enter_context(_block(room, at).open("w")) for at in range(FILES)]

        def put(key: Key, member: Member) -> None:
            at = int.from_bytes(blake2b(repr(key).encode(), digest_size=2).digest()) % FILES
            files[at].write(f"{json.dumps((key, member))}\n")

        yield put


def tie(room: Path, kin: Unions) -> None:
    """Make one set in `kin` of what stands together in a block.

    Candidates, of which there are a dozen for an article, wait on the disk in turn to be counted.
    """
    with ExitStack() as stack:
        files = [stack.enter_context(_candidates(room, at).open("wb")) for at in range(FILES)]
        for at in range(FILES):
            for key, members in _read(_block(room, at)).items():
                for a, b in block_ties(key, members):
                    if is_candidate(key):
                        pair = digest(a), digest(b)
                        files[pair[0][0] % FILES].write(PAIR.pack(*pair))
                    else:
                        kin.tie(a, b)
    for at in range(FILES):
        pairs = Counter(PAIR.iter_unpack(_candidates(room, at).read_bytes()))
        _candidates(room, at).unlink()
        for (first, second), shared in pairs.items():
            if shared >= SHARED:
                kin.join(first, second)


def _read(file: Path) -> dict[Key, list[Member]]:
    """The blocks of a file that more than one stands in; the file goes."""
    held: dict[Key, list[Member]] = defaultdict(list)
    with file.open() as lines:
        for each in lines:
            (kind, word), (sort, node, words) = json.loads(each)
            held[kind, word].append(Member(sort, tuple(node), words))
    file.unlink()
    return {key: members for key, members in held.items() if len(members) > 1}


def _candidates(room: Path, at: int) -> Path:
    return room / f"candidates-{at}"


def _block(room: Path, at: int) -> Path:
    return room / f"block-{at}"
