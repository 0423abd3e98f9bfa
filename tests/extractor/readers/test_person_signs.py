"""Persons whose names are in no list: what the words around them say, and what speaks for firms."""

from __future__ import annotations

import pytest

from dealfacts.extractor.readers import names
from dealfacts.loader.sentences import split


def people(text: str) -> list[str]:
    return [name.core for name in names.read(text, split(text)).people]


def organisations(text: str) -> list[str]:
    return [name.core for name in names.read(text, split(text)).organisations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # they found a firm
        ("Zrk Wolmuk and Tebrid Orutaled founded Acme in 2018.", "Zrk Wolmuk, Tebrid Orutaled"),
        ("Zrk Wolmuk and Tebrid Orutaled founded the bank.", "Zrk Wolmuk, Tebrid Orutaled"),
        ("It was founded in 2018 by Ham Wolmuk and Maij Orutaled.", "Ham Wolmuk, Maij Orutaled"),
        ("Set up in 2019 by Ngozika Ubaezonu, Acme lends to traders.", "Ngozika Ubaezonu"),
        ("Clea Siegalow co-founded the company in 1997.", "Clea Siegalow"),
        # a title leads up to them
        ("Its co-founders, Zrk Wolmuk and Tebrid Orutaled, own 5%.", "Zrk Wolmuk, Tebrid Orutaled"),
        ("The new finance chief will be Wanderleya Assumpcaon.", "Wanderleya Assumpcaon"),
        ("Its founders are Gvantsa Tskhovrebidze and Zviid Kvlivi.",
         "Gvantsa Tskhovrebidze, Zviid Kvlivi"),
        ("A partner at Northwind Capital, Adefolaarin Ogunsanyo, agreed.", "Adefolaarin Ogunsanyo"),
        ("The founder of Acme Pay Inc, Tosyn Eniolurundo, was quoted.", "Tosyn Eniolurundo"),
        ("The bank's promoter, Sanjoy Zhingalu, was fined.", "Sanjoy Zhingalu"),
        ("Sridharan Balakrishnin will be its managing director.", "Sridharan Balakrishnin"),
        ("Justices B.V. Nagarothna and Satheesh Chondra told them to file.",
         "B.V. Nagarothna, Satheesh Chondra"),
        ("Chairman Seung-hyok Gwaksun stays.", "Seung-hyok Gwaksun"),
        ("Acme appointed Ikechukwuka Obialo chief financial officer.", "Ikechukwuka Obialo"),
        ("Aliuko Dangotey, founder of the Dangotey Group, came.", "Aliuko Dangotey"),
        # only people are and do that
        ("Thuc-Quyen Phamvan, who grew up in Hue, joined in 2012.", "Thuc-Quyen Phamvan"),
        ("Zrk Wolmuk resigned on Friday after a row.", "Zrk Wolmuk"),
        ("Zrk Wolmuk was born in Kampala in 1993.", "Zrk Wolmuk"),
        ("Zrk Wolmuk is a Ugandan.", "Zrk Wolmuk"),
        ("In 2014 Zrk Wolmuk met Tebrid Orutaled at school.", "Zrk Wolmuk, Tebrid Orutaled"),
        ("“It is a lot of money,” recalls Dzmitryk Hancharyk.", "Dzmitryk Hancharyk"),
        ("Hovsepa Ghazkh said the deal was done. She expects to hire.", "Hovsepa Ghazkh"),
        ("The Zrk Wolmuk-promoted company is the country's top mill.", "Zrk Wolmuk"),
        # what only people have and undergo
        ("Okwn Udobqng's family owns 30%.", "Okwn Udobqng"),
        ("The heirs of Okwn Udobqng own 30%.", "Okwn Udobqng"),
        ("Okwn Udobqng and her family own 30%.", "Okwn Udobqng"),
        ("Okwn Udobqng sold his 5% in May.", "Okwn Udobqng"),
        ("Okwn Udobqng owns 4% through his holding company.", "Okwn Udobqng"),
        ("Okwn Udobqng spent his childhood in Hue.", "Okwn Udobqng"),
        ("Okwn Udobqng holds an MBA from Tarn College.", "Okwn Udobqng"),
        ("Okwn Udobqng, for his part, liked it.", "Okwn Udobqng"),
        ("Okwn Udobqng was jailed in May.", "Okwn Udobqng"),
        ("Okwn Udobqng left Kestrel Bank to start the company.", "Okwn Udobqng"),
        ("Okwn Udobqng hopes to retire in May.", "Okwn Udobqng"),
        ("Okwn Udobqng is one of the richest men in Africa.", "Okwn Udobqng"),
        ("Forbes puts the fortune of Okwn Udobqng at $3 billion.", "Okwn Udobqng"),
        ("The deal makes Okwn Udobqng a billionaire.", "Okwn Udobqng"),
        ("“It works,” Okwn Udobqng of Kestrel Securities said.", "Okwn Udobqng"),
        ("The board elected Okwn Udobqng chairman.", "Okwn Udobqng"),
        ("Alhaji Okwn Udobqng and Engr. Zrk Wolmuk liked it.", "Okwn Udobqng, Zrk Wolmuk"),
        # of kin and of friends
        ("He began with a childhood friend, Grg Orlwsk.", "Grg Orlwsk"),
        ("His wife, Bexultana Dzhaksyb, is a doctor.", "Bexultana Dzhaksyb"),
        ("They were helped by Eszterke Nyiro and her brother.", "Eszterke Nyiro"),
        ("Chairman of Tarn Group Zhang Xuu said so.", "Zhang Xuu"),
        ("The fund, led by Yasser Othman Al-Rumayin, moves on.", "Yasser Othman Al-Rumayin"),
        ("Italian brothers Sergyo and Bruuno Kostta agreed.", "Sergyo Kostta, Bruuno Kostta"),
        ("They were joined by Zhaoxuan Qiyang, an engineer from Acme.", "Zhaoxuan Qiyang"),
    ],
)  # fmt: skip
def test_who_is_in_no_list_is_a_person_by_what_only_people_are(text: str, expected: str) -> None:
    assert people(text) == expected.split(", ")


