"""A firm with its owner's surname is a firm where the text has it before it names the owner."""

from __future__ import annotations

from dealfacts.extractor.readers import names
from dealfacts.loader.sentences import split


def read(text: str) -> tuple[list[str], list[str]]:
    found = names.read(text, split(text))
    return [name.core for name in found.organisations], [name.core for name in found.people]


def test_a_house_before_its_owner_is_a_firm() -> None:
    text = (
        "Brennoch sells heat pump business\n\nBrennoch, one of the best-known names of the "
        "trade, is "
        "handing its climate arm to Acme Corp. The unit has 900 employees.\n\nMax Brennoch, 34, "
        "great-grandson of the founder, rejected the talk."
    )
    firms, people = read(text)
    assert firms == ["Brennoch", "Brennoch", "Acme"]
    assert people == ["Max Brennoch"]


def test_a_person_named_in_full_first_stays_a_person() -> None:
    text = (
        "Max Brennoch, 34, rejected the talk. Brennoch has run the mill for ten years. "
        "The mill is old."
    )
    assert read(text) == ([], ["Max Brennoch", "Brennoch"])


def test_words_of_dealing_make_a_firm_of_a_known_surname() -> None:
    text = (
        "It is done.\n\nShares in Miller rose as its merger with Acme Corp was agreed.\n\nMiller "
        "was founded in 1869 by Henry Miller in a small town."
    )
    firms, people = read(text)
    assert "Miller" in firms
    assert people == ["Henry Miller"]


def test_a_role_in_a_line_of_its_own_is_not_that_of_the_next_line() -> None:
    text = "By our City Editor\n\nWendell's is in advanced talks about a merger with Acme Corp."
    assert "Wendell" not in read(text)[1]


def test_a_ticker_behind_an_ordinary_word_makes_it_a_company() -> None:
    text = "Target (NYSE: TGT) has agreed to pay for it. Target had been asked."
    assert read(text)[0] == ["Target", "Target"]


def test_ordinary_words_with_a_hyphen_are_no_company() -> None:
    text = "Memory-Chip Unit May Be Sold\n\nAcme Corp may sell a memory-chip unit."
    assert read(text)[0] == ["Acme"]
