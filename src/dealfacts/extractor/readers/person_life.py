"""What only people undergo, have and are: "was born", "'s widow", "spent his childhood".

Refuses what happens to firms as well: being fined, bought or told something.
"""

from __future__ import annotations

import re

from dealfacts.lexicon import name_words as words

# Enough for two words that no list has, enough for them in spite of one doubt.
SIGN, SURE = 2, 3
# What only people do and undergo, and are: "is a Ugandan".
LIVES = re.compile(
    r"""[ ](?:(?:also|later|then|now|has|had|once|still|recently)[ ]){0,2}
        (?:was[ ]born|(?:has|had)[ ]been[ ](?:running|leading|heading|chairing)\b|grew[ ]up
         |dropped[ ]out|stepped[ ](?:down|aside)|told[ ]reporters
         |(?:(?:will|is|was|been)[ ])?(?:(?:stays?|remains?)[ ])?(?:at[ ]the[ ]helm|in[ ]charge)\b
         |is[ ]married
         |(?:is|was)[ ]an?[ ](?:[\w-]{2,14}[ ])?(?:man|woman|citizen|native|doctor)\b
         |(?:(?:is|was)[ ])?an?[ ](?P<people>[A-Z]\w+)(?=[.,;]|[ ]and\b)
         |(?P<met>met)[ ](?=[A-Z]|him\b|her\b|in\b|at\b)
         |(?P<verb>[a-z]{3,12})(?![\w'’-]))""",
    re.VERBOSE,
)
# What only people have: "Jane Doe's fortune"; "Acme's family of brands" is a firm's.
HAS = re.compile(
    r"""['’]s?[ \n](?:
        family(?![ ](?:of|business|compan|firm|office|brand|cars?|health|film|rest|din))
        |wife|husband|fortune(?!s)|net[ ]worth
        |wealth(?![ ](?:manage|advis|unit|business|arm|division))|heirs?|widow|son
        |daughter(?![ ](?:company|firm))|brother|mother|father|childhood|hometown|birthday
        |biography|memoirs?)\b
    | [ ](?:has|holds|earned|took)[ ](?:an?|his|her)[ ](?:[\w’'-]{2,14}[ ]){0,2}
        (?:degree|MBA|PhD|Ph\.D|doctorate|diploma)\b""",
    re.VERBOSE,
)
# What they do with what is theirs: "quit his job"; "bought his firm" is what firms do.
OWN = re.compile(
    r"""[ ](?:(?:has|had|also|later|then|once)[ ])?
        (?:(?:quit|quits|spent|spends|sold|lost|earned|began|finished|gave[ ]up|gives[ ]up
         |cut[ ]short|made|makes|put|puts|dedicated|credits|thanks|thanked)[ ]
            (?:his|her)\b(?![ ](?:an?|the)\b)
         |(?:owns?|owned|holds?|held|controls?|moved|left|returned)[ ][^.;:\n]{2,44}
            [ ](?:through|with|for|to|via)[ ](?:his|her)\b)
    | [ ](?:hopes|wants|plans|intends|expects)[ ]to[ ]retire\b
    | [ ]said[ ](?:in[ ]an[ ]interview|by[ ](?:phone|telephone))\b
    | (?:[ ](?:will|would|to|is|has|had|also|been|was|be)){0,3}
        [ ](?:join(?:s|ed|ing)?|leaves?|leaving|left|quit
            |(?:sits?|sat|serve[sd]?|remains?|stays?|be|is|been)(?:[ ]also)?[ ]on
            |(?:appointed|elected|named|added|returns?|returned)[ ]to
            |(?:step(?:s|ped|ping)?[ ]down|resign(?:s|ed|ing)?|retire[sd]?)[ ]from
            |(?:gives?|gave)[ ]up[ ](?:his|her|a)[ ]seat[ ]on)[ ]
        (?:the|its|their|(?:[A-Z&][\w&.-]*[ ]){0,3}[A-Z][\w&.-]*['’]s?)[ ]
        (?:[\w-]+[ ]){0,3}board(?!['’])\b
    | [ ]left[ ](?:[A-Z][\w&.-]*[ ]){1,3}to[ ](?:start|found|set[ ]up|join|launch)\b
    | ,[ ]for[ ](?:his|her)[ ]part\b | [ ]and[ ](?:his|her)[ ]famil""",
    re.VERBOSE,
)
# What happens to them, and what they are.
FATE = re.compile(
    r"""[ ](?:was|were|has[ ]been|had[ ]been|is)[ ](?:then[ ]|later[ ]|also[ ])?
        (?:arrested|jailed|imprisoned|fired|sacked|ousted|knighted|extradited|hired|poached|widowed
         |headhunted)\b
    | [ ](?:is|was|ranks[ ]as|became)[ ]
        (?:(?!by\b|for\b|backed\b|owned\b|run\b|led\b)[\w’'-]+[ ]){0,7}
        (?:man|men|woman|women|billionaire|millionaire|native)\b
    | [ ](?:a|into[ ]a)[ ](?:billionaire|millionaire|rich[ ]man|rich[ ]woman)\b""",
    re.VERBOSE,
)
# "the widow of Jane Doe", "the fortune of Jane Doe"
OF_LIFE = re.compile(
    r"""\b(?:leadership|stewardship|chairmanship|guidance|family|heirs?|fortune|net[ ]worth|widow
        |wife|husband|sons?|daughters?|brother|sister
        |father|mother|death|birthplace|children|childhood|memory|friend|colleague)[ ]of[ ]\Z""",
    re.VERBOSE,
)
# "Jane Doe of Beta said": a place behind "of" would be that of a firm
OF_FIRM = re.compile(
    r"""[ ](?:of|from|at)[ ](?:the[ ])?(?P<firm>[A-Z][\w&.’'-]*)(?:[ ][A-Z&][\w&.’'-]*){0,4}[ ]
        (?:said|says|added|adds|wrote|explained|told|called|calls|thinks|believes|argue[sd]|reckons
         |expects|estimates|noted|notes|warned)\b""",
    re.VERBOSE,
)
LOOK_BACK = 24


def lives(text: str, end: int) -> int:
    """What the words behind a name that ends at an offset tell of somebody's life; 0 if nothing."""
    found = LIVES.match(text, end)
    if found is not None and found["people"] is not None:
        return (SURE + SIGN) * bool(words.flags(found["people"]) & words.PEOPLE)
    is_act = found is not None and (
        found["verb"] is None or found["verb"] in words.lexicon().cues.person_acts
    )
    if found is not None and is_act:
        return SIGN if found["met"] else SURE
    if HAS.match(text, end) or OWN.match(text, end) or FATE.match(text, end):
        return SURE
    firm = OF_FIRM.match(text, end)
    return SURE * (firm is not None and not words.flags(firm["firm"]) & words.PLACE)


def is_of_life(text: str, start: int) -> bool:
    """Whether the words before a name at an offset tell of kin, death or fortune."""
    return OF_LIFE.search(text, max(0, start - LOOK_BACK), start) is not None
