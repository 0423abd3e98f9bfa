"""How fast the readers are on one core: each alone, and together, over a corpus made up here.

    python tests/bench/bench_readers.py [--megabytes N] [--no-hostile] [--repeat N]

The corpus varies the names, figures and years of `seeds/` and of invented sentences, always in the
same way; half of it is as dense in figures as `seeds/`, half denser. Times are CPU times, the best
of N passes, garbage collected as rarely as in the program. The second table is one hostile line of
1 MB each: nothing may fall below 1 MB/s.
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import sys
import time
from calendar import day_name, month_name
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dealfacts.cli.start import MANY
from dealfacts.extractor.readers import counts, dates, money, names, percent
from dealfacts.extractor.readers.survey import Survey
from dealfacts.loader.sentences import split

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

REPOSITORY = Path(__file__).parents[2]
PUBLISHED = date(2024, 5, 15)
SYLLABLES = re.findall(
    "...",
    "barbelcordandelforfengalharjorkellanlormarmelmonnorpelrasrinsalsensoltamteltorvalvenwil",
)
GIVEN = ("Anna", "James", "Maria", "David", "Laura", "Peter", "Sarah", "Thomas", "Julia", "Robert")
# Words with a capital that are no names, so that they stay as they are.
KEPT = frozenset((*month_name, *day_name, "The", "This", "That", "These", "They", "When", "While"))
DIGITS = re.compile(r"[0-9]+")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
# {n}: a number below a hundred, {y}: a year, {f} {s}: given name and surname, {c}: a company
SENTENCES = (
    "{c} agreed to buy {c} for ${n}.{n} billion in cash and stock, the companies said on Monday.",
    "Shares of {c} fell {n}.{n} per cent in early trading, while {c} gained about {n}%.",
    "The deal, announced in June {y}, values the company at nearly €{n} million (${n} million).",
    '"We have known each other for a long time," {f} {s}, the chief executive, told reporters.',
    "Analysts had expected the board to wait, and several of them called the price a surprise.",
    "{c} employs about {n},{n}00 people at a plant in the north of the country.",
    "The buyer will own {n}% of the combined group; existing investors keep the rest.",
    "It was founded in {y} by {f} {s} and {f} {s}, who met when both worked for {c}.",
    "Neither side would say how the talks began or who had first approached whom.",
    "Under the terms, investors receive 0.{n} shares of {c} and ${n}.{n} a share for each held.",
    "Regulators are expected to decide by the end of the year, people close to the talks said.",
    "Last year the group doubled its sales and opened {n} stores, most of them in small towns.",
    "Revenue rose to £{n}.{n}bn in the second quarter of {y} from £{n}m a year earlier.",
    "{s}, who joined from {c}, has led the unit since March {y} and will step down in autumn.",
    "Half of the money comes from a fund that is known for holding on to what it has bought.",
    "The offer is a premium of {n} per cent to the price at which the stock closed on Friday.",
    "Critics say that the two businesses have little in common besides the street they are on.",
    "{f} {s}, {n}, a former partner at {c}, becomes chairman of the new company.",
)
# What stands between the figures of an article.
PROSE = (
    "People who know both firms say that the idea came up over dinner and was slow to take shape.",
    "Its engineers had been working on a simpler way to do the same thing, with little to show.",
    "The companies did not say what would happen to the brand, which customers are fond of.",
    "That leaves open the question of who will run the business once the papers are signed.",
    '"There is a lot of work to do, and we are under no illusion that it will be easy," {s} added.',
    "Rivals have watched with interest, since nobody in the trade can afford to stand still.",
    "Workers at the plant learned of it from the radio and gathered at the gate to hear more.",
    "Until then the market had been shared by a handful of family firms, most of them local.",
    "In a letter to staff {s} wrote that nothing would change for customers, at least for now.",
    "Lawyers for {c} declined to comment, and calls to the office of the fund went unanswered.",
    "The purchase fits a pattern in which large groups buy what they find hard to build.",
    "Whether regulators will see it the same way is another matter, as earlier cases suggest.",
)


def corpus(size: int) -> list[str]:
    """Articles of together at least `size` characters; the same ones for every run."""
    chance = random.Random(11)  # noqa: S311  the same corpus each time
    seeds = [path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "seeds").glob("*"))]
    articles: list[str] = []
    made = 0
    while made < size:
        if chance.random() < 0.5:
            article = _varied(chance.choice(seeds), chance)
        else:
            article = _invented(chance)
        articles.append(article)
        made += len(article)
    return articles


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3)))).capitalize()


def _varied(text: str, chance: random.Random) -> str:
    """A text with other figures of the same length, and another name for each name."""

    def number(match: re.Match[str]) -> str:
        old = match[0]
        if len(old) == 4 and old[:2] in ("19", "20"):
            return str(chance.randint(1985, 2025))
        digits = "".join(chance.choices("0123456789", k=len(old) - 1))
        return (chance.choice("123456789") if old[0] != "0" else "0") + digits

    others: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        old = match[0]
        return old if old in KEPT else others.setdefault(old, _name(chance))

    return NAME.sub(other, DIGITS.sub(number, text))


def _invented(chance: random.Random) -> str:
    """An article of twenty to forty sentences in paragraphs, about a few people and companies."""
    firms = [f"{_name(chance)} {chance.choice(('Inc', 'Group', 'Holdings', ''))}".strip()
             for _ in range(3)]  # fmt: skip
    surnames = [_name(chance) for _ in range(4)]
    fills: dict[str, Callable[[], str]] = {
        "{c}": lambda: chance.choice(firms),
        "{s}": lambda: chance.choice(surnames),
        "{f}": lambda: chance.choice(GIVEN),
        "{n}": lambda: str(chance.randint(11, 99)),
        "{y}": lambda: str(chance.randint(1985, 2025)),
    }
    paragraphs = [f"{firms[0]} to buy {firms[1]}"]
    for _ in range(chance.randint(8, 14)):
        told = chance.choices(SENTENCES, k=chance.choice((1, 2))) + chance.choices(PROSE, k=1)
        chosen = " ".join(chance.sample(told, k=len(told)))
        paragraphs.append(re.sub(r"\{.\}", lambda match: fills[match[0]](), chosen))
    return "\n\n".join(paragraphs) + "\n"


def hostile() -> dict[str, str]:
    """Lines of about 1 MB that are made to be slow."""
    parts = (
        "$1,", "1,", "1.", "1-", "1 ", "7", "(", ")", " ", "\n", "\u00a0", "A", "A ", "Aa", "A-",
        "A.", "a", "a-", '"', "' ", "“", "$", "%", "-", "–", "/", "’", "$1 ", "$1 $1 ", "5% ",
        "5-", "€1bn ", "$1 billion ", "$1-$2 ", "1 to ", "5 per cent ", "1/4 of ", "Q3 x ", "Q3 ",
        "half ", "half of ", "a third of ", "one two ", "one hundred ", "billion ", "billions of ",
        "majority ", "majority stake ", "minority ", "over ", "about $5 ", "doubled ", "twice the ",
        "tenfold ", ", 28", "28-year-old ", "aged 28 ", "10 people ", "10 new ", "employs 10 ",
        "year ", " year", "May ", "May 1 ", "2019 ", "2019-", "10/11/23 ", "Monday ", "today x ",
        "within six months ", "the end of ", "Mr ", "Mr. Doe ", "Jane Doe ", "Jane Doe, ", "CEO ",
        "chief ", "chief executive ", "Doe Inc. ", "Doe and ", "Doe of ", "the Doe ", "Doe's ",
        "U.S. ", "İ", "vice ", "former ", "John ", "AB CD, ", "“Acme” ", "(Acme) ", "Acme: ",
        "Acme in ", "Acme and Beta ", "Acme said ", "Acme, Inc. ", "$1bn Acme ", "CEO Doe, ",
        "former Acme CEO ", "president and CEO ", "Doe, 28, ", "St. ", "Co. ", "a. ", "a. a. a. ",
        "A.B ", "www.a.com ",
    )  # fmt: skip
    return {repr(part): part * (1_000_000 // len(part)) for part in parts}


def read_names(text: str) -> object:
    return names.read(text, split(text))


def pace(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Megabytes a second of CPU time."""
    begin = time.process_time()
    for text in texts:
        read(text)
    spent = time.process_time() - begin
    return sum(len(text.encode()) for text in texts) / 1e6 / spent


