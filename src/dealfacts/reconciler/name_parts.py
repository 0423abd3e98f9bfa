"""Takes a name apart: folded letters, words, given and family names, the core of a company name.

Refuses to compare: what two names are to each other is decided in `names`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from dealfacts.lexicon.lookalikes import lookalikes
from dealfacts.lexicon.name_forms import legal_forms, organisation_names, spelling

# Words come again and again; what a large drop holds more than this is read anew.
REMEMBERED = 1 << 16
# Letters that Unicode does not take apart into a base letter and a mark.
WHOLE_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)
# How a typewriter without the letter writes it, and many a wire still does.
WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
APOSTROPHES = re.compile(r"['’‘`ʼ´]")
# "Schmidt's", "Acme’s"
POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s|$))", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
# "U.S.", "p.l.c.", "J.P. Morgan": letters that belong together
DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,10}|\b(?:[^\W\d_]\.){1,10}[^\W\d_]\b")
# "AT&T", "CD&R": the first letters of a name, the sign among them
LETTERS = re.compile(r"\b[A-Z]{1,4}&[A-Z]{1,4}\b")
# "SamExample": two words run together
JOINED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
# What a scan makes of letters: "0scar", "Wi11iam"
SCANNED = str.maketrans("0135", "oles")
ROMAN = re.compile(r"[IVX]{1,6}")
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
LONGEST_FORM = 5
# Code points; what is longer is no name, and is told apart by its beginning.
LONGEST_NAME = 200


@lru_cache(maxsize=REMEMBERED)
def fold(word: str) -> str:
    """Lower case without diacritics and apostrophes; other scripts stay as they are.

    A letter of another script inside a Latin word is read as the Latin one that it looks like.
    """
    plain = APOSTROPHES.sub("", word)
    if plain.isascii():
        return plain.lower()
    if foreign_letters(plain):
        plain = "".join(lookalikes().get(letter, letter) for letter in plain)
    # Umlauts keep their sound: "ö" and "oe" meet again in `sound`.
    apart = unicodedata.normalize("NFKD", plain.casefold().translate(WHOLE_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def written_out(name: str) -> str:
    """A name in lower case with its umlauts written out: "oelund" for "Ölund"."""
    return unicodedata.normalize("NFC", name.lower()).translate(WRITTEN_OUT)


@lru_cache(maxsize=REMEMBERED)
def foreign_letters(name: str) -> tuple[str, ...]:
    """The letters that pass for Latin ones in words that have Latin letters too, each once."""
    if name.isascii():
        return ()
    known = lookalikes()
    words = (word for word in WORD.findall(name) if not word.isascii())
    mixed = (word for word in words if any(_is_latin(letter) for letter in word))
    return tuple(dict.fromkeys(letter for word in mixed for letter in word if letter in known))


def _is_latin(letter: str) -> bool:
    if letter.isascii():
        return letter.isalpha()
    return unicodedata.name(letter, "").startswith("LATIN ")


@lru_cache(maxsize=REMEMBERED)
def sound(word: str) -> str:
    """A folded word with the spellings of one sound made equal and doubled letters single."""
    for written, read in spelling().sounds:
        if written in word:
            word = word.replace(written, read)
    kept = [letter for at, letter in enumerate(word) if not at or letter != word[at - 1]]
    return "".join(kept)


class PersonParts(NamedTuple):
    """A person's name: folded words in printed order, the last (or pre-comma) one the family's."""

    given: tuple[str, ...]
    family: str
    suffix: str = ""
    # Given words printed as capitals alone ("JC"), which may be initials.
    capitals: frozenset[str] = frozenset()
    glued: str = ""  # the family name with the small words before it: "alroe" for "Al-Roe"

    @property
    def words(self) -> tuple[str, ...]:
        """Given words and the family name."""
        return (*self.given, self.family)

    @property
    def letters(self) -> str:
        """All letters without spaces."""
        return "".join(self.words)


def person_parts(name: str) -> PersonParts:
    """The parts of "Dr. Jane Q. van der Example Jr."; of "Example, Jane" likewise.

    A name of one word is a bare family name. Titles go, but never to nothing.
    """
    name = name[:LONGEST_NAME]
    family_first, comma, rest = POSSESSIVE.sub("", name).partition(",")
    words = _person_words(family_first)
    if comma and rest.strip() and fold(rest.strip().rstrip(".")) not in spelling().suffixes:
        words = (*_person_words(rest), *words)
    elif comma:
        words = (*words, *_person_words(rest))
    rules = spelling()
    folded = [(fold(word), word) for word in words]
    suffix = ""
    kept: list[tuple[str, str]] = []
    for word, printed in folded:
        if word in rules.suffixes and kept:
            suffix = word
        elif word not in rules.titles:
            kept.append((word, printed))
    kept = kept or folded or [("", "")]
    strong = [(word, printed) for word, printed in kept if word not in rules.particles] or kept
    shouted = name.isupper()
    capitals = frozenset(
        word
        for word, printed in strong
        if printed.isupper() and 2 <= len(printed) <= 3 and not shouted  # noqa: PLR2004  J.R.R.
    )
    plain = [word for word, _ in strong]
    before = takewhile(rules.particles.__contains__, (word for word, _ in kept[-2::-1]))
    glued = "".join(reversed((plain[-1], *before)))
    return PersonParts(tuple(plain[:-1]), plain[-1], suffix, capitals, glued)


def _person_words(text: str) -> tuple[str, ...]:
    """Words of a name; an apostrophe joins ("O'Neill"), a hyphen parts ("Jean-Marie")."""
    joined = DOTTED.sub(lambda hit: hit[0].replace(".", " "), APOSTROPHES.sub("", text))
    words = WORD.findall(JOINED.sub(" ", joined))
    return tuple(word if word.isalpha() else word.translate(SCANNED) for word in words)


class OrganisationParts(NamedTuple):
    """An organisation's name: core words, kinds of legal form, numbers; all folded."""

    core: tuple[str, ...]
    forms: frozenset[str]
    numbers: tuple[str, ...]
    printed: str
    # First letters of all words, and of all but the binding ones; legal forms included. Of letters
    # with a sign ("H&M") with an "a" for it, and without.
    all_initials: tuple[str, str] = ("", "")

    @property
    def letters(self) -> str:
        """The core without spaces."""
        return "".join(self.core)

    @property
    def initials(self) -> str:
        """First letters of all core words."""
        return "".join(word[0] for word in self.core)


