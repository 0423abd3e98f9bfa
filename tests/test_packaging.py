"""The wheel and the sdist as a user gets them: built, installed apart, and run.

Takes half a minute and the package index, so only where CI is set or DEALFACTS_SLOW asks for it.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
slow = pytest.mark.skipif(
    not {"CI", "DEALFACTS_SLOW"} & os.environ.keys(),
    reason="slow: set DEALFACTS_SLOW=1 to build and install the package",
)
# What may be handed on beside code under Apache-2.0.
FREE = ("MIT", "BSD", "Apache", "PSF", "Python Software Foundation", "ISC", "MPL-2.0")
LICENCES = """
import json
from importlib.metadata import distributions
found = {}
for one in distributions():
    told = one.metadata.get_all("Classifier") or []
    found[one.metadata["Name"].lower().replace("_", "-")] = [
        one.metadata.get("License-Expression") or "",
        (one.metadata.get("License") or "").strip().split(chr(10))[0],
        *[each.rpartition(" :: ")[2] for each in told if each.startswith("License ::")],
    ]
print(json.dumps(found))
"""


def _run(*command: str | Path, where: Path = ROOT) -> str:
    # What runs is what is installed, not what lies here.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        list(map(str, command)),
        capture_output=True,
        check=False,
        text=True,
        cwd=where,
        env=environment,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The two archives by their ending."""
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", folder)
    return {file.suffix: file for file in folder.iterdir()}


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory, built: dict[str, Path]) -> Path:
    """The Python of an environment that holds the wheel, what it needs, and nothing else."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    _run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", built[".whl"])
    return python


def _works(python: Path, folder: Path) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "version"
    ]
    assert _run(python, "-m", "dealfacts", "--version", where=folder) == f"dealfacts {version}\n"
    document = _run(
        python, "-m", "dealfacts", "reconcile", ROOT / "seeds", "--format", "json", where=folder
    )
    assert json.loads(document)["summary"]["conflicts"]
    where = _run(python, "-c", "import dealfacts; print(dealfacts.__file__)", where=folder)
    assert not Path(where).is_relative_to(ROOT)


@slow
def test_the_wheel_works_where_nothing_else_is(clean: Path, tmp_path: Path) -> None:
    _works(clean, tmp_path)


@slow
def test_everything_that_the_readme_shows_works_with_the_wheel(clean: Path, tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("readme", ROOT / "tests" / "test_readme.py")
    assert spec is not None
    assert spec.loader is not None
    readme = importlib.util.module_from_spec(spec)
    sys.modules["readme"] = readme  # dataclasses ask for it
    spec.loader.exec_module(readme)

    for at, story in enumerate(readme.STORIES):
        for name in ("seeds", "examples", "tests/gold"):
            shutil.copytree(ROOT / name, tmp_path / str(at) / name)
        if not any("| jq " in step.command for step in story) or shutil.which("jq"):
            readme.holds(story, tmp_path / str(at), str(clean))


@slow
def test_the_sdist_works_too(clean: Path, built: dict[str, Path], tmp_path: Path) -> None:
    install = ("-m", "pip", "install", "-q", "--disable-pip-version-check", "--force-reinstall")
    _run(clean, *install, "--no-deps", built[".gz"])

    _works(clean, tmp_path)


@slow
def test_both_archives_hold_licence_and_words(built: dict[str, Path]) -> None:
    with zipfile.ZipFile(built[".whl"]) as wheel, tarfile.open(built[".gz"]) as sdist:
        inside, source = wheel.namelist(), sdist.getnames()

    assert any(name.endswith("licenses/LICENSE") for name in inside)
    assert "dealfacts/py.typed" in inside
    packaged = {name for name in inside if "/lexicon/" in name}
    for file in (ROOT / "src" / "dealfacts" / "lexicon").rglob("*"):
        if file.suffix in {".json", ".txt", ".toml", ".py"}:
            assert file.relative_to(ROOT / "src").as_posix() in packaged
    assert not [name for name in inside if name.startswith("tests")]
    assert any(name.endswith("/NOTICE") for name in source)
    assert any(name.endswith("/tests/test_packaging.py") for name in source)


@slow
def test_what_it_needs_may_be_handed_on(clean: Path) -> None:
    found = json.loads(_run(clean, "-c", LICENCES))

    assert {"click", "pydantic", "pydantic-core", "rapidfuzz", "rich"} <= found.keys()
    for name, licences in found.items():
        assert any(free in told for told in licences for free in FREE), (name, licences)


def test_the_extra_all_holds_every_extra_of_users() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    (everything,) = extras["all"]

    named = everything.removeprefix("dealfacts[").removesuffix("]").split(",")
    assert sorted(named) == sorted(extras.keys() - {"all", "test"})
