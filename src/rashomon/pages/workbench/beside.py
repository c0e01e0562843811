"""Two accounts in, one page out: the points on which both speak in rows, passages they share, then the two texts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.model import Point
from rashomon.pages.accounts import AccountView
from rashomon.pages.lineage import EdgeView, PassageView, edge, passage
from rashomon.pages.parts import Link, Quote, account_link, point_link, quote, together
from rashomon.pages.points import Between, between, letter
from rashomon.pages.words import count
from rashomon.pages.workbench import account, aligned, forms
from rashomon.pages.workbench.aligned import Row
from rashomon.pages.workbench.forms import Choice, Form
from rashomon.pages.workbench.known import Known

_PAIRS = 4  # pairs of versions that are named one by one where neither excludes the other


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one account says that carries one version, under the version's letter."""

    letter: str
    quotes: tuple[tuple[Quote, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A point on which both speak: what each says, and how versions of one stand to versions of the other."""

    point: Link
    number: str
    left: tuple[Version, ...]
    right: tuple[Version, ...]
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
    rows: tuple[Row, ...] = ()
    form: Form | None = None


def view(known: Known, left: str, right: str) -> BesidePage:
    """The context of the page; `left` and `right` are ids of accounts, or ""."""
    index = known.index
    choices = tuple(Choice(answer=d.id, label=f"{index.accounts[d.id]} {index.account(d.id)}") for d in index.case.documents)
    ends = [index.documents[key] for key in (left, right) if key in index.documents]
    if len(ends) < 2 or left == right:
        return BesidePage(accounts=choices, chosen=(left, right))
    pair = {left, right}
    texts = tuple(account.text(known, d, "plain") for d in ends)
    lineage = (d for d in index.case.derivations if d.downstream in pair and _document(known, d.upstream) in pair)
    return BesidePage(
        accounts=choices,
        chosen=(left, right),
        names=tuple(account_link(index, d.id) for d in ends),
        points=tuple(_shared(known, left, right)),
        passages=tuple(passage(index, p) for p in index.case.passages if {p.left.document, p.right.document} == pair),
        edges=tuple(edge(index, d) for d in lineage),
        texts=texts,
        rows=aligned.rows(known, texts[0], texts[1], (left, right)),
        form=forms.derives(known.standing, (left, index.account(left)), (right, index.account(right))),
    )


def _document(known: Known, origin: str) -> str | None:
    found = known.index.origins.get(origin)
    return found.document if found else None


def _shared(known: Known, left: str, right: str) -> Iterator[Shared]:
    index = known.index
    for point in index.points:
        sides = [_said(known, point, document) for document in (left, right)]
        if all(sides):
            here, there = ({key for key, _ in side} for side in sides)
            crossing = [
                r for r in point.relations if (r.left in here and r.right in there) or (r.right in here and r.left in there)
            ]
            yield Shared(
                point=Link(text=point.question, href=index.href("p", point.id)),
                number=point_link(index, point.id).text,
                left=tuple(version for _, version in sides[0]),
                right=tuple(version for _, version in sides[1]),
                relations=tuple(map(_brief, between(known.index, point, [r for r in crossing if r.left != r.right]))),
            )


def _brief(found: Between) -> Between:
    """A relation that needs no eye, of many pairs: how many there are."""
    pairs = found.pairs.count(",") + 1
    return found if found.mark.strong or pairs <= _PAIRS else replace(found, pairs=count(pairs, "pair"))


def _said(known: Known, point: Point, document: str) -> list[tuple[str, Version]]:
    """The versions that one account carries on a point, each with its quotations."""
    index, found = known.index, []
    for n, value in enumerate(point.values):
        keys = dict.fromkeys(m.claim for m in point.claims if m.value == value.id and m.claim in index.claims)
        quotes = [quote(index, index.claims[key]) for key in keys if index.claims[key].span.document == document]
        if quotes:
            found.append((value.id, Version(letter=letter(n), quotes=together(quotes))))
    return found
