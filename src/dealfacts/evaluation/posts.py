"""The head of a role, by which roles are compared: "chief executive officer" is "CEO".

A role with several posts ("founder and CEO") has several heads; one in common is enough, and a
co-founder counts as a founder. Free descriptions ("key position in the new lab") fall into two
wide classes, leading and belonging. Refuses to know a role word: the lexicon does.
"""

from __future__ import annotations

import re
from functools import cache

from dealfacts.lexicon.roles import canonical, forms, kind_of

JOINTS = re.compile(r"\s+and\s+|\s*[,;/&]\s*|\s+as well as\s+")
# Behind these words stands what the post is about, not the post.
TAIL = re.compile(r"\s(?:of|at|in|for|on|to|from|with|within|under)\s")
ASIDE = re.compile(r"\(([^()]{0,80})\)")

# How gold files describe a post that has no name.
LEADING = frozenset(["leader", "lead", "head", "chief", "spearhead", "leads", "heads", "run"])
BELONGING = frozenset(["member", "position", "role", "roles", "part", "post", "job", "team"])


@cache
def heads(role: str | None) -> frozenset[str]:
    """The canonical heads of a role; a role without words has none."""
    if not role:
        return frozenset()
    text = role.casefold()
    if text in forms() and (" " in text or text not in LEADING):
        return _named(text)
    pieces = (ASIDE.sub(" ", text), *ASIDE.findall(text))
    parts = (part for piece in pieces for part in JOINTS.split(piece.strip()))
    return frozenset(head for part in parts for head in _heads(part))


def _heads(part: str) -> frozenset[str]:
    front = TAIL.split(f" {part} ")[0].strip()
    if not front:
        return frozenset()
    last = front.split()[-1]
    classes = {"leads"} if last in LEADING else set()
    if last in BELONGING:
        classes.add("belongs")
    if "leadership" in front:
        classes |= {"leads", "belongs"}
    return frozenset(classes) or _named(front)


def _named(words: str) -> frozenset[str]:
    head = canonical(words)
    if head not in forms() and not head.startswith("chief "):
        head = head.split()[-1] if head else ""
    return frozenset({kind_of(head) or head} - {""})
