"""A document's prose in, where something looks like a name out: what speaks for it, of which kind, and how loudly.

Six witnesses: the language model, titles before a person, what stations are called, the form that names of bodies have
("Office for the Protection of Civilians"), capitals inside a sentence, and one who acts in several. Each sighting is
trimmed to the name itself; headlines, where every word has a capital, are no evidence.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon import data
from rashomon.text import gazetteer
from rashomon.text.parse import Parse
from rashomon.text.patterns import either
from rashomon.text.roles import role

_KINDS = {
    "PERSON": "person", "ORG": "organisation", "NORP": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
    "EVENT": "event", "WORK_OF_ART": "work", "LAW": "work", "PRODUCT": "other",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_OPENING_TAGS = ("``", "''", ":", "-LRB-", "_SP", "SP")
_EDGES = " \t\n\r\u00a0\"'“”‘’«»()[]{}.,;:!?-–—|*•/\\"
_INITIAL = re.compile(r"\b[A-Z]\.$")
_POSSESSIVE = re.compile(r"['’]s?$")
_LEADING = re.compile(r"^(?:the|an?|so-called|our|their|his|her|its)\s+(?=\S)", re.I)
_ARTICLE_BEFORE = re.compile(r"\b(?:([A-Z][\w’']+)[ -])?\b([Aa]l|[Ee]l|[Aa][drstz]|[Aa]sh|[Ee][drsz])-$")
_STATION = re.compile(r"\b(?:TV|Radio) ([A-Z][^\W\d_A-Z][\w’'-]+)(?! [A-Z])")
_DIRECTION = re.compile(r"^(?:north|south|east|west|central)(?:ern|-?east(?:ern)?|-?west(?:ern)?)?\s+(?=[A-Z])", re.I)


def sightings(text: str, stretches: Sequence[tuple[int, int]], parse: Parse) -> Iterator[tuple[int, int, str, float]]:
    """Start and end (code points) of what may be a name, its kind, and the weight of that evidence; stretches in text order."""
    headlines = [_is_headline(text[start:end]) for start, end in stretches]
    for start, end, kind, weight in (
        *_modelled(parse),
        *_titled(text, stretches),
        *_stations(text, stretches),
        *_bodies(text, stretches),
        *_capitals(parse),
        *((parse.start[t], parse.end[t], "person", 0.5) for t in acting(parse)),
    ):
        trimmed = _trim(text, start, end, kind)
        at = bisect_right(stretches, (start, len(text))) - 1
        if trimmed and not (weight <= 1 and at >= 0 and headlines[at] and _is_unknown(text[trimmed[0] : trimmed[1]])):
            yield *trimmed, kind, weight


def _is_unknown(form: str) -> bool:
    return not gazetteer.known(form) and not gazetteer.towns(form)


def _modelled(parse: Parse) -> Iterator[tuple[int, int, str, float]]:
    """What the language model takes for names."""
    for first, last, label in parse.entities:
        if kind := _KINDS.get(label):
            yield parse.start[first], parse.end[last - 1], kind, 1.0


@cache
def _title() -> re.Pattern[str]:
    titles = either(data.load("titles")["titles"])
    word = r"(?:(?:al|el|ez|bin|ibn|van|von|de|der|da|di|le|la)[ -])*[A-Z][\w’'-]+"
    return re.compile(rf"\b(?:{titles})\.?\s+({word}(?:\s+(?:[A-Z]\.\s+)?{word}){{0,3}})")


def _titled(text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str, float]]:
    """A capitalised run after a title is a person, outside headlines."""
    for start, end in stretches:
        if not _is_headline(text[start:end]):
            for found in _title().finditer(text, start, end):
                yield found.start(1), found.end(1), "person", 3.0


def _stations(text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str, float]]:
    """ "TV Aurora", "Radio Kestrel": a name behind what it broadcasts by, outside headlines."""
    for start, end in stretches:
        if not _is_headline(text[start:end]):
            for found in _STATION.finditer(text, start, end):
                if found.group(1) not in listed_words("not_names"):
                    yield found.start(), found.end(), "organisation", 3.0


@cache
def _body() -> re.Pattern[str]:
    heads = either(w.title() for w in listed_words("organisation_words") if " " not in w)
    word = r"[A-Z][\w’'-]+"
    return re.compile(rf"\b(?:{word} ){{0,4}}(?:{heads})(?: (?:of|for)(?: the)? {word}(?: {word}){{0,3}}){{1,2}}")


def _bodies(text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str, float]]:
    """A word for a body, and what it is of or for, in capitals; outside headlines."""
    for start, end in stretches:
        if not _is_headline(text[start:end]):
            for found in _body().finditer(text, start, end):
                yield found.start(), found.end(), "organisation", 1.5


def _capitals(parse: Parse) -> Iterator[tuple[int, int, str, float]]:
    """Runs of proper nouns inside a sentence, for names that the language model passed over."""
    covered = {token for first, last, _ in parse.entities for token in range(first, last)}
    firsts = {first for first, _ in parse.sentences} | {t + 1 for t, tag in enumerate(parse.tag) if tag in _OPENING_TAGS}
    run: list[int] = []
    for token in range(len(parse) + 1):
        inside = token < len(parse) and token not in covered and _is_proper(parse, token)
        if inside and token not in firsts and (not run or parse.start[token] - parse.end[run[-1]] <= 1):
            run.append(token)
            continue
        if run and not (run[0] - 1 in covered or run[-1] + 1 in covered):
            yield parse.start[run[0]], parse.end[run[-1]], "other", 0.5
        run = [token] if inside and token not in firsts else []


def acting(parse: Parse) -> list[int]:
    """Single words that are the subject of a sentence which they open, twice or more, and that the text never writes small: a
    name that the language model passed over, since any word has a capital there ("Sorek fished here for years. Sorek saw it").
    """
    covered = {token for first, last, _ in parse.entities for token in range(first, last)}
    opens = [first for first, last in parse.sentences if last - first > 2 and first not in covered and _acts(parse, first)]
    words = Counter(parse.word(t) for t in opens)
    small = {parse.word(t) for t in range(len(parse)) if parse.word(t)[:1].islower()} if words else set()
    return [t for t in opens if words[parse.word(t)] > 1 and parse.word(t).casefold() not in small]


def _acts(parse: Parse, token: int) -> bool:
    """Whether a word is a subject right before its verb, and may be a name."""
    subject = parse.tag[token] == "NNP" and parse.dep[token] == "nsubj" and parse.tag[token + 1].startswith(("VB", "MD"))
    return subject and parse.word(token).isalpha() and parse.word(token).istitle() and _may_be_name(parse.word(token))


def _is_proper(parse: Parse, token: int) -> bool:
    return parse.tag[token] in ("NNP", "NNPS") and parse.word(token)[0].isupper()


def _is_headline(stretch: str) -> bool:
    """Whether words are capitalised for display, so that capitals tell nothing."""
    words = [w for w in _WORD.findall(stretch[:300]) if len(w) > 3 and w[0].isalpha()]
    if len(words) > 1 and stretch.isupper() and len(stretch) <= 250:
        return True
    if len(stretch) > 250 or len(words) < 3 or stretch.rstrip(" \"”’'").endswith((".", "!", "?")):
        return False
    return bool(words) and sum(w[0].isupper() for w in words) > 0.7 * len(words)


def _trim(text: str, start: int, end: int, kind: str) -> tuple[int, int] | None:
    """The name itself, without article, possessive, title or direction; None where nothing of a name is left."""
    start = _begun(text, start, end)
    while True:
        before = (start, end)
        while start < end and text[start] in _EDGES:
            start += 1
        while start < end and text[end - 1] in _EDGES and not _INITIAL.search(text, start, end):
            end -= 1
        form = text[start:end]
        if found := _POSSESSIVE.search(form):
            end -= len(found.group())
        elif (found := _LEADING.match(form)) or (
            (found := _DIRECTION.match(form)) and not gazetteer.known(form) and kind == "place"
        ):
            start += found.end()
        elif (word := re.match(r"[\w'’-]+\.?\s+", form)) and _stripped(word.group().strip(), form[word.end() :], kind):
            start += word.end()
        if (start, end) == before:
            return (start, end) if _may_be_name(text[start:end]) else None


def _begun(text: str, start: int, end: int) -> int:
    """Where a name begins that was seen from its last part on: "Zor" of "Deir ez-Zor", where the whole is a town's name."""
    found = _ARTICLE_BEFORE.search(text, max(0, start - 24), start)
    if found:
        for at in (found.start(1), found.start(2)):
            if at >= 0 and at < start and gazetteer.towns(text[at:end]):
                return at
    return start


