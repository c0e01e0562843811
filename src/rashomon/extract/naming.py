"""A document in, the names in it out: where each stands and what kind of thing bears it.

The language model errs on names in short contexts, so it has one voice of several: lists of what the world knows, titles,
words within the name and words around it. A name that was recognised once is recognised everywhere in its document, and its
kind is decided once, for all the places where it stands.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rashomon import data
from rashomon.model import Document
from rashomon.model.document import PROSE_ROLES
from rashomon.text import gazetteer
from rashomon.text.names import fold
from rashomon.text.parse import Parse
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
_DIRECTION = re.compile(r"^(?:north|south|east|west|central)(?:ern|-?east(?:ern)?|-?west(?:ern)?)?\s+(?=[A-Z])", re.I)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|near|into|around|outside|inside|across|towards?|leaving|left|reached|captured?|entered"
    r"|(?:city|town|village|province) of)\s+(?:the\s+)?$",
    re.I,
)
_BODY_AFTER = re.compile(
    r"\s+(?:[a-z]+ist |rebel |armed |militant )?(?:group|militia|movement|party|organi[sz]ation|faction|network)\b"
)
_SPEAKS_AFTER = re.compile(r"^,?\s+(?:said|says|told|added|warned|claimed|denied|insisted|announced)\b")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text, in code points. `kind`: person, organisation, place, event, work, other."""

    start: int
    end: int
    kind: str


def find(document: Document, parse: Parse) -> list[Name]:
    """The names in a document's prose, in text order; one may lie within another ("Lima" in "Lima City Council")."""
    text = document.text
    stretches = [(b.start, b.end) for b in document.blocks if b.role in PROSE_ROLES]
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    spans: set[tuple[int, int]] = set()
    for start, end, kind, weight in (*_modelled(parse), *_titled(text, stretches), *_capitals(parse, text)):
        trimmed = _trim(text, start, end, kind)
        if trimmed and not (weight <= 1 and _in_headline(text, stretches, trimmed)):
            spans.add(trimmed)
            votes[text[trimmed[0] : trimmed[1]]][kind] += weight
    common = _common(text, stretches, votes)
    votes = {form: kinds for form, kinds in votes.items() if form not in common}
    spans = {(s, e) for s, e in spans if text[s:e] not in common}
    forms = _with_parts(votes)
    spans |= {(s, e) for s, e in _scan(text, stretches, _index([*forms]))}
    spans |= {(s, e) for s, e in _scan(text, stretches, _listed())}
    spans -= _lone(text, spans, votes)
    kept = _settled(text, spans)
    kinds = _kinds(text, kept, votes, forms)
    return [Name(s, e, kinds[text[s:e]]) for s, e in kept]


def _common(text: str, stretches: Iterable[tuple[int, int]], forms: Iterable[str]) -> set[str]:
    """Single words that the text also writes small, as it does with no name: "Eyewitnesses"."""
    wanted = {f.casefold(): f for f in forms if f.isalpha() and f.istitle() and not gazetteer.known(f)}
    words = (word.group() for start, end in stretches for word in _WORD.finditer(text, start, end))
    return {wanted[w] for w in words if w in wanted}


def _lone(text: str, spans: Iterable[tuple[int, int]], votes: Mapping[str, Mapping[str, float]]) -> set[tuple[int, int]]:
    """Single words that capitals alone speak for, once in the whole text."""
    lone = {f for f, kinds in votes.items() if " " not in f and set(kinds) == {"other"} and kinds["other"] < 1}
    lone = {f for f in lone if not gazetteer.known(f) and not gazetteer.towns(f) and "-" not in f}
    return {(s, e) for s, e in spans if text[s:e] in lone}


def _modelled(parse: Parse) -> Iterator[tuple[int, int, str, float]]:
    """What the language model takes for names."""
    for first, last, label in parse.entities:
        if kind := _KINDS.get(label):
            yield parse.start[first], parse.end[last - 1], kind, 1.0


@cache
def _title() -> re.Pattern[str]:
    titles = sorted((re.escape(t) for t in data.load("titles")["titles"]), key=len, reverse=True)
    word = r"(?:(?:al|el|ez|bin|ibn|van|von|de|der|da|di|le|la)[ -])*[A-Z][\w’'-]+"
    return re.compile(rf"\b(?:{'|'.join(titles)})\.?\s+({word}(?:\s+(?:[A-Z]\.\s+)?{word}){{0,3}})")


def _titled(text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, str, float]]:
    """A capitalised run after a title is a person, outside headlines."""
    for start, end in stretches:
        if not _is_headline(text[start:end]):
            for found in _title().finditer(text, start, end):
                yield found.start(1), found.end(1), "person", 3.0


