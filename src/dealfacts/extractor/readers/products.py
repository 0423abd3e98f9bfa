"""Names of what a company makes, shown by a model number: "Harrow 787 Skyliner".

Refuses to see a product where a year or a month stands in front of a name.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from dealfacts.lexicon import name_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dealfacts.extractor.readers.pieces import Piece

# "Harrow 787 ", "Harrow A350 “", "its new 787 "
MODEL = re.compile(
    r"(?P<maker>[A-Z][\w-]{1,20}|\bnew)[ ](?!19|20\d\d)[A-Z]{0,2}\d{2,4}[A-Z]?[ ][“\"`]*[ ]?$"
)
# What stands two places before a name behind a model.
ENDS_MODEL = frozenset(f'{string.digits}{string.ascii_uppercase} “"`')
REACH = 34


def without_products(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without the products, wherever the article names them."""
    near = [piece for piece in pieces if text[piece.start - 2 : piece.start - 1] in ENDS_MODEL]
    products = {piece.text for piece in near if _is_product(text, piece)}
    if not products:
        return list(pieces)
    return [
        p for p in pieces if p.text not in products and p.text.removesuffix("s") not in products
    ]


def _is_product(text: str, piece: Piece) -> bool:
    """Whether a maker and a model number stand right before a single word."""
    start = piece.start
    if len(piece.words) > 1 or text[start - 1 : start] not in {" ", "“", '"'}:
        return False
    if not any(map(str.isdigit, text[max(start - 5, 0) : start])):
        return False
    hit = MODEL.search(text, max(0, start - REACH), start)
    return hit is not None and not words.flags(hit["maker"]) & (words.MONTH | words.NEVER)
