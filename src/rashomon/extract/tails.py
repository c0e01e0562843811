"""An attribution in, the same with what its sentence adds behind it to whom a figure of its content counts out.

"Forty people died, officials said, among them nine children": the nine are no less the officials' than the forty.
"""

import re
from dataclasses import replace

from rashomon.meaning.included import FIGURE
from rashomon.model import Attribution
from rashomon.text.parse import Parse

_DENYING = frozenset({"denying", "wanting", "demanding"})
_FAR = 400  # code points of a sentence that are searched
_NUMBER = rf"(?:at least |about |around |some |more than |nearly |almost )?(?:\d[\d,.]*|(?:{FIGURE})(?:-\w+)?|an?)"
_TAIL = re.compile(
    rf"(?:[^,;:.“”\"]{{0,60}},){{1,3}}\s+(?P<tail>(?:(?:including|among (?:them|whom)) {_NUMBER} (?!who|whom|people who)"
    rf"|{_NUMBER} of (?:them|whom) )[^;:.“”\"?!]*)",
    re.IGNORECASE,
)
_ENDS = re.compile(r",\s+(?:and he|and she|and they|and it|but|while|when|who|which|as|though|although|after|before|where)\b")
_COUNTS = re.compile(rf"\d|\b(?:{FIGURE})\b", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:said|says|told|added|reported|according)\b")


def with_tail(parse: Parse, attribution: Attribution) -> Attribution:
    """The attribution, its content with the tail where there is one and a figure that it may be a part of."""
    named = [s for s in (attribution.cue, attribution.source) if s is not None]
    if not named or not attribution.content or attribution.cue_class in _DENYING or attribution.manner == "direct":
        return attribution
    at = max(s.end for s in named)
    content, cue = attribution.content[-1], parse.tokens(named[0].start, named[0].end)
    if content.end > min(s.start for s in named) or not cue or not _COUNTS.search(content.text):
        return attribution
    last = parse.end[parse.sentence(cue[0])[1] - 1]
    found = _TAIL.match(parse.text, at, min(last, at + _FAR))
    if not found or _SAYS.search(found["tail"]):
        return attribution
    stop = _ENDS.search(found["tail"])
    start = found.start("tail")
    end = start + len((found["tail"][: stop.start()] if stop else found["tail"]).rstrip(" ,"))
    return replace(
        attribution, content=(*attribution.content, replace(content, start=start, end=end, text=parse.text[start:end]))
    )
