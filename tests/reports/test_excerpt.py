from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dealfacts.model.claims import Claim
from dealfacts.model.text import Article, Sentence
from dealfacts.model.values import Text
from dealfacts.reports._excerpt import Excerpt, excerpt

SENTENCE = "After months of talks the firm paid $2 billion for the maker of small blue robots."


def claim_on(text: str, start: int, end: int) -> Claim:
    article = Article(id="a.txt", path="a.txt", text=text)
    evidence = article.evidence(start, end, Sentence(start=0, end=len(text)))
    return Claim(
        id="c-1",
        source="a.txt",
        kind="amount",
        attribute="deal_amount",
        subject="x",
        value=Text(text="x"),
        evidence=evidence,
    )


def shown(text: str, quote: str, room: int) -> str:
    start = text.index(quote)
    found = excerpt(claim_on(text, start, start + len(quote)), {"a.txt": text}, room)
    return f"{found.before}[{found.value}]{found.after}"


def test_a_sentence_that_fits_stays_whole() -> None:
    assert shown(SENTENCE, "$2 billion", 200) == SENTENCE.replace("$2 billion", "[$2 billion]")


def test_a_long_sentence_is_cut_on_both_sides_between_words() -> None:
    assert (
        shown(SENTENCE, "$2 billion", 50) == "…of talks the firm paid [$2 billion] for the maker…"
    )


def test_room_that_one_side_does_not_need_goes_to_the_other() -> None:
    assert shown(SENTENCE, "robots", 30) == "…maker of small blue [robots]."


def test_line_breaks_and_blanks_become_single_spaces() -> None:
    assert shown("It  paid\n\t$2 billion\n in\u00a0cash.", "$2 billion", 80) == (
        "It paid [$2 billion] in cash."
    )


def test_control_characters_are_spelled_out() -> None:
    assert shown("\x1b[2Jpaid $2 billion", "$2 billion", 80) == "\\x1b[2Jpaid [$2 billion]"


def test_without_the_text_only_the_words_are_shown() -> None:
    start = SENTENCE.index("$2 billion")
    claim = claim_on(SENTENCE, start, start + 10)

    assert excerpt(claim, {}, 80) == Excerpt("", "$2 billion", "")


def test_a_text_that_does_not_hold_the_words_there_is_not_shown() -> None:
    start = SENTENCE.index("$2 billion")
    claim = claim_on(SENTENCE, start, start + 10)

    assert excerpt(claim, {"a.txt": "another text"}, 80) == Excerpt("", "$2 billion", "")


def test_words_longer_than_the_room_are_cut() -> None:
    assert shown(SENTENCE, SENTENCE, 20) == "[After months of…]"


@given(
    st.text("ab \n", min_size=0, max_size=60),
    st.text("xy", min_size=1, max_size=20),
    st.text("ab \n", min_size=0, max_size=60),
    st.integers(24, 120),
)
def test_an_excerpt_never_outgrows_its_room(before: str, quote: str, after: str, room: int) -> None:
    text = f"{before}{quote}{after}"

    found = excerpt(claim_on(text, len(before), len(before) + len(quote)), {"a.txt": text}, room)

    assert found.value == quote
    assert len(found.before) + len(found.value) + len(found.after) <= room
