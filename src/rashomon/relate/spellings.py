"""One document's mentions in, its spellings out: each name once, with the keys under which others may be the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon import data
from rashomon.model import Annotations, Document, Mention
from rashomon.text import gazetteer, names
from rashomon.text.namewords import endings
from rashomon.text.roles import role

_METONYM_AFTER = re.compile(
    r"['’]s?\s+(?!(?:\w+\s+)?(?:streets?|airport|suburbs?|outskirts|residents|mayor|police)\b)"
    r"|-(?:backed|led|supported|allied|aligned|sponsored|approved|brokered|friendly|funded|run)\b"
    r"|\s+(?:said|says|denied|denies|warn(?:s|ed)|insist(?:s|ed)|ha[sd]|have|was|is|were|will|would|want(?:s|ed)|accuse[ds]"
    r"|reject(?:s|ed)|claim(?:s|ed)|agree[ds]|announce[ds]|refuse[ds]|support(?:s|ed)|back(?:s|ed)|sees|saw|views)\b"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|from|to|near|at|around|into|outside|of|via|through|across|inside|leaving|left|reached|captured?|that|which)\s+(?:the\s+)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling in one document, its mentions in text order; `government`, `owner`: a country's code, see below; `own`:
    capitals that a text spells out as another than the body of the world that is listed under them.
    """

    text: str
    document: str
    kind: str
    mentions: tuple[Mention, ...]
    government: str | None = None
    owner: str | None = None
    own: bool = False

    @property
    def known(self) -> gazetteer.Known | None:
        """What the world knows under this name, where the text does not mean another by it."""
        return None if self.own else gazetteer.known(self.text)

    @property
    def id(self) -> str:
        """The first mention's id, which stands for all."""
        return self.mentions[0].id


def spellings(document: Document, found: Annotations) -> list[Form]:
    """The spellings of one document; a capital that stands for its government is another form than the town."""
    groups: dict[tuple[str, str, str | None], list[Mention]] = defaultdict(list)
    for mention in found.mentions:
        if mention.form != "descriptor":
            text = " ".join(mention.span.text.split())
            groups[text, mention.kind, _government(document, mention)].append(mention)
    made = ((text, kind, tuple(ms), government) for (text, kind, government), ms in groups.items())
    return [
        Form(text, document.id, kind, ms, government, of_country(text)[0] or _owner(document, ms), _own(document, text))
        for text, kind, ms, government in made
    ]


def _own(document: Document, text: str) -> bool:
    """Whether a text spells capitals out as another body than the one that is listed under them."""
    known = gazetteer.known(text) if text.isupper() else None
    long = names.spelled_out(text, document.text, beside=True) if known else []
    return bool(long) and not any((other := gazetteer.known(name)) and other.key == known.key for name in long if known)


@lru_cache(maxsize=65536)
def of_country(text: str) -> tuple[str | None, str]:
    """The country that a body's name begins with, and the rest, where that fits a body of any country: "Indian Navy"."""
    words = text.split()
    for n in range(min(3, len(words) - 1), 0, -1):
        first, rest = " ".join(words[:n]), " ".join(words[n:])
        what = gazetteer.known(first)
        code = gazetteer.nationality(first) or (what.country if what else None)
        if code and set(names.fold(rest).split()) <= common_words():
            return code, rest
    return None, text


def _owner(document: Document, mentions: Iterable[Mention]) -> str | None:
    """The country that a body is said to be of right before its name ("Kenyan", "Kenya's"), or None."""
    for mention in mentions:
        before = document.text[max(0, mention.span.start - 40) : mention.span.start].strip()
        words = re.sub(r"['’]s?$", "", before).split()
        for tail in (" ".join(words[-2:]), *words[-1:]):
            what = gazetteer.known(tail)
            if code := gazetteer.nationality(tail) or (what.country if what else None):
                return code
    return None


def _government(document: Document, mention: Mention) -> str | None:
    """The country whose government is meant by its capital, as in "Moscow denied"; None where the town is meant."""
    code = gazetteer.seat(mention.span.text) if mention.kind in ("place", "organisation") else None
    if code is None:
        return None
    before = document.text[max(0, mention.span.start - 16) : mention.span.start]
    after = document.text[mention.span.end : mention.span.end + 40]
    return code if _METONYM_AFTER.match(after) and not _PLACE_BEFORE.search(before) else None


def keys(form: Form) -> Iterator[str]:
    """What a form has in common with others that may mean the same: a list's entry, else its words, consonants and town."""
    what = form.known
    if form.government:
        yield f"known country:{form.government}"
    elif what:
        yield f"known {what.key}"
    elif _generic(form):
        yield f"body {names.fold(of_country(form.text)[1])}"
    else:
        words = plain(form)
        yield f"form {words}"
        for bones in dict.fromkeys(names.skeleton(read) for read in (words, words.replace("ch", "sh"))):  # "Mrech", "Mresh"
            if len(bones) > 1:
                yield f"bones {bones}"
            if form.kind == "person" and " " in bones:
                yield f"last {bones.split()[-1]}"
        if form.kind == "organisation" and " " in words:
            yield f"order {' '.join(sorted({*words.split()} - {'of', 'the', 'for', 'and'}))}"
        if form.kind == "place" and (towns := gazetteer.towns(words)):
            yield f"town {towns[0].name} {towns[0].country} {towns[0].latitude}"


def _generic(form: Form) -> bool:
    """Whether a body is called by words that fit one of any country."""
    return form.kind == "organisation" and set(names.fold(of_country(form.text)[1]).split()) <= common_words()


def plain(form: Form) -> str:
    """The folded name without what is no part of it: titles and roles, "Jr", company endings, "INS" before a ship's name, the
    word for a settlement: a town and "the city of" it are one.
    """
    return _plain(form.text, form.kind)


@lru_cache(maxsize=65536)
def _plain(text: str, kind: str) -> str:
    words = names.fold(text).split()
    if len(words) > 1 and kind != "person" and words[0] in data.load("titles")["ship_prefixes"]:
        words = words[1:]
    if kind == "place" and len(words) > 1 and words[-1] in data.load("titles")["settlement_words"]:
        words = words[:-1]
    if kind == "organisation":
        while len(words) > 1 and words[-1] in endings():
            words = words[:-1]
    if kind == "person":
        while len(words) > 1 and (words[0] in _titles() or role(words[0])):
            words = words[1:]
        while len(words) > 1 and words[-1] in data.load("given_names")["generations"]:
            words = words[:-1]
    return " ".join(words)


@cache
def _titles() -> frozenset[str]:
    return frozenset(names.fold(t) for t in data.load("titles")["titles"] if " " not in t)


@cache
def common_words() -> frozenset[str]:
    """Words that bodies of many countries are called by: none of them alone tells which."""
    table = data.load("titles")
    return frozenset(table["generic_words"]) | frozenset(table["organisation_words"])
