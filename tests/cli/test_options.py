from __future__ import annotations

import io
import os
import sys

import click
import pytest

from dealfacts.cli import options


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def settings(*arguments: str) -> options.Settings:
    found: list[options.Settings] = []

    @click.command()
    @options.formats
    def command() -> None:
        found.append(options.settings())

    command.main(list(arguments), standalone_mode=False)
    return found[0]


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("arguments", "env", "screen", "colour"),
    [
        ([], {}, False, False),
        ([], {}, True, True),
        ([], {"TERM": "dumb"}, True, False),
        ([], {"NO_COLOR": "1"}, True, False),
        ([], {"NO_COLOR": ""}, True, True),
        ([], {"FORCE_COLOR": "1"}, False, True),
        ([], {"FORCE_COLOR": "0"}, True, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
        (["--no-color"], {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour(
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    env: dict[str, str],
    *,
    screen: bool,
    colour: bool,
) -> None:
    monkeypatch.setattr(sys, "stdout", Screen() if screen else io.StringIO())
    for name, value in env.items():
        monkeypatch.setenv(name, value)

    assert settings(*arguments).colour is colour


@pytest.mark.parametrize(
    ("columns", "width"),
    [(None, 80), ("72", 72), ("500", 100), ("3", 40), ("wide", 80), ("0", 80)],
)
def test_width_of_a_pipe(monkeypatch: pytest.MonkeyPatch, columns: str | None, width: int) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)

    assert settings().width == width


def test_width_of_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((93, 40)))

    assert settings().width == 93


def test_without_stdout_there_is_neither_colour_nor_a_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", None)

    found = settings()

    assert (found.colour, found.width) == (False, 80)


def test_reports_and_the_rest_are_kept() -> None:
    found = settings(
        "--report", "json=a=b.json", "--report", "jsonl=c", "-vv", "-q", "--format", "json"
    )

    assert found.files == (("json", "a=b.json"), ("jsonl", "c"))
    assert (found.verbose, found.quiet, found.format) == (2, True, "json")


def test_a_command_without_the_options_has_defaults() -> None:
    found: list[options.Settings] = []

    @click.command()
    def command() -> None:
        found.append(options.settings())

    command.main([], standalone_mode=False)

    assert (found[0].format, found[0].files, found[0].verbose) == ("terminal", (), 0)
