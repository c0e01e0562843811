"""A text in, its pieces out: each line, taken apart where two things stand in it, with the role that its own words give away.

What is taken apart: a stamp or a dateline that runs into the first words of a paragraph, facts of the page set in one line
("By Jane Doe | Updated 3 May"), and a credit in brackets behind a last sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.ingest import cues, sent, stamps
from rashomon.ingest.lines import Line, closed, lines, part, prose
from rashomon.text import gazetteer

_BARS = re.compile(r"\s*(?:\s[|•·]\s|\s{3,}|\t)\s*")
_CREDIT = re.compile(
    r"[(\[](?:(?:(?:additional |further )?(?:reporting|writing)|editing|edited|compiled|translated) (?:and \w+ )?(?:by|from)"
    r"|with (?:additional )?(?:reporting|inputs?) (?:by|from))\b[^()\[\]]{2,200}[)\]]\W*$",
    re.IGNORECASE,
)
_CAPITAL = r"[^\W\d_a-z]"
_LOUD = rf"{_CAPITAL}(?:{_CAPITAL}|[.'’-]| (?={_CAPITAL}))+"
_TITLED = rf"(?:{_CAPITAL}[\w.'’-]+ ){{0,2}}{_CAPITAL}[\w.'’-]+"
_WHERE = r"(?:(?:, | and |/)[\w.'’ -]{2,30}){0,2}"
_DAY = r"(?:, ?(?:\w{3,9}\.? \d{1,2}|\d{1,2} \w{3,9})(?:,? \d{4})?)?"
_DATED = r"(?:\w{3,9}\.? \d{1,2},?|\d{1,2} \w{3,9}) \d{4}"
# as offices and groups put it: "Geneva (3 May 2019) –", "(Brussels, May 3, 2019) –", "(Brussels) –"
_ENCLOSED = rf"(?:{_TITLED}{_WHERE} \({_DATED}\)|\({_TITLED}(?:, {_TITLED})?(?:, {_DATED})?\)) ?(?:--?|–|—)"
_WIRE = rf" ?\({_CAPITAL}[^()\d]{{1,40}}\) ?(?:--?|–|—|:)"
# a place in capitals, with the agency in brackets, a dash or a colon; or a place as it is written, with the agency
_DATELINE = re.compile(rf"(?:{_LOUD}{_WHERE}{_DAY}(?:{_WIRE}|\s(?:--?|–|—)|--|—)|{_TITLED}{_WHERE}{_DAY}{_WIRE}|{_ENCLOSED})\s*")
# a place in capitals with a colon only opens a story: further down it is a speaker of an interview
_OPENING = re.compile(rf"{_LOUD}:\s+")


_SIGNED = re.compile(
    rf"({cues.NAME}(?:(?:,| and) {cues.NAME})?)(?:,| [–—-])\s+"
    r"(.*\b\d{4}\b.*|(?:\w{3,9}, )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}))"
)

_POSTED = re.compile(
    rf"(?:posted|published|submitted|written) by\s+({cues.NAME})\s+"
    r"(on \S*\d{1,2}\b.{0,24}?\b\d{4}\b(?:[ ,|]+(?:in|under|at) .{2,60})?)",
    re.IGNORECASE,
)

_FAR = re.compile(r"\d+(?:[.,]\d+)? ?(?:km|mi|miles|m)\b(?: away)? ?[-–—|•·] ?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line, and the role that it gives away by itself, None where only its surroundings can tell."""

    line: Line
    role: str | None = None
    heading: bool = False

    def having(self, role: str) -> "Piece":
        """The same in another role."""
        return replace(self, role=role, heading=False)


def pieces(text: str) -> list[Piece]:
    """All pieces of a text, in order; together they cover all that is not white space."""
    made: list[Piece] = []
    opened = False
    for number, line in enumerate(lines(text)):
        parts = list(taken_apart(line, number, opened))
        opened = opened or any(p.role == "dateline" or (p.role is None and prose(p.line)) for p in parts)
        made.extend(parts)
    return made


def piece(line: Line) -> Piece:
    """A line with the role its form or its words give away."""
    if stamps.stamp(line):
        return Piece(line, "stamp")
    if sent.signed(line.text):
        return Piece(line, "signature")
    found = cues.match(line.text)
    if found is None:
        return Piece(line, "disclaimer" if cues.legal(line.text, least=3) else None)
    return Piece(line, found.role, found.heading)


