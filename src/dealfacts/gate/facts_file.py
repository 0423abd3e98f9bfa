"""The facts file: values and spellings that a person has approved, for later drops to be held to.

TOML, written by hand or by `dealfacts review`. Refuses what it cannot read as one value, with the
number of the entry: a fact that is silently no fact would pass every article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from dealfacts.errors import DealfactsError
from dealfacts.extractor.phrase import read_phrase
from dealfacts.reconciler.pins import PINNABLE, Pin, PinnedName, Pins

if TYPE_CHECKING:
    from pathlib import Path


class FactEntry(BaseModel):
    """`[[fact]]`: the value of an attribute; without a deal it holds for every deal of a drop."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    attribute: str
    value: str
    deal: str = ""
    subject: str = ""
    period: str | None = None
    note: str = ""
    by: str = ""

    @field_validator("attribute")
    @classmethod
    def _can_be_approved(cls, name: str) -> str:
        if name not in PINNABLE:
            message = f"{name!r} cannot be approved. Attributes are {', '.join(sorted(PINNABLE))}"
            raise ValueError(message)
        return name

    @field_validator("value")
    @classmethod
    def _is_one_value(cls, text: str) -> str:
        if read_phrase(text) is None:
            message = f"{text!r} is no sum, share, count or date. Write it as in $2.4 billion"
            raise ValueError(message)
        return text


class NameEntry(BaseModel):
    """`[[name]]`: the spelling of a person or an organisation."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    name: str
    deal: str = ""
    note: str = ""
    by: str = ""


class FactsFile(BaseModel):
    """The whole file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fact: tuple[FactEntry, ...] = ()
    name: tuple[NameEntry, ...] = ()


def read(path: Path) -> Pins:
    """What a facts file approves; nothing where there is none.

    Raises DealfactsError for an entry that cannot be read.
    """
    if not path.is_file():
        return Pins()
    import tomllib  # noqa: PLC0415  most runs have no facts

    try:
        text = path.read_text(encoding="utf-8-sig")
        held = FactsFile.model_validate(tomllib.loads(text))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{path}: cannot be read: {error}"
        raise DealfactsError(message) from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = " ".join(str(p + 1) if isinstance(p, int) else str(p) for p in first["loc"])
        message = f"{path}: {where}: {first['msg'].removeprefix('Value error, ')}"
        raise DealfactsError(message) from error
    facts = _places(path, text, "fact", len(held.fact))
    names = _places(path, text, "name", len(held.name))
    return Pins(
        tuple(_pin(one, at) for one, at in zip(held.fact, facts, strict=True)),
        tuple(
            PinnedName(one.deal, one.name, at, _note(one))
            for one, at in zip(held.name, names, strict=True)
        ),
    )


def _pin(one: FactEntry, place: str) -> Pin:
    read_ = read_phrase(one.value)
    if read_ is None:  # the entry was checked
        raise AssertionError(one.value)
    value, hedge = read_
    return Pin(
        one.deal, one.attribute, one.subject, one.period, value, hedge, one.value, place, _note(one)
    )


def _note(one: FactEntry | NameEntry) -> str:
    return ", ".join(filter(None, (one.note, one.by)))


def _places(path: Path, text: str, table: str, count: int) -> list[str]:
    """Where the entries of a table begin, as in "facts.toml:3"."""
    opening = f"[[{table}]]"
    lines = enumerate(text.splitlines(), start=1)
    found = [f"{path.name}:{number}" for number, line in lines if line.strip().startswith(opening)]
    # Entries can also be written in one line, and then only the file can be named.
    return found if len(found) == count else [path.name] * count
