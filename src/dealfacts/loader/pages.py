"""A saved web page as an article: its main text, headline, outlet and day.

The work is trafilatura's (the extra `html`), imported only here. Refuses pages without a main text,
and dates that no tag of the page gives: neither the clock nor a copyright line counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.loader.fields import Fault, Field
from dealfacts.loader.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

# Only what the page itself says; and no limit that moves with the day of the run.
DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
MISSING = "HTML pages need an extra: pip install 'dealfacts[html]'"


def from_page(raw: bytes) -> Iterator[Record | Fault]:
    """The article of a page, a blank line between its paragraphs."""
    try:
        import trafilatura  # noqa: PLC0415  an extra, and slow to import
    except ImportError:
        yield Fault(1, MISSING)
        return
    try:
        found = trafilatura.bare_extraction(
            raw,
            fast=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=DATES,
        )
    except (ValueError, RecursionError) as error:
        yield Fault(1, f"Cannot be read as a page: {type(error).__name__}")
        return
    if not isinstance(found, trafilatura.settings.Document) or not (text := found.text):
        yield Fault(1, "No article found in this page. Save its text as .txt")
        return
    told = (
        ("title", found.title),
        ("date", found.date),
        ("outlet", found.sitename or found.hostname),
        ("url", found.url),
    )
    fields = tuple(Field(name, value) for name, value in told if value)
    blocks = (line.strip() for line in text.split("\n"))
    yield Record("\n\n".join(filter(None, blocks)) + "\n", fields)
