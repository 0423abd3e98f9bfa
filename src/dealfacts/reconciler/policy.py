"""What kind of question each attribute asks: one answer, several side by side, or none at all.

One table that can be argued about. An attribute that stands in no row asks for one answer.
"""

from __future__ import annotations

from enum import Enum

from dealfacts.model.vocabulary import Basis


class Answers(Enum):
    """How many values an attribute can have at one time."""

    ONE = "one"
    # Usually one, but an article that itself gives two means two things (two loans, two stakes).
    OFTEN_ONE = "often one"
    # A list by nature: values are grouped, and only the same entry in other words can differ.
    LIST = "list"
    # No question at all: never compared.
    NONE = "none"


ANSWERS = {
    "acquirer": Answers.LIST,
    "target": Answers.LIST,
    "seller": Answers.LIST,
    # "merger" and "acquisition" are two words for one deal as often as not
    "deal_type": Answers.LIST,
    "quote": Answers.LIST,
    "unit_name": Answers.LIST,
    "person_role": Answers.LIST,
    "debt": Answers.OFTEN_ONE,
    "spending": Answers.OFTEN_ONE,
    "stake": Answers.OFTEN_ONE,
    "share_price": Answers.OFTEN_ONE,
    "premium": Answers.OFTEN_ONE,
    "break_fee": Answers.OFTEN_ONE,
    "prior_offer": Answers.OFTEN_ONE,
    "prior_valuation": Answers.OFTEN_ONE,
    "headcount": Answers.OFTEN_ONE,
    "revenue": Answers.OFTEN_ONE,
    "profit": Answers.OFTEN_ONE,
    "exchange_ratio": Answers.OFTEN_ONE,
    "valuation_multiple": Answers.OFTEN_ONE,
    "release_date": Answers.OFTEN_ONE,
    "announcement_date": Answers.OFTEN_ONE,
    "closing_date": Answers.OFTEN_ONE,
    "age": Answers.OFTEN_ONE,
    "other_amount": Answers.NONE,
    "other_percent": Answers.NONE,
}

# A part against the whole is no conflict, so a part is an item of its own.
PARTS = {
    Basis.CASH_PART: "cash part",
    Basis.STOCK_PART: "stock part",
    Basis.EARN_OUT: "earn-out",
}
# Parts of a deal, whatever its article calls the two sides; instalments may be many.
INSTALMENT = "instalment"
PARTS_OF_DEAL = frozenset(
    {
        "placement",
        "equity part",
        "open offer",
        "new shares",
        "existing shares",
        "net of cash",
        "funding",
        "first bid",
        "raised bid",
        "first phase",
        INSTALMENT,
    }
)
# Bases that change what a sum means; cash and stock only say how it is paid.
TELLING = frozenset(
    {
        Basis.EQUITY,
        Basis.INCLUDING_DEBT,
        Basis.ENTERPRISE,
        Basis.PRE_MONEY,
        Basis.POST_MONEY,
        Basis.CASH,
        Basis.STOCK,
        Basis.VOTING,
        Basis.NON_VOTING,
    }
)
# Two words for one basis.
SAME_BASIS = {Basis.ENTERPRISE: Basis.INCLUDING_DEBT}


def answers(attribute: str) -> Answers:
    """How many values an attribute can have at one time."""
    return ANSWERS.get(attribute, Answers.ONE)


def basis(stated: Basis) -> Basis | None:
    """The basis as far as it tells two sums apart, else None."""
    found = SAME_BASIS.get(stated, stated)
    return found if found in TELLING else None
