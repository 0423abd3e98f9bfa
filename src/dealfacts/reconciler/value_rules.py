"""The rules about values: figures, dates, quotations and denials. Texts only."""

from __future__ import annotations

from dealfacts.reconciler.rule import ERROR, NOTE, WARNING, Rule

VALUE_RULES = (
    Rule(
        "VAL001",
        "values conflict",
        ERROR,
        "Sources give values for one question that cannot all be true, even with every hedge read "
        "at its widest. The cause names the likeliest explanation; where it lets both sides be "
        "right (another basis, a later revision, an open period) the finding is only a note.",
        "“$7.3 billion” in one article, “$8 billion” in another: neither rounds to the other.",
        "Go back to the primary source (filing, press release) and see which side it supports.",
    ),
    Rule(
        "VAL002",
        "a hedge is strained",
        WARNING,
        "The values can both be true only if a hedge word is read far more widely than usual.",
        "“over $20 billion” against “$35 billion”: true, but no editor would write it so.",
        "Check whether both speak of the same thing; if so, quote the exact figure.",
    ),
    Rule(
        "VAL003",
        "differs only by cutting or bold rounding",
        NOTE,
        "One value is the other with its last digits cut off, or rounded to a place well above "
        "its last digit.",
        "“$14.8 billion” told as “$14 billion”; “$104 billion” told as “$100 billion”.",
        "Nothing is wrong as long as the finer figure is the one that you print.",
    ),
    Rule(
        "VAL004",
        "slip of the unit or swapped digits suspected",
        ERROR,
        "The values have the same digits but differ by a factor of ten, a thousand or a million, "
        "or two neighbouring digits have changed places.",
        "“$1.6 billion” against “$16 billion”; “$7.81 billion” against “$8.71 billion”.",
        "One side is almost surely a slip. A cross-check (CHK001, CHK004) may tell which.",
    ),
    Rule(
        "CUR001",
        "same digits, different currencies",
        WARNING,
        "Two sources print the same number with different currencies.",
        "“$30 billion” against “A$30 billion”: one bare sign was read or copied wrongly.",
        "Find out in which currency the deal is denominated.",
    ),
    Rule(
        "CUR002",
        "a conversion does not fit",
        WARNING,
        "A sum restated in a second currency implies a rate that stands apart from the other "
        "articles' rates, or from the table given with --rates.",
        "“£4 billion ($9 billion)” where two others convert at 1.25 dollars a pound.",
        "Convert the sum with the rate of the day; one of the two figures is likely wrong.",
    ),
    Rule(
        "DAT001",
        "dates conflict",
        ERROR,
        "Sources give days for one event that have nothing in common.",
        "Founded in “1993” and in “1994”.",
        "Look the day up, and see which one each side means: signed, announced, completed.",
    ),
    Rule(
        "DAT002",
        "one day apart",
        WARNING,
        "Two dates of one event are neighbours: often a time zone, or signed against announced.",
        "“Monday night” in one country is Tuesday in another.",
        "Name the place or the event together with the day.",
    ),
    Rule(
        "QUO001",
        "one utterance, different words",
        WARNING,
        "Sources put different words of one utterance into quotation marks.",
        "“It changes the market” and “It changes everything about the market”.",
        "Only one of them can be verbatim: find the recording or the release.",
    ),
    Rule(
        "POL001",
        "asserted and denied",
        ERROR,
        "One source states what another one denies.",
        "“is in talks” against “denied that there are talks”.",
        "Print both, with who says so.",
    ),
    Rule(
        "SELF001",
        "an article contradicts itself",
        WARNING,
        "One article gives values for one question that cannot both be true.",
        "A headline with “£16 billion” above a text with “£15.2 billion”.",
        "The body usually has the better figure; ask the outlet.",
    ),
    Rule(
        "SRC001",
        "only one origin says so",
        NOTE,
        "Every source of this value goes back to one text.",
        "Three outlets with one wire story.",
        "Look for a second, independent source.",
        is_on=False,
    ),
)
