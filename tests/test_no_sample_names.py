"""No rule, word list or comment of the program names what stands in the texts it was built with.

The texts in seeds/ are part of this repository, so their names stand here. The names and figures
of other texts are kept as hashes of their words in gold/sample_names.txt. Lists taken whole from
public sources (src/dealfacts/lexicon/data/*.txt) are exempt.

`python tests/test_no_sample_names.py GOLD.json... > tests/gold/sample_names.txt` makes the hashes.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SRC = ROOT / "src" / "dealfacts"
HASHES = Path(__file__).parent / "gold" / "sample_names.txt"
TEXTS = sorted(
    [path for path in SRC.rglob("*") if path.suffix in {".py", ".toml", ".json", ".html", ".j2"}]
)
CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))

SEED_NAMES = (
    *("Meta Platforms", "Meta's", "Scale AI", "Scale’s", "Zuckerberg", "Alexandr"),
    *("Alexander Wang", "Mark Zuckerberg"),
    *("Droege", "Droge", "Shweta", "Khajuria", "Kanjirath", "Wolfe Research", "Llama 4"),
    *("Zhitong", "Softreviewed", "Jovin George", "RemoTasks", "WhatsApp", "Amodei", "DeepSeek"),
    *("OpenAI", "Anthropic", "DeepMind", "ChatGPT", "Sesami", "VLC", "Google", "Microsoft"),
    *("Amazon", "Bloomberg", "superintelligence", "Super Intelligence"),
)
# The label of a share button, which the loader cuts away; it says nothing of any deal.
BUTTONS = {"boilerplate": {"WhatsApp"}}
# Round figures ("15 billion", "2 billion") are everybody's; these are not.
SEED_FIGURES = ("14.3 billion", "14.3B", "29 billion", "1.4 billion", "870 million", "14300000000")

WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
SCALES = {"bn": "billion", "b": "billion", "m": "million", "mn": "million", "cr": "crore"}
LONGEST = 6
TOLD = 3  # significant digits from which a figure is a fingerprint
# Names that are words of the language or of geography as well.
ORDINARY = frozenset(
    [
        *("arm", "river", "slack", "stripe", "mars", "pioneer", "cliffs", "x", "jet", "russia"),
        *("chelsea", "exchange", "offer", "deal", "moritz", "target", "affirm", "united", "arab"),
        *("emirates", "states", "kingdom", "big", "blue", "the", "blues", "british", "airways"),
        *("u", "s", "us", "uk", "vice", "holding", "company", "joint", "venture", "india", "mani"),
    ]
)


def words(text: str) -> list[str]:
    found = [word.casefold() for word in WORD.findall(text)]
    return [SCALES.get(word, word) for word in found]


def digest(gram: list[str]) -> str:
    return hashlib.sha256(" ".join(gram).encode()).hexdigest()[:16]


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.relative_to(SRC).as_posix())
def test_the_program_names_nothing_of_the_seeds(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    # lexicons are written in lower case
    names = [n for n in SEED_NAMES if re.search(rf"\b{re.escape(n)}\b", text, re.IGNORECASE)]
    names = [name for name in names if name not in BUTTONS.get(path.stem, ())]
    figures = [one for one in SEED_FIGURES if one.casefold() in text.casefold()]
    assert not names
    assert not figures


def test_the_seeds_hold_the_names_that_are_looked_for() -> None:
    told = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "seeds").glob("*.txt"))
    assert [name for name in SEED_NAMES if name not in told] == []
    assert [one for one in SEED_FIGURES[:-1] if one not in told] == []


@pytest.mark.parametrize("path", [*TEXTS, *CASES], ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_text_names_anything_of_other_samples(path: Path) -> None:
    known = {x for x in HASHES.read_text(encoding="utf-8").splitlines() if not x.startswith("#")}
    told = words(path.read_text(encoding="utf-8"))
    grams = {
        digest(told[at : at + size]): " ".join(told[at : at + size])
        for size in range(1, LONGEST + 1)
        for at in range(len(told) - size + 1)
    }
    assert sorted(grams[one] for one in known.intersection(grams)) == []


def test_a_hash_is_found() -> None:
    assert digest(words("Harrow & Lake paid $1.25bn")) == digest(
        words("harrow lake: paid 1.25 billion")
    )


def sample_names(gold: dict) -> set[str]:
    """Names of parties, people, speakers and units, and figures with three digits or more."""
    found = {*gold.get("aliases", {}), *(v for x in gold.get("aliases", {}).values() for v in x)}
    deal = gold.get("deal", {})
    found |= {deal.get("acquirer"), deal.get("target")} if isinstance(deal, dict) else set()
    for claim in gold["claims"]:
        value = claim["value"]
        kind = claim.get("value_kind")
        if kind == "person":
            found |= {value["name"], value.get("org"), value.get("name_as_written")}
        elif kind == "quote":
            found.add(value["speaker"])
        elif kind == "money":
            number, unit = ("", *words(claim["quote"]))[-2:]
            digits = re.sub(r"\D", "", number).strip("0")
            if len(digits) >= TOLD and unit in {"billion", "million", "crore"}:
                found.add(f"{number} {unit}")
    for label in [*gold.get("other_deals", {}).values()]:
        found |= set(re.split(r" / | \(", label)[:2])
    names = {name for name in found if name and (name[0].isupper() or name[0].isdigit())}
    return {name for name in names if set(words(name)) - ORDINARY}


if __name__ == "__main__":
    sheets = [json.loads(Path(path).read_text("utf-8")) for path in sys.argv[1:]]
    collected = {name for sheet in sheets for name in sample_names(sheet)}
    sys.stdout.write("# sha256 of lower-cased words joined by a blank, the first 16 hex digits\n")
    sys.stdout.write("\n".join(sorted({digest(words(name)) for name in collected})) + "\n")
