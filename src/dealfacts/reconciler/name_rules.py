"""The rules about people and organisations. Texts only."""

from __future__ import annotations

from dealfacts.reconciler.rule import ERROR, NOTE, WARNING, Rule

NAME_RULES = (
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
        "NAM003",
        "a letter of another script in a name",
        WARNING,
        "A name is printed with letters of another script that look like Latin ones. A search for "
        "the usual spelling does not find it, and two names look like one.",
        "“Sсale” with the Cyrillic letter es (U+0441) for its c.",
        "Correct the spelling in your copy, and ask how it got there: a scan, a keyboard, or a "
        "forged page.",
    ),
    Rule(
        "ROL001",
        "a post in dispute",
        WARNING,
        "Sources name different people in a post that one person holds at a time, and nothing "
        "says that one follows the other; or they give one person two posts at one company that "
        "few people hold together (a note) or nobody does.",
        "Two chief executives of one company in articles of one week; “chairman” in one article, "
        "“vice chairman” in another.",
        "Find out who holds the post: one may be a former or coming holder, or head of a "
        "subsidiary.",
    ),
    Rule(
        "ORG001",
        "one organisation, spelled differently",
        NOTE,
        "Sources spell the name of one organisation in different ways.",
        "“Examplesoft” in three articles, “Exampelsoft” in a fourth.",
        "Take the spelling of the organisation's own site.",
    ),
)
