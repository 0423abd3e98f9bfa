"""What is told of an article besides its text, under whatever name a source gives the field.

Front matter, `sources.toml`, JSON records, table columns and page metadata all come through here.
Refuses a date or a currency in doubt: it is a `Fault`, and the other fields count.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dealfacts.lexicon.currencies import names as currency_names
from dealfacts.loader.full_dates import read_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

# Folded name of a field -> what it is. Beside the plain words those of news-please, NewsAPI,
# JSON Feed, trafilatura and schema.org.
NAMES = MappingProxyType(
    {
        "title": "title",
        "headline": "title",
        "date": "date",
        "published": "date",
        "publicationdate": "date",
        "publisheddate": "date",
        "publishdate": "date",
        "publishedat": "date",
        "datepublished": "date",
        "datepublish": "date",
        "pubdate": "date",
        "outlet": "outlet",
        "publisher": "outlet",
        "publication": "outlet",
        "source": "outlet",
        "sourcename": "outlet",
        "sitename": "outlet",
        "url": "url",
        "link": "url",
        "label": "label",
        "currency": "currency",
    }
)

# The rule of what was read without something that is told of it.
DOUBT = "LOAD005"


class Metadata(NamedTuple):
    """What is known of an article besides its text; `currency` is what its bare "$" means."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    label: str | None = None
    published: date | None = None
    currency: str | None = None


class Field(NamedTuple):
    """One field as it is written: its name, its value, and the line, from 1, where it stands."""

    name: str
    value: str
    line: int = 1


class Fault(NamedTuple):
    """What cannot be used: the line, from 1, and what to do about it.

    `is_foreign`: it is whole, but something else than an article or a field of one.
    """

    line: int
    message: str
    is_foreign: bool = False


def folded(name: str) -> str:
    """A field's name without case, blanks and joiners: "Published_At" -> "publishedat"."""
    return "".join(letter for letter in name.lower() if letter not in " _-")


def metadata(fields: Iterable[Field]) -> tuple[Metadata, tuple[Fault, ...]]:
    """What the fields tell, the first of a kind first, and what is wrong with them.

    A name that means nothing here is somebody else's, and an empty value tells nothing.
    """
    texts: dict[str, str] = {}
    faults: list[Fault] = []
    published: date | None = None
    for field in fields:
        kind, value = NAMES.get(folded(field.name)), field.value.strip()
        if kind is None or not value:
            continue
        if kind == "date":
            day = read_day(value)
            if day is None:
                faults.append(Fault(field.line, _not_a_date(field.name, value)))
            published = published or day
        elif kind == "currency" and value.upper() not in currency_names():
            faults.append(Fault(field.line, _not_a_currency(field.name, value)))
        else:
            texts.setdefault(kind, value)
    currency = texts.get("currency")
    told = Metadata(
        title=texts.get("title"),
        outlet=texts.get("outlet"),
        url=texts.get("url"),
        label=texts.get("label"),
        published=published,
        currency=currency.upper() if currency else None,
    )
    return told, tuple(faults)


def _not_a_date(name: str, value: str) -> str:
    return f"'{name}' is not a date: \"{value}\". Write it as YYYY-MM-DD"


def _not_a_currency(name: str, value: str) -> str:
    return f"'{name}' is not a currency code: \"{value}\". Write its three letters, such as CAD"
