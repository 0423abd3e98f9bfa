"""Dates: what is read, what it comes to, and what only looks like one.

The articles of these cases appeared on Wednesday, August 14, 2024.
"""

import time
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealfacts.extractor.readers.dates import read
from dealfacts.lexicon.dates import dates
from dealfacts.model.vocabulary import Anchor, Grain

PUBLISHED = date(2024, 8, 14)

# sentence, the words of the date, its EDTF form, first and last day
READ = [
    # days
    ("It was signed on Oct. 10, 2023, in Paris.", "Oct. 10, 2023", "2023-10-10", "", ""),
    ("It was signed on 10 October 2023.", "10 October 2023", "2023-10-10", "", ""),
    ("Signed on the 10th of October 2023", "the 10th of October 2023", "2023-10-10", "", ""),
    ("Published: 2023-10-10.", "2023-10-10", "2023-10-10", "", ""),
    ("updated 2023-10-10T09:30:00Z", "2023-10-10", "2023-10-10", "", ""),
    ("On 10/10/2023 it closed", "10/10/2023", "2023-10-10", "", ""),
    ("On 13/04/2023 it closed", "13/04/2023", "2023-04-13", "", ""),
    ("On 04.13.2023 it closed", "04.13.2023", "2023-04-13", "", ""),
    ("26-FEB-1987 15:01", "26-FEB-1987", "1987-02-26", "", ""),
    ("5-Aug-16 edition", "5-Aug-16", "2016-08-05", "", ""),
    ("HONG KONG, JULY 16, 2024 (Wire)", "JULY 16, 2024", "2024-07-16", "", ""),
    ("Monday, Oct. 10, 2022, was quiet", "Monday, Oct. 10, 2022", "2022-10-10", "", ""),
    ("It said on Tuesday (July 16) that", "Tuesday (July 16)", "2024-07-16", "", ""),
    ("on December 31 ,\n2012 it held", "December 31 ,\n2012", "2012-12-31", "", ""),
    ("on March twenty-first, 2022, it", "March twenty-first, 2022", "2022-03-21", "", ""),
    ("the twenty third of September 2021", "twenty third of September 2021", "2021-09-23", "", ""),
    # months, seasons, years, decades
    ("It came out in October 2023.", "October 2023", "2023-10", "2023-10-01", "2023-10-31"),
    ("It came out in October of 2023.", "October of 2023", "2023-10", "", ""),
    ("The company, founded in 2016, is", "2016", "2016", "2016-01-01", "2016-12-31"),
    ("the crash of 2008 was", "2008", "2008", "", ""),
    ("formed in 1906 by two brothers", "1906", "1906", "", ""),
    ("in the year 2008 it", "the year 2008", "2008", "", ""),
    ("sales of fiscal 2023 rose", "fiscal 2023", "2023", "", ""),
    ("sales of fiscal year 2023 rose", "fiscal year 2023", "2023", "", ""),
    ("a loss in FY22 of", "FY22", "2022", "", ""),
    ("a loss in FY'22 of", "FY'22", "2022", "", ""),
    ("a loss in FY2021-22 of", "FY2021-22", "2022", "", ""),
    ("in the summer of 2023 it", "summer of 2023", "2023-22", "2023-06-01", "2023-08-31"),
    ("since the 1990s", "1990s", "199X", "1990-01-01", "1999-12-31"),
    ("a band of the ’90s", "’90s", "199X", "1990-01-01", "1999-12-31"),
    # quarters and halves
    ("in Q3 2024 it", "Q3 2024", "2024-35", "2024-07-01", "2024-09-30"),
    ("in 3Q24 it", "3Q24", "2024-35", "", ""),
    ("in Q3FY24 it", "Q3FY24", "2024-35", "", ""),
    ("in 2024-Q3 it", "2024-Q3", "2024-35", "", ""),
    ("in the third quarter of fiscal 2025", "the third quarter of fiscal 2025", "2025-35", "", ""),
    ("second-quarter 2023 earnings", "second-quarter 2023", "2023-34", "", ""),
    ("in the 1st quarter of 2013", "the 1st quarter of 2013", "2013-33", "", ""),
    ("in the first half of 2024 it", "the first half of 2024", "2024-40", "", "2024-06-30"),
    ("in H1 2024 it", "H1 2024", "2024-40", "", ""),
    ("in 2H19 it", "2H19", "2019-41", "", ""),
    ("the latter half of 2019", "the latter half of 2019", "2019-41", "2019-07-01", ""),
    ("the first half of next year", "the first half of next year", "2025-40", "", ""),
    ("by next year's first quarter", "next year's first quarter", "2025-33", "", ""),
    (
        "in the second or third quarter of 2024",
        "the second or third quarter of 2024",
        "2024-34/2024-35",
        "2024-04-01",
        "2024-09-30",
    ),
    (
        "in the second half of March 2023",
        "the second half of March 2023",
        "2023-03",
        "2023-03-16",
        "",
    ),
    # parts
    ("in early 2024 it", "early 2024", "2024", "2024-01-01", "2024-04-30"),
    ("by mid-2025 it", "mid-2025", "2025", "2025-04-01", "2025-09-30"),
    ("in late 2020 it", "late 2020", "2020", "2020-09-01", "2020-12-31"),
    ("by the end of 2024 it", "the end of 2024", "2024", "2024-12-01", "2024-12-31"),
    ("in mid-to-late 2024 it", "mid-to-late 2024", "2024", "2024-04-01", "2024-12-31"),
    ("by the end of May it will", "the end of May", "2025-05", "2025-05-24", "2025-05-31"),
    ("from late December 2023", "late December 2023", "2023-12", "2023-12-20", "2023-12-31"),
    ("the end of Q2 2023", "the end of Q2 2023", "2023-34", "2023-06-23", "2023-06-30"),
    ("by year-end it", "year-end", "2024", "2024-12-01", "2024-12-31"),
    ("at year-end 2022 it", "year-end 2022", "2022", "2022-12-01", ""),
    ("by the end of the year it", "the end of the year", "2024", "2024-12-01", ""),
    ("by the end of the month it", "the end of the month", "2024-08", "2024-08-24", ""),
    ("earlier this year it", "earlier this year", "2024", "2024-01-01", "2024-08-14"),
    ("later this year it", "later this year", "2024", "2024-08-14", "2024-12-31"),
    ("late last year it", "late last year", "2023", "2023-09-01", ""),
    # ranges
    ("between 2019 and 2021 it", "2019 and 2021", "2019/2021", "2019-01-01", "2021-12-31"),
    ("over 2019-2021 it", "2019-2021", "2019/2021", "", ""),
    ("the 2019-21 plan", "2019-21", "2019/2021", "", ""),
    ("on March 3-5, 2024, it", "March 3-5, 2024", "2024-03-03/2024-03-05", "", ""),
    ("on 3-5 March 2024", "3-5 March 2024", "2024-03-03/2024-03-05", "", ""),
    ("Nov-Feb 2017", "Nov-Feb 2017", "2016-11/2017-02", "", ""),
    ("from May to October 2020", "May to October 2020", "2020-05/2020-10", "", ""),
    ("from Jan 2019 through today", "Jan 2019 through today", "2019-01/2024-08-14", "", ""),
    (
        "the year ended March 31, 2023",
        "the year ended March 31, 2023",
        "",
        "2022-04-01",
        "2023-03-31",
    ),
    ("the year ended December 31, 2011", "the year ended December 31, 2011", "2011", "", ""),
    ("the quarter ended Sept. 30, 2011", "the quarter ended Sept. 30, 2011", "2011-35", "", ""),
    ("the first nine months of 2023", "the first nine months of 2023", "", "", "2023-09-30"),
    ("the last three months of 2023", "the last three months of 2023", "2023-36", "", ""),
    ("the week of April 10, 2023", "the week of April 10, 2023", "", "2023-04-10", "2023-04-16"),
    ("the first week of October 2023", "the first week of October 2023", "", "2023-10-02", ""),
    ("the last week of 2019", "the last week of 2019", "", "2019-12-23", "2019-12-29"),
    ("six months to September 30, 2024", "six months to September 30, 2024", "", "2024-04-01", ""),
    (
        "the six months ended June 30, 2024",
        "the six months ended June 30, 2024",
        "",
        "2024-01-01",
        "",
    ),
    ("nine months ended Sept. 30", "nine months ended Sept. 30", "", "2023-01-01", "2023-09-30"),
    (
        "the six-month period ended June 30, 2024",
        "the six-month period ended June 30, 2024",
        "",
        "2024-01-01",
        "2024-06-30",
    ),
    (
        "its first fiscal quarter ended December 31, 2023",
        "first fiscal quarter ended December 31, 2023",
        "2023-36",
        "2023-10-01",
        "2023-12-31",
    ),
    ("third fiscal quarter of 2023", "third fiscal quarter of 2023", "2023-35", "", ""),
    ("the year to March 31 1987", "the year to March 31 1987", "", "1986-04-01", "1987-03-31"),
    ("in the December quarter", "the December quarter", "2023-36", "2023-10-01", "2023-12-31"),
    ("the March 2025 quarter", "the March 2025 quarter", "2025-33", "", ""),
    ("between June 11 and 13, it", "June 11 and 13", "2024-06-11/2024-06-13", "", ""),
    ("on 30 June to 2 July 2023", "30 June to 2 July 2023", "2023-06-30/2023-07-02", "", ""),
    ("the 2023/24 season", "2023/24", "2023/2024", "", ""),
    ("in FY24 Q3 it", "FY24 Q3", "2024-35", "", ""),
    ("in 2017 April it", "2017 April", "2017-04", "", ""),
    ("01-02-2020 - 03-03-2020", "01-02-2020 - 03-03-2020", "2020-XX-XX/2020-03-03", "none", ""),
    (
        "the first half of 2024 to May 2025",
        "the first half of 2024 to May 2025",
        "",
        "2024-01-01",
        "",
    ),
    ("in the spring of this year", "spring of this year", "2024-21", "", ""),
    ("by late summer it will", "late summer", "2024-22", "2024-08-01", "2024-08-31"),
    ("at month-end", "month-end", "2024-08", "2024-08-24", ""),
    ("at quarter-end", "quarter-end", "2024-35", "", "2024-09-30"),
    ("by mid-year", "mid-year", "2024", "2024-04-01", ""),
    ("the start of last week", "the start of last week", "", "2024-08-05", "2024-08-05"),
    ("the end of last week", "the end of last week", "", "", "2024-08-11"),
    ("the second week of May 2023", "the second week of May 2023", "", "2023-05-08", "2023-05-14"),
    ("the last week of this month", "the last week of this month", "", "2024-08-26", ""),
    ("the 3rd week of 2018", "the 3rd week of 2018", "", "2018-01-15", "2018-01-21"),
    ("in 2024's first quarter", "2024's first quarter", "2024-33", "", ""),
    ("in its fiscal 2024 third quarter", "fiscal 2024 third quarter", "2024-35", "", ""),
    ("In 2024 shares of the firm fell", "2024", "2024", "", ""),
    ("in the 1988 third quarter it", "1988 third quarter", "1988-35", "", ""),
    ("by the end of this fiscal year", "the end of this fiscal year", "2024", "2024-12-01", ""),
    ("from March 3 to 5 April 2024", "March 3 to 5 April 2024", "2024-03-03/2024-04-05", "", ""),
    ("in the two years to 2024 it", "2024", "2024", "", ""),
    ("the post-2008 rules", "2008", "2008", "", ""),
    ("October sales rose", "October", "2023-10", "", ""),
    ("the second nine months of 2023", "2023", "2023", "", ""),
    ("Friday 10 October 2025", "Friday 10 October 2025", "2025-10-10", "", ""),
    ("or or or or or or or or or or or 2024", "2024", "2024", "", ""),
    ("from two years ago to today", "two years ago to today", "2022/2024-08-14", "", ""),
    ("from November to March", "November to March", "2023-11/2024-03", "", ""),
    ("from November to August", "November to August", "2023-11/2024-08", "", ""),
    ("Dec 30 to Feb 3", "Dec 30 to Feb 3", "2023-12-30/2024-02-03", "", ""),
    ("last April 2023", "last April 2023", "2023-04", "", ""),
    ("Nov 2021 to Feb 2022", "Nov 2021 to Feb 2022", "2021-11/2022-02", "", ""),
    ("open Monday to Friday", "Monday to Friday", "", "none", ""),
    # near to now
    ("early Thursday", "early Thursday", "2024-08-08", "", ""),
    ("last April 5", "last April 5", "2024-04-05", "", ""),
    ("It agreed over the weekend", "the weekend", "2024-08-10/2024-08-11", "", ""),
    ("a fortnight ago", "a fortnight ago", "2024-07-29/2024-08-04", "", ""),
    ("earlier today", "earlier today", "2024-08-14", "", ""),
    ("two years hence", "two years hence", "2026", "", ""),
    ("It will open in 12 to 18 months", "in 12 to 18 months", "2025-08/2026-02", "", ""),
    ("two to three years ago", "two to three years ago", "2021/2022", "", ""),
    ("within the next 12 to 18 months", "within the next 12 to 18 months", "", "", "2026-02-14"),
    ("this half", "this half", "2024-41", "", ""),
    ("this Friday (Aug. 16)", "this Friday (Aug. 16)", "2024-08-16", "", ""),
    ("next year's second half", "next year's second half", "2025-41", "", ""),
    ("It closes in May.", "May", "2025-05", "", ""),
    ("The company said on Wednesday", "Wednesday", "2024-08-14", "", ""),
    ("It confirmed the deal Thursday.", "Thursday", "2024-08-08", "", ""),
    ("It said late on Monday night that", "Monday night", "2024-08-12", "", ""),
    ("The board on Friday will vote", "Friday", "2024-08-16", "", ""),
    ("It will vote on Friday.", "Friday", "2024-08-16", "", ""),
    ("It said on Friday it will vote", "Friday", "2024-08-09", "", ""),
    ("last Thursday", "last Thursday", "2024-08-08", "", ""),
    ("next Friday", "next Friday", "2024-08-23", "", ""),
    ("this past Monday", "this past Monday", "2024-08-12", "", ""),
    ("this coming Monday", "this coming Monday", "2024-08-19", "", ""),
    ("Tuesday of last week", "Tuesday of last week", "2024-08-06", "", ""),
    ("next week on Thursday", "next week on Thursday", "2024-08-22", "", ""),
    ("today", "today", "2024-08-14", "", ""),
    ("announced yesterday", "yesterday", "2024-08-13", "", ""),
    ("tomorrow morning", "tomorrow morning", "2024-08-15", "", ""),
    ("last week", "last week", "2024-08-05/2024-08-11", "2024-08-05", "2024-08-11"),
    ("this weekend", "this weekend", "2024-08-17/2024-08-18", "", ""),
    ("this month", "this month", "2024-08", "", ""),
    ("last quarter", "last quarter", "2024-34", "", ""),
    ("in last year's report", "last year", "2023", "", ""),
    ("this fiscal year", "this fiscal year", "2024", "", ""),
    ("over the next decade", "the next decade", "203X", "", ""),
    ("It launched in April.", "April", "2024-04", "", ""),
    ("expected to close in April", "April", "2025-04", "", ""),
    ("It should be completed in April", "April", "2025-04", "", ""),
    ("The talks ended in October", "October", "2023-10", "", ""),
    ("August last year", "August last year", "2023-08", "", ""),
    ("last August", "last August", "2023-08", "", ""),
    ("next April", "next April", "2025-04", "", ""),
    ("this April", "this April", "2024-04", "", ""),
    ("last summer", "last summer", "2023-22", "", ""),
    ("On July 16 it said", "July 16", "2024-07-16", "", ""),
    ("On December 16 it said", "December 16", "2023-12-16", "", ""),
    ("It votes on August 20", "August 20", "2024-08-20", "", ""),
    ("It will vote on March 3.", "March 3", "2025-03-03", "", ""),
    ("Thursday, July 20, saw", "Thursday, July 20", "2023-07-20", "", ""),
    ("two years ago", "two years ago", "2022", "", ""),
    ("a decade ago", "a decade ago", "2014", "", ""),
    ("three months ago", "three months ago", "2024-05", "", ""),
    ("two weeks ago", "two weeks ago", "2024-07-29/2024-08-04", "", ""),
    ("half a year ago", "half a year ago", "2024-02", "", ""),
    ("10 days ago", "10 days ago", "2024-08-04", "", ""),
    ("It will close in six months.", "in six months", "2025-02", "", ""),
    ("two weeks from now", "two weeks from now", "", "2024-08-26", ""),
    ("within six months", "within six months", "", "2024-08-14", "2025-02-14"),
    ("over the past two years", "the past two years", "", "2022-08-14", "2024-08-13"),
    ("in the next 30 days", "the next 30 days", "", "2024-08-15", "2024-09-13"),
    ("the last two quarters", "the last two quarters", "2024-33/2024-34", "", ""),
    # what the publication does not settle
    ("On 03/04/2023 it closed", "03/04/2023", "2023-XX-XX", "none", ""),
    ("at the end of the second quarter", "the end of the second quarter", "XXXX-34", "none", ""),
    ("It recently said", "recently", "", "none", ""),
    ("in recent years", "recent years", "", "none", ""),
    ("a few years ago", "a few years ago", "", "none", ""),
    ("the previous quarter", "the previous quarter", "", "none", ""),
    ("over the coming weeks", "the coming weeks", "", "none", ""),
]

