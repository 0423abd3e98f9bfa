"""One look at a text: its words, its folded form, its numbers."""

from hypothesis import given
from hypothesis import strategies as st

from dealfacts.extractor.readers import counts, dates, money, percent
from dealfacts.extractor.readers.survey import Survey


def test_words_are_runs_of_ascii_letters_as_printed() -> None:
    survey = Survey("Half of it, Q3 2024: a 28-year-old\u00a0café’s \ud800 HALF")
    assert survey.words == {"Half", "of", "it", "Q", "a", "year", "old", "caf", "s", "HALF"}


def test_a_shared_survey_reads_the_same() -> None:
    text = "In May 2024 it paid $5 million for half of the firm, which has 40 employees."
    survey = Survey(text)
    assert money.read(text, survey=survey) == money.read(text)
    assert percent.read(text, survey=survey) == percent.read(text)
    assert counts.read(text, survey=survey) == counts.read(text)
    assert dates.read(text, None, survey=survey) == dates.read(text, None)
    assert [len(money.read(text)), len(percent.read(text)), len(counts.read(text))] == [1, 1, 1]


@given(st.text(max_size=200))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(Survey(text).low) == len(text) + 1
