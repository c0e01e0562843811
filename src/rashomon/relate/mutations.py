"""Two renderings of one claim in, what the second changed out, each change as "type: of the first / of the second".

Types: figure, figure rounded, unit, scope, hedge lost, hedge added, modality, intensified, attribution lost, attribution added,
quotation shortened, quotation altered. The first is the model where the direction is known.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rashomon.data import load
from rashomon.model import Claim, Quantity, Span
from rashomon.text import shingles

_ROUND = 0.25  # a figure that is rounded stays within a quarter: 25 and 20
_SAYS = 4  # words of a quotation below which its cut is not worth a line


def changes(left: Claim, right: Claim, quantities: Mapping[str, Quantity]) -> tuple[str, ...]:
    """What differs between two renderings of one claim."""
    ours, theirs = ([quantities[q] for q in c.quantities if q in quantities] for c in (left, right))
    found = [change for a, b in _paired(ours, theirs) for change in _figure(a, b)]
    if left.modality and right.modality and left.modality != right.modality:
        found.append(f"modality: {left.modality} / {right.modality}")
    found += _attribution(left, right)
    found += _intensified(left.span.text, right.span.text)
    return tuple(dict.fromkeys(found))


def _paired(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Figures of two claims that stand for one another: the same thing counted first, then the nearest values, one to one."""
    both = sorted((cost, i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs) if (cost := _cost(a, b)) is not None)
    left, right = set(range(len(ours))), set(range(len(theirs)))
    for _, i, j in both:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield ours[i], theirs[j]


def _cost(a: Quantity, b: Quantity) -> tuple[bool, float] | None:
    if _kind(a) != _kind(b):
        return None
    low, high = ((x.low if x.low is not None else x.high or 0.0) for x in (a, b))
    far = abs(low - high) / max(abs(low), abs(high), 1e-9)
    return a.head != b.head or a.head is None, far


def _kind(quantity: Quantity) -> str:
    return "count" if quantity.kind == "vague" else quantity.kind


def _figure(a: Quantity, b: Quantity) -> Iterator[str]:
    """Changes of one figure: its value, what it is measured in, what it counts, and how surely it is given."""
    said = f"{_plain(a.span)} / {_plain(b.span)}"
    if a.value is not None and b.value is not None and a.value != b.value:
        yield f"{'figure rounded' if _rounded(a.value, b.value) else 'figure'}: {said}"
    elif a.value is not None and b.value is None and b.convention:
        yield f"figure rounded: {said}" if _within(a.value, b) else f"figure: {said}"
    elif (a.low, a.high) != (b.low, b.high) and a.value is None:
        yield f"figure: {said}"
    elif a.unit and b.unit and a.unit != b.unit and a.kind != "count":
        yield f"unit: {said}"
    elif a.scope != b.scope:
        yield f"scope: {a.scope or _plain(a.span)} / {b.scope or _plain(b.span)}"
    elif a.value is not None and a.of and b.of and _counts_others(a, b):
        yield f"scope: {_plain(a.of)} / {_plain(b.of)}"
    if a.hedge and not b.hedge and b.value is not None:
        yield f"hedge lost: {a.hedge.lower()}"
    elif b.hedge and not a.hedge and a.value is not None and a.value == b.value:
        yield f"hedge added: {b.hedge.lower()}"


def _counts_others(a: Quantity, b: Quantity) -> bool:
    """Whether two counts of one value are of different things, each said by a noun of its own."""
    return bool(a.head and b.head and a.head != b.head and a.kind == b.kind == "count")


def _rounded(model: float, copy: float) -> bool:
    """Whether a copy gives a rounder figure next to that of its model, below or above."""
    far = abs(model - copy)
    return far <= _ROUND * abs(model) and _zeros(copy) > _zeros(model) and far < 10.0 ** _zeros(copy)


def _zeros(value: float) -> int:
    digits = f"{value:.6f}".rstrip("0").rstrip(".")
    return len(digits) - len(digits.rstrip("0")) if "." not in digits else -len(digits.split(".")[1])


def _within(value: float, vague: Quantity) -> bool:
    return (vague.low is None or vague.low <= value) and (vague.high is None or value <= vague.high)


def _plain(span: Span) -> str:
    return " ".join(span.text.split())


def _attribution(left: Claim, right: Claim) -> Iterator[str]:
    """Who is credited in one alone, where the other credits nobody, or only those through whom it came."""
    ours, theirs = ([h.name for h in c.chain[:-1]] if c.attribution else [] for c in (left, right))
    for more, less, what in ((ours, theirs, "lost"), (theirs, ours, "added")):
        if len(more) > len(less) and set(less) <= set(more):
            yield f"attribution {what}: {next((n for n in more if n not in less), more[0])}"


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in load("intensity")["rows"])


@cache
def _rungs() -> dict[str, list[tuple[int, int]]]:
    """Where each word stands: its row and its place in it."""
    places: dict[str, list[tuple[int, int]]] = {}
    for i, row in enumerate(_rows()):
        for j, word in enumerate(row):
            places.setdefault(word, []).append((i, j))
    return places


def _intensified(left: str, right: str) -> Iterator[str]:
    """A word for which the second has one further along a row of words for the same thing, and neither has the other's."""
    ours, theirs = (frozenset(shingles.forms(text)) for text in (left, right))
    rungs = _rungs()
    new = {row: (j, word) for word in sorted(theirs - ours) for row, j in rungs.get(word, ())}
    for word in sorted(ours - theirs):
        for row, j in rungs.get(word, ()):
            if row in new and j < new[row][0]:
                yield f"intensified: {word} / {new[row][1]}"


def quotation(left: str, right: str) -> str | None:
    """What became of a quotation: shortened (words left out, none put in), altered, or None where it is the same."""
    ours, theirs = (shingles.forms(text) for text in (left, right))
    if ours == theirs or min(len(ours), len(theirs)) < _SAYS:
        return None
    said = f"{' '.join(left.split())} / {' '.join(right.split())}"
    if _inside(theirs, ours):
        return f"quotation shortened: {said}"
    return None if _inside(ours, theirs) else f"quotation altered: {said}"


def _inside(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words of one stand in the other in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)