@pytest.mark.parametrize(
    "text",
    [
        "The joint venture was set up by Kestrol Dynamix and Oruna Zelvar in 2018.",
        "Acme and Oruna Zelvar have founded a joint venture.",
        "Oruna Zelvar, which makes pumps, said it would buy Acme.",
        "Oruna Zelvar's shares fell 4%. Oruna Zelvar founded the unit in 2001.",
        "Its owners, Oruna Zelvar and Kestrol Dynamix, get the money.",
        "Its partners, Oruna Zelvar and Kestrol Dynamix, will lend it.",
        "Advisers Oruna Zelvar and Kestrol Dynamix earned $3 million.",
        "The seller, Oruna Zelvar, declined to comment.",
        "Oruna Zelvar started selling phones in 2013.",
        "An Oruna Zelvar-led consortium bid $3 billion.",
        "The round was led by Oruna Zelvar and Kestrol Dynamix.",
        "Oruna Zelvar is a Ugandan company.",
        "Founded in 2018 by Oruna Zelvar Group, Acme is growing.",
        "Oruna Zelvar's family of brands is sold in Asia.",
        "Oruna Zelvar's customers like it.",
        "Oruna Zelvar's family cars and its daughter company are sold.",
        "Oruna Zelvar bought his stake and told him so.",
        "Oruna Zelvar is owned by a billionaire.",
        "Oruna Zelvar was fined in May.",
        "Oruna Zelvar of Norway said it would buy Acme.",
        "Oruna Zelvar will remain as a listed company.",
        "Oruna Zelvar has promoted nobody to chief executive.",
        "Oruna Zelvar, the conglomerate that a billionaire controls, bought it.",
    ],
)
def test_a_firm_of_unknown_words_is_no_person(text: str) -> None:
    assert people(text) == []
    assert [name for name in organisations(text) if name.startswith("Oruna Zelvar")]
