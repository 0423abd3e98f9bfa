"""Short names for sources."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dealfacts.loader.labels import labels
from dealfacts.model.text import Article


def article(key: str, label: str | None = None, outlet: str | None = None) -> Article:
    return Article(id=key, path=key, text="", label=label, outlet=outlet)


def test_the_shortest_piece_that_tells_files_apart() -> None:
    ids = ["000_9ddc.txt", "001_92b2.txt", "002_15eb.txt"]
    assert list(labels([article(key) for key in ids]).values()) == ["000", "001", "002"]


def test_longer_pieces_where_the_first_is_shared() -> None:
    found = labels([article("a_one.txt"), article("a_two.txt"), article("b.txt")])
    assert list(found.values()) == ["a_one", "a_two", "b"]


def test_one_name_in_two_folders() -> None:
    found = labels([article("x/a.txt"), article("y/a.txt")])
    assert list(found.values()) == ["x/a.txt", "y/a.txt"]


def test_label_then_outlet_then_file() -> None:
    found = labels(
        [
            article("1.txt", label="Wire", outlet="Example Wire Service"),
            article("2.txt", outlet="Example Times"),
            article("3.txt"),
        ]
    )
    assert list(found.values()) == ["Wire", "Example Times", "3"]


def test_two_articles_of_one_outlet() -> None:
    found = labels([article("a_1.txt", outlet="Times"), article("b_2.txt", outlet="Times")])
    assert list(found.values()) == ["Times (a)", "Times (b)"]


def test_a_label_that_is_another_ones_file() -> None:
    found = labels([article("a.txt", outlet="b"), article("b.txt")])
    assert list(found.values()) == ["a.txt", "b.txt"]


def test_names_without_pieces() -> None:
    assert labels([article("-")]) == {"-": "-"}
    assert labels([article("___.txt")]) == {"___.txt": "___"}
    assert labels([article(".txt")]) == {".txt": ".txt"}


@given(
    st.dictionaries(
        st.text(alphabet="ab_./", min_size=1, max_size=6),
        st.none() | st.text(alphabet="ab_./", min_size=1, max_size=3),
        max_size=6,
    )
)
def test_no_label_is_given_twice(outlets: dict[str, str | None]) -> None:
    found = labels([article(key, outlet=outlet) for key, outlet in outlets.items()])
    assert list(found) == list(outlets)
    assert len(set(found.values())) == len(outlets)
