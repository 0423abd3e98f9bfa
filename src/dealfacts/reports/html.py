"""One page to read in a browser: every value leads to its sentence in the article's text.

The file is complete and talks to nobody: style, script and texts are inside, and its content
security policy lets nothing in, not even its own inline code unless the hash is right. Refuses to
trust a word of an article: Jinja2 escapes what the page shows, the data block holds no markup, and
the script sets text only.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from importlib.resources import files
from typing import TYPE_CHECKING

from dealfacts import __version__
from dealfacts.reports._chapters import chapters
from dealfacts.reports._index import index as make_index
from dealfacts.reports._visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment

    from dealfacts.model.report import Report
    from dealfacts.reports import RenderOptions

NAME = "html"
DESCRIPTION = "a page for the browser, in one file, with the articles' texts"

STYLES = ("page.css", "parts.css", "reader.css")
SCRIPTS = ("filters.js", "reader.js", "joins.js")


def render(report: Report, options: RenderOptions) -> str:
    """The report as an HTML document."""
    # Jinja2 takes longer to load than a small report to make; the other formats do without.
    from markupsafe import Markup  # noqa: PLC0415

    from dealfacts.reports._html.articles import data  # noqa: PLC0415
    from dealfacts.reports._html.build import page  # noqa: PLC0415

    index = make_index(report, options)
    told = chapters(report, index)
    # Numbered as they stand on the page.
    findings = tuple(finding for chapter in told for finding in chapter.findings)
    style, script = ("".join(_inline(name) for name in names) for names in (STYLES, SCRIPTS))
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    # Style, script and policy are ours; the data block has no character that HTML reads.
    return (
        _templates()
        .get_template("report.html")
        .render(
            page=page(report, told, index),
            style=Markup(style),  # noqa: S704
            script=Markup(script),  # noqa: S704
            data=Markup(data(report, findings, index)),  # noqa: S704
            policy=policy,
            version=__version__,
        )
    )


def _templates() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415  as above

    return Environment(
        loader=PackageLoader(__package__, "_html/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _inline(name: str) -> str:
    return files(__package__).joinpath("_html", "templates", name).read_text(encoding="utf-8")


def _shown(value: object) -> object:
    """What stands in the page for a value: of foreign text nothing that hides or reorders."""
    return visible(value) if type(value) is str else value


def _hash(content: str) -> str:
    """The source expression of inline code in a content security policy (CSP level 3, 2.3.1)."""
    return f"sha256-{b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
