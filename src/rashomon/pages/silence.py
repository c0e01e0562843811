"""Omissions in, what each account leaves out: a table of who says what on the disputed points."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Point
from rashomon.pages.index import Index
from rashomon.pages.parts import Link, account_link, point_link
from rashomon.pages.points import letter

_COLUMNS = 12  # accounts that a table still shows side by side


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one account says on one point: letters of versions, or its silence (`early`: it could not know yet)."""

    letters: str
    early: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceRow:
    """One disputed point, and what each account says on it."""

    point: Link
    question: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSilence:
    """The points on which one account says nothing, disputed ones first, and those it could not know yet."""

    account: Link
    disputed: tuple[Link, ...]
    other: tuple[Link, ...]
    early: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceView:
    """The table (empty where there are too many accounts) and the lists."""

    accounts: tuple[Link, ...]
    rows: tuple[SilenceRow, ...]
    lists: tuple[AccountSilence, ...]


def view(index: Index) -> SilenceView:
    """The context of the section on what is left out."""
    early = {(o.point, o.document) for o in index.case.omissions if o.kind != "silent"}
    documents = [d.id for d in index.case.documents]
    disputed = [p for p in index.points if p.status == "disputed"]
    small = len(documents) <= _COLUMNS
    return SilenceView(
        accounts=tuple(account_link(index, d) for d in documents) if small else (),
        rows=tuple(_row(index, p, documents, early) for p in disputed) if small else (),
        lists=tuple(_lists(index, documents)),
    )


def silent_on(index: Index) -> Mapping[str, list[Link]]:
    """By point, the accounts that say nothing on it; the note says where one could not know yet."""
    found: dict[str, list[Link]] = defaultdict(list)
    for omission in sorted(index.case.omissions, key=lambda o: index.accounts.get(o.document, 0)):
        link = account_link(index, omission.document)
        note = "" if omission.kind == "silent" else omission.kind
        found[omission.point].append(Link(text=link.text, href=link.href, note=note))
    return found


def _row(index: Index, point: Point, documents: Sequence[str], early: set[tuple[str, str]]) -> SilenceRow:
    named = {v.id: letter(n) for n, v in enumerate(point.values)}
    said: dict[str, set[str]] = defaultdict(set)
    for member in point.claims:
        if member.claim in index.claims:
            said[index.claims[member.claim].span.document].add(named.get(member.value, "?"))
    cells = (Cell(letters=" ".join(sorted(said[d])), early=(point.id, d) in early) for d in documents)
    return SilenceRow(point=point_link(index, point.id), question=point.question, cells=tuple(cells))


def _lists(index: Index, documents: Sequence[str]) -> list[AccountSilence]:
    status = {p.id: p.status for p in index.points}
    found: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for omission in index.case.omissions:
        if omission.point in index.number:
            found[omission.document].append((index.number[omission.point], omission.point, omission.kind))
    lists = []
    for document in documents:
        ordered = sorted(found[document])
        silent = [p for _, p, kind in ordered if kind == "silent"]
        if ordered:
            lists.append(
                AccountSilence(
                    account=account_link(index, document),
                    disputed=tuple(point_link(index, p) for p in silent if status[p] == "disputed"),
                    other=tuple(point_link(index, p) for p in silent if status[p] != "disputed"),
                    early=tuple(point_link(index, p) for _, p, kind in ordered if kind != "silent"),
                )
            )
    return lists
