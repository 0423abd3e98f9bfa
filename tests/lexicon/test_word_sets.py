"""The small lexicons of the kinds: every set can be read, and its words can be tokens."""

from __future__ import annotations

import pytest

from dealfacts.extractor.tokens import WORD
from dealfacts.lexicon import moves
from dealfacts.lexicon.kind_words import kind_words
from dealfacts.lexicon.modality import modality_cues
from dealfacts.lexicon.parties import DESCRIBING, PartyCues, deal_words, party_cues
from dealfacts.lexicon.speech import speech
from dealfacts.lexicon.store import table
from dealfacts.model.vocabulary import Modality

KIND_WORDS = table("kind_words", dict[str, frozenset[str]])


def strays(words: frozenset[str]) -> list[str]:
    """Words that no row can hold; signs of figures, dates and names may stand among them."""
    signs = {"$", "%", "#", "@", "ORG", "PER"}
    return sorted(w for w in words - signs if WORD.findall(w) != [w] or w != w.lower())


@pytest.mark.parametrize("name", sorted(KIND_WORDS))
def test_words_of_kinds_are_tokens(name: str) -> None:
    assert kind_words(name)
    assert strays(kind_words(name)) == []


def test_party_cues_are_tokens_and_the_words_that_vote_are_deal_words() -> None:
    for name in PartyCues._fields:
        words = getattr(party_cues(), name)
        assert strays(words) == []
        assert name in DESCRIBING or words <= deal_words()


def test_modal_cues_lead_to_modalities() -> None:
    assert set(modality_cues().values()) <= {each.value for each in Modality}
    assert modality_cues()["reportedly"] != Modality.ACTUAL
    assert strays(frozenset(modality_cues())) == []


def test_verbs_of_moving_are_told_apart() -> None:
    assert moves.joining()["lead"]
    assert not moves.leaving() & moves.joining().keys()
    for words in (moves.leaving(), moves.appointing(), moves.post_nouns()):
        assert words
        assert strays(words) == []


def test_words_of_speech_are_tokens() -> None:
    assert {"said", "says", "told"} <= speech().say
    for words in speech():
        assert strays(words) == []
