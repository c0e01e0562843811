"""Documents and what was found in them in, all that points are made of out, by id."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Annotations, Claim, Document, Quantity, Timex

Copies = Mapping[str, Sequence[str]]
"""For a claim the others that say it in the same words."""


@dataclass(frozen=True, slots=True)
class Records:
    """All that points are made of, by id; claims in text order."""

    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    document_of: Mapping[str, str]
    quantities: Mapping[str, Quantity]
    times: Mapping[str, Timex]
    claim_of: Mapping[str, str]


def records(documents: Sequence[Document], annotations: Sequence[Annotations]) -> Records:
    """The records of a case, and which claim each figure stands in: of two, one within the other, the inner."""
    claim_of: dict[str, str] = {}
    for found in annotations:
        for claim in sorted(found.claims, key=lambda c: (c.span.start - c.span.end, c.id)):
            claim_of.update((key, claim.id) for key in claim.quantities)
    return Records(
        documents={d.id: d for d in documents},
        claims={c.id: c for a in annotations for c in a.claims},
        document_of={c.id: a.document for a in annotations for c in a.claims},
        quantities={q.id: q for a in annotations for q in a.quantities},
        times={t.id: t for a in annotations for t in a.times},
        claim_of=claim_of,
    )
