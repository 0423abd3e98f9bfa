"""What the program imports to get going, in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

IMPORTED = """
import sys
from dealfacts.cli.start import swift_imports
with swift_imports():
    from dealfacts import pipeline
"""


def told(after: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED + after], capture_output=True, check=True, text=True
    )
    return done.stdout.strip()


def test_a_run_does_not_load_the_reader_of_package_metadata() -> None:
    heavy = ("importlib.metadata", "email", "zipfile", "rapidfuzz", "rich", "jinja2")
    assert told(f"print([name for name in {heavy!r} if name in sys.modules])") == "[]"


@pytest.mark.parametrize(
    "use",
    [
        "import importlib.metadata as m; print(m.version('click') > '8')",
        "from pydantic.plugin import _loader; print(len(_loader.entry_points()) > 0)",
        "import importlib.metadata as m; print(m.PackageNotFoundError.__module__ == m.__name__)",
    ],
)
def test_whoever_uses_package_metadata_gets_it(use: str) -> None:
    assert told(use) == "True"


def test_what_is_imported_meanwhile_may_use_package_metadata() -> None:
    inside = IMPORTED.replace(
        "    from dealfacts import pipeline",
        "    from importlib.metadata import version\n    print(version('click') > '8')",
    )
    done = subprocess.run(
        [sys.executable, "-c", inside], capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == "True"
