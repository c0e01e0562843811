"""What online sellers say who wrote a book in, the authors that most independent ones name out.

Sellers copy lists, mistakes and all (Dong, Berti-Equille and Srivastava 2009). Two are taken to be one where they share
what few others say; what is left is counted by `settle.independence`, as origins behind an answer are. It measures the counting
and is no feature: Rashomon never says which answer is right.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from bench import corpora
from rashomon.model import Claim, Derivation, Hop, Lineage, Origin, Span
from rashomon.settle import independence

TITLE = "Authors of books as sellers give them: share right by votes, and by votes of independent sellers"
CORPUS = "fusion"

RARE = 0.25
"""Share of a book's sellers up to which an answer is rare: to give it too tells of one list."""
ALIKE, LEAST = 0.5, 2
"""Two sellers are one where they share at least this share of the rare answers of either, and so many of them."""

Authors = frozenset[str]
Votes = dict[str, dict[str, Authors]]  # by book, by seller


def gold() -> list[dict[str, Any]]:
    """One item: all that is claimed, and the authors of those books whose covers were looked at."""
    lines = (corpora.path(CORPUS) / "book.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    truth = {r["object"]: frozenset(_plain(a["last"]) for a in r["authors"]) for r in records if r["kind"] != "claim"}
    votes: Votes = defaultdict(dict)
    for r in records:
        if r["kind"] == "claim" and (authors := _authors(r["value"])):
            votes[r["object"]].setdefault(r["source"], authors)
    return [{"votes": votes, "truth": truth}]


def _authors(value: str) -> Authors:
    """Last names: of "Velis, Jan; Ott, A.", "Jan Velis and A. Ott", "VELIS"."""
    if not value.strip() or "not available" in value.lower():
        return frozenset()
    people = re.split(r";|/|&|\band\b|\(author\)|\bwith\b", value, flags=re.IGNORECASE)
    return frozenset(name for part in people for last in _lasts(part) if len(name := _plain(last)) > 1)


def _lasts(part: str) -> Iterator[str]:
    pieces = [p.strip() for p in part.split(",") if p.strip()]
    if len(pieces) > 1 and all(" " in p for p in pieces):  # "Jan Velis, Anna Ott"
        yield from (p.split()[-1] for p in pieces)
    elif len(pieces) > 1:  # "Velis, Jan, Ott, Anna"
        yield from pieces[::2]
    elif pieces:
        yield pieces[0].split()[-1]


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def counted(item: Mapping[str, Any]) -> list[Authors]:
    """For each book the answer with most votes."""
    return [_most(Counter(item["votes"][book].values())) for book in item["truth"]]


def ours(item: Mapping[str, Any]) -> list[Authors]:
    """For each book the answer with most independent sellers behind it."""
    votes: Votes = item["votes"]
    lineage = _lineage(votes)
    found = []
    for book in item["truth"]:
        by_answer: dict[Authors, list[Claim]] = defaultdict(list)
        for seller, authors in votes[book].items():
            by_answer[authors].append(_claim(seller))
        found.append(_most(Counter({a: len(independence.origins(claims, lineage)[0]) for a, claims in by_answer.items()})))
    return found


def _most(votes: Counter[Authors]) -> Authors:
    return max(votes, key=lambda a: (votes[a], len(a), sorted(a)), default=frozenset())


def _claim(seller: str) -> Claim:
    span = Span(document=seller, start=0, end=1, text="x")
    return Claim(id=f"{seller}.c", span=span, chain=(Hop(name=seller, kind="outlet"),))


def _lineage(votes: Votes) -> Lineage:
    """Sellers as documents, each copy of a list derived from another."""
    sellers = sorted({s for found in votes.values() for s in found})
    edges = tuple(
        Derivation(id=f"{copy}<{model}", upstream=f"o:{model}", downstream=copy, manner="reprints", direction="undecided")
        for model, copy in _copies(votes)
    )
    return Lineage(
        origins=tuple(Origin(id=f"o:{s}", name=s, kind="document", document=s) for s in sellers),
        derivations=edges,
        origin_of={f"{s}.c": f"o:{s}" for s in sellers},
    )


def _copies(votes: Votes) -> Iterator[tuple[str, str]]:
    """Pairs of sellers who share most of what few others say."""
    rare: dict[str, set[tuple[str, Authors]]] = defaultdict(set)
    for book, found in votes.items():
        held = Counter(found.values())
        for seller, authors in found.items():
            if held[authors] <= max(2, RARE * len(found)):
                rare[seller].add((book, authors))
    holders: dict[tuple[str, Authors], list[str]] = defaultdict(list)
    for seller in sorted(rare):
        for answer in rare[seller]:
            holders[answer].append(seller)
    shared = Counter(pair for sellers in holders.values() for pair in combinations(sorted(sellers), 2))
    for (one, other), n in sorted(shared.items()):
        books = {b for b, _ in rare[one] | rare[other]} & {b for b in votes if one in votes[b] and other in votes[b]}
        if n >= LEAST and n >= ALIKE * len(books):
            yield one, other


SYSTEMS = {"rashomon": ours, "naive": counted}


def score(gold: Sequence[dict[str, Any]], predicted: Sequence[list[Authors]]) -> dict[str, float]:
    truth: dict[str, Authors] = gold[0]["truth"]
    right = sum(found == wanted for found, wanted in zip(predicted[0], truth.values(), strict=True))
    return {"accuracy": right / len(truth)}
