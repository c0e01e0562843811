"""A text and a figure in it in, whether its sentence says that it is of another happening, or that it only tells when, out."""

import re

from rashomon.meaning.befallen import outcomes
from rashomon.model import Quantity

_AGO = re.compile(
    r"\b(?:years?|decades?|centur(?:y|ies)|months?)[ \u00a0](?:ago|earlier|before|previously)\b|\blast year\b", re.IGNORECASE
)
"""By which words a sentence says that something was long before: "four months ago", "two years earlier"."""

_GOES_ON = re.compile(
    r",? (?:(?:was|were|is|are|be|has|have|had|will|would|could|may|might|remain\w*|said|says|told|that)\b"
    r"|and (?:was|were|has|have)\b)"
)
_PARTICIPLE = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bhad )(?<!\bhas )(?<!\bhave )"
    r"\b[a-z]+(?:ed|en|ght|ung|wn)(?: [\w-]+){0,4} \Z"
)
_SINCE = re.compile(r"\b(?:since|after|until|till|from|same)(?: [\w-]+){0,8} \Z", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:in|during|by) (?:an? |another |two |three |several |some |many |any )?"
    r"(?:previous|earlier|past|prior|separate|unrelated) (?:\w+ )?"
    r"(?:attack|assault|bombing|blast|explosion|crash|accident|incident|collision|shooting|fire|flood|quake|earthquake|raid"
    r"|strike|clash|siege|disaster|episode|case)(?:e?s)?\b"
    r"|\b(?:in|by) (?:(?:stark|sharp|marked|clear) )?contrast (?:to|with)\b",
    re.IGNORECASE,
)
"""What says that it befell others than those whom an account is about: "in a separate attack", "in contrast to"."""

_ANSWERED = re.compile(
    r"\b(?:in (?:retaliation|revenge|reprisal|retribution)|aveng\w+"
    r"|(?:revenge|retaliat\w+|reprisal|retribution)(?: attacks?| strikes?)?[”\"’']?) (?:for|against|the|an?)\b",
    re.IGNORECASE,
)
"""Behind which words stands what came before, and made somebody strike: "in retaliation for a raid that left 30 dead"."""

_WHEN = re.compile(r"[ \u00a0](?:ago|later|earlier|afterwards|previously|hence|from now|after|old)\b")
_LATELY = re.compile(
    r"\b(?:the|this|these|his|her|their|its) (?:past|last|next|coming|previous|recent|following|first) $", re.IGNORECASE
)
_LONG = ("month", "year", "decade", "century")  # "the boat came 18 minutes later" says how soon it came
_AROUND = 60  # code points before a word for when in which its verb may stand
_END = (". ", "\n")
_LONGEST = 600  # code points of a sentence to each side: what is longer is no sentence


def elsewhen(text: str, start: int, end: int) -> bool:
    """Whether a figure is told of another happening: "40 people died in an earlier attack", "Four months ago a bomb killed 40";
    but not "the girls kidnapped two years ago were freed", and not what was so since then.
    """
    first, last = _sentence(text, start, end)
    sentence = text[first:last]
    return bool(_OTHERS.search(sentence)) or any(_long_before(sentence, found) for found in _AGO.finditer(sentence))


def answered(text: str, start: int) -> bool:
    """Whether a figure stands behind the words for what somebody took revenge for."""
    first, _ = _sentence(text, start, start)
    return bool(_ANSWERED.search(text, first, start))


def tells_when(quantity: Quantity, text: str) -> bool:
    """Whether a length of time tells when something was, not how long it took: "two years ago", "over the past 15 years"."""
    if quantity.kind != "duration" or quantity.aspect or quantity.unit not in _LONG:
        return False
    start, end = quantity.span.start, quantity.span.end
    return bool(_WHEN.match(text, end) or _LATELY.search(text[max(0, start - _AROUND) : start]))


def _long_before(sentence: str, ago: re.Match[str]) -> bool:
    """Whether a word for when dates the main verb of a sentence, and not what a clause says by the way of somebody."""
    before = sentence[max(0, ago.start() - _AROUND) : ago.start()]
    if _GOES_ON.match(sentence, ago.end()) or _SINCE.search(before):
        return False
    by_the_way = _PARTICIPLE.search(before)
    return not (by_the_way and outcomes(sentence[: ago.start() - len(before) + by_the_way.start()]))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a figure begins and ends."""
    least, most = max(0, start - _LONGEST), end + _LONGEST
    first = max(least, *(text.rfind(mark, least, start) + 1 for mark in _END))
    return first, min((at for mark in _END if (at := text.find(mark, end, most)) >= 0), default=min(most, len(text)))
