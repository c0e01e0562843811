"""A figure as the object of a verb in, whether its people were on board or taken away out; offsets are code points."""

import re

from rashomon.data import by_word
from rashomon.meaning.populations import words

_BACK = 60  # code points before a figure in which its verb stands
_NOWHERE = "hospitals?|clinics?|wards?|safety|custody|court|police|jail|prison|death|mortuary|morgue"
"""To what people are brought who are saved, looked after or held, and have not left."""
_AWAY = re.compile(
    r"[^.;:\d]{0,60}?\b(?:with (?:us|them)\b|(?:across|out of|away from)\s+(?:the |an? )?[A-Za-z]"
    rf"|to\s+(?!(?:\w+ ){{0,3}}(?:{_NOWHERE})\b)(?:(?:the|an?) \w|[A-Z]))"
)
"""What follows people who are taken to a place: not to be looked after, saved or held."""
_ON = re.compile(r"\s+(?:on|in|aboard)\s+(?:the|a|an|her|his|their|its)\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?\b")
_BORNE = re.compile(
    r"(?:\s+[^\W\d_]+){0,3}?(?:\s?[,–—][^;.:–—]{1,90}?[,–—])?(?:\s+[^\W\d_]+){0,4}?\s+(?:be|been|being|was|were|is|are)\s+(?!(?:to|due|being)\b)"
    r"(?:\w+ly\s+|all\s+|also\s+|now\s+)?([^\W\d_]+)",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"\s+out\b(?! (?:by|at)\b)"
    rf"|\s+(?:across|to)\s+(?!(?:\w+ ){{0,3}}(?:{_NOWHERE}|justice|account)\b)(?:(?:the|an?|their) [^\W\d_]|[A-Z])"
)
_ABOARD = re.compile(r"\b(?:on|in|aboard)\s+(?:the|an?|her|its)\s+([^\W\d_]+)\s+(?:was|were)\s+(?:\S+\s+)?\Z", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:,|and|along with|as well as)\s+\S+\s+[^\W\d_]+(?:\s[^\W\d_]+)?")

_VEHICLES = re.compile(
    r"\b(?:lorr(?:y|ies)|trucks?|bus(?:es)?|coach(?:es)?|convoy|column|vehicles?|carts?|wagons?|boats?|ferry|ferries|ships?|train)\s+"
    r"(?:(?:also|each|then|had|were|was|that|which) )*(?:carr(?:ied|ying|y)|brought|bringing|took|taking|held)\s+"
    r"(?:about |some |at least |another |with |the )*\Z",
    re.IGNORECASE,
)
_TO_CARE = re.compile(r"\b(?:hospitals?|clinics?|wards?|surger(?:y|ies)|first[- ]aid|doctors)\b", re.IGNORECASE)


def aboard(text: str, start: int, end: int) -> str | None:
    """What is said of people by their being on something that carries people: transport, "52 people on the coach", "on the coach
    were 52 people"; of more than one such thing, which are a convoy, departure.
    """
    found = _ON.match(text, end) or _ABOARD.search(text, max(0, start - _BACK), start)
    carriers = by_word("outcomes", "carrying")
    said = [word.lower() for word in found.groups() if word] if found else []
    if any(word in carriers for word in said):
        return "transport"
    return "departure" if any({word[:-1], word[:-2]} & {*carriers} for word in said) else None


def borne(text: str, end: int) -> bool:
    """Whether people whose figure ends there are said to have been taken out of a place or to another: "some 300 people, half of
    them women, are to be driven to Orlen", "were carried out in buses".
    """
    found = _BORNE.match(text, end)
    return (
        found is not None
        and found[1].lower() in {*by_word("outcomes", "bringing"), *by_word("outcomes", "borne")}
        and bool(_OFF.match(text, found.end()))
    )


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


def taken_along(text: str, start: int, end: int) -> bool:
    """Whether people whose figure stands there are what vehicles brought along, not to be looked after: the wounded of a convoy
    ("the lorries carried 118 wounded") were hurt on whatever day.
    """
    return _VEHICLES.search(text, max(0, start - _BACK), start) is not None and not _TO_CARE.search(text, end)
