"""A case file in, what is made of it out: annotations and the settled case, made again only where something has changed."""

from collections.abc import Callable, Sequence

import rashomon
from rashomon import codec, pipeline
from rashomon.engine import local
from rashomon.model import Annotations, Case, Document
from rashomon.store.casefile import CaseFile

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""

LEAST = 12
"""Documents that a further process has to have before it pays: loading the language model takes as long as these."""


def annotate(
    documents: Sequence[Document], progress: Progress | None = None
) -> tuple[tuple[Annotations, ...], tuple[tuple[Document, str], ...]]:
    """What the recipe finds in documents, in their order, and those that made it fail with the reason; nothing is found in
    these.
    """

    def done(count: int) -> None:
        if progress:
            progress("Reading", count, len(documents))

    outcomes = local.run(_annotated, [codec.to_json(d) for d in documents], local.workers(len(documents), LEAST), done)
    found = tuple(
        codec.from_json(outcome.result, Annotations) if outcome.result is not None else Annotations(document=document.id)
        for document, outcome in zip(documents, outcomes, strict=True)
    )
    failed = tuple((d, o.why) for d, o in zip(documents, outcomes, strict=True) if o.result is None)
    return found, failed


def _annotated(document: bytes) -> bytes:
    return codec.to_json(pipeline.annotate(codec.from_json(document, Document)))


def annotations(
    file: CaseFile, progress: Progress | None = None, documents: Sequence[Document] | None = None
) -> tuple[Annotations, ...]:
    """What today's recipe finds in the file's documents (or these of them), in their order; what it has not seen it reads now."""
    recipe, asked = pipeline.recipe(), file.documents() if documents is None else documents
    known = file.annotations(recipe)
    missing = [d for d in asked if d.id not in known]
    if missing:
        found, _ = annotate(missing, progress)
        file.annotate(found, recipe)
        known |= {a.document: a for a in found}
    return tuple(known[d.id] for d in asked)


def case(file: CaseFile, progress: Progress | None = None) -> Case:
    """The settled case: the one that is kept where nothing has changed, else made of documents and decisions."""
    with file.reading():
        decisions, documents, settled_from = file.decisions(), file.documents(), fingerprint(file)
        kept = file.derived(settled_from)
    if kept is not None:
        return kept
    found = annotations(file, progress, documents)
    settled = pipeline.settle(documents, found, decisions, rashomon.__version__)
    file.derive(settled_from, settled)
    return settled


def fingerprint(file: CaseFile) -> str:
    """What tells one case from another that is settled from other documents or decisions, or by another recipe."""
    return file.fingerprint(rashomon.__version__, *pipeline.recipe())
