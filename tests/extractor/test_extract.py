"""Whatever the text: exact evidence, claims that survive JSON, no error, and linear time."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealfacts.extractor import extract as extracting
from dealfacts.extractor.draft import Draft
from dealfacts.extractor.extract import extract
from dealfacts.loader.sentences import split
from dealfacts.model.claims import Claim
from dealfacts.model.text import Article, Sentence
from dealfacts.model.values import Term

if TYPE_CHECKING:
    from collections.abc import Callable

LEAD = (
    "Marlow Foods agreed to buy Tarn Dairy for about $3.2 billion in cash, the companies said on "
    "Monday.\n\nThe deal values Tarn at €2.9 billion ($3.1 billion) and is expected to close in "
    "the third quarter of 2024. Tarn, founded in 1987 by Ada Quill, employs 4,200 people and had "
    "revenue of $910 million last year.\n\n“We are very glad to join Marlow,” said Ada Quill, "
    "chief executive of Tarn. Marlow will pay $41.50 a share, a premium of 32% to Friday's close."
)

FRAGMENTS = st.sampled_from([
    "Marlow Foods", "Tarn Dairy plc", "Ada Quill", "Mr Quill", "the company", "it", "its",
    "agreed to buy", "will acquire", "sold", "was founded in", "employs", "chief executive",
    "co-founder of", "will join", "led by", "the board of", "has raised", "in a Series B round",
    "$3.2 billion", "about $40 million", "€13bn ($15bn)", "£4", "Rs 251 crore", "$1.5-2 billion",
    "49%", "more than half", "a 12 per cent stake in", "4,200 people", "28-year-old", "twice",
    "2019", "on Monday", "in the third quarter", "May 3, 2024", "for", "at", "of", "to", "worth",
    "valued at", "revenue of", "in cash", "a share", "a premium of", "including debt", "said",
    "“We are very glad to do this,”", '"a very fine day for us"', "(", ")", ",", ";", "—", "’s",
    "and", "which", "who", "not", "up from", "İstanbul", "ﬁrm", "\u200b", "🏦", "\n", "\n\n- ", ".",
])  # fmt: skip
TEXTS = st.lists(FRAGMENTS, min_size=1, max_size=40).map(" ".join)


def article(text: str, published: date | None = date(2024, 5, 3)) -> Article:
    return Article(id="a", path="a", text=text, sentences=split(text), published=published)


def check(read: Article) -> tuple[Claim, ...]:
    claims = extract(read)
    for claim in claims:
        place = claim.evidence
        assert read.text[place.start : place.end] == place.quote != ""
        assert place.sentence.start <= place.start < place.sentence.end
        if claim.equivalent is not None:
            other = claim.equivalent.evidence
            assert read.text[other.start : other.end] == other.quote
        assert 0 <= claim.confidence <= 1
        assert claim.reasons
        assert claim.source == read.id
        dumped = claim.model_dump_json(by_alias=True)
        assert Claim.model_validate_json(dumped) == claim
    starts = [claim.evidence.start for claim in claims]
    assert starts == sorted(starts)
    assert len({claim.id for claim in claims}) == len(claims)
    return claims


def test_a_story_of_a_deal_is_read_in_one_piece() -> None:
    found = {(c.attribute, c.evidence.quote) for c in check(article(LEAD))}
    assert {
        ("deal_amount", "$3.2 billion"),
        ("headcount", "4,200 people"),
        ("founded", "1987"),
        ("revenue", "$910 million"),
        ("share_price", "$41.50"),
        ("premium", "32%"),
        ("quote", "We are very glad to join Marlow,"),
    } <= found


def test_a_restated_sum_is_an_equivalent_and_no_claim() -> None:
    (claim,) = [c for c in check(article(LEAD)) if c.evidence.quote == "€2.9 billion"]
    assert claim.equivalent is not None
    assert claim.equivalent.evidence.quote == "$3.1 billion"
    assert claim.equivalent.currency == "USD"


def test_extraction_is_a_function_of_the_article() -> None:
    assert extract(article(LEAD)) == extract(article(LEAD))


def test_equal_claims_of_one_sentence_have_ids_of_their_own() -> None:
    text = "Marlow Foods will buy Tarn Dairy for $4 billion, yes, for $4 billion."
    ids = [c.id for c in check(article(text)) if c.attribute == "deal_amount"]
    assert len(ids) == len(set(ids)) == 2


@pytest.mark.parametrize("text", ["", "\n", "No deal here.", "----", "\u200b", "x" * 5000])
def test_a_text_without_a_deal_has_no_claims(text: str) -> None:
    assert extract(article(text)) == ()


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_evidence_is_exact_and_claims_survive_json(text: str) -> None:
    check(article(text))


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.none() | st.just(date(2021, 1, 31)))
def test_one_sentence_or_an_article_without_date_never_fails(text: str, day: date | None) -> None:
    whole = Sentence(start=0, end=len(text))
    check(Article(id="a", path="a", text=text, sentences=(whole,), published=day))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_can_be_read(text: str) -> None:
    check(article(text))


def filled(unit: str) -> Callable[[int], str]:
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def names(size: int) -> str:
    """As many different persons as fit, in one sentence."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return ", ".join(
        f"Ada Qu{letters[n % 26]}{letters[n // 26 % 26]}{letters[n // 676 % 26]}n"
        for n in range(size // 12)
    )


