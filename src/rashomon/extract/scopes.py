"""A figure and the words around it in, what they say is in or out of it: its scope, in the words of the text."""

import re

from rashomon.text import numerals
from rashomon.text.amounts import Figure
from rashomon.text.patterns import either

_SCOPE = re.compile(
    r"[ \u00a0]?[,(–—-]?[ \u00a0]?((?:including|included|excluding|not including|not counting|without counting|other than"
    r"|among them|except for|except|apart from|along with|together with|plus|as well as|mostly|mainly|all of them|most of them"
    r"|many of them)[ \u00a0]"
    r"[^.;:!?()\n]{2,90}?)(?=[,.;:!?()\n”\"]|$)"
)
_AND_THEIRS = re.compile(
    r"[ \u00a0](and (?:their|his|her|its) (?:(?:[^\W\d_]+ ){0,2}?(?:[^\W\d_]+s|children|women|men|family|kin|crew)\b|[^\W\d_]+))"
)
_MORE = re.compile(r"[ \u00a0](more|additional|further|extra|new|other|others)\b(?! than)")
_FURTHER = re.compile(r"\b(another|a further|an additional|an extra|the other|the remaining)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"[ \u00a0](of (?:them|whom|these|those|which)\b)")
_WORDS = r"(?:[^\W\d_]+ )"
_OF_A_TOTAL = re.compile(
    rf"[ \u00a0]((?:out )?of (?:the|its|their|those|these|all|some|about|his|her) {_WORDS}{{0,2}}\d[\d,.]*\b(?: [^\W\d_]+)?)"
)
_BEFORE = re.compile(
    rf"\b([Oo]f (?:whom|which)),?[ \u00a0]\Z|\b([Oo]f (?:them|these|those|the {_WORDS}?\d[\d,]*(?: [^\W\d_]+)?)),[ \u00a0]\Z"
)
_WHOLE = re.compile(
    rf"\b((?:(?:all but )?(?:\d[\d,.%]*|{either(numerals.BASIC)}|{either(numerals.SCALES)}|quarter|third|fifth|tenth|majority)"
    r"(?: (?:per cent|percent|thirds|quarters))?|each|most|many|some|few|half|part|none|any) of"
    r" (?:the|its|their|these|those|his|her))[ \u00a0](?:[^\W\d_]+(?:['’]s?)? ){0,2}\Z",
    re.IGNORECASE,
)
_ALONE = re.compile(r"[ \u00a0](alone|only|each|apiece)\b")
_A_DAY = re.compile(r"[ \u00a0]((?:an?|per|every|each) (?:second|minute|hour|day|night|week|month|quarter|year))\b")
_ONLY = re.compile(r", ((?:[^\W\d_]+ ){1,2}only)(?=[.,;:)]|$)")


def scope(text: str, figure: Figure, end: int, *, named: bool) -> str | None:
    """What is said to be in or out of the figure, in the words of the text; None where nothing is. `named`: what it counts is
    named beside it, so that "of them" leaves nothing open ("12 of them children").
    """
    parts = [figure.per] if figure.per else []
    if found := _MORE.match(text, figure.end):
        parts.append(found.group(1))
    if found := _FURTHER.search(text[max(0, figure.start - 16) : figure.core[0]]):
        parts.append(found.group(1).lower())
    if found := _OF_A_TOTAL.match(text, figure.end) or (None if named else _OF_THEM.match(text, figure.end)):
        parts.append(found.group(1))
    elif not named and (found := _BEFORE.search(text, max(0, figure.start - 40), figure.start)):
        parts.append((found.group(1) or found.group(2)).lower())
    elif found := _WHOLE.search(text, max(0, figure.start - 60), figure.start):
        parts.append(found.group(1).lower())
    if found := _ALONE.match(text, end) or _A_DAY.match(text, end) or _ONLY.match(text, end):
        parts.append(found.group(1))
    theirs = _AND_THEIRS.match(text, end)
    if theirs:
        parts.append(theirs.group(1))
    if found := _SCOPE.match(text, theirs.end() if theirs else end):
        parts.append(found.group(1).strip())
    return "; ".join(dict.fromkeys(parts)) or None
