"""An account in, its page out: facts, the full text with what was found in it, what it shares with others, where it is silent."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.model import Document, Span
from rashomon.pages import accounts, times
from rashomon.pages.accounts import AccountView, Highlight
from rashomon.pages.index import anchor, span_anchor
from rashomon.pages.parts import Link, account_link, point_link, said_by
from rashomon.pages.words import count, days, interval
from rashomon.pages.workbench import addresses, forms
from rashomon.pages.workbench.forms import Form
from rashomon.pages.workbench.known import Known
from rashomon.pages.workbench.paging import Paging, paged

_CITED = 12  # names of origins that a hint lists

LAYERS = (
    ("claims", "claims"),
    ("names", "names"),
    ("figures", "figures"),
    ("times", "times"),
    ("shared", "shared with others"),
    ("plain", "the words alone"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One way to look at the text."""

    link: Link
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a layer found in the text: the words, leading to their place, and what they were taken to mean."""

    words: Link
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage:
    """One account; `found` lists in words what the chosen layer marks in the text."""

    account: AccountView
    layers: tuple[Layer, ...]
    found: tuple[Found, ...]
    shares: tuple[Link, ...]
    silent: tuple[Link, ...]
    early: tuple[Link, ...]
    forms: tuple[Form, ...]
    before: Link | None
    after: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """One account in the list of accounts."""

    link: Link
    title: str
    published: str
    agency: str
    claims: str
    shares: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountsPage:
    """The accounts."""

    lines: tuple[AccountLine, ...]
    paging: Paging


def view(known: Known, document: Document, layer: str, find: str = "") -> AccountPage:
    """The context of one account's page, its text seen through one layer; `find` ("120-345") is marked as what was looked for."""
    index = known.index
    shown = layer if layer in dict(LAYERS) else "claims"
    documents = index.case.documents
    place = index.accounts[document.id] - 1
    neighbours = [documents[n] if 0 <= n < len(documents) else None for n in (place - 1, place + 1)]
    before, after = (account_link(index, d.id) if d else None for d in neighbours)
    omissions = [o for o in index.case.omissions if o.document == document.id and o.point in index.number]
    omissions.sort(key=lambda o: index.number[o.point])
    published = document.published
    now = "/".join(dict.fromkeys(d for d in (published.earliest, published.latest) if d))
    return AccountPage(
        account=text(known, document, shown, find),
        layers=tuple(
            Layer(link=Link(text=label, href=f"{index.page('a', document.id)}?layer={name}"), chosen=name == shown)
            for name, label in LAYERS
        ),
        found=tuple(_found(known, document, shown)),
        shares=tuple(_shares(known, document)),
        silent=tuple(point_link(index, o.point) for o in omissions if o.kind == "silent"),
        early=tuple(point_link(index, o.point) for o in omissions if o.kind != "silent"),
        forms=(
            forms.date(known.standing, document.id, "When was it published?", now),
            forms.stands_for(known.standing, document.id, [o.name for o in index.case.origins if not o.document][:_CITED]),
            forms.grade(known.standing, document.id, "How do you grade this account?"),
            forms.note(known.standing, document.id),
        ),
        before=before,
        after=after,
    )


def text(known: Known, document: Document, layer: str, find: str = "") -> AccountView:
    """An account with its text as a layer shows it; whatever links lead to has its place in all of them."""
    index, claims = known.index, known.claims_in.get(document.id, ())
    lights = (*_lights(known, document, layer), *_sought(document, find))
    shown = claims if layer == "claims" else ()
    return accounts.view(index, document, shown, known.spans.get(document.id, ()), lights)


def _sought(document: Document, find: str) -> Iterator[Highlight]:
    """The stretch that a search led to."""
    if found := re.fullmatch(r"(\d{1,9})-(\d{1,9})", find):
        start, end = int(found[1]), min(int(found[2]), len(document.text))
        if start < end:
            yield Highlight(start, end, "here", "sought")


def _lights(known: Known, document: Document, layer: str) -> Iterator[Highlight]:
    """What a layer shows; claims, which are the text's own, keep their place in every layer."""
    case, index = known.index.case, known.index
    if layer != "claims":
        for claim in known.claims_in.get(document.id, ()):
            yield Highlight(claim.span.start, claim.span.end, anchor("c", claim.id), "ref")
    if layer == "names":
        for m in case.mentions:
            if m.span.document == document.id and m.entity in index.entities:
                entity = index.entities[m.entity or ""]
                link = Link(text="→", href=index.href("e", entity.id), note=entity.name)
                yield _light(m.span, m.id, f"{entity.name}, {m.kind}", link)
    elif layer == "figures":
        for q in case.quantities:
            if q.span.document == document.id:
                yield _light(q.span, q.id, f"{q.kind}: {interval(q.low, q.high)}")
    elif layer == "times":
        for t in case.times:
            if t.span.document == document.id:
                yield _light(t.span, t.id, times.says(t))
    elif layer == "shared":
        for passage in case.passages:
            for here, there in ((passage.left, passage.right), (passage.right, passage.left)):
                if here.document == document.id:
                    name = index.account(there.document)
                    link = Link(text="⇄", href=addresses.beside(here.document, there.document), note=f"beside {name}")
                    yield _light(here, span_anchor(there), f"{passage.kind}, as in {name}", link)


def _found(known: Known, document: Document, layer: str) -> Iterator[Found]:
    """The list under the text: what stands on touching a mark has to be there for keys and for paper too."""
    if layer == "claims":
        for claim in known.claims_in.get(document.id, ()):
            yield Found(words=Link(text=claim.span.text, href=f"#{anchor('c', claim.id)}"), says=said_by(known.index, claim))
    lights = sorted((h for h in _lights(known, document, layer) if h.style == "found"), key=lambda h: (h.start, h.end))
    for h in lights:
        yield Found(words=Link(text=document.text[h.start : h.end], href=f"#{h.anchor}"), says=h.said)


def _light(span: Span, key: str, says: str, *links: Link) -> Highlight:
    return Highlight(span.start, span.end, anchor("l", key), "found", says, links)


def _shares(known: Known, document: Document) -> Iterator[Link]:
    """The accounts that share passages with this one or are tied to it by lineage, most passages first."""
    index = known.index
    shared: Counter[str] = Counter()
    for p in index.case.passages:
        ends = (p.left.document, p.right.document)
        if document.id in ends:
            shared[ends[1] if ends[0] == document.id else ends[0]] += 1
    for other, number in sorted(shared.items(), key=lambda pair: (-pair[1], index.accounts.get(pair[0], 0))):
        href = addresses.beside(document.id, other)
        yield Link(text=index.account(other), href=href, note=count(number, "shared passage"))


def listed(known: Known, query: Mapping[str, str]) -> AccountsPage:
    """A line for each account, a page at a time. `query`: page."""
    index = known.index
    shares = Counter(d for p in index.case.passages for d in {p.left.document, p.right.document})
    some, paging = paged(index.case.documents, query.get("page", ""), "/accounts", query)
    return AccountsPage(lines=tuple(_line(known, d, shares[d.id]) for d in some), paging=paging)


def _line(known: Known, document: Document, shares: int) -> AccountLine:
    return AccountLine(
        link=account_link(known.index, document.id),
        title=known.index.under(document),
        published=days(document.published.earliest, document.published.latest),
        agency=document.agency or "",
        claims=count(len(known.claims_in.get(document.id, ())), "claim"),
        shares=shares,
    )
