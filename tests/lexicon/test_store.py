from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from dealfacts.errors import DealfactsError
from dealfacts.lexicon import cues, store

if TYPE_CHECKING:
    from pathlib import Path

TOML = sorted(path.stem for path in store.DATA.glob("*.toml"))
WORDS = sorted(path.stem for path in store.DATA.glob("*.txt"))


class Sizes(NamedTuple):
    sizes: tuple[int, ...]


@pytest.fixture
def lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(store, "DATA", tmp_path)
    monkeypatch.setattr(store, "COMPILED", tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", TOML)
def test_the_compiled_twin_is_what_the_data_says(name: str) -> None:
    twin = store.COMPILED / f"{name}.json"
    assert twin.read_text(encoding="utf-8") == store.compiled(name), (
        "run python -m dealfacts.lexicon"
    )


def test_no_twin_has_lost_its_data() -> None:
    assert sorted(path.stem for path in store.COMPILED.glob("*.json")) == sorted(
        [*TOML, cues.INDEX]
    )


@pytest.mark.parametrize("name", [*TOML, *WORDS])
def test_every_lexicon_opens_with_what_it_is_and_where_it_comes_from(name: str) -> None:
    path = store.DATA / f"{name}.{'toml' if name in TOML else 'txt'}"
    head = path.read_text(encoding="utf-8")[:1500]
    assert head.startswith("#")
    for heading in ("Source",):
        assert heading.lower() in head.lower(), f"{path.name} does not say {heading}"


def test_a_table_has_the_shape_asked_for(lexicon: Path) -> None:
    (lexicon / "shoes.toml").write_text("sizes = [38, 39]\n", encoding="utf-8")
    (lexicon / "shoes.json").write_text(store.compiled("shoes"), encoding="utf-8")
    assert store.table("shoes", Sizes) == Sizes((38, 39))


def test_a_misfit_says_which_lexicon_and_where(lexicon: Path) -> None:
    (lexicon / "shoes.json").write_text('{"sizes": [38, "large"]}', encoding="utf-8")
    with pytest.raises(DealfactsError) as error:
        store.table("shoes", Sizes)
    assert str(error.value).startswith("lexicon shoes: sizes.1: expected int, found 'large'")
    assert "data/shoes.toml" in str(error.value)


def test_words_leave_out_comments_and_blank_lines(lexicon: Path) -> None:
    (lexicon / "fruit.txt").write_text("# all fruit\n\napple\npear # sweet\n", encoding="utf-8")
    assert store.words("fruit") == {"apple", "pear"}


def test_the_compiler_writes_a_twin_of_every_table(
    lexicon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dealfacts.lexicon import __main__ as compiler  # noqa: PLC0415  reads the folders on import

    out = lexicon / "out"
    monkeypatch.setattr(compiler, "DATA", lexicon)
    monkeypatch.setattr(compiler, "COMPILED", out)
    (lexicon / "shoes.toml").write_text("sizes = [38]\n", encoding="utf-8")
    compiler.main()
    assert sorted(path.name for path in out.iterdir()) == ["cue_index.json", "shoes.json"]
    assert (out / "shoes.json").read_text(encoding="utf-8") == '{"sizes":[38]}\n'