NO_DATES = [
    "May said the price was fair.",
    "Theresa May and April Jones met June Smith.",
    "The deal may close, they may say. March on!",
    "It was sold by April Jones to Jan Smith.",
    "This may take long; she may not agree.",
    "It holds 2024 shares and more than 2000 of the options.",
    "It paid $2024, €2016 or 2019.50 for 1,999 chairs.",
    "Call 138-2010-2015 or 2010-2015-86.",
    "Windows 2000 is an old program.",
    "Sales rose 2010% in room A2019 and on route 2019b.",
    "The ratio is 4/10, 0.8/15 and 1.2.34.5 in version 10.10.20.1.",
    "Black Friday, Good Friday and Cyber Monday sell well.",
    "It comes every day, per year, a week or a month.",
    "A five-year plan for a 28-year-old with a two-day week.",
    "A quarter of the staff, half of the price, a third of it.",
    "He came second; the third time was the first.",
    "The Sun, the fall of the house, spring water, a winter coat.",
    "USA Today and India Today are papers.",
    "the highest price in a decade; prices rose in two years",
    "It is to close, end and start. Mid-day trading, the end of the day.",
    "As recently as that, it was the following.",
    "Feb 30, 2023 and 31 April 2022 and 2023-13-40 and 45/45/2023",
    "Mondays are slow, holidays slower; birthday and payday too.",
    "the H1-B visa, the H1 visa, HQ1 and Q7",
    "the next day, the last two, a year ended, the 2019-15 plan, twenty, thirty of",
    "by the end of half an hour",
    "It opened in 2000 stores.",
    "a class of '25 and '26",
    "from quarter to quarter, from year to year, to date",
    "the last hours, last months of his life, next days",
    "a week of rain, the week of talks, a season of 10 games",
    "the end of the road, the end of the day, the middle of nowhere",
    "the fifth quarter of 2024 in words"[:17],
    "15:30-16:45 and 6-4, 7-5, and 3-2",
    "",
    "€",
]


