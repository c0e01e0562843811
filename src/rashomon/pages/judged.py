"""A point in, what people said of it by hand out: their own figures, their grades."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.data import load
from rashomon.model import Estimate, Point
from rashomon.pages.words import interval, number


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One figure or grade: what was said, by whom, and why."""

    says: str
    author: str
    note: str


def judgements(point: Point) -> tuple[Judgement, ...]:
    """All of a point, figures first."""
    return tuple(_said(point))


def _said(point: Point) -> Iterator[Judgement]:
    for found in point.estimates:
        yield Judgement(says=f"estimate: {estimate(found)}", author=found.author, note=found.note)
    for grade in point.grades:
        scale = load("grades").get(grade.scale, {}).get("name", grade.scale)
        means = f" ({grade.means})" if grade.means else ""
        yield Judgement(says=f"{scale}: {grade.grade}{means}", author=grade.author, note=grade.note)


def estimate(found: Estimate) -> str:
    """An estimate in words: "9 to 14, best 13"."""
    if found.low is None and found.high is None:
        return f"best {number(found.best)}" if found.best is not None else "no figure"
    around = interval(found.low, found.high)
    return around if found.best is None else f"{around}, best {number(found.best)}"


def ends(found: Estimate) -> tuple[float | None, float | None]:
    """The interval that an estimate allows; its best figure alone where it gives nothing else."""
    alone = found.low is None and found.high is None
    return (found.best, found.best) if alone else (found.low, found.high)
