"""A document in, the names in it out: where each stands and what kind of thing bears it.

The language model errs on names in short contexts, so it has one voice of several: lists of what the world knows, titles,
words within the name and words around it. A name that was recognised once is recognised everywhere in its document, and its
kind is decided once, for all the places where it stands.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon import data
from rashomon.extract.kinds import kinds_of
from rashomon.extract.sightings import listed_words, sightings
from rashomon.model import Document
from rashomon.model.document import PROSE_ROLES
from rashomon.text import gazetteer
from rashomon.text.names import fold
from rashomon.text.parse import Parse

_WORD = re.compile(r"[^\W_]+")
_PHRASE = 3  # words: longer forms are not looked for in small letters


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
    for start, end, kind, weight in sightings(text, stretches, parse):
        spans.add((start, end))
        votes[text[start:end]][kind] += weight
    common = _common(text, stretches, votes)
    votes = {form: kinds for form, kinds in votes.items() if form not in common}
    spans = {(s, e) for s, e in spans if text[s:e] not in common}
    forms = _with_parts(votes)
    spans |= {(s, e) for s, e in _scan(text, stretches, _index([*forms]))}
    spans |= {(s, e) for s, e in _scan(text, stretches, _listed())}
    spans -= _lone(text, spans, {form: kinds for form, kinds in votes.items() if forms[form] == form})
    kept = _settled(text, spans)
    kinds = kinds_of(text, kept, votes, forms)
    return [Name(s, e, kinds[text[s:e]]) for s, e in kept]


def _common(text: str, stretches: Sequence[tuple[int, int]], forms: Iterable[str]) -> set[str]:
    """Forms that the text writes small as often as not, as it does with no name: "Eyewitnesses", "Secret Agreement"."""
    wanted = [f for f in forms if f.replace(" ", "").isalpha() and f.istitle() and not gazetteer.known(f)]
    longest = max((f.count(" ") + 1 for f in wanted), default=0)
    written: Counter[str] = Counter()
    for start, end in stretches:
        words = [(w.start(), w.end()) for w in _WORD.finditer(text, start, end) if not _in_address(text, w)]
        for size in range(1, min(longest, _PHRASE) + 1):
            written.update(text[words[i][0] : words[i + size - 1][1]] for i in range(len(words) - size + 1))
    return {f for f in wanted if written[f.casefold()] and 2 * written[f.casefold()] >= written[f]}


def _in_address(text: str, word: re.Match[str]) -> bool:
    """Whether a word is part of a web address or a tag, where names are written small."""
    around = text[max(0, word.start() - 2) : word.start()] + text[word.end() : word.end() + 2]
    return any(mark in around for mark in "-/_@#=&") or (
        text[word.end() : word.end() + 1] == "." and text[word.end() + 1 : word.end() + 2].isalpha()
    )


def _lone(text: str, spans: Iterable[tuple[int, int]], votes: Mapping[str, Mapping[str, float]]) -> set[tuple[int, int]]:
    """Single words that capitals alone speak for, once in the whole text."""
    lone = {f for f, kinds in votes.items() if " " not in f and set(kinds) == {"other"} and kinds["other"] < 1}
    lone = {f for f in lone if not gazetteer.known(f) and not gazetteer.towns(f) and "-" not in f}
    return {(s, e) for s, e in spans if text[s:e] in lone}


def _with_parts(votes: Mapping[str, Mapping[str, float]]) -> dict[str, str]:
    """Forms to look for, each with the longer form it is short for: a person's last name, the first part of an Abu name."""
    forms = {form: form for form in votes}
    for form, kinds in votes.items():
        words = _without_generation(form.split())
        if (
            max(sorted(kinds), key=lambda k: kinds[k]) != "person"
            or not 2 <= len(words) <= 5
            or gazetteer.known(form)
            or gazetteer.towns(form)
        ):
            continue
        shorter = [words[-1][0].upper() + words[-1][1:], words[-1], re.sub(r"^(?:al|el|ez|as|ad|ash)-", "", words[-1])]
        shorter += [" ".join(words[:2])] if words[0] in ("Abu", "Umm", "Abdul", "Abd") else []
        for part in shorter:
            if (
                len(part) > 2
                and part[0].isupper()
                and part not in listed_words("not_names")
                and gazetteer.nationality(part) is None
            ):
                forms.setdefault(part, form)
                forms[part] = form if forms[part] == part else forms[part]
    return forms


def _without_generation(words: list[str]) -> list[str]:
    """The words of a name up to "Jr" or "III"."""
    last = words[-1].strip(".,").casefold()
    return words[:-1] if len(words) > 1 and last in data.load("given_names")["generations"] else words


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
                end = word.start() + len(form)
                if _stands(text, word.start(), form) and not (len(form) < 5 and _shouted(text, word.start(), end)):
                    yield word.start(), end


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words beside a span are all in capitals, so that "WHO" and "IS" may be just words."""
    around = text[max(0, start - 40) : start] + text[end : end + 40]
    beside = (_WORD.findall(text[max(0, start - 30) : start])[-1:], _WORD.findall(text[end : end + 30])[:1])
    if not text[start:end].isupper() or not any(beside):
        return False
    return around.isupper() or any(len(w) > 2 and w.isupper() and not gazetteer.known(w) for ws in beside for w in ws)


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
    if gazetteer.known(around) or around.split()[-1].casefold() in listed_words("place_words"):
        return False
    what = gazetteer.known(form)
    if form not in alone and (what is None or what.country is None):
        return False
    rest = fold(around).split()
    return bool({*rest[1:]} & (listed_words("organisation_words") | listed_words("event_words"))) and not around.endswith(form)
