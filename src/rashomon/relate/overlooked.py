"""Accounts and what was found in them in, the same with the names out that one account shows and another passes over.

A name is easily missed where it stands once, or opens a sentence ("Wardens closed the road"), and every claim around it then
lacks whom it is of. What one account has as a name is one wherever else it stands in the pile as it is written there: whole,
beside no other word of a name, and never where a common word is meant.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon import data
from rashomon.model import Annotations, Claim, Document, Mention, Spans
from rashomon.model.document import PROSE_ROLES
from rashomon.relate.people import one_name
from rashomon.relate.spellings import Form, common_words, plain, spellings
from rashomon.text import gazetteer
from rashomon.text.roles import role

_WORD = re.compile(r"[^\W\d_][\w’']*")
_ENDS = re.compile(r"(?:^|[.!?:;…\n“”\"‘(\[–—•|])\s*$")
_JOINED = frozenset("@#_’'-/")
_DOT = re.compile(r"\b(?:[A-Z]|[A-Z][a-z]{1,4})\.\s$")  # "Dr. ", "R. ": no end of a sentence
_POSSESSIVE = re.compile(r"[’']s?$")
_MODIFIES = re.compile(r"-[a-z]")
_SPREAD = frozenset({"person", "organisation", "place", "event", "other"})
_BEFORE = 6  # code points before a word that tell whether it begins a sentence
_LONGEST = 6  # words of a name


@dataclass(frozen=True, slots=True)
class _Written:
    """How often words stand in the pile in small letters and with a capital inside a sentence."""

    small: Counter[str]
    capital: Counter[str]

    def common(self, word: str) -> bool:
        """Whether the pile knows a word as one that is written small."""
        return self.small[word.casefold()] > 0 or word.casefold() in _plain()


def spread(documents: Sequence[Document], annotations: Sequence[Annotations]) -> list[Annotations]:
    """What was found in each document, with the names that other accounts, or other lines of it, show."""
    written = _written(documents)
    kinds = _kinds(documents, annotations, written)
    index = _index(kinds)
    return [_with_names(d, found, index, kinds, written) for d, found in zip(documents, annotations, strict=True)]


def _with_names(
    document: Document, found: Annotations, index: Mapping[str, Sequence[str]], kinds: Mapping[str, str], written: _Written
) -> Annotations:
    taken = Spans([m.span for m in found.mentions if m.form != "descriptor"])
    ids = {m.id for m in found.mentions}
    made = []
    for start, end in _places(document, index, written):
        span = document.span(start, end)
        key = f"{document.id}.m{start}-{end}"
        if key not in ids and not taken.over(span):
            form = "modifier" if _MODIFIES.match(document.text, end) else "name"
            made.append(Mention(id=key, span=span, kind=kinds[span.text], form=form))
    if not made:
        return found
    mentions = tuple(sorted((*found.mentions, *made), key=lambda m: (m.span.start, -m.span.end)))
    return replace(found, mentions=mentions, claims=tuple(_naming(c, made, mentions) for c in found.claims))


def _naming(claim: Claim, made: Sequence[Mention], mentions: Sequence[Mention]) -> Claim:
    """The claim with the names that lie within its words, where one of them is new."""
    at = bisect_left(made, claim.span.start, key=lambda m: m.span.start)
    if at == len(made) or made[at].span.start >= claim.span.end:
        return claim
    low = bisect_left(mentions, claim.span.start, key=lambda m: m.span.start)
    high = bisect_left(mentions, claim.span.end, key=lambda m: m.span.start)
    return replace(claim, mentions=tuple(m.id for m in mentions[low:high] if m.span.end <= claim.span.end))


def _written(documents: Iterable[Document]) -> _Written:
    """How words are written in the prose of all documents."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for document in documents:
        for block in document.blocks:
            if block.role in PROSE_ROLES:
                words = _WORD.findall(document.text, block.start, block.end)
                small.update(w for w in words if w[0].islower())
                capital.update(w for w in words if w[0].isupper())
    return _Written(small, capital)