@pytest.mark.parametrize(("text", "words", "edtf", "first", "last"), READ)
def test_reads(text: str, words: str, edtf: str, first: str, last: str) -> None:
    [mention] = read(text, PUBLISHED)
    value = mention.value
    assert value.text == words == text[mention.start : mention.end]
    if edtf:
        assert value.edtf == edtf
    if first == "none":
        assert (value.earliest, value.latest, value.anchor) == (None, None, Anchor.UNRESOLVED)
        return
    assert value.earliest is not None
    assert value.latest is not None
    assert value.earliest <= value.latest
    assert value.anchor in (Anchor.EXPLICIT, Anchor.PUBLICATION)
    assert first in ("", value.earliest.isoformat())
    assert last in ("", value.latest.isoformat())


@pytest.mark.parametrize(
    ("text", "edtf", "last"),
    [
        ("by the second quarter of FY26", "2025-35", "2025-09-30"),
        ("in Q4FY24 it", "2024-33", "2024-03-31"),
        ("the third fiscal quarter of 2025", "2024-36", "2024-12-31"),
        ("in the first half of fiscal 2025", "2024-04/2024-09", "2024-09-30"),
        ("a loss in FY2021-22 of", "2021-04/2022-03", "2022-03-31"),
        ("by the end of FY25", "2024-04/2025-03", "2025-03-31"),
        ("by the end of this fiscal year", "2024-04/2025-03", "2025-03-31"),
        ("in the last financial year", "2023-04/2024-03", "2024-03-31"),
        # what is not said to be of somebody's books is of the calendar
        ("in the second quarter of 2025", "2025-34", "2025-06-30"),
        ("in calendar year 2025", "2025", "2025-12-31"),
        ("by the end of this year", "2024", "2024-12-31"),
    ],
)
def test_fiscal_years_that_open_in_april(text: str, edtf: str, last: str) -> None:
    (found,) = read(text, PUBLISHED, opens=4)
    assert (found.value.edtf, str(found.value.latest)) == (edtf, last)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("announced on Boxing Day, it", "Boxing Day", "2023-12-26"),
        ("The news on Christmas Eve came", "Christmas Eve", "2023-12-24"),
        ("by New Year’s Eve it will be signed", "New Year’s Eve", "2024-12-31"),
        ("on New Year's Day 2021", "New Year's Day 2021", "2021-01-01"),
        ("on Valentine's Day last year, it", "Valentine's Day last year", "2023-02-14"),
        ("Boxing Day sales rose", "", ""),
        ("a Christmas Day speech", "", ""),
        ("the Halloween-costume maker", "", ""),
        ("the Halloweens of old", "", ""),
    ],
)
def test_feasts_of_one_day(text: str, words: str, edtf: str) -> None:
    found = [(text[each.start : each.end], each.value.edtf) for each in read(text, PUBLISHED)]
    assert found == ([(words, edtf)] if words else [])


