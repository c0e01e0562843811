"""The words by which a text blames, clears or names somebody, claims a deed or leaves it open who did it, as patterns."""

import re

from rashomon.data import load
from rashomon.text.patterns import either

STOP = re.compile(
    r"[,;:()“”\"–—]|\.(?:\s|$)|\s(?:and|but|or|who|which|that|whose|to|on|at|after|before|while|during|with|as|"
    r"when|where|since|because|had|"
    r"has|have|was|were|is|are|said|says|for|over|near|into|against|by|not|in|would|could|may|might|did|does|late|"
    r"early|yesterday|shortly|"
    r"(?:last|this)\s\w+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?=\s|$)",
    re.IGNORECASE,
)
"""What ends the words for somebody."""
BLAMED = re.compile(
    r"\bblam(?:ed|es|ing|e)\s+(?!for\b|on\b)(?P<who>.+?)(?=\s+(?:for|over)\s|[,;.]|$)(?:\s+(?:for|over)\s+(?P<what>.*))?", re.I
)
ACCUSED = re.compile(
    r"\baccus(?:ed|es|ing|e)\s+(?P<who>[^,;:.]{2,60}?)\s+of\s+(?=(?:\w+ly\s+)?\w+ing\b|(?:the|an?|this)\b)(?P<what>.*)",
    re.I,
)
BARE = re.compile(r"^(?P<who>(?:the |an? )?[^,;:.]{2,50}?)\s+of\s+(?=(?:\w+ly\s+)?\w+ing\b)(?P<what>.*)", re.I)
"""What is left of "accused X of shelling" where the verb is what it is attributed by."""
HELD = re.compile(r"\bh(?:eld|olds?|olding)\s+(?P<who>.+?)\s+responsible\b(?:\s+for\s+(?P<what>.*))?", re.I)
PINNED = re.compile(
    r"(?:\bblamed|\b(?:put|puts|laid|lay|lays|pinned|placed?)\s+(?:the\s+)?(?:blame|responsibility)|"
    r"\battributed)\b(?P<what>.{0,60}?)\s+(?:on|to)\s+"
    r"(?P<who>.+)|\bpoint(?:ed|s|ing)?\s+(?:the\s+|a\s+)?fingers?\s+at\s+(?P<at>.+)",
    re.I,
)
BEHIND = re.compile(
    r"\b(?:was|were|is|are|be|been|being|had|has|have|bear|bears|bore|stood|stands|s|'s|’s|itself|itselves|themselves)\s+"
    r"(?P<none>not\s+|no\s+|never\s+)?(?:\w+ly\s+)?(?:behind|responsible for|to blame for|responsibility for|"
    r"the author of|guilty of)\s+(?P<what>.*)|"
    r"^(?:\w+\s)?(?:behind|responsible for|responsibility for|to blame for)\s+(?P<also>.*)",
    re.I,
)
NO_PART = re.compile(
    r"\b(?:no part|no role|no hand|nothing to do|not (?:\w+ly )?(?:involved|responsible|behind)|"
    r"not take (?:any )?part|not took part|not the work of|"
    r"no involvement|never involved)\b(?:\s+(?:in|with|for)?\s*(?P<what>.*))?",
    re.I,
)
CLAIMED = re.compile(
    r"\b(?:claim(?:ed|s|ing)?|took|taken|takes?|assumed|admit(?:ted|s)?|accept(?:ed|s)?|"
    r"acknowledged?)\s+(?:full\s+|sole\s+)?responsibility\b(?P<what>.*)|"
    r"^(?:full |sole )?responsibility\b(?P<bare>.*)",
    re.I,
)
GROUNDED = re.compile(
    r"\b(?:planes?|jets?|aircraft|warplanes?|helicopters?|drones?|pilots?|air force|artillery|guns|missions?|"
    r"sorties?|flights?)\b",
    re.I,
)
IDLE = re.compile(
    r"\b(?:not|no|none|never)\b.{0,40}\b(?:in the air|airborne|in the sky|flown|flew|flying|sorties?|missions?|"
    r"took off|taken off|in the area|"
    r"operating|in operation|over the)\b",
    re.I,
)
UNKNOWN = re.compile(
    r"(?:\b(?:not|nobody|no one|none|never|yet to|unable to)\b.{0,25}?|n['’]t\b.{0,25}?)"
    r"\b(?:know\w*|clear|sure|certain|say|said|tell|told|establish\w*|determin\w*|identif\w*|settled|confirm\w*|reveal\w*|name|see|saw|seen)"
    r"\b.{0,40}?\b(?:who|whose|which side|which party)\b(?P<none>.*)|"
    r"\b(?:declin\w+|refus\w+|unclear|unknown|uncertain|remains? (?:unclear|unknown|open|a mystery))"
    r"\b.{0,60}?\b(?:who|whose|which side|which party)\b(?P<what>.*)|\bunclear\b.{0,30}?\bwho(?:se)?\b(?P<that>.*)|"
    r"^(?:exactly )?who(?:se)?\b(?P<so>.*)\b(?:is|was|remains?|are)\s+(?:not (?:yet )?(?:known|clear)|unclear|"
    r"unknown|disputed|in dispute)",
    re.I,
)
UNCLAIMED = re.compile(
    r"\b(?:no(?:body| one| group| organi[sz]ation| side| party)?)\b(?:\s+\w+){0,3}?\s+(?:has|had|"
    r"have)?\s*(?:immediately\s+|yet\s+|so far\s+)?"
    r"claim(?:ed|s)?\s+(?:the\s+)?(?:responsibility|\w+)\b(?P<what>.*)|\bno\b.{0,20}\bclaim of responsibility\b(?P<that>.*)",
    re.I,
)
_BY_DEED = [f for row in load("doings")["by_deed"].values() for w in row for f in (w, w.replace("man", "men"))]
CALLED = re.compile(
    rf"\b(?P<by>{either(_BY_DEED)})s?\s+(?:was|were|are|is|had been)\s+(?P<not>not\s+)?(?P<who>.+)",
    re.I,
)
"""Who somebody was who is called by the deed."""
CONTRAST = re.compile(
    r"(?<!\bdid )(?<!\bdo )(?<!\bdoes )(?<!\bhad )(?<!\bhas )(?<!\bhave )(?<!\bcould )(?<!\bwould )\b(?:not|"
    r"rather than|instead of)\s+(?:\w+(?:ed|en|it|un)\s+(?=by\s))?(?:by\s+|with\s+|from\s+)?(?P<who>(?:the\s+|"
    r"an?\s+)?[^,;:.]+)",
    re.I,
)


def by_deed(word: str) -> str | None:
    """The kind of deed by which somebody is called, None for any."""
    plain = word.lower().replace("men", "man").removesuffix("s")
    kind = next((k for k, row in load("doings")["by_deed"].items() if plain in row), "any")
    return None if kind == "any" else kind
