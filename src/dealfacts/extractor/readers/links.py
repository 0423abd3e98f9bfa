"""Whether two neighbouring parts of a capitalised run are one name.

"Bank of America", "Ernst & Young" and "Securities and Exchange Commission" are; "Acme and Beta" is
not, nor is "Acme Capital Jane Doe". Refuses to look at anything but word classes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.readers.runs import Word

LINK = 1 << 30
PLAIN = words.COMMON | words.ORGANISATION | words.PEOPLE | words.PLACE
TRADES = words.ORGANISATION | words.TRADE
SHORTEST_TAIL = 2


def binds(left: Sequence[Word], links: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether `links` joins `left` and `right` to one name."""
    if not left or not right:
        return False
    link = links[0].text
    if link in {"&", "+"}:
        return True
    if link == "of":
        head = left[-1].flags & words.OF_HEAD
        return bool(head) and not right[0].flags & words.MONTH and not _is_person(right)
    if link == "for" and right[0].flags & words.ACRONYM and right[0].flags & words.NO_NAME:
        return False  # "sold House of Example for EUR 4 million"
    if link in {"for", "on", "the"}:
        return any(word.flags & words.OF_HEAD for word in left) and not right[0].flags & words.MONTH
    if link in {"and", "et", "und"}:
        return _and_binds(left, right)
    return True


def _is_person(row: Sequence[Word]) -> bool:
    """Whether a given name begins the row: "Office of Jane Doe"."""
    first = row[0].flags
    return bool(first & words.GIVEN and not first & (words.COMMON | words.PLACE)) and len(row) > 1


def _and_binds(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether ordinary words on both sides run into a word such as "Commission" or "Ltd"."""
    upto: list[Word] = []
    for word in right:
        if word.flags == LINK and word.text != "of":
            break
        upto.append(word)
    twin = len(left) == len(upto) == 1 and left[0].text == upto[0].text
    if twin and not left[0].flags & words.LEGAL:
        return True  # "Orr and Orr"
    if any(word.flags & words.LEGAL or word.text == upto[0].text for word in left):
        return False
    if upto[0].flags & words.LEGAL or upto[0].text == "Sons" or _trades(left, upto):
        return True
    if not any(word.flags & (words.OF_HEAD | words.LEGAL) for word in upto):
        return False
    return (
        (len(upto) >= SHORTEST_TAIL or bool(upto[0].flags & words.LEGAL))
        and all(word.flags & (PLAIN | LINK) for word in left[-2:])
        and all(word.flags & (PLAIN | words.LEGAL | LINK) for word in upto[:2])
    )


def _trades(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether "and" joins what one firm deals in: "Example Tire and Rubber Co", "Oil and Gas"."""
    if len(left) == 1:
        return False
    if f"{left[-1].text} {right[0].text}" in words.lexicon().organisation.pairs:
        return True
    return bool(
        left[-1].flags & TRADES
        and right[0].flags & TRADES
        and len(right) > 1
        and all(word.flags & words.LEGAL or word.text == "Association" for word in right[1:])
    )


def ended(left: Word, right: Word) -> bool:
    """Whether a legal form closes a sentence as well: "by Acme Ltd. | Example said"."""
    return bool(
        left.text[-1] == "."
        and left.flags & words.LEGAL
        and not right.flags & (words.LEGAL | words.ORGANISATION)
    )


def parted(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether an organisation ends and a person begins: "Acme Capital Group | Jane Doe"."""
    first = right[0].flags
    # "Acme Brothers | Kim Min-jun"
    is_family = (
        first & words.FAMILY_FIRST
        and len(right) > 1
        and not right[1].flags & (TRADES | words.PEOPLE | words.PLACE | LINK)
    )
    if not (first & words.GIVEN or is_family):
        return False
    if first & (words.PLACE | words.ORGANISATION) or (first & words.COMMON and not is_family):
        return False
    closing = left[-1].flags
    # "Jane Banks" is one name, "Acme Brothers" is as well
    is_name = closing & words.SURNAME and (left[0].flags & words.GIVEN or not is_family)
    if not closing & (words.ORGANISATION | words.LEGAL) or is_name:
        return False
    tail = [word for word in right if word.flags != LINK]
    return len(tail) >= SHORTEST_TAIL and not any(
        word.flags & (words.ORGANISATION | words.LEGAL) for word in tail
    )
