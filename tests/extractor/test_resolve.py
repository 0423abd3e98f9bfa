"""Short names go to their long form where one candidate remains."""

from __future__ import annotations

import pytest

from dealfacts.extractor.readers import names
from dealfacts.extractor.resolve import Resolution, antecedent, resolve
from dealfacts.loader.sentences import split


def resolved(text: str) -> Resolution:
    return resolve(names.read(text, split(text)))


def test_a_bare_surname_is_the_only_full_name_that_fits() -> None:
    found = resolved("Dana Blostoy sold the firm. Blostoy said so, and Wendy Orr agreed.")
    assert found.forms["Blostoy"] == "Dana Blostoy"


def test_a_bare_surname_of_two_persons_stays_ambiguous() -> None:
    found = resolved("Dana Pell met Robert Pell. Pell said no.")
    assert found.forms["Pell"] is None


def test_a_given_name_alone_and_a_surname_with_particles() -> None:
    text = "Wendy van der Meer left. The board thanked Wendy. “Fine,” said van der Meer."
    found = resolved(text)
    assert found.forms["Wendy"] == "Wendy van der Meer"
    assert found.forms["van der Meer"] == "Wendy van der Meer"


def test_a_name_without_its_middle_part_or_suffix_is_the_longer_one() -> None:
    text = "Robert Q. Orr Jr. and Robert Orr Jr. are one. Robert Orr said so. Orr left."
    found = resolved(text)
    assert found.forms["Robert Orr"] in {"Robert Orr Jr.", "Robert Orr", "Robert Q. Orr Jr."}
    assert resolved("Dana Q. Pell left. Dana Pell said so.").forms["Dana Pell"] == "Dana Q. Pell"


def test_a_short_organisation_goes_to_its_long_form() -> None:
    text = "Kestrel Holdings plc bought Nimbus AI. Kestrel said Nimbus fits Kestrel."
    found = resolved(text)
    assert found.forms["Kestrel"] == "Kestrel Holdings"
    assert found.forms["Nimbus"] == "Nimbus AI"
    assert found.salient == "Kestrel Holdings"


def test_two_long_forms_leave_the_short_one_as_it_is() -> None:
    found = resolved("Kestrel Capital sold to Kestrel Foods. Kestrel said so.")
    assert found.forms["Kestrel"] == "Kestrel"
    assert found.forms["Kestrel Capital"] == "Kestrel Capital"


def test_an_acronym_goes_to_the_name_that_introduced_it_or_fits_it() -> None:
    found = resolved("The European Pipe Corporation (EPC) bought it. EPC is glad.")
    assert found.forms["EPC"] == "European Pipe"
    found = resolved("Green Ridge Coal Company sold it. In the end GRC was glad.")
    assert found.forms["GRC"] == "Green Ridge Coal"


def test_a_subsidiary_is_no_short_form() -> None:
    found = resolved("Kestrel DeepThought is a unit. Kestrel owns it.")
    assert found.forms["Kestrel"] == "Kestrel"


@pytest.mark.parametrize("trade", ["Bakeries", "Photonics", "Kitchen"])
def test_what_a_firm_makes_may_be_left_out_of_its_name_later(trade: str) -> None:
    found = resolved(f"Kestrel {trade} was sold. Kestrel said so.")
    assert found.forms["Kestrel"] == f"Kestrel {trade}"


WIRE = "Kestrel Container Corp said it agreed to buy Nimbus Pipe Ltd. {} said the price was fair."


def test_a_full_name_with_its_legal_form_stands_behind_its_beginning() -> None:
    assert resolved(WIRE.format("Kestrel")).forms["Kestrel"] == "Kestrel Container"
    headed = "KESTREL BUYS NIMBUS\n\n" + WIRE.format("It")
    read = names.read(headed, split(headed))
    found = resolve(read, headed.index("Kestrel"))
    assert found.long[0] == "Kestrel Container"
    assert found.long[headed.index("NIMBUS")] == "Nimbus Pipe"


