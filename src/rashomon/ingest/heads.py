"""The first lines of a page in, what their form tells out: the path or row of sections they are, the name of whose page it is.

No list knows these names: a path of sections begins with the name of the paper, an address with that of its site, a name in
capitals ends with a word for a paper, an abbreviation stands beside what it is short for.
"""

import re
from functools import cache

from rashomon.data import load
from rashomon.ingest import cues
from rashomon.ingest.lines import Line, closed, prose
from rashomon.ingest.mastheads import byline_agency
from rashomon.ingest.outlets import host_of, outlet_named, outlet_of
from rashomon.text import gazetteer

_PATH = re.compile(r"\s*[>»›▸▶→]\s*")
_ROW = re.compile(r"\s+[|•·]\s+|\s{2,}|\t")
_BAR = re.compile(r" [|•·] ")
_BEHIND = re.compile(r"\s+[|•·–—-]\s+")
_ADDRESS = re.compile(r"((?:[A-Za-z0-9-]{2,40}\.)+[a-z]{2,10})(?:\s+[-–—|:•·]\s+\S.{0,100})?")
_NAMED = re.compile(rf"(?:(?:The|THE) )?{cues.NAME}(?: (?:of|for|and|&) {cues.NAME})?")
_SHORT = re.compile(rf"([A-Z]{{2,6}})\s+(?:[-–—|:]\s+)?\(?({cues.NAME}(?: (?:of|for|and|&) {cues.NAME})?)\)?")
_LONG = re.compile(rf"({cues.NAME}(?: (?:of|for|and|&) {cues.NAME})?) \(([A-Z]{{2,6}})\)")
_WRITER = r"[^\W\d_a-z][\w.'’-]+ [^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+)?"
_SCENE = r"[\w.'’-]+(?: [\w.'’-]+){0,4}"
# "Farida Nasr in Port Lisan and Tom Weller", "Farida Nasr, PLB, Port Lisan", "Farida Nasr in Port Lisan, on the coast"
_WRITERS = re.compile(
    rf"{_WRITER} in {cues.NAME}(?:(?:,| and) {_WRITER}(?: in {cues.NAME})?)*|{_WRITER}(?:(?:,| and) {_WRITER})+"
    rf"|{_WRITER}(?: in {cues.NAME}(?:, (?:on|at|near) {_SCENE})?|, [A-Z]{{2,6}}(?:, {_SCENE})?)"
    rf"(?:\. (?:Additional|Further|With) [\w :.'’-]{{2,60}})?"
)
# "From Farida Nasr at the quay in Port Lisan"
_WRITTEN_FROM = re.compile(
    rf"[Ff]rom {_WRITER},? (?:in|at|on|near|aboard|outside|inside|beside|by|behind|along|with|for)\b.{{2,80}}"
)
_PARTS = 3  # parts of a row beyond which it is one of a site, though none of them is known
_MOST = 4  # words of a part of a path or row


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("mastheads")["newspaper"][key])


def menu(line: str) -> bool:
    """Whether a line is a path or a row of parts of a site: "Selby Post > World", "Home | Region | Notices"."""
    path, row = _parts(_PATH, line), _parts(_ROW, line)
    if len(path) > 1 and all(len(part.split()) <= _MOST for part in path):
        return True
    sections = [part for part in row if _furniture(part)]
    many = (len(row) > 2 and bool(sections)) or len(row) > _PARTS
    return many and all(len(part.split()) <= _MOST for part in row)


def tells(line: Line) -> bool:
    """Whether a line tells the story, rather than naming the parts of a site, be it with an exclamation."""
    return prose(line) and not menu(line.text)


def of_the_page(line: Line, above: Line | None) -> bool:
    """Whether a line above a story is furniture by its form: a section, a path of them, or, below the first line of the page
    (`above`), a short sentence that praises the paper which this names ("Your town. Your news.").
    """
    if cues.section(line.text) or menu(line.text):
        return True
    return above is not None and closed(line) and line.words <= 8 and own_name(above.text) is not None


def written(line: str, dated: bool) -> bool:
    """Whether a line says who wrote, without "by": from where, or, if it stands above a date (`dated`), by the name alone."""
    if len(line) > 200 or closed(Line(0, len(line), line)):
        return False
    return _WRITTEN_FROM.fullmatch(line) is not None or (dated and _WRITERS.fullmatch(line) is not None)


def own_name(line: str) -> str | None:
    """The name of whose page it is that begins with this line; None where its form does not tell."""
    line = line[:160].strip()
    line = " ".join((line if _PATH.search(line) else re.sub(r"\s{2,}|\t", " | ", line)).split())
    if found := _ADDRESS.fullmatch(line):
        label = found[1].removeprefix("www.").split(".")[0]
        return outlet_of(host_of(found[1])) or (label if label[:1].isupper() else None)
    if (found := _SHORT.fullmatch(line)) and initials(found[2]) == found[1]:
        return found[1]
    if (found := _LONG.fullmatch(line)) and initials(found[1]) == found[2]:
        return found[1]
    first, *rest = _parts(_PATH, line)
    if not rest:
        first, *rest = _parts(_BAR, line)
        rest = rest if len(rest) > 1 and any(map(_furniture, rest)) and all(len(part.split()) <= 2 for part in rest) else []
    if rest and _could_be_one(first) and (first.isupper() or _of_papers(first)):
        return outlet_named(first) or first
    line = _BEHIND.split(line)[0]
    words = line.casefold().split()
    twice = (_words("words") | _words("weak")).issuperset(words[-2:]) and not all(map(cues.section, words[:-2]))
    # "SELBY TODAY", "Selby Weekly News"
    return line if (line.isupper() or twice) and len(words) > 1 and _of_papers(line) and _could_be_one(line) else None


def _of_papers(name: str) -> bool:
    """Whether a name begins or ends with a word for a paper or a station, and says more than a section with it."""
    words = name.casefold().split()
    station = words[0] in _words("stations") and len(words) > 1
    kind = words[-1] in _words("words") | _words("weak") or byline_agency(name) is not None
    return station or (kind and not all(cues.section(w) for w in words[:-1]))


def _could_be_one(name: str) -> bool:
    """Whether these words could name a paper: a name, and no section, button or place."""
    listed = gazetteer.known(name)
    place = bool(gazetteer.towns(name)) or (listed is not None and listed.kind == "place")
    return _NAMED.fullmatch(name) is not None and not _furniture(name) and not place


def _furniture(part: str) -> bool:
    return cues.section(part) or cues.match(part, outside=True) is not None


def _parts(bars: re.Pattern[str], line: str) -> list[str]:
    return [part.strip() for part in bars.split(line.strip()) if part.strip()]


def initials(name: str) -> str:
    """The first letters of a paper's or an agency's name, "" of a name of one word."""
    return "".join(words) if len(words := [w[0] for w in name.split() if w[0].isupper() and w.casefold() != "the"]) > 1 else ""
