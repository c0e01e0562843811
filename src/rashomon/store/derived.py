"""A case file in, what is made of it out: annotations and the settled case, made again only where something has changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import rashomon
from rashomon import codec, pipeline
from rashomon.engine import Progress, local
from rashomon.model import Annotations, Case, Change, Document
from rashomon.store.casefile import CaseFile
from rashomon.text.conventions import Conventions, named

CHANGES = "changes"
"""The name under which a case file keeps what the latest addition changed."""

CHOICE = "conventions"
"""The name under which a case file keeps the conventions chosen for it."""

LEAST = 12
"""Documents that a further process has to have before it pays: loading the language model takes as long as these."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What a worker is sent."""

    document: Document
    conventions: Conventions


def annotate(
    documents: Sequence[Document], progress: Progress | None = None, conventions: Conventions | None = None
) -> tuple[tuple[Annotations, ...], tuple[tuple[Document, str], ...]]:
    """What the recipe finds in documents, in their order, and those that made it fail with the reason; nothing is found in
    these.
    """

    def done(count: int) -> None:
        if progress:
            progress("Reading", count, len(documents))

    pieces = [codec.to_json(_Piece(d, conventions or named())) for d in documents]
    outcomes = local.run(_annotated, pieces, local.workers(len(documents), LEAST), done)
    found = tuple(
        codec.from_json(outcome.result, Annotations) if outcome.result is not None else Annotations(document=document.id)
        for document, outcome in zip(documents, outcomes, strict=True)
    )
    failed = tuple((d, o.why) for d, o in zip(documents, outcomes, strict=True) if o.result is None)
    return found, failed


def _annotated(piece: bytes) -> bytes:
    given = codec.from_json(piece, _Piece)
    return codec.to_json(pipeline.annotate(given.document, given.conventions))


def conventions(file: CaseFile) -> Conventions:
    """The conventions that were chosen for a case, Rashomon's own where none were."""
    chosen = file.chosen(CHOICE)
    return codec.from_json(chosen, Conventions) if chosen is not None else named()


def choose(file: CaseFile, conventions: Conventions) -> None:
    """Keeps the conventions chosen for a case."""
    file.choose(CHOICE, codec.to_json(conventions))


def annotations(
    file: CaseFile, progress: Progress | None = None, documents: Sequence[Document] | None = None
) -> tuple[Annotations, ...]:
    """What today's recipe finds in the file's documents (or these of them), in their order; what it has not seen it reads now."""
    by, asked = conventions(file), file.documents() if documents is None else documents
    recipe = pipeline.recipe(by)
    known = file.annotations(recipe)
    missing = [d for d in asked if d.id not in known]
    if missing:
        found, _ = annotate(missing, progress, by)
        file.annotate(found, recipe)
        known |= {a.document: a for a in found}
    return tuple(known[d.id] for d in asked)


def case(file: CaseFile, progress: Progress | None = None) -> Case:
    """The settled case: the one that is kept where nothing has changed, else made of documents and decisions; with what the
    latest addition changed.
    """
    with file.reading():
        decisions, documents, settled_from = file.decisions(), file.documents(), fingerprint(file)
        kept, by, said = file.derived(settled_from), conventions(file), changes(file)
    if kept is not None:
        return replace(kept, changes=said)
    found = annotations(file, progress, documents)
    settled = pipeline.settle(documents, found, decisions, rashomon.__version__, by)
    file.derive(settled_from, settled)
    return replace(settled, changes=said)


def changes(file: CaseFile) -> tuple[Change, ...]:
    """What the latest addition changed, nothing where nothing was added since the case was built."""
    kept = file.chosen(CHANGES)
    return codec.from_json(kept, tuple[Change, ...]) if kept is not None else ()


def keep_changes(file: CaseFile, said: Sequence[Change]) -> None:
    """Keeps what an addition changed, in place of what the one before did."""
    file.choose(CHANGES, codec.to_json(list(said)))


def fingerprint(file: CaseFile) -> str:
    """What tells one case from another that is settled from other documents or decisions, or by another recipe."""
    return file.fingerprint(rashomon.__version__, *pipeline.recipe(conventions(file)))
