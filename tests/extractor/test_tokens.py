from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dealfacts.extractor.tokens import MONEY, ORGANISATION, WORD, Slot, row

TEXT = "Marlow’s U.S. owner, Bell & Co, paid $31.5m for a 12bn-strong, half-owned firm."


def words(text: str) -> tuple[str, ...]:
    return row(text, 0, len(text), ()).words


def test_possessives_initials_and_hyphens_are_tokens_of_their_own_kind() -> None:
    assert words("Marlow’s U.S. buy-out wasn't AT&T-like") == (
        "marlow", "'s", "u.s.", "buy-out", "wasn't", "at&t-like",
    )  # fmt: skip


def test_digits_keep_their_short_unit_and_their_separators() -> None:
    assert words("1,250.5bn 12m 7, 3.") == ("1,250.5bn", "12m", "7", ",", "3", ".")


def test_a_slot_is_one_token_with_its_number() -> None:
    text = "Bell pays $5 million for it."
    found = row(text, 0, len(text), (Slot(0, 4, ORGANISATION, 3), Slot(10, 20, MONEY, 0)))
    assert found.words == (ORGANISATION, "pays", MONEY, "for", "it", ".")
    assert found.index == (3, -1, 0, -1, -1, -1)
    assert found.marks == (0, 2)
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == [
        "Bell", "pays", "$5 million", "for", "it", ".",
    ]  # fmt: skip


def test_a_slot_inside_another_or_beyond_the_range_is_passed_over() -> None:
    text = "pays $5 million for it"
    slots = (Slot(5, 15, MONEY, 0), Slot(8, 15, MONEY, 1), Slot(20, 30, MONEY, 2))
    found = row(text, 0, len(text), slots)
    assert found.words == ("pays", MONEY, "for", "it")
    assert found.slots == slots[:1]


def test_the_token_at_an_offset_is_the_first_that_ends_behind_it() -> None:
    found = row("one two", 0, 7, ())
    assert [found.at(offset) for offset in (0, 2, 3, 6, 7, 99)] == [0, 0, 1, 1, 2, 2]


@given(st.text(max_size=80), st.data())
def test_every_token_stands_where_the_row_says(text: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, len(text)))
    cut = data.draw(st.integers(first, last))
    slots = (Slot(first, cut, MONEY, 0),) if cut > first else ()
    found = row(text, first, last, slots)
    assert len(found.words) == len(found.index) == len(found.starts) == len(found.ends)
    at = first
    for word, start, end in zip(found.words, found.starts, found.ends, strict=True):
        assert at <= start < end <= last
        assert text[at:start].strip() == ""
        at = end
        if word != MONEY or not slots:
            assert word == text[start:end].lower().replace("’", "'")
    assert text[at:last].strip() == ""


@given(st.text(alphabet="aA1,.-&’' s$\n", max_size=60))
def test_the_word_pattern_leaves_out_nothing_but_blanks(text: str) -> None:
    assert "".join(WORD.findall(text)) == "".join(text.split())


def test_capitals_are_cut_where_their_folded_words_are() -> None:
    text = "ACME’S OFFER FOR SOSTRA'S MILLS"
    cut = row(text, 0, len(text), ())
    assert cut.words == ("acme", "'s", "offer", "for", "sostra", "'s", "mills")
    assert [text[a:b] for a, b in zip(cut.starts, cut.ends, strict=True)] == [
        "ACME", "’S", "OFFER", "FOR", "SOSTRA", "'S", "MILLS"
    ]  # fmt: skip
