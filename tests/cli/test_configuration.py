"""The configuration file: where it is found, what it may hold, and what wins over it."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from dealfacts.cli.configuration import DEFAULTS, Configuration
from dealfacts.cli.template import template
from dealfacts.cli.toml_text import value_text

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Dealfacts

SHORT = """Warehouses get a new owner for their machines

After a summer of rumours the boards of both met at night. QXP will acquire Acme Robotics \
for $2.9 billion in cash, and nobody at the factory gates looked surprised in the morning.
"""


def write(folder: Path, text: str, name: str = "dealfacts.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_the_command_line_wins_over_the_file_and_the_file_over_the_default(
    dealfacts: Dealfacts, drop: Path, tmp_path: Path
) -> None:
    by_default = dealfacts("check", str(drop))
    write(tmp_path, 'fail-on = "never"\nformat = "json"\n')
    by_file = dealfacts("check", str(drop))
    by_line = dealfacts("check", str(drop), "--fail-on", "error", "--format", "jsonl")

    assert (by_default.returncode, by_file.returncode, by_line.returncode) == (1, 0, 1)
    assert b"[VAL001]" in by_default.stdout
    assert json.loads(by_file.stdout)["schema"] == "dealfacts.report/1"
    assert by_line.stdout.startswith(b"{")
    assert len(by_line.stdout.splitlines()) > 3


def test_the_nearest_file_upwards_counts(dealfacts: Dealfacts, drop: Path, tmp_path: Path) -> None:
    write(tmp_path, 'fail-on = "never"\n')
    inner = tmp_path / "desk" / "today"
    inner.mkdir(parents=True)
    command = [sys.executable, "-m", "dealfacts", "check", str(drop), "--quiet"]

    def code() -> int:
        done = subprocess.run(command, cwd=inner, capture_output=True, check=False)
        return done.returncode

    assert code() == 0
    write(tmp_path / "desk", 'fail-on = "error"\n')
    assert code() == 1
    assert dealfacts("check", str(drop), "--config", "desk/dealfacts.toml").returncode == 1


def test_a_section_of_pyproject_counts_where_there_is_one(
    dealfacts: Dealfacts, drop: Path, tmp_path: Path
) -> None:
    write(tmp_path, '[project]\nname = "desk"\n', "pyproject.toml")
    without = dealfacts("check", str(drop))
    write(
        tmp_path, '[project]\nname = "desk"\n\n[tool.dealfacts]\nfail-on = "never"\n',
        "pyproject.toml",
    )  # fmt: skip
    within = dealfacts("check", str(drop))
    write(tmp_path, 'fail-on = "error"\n')
    beside = dealfacts("check", str(drop))

    assert (without.returncode, within.returncode, beside.returncode) == (1, 0, 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('\nfail-one = "note"\n', ":2: unknown key 'fail-one'. Did you mean 'fail-on'?"),
        ('fail_on = "note"\n', ":1: unknown key 'fail_on'. Did you mean 'fail-on'?"),
        ('colour = "red"\n', ":1: unknown key 'colour'. Keys are format, "),
        ('fail-on = "loud"\n', ":1: 'fail-on': input should be 'never', 'note', 'warning' or"),
        ("strict-input = 1\n", ":1: 'strict-input': input should be a valid boolean"),
        ('max-findings = "3"\n', ":1: 'max-findings': input should be a valid integer"),
        ("max-findings = -3\n", ":1: 'max-findings': input should be greater than or equal to 0"),
        ("min-confidence = 2.0\n", ":1: 'min-confidence': input should be less than or equal"),
        ('format = "papyrus"\n', ":1: 'format': 'papyrus' is no format. Choose from "),
        ('select = ["VAL01"]\n', ":1: 'select': 'VAL01' is no rule. Did you mean VAL001?"),
        ('ignore = "VAL"\n', ":1: 'ignore': input should be a valid tuple"),
        ('\n[severity]\nNAM01 = "off"\n', ":2: 'severity': 'NAM01' is no rule. Did you mean"),
        ('[severity]\nNAM001 = "loud"\n', ":1: 'severity.NAM001': input should be 'note',"),
        ('[aliases]\nA = ["c"]\nB = ["C"]\n', ":1: 'aliases': 'C' is given for two names, 'A'"),
        ("fail-on = \n", ": not TOML: Invalid value (at line 1"),
        ("fail-on = " + "[" * 50_000, ": not TOML: nested too deeply"),
    ],
)
def test_2_a_wrong_setting_is_told_with_its_line(
    dealfacts: Dealfacts, calm: Path, tmp_path: Path, text: str, told: str
) -> None:
    write(tmp_path, text)

    done = dealfacts("check", str(calm))

    assert done.returncode == 2
    assert done.stdout == b""
    assert f"dealfacts: dealfacts.toml{told}" in done.stderr.decode()


def test_2_a_file_that_is_not_there(dealfacts: Dealfacts, calm: Path) -> None:
    done = dealfacts("check", str(calm), "--config", "desk.toml")

    assert done.returncode == 2
    assert b"desk.toml: no such configuration file" in done.stderr


def test_a_wrong_setting_does_not_stand_in_the_way_of_help(
    dealfacts: Dealfacts, tmp_path: Path
) -> None:
    write(tmp_path, "nonsense = 1\n")

    assert dealfacts("check", "--help").returncode == 0
    assert dealfacts("explain", "VAL001").returncode == 0


def test_severities_and_causes_are_set(dealfacts: Dealfacts, drop: Path, tmp_path: Path) -> None:
    write(tmp_path, '[severity]\nVAL001 = "note"\n')
    quieter = dealfacts("check", str(drop))
    write(tmp_path, 'severity.VAL001 = "off"\n')
    off = dealfacts("check", str(drop), "--format", "json")

    assert quieter.returncode == 0
    assert b"NOTE" in quieter.stdout
    assert "VAL001" not in {f["rule"] for f in json.loads(off.stdout)["findings"]}


def test_aliases_and_publishers_reach_the_reconciler(
    dealfacts: Dealfacts, drop: Path, tmp_path: Path
) -> None:
    (drop / "short.txt").write_text(f"---\noutlet: Daily\n---\n{SHORT}", encoding="utf-8")
    gazette = (drop / "gazette.txt").read_text(encoding="utf-8")
    (drop / "gazette.txt").write_text(f"---\noutlet: Sunday\n---\n{gazette}", encoding="utf-8")
    before = json.loads(dealfacts("reconcile", str(drop), "--format", "json").stdout)
    write(
        tmp_path,
        '[aliases]\n"Northwind Group" = ["QXP"]\n[publishers]\nHouse = ["Daily", "Sunday"]\n',
    )
    after = json.loads(dealfacts("reconcile", str(drop), "--format", "json").stdout)

    assert (before["summary"]["deals"], after["summary"]["deals"]) == (2, 1)
    assert (before["summary"]["origins"], after["summary"]["origins"]) == (3, 2)


def test_a_path_is_relative_to_its_file(dealfacts: Dealfacts, calm: Path, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    write(tmp_path / "desk", 'rates = "missing.csv"\n')

    done = dealfacts("check", str(calm), "--config", "desk/dealfacts.toml")

    assert done.returncode == 2
    assert b"desk/missing.csv" in done.stderr


def test_config_show_tells_every_key_and_where_it_was_set(
    dealfacts: Dealfacts, tmp_path: Path
) -> None:
    write(tmp_path, '\nfail-on = "note"\n[aliases]\n"A B" = ["a"]\n')

    lines = dealfacts("config", "show").stdout.decode().splitlines()
    told = json.loads(dealfacts("config", "show", "--format", "json").stdout)

    keys = [name.replace("_", "-") for name in Configuration.model_fields]
    assert [line.split(" = ")[0] for line in lines] == keys
    assert sorted(told) == sorted(keys)
    assert told["fail-on"] == {"value": "note", "from": "dealfacts.toml:2"}
    assert told["aliases"] == {"value": {"A B": ["a"]}, "from": "dealfacts.toml:3"}
    assert told["max-findings"] == {"value": 0, "from": "default"}
    # What is shown can be read again.
    shown = Configuration.model_validate(tomllib.loads("\n".join(lines)))
    assert shown.fail_on == "note"
    assert shown.aliases == {"A B": ("a",)}


def test_init_writes_a_file_in_which_nothing_is_set(dealfacts: Dealfacts, tmp_path: Path) -> None:
    first = dealfacts("init")
    text = (tmp_path / "dealfacts.toml").read_text(encoding="utf-8")
    again = dealfacts("init")

    assert first.returncode == 0
    assert tomllib.loads(text) == {}
    assert again.returncode == 2
    assert b"is there already, and is left as it is" in again.stderr
    assert (tmp_path / "dealfacts.toml").read_text(encoding="utf-8") == text
    assert dealfacts("init", "nowhere/").returncode == 2


def test_the_examples_of_init_are_valid_and_its_values_the_defaults() -> None:
    lines = [line.removeprefix("# ") for line in template().splitlines()[3:]]
    table = tomllib.loads("\n".join(line for line in lines if not line.startswith("##")))

    chosen = Configuration.model_validate(table)

    assert set(table) == {name.replace("_", "-") for name in Configuration.model_fields}
    for name in Configuration.model_fields:
        if name not in {"severity", "aliases", "publishers"}:
            assert getattr(chosen, name) == getattr(DEFAULTS, name), name
        else:
            assert getattr(chosen, name)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (0.5, "0.5"),
        ('a "b" \\ \x7f é', '"a \\"b\\" \\\\ \\u007f é"'),
        (("a", "b"), '["a", "b"]'),
        ({"a b": ("c",), "d-e": "f"}, '{ "a b" = ["c"], d-e = "f" }'),
    ],
)
def test_values_are_written_as_toml(value: object, text: str) -> None:
    assert value_text(value) == text
    read = tomllib.loads(f"key = {text}")["key"]
    assert read == (json.loads(json.dumps(value)))


def test_without_a_file_no_parser_is_imported(calm: Path, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "known = set(sys.modules)\n"  # what measures the coverage has a parser of its own
        "from dealfacts.cli.main import main\n"
        f"try: main(['check', {str(calm)!r}, '--quiet', '--format', 'jsonl'])\n"
        "except SystemExit: print(*set(sys.modules) - known, file=sys.stderr)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path
    )

    assert "tomllib" not in done.stderr.split()
