"""The field that a role goes on with: "head of research", "vice president of sales".

Refuses a field that rather names the company: "director of Example".
"""

from __future__ import annotations

import re

from dealfacts.lexicon import name_words

# ", Operations and Supply" is no longer the role; "of Global Operations" is.
FIELD = re.compile(
    r"""[ \n](?:of|for)[ \n](?:the[ \n])?(?P<field>
        [^\W\d_][\w&-]*(?:(?:[ \n]and[ \n]|[ ]&[ ]|[ \n])[^\W\d_][\w&-]*){0,3})""",
    re.VERBOSE,
)
# "adviser to the prime minister on trade"
MATTER = re.compile(FIELD.pattern.replace("of|for", "on|for"), re.VERBOSE)
COUNSELS = frozenset(("adviser to the prime minister", "adviser to the president"))
# Roles that go on with a field: "head of research", "vice president of sales".
FIELDED = COUNSELS | {
    *("head", "vice president", "director", "managing director", "manager", "secretary"),
    *("minister", "adviser"),
}
FIELD_WORDS_END = frozenset(
    (
        "at",
        "in",
        "for",
        "of",
        "who",
        "has",
        "was",
        "is",
        "said",
        "says",
        "told",
        "on",
        "from",
        "to",
        "with",
        "by",
        "as",
        "since",
        "will",
        "the",
        "a",
        "following",
        "after",
        "before",
        "when",
        "while",
        "what",
        "until",
        "during",
        "that",
        "which",
        "would",
        "had",
        "are",
        "were",
    )
)


def with_field(text: str, end: int, head: str) -> int:
    """The end of the role with its field: "head of" + "research"."""
    field = (MATTER if head in COUNSELS else FIELD).match(text, end)
    if field is None:
        return end
    stop = base = field.start("field")
    shown = False
    if text[base - 4 : base] == "the " and text[base].isupper():
        return end
    for hit in re.finditer(r"\S+", field["field"]):
        word = hit.group()
        if word.lower() in FIELD_WORDS_END or (word[0].isupper() and is_name(word)):
            # "manager of Volunteer Example": the capitals before belong to the name as well.
            if shown and word[0].isupper() and not name_words.flags(word) & name_words.GIVEN:
                return end
            break
        shown = word[0].isupper()
        if word not in {"and", "&"}:
            stop = base + hit.end()
    return end if stop == base else stop


def is_name(word: str) -> bool:
    """Whether a capitalised word of a field rather names somebody: "director of Acme"."""
    flag = name_words.flags(word)
    if flag & (name_words.NO_NAME | name_words.PEOPLE) or word in {"HR", "IT"}:
        return False
    plain = flag & (name_words.COMMON | name_words.ORGANISATION)
    return not plain or bool(flag & (name_words.LEGAL | name_words.OF_HEAD))
