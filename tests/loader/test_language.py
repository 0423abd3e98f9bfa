"""English or clearly not."""

from __future__ import annotations

import pytest

from dealfacts.loader.language import foreign_language

GERMAN = (
    "Das Unternehmen hat am Montag mitgeteilt, dass es die Mehrheit an der Firma übernehmen wird. "
    "Der Preis ist nicht bekannt, und die Behörden haben noch nicht zugestimmt. "
)
FRENCH = (
    "La société a annoncé lundi que les dirigeants du groupe sont d'accord pour une vente dans le "
    "cadre de la procédure, et que le prix est plus élevé avec les dettes de l'entreprise. "
)


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "German"), (FRENCH, "French")])
def test_other_languages(text: str, language: str) -> None:
    assert foreign_language(text * 4) == language


def test_another_script() -> None:
    text = "Компания объявила о покупке конкурента за три миллиарда долларов наличными."
    assert foreign_language(text) == "a language in another script"


@pytest.mark.parametrize(
    "text",
    [
        "Acme said on Monday that it will buy the whole of Widget for $3 billion in cash. " * 50,
        "Das ist kurz.",
        "Acme 14.3 Widget 15 Sample 9 Example 4 " * 20,
        "",
    ],
)
def test_english_and_what_cannot_be_told(text: str) -> None:
    assert foreign_language(text) is None


def test_a_foreign_name_or_a_stray_line_does_not_make_a_text_foreign() -> None:
    text = "Acme said that it has agreed to buy the Münchner Straße chain. " * 5 + "发表回复"
    assert foreign_language(text) is None