@pytest.mark.parametrize("name", sorted(dates().feast))
def test_every_feast_is_read(name: str) -> None:
    (found,) = read(f"It was signed on {name}.", PUBLISHED)
    assert found.value.text == name
    assert str(found.value.edtf).endswith(dates().feast[name])


@pytest.mark.parametrize("word", sorted(dates().named_by_feast.words))
def test_a_feast_only_gives_its_name(word: str) -> None:
    assert read(f"The Boxing Day {word} began.", PUBLISHED) == []


@pytest.mark.parametrize("text", NO_DATES)
def test_leaves_alone(text: str) -> None:
    assert [m.value.text for m in read(text, PUBLISHED) if m.value.grain != Grain.UNKNOWN] == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on Thursday", None),
        ("today", None),
        ("earlier this year", None),
        ("two years ago", None),
        ("within six months", None),
        ("last week", None),
        ("this weekend", None),
        ("in April", "XXXX-04"),
        ("late May", "XXXX-05"),
        ("June 24", "XXXX-06-24"),
        ("March 3-5", "XXXX-03-03/XXXX-03-05"),
        ("the first week of May", None),
        ("the year ended May 31", None),
        ("the first three months of last year", None),
        ("late summer", "XXXX-22"),
        ("in the second half", "XXXX-41"),
        ("Q3", "XXXX-35"),
        ("January to March", "XXXX-01/XXXX-03"),
        ("from today to Friday", None),
    ],
)
def test_without_publication_it_stays_open(text: str, edtf: str | None) -> None:
    [mention] = read(text, None)
    assert mention.value.edtf == edtf
    assert mention.value.anchor == Anchor.UNRESOLVED
    assert mention.value.earliest is None
    assert mention.value.latest is None


