"""Records and what people decided about them in, corrected records out: claims, speakers, figures, dates, lineage, relations."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.model import (
    Annotations,
    Claim,
    Decision,
    Derivation,
    Document,
    Evidence,
    Hop,
    Lineage,
    Mention,
    Point,
    Quantity,
    Relation,
    Timex,
)
from rashomon.model.document import Published
from rashomon.settle.answers import bounds, chain, days
from rashomon.settle.decisions import Ledger


def correct(annotations: Sequence[Annotations], ledger: Ledger, documents: Iterable[Document] = ()) -> list[Annotations]:
    """The annotations without the claims that people rejected, with the words, speakers, chains and figures they gave."""
    rejected = {key for key, decision in ledger.by_subject("claim").items() if decision.answer == "no"}
    figures, texts = ledger.by_subject("figure"), {d.id: d for d in documents}
    return [
        replace(
            found,
            claims=tuple(_corrected(c, ledger, found, texts.get(found.document)) for c in found.claims if c.id not in rejected),
            quantities=tuple(_counted(q, figures.get(q.id)) for q in found.quantities),
        )
        for found in annotations
    ]


def _corrected(claim: Claim, ledger: Ledger, found: Annotations, document: Document | None) -> Claim:
    """The claim with its words, its nearest speaker and its chain as people gave them, a chain before a speaker."""
    words, speaker, chain_ = (ledger.answers.get((asked, (claim.id,))) for asked in ("span", "speaker", "chain"))
    if words and document:
        claim = _reworded(claim, words.answer, found, document)
    return _relayed(claim, chain_, found.mentions) if chain_ else _spoken(claim, speaker, found.mentions)


def _reworded(claim: Claim, words: str, found: Annotations, document: Document) -> Claim:
    """The claim on other words of its account, the nearest place where these stand; as it is where they stand nowhere."""
    spaced = r"\s+".join(map(re.escape, words.split()))
    places = [m.span() for m in re.finditer(spaced, document.text)]
    if not places:
        return claim
    start, end = min(places, key=lambda place: abs(place[0] - claim.span.start) + abs(place[1] - claim.span.end))

    def within(records: Iterable[Mention] | Iterable[Quantity] | Iterable[Timex]) -> tuple[str, ...]:
        return tuple(r.id for r in records if start <= r.span.start and r.span.end <= end)

    return replace(
        claim,
        span=document.span(start, end),
        arguments=tuple(a for a in claim.arguments if start <= a.span.start and a.span.end <= end),
        mentions=within(found.mentions),
        quantities=within(found.quantities),
        times=within(found.times),
    )


def _relayed(claim: Claim, decision: Decision, mentions: Sequence[Mention]) -> Claim:
    """The claim with its whole chain replaced, the outlet at its end kept."""
    hops = tuple(_hop(name, claim, decision, mentions) for name in chain(decision.answer))
    outlet = claim.chain[-1:] if claim.chain and claim.chain[-1].kind == "outlet" else ()
    return replace(claim, chain=(*hops, *outlet))


def _counted(quantity: Quantity, decision: Decision | None) -> Quantity:
    """The figure with the bounds that somebody gave it; the words it stands on stay."""
    if decision is None:
        return quantity
    low, high = bounds(decision.answer)
    value = low if low is not None and low == high else None
    return replace(quantity, value=value, low=low, high=high, convention=f"decided by {decision.author}")


def _spoken(claim: Claim, decision: Decision | None, mentions: Iterable[Mention]) -> Claim:
    """The claim with its nearest speaker replaced; those who relayed it stay."""
    if decision is None:
        return claim
    if decision.answer.lower() == "outlet":
        return replace(claim, attribution=None, chain=claim.chain[-1:])
    relays = claim.chain[1:] if len(claim.chain) > 1 else claim.chain
    return replace(claim, chain=(_hop(decision.answer, claim, decision, mentions), *relays))


def _hop(name: str, claim: Claim, decision: Decision, mentions: Iterable[Mention]) -> Hop:
    """A link of a chain as somebody gave it, on the nearest mention of that name."""
    named = sorted((abs(m.span.start - claim.span.start), m.id, m) for m in mentions if m.span.text.lower() == name.lower())
    nearest = named[0][2] if named else None
    return Hop(
        name=name,
        kind=nearest.kind if nearest and nearest.kind in ("person", "organisation", "group") else "person",
        entity=nearest.entity if nearest else None,
        span=nearest.span if nearest else None,
        why=f"decided by {decision.author}",
    )


def correct_documents(documents: Iterable[Document], ledger: Ledger) -> tuple[Document, ...]:
    """The documents with the days of publication that people gave."""
    dates = ledger.by_subject("date")
    return tuple(replace(d, published=_published(dates[d.id])) if d.id in dates else d for d in documents)


def _published(decision: Decision) -> Published:
    earliest, latest = days(decision.answer)
    return Published(value=decision.answer, earliest=earliest, latest=latest, why=f"decided by {decision.author}")


def correct_times(times: Iterable[Timex], ledger: Ledger) -> tuple[Timex, ...]:
    """The time expressions of one document with the days that people gave."""
    dates = ledger.by_subject("date")
    return tuple(_dated(t, dates[t.id]) if t.id in dates else t for t in times)


def _dated(timex: Timex, decision: Decision) -> Timex:
    earliest, latest = days(decision.answer)
    value = None if "/" in decision.answer else decision.answer
    return replace(timex, value=value, earliest=earliest, latest=latest, anchor=None, why=f"decided by {decision.author}")


def correct_lineage(traced: Lineage, ledger: Ledger, annotations: Iterable[Annotations]) -> Lineage:
    """The lineage without the derivations between documents that people refused, with those they stated. Claims follow:
    those of a refused derivation go back to their own document, those in passages of a stated one go to its upstream.
    """
    document_of = {o.id: o.document for o in traced.origins if o.document}
    origin_of = {document: origin for origin, document in document_of.items()}
    decided = {d.subject: d for d in ledger.on("derives") if all(s in origin_of for s in d.subject)}
    kept = [d for d in traced.derivations if _pair(document_of.get(d.upstream), d.downstream) not in decided]
    stated: list[Derivation] = []
    claims, claimed = dict(traced.origin_of), [c for found in annotations for c in found.claims]
    for (left, right), decision in decided.items():
        upstream = decision.answer if decision.answer in (left, right) else None
        downstream = left if upstream == right else right
        if upstream:
            stated.append(_derivation(traced, origin_of[upstream], downstream, decision))
        for claim in claimed:
            other = {left: right, right: left}.get(claim.span.document)
            if other and other != upstream and claims.get(claim.id) == origin_of[other]:
                claims[claim.id] = origin_of[claim.span.document]
            if upstream and claim.span.document == downstream and _shared(claim, upstream, traced):
                claims[claim.id] = origin_of[upstream]
    derivations = tuple(sorted([*kept, *stated], key=lambda d: d.id))
    return replace(traced, derivations=derivations, origin_of=claims)


def _shared(claim: Claim, upstream: str, traced: Lineage) -> bool:
    """Whether a claim stands in words that its document shares with the upstream one."""
    pairs = ((p.left, p.right) for p in traced.passages)
    return any(
        (here.overlap(claim.span) and there.document == upstream)
        for left, right in pairs
        for here, there in ((left, right), (right, left))
    )


def _pair(left: str | None, right: str) -> tuple[str, ...]:
    return tuple(sorted((left or "", right)))


def _derivation(traced: Lineage, upstream: str, downstream: str, decision: Decision) -> Derivation:
    """The derivation as the machine had suggested it in this direction, else a new one; either way with who decided it."""
    said = Evidence(kind="stated", spans=decision.quotes, why=f"decided by {decision.author}")
    for found in traced.derivations:
        if (found.upstream, found.downstream) == (upstream, downstream):
            return replace(found, evidence=(*found.evidence, said), direction="decided")
    return Derivation(
        id=f"{downstream}<{upstream}",
        upstream=upstream,
        downstream=downstream,
        manner="cites",
        evidence=(said,),
        direction="decided",
    )


def correct_relations(points: Iterable[Point], ledger: Ledger) -> tuple[Point, ...]:
    """The points, disputed ones first, with the relations between their values that people gave between claims of these."""
    decided = ledger.on("relation")
    rank = {"disputed": 0, "undisputed": 1, "single": 2}
    return tuple(sorted((_related(point, decided) for point in points), key=lambda p: rank[p.status]))


def _related(point: Point, decided: Iterable[Decision]) -> Point:
    value_of = {member.claim: member.value for member in point.claims}
    given: dict[tuple[str, str], Relation] = {}
    for decision in decided:
        left, right = (value_of.get(key) for key in decision.subject)
        if left and right and left != right:
            left, right = sorted((left, right))
            why = f"decided by {decision.author}" + (f": {decision.note}" if decision.note else "")
            given[left, right] = Relation(left=left, right=right, relation=decision.answer, why=why)
    if not given:
        return point
    kept = [r for r in point.relations if _pair(r.left, r.right) not in given]
    relations = tuple(sorted([*kept, *given.values()], key=lambda r: (r.left, r.right)))
    agreed = "undisputed" if len({member.claim.partition(".")[0] for member in point.claims}) > 1 else "single"
    disputed = any(r.relation in ("conflict", "denial") for r in relations)
    return replace(point, relations=relations, status="disputed" if disputed else agreed)
