"""Every entry of the loader's lexicons does what its list promises."""

from __future__ import annotations

import pytest

from dealfacts.lexicon.abbreviations import abbreviations
from dealfacts.lexicon.boilerplate import furniture
from dealfacts.lexicon.function_words import function_words
from dealfacts.loader.bars import is_bar, is_buttons, is_label, opens_with_cue
from dealfacts.loader.boundaries import sentence_ranges
from dealfacts.loader.bylines import is_byline, is_date_line
from dealfacts.loader.language import foreign_language
from dealfacts.loader.metadata import publication_date
from dealfacts.loader.sentences import split
from dealfacts.model.text import Part

LISTS = abbreviations()
WORDS = furniture()
BODY = (
    "Acme Holdings said on Monday that it has agreed to buy the whole of Widget for cash, "
    "which is news to its rivals.\n"
)
# A form that is also a title ("Sr") stands in two lists; the later one wins.
TITLES = sorted(LISTS.title - LISTS.form - LISTS.number - LISTS.inner)


def count(text: str) -> int:
    return len(sentence_ranges(text, 0, len(text)))


@pytest.mark.parametrize("word", TITLES)
def test_titles_never_end_a_sentence(word: str) -> None:
    assert count(f"They saw {word}. Example there.") == 1
    assert count(f"They saw {word}. 55 there.") == 1


@pytest.mark.parametrize("word", sorted(LISTS.number))
def test_a_number_follows(word: str) -> None:
    assert count(f"They saw {word}. 55 there.") == 1


@pytest.mark.parametrize(
    "word", sorted((LISTS.form | LISTS.month | LISTS.place | LISTS.inner) - LISTS.number)
)
def test_the_next_word_decides(word: str) -> None:
    assert count(f"They saw {word}. Example there.") == 1
    assert count(f"They saw {word}. However, it closed.") == 2
    assert count(f"They saw {word}. 55 there.") == 1


@pytest.mark.parametrize("word", sorted(LISTS.starters))
def test_words_that_open_a_sentence(word: str) -> None:
    assert count(f"They bought Acme Inc. {word.capitalize()} followed.") == 2


@pytest.mark.parametrize("word", sorted(LISTS.domains))
def test_internet_names(word: str) -> None:
    assert count(f"They bought Example.{word.capitalize()} on Monday.") == 1


@pytest.mark.parametrize("word", sorted(LISTS.speech))
def test_verbs_of_speech(word: str) -> None:
    assert count(f"“Why not?” Jane Example {word}.") == 1


@pytest.mark.parametrize("word", sorted(LISTS.scales))
def test_scales_of_broken_figures(word: str) -> None:
    assert count(f"They paid $9. 2 {word} for it.") == 1


@pytest.mark.parametrize("cue", WORDS.opening)
def test_opening_cues(cue: str) -> None:
    line = f"{cue.capitalize()} words of a link"
    assert opens_with_cue(line, 0, len(line))


@pytest.mark.parametrize("cue", WORDS.opening_open)
def test_opening_cues_of_lines_without_a_stop(cue: str) -> None:
    assert is_label(f"{cue.capitalize()} Words of Ours", f"{cue} words of ours")


@pytest.mark.parametrize("phrase", WORDS.phrase + WORDS.phrase_open)
def test_phrases(phrase: str) -> None:
    text = f"Acme to buy Widget\n\n{BODY}\nTo our readers: {phrase} at once\n"
    assert split(text)[-1].part is Part.BOILERPLATE


@pytest.mark.parametrize("phrase", WORDS.phrase)
def test_phrases_of_sentences(phrase: str) -> None:
    text = f"Acme to buy Widget\n\n{BODY}\nThis is for our readers: {phrase}.\n"
    assert split(text)[-1].part is Part.BOILERPLATE


@pytest.mark.parametrize("word", sorted(WORDS.button))
def test_buttons(word: str) -> None:
    assert is_buttons(f"{word} | share 12")
    assert is_bar(f"Acme Markets Daily   {word.capitalize()}") or word.isdigit()


@pytest.mark.parametrize("word", sorted(WORDS.section))
def test_sections(word: str) -> None:
    assert is_label(word.upper(), word)


@pytest.mark.parametrize("word", sorted(WORDS.credit))
def test_credits(word: str) -> None:
    assert is_label(f"Example {word}", f"example {word}")


@pytest.mark.parametrize("cue", WORDS.byline)
def test_bylines(cue: str) -> None:
    line = f"{cue.capitalize()} Jane Example"
    assert is_byline(line, line.lower(), first=True)


@pytest.mark.parametrize("word", sorted(WORDS.desk))
def test_desks(word: str) -> None:
    line = f"Example {word.capitalize()}"
    assert is_byline(line, line.lower(), first=False)
    assert not is_byline(line, line.lower(), first=True)


@pytest.mark.parametrize("word", sorted(WORDS.clock) + list(WORDS.published + WORDS.updated))
def test_words_of_date_lines(word: str) -> None:
    assert is_date_line(f"{word} May 3, 2024", top=" " in word)


@pytest.mark.parametrize("word", WORDS.published + WORDS.updated)
def test_words_before_a_publication_date(word: str) -> None:
    text = f"Acme to buy Widget\n\n{BODY * 12}\n{word.capitalize()}: May 3, 2024\n"
    day = publication_date(text, split(text))
    assert day is not None
    assert day.isoformat() == "2024-05-03"


@pytest.mark.parametrize("role", sorted(WORDS.bio_role))
@pytest.mark.parametrize("sign", ["passionate", "based in"])
def test_roles_of_authors(role: str, sign: str) -> None:
    text = f"Acme to buy Widget\n\n{BODY * 4}\nJane Example is a {role} and is {sign} Sample.\n"
    assert split(text)[-1].part is Part.BOILERPLATE


@pytest.mark.parametrize("sign", WORDS.bio_sign)
def test_signs_of_author_notes(sign: str) -> None:
    text = f"Acme to buy Widget\n\n{BODY * 4}\nJane Example is a journalist: {sign} Sample.\n"
    assert split(text)[-1].part is Part.BOILERPLATE


@pytest.mark.parametrize("heading", sorted(WORDS.comment_zone))
def test_headings_of_comments(heading: str) -> None:
    text = (
        f"Acme to buy Widget\n\n{BODY * 6}\n{heading.title()} (3)\nSam: It is worth $9 billion.\n"
    )
    assert split(text)[-1].part is Part.BOILERPLATE


@pytest.mark.parametrize("heading", sorted(WORDS.link_zone))
def test_headings_of_links(heading: str) -> None:
    text = (
        f"Acme to buy Widget\n\n{BODY * 4}\n{heading.upper()}\nSample sells its chip unit\n{BODY}"
    )
    assert [one.part for one in split(text)][-3:-1] == [Part.BOILERPLATE] * 2


@pytest.mark.parametrize("language", sorted(function_words().foreign))
def test_languages(language: str) -> None:
    own = sorted(function_words().foreign[language] - function_words().english)
    assert foreign_language(" ".join(own * 4)) == language
