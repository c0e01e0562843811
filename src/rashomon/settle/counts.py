"""Links between figures in, the points of those that count one thing out, each under a question of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.model import Lineage, Link, Point
from rashomon.settle import howmany, numbers
from rashomon.settle.decisions import Ledger
from rashomon.settle.pairs import beside
from rashomon.settle.records import Copies, Records
from rashomon.settle.relations import Compare

ALIKE = 0.7
"""Likelihood that two figures answer one question from which on they may be in dispute, whatever became of what they count."""


def points(
    given: Records, links: Mapping[str, Sequence[Link]], copies: Copies, compare: Compare, lineage: Lineage, ledger: Ledger
) -> Iterator[Point]:
    """The points of figures, those with most of them first, but for disputes over figures of which nothing says that they answer
    one question; `links` by relation.
    """
    likely = links["likely-figure"]
    figures = numbers.grouped(given, [*likely, *links["same-figure"]], links["same-crowd"], ledger)
    near = beside(likely)
    larger = numbers.larger(links["part-figure"])
    held = {key for keys in figures for key in keys}
    put: set[str] = set()
    for keys in sorted([*figures, *([key] for key in larger if key not in held)], key=lambda keys: -len(keys)):
        point = numbers.point(given, keys, copies, larger, compare, lineage)
        alike = any(link.score >= ALIKE and other in keys for key in keys for other, link in near.get(key, {}).items())
        settled = point.status != "disputed" and not changed(point)
        if not point.question.startswith(howmany.NAMELESS) and (alike or settled or numbers.asked(given, keys)):
            question = _of_its_own(numbers.dated(given, keys, point.question), keys, put, given)
            put.add(question)
            yield replace(point, question=question)


def _of_its_own(question: str, keys: Sequence[str], put: set[str], given: Records) -> str:
    """The question, with the words of a claim where it is put already."""
    if question not in put:
        return question
    return howmany.apart(question, [(given.quantities[key], given.claims[given.claim_of[key]]) for key in keys])


def changed(point: Point) -> bool:
    """Whether somebody is said to have changed position on it."""
    return any(relation.relation == "superseded" for relation in point.relations)
