"""Nodes and edges in, a layered drawing out: sources to the left, what was made of them to the right, in pixels."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_LINE, _PAD, _PORT, _GAP = 17, 9, 19, 16
_CHAR = 7.8  # width of an average letter at 14 px, capitals among them
_WIDTHS = {1: 300, 2: 300, 3: 205}
_MARGIN = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What is to be drawn. `within`: whether it is in the pile; `folded`: how many accounts stand in the box, if several do."""

    id: str
    text: str
    note: str
    within: bool
    href: str | None = None
    folded: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """From upstream to downstream, with its manner in words; no head is drawn where the direction is undecided."""

    upstream: str
    downstream: str
    manner: str
    href: str | None = None
    directed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node in its place; `lines` are its words, wrapped."""

    node: Node
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """An edge in its place: the SVG paths of its line and its head, and where its word ends (begins, if it runs back)."""

    edge: Edge
    path: str
    head: str
    x: int
    y: int
    back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """All boxes and arrows, and the size that holds them."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def draw(nodes: Sequence[Node], edges: Sequence[Edge]) -> Drawing:
    """A drawing of the nodes, each column ordered so that few edges cross. Same input, same drawing."""
    known = {n.id: n for n in nodes}
    edges = [e for e in edges if e.upstream in known and e.downstream in known and e.upstream != e.downstream]
    columns = _ordered(_columns([n.id for n in nodes], edges), edges)
    width = _WIDTHS.get(len(columns), 200)
    step = width + (190 if len(columns) < 3 else 150)
    boxes = _placed(columns, known, edges, width, step)
    arrows = _arrows(boxes, edges)
    right = max((b.x + b.width for b in boxes.values()), default=0)
    bottom = max((b.y + b.height for b in boxes.values()), default=0)
    ordered = tuple(boxes[key] for column in columns for key in column)
    return Drawing(width=right + _MARGIN, height=bottom + _MARGIN, boxes=ordered, arrows=arrows)


def _columns(ids: Sequence[str], edges: Sequence[Edge]) -> list[list[str]]:
    """Each node one column right of the last it came from, as far right as what was made of it lets it; cycles are cut."""
    below = _acyclic(ids, edges)
    layer = dict.fromkeys(ids, 0)
    order = _topological(ids, below)
    for key in order:
        for child in below[key]:
            layer[child] = max(layer[child], layer[key] + 1)
    for key in reversed(order):
        if below[key]:
            layer[key] = min(layer[c] for c in below[key]) - 1
    joined = {key for edge in edges for key in (edge.upstream, edge.downstream)}
    last = max(layer.values(), default=0)
    columns: dict[int, list[str]] = defaultdict(list)
    for key in ids:
        columns[layer[key] if key in joined else last].append(key)
    return [columns[n] for n in sorted(columns)]


def _acyclic(ids: Sequence[str], edges: Sequence[Edge]) -> Mapping[str, list[str]]:
    """What stands below each node, without the edges that would lead back (depth first, no recursion)."""
    below: dict[str, list[str]] = {key: [] for key in ids}
    for edge in edges:
        if edge.downstream not in below[edge.upstream]:
            below[edge.upstream].append(edge.downstream)
    state: dict[str, int] = {}
    for start in ids:
        open_ = [(start, iter(tuple(below[start])))] if start not in state else []
        state.setdefault(start, 1)
        while open_:
            key, rest = open_[-1]
            child = next(rest, None)
            if child is None:
                state[key] = 2
                open_.pop()
            elif state.get(child) == 1:
                below[key].remove(child)
            elif child not in state:
                state[child] = 1
                open_.append((child, iter(tuple(below[child]))))
    return below


def _topological(ids: Sequence[str], below: Mapping[str, list[str]]) -> list[str]:
    waiting = dict.fromkeys(ids, 0)
    for children in below.values():
        for child in children:
            waiting[child] += 1
    ready = [key for key in ids if not waiting[key]]
    for key in ready:
        for child in below[key]:
            waiting[child] -= 1
            if not waiting[child]:
                ready.append(child)
    return ready


