"""An article in, its digest out: language, day, credit, fingerprints, and the names and figures it may be known by.

All of it is counted, nothing is parsed, and what is done for each word is done for many articles at once.
"""

import hashlib
import re
import threading
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

import numpy as np

from rashomon.data import by_word, load
from rashomon.discover.records import Article, Digest
from rashomon.ingest.language import language
from rashomon.ingest.outlets import agency_named, host_of, outlet_of
from rashomon.model import Block
from rashomon.text import numerals, terms
from rashomon.text.words import CAPITAL, COUNT, DIGIT, Words, form, years

LONGEST = 1_000_000
"""Characters an article may have; what is longer is a book or a dump."""
SHORTEST = 10
"""Words a headline and its text have at least together: feeds bring one sentence; what is shorter is a menu or an error page."""

NAMES = 12
NAMED = 800
"""Words and marks of a text in which names are looked for."""
LEAD = 300
"""Words and marks in which a report says how many; further down it recalls other events."""
AFTER = 5
"""Words after a number in which it is said what befell so many."""
HEADLINE = 200
"""Characters the first line of a text may have to be taken for its headline where none is stated."""

_SMALL = {word: int(value) for word, value in numerals.BASIC.items() if 1 <= value <= 12} | {"dozen": 12}
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,6}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_JOINING = frozenset({"of", "the", "al", "bin", "van", "de", "-"})
_ENDING = frozenset(".;:!?\n")
_QUOTES = frozenset("\"'“‘")
_HEDGES = frozenset({"at", "least", "about", "some", "around", "nearly", "over"})
_CREDIT = re.compile(r"\(([A-Z][A-Za-z .]{1,40})\)\s*(?:[-–—]|$)", re.MULTILINE)
_REPORTING = re.compile(
    r"(?:\b(?:[Rr]eporting by|[Ww]ith (?:agencies|files from|reporting by)|[Ss]ource:|[Cc]opyright)|©)\s*([A-Z][A-Za-z .]{1,40})"
)
_HINTS = ("eporting by", "ith agencies", "ith files", "ith reporting", "ource:", "opyright", "©")


class Unusable(Exception):  # noqa: N818 (it is no failure of the program: the record is set aside)
    """A record that is no article; its message is the reason it is counted under."""


class _Met(threading.local):
    """The words met by a thread, each by its own: an engine may do two pieces in one process, and words met by two threads at
    once would be given one number.
    """

    def __init__(self) -> None:
        self.table = Words()


_MET = _Met()


def digested(articles: Sequence[Article]) -> list[Digest | str]:
    """The digest of each article, or the reason why there is none."""
    parts = [_attempt(article) for article in articles]
    try:
        read = iter(terms.read([part for part in parts if not isinstance(part, str)], _MET.table))
        return [p if isinstance(p, str) else _digest(a, *p, next(read)) for a, p in zip(articles, parts, strict=True)]
    except Exception as error:  # one article may break a rule in any way; the others must go on
        if len(articles) == 1:
            return [type(error).__name__]
        return [made for article in articles for made in digested([article])]


def digest(article: Article) -> Digest:
    """The digest of an article; Unusable where there is nothing to read."""
    (made,) = digested([article])
    if isinstance(made, str):
        raise Unusable(made)
    return made


def _attempt(article: Article) -> tuple[str, str] | str:
    """Headline and body, or why they cannot be used."""
    if len(article.text) > LONGEST:
        return "longer than a million characters"
    try:
        article.text.encode()
    except UnicodeEncodeError:
        return "holds half a character (a lone surrogate)"
    headline, body = _parted(article.title.strip(), article.text.strip())
    if len(body) < 6 * SHORTEST and sum(any(map(str.isalnum, word)) for word in f"{headline} {body}".split()) < SHORTEST:
        return f"fewer than {SHORTEST} words"
    return headline, body


def _digest(article: Article, headline: str, body: str, read: terms.Read) -> Digest:
    text = article.text.strip()
    return Digest(
        id=key(article),
        day=day(article.published),
        outlet=article.outlet or outlet_of(host_of(article.url)) or host_of(article.url) or "",
        url=article.url,
        title=headline or body[:80],
        language=article.language or language(text[:3000], (Block(start=0, end=min(len(text), 3000), role="paragraph"),)) or "",
        credit=credit(text),
        chars=len(text),
        file=article.file,
        number=article.number,
        names=names(read),
        figures=figures(read),
        years=read.years | years(article.published[:4]),
        sample=read.sample.tobytes(),
        terms=read.terms.tobytes(),
        weights=read.weights.tobytes(),
        signs=read.signs.tobytes(),
        text=zlib.compress(article.text.encode(), 1),
    )


