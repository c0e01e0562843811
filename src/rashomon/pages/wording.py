"""Labels in, who calls whom what out, and in whose voice."""

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass

from rashomon.model import Label
from rashomon.pages.index import Index
from rashomon.pages.parts import Link, account_link

VOICES = ("own", "quoted", "reported")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A label as written, how often it stands, and where it stands first."""

    text: str
    href: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRow:
    """What one account calls somebody: in its own voice, in quotations, in reported speech."""

    account: Link
    cells: tuple[tuple[Word, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelsView:
    """All labels for one entity, account by account."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[WordRow, ...]


def view(index: Index, entities: Container[str] | None = None, least: int = 2) -> tuple[LabelsView, ...]:
    """The context of the labels section: entities called by more than one word (`least`), most words first; all, or these."""
    of = {e: labels for e, labels in _of(index).items() if entities is None or e in entities}
    views = [(_labels(index, entity, found), len(found)) for entity, found in of.items()]
    varied = [(v, n) for v, n in views if len(v.heads) >= least]
    return tuple(v for v, _ in sorted(varied, key=lambda pair: (-len(pair[0].heads), -pair[1], pair[0].name)))


def varied(index: Index) -> list[str]:
    """The entities that are called by more than one word, by id, most words first."""
    of = _of(index)
    heads = {entity: len({label.head for label in labels}) for entity, labels in of.items()}
    names = {entity: index.entities[entity].name if entity in index.entities else entity for entity in of}
    return sorted((e for e, n in heads.items() if n > 1), key=lambda e: (-heads[e], -len(of[e]), names[e], e))


def _of(index: Index) -> dict[str, list[Label]]:
    """Labels by the entity they name."""
    mentions = {m.id: m.entity for m in index.case.mentions}
    of: dict[str, list[Label]] = defaultdict(list)
    for label in index.case.labels:
        if entity := label.entity or mentions.get(label.mention or ""):
            of[entity].append(label)
    return of


def _labels(index: Index, entity: str, labels: Sequence[Label]) -> LabelsView:
    known = index.entities.get(entity)
    by_document: dict[str, list[Label]] = defaultdict(list)
    for label in labels:
        by_document[label.span.document].append(label)
    order = sorted(by_document, key=lambda d: index.accounts.get(d, 0))
    heads: dict[str, int] = defaultdict(int)
    for label in labels:
        heads[label.head.lower()] += 1
    return LabelsView(
        name=known.name if known else entity,
        heads=tuple(sorted(heads, key=lambda h: (-heads[h], h))),
        rows=tuple(_row(index, document, by_document[document]) for document in order),
    )


def _row(index: Index, document: str, labels: Sequence[Label]) -> WordRow:
    cells = (_words(index, [label for label in labels if label.voice == voice]) for voice in VOICES)
    return WordRow(account=account_link(index, document), cells=tuple(cells))


def _words(index: Index, labels: Sequence[Label]) -> tuple[Word, ...]:
    same: dict[str, list[Label]] = defaultdict(list)
    for label in labels:
        same[" ".join(label.span.text.split()).casefold()].append(label)
    words = [Word(text=f[0].span.text, href=index.span_href(f[0].span), count=len(f)) for f in same.values()]
    return tuple(sorted(words, key=lambda w: (-w.count, w.text)))
