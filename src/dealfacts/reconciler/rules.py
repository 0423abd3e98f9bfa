"""The table of rules: what each finding means, an example, and what to do about it.

Ids are stable. The texts are written for whoever has to act on a finding; nothing is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass

from dealfacts.model.vocabulary import Severity

NOTE, WARNING, ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: default severity, what it means, an example, what to do; off unless enabled."""

    id: str
    title: str
    severity: Severity
    meaning: str
    example: str
    advice: str
    is_on: bool = True

    @property
    def page(self) -> str:
        """The page that `explain RULE` shows."""
        state = "" if self.is_on else ", off by default"
        return (
            f"{self.id}: {self.title} ({self.severity}{state})\n\n"
            f"What it means\n  {self.meaning}\n\n"
            f"Example\n  {self.example}\n\n"
            f"What to do\n  {self.advice}\n"
        )


RULES = (
    Rule(
        "VAL001",
        "values conflict",
        ERROR,
        "Sources give values for one question that cannot all be true, even with every hedge read "
        "at its widest. The cause names the likeliest explanation; where it lets both sides be "
        "right (another basis, a later revision, an open period) the finding is only a note.",
        "“$14.3 billion” in one article, “$15 billion” in another: neither rounds to the other.",
        "Go back to the primary source (filing, press release) and see which side it supports.",
    ),
    Rule(
        "VAL002",
        "a hedge is strained",
        WARNING,
        "The values can both be true only if a hedge word is read far more widely than usual.",
        "“over $29 billion” against “$45 billion”: true, but no editor would write it so.",
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
        "“$1.4 billion” against “$14 billion”; “$13.4 billion” against “$14.3 billion”.",
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
        "CHK001",
        "amount is not stake times valuation",
        WARNING,
        "The leading amount, stake and valuation do not multiply out.",
        "“$15 billion for 49 %” of a company valued at “$15 billion”.",
        "See whether the valuation is before or after the money, and whether debt is in it.",
    ),
    Rule(
        "CHK002",
        "the parts are not the total",
        WARNING,
        "The cash part, the stock part and further parts of a price do not add up to it.",
        "“$1.4 billion in cash and $1.7 billion in notes” of a “$4 billion” price.",
        "Look for a part that is missing, or counted twice.",
    ),
    Rule(
        "CHK003",
        "shares exceed 100 %",
        ERROR,
        "The stakes that different holders are said to have in one company exceed the whole.",
        "Three owners with 60 %, 30 % and 20 %.",
        "Some stakes are of another day or another class of shares: find out which.",
    ),
    Rule(
        "CHK004",
        "a stated multiple does not fit",
        WARNING,
        "A word such as “doubling” does not fit the two values that it connects.",
        "“doubling its valuation” from “$1.4 billion” to “$29 billion”.",
        "One of the two values, or the word, is wrong; the message says which values would fit.",
    ),
    Rule(
        "CHK005",
        "price, premium and base do not fit",
        WARNING,
        "The offer per share is not the base price plus the premium.",
        "An offer of $190 at “a 43 % premium” to a price of $117.",
        "Check the day of the base price: premiums are often given to several.",
    ),
    Rule(
        "CHK006",
        "age and founding year do not fit",
        WARNING,
        "By age and founding year a founder would have been a child.",
        "A 28-year-old who founded a company 20 years ago.",
        "Check both against a biography.",
    ),
    Rule(
        "CHK007",
        "price per share times shares is not the equity value",
        WARNING,
        "The price per share and the number of shares do not multiply out to the amount.",
        "“$10 a share” for “100 million shares” in a “$2 billion” deal.",
        "Diluted and basic share counts differ; check which one is meant.",
    ),
    Rule(
        "CHK008",
        "pre-money, new money and post-money do not fit",
        WARNING,
        "The valuation after the money is not the one before it plus the money.",
        "“$5.9 billion pre-money”, “$800 million” raised, “$7.5 billion post-money”.",
        "Check which of the three figures belongs to another round.",
    ),
    Rule(
        "NAM001",
        "one person, spelled differently",
        WARNING,
        "Sources spell the name of what is clearly one person in different ways.",
        "“Droste” in one article, “Drosste” in three others.",
        "Take the spelling that the person or the employer uses.",
    ),
    Rule(
        "NAM002",
        "different names for one person",
        ERROR,
        "The same given name, employer and role, but different surnames: one name is wrong.",
        "“Ann Marlow” and “Ann Merriman”, both the analyst at one bank.",
        "Do not quote before the name is settled.",
    ),
    Rule(
        "ROL001",
        "two people in one post",
        WARNING,
        "Sources name different people in a post that one person holds at a time, and nothing "
        "says that one follows the other.",
        "Two chief executives of one company in articles of one week.",
        "One may be a former or coming holder, or head of a subsidiary.",
    ),
    Rule(
        "ORG001",
        "one organisation, spelled differently",
        NOTE,
        "Sources spell the name of one organisation in different ways.",
        "“Examplesoft” and “Example Soft”.",
        "Take the spelling of the organisation's own site.",
    ),
    Rule(
        "DAT001",
        "dates conflict",
        ERROR,
        "Sources give days for one event that have nothing in common.",
        "Founded in “1993” and in “1994”.",
        "Events have several days (signed, announced, completed): see which one is meant.",
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
    Rule(
        "VER001",
        "value changed between versions",
        NOTE,
        "A newer version of an article gives another value than the older one.",
        "“$14.8 billion” became “$14.3 billion” overnight.",
        "See whether the outlet marked the correction.",
    ),
    Rule(
        "LOAD001",
        "unreadable",
        WARNING,
        "A file could not be read as an article.",
        "A binary file, or one that is not text in a known encoding.",
        "Convert it to plain text.",
    ),
    Rule(
        "LOAD002",
        "no publication date",
        NOTE,
        "Nothing in the article says when it was published, so “Thursday” stays unresolved.",
        "A text without dateline and metadata.",
        "Add a `date:` line on top, or list the file in `sources.toml`.",
    ),
    Rule(
        "LOAD003",
        "duplicate text",
        NOTE,
        "Two files hold the same text and count as one origin.",
        "One wire story saved twice.",
        "Nothing, or delete one of them.",
    ),
    Rule(
        "LOAD004",
        "not in a supported language",
        WARNING,
        "The text is not English; nothing was read from it.",
        "An article in German.",
        "Feed a translation if you trust it.",
    ),
    Rule(
        "EXT001",
        "quantity seen, not typed",
        NOTE,
        "A figure was seen, but nothing near it says what it measures.",
        "A bare “$3 billion” in a caption.",
        "Read the sentence; the figure takes no part in any comparison.",
        is_on=False,
    ),
)
BY_ID = {rule.id: rule for rule in RULES}