def test_a_firm_named_first_is_not_the_unit_named_behind_it() -> None:
    found = resolved(
        "Kestrel sold a plant. Kestrel Container Corp, its unit, gained. Kestrel left."
    )
    assert found.forms["Kestrel"] == "Kestrel"
    found = resolved("Kestrel India Container Corp said so. Kestrel said nothing.")
    assert found.forms["Kestrel"] == "Kestrel"


def test_capitals_that_begin_two_names_stay_what_they_are() -> None:
    text = "KESTREL SELLS UNIT\n\nKestrel Container Corp and Kestrel Machine Inc parted on Monday."
    read = names.read(text, split(text))
    found = resolve(read, text.index("Kestrel"))
    assert found.long[0] == "Kestrel"


def test_a_misspelt_repetition_keeps_its_letters() -> None:
    found = resolved("Dana Blostoy left. Dana Bloestoy said so.")
    assert found.forms["Dana Bloestoy"] == "Dana Bloestoy"


def test_he_and_the_company_mean_the_only_candidate() -> None:
    text = "Dana Pell left Kestrel Foods. He said the company was fine."
    found = resolved(text)
    assert antecedent(found, text.index("He "), "person") == "Dana Pell"
    assert antecedent(found, text.index("the company"), "organisation") == "Kestrel Foods"
    assert antecedent(found, 0, "person") is None


def test_he_is_nobody_where_two_stand_near_or_nobody_does() -> None:
    text = (
        "Dana Pell met Robert Orr. He left." + " The weather was fine that day." * 40 + " He slept."
    )
    found = resolved(text)
    assert antecedent(found, text.index("He left"), "person") is None
    assert antecedent(found, text.index("He slept"), "person") is None


def test_an_article_without_names_has_nothing_salient() -> None:
    found = resolved("it rained.")
    assert found.salient is None
    assert found.forms == {}


def test_a_surname_with_its_particles_may_open_a_sentence() -> None:
    found = resolved("Olga van der Meer left Ostrava. Van der Meer said so.")
    assert found.forms["Van der Meer"] == "Olga van der Meer"


def test_a_ticker_in_brackets_is_a_short_form() -> None:
    found = resolved("It bought Nimbus Pipe (NYSE: NPI) in May. In the end NPI was glad.")
    assert found.forms["NPI"] == "Nimbus Pipe"


def test_a_family_name_that_comes_first_is_the_short_form() -> None:
    found = resolved(
        "Kim Min-jun left Hanbit Motors. Kim said so, and Zhang Wei agreed. Zhang left."
    )
    assert found.forms["Kim"] == "Kim Min-jun"
    assert found.forms["Zhang"] == "Zhang Wei"


def test_plural_nouns_do_what_a_legal_form_does() -> None:
    found = resolved("Quorran Holdings will buy Kestrel Ports. Kestrel lost money.")
    assert found.forms["Kestrel"] == "Kestrel Ports"
    found = resolved("Kestrel sells Kestrel Ports to Quorran Holdings. Kestrel Ports lost money.")
    assert found.forms["Kestrel"] == "Kestrel"


def test_a_body_named_after_the_firm_is_not_the_firm() -> None:
    text = "Example Ltd will merge into Example Bank in July. Example has 300 branches."
    assert resolved(text).forms["Example"] == "Example"

    text = (
        "Shares of Example rose on Monday. The Example Foundation, which owns 8 %, will not sell."
    )
    assert resolved(text).forms["Example"] == "Example"


def test_a_long_name_that_comes_first_is_still_shortened() -> None:
    text = "Example Bank will buy Sample Ltd. Shares of Example rose on Monday."
    assert resolved(text).forms["Example"] == "Example Bank"

    text = "Shares of Example rose on Monday. Example Holdings opened at $3."
    assert resolved(text).forms["Example"] == "Example Holdings"
