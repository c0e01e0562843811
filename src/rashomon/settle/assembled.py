"""The values of one question, each with the answers that give it, in; the point out."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.meaning.counting import counted
from rashomon.meaning.families import family, spoken
from rashomon.meaning.populations import plural
from rashomon.meaning.shares import named
from rashomon.model import Answer, Claim, Lineage, Membership, Part, Point, Quantity, Relation, Span, Timex, Value
from rashomon.settle import independence, pairs, ties
from rashomon.settle.records import Records
from rashomon.settle.relations import Compare, relate


def answer(
    given: Records, key: str, quantity: Quantity | None = None, parts: tuple[Part, ...] = (), time: Timex | None = None
) -> Answer:
    """What a claim says, as comparers take it: with what it answers with, and who speaks, where that is somebody known."""
    claim = given.claims[key]
    time = time or next((given.times[t] for t in claim.times if t in given.times), None)
    nearest = claim.chain[0] if claim.chain else None
    speaker = (nearest.entity or (nearest.name if nearest.kind != "unnamed" else None)) if nearest else None
    return Answer(
        claim=claim,
        document=given.document_of[key],
        quantity=quantity,
        parts=parts,
        time=time,
        speaker=speaker,
        headline=key in given.headed,
        said=given.said.get(key),
    )


def point(
    kind: str,
    question: str,
    key: str,
    values: Sequence[Value],
    answers: Sequence[Sequence[Answer]],
    given: Records,
    compare: Compare,
    lineage: Lineage,
    shared: Sequence[str] = (),
    findings: bool = False,
) -> Point:
    """The point, with how its values stand to one another and what is independently behind it; its id is made of `key`.
    `shared`: the words by which its claims were found to be on one thing. `findings`: whether its answers, if they differ, are
    findings of their own; other claims on one point may all be renderings of one report. Of claims that people decided to be
    on two points one is left out, whatever brought them together.
    """
    gone = pairs.leaving([[a.claim.id for a in part] for part in answers], given.apart)
    kept = [(v, [a for a in part if a.claim.id not in gone]) for v, part in zip(values, answers, strict=True)]
    values, answers = [v for v, part in kept if part], [part for _, part in kept if part]
    relations = relate(values, answers, compare, given.documents, lineage)
    claims = list({a.claim.id: a.claim for part in answers for a in part if not a.declines}.values())
    below = _below_headlines(values, answers, relations, lineage)
    settled = tuple(_with_origins(v, part, lineage, below) for v, part in zip(values, answers, strict=True))
    told = [(v, part) for v, part in zip(settled, answers, strict=True) if not all(a.declines for a in part)]
    near = _agreeing(told, relations)
    by_answer = independence.together([(v.origins, near[v.id]) for v, _ in told], claims, lineage)
    origins, uncounted = (
        by_answer if findings else independence.origins(claims, lineage, below, _stances(told, relations, lineage))
    )
    return Point(
        id="p" + hashlib.sha256(key.encode()).hexdigest()[:10],
        question=question,
        kind=kind,
        values=settled,
        claims=tuple(
            Membership(
                claim=a.claim.id,
                value=v.id,
                why=_why(a, shared),
                quantity=a.quantity.id if a.quantity else None,
                words=_words(a, kind),
            )
            for v, part in zip(values, answers, strict=True)
            for a in part
        ),
        relations=relations,
        status=_status(relations, {a.document for part in answers for a in part}),
        sources=independence.sources(claims, lineage),
        origins=origins,
        uncounted=uncounted,
    )


def _agreeing(told: Sequence[tuple[Value, Sequence[Answer]]], relations: Iterable[Relation]) -> dict[str, list[Claim]]:
    """For each value the claims that give it, or one that agrees with it."""
    one = {
        pair for r in relations if r.relation in ("agree", "refines", "repeat") for pair in ((r.left, r.right), (r.right, r.left))
    }
    return {
        v.id: [a.claim for w, part in told if v.id == w.id or (v.id, w.id) in one for a in part if not a.declines]
        for v, _ in told
    }


def _stances(told: Sequence[tuple[Value, Sequence[Answer]]], relations: Iterable[Relation], lineage: Lineage) -> ties.Stances:
    """Which values each claim and each origin gives, and which of them clash."""
    of_claim: dict[str, set[str]] = defaultdict(set)
    of_origin: dict[str, set[str]] = defaultdict(set)
    for value, part in told:
        for one in part:
            of_claim[one.claim.id].add(value.id)
            of_origin[lineage.origin_of.get(one.claim.id, "")].add(value.id)
    clashing = frozenset(frozenset((r.left, r.right)) for r in relations if r.relation in ("conflict", "denial"))
    return ties.Stances(of_claim, of_origin, clashing)


def _words(answer: Answer, kind: str) -> Span | None:
    """The words of a claim that answer, where they are not all of it."""
    if answer.parts or answer.quantity:
        return answer.span
    if answer.share:
        at = answer.claim.span.text.find(answer.share.words)
        start = answer.claim.span.start + at
        end = start + len(answer.share.words)
        return Span(document=answer.claim.span.document, start=start, end=end, text=answer.share.words) if at >= 0 else None
    return answer.time.span if kind == "when" and answer.time else None


def _below_headlines(
    values: Sequence[Value], answers: Sequence[Sequence[Answer]], relations: Iterable[Relation], lineage: Lineage
) -> dict[str, Claim]:
    """For each claim of a headline the first of its text that names somebody for the same answer, or for one that it allows."""
    agreeing = {frozenset((r.left, r.right)) for r in relations if r.relation in ("agree", "compatible", "refines", "repeat")}
    told = [(v.id, a) for v, part in zip(values, answers, strict=True) for a in part]
    texts: dict[str, list[tuple[str, Answer]]] = defaultdict(list)
    for value, answer in sorted(told, key=lambda t: t[1].claim.span.start):
        if not answer.headline and not answer.declines:
            texts[answer.document].append((value, answer))
    found: dict[str, Claim] = {}
    for value, answer in told:
        own = lineage.origin_of.get(answer.claim.id)
        fitting = (
            a.claim
            for v, a in texts.get(answer.document, ())
            if (v == value or frozenset((v, value)) in agreeing) and lineage.origin_of.get(a.claim.id) != own
        )
        if answer.headline and (named := next(fitting, None)) is not None:
            found[answer.claim.id] = named
    return found


def _with_origins(value: Value, answers: Sequence[Answer], lineage: Lineage, below: Mapping[str, Claim]) -> Value:
    claims = [a.claim for a in answers]
    origins, uncounted = independence.origins(claims, lineage, below)
    return replace(value, origins=origins, uncounted=uncounted, sources=independence.sources(claims, lineage))


def _status(relations: Iterable[Relation], documents: set[str]) -> str:
    if any(r.relation in ("conflict", "denial") for r in relations):
        return "disputed"
    return "single" if len(documents) == 1 else "undisputed"


def _why(answer: Answer, shared: Sequence[str]) -> str:
    """Why an answer is taken for one to the point's question, in a sentence."""
    if answer.share:
        return f"“{answer.share.words}”: {named(answer.share.share)}"
    if answer.quantity:
        return f"worked out: {answer.quantity.derived}" if answer.quantity.derived else _counts(answer.quantity, answer.claim)
    if answer.parts:
        told = " and ".join(f"“{' '.join(p.span.text.split())}”" for p in answer.parts)
        return f"tells of the same act by the verb “{answer.claim.predicate}”, and names {told}"
    return f"speaks of {', '.join(f'“{_as_it_says(word, answer.claim)}”' for word in shared)}" if shared else ""


def _as_it_says(word: str, claim: Claim) -> str:
    """The claim's own word for what others call otherwise: "accord" for "deal"."""
    name = family(word)
    own = sorted({w for w in claim.words if name and spoken(claim, w) == name})
    return word if word in own or not own else own[0]


def _counts(quantity: Quantity, claim: Claim) -> str:
    """What a figure counts, as the words around it say."""
    what = counted(quantity, claim)
    if quantity.aspect:
        side = f"{quantity.aspect} of {what.population}" if what.population else quantity.aspect
        return f"“{' '.join(quantity.span.text.split())}” measures the {side}"
    who = plural(what.population) or quantity.unit or quantity.kind
    said = f"“{' '.join(quantity.span.text.split())}” counts {who}"
    return f"{said}; the words around it speak of {what.outcome}" if what.outcome else said