def key(article: Article) -> str:
    """An article's id, made of outlet, address, headline and text: the same wherever in a corpus it stands."""
    made = "\x1f".join((article.outlet, article.url, article.title, article.text))
    return "a" + hashlib.sha256(made.encode("utf-8", "replace")).hexdigest()[:16]


def day(published: str) -> int:
    """The day number of an ISO date, 0 where there is none."""
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return 0


def _parted(title: str, text: str) -> tuple[str, str]:
    """Headline and body: the stated headline, else the first line, where that is one."""
    first, _, rest = text.partition("\n")
    if title:
        return title, rest if first.strip() == title and rest.strip() else text
    if rest.strip() and len(first) <= HEADLINE and not first.rstrip().endswith((".", ":", ";", ",")):
        return first.strip(), rest
    return "", text


def credit(text: str) -> str:
    """The agency whose credit stands in the first or last lines, or ""."""
    for part in (text[:600], text[-400:]):
        for pattern, hints in ((_CREDIT, ("(",)), (_REPORTING, _HINTS)):
            if any(hint in part for hint in hints):
                for found in pattern.finditer(part):
                    if name := agency_named(found.group(1).strip(" .")):
                        return name
    return ""


def names(read: terms.Read) -> tuple[str, ...]:
    """The runs of capitalised words that stand in a text most often, those that only begin sentences left out."""
    found: Counter[str] = Counter()
    words = read.words
    for start, end in _runs(words, np.flatnonzero(read.kinds[: read.headline + NAMED] & CAPITAL).tolist()):
        if start and start != read.headline and _inside(words, start):
            name = " ".join(words[start:end]).replace(" - ", "-").removesuffix("'s").removesuffix("’s")
            if " " in name or form(name):
                found[name] += 1
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(name for name, _ in ranked[:NAMES])


def _runs(words: Sequence[str], capitals: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where names stand: capitalised words in a row, with what joins them ("of", a hyphen)."""
    start = last = -9
    for at in capitals:
        if at != last + 1 and not (at == last + 2 and words[last + 1] in _JOINING):
            if start >= 0:
                yield start, last + 1
            start = at
        last = at
    if start >= 0:
        yield start, last + 1


def _inside(words: Sequence[str], at: int) -> bool:
    """Whether something stands before a place in a sentence."""
    before = words[at - 2] if words[at - 1] in _QUOTES and at > 1 else words[at - 1]
    return before not in _ENDING and before not in _QUOTES


def figures(read: terms.Read) -> tuple[tuple[str, float], ...]:
    """What befell how many, as far as the words beside a number say: ("death", 12) for "12 people were killed".

    For each outcome the first figure: what a report leads with is its own count, what it recalls further down is another's.
    """
    words = read.words[: read.headline + LEAD]
    found: dict[str, float] = {}
    for at in np.flatnonzero(read.kinds[: len(words)] & (DIGIT | COUNT)).tolist():
        if (value := _value(words, at)) is not None and (outcome := _befell(words, at)):
            found.setdefault(outcome, value)
    return tuple(found.items())


def _value(words: Sequence[str], at: int) -> float | None:
    """The count that stands at a place; None for a price, a share, a year, a span or a part of a number."""
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if before in ("$", "€", "£", "-") or after == "%":
        return None
    if after == "-" and at + 2 < len(words) and words[at + 2][0].isdigit():
        return None
    word = words[at].casefold()
    if word in _SMALL:
        return float(_SMALL[word])
    return float(word.replace(",", "")) if _COUNT.fullmatch(word) and not _YEAR.fullmatch(word) else None


def _befell(words: Sequence[str], at: int) -> str:
    """The outcome named right before a number, or in the four words after it, within the sentence."""
    outcomes, only, objects = _outcomes()
    before = [w.casefold() for w in words[max(0, at - 3) : at] if w.casefold() not in _HEDGES]
    if before and before[-1] in objects:
        return outcomes.get(before[-1], "")
    seen = 0
    for word in words[at + 1 : at + 12]:
        if word in _ENDING or (folded := word.casefold()) in only:
            return ""
        if outcome := outcomes.get(folded):
            return outcome
        seen += word[0].isalnum()
        if seen == AFTER:
            break
    return ""


@cache
def _outcomes() -> tuple[Mapping[str, str], frozenset[str], frozenset[str]]:
    """Outcomes by their words; verbs that say nothing of a figure before them; those that say it of one after them."""
    taking = load("outcomes")["taking"]
    return by_word("outcomes", "outcome"), frozenset(taking["only"]), frozenset((*taking["only"], *taking["also"]))
