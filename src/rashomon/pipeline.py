"""The recipe: what runs, in which order, on one screen."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon import codec, registry
from rashomon.extract import Found
from rashomon.model import Annotations, Case, Decision, Document, Readings, Span
from rashomon.model.document import PROSE_ROLES
from rashomon.relate import (
    acts,
    alignments,
    bearings,
    dating,
    deals,
    doers,
    done,
    entities,
    facets,
    figures,
    hours,
    lineage,
    offices,
    overlooked,
    partaking,
    profiles,
    times,
    whither,
    wordings,
    yearless,
)
from rashomon.settle import case as settle_case
from rashomon.settle import corrections, narrowed, speakers
from rashomon.settle import decisions as settle_decisions
from rashomon.settle import entities as settle_entities
from rashomon.text import parse
from rashomon.text.conventions import Conventions, named

EXTRACTORS = ("mentions", "times", "quantities", "quotations", "attributions", "claims", "labels", "bearings")
COMPARERS = (
    *("quantities", "times", "claims", "shares", "actors", "places", "wordings", "parties", "makers", "working", "weapons"),
    "doers",
)


def recipe(conventions: Conventions | None = None) -> tuple[str, ...]:
    """Names and versions of everything that runs, and the conventions by which vague words are read."""
    return (
        *(registry.version("extractors", name) for name in EXTRACTORS),
        *(registry.version("comparers", name) for name in COMPARERS),
        parse.model_name(),
        (conventions or named()).mark,
    )


def annotate(document: Document, conventions: Conventions | None = None) -> Annotations:
    """All that stands in one document, in the order of the recipe."""
    return find(document, EXTRACTORS, conventions).annotations()


def find(document: Document, extractors: Sequence[str], conventions: Conventions | None = None) -> Found:
    """What these extractors find in one document, each seeing what those before it found, with the parse they read."""
    prose = [(b.start, b.end) for b in document.blocks if b.role in PROSE_ROLES]
    found = Found(document=document.id, parse=parse.parse(document.text, prose), conventions=conventions or named())
    for name in extractors:
        records = registry.find("extractors", name)(document, found)
        found = found.having(name, tuple(sorted(records, key=lambda r: (_place(r), r.id))))
    return found


@codec.uncollected()
def settle(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    decisions: Iterable[Decision],
    version: str,
    conventions: Conventions | None = None,
) -> Case:
    """One case of documents, what was found in them (in the same order), and what people decided. Any order, same case."""
    order = sorted(range(len(documents)), key=lambda i: (documents[i].file, documents[i].id))
    documents, annotations = [documents[i] for i in order], [annotations[i] for i in order]
    annotations = overlooked.spread(documents, annotations)
    decisions = tuple(decisions)
    ledger = settle_decisions.open_ledger(decisions, anchors(documents, annotations))
    annotations = corrections.correct(annotations, ledger, documents)
    decided = corrections.correct_documents(documents, ledger)  # a day that somebody gave has a year for the others, too
    documents = corrections.correct_documents(dating.date_all(decided, annotations), ledger)
    annotations = [
        replace(a, times=corrections.correct_times(times.resolve(d, a, documents), ledger))
        for d, a in zip(documents, annotations, strict=True)
    ]
    known, annotations = settle_entities.settle(annotations, entities.relate(documents, annotations), ledger)
    annotations = speakers.link(annotations, known)
    placed = {key: d.answer for key, d in ledger.by_subject("stands-for").items()}
    parts = narrowed.parts_of(annotations)
    annotations, ledger = [narrowed.whole(a) for a in annotations], narrowed.decided(ledger, parts)
    traced = corrections.correct_lineage(lineage.trace(documents, annotations, known, placed), ledger, annotations)
    made = profiles.profiles(annotations)
    told, copies = wordings.distinct(made, settle_decisions.paired(ledger))
    links = [
        *alignments.relate(annotations, told),
        *bearings.relate(annotations, told),
        *figures.relate(documents, annotations, told, copies),
    ]
    suggested = facets.relate(annotations, told, copies)
    by_id = {e.id: e for e in known}
    agreed = deals.deals(annotations, by_id, copies)
    speak_for = offices.spoken_for(documents, annotations, known)
    deeds = [
        *acts.relate(annotations, known, copies),
        *deals.relate(agreed, copies),
        *partaking.relate(agreed, annotations, by_id, speak_for, copies),
        *doers.relate(documents, annotations, by_id, speak_for, copies),
        *hours.relate(documents, annotations, made),
        *done.relate(documents, annotations, known, made, copies),
        *whither.relate(annotations, known, copies),
    ]
    comparers = {name: registry.find("comparers", name) for name in COMPARERS}
    ran = recipe(conventions)
    settled = settle_case.settle(
        documents, annotations, known, traced, links, suggested, deeds, copies, comparers, ledger, decisions, ran, version
    )
    settled = yearless.masked(narrowed.told(settled, parts), documents)
    return replace(settled, conventions=_readings(settled, conventions or named()))


def _readings(case: Case, conventions: Conventions) -> Readings:
    """How vague words were read in a case, and by whose conventions."""
    said = (sentence for q in case.quantities if q.convention for sentence in q.convention.split("; "))
    read = sorted({sentence for sentence in said if sentence.startswith("“")})
    return Readings(name=conventions.name, title=conventions.title, source=conventions.source, words=tuple(read))


def _place(record: object) -> tuple[int, int]:
    """Where a record stands: its span, else the first words of its content."""
    span = getattr(record, "span", None) or next(iter(getattr(record, "content", ())), None)
    return (span.start, span.end) if isinstance(span, Span) else (0, 0)


def anchors(documents: Sequence[Document], annotations: Sequence[Annotations]) -> dict[str, Span]:
    """What a decision may be about: documents, mentions, figures, times, claims, by id."""
    spans = {d.id: d.span(0, len(d.text)) for d in documents}
    for found in annotations:
        for records in (found.mentions, found.quantities, found.times, found.claims):
            spans.update((r.id, r.span) for r in records)
    return spans
