"""Units named after their owner that take the target in: "joins Acme Foods", "part of Acme's ...".

Refuses the owner itself, and a firm that both sides join.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.lexicon.speech import speech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dealfacts.extractor.context import Context

IN_NEW = ("in", "a", "new")


def house_units(context: Context) -> Iterator[tuple[int, int]]:
    """A unit named after its owner: "joins Acme Foods", "part of Acme's Food Business"."""
    row, words = context.scene.row, context.scene.row.words
    owner = context.parties.acquirer
    if owner is None or row.vocabulary.isdisjoint(speech().unit_links):
        return
    for named in context.organisations:
        at = named.place
        if not at or not speech().unit_links.intersection(words[max(at - 3, 0) : at]):
            continue
        printed = context.scene.article.text[row.starts[at] : row.ends[at]]
        follows = words[at + 1 : at + 2]
        if words[at + 1 : at + 4] == IN_NEW:
            continue  # "both businesses join Acme Africa in a new company"
        if printed.startswith(owner.split()[0] + " ") and named.name != owner:
            if follows != ("'s",) and len(printed.split()) > len(owner.split()):
                yield (at, at)
        elif named.name == owner and follows == ("'s",):
            last = at + 2
            while last < len(words) and _is_capital(context, last):
                last += 1
            if (
                last > at + 2
                and " " in context.scene.article.text[row.starts[at + 2] : row.ends[last - 1]]
            ):
                yield (at + 2, last - 1)


def _is_capital(context: Context, place: int) -> bool:
    row = context.scene.row
    return context.scene.article.text[row.starts[place]].isupper()
