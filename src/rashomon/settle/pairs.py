"""Links and decisions in, pairs of ids out, each in one order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

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