HOSTILE = {
    "commas in a sum": lambda size: "$" + "1," * (size // 2),
    "holders in clauses": filled(
        "Acme Foods, in which Calder Bank holds 13% of which he keeps 2%, "
    ),
    "prices on exchanges": filled("a premium to the close of $9 on the Calder Exchange from $8 "),
    "ages of firms": filled("which is 45 years old, founded in 1990, it took on 90 staff, "),
    "capitals": filled("A"),
    "capital words": filled("Abc Def "),
    "quotes": filled('"'),
    "opened quotes": filled("“"),
    "quotations": filled('"we are very glad to say so," said Ada Quill '),
    "brackets": filled("("),
    "digits": filled("7"),
    "said": filled("said "),
    "of": filled("of "),
    "names": names,
    "commas": filled(", "),
    "sums": filled("$5 million for "),
    "purchases": filled("Marlow Inc bought Tarn Ltd for $5 million "),
    "announcements": filled("Marlow Inc agreed on Monday to buy Tarn Ltd for $5 million, "),
    "payments": filled("Marlow Inc has sunk $5 million into a plant for Tarn Ltd and "),
    "closings": filled("Marlow Inc said on Monday that the purchase of Tarn Ltd closed "),
    "briefings": filled("Marlow Inc told a briefing on Monday that Tarn Ltd "),
    "stakes": filled("a 20% stake in Marlow Inc, "),
    "years": filled("founded in 2012 , "),
    "chiefs": filled("CEO Ada Quill and "),
    "chains of titles": filled("CEO and "),
    "persons with titles": filled("Ada Quill, CEO of Marlow Inc, "),
    "ages": filled("Ada Quill, 28, "),
    "revenue": filled("Marlow had revenue of $5 million in 2021 , which fell, "),
    "boards": filled("Ada Quill joins the board of Marlow , "),
    "founders": filled("founded by Ada Quill and "),
    "releases": filled("launched Marlow One in 2021 "),
    "units": filled("Marlow's new AI lab “X1” lab "),
    "rounds": filled("a Series A round of $5 million led by Marlow Ventures "),
    "stages": filled("Marlow withdraws, the thing closed and was abandoned, "),
    "successors": filled("CEO Ada Quill of Marlow takes over from Ben Roe and Cy Poe of Tarn, "),
    "feasts": filled("on Boxing Day 2021 "),
    "staff of its own": filled("it said its staff of 500 employees and "),
    "our people": filled("We employ 500 people and "),
    "relatives": filled("which Marlow is buying, "),
    # One sentence in which each figure or name asked for all others.
    "hearsay": filled("reported €2m chief executive bid aged 28 "),
    "hearsay by name": filled("according to ( would to buy 5% Tarn Ltd "),
    "units in quotations": filled("revenue unit “; "),
    "pronouns without a name": filled("about shares he bid $3.5 billion (Ab: CD). "),
    "debts among names": lambda size: "".join(
        f"({name}) $3.5 billion debt “ and " for name in names(size // 3).split(", ")
    ),
}


@pytest.mark.usefixtures("aside")
@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text_on_one_hostile_line(name: str) -> None:
    """Eight times the text may take sixteen times as long; quadratic work would take 64.

    On a busy machine one measurement of three may be trusted: quadratic work fails them all.
    """
    spent = [0.0, 0.0]
    for _ in range(3):
        spent = _spent(name)
        if spent[1] <= max(16 * spent[0], 1.0):
            return
    pytest.fail(f"{spent[0]:.2f} s became {spent[1]:.2f} s")


def _spent(name: str) -> list[float]:
    """Seconds for a short and a long line, whose claims are where they say."""
    small, large = (HOSTILE[name](size) for size in (12_500, 100_000))
    spent = []
    for text in (small, large):
        whole = (Sentence(start=0, end=len(text)),)
        read = Article(id="a", path="a", text=text, sentences=whole, published=date(2024, 5, 3))
        begin = time.process_time()
        claims = extract(read)
        spent.append(time.process_time() - begin)
        for claim in claims[:: max(len(claims) // 50, 1)]:
            assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
    return spent


def draft(start: int, end: int, score: int, *, exclusive: bool = True, term: str = "x") -> Draft:
    return Draft(f"a{score}", "s", start, end, Term(term=term), score, is_exclusive=exclusive)


def winners(*drafts: Draft) -> list[tuple[int, int, int]]:
    won = extracting._winners([(each, "kind") for each in drafts])  # noqa: SLF001  the arbitration
    return [(each.start, each.end, each.score) for each, _ in won]


def test_the_best_of_rivals_wins_and_what_it_does_not_touch_stays() -> None:
    assert winners(draft(0, 5, 50), draft(3, 8, 70), draft(7, 9, 60)) == [(3, 8, 70)]
    assert winners(draft(0, 5, 70), draft(3, 8, 60), draft(7, 9, 50)) == [(0, 5, 70), (7, 9, 50)]
    assert winners(draft(5, 9, 50), draft(0, 5, 90)) == [(0, 5, 90), (5, 9, 50)]


def test_drafts_that_do_not_compete_all_stay_unless_they_say_the_same_twice() -> None:
    one = draft(0, 9, 50, exclusive=False)
    assert winners(one, draft(2, 4, 90)) == [(0, 9, 50), (2, 4, 90)]
    assert winners(one, draft(2, 4, 50, exclusive=False)) == [(0, 9, 50)]
    assert len(winners(one, draft(2, 4, 50, exclusive=False, term="y"))) == 2
    assert winners() == []


def test_an_attribute_of_no_kind_is_its_own_kind() -> None:
    assert extracting._kind_of("deal_amount") == "amount"  # noqa: SLF001  the lookup of echoes
    assert extracting._kind_of("weather") == "weather"  # noqa: SLF001  the lookup of echoes


MARKED = (
    "## Ostrava **Mills** to buy Tansy Foods\n\n"
    "[Ostrava Mills](https://example.com/o) [has agreed to](https://example.com/n) buy "
    "_Tansy Foods_ for about **$3.2 billion** in cash,[2] the companies said.\n\n"
    "“We are gl\u00adad,” said *Jane Roe*, chief executive of Tansy\u200b Foods.[3] "
    "It has 900 employees.\n"
)
UNMARKED = (
    "## Ostrava Mills to buy Tansy Foods\n\n"
    "Ostrava Mills has agreed to buy Tansy Foods "
    "for about $3.2 billion in cash, the companies said.\n\n"
    "“We are glad,” said Jane Roe, chief executive of Tansy Foods. It has 900 employees.\n"
)


def test_marks_in_a_text_change_no_claim(article: Callable[..., Article]) -> None:
    def told(text: str) -> list[tuple[str, str, str]]:
        found = extract(article(text))
        for claim in found:
            evidence = claim.evidence
            assert text[evidence.start : evidence.end] == evidence.quote
            assert evidence.sentence.start <= evidence.start < evidence.end <= evidence.sentence.end
        return [(claim.attribute, claim.subject, str(claim.value)) for claim in found]

    assert told(MARKED) == told(UNMARKED)
