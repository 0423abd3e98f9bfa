"""Roles told of several people, and of one."""

from __future__ import annotations

import pytest

from dealfacts.lexicon import roles


@pytest.mark.parametrize(
    ("told", "one"),
    [
        ("co-founders", "co-founder"),
        ("executive co-chairmen", "executive co-chairman"),
        ("Founders", "Founder"),
        ("managing partners", "managing partner"),
        ("CEOs", "CEO"),
        ("Directors of Research", "Director of Research"),
        ("secretaries", "secretary"),
        # no plural
        ("boss", "boss"),
        ("head of sales", "head of sales"),
        ("chief executive", "chief executive"),
        ("press", "press"),
        ("", ""),
    ],
)
def test_a_role_of_one_of_several(told: str, one: str) -> None:
    assert roles.singular(told) == one


@pytest.mark.parametrize(
    ("head", "found"), [("analyst", True), ("chief executive", False), ("unheard of", False)]
)
def test_who_looks_on_from_outside(head, found) -> None:
    assert roles.is_outside(head) is found
