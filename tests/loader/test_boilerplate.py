"""What is page furniture and what is article. Invented names throughout."""

from __future__ import annotations

from time import process_time

import pytest

from dealfacts.loader.sentences import split
from dealfacts.model.text import Part

BODY = (
    "Acme Holdings said on Monday that it has agreed to buy the whole of Widget for $3 billion in "
    "cash, which is the largest purchase in its long history.\n\n"
    "The companies expect to close the transaction by the end of May, provided that regulators in "
    "the United States and in Europe have no objection to it.\n\n"
    "Widget makes widgets in three plants and sells them in ninety countries, and its chief "
    "executive will remain in her post for two years after the sale.\n\n"
)
FURNITURE = [
    "See also\u00a0 What Acme Plans for Its Rivals",
    "See also: Market report | Weather | Opinion",
    "Read more: Inflation falls for the third month",
    "Also Read: Ten stocks to hold",
    "READ ALSO – What a merger means for you",
    "Related: Who else wants Widget",
    "➡ Read next: The end of widgets",
    "Up Next: Don't Miss   |   Advertisement. Scroll to continue reading.",
    "Share   Facebook Twitter LinkedIn WhatsApp",
    "Share this:  X  |  Facebook  |  More",
    "Email this   |   Share: linkedin   |   Share: twitter",
    "If You Like What You Are Seeing😍Share This With Your Friends🥰 ⬇️",
    "Welcome to Example Wire   |   Register today and enjoy 30 days of unlimited content.",
    "12 Comments",
    "Leave a Comment",
    "Write a comment (your email stays private)",
    "Sign up for our free newsletter",
    "Example Daily newsletter: sign up here for insights delivered to your inbox",
    "For all the latest business news, download the Example App",
    "Log in for newsletters, stock tracking and other benefits",
    "Subscribe now to unlock this article",
    "Follow Example News on Twitter and Facebook.",
    "We use cookies to give you the best experience. Read our privacy policy.",
    "Advertisement",
    "Tags: acme, widget, mergers",
    "Filed under: Business",
    "© 2024 Example News. All rights reserved.",
    "Copyright Example News/Sample Wire",
    "[Copyright: the news agency]",
    "(More to come)",
    "Disclaimer: this page is provided for information only.",
    "The author owns none of the stocks named here.",
    "More in WORLD | ECONOMY | SPORTS",
    "More Technology News   See more Technology News",
    "Home » Markets » Technology",
    "Home / Companies / News",
    "Click here to read more",
    "By Jane Example",
    "By JANE EXAMPLE, Business Reporter",
    "By our correspondent, Example Times (May 4, 2024)",
    "Posted by our markets desk | May 3, 2024 | Business",
    "Web Desk",
    "May 3, 2024 / 07:41 PM IST",
    "Updated May 3, 2024, 5:23 PM IST",
    "03.05.2024 | 06:17",
    "Staff photo",
    "Image: Example Stock Images",
    "{{^noAds}} {{/noAds}}",
    "<!-- slot 3 -->",
    "发表回复",
    "Подписаться на новости",
    "5 min read",
    "loading...",
    "(Reporting by Jane Example in Sample; Editing by John Sample)",
    "Our Standards: The Example Principles.",
    "About the author",
    "* * *",
    "(c) Example Post",
    "![a sign on a wall](https://example.org/sign.png)",
    "Skip to content",
    "Share on Facebook",
]
CONTENT = [
    "“Stay tuned,” said Jane Example, who bought a $3 billion stake.",
    "Jane Example, founder and CEO of Widget | Photo Credit: Sample",
    "A worker checks gauges at a Widget plant (AP)",
    "A Widget sign on a wall. Picture: Sample",
    "Bengaluru: Jane Example and John Sample shake hands on Wednesday. (Source: Sample Photo)",
    "• Founders: Jane Example, John Sample",
    "- Industry: Banking",
    "Revenue | $2 billion | 2024",
    "Founded: 2016",
    "+44.90 (+0.60%)",
    "SAN FRANCISCO, June 12 (Newswire) - Acme said it would buy Widget.",
    "($1 = Rs 76.39)",
    "Editor's note: an earlier version gave the price as $2 billion.",
    "About Acme: Acme invests in technology, sports and media.",
    "Why it matters: The industry has no maker more prolific than Widget.",
    "More than 300 jobs go as Acme buys Widget",
    "By the end of May Acme will own Widget",
    "By buying Widget, Acme becomes the largest maker",
    "Share buyback of Acme to reach $3 billion",
    "Follow-on offer by Acme fails",
    "Acme's newsletter arm Widget is sold for $30 million",
    "Next year Acme expects revenue of $2 billion",
    "Comment from Acme was not available.",
    "Exclusive: Acme in talks to buy Widget for $3 billion",
    "The design inside the box was by Widget.",
    "She did not want to sign up for that, Example said.",
    "Published on Tuesday, the report says that Acme is worth $3 billion.",
    "Users can download the app of Widget in 30 countries.",
    "Widget was started in 2012 by Jane Example, a pioneer of design inside a web browser.",
    "Read this way, the deal values Widget at $3 billion.",
    "Sponsored by Acme Capital, the fund raised $300 million.",
    "Considerable premium",
    "(c) the price of $3 billion is paid in cash.",
    "(c) the price is paid in cash, and the debt is taken over.",
    "Reporting by Example News showed that Acme had paid $3 billion.",
    "Outlook",
]


