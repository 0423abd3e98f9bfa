"""What holds for the whole suite: property tests try the same examples on every desk.

A shell that starts the suite in the background lets it ignore interrupts, and every process that a
test starts would inherit that: tests that interrupt one would wait for ever.
"""

from __future__ import annotations

import gc
import signal
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("gate", derandomize=True, deadline=None, print_blob=False)
settings.load_profile("gate")


@pytest.fixture
def aside() -> Iterator[None]:
    """What earlier tests left in memory is not looked through while a time is taken."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
