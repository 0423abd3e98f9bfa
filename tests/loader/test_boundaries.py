"""Where sentences end. Invented texts; a bar marks each end that a reader would set."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealfacts.loader.boundaries import sentence_ranges

CASES = {
    "plain": "Acme bought Widget.| It paid cash.",
    "question and exclamation": "Why now?| Nobody knows!| Shares fell.",
    "stops in a row": "Really?!| Yes...| So they say.",
    "initials": "John F. Example runs it.| J. K. Sample does not.",
    "title before a name": "Mr. Example met Dr. Sample on Oct. 5 in St. Example.| They agreed.",
    "legal form inside": "Acme Inc. bought Widget Corp. for cash.| The deal closed.",
    "legal form at the end": "It was bought by Acme Inc.| The price was low.",
    "legal form before a name": "Acme Inc. Chief Executive Jane Example resigned.",
    "legal form in capitals": "It sold to ACME CORP.| It closed.",
    "legal form before a quotation": "It was Acme Inc.| “We won,” she said.",
    "legal form before a bracket": "Example Capital Group, L.P. (“Example”) paid.",
    "acronym inside": "The U.S. Government and the U.K. agreed.",
    "acronym at the end": "They live in the U.S.| However, they work abroad.",
    "time": "At 5 p.m. Acme announced it.| By 6 p.m. on Monday it was over.",
    "number": "It came in at No. 5 in the list.| See p. 12.",
    "number word at the end": "She said no.| He said yes.",
    "decimals": "It rose 14.3 percent to $9.25.| Volume was thin.",
    "broken figure": "It paid $9. 2 billion for Widget.| That is a lot.",
    "broken figure with percent": "It holds 4. 5% of Widget.",
    "year before a figure": "It was founded in 2016.| 35 people work there.",
    "approximate": "It raised approx. INR 575 crore.| It wants more.",
    "state": "Acme, of Example, Va., was sold.",
    "bracketed sentence": "He left (He had worked for 5 years as an engineer.) at last.",
    "quotation over two sentences": "“We won.| We did it,” she said.| “It is over.”| Shares rose.",
    "question handed to a speaker": "“Why not?” Jane Example asked.| Nobody answered.",
    "question before a new sentence": "“Why not?”| The company gave no answer.",
    "name with a mark": "She runs Wow! Inc. from home.| It grows.",
    "small letter after a mark": "She works at Wow! in the archive.",
    "spaced closing quote": "“ We won. ”| They did.",
    "spaced straight quote": 'He said "we won. "| They did.',
    "note behind a stop": "It was sold.[3]| It grew.",
    "emoji behind a stop": "It was sold.😊| It grew.",
    "run together": "It trains models in AI.|Acme said so.",
    "run together behind a small word": "They get 20 a share.|That is a premium.",
    "run together behind a year": "The two became one in 2020.|In 2019 they had not.",
    "run together behind a figure": "It grew by 5.5%.|The rest fell to $9.2.|It was low.",
    "run together before a quotation": "It was sold.|“We won,” she said.",
    "stop in place of a blank": "the Acme chief executive officer.Jane Example said so.",
    "internet names": "Example.com and Sample.Com Inc. and Node.Js stay whole.",
    "addresses": "Write to Jane.Doe@example.com or example.org/a.B today.",
    "initials run together": "U.S.Example and No.Sample stay whole.",
    "small capital names": "They made it.| iPods sold well.",
    "ellipsis inside": "It was . . . I mean, it is good.",
    "ellipsis and a stop": "That is all . . . .| Next came more.",
    "omission": "It compounds.| . . . The practice went on.",
    "left out in brackets": "“It [...] used it [...]” (Example 55).",
    "points in one character": "It ended…| Then it began.",
    "a long clause before a name": "It is in AI.| Example.Net is not.",
    "company mark at the end": "They closed it with Example & Co.| It was done.",
    "list marker": "1. Acme bought Widget.| It paid.",
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    got = [text[start:end].strip() for start, end in sentence_ranges(text, 0, len(text))]
    assert got == expected


@given(st.text(alphabet='aB1 .!?…"”’()[]$\n', max_size=80))
def test_sentences_cover_every_word_in_order(text: str) -> None:
    start = len(text) - len(text.lstrip())
    end = max(start, len(text.rstrip()))
    ranges = sentence_ranges(text, start, end)
    assert ranges[0][0] == start
    assert ranges[-1][1] == end
    for (_, one), (two, _) in pairwise(ranges):
        assert one <= two
        assert not text[one:two].strip()