def test_anchor_tells_what_fixed_the_date() -> None:
    found = read("On Monday, and on May 3, 2022.", PUBLISHED)
    assert [m.value.anchor for m in found] == [Anchor.PUBLICATION, Anchor.EXPLICIT]


def test_dates_of_one_sentence_stand_apart_and_ascend() -> None:
    text = "Founded in 2012, sold on Tuesday, March 26, 2019 or in Q1 2020, April, today and 2021."
    found = read(text, PUBLISHED)
    assert [m.value.text for m in found] == [
        "2012",
        "Tuesday, March 26, 2019",
        "Q1 2020",
        "April",
        "today",
        "2021",
    ]
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_months_of_a_table_do_not_take_the_figures_behind_them() -> None:
    found = read("12.5 billion in July-September, 12 billion in October-December", PUBLISHED)
    assert [m.value.text for m in found] == ["July-September", "October-December"]


def test_years_beyond_the_calendar_are_no_error() -> None:
    assert read("99 decades ago and 99 years ago", date(1, 1, 1)) == []
    assert [m.value.text for m in read("next year", date(9999, 12, 31))] == []


MONTHS = [date(2000, number, 1) for number in range(1, 13)]
FORMS = (
    "{day.day} {day:%B} {day.year}",
    "{day:%B} {day.day}, {day.year}",
    "{day:%b}. {day.day}, {day.year}",
    "{day:%A}, {day:%B} {day.day}, {day.year}",
    "{day.year}-{day:%m}-{day:%d}",
    "{day.day}-{upper}-{day.year}",
    "{day.day}th of {day:%B}, {day.year}",
)


