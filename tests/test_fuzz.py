"""A short run of the fuzzer; `tests/bench/fuzz.py` is the long one."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

FILE = Path(__file__).parent / "bench" / "fuzz.py"
SPEC = importlib.util.spec_from_file_location("fuzz", FILE)
assert SPEC is not None
assert SPEC.loader is not None
fuzz = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(fuzz)


@pytest.mark.parametrize("name", fuzz.TARGETS)
def test_no_input_ends_in_an_exception(name: str) -> None:
    slowest, content = fuzz.run(fuzz.TARGETS[name], first=1, inputs=60)
    assert slowest < 5, content
