"""The ontology of roles: what is one post under many words, who holds it alone, what implies what.

Refuses to find roles in running text (extractor/readers/titles.py does) and to know who holds them.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon.store import table

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_FORM = 5
# How a deputy's post is named here: "deputy chief executive".
DEPUTY = "deputy "


class Role(NamedTuple):
    """One role of the lexicon; the header of data/roles.toml explains the fields."""

    head: str
    forms: tuple[str, ...] = ()
    single: bool = False
    kind_of: str = ""
    post: bool = True
    shy: bool = False
    firm: bool = False
    with_of: bool = False
    state: bool = False
    outside: bool = False
    below: str = ""
    beside: tuple[str, ...] = ()


class Modifiers(NamedTuple):
    """Words that may stand before a role and belong to it."""

    words: tuple[str, ...]


class Fields(NamedTuple):
    """Departments and the posts that are called by one: "sales manager"."""

    heads: tuple[str, ...]
    words: tuple[str, ...]


class Roles(NamedTuple):
    """The lexicon as written."""

    status: dict[str, tuple[str, ...]]
    status_behind: dict[str, tuple[str, ...]]
    modifiers: Modifiers
    fields: Fields
    role: tuple[Role, ...]


@cache
def lexicon() -> Roles:
    """The roles as written."""
    return table("roles", Roles)


@cache
def forms() -> Mapping[str, Role]:
    """Every written form in lower case, singular and plural, to its role."""
    found: dict[str, Role] = {}
    for role in lexicon().role:
        for form in (role.head, *role.forms):
            found.setdefault(form, role)
            found.setdefault(plural(form), role)
    return MappingProxyType(found)


@cache
def of_firms() -> frozenset[str]:
    """The heads of the roles that a company has as often as a person: "owner", "adviser"."""
    return frozenset(role.head for role in lexicon().role if role.firm)


@cache
def statuses() -> Mapping[str, str]:
    """Status words in lower case to their status: "acting" -> "interim"."""
    return MappingProxyType(
        {word: status for status, words in lexicon().status.items() for word in words}
    )


@cache
def statuses_behind() -> Mapping[str, str]:
    """Words right behind a role, in lower case, to their status: "elect" -> "incoming"."""
    return MappingProxyType(
        {word: status for status, words in lexicon().status_behind.items() for word in words}
    )


@cache
def modifiers() -> frozenset[str]:
    """Words that may stand before a role and belong to it, in lower case."""
    return frozenset(lexicon().modifiers.words)


@cache
def fields() -> Mapping[str, frozenset[str]]:
    """Head of a role to the departments that it is called by: "manager" -> "sales"."""
    known = lexicon().fields
    return MappingProxyType(dict.fromkeys(known.heads, frozenset(known.words)))


def plural(form: str) -> str:
    """The plural of a form: "chief executive officer" -> "chief executive officers"."""
    if form.endswith("man"):
        return form[:-2] + "en"
    if form.endswith("y") and not form.endswith("ey"):
        return form[:-1] + "ies"
    return form + ("es" if form.endswith(("s", "ss")) else "s")


@cache
def _singular() -> Mapping[str, str]:
    """The last word of every form in the plural to that in the singular."""
    last = {
        form.split()[-1].rpartition("-")[2]
        for role in lexicon().role
        for form in (role.head, *role.forms)
    }
    return MappingProxyType({plural(word): word for word in last})


def singular(text: str) -> str:
    """A role told of several as that of one of them: "co-founders" -> "co-founder"."""
    role, of, field = text.partition(" of ")
    head, gap, last = role.rpartition(" ")
    opening, hyphen, word = last.rpartition("-")
    one = _singular().get(word.lower())
    if one is None:
        return text
    kept = one.capitalize() if word[0].isupper() else one
    shown = word[: len(one)] if word.lower().startswith(one) else kept
    return f"{head}{gap}{opening}{hyphen}{shown}{of}{field}"


@cache
def _roles() -> Mapping[str, Role]:
    return MappingProxyType({role.head: role for role in lexicon().role})


def canonical(text: str) -> str:
    """The canonical head of a role as written: "interim CEO" -> "chief executive".

    Longest form first, first place in the text first; an unknown "chief X officer" is its own head;
    words without any known role come back in lower case.
    """
    stripped = (word.strip(",;\"'“”‘’()") for word in text.lower().split())
    words = [_without_status(word) for word in stripped if word]
    for start in range(len(words)):
        for size in range(min(LONGEST_FORM, len(words) - start), 0, -1):
            phrase = " ".join(words[start : start + size])
            role = forms().get(phrase) or forms().get(phrase.removeprefix("co-"))
            if role is not None and not (role.shy and _goes_on(words, start + size)):
                return role.head
        if words[start] == "chief" and "officer" in words[start + 2 : start + LONGEST_FORM]:
            return " ".join(words[start : words.index("officer", start) + 1])
    for word in words:
        if word in forms():
            return forms()[word].head
    return " ".join(words)


def _without_status(word: str) -> str:
    """A word of a role without what a hyphen adds behind it: "chairman-designate"."""
    front, _, behind = word.rpartition("-")
    return front if front and behind in statuses_behind() else word


def _goes_on(words: list[str], at: int) -> bool:
    """Whether a longer role may follow a shy one: "chief product officer", "head coach"."""
    return any(word in forms() for word in words[at : at + 2]) and "of" not in words[at : at + 1]


def single_holder(head: str) -> bool:
    """Whether one person at a time holds the role in an organisation."""
    role = _roles().get(head)
    return role.single if role else head.startswith("chief ") and head.endswith(" officer")


def kind_of(head: str) -> str:
    """The wider role that `head` implies ("co-founder" -> "founder"), else ""."""
    role = _roles().get(head)
    return role.kind_of if role else ""


def is_post(head: str) -> bool:
    """Whether the role is a post in an organisation; an occupation ("billionaire") is none."""
    role = _roles().get(head)
    return role.post if role else True


def is_of_state(head: str) -> bool:
    """Whether the role is an office of a state: "prime minister", "governor"."""
    role = _roles().get(head)
    return role.state if role else False


def is_outside(head: str) -> bool:
    """Whether who holds the role mostly looks on from outside: "analyst", "professor"."""
    role = _roles().get(head)
    return role.outside if role else False


def is_ranked(head: str) -> bool:
    """Whether the post has a rank in a company, so that two of them can be confused."""
    role = _roles().get(head)
    below = head.removeprefix(DEPUTY) in _roles() if head.startswith(DEPUTY) else False
    return below or (role is not None and not role.state and (role.single or bool(role.below)))


def is_below(head: str, other: str) -> bool:
    """Whether `head` is a lower or honorary form of `other`: "vice chairman" of "chairman"."""
    role = _roles().get(head)
    return head == f"{DEPUTY}{other}" or (role is not None and role.below == other)


def go_together(one: str, other: str) -> bool:
    """Whether one person often holds both posts, or nothing is known that speaks against it."""
    if is_below(one, other) or is_below(other, one):
        return False
    mine, theirs = _roles().get(one), _roles().get(other)
    if mine is None or theirs is None or not (mine.single and theirs.single):
        return True
    return other in mine.beside or one in theirs.beside
