from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dealfacts.extractor import readings as module
from dealfacts.extractor.readings import SKIP_COST, readings, walk
from dealfacts.extractor.tokens import Slot, row
from dealfacts.lexicon.cue_sheets import Block
from dealfacts.lexicon.cues import Pattern, Patterns, item, patterns

if TYPE_CHECKING:
    from dealfacts.extractor.tokens import Row
    from dealfacts.lexicon.cues import Item


def line(words: str) -> Row:
    slots = [
        Slot(at, at + 1, sign, 0) for at, sign in enumerate(words) if sign in "$%" and sign.strip()
    ]
    return row(words, 0, len(words), slots)


def items(text: str) -> tuple[Item, ...]:
    return tuple(item(part, "x") for part in text.split())


@pytest.mark.parametrize(
    ("pattern", "words", "found"),
    [
        ("of value", "value of $", (0, 0)),
        ("of __ value", "value so very high of $", (3, 0)),
        ("of _ value", "value so very high of $", None),
        ("of the? value", "value of $", (0, 0)),
        ("of the? value", "value the of $", (0, 0)),
        ("of __ value", "value ; high of $", None),
        ("of __ value", "value of % of $", (2, 0)),
        ("of __ value", "value of $ of $", None),
        ("of ~ value", "value with all of $", None),
        ("of ~ value", "value all cash of $", (2, 0)),
        ("of price", "value of $", None),
        ("of value the", "value of $", None),
        ("of so|very|,* value", "value , so very of $", (0, 0)),
        ("of so|very|,* value", "value so high of $", None),
        ("of a? _ a", "a b a of $", (1, 0)),
        ("", "value of $", (0, 3)),
    ],
)
def test_items_are_met_outwards(pattern: str, words: str, found: tuple[int, int] | None) -> None:
    made = line(words)
    last = len(made.words) - 1
    if not pattern:
        found = (0, last)
    assert walk(items(pattern), made, last - 1, -1, "$") == found


def test_walking_right_ends_at_the_last_word() -> None:
    made = line("$ for all of it")
    assert walk(items("for __ it"), made, 1, 1, "$") == (2, 4)
    assert walk(items("for ... more"), made, 1, 1, "$") is None


def pattern(text: str, *, strength: int = 80, beside: bool = False) -> Pattern:
    parts = text.split()
    at = parts.index("$")
    left = tuple(item(part, "x") for part in reversed(parts[:at]))
    right = tuple(item(part, "x") for part in parts[at + 1 :])
    key, keys = (parts[0] if left else parts[-1]), (left or right)[-1].words
    near = (left[0].words if left and beside else frozenset(), frozenset[str]())
    block = Block("price", (), strength)
    return Pattern(text, "$", left, right, block, key, keys, bool(left), near)


def read(made: Row, *known: Pattern, monkeypatch: pytest.MonkeyPatch) -> list[tuple]:
    before: dict[str, list[int]] = {}
    behind: dict[str, list[int]] = {}
    for number, each in enumerate(known):
        for key in each.keys:
            (before if each.is_before else behind).setdefault(key, []).append(number)
    index = Patterns(
        {k: tuple(v) for k, v in before.items()}, {k: tuple(v) for k, v in behind.items()}, 12, 12
    )
    monkeypatch.setattr(module, "patterns", lambda _: index)
    monkeypatch.setattr(module, "pattern", known.__getitem__)
    place = made.words.index("$")
    return [(each.pattern, each.score, each.first, each.last) for each in readings(made, place)]


def test_skipped_words_cost_and_the_strongest_reading_comes_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = line("the value , all in all , of $ in cash")
    plain, skipping = pattern("$ in cash", strength=75), pattern("value ... of $")
    found = read(made, skipping, plain, monkeypatch=monkeypatch)
    assert found == [("$ in cash", 75, 8, 10), ("value ... of $", 80 - 5 * SKIP_COST, 1, 8)]


def test_what_must_stand_beside_the_figure_is_asked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    known = pattern("value of $", beside=True)
    assert read(line("value of $"), known, monkeypatch=monkeypatch) == [("value of $", 80, 0, 2)]
    assert read(line("value $"), known, monkeypatch=monkeypatch) == []
    assert read(line("$ value"), known, monkeypatch=monkeypatch) == []


def test_equal_readings_are_in_the_order_of_their_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = pattern("worth $"), pattern("a|worth $")
    found = read(line("worth $"), one, other, monkeypatch=monkeypatch)
    assert [each[0] for each in found] == ["a|worth $", "worth $"]


def test_a_word_far_away_gives_no_reading() -> None:
    filler = "word " * 60
    made = line(f"valuation of {filler} $")
    assert readings(made, len(made.words) - 1) == ()


def test_no_pattern_that_fits_is_passed_over(story) -> None:
    """What `readings` looks at by words alone against a walk of every pattern there is."""
    found = 0
    for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")):
        for context in story(path.read_text(encoding="utf-8")).contexts:
            made = context.scene.row
            for place in made.marks:
                known = patterns(made.words[place])
                every = {
                    module.pattern(number)
                    for some in (*known.before.values(), *known.behind.values())
                    for number in some
                }
                walked = {module._match(each, made, place) for each in every}  # noqa: SLF001
                fitting = walked - {None}
                assert fitting == set(readings(made, place))
                found += len(fitting)
    assert found > 50
