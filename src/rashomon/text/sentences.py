"""A paragraph in, its sentences out.

One pass over the marks that may end a sentence; whether one does is told by the word before it and the letter after it.
Sentences also end inside quotation marks, since what is quoted is read sentence by sentence.
"""

import re
from collections.abc import Iterator

from rashomon import data

_WORDS = data.load("abbreviations")
_MARK = re.compile(r"[.!?…]+[”\"’'»“)\]]*")
_NEXT = re.compile(r"(\s*)([“”\"‘'«„(\[–—-]*\s?)(\S)")
_WORD = re.compile(r"[^\s“”\"‘«»„(\[—–/]*$")
_LETTERS = re.compile(r"[A-Za-z]+")
_LIST = re.compile(r"^\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]+)$")
_HOUR = re.compile(r"[ap]\.m")
_NEW = re.compile(r"[A-Z][a-z]+ (?:[a-z]|\d)")
_ZONED = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Eastern|Central|Mountain|Pacific|Atlantic|Greenwich|Standard)\b|(?:[A-Z][a-z]+ ){1,2}(?:local )?time\b"
)
_NUMBER_TO_COME = frozenset(_WORDS["before_a_number"].split())
_TITLES = frozenset(_WORDS["before_a_name"].split())
_MAY_END = frozenset(_WORDS["may_end_a_sentence"].split())
_STARTERS = frozenset(_WORDS["starts_a_sentence"].split())


def split(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence between `start` and `end`, without surrounding white space."""
    end = len(text) if end is None else end
    begin = start
    for found in _MARK.finditer(text, start, end):
        stop = _stop(text, begin, found, end)
        if stop:
            yield from _trim(text, begin, stop)
            begin = stop
    yield from _trim(text, begin, end)


def _stop(text: str, begin: int, mark: re.Match[str], end: int) -> int:
    """Where the sentence ends that these marks may end; 0 where it goes on."""
    after = _NEXT.match(text, mark.end(), end)
    if after is None:
        return 0
    gap, _, letter = after.groups()
    stop, marks = mark.end(), mark.group()
    if marks[-1] == "“" and not gap:  # an opening mark after a full stop, or a closing one printed the wrong way round
        stop -= 1
    elif not gap and not (marks[-1] in '”»"' and letter.isupper()):
        return 0
    if letter.islower() or letter in ",;:.)]…":
        return 0
    if not (letter.isalnum() or letter in "$€£#@&“”\"‘'«„(["):
        return 0
    if marks[0] == "." and len(marks.rstrip("”\"’'»“)]")) == 1 and _abbreviated(text, begin, mark.start(), after, end):
        return 0
    return stop


def _abbreviated(text: str, begin: int, dot: int, after: re.Match[str], end: int) -> bool:
    """Whether the full stop at `dot` belongs to a short form rather than ends the sentence."""
    low = max(begin, dot - 24)
    found = _WORD.search(text, low, dot)
    word = found.group().rstrip(")") if found else ""
    bare = word.lower()
    if not bare:
        return False
    if bare in _TITLES or (len(word) == 1 and word.isupper() and word != "I"):
        return True
    if bare in _NUMBER_TO_COME:
        return after.group(3).isdigit()
    if _HOUR.fullmatch(bare) and _NEW.match(text, after.start(3), end) and not _ZONED.match(text, after.start(3), end):
        return False  # "at 4:40 p.m. Gusts of …"
    if bare in _MAY_END or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):
        return not _starts(text, after, end)
    return bool(_LIST.match(word)) and not text[begin : dot - len(word)].strip(" (")


def _starts(text: str, after: re.Match[str], end: int) -> bool:
    """Whether what follows can only be the start of a sentence."""
    found = _LETTERS.match(text, after.start(3), end)
    return bool(after.group(2).strip()) or (
        found is not None and found.group()[0].isupper() and found.group().lower() in _STARTERS
    )


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
