"""The forms in which a text can write a currency: before the figure, behind it, glued to it.

It refuses to decide what an ambiguous form means in an article; `Unit.others` says what it may be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping  # noqa: TC003  pydantic reads the fields at run time
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dealfacts.lexicon.store import table


class Form(NamedTuple):
    """One block of currency_forms.toml."""

    code: str
    others: tuple[str, ...] = ()
    home: bool = False
    minor: int = 1
    times: int = 1
    before: tuple[str, ...] = ()
    scaled: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()


class Forms(NamedTuple):
    """currency_forms.toml."""

    wordlike: frozenset[str]
    unread: frozenset[str]
    shy: frozenset[str]
    nouns: Mapping[str, tuple[str, ...]]
    adjectives: Mapping[str, tuple[str, ...]]
    homes: Mapping[str, tuple[str, ...]]
    fiscal: Mapping[str, int]
    form: tuple[Form, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """What a written currency form stands for; `scaled`: only beside a figure with a scale word.

    Compared by identity: each form of the lexicon is one value.
    """

    code: str
    others: tuple[str, ...] = ()
    minor: int = 1
    times: int = 1
    home: bool = False
    scaled: bool = False


class Spellings(NamedTuple):
    """The lookup tables: `before` as printed, `after` and `glued` folded.

    `first` are the first words of `after`, `openers` those of its phrases of several words.
    `tails` are the last two characters of every word of `before`, `spaced` the letters that can
    stand before the blank of "HK $": a quick look tells most texts from forms.
    """

    before: Mapping[str, Unit]
    after: Mapping[str, Unit]
    first: frozenset[str]
    openers: frozenset[str]
    glued: Mapping[str, Unit]
    signs: frozenset[str]
    tails: frozenset[str]
    spaced: frozenset[str]


def folded(word: str) -> str:
    """Lower case, no dots, hyphens as spaces: "U.S.-dollar" -> "us dollar"."""
    return word.lower().replace(".", "").replace("-", " ")


@cache
def forms() -> Forms:
    """The hand-written half of the lexicon."""
    return table("currency_forms", Forms)


@cache
def names() -> Mapping[str, tuple[str, str, str, tuple[str, ...]]]:
    """Code -> name, plural, adjective, countries (Unicode CLDR)."""
    return table("currencies", dict[str, tuple[str, str, str, tuple[str, ...]]])


@cache
def spellings() -> Spellings:
    """All forms of all currencies."""
    lexicon = forms()
    before: dict[str, Unit] = {}
    after: dict[str, Unit] = {}
    glued: dict[str, Unit] = {}
    for code in names():
        if code not in lexicon.unread:
            before[code] = Unit(code, scaled=code in lexicon.wordlike)
            after[code] = before[code]
        after.update(dict.fromkeys(map(folded, _full_names(code)), Unit(code)))
    for form in lexicon.form:
        unit = Unit(form.code, form.others, form.minor, form.times, form.home)
        before.update(dict.fromkeys(form.before, unit))
        wary = Unit(form.code, form.others, form.minor, form.times, form.home, scaled=True)
        before.update(dict.fromkeys(form.scaled, wary))
        for word in form.after:
            after[folded(word)] = wary if word in lexicon.shy else unit
        glued.update(dict.fromkeys(form.glued, unit))
    heads = [phrase.partition(" ") for phrase in after if phrase]
    first = frozenset(head.lower() for head, _, _ in heads).union(glued)
    openers = frozenset(head for head, blank, _ in heads if blank)
    signs = frozenset(form[-1] for form in before if not form[-1].isalnum() and form[-1] != ".")
    tails = frozenset(f"{lead}{form}"[-2:] for form in before for lead in ("", " ", "("))
    spaced = frozenset(form[-3] for form in before if form[-2:-1] == " ")
    return Spellings(before, after, first, openers, glued, signs, tails, spaced)


def _full_names(code: str) -> list[str]:
    """As in "Swedish krona", "Swedish crowns", "Sweden kronor": adjective and noun varied."""
    single, plural, adjective, countries = names()[code]
    lexicon = forms()
    if not adjective:
        return [single, plural]
    openings = [adjective, *countries, *lexicon.adjectives.get(code, ())]
    nouns = [single.removeprefix(adjective).strip(), plural.removeprefix(adjective).strip()]
    nouns += [other for noun in tuple(nouns) for other in lexicon.nouns.get(noun.lower(), ())]
    return [f"{opening} {noun}" for opening in openings for noun in nouns]


# What may follow on such a word: "$20 Canadian per share"; a noun ("$5 million Canadian firm") not.
PAST = r"(?=[),;:.\]]|[ ]\(|\s*$|[ ](?:per|an?|each|apiece|in|for|at|and|or)\b)"

# "$20 a share in Canadian dollars", which is no part of the sum as it is quoted
EACH = r"(?:[ ](?:an?|per|each|every)[ ](?:common[ ]|ordinary[ ])?share)?"
MONEYS = "(?:dollars|currency|funds|money)"


@cache
def country_behind(unit: Unit) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What says behind a sum whose dollar it is ("$5-million (U.S.)"), and the currency of each."""
    told: dict[str, str] = {}
    for code in (unit.code, *unit.others):
        _, _, adjective, _ = names()[code]
        told.update(dict.fromkeys((adjective, *forms().adjectives.get(code, ())), code))
    words = "|".join(re.escape(word) for word in sorted(filter(None, told), key=len, reverse=True))
    behind = rf"[ ](?:\((?P<closed>{words})\)|(?P<open>{words}){PAST})"
    return re.compile(rf"{behind}|{EACH}[ ]\(?in[ ](?P<said>{words})[ ]{MONEYS}\b"), told


