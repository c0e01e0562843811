"""A document in, its quotations out.

Marks are read paragraph by paragraph in one pass. Straight, curly, low-high and angle marks may be mixed, reopened in each
paragraph, left open, or printed the wrong way round, as happens where a machine translated: then the reporting verb beside
the mark tells on which side of it the speech stands.
"""

import re
from collections.abc import Iterator

from rashomon.extract import Found
from rashomon.extract.cues import cues
from rashomon.model import Document, Quotation
from rashomon.model.document import PROSE_ROLES

MARKS = re.compile(r"``|''|[\"“”„‟«»‘’‚‹›「」『』＂']")
OPENING = frozenset("“„«‘‚‹「『") | {"``"}
CLOSING = frozenset("”»’›」』") | {"''"}
SINGLE = frozenset("‘’‚‹›'")
SCARE_WORDS = 4
CUE_WINDOW = 90
_ELISION = re.compile(r"['’](?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|bout\b|n['’])", re.I)
_VERB_FIRST = re.compile(r"\s*([a-z]+)\s+(?=\S)")
_NAME_VERB = re.compile(r"\s*(?:[A-ZÀ-ÞŞİŁ][\w.'’-]*\s+(?:[a-z]{2,3}\s+)?){1,4}([a-z]+)\b")
_PRONOUN_VERB = re.compile(r",\s*(?:he|she|they|it)\s+([a-z]+)\b", re.I)
_SPEECH_BEFORE = re.compile(r"((?:[\w’'.-]+ ){0,5}[\w’'-]+)[:,]\s*$")
_TITLED = re.compile(
    r"\b(?:titled|entitled|called|named|dubbed)\s*$|\b(?:book|novel|film|documentary|song|album|series|play|show|article|report)s?,?\s*$"
)
_FORMS = re.compile(r"(?:ied|ed|s|d|ing)$")


def extract(document: Document, found: Found) -> Iterator[Quotation]:
    """Words between marks in each paragraph, and paragraphs set apart as quotations."""
    prose = [b for b in document.blocks if b.role in PROSE_ROLES]
    for place, block in enumerate(prose):
        if block.role == "quote":
            yield _quotation(document, block.start, block.end, *_inside(document.text, block.start, block.end), True)
            continue
        following = prose[place + 1] if place + 1 < len(prose) else None
        reopened = following is not None and document.text[following.start] in '“"«„‘'
        yield from _in_paragraph(document, block.start, block.end, reopened)