@given(
    day=st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    form=st.sampled_from(FORMS),
    published=st.none() | st.dates(date(1950, 1, 1), date(2090, 1, 1)),
)
def test_a_day_in_any_form_reads_back(day: date, form: str, published: date | None) -> None:
    written = form.format(day=day, upper=f"{day:%b}".upper())
    if "%b}." in form and day.month == 5:
        written = written.replace("May.", "May")
    [mention] = read(f"It was signed on {written} in Paris.", published)
    assert mention.value.earliest == mention.value.latest == day
    assert mention.value.edtf == day.isoformat()
    assert mention.value.anchor == Anchor.EXPLICIT


@given(published=st.dates(date(1950, 1, 1), date(2090, 1, 1)), back=st.integers(0, 6))
def test_a_weekday_is_the_last_one_up_to_the_publication(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    [mention] = read(f"The company said on {day:%A} that", published)
    assert mention.value.earliest == day


@given(published=st.dates(date(1950, 1, 1), date(2090, 1, 1)), back=st.integers(0, 300))
def test_a_day_without_year_that_is_past_reads_back(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    [mention] = read(f"It was announced on {day:%B} {day.day}.", published)
    assert mention.value.earliest == day


@given(
    year=st.integers(1990, 2060),
    quarter=st.integers(1, 4),
    form=st.sampled_from(
        ["Q{q} {y}", "{q}Q{s:02}", "{y} Q{q}", "the {o} quarter of {y}", "{o}-quarter {y}"]
    ),
)
def test_a_quarter_in_any_form_reads_back(year: int, quarter: int, form: str) -> None:
    ordinal = ("first", "second", "third", "fourth")[quarter - 1]
    written = form.format(q=quarter, y=year, s=year % 100, o=ordinal)
    if year % 100 >= 50 and "{s" in form:
        return
    [mention] = read(f"Sales of {written} rose.", None)
    assert mention.value.edtf == f"{year}-{quarter + 32}"
    assert mention.value.text == written


WORDS = st.sampled_from(
    [
        "the",
        "first",
        "last",
        "next",
        "May",
        "march",
        "2024",
        "24",
        "Q3",
        "H1",
        "FY",
        "quarter",
        "year",
        "week",
        "of",
        "in",
        "to",
        "-",
        ",",
        ".",
        "'",
        "(",
        ")",
        "/",
        "end",
        "early",
        "two",
        "ago",
        "Monday",
        "today",
        "and",
        "or",
        "3rd",
        "31",
        "99",
        "within",
        "ended",
        "$",
        "%",
        "\n",
        "1999s",
        "summer",
    ]
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=40), st.none() | st.just(PUBLISHED))
def test_any_heap_of_words_gives_exact_offsets(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    found = read(text, published)
    assert all(text[m.start : m.end] == m.value.text for m in found)
    assert all(m.start < m.end for m in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def _forms(word: str) -> str:
    """A sentence in which a word of the lexicon has to be read."""
    lexicon = dates()
    plural = word.endswith("s") and word != "this"
    templates = {
        "month": f"on {word.title()} 12, 2021" if word in lexicon.month else "",
        "weekday": f"{word.title()}, May 12, 2021",
        "season": f"{word} 2021",
        "ordinal": f"the {word} of May 2021" if word != "thirtieth" else "thirtieth of May 2021",
        "number": f"{word} years ago",
        "part": f"the {word} of 2021",
        "shift": f"{word} Friday",
        "relative_day": word,
        "day_part": f"Friday {word}",
        "vague": f"it {word} said",
        "unit": f"two {word} ago" if plural else f"a {word} ago",
    }
    kind = next(name for name in templates if word in getattr(lexicon, name))
    return templates[kind]


LEXICON_WORDS = [
    word
    for kind in (
        [
            "month",
            "weekday",
            "season",
            "ordinal",
            "number",
            "part",
            "shift",
            "relative_day",
            "day_part",
            "vague",
            "unit",
        ]
    )
    for word in getattr(dates(), kind)
]


@pytest.mark.parametrize("word", LEXICON_WORDS)
def test_every_word_of_the_lexicon_is_read(word: str) -> None:
    text = _forms(word)
    [mention] = read(text, PUBLISHED)
    assert word in mention.value.text.lower()


@pytest.mark.parametrize("word", sorted(dates().counted.words))
def test_a_number_of_things_is_no_year(word: str) -> None:
    assert read(f"It has 2024 {word} in all.", PUBLISHED) == []


@pytest.mark.parametrize("word", sorted(dates().before_quantity.words))
def test_a_quantity_is_no_year(word: str) -> None:
    assert read(f"It has {word} 2024 of them.", PUBLISHED) == []


@pytest.mark.parametrize("word", sorted(dates().before_than.words))
def test_a_bound_on_a_date_is_a_year(word: str) -> None:
    [mention] = read(f"It comes no {word} than 2024.", PUBLISHED)
    assert mention.value.edtf == "2024"


@pytest.mark.parametrize("word", sorted(dates().named_weekday.words))
def test_a_named_weekday_is_no_date(word: str) -> None:
    assert read(f"It sold well on {word.title()} Friday.", PUBLISHED) == []


@pytest.mark.parametrize("word", sorted(dates().speaks.words))
def test_a_month_that_speaks_is_a_person(word: str) -> None:
    assert read(f"But May {word} it.", PUBLISHED) == []


@pytest.mark.parametrize("word", sorted(dates().before_month.words))
def test_a_month_behind_a_preposition_is_a_date(word: str) -> None:
    [mention] = read(f"It ran {word} May again.", PUBLISHED)
    assert mention.value.edtf in ("2024-05", "2025-05")


@pytest.mark.parametrize(("word", "way"), sorted(dates().direction.items()))
def test_a_verb_gives_the_direction(word: str, way: int) -> None:
    [mention] = read(f"The deal {word} in March", PUBLISHED)
    assert mention.value.edtf == ("2025-03" if way > 0 else "2024-03")


@pytest.mark.parametrize("word", sorted(dates().ahead.words))
def test_a_preposition_gives_the_direction(word: str) -> None:
    [mention] = read(f"Completion {word} March", PUBLISHED)
    assert mention.value.edtf == "2025-03"


@pytest.mark.parametrize("word", sorted(dates().over.words))
def test_what_was_expected_lies_behind(word: str) -> None:
    [mention] = read(f"Completion, {word} expected in March, came late.", PUBLISHED)
    assert mention.value.edtf == "2024-03"


@pytest.mark.parametrize("word", sorted(dates().copulas.words))
def test_a_name_with_a_number_is_no_year(word: str) -> None:
    assert read(f"Their Windows 2000 {word} old.", PUBLISHED) == []


@pytest.mark.parametrize("word", sorted(dates().looks_back.words))
def test_a_record_in_years_is_no_date(word: str) -> None:
    assert read(f"It may be the {word} result in two years.", PUBLISHED) == []


@pytest.mark.parametrize("word", sorted(dates().before_year.words))
def test_an_early_year_behind_a_preposition_is_a_date(word: str) -> None:
    [mention] = read(f"It stood {word} 1906 there.", PUBLISHED)
    assert "1906" in mention.value.text


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He was chief executive until March.", "2024-03"),
        ("He will stay until March.", "2025-03"),
        ("By March it had sold ten.", "2025-03"),
        ("It had sold ten by March.", "2024-03"),
        ("A vote is set for March.", "2025-03"),
        ("They set up the fund in March.", "2024-03"),
        ("That is over. It came in March.", "2024-03"),
        ("Will it come? In March.", "2024-03"),
        ("The U.S. Inc. will open in March.", "2025-03"),
        ("The May 3 deal, in March", "2024-03"),
        ("It hopes to be ready in March", "2025-03"),
    ],
)
def test_the_nearest_verb_gives_the_direction(text: str, edtf: str) -> None:
    assert read(text, PUBLISHED)[-1].value.edtf == edtf


@pytest.mark.parametrize(
    "piece",
    [
        "1/1/",
        "2024 ",
        "2024 x ",
        "May ",
        "day ",
        "the first half of ",
        "((((",
        "A",
        "1",
        " ",
        "Q3 ",
    ],
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        started = time.process_time()
        read(text, PUBLISHED)
        return time.process_time() - started

    seconds(20_000)
    assert seconds(200_000) < 40 * max(seconds(20_000), 0.002)


@pytest.mark.parametrize("word", sorted(dates().traded.words))
def test_what_a_market_did_on_a_day_is_past(word: str) -> None:
    [day] = read(f"It will pay more than Tuesday's last {word}.", PUBLISHED)
    [other] = read("It will pay more on Tuesday's vote.", PUBLISHED)
    assert (day.value.edtf, other.value.edtf) == ("2024-08-13", "2024-08-20")


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("last June", date(2022, 7, 11), "2021-06"),
        ("last June", date(2022, 9, 1), "2022-06"),
        ("last December", date(2022, 1, 10), "2021-12"),
        ("last July", date(2022, 7, 11), "2021-07"),
    ],
)
def test_the_last_month_of_a_name_is_not_the_month_just_over(text, published, edtf) -> None:
    [mention] = read(text, published)
    assert mention.value.edtf == edtf
