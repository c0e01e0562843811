"""Documents and what was found in them in, all that points are made of out, by id."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from rashomon.meaning.background import since, told_long_ago
from rashomon.model import Annotations, Claim, Document, Mention, Quantity, Timex
from rashomon.settle import pairs
from rashomon.settle.dated import speeches
from rashomon.settle.decisions import Ledger

Copies = Mapping[str, Sequence[str]]
"""For a claim the others that say it in the same words."""


@dataclass(frozen=True, slots=True)
class Records:
    """All that points are made of, by id; claims in text order. `headed` are the claims of headlines; `said` are
    the days on which claims were said, for those whose account tells, both ends known; `apart` are, for a claim, those that
    people decided to be on no point with it; `past` are the claims that tell of another happening, long before or elsewhere.
    """

    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    document_of: Mapping[str, str]
    mentions: Mapping[str, Mention]
    quantities: Mapping[str, Quantity]
    times: Mapping[str, Timex]
    claim_of: Mapping[str, str]
    headed: Set[str]
    said: Mapping[str, Timex]
    apart: Mapping[str, Set[str]]
    past: Set[str]

    def of_event(self) -> Iterator[tuple[str, Claim]]:
        """The claims that tell of what the case is about, by id."""
        return ((key, claim) for key, claim in self.claims.items() if key not in self.past)


def records(documents: Sequence[Document], annotations: Sequence[Annotations], ledger: Ledger) -> Records:
    """The records of a case, and which claim each figure stands in: of two, one within the other, the inner."""
    claims = {c.id: c for a in annotations for c in a.claims}
    times = {t.id: t for a in annotations for t in a.times}
    claim_of: dict[str, str] = {}
    for found in annotations:
        for claim in sorted(found.claims, key=lambda c: (c.span.start - c.span.end, c.id)):
            claim_of.update((key, claim.id) for key in claim.quantities)
    return Records(
        documents={d.id: d for d in documents},
        claims=claims,
        document_of={c.id: a.document for a in annotations for c in a.claims},
        mentions={m.id: m for a in annotations for m in a.mentions},
        quantities={q.id: q for a in annotations for q in a.quantities},
        times=times,
        claim_of=claim_of,
        headed={key for d, a in zip(documents, annotations, strict=True) for key in _headed(d, a.claims)},
        said=dict(_said(documents, [*claims.values()], times)),
        apart=pairs.parted(ledger),
        past=_past(documents, annotations),
    )


def openings(given: Records, most: int) -> list[list[Claim]]:
    """Of each account the claims, at most so many, with which it says what it is about."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for key, claim in given.claims.items():
        if len(found[given.document_of[key]]) < most:
            found[given.document_of[key]].append(claim)
    return [*found.values()]


def _headed(document: Document, claims: Sequence[Claim]) -> Iterator[str]:
    """The claims that stand in the headline of their document."""
    heads = [(b.start, b.end) for b in document.blocks if b.role == "headline"]
    yield from (c.id for c in claims if any(start <= c.span.start and c.span.end <= end for start, end in heads))


def _past(documents: Sequence[Document], annotations: Sequence[Annotations]) -> Set[str]:
    """The claims that tell of another happening: of one a year before, or "in an earlier attack"."""
    first = since(documents)
    told = ((a, told_long_ago(d.text, a.times, first)) for d, a in zip(documents, annotations, strict=True))
    return {key for of_document, background in told for key in background.told(of_document.claims)}


def _said(documents: Sequence[Document], claims: Sequence[Claim], times: Mapping[str, Timex]) -> Iterator[tuple[str, Timex]]:
    """For each claim whose account says on which days it was said, these."""
    for spoken in speeches(documents, claims, times):
        time = spoken.time
        if time.earliest and time.latest and time.type in ("DATE", "TIME"):
            yield spoken.claim.id, time
