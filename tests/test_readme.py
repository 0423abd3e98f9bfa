"""README.md and the stories in examples/ do what they say: commands run, output compared.

- The two ```sh blocks at the top are the two commands of the project: the main job and the tests.
  What stands behind their last `&&` is run here; the set-up before it is what .ci/run does.
- Every ```console block is run. A line `$ COMMAND` is a command (a line that ends in `\\` goes on),
  the lines below it are its output, messages on stderr included, compared line by line, blanks at
  line ends apart; a line `...` stands for any lines, `...` in a line for any part of it.
  `; echo $?` shows an exit code.
- A block behind a line `<!-- not run: REASON -->` is left out.
- A command that pipes into `jq` is skipped where there is none.
- The commands of a block run one after the other, in a copy of the repository's seeds/, examples/
  and tests/gold/, at 80 columns; each block has a copy of its own.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "examples").glob("*.md")))
FENCE = re.compile(
    r"(?P<skip><!-- not run: [^\n]+ -->\n+)?^```(?P<kind>sh|console)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
COMMAND = "$ "
ANY = "..."


@dataclass(frozen=True)
class Step:
    page: str
    line: int
    command: str
    output: tuple[str, ...]


def blocks(kind: str, page: Path = README) -> list[re.Match[str]]:
    return [m for m in FENCE.finditer(page.read_text(encoding="utf-8")) if m["kind"] == kind]


def steps(block: re.Match[str], page: Path) -> list[Step]:
    """The commands of a console block with the output below each."""
    line = block.string[: block.start("body")].count("\n") + 1
    found: list[Step] = []
    for text in block["body"].replace("\\\n", " ").splitlines():
        if text.startswith(COMMAND):
            found.append(Step(page.name, line, text.removeprefix(COMMAND), ()))
        else:
            last = found.pop()
            output = (*last.output, text.rstrip())
            found.append(Step(last.page, last.line, last.command, output))
        line += 1
    return found


# The commands of a block build on each other; blocks do not, and run in any order and anywhere.
STORIES = [
    tuple(steps(block, page))
    for page in PAGES
    for block in blocks("console", page)
    if not block["skip"]
]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path
    for name in ("seeds", "examples", "tests/gold"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
    return folder


def run(command: str, folder: Path, python: str = sys.executable) -> list[str]:
    """The lines that a command prints where `python`, and what is installed with it, is in use."""
    bin_folder = Path(python).parent
    # A Python of its own has what is installed there, not what lies here.
    foreign = set() if python == sys.executable else {"PYTHONPATH"}
    environment = {
        **{key: value for key, value in os.environ.items() if key not in foreign},
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        ["bash", "-c", command],  # noqa: S607  the reader's shell
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,  # in the order in which a reader sees them
        encoding="utf-8",
        check=False,
    )
    return [line.rstrip() for line in done.stdout.rstrip("\n").split("\n")]


def fits(expected: tuple[str, ...], printed: list[str]) -> bool:
    """Whether the lines are the same, `...` standing for any lines or any part of one."""
    parts = ([re.escape(part) for part in line.split(ANY)] for line in expected)
    lines = (r"(?:.*\n)*?" if part == ["", ""] else ".*".join(part) + r"\n" for part in parts)
    return re.fullmatch("".join(lines), "\n".join(printed) + "\n") is not None


@pytest.mark.parametrize("story", STORIES, ids=lambda story: f"{story[0].page}:{story[0].line}")
def test_commands_print_what_the_readme_shows(story: tuple[Step, ...], desk: Path) -> None:
    if any("| jq " in step.command for step in story) and shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    holds(story, desk)


def holds(story: tuple[Step, ...], folder: Path, python: str = sys.executable) -> None:
    for step in story:
        printed = run(step.command, folder, python)
        assert fits(step.output or ("",), printed), f"line {step.line}:\n" + "\n".join(printed)


def test_the_readme_shows_commands() -> None:
    shown = {step.page for story in STORIES for step in story}
    assert shown >= {page.name for page in PAGES if page.stem != "README"}


def test_two_commands_stand_at_the_top() -> None:
    text = README.read_text(encoding="utf-8")
    shell = blocks("sh")
    top = text.split("\n## ")[0]
    assert len(FENCE.findall(top)) >= 2
    assert len(shell) == 2
    main, tests = (block["body"].strip() for block in shell)
    assert all(block.end() <= len(top) for block in shell)
    for command in (main, tests):
        assert "\n" not in command
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")
    assert "dealfacts reconcile seeds" in main.rsplit("&&", 1)[1]
    assert "pytest" in tests.rsplit("&&", 1)[1]


def test_the_main_command_does_its_job(desk: Path) -> None:
    main = blocks("sh")[0]["body"].strip().rsplit("&&", 1)[1].strip()
    printed = run(main.replace(".venv/bin/", ""), desk)
    assert any("[VAL001]" in line for line in printed)


def test_the_gate_runs_the_test_command_of_the_readme() -> None:
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "README.md" in gate
    assert "block == 2" in gate


@pytest.mark.parametrize(
    ("expected", "printed", "same"),
    [
        (("a", "b"), ["a", "b"], True),
        (("a", "b"), ["a", "c"], False),
        (("a", "...", "d"), ["a", "b", "c", "d"], True),
        (("a", "...", "d"), ["a", "d"], True),
        (("...", "d"), ["a", "d"], True),
        (("a", "..."), ["a", "b"], True),
        (("a", "..."), ["b", "b"], False),
        (("...",), ["b"], True),
        (("a*",), ["aa"], False),
        (('{"a": 1, ...}',), ['{"a": 1, "b": 2}'], True),
        (('{"a": 1, ...}',), ['{"a": 2, "b": 2}'], False),
    ],
)
def test_dots_stand_for_any_lines(expected, printed, same) -> None:
    assert fits(expected, printed) is same
