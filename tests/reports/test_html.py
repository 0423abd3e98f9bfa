from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from dealfacts.model.quantity import Quantity
from dealfacts.model.values import Count, Money, Multiple, Percent, Text
from dealfacts.model.vocabulary import Hedge
from dealfacts.reports import RenderOptions, html
from dealfacts.reports._html.plot import plot
from dealfacts.reports._html.views import Camp

if TYPE_CHECKING:
    from dealfacts.model.claims import Claim
    from dealfacts.model.report import Report
    from dealfacts.model.values import Value

VOID = {"meta", "br", "input", "link", "hr", "img"}


class Page(HTMLParser):
    """A strict reading: every element is closed where it was opened, and ids are unique."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {}
        self.feed(text)
        self.close()
        assert self.open == []
        ids = [at["id"] for _, at in self.tags if "id" in at]
        assert len(set(ids)) == len(ids)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in self.open[-1:]:
            self.inside.setdefault(tag, []).append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def page(report: Report, texts: dict[str, str]) -> Page:
    return Page(html.render(report, RenderOptions(texts=texts)))


def test_the_policy_lets_nothing_in_but_this_style_and_this_script(page: Page) -> None:
    policy = page.named("meta")[1]["content"]
    style, script = page.inside["style"][0], page.inside["script"][1]

    def allowed(code: str) -> str:
        return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()

    assert policy == (
        f"default-src 'none'; style-src 'sha256-{allowed(style)}'; "
        f"script-src 'sha256-{allowed(script)}'; base-uri 'none'; form-action 'none'"
    )


def test_nothing_is_fetched_and_nothing_inline_escapes_the_policy(page: Page) -> None:
    for tag, attributes in page.tags:
        assert not {"src", "srcset", "style", "onclick", "onload"} & set(attributes), tag
        assert tag not in {"img", "link", "iframe", "object", "embed", "base"}
        link = attributes.get("href")
        assert link is None or link.startswith("#")


def test_every_link_leads_somewhere(page: Page) -> None:
    ids = {attributes.get("id") for _, attributes in page.tags}

    for link in page.named("a"):
        assert str(link["href"]).removeprefix("#") in ids


def test_hostile_text_adds_no_element(
    report: Report, options: RenderOptions, hostile: tuple[Report, RenderOptions]
) -> None:
    # The same report without poison, but with as many notes, reasons and speakers.
    shown = Page(html.render(*hostile))

    tags = {tag for tag, _ in shown.tags}
    assert tags <= {tag for tag, _ in Page(html.render(report, options)).tags}
    assert len(shown.named("script")) == 2
    assert len(shown.named("style")) == 1
    assert "owned" not in "".join(shown.inside["script"][1:])


def test_the_data_block_cannot_end_its_element(hostile: tuple[Report, RenderOptions]) -> None:
    block = Page(html.render(*hostile)).inside["script"][0]

    assert not set(block) & set("<>&")
    pieces = [piece for source in json.loads(block)["sources"] for piece in source["pieces"]]
    assert any("<script>document.title='owned'</script>" in piece for piece in pieces)


def test_the_pieces_of_a_claim_are_its_words(page: Page, report: Report) -> None:
    content = json.loads(page.inside["script"][0])

    assert len(content["claims"]) == len(report.claims)
    for claim, told in zip(report.claims, content["claims"], strict=True):
        pieces = content["sources"][told["source"]]["pieces"]
        assert "".join(pieces[slice(*told["at"])]) == claim.evidence.quote
        assert claim.evidence.quote in "".join(pieces[slice(*told["in"])])


def test_characters_beyond_the_first_plane_move_no_mark(report: Report) -> None:
    claim = report.claims[0]
    text = "\U0001f91d\U0001f91d " + "x" * claim.evidence.start
    text = text[: claim.evidence.start] + claim.evidence.quote + " after"
    only = report.model_copy(update={"claims": (claim,)})

    shown = Page(html.render(only, RenderOptions(texts={claim.source: text})))

    content = json.loads(shown.inside["script"][0])
    pieces = content["sources"][0]["pieces"]
    assert "".join(pieces[slice(*content["claims"][0]["at"])]) == claim.evidence.quote


def test_without_its_text_a_source_cannot_be_opened(report: Report) -> None:
    shown = Page(html.render(report, RenderOptions()))

    opening = {"data-read", "data-claim", "data-pair"}
    assert not [each for each in shown.named("button") if opening & each.keys()]
    assert "The texts of the articles are not in this report" in "".join(shown.inside["p"])
    assert "--articles\xa0PATH" in shown.inside["code"]
    assert not [each for each in shown.named("button") if each.get("id") == "browse"]
    content = json.loads(shown.inside["script"][0])
    assert all(source["pieces"] == [] for source in content["sources"])
    assert all("at" not in claim for claim in content["claims"])


def test_a_source_whose_text_is_missing_among_others_is_told(
    report: Report, texts: dict[str, str]
) -> None:
    some = {name: text for name, text in texts.items() if name != report.sources[0].id}
    shown = Page(html.render(report, RenderOptions(texts=some)))
    numbers = {claim.id: number for number, claim in enumerate(report.claims)}
    closed = {numbers[c.id] for c in report.claims if c.source == report.sources[0].id}

    assert "Of 1 sources only the claims were given" in "".join(shown.inside["p"])
    opened = {int(str(at["data-claim"])) for at in shown.named("button") if "data-claim" in at}
    assert opened
    assert not opened & closed


def test_the_matrix_shows_every_camp_that_a_source_stands_in(
    report: Report, texts: dict[str, str]
) -> None:
    fact = next(fact for fact in report.facts if len(fact.camps) > 1)
    one, other = fact.camps[:2]
    own = next(claim for claim in report.claims if claim.id == one.claims[0])
    second = own.model_copy(update={"id": "c-2"})
    here = (*other.sources, own.source)
    both = other.model_copy(update={"claims": (*other.claims, "c-2"), "sources": here})
    twice = fact.model_copy(update={"camps": (one, both)})
    report = report.model_copy(update={"claims": (*report.claims, second)})
    shown = html.render(report.model_copy(update={"facts": (twice,)}), RenderOptions(texts=texts))

    assert re.search(r'aria-label="AB, Ledger: [^"]+ and [^"]+">AB</button>', shown)
    # One figure in both, which rounds to either, takes no side.
    coarse = other.model_copy(update={"claims": (*other.claims, own.id), "sources": here})
    alone = one.model_copy(update={"claims": (own.id,)})
    rounded = fact.model_copy(update={"camps": (alone, coarse)})
    shown = html.render(report.model_copy(update={"facts": (rounded,)}), RenderOptions(texts=texts))
    assert 'aria-label="Ledger: $2.4 billion">~</button>' in shown


def test_who_tells_an_earlier_stage_does_not_back_the_last_one(
    report: Report, texts: dict[str, str]
) -> None:
    fact = next(fact for fact in report.facts if fact.attribute == "revenue")
    (camp,) = fact.camps
    ledger = camp.model_copy(update={"sources": camp.sources[:1]})
    staged = fact.model_copy(update={"camps": (ledger,)})
    shown = html.render(report.model_copy(update={"facts": (staged,)}), RenderOptions(texts=texts))
    row = shown.partition(f'id="{fact.id}"')[2].partition("</table>")[0]

    assert "1 article / " in row
    assert "told as " in row
    assert 'class="cell camp-loose"' in shown


def test_a_text_that_ends_before_the_words_marks_nothing(report: Report) -> None:
    shown = Page(html.render(report, RenderOptions(texts={"01-ledger.txt": "short"})))

    claims = json.loads(shown.inside["script"][0])["claims"]
    assert all("at" not in claim for claim in claims)


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://example.org/a", True), ("javascript:alert(1)", False), ("data:text/html,x", False)],
)
def test_only_addresses_of_the_web_become_links(report: Report, url: str, *, linked: bool) -> None:
    source = report.sources[0].model_copy(update={"url": url})
    shown = Page(
        html.render(
            report.model_copy(update={"sources": (source, *report.sources[1:])}), RenderOptions()
        )
    )

    assert (url in [link["href"] for link in shown.named("a")]) is linked


def test_filters_know_severity_attribute_sources_and_origins(page: Page, report: Report) -> None:
    entries = [at for _, at in page.tags if str(at.get("class", "")).startswith("finding")]

    first = entries[0]
    assert (first["data-severity"], first["data-attribute"]) == ("error", "deal_amount")
    assert first["data-sources"] == "0 1 2"
    assert first["data-origins"] == "0 1"
    rows = [at for _, at in page.tags if str(at.get("class", "")).startswith("row")]
    assert len(rows) == len(report.facts)


def test_a_disputed_quantity_has_a_plot_told_in_words(page: Page) -> None:
    drawings = [at for at in page.named("svg") if at.get("role") == "img"]

    assert len(drawings) == 1
    assert drawings[0]["aria-label"] == (
        "What each side can mean, in billion USD. A: $2.4 billion; B: $2.6 billion"
    )


CAMP = Camp(0, "x", None, "", (), None)


def with_value(claim: Claim, value: Value, hedge: Hedge = Hedge.NONE) -> Claim:
    return claim.model_copy(update={"value": value, "hedge": hedge, "cue": None})


def money(amount: str, currency: str = "USD") -> Money:
    return Money(currency=currency, low=amount, high=amount)


@pytest.mark.parametrize(
    ("one", "other", "unit"),
    [
        (money("2400000000"), money("2600000000"), "billion USD"),
        (money("24000"), money("2600000"), "thousand USD"),
        (Percent(low=49, high=49, granule=1), Percent(low=51, high=51, granule=1), "percent"),
        (Multiple(low=2, high=2), Multiple(low=3, high=3), "times"),
        (
            Count(low=1240, high=1240, unit="employees"),
            Count(low=900, high=900, unit="employees"),
            "thousand employees",
        ),
    ],
)
def test_an_axis_names_its_unit_and_holds_every_bar(
    report: Report, one: Value, other: Value, unit: str
) -> None:
    claim = report.claims[0]

    drawn = plot([(CAMP, with_value(claim, one)), (CAMP, with_value(claim, other, Hedge.ABOVE))])

    assert drawn is not None
    assert drawn.unit == unit
    assert 2 <= len(drawn.ticks) <= 9
    for bar in drawn.bars:
        for start, width in (bar.typical, bar.strict):
            assert 0 <= float(start) <= float(start) + float(width) <= 100
    assert [bar.is_open for bar in drawn.bars] == [False, True]
    first, second = (float(bar.point or "nan") for bar in drawn.bars)
    assert (first < second) is (Quantity.of(one, Hedge.NONE).low < other.low)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (money("1"), money("2", "EUR")),
        (money("1"), Percent(low=1, high=1)),
        (Text(text="a"), Text(text="b")),
    ],
)
def test_what_has_no_common_axis_is_not_drawn(report: Report, one: Value, other: Value) -> None:
    claim = report.claims[0]

    assert plot([(CAMP, with_value(claim, one)), (CAMP, with_value(claim, other))]) is None


def test_equal_figures_still_have_an_axis(report: Report) -> None:
    claim = with_value(report.claims[0], Money(currency="USD", low=0, high=0, granule=0))

    assert plot([(CAMP, claim), (CAMP, claim)]) is not None


def test_a_long_way_apart_is_drawn_in_powers(report: Report) -> None:
    claim = report.claims[0]

    drawn = plot([(CAMP, with_value(claim, money("1000000"))),
                  (CAMP, with_value(claim, money("9000000000")))])  # fmt: skip

    assert drawn is not None
    numbers = [float(tick.text) for tick in drawn.ticks]
    assert all(later / former == pytest.approx(10) for former, later in pairwise(numbers))


def test_each_value_of_a_difference_opens_its_claim(page: Page, report: Report) -> None:
    opened = {int(str(at["data-claim"])) for at in page.named("button") if "data-claim" in at}

    numbers = {claim.id: number for number, claim in enumerate(report.claims)}
    first = {numbers[camp.claims[0]] for fact in report.facts for camp in fact.camps}
    assert first <= opened
    assert re.search(r"\d+ differences? in 4 articles", "".join(page.inside["h1"]))


def test_more_sides_than_letters_are_numbered(report: Report) -> None:
    fact = next(fact for fact in report.facts if len(fact.camps) > 1)
    many = fact.model_copy(update={"camps": fact.camps * 20})

    shown = html.render(report.model_copy(update={"facts": (many,)}), RenderOptions())

    assert "Camp Z</th>" in shown
    assert "Camp 27</th>" in shown
    assert "camp-5" in shown


def test_what_was_decided_on_is_listed_apart(decided: Report, texts: dict[str, str]) -> None:
    shown = html.render(decided, RenderOptions(texts=texts))

    assert "<h1>2 differences in 1 new article</h1>" in shown
    assert "1 new of 4 articles." in shown
    listed = shown.partition("<h3>Decided before</h3>")[2].partition("</section>")[0]
    assert "accepted by Jo &lt;jo@example.org&gt; (checked | with the filing)" in listed
    assert 'data-rule="VAL001"' not in shown
    assert '<span class="badge">decided</span>' in shown
