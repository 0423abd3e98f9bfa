"""Whose dollar a bare "$" is: that of the country in which the article is at home.

A text that gives one number with both signs ("C$25 billion", and "$25B" in the headline) means the
same dollar by both; else one that writes "US$" as well means another one by the bare sign. One
that speaks of one country again and again, and hardly of the United States, means that country's,
as does one that tells where a company is listed ("ASX: EXM"). Of two such countries it is the one
whose exchange or regulator the text names ("told the ASX"). Cents in a text with no bare sign are
parts of the only dollar that it marks. Refuses to choose where the text marks that country's dollar
itself ("A$", "Australian dollars"): then the bare sign is the other one; and where it translates a
third currency ("¥7trn ($47bn)"): then that country is one of two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.lexicon.currencies import home_words, homes, marked, marked_behind, markets, names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.extractor.readers.survey import Survey
    from dealfacts.lexicon.currencies import Unit

# A number and the first letter of its scale.
SUM = r"[ ]?([0-9][0-9.,]*[0-9]|[0-9])(?:[ -]?([bmt])(?:illion|rillion|n|ln)?\b)?"
BARE = re.compile(rf"(?<![A-Za-z])(?<!\b(?-i:[A-Z]{{3}})[ ])\${SUM}", re.IGNORECASE)
NUMBER = re.compile(SUM, re.IGNORECASE)
# As in: ¥7trn ($47.2bn); 7 trillion yen ($47 billion); $66.5 million (around Rs 492 crore)
TRANSLATED = re.compile(
    r"""(?:[€£¥₹₩]|\bY)\d[^\n()$]{0,24}\(\$|(?:yen|euros|pounds|won|rupees|yuan)[ ]\(\$
    | \$\d[^\n()$]{0,24}\((?:[a-z]{2,14}[ ]){0,2}
      (?:[€£¥₹₩₦]|Rs\.?|INR|EUR|GBP|JPY|CNY|ZAR|R(?=\d))[ ]?\d
    """,
    re.VERBOSE,
)
# A company that the text introduces by where its shares trade: "Example Ltd (ASX: EXM)"
LISTED = re.compile(r"\(([A-Z][A-Za-z]{1,8}):[ ]?[A-Z0-9][A-Z0-9.]{0,5}\b")
# The country of the story is named again and again; the United States in passing.
OFTEN, TIMES = 3, 5


def at_home(survey: Survey, unit: Unit) -> str | None:
    """The other currency that the unmarked sign stands for in this text; None if none does."""
    text, words = survey.text, survey.words
    # A look at the words alone tells most texts from those that are at home elsewhere.
    known = home_words()
    told = [code for code in unit.others if code in known and not known[code].isdisjoint(words)]
    is_bare = BARE.search(text) is not None
    if unit.minor > 1 and not is_bare and "$" in text:
        dollars = (unit.code, *(code for code in unit.others if code in known))
        signed = [code for code in dollars if marked(code).search(text)]
        if signed:  # "67 cents a share, which makes A$137 million"
            return signed[0] if len(signed) == 1 else None
    if not told or (unit.minor == 1 and not is_bare):
        return None
    bare = _sums(BARE.finditer(text))
    telling = {told for told in bare - _numbers(unit.code, text) if len(told[0]) > 1}
    both = next((code for code in told if not telling.isdisjoint(_numbers(code, text))), None)
    if both is not None:
        return both
    foreign = [
        code for code in told if not marked(code).search(text) and names()[code][1] not in text
    ]
    counts = {code: len(homes()[code].findall(text)) for code in foreign}
    if not any(counts.values()):
        return None
    told_apart = _numbers(unit.code, text)
    best = max(counts, key=lambda code: (not markets()[code].isdisjoint(words), counts[code]))
    if told_apart:
        return None if told_apart.intersection(bare) else best
    if TRANSLATED.search(text):
        return None
    exchanges = LISTED.findall(text)
    listed = [code for code in counts if known[code].issuperset(exchanges)]
    if exchanges and listed:
        return listed[0]
    abroad = len(homes()[unit.code].findall(text))
    return best if counts[best] >= max(OFTEN, TIMES * abroad) else None


def _numbers(code: str, text: str) -> frozenset[tuple[str, str]]:
    """The sums that a text writes with a sign that says whose dollar it is."""
    before = _sums(NUMBER.match(text, mark.end()) for mark in marked(code).finditer(text))
    behind = marked_behind(code)
    return before | _sums(hit for hit in BARE.finditer(text) if behind.match(text, hit.end()))


def _sums(hits: Iterable[re.Match[str] | None]) -> frozenset[tuple[str, str]]:
    """The number of each sum, and the letter of its scale."""
    return frozenset((hit[1], (hit[2] or "").lower()) for hit in hits if hit is not None)
