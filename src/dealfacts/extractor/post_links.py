"""What may stand between a person, a title and an organisation that belong together.

Patterns, each for the gap between two mentions; refuses to link, `posts` does.
"""

from __future__ import annotations

import re

# what stands between the titles of "chairman, president and the CEO"
JOINED = re.compile(
    r"[ \n]*(?:,|and|&|, and|,? as well as)?[ \n]*(?:(?:(?:as[ ])?an?|the|its|our)[ \n])?\Z"
)
# Between a title and the name behind it, as in: CEO Jane Roe; the CEO, Jane Roe
# or told of the post: the CEO is Jane Roe; the post of CEO goes to Jane Roe
BEFORE_NAME = re.compile(
    r"""(?:[ \n]of[ \n]the[ \n](?:company|firm|group|bank|business|airline|union)(?=,))?
        (?:[ \n](?:is|are|was|were|remains?|will[ ]be|(?:goes|went|passes|falls)[ ]to))?
        [ \n]*[,:–-]?[ \n]*
        (?:(?:Sir|Dame|Lord|Lady|Dr|Mr|Mrs|Ms|Prof|Professor|Engr|Alhaji|Sheikh|Prince
            |(?:Field|Air|Vice|Rear|Major|Brigadier|Lieutenant)[ ](?:Marshal|Admiral|General|Gen)
            |General|Gen|Admiral|Colonel|Col|Captain|Capt)\.?[ ])?\Z""",
    re.VERBOSE,
)
# "grandson of the founder" is no founder
KIN = (
    r"(?:great-)?(?:grand)?(?:sons?|daughters?|nephew|niece|brother|sister|wife|husband|widow|widower"
    r"|heir|descendant|child|cousin)"
)
# who stands near an officer, and who was only asked: "is married to the CEO", "a critic of the
# CEO"; what is done "by the CEO" or close "to the CEO" is no post either
NEAR_BY = (
    r"(?:critic|friend|ally|allies|opponent|rival|fan|admirer|prot[eé]g[eé]|confidant|colleague"
    r"|predecessor|candidate|contender|assistant|aide)s?"
)
NO_OFFICER = (
    r"(?:not|never|offered|married|engaged|no[ ]longer|refused|declined|interviewed|tipped"
    r"|considered|asked)"
)
# "The chief executive, Jane Roe, met the mayor"
OTHER = (
    r"(?:(?:also|then|later|has|had|had[ ]also|will)[ ])?(?:meets?|met|tells?|told|asks?|asked"
    r"|urge[sd]?|thank(?:s|ed)|praise[sd]|accuse[sd]|sue[sd]|hires?|hired|fires?|fired|backs?|backed"
    r"|criticise[sd]|criticize[sd]|blame[sd]|attack(?:s|ed)|defend(?:s|ed)|hosted|visited|married)"
)
# As in: Jane Roe, the 40-year-old; Jane Roe, who is the; Jane Roe, 56, has served as
BEHIND_NAME = re.compile(
    rf"""(?:[ ](?:of|from|at)(?:[ ]the)?(?:,?[ ](?:[A-Z][\w&.'’-]*|&|and)){{1,8}}
            (?=,|[ ](?:is|are|was|were|will|as|act(?:s|ed)?|serve[sd]?|ha(?:s|ve|d)|led)[ ]))?
        (?:,[ ](?:\d\d,[ ])?(?:(?:{KIN}|who|born|currently|now|previously|formerly|a|an|the)[ ]
                |(?=[^,.;:()“”"–—\n]{{3,60}}[ ](?:of|at)[ ][A-Z])
                |(?=[A-Z][^,.;:()“”"–—\n]{{2,40}}['’]s?[ ]))
            [^,.;:()“”"–—\n]{{1,80}},
            (?=[ ](?:who[ ])?(?:will|is|was|has|remains|becomes|stays|takes|joins)[ ]))?
        (?:,?[ ](?:Ph\.?D\.?|M\.D\.|MBA|CFA|[JS]r\.|[OCM]BE))?
        (?:[ \n]*,[ ](?:aged?[ ])?\d\d\b[ ]?,?|[ ]\([^()\n]{{1,16}}\))?
        (?:[ \n]*[,(|–—-](?![ \n]*(?:{OTHER}|and|or|but)\b)[ \n]*
            (?:who[ \n](?:is|was|serves[ ]as|remains|became|becomes|joins[ ]as)[ \n])?
         |['’]s?[ ](?:appointment|departure|resignation|tenure|return|promotion|retirement)[ ]
            (?:as|to)[ ]
         |[ \n](?:(?:has|had|have|since|also|previously|currently|now|then|will
            |would|could|should|may|later|still|again|soon)[ \n]){{0,3}}
          (?:is|was|are|were|be|been|as|becomes?|became|used[ ]to[ ]be
            |remain(?:s|ed)?|appointed|named|made|to[ ]become
            |(?:to[ ])?join(?:s|ed)?[ ](?:[\w&.'’-]+[ ]){{0,5}}as|(?:is|are)[ ]to[ ](?:be|become)
            |(?:will[ ])?(?:step(?:s|ped|ping)?[ ]down|stay(?:s|ed)?(?:[ ]on)?)[ ]as
            |(?:is|was|been)[ \n](?:elected|promoted|appointed|named)(?:[ \n](?:as|to))?
            |(?:serve[sd]?|serving|acted|acts?|worked|works|resigned|retired|stepped[ ]down)[ \n]as
            |(?:left|leaves|leaving|quit|departed|departs)[ \n]as
            |(?:g[ai]ves?|giving)[ ]up[ ](?:their|his|her)[ ](?:jobs?|posts?|roles?|positions?)[ ]as
            |(?:(?:is|are|due|set)[ ]to[ ])?
                (?:go(?:es)?|went|move[sd]?|return(?:s|ed)?|defect(?:s|ed)?)
                [ ](?:over[ ])?to[ ](?:[\w&.'’-]+[ ]){{1,5}}as
            |(?:will[ ])?stay(?:s|ed)?[ ]with[ ](?:[\w&.'’-]+[ ]){{1,4}}as
            |(?:(?:to|will)[ ])?(?:leads?|runs?|heads?)[ ](?:[\w&.'’-]+[ ]){{1,5}}as
            |(?:(?:is|are)[ ](?:(?:set|due|expected)[ ])?to[ ])?
                (?:steps?|stepped|stepping|moves?|moved|moving|rises?|rose)[ ]
                (?:(?:up[ ])?to|up[ ]as)
            |(?:(?:is[ ]|are[ ])?
                (?:(?:agreed|wants|plans|due|set|expected|likely|continues?)[ ])?to[ ])?
                (?:stay|carry|go|return|serve|continue)(?:[ ]on)?[ ]as
            |(?:carries|goes|doubles|doubled|returns|returned)(?:[ ]on)?[ ]as
            |to[ ]be(?=[ ](?:its|the|their|interim)[ ])
            |(?:is[ ](?:due[ ]|set[ ])?to[ ])?(?:takes?|took|taken|taking)[ ]
                (?:over|the[ ](?:helm|reins))[ ]as
            |(?:keeps?|kept|retains?|continues?[ ]in|stays?[ ]in)[ ](?:(?:his|her|their|the)[ ])?
                (?:job|role|post|position)[ ]as
            |(?:co-?founded|founded|started)[ ][^,.;:()“”]{{1,60}}?[ ]and[ ](?:(?:has|had)[ ])?
                (?:serve[sd]?|worked|acted|acts)[ ]as
            |(?:takes?|took|taken|taking)[ ]on[ ](?:the|a)[ ](?:[\w-]+[ ])?
                (?:post|role|position|job)[ ](?:of|as)
            |(?:to|into)[ ](?:the|a)[ ](?:[\w-]+[ ])?(?:post|role|position|job)[ ]of
            |continue(?:s|d)?[ ]as|(?:stepping|steps)[ ]in[ ]as)[ \n])
        (?![ \n]*(?:whom|whose|which|where|to)\b)
        (?![ \n]*(?:[\w-]{{1,14}}[ ]){{0,6}}(?:{KIN}|{NEAR_BY})[ ](?:of|to|for)\b)
        (?![ \n]*(?:[\w-]{{1,14}}[ ]){{0,2}}{NO_OFFICER}\b)
        (?![^,.;:()“”"–—]{{0,60}}\b(?:he|she|they|we|whether|if)[ ])
        (?P<between>[^,.;:()“”"–—]{{0,60}})
        (?<!\bby[ ])(?<!\bby[ ]the[ ])(?<!\bby[ ]its[ ])(?<!\bto[ ]the[ ])(?<!\bto[ ]its[ ])\Z""",
    re.VERBOSE,
)
# and: Jane Roe for the mills and John Doe for the shops
AND = re.compile(
    r"""(?:[ \n]for[ \n][^\W\d_][^,.;:()“”"]{1,30}?|[ ]\([A-Z]{2,4}\)
        |[ \n]\((?:(?:far|second)[ ])?(?:left|right|cent(?:re|er)|pictured|above)\)
        |,[ ](?:left|right|cent(?:re|er))(?=,))?[ \n]*(?:,|and|&|,[ ]and)[ \n]*
        (?:[A-Z][a-z]+[ \n])?\Z""",
    re.VERBOSE,
)
# The firm of a title and the name behind it: "co-founder of", "partner at"; ", ", " is "
OF = re.compile(r"[ \n](?:of|at|for|with)[ \n](?:the[ \n])?\Z")
COMMA = re.compile(
    r"\.?[,:–-]?[ \n]+(?:(?:is|remains|will[ \n]be)[ \n]+)?"
    r"(?:(?:Sir|Dame|Lord|Lady|Dr|Mr|Mrs|Ms)\.?[ ])?\Z"
)
# "... is its chairman and Jane Roe the vice chairman"
GAPPED, GAPPED_AND = (
    frozenset((" the ", " its ", " ")),
    re.compile(r"[ \n](?:is|was|be|as|becomes?|became)[ \n].{0,120}\band[ \n]\Z", re.DOTALL),
)
# "Jane Roe, the daughter of John Doe, will stay as chairman": he is named between them
KIN_OF = re.compile(rf",[ ](?:the[ ]|a[ ])?(?:[a-z]+[ ])?{KIN}[ ]of[ ]\Z")
KIN_ENDS = re.compile(r",[ ](?:who[ ])?(?:will|is|was|has|remains|becomes|stays|takes)[ ]")
# behind the firm of "the chief executive, Acme, Mr Roe"
INSERTED = re.compile(r",[ \n](?:(?:Sir|Dame|Lord|Lady|Dr|Mr|Mrs|Ms|Prof)\.?[ ])?\Z")
# "chief executive and chairman, respectively"
RESPECTIVELY = re.compile(r",?[ \n]respectively\b")
# Between two titles of one person: " of Acme in Leeds and a former Beta ", " and is now the ".
NEXT_POST = re.compile(
    r"""(?:[ \n](?:of|at|for|in)[ \n][^.;:()“”"\n]{1,80}?)?,?[ \n]and[ \n]
        (?:(?:is|was|has[ ]been|used[ ]to[ ]be|(?:will[ ])?(?:becomes?|serves?[ ]as))[ \n]
            (?:(?:now|also|once|then|still)[ \n])?
            (?:(?:the|an?|its)[ \n])?
         | an?[ \n] | (?=former\b))
        (?:former(?:ly)?[ \n])?
        (?:(?!(?:will|would|is|was|has|had|said)\b)[\w&.'’-]+[ \n]){0,5}\Z""",
    re.VERBOSE,
)
# "worked under Jane Roe as finance chief": the post is that of who did
WORKED_UNDER = re.compile(
    r"\b(?:work(?:s|ed|ing)?|serv(?:es?|ed|ing)|trained)[ ](?:\w+[ ]){0,2}under[ ](?:\w+\.?[ ])?\Z"
)
# "Jane Roe, one of the founders"
ONE_OF = re.compile(r"\b(?:one|two|three|among|both)\b")


def in_turn(text: str, end: int, titles: int, people: int) -> bool:
    """Whether titles that end at an offset are told of as many people, each of one.

    "Chief executive and chairman, respectively"; "the CEO and the CFO, Jane Roe and John Doe".
    """
    if RESPECTIVELY.match(text, end) is not None:
        return True
    return text.startswith(",", end) and 1 < titles == people


def is_behind(gap: str) -> bool:
    """Whether words between a person and a title say that it is that person's."""
    return BEHIND_NAME.match(gap) is not None