def read_dates(text: str) -> list:
    return dates.read(text, PUBLISHED)


READERS: dict[str, Callable[[str], list]] = {
    "money": money.read,
    "percent": percent.read,
    "counts": counts.read,
    "dates": read_dates,
}


def read_together(text: str, *readers: ModuleType) -> object:
    """One survey of a text for the figure readers and the dates."""
    survey = Survey(text)
    found = [reader.read(text, survey=survey) for reader in readers]
    return found, dates.read(text, PUBLISHED, survey=survey)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--no-hostile", action="store_true")
    options = parser.parse_args()
    gc.freeze()
    gc.set_threshold(MANY)
    texts = corpus(int(options.megabytes * 1e6))
    sentences = {text: split(text) for text in texts}

    def read_named(text: str) -> object:
        return names.read(text, sentences[text])

    def read_all(text: str) -> object:
        """One survey of a text for every reader."""
        survey = Survey(text)
        found = [each.read(text, survey=survey) for each in (money, percent, counts)]
        named = names.read(text, sentences[text], survey=survey)
        return found, named, dates.read(text, PUBLISHED, survey=survey)

    every = {**READERS, "names": read_named}
    every["money + percent + dates"] = lambda text: read_together(text, money, percent)
    every["figures and dates"] = lambda text: read_together(text, money, percent, counts)
    every["all readers"] = read_all
    size = sum(map(len, texts)) / 1e6
    figures = {
        name: sum(len(read(text)) for text in texts) / size for name, read in READERS.items()
    }
    density = ", ".join(f"{name} {number:.0f}" for name, number in figures.items())
    sys.stdout.write(f"{len(texts)} articles, {size:.1f} MB; mentions in a MB: {density}\n\n")
    for name, read in every.items():
        best = max(pace(read, texts) for _ in range(options.repeat))
        sys.stdout.write(f"{name:28} {best:6.1f} MB/s\n")
    if options.no_hostile:
        return
    columns = {**READERS, "names": read_names}
    sys.stdout.write("\n" + f"{'a line of 1 MB':24}" + "".join(f"{n:>9}" for n in columns) + "\n")
    for name, line in hostile().items():
        paces = [pace(read, [line]) for read in columns.values()]
        marks = "".join(f"{each:9.1f}" for each in paces)
        sys.stdout.write(f"{name:24}{marks}{'  SLOW' if min(paces) < 1 else ''}\n")


if __name__ == "__main__":
    main()