def _in_paragraph(document: Document, start: int, end: int, reopened: bool) -> Iterator[Quotation]:
    """Pairs the marks of one paragraph; `reopened` says that the next paragraph begins with a mark."""
    text = document.text
    open_: dict[bool, int] = {}  # whether the mark is single: where it stands
    last = start
    marks = list(_marks(text, start, end))
    nested = 0
    final = max((i for i, (_, m) in enumerate(marks) if m not in SINGLE), default=0)
    for place, (at, mark) in enumerate(marks):
        single = mark in SINGLE
        if False in open_ and _nests(marks, place):
            nested += 1
            continue
        if nested and mark == "”":
            nested -= 1
            continue
        if single not in open_:
            if not single and _misprinted(text, last, at, mark, end, place >= final):
                yield _quotation(document, last, at + len(mark), *_strip(text, last, at), True)
                last = at + len(mark)
            elif single and not _closes_later(text, marks, place, open_.get(False)):
                continue
            else:
                open_[single] = at
            continue
        if single and mark == "‘":
            continue
        begin = open_.pop(single)
        if not single:
            open_.pop(True, None)
            last = at + len(mark)
        inner = (begin + len(_mark_at(text, begin)), at)
        if text[inner[0] : inner[1]].strip():
            yield _quotation(document, begin, at + len(mark), *inner, True)
    if False in open_:
        yield from _unclosed(document, open_[False], end, reopened)


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Marks that may open or close a quotation: no apostrophes, no feet and inches."""
    for found in MARKS.finditer(text, start, end):
        at, mark = found.start(), found.group()
        before = text[at - 1] if at > start else " "
        after = text[found.end()] if found.end() < end else " "
        if mark in "'’" and ((before.isalnum() and after.isalnum()) or _ELISION.match(text, at)):
            continue
        if mark in "\"'" and before.isdigit() and not after.isalpha() and _inches(text, start, at):
            continue
        if mark in SINGLE and before.isspace() and after.isspace():
            continue
        yield at, mark


def _inches(text: str, start: int, at: int) -> bool:
    """Whether the digit before a straight mark belongs to a measure (6'2\", 5-inch 12\")."""
    return re.search(r"\d['’]\s?\d{1,2}$|^\D{0,3}\d{1,3}$", text[max(start, at - 8) : at]) is not None


def _nests(marks: list[tuple[int, str]], place: int) -> bool:
    """Whether an opening mark within a quotation is closed before the quotation is."""
    following = [m for _, m in marks[place + 1 : place + 9] if m not in SINGLE][:2]
    return marks[place][1] == "“" and following == ["”", "”"]


def _mark_at(text: str, at: int) -> str:
    return text[at : at + 2] if text.startswith(("``", "''"), at) else text[at]


def _closes_later(text: str, marks: list[tuple[int, str]], place: int, within: int | None) -> bool:
    """Whether a single mark opens words that a later one of the same kind closes, before any double mark ends them."""
    at, mark = marks[place]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark not in "‘‚‹'" or after.isspace() or not (before.isspace() or before in '("“[—–-„'):
        return False
    for other, closing in marks[place + 1 : place + 40]:
        if closing not in SINGLE and within is not None:
            return False
        if closing in "’›'‘" and not text[other - 1].isspace() and not text[other + 1 : other + 2].isalnum():
            return True
    return False


def _misprinted(text: str, last: int, at: int, mark: str, end: int, final: bool) -> bool:
    """Whether a mark that would open closes instead: speech before it, the verb of saying right behind it."""
    before = text[max(last, at - 2) : at].rstrip()
    if not before or before[-1] not in ",.!?…" or at - last < 12 or not text[last:at].strip():
        return False
    behind = text[at + len(mark) : min(end, at + CUE_WINDOW)]
    first = _VERB_FIRST.match(behind)
    if first and is_speech(first.group(1)) and first.group(1) not in ("read", "call", "hope", "offer"):
        return True
    named = _NAME_VERB.match(behind) if before[-1] == "," and mark != "”" else None
    return bool(final and named and is_speech(named.group(1)))


def _unclosed(document: Document, begin: int, end: int, reopened: bool) -> Iterator[Quotation]:
    """A quotation whose paragraph ends before it does: up to the words that say who spoke, else to the end."""
    text = document.text
    stop = end
    if not reopened:
        for found in _PRONOUN_VERB.finditer(text, begin, end):
            if is_speech(found.group(1)):
                stop = found.start()
    start = begin + len(_mark_at(text, begin))
    if text[start:stop].strip():
        yield _quotation(document, begin, stop, start, stop, False)


def is_speech(word: str) -> bool:
    """Whether a word, in whatever form, is a verb that introduces speech."""
    word = word.lower()
    if word in cues().irregular:
        return cues().irregular[word] in cues().speech
    ending = _FORMS.sub("", word)
    return any(form in cues().speech for form in (word, ending, ending + "e", ending + "y", ending[:-1]))


def _quotation(document: Document, begin: int, stop: int, start: int, end: int, closed: bool) -> Quotation:
    start, end = _strip(document.text, start, end)
    return Quotation(
        id=f"{document.id}.u{begin}-{stop}",
        span=document.span(begin, stop),
        content=document.span(start, end),
        kind=_kind(document.text, begin, stop, start, end) if closed else "speech",
        closed=closed,
    )


def _kind(text: str, begin: int, stop: int, start: int, end: int) -> str:
    """Speech, unless few words stand without a verb of saying beside them (scare), or they are capitalised as a title."""
    words = text[start : min(end, start + 400)].split()
    before, behind = text[max(0, begin - 60) : begin], text[stop : stop + 40]
    titled = len(words) >= 2 and all(w[0].isupper() or len(w) <= 4 for w in words) and sum(w[0].isupper() for w in words) > 1
    if (
        len(words) <= 12
        and text[end - 1].isalnum()
        and (titled or (len(words) == 1 and words[0][0].isupper()))
        and _TITLED.search(before)
    ):
        return "title"
    if begin == start or len(words) > SCARE_WORDS or text[end - 1] in ",?!":
        return "speech"
    introduced = _SPEECH_BEFORE.search(before)
    if introduced and any(is_speech(word) for word in introduced.group(1).split()):
        return "speech"
    followed = _VERB_FIRST.match(behind.lstrip(", ")) or _NAME_VERB.match(behind.lstrip(", "))
    if followed and behind[:1] == "," and is_speech(followed.group(1)):
        return "speech"
    alone = not text[max(0, begin - 1) : begin].strip() and text[end - 1] in ".…"
    return "speech" if alone and text[start].isupper() else "scare"


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """A block's words without marks around them."""
    start, end = _strip(text, start, end)
    if end - start > 2 and text[start] in OPENING | {'"'}:
        start += 1
    if end - start > 2 and text[end - 1] in CLOSING | {'"'}:
        end -= 1
    return start, end


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and text[start].isspace():
        start += 1
    while end - 1 > start and text[end - 1].isspace():
        end -= 1
    return start, end