def parts(line: str, at: str) -> set[Part]:
    top, inner, foot = BODY, BODY, BODY
    text = {
        "top": f"Acme to buy Widget for $3 billion\n\n{line}\n\n{top}",
        "middle": f"Acme to buy Widget for $3 billion\n\n{BODY}{line}\n\n{inner}{BODY}{BODY}{BODY}",
        "foot": f"Acme to buy Widget for $3 billion\n\n{foot}{line}\n",
    }[at]
    start = text.index(line)
    return {one.part for one in split(text) if one.start < start + len(line) and one.end > start}


@pytest.mark.parametrize("at", ["top", "middle", "foot"])
@pytest.mark.parametrize("line", CONTENT)
def test_content_stays(line: str, at: str) -> None:
    assert Part.BOILERPLATE not in parts(line, at)


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_left_out(line: str) -> None:
    assert parts(line, "top") == {Part.BOILERPLATE}
    assert parts(line, "foot") == {Part.BOILERPLATE}


def test_a_link_inside_a_paragraph_is_left_out_alone() -> None:
    text = "Acme bought Widget for $3 billion. Read More: Gold price today, June 25"
    assert [one.part for one in split(text)] == [Part.BODY, Part.BOILERPLATE]
    text = "Acme will grow. You can explore more about Acme on their official website."
    assert [one.part for one in split(text)] == [Part.BODY, Part.BOILERPLATE]


def test_label_above_the_title() -> None:
    for label in ("Economy", "ELDERS", "North Example", "TECH MATTERS", "UAE | GOVERNMENT"):
        found = split(f"{label}\n\nAcme to buy Widget for $3 billion\n\n{BODY}")
        assert [one.part for one in found[:2]] == [Part.BOILERPLATE, Part.TITLE], label


def test_a_name_printed_twice_and_the_note_below_it() -> None:
    note = "Jane Example is a marketing enthusiast with a decade of experience. She loves it."
    text = f"Acme to buy Widget\n\n{BODY}Jane Example\nJane Example\n\n{note}\n"
    found = {text[one.start : one.end]: one.part for one in split(text)}
    assert found["Jane Example"] is Part.BOILERPLATE
    assert found[note] is Part.BOILERPLATE


@pytest.mark.usefixtures("aside")
def test_many_names_printed_twice_take_linear_time() -> None:
    """Every line was once held against every such name: eight times the text took 64 times."""

    def cost(count: int) -> float:
        syllables = ("ba", "ko", "li", "mu", "ne", "sa", "ti", "vo")
        lines: list[str] = []
        for number in range(count):
            word = "".join(syllables[number // place % 8] for place in (512, 64, 8, 1))
            name = f"Jane {word.capitalize()}"
            lines += (name, name, "And more of it")
        text = "\n".join(lines)
        begin = process_time()
        found = split(text)
        spent = process_time() - begin
        assert [one.part for one in found[4:6]] == [Part.BOILERPLATE, Part.HEADING]
        return spent

    cost(250)
    assert cost(2000) < 16 * min(cost(250) for _ in range(3)) + 0.02


@pytest.mark.parametrize(
    ("note", "part"),
    [
        ("Jane Example is a senior reporter who covers deals. She loves widgets.", "boilerplate"),
        ("Jane van Sample is a freelance writer based in Example.", "boilerplate"),
        ("Jane Example is a former editor who founded Widget.", "body"),
        ("Jane Example is an author based in Example who sold Widget for $30 million.", "body"),
        ("Jane Example is the chief executive of Widget.", "body"),
        ("It is a reporter's job to cover deals.", "body"),
    ],
)
def test_author_notes_at_the_foot(note: str, part: str) -> None:
    text = f"Acme to buy Widget\n\n{BODY}{note}\n"
    assert split(text)[-1].part == part


def test_readers_comments_end_the_article() -> None:
    text = (
        f"Acme to buy Widget\n\n{BODY}{BODY}Comments (2)\n\nSam: I would pay $9 billion.\n\nNo.\n"
    )
    found = {text[one.start : one.end]: one.part for one in split(text)}
    assert found["Sam: I would pay $9 billion."] is Part.BOILERPLATE
    assert found["No."] is Part.BOILERPLATE


def test_links_under_their_heading() -> None:
    text = (
        f"Acme to buy Widget\n\n{BODY}Related stories\n\nSample ordered to pay $8 million\n"
        f"• Other Widgets Sold for $9 Million\n\n{BODY}"
    )
    found = {text[one.start : one.end]: one.part for one in split(text)}
    assert found["Sample ordered to pay $8 million"] is Part.BOILERPLATE
    assert found["• Other Widgets Sold for $9 Million"] is Part.BOILERPLATE
    assert Part.BODY in found.values()


def test_headlines_at_the_foot() -> None:
    links = (
        "Sample Ordered to Pay $8 Million in Lawsuit\nExample Looks at Chip Production in Sample"
    )
    text = f"Acme to buy Widget\n\n{BODY}{links}\nShare\n"
    assert [one.part for one in split(text)[-3:]] == [Part.BOILERPLATE] * 3
    one = f"Acme to buy Widget\n\n{BODY}Widget's $29 Billion Valuation Breakdown\n"
    assert split(one)[-1].part is Part.HEADING


def test_a_long_line_in_another_script_is_a_stray() -> None:
    text = f"Acme to buy Widget\n\n{BODY}{'发表回复 ' * 40}\n"
    assert split(text)[-1].part is Part.BOILERPLATE
    names = f"Acme to buy Widget\n\n{BODY}Das Geschäft der Münchner Müller Straße\n"
    assert split(names)[-1].part is Part.HEADING
