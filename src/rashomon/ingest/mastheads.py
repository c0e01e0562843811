"""A line of a page in, the agency or newspaper that it names out, where no list knows it: data/mastheads.toml."""

import re
from collections.abc import Sequence
from functools import cache

from rashomon.data import load
from rashomon.ingest.cues import NAME, section
from rashomon.ingest.outlets import agency_named, outlet_named
from rashomon.model import Block

_BRACKETS = re.compile(r"\(([^()]{2,60})\)\s*(?:--?|–|—|:)?\s*$")
_NAMED = re.compile(rf"(?:The )?{NAME}(?: (?:of|for|and|&) {NAME})?")
_MONTHS = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\b|\d|\bupdated?\b|\bcorrected\b",
    re.IGNORECASE,
)
_BAR = re.compile(r"\s+[|•·]\s+")
_ABBREVIATED = re.compile(r"\s+\([A-Z][\w.&-]{1,11}\)$")
_BODY = re.compile(rf"(?:The )?{NAME}(?: (?:of|for|on|and|&)(?: the)? {NAME}){{0,3}}")
_RELEASE = re.compile(
    r"^\s*(?:press|news|media) (?:release|notice|statement|communiqu[ée])\b.{0,20}$", re.IGNORECASE | re.MULTILINE
)
_TOP = 4  # blocks above the headline among which a masthead stands


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(load("mastheads")[table][key])


@cache
def _countries() -> frozenset[str]:
    entries = load("countries")["countries"].values()
    return frozenset(name.casefold() for entry in entries for name in (entry["name"], *entry.get("also", ())))


def dateline_agency(dateline: str) -> str | None:
    """The name in the brackets that end a dateline, "LINDAU, 3 May (Northern) -": whoever sent the story from there."""
    found = _BRACKETS.search(" ".join(dateline.split()))
    name = found.group(1).strip() if found and found.start() else ""  # "(Lindau Bay) –" is a place alone
    return name if _NAMED.fullmatch(name) and not _MONTHS.search(name) and name.casefold() not in _countries() else None


def byline_agency(name: str) -> str | None:
    """A name of a byline that calls itself an agency: "Northern News Agency", not "our news service"."""
    words = name.casefold().split()
    own = [w for w in words if w not in _words("agency", "generic")]
    ends = any(" ".join(words).endswith(" " + ending) for ending in _words("agency", "endings"))
    marks = (mark for mark in _words("agency", "marks") if len(words) == 1 and words[0].endswith(mark))
    ends = ends or any(len(words[0]) > len(mark) + 2 for mark in marks)  # "Coastwire"
    return name if ends and own and _NAMED.fullmatch(name) else None


def masthead(text: str, blocks: Sequence[Block]) -> str | None:
    """The newspaper whose name stands alone above the headline of a pasted page, or between it and the date, or the body that
    issued it as its notice; None where no line is one.
    """
    if below := _under_headline(text, blocks):
        return below
    for at, block in enumerate(blocks[:_TOP]):
        line = " ".join(text[block.start : min(block.end, block.start + 80)].split())
        below = text[block.end :]
        if block.role in ("navigation", "other", "related", "signature") and (
            name := newspaper(line, below) or issuer(line, below)
        ):
            return name
        if at == 0 and block.role == "navigation" and _of_its_town(line, text[block.end :]):
            return line
        if block.role in ("headline", "paragraph", "dateline"):
            return None
    return None


def _under_headline(text: str, blocks: Sequence[Block]) -> str | None:
    """A line that calls itself a paper or a wire, right between headline and date stamp or byline."""
    for above, block, after in zip(blocks, blocks[1:], blocks[2 : _TOP + 2], strict=False):
        if (above.role, block.role) == ("headline", "other") and after.role in ("stamp", "byline"):
            line = " ".join(text[block.start : min(block.end, block.start + 80)].split())
            last = line.casefold().split()[-1:]
            papers = _words("newspaper", "words") | _words("newspaper", "weak") | _words("agency", "endings")
            return line if _NAMED.fullmatch(line) and len(line.split()) > 1 and papers.issuperset(last) else None
    return None


def issuer(line: str, below: str) -> str | None:
    """The body whose notice a page is: a line in capitals that ends or begins with a word for one, above "Press release"."""
    name = _ABBREVIATED.sub("", line)
    words = name.casefold().split()
    bodies = frozenset(load("titles")["organisation_words"])
    if len(words) < 2 or not _BODY.fullmatch(name) or not ({words[0], words[-1]} & bodies or _of(words) in bodies):
        return None
    return name if _RELEASE.search(below[:300]) else None


def _of(words: Sequence[str]) -> str:
    """What stands before the first "of" or "for"."""
    return next((words[i - 1] for i, word in enumerate(words) if i and word in ("of", "for")), "")


def _at_own_site(words: Sequence[str], below: str) -> bool:
    """Whether an address on the page is of a site called like this line: "Coast Mail", news@coastmail.example."""
    plain = "".join(w for w in words if w != "the")
    return len(plain) > 7 and re.search(rf"(?:@|//|www\.|\s){re.escape(plain)}\.[a-z]{{2,}}", below.casefold()) is not None


def _of_its_town(line: str, below: str) -> bool:
    """Whether the page opens with a name made of one that the story speaks of and a word of papers: "Lindau Online"."""
    place, _, last = line.rpartition(" ")
    return (
        last.casefold() in _words("newspaper", "local") and place in below and bool(_NAMED.fullmatch(line)) and not section(line)
    )


def closing_agency(text: str, blocks: Sequence[Block], outlet: str) -> str | None:
    """The agency whose name alone closes the story on an outlet's page: "Northern Press"."""
    last = max((i for i, b in enumerate(blocks) if b.role == "paragraph"), default=len(blocks))
    for block in blocks[last + 1 : last + 2]:
        line = " ".join(text[block.start : min(block.end, block.start + 80)].split()).strip(" -–—()/")
        words = line.casefold().split()
        ends = words[-1:] == ["press"] and words[-2:-1] not in (["free"], ["university"])
        if block.role in ("other", "signature") and 2 <= len(words) <= 4 and _NAMED.fullmatch(line):
            return line if (byline_agency(line) or ends) and line.casefold() != outlet.casefold() else None
    return None


def newspaper(line: str, below: str) -> str | None:
    """The paper that a line above a story (`below`) names and is nothing else but a slogan behind a bar: "The Lindau Gazette"."""
    line = _BAR.split(line)[0]
    words = line.casefold().split()
    if not 2 <= len(words) <= 5 or not _NAMED.fullmatch(line) or section(line) or agency_named(line):
        return None
    if known := outlet_named(line):
        return known
    last = words[-1]
    if last in _words("newspaper", "words") or words[:2] == ["the", "daily"] or _at_own_site(words, below):
        return line
    if _speaks_of_itself(line, below):
        return line
    return line if words[0] == "the" and last in _words("newspaper", "weak") else None


def _speaks_of_itself(line: str, below: str) -> bool:
    """Whether a story names its paper as reporters do: "told The Islander", "did not reply to questions from The Islander"."""
    name = re.escape(line.removeprefix("The ").removeprefix("THE "))
    asked = (
        rf"\b(?:told|asked by|(?:questions|requests) (?:from|by)|spoke to|speaking to|interview with) (?:[Tt]he )?(?i:{name})\b"
    )
    return re.search(asked, below) is not None
