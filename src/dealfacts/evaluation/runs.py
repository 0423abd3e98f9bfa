"""Runs the program over the articles of gold files and scores what comes out.

A gold file's articles are the .txt files beside it, else those of the given folder, else of a
`seeds` folder beside or above it. Its publication dates are passed on. Refuses to guess: a gold
file whose articles are not found is an error.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from dealfacts.errors import DealfactsError
from dealfacts.evaluation import dealsheet, sheet
from dealfacts.evaluation.score import EvaluationReport, Score, evaluate
from dealfacts.extractor.extract import extract
from dealfacts.loader.files import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.evaluation.gold import Gold
    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Report
    from dealfacts.model.text import Article

DEFAULT_FOLDER = "seeds"


def evaluate_paths(
    paths: Sequence[str], *, articles: str | None = None, claims_only: bool = False
) -> EvaluationReport:
    """Score every gold file under `paths` (files, or folders that hold gold.json files).

    `articles` is the folder of the texts where they do not stand beside the gold file.
    Raises DealfactsError for a path without gold, gold of another shape, or missing articles.
    """
    scores, texts = [], {}
    for path in gold_files(paths):
        gold = read_gold(path)
        loaded = _articles(path, gold, articles)
        scores.append(_score(loaded, gold, claims_only=claims_only))
        texts.update({(gold.name, sheet.stem(one.id)): one.text for one in loaded})
    return EvaluationReport(tuple(scores), texts)


def gold_files(paths: Sequence[str]) -> tuple[Path, ...]:
    """The gold files that the paths name, in order, each once."""
    found: dict[Path, None] = {}
    for text in paths:
        path = Path(text)
        here = [path] if path.is_file() else sorted(path.glob("**/gold.json"))
        if not here:
            message = f"{text}: no gold file. Give a .json file or a folder that holds gold.json"
            raise DealfactsError(message)
        found.update(dict.fromkeys(here))
    return tuple(found)


def read_gold(path: Path) -> Gold:
    """The gold file at `path`, in either form. Raises DealfactsError where it has neither."""
    content = path.read_text(encoding="utf-8")
    name = path.parent.name if path.name == "gold.json" else path.stem
    try:
        keys = json.loads(content)
        if {"sources", "articles"}.intersection(keys):
            return dealsheet.read(name, content)
        return sheet.read(name, content)
    except (ValidationError, ValueError, KeyError, TypeError) as error:
        told = str(error).splitlines()
        message = f"{path}: not a gold file: {' '.join(told[:3])}"
        raise DealfactsError(message) from error


def _articles(path: Path, gold: Gold, folder: str | None) -> tuple[Article, ...]:
    for place in [Path(folder)] if folder is not None else _places(path):
        files = [file for file in sorted(place.glob("*.txt")) if file.stem in gold.known]
        if files:
            break
    else:
        message = f"{path}: none of its articles found. Name their folder with --articles"
        raise DealfactsError(message)
    loaded = load([str(file) for file in files]).articles
    return tuple(
        article.model_copy(update={"published": day})
        if (day := gold.published.get(sheet.stem(article.id)))
        else article
        for article in loaded
    )


def _places(path: Path) -> list[Path]:
    """Where the articles of a gold file may stand, nearest first."""
    return [path.parent, *(above / DEFAULT_FOLDER for above in path.resolve().parents)]


def _score(articles: Sequence[Article], gold: Gold, *, claims_only: bool) -> Score:
    claims = tuple(claim for article in articles for claim in extract(article))
    if claims_only:
        return evaluate(claims, None, gold)
    report = _report(articles, claims)
    return evaluate(report.claims, report, gold)


def _report(articles: Sequence[Article], claims: Sequence[Claim]) -> Report:
    # Claims can be scored without the reconciler, so only this branch loads it.
    from dealfacts.reconciler.origins import SourceText, fingerprint  # noqa: PLC0415
    from dealfacts.reconciler.reconcile import reconcile  # noqa: PLC0415

    sources = [
        SourceText.of(article, article.id, fingerprint(article.text)) for article in articles
    ]
    return reconcile(claims, sources)
