"""Makes drops of any size for benchmarks: `python tests/bench/corpus.py FOLDER --articles 20000`.

Own stories of takeovers and rounds in invented names, figures and years, five outlets a deal on
average, some of which round, hedge, misspell or contradict; and the articles of `seeds/` under
other names. The same number and seed give the same bytes, on any machine. Refuses to write into a
folder that holds anything.
"""
# ruff: noqa: S311  the dice are for repeatable texts
# ruff: noqa: SIM905  lists of words read better as words

from __future__ import annotations

import argparse
import random
import re
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS = Path(__file__).parents[2] / "seeds"
FOLDER = 1000  # articles a folder: what a file system lists quickly
SEEDS_EVERY = 50  # one story in so many is a seed

ONSETS = "b br c d dr f fl g gr h j k kl l m n p pr q r s st t tr v w z".split()
VOWELS = "a e i o u ai ea io ou".split()
CODAS = ["", "l", "n", "r", "s", "x", "nd", "rk", "st"]
TRADES = (
    "Foods Robotics Energy Systems Networks Pharma Logistics Motors Software Mining Biotech Media "
    "Chemicals Airways Insurance Retail Semiconductor Water Steel Payments"
).split()
FORMS = ["", "", "", " Inc", " plc", " Group", " Ltd", " AG", " Holdings"]
GIVEN = (
    "Anna Peter Maria John Elena David Laura Thomas Sofia Michael Julia Daniel Emma Robert Claire "
    "Martin Nina Paul Sarah Victor"
).split()
OUTLETS = ["Harbour Times", "Daily Ledger", "Market Wire", "Evening Gazette", "Trade Post"]
TOWNS = ["London", "Oslo", "Toronto", "Singapore", "Zurich", "Chicago", "Madrid", "Sydney"]
CURRENCIES = ["$", "$", "$", "€", "£", "C$", "A$", "US$", "CHF "]
ROUNDING = ["exact", "exact", "exact", "about", "nearly", "coarse", "other"]

TITLES = [
    "{buyer} to buy {target} for {amount}",
    "{buyer} agrees {amount} deal for {target}",
    "{target} sold to {buyer} in {amount} takeover",
    "{buyer} takes {stake}% of {target}",
]
FACTS = [
    "{buyer} has agreed to acquire {target} for {amount}, the companies said on {day}.",
    "The deal values {target} at {value}, people close to the talks said.",
    "{buyer} will hold {stake}% of {target} once the deal closes.",
    "The transaction is expected to close in the {quarter} quarter of {year}.",
    "{target}, founded in {founded}, employs about {staff} people.",
    "{target} had revenue of {revenue} in {last}, up from {before} a year earlier.",
    '"This is the right step for our customers," said {chief}, chief executive of {target}.',
    "{chief} will remain chief executive of {target}, the company said.",
    "{finance}, {buyer}'s chief financial officer, said that the purchase would add to earnings.",
    "Holders of {target} get {price} a share in cash, a premium of {premium}% to the last price.",
    "{target} would owe {buyer} a break fee of {fee} if it walked away.",
    "{buyer} will also take on {debt} of debt.",
    "{chief}, who is {age}, founded the company with two friends from university.",
    "Net profit of {target} was {profit} in {last}, according to its annual report.",
    "{buyer} has spent {spending} on acquisitions since {founded}.",
    "The boards of {buyer} and {target} have approved the transaction.",
    "{finance} will join the board of {target}.",
]
# Sentences beside the matter are thrown together from these, so that two stories share no runs of
# words and are told apart as two origins.
WHO = (
    "analysts lawyers suppliers workers investors officials rivals neighbours engineers farmers "
    "managers bankers visitors customers students drivers critics pensioners traders designers"
).split()
DO = (
    "watched praised feared discussed ignored followed recalled described welcomed doubted "
    "admired studied resisted visited questioned remembered defended expected mentioned enjoyed"
).split()
HOW = (
    "long-awaited quiet ambitious cautious familiar stubborn old-fashioned bright costly modest "
    "hurried careful unusual gloomy lively patient awkward hopeful crowded distant"
).split()
WHAT = (
    "plan factory meeting harbour brand contract workshop parade laboratory warehouse logo office "
    "bridge canteen catalogue ferry garden orchestra railway showroom strategy school market"
).split()
WHERE = (
    "river town coast station border valley museum square suburb university motorway stadium "
    "hospital theatre airport quarry lighthouse cathedral library forest"
).split()
FILLERS = [
    "The {how} {what} near the {where} was {do} by {who} and {who2} for {noise} years.",
    "{Who} {do} the {how} {what}, while {who2} {do2} a {how2} {what2} by the {where}.",
    "It was not clear whether {who} {do} the {what} or the {how} {what2} of the {where}.",
    "Some {crowd} {who} {do} a {how} {what} outside the {where}, {who2} said.",
    "Few {who} {do} the {how} {where}, and fewer {who2} {do2} its {how2} {what}.",
    "The market for such {what}s grew by {noise}% last year, {how} {who} say.",
]


