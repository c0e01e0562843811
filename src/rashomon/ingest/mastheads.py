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
    return name if ends and own and _NAMED.fullmatch(name) else None


def masthead(text: str, blocks: Sequence[Block]) -> str | None:
    """The newspaper whose name stands alone above the headline of a pasted page, or between it and the date; None where no line
    is one.
    """
    if below := _under_headline(text, blocks):
        return below
    for at, block in enumerate(blocks[:_TOP]):
        line = " ".join(text[block.start : min(block.end, block.start + 80)].split())
        if block.role in ("navigation", "other", "related", "signature") and (name := _newspaper(line, text[block.end :])):
            return name
        if at == 0 and block.role == "navigation" and _of_its_town(line, text[block.end :]):
            return line
        if block.role in ("headline", "paragraph", "dateline"):
            return None
    return None


def _under_headline(text: str, blocks: Sequence[Block]) -> str | None:
    """A line that calls itself a paper or a wire, right between headline and date stamp."""
    for above, block, after in zip(blocks, blocks[1:], blocks[2 : _TOP + 2], strict=False):
        if (above.role, block.role, after.role) == ("headline", "other", "stamp"):
            line = " ".join(text[block.start : min(block.end, block.start + 80)].split())
            last = line.casefold().split()[-1:]
            papers = _words("newspaper", "words") | _words("newspaper", "weak") | _words("agency", "endings")
            return line if _NAMED.fullmatch(line) and len(line.split()) > 1 and papers.issuperset(last) else None
    return None


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


def _newspaper(line: str, below: str) -> str | None:
    words = line.casefold().split()
    if not 2 <= len(words) <= 5 or not _NAMED.fullmatch(line) or section(line) or agency_named(line):
        return None
    if known := outlet_named(line):
        return known
    last = words[-1]
    if last in _words("newspaper", "words") or words[:2] == ["the", "daily"] or _at_own_site(words, below):
        return line
    if last not in _words("newspaper", "weak"):
        return None
    return line if words[0] == "the" or re.search(rf"\b(?:told|to) (?:the )?{re.escape(line)}\b", below) else None
