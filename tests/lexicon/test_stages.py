from __future__ import annotations

from dealfacts.extractor.phrases import stages
from dealfacts.extractor.tokens import WORD, Slot, row
from dealfacts.lexicon.cues import FIGURES
from dealfacts.lexicon.stages import StageSheet, by_rarest_word, stage_phrases
from dealfacts.lexicon.store import table

NAMES = {"ORG", "PER"}


def test_every_phrase_is_met_by_the_words_it_is_made_of() -> None:
    written = [text for stage in table("status", StageSheet).stage for text in stage.patterns]
    known = {phrase.text: phrase for phrase in stage_phrases()}
    assert set(written) == set(known), "a phrase opens with a gap or a word that may be missing"
    for phrase in known.values():
        tokens = [min(phrase.first)]
        tokens += [min(each.words) for each in phrase.rest if not each.gap and not each.is_optional]
        text, slots = "", []
        for token in tokens:
            start = len(text)
            text += "Marlow " if token in NAMES else f"{token} "
            if token in NAMES | FIGURES:
                slots.append(Slot(start, len(text) - 1, token, 0))
        made = row(text, 0, len(text), slots)
        assert made.words == tuple(tokens), phrase.text
        met = [(told.phrase, told.first) for told in stages(made)]
        assert any(place == 0 and len(found.rest) >= len(phrase.rest) for found, place in met), (
            f"{phrase.text!r} is not met by {made.words}"
        )


def test_the_words_of_phrases_are_tokens() -> None:
    for phrase in stage_phrases():
        for words in (phrase.first, *(each.words for each in phrase.rest)):
            for word in words - NAMES - FIGURES:
                assert WORD.findall(word) == [word] == [word.lower()], phrase.text


def test_the_longest_phrase_comes_first() -> None:
    lengths = [len(phrase.rest) for phrase in stage_phrases()]
    assert lengths == sorted(lengths, reverse=True)
    assert [phrase.rank for phrase in stage_phrases()] == list(range(len(lengths)))


def test_every_phrase_is_found_by_the_words_of_an_item_that_it_needs() -> None:
    found: dict[int, set[str]] = {}
    for word, phrases in by_rarest_word().items():
        for phrase in phrases:
            found.setdefault(phrase.rank, set()).add(word)
    assert all(found[phrase.rank] in phrase.needs for phrase in stage_phrases())
