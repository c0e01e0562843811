"""Points in, those that a reader asks for out, a line each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Claim, Point
from rashomon.pages.index import Index
from rashomon.pages.parts import STATUS, Link, Mark, point_link
from rashomon.pages.points import on_a_line, standing
from rashomon.pages.workbench.forms import Choice
from rashomon.pages.workbench.known import Known
from rashomon.pages.workbench.paging import Paging, paged

STATUSES = (("disputed", "disputed"), ("undisputed", "undisputed"), ("single", "one voice"))
KINDS = (
    ("number", "how many"),
    ("yes-no", "whether"),
    ("who", "who"),
    ("where", "where"),
    ("when", "when"),
    ("what", "what"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One way to narrow a list down: its name in the address, what is chosen, and what there is to choose (none: words)."""

    name: str
    label: str
    value: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One point on a line."""

    number: str
    link: Link
    status: Mark
    answers: tuple[str, ...]
    more: int
    standing: str
    decided: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsPage:
    """The points that were asked for."""

    filters: tuple[Filter, ...]
    filtered: bool
    rows: tuple[Row, ...]
    paging: Paging


def view(known: Known, query: Mapping[str, str]) -> PointsPage:
    """The context of the list of points. `query`: status, kind, account, speaker, origin, decided, q and page."""
    found, paging = paged(list(_selected(known, query)), query.get("page", ""), "/points", query)
    filters = _filters(known.index, query)
    return PointsPage(
        filters=filters,
        filtered=any(f.value for f in filters),
        rows=tuple(row(known, p) for p in found),
        paging=paging,
    )


def row(known: Known, point: Point) -> Row:
    """A point as a line of a list."""
    index = known.index
    answers = on_a_line(v.text for v in point.values)
    return Row(
        number=point_link(index, point.id).text,
        link=Link(text=point.question, href=index.href("p", point.id)),
        status=STATUS.get(point.status, STATUS["undisputed"]),
        answers=answers,
        more=len(point.values) - len(answers),
        standing=standing(index, point),
        decided=_decided(known, point),
    )


def _filters(index: Index, query: Mapping[str, str]) -> tuple[Filter, ...]:
    accounts = ((d.id, f"{index.accounts[d.id]} {index.account(d.id)}") for d in index.case.documents)
    chosen = (
        ("status", "Standing", STATUSES),
        ("kind", "Asks", KINDS),
        ("account", "Account", tuple(accounts)),
        ("decided", "Decisions", (("no", "nobody decided"), ("yes", "somebody decided"))),
        ("speaker", "Speaker", ()),
        ("origin", "Origin", ()),
        ("q", "Words", ()),
    )
    return tuple(
        Filter(
            name=name,
            label=label,
            value=query.get(name, ""),
            choices=tuple(Choice(answer=answer, label=shown) for answer, shown in choices),
        )
        for name, label, choices in chosen
    )


def _selected(known: Known, query: Mapping[str, str]) -> Iterator[Point]:
    status, kind, account, decided = (query.get(n, "") for n in ("status", "kind", "account", "decided"))
    speaker, origin, words = (query.get(n, "").casefold().strip() for n in ("speaker", "origin", "q"))
    for point in known.index.points:
        if (status and point.status != status) or (kind and point.kind != kind):
            continue
        if words and words not in " ".join((point.question, *(v.text for v in point.values))).casefold():
            continue
        if decided and (decided == "yes") != _decided(known, point):
            continue
        claims = [known.index.claims[m.claim] for m in point.claims if m.claim in known.index.claims]
        if account and not any(c.span.document == account for c in claims):
            continue
        if speaker and not _spoken(claims, speaker):
            continue
        if origin and not any(origin in known.index.origin(key).casefold() for key in point.origins):
            continue
        yield point


def _spoken(claims: Sequence[Claim], speaker: str) -> bool:
    return any(speaker in hop.name.casefold() for c in claims for hop in c.chain)


def _decided(known: Known, point: Point) -> bool:
    return any(m.claim in known.decided or (m.quantity or "") in known.decided for m in point.claims)
