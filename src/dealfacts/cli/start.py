"""Makes the start of the program short: what the stages bring is imported without interruptions."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def swift_imports() -> Iterator[None]:
    """Import inside without garbage collection: modules stay, so there is nothing to collect.

    Plugins of pydantic that happen to be installed are left out. They would be looked for in every
    package of the environment, and could change what validates.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
