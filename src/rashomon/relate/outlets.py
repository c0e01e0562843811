"""Documents in, which of them is meant where another names an outlet or an agency out."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from rashomon.model import Document, Entity, Origin
from rashomon.relate import directions
from rashomon.text.namewords import bare
from rashomon.text.reuse import Gram

_WORDED = 8  # trigrams in common from which wording tells which version of a page was read
_COMMON = frozenset(
    {
        "agency",
        "daily",
        "news",
        "news agency",
        "newspaper",
        "online",
        "paper",
        "press",
        "radio",
        "service",
        "tv",
        "weekly",
        "world",
    }
)


_WIRES = frozenset({"agency", "news", "press", "service", "wire"})


@dataclass(frozen=True, slots=True)
class Pages:
    """Each document as an origin, by its id; the documents of each outlet (or agency), by its plain name; and the plain names
    that each shorter one may stand for. `placed`: the documents that people put in the place of an origin, by its plain
    name; `by_address`: those at an address, and those of a site; `trigrams`: how each is worded, by its id.
    """

    by_document: Mapping[str, Origin]
    of_outlet: Mapping[str, tuple[Document, ...]]
    shortened: Mapping[str, frozenset[str]]
    placed: Mapping[str, Document]
    by_address: Mapping[str, Sequence[Document]]
    trigrams: Mapping[str, Set[Gram]]

    def at(self, url: str | None, citing: Document) -> Origin | None:
        """The page in the pile with this address, or the only one of its site."""
        address, site = _address(url), (_address(url) or "").split("/")[0]
        if not address:
            return None
        there = [d for d in self.by_address.get(address, ()) if d.id != citing.id]
        there = there or [d for d in self.by_address.get(site, ()) if d.id != citing.id]
        return self.by_document[there[0].id] if len(there) == 1 else None

    def of(self, name: str, citing: Document, short: bool = True) -> Origin | None:
        """The page in the pile that is meant where another document names an outlet, in full or (if it may be `short`) by its
        last words ("the Gazette"): of several versions the one whose words it has, or else the last that could have been read;
        None where there is none or two outlets fit.
        """
        key = plain(name)
        if (put := self.placed.get(key)) is not None:
            return self.by_document[put.id] if put.id != citing.id else None
        letters = initials(key)
        fitting = {key} if key in self.of_outlet else self.shortened.get(key, frozenset()) if short else frozenset()
        fitting = fitting or ({letters} if letters in self.of_outlet and self._abbreviated(letters) else frozenset())
        if len(fitting) != 1:
            return None
        pages = [d for d in self.of_outlet[next(iter(fitting))] if d.id != citing.id and not _after(d, citing)]
        last = max(pages, key=lambda d: (self._words(d, citing), d.published.earliest or "", d.id), default=None)
        return self.by_document[last.id] if last else None

    def _abbreviated(self, key: str) -> bool:
        """Whether the outlet of a plain name writes itself in capitals: "BNA"."""
        return any(name.isupper() for d in self.of_outlet[key] for name in (d.outlet, d.agency) if name and plain(name) == key)

    def _words(self, document: Document, citing: Document) -> int:
        """Trigrams in common, where there are enough of them to tell anything."""
        common = len(self.trigrams.get(document.id, frozenset()) & self.trigrams.get(citing.id, frozenset()))
        return common if common >= _WORDED else 0


def of_documents(documents: Sequence[Document], placed: Mapping[str, str], trigrams: Mapping[str, Set[Gram]]) -> Pages:
    """The origins that are in the pile. `placed`: the names of origins that documents stand for, `trigrams`: how documents are
    worded, both by the document's id.
    """
    by_document = {d.id: Origin(id=f"o:{d.id}", name=directions.name(d), kind="document", document=d.id) for d in documents}
    of_outlet: dict[str, tuple[Document, ...]] = {}
    for document in documents:
        if name := plain(document.outlet or document.agency or ""):
            of_outlet[name] = (*of_outlet.get(name, ()), document)
    shortened: dict[str, frozenset[str]] = {}
    for name in of_outlet:
        words = name.split()
        parts = {" ".join(ws) for i in range(1, len(words)) for ws in (words[:i], words[i:])} | {initials(name)}
        for part in parts - _COMMON - {""}:
            shortened[part] = shortened.get(part, frozenset()) | {name}
    put = {plain(placed[d.id]): d for d in reversed(documents) if d.id in placed}
    by_address: dict[str, list[Document]] = {}
    for document in documents:
        if address := _address(document.url):
            for key in dict.fromkeys((address, address.split("/")[0])):
                by_address.setdefault(key, []).append(document)
    return Pages(by_document, of_outlet, shortened, put, by_address, trigrams)


def _address(url: str | None) -> str:
    """An address for comparison: no scheme, no "www.", no query, no slash at its end."""
    return re.sub(r"^(?:https?:)?//(?:www\.)?|[?#].*$|/+$", "", (url or "").strip().lower()).rstrip("/")


def _after(document: Document, citing: Document) -> bool:
    """Whether a document is known to be younger than the one that might cite it."""
    first, last = document.published.earliest, citing.published.latest
    return bool(first and last and first > last)


def shortened(name: str, full: str) -> bool:
    """Whether a name is short for an outlet's: its first word or its last ones, and no common word of news."""
    words, whole = name.split(), full.split()
    return bool(words) and name not in _COMMON and words in (whole[: len(words)], whole[-len(words) :])


def initials(name: str) -> str:
    """The first letters of a name of three words or more, or of two where it is an agency's, "" of another: "brona news agency",
    "norda press".
    """
    words = [w for w in name.split() if w not in ("and", "for", "in", "of", "the")]
    return "".join(w[0] for w in words) if len(words) > 2 or (len(words) == 2 and words[1] in _WIRES) else ""


def wire(name: str) -> bool:
    """Whether an outlet calls itself an agency: "Northern Press Service"."""
    words = plain(name).split()
    return len(words) > 1 and words[-1] in _WIRES - {"news"}


def stem(name: str) -> str:
    """An agency's name without the words that only say that it is one: "the Coastwire news agency" is Coastwire."""
    words = plain(name).split()
    while len(words) > 1 and words[-1] in _WIRES:
        words.pop()
    while len(words) > 1 and words[0] in _WIRES | {"state"}:
        words.pop(0)
    return " ".join(words)


def plain(name: str) -> str:
    """A name of an outlet for comparison: no article, no edition, no case."""
    return bare(re.sub(r"\([^)]*\)", " ", name))


def agency(document: Document, entities: Iterable[Entity], pages: Pages) -> Origin | None:
    """The agency whose text an outlet prints, as an origin: its page in the pile, else a node of its own."""
    own, agency = plain(document.outlet or document.agency or ""), plain(document.agency or "")
    if not agency or agency in (own, initials(own)) or stem(agency) == stem(own):
        return None
    sent = document.agency or ""
    return pages.of(sent, document) or beyond(sent, "agency", entities)


def beyond(name: str, kind: str, entities: Iterable[Entity]) -> Origin:
    """An origin that is not in the pile, by its name."""
    known = next((e for e in entities if e.name == name or any(v.text == name for v in e.variants)), None)
    return Origin(
        id=f"o:{known.id if known else f'{kind}:{name.casefold()}'}", name=name, kind=kind, entity=known.id if known else None
    )