def _ordered(columns: list[list[str]], edges: Iterable[Edge]) -> list[list[str]]:
    """Each column sorted by the mean place of its neighbours, there and back a few times."""
    beside: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        beside[edge.upstream].append(edge.downstream)
        beside[edge.downstream].append(edge.upstream)
    for sweep in range(4):
        place = {key: n / max(1, len(column)) for column in columns for n, key in enumerate(column)}
        for column in columns[:: 1 if sweep % 2 else -1]:
            mean = {k: sum(place[b] for b in beside[k]) / len(beside[k]) if beside[k] else 2.0 for k in column}
            column.sort(key=lambda k: (mean[k], k))
            place.update((key, n / len(column)) for n, key in enumerate(column))
    return columns


def _placed(columns: list[list[str]], nodes: Mapping[str, Node], edges: Sequence[Edge], width: int, step: int) -> dict[str, Box]:
    ports: dict[str, int] = defaultdict(int)
    for edge in edges:
        ports[edge.downstream] += 1
    lines = {key: _wrapped(node.text, int((width - 2 * _PAD) / _CHAR)) for key, node in nodes.items()}
    heights = {key: max((len(lines[key]) + 1) * _LINE + 2 * _PAD, ports[key] * _PORT + _PAD) for key in nodes}
    tall = [sum(heights[k] + _GAP for k in column) - _GAP for column in columns]
    boxes: dict[str, Box] = {}
    for n, column in enumerate(columns):
        free = max(tall) - tall[n]
        y = _MARGIN
        for at, key in enumerate(column):
            if len(column) == 1:
                y += free // 2
            elif at:
                y += free // (len(column) - 1)
            boxes[key] = Box(node=nodes[key], x=_MARGIN + n * step, y=y, width=width, height=heights[key], lines=lines[key])
            y += heights[key] + _GAP
    return boxes


def _wrapped(text: str, room: int, most: int = 3) -> tuple[str, ...]:
    """Words in lines of so many letters; what does not fit in the last is cut with an ellipsis."""
    lines = [""]
    for word in text.split():
        pieces = [word[n : n + room] for n in range(0, len(word), room)]
        for piece in pieces:
            joined = f"{lines[-1]} {piece}".strip()
            if len(joined) <= room:
                lines[-1] = joined
            else:
                lines.append(piece)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1][: room - 1] + "…"]
    return tuple(lines)


def _arrows(boxes: Mapping[str, Box], edges: Sequence[Edge]) -> tuple[Arrow, ...]:
    into: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        into[edge.downstream].append(edge)
    arrows: list[Arrow] = []
    for key, found in into.items():
        box = boxes[key]
        found.sort(key=lambda e: (boxes[e.upstream].y, e.upstream, e.manner))
        for n, edge in enumerate(found):
            above = boxes[edge.upstream]
            port = box.y + round((n + 0.5) * box.height / len(found))
            arrows.append(_arrow(edge, above, box, port) if above.x < box.x else _back(edge, above, box, port))
    return tuple(arrows)


def _arrow(edge: Edge, above: Box, box: Box, port: int) -> Arrow:
    """A curve from the middle of one box's right side to a port on the other's left."""
    x1, y1, x2 = above.x + above.width, above.y + above.height // 2, box.x - 7
    bend = max(40, (x2 - x1) // 2)
    path = f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {port} {x2} {port}"
    return Arrow(edge=edge, path=path, head=f"M{box.x - 2} {port}l-9 -5v10z" if edge.directed else "", x=x2 - 6, y=port - 4)


def _back(edge: Edge, above: Box, box: Box, port: int) -> Arrow:
    """The same against the grain, where two took from each other: from a left side to a port on a right side."""
    x1, y1, x2 = above.x, above.y + above.height // 2, box.x + box.width + 7
    bend = max(40, (x1 - x2) // 2)
    path = f"M{x1} {y1}C{x1 - bend} {y1} {x2 + bend} {port} {x2} {port}"
    return Arrow(
        edge=edge, path=path, head=f"M{x2 - 5} {port}l9 -5v10z" if edge.directed else "", x=x2 + 6, y=port - 4, back=True
    )
