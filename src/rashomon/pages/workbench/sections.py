"""A case in, the sections of its report as pages out, the long ones a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from rashomon.pages import lineage, names, points, silence, timeline, wording
from rashomon.pages.workbench.forms import Choice
from rashomon.pages.workbench.known import Known
from rashomon.pages.workbench.paging import Paging, page_of, paged

_PLOTS = 12  # plots on a page
_SILENT = 30  # accounts, or rows of the table, on a page of what is left out


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section as the report's template reads it (`report.NAME`), and where in it one is. `among`: accounts to choose from."""

    report: Any
    paging: Paging
    also: Paging | None = None
    among: tuple[Choice, ...] = ()


def lineage_page(known: Known, query: Mapping[str, str], drawn: lineage.Drawn) -> Section:
    """Who took what from whom, and the log of what copies changed. `query`: page and passages, or `at`, a derivation's id."""
    index = known.index
    edges = lineage.ordered(index)
    wanted = query.get("page") or page_of([d.id for d in edges], query.get("at", ""))
    some, paging = paged(edges, wanted, "/lineage", query)
    changed = sorted(index.case.passages, key=lambda p: not p.changes)
    passages, also = paged(changed, query.get("passages", ""), "/lineage", query, name="passages")
    return Section(
        report=SimpleNamespace(lineage=lineage.page(index, some, passages, drawn)),
        paging=paging,
        also=also,
        among=tuple(Choice(answer=d.id, label=f"{index.accounts[d.id]} {index.account(d.id)}") for d in index.case.documents),
    )


def figures_page(known: Known, query: Mapping[str, str]) -> Section:
    """The range plots of points that are answered with figures, disputed ones first. `query`: page."""
    numbers = [p for p in known.index.points if p.kind == "number" and len(p.values) > 1]
    some, paging = paged(numbers, query.get("page", ""), "/figures", query, size=_PLOTS)
    views = (points.view(known.index, p) for p in some)
    return Section(report=SimpleNamespace(plots=tuple(v.plot for v in views if v.plot)), paging=paging)


def timeline_page(known: Known, query: Mapping[str, str]) -> Section:
    """What happened when, on one axis with when it was published. `query`: page, or `at`, an entry's id."""
    entries = timeline.ordered(known.index)
    wanted = query.get("page") or page_of([h.id for h in entries], query.get("at", ""))
    some, paging = paged(entries, wanted, "/timeline", query)
    return Section(report=SimpleNamespace(timeline=timeline.view(known.index, some)), paging=paging)


def names_page(known: Known, query: Mapping[str, str]) -> Section:
    """Spellings, of what is spelled in more than one way first. `query`: page."""
    entities = names.ordered(known.index)
    entities.sort(key=lambda e: len({v.text for v in e.variants}) < 2)
    some, paging = paged(entities, query.get("page", ""), "/names", query)
    return Section(report=SimpleNamespace(names=names.view(known.index, some)), paging=paging)


def wording_page(known: Known, query: Mapping[str, str]) -> Section:
    """Who calls whom what, in whose voice. `query`: page."""
    keys = wording.varied(known.index)
    some, paging = paged(keys, query.get("page", ""), "/wording", query, size=_PLOTS)
    return Section(report=SimpleNamespace(labels=wording.view(known.index, set(some))), paging=paging)


def silence_page(known: Known, query: Mapping[str, str]) -> Section:
    """What each account leaves out. `query`: page."""
    shown = silence.view(known.index)
    longest = shown.rows if len(shown.rows) > len(shown.lists) else shown.lists
    _, paging = paged(longest, query.get("page", ""), "/silence", query, size=_SILENT)
    first = (paging.page - 1) * _SILENT
    part = silence.SilenceView(
        accounts=shown.accounts, rows=shown.rows[first : first + _SILENT], lists=shown.lists[first : first + _SILENT]
    )
    return Section(report=SimpleNamespace(silence=part), paging=paging)