def taken_apart(line: Line, number: int, opened: bool = True) -> Iterator[Piece]:
    """The pieces of one line; `number` counts lines from the top, where alone a stamp may run into the story, `opened` says
    whether a paragraph stands above it.
    """
    barred = _at_bars(line)
    if barred:
        yield from barred
        return
    if found := _credited(line, number) or (number < 6 and not stamps.stamp(line) and _signed_and_dated(line)):
        yield from found
        return
    if number < 6 and not stamps.stamp(line) and (end := stamps.leading(line)) and (rest := part(line, end, len(line.text))):
        yield Piece(Line(line.start, line.start + len(line.text[:end].rstrip()), line.text[:end].rstrip()), "stamp")
        line = rest
    whole = piece(line)
    if whole.role is None or whole.role == "signature":
        yield from _ends_cut(whole, opened)
    else:
        yield whole


def _credited(line: Line, number: int) -> list[Piece]:
    """An agency or initials and a date that make up a line: "(Coastwire) March 5, 2024"; how far off a place of the page is."""
    if credited := sent.dated(line):
        parts = [Piece(credited[0], "signature"), Piece(credited[1], "stamp")]
        return _covering(line, sorted(parts, key=lambda p: p.line.start))
    far = _FAR.match(line.text) if number < 6 else None
    day = part(line, far.end(), len(line.text)) if far else None
    return _covering(line, [Piece(line, "other"), Piece(day, "stamp")]) if day and stamps.stamp(day) else []


def _signed_and_dated(line: Line) -> list[Piece]:
    """A name and a date that make up a line: "Rana Khatib, 10 June 2016", "Lindau, 3 May", "Posted by Rana Khatib on 10 June
    2016 in Reports"; a town's name there is no author's.
    """
    found = _SIGNED.fullmatch(line.text) or _POSTED.fullmatch(line.text) if len(line.text) <= 160 else None
    if found is None:
        return []
    name, day = part(line, 0, found.end(1)), part(line, found.start(2), len(line.text))
    if name is None or day is None or not (found.re is _POSTED or stamps.stamp(day)):
        return []
    role = "other" if name.words == 1 or gazetteer.towns(name.text) else "byline"
    return _covering(line, [Piece(name, role), Piece(day, "stamp")])


def _at_bars(line: Line) -> list[Piece]:
    """The parts of a line of page facts, when each of them is one; else nothing."""
    if len(line.text) > 2 * cues.LONGEST_LINE:
        return []
    bounds = [0, *(n for bar in _BARS.finditer(line.text) for n in bar.span()), len(line.text)]
    parts = [p for a, b in zip(bounds[::2], bounds[1::2], strict=True) if (p := part(line, a, b))]
    if len(parts) < 2:
        return []
    found = [piece(p) for p in parts]
    known = {"stamp", "byline", "counter", "navigation", "comments", "signature", "disclaimer", "advert"}
    unknown = [p for p in found if p.role not in known]
    if not unknown:
        return _covering(line, found)
    # one short part beside a stamp is the name of the outlet or of whoever wrote it
    if len(unknown) == 1 and unknown[0].role is None and unknown[0].line.words <= 6 and any(p.role == "stamp" for p in found):
        return _covering(line, [p.having("byline") if p is unknown[0] else p for p in found])
    return []


def _covering(line: Line, found: list[Piece]) -> list[Piece]:
    """Parts stretched over the bars between them, so that nothing of the line is left uncovered."""
    ends = [p.line.start for p in found[1:]] + [line.end]
    return [
        replace(p, line=replace(p.line, end=p.line.start + len(whole.rstrip()), text=whole.rstrip()))
        for p, end in zip(found, ends, strict=True)
        if (whole := line.text[p.line.start - line.start : end - line.start])
    ]


def _ends_cut(whole: Piece, opened: bool) -> Iterator[Piece]:
    """A paragraph without the dateline before it and the credit behind it."""
    line = whole.line
    end = dateline(line, opened)
    if end and (rest := part(line, end, len(line.text))) and (prose(rest) or (")" in line.text[:end] and closed(rest))):
        head = line.text[:end].rstrip()
        yield Piece(Line(line.start, line.start + len(head), head), "dateline")
        line, whole = rest, Piece(rest)
    tail = line.text[-260:]
    credit = _CREDIT.search(tail)
    if credit and (start := len(line.text) - len(tail) + credit.start()):
        story, last = part(line, 0, start), part(line, start, len(line.text))
        if story and last and prose(story):
            yield Piece(story)
            yield Piece(last, "signature")
            return
    yield whole


def dateline(line: Line, opened: bool = False) -> int:
    """Where a dateline ("BEIRUT (AP) —", "Geneva, 3 May (Reuters) -") ends, as an offset into the line; 0 without one."""
    head = line.text[:120]
    found = _DATELINE.match(head) or (None if opened else _OPENING.match(head))
    return found.end() if found and len(line.text) - found.end() >= 30 else 0
