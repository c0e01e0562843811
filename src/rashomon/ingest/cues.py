"""A line of a page in, the role that its words give away out, or None: the word lists of data/boilerplate.toml, compiled."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LONGEST_LINE = 200
"""Characters of a line that one pattern may fit; longer ones are told by how they begin, or by legal phrases."""

# a capital, then up to four more words that begin with one, with the particles of names between them
NAME = (
    r"(?-i:[^\W\d_a-z][\w.'-]*(?: (?:(?:de|da|del|della|van|von|der|den|bin|ibn|al|el|la|le|di|du|dos|abu|and|y)[ -])*"
    r"[^\W\d_a-z][\w.'-]*){0,4})"
)
_ORNAMENTS = " \t\u00a0\u200b\u200e\u200f•·●▪■◆○*|¦»«›‹>→←↑↓▲▼►◄✓✔–—_=#~,;"


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry: its role, whether titles below it share that role, and what it matches."""

    role: str
    heading: bool
    line: re.Pattern[str] | None
    edge: re.Pattern[str] | None
    start: re.Pattern[str] | None
    end: re.Pattern[str] | None
    words: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Match:
    """What a line is by its words. `heading`: whether the titles below it are of the same kind."""

    role: str
    heading: bool = False


@cache
def _data() -> dict[str, list[dict[str, object]]]:
    return tomllib.loads(files("rashomon.data").joinpath("boilerplate.toml").read_text(encoding="utf-8"))


@cache
def cues() -> tuple[Cue, ...]:
    """All entries, in the order in which they are tried."""
    return tuple(
        Cue(
            role=str(entry["role"]),
            heading=bool(entry.get("heading")),
            line=_union(entry.get("line")),
            edge=_union(entry.get("edge")),
            start=_union(entry.get("start")),
            end=_union(entry.get("end"), "(?:{})$"),
            words=_union(entry.get("words"), r"(?:(?:{})[ ,/|·•()]*)+"),
        )
        for entry in _data()["cue"]
    )


def _union(patterns: object, frame: str = "(?:{})") -> re.Pattern[str] | None:
    if not isinstance(patterns, list):
        return None
    return re.compile(frame.replace("{}", "|".join(f"(?:{p})" for p in patterns)).replace(r"\p{Name}", NAME), re.IGNORECASE)


def plain(line: str) -> str:
    """A line as the patterns read it: one space between words, straight apostrophes, no ornaments around it."""
    return re.sub(r"\s+", " ", line.replace("’", "'").replace("‘", "'")).strip(_ORNAMENTS).strip()


_TOLD = re.compile(r"\b(?:said|told|argued|ruled|claimed|added|denied|announced|had|were|was)\b")


def _tells(line: str) -> bool:
    """Whether a line is a sentence that tells what happened, as no menu, prompt or notice of a page does."""
    return line.endswith(".") and line.count(" ") >= 4 and _TOLD.search(line) is not None and "©" not in line


def match(line: str, outside: bool = False) -> Match | None:
    """The role that a line gives away. `outside`: whether it stands above or below the story, where more words are telling."""
    # every pattern looks at one end of the line alone, so that a paragraph of megabytes costs no more than a short one
    head, tail = plain(line[: 4 * LONGEST_LINE]), plain(line[-2 * LONGEST_LINE :])
    if not head:
        return Match("other")
    short = len(line) <= 2 * LONGEST_LINE and len(head) <= LONGEST_LINE and not _tells(head)
    for cue in cues():
        if short and _whole(cue, head, outside):
            return Match(cue.role, cue.heading)
        if cue.start and cue.start.match(head):
            return Match(cue.role, False)
        if cue.end and len(line) <= 4 * LONGEST_LINE and cue.end.search(tail):
            return Match(cue.role, False)
    return None


def _whole(cue: Cue, line: str, outside: bool) -> bool:
    bare = line.rstrip(" :.!»›>→")
    patterns = (cue.line, cue.edge if outside else None, cue.words)
    return any(p is not None and (p.fullmatch(line) or p.fullmatch(bare)) for p in patterns)


@cache
def _legal() -> re.Pattern[str]:
    phrases = _data()["legal"]["phrases"]  # type: ignore[call-overload]
    return re.compile("|".join(f"(?P<p{i}>{p})" for i, p in enumerate(phrases)), re.IGNORECASE)


def legal(passage: str, least: int) -> bool:
    """Whether a passage is legal text: that many different phrases of it, one at least in every 300 characters.

    A passage that tells what somebody did or said is a story about the law, unless it has three phrases more.
    """
    head = plain(passage[:20_000])
    phrases = len({found.lastgroup for found in _legal().finditer(head)})
    wanted = least + 3 if _TOLD.search(head) else least
    return len(head) >= 60 and phrases >= max(wanted, len(head) / 300)


@cache
def _sections() -> frozenset[str]:
    return frozenset(_data()["sections"]["names"])  # type: ignore[call-overload]


def section(line: str) -> bool:
    """Whether a line is the name of a part of a newspaper ("Middle East", "World news"), or several of them."""
    parts = re.split(r" ?[|/>»›·•,] ?", plain(line).casefold())
    return all(part in _sections() for part in parts)


@cache
def _speech() -> re.Pattern[str]:
    verbs = "|".join(_data()["speech"]["verbs"])  # type: ignore[call-overload]
    return re.compile(rf"\b(?:{verbs})\b[^.!?]*:\s*$", re.IGNORECASE)


def introduces(line: str) -> bool:
    """Whether a line ends by announcing words of somebody else ("He explained:")."""
    return line.rstrip().endswith(":") and _speech().search(line[-2 * LONGEST_LINE :]) is not None
