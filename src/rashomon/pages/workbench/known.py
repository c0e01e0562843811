"""A settled case and the log in, all that the workbench's pages look up out, made once for as long as both stay as they are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.model import Case, Claim, Decision, Mention, Span, Stray, Timex
from rashomon.pages import accounts, silence
from rashomon.pages.index import Index, index
from rashomon.pages.parts import Link
from rashomon.pages.workbench import addresses, forms
from rashomon.settle.decisions import open_ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An index with addresses of the workbench, and what stands where: claims by account and by speaker, mentions by entity.

    `log` holds every decision, those too that the settled case does not show yet; `standing` and `decided` are those in force.
    """

    index: Index
    log: tuple[Decision, ...]
    strays: tuple[Stray, ...]
    anchors: Mapping[str, Span]
    standing: forms.Standing
    decided: Mapping[str, tuple[Decision, ...]]
    claims_in: Mapping[str, Sequence[Claim]]
    said_by: Mapping[str, Sequence[Claim]]
    mentions_of: Mapping[str, Sequence[Mention]]
    about: Mapping[str, Sequence[Claim]]
    times: Mapping[str, Timex]
    silent: Mapping[str, Sequence[Link]]
    spans: Mapping[str, Sequence[Span]]


def know(case: Case) -> Known:
    """All that the pages of a case look up, its own log among it."""
    found = index(case, addresses.page)
    claims_in: dict[str, list[Claim]] = defaultdict(list)
    said_by: dict[str, list[Claim]] = defaultdict(list)
    about: dict[str, dict[str, Claim]] = defaultdict(dict)
    mentions_of: dict[str, list[Mention]] = defaultdict(list)
    mentions = {m.id: m for m in case.mentions}
    for mention in case.mentions:
        mentions_of[mention.entity or ""].append(mention)
    for claim in case.claims:
        claims_in[claim.span.document].append(claim)
        for speaker in sorted({h.entity for h in claim.chain if h.entity}):
            said_by[speaker].append(claim)
        for key in claim.mentions:
            if key in mentions and mentions[key].entity:
                about[mentions[key].entity or ""][claim.id] = claim
    bare = Known(
        index=found,
        log=(),
        strays=(),
        anchors=_anchors(case),
        standing={},
        decided={},
        claims_in=claims_in,
        said_by=said_by,
        mentions_of=mentions_of,
        about={key: tuple(claims.values()) for key, claims in about.items()},
        times={t.id: t for t in case.times},
        silent=silence.silent_on(found),
        spans=accounts.linked_spans(case),
    )
    return with_log(bare, case.decisions)


def with_log(known: Known, log: tuple[Decision, ...]) -> Known:
    """The same with another log: what is in force is read from it, before the case is settled anew."""
    ledger = open_ledger(log, known.anchors)
    return replace(known, log=log, strays=ledger.strays, standing=ledger.answers, decided=forms.by_record(ledger.answers))


def _anchors(case: Case) -> Mapping[str, Span]:
    """Where each record stands that can be decided on; of claims that were rejected or reworded, where they stood."""
    anchors = {d.id: d.span(0, len(d.text)) for d in case.documents}
    for records in (case.mentions, case.quantities, case.times, case.claims):
        anchors.update((r.id, r.span) for r in records)
    strays = {s.decision for s in case.strays}
    for decision in case.decisions:
        if decision.question in ("claim", "span") and decision.id not in strays:
            for key, quote in zip(decision.subject, decision.quotes, strict=False):
                if key not in anchors or decision.question == "span":
                    anchors[key] = quote
    return anchors