class Deal(NamedTuple):
    """One invented deal: what all of its stories tell, before each outlet's own slips."""

    buyer: str
    target: str
    currency: str
    amount: int  # millions
    stake: int
    told: date
    words: dict[str, str]


def stories(articles: int, seed: int = 0, *, with_seeds: bool = True) -> Iterator[tuple[str, str]]:
    """File name and text of each article, `articles` of them.

    `with_seeds` has one in fifty be a seed under other names, and so nearly a copy of many others.
    """
    made = 0
    number = 0
    files = sorted(SEEDS.glob("*.txt")) if with_seeds else []
    seeds = [path.read_text(encoding="utf-8") for path in files]
    while made < articles:
        dice = random.Random(f"{seed}/{number}")
        deal = _deal(dice)
        count = min(dice.choice([2, 4, 5, 6, 8]), articles - made)
        for at in range(count):
            text = (
                _retold(seeds[made // SEEDS_EVERY % len(seeds)], deal)
                if seeds and made % SEEDS_EVERY == SEEDS_EVERY - 1
                else _story(deal, at, dice)
            )
            yield f"{made // FOLDER:04}/{made:07}-{number:06}.txt", text
            made += 1
        number += 1


def _name(dice: random.Random) -> str:
    parts = [
        dice.choice(ONSETS) + dice.choice(VOWELS) + dice.choice(CODAS)
        for _ in range(dice.choice([2, 2, 3]))
    ]
    return "".join(parts).capitalize()


def _deal(dice: random.Random) -> Deal:
    buyer = f"{_name(dice)} {dice.choice(TRADES)}"
    target = f"{_name(dice)} {dice.choice(TRADES)}"
    currency = dice.choice(CURRENCIES)
    amount = dice.randrange(110, 48_000, 10)
    told = date(2012, 1, 2) + timedelta(days=dice.randrange(4600))
    founded = dice.randrange(1921, 2011)
    money = {
        key: f"{currency}{dice.randrange(11, 990)} million"
        for key in ("revenue", "before", "fee", "debt", "profit", "spending")
    }
    words = money | {
        "price": f"{currency}{dice.randrange(900, 9900) / 100:.2f}",
        "premium": str(dice.randrange(11, 60)),
        "founded": str(founded),
        "staff": f"{dice.randrange(2, 90) * 100:,}",
        "chief": f"{dice.choice(GIVEN)} {_name(dice)}",
        "finance": f"{dice.choice(GIVEN)} {_name(dice)}",
        "age": str(dice.randrange(34, 68)),
        "quarter": dice.choice(["first", "second", "third", "fourth"]),
        "year": str(told.year + 1),
        "last": str(told.year - 1),
        "value": _money(currency, amount * dice.randrange(10, 30) // 10),
    }
    return Deal(buyer, target, currency, amount, dice.randrange(11, 100), told, words)


def _money(currency: str, millions: int) -> str:
    if millions < 1000:
        return f"{currency}{millions} million"
    return f"{currency}{millions / 1000:.2f}".rstrip("0").rstrip(".") + " billion"


def _told_amount(deal: Deal, dice: random.Random) -> str:
    """The price as one outlet has it: exact, hedged, rounded, or wrong."""
    match dice.choice(ROUNDING):
        case "about":
            return f"about {_money(deal.currency, deal.amount)}"
        case "nearly":
            return f"nearly {_money(deal.currency, -(-deal.amount // 100) * 100)}"
        case "coarse":
            return _money(deal.currency, max(round(deal.amount, -2), 100))
        case "other":
            return _money(deal.currency, deal.amount + 10 * dice.randrange(1, 90))
    return _money(deal.currency, deal.amount)


def _story(deal: Deal, at: int, dice: random.Random) -> str:
    day = deal.told + timedelta(days=dice.choice([0, 0, 1, 2]))
    long, short = deal.target + dice.choice(FORMS), deal.target
    words = deal.words | {
        "amount": _told_amount(deal, dice),
        "stake": str(deal.stake if dice.random() < 0.9 else deal.stake + 1),
        "day": f"{day:%A}",
        "buyer": deal.buyer,
        "target": short,
    }
    if dice.random() < 0.05:  # a slip in a name: two letters change places
        chief = words["chief"]
        words["chief"] = f"{chief[:-3]}{chief[-2]}{chief[-3]}{chief[-1]}"
    facts = dice.sample(FACTS[1:], k=dice.randrange(5, 12))
    lead = FACTS[0].replace("{target}", long)
    body = [*facts, *(_filler(dice) for _ in range(dice.randrange(12, 28)))]
    dice.shuffle(body)
    lines = [lead, *body]
    paragraphs = [" ".join(lines[place : place + 3]) for place in range(0, len(lines), 3)]
    told = "\n\n".join([dice.choice(TITLES), *paragraphs]).format_map(words)
    outlet = OUTLETS[at % len(OUTLETS)]
    town = dice.choice(TOWNS)
    front = f"---\ndate: {day.isoformat()}\noutlet: {outlet}\n---\n" if dice.random() < 0.8 else ""
    return front + told.replace("\n\n", f"\n\n{town}, {day:%B} {day.day}, {day.year} -- ", 1) + "\n"


def _filler(dice: random.Random) -> str:
    who, who2 = dice.sample(WHO, k=2)
    do, do2 = dice.sample(DO, k=2)
    how, how2 = dice.sample(HOW, k=2)
    what, what2 = dice.sample(WHAT, k=2)
    return dice.choice(FILLERS).format(
        who=who,
        Who=who.capitalize(),
        who2=who2,
        do=do,
        do2=do2,
        how=how,
        how2=how2,
        what=what,
        what2=what2,
        where=dice.choice(WHERE),
        noise=dice.randrange(2, 40),
        crowd=f"{dice.randrange(12, 90)},000",
    )


def _retold(text: str, deal: Deal) -> str:
    """A seed with the two names that it prints most, and its digits, replaced."""
    # Capitalised pairs and words behind a small letter are names; the commonest are the parties.
    seen: dict[str, int] = {}
    for hit in re.finditer(r"(?<=[a-z] )[A-Z][a-z]+(?: [A-Z][A-Za-z]+)?", text):
        seen[hit[0]] = seen.get(hit[0], 0) + 1
    common = sorted(seen, key=lambda name: (-seen[name], name))[:2]
    for old, new in zip(common, (deal.buyer, deal.target), strict=False):
        text = text.replace(old, new)
    turn = deal.amount % 9
    return re.sub(r"(?<=[$\d.])\d", lambda hit: str((int(hit[0]) + turn) % 10), text)


def write(folder: Path, articles: int, seed: int = 0) -> int:
    """Write a drop; returns its size in bytes."""
    size = 0
    for name, text in stories(articles, seed):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = text.encode()
        path.write_bytes(content)
        size += len(content)
    return size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    if options.folder.exists() and any(options.folder.iterdir()):
        sys.exit(f"{options.folder}: holds something already")
    size = write(options.folder, options.articles, options.seed)
    print(f"{options.articles} articles, {size / 1e6:.1f} MB in {options.folder}")


if __name__ == "__main__":
    main()
