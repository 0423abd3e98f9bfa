"""The plain text of an article, and the way back to what is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealfacts.model.plain import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It pays **$3 billion** for _Acme_ and ***all*** of it.",
            "It pays $3 billion for Acme and all of it.",
        ),
        ("[Acme](https://example.com/a_b?c=1) and [us](/about).", "Acme and us."),
        ("It was so.[3] Then[citation needed] it paid.[a]", "It was so. Then it paid."),
        ("It pays $3\u200b billion, as an\u00adnounced.", "It pays $3 billion, as announced."),
        ("* one\n* two\n\n***\n\n5 * 3", "* one\n* two\n\n***\n\n5 * 3"),
        (
            "[sic] and “[the deal] is done” by snake_case",
            "[sic] and “[the deal] is done” by snake_case",
        ),
        ("![a mill](https://example.com/a.png)", "![a mill](https://example.com/a.png)"),
        ("[**Acme**](https://example.com/*x*/) buys", "Acme buys"),
        ("no marks", "no marks"),
        (
            "AT&amp;T pays &pound;3bn &#8211; it&rsquo;s done &unknown;",
            "AT&T pays £3bn – it’s done &unknown;",
        ),
        ("Itâ€™s Â£3bn, CafÃ© â‚¬2bn â€“ yes", "It’s £3bn, Café €2bn – yes"),
        ('<a href="https://example.com">Acme</a> <b>buys</b> it<br/>Now', "Acme buys it\nNow"),
        ("a < b and c > d, see <ACM.N>", "a < b and c > d, see <ACM.N>"),
        ("the oﬃce of Acme´s ﬁrm", "the office of Acme’s firm"),
        ("two  blanks,   three", "two blanks,   three"),
        ("of\u00a0Acme for 5\u00a0000 and 5*3", "of Acme for 5\u00a0000 and 5*3"),
    ],
)
def test_what_is_left(text: str, expected: str) -> None:
    assert plain(text).text == expected


def test_the_way_back() -> None:
    text = "It pays **$3 billion** for [Acme](https://example.com).[2] Done."
    shown = plain(text)
    for words in ("$3 billion", "Acme", "Done"):
        start = shown.text.index(words)
        first, last = shown.printed(start, start + len(words))
        assert text[first:last] == words
        assert (shown.shown(first), shown.shown(last)) == (start, start + len(words))
    start = shown.text.index("billion for Acme")
    first, last = shown.printed(start, start + len("billion for Acme"))
    assert text[first:last] == "billion** for [Acme"


@given(st.text(alphabet="ab1 *_[]()3:/hpst&;#<>\u200b\ufb03\u00a0â€™\n", max_size=60))
def test_every_character_that_is_left_is_found_again(text: str) -> None:
    shown = plain(text)
    edited = set(shown.starts)
    before = 0
    for at, sign in enumerate(shown.text):
        first, last = shown.printed(at, at + 1)
        assert before <= first < last <= len(text)
        before = first
        if first not in edited:
            assert text[first:last].replace("\u00a0", " ") == sign.replace("\u00a0", " ")
            assert shown.shown(first) == at
    assert shown.shown(len(text)) == len(shown.text)
