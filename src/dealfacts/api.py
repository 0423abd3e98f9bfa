"""For programs: `load`, `extract`, `reconcile` and `read_value`, all from `dealfacts` itself.

    import dealfacts

    loaded = dealfacts.load(["articles/"])
    claims = [claim for article in loaded.articles for claim in dealfacts.extract(article)]
    report = dealfacts.reconcile([*claims, *loaded.claims], loaded.articles)

The same stages as behind the command line, and the same facts. Refuses to print, and to hold state:
articles can be loaded here, extracted in many processes, and reconciled in a third place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor.extract import extract
from dealfacts.extractor.phrase import read_phrase as read_value
from dealfacts.loader.files import Loaded, load
from dealfacts.loader.labels import labels
from dealfacts.reconciler import reconcile as stage
from dealfacts.reconciler.origins import SourceText, fingerprint
from dealfacts.telling import distinct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Report
    from dealfacts.model.text import Article

__all__ = ["Loaded", "extract", "load", "read_value", "reconcile"]


def reconcile(claims: Iterable[Claim], articles: Iterable[Article] = ()) -> Report:
    """What claims agree and differ on. `articles` tell whose texts are copies, and when they came.

    A claim may name a source that is not among them; the order of either never matters.
    """
    told, held = list(distinct(claims).values()), list(articles)
    label = labels(held)
    sources = [
        SourceText.of(article, label[article.id], fingerprint(article.text)) for article in held
    ]
    unread = sorted({claim.source for claim in told} - set(label))
    return stage.reconcile(told, [*sources, *map(SourceText.unread, unread)])
