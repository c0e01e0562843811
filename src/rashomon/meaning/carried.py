"""A figure as the object of a verb in, whether its people were on board or taken away out; offsets are code points."""

import re

from rashomon.data import by_word
from rashomon.meaning.populations import words

_BACK = 60  # code points before a figure in which its verb stands
_AWAY = re.compile(
    r"[^.;:\d]{0,60}?\b(?:(?:across|out of|away from)\s+(?:the |an? )?[A-Za-z]|to\s+(?!(?:\w+ ){0,3}(?:hospitals?|clinics?|wards?"
    r"|safety|custody|court|police|jail|prison|death|mortuary|morgue)\b)(?:(?:the|an?) \w|[A-Z]))"
)
"""What follows people who are taken to a place: not to be looked after, saved or held."""
_ON = re.compile(r"\s+(?:on|in|aboard)\s+(?:the|a|an|her|his|their|its)\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?\b")
_JOINED = re.compile(r"\s*(?:,|and|along with|as well as)\s+\S+\s+[^\W\d_]+(?:\s[^\W\d_]+)?")


def aboard(text: str, end: int) -> bool:
    """Whether people whose figure ends there are said to have been on something that carries people: "52 people on the coach"."""
    found = _ON.match(text, end)
    return found is not None and any((word or "").lower() in by_word("outcomes", "carrying") for word in found.groups())


def held(text: str, start: int) -> str | None:
    """What a verb with the figure as its object says of it, a hedge of up to three words between: "carrying more than 300"."""
    holding = by_word("outcomes", "holding")
    near = [w.lower() for w in words(text[max(0, start - _BACK) : start])[-4:]]
    return next((holding[w] for w in reversed(near) if w in holding), None)


def taken(text: str, start: int, end: int) -> bool:
    """Whether a verb with the figure as its object, or with one before it, says that people were taken to a place: "took 640 men
    and 118 boys across the strait".
    """
    bringing = by_word("outcomes", "bringing")
    near = [w.lower() for w in words(text[max(0, start - _BACK) : start])[-4:]]
    if not any(w in bringing for w in near) or "it" in near:  # "it took 40 men to open the door"
        return False
    joined = _JOINED.match(text, end)
    return bool(_AWAY.match(text, joined.end() if joined else end))
