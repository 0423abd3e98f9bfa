"""One look at a text: its words, its folded form, its numbers."""

from hypothesis import given
from hypothesis import strategies as st

from dealfacts.extractor.readers import counts, dates, money, names, percent
from dealfacts.extractor.readers.openers import MOST_IN_A_ROW
from dealfacts.extractor.readers.survey import Survey
from dealfacts.loader.sentences import split


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


def test_a_crowd_of_figures_is_read_only_so_far() -> None:
    assert len(money.read("$1 " * 5000)) == MOST_IN_A_ROW
    assert len(percent.read("half of it, " * 5000)) == MOST_IN_A_ROW
    assert len(percent.read("1/4 of, " * 5000)) == MOST_IN_A_ROW
    assert len(counts.read("doubled, " * 5000)) == MOST_IN_A_ROW
    assert len(percent.read("5% " * 5000 + "and then, much later, 7%.")) == MOST_IN_A_ROW + 1


def test_a_crowd_of_names_or_roles_is_read_only_so_far() -> None:
    def found(line: str) -> names.Names:
        return names.read(line, split(line))

    assert len(found("Jane Doe, " * 5000).people) == MOST_IN_A_ROW
    assert len(found("CEO " * 5000).titles) == MOST_IN_A_ROW
    later = found("Jane Doe, " * 5000 + "and then, much later, John Roe said so.").people
    assert [name.core for name in later][MOST_IN_A_ROW:] == ["John Roe"]
    prose = "It was told to Jane Doe, the chief executive. " * 1000
    assert (len(found(prose).people), len(found(prose).titles)) == (1000, 1000)


def test_figures_between_words_are_all_read() -> None:
    assert len(money.read("It paid $1 for the paper. " * 1000)) == 1000
    assert len(percent.read("It sold half of the paper. " * 1000)) == 1000


def test_of_a_crowd_of_numbers_only_the_first_are_kept() -> None:
    """A line of "1-" without end is not held in memory as a match for every number."""
    assert len(Survey("1-" * 50_000).numbers) == MOST_IN_A_ROW
    assert len(Survey("Paid 5 of 12,400 in 2024.").numbers) == 3
