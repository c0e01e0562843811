"""A line above or below a story in, who sent the story out: "(Coastwire) March 5, 2024", "ST/Coastwire, 5.3.2024", "AK/ST",
"Earlier report (CWA/Radio Selby):".

Initials beside a name are those of the paper or of an editor, the name that of the agency whose text was edited.
"""

import re
from functools import cache

from rashomon.data import load
from rashomon.ingest import cues, stamps
from rashomon.ingest.lines import Line, part
from rashomon.ingest.outlets import agency_named
from rashomon.text import gazetteer

_NAME = rf"(?:{cues.NAME}|[a-z]{{3,5}})"
_BRACKETED = rf"\((?P<name>{_NAME})\)"
_INITIALS = r"[A-Za-z]{1,3}\.?"
_SLASHED = rf"\(?(?:{_INITIALS}/(?P<after>{_NAME})|(?P<before>{_NAME})/{_INITIALS})\)?"
_SIGNED = re.compile(rf"\(?{_INITIALS}(?:/{_INITIALS}){{1,3}}\)?|{_SLASHED}")
_DATED = re.compile(rf"(?P<who>{_BRACKETED}|{_SLASHED})(?:\s?[,:|–—-]\s?|\s)(?P<day>.*\d.*)")
_DATED_BEFORE = re.compile(rf"(?P<day>.*\d\S*)[\s,]+(?P<who>{_BRACKETED})")
_CAPITALS = re.compile(r"\([A-Z]{3,6}\)")
_OURS = r"(?:(?:own|our|our own|staff) )?(?:reporters?|correspondents?|staff|editors|desk)|own"
_SHARED = re.compile(rf"(?:[\w ]{{2,30}} )?\(?(?P<one>{cues.NAME}|{_OURS})\s?/\s?(?P<other>{cues.NAME}|{_OURS})\)?:?")
_UNNAMED = re.compile(
    r"(?:by )?(?:[\w']+ ){0,3}?(?:(?:staff|reporters?|desk|newsroom|editors)(?:,| and| with) |from )?"
    r"(?:(?:the |news )?agencies|wires|wire services|agency (?:material|copy|reports?))\W*",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:[Tt]old|[Ss]poke to|[Ii]nterview with) (?:the )?(?:news )?(?:(?:agency|bureau) )?([A-Z]{3,6})\b"
    r"|\b(?:news|press) (?:agency|bureau|service) ([A-Z]{3,6})\b|\b([A-Z]{3,6}) (?:news )?(?:agency|bureau)\b"
)
_LONGEST = 100


def dated(line: Line) -> tuple[Line, Line] | None:
    """The parts of a line that is a credit and the day of it."""
    found = _DATED.fullmatch(line.text) or _DATED_BEFORE.fullmatch(line.text) if len(line.text) <= _LONGEST else None
    if found is None:
        return None
    who, day = part(line, *found.span("who")), part(line, *found.span("day"))
    return (who, day) if who and day and stamps.stamp(day) else None


def signed(line: str) -> bool:
    """Whether a line is initials with others or with an agency: "(ab/cd)", "ST/Coastwire"."""
    return len(line) <= _LONGEST and _SIGNED.fullmatch(line) is not None


def agency(line: str, text: str, initials: str = "", beside_day: bool = False) -> str | None:
    """The agency that such a credit names. One that no list knows has to bear a name for one, to stand beside the `initials` of
    the paper, or alone in brackets, where the text knows no place or person of that name, or, with its capitals, beside a day.
    """
    if beside_day and _CAPITALS.fullmatch(line) and line.strip("()") != initials:
        return agency_named(line) or line.strip("()")
    if not (found := re.fullmatch(_BRACKETED, line) or re.fullmatch(_SLASHED, line)):
        return None
    name = next(group for group in found.groups() if group)
    if listed := agency_named(name):
        return listed
    marked = name.casefold().endswith(tuple(_marks())) or name.casefold().endswith(tuple(load("mastheads")["agency"]["endings"]))
    beside = initials and re.fullmatch(rf"\(?{re.escape(initials)}/.*|.*/{re.escape(initials)}\)?", line, re.IGNORECASE)
    alone = "name" in found.groupdict() and " " not in name and name[:1].isupper() and not _elsewhere(name, text)
    return name if name[:1].isupper() and (marked or beside or alone) else None


def shared(line: str, outlet: str) -> str | None:
    """The agency with which a paper shares a credit: "Earlier report (CWA/Radio Selby):", "CWA/own reporter"."""
    found = _SHARED.fullmatch(line) if len(line) <= _LONGEST else None
    if found is None:
        return None
    ours = [re.fullmatch(_OURS, name) is not None or name.casefold() == outlet.casefold() for name in found.groups()]
    return next((name for name, own in zip(found.groups(), ours[::-1], strict=True) if own), None) if sum(ours) == 1 else None


def helped(line: str, text: str, initials: str = "") -> str | None:
    """The agency behind a byline that names nobody ("Post staff and agencies"): the only one to which the text says that somebody
    spoke.
    """
    if len(line) > _LONGEST or not _UNNAMED.fullmatch(line):
        return None
    told = {name for m in _TOLD.finditer(text) for name in m.groups() if name and name != initials}
    return told.pop() if len(told) == 1 else None


def _elsewhere(name: str, text: str) -> bool:
    """Whether a text knows somebody or a place of this name."""
    place = rf"\b(?:in|at|near|from)\s+{re.escape(name)}\b|{re.escape(name.upper())}\b"
    return bool(gazetteer.towns(name)) or re.search(place, text) is not None


@cache
def _marks() -> tuple[str, ...]:
    return tuple(load("mastheads")["agency"]["marks"])
