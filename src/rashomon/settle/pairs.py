"""Links and decisions in, pairs of ids out, each in one order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from rashomon.model import Link
from rashomon.settle.decisions import Ledger

Pair = tuple[str, str]
Beside = Mapping[str, Mapping[str, Link]]
"""For a claim its links with later ones."""


def pair(link: Link) -> Pair:
    """What a link joins."""
    return ordered(link.left, link.right)


def ordered(left: str, right: str) -> Pair:
    """Two ids as the pair that stands for them."""
    return (left, right) if left < right else (right, left)


def beside(links: Iterable[Link]) -> Beside:
    """For each claim its links with later ones."""
    found: dict[str, dict[str, Link]] = defaultdict(dict)
    for link in links:
        left, right = pair(link)
        found[left][right] = link
    return found


def decided(ledger: Ledger, items: Mapping[str, str]) -> tuple[list[Pair], list[Pair]]:
    """What people decided about pairs of claims, as pairs of the items to be grouped."""
    joined: list[Pair] = []
    apart: list[Pair] = []
    for decision in ledger.on("same-point"):
        if len(decision.subject) == 2 and all(key in items for key in decision.subject):
            left, right = sorted(items[key] for key in decision.subject)
            (joined if decision.answer == "yes" else apart).append((left, right))
    return joined, apart


def parted(ledger: Ledger) -> Mapping[str, Set[str]]:
    """For each claim those that, as people decided, are on no point with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for decision in ledger.on("same-point"):
        if len(decision.subject) == 2 and decision.answer == "no":
            left, right = decision.subject
            found[left].add(right)
            found[right].add(left)
    return found


def leaving(groups: Sequence[Sequence[str]], apart: Mapping[str, Set[str]]) -> Set[str]:
    """The claims of a point, by the answer they give, that have to leave it for no two to be together that are to be apart:
    who is to be apart from most goes first; of two, the one whose answer fewer give, then the later in text order.
    """
    several = Counter({key: -len(keys) for keys in groups for key in keys})
    order = {key: place for place, key in enumerate(sorted(several, key=lambda key: several[key]))}
    left = {key: apart[key] & several.keys() for key in several if key in apart}
    gone: set[str] = set()
    while any(left.values()):
        worst = max(left, key=lambda key: (len(left[key]), order[key]))
        gone.add(worst)
        del left[worst]
        for others in left.values():
            others -= {worst}
    return gone
