"""An article in, its digest out: language, day, credit, fingerprints, and the names and figures it may be known by.

All of it is counted, nothing is parsed: a core reads about a thousand articles a second.
"""

import hashlib
import re
import zlib
from collections import Counter
from datetime import date

import numpy as np

from rashomon.data import by_word, load
from rashomon.discover.neighbours import SCALE
from rashomon.discover.records import Article, Digest
from rashomon.ingest.language import language
from rashomon.ingest.outlets import agency_named, host_of, outlet_of
from rashomon.model import Block
from rashomon.text import numerals, samples, terms

LONGEST = 1_000_000
"""Characters an article may have; what is longer is a book or a dump."""
SHORTEST = 20
"""Words an article has at least; what is shorter is a menu, a caption or an error page."""

NAMES = 12
LEAD = 1500
"""Characters in which a report says how many; further down it recalls other events."""
HEADLINE = 200
"""Characters the first line of a text may have to be taken for its headline where none is stated."""

_NAME = re.compile(r"[^\W\d_a-z][\w'’-]+(?: (?:(?:of|the|al|bin|van|de) )?[^\W\d_a-z][\w'’-]+)*")
_SMALL = {word: int(value) for word, value in numerals.BASIC.items() if 1 <= value <= 12} | {"dozen": 12}
_FIGURE = re.compile(rf"(?<![\w.,$€£-])(\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?i:{'|'.join(_SMALL)}))(?![\w%]|[.-]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[^\W\d_]+|[.;:!?\n]")
_CREDIT = re.compile(r"\(([A-Z][A-Za-z .]{1,40})\)\s*(?:[-–—]|$)", re.MULTILINE)
_REPORTING = re.compile(
    r"(?:\b(?:[Rr]eporting by|[Ww]ith (?:agencies|files from|reporting by)|[Ss]ource:|[Cc]opyright)|©)\s*([A-Z][A-Za-z .]{1,40})"
)


class Unusable(Exception):  # noqa: N818 (it is no failure of the program: the record is set aside)
    """A record that is no article; its message is the reason it is counted under."""


def digest(article: Article) -> Digest:
    """The digest of an article; Unusable where there is nothing to read."""
    if len(article.text) > LONGEST:
        raise Unusable("longer than a million characters")
    text = article.text.strip()
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise Unusable("holds half a character (a lone surrogate)")
    headline, body = _parted(article.title.strip(), text)
    words = samples.forms(body)
    if len(words) < SHORTEST and len(body) < 6 * SHORTEST:
        raise Unusable(f"fewer than {SHORTEST} words")
    numbers, weights = terms.terms(headline, body)
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
        names=names(headline, body),
        figures=figures(f"{headline}.\n{body[:LEAD]}"),
        years=terms.years(f"{article.published[:4]} {headline}\n{body}"),  # a page's stamp is no part of its text
        sample=samples.sample(words).tobytes(),
        terms=numbers.tobytes(),
        weights=np.clip(np.round(weights * SCALE), 1, 255).astype(np.uint8).tobytes(),
        text=zlib.compress(article.text.encode(), 3),
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
        for pattern in (_CREDIT, _REPORTING):
            for found in pattern.finditer(part):
                if name := agency_named(found.group(1).strip(" .")):
                    return name
    return ""


def names(headline: str, body: str) -> tuple[str, ...]:
    """The runs of capitalised words that stand in a text most often, those that only begin sentences left out."""
    found: Counter[str] = Counter()
    for match in _NAME.finditer(f"{headline}\n{body[:4000]}"):
        name = match.group().removesuffix("'s").removesuffix("’s")
        if terms.form(name.split()[0]) or " " in name:
            found[name] += 1 if _inside(body, match.start() - len(headline) - 1) else 0
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(name for name, count in ranked if count)[:NAMES]


def _inside(text: str, at: int) -> bool:
    """Whether something stands before a place in a sentence."""
    before = text[max(0, at - 2) : max(0, at)].strip(" \n\"'“‘")
    return bool(before) and before not in ".!?:"


def figures(text: str) -> tuple[tuple[str, float], ...]:
    """What befell how many, as far as the words beside a number say: ("death", 12) for "12 people were killed".

    For each outcome the first figure: what a report leads with is its own count, what it recalls further down is another's.
    """
    found: dict[str, float] = {}
    for match in _FIGURE.finditer(text):
        if _YEAR.fullmatch(match.group()):
            continue
        if outcome := _befell(text, match.start(), match.end()):
            found.setdefault(outcome, _value(match.group()))
    return tuple(found.items())


def _value(word: str) -> float:
    return float(_SMALL[word.casefold()]) if word.casefold() in _SMALL else float(word.replace(",", ""))


def _befell(text: str, start: int, end: int) -> str:
    """The outcome named right before a number, or in the four words after it, within the sentence."""
    before = _WORD.findall(text[max(0, start - 24) : start])
    takes = load("outcomes")["taking"]
    at_least = [w for w in before[-3:] if w.casefold() not in ("at", "least", "about", "some", "around", "nearly", "over")]
    if at_least and at_least[-1].casefold() in (*takes["only"], *takes["also"]):
        return by_word("outcomes", "outcome").get(at_least[-1].casefold(), "")
    for word in _WORD.findall(text[end : end + 48])[:5]:
        if not word[0].isalpha() or word.casefold() in takes["only"]:
            return ""
        if outcome := by_word("outcomes", "outcome").get(word.casefold()):
            return outcome
    return ""
