"""`tests/bench/mutate.py` changes what it says it changes, one place at a time."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

FILE = Path(__file__).parent / "bench" / "mutate.py"
SPEC = importlib.util.spec_from_file_location("mutate", FILE)
assert SPEC is not None
assert SPEC.loader is not None
mutate = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(mutate)

SOURCE = '''
def first(a: "int", b):
    """Words that nobody runs."""
    if a < b and not a:
        return a + 1
    return max(a, 2)


class Box:
    def sides(self):
        return [one for one in (1, 3) if one > 1]
'''
CHANGES = [
    "if a < b and (not a)  ->  if not (a < b and (not a))",
    "a < b and (not a)  ->  a < b or not a",
    "a < b and (not a)  ->  not a",
    "a < b and (not a)  ->  a < b",
    "a < b  ->  a <= b",
    "not a  ->  a",
    "return a + 1  ->  return None",
    "a + 1  ->  a - 1",
    "1  ->  2",
    "return max(a, 2)  ->  return None",
    "max(a, 2)  ->  min(a, 2)",
    "2  ->  3",
]


def test_each_place_is_changed_by_itself(tmp_path: Path) -> None:
    file = tmp_path / "box.py"
    file.write_text(SOURCE, encoding="utf-8")

    found = [(one.function, one.change) for one in mutate.mutants(file)]

    assert [change for function, change in found if function == "first"] == CHANGES
    assert ("Box.sides", "one > 1  ->  one >= 1") in found
    assert "Words" not in " ".join(change for _, change in found)


def test_the_change_is_put_into_the_function_that_others_hold(tmp_path: Path) -> None:
    file = tmp_path / "box_under_change.py"
    file.write_text(SOURCE, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("box_under_change", file)
    assert spec is not None
    assert spec.loader is not None
    box = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(box)
    held = box.first
    assert held(2, 1) == 2

    for mutant in mutate.mutants(file):
        if mutant.change == "max(a, 2)  ->  min(a, 2)":
            mutate.install(mutant, mutate.functions())

    assert held(3, 1) == 2
    assert "box_under_change" not in sys.modules
