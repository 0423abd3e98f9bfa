"""Runs tests/cases/<kind>.md: one file a kind, each case a reason, a text and what it claims.

    ## A price behind "for" is the deal's, whoever pays it

    Published 2024-05-03.

    > Harrow & Lake buys Ostrava Mills for about $3.2 billion in cash
    >
    > The price is more than twice what Ostrava paid for Teller in 2019.

    - deal_amount | $3.2 billion | USD 3.2bn | about, cash

- The heading says why the case is there. Text before the first `##` is for the reader.
- `Published DATE.` is optional; the text is the block quote, line by line, given to the loader as a
  file, so that front matter works too.
- One list item for each claim of the kind's own ATTRIBUTES, in the order of the text; claims of
  other kinds do not count. `Nothing.` instead of a list: the kind must claim nothing.
- Columns: attribute | evidence, exactly | value | qualifiers. All of hedge, modality, basis and
  period are compared, those that are not given against none, actual, unspecified and none.
  `subject X`, `speaker X` and `equivalent V` are compared only where given.
- Values: USD 3.2bn (k, m, bn, tn; a range is USD 3bn to 3.5bn), 49% (50% to 100%), 28, 2x, a date
  as its EDTF or `?` where unresolved, a name, a term, a text, `undisclosed`; person as
  name, role, organisation, change and seat as holder, board, change (`-` where the text has none,
  a missing end is not compared; roles compare by their head); quote as its speaker.

All deals are invented. About half of the cases of a file should say `Nothing.`
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dealfacts import discovery
from dealfacts.evaluation.posts import heads
from dealfacts.extractor import kinds
from dealfacts.extractor.extract import extract
from dealfacts.loader.files import load
from dealfacts.model.values import (
    Count,
    Money,
    Multiple,
    Organisation,
    PartialDate,
    Percent,
    Person,
    Quote,
    Seat,
    Term,
    Text,
    Undisclosed,
)
from dealfacts.model.vocabulary import Basis, Hedge, Modality

if TYPE_CHECKING:
    from dealfacts.model.claims import Claim
    from dealfacts.model.values import Value

FOLDER = Path(__file__).parent / "cases"
SCALES = {
    "": Decimal(1),
    "k": Decimal(10) ** 3,
    "m": Decimal(10) ** 6,
    "bn": Decimal(10) ** 9,
    "tn": Decimal(10) ** 12,
}
NUMBER = re.compile(r"(-?[\d,]+(?:\.\d+)?)(k|m|bn|tn|)")
NAMED = ("period", "subject", "speaker", "equivalent")


@dataclass(frozen=True)
class Case:
    kind: str
    why: str
    line: int
    published: date | None
    text: str
    claims: tuple[str, ...]
    nothing: bool


def read_cases(path: Path) -> list[Case]:
    found = []
    blocks = re.split(r"(?m)^## ", path.read_text(encoding="utf-8"))
    line = 1 + blocks[0].count("\n")
    for block in blocks[1:]:
        lines = block.splitlines()
        day = next((m[1] for x in lines if (m := re.fullmatch(r"Published (\S+)\.", x))), None)
        found.append(
            Case(
                kind=path.stem,
                why=lines[0].strip(),
                line=line,
                published=date.fromisoformat(day) if day else None,
                text="\n".join(x[1:].removeprefix(" ") for x in lines if x.startswith(">")) + "\n",
                claims=tuple(x[2:].strip() for x in lines if x.startswith("- ")),
                nothing="Nothing." in lines,
            )
        )
        line += block.count("\n")
    return found


CASES = [case for path in sorted(FOLDER.glob("*.md")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.kind}:{c.line} {c.why}")
def test_case(case: Case, tmp_path: Path) -> None:
    assert case.nothing != bool(case.claims), "a case lists claims or says `Nothing.`"
    claims = claims_of(case, tmp_path)
    shown = [f"{c.attribute} | {c.evidence.quote} | {c.value!r}" for c in claims]
    assert len(claims) == len(case.claims), f"expected {case.claims}, found {shown}"
    for expected, claim in zip(case.claims, claims, strict=True):
        assert differences(expected, claim) == [], f"{expected}\nfound {claim!r}"


@pytest.mark.parametrize("kind", discovery.module_names(kinds))
def test_every_kind_has_cases_and_many_of_them_negative(kind: str) -> None:
    cases = [case for case in CASES if case.kind == kind]
    assert cases, f"tests/cases/{kind}.md is missing"
    assert sum(case.nothing for case in cases) * 3 >= len(cases)


def test_every_file_belongs_to_a_kind() -> None:
    assert {case.kind for case in CASES} <= set(discovery.module_names(kinds))


def claims_of(case: Case, folder: Path) -> list[Claim]:
    (folder / "article.txt").write_text(case.text, encoding="utf-8")
    loaded = load([str(folder / "article.txt")])
    (article,) = loaded.articles
    if case.published is not None:
        article = article.model_copy(update={"published": case.published})
    kind = next(k for k in discovery.modules(kinds) if k.__name__.endswith(f".{case.kind}"))
    found = [claim for claim in extract(article) if claim.attribute in kind.ATTRIBUTES]
    for claim in found:
        start, end = claim.evidence.start, claim.evidence.end
        assert article.text[start:end] == claim.evidence.quote
    return sorted(found, key=lambda c: (c.evidence.start, c.evidence.end, c.attribute))


def differences(expected: str, claim: Claim) -> list[str]:
    attribute, quote, value, qualifiers = (*(x.strip() for x in expected.split(" | ")), "")[:4]
    wanted = read_qualifiers(qualifiers)
    pairs = [
        ("attribute", attribute, claim.attribute),
        ("evidence", quote, claim.evidence.quote),
        ("hedge", wanted.get("hedge", "none"), claim.hedge),
        ("modality", wanted.get("modality", "actual"), claim.modality),
        ("basis", wanted.get("basis", "unspecified"), claim.basis),
        ("period", wanted.get("period"), claim.period),
    ]
    pairs += [
        (key, wanted[key], getattr(claim, key)) for key in ("subject", "speaker") if key in wanted
    ]
    found = [f"{key}: {one} but {other}" for key, one, other in pairs if one != other]
    if not says(value, claim.value):
        found.append(f"value: {value} but {claim.value!r}")
    if "equivalent" in wanted:
        other = claim.equivalent
        if other is None or (other.currency, other.low, other.high) != money(wanted["equivalent"]):
            found.append(f"equivalent: {wanted['equivalent']} but {other!r}")
    return found


def read_qualifiers(text: str) -> dict[str, str]:
    found = {}
    for part in (x.strip() for x in text.split(",") if x.strip()):
        key, _, rest = part.partition(" ")
        if key in NAMED and rest:
            found[key] = rest
            continue
        family = next((n for n, e in FAMILIES.items() if part in {str(x) for x in e}), None)
        assert family is not None, f"{part!r} is no hedge, modality, basis or named qualifier"
        found[family] = part
    return found


FAMILIES = {"hedge": Hedge, "modality": Modality, "basis": Basis}


def number(text: str) -> Decimal:
    match = NUMBER.fullmatch(text.strip())
    assert match, f"{text!r} is no number"
    return Decimal(match[1].replace(",", "")) * SCALES[match[2]]


def bounds(text: str, unit: str = "") -> tuple[Decimal, Decimal]:
    low, _, high = text.partition(" to ")
    return number(low.removesuffix(unit)), number((high or low).removesuffix(unit))


def money(text: str) -> tuple[str, Decimal, Decimal]:
    currency, _, rest = text.partition(" ")
    return (currency, *bounds(rest))


def says(text: str, value: Value) -> bool:  # noqa: C901  one arm a value type
    match value:
        case Money():
            return (value.currency, value.low, value.high) == money(text)
        case Percent():
            return (value.low, value.high) == bounds(text, "%")
        case Multiple():
            return (value.low, value.high) == bounds(text, "x")
        case Count():
            return (value.low, value.high) == bounds(text)
        case PartialDate():
            return text == (value.edtf or "?")
        case Person():
            name, role, *rest = parts(text)
            tail = [value.organisation, value.change][: len(rest)]
            return (name, rest) == (value.name, tail) and heads(role) == heads(value.role)
        case Seat():
            told = parts(text)
            return told == [value.holder, value.board, value.change][: len(told)]
        case Quote():
            return text == (value.speaker or "-")
        case Organisation():
            return text == value.name
        case Term():
            return text == value.term
        case Text():
            return text == value.text
        case Undisclosed():
            return text == "undisclosed"


def parts(text: str) -> list[str | None]:
    return [None if x.strip() == "-" else x.strip() for x in text.split(",")]
