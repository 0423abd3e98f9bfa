"""What a project has set for itself: every key of `dealfacts.toml`, its default and what it does.

Where the file is found is for `config_file` to know. Refuses unknown keys and values of the wrong
kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, field_validator
from pydantic.types import Strict

from dealfacts import reports
from dealfacts.errors import DealfactsError
from dealfacts.gate.policy import DEFAULT, Policy

# Keys whose value is a path, relative to the folder of the configuration file.
FILES = frozenset({"rates", "baseline", "judgements", "facts"})
# A list in TOML; the order is the user's.
Words = Annotated[tuple[str, ...], Strict(strict=False)]


class Configuration(BaseModel):
    """The settings of a project; the keys of the file are the field names with hyphens."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
    )

    format: str = Field("terminal", description="What `reconcile` and `check` print.")
    fail_on: Literal["never", "note", "warning", "error"] = Field(
        "error",
        description="The lowest severity that makes `check` exit 1: never, note, warning or error.",
    )
    fail_on_new: bool = Field(
        default=False, description="Exit 1 on whatever the baseline does not hold, notes too."
    )
    fail_on_stale: bool = Field(
        default=False, description="Exit 3 while entries of the baseline match nothing any more."
    )
    max_findings: NonNegativeInt = Field(
        0, description="How many findings of that severity `check` tolerates."
    )
    strict_input: bool = Field(default=False, description="Exit 2 if an article cannot be read.")
    min_confidence: Annotated[float, Field(ge=0, le=1)] = Field(
        0.0, description="Leave out findings of which a side has only claims less sure than this."
    )
    rates: str = Field(
        "", description="A file of exchange rates (.csv, .toml); without it none is assumed."
    )
    select: Words = Field(
        (DEFAULT,),
        description="Which rules speak: ids, how several begin (VAL), ALL, or DEFAULT for those "
        "that are on by default.",
    )
    ignore: Words = Field((), description="Rules to leave out, whatever selects them.")
    baseline: str = Field(
        ".dealfacts/baseline.jsonl", description="Accepted findings: see `dealfacts baseline`."
    )
    judgements: str = Field(
        ".dealfacts/judgements.jsonl", description="What was judged: see `dealfacts review`."
    )
    facts: str = Field(
        ".dealfacts/facts.toml", description="Approved values and spellings to hold articles to."
    )
    severity: Mapping[str, Literal["note", "warning", "error", "off"]] = Field(
        default_factory=dict,
        description="How loud a rule is, or a rule with one cause: note, warning, error or off.",
        examples=['NAM001 = "error"', '"VAL001.superseded" = "off"'],
    )
    aliases: Mapping[str, Words] = Field(
        default_factory=dict,
        description="Approved names of parties and people, with the other names that are right.",
        examples=['"Northwind Group" = ["Northwind", "NWG"]'],
    )
    publishers: Mapping[str, Words] = Field(
        default_factory=dict,
        description="Publishers with their outlets, which count as one origin.",
        examples=['"Example Media" = ["Daily Example", "Sunday Example"]'],
    )

    def policy(self) -> Policy:
        """Which rules speak, and how loudly."""
        return Policy(self.select, self.ignore, self.severity, self.min_confidence)

    @field_validator("format")
    @classmethod
    def _is_a_format(cls, name: str) -> str:
        if name not in reports.names():
            message = f"{name!r} is no format. Choose from {', '.join(reports.names())}"
            raise ValueError(message)
        return name

    @field_validator("select", "ignore")
    @classmethod
    def _are_rules(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        _check(Policy(select=names))
        return names

    @field_validator("severity", mode="before")
    @classmethod
    def _flat(cls, told: object) -> object:
        """`VAL001.superseded = "off"` without quotes is a table within the table for TOML."""
        if not isinstance(told, dict):
            return told
        found: dict[str, object] = {}
        for name, level in told.items():
            if isinstance(level, dict):
                found |= {f"{name}.{cause}": inner for cause, inner in level.items()}
            else:
                found[name] = level
        return found

    @field_validator("severity")
    @classmethod
    def _are_severities_of_rules(cls, told: Mapping[str, str]) -> Mapping[str, str]:
        _check(Policy(severities=told))
        return told

    @field_validator("aliases")
    @classmethod
    def _are_clear(cls, told: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
        approved: dict[str, str] = {}
        for name, others in told.items():
            for each in (name, *others):
                known = approved.setdefault(" ".join(each.casefold().split()), name)
                if known != name:
                    message = f"{each!r} is given for two names, {known!r} and {name!r}"
                    raise ValueError(message)
        return told


def _check(policy: Policy) -> None:
    try:
        policy.voices()
    except DealfactsError as error:
        raise ValueError(str(error)) from error


DEFAULTS = Configuration()
