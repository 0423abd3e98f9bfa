"""What people have judged before: misread claims, two people of like names, two deals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dealfacts import pipeline
from dealfacts.model.judged import Named, Passage
from dealfacts.reconciler.judged import apart_today, misread_today
from dealfacts.reconciler.origins import SourceText, fingerprint
from dealfacts.reconciler.settings import DEFAULT

if TYPE_CHECKING:
    from pathlib import Path

LEDGER = "Northwind Group agreed to buy Acme Robotics for $2.4 billion in cash, it said.\n"
GAZETTE = "Northwind Group will acquire Acme Robotics for $2.9 billion, Northwind said.\n"
THIRD = """Robots change hands

The board of Acme Robotics has said yes. Northwind Group pays $2.9 billion to acquire Acme Robotics.
"""
BOSS = "“It is a fine day,” said Jon Carver, chief executive of Acme Robotics.\n"
WRONG = "“It is a fine day,” said Jon Carwer, a spokesman for Acme Robotics.\n"
ANALYST = "“It is dear,” said Ann Marlow, an analyst at Barrow Bank.\n"
OTHER = "“It is cheap,” said Ann Merriman, an analyst at Barrow Bank.\n"


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    (tmp_path / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    (tmp_path / "ledger.txt").write_text(LEDGER, encoding="utf-8")
    return tmp_path


def test_a_misread_claim_takes_part_in_nothing_and_is_listed(drop: Path) -> None:
    before = pipeline.run([str(drop)]).report
    (odd,) = [
        c for c in before.claims if c.attribute == "deal_amount" and c.source == "gazette.txt"
    ]

    after = pipeline.run([str(drop)], chosen=DEFAULT._replace(misread=frozenset({odd.id}))).report

    assert [f.rule for f in before.findings] == ["VAL001"]
    assert after.findings == ()
    assert {c.id for c in after.claims} == {c.id for c in before.claims}
    assert [(n.claim, n.reason) for n in after.not_compared if n.claim == odd.id] == [
        (odd.id, "it was judged to be misread")
    ]
    assert not any(odd.id in camp.claims for fact in after.facts for camp in fact.camps)


def test_two_people_of_like_names_are_told_apart(drop: Path) -> None:
    (drop / "ledger.txt").write_text(LEDGER + BOSS, encoding="utf-8")
    (drop / "gazette.txt").write_text(GAZETTE + WRONG, encoding="utf-8")
    pair = frozenset({"Jon Carver", "Jon Carwer"})

    before = pipeline.run([str(drop)]).report
    after = pipeline.run([str(drop)], chosen=DEFAULT._replace(two_people=frozenset({pair}))).report

    assert "NAM001" in {f.rule for f in before.findings}
    assert "NAM001" not in {f.rule for f in after.findings}
    roles = {fact.subject.split(":")[0] for fact in after.facts if fact.attribute == "person_role"}
    assert roles == {"Jon Carver", "Jon Carwer"}


def test_two_names_in_one_post_may_be_two_people(drop: Path) -> None:
    (drop / "ledger.txt").write_text(LEDGER + ANALYST, encoding="utf-8")
    (drop / "gazette.txt").write_text(GAZETTE + OTHER, encoding="utf-8")
    pair = frozenset({"Ann Marlow", "Ann Merriman"})

    before = pipeline.run([str(drop)]).report
    after = pipeline.run([str(drop)], chosen=DEFAULT._replace(two_people=frozenset({pair}))).report

    assert "NAM002" in {f.rule for f in before.findings}
    assert "NAM002" not in {f.rule for f in after.findings}


def test_two_deals_of_the_same_parties_are_taken_apart(drop: Path) -> None:
    (drop / "third.txt").write_text(THIRD, encoding="utf-8")
    pairs = frozenset(
        frozenset({Named("ledger.txt"), Named(other)}) for other in ("gazette.txt", "third.txt")
    )

    before = pipeline.run([str(drop)]).report
    after = pipeline.run([str(drop)], chosen=DEFAULT._replace(two_deals=pairs)).report

    assert [f.rule for f in before.findings] == ["VAL001"]
    assert after.findings == ()
    assert sorted(deal.sources for deal in after.deals) == [
        ("gazette.txt", "third.txt"),
        ("ledger.txt",),
    ]
    assert len({deal.id for deal in after.deals}) == 2


def test_only_what_was_judged_is_taken_apart(drop: Path) -> None:
    (drop / "third.txt").write_text(THIRD, encoding="utf-8")
    pairs = frozenset({frozenset({Named("ledger.txt"), Named("gazette.txt")})})

    after = pipeline.run([str(drop)], chosen=DEFAULT._replace(two_deals=pairs)).report
    elsewhere = DEFAULT._replace(
        two_deals=frozenset({frozenset({Named("x.txt"), Named("ledger.txt")})})
    )

    assert sum("third.txt" in deal.sources for deal in after.deals) == 1
    assert len(after.deals) == 2
    assert pipeline.run([str(drop)], chosen=elsewhere).report == pipeline.run([str(drop)]).report


def passage(text: str, start: int = 0, attribute: str = "stake") -> Passage:
    return Passage(text=text, attribute=attribute, start=start, end=start + 5)


def test_a_misread_claim_is_known_by_its_words_under_any_file_name(claim, make_percent) -> None:
    def said(source, start=7, attribute="stake"):
        made = claim(source, attribute, make_percent("40"))
        where = made.evidence.model_copy(update={"start": start, "end": start + 5})
        return made.model_copy(update={"evidence": where})

    sources = [unread("a", "one text"), unread("b", "one text"), unread("c", "another text")]
    digest = sources[0].digest
    claims = [said("a"), said("b"), said("c"), said("a", 8), said("a", 7, "premium"), said("d")]
    known = frozenset({passage(digest, 7)})

    found = misread_today(claims, sources, frozenset({"c-known"}), known)

    assert found == {"c-known", claims[0].id, claims[1].id}
    assert misread_today(claims, sources, frozenset({"c-known"}), frozenset()) == {"c-known"}
    # A judgement without words speaks of no text.
    assert misread_today(claims, sources, frozenset(), frozenset({passage("", 7)})) == frozenset()


def unread(name: str, text: str) -> SourceText:
    return SourceText(name, name, name, None, None, None, None, fingerprint(text))


def test_articles_of_two_deals_are_known_by_their_words() -> None:
    sources = [unread("a", "one text"), unread("b", "one text"), unread("c", "another text")]
    one, other = Named("old-1", sources[0].digest), Named("old-2", sources[2].digest)

    found = apart_today(frozenset({frozenset({one, other})}), sources)

    assert found == {frozenset("ac"), frozenset("bc")}
    by_id = frozenset({frozenset({Named("a"), Named("c")})})
    assert apart_today(by_id, sources) == {frozenset("ac")}
    edited = frozenset({frozenset({Named("a", "gone"), other})})
    assert apart_today(edited, sources) == {frozenset("ac")}
    # Two copies of one text are not two deals.
    twins = frozenset({frozenset({Named("a", sources[0].digest), Named("b")})})
    assert apart_today(twins, sources) == {frozenset("ab")}
    assert apart_today(frozenset(), sources) == frozenset()
