"""A case in, the context of the report out: what stands at its head, its sections in order, its contents."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Case, Claim, Readings
from rashomon.pages import accounts, decided, lineage, names, points, silence, timeline, wording
from rashomon.pages import map as places
from rashomon.pages.accounts import AccountView
from rashomon.pages.decided import DecisionsView
from rashomon.pages.figures import Plot
from rashomon.pages.index import Index, index, loose
from rashomon.pages.lineage import LineageView
from rashomon.pages.map import MapView
from rashomon.pages.names import NamesView
from rashomon.pages.parts import RELATIONS, Link, Mark
from rashomon.pages.points import PointView
from rashomon.pages.silence import SilenceView
from rashomon.pages.timeline import TimelineView
from rashomon.pages.wording import LabelsView
from rashomon.pages.words import count, days

OPEN = 60
"""So many disputed points stand open; further ones are folded, so that a large case can be scrolled."""

OPEN_ACCOUNTS = 12
"""So many accounts stand open in full; with more, each is folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An account in the list at the head of the report."""

    number: int
    link: Link
    title: str
    published: str
    agency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Colophon:
    """What made the report: version, recipe, and what went in."""

    version: str
    format: str
    recipe: tuple[str, ...]
    hashes: tuple[tuple[str, str], ...]
    relations: tuple[tuple[Mark, str], ...]
    words: tuple[tuple[str, str], ...]
    conventions: Readings | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole report."""

    title: str
    sentence: tuple[str, str]
    listed: tuple[Listed, ...]
    changes: tuple[Link, ...]
    disputed: tuple[PointView, ...]
    disputed_open: int
    agreed: tuple[PointView, ...]
    loose: tuple[PointView, ...]
    single: tuple[PointView, ...]
    lineage: LineageView
    plots: tuple[Plot, ...]
    timeline: TimelineView
    map: MapView | None
    names: NamesView
    labels: tuple[LabelsView, ...]
    silence: SilenceView
    accounts: tuple[AccountView, ...]
    accounts_open: bool
    decisions: DecisionsView
    colophon: Colophon


def report(case: Case) -> Report:
    """The context of the report of a case."""
    known = index(case)
    silent = silence.silent_on(known)
    views = [points.view(known, p, silent.get(p.id, ())) for p in known.points]
    shelf = ["loose" if p.status == "undisputed" and loose(p) else p.status for p in known.points]
    disputed, agreed, near, single = (
        tuple(v for v, on in zip(views, shelf, strict=True) if on == wanted)
        for wanted in ("disputed", "undisputed", "loose", "single")
    )
    head = sentence(known, len(disputed))
    return Report(
        title=" ".join(head),
        sentence=head,
        listed=tuple(_listed(known)),
        changes=tuple(_changes(known)),
        disputed=disputed,
        disputed_open=OPEN,
        agreed=agreed,
        loose=near,
        single=single,
        lineage=lineage.view(known),
        plots=tuple(v.plot for v in views if v.plot),
        timeline=timeline.view(known),
        map=places.view(known),
        names=names.view(known),
        labels=wording.view(known),
        silence=silence.view(known),
        accounts=_accounts(known),
        accounts_open=len(case.documents) <= OPEN_ACCOUNTS,
        decisions=decided.view(known),
        colophon=_colophon(case),
    )


def sentence(known: Index, disputed: int) -> tuple[str, str]:
    """The sentence at the head: how many accounts and origins, how many points and disputed ones. Never what is true."""
    accounts_ = count(len(known.documents), "account")
    behind = count(len(known.case.speaking), "origin") if known.case.speaking else "origins not traced"
    return f"{accounts_}, {behind};", f"{count(len(known.points), 'point')}, {disputed:,} disputed."


def _listed(known: Index) -> list[Listed]:
    return [
        Listed(
            number=known.accounts[d.id],
            link=Link(text=known.account(d.id), href=known.href("a", d.id)),
            title=known.under(d),
            published=days(d.published.earliest, d.published.latest),
            agency=d.agency or "",
        )
        for d in known.case.documents
    ]


def _changes(known: Index) -> Iterator[Link]:
    """What the latest addition changed, each change with the account or point it is about."""
    points_ = {p.id for p in known.points}
    for change in known.case.changes:
        kind = "p" if change.subject in points_ else "a" if change.subject in known.documents else ""
        yield Link(text=change.words, href=known.href(kind, change.subject) if kind and change.subject else "")


def _accounts(known: Index) -> tuple[AccountView, ...]:
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in known.case.claims:
        claims[claim.span.document].append(claim)
    spans = accounts.linked_spans(known.case)
    return tuple(accounts.view(known, d, claims[d.id], spans.get(d.id, ())) for d in known.case.documents)


def _colophon(case: Case) -> Colophon:
    return Colophon(
        version=case.version,
        format=case.format,
        recipe=case.recipe,
        hashes=tuple((d.file, d.sha256) for d in case.documents),
        relations=tuple((mark, _MEANS[kind]) for kind, mark in RELATIONS.items()),
        words=_WORDS,
        conventions=case.conventions if case.conventions and case.conventions.words else None,
    )


_MEANS = {
    "conflict": "both cannot hold as they are worded: ranges apart, different people or places, opposite answers",
    "denial": "one side expressly rejects what the other says",
    "superseded": "the same source takes a later position",
    "compatible": "both can hold: rounding, vagueness, part and whole",
    "refines": "one says the same more precisely",
    "agree": "the same answer, in the same or other words",
    "repeat": "the same origin, said again: no confirmation",
}

_WORDS = (
    ("account", "one published text on the event"),
    ("outlet", "who published it"),
    ("source", "the one to whom a claim is attributed"),
    ("claim", "one thing said to be so, on its exact words"),
    ("point", "a question of fact on which claims bear"),
    ("version", "one answer to that question"),
    ("origin", "the reporting that first carried a claim, whether it is among these accounts or not"),
    ("the pile", "the accounts that were read for this report"),
)