# "North Americans" are of no one country.
NO_PART = "(?<!North )(?<!South )(?<!Latin )"


@cache
def homes() -> Mapping[str, re.Pattern[str]]:
    """Currency to the words of an article that is at home where it is used."""
    return {
        code: re.compile(rf"{NO_PART}(?<![\w.])(?:{'|'.join(map(re.escape, words))})(?![\w$])")
        for code, words in forms().homes.items()
    }


@cache
def marked(code: str) -> re.Pattern[str]:
    """The forms of a dollar that say whose it is: "US$", "USD"."""
    known = (form.before for form in forms().form if form.code == code and not form.others)
    written = [one for each in known for one in each if "$" in one]
    return re.compile(rf"(?<![A-Za-z.])(?:{'|'.join(map(re.escape, [*written, code]))})")


@cache
def marked_behind(code: str) -> re.Pattern[str]:
    """The forms behind a sum that say whose dollar it is: "$5 million Cdn"."""
    known = (form.after for form in forms().form if form.code == code and not form.others)
    written = [one for each in known for one in each if one.isalpha()]
    return re.compile(rf"[ ]?(?:{'|'.join([*written, code])})\b", re.IGNORECASE)


@cache
def markets() -> Mapping[str, frozenset[str]]:
    """Currency to the exchanges, regulators and time zones among the words of its home."""
    return {
        code: frozenset(word for word in words if word.isalpha() and word.isupper())
        for code, words in forms().homes.items()
    }


@cache
def home_words() -> Mapping[str, frozenset[str]]:
    """The last words of all of them: a text without any is at home elsewhere."""
    return {
        code: frozenset(word.split()[-1].replace(".", " ").split()[0] for word in words)
        for code, words in forms().homes.items()
    }


@cache
def cues(code: str) -> tuple[str, ...]:
    """Words of an article that point to a currency: its adjective, its countries, its code.

    Its name, too, where that is one word: "euro".
    """
    name, _, adjective, countries = names()[code]
    own = "" if " " in name else name
    return tuple(word for word in (own, adjective, *countries, code) if word)
