"""Roles: the words of a post, its canonical head and its status."""

from __future__ import annotations

import pytest

from dealfacts.extractor.readers import names, titles
from dealfacts.lexicon import roles
from dealfacts.loader.sentences import split


def read(text: str) -> list[tuple[str, str, str]]:
    found = names.read(text, split(text)).titles
    return [(text[title.start : title.end], title.head, title.status) for title in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme CEO Dana Pell", ("CEO", "chief executive", "")),
        ("the C.E.O. of Acme", ("C.E.O.", "chief executive", "")),
        (
            "its interim chief executive officer",
            ("interim chief executive officer", "chief executive", "interim"),
        ),
        ("an acting CFO", ("acting CFO", "chief financial officer", "interim")),
        ("the ex-chairman left", ("ex-chairman", "chairman", "former")),
        ("then-President Orr", ("then-President", "president", "former")),
        (
            "the incoming Chief Strategy Officer",
            ("incoming Chief Strategy Officer", "chief strategy officer", "incoming"),
        ),
        (
            "its chief people and culture officer",
            ("chief people and culture officer", "chief people and culture officer", ""),
        ),
        ("two co-CEOs", ("co-CEOs", "chief executive", "co")),
        ("its co-founder", ("co-founder", "co-founder", "")),
        ("the co-founders", ("co-founders", "co-founder", "")),
        ("a spokeswoman for Acme", ("spokeswoman", "spokesperson", "")),
        ("its head of global policy at home", ("head of global policy", "head", "")),
        ("its head of AI Dana Pell", ("head of AI", "head", "")),
        (
            "the Vice President of Operations at",
            ("Vice President of Operations", "vice president", ""),
        ),
        ("a senior equity analyst", ("senior equity analyst", "analyst", "")),
        ("the vice-chairman", ("vice-chairman", "vice chairman", "")),
        ("a director of Blostoy", ("director", "director", "")),
        ("a manager of Volunteer Blostoy", ("manager", "manager", "")),
        (
            "the Executive Director of the Sustainable Roads Initiative",
            ("Executive Director", "director", ""),
        ),
        ("a partner at Acme", ("partner", "partner", "")),
        ("the Wolfram Research analyst", ("analyst", "analyst", "")),
        (
            "its chairman and managing director",
            ("chairman and managing director", "chairman and managing director", ""),
        ),
        ("the former Blostoy chief executive", ("chief executive", "chief executive", "former")),
    ],
)
def test_a_role_has_its_span_head_and_status(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "He will head to Paris and chief among them is this.",
        "They partner with us and lead us on.",
        "It belongs to Kestrel Capital Partners LLC.",
        "It sold King Pharmaceuticals yesterday.",
        "The principal reason is a co-operation.",
        "Officer training is dull.",
        "",
    ],
)
def test_everyday_words_are_no_roles(text: str) -> None:
    assert read(text) == []


def test_joined_posts_share_a_status() -> None:
    assert [status for _, _, status in read("the former president and CEO")] == ["former", "former"]
    assert [status for _, _, status in read("the former president; the CEO")] == ["former", ""]


def test_the_vocabulary_of_a_text_may_be_given() -> None:
    assert titles.read("the CEO", frozenset({"the"})) == []


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("interim CEO", "chief executive"),
        ("CEO and chairman", "chief executive"),
        ("Executive Vice President of Sales", "vice president"),
        ("co-CEO", "chief executive"),
        ("“chief revenue officer”", "chief revenue officer"),
        ("chief of staff", "chief of staff"),
        ("head of policy", "head"),
        ("general manager", "manager"),
        ("member of the crew", "member of the crew"),
        ("", ""),
    ],
)
def test_a_role_as_written_has_a_canonical_head(text: str, head: str) -> None:
    assert roles.canonical(text) == head


def test_what_the_ontology_knows() -> None:
    assert roles.single_holder("chief executive")
    assert roles.single_holder("chief people officer")
    assert not roles.single_holder("analyst")
    assert not roles.single_holder("juggler")
    assert roles.kind_of("co-founder") == "founder"
    assert roles.kind_of("juggler") == ""
    assert not roles.is_post("billionaire")
    assert roles.is_post("juggler")


@pytest.mark.parametrize("form", sorted(roles.forms()))
def test_every_form_of_the_lexicon_is_read(form: str) -> None:
    role = roles.forms()[form]
    found = titles.read(f"the {form} Dana Pell")
    assert [title.head for title in found] == [role.head]
