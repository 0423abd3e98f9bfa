"""The house rules that a machine can check: layers, sizes, names, words as data, open sets."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from dealfacts.lexicon import cues
from dealfacts.lexicon.store import COMPILED, DATA, compiled

SRC = Path(__file__).parent.parent / "src" / "dealfacts"
MODULES = sorted(SRC.rglob("*.py"))

# The layers, lowest first; what a package may import beside itself and the root modules.
MAY_IMPORT = {
    "model": set(),
    "lexicon": {"model"},
    "loader": {"model", "lexicon"},
    "extractor": {"model", "lexicon"},
    "reconciler": {"model", "lexicon"},
    "telling": {"model", "lexicon", "loader", "extractor", "reconciler"},
    "pipeline": {"model", "lexicon", "loader", "extractor", "reconciler", "telling"},
    "packing": {"model", "reconciler", "telling", "pipeline"},
    "api": {"model", "loader", "extractor", "reconciler", "telling"},
    "records": {"model", "loader", "reconciler", "telling", "packing", "pipeline"},
    "gate": {"model", "loader", "extractor", "reconciler", "records"},
    "engines": {"model", "loader", "extractor", "reconciler", "telling", "packing", "pipeline"},
    "evaluation": {"model", "lexicon", "loader", "extractor", "reconciler", "pipeline"},
    "reports": {"model", "lexicon", "pipeline", "reconciler"},
    "cli": {
        *("model", "lexicon", "loader", "extractor", "reconciler", "telling", "pipeline"),
        *("gate", "records", "engines", "evaluation", "reports"),
    },
}
ROOT = {"errors", "discovery", "__init__", "__main__"}
# Of the reconciler a report may know its rules only, the table that explains a finding.
REPORTS_OF_RECONCILER = {"dealfacts.reconciler.rules", "dealfacts.reconciler.checks"}
# The one clock, for decisions that hold until a day.
CLOCK = "cli/today.py"
LONGEST = 250
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "base"}
FORBIDDEN_CLASSES = re.compile(r"(Manager|Handler|Helper|Processor)$")
PRINTS = {"print", "echo", "secho", "click.echo", "click.secho", "click.echo_via_pager"}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


def package(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, "imports are absolute"
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def parts(path: Path) -> set[str]:
    """The packages of dealfacts that a module imports, its own apart."""
    own = {name.split(".")[1] for name in imported(path) if name.startswith("dealfacts.")}
    packages = {child.stem for child in SRC.iterdir()}
    return (own & packages) - {package(path)} - ROOT


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_layers(path: Path) -> None:
    if package(path) in ROOT:
        return
    assert package(path) in MAY_IMPORT, "a new package needs its line in MAY_IMPORT"
    assert parts(path) <= MAY_IMPORT[package(path)]


def test_reports_know_only_the_rules_of_the_reconciler() -> None:
    for path in MODULES:
        if package(path) == "reports":
            known = {one for one in imported(path) if one.startswith("dealfacts.reconciler.")}
            allowed = tuple(REPORTS_OF_RECONCILER)
            assert all(one.startswith(allowed) for one in known), name(path)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_source_file_is_one_idea(path: Path) -> None:
    length = path.read_text(encoding="utf-8").count("\n")
    assert length <= LONGEST
    assert not FORBIDDEN_NAMES.intersection(path.relative_to(SRC).with_suffix("").parts)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    docstring = ast.get_docstring(tree(path))
    assert docstring


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_class_that_only_handles(path: Path) -> None:
    classes = [node.name for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)]
    assert not [one for one in classes if FORBIDDEN_CLASSES.search(one)]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_any(path: Path) -> None:
    assert "typing.Any" not in imported(path)


def test_only_names_imports_rapidfuzz() -> None:
    users = {name(p) for p in MODULES if any(i.split(".")[0] == "rapidfuzz" for i in imported(p))}
    assert users == {"reconciler/names.py"}


def test_only_the_command_line_prints() -> None:
    for path in MODULES:
        if package(path) == "cli":
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call):
                # A rich console that writes into a string prints nowhere.
                called = ast.unparse(node.func)
                assert called not in PRINTS, f"{name(path)}: {called}"
                assert "sys.stdout" not in called, f"{name(path)}: {called}"


def test_only_the_command_line_reads_environment_and_ends_the_process() -> None:
    for path in MODULES:
        if package(path) not in {"cli", "__main__"}:
            source = ast.unparse(tree(path))
            assert "sys.exit" not in source, name(path)
            assert "os.environ" not in source, name(path)


def test_nothing_reads_the_clock_or_chance() -> None:
    for path in MODULES:
        if name(path) == CLOCK:
            continue
        assert not {"random", "time", "secrets", "uuid"} & imported(path), name(path)
        source = ast.unparse(tree(path))
        for call in ("date.today(", "datetime.now(", "datetime.today(", "datetime.utcnow("):
            assert call not in source, f"{name(path)}: {call}"


@pytest.mark.parametrize("path", sorted(DATA.glob("*.toml")), ids=lambda p: p.stem)
def test_a_compiled_lexicon_equals_its_source(path: Path) -> None:
    twin = (COMPILED / f"{path.stem}.json").read_text(encoding="utf-8")
    assert twin == compiled(path.stem), "run python -m dealfacts.lexicon and commit both"


def test_every_compiled_lexicon_has_a_source() -> None:
    sources = {p.stem for p in DATA.glob("*.toml")}
    assert {p.stem for p in COMPILED.glob("*.json")} == {*sources, cues.INDEX}


@pytest.mark.parametrize(
    "path", sorted([*DATA.glob("*.toml"), *DATA.glob("*.txt")]), ids=lambda p: p.name
)
def test_a_lexicon_opens_with_what_it_is(path: Path) -> None:
    opening = path.read_text(encoding="utf-8").split("\n\n")[0].splitlines()
    assert all(line.startswith("#") for line in opening[:2])
    header = "\n".join(line for line in opening if line.startswith("#")).casefold()
    assert "source" in header


def test_every_format_declares_itself() -> None:
    from dealfacts import discovery, reports  # noqa: PLC0415  the registry is what is tested

    for module in discovery.modules(reports):
        if module.__name__.rsplit(".", 1)[1] == "options":
            continue
        assert isinstance(module.NAME, str)
        assert module.DESCRIPTION
        assert callable(module.render)


def test_every_check_declares_its_rule() -> None:
    from dealfacts import discovery  # noqa: PLC0415
    from dealfacts.reconciler import checks  # noqa: PLC0415

    for module in discovery.modules(checks):
        assert re.fullmatch(r"[A-Z]{3,4}\d{3}", module.RULE.id), module.__name__


def test_no_note_to_self() -> None:
    for path in [*MODULES, *Path(__file__).parent.rglob("*.py")]:
        marks = re.compile(r"#\s*(?:TO" + r"DO|FIX" + r"ME|XXX|HACK)\b")
        assert not marks.search(path.read_text(encoding="utf-8")), path
