from __future__ import annotations

from typing import TYPE_CHECKING

from dealfacts.extractor import extent

if TYPE_CHECKING:
    from collections.abc import Callable

    from dealfacts.extractor.story import Story


def test_a_purchase_of_a_stake_is_not_that_of_the_whole(story: Callable[..., Story]) -> None:
    whole = story("Marlow Foods will acquire Tarn Foods for $3 billion, it said on Monday.")
    part = story("Marlow Foods will buy a 49% stake in Tarn Foods for $3 billion, it said.")
    funding = story("Tarn Foods raised $40 million in a Series B round led by Ridge Capital.")
    assert extent.is_whole_purchase(whole)
    assert extent.is_part_purchase(part)
    assert not extent.is_whole_purchase(part)
    assert not extent.is_whole_purchase(funding)
