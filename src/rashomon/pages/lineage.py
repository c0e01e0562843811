"""Origins, derivations and passages in, a drawn graph with its evidence out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.model import Derivation, Passage
from rashomon.pages import folding, versions
from rashomon.pages.drawing.graph import Drawing, Edge, Node, draw
from rashomon.pages.index import Index, anchor
from rashomon.pages.parts import Link, account_link, span_link
from rashomon.pages.versions import RevisionView
from rashomon.pages.words import count

_DIRECTIONS = {"stated": "", "undecided": "or the other way round: undecided"}
_NAMED = 12  # accounts that a note names
_LISTED = 200  # passages up to which all are listed, and not only those that were changed
_FEW = 12  # accounts up to which everything is drawn
_POOL = 24  # origins beyond which those that one account alone names are drawn together


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One reason for an edge, with the words it rests on."""

    kind: str
    why: str
    spans: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeView:
    """Who took what from whom, and how we know."""

    anchor: str
    upstream: Link
    within: bool
    manner: str
    downstream: Link
    direction: str
    grounds: tuple[Ground, ...]
    revisions: tuple[RevisionView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """Words that two accounts share, and what one of them changed."""

    kind: str
    left: Link
    left_account: Link
    right: Link
    right_account: Link
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldView:
    """Accounts that the drawing shows as one box, drawn by themselves where they are few enough."""

    anchor: str
    title: str
    drawing: Drawing | None
    members: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The drawing, what is folded in it, and what it leaves out, in words."""

    drawing: Drawing | None
    left_out: str
    folds: tuple[FoldView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageView:
    """The drawing, the edges with their evidence, the passages; `left_out` says what the drawing leaves out, `unlisted` how many
    passages stand in the accounts alone.
    """

    drawing: Drawing | None
    left_out: str
    folds: tuple[FoldView, ...]
    edges: tuple[EdgeView, ...]
    passages: tuple[PassageView, ...]
    unlisted: int = 0


def ordered(index: Index) -> list[Derivation]:
    """The derivations by the account that took, in the order of the accounts."""
    return sorted(index.case.derivations, key=lambda d: (index.accounts.get(d.downstream, 0), d.upstream, d.manner))


def view(index: Index) -> LineageView:
    """The context of the lineage section; of passages what copies changed, for all else stands in the accounts themselves."""
    passages = index.case.passages
    told = passages if len(passages) <= _LISTED else [p for p in passages if p.changes]
    made = page(index, ordered(index), told, drawn(index))
    return replace(made, unlisted=len(passages) - len(told))


def drawn(index: Index) -> Drawn:
    """The drawing of the whole lineage, what is folded in it, and what it leaves out."""
    every = ordered(index)
    shown = _thinned(index, every)
    nodes, edges = _graph(index, shown)
    found = folding.fold(nodes, edges)
    left_out = []
    if found.alone:
        names = ", ".join(n.text for n in found.alone[:_NAMED])
        more = f" and {len(found.alone) - _NAMED:,} more" if len(found.alone) > _NAMED else ""
        left_out.append(f"nothing ties {count(len(found.alone), 'account')} to any other: {names}{more}")
    if found.lesser:
        left_out.append("ties of a few among many, and origins that few name, are in the list below alone")
    if len(shown) < len(every):
        left_out.append("people who are quoted, and whom a copy names as its model does, are in the list below alone")
    drawing = draw(found.nodes, found.edges) if edges else None
    said = "; ".join(left_out)
    return Drawn(drawing=drawing, left_out=said[:1].upper() + said[1:], folds=tuple(_fold(f) for f in found.folds))


def _fold(found: folding.Fold) -> FoldView:
    small = len(found.members) < folding.ROOM
    return FoldView(
        anchor=found.anchor,
        title=f"{count(len(found.members), 'copy', 'copies')} of {found.of.text}",
        drawing=draw([found.of, *found.members], found.edges) if small else None,
        members=tuple(Link(text=n.text, href=n.href, note=n.note) for n in found.members),
    )


def _thinned(index: Index, derivations: Sequence[Derivation]) -> Sequence[Derivation]:
    """All derivations of a small pile; of a larger one those that tell who copied whom: not who is quoted, for all quote the
    same few, nor what a copy names because its model did.
    """
    if len(index.documents) <= _FEW:
        return derivations
    models: dict[str, set[str]] = defaultdict(set)
    named: dict[str, set[str]] = defaultdict(set)
    for found in derivations:
        if document := _document(index, found.upstream):
            models[found.downstream].add(document)
        named[found.downstream].add(found.upstream)
    return [
        d
        for d in derivations
        if _document(index, d.upstream)
        or (index.origins[d.upstream].kind != "person" and not any(d.upstream in named[m] for m in models[d.downstream]))
    ]


def page(index: Index, edges: Sequence[Derivation], passages: Sequence[Passage], drawn: Drawn) -> LineageView:
    """The same for some of the edges and passages, under a drawing that is made already."""
    return LineageView(
        drawing=drawn.drawing,
        left_out=drawn.left_out,
        folds=drawn.folds,
        edges=tuple(edge(index, d) for d in edges),
        passages=tuple(passage(index, p) for p in passages),
    )


def _graph(index: Index, derivations: Sequence[Derivation]) -> tuple[list[Node], list[Edge]]:
    """A node per account and per origin beyond the pile; many that one account alone names become one."""
    made_of: dict[str, set[str]] = defaultdict(set)
    for found in derivations:
        made_of[found.upstream].add(found.downstream)
    pooled = _pooled(index, derivations, made_of)
    nodes: dict[str, Node] = {d.id: _account_node(index, d.id) for d in index.case.documents}
    manners: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    directed: set[tuple[str, str]] = set()
    for found in derivations:
        key, node = _origin_node(index, found, pooled)
        nodes.setdefault(key, node)
        manners[key, found.downstream].setdefault(found.manner, index.href("d", found.id))
        if found.direction != "undecided":
            directed.add((key, found.downstream))
    edges = [
        Edge(
            upstream=up,
            downstream=down,
            manner=", ".join(said),
            href=next(iter(said.values())),
            directed=(up, down) in directed,
        )
        for (up, down), said in manners.items()
    ]
    return list(nodes.values()), edges


def _pooled(index: Index, derivations: Sequence[Derivation], made_of: Mapping[str, set[str]]) -> dict[str, str]:
    """Origins that are drawn together, each with the id of its pool."""
    beyond = {d.upstream for d in derivations if not _document(index, d.upstream)}
    if len(beyond) <= _POOL:
        return {}
    pools: dict[str, dict[str, None]] = defaultdict(dict)
    for found in derivations:
        if found.upstream in beyond and len(made_of[found.upstream]) == 1:
            pools[f"{found.manner} {found.downstream}"][found.upstream] = None
    return {key: pool for pool, keys in pools.items() if len(keys) > 2 for key in keys}


def _origin_node(index: Index, found: Derivation, pooled: Mapping[str, str]) -> tuple[str, Node]:
    if document := _document(index, found.upstream):
        return document, _account_node(index, document)
    if pool := pooled.get(found.upstream):
        names = [index.origin(key) for key, of in pooled.items() if of == pool]
        text = f"{len(names)} others: {', '.join(names)}"
        return pool, Node(id=pool, text=text, note="each in one account alone", within=False)
    return found.upstream, Node(id=found.upstream, text=index.origin(found.upstream), note="not in the pile", within=False)


def _account_node(index: Index, document: str) -> Node:
    link = account_link(index, document)
    return Node(id=document, text=link.text, note=f"account {link.note}", within=True, href=link.href)


def _document(index: Index, origin: str) -> str | None:
    found = index.origins.get(origin)
    return found.document if found and found.document in index.documents else None


def edge(index: Index, found: Derivation) -> EdgeView:
    """One edge with what it rests on."""
    document = _document(index, found.upstream)
    return EdgeView(
        anchor=anchor("d", found.id),
        upstream=account_link(index, document) if document else Link(text=index.origin(found.upstream)),
        within=document is not None,
        manner=found.manner,
        downstream=account_link(index, found.downstream),
        direction=_DIRECTIONS.get(found.direction, found.direction),
        grounds=tuple(Ground(kind=e.kind, why=e.why, spans=tuple(span_link(index, s) for s in e.spans)) for e in found.evidence),
        revisions=versions.revisions(index, found),
    )


def passage(index: Index, found: Passage) -> PassageView:
    """One shared passage."""
    return PassageView(
        kind=found.kind.replace("-", " "),
        left=span_link(index, found.left),
        left_account=account_link(index, found.left.document),
        right=span_link(index, found.right),
        right_account=account_link(index, found.right.document),
        changes=found.changes,
    )
