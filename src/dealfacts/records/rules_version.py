"""Names the rules by which files are read: all code and data that a claim can depend on.

Refuses version numbers: somebody who changes a lexicon forgets them.
"""

from __future__ import annotations

import sys
import unicodedata
from hashlib import blake2b
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
# What no claim of an article depends on.
APART = frozenset({"cli", "engines", "evaluation", "gate", "records", "reports"})
READ = frozenset({".py", ".json", ".txt"})


def rules_version() -> bytes:
    """A digest of the rules and of the Python that runs them."""
    digest = blake2b(digest_size=16)
    digest.update(f"{sys.version_info[:2]} {unicodedata.unidata_version}".encode())
    for file in sorted(PACKAGE.rglob("*")):
        inside = file.relative_to(PACKAGE)
        if file.suffix in READ and inside.parts[0] not in APART:
            content = file.read_bytes()
            digest.update(f"{inside.as_posix()} {len(content)} ".encode())
            digest.update(content)
    return digest.digest()