def _kinds(documents: Sequence[Document], annotations: Sequence[Annotations], written: _Written) -> dict[str, str]:
    """The names that are looked for, each with the one kind of what bears it."""
    forms = [f for d, found in zip(documents, annotations, strict=True) for f in spellings(d, found)]
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for form in forms:
        seen[form.text][form.kind] += 1
    last = _last_names(forms)
    first = {f.text.split()[0] for f in forms if f.kind == "person" and " " in f.text}
    for word in last:
        if word not in seen and not gazetteer.towns(word):
            seen[word]["person"] += 1
    kinds: dict[str, str] = {}
    for text, found in seen.items():
        (kind, count), *rest = Counter({k: n for k, n in found.items() if k != "other"} or {"other": 1}).most_common()
        kind = kind if not rest or count > rest[0][1] else "other"
        alone = kind != "person" or " " in text or (text in last and text not in first)
        if kind in _SPREAD and alone and _tells(text, written):
            kinds[text] = kind
    return kinds


def _last_names(forms: Iterable[Form]) -> set[str]:
    """Last words that one person of the pile alone is called by."""
    bearers: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if form.kind == "person" and " " in plain(form):
            bearers[form.text.split()[-1]].append(form)
    return {word for word, people in bearers.items() if all(one_name(people[0], p) for p in people[1:])}


def _tells(text: str, written: _Written) -> bool:
    """Whether a name is no common word: none that the pile writes small, that bodies are called by at large, or months."""
    words = _WORD.findall(text)
    if not words or len(words) > _LONGEST or len(text) < 3 or not text[0].isupper() or gazetteer.nationality(text) is not None:
        return False
    if len(words) > 1:
        return not all(written.common(w) for w in words)
    word = words[0].casefold()
    listed = word in common_words() or word in _plain() or role(word) is not None
    return not (listed or _titled(text)) and 2 * written.small[word] < written.capital[words[0]]


@cache
def _plain() -> frozenset[str]:
    return frozenset(data.load("plainwords")["words"].split())


def _index(kinds: Iterable[str]) -> dict[str, list[str]]:
    """Names by their first word, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in sorted(kinds, key=lambda t: (-len(t), t)):
        found[_POSSESSIVE.sub("", _WORD.findall(text)[0])].append(text)
    return found


def _places(document: Document, index: Mapping[str, Sequence[str]], written: _Written) -> Iterator[tuple[int, int]]:
    """Where these names stand in a document's prose, in text order, none within another."""
    text, held = document.text, 0
    for block in document.blocks:
        if block.role not in PROSE_ROLES:
            continue
        words = [m.span() for m in _WORD.finditer(text, block.start, block.end)]
        for at, (start, _) in enumerate(words):
            for name in index.get(_POSSESSIVE.sub("", text[slice(*words[at])]), ()) if start >= held else ():
                end = start + len(name)
                if text.startswith(name, start) and end <= block.end and _stands(text, start, end, words, at, written):
                    held = end
                    yield start, end
                    break


def _stands(text: str, start: int, end: int, words: Sequence[tuple[int, int]], at: int, written: _Written) -> bool:
    """Whether a name stands there as a whole: in no longer name or address, and where it opens a sentence, as no common word."""
    if text[end : end + 1].isalnum() or text[start - 1 : start] in _JOINED or text[end : end + 1] in ("@", "_", "/"):
        return False
    opens = _opens(text, start)
    single = text[start:end].isalpha()
    if opens and single and written.common(text[start:end]):
        return False
    before = words[at - 1] if at and not opens else None
    if before and text[before[1] : start].strip(" ") == "" and _part(text, before, written):
        return False
    after = next((w for w in words[at + 1 :] if w[0] >= end), None)
    return not (after and text[end : after[0]] == " " and _part(text, after, written))


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, a line or a quotation begins there."""
    before = text[max(0, start - _BEFORE) : start]
    return start == 0 or (bool(_ENDS.search(before)) and not _DOT.search(before))


def _part(text: str, word: tuple[int, int], written: _Written) -> bool:
    """Whether a word beside a name may be one more of it: written with a capital, no title, and nowhere written small."""
    said = _POSSESSIVE.sub("", text[slice(*word)])
    if not said[0].isupper() or role(said) is not None or gazetteer.nationality(said) is not None:
        return False
    return not (_titled(said) or (written.common(said) and _opens(text, word[0])) or written.small[said.casefold()] > 1)


def _titled(word: str) -> bool:
    return any(word in data.load("titles")[key] for key in ("titles", "not_names", "honorifics"))
