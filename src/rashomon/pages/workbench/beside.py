"""Two accounts in, one page out: the points on which both speak in rows, passages they share, then the two texts."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Point
from rashomon.pages.accounts import AccountView
from rashomon.pages.lineage import EdgeView, PassageView, edge, passage
from rashomon.pages.parts import Link, Quote, account_link, point_link, quote, together
from rashomon.pages.points import Between, between
from rashomon.pages.workbench import account, forms
from rashomon.pages.workbench.forms import Choice, Form
from rashomon.pages.workbench.known import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A point on which both speak: what each says, and how their versions stand to one another."""

    point: Link
    number: str
    left: tuple[tuple[Quote, ...], ...]
    right: tuple[tuple[Quote, ...], ...]
    relations: tuple[Between, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BesidePage:
    """Two accounts side by side; nothing but the choice where two have not been chosen."""

    accounts: tuple[Choice, ...]
    chosen: tuple[str, str]
    names: tuple[Link, ...] = ()
    points: tuple[Shared, ...] = ()
    passages: tuple[PassageView, ...] = ()
    edges: tuple[EdgeView, ...] = ()
    texts: tuple[AccountView, ...] = ()
    form: Form | None = None


def view(known: Known, left: str, right: str) -> BesidePage:
    """The context of the page; `left` and `right` are ids of accounts, or ""."""
    index = known.index
    choices = tuple(Choice(answer=d.id, label=f"{index.accounts[d.id]} {d.name}") for d in index.case.documents)
    ends = [index.documents[key] for key in (left, right) if key in index.documents]
    if len(ends) < 2 or left == right:
        return BesidePage(accounts=choices, chosen=(left, right))
    pair = {left, right}
    lineage = (d for d in index.case.derivations if d.downstream in pair and _document(known, d.upstream) in pair)
    return BesidePage(
        accounts=choices,
        chosen=(left, right),
        names=tuple(account_link(index, d.id) for d in ends),
        points=tuple(_shared(known, left, right)),
        passages=tuple(passage(index, p) for p in index.case.passages if {p.left.document, p.right.document} == pair),
        edges=tuple(edge(index, d) for d in lineage),
        texts=tuple(account.text(known, d, "plain") for d in ends),
        form=forms.derives(known.standing, (left, ends[0].name), (right, ends[1].name)),
    )


def _document(known: Known, origin: str) -> str | None:
    found = known.index.origins.get(origin)
    return found.document if found else None


def _shared(known: Known, left: str, right: str) -> Iterator[Shared]:
    index = known.index
    for point in index.points:
        sides = [_said(known, point, document) for document in (left, right)]
        if all(quotes for quotes, _ in sides):
            values = sides[0][1] | sides[1][1]
            relations = [r for r in point.relations if r.left in values and r.right in values]
            yield Shared(
                point=Link(text=point.question, href=index.href("p", point.id)),
                number=point_link(index, point.id).text,
                left=together(sides[0][0]),
                right=together(sides[1][0]),
                relations=between(point, relations),
            )


def _said(known: Known, point: Point, document: str) -> tuple[list[Quote], set[str]]:
    """The quotations from one account on a point, and the versions they carry."""
    index = known.index
    mine = [m for m in point.claims if m.claim in index.claims and index.claims[m.claim].span.document == document]
    quotes = [quote(index, index.claims[key]) for key in dict.fromkeys(m.claim for m in mine)]
    return quotes, {m.value for m in mine}
