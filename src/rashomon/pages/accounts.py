"""A document in, its facts and its full text out, every claim in it an anchor."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rashomon.model import Block, Case, Claim, Document, Span
from rashomon.pages import versions
from rashomon.pages.index import Index, anchor, span_anchor
from rashomon.pages.parts import Link, point_link, said_by, span_link
from rashomon.pages.versions import VersionsView
from rashomon.pages.words import count, days

_OTHERS = 6  # accounts that are named as having a passage too
_SPLITS = 8  # how often a mark that crosses others is taken up again; keeps hostile overlaps linear


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of text that can be linked to: a claim, or words that some line rests on."""

    start: int
    end: int
    anchor: str
    style: str
    said: str = ""
    points: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """Text, or the opening or the end of a highlight. `first` where the highlight opens, `last` where it ends for good."""

    text: str = ""
    opens: Highlight | None = None
    closes: Highlight | None = None
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """One block of an account, and where it stands in its text."""

    role: str
    start: int
    end: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Blocks in a row that belong to the account, or that surround it on the page (then folded, `what` says what they are)."""

    content: bool
    what: str
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountView:
    """One account: its facts and its text."""

    number: int
    anchor: str
    name: str
    title: str
    facts: tuple[tuple[str, str], ...]
    published: str
    published_why: str
    published_evidence: tuple[Link, ...]
    sha256: str
    language: str | None
    stretches: tuple[Stretch, ...]
    counts: str
    versions: tuple[VersionsView, ...] = ()


def view(
    index: Index, document: Document, claims: Sequence[Claim], spans: Iterable[Span], more: Iterable[Highlight] = ()
) -> AccountView:
    """The context of one account; `spans` are those that other sections link to, `more` is highlighted besides."""
    published = document.published
    lights = sorted({*_claims(index, claims), *_spans(index, spans), *more}, key=lambda h: (h.start, -h.end, h.style, h.anchor))
    attributed = sum(c.attribution is not None for c in claims)
    return AccountView(
        number=index.accounts[document.id],
        anchor=anchor("a", document.id),
        name=index.account(document.id),
        title=document.title.text if document.title else "",
        facts=_facts(document),
        published=days(published.earliest, published.latest),
        published_why=published.why,
        published_evidence=tuple(span_link(index, s) for s in published.evidence),
        sha256=document.sha256,
        language=document.language,
        stretches=tuple(_stretches(document, lights)),
        counts=f"{count(len(claims), 'claim')}: {len(claims) - attributed:,} in its own voice, {attributed:,} attributed",
        versions=versions.views(index, document.id),
    )


def linked_spans(case: Case) -> Mapping[str, list[Span]]:
    """By document, the spans that sections of the report link to besides claims: evidence, passages, labels, quoted words."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for document in case.documents:
        for span in document.published.evidence:
            spans[span.document].append(span)
    for derivation in case.derivations:
        for evidence in derivation.evidence:
            for span in evidence.spans:
                spans[span.document].append(span)
        for revision in derivation.revisions:
            for span in (s for s in (revision.left, revision.right, *revision.carried, *revision.kept) if s):
                spans[span.document].append(span)
    for passage in case.passages:
        spans[passage.left.document].append(passage.left)
        spans[passage.right.document].append(passage.right)
    for span in (s for p in case.points for r in p.relations for s in r.spans):
        spans[span.document].append(span)
    for label in case.labels:
        spans[label.span.document].append(label.span)
    return spans


def _facts(document: Document) -> tuple[tuple[str, str], ...]:
    facts = (
        ("outlet", document.outlet or "not shown"),
        ("found on", document.host if document.host != document.outlet else None),
        ("agency", document.agency),
        ("by", ", ".join(document.authors)),
        ("address", document.url),
        ("file", document.file),
    )
    return tuple((name, value) for name, value in facts if value)


def _claims(index: Index, claims: Sequence[Claim]) -> Iterator[Highlight]:
    for claim in claims:
        points = tuple(point_link(index, p) for p in index.points_of.get(claim.id, ()))
        if page := index.page("k", claim.id):
            points += (Link(text="✎", href=page, note="decide on this claim"),)
        style = "said" if claim.attribution is not None else "own"
        yield Highlight(claim.span.start, claim.span.end, anchor("c", claim.id), f"claim {style}", said_by(index, claim), points)


def _spans(index: Index, spans: Iterable[Span]) -> Iterator[Highlight]:
    for span in spans:
        yield Highlight(span.start, span.end, span_anchor(span), "ref", points=_also(index, span))


def _also(index: Index, span: Span) -> tuple[Link, ...]:
    """Where a passage stands as well: the numbers of the other accounts, the first few of many."""
    others = index.also.get(span, ())
    links = [
        Link(text=f"⇄{index.accounts.get(s.document, 0)}", href=index.span_href(s), note=f"also in {index.account(s.document)}")
        for s in others[:_OTHERS]
    ]
    more = len(others) - len(links)
    return (*links, Link(text=f"+{more}", href=f"#{span_anchor(span)}", note=f"and in {more} more")) if more else tuple(links)


def _stretches(document: Document, lights: Sequence[Highlight]) -> Iterator[Stretch]:
    blocks = document.blocks or (Block(start=0, end=len(document.text), role="paragraph"),)
    waiting, at = list(reversed(lights)), 0
    views: list[tuple[Block, BlockView]] = []
    over: list[Highlight] = []
    for block in blocks:
        at = max(at, block.start)
        mine = [h for h in over if h.end > at]
        while waiting and waiting[-1].start < block.end:
            light = waiting.pop()
            if light.end > at:
                mine.append(light)
        over = [h for h in mine if h.end > block.end]
        pieces = tuple(_pieces(document.text, at, block.end, mine))
        views.append((block, BlockView(role=block.role, start=block.start, end=block.end, pieces=pieces)))
        at = max(at, block.end)
    for content, group in groupby(views, key=lambda pair: pair[0].content):
        found = list(group)
        yield Stretch(content=content, what=_what([b for b, _ in found]), blocks=tuple(v for _, v in found))


def _what(blocks: Sequence[Block]) -> str:
    return ", ".join(dict.fromkeys(block.role for block in blocks))


def _pieces(text: str, start: int, end: int, lights: Iterable[Highlight]) -> Iterator[Piece]:
    """A stretch of text with its highlights nested; one that crosses another is closed with it and taken up again after."""
    waiting = [(max(start, h.start), -min(end, h.end), n, 0, h) for n, h in enumerate(lights)]
    heapq.heapify(waiting)
    open_: list[tuple[int, Highlight, bool]] = []
    at = start
    while waiting or open_:
        upto = waiting[0][0] if waiting else end
        if open_ and open_[-1][0] <= upto:
            stop, light, whole = open_.pop()
            if stop > at:
                yield Piece(text=text[at:stop])
                at = stop
            yield Piece(closes=light, whole=whole)
            continue
        begin, negative, n, split, light = heapq.heappop(waiting)
        stop = -negative
        if begin > at:
            yield Piece(text=text[at:begin])
            at = begin
        crosses = bool(open_) and open_[-1][0] < stop
        if crosses and split < _SPLITS:
            heapq.heappush(waiting, (open_[-1][0], -stop, n, split + 1, light))
        stop = min(stop, open_[-1][0]) if open_ else stop
        yield Piece(opens=light, whole=split == 0 and light.start >= start)
        open_.append((stop, light, not crosses))
    if at < end:
        yield Piece(text=text[at:end])