def _capitals(parse: Parse, text: str) -> Iterator[tuple[int, int, str, float]]:
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


def _is_proper(parse: Parse, token: int) -> bool:
    return parse.tag[token] in ("NNP", "NNPS") and parse.word(token)[0].isupper()


def _is_headline(stretch: str) -> bool:
    """Whether words are capitalised for display, so that capitals tell nothing."""
    words = [w for w in _WORD.findall(stretch) if len(w) > 3 and w[0].isalpha()]
    return len(words) > 2 and sum(w[0].isupper() for w in words) > 0.7 * len(words)


def _in_headline(text: str, stretches: Iterable[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether a span stands in a headline and is more than one listed name."""
    inside = next(((s, e) for s, e in stretches if s <= span[0] < e), None)
    form = text[span[0] : span[1]]
    if inside is None or gazetteer.known(form) or gazetteer.towns(form):
        return False
    return _is_headline(text[inside[0] : inside[1]])


def _trim(text: str, start: int, end: int, kind: str) -> tuple[int, int] | None:
    """The name itself, without article, possessive, title or direction; None where nothing of a name is left."""
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


def _direction(form: str, kind: str) -> re.Match[str] | None:
    """ "Northern" before a place that is known without it, unless it is part of a listed name ("North Korea")."""
    return _DIRECTION.match(form) if kind == "place" and not gazetteer.known(form) else None


def _stripped(word: str, rest: str, kind: str) -> bool:
    """Whether the first word is not part of the name: a title before a person, a nationality before a listed name."""
    if word.rstrip(".") in _title_words() and (kind == "person" or (rest.count(" ") == 1 and word in _offices())):
        return True
    return gazetteer.nationality(word) is not None and (rest.isupper() or gazetteer.known(rest) is not None)


def _may_be_name(form: str) -> bool:
    words = _WORD.findall(form)
    if not words or len(form) > 80 or len(words) > 9 or not any(c.isupper() for c in form) or len(form) < 2 or "\n" in form:
        return False
    if any(c.isdigit() for c in form) and not gazetteer.known(form):
        return bool(re.match(r"[A-Z]\w+ (?:[A-Z]\w+ )+\d+$", form))
    if len(words) == 1 and (form in _words("not_names") or gazetteer.nationality(form) is not None or form in _words("titles")):
        return gazetteer.known(form) is not None
    if gazetteer.nationality(form) is not None:
        return False
    if len(words) == 1 and role(form.casefold()) is not None:
        return gazetteer.known(form) is not None
    if all(w in _words("not_names") or w in _title_words() or gazetteer.nationality(w) is not None for w in words):
        return gazetteer.known(form) is not None
    return gazetteer.known(form) is not None or words[-1].casefold() not in _role_nouns()


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(data.load("titles")[name])


@cache
def _title_words() -> frozenset[str]:
    """The words that titles are made of: none of them alone is a name."""
    return frozenset(word for title in _words("titles") for word in re.split(r"[\s-]", title) if word[0].isupper())


@cache
def _offices() -> frozenset[str]:
    """What ministers and secretaries are of: left over before a person's name ("Defense Jim Smith")."""
    return frozenset({"Defense", "Defence", "Foreign", "Interior", "Finance", "Health", "Justice", "State", "Home", "Press"})


@cache
def _role_nouns() -> frozenset[str]:
    """Singular and plural of nouns for people: what ends in one is no name ("Rebel Fighters")."""
    nouns = {n for group in data.load("roles")["people"].values() for n in group}
    return frozenset(nouns | {n + "s" for n in nouns})


def _with_parts(votes: Mapping[str, Mapping[str, float]]) -> dict[str, str]:
    """Forms to look for, each with the longer form it is short for: a person's last name, the first part of an Abu name."""
    forms = {form: form for form in votes}
    for form, kinds in votes.items():
        words = form.split()
        if (
            max(sorted(kinds), key=lambda k: kinds[k]) != "person"
            or not 2 <= len(words) <= 5
            or gazetteer.known(form)
            or gazetteer.towns(form)
        ):
            continue
        shorter = [words[-1], re.sub(r"^(?:al|el|ez|as|ad|ash)-", "", words[-1])]
        shorter += [" ".join(words[:2])] if words[0] in ("Abu", "Umm", "Abdul", "Abd") else []
        for part in shorter:
            if len(part) > 2 and part[0].isupper() and part not in _words("not_names") and gazetteer.nationality(part) is None:
                forms.setdefault(part, form)
                forms[part] = form if forms[part] == part else forms[part]
    return forms


def _index(forms: Iterable[str]) -> dict[str, list[str]]:
    """Forms by their first word, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        if word := _WORD.search(form):
            found[word.group().casefold()].append(form)
    return found


@cache
def _listed() -> dict[str, list[str]]:
    return _index(gazetteer.listed())


def _scan(text: str, stretches: Iterable[tuple[int, int]], index: dict[str, list[str]]) -> Iterator[tuple[int, int]]:
    """Where forms stand as whole words, as they are written; not short capitals in a line of capitals."""
    for start, end in stretches:
        for word in _WORD.finditer(text, start, end):
            for form in index.get(word.group().casefold(), ()):
                if _stands(text, word.start(), form) and not (
                    len(form) < 5 and _shouted(text, word.start(), word.start() + len(form))
                ):
                    yield word.start(), word.start() + len(form)
                    break


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words beside a span are all in capitals, so that "WHO" and "IS" may be just words."""
    before, after = _WORD.findall(text[max(0, start - 30) : start])[-1:], _WORD.findall(text[end : end + 30])[:1]
    return any(len(w) > 2 and w.isupper() and not gazetteer.known(w) and text[start:end].isupper() for w in (*before, *after))


def _stands(text: str, at: int, form: str) -> bool:
    end = at + len(form)
    written = text[at:end]
    if written != form and not (len(form) > 4 and written.casefold() == form.casefold() and any(c.isupper() for c in written)):
        return False
    return (form[-1] == "." or not text[end : end + 1].isalnum()) and text[at - 1 : at] not in ("’", "'", "@", "#", "_")


def _settled(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of overlapping spans the longer; within one, only a name that also stands alone in the text or is listed."""
    ordered = sorted(set(spans), key=lambda s: (s[0], -s[1]))
    outer: list[tuple[int, int]] = []
    inner: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for span in ordered:
        if not outer or span[0] >= outer[-1][1]:
            outer.append(span)
        elif span[1] <= outer[-1][1]:
            inner.append((span, outer[-1]))
    alone = {text[s:e] for s, e in outer}
    kept = list(outer)
    for span, around in inner:
        if _nests(text[span[0] : span[1]], text[around[0] : around[1]], alone):
            kept.append(span)
    return sorted(kept)


def _nests(form: str, around: str, alone: set[str]) -> bool:
    """Whether a name within a name counts: what an organisation or event belongs to, never a part of a person or place."""
    if gazetteer.known(around) or around.split()[-1].casefold() in _words("place_words"):
        return False
    what = gazetteer.known(form)
    if form not in alone and (what is None or what.country is None):
        return False
    rest = fold(around).split()
    return bool({*rest[1:]} & (_words("organisation_words") | _words("event_words"))) and not around.endswith(form)


def _kinds(
    text: str, spans: list[tuple[int, int]], votes: Mapping[str, Mapping[str, float]], forms: dict[str, str]
) -> dict[str, str]:
    """The kind of each form, all its evidence put together."""
    around: dict[str, Counter[str]] = defaultdict(Counter)
    for start, end in spans:
        form = text[start:end]
        around[form]["place"] += bool(_PLACE_BEFORE.search(text, max(0, start - 24), start))
        around[form]["organisation"] += bool(_BODY_AFTER.match(text[end : end + 24]))
        around[form]["person"] += bool(_SPEAKS_AFTER.match(text[end : end + 14]))
    kinds = {form: _kind(form, votes.get(form, {}), around[form]) for form in around}
    for form, full in forms.items():
        if form != full and form in kinds and kinds.get(full) == "person" and not gazetteer.known(form):
            kinds[form] = "person"
    return kinds


def _kind(form: str, votes: Mapping[str, float], around: Counter[str]) -> str:
    if what := gazetteer.known(form):
        return what.kind
    score: dict[str, float] = defaultdict(float, other=0.1)
    total = sum(votes.values()) or 1
    for kind, count in votes.items():
        score[kind] += 2 * count / total + (1 if kind == "person" and count >= 3 and total > count else 0)
    if found := gazetteer.towns(form):
        score["place"] += 2.5 if " " in form or found[0].population >= 100_000 else 1.2
    score["place"] += min(1.5, 0.3 * around["place"])
    score["organisation"] += 2.5 * bool(around["organisation"])
    score["person"] += min(1.0, 0.2 * around["person"])
    words = fold(form).split()
    last, heads = words[-1:], {words[i - 1] for i, w in enumerate(words) if w in ("of", "for") and i} | {*words[-1:]}
    if len(words) > 1:
        score["organisation"] += 4 * bool(heads & _words("organisation_words"))
        score["place"] += 4 * bool({*last} & _words("place_words"))
        score["event"] += 3 * bool({*last, words[0]} & _words("event_words"))
    elif form.isupper() and len(form) < 7:
        score["organisation"] += 1
    return max(sorted(score), key=lambda kind: score[kind])
