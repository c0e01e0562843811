"""A case in, what this pile amounts to on one screen out, what needs a person's eye first at its head."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from rashomon.model import Document, Point
from rashomon.pages.index import Index
from rashomon.pages.parts import STATUS, Link, Mark, account_link, point_link
from rashomon.pages.points import origins_behind
from rashomon.pages.views import sentence
from rashomon.pages.words import count, days
from rashomon.pages.workbench import addresses
from rashomon.pages.workbench.known import Known
from rashomon.pages.workbench.points import STATUSES

_FIRST = 12  # things that a screen holds
_ORIGINS = 8  # origins named


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One thing to look at, and why."""

    mark: Mark
    link: Link
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """One account in the list."""

    link: Link
    title: str
    published: str
    claims: int
    disputed: int
    agency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRow:
    """One origin: what it is behind, `within` whether its reporting is among the accounts."""

    link: Link
    within: bool
    accounts: int
    claims: int
    disputed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The first page of the workbench."""

    sentence: tuple[str, str]
    glance: tuple[Link, ...]
    origins: tuple[OriginRow, ...]
    origins_more: int
    first: tuple[Look, ...]
    more: int
    accounts: tuple[AccountRow, ...]
    decisions: int


def view(known: Known) -> Overview:
    """The context of the first page."""
    index = known.index
    looks = list(_looks(known))
    disputed = [p for p in index.points if p.status == "disputed"]
    origins = list(_origins(known, disputed))
    touched: dict[str, set[str]] = {}
    for point in disputed:
        for member in point.claims:
            if member.claim in index.claims:
                touched.setdefault(index.claims[member.claim].span.document, set()).add(point.id)
    return Overview(
        sentence=sentence(index, len(disputed)),
        glance=tuple(_glance(known)),
        origins=tuple(origins[:_ORIGINS]),
        origins_more=max(0, len(origins) - _ORIGINS),
        first=tuple(looks[:_FIRST]),
        more=max(0, len(looks) - _FIRST),
        accounts=tuple(_row(known, d, len(touched.get(d.id, ()))) for d in index.case.documents),
        decisions=len(known.log),
    )


def _looks(known: Known) -> Iterator[Look]:
    """Strays, then disputed points that nobody has decided on, then arrows and dates that are open."""
    index = known.index
    if strays := known.strays:
        why = "their words are gone; attach them again, or take them back"
        yield Look(mark=_MARK["stray"], link=Link(text=count(len(strays), "stray decision"), href="/log#strays"), why=why)
    for point in index.points:
        if point.status == "disputed" and not any(m.claim in known.decided for m in point.claims):
            link = Link(text=point.question, href=index.href("p", point.id), note=point_link(index, point.id).text)
            yield Look(mark=STATUS["disputed"], link=link, why=_doubts(index, point))
    for found in index.case.derivations:
        origin = index.origins.get(found.upstream)
        if found.direction == "undecided" and origin and origin.document:
            names = f"{index.account(origin.document)} and {index.account(found.downstream)}"
            link = Link(text=names, href=addresses.beside(origin.document, found.downstream))
            yield Look(mark=_MARK["order"], link=link, why="they share words, and nothing tells who came first")
    yield from _clashes(index)
    for document in index.case.documents:
        if not document.published.earliest and not document.published.latest:
            yield Look(mark=_MARK["date"], link=account_link(index, document.id), why="nothing tells when it was published")


def _glance(known: Known) -> Iterator[Link]:
    """What there is, each leading to where it is."""
    index = known.index
    attributed = sum(c.attribution is not None for c in index.case.claims)
    own = len(index.claims) - attributed
    yield Link(
        text=count(len(index.claims), "claim"),
        href="/accounts",
        note=f"{attributed:,} attributed, {own:,} in an account's own voice",
    )
    states = Counter(p.status for p in index.points)
    for status, label in (*STATUSES[:2], ("single", "on which one voice alone speaks")):
        if states[status]:
            yield Link(text=f"{count(states[status], 'point')} {label}", href=f"/points?status={status}")
    yield Link(text=count(len(known.log), "decision"), href="/log")
    if entities := sum(1 for e in index.case.entities if known.mentions_of.get(e.id)):
        yield Link(text=count(entities, "name"), href="/people", note="of people, bodies, places, things")
    yield Link(text=count(len(index.case.timeline), "dated event"), href="/timeline")


def _origins(known: Known, disputed: Sequence[Point]) -> Iterator[OriginRow]:
    """The reporting that stands behind points (behind claims, where there is none), what most accounts rest on first."""
    index = known.index
    behind = {key for p in index.points for key in p.origins}
    accounts: dict[str, set[str]] = defaultdict(set)
    claims = Counter(c.origin for c in index.case.claims if c.origin)
    for claim in index.case.claims:
        accounts[claim.origin or ""].add(claim.span.document)
    on = Counter(key for p in disputed for key in set(p.origins))
    for key in sorted(behind or claims, key=lambda k: (-len(accounts[k]), -claims[k], index.origin(k), k)):
        found = index.origins.get(key)
        document = found.document if found and found.document in index.documents else None
        href = index.href("a", document) if document else f"/points?{urlencode({'origin': index.origin(key)})}"
        yield OriginRow(
            link=Link(text=index.origin(key), href=href),
            within=document is not None,
            accounts=len(accounts[key]),
            claims=claims[key],
            disputed=on[key],
        )


_MARK = {
    "stray": Mark(sign="?", word="stray"),
    "order": Mark(sign="⇄", word="who first?"),
    "days": Mark(sign="≠", word="dates", strong=True),
    "date": Mark(sign="?", word="no date"),
}


def _clashes(index: Index) -> Iterator[Look]:
    """Happenings that accounts put on different days, each pair once."""
    by_id = {h.id: h for h in index.case.timeline}
    for found in index.case.timeline:
        for other in (by_id[key] for key in found.conflicts if key in by_id and key > found.id):
            dated = " or ".join(days(h.earliest, h.latest) for h in (found, other))
            yield Look(mark=_MARK["days"], link=Link(text=found.text, href=index.href("t", found.id)), why=f"{dated}?")


def _doubts(index: Index, point: Point) -> str:
    """How many accounts and origins stand in a dispute, and what in it was inferred rather than read."""
    claims = [index.claims[m.claim] for m in point.claims if m.claim in index.claims]
    inferred = sum(any(h.inferred for h in c.chain) for c in claims)
    vague = sum(v.low != v.high for v in point.values) if point.kind == "number" else 0
    says = [count(len({c.span.document for c in claims}), "account"), origins_behind(len(point.origins))]
    if inferred:
        says.append(f"the speaker of {count(inferred, 'claim')} is inferred")
    if vague:
        says.append(f"{vague} of {count(len(point.values), 'figure')} inexact")
    return ", ".join(says)


def _row(known: Known, document: Document, disputed: int) -> AccountRow:
    return AccountRow(
        link=account_link(known.index, document.id),
        title=known.index.under(document),
        published=days(document.published.earliest, document.published.latest),
        claims=len(known.claims_in.get(document.id, ())),
        disputed=disputed,
        agency=document.agency or "",
    )
