"""A case in, tables out: one CSV file for each kind of record, together in a zip.

UTF-8 with a byte order mark, which spreadsheet programs need to read names rightly. Text that such a program would take for
a formula (it begins with =, +, -, @, a tab or a line end) is preceded by an apostrophe: texts come from strangers.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from rashomon.errors import InputError
from rashomon.export.zipping import zipped
from rashomon.model import Case, Claim, Span

Row = Sequence[object]
Table = tuple[tuple[str, ...], Callable[[Case], Iterable[Row]]]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def export(case: Case, out: BinaryIO) -> None:
    """All tables, each as NAME.csv, in one zip."""
    zipped(((f"{name}.csv", table(case, name)) for name in TABLES), out)


def table(case: Case, name: str) -> bytes:
    """One table as CSV; InputError says which there are."""
    if name not in TABLES:
        raise InputError(f"No table is called {name!r}; there are: {', '.join(TABLES)}.")
    head, rows = TABLES[name]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows(case))
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, (tuple, list)):
        value = " | ".join(str(v) for v in value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _span(span: Span | None) -> tuple[object, ...]:
    return (span.document, span.start, span.end, span.text) if span else (None, None, None, None)


_SPAN = ("document", "start", "end", "text")


def _documents(case: Case) -> Iterator[Row]:
    for d in case.documents:
        title = d.title.text if d.title else None
        when = d.published
        yield d.id, d.file, d.name, d.outlet, d.host, d.agency, title, d.authors, when.value, when.earliest, when.latest, d.sha256


def _claims(case: Case) -> Iterator[Row]:
    names = {d.id: d.name for d in case.documents}
    points: dict[str, list[str]] = {}
    for point in case.points:
        for member in point.claims:
            points.setdefault(member.claim, []).append(point.id)
    for c in case.claims:
        yield (
            c.id,
            names.get(c.span.document),
            _chain(c),
            c.polarity,
            c.modality,
            c.origin,
            tuple(dict.fromkeys(points.get(c.id, ()))),
            *_span(c.span),
        )


def _chain(claim: Claim) -> str:
    """Who said it, nearest speaker first, as a reader would write it down."""
    return " < ".join(hop.name for hop in claim.chain)


def _points(case: Case) -> Iterator[Row]:
    for p in case.points:
        yield p.id, p.question, p.kind, p.status, len(p.values), len(p.sources), len(p.origins), p.sources, p.origins


def _values(case: Case) -> Iterator[Row]:
    for p in case.points:
        for v in p.values:
            yield p.id, v.id, v.text, v.low, v.high, len(v.origins), len(v.sources), v.origins, v.sources, v.derived


def _answers(case: Case) -> Iterator[Row]:
    claims = {c.id: c for c in case.claims}
    names = {d.id: d.name for d in case.documents}
    for p in case.points:
        for m in p.claims:
            if c := claims.get(m.claim):
                outlet = names.get(c.span.document)
                yield p.id, p.question, m.value, c.id, outlet, _chain(c), c.polarity, c.modality, m.why, *_span(c.span)


def _relations(case: Case) -> Iterator[Row]:
    for p in case.points:
        text = {v.id: v.text for v in p.values}
        for r in p.relations:
            yield p.id, p.question, r.left, text.get(r.left), r.relation, r.right, text.get(r.right), r.why


def _entities(case: Case) -> Iterator[Row]:
    for e in case.entities:
        for v in e.variants:
            where = (e.place.latitude, e.place.longitude, e.place.precision_km) if e.place else (None, None, None)
            yield e.id, e.kind, e.name, v.text, v.document, v.count, e.known_as, *where


def _mentions(case: Case) -> Iterator[Row]:
    for m in case.mentions:
        yield m.id, m.kind, m.form, m.entity, *_span(m.span)


def _quantities(case: Case) -> Iterator[Row]:
    for q in case.quantities:
        of = q.of.text if q.of else None
        yield q.id, q.kind, q.value, q.low, q.high, q.hedge, q.unit, of, q.scope, q.derived, q.convention, *_span(q.span)


def _times(case: Case) -> Iterator[Row]:
    for t in case.times:
        yield t.id, t.type, t.value, t.earliest, t.latest, t.why, *_span(t.span)


def _origins(case: Case) -> Iterator[Row]:
    for o in case.origins:
        yield o.id, o.name, o.kind, o.document


def _derivations(case: Case) -> Iterator[Row]:
    origins = {o.id: o.name for o in case.origins}
    names = {d.id: d.name for d in case.documents}
    for d in case.derivations:
        why = tuple(e.why for e in d.evidence)
        words = tuple(s.text for e in d.evidence for s in e.spans)
        yield d.id, d.downstream, names.get(d.downstream), d.manner, d.upstream, origins.get(d.upstream), d.direction, why, words


def _passages(case: Case) -> Iterator[Row]:
    for p in case.passages:
        yield p.kind, *_span(p.left), *_span(p.right), p.changes


def _timeline(case: Case) -> Iterator[Row]:
    for h in case.timeline:
        yield h.id, h.earliest, h.latest, h.precision, h.text, h.claims, h.conflicts, h.kind, h.reported, h.after


def _labels(case: Case) -> Iterator[Row]:
    for x in case.labels:
        yield x.entity, x.head, x.voice, *_span(x.span)


def _omissions(case: Case) -> Iterator[Row]:
    for o in case.omissions:
        yield o.point, o.document, o.kind


def _decisions(case: Case) -> Iterator[Row]:
    strays = {s.decision: s.why for s in case.strays}
    for d in case.decisions:
        words = tuple(q.text for q in d.quotes)
        yield d.id, d.made_at, d.author, d.question, d.subject, d.answer, words, d.note, strays.get(d.id), d.seal


TABLES: Mapping[str, Table] = {
    "documents": (
        ("id", "file", "name", "outlet", "host", "agency", "title", "authors", "published", "earliest", "latest", "sha256"),
        _documents,
    ),
    "claims": (("id", "outlet", "said by", "polarity", "modality", "origin", "points", *_SPAN), _claims),
    "points": (
        ("id", "question", "kind", "status", "values", "source count", "origin count", "sources", "origins"),
        _points,
    ),
    "values": (
        ("point", "id", "text", "low", "high", "origin count", "source count", "origins", "sources", "derived"),
        _values,
    ),
    "answers": (
        ("point", "question", "value", "claim", "outlet", "said by", "polarity", "modality", "why", *_SPAN),
        _answers,
    ),
    "relations": (("point", "question", "left", "left text", "relation", "right", "right text", "why"), _relations),
    "entities": (
        ("id", "kind", "name", "variant", "document", "count", "known as", "latitude", "longitude", "precision km"),
        _entities,
    ),
    "mentions": (("id", "kind", "form", "entity", *_SPAN), _mentions),
    "quantities": (
        ("id", "kind", "value", "low", "high", "hedge", "unit", "of", "scope", "derived", "convention", *_SPAN),
        _quantities,
    ),
    "times": (("id", "type", "value", "earliest", "latest", "why", *_SPAN), _times),
    "origins": (("id", "name", "kind", "document"), _origins),
    "derivations": (
        ("id", "document", "outlet", "manner", "upstream", "upstream name", "direction", "why", "words"),
        _derivations,
    ),
    "passages": (
        ("kind", *(f"left {n}" for n in _SPAN), *(f"right {n}" for n in _SPAN), "changes"),
        _passages,
    ),
    "timeline": (
        ("id", "earliest", "latest", "precision", "text", "claims", "conflicts", "kind", "reported", "after"),
        _timeline,
    ),
    "labels": (("entity", "head", "voice", *_SPAN), _labels),
    "omissions": (("point", "document", "kind"), _omissions),
    "decisions": (
        ("id", "made at", "author", "question", "subject", "answer", "words", "note", "stray", "seal"),
        _decisions,
    ),
}
"""The tables by name, each with its columns."""


def write(case: Case, folder: Path) -> None:
    """All tables as files in a folder, which is made where it is missing; InputError when they cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in TABLES:
            (folder / f"{name}.csv").write_bytes(table(case, name))
    except OSError as error:
        raise InputError(f"{folder} cannot be written ({error.strerror or error}); give another folder.") from error
