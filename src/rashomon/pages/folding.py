"""Boxes and arrows of a lineage in, few enough of them to be read out: the copies of one account in one box, with their number.

Whoever has a model here is folded into the box beside the nearest account above that is drawn; those from which most descend stay
boxes of their own, as many as there is room for. An arrow stands between two boxes where one stands between what they hold.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.pages.drawing.graph import Edge, Node
from rashomon.pages.index import anchor
from rashomon.pages.words import count

ROOM = 40
"""Boxes that a drawing holds and can still be read."""

_STRONGEST = ("updates", "translates", "syndicates", "reprints", "paraphrases", "quotes", "cites")
_FEW = 3  # edges for each end that holds several accounts, below which an arrow between two boxes says too little


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """Accounts that are drawn as one box: `of` the account from which they descend, each with the edges into it."""

    anchor: str
    of: Node
    members: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """What is to be drawn and what stands folded in it; accounts that nothing ties to another, and whether edges are left out."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    folds: tuple[Fold, ...] = ()
    alone: tuple[Node, ...] = ()
    lesser: bool = False


def fold(nodes: Sequence[Node], edges: Sequence[Edge], room: int = ROOM) -> Folded:
    """All boxes where there is room for them; else the copies folded, and what ties few of many left to the list."""
    tied = {key for e in edges for key in (e.upstream, e.downstream)}
    if len(nodes) <= room:
        return Folded(nodes=tuple(nodes), edges=tuple(edges))
    known = {n.id: n for n in nodes}
    models = _models(known, edges)
    kept = _kept([n for n in nodes if n.id in tied], edges, models, room)
    held: dict[str, list[str]] = defaultdict(list)
    for key in models:
        if key not in kept:
            held[_above(key, models, kept)].append(key)
    box = {key: key for key in kept}
    for above, members in held.items():
        box |= dict.fromkeys(members, f"{above}+" if len(members) > 1 else members[0])
    folds = tuple(_fold(known, above, members, edges) for above, members in held.items() if len(members) > 1)
    drawn = _edges(edges, box)
    ends = {key for e in drawn for key in (e.upstream, e.downstream)}
    boxes = [known[key] for key in known if box.get(key) == key and key in ends] + [_box(f) for f in folds]
    return Folded(
        nodes=tuple(boxes),
        edges=tuple(drawn),
        folds=tuple(sorted(folds, key=lambda f: (-len(f.members), f.of.id))),
        alone=tuple(n for n in nodes if n.id not in tied),
        lesser=any(key not in ends and not known[key].within for key in tied) or len(drawn) < len(edges),
    )


def _kept(nodes: Sequence[Node], edges: Sequence[Edge], models: Mapping[str, str], room: int) -> set[str]:
    """Who keeps a box: accounts that took from no other, as many of the copies that most descend from as there is room for, and
    the origins beyond the pile that most accounts name.
    """
    size, named = _descendants(models), Counter(e.upstream for e in edges)
    beyond = sorted((n.id for n in nodes if not n.within), key=lambda k: (-named[k], k))
    kept = {n.id for n in nodes if n.within and n.id not in models}
    for key in sorted(models, key=lambda k: (-size[k], k)):
        if 2 * len(kept) >= room or not size[key]:  # beside each box may stand one of its copies
            break
        kept.add(key)
    return kept | {*beyond[: room // 4]}


def _models(known: Mapping[str, Node], edges: Sequence[Edge]) -> dict[str, str]:
    """For each account the one of this pile from which most of it comes; nobody descends from himself."""
    inside = (e for e in edges if known[e.upstream].within and known[e.downstream].within)
    ranked = sorted(inside, key=lambda e: (_strength(e), not e.directed, e.upstream))
    found: dict[str, str] = {}
    for edge in ranked:
        if edge.manner != "cites" and edge.downstream not in found and not _descends(edge.upstream, edge.downstream, found):
            found[edge.downstream] = edge.upstream
    return {key: found[key] for key in known if key in found}


def _strength(edge: Edge) -> int:
    first = edge.manner.partition(",")[0]
    return _STRONGEST.index(first) if first in _STRONGEST else len(_STRONGEST)


def _descends(key: str, ancestor: str, models: Mapping[str, str]) -> bool:
    while key != ancestor and key in models:
        key = models[key]
    return key == ancestor


def _descendants(models: Mapping[str, str]) -> Counter[str]:
    """How many accounts descend from each."""
    size: Counter[str] = Counter()
    for key in models:
        above: str | None = models[key]
        while above is not None:
            size[above] += 1
            above = models.get(above)
    return size


def _above(key: str, models: Mapping[str, str], kept: set[str]) -> str:
    while key not in kept:
        key = models[key]
    return key


def _fold(known: Mapping[str, Node], above: str, members: Sequence[str], edges: Sequence[Edge]) -> Fold:
    inside = {above, *members}
    return Fold(
        anchor=anchor("f", above),
        of=known[above],
        members=tuple(known[key] for key in members),
        edges=tuple(e for e in edges if e.downstream in members and e.upstream in inside),
    )


def _box(found: Fold) -> Node:
    """The box of several: how most of them took it, or how many of them by way of another copy."""
    first = {e.downstream: e.manner.partition(",")[0] for e in found.edges if e.upstream == found.of.id and e.manner != "cites"}
    said = ", ".join(f"{n:,} {_NOUNS.get(manner, manner)}" for manner, n in Counter(first.values()).most_common(2))
    later = len(found.members) - len(first)
    note = f"{len(first):,} directly, {later:,} at second hand" if later else said
    text = f"{count(len(found.members), 'copy', 'copies')} of {found.of.text}"
    return Node(id=f"{found.of.id}+", text=text, note=note, within=True, href=f"#{found.anchor}", folded=len(found.members))


_NOUNS = {
    "syndicates": "syndicated", "reprints": "reprinted", "paraphrases": "rewritten", "translates": "translated",
    "updates": "updates", "quotes": "quoting", "cites": "citing",
}  # fmt: skip


def _edges(edges: Sequence[Edge], box: Mapping[str, str]) -> list[Edge]:
    """Arrows between boxes, each for all that run between what two boxes hold, without those for very few of many."""
    between: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        up, down = box.get(edge.upstream), box.get(edge.downstream)
        if up and down and up != down:
            between[up, down].append(edge)
    found = []
    for (up, down), several in between.items():
        own = down == f"{up}+"
        if not own and len(several) < _FEW * (up.endswith("+") + down.endswith("+")):
            continue
        first = min(several, key=lambda e: (e.manner, e.upstream, e.downstream))
        manner = first.manner if len(several) == 1 else count(len(several), "edge")
        directed = any(e.directed for e in several)
        href = f"#{anchor('f', up)}" if own else first.href
        found.append(replace(first, upstream=up, downstream=down, manner=manner, href=href, directed=directed))
    return found
