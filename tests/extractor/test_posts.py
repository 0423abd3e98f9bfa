from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dealfacts.model.vocabulary import Change, Modality

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.extractor.context import Context


def told(context: Context) -> list[tuple[str, str, str | None]]:
    text = context.scene.article.text
    return [
        (
            post.person.core,
            text[post.title.start : post.title.end].lower(),
            post.organisation.core if post.organisation else None,
        )
        for post in context.posts
    ]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Marlow Foods CEO Ada Quill said so.", [("Ada Quill", "ceo", "Marlow Foods")]),
        (
            "Ada Quill, the 56-year-old chief executive of Marlow Foods, said so.",
            [("Ada Quill", "chief executive", "Marlow Foods")],
        ),
        ("Ada Quill, 56, has served as chairman of Marlow Foods.",
         [("Ada Quill", "chairman", "Marlow Foods")]),
        ("The chief executive, Ada Quill, said so.", [("Ada Quill", "chief executive", None)]),
        (
            "Ada Quill, chairman and chief executive of Marlow Foods, said so.",
            [("Ada Quill", "chairman", "Marlow Foods"),
             ("Ada Quill", "chief executive", "Marlow Foods")],
        ),
        (
            "Marlow Foods co-founders Ada Quill and Ben Carter said so.",
            [("Ada Quill", "co-founders", "Marlow Foods"),
             ("Ben Carter", "co-founders", "Marlow Foods")],
        ),
        (
            "The co-founders of Marlow Foods, Ada Quill and Ben Carter, said so.",
            [("Ada Quill", "co-founders", "Marlow Foods"),
             ("Ben Carter", "co-founders", "Marlow Foods")],
        ),
        ("Ada Quill met Ben Carter, whom the chief executive likes.", []),
        ("The chief executive spoke, and later Ada Quill left.", []),
        ("Ada Quill spoke. Nobody is chief executive.", []),
    ],
)  # fmt: skip
def test_titles_are_linked_to_the_persons_beside_them(
    text: str, posts: list[tuple[str, str, str | None]], context: Callable[..., Context]
) -> None:
    assert told(context(text)) == posts


def test_a_former_post_and_a_new_one_are_told_apart(context: Callable[..., Context]) -> None:
    (former,) = context("Former Marlow Foods CEO Ada Quill said so.").posts
    assert (former.modality, former.change) == (Modality.FORMER, None)
    (new,) = context("Ada Quill was appointed as chief executive of Marlow Foods.").posts
    assert (new.modality, new.change) == (Modality.ACTUAL, Change.JOINS)


def test_the_first_post_of_a_person_says_whom_they_work_for(
    context: Callable[..., Context],
) -> None:
    one = context(
        "Ada Quill, chief executive of Marlow Foods, spoke.\n\n"
        "Ada Quill, chairman of Tarn Foods, spoke again."
    )
    assert one.story.employers == {"Ada Quill": "Marlow Foods"}
