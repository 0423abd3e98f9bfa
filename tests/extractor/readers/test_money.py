"""Sums of money in running text: what is read, in which currency, and what is left alone."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealfacts.extractor.readers import money
from dealfacts.lexicon.currencies import forms, names, spellings
from dealfacts.lexicon.figures import money_context, scales, vague

SCALE = {"k": 3, "m": 6, "bn": 9, "tn": 12}


def told(text: str, home: str | None = None) -> list[str]:
    """Each sum as "quote: CODE low[..high] hedge"."""
    lines = []
    for each in money.read(text, home=home):
        value = each.value
        size = f"{value.low.normalize():f}"
        if value.high != value.low:
            size += f"..{value.high.normalize():f}"
        hedge = "" if each.hedge.hedge == "none" else f" {each.hedge.hedge.value}"
        lines.append(f"{text[each.start : each.end]}: {value.currency} {size}{hedge}")
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paid $14.3 billion.", "$14.3 billion: USD 14300000000"),
        ("A $20 Billion merger", "$20 Billion: USD 20000000000"),
        ("worth $14.3B", "$14.3B: USD 14300000000"),
        ("a $20bn deal", "$20bn: USD 20000000000"),
        ("US$261 million", "US$261 million: USD 261000000"),
        ("US $2.6 billion", "US $2.6 billion: USD 2600000000"),
        ("C$6 billion", "C$6 billion: CAD 6000000000"),
        ("HK $ 10 million", "HK $ 10 million: HKD 10000000"),
        ("R70 billion", "R70 billion: ZAR 70000000000"),
        ("Y7trn", "Y7trn: JPY 7000000000000"),
        ("Rs 30k cr", "Rs 30k cr: INR 300000000000"),
        ("Rs 5K crore", "Rs 5K crore: INR 50000000000"),
        ("NGN56 billion", "NGN56 billion: NGN 56000000000"),
        ("EUR 4.2 Bln", "EUR 4.2 Bln: EUR 4200000000"),
        ("Rs 2,150 crore", "Rs 2,150 crore: INR 21500000000"),
        ("Rs. 20 lakh crore", "Rs. 20 lakh crore: INR 20000000000000"),
        ("12.2 mln dlrs", "12.2 mln dlrs: USD 12200000"),
        ("58.5 billion dollars", "58.5 billion dollars: USD 58500000000"),
        ("20 billion US dollars", "20 billion US dollars: USD 20000000000"),
        ("13.9-billion-U.S.-dollar bid", "13.9-billion-U.S.-dollar: USD 13900000000"),
        ("one billion stg", "one billion stg: GBP 1000000000"),
        ("5.5 million Swiss francs", "5.5 million Swiss francs: CHF 5500000"),
        ("310 million finnish markka", "310 million finnish markka: FIM 310000000"),
        ("412p a share", "412p: GBP 4.12"),
        ("593 pence", "593 pence: GBP 5.93"),
        ("3 dollars 50 cents", "3 dollars 50 cents: USD 3.5"),
        (
            "thirteen dollars and forty-five cents.",
            "thirteen dollars and forty-five cents: USD 13.45",
        ),
        ("thirteen dollars forty five.", "thirteen dollars forty five: USD 13.45"),
        ("$9. 2 billion", "$9. 2 billion: USD 9200000000"),
        ("$500 ,000 ,000", "$500 ,000 ,000: USD 500000000"),
        ("$14. bil. for", "$14. bil: USD 14000000000"),
        ("$ .42 / share", "$ .42: USD 0.42"),
        ("$6,4bn", "$6,4bn: USD 6400000000"),
        ("€1.234,56", "€1.234,56: EUR 1234.56"),
        ("₹1,00,000", "₹1,00,000: INR 100000"),
        ("€1.500.000", "€1.500.000: EUR 1500000"),
        ("$20\u00a0billion", "$20\u00a0billion: USD 20000000000"),
        ("1.5 mio. euros", "1.5 mio. euros: EUR 1500000"),
        ("$US7 million", "$US7 million: USD 7000000"),
        ("a sum of $3\nbillion", "$3\nbillion: USD 3000000000"),
        ("half a billion dollars", "half a billion dollars: USD 500000000"),
        ("three quarters of a billion euros", "three quarters of a billion euros: EUR 750000000"),
        ("a billion dollars", "a billion dollars: USD 1000000000"),
        ("a billion-dollar fee", "a billion-dollar: USD 1000000000"),
        ("two and a half million pounds", "two and a half million pounds: GBP 2500000"),
        ("two million and a half dollars", "two million and a half dollars: USD 2500000"),
        ("five hundred and six yen", "five hundred and six yen: JPY 506"),
        ("twenty-five thousand six hundred yen", "twenty-five thousand six hundred yen: JPY 25600"),
        ("one point five million euros", "one point five million euros: EUR 1500000"),
        ("$249 a share", "$249: USD 249"),
        ("$249-per-share", "$249: USD 249"),
        ("the $5 million CAD loan", "$5 million CAD: CAD 5000000"),
        (
            "tens of billions of dollars",
            "tens of billions of dollars: USD 10000000000..99000000000 vague",
        ),
        ("its multibillion-dollar bet", "multibillion-dollar: USD 2000000000..999000000000 vague"),
        ("its multi-million pound bet", "multi-million pound: GBP 2000000..999000000 vague"),
        ("several million euros", "several million euros: EUR 2000000..9000000 vague"),
        ("a couple of million euros", "a couple of million euros: EUR 2000000"),
        (
            "sank billions of dollars there",
            "billions of dollars: USD 2000000000..99000000000 vague",
        ),
        (
            "spending hundreds of billions",
            "hundreds of billions: USD 100000000000..999000000000 vague",
        ),
        ("$14.3-$15 billion", "$14.3-$15 billion: USD 14300000000..15000000000 range"),
        (
            "between 10 and 12 billion euros",
            "10 and 12 billion euros: EUR 10000000000..12000000000 range",
        ),
        ("$10bn to 12bn", "$10bn to 12bn: USD 10000000000..12000000000 range"),
        ("€2.1–2.6 billion", "€2.1–2.6 billion: EUR 2100000000..2600000000 range"),
        ("35-40 cents", "35-40 cents: USD 0.35..0.4 range"),
        ("ranging from $5 to $7 million", "$5 to $7 million: USD 5000000..7000000 range"),
        (
            "two to three billion euros",
            "two to three billion euros: EUR 2000000000..3000000000 range",
        ),
        ("$500,000 to $1 million", "$500,000 to $1 million: USD 500000..1000000 range"),
        ("70-110 crore rupees", "70-110 crore rupees: INR 700000000..1100000000 range"),
        ("the $15-plus billion offer", "$15-plus billion: USD 15000000000 above"),
        ("a $15+ billion offer", "$15+ billion: USD 15000000000 above"),
        ("15-plus billion euros", "15-plus billion euros: EUR 15000000000 above"),
        ("a $3-odd million loan", "$3-odd million: USD 3000000 about"),
        ("c.£300m of debt", "£300m: GBP 300000000 about"),
        ("It paid\nRs 5 crore", "Rs 5 crore: INR 50000000"),
        ("a line that the printer wraps at Rs\n5 crore", "Rs\n5 crore: INR 50000000"),
        ("€\u00a05\u2009000\u2009000", "€\u00a05\u2009000\u2009000: EUR 5000000"),
        ("US$\u00a05 million", "US$\u00a05 million: USD 5000000"),
        ("a loan of 5 000 000 euros", "5 000 000 euros: EUR 5000000"),
        ("a loan of 250 000 euros", "250 000 euros: EUR 250000"),
        ("EUR 12 500.", "EUR 12 500: EUR 12500"),
        ("a half-billion-dollar loan", "a half-billion-dollar: USD 500000000"),
        ("half million euros", "half million euros: EUR 500000"),
        ("a quarter million dollars", "a quarter million dollars: USD 250000"),
        ("hundred million dollars", "hundred million dollars: USD 100000000"),
        (
            "a couple hundred million dollars",
            "a couple hundred million dollars: USD 200000000..299000000 vague",
        ),
        ("Ps 5bn", "Ps 5bn: MXN 5000000000"),
        ("Value:$4.2bnStake", "$4.2bn: USD 4200000000"),
        ("Value $4.2 billionStake", "$4.2 billion: USD 4200000000"),
        ("$9 .2 billion", "$9 .2 billion: USD 9200000000"),
        ("$14.billion", "$14.billion: USD 14000000000"),
        ("5$ million", "5$ million: USD 5000000"),
        ("5€ here", "5€: EUR 5"),
        ("a $300 kWh pack", "$300: USD 300"),
        ("the $5 mRNA shot", "$5: USD 5"),
        ("at $100 1/3 of it", "$100: USD 100"),
        ("MSEK 1,250", "MSEK 1,250: SEK 1250000000"),
        ("1,250 MSEK", "1,250 MSEK: SEK 1250000000"),
        ("TEUR 300", "TEUR 300: EUR 300000"),
        ("a million and a half dollars", "a million and a half dollars: USD 1500000"),
        ("1 1/2 billion dollars", "1 1/2 billion dollars: USD 1500000000"),
        ("$1-1/2 mln", "$1-1/2 mln: USD 1500000"),
        ("CAN$5m", "CAN$5m: CAD 5000000"),
        ("$2 tril", "$2 tril: USD 2000000000000"),
    ],
)
def test_one_sum(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They spend billions.",
        "The deal is about paying billion after billion.",
        "All prices in USD\n5 million shares",
        "80 billion barrels",
        "10 lakh units",
        "The fund spent years on 80 billion barrels.",
        "(META.US) and Llama 4",
        "7-Eleven sold a 4x4",
        "In 2024 and 1998,",
        "Call 555-0199 or +44 20 7946 0000",
        "version 12.05.2024.1",
        "half of the dollars",
        "thousands of lawyers work for a deal",
        "ALL 5 plans failed and 5 won medals",
        "12 pounds of flour",
        "a 1080p screen",
        "R2 and N9 chips",
        "the Y2K bug, Y2k",
        "1,1,1,1,1 dollars",
        "$" + "9" * 40,
        "",
        "$",
        "They are worth multi a lot",
    ],
)
def test_no_money(text: str) -> None:
    assert told(text) == []


def test_a_conversion_is_no_second_sum() -> None:
    text = "It paid Rs 2,150 crore (US$261 million) and 58.5 billion dollars (about £47bn, €54bn)."
    first, second = money.read(text)
    assert first.restated is not None
    assert text[first.restated.start : first.restated.end] == "US$261 million"
    assert second.restated is not None
    assert second.restated.value.currency == "GBP"
    assert second.restated.hedge.text == "about"
    assert second.restated.restated is not None
    assert second.restated.restated.value.currency == "EUR"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2 100 euros were paid.", "100 euros: EUR 100"),
        ("On May 5 300 million euros were paid.", "300 million euros: EUR 300000000"),
    ],
)
def test_numbers_side_by_side_are_no_groups(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_two_sums_in_one_currency_stay_two() -> None:
    assert told("$249 a share ($58.5 billion)") == [
        "$249: USD 249",
        "$58.5 billion: USD 58500000000",
    ]


@pytest.mark.parametrize(
    "text", ["rose from $1.2bn to $1.5bn", "raised its bid by $2bn to $15bn", "up $1 to $12"]
)
def test_a_move_is_no_range(text: str) -> None:
    assert len(told(text)) == 2


def test_a_figure_without_currency_takes_the_currency_of_the_article() -> None:
    text = "Profit was 55.2 billion dollars (£44bn), more than the 46.31 billion (£38bn) of 2008."
    second = money.read(text)[1]
    assert (second.value.currency, second.value.currency_from) == ("USD", "document")
    assert second.restated is not None


def test_a_headline_that_repeats_a_sum_of_the_article_is_money() -> None:
    text = "It goes for 36 billion\n\nThe price is $36 billion. Some 36 billion trees stand."
    assert told(text) == ["36 billion: USD 36000000000", "$36 billion: USD 36000000000"]


def test_a_conversion_without_another_currency_in_the_article_is_left_alone() -> None:
    assert told("The deal is worth 4 billion (£3bn).") == ["£3bn: GBP 3000000000"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("$5 million or $6 million", 2),
        ("$5 million and $6 million", 2),
        ("between $5 million and $6 million", 1),
        ("between 5 and 6 million dollars", 1),
        ("5 and 6 million dollars", 1),
        ("$9 million to $6 million", 2),
        ("$5 million to £6 million", 2),
        ("tens of millions of dollars to $6 billion", 2),
        ("cut by 5 to 7 million dollars", 1),
        ("from 5 to 7 million dollars", 1),
        ("rose from 5 to 7 million dollars", 1),
        ("5% to 7 million dollars", 1),
        ("many to 7 million dollars", 1),
        ("1,1,1 to 7 million dollars", 1),
        ("$5 million fifty cents", 2),
        ("fifty cents twenty cents", 2),
        ("two dollars - fifty cents", 2),
        ("two dollars fifty percent", 1),
        ("5 million or 6 million dollars", 1),
        ("worth 5 million to 6 million", 1),
    ],
)
def test_how_many_sums(text: str, count: int) -> None:
    assert len(told(text)) == count


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("It paid $5.23 per share in Australian dollars.", "AUD"),
        ("It pays $15 million in Canadian dollars.", "CAD"),
        ("It pays $15 million (in Canadian funds) for the mill.", "CAD"),
        ("It pays $15 million in US currency.", "USD"),
    ],
)
def test_whose_dollar_it_is_stands_behind_the_share(text: str, code: str) -> None:
    (found,) = money.read(text)
    assert (found.value.currency, found.value.currency_from) == (code, "text")
    assert text[found.start : found.end] in {"$5.23", "$15 million"}


@pytest.mark.parametrize(
    ("text", "code"),
    [("5 Norwegian kronor", "NOK"), ("5 Swedish kroner", "SEK"), ("5 Danish kronor", "DKK")],
)
def test_the_country_settles_whose_crowns_they_are(text: str, code: str) -> None:
    assert told(f"It pays {text}.") == [f"{text}: {code} 5"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It paid \ufffd20million for the shops.", ["\ufffd20million: GBP 20000000"]),
        ("A \ufffd20m deal. The euro fell.", ["\ufffd20m: EUR 20000000"]),
        (
            "It gets \ufffd2.70 a share, or \ufffd5m.",
            ["\ufffd2.70: GBP 2.7", "\ufffd5m: GBP 5000000"],
        ),
        ("\ufffd20 people left the caf\ufffd 20 million times, and it\ufffd20 million ways.", []),
    ],
)
def test_a_sign_that_was_lost_in_decoding_is_no_dollar(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_who_says_which_dollar() -> None:
    assert money.read("$5 million", home="AUD")[0].value.currency_from == "locale"
    assert told("$5 million", home="AUD") == ["$5 million: AUD 5000000"]
    assert told("US$5 million", home="AUD") == ["US$5 million: USD 5000000"]
    declared = money.read("All figures in Canadian dollars. It paid $5 million.")[0].value
    assert (declared.currency, declared.currency_from) == ("CAD", "document")
    contrast = money.read("The Australian firm pays $30 million (US$20 million).")[0].value
    assert (contrast.currency, contrast.currency_from) == ("AUD", "document")
    assert money.read("It pays $30 million (US$20 million).")[0].value.currency == "USD"
    mixed = money.read("A Toronto fund paid $9 million for a firm with US$2 million of debt.")
    assert [each.value.currency for each in mixed] == ["CAD", "USD"]
    plain = money.read("It paid $5 million.")[0].value
    assert (plain.currency, plain.currency_from) == ("USD", "default")
    assert told("worth 5 billion, they say", home="GBP") == ["5 billion: GBP 5000000000"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sydney: an Australian fund pays $5 million for an ASX miner.", "AUD"),
        ("Auckland: the New Zealand dairy, listed on the NZX, pays $5 million.", "NZD"),
        # Its own dollar is marked: the bare sign is the other one.
        ("Sydney: an Australian fund pays $5 million; the ASX valued it at A$7 million.", "USD"),
        ("Sydney: an Australian fund pays $5 million for a New York firm on the NYSE.", "USD"),
        ("A fund from Sydney pays $5 million.", "USD"),
        # What is translated into a third currency is the dollar of the world.
        (
            "Singapore's Harrow, in Singapore, gets $5 million (Rs 37 crore), or $2, in Singapore.",
            "USD",
        ),
        # A company listed elsewhere, too, says nothing of whose dollar it is.
        ("Harrow (JSE: HRW) pays $5 million for Canada's Ostrava (TSX: OST).", "USD"),
        ("Harrow pays $5 million for Canada's Ostrava (TSX: OST).", "CAD"),
        ("Sydney: an Australian fund pays $5 million for a Kansas City firm on the ASX.", "USD"),
        ("ASX firm to pay $5m. The Sydney fund pays US$5 million, or $2 a share.", "USD"),
        ("ASX firm to pay $5m. The Sydney fund pays US$4 million, or $2 a share.", "AUD"),
        ("Sydney: an Australian fund pays North Americans $5 million for an ASX miner.", "AUD"),
        ("Sydney: an Australian fund pays Americans $5 million for an ASX miner.", "USD"),
        ("A$7 a share, of which $2 at an assumed AUD/USD rate, with a Singapore fund.", "USD"),
        ("Sydney: an Australian fund pays €7m ($9m), or $2 a share, for an ASX miner.", "USD"),
        (
            "Sydney: an Australian pays 7 million euros ($9m), or $2 a share, for an ASX miner.",
            "USD",
        ),
        # One number with both signs, a listing, and the dollar's country in words.
        ("Sydney firm to pay $26 billion. The Australian pays A$26 billion, or $20 now.", "AUD"),
        ("A Sydney firm pays $25 million; its market is worth A$25 billion.", "USD"),
        ("The Sydney firm (ASX: ORV) pays $5 million.", "AUD"),
        ("The Sydney firm (ASX: ORV) pays $5 million to Orvane (NYSE: ORN).", "USD"),
        ("Sydney, Sydney, Sydney: 28 Australian dollars a share. It gave $18 million.", "USD"),
        ("An Australian from Sydney told the ASX about a Canadian in Toronto.", ""),
        # Of two countries the one where the shares trade, else the one named more often.
        ("Canada's Harrow, a Canadian firm, bids $5 for the Sydney mill (ASX: ORV).", "AUD"),
        ("Canadian Harrow, of Canada, bids $5. Orvane of Sydney, Australia, told the ASX.", "AUD"),
        ("Tasmanian mill in Tasmania, Australia, gets a $5 million bid from Canada.", "AUD"),
        ("Canada's Harrow pays $15m. Its $15 million Cdn bid was told in Sydney and NSW.", "CAD"),
    ],
)
def test_a_bare_dollar_is_that_of_the_country_that_an_article_speaks_of(text, code) -> None:
    found = [each.value for each in money.read(text) if each.value.currency_from != "text"]
    assert {each.currency for each in found} == ({code} if code else set())


def test_the_countries_of_the_article_settle_an_ambiguous_name() -> None:
    assert told("The Danish brewer paid 17.4 mln crowns.") == ["17.4 mln crowns: DKK 17400000"]
    assert told("It paid 17.4 mln crowns.") == ["17.4 mln crowns: SEK 17400000"]
    assert told("Kenya raised 5 billion shillings.") == ["5 billion shillings: KES 5000000000"]


@pytest.mark.parametrize(
    ("text", "granule"),
    [
        ("$500M", "1e6"),
        ("$14.3 billion", "1e8"),
        ("half a billion dollars", "5e7"),
        ("a billion dollars", "1e9"),
        ("two and a half million dollars", "1e5"),
        ("412p", "0.01"),
        ("$236.41", "0.01"),
    ],
)
def test_granule(text: str, granule: str) -> None:
    assert money.read(text)[0].value.granule == Decimal(granule)


def test_ends_of_a_range_written_to_different_places() -> None:
    value = money.read("$14.3-$15 billion")[0].value
    assert (value.granule, value.granule_high) == (Decimal("1e8"), Decimal("1e9"))


# Every form of every lexicon entry is read.


@pytest.mark.parametrize("code", sorted(names()))
def test_every_name_and_code(code: str) -> None:
    single, plural, _, _ = names()[code]
    texts = [f"{7} million {plural}", f"7 million {single}"]
    if code not in forms().unread:
        texts += [f"{code} 7 million", f"{code}7 million", f"7 million {code}"]
    for text in texts:
        read = money.read(text)
        assert [m.value.currency for m in read] == [code], text
        assert text[read[0].start : read[0].end] == text


@pytest.mark.parametrize("form", forms().form, ids=lambda form: f"{form.code}-{form.minor}")
def test_every_form(form) -> None:
    value = Decimal(7_000_000) * form.times / form.minor
    lower = [sign for sign in form.before if " " in sign and sign.islower()]
    texts = [f"{sign}7 million" for sign in (*form.before, *form.scaled) if sign not in lower]
    texts += [f"{sign} 7 million" for sign in form.before]
    texts += [f"7 million {word}" for word in form.after]
    for text in texts:
        read = money.read(text)
        assert [m.value.currency for m in read] == [form.code], text
        assert read[0].value.low == value, text
    for word in form.glued:
        assert money.read(f"412{word}")[0].value.low == Decimal("4.12")
    for sign in form.scaled:
        assert money.read(f"{sign}7 chips") == []


@pytest.mark.parametrize("noun", sorted(forms().nouns))
def test_every_other_spelling_of_a_noun(noun: str) -> None:
    known = spellings().after
    for code, (single, plural, adjective, _) in names().items():
        if noun in (single.removeprefix(adjective).strip(), plural.removeprefix(adjective).strip()):
            for other in forms().nouns[noun]:
                assert f"{adjective} {other}".lower().replace(".", "").replace("-", " ") in known, (
                    code
                )


@pytest.mark.parametrize("code", sorted(forms().adjectives))
def test_every_other_adjective(code: str) -> None:
    _, plural, adjective, _ = names()[code]
    noun = plural.removeprefix(adjective).strip()
    for other in forms().adjectives[code]:
        read = money.read(f"7 million {other} {noun}")
        assert [m.value.currency for m in read] == [code], other


@pytest.mark.parametrize(("word", "factor"), sorted(scales().words.items()))
def test_every_scale_word(word: str, factor: Decimal) -> None:
    for text in (f"$7 {word} of", f"$7{word} of", f"$7-{word} of", f"$7 {word.title()} of"):
        assert [m.value.low for m in money.read(text)] == [7 * factor], text


@pytest.mark.parametrize(("letter", "factor"), sorted(scales().letters.items()))
def test_every_scale_letter(letter: str, factor: Decimal) -> None:
    assert [m.value.low for m in money.read(f"$7{letter} of")] == [7 * factor]
    assert [m.value.low for m in money.read(f"$7{letter.upper()} of")] == [7 * factor]


@pytest.mark.parametrize(("word", "factor"), sorted(scales().first.items()))
def test_every_first_scale_word(word: str, factor: Decimal) -> None:
    assert [m.value.low for m in money.read(f"$7 {word} million")] == [7 * factor * 1_000_000]


def test_every_vague_word() -> None:
    for word, (low, high) in vague().of.items():
        value = money.read(f"{word} of millions of euros")[0].value
        assert (value.low, value.high) == (low * 10**6, high * 10**6), word
    for word, (low, high) in vague().some.items():
        filler = " of" if word == "couple" else ""
        value = money.read(f"a {word}{filler} million euros")[0].value
        assert (value.low, value.high) == (low * 10**6, high * 10**6), word


def test_every_word_of_the_money_context() -> None:
    lexicon = money_context()
    for word in lexicon.spent:
        assert told(f"It {word} 5 billion."), word
    for word in lexicon.goes_on:
        assert told(f"It spent 5 billion {word} x."), word
    for word in lexicon.never - lexicon.goes_on:
        assert told(f"The cost of {word} grew with 5 billion.") == [], word


@given(st.text(alphabet="$€£ 0123456789.,-–()abcdeilmnorstuy\n%½", max_size=120))
@settings(max_examples=400)
def test_any_text_is_read_in_order_without_overlap(text: str) -> None:
    end = 0
    for each in money.read(text):
        assert end <= each.start < each.end <= len(text)
        assert each.value.low <= each.value.high
        assert each.hedge.text == text[each.hedge.start : each.hedge.end] or each.hedge.start == -1
        end = each.restated.end if each.restated else each.end


@given(st.text(max_size=80))
def test_no_text_is_too_strange(text: str) -> None:
    for each in money.read(text + " $5 million " + text):
        assert each.value.high >= each.value.low


@given(
    st.integers(1, 999_999), st.sampled_from(["$", "€", "£", "₹", "US$", "EUR ", "Rs "]),
    st.sampled_from(sorted(SCALE)),
)  # fmt: skip
def test_written_sums_come_back(number: int, sign: str, scale: str) -> None:
    for digits in (f"{number:,}", str(number)):
        read = money.read(f"It paid {sign}{digits}{scale} for it.")
        assert [m.value.low for m in read] == [number * Decimal(10) ** SCALE[scale]]
