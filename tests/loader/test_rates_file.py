from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dealfacts.errors import DealfactsError
from dealfacts.loader.rates_file import read_rates
from dealfacts.model.rates import Rate

CSV = """\
# closing rates
date,pair,rate,tolerance
2031-05-30,GBP/USD,1.25,0.03

, eur/usd ,1.05
"""
TOML = """\
[[rate]]
date = 2031-05-30
pair = "GBP/USD"
rate = 1.25
tolerance = 0.03

[[rate]]
pair = "EUR/USD"
rate = "1.05"
"""


@pytest.mark.parametrize(("name", "source"), [("r.csv", CSV), ("r.toml", TOML)])
def test_both_forms_say_the_same(tmp_path, name, source):
    file = tmp_path / name
    file.write_text(source, encoding="utf-8")
    found = read_rates(str(file))
    assert found.rates == (
        Rate("GBP", "USD", Decimal("1.25"), date(2031, 5, 30), Decimal("0.03")),
        Rate("EUR", "USD", Decimal("1.05")),
    )
    assert found.path == str(file)


@pytest.mark.parametrize(
    ("name", "source", "message"),
    [
        ("r.csv", "date,pair,rate\n2031-05-30,GBPUSD,1.25\n", "r.csv:2: 'pair' is two currency"),
        ("r.csv", "date,pair,rate\n2031-05-30,GBP/XQZ,1.25\n", "r.csv:2: 'pair' is two currency"),
        ("r.csv", "date,pair,rate\n\nlast May,GBP/USD,1.25\n", "r.csv:3: 'date' is not a date"),
        ("r.csv", "pair,rate\nGBP/USD,much\n", "r.csv:2: 'rate' is not a number above zero"),
        ("r.csv", "pair,rate\nGBP/USD,0\n", "r.csv:2: 'rate' is not a number above zero"),
        ("r.csv", "pair,rate\nGBP/USD,nan\n", "r.csv:2: 'rate' is not a number above zero"),
        ("r.csv", "pair,rate\nGBP/USD\n", "r.csv:2: 'rate' is not a number above zero"),
        ("r.csv", "pair,rate,tolerance\nGBP/USD,1,2\n", "r.csv:2: 'tolerance' is a share"),
        ("r.csv", "pair,rate\nGBP/USD,1,2\n", "r.csv:2: more values than the header has names"),
        ("r.csv", "pair,price\nGBP/USD,1\n", "r.csv:1: unknown key 'price'. Keys are date"),
        ("r.csv", "date,rate\n2031-05-30,1\n", "r.csv:1: no 'pair'. Keys are date"),
        ("r.csv", "# nothing\n", "r.csv: no rates. Write a line such as"),
        ("r.toml", "rate = 1\n", "r.toml: write one [[rate]] table for each rate"),
        ("r.toml", "[[rate]]\npair='GBP/USD'\n", "r.toml: [[rate]] 1: no 'rate'"),
        ("r.toml", "[[rate\n", "r.toml: not TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path, name, source, message):
    file = tmp_path / name
    file.write_text(source, encoding="utf-8")
    with pytest.raises(DealfactsError) as caught:
        read_rates(str(file))
    assert message in str(caught.value)


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(DealfactsError, match="rates cannot be read"):
        read_rates(str(tmp_path / "none.csv"))
