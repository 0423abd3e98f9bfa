"""Every pattern of every cue file compiles, can match, and is found through its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dealfacts.errors import DealfactsError
from dealfacts.extractor.readings import readings
from dealfacts.extractor.tokens import WORD, Slot, row
from dealfacts.lexicon import cues
from dealfacts.lexicon.cue_sheets import Block, sheet_names, texts, written
from dealfacts.lexicon.cues import FIGURES, GAPS, RUN, Pattern, groups, item, pattern, patterns
from dealfacts.lexicon.store import COMPILED, DATA
from dealfacts.model.vocabulary import Basis, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.tokens import Row
    from dealfacts.lexicon.cues import Item

PRINTED = {"$": "$5", "%": "5%", "#": "five", "@": "2024", "ORG": "Marlow", "PER": "Ada"}
BLOCK = Block("price", ())


def every() -> list[Pattern]:
    return [pattern(number) for number in range(len(written()))]


def sample(items: tuple[Item, ...], *, full: bool) -> list[str]:
    """Tokens that the items take: the first word of each, with or without what may be missing."""
    found = []
    for each in items:
        if each.through:
            found += [min(each.through)] * full
        elif each.gap:
            found += ["anything"] * (full and "anything" not in each.ends)
        elif full or not each.is_optional:
            found.append(min(each.words))
    return found


def printed(tokens: list[str]) -> Row:
    """A row whose tokens are exactly these, from a text."""
    text = ""
    slots = []
    for number, token in enumerate(tokens):
        text += " " if text else ""
        word = PRINTED.get(token, token)
        if token in PRINTED:
            slots.append(Slot(len(text), len(text) + len(word), token, number))
        text += word
    found = row(text, 0, len(text), slots)
    assert found.words == tuple(tokens), f"{tokens} do not survive as tokens of {text!r}"
    return found


def rows(cue: Pattern) -> Iterator[tuple[Row, int]]:
    for full in (False, True):
        left = sample(cue.left, full=full)[::-1]
        right = sample(cue.right, full=full)
        yield printed([*left, cue.figure, *right]), len(left)


@pytest.mark.parametrize("sheet", sheet_names())
def test_every_pattern_reads_a_sentence_made_from_it(sheet: str) -> None:
    texts = {text for text, _, name in written() if name == sheet}
    assert texts
    tried = 0
    for each in every():
        if each.text not in texts:
            continue
        tried += 1
        for made, place in rows(each):
            read = {reading.pattern for reading in readings(made, place)}
            assert each.text in read, f"{sheet}: {each.text!r} does not read {made.words}"
    assert tried >= len(texts)


@pytest.mark.parametrize("cue", every(), ids=lambda p: p.text)
def test_every_word_of_a_pattern_can_be_a_token(cue: Pattern) -> None:
    for each in (*cue.left, *cue.right):
        for word in each.words:
            assert word in PRINTED or word in FIGURES or is_token(word), f"{word!r} never occurs"


@pytest.mark.parametrize("name", sorted(groups()))
def test_every_word_of_a_group_can_be_a_token(name: str) -> None:
    assert groups()[name]
    assert [w for w in groups()[name] if w not in PRINTED and not is_token(w)] == []


def is_token(word: str) -> bool:
    return WORD.findall(word) == [word] == [word.lower()]


def test_blocks_say_what_the_model_knows() -> None:
    for each in every():
        block = each.block
        assert 0 < block.strength <= 120
        assert block.basis in {word.value for word in Basis}, block.basis
        assert block.modality in {"", *(word.value for word in Modality)}


def test_no_pattern_stands_twice_under_one_attribute() -> None:
    seen: set[tuple[str, str]] = set()
    for each in every():
        key = (each.text, each.block.attribute)
        assert key not in seen, f"{key} is written twice"
        seen.add(key)


def test_every_pattern_is_found_under_each_of_its_keys_and_within_reach() -> None:
    for sign in FIGURES:
        known = patterns(sign)
        for number, each in enumerate(every()):
            if each.figure != sign:
                continue
            side = known.before if each.is_before else known.behind
            assert all(number in side[key] for key in each.keys)
            assert sum(one.gap or 1 for one in each.left) <= known.reach_before
            assert sum(one.gap or 1 for one in each.right) <= known.reach_behind


def test_the_index_is_what_the_cue_files_say() -> None:
    held = (COMPILED / f"{cues.INDEX}.json").read_text(encoding="utf-8")
    assert held == cues.index(), "run python -m dealfacts.lexicon"


def test_items_are_words_groups_signs_gaps_and_may_be_missing() -> None:
    assert item("a|an", "x").words == {"a", "an"}
    assert item("{raise}", "x").words == groups()["raise"]
    assert item("NAME", "x").words == {"ORG", "PER"}
    assert item("it|MONEY", "x").words == {"it", "$"}
    assert item("also?", "x").is_optional
    assert [item(gap, "x").gap for gap in GAPS] == [2, 4, 8, 4]
    assert item("~", "x").ends == groups()["phrase_end"]
    assert item("?", "x").words == {"?"}
    run = item("{raise}|also*", "x")
    assert (run.gap, run.words, run.through) == (RUN, frozenset(), groups()["raise"] | {"also"})


def test_a_block_has_each_of_its_frames_with_each_of_its_nouns() -> None:
    frames = {"size": ("N worth $", "size of the N $"), "cost": ("N cost $",)}
    block = Block("price", ("price of $",), frames=("size",), nouns=("deal|sale", "the round"))
    assert list(texts(block, frames, "cues_x")) == [
        "price of $",
        "deal|sale worth $",
        "the round worth $",
        "size of the deal|sale $",
        "size of the the round $",
    ]
    with pytest.raises(DealfactsError, match="lexicon cues_x: no frames 'weight'"):
        list(texts(block._replace(frames=("weight",)), frames, "cues_x"))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("price of", "exactly one of"),
        ("$ to $", "exactly one of"),
        ("_ $ its?", "a word that must be there"),
        ("{nothing} $", "no word group {nothing}"),
    ],
)
def test_a_wrong_pattern_is_named_with_its_file(text: str, why: str) -> None:
    with pytest.raises(DealfactsError, match="lexicon cues_x: ") as error:
        cues._compile(text, BLOCK, "cues_x")  # noqa: SLF001  what the loader of a file calls
    assert why in str(error.value)


def test_a_pattern_is_looked_up_by_its_rarest_word() -> None:
    before = cues._compile("value|worth of the _ $ in {be}", BLOCK, "x")  # noqa: SLF001
    assert (before.key, before.keys) == ("value|worth", {"value", "worth"})
    assert before.is_before
    behind = cues._compile("a $ apiece", BLOCK, "x")  # noqa: SLF001
    assert behind.keys == {"apiece"}
    assert not behind.is_before


def test_every_cue_file_is_read() -> None:
    assert list(sheet_names()) == sorted(path.stem for path in DATA.glob("cues_*.toml"))
