"""Whether an everyday word is a role where it stands: "the head of", "Acme boss Jane Roe".

Refuses a role that ends a name of capitals ("Example Capital Partners").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dealfacts.lexicon import name_words

if TYPE_CHECKING:
    from dealfacts.lexicon import roles

CAPITAL_BEFORE = re.compile(r"[A-Z][\w&.]*[ ]$")
NEXT = re.compile(r"[ \u00a0](?P<word>[A-ZÀ-Ž][\w-]*)")
# "Jane Roe, Acme's owner,"
OF_NAMED = re.compile(
    r"""(?:,[ ](?:the[ ])?(?:[A-Z][^,.;:\n]{1,30}|company|firm|group|bank|club|business)['’]s?
        (?:[ ](?:[a-z-]{4,14}))?
        |\b(?:as|becomes?|became)[ ](?:its|their|the))[ ]$""",
    re.VERBOSE,
)
# "and a former Acme executive"
FORMER_OF = re.compile(
    r"\b[Aa]n?[ ](?:former|senior|veteran|top|long-?time)[ ](?:[A-Z][\w&’'-]*[ ]){1,4}$"
)
# "Acme boss, Jane", "its boss, Jane", "the manager, Jane"
OWNER_BEFORE = re.compile(r"(?:[A-Z][\w&.]*|['’]s?|\b(?:[Ii]ts|[Tt]heir|[Tt]he|[Aa]n?))[ ]$")
# "Jane Roe, partner, Example LLP"
COMMA_NAME = re.compile(r",[ \n][A-Z]")
# "Acme boss, Jane Roe, said"; "its owners, Jane Roe and John Doe"
COMMA_FULL = re.compile(r",[ \n][A-Z][\w'’-]+[ ][A-Z][\w'’-]+[,.;)]")
COMMA_TWO = re.compile(r"(?<=s),[ \n][A-Z][\w'’-]+[ ][A-Z][\w'’-]+[ ]and[ ][A-Z]")
# "Jane Roe of Acme acted as financial adviser to", "with John Doe of Beta as lead adviser"
ACTED_AS = re.compile(r"[ ]as[ ](?:(?:the|its|an?)[ ])?(?:[a-z]+[ ]){0,2}$")
THE = re.compile(r",[ ]the[ ](?:(?:former|new|current|then|outgoing|previous)[ ])?\Z")
OF_AT = re.compile(r"[ \n](?:of\b|at\b|for[ ][A-Z])")
# Around an everyday word: "continues as boss", "as boss in 2019"
POST_AS = re.compile(r"\bas[ ](?:(?:its|the|their)[ ])?$")
IN_TIME = re.compile(r"[.,;]|[ ](?:in[ ](?:19|20|[A-Z])|since|until|till|from[ ]|when|after)|\Z")
APART, LOOK_BACK = frozenset({",", ".", ")"}), 24
# How far back "a former Acme" may open.
REACH = 90


def welcome(text: str, start: int, end: int, role: roles.Role) -> bool:
    """Whether an everyday word is a role here: before a name, some before "of" or "at" too."""
    if role.head == "head" and text.endswith(("At the ", "at the "), max(0, start - 7), start):
        return False
    if text[start].isupper() and _closes_name(text, start, end):
        return False
    is_listed = COMMA_FULL.match(text, end) or COMMA_TWO.match(text, end)
    if is_listed and OWNER_BEFORE.search(text, max(0, start - LOOK_BACK), start):
        return True
    # "its founder and boss, Jane Roe"
    if text.endswith(" and ", 0, start) and COMMA_NAME.match(text, end):
        return True
    # "Jane Roe, the manager, said", "Jane Roe, the former owner, has"
    is_closed = text[end : end + 1] in APART or text.startswith((" with ", " who "), end)
    if role.with_of and is_closed and THE.search(text, max(0, start - LOOK_BACK), start):
        return True
    if role.with_of and (
        OF_AT.match(text, end) or (text.endswith(", ", 0, start) and COMMA_NAME.match(text, end))
    ):
        return True
    if role.firm and role.outside and ACTED_AS.search(text, max(0, start - REACH), start):
        return True
    is_plain = role.with_of and not role.firm and IN_TIME.match(text, end) is not None
    if is_plain and POST_AS.search(text, max(0, start - LOOK_BACK), start):
        return True
    following = NEXT.match(text, end)
    if following is None:
        low = max(0, start - REACH)
        is_apposed = role.with_of and text[end : end + 1] in APART
        if is_apposed and OF_NAMED.search(text, low, start):
            return True
        return FORMER_OF.search(text, low, start) is not None
    barred = name_words.ORGANISATION | name_words.LEGAL
    return not (text[start].isupper() and name_words.flags(following["word"]) & barred)


def _closes_name(text: str, start: int, end: int) -> bool:
    """Whether a capital role ends a name: "Example Capital Partners", "Example King chairman"."""
    before = CAPITAL_BEFORE.search(text, max(0, start - LOOK_BACK), start)
    if before is None:
        return False
    # "Danish King Frederik"
    is_rank = bool(name_words.flags(text[start:end]) & name_words.RANK)
    of_people = bool(name_words.flags(before.group().rstrip()) & name_words.PEOPLE)
    return text[end - 1] == "s" or (is_rank and not of_people)
