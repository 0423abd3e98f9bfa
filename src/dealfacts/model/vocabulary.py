"""The closed word lists of the claim and report formats. A new word is added here first."""

from __future__ import annotations

from enum import StrEnum


class Hedge(StrEnum):
    """How a figure is softened. The cue words stand in the lexicon, not here."""

    NONE = "none"
    ABOUT = "about"
    BELOW = "below"
    ABOVE = "above"
    JUST_ABOVE = "just_above"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    UNDER = "under"
    RANGE = "range"
    VAGUE = "vague"


class Modality(StrEnum):
    """How real the article says a claim is."""

    ACTUAL = "actual"
    EXPECTED = "expected"
    REPORTED = "reported"
    RUMOURED = "rumoured"
    DENIED = "denied"
    FORMER = "former"
    INCOMING = "incoming"


class Basis(StrEnum):
    """What a sum or share includes."""

    UNSPECIFIED = "unspecified"
    EQUITY = "equity"
    INCLUDING_DEBT = "including_debt"
    ENTERPRISE = "enterprise"
    CASH = "cash"
    STOCK = "stock"
    CASH_PART = "cash_part"
    STOCK_PART = "stock_part"
    EARN_OUT = "earn_out"
    PRE_MONEY = "pre_money"
    POST_MONEY = "post_money"
    VOTING = "voting"
    NON_VOTING = "non_voting"


class Change(StrEnum):
    """What happens to a person's post or seat."""

    JOINS = "joins"
    LEAVES = "leaves"
    REMAINS = "remains"


class Stage(StrEnum):
    """The terms of `deal_status`, in the order in which a deal passes through them."""

    RUMOURED = "rumoured"
    TALKS = "talks"
    AGREED = "agreed"
    CLOSED = "closed"
    TERMINATED = "terminated"
    REJECTED = "rejected"
    BLOCKED = "blocked"
    DENIED = "denied"


class Grain(StrEnum):
    """The unit in which a date is given."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    SPAN = "span"
    UNKNOWN = "unknown"


class Anchor(StrEnum):
    """What fixed a date on the calendar."""

    EXPLICIT = "explicit"
    PUBLICATION = "publication"
    CONTEXT = "context"
    UNRESOLVED = "unresolved"


class Relation(StrEnum):
    """What two values are to each other (semantics, section 3 and 7)."""

    EQUAL = "equal"
    WITHIN_ROUNDING = "within_rounding"
    WITHIN_TRUNCATION = "within_truncation"
    ROUNDING_PLAUSIBLE = "rounding_plausible"
    REFINES = "refines"
    CONSISTENT_WITH_HEDGE = "consistent_with_hedge"
    STRAINED = "strained"
    ONE_DAY_OFFSET = "one_day_offset"
    CONFLICT = "conflict"
    NOT_COMPARABLE = "not_comparable"


class Cause(StrEnum):
    """Why two camps differ: the first test that fits."""

    UNIT_SLIP = "unit_slip"
    TRANSPOSITION = "transposition"
    CURRENCY_SIGN = "currency_sign"
    CONVERSION = "conversion"
    BASIS = "basis"
    SUPERSEDED = "superseded"
    PERIOD = "period"
    MISATTRIBUTED = "misattributed"
    ROUNDING = "rounding"
    ONE_GRANULE = "one_granule"
    SPELLING = "spelling"
    UNKNOWN = "unknown"


class Severity(StrEnum):
    """How loudly a finding speaks."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for a note, 1 for a warning, 2 for an error."""
        return ("note", "warning", "error").index(self.value)


class Status(StrEnum):
    """What a fact came to. Copies of one text agree with nobody: they are a single source."""

    AGREEMENT = "agreement"
    CONFLICT = "conflict"
    SINGLE_SOURCE = "single_source"