def _direction(form: str, kind: str) -> re.Match[str] | None:
    """ "Northern" before a place that is known without it, unless it is part of a listed name ("North Korea")."""
    return _DIRECTION.match(form) if kind == "place" and not gazetteer.known(form) else None


def _stripped(word: str, rest: str, kind: str) -> bool:
    """Whether the first word is not part of the name: a title before a person, a nationality before a listed name."""
    person = kind == "person" or word.rstrip(".") in listed_words("honorifics")
    if word.rstrip(".") in _title_words() and (person or (rest.count(" ") == 1 and word in _offices())):
        return True
    return gazetteer.nationality(word) is not None and (rest.isupper() or gazetteer.known(rest) is not None)


def _may_be_name(form: str) -> bool:
    words = _WORD.findall(form)
    if not words or len(form) > 80 or len(words) > 9 or not any(c.isupper() for c in form) or len(form) < 2 or "\n" in form:
        return False
    if any(c.isdigit() for c in form) and not gazetteer.known(form):
        return bool(re.match(r"[A-Z]\w+ (?:[A-Z]\w+ )+\d+$", form))
    if len(words) == 1 and (
        form in listed_words("not_names") or gazetteer.nationality(form) is not None or form in _title_words()
    ):
        return gazetteer.known(form) is not None
    if gazetteer.nationality(form) is not None:
        return False
    if len(words) == 1 and role(form.casefold()) is not None:
        return gazetteer.known(form) is not None
    if all(w in listed_words("not_names") or w in _title_words() or gazetteer.nationality(w) is not None for w in words):
        return gazetteer.known(form) is not None
    if gazetteer.known(form):
        return True
    both = form.partition(" and ")
    if both[1] and (gazetteer.known(both[0]) or gazetteer.known(both[2])):
        return False
    return words[-1].casefold() not in _role_nouns() or _body().fullmatch(form) is not None


@cache
def _title_words() -> frozenset[str]:
    """The words that titles are made of: none of them alone is a name."""
    return frozenset(word for title in listed_words("titles") for word in re.split(r"[\s.-]+", title) if word[:1].isupper())


@cache
def _offices() -> frozenset[str]:
    """What ministers and secretaries are of: left over before a person's name ("Defense Jim Smith")."""
    return frozenset({"Defense", "Defence", "Foreign", "Interior", "Finance", "Health", "Justice", "State", "Home", "Press"})


@cache
def _role_nouns() -> frozenset[str]:
    """Singular and plural of nouns for people: what ends in one is no name ("Rebel Fighters")."""
    nouns = {str(n) for group in data.load("roles")["people"].values() for n in group} - listed_words("organisation_words")
    return frozenset(nouns | {n + "s" for n in nouns})


@cache
def listed_words(name: str) -> frozenset[str]:
    """A list of the table of titles ("organisation_words")."""
    return frozenset(data.load("titles")[name])
