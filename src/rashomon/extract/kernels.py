"""A claim's clause in, the words in it that tell a figure by themselves out: "30 miners died" of "30 miners died, among them …".

What a reader compares with another account's figure are these words, and not all that the sentence says besides. They are found
by the words around the figure, for where figures stand grammar is at its weakest.
"""

import re
from collections.abc import Iterator
from functools import cache

from rashomon.data import load
from rashomon.extract.clauses import Clause
from rashomon.meaning.included import FIGURE, included
from rashomon.text.parse import Parse
from rashomon.text.patterns import either

_LEAST, _MOST = 2, 0.85  # words of such a part, and the share of the clause's words beyond which it is the clause itself
_FATES = ("death", "injury", "missing")
_LONGEST = 600  # code points of a clause: what is longer is no sentence
_NUMBER = rf"(?:\d[\d,.]*\d|\d|\b(?:{FIGURE})\b)"
_HAS_FIGURE = re.compile(_NUMBER, re.IGNORECASE)
_MEASURED = re.compile(
    r"(?:\b(?:the|an?)\s+)?\b\d[\d.,]*[- ]?(?:metre|meter|kilometre|kilometer|foot|mile|storey|story|tonne|ton|litre|liter)"
    r"(?:-(?:high|tall|long|deep|wide))?\s(?:[^\W\d_]+\s)?(?=[^\W\d_])[^\W\d_]+(?=\W|$)",
    re.IGNORECASE,
)
_AGED = re.compile(r"^[^,;:]{3,60}, an? \d{1,3}-year-old [^\W\d_]+(?=,)")
_ENDING = re.compile(
    rf"[,–—]\s(?:and\s)?((?:killing|wounding|injuring|displacing|destroying|trapping|burying)\b[^,;:–—]*?{_NUMBER}[^,;:–—]*)$",
    re.IGNORECASE,
)
_WHICH = re.compile(
    rf"\b((?:the|an?|this) (?:[^\W\d_]+ |\d+ |[^\W\d_]+['’]s ){{1,5}}(?:that|which) (?:has |have |had )?"
    rf"(?:killed|wounded|injured|claimed|destroyed|displaced)\b[^,;:–—]*?{_NUMBER}[^,;:–—]*)",
    re.IGNORECASE,
)
_BROUGHT = re.compile(
    rf"\b(?:led|guided|brought|took|pulled|carried|dragged|escorted|ferried|saved|rescued|drove)\s"
    rf"((?:about |some |around |nearly |almost |more than |at least |a score of )?{_NUMBER}(?: [^\W\d_]+){{1,2}}?)"
    r" (?:to|into|out|across|onto)\s",
    re.IGNORECASE,
)
_TOOK = re.compile(
    rf"\b(it took (?:about |some |around |nearly |almost |more than |at least )?{_NUMBER}(?: [^\W\d_]+){{1,2}}?) "
    rf"(?:(?:about|some|around|nearly|almost|more than|at least|close to) )?{_NUMBER} (?:hours?|minutes?|days?)\b",
    re.IGNORECASE,
)
_LADEN = re.compile(rf"\w\s({_NUMBER} (?:of )?[^\W\d_]+ (?:loaded|laden|filled|packed) with [^,;:]+)", re.IGNORECASE)
_JOINED = re.compile(rf"([^,;:]*{_NUMBER} [^,;:]*), and ({_NUMBER} [^,;:]+)\W*", re.IGNORECASE)
_WITHIN = (_ENDING, _WHICH, _BROUGHT, _TOOK, _LADEN)


def kernels(parse: Parse, clause: Clause) -> Iterator[Clause]:
    """The parts, each with the tokens of the clause that belong to it; none of a clause whose words stand apart."""
    first, last = clause.tokens[0], clause.tokens[-1]
    base = parse.start[first]
    if len(clause.tokens) != last - first + 1 or parse.end[last] - base > _LONGEST:
        return
    text = parse.text[base : parse.end[last]]
    for start, end in dict.fromkeys(_parts(text)):
        inside = tuple(t for t in clause.tokens if start <= parse.start[t] - base and parse.end[t] - base <= end)
        while inside and _MEASURED.fullmatch(text, start, end) and parse.pos[inside[-1]] not in ("NOUN", "PROPN"):
            inside = inside[:-1]
        if inside and _MEASURED.fullmatch(text, start, end) and parse.text[parse.start[inside[-1]] - 1] in "-‑–":
            continue  # "a 40-metre" of nothing
        words = [t for t in inside if any(c.isalnum() for c in parse.word(t))]
        if len(words) >= _LEAST and len(inside) <= _MOST * len(clause.tokens):
            tops = [t for t in inside if parse.head[t] == t or not inside[0] <= parse.head[t] <= inside[-1]]
            yield Clause(next((t for t in tops if parse.pos[t] in ("VERB", "AUX")), (tops or inside)[0]), inside)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Where the parts stand in a clause's text."""
    within = included(text, 0, behind=True)
    if within and _HAS_FIGURE.search(text, 0, within[0]):
        if not (rest := text[within[1] :].strip(" .,;:)–—")) or rest.startswith("and "):
            yield 0, within[0]
        if _HAS_FIGURE.search(text, *within):
            yield within[0] + 1, within[1]
    for found in (_before_clause().match(text), *(pattern.search(text) for pattern in (_headed(), *_WITHIN))):
        if found:
            yield found.span(1)
    if joined := _JOINED.fullmatch(text):
        yield joined.span(1)
        yield joined.span(2)
    for found in (*_MEASURED.finditer(text), *_AGED.finditer(text)):
        yield found.span()


@cache
def _fate() -> str:
    table = load("outcomes")["outcome"]
    return either({form for fate in _FATES for form in table[fate]})


@cache
def _before_clause() -> re.Pattern[str]:
    """ "At least nine dead [as a coach and a lorry collide]"."""
    return re.compile(
        rf"([^,;:]{{0,40}}?{_NUMBER}[^,;:]{{0,60}}?\b(?:{_fate()}))\s(?:after|as|when|while|before)\s\S+(?:\s\S+){{2,}}",
        re.IGNORECASE,
    )


@cache
def _headed() -> re.Pattern[str]:
    """ "First findings: [56 dead], bomb found"."""
    return re.compile(rf"(?:^|[:;–—]\s)((?:at least |more than )?{_NUMBER} (?:{_fate()}))(?=[,;:]\s)", re.IGNORECASE)
