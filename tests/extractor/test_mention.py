from __future__ import annotations

import pytest

from dealfacts.extractor.draft import Draft
from dealfacts.extractor.mention import NO_HEDGE, HedgeCue, Mention, PersonName
from dealfacts.model.values import Percent
from dealfacts.model.vocabulary import Basis, Hedge, Modality


def test_a_mention_has_no_hedge_and_no_restatement_unless_told() -> None:
    mention = Mention(0, 3, Percent(low=49, high=49))
    assert mention.hedge is NO_HEDGE
    assert mention.restated is None
    assert HedgeCue() == NO_HEDGE
    assert (NO_HEDGE.hedge, NO_HEDGE.start, NO_HEDGE.end) == (Hedge.NONE, -1, -1)


def test_mentions_and_names_do_not_change() -> None:
    name = PersonName(0, 9, "Ada Quill")
    assert name.full
    with pytest.raises(AttributeError):
        name.core = "Ada"  # type: ignore[misc]


def test_a_draft_competes_and_is_plain_unless_told() -> None:
    draft = Draft("stake", "Marlow", 0, 3, Percent(low=49, high=49), 80)
    assert draft.is_exclusive
    assert (draft.basis, draft.modality) == (Basis.UNSPECIFIED, Modality.ACTUAL)
    assert draft.parties is draft.period is draft.speaker is draft.restated is None