@lru_cache(maxsize=REMEMBERED)
def organisation_parts(name: str) -> OrganisationParts:
    """The parts of "The Example Widget Company (Holdings) plc".

    Legal forms go at either end, again and again, but never to nothing.
    """
    name = name[:LONGEST_NAME]
    plain = LETTERS.sub(lambda hit: hit[0].replace("&", ""), POSSESSIVE.sub("", name))
    plain = plain.replace("&", " and ").replace("+", " plus ")
    plain = DOTTED.sub(lambda hit: hit[0].replace(".", ""), APOSTROPHES.sub("", plain))
    words = WORD.findall(plain)
    short = organisation_names().abbreviations
    numbers: list[str] = []
    folded: list[str] = []
    for at, printed in enumerate(words):
        number = _number(printed, at)
        word = number or fold(printed)
        # "Forty-four": tens and a digit behind them are one number.
        if number and numbers and folded[-1] == numbers[-1] and _goes_on(numbers[-1], number):
            folded[-1] = numbers[-1] = str(int(numbers[-1]) + int(number))
            continue
        folded.extend(short.get(word, word).split())
        if number:
            numbers.append(number)
    core, forms = _without_forms(tuple(folded))
    binding = organisation_names().words.binding
    if len(core) > 1 and core[0] == "the":
        core = core[1:]
    strong = tuple(word for word in core if word not in binding) or core
    initials = (
        "".join(word[0] for word in folded),
        "".join(word[0] for word in folded if word not in binding),
    )
    if len(core) == 1 and (letters := LETTERS.match(name)):
        initials = (letters[0].replace("&", "a").lower(), core[0])
    return OrganisationParts(strong, forms, tuple(sorted(numbers)), name, initials)


def _goes_on(tens: str, digit: str) -> bool:
    return len(tens) == len("90") and tens[1] == "0" and len(digit) == 1 and digit != "0"


def _number(printed: str, at: int) -> str | None:
    """Digits, a number word, or a Roman numeral that is not the first word."""
    if printed.isdigit():
        return printed.lstrip("0") or "0"
    if at and ROMAN.fullmatch(printed):
        digits = [ROMAN_DIGITS[letter] for letter in printed]
        following = [*digits[1:], 0]
        return str(sum(-d if d < n else d for d, n in zip(digits, following, strict=True)))
    # A number word opens many a proper name ("First ...") and is the same word in both spellings.
    return organisation_names().numbers.get(printed.lower())


def _without_forms(words: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    forms = legal_forms()
    binding, leading = organisation_names().words.binding, organisation_names().words.leading
    kinds: set[str] = set()
    found = True
    while found and len(words) > 1:
        found = False
        for size in range(min(LONGEST_FORM, len(words) - 1), 0, -1):
            for cut, rest in ((words[-size:], words[:-size]), (words[:size], words[size:])):
                kind = forms.get(cut)
                # "Limited Brands", "AB Example": most forms are part of the name where it opens.
                if cut == words[:size] and " ".join(cut) not in leading:
                    continue
                if kind is not None and not binding.issuperset(rest):
                    kinds.add(kind)
                    words, found = rest, True
                    break
            if found:
                break
    return words, frozenset(kinds)
