"""A point that is answered with numbers in, its versions as ranges on one axis out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.meaning.included import FIGURE
from rashomon.model import Estimate, Point, Value
from rashomon.pages import judged
from rashomon.pages.drawing.axis import Bar, Scale, Tick, scale
from rashomon.pages.index import Index
from rashomon.pages.parts import Link, point_link
from rashomon.pages.words import interval, number
from rashomon.text.excerpts import cut_between_words

_LONGEST = 90  # letters of a claim that stands for its figure
_NAMED = re.compile(rf"\d|\b(?:{FIGURE})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One version on the axis: its letter, its exact words, what they allow in words, and its bar (None: no figure). `best` is
    the place of the best figure in somebody's estimate, which stands there under a sign in place of a letter.
    """

    letter: str
    words: tuple[str, ...]
    allows: str
    bar: Bar | None
    strong: bool
    best: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """The versions of one point on one axis."""

    question: str
    point: Link
    unit: str
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    log: bool


def plot(index: Index, point: Point, letters: Sequence[str], contested: Sequence[bool]) -> Plot | None:
    """The range plot of a point; None where fewer than two of its versions bear a figure."""
    ends = [end for v in point.values for end in (v.low, v.high) if end is not None]
    if sum(_figure(v) for v in point.values) < 2:
        return None
    ends += [end for e in point.estimates for end in (e.low, e.best, e.high) if end is not None]
    axis = scale(ends, number)
    rows = tuple(
        Row(
            letter=letter,
            words=words(index, point, value),
            allows=interval(value.low, value.high),
            bar=axis.bar(value.low, value.high) if _figure(value) else None,
            strong=strong,
        )
        for value, letter, strong in zip(point.values, letters, contested, strict=True)
    )
    return Plot(
        question=point.question,
        point=point_link(index, point.id),
        unit=unit(index, point),
        rows=(*rows, *(_by_hand(e, axis) for e in point.estimates)),
        ticks=axis.ticks,
        log=axis.log,
    )


def _by_hand(found: Estimate, axis: Scale) -> Row:
    """An estimate as a row of its own, so that it stands beside what accounts say and is told from it."""
    return Row(
        letter="✎",
        words=(),
        allows=f"{judged.estimate(found)} ({found.author})",
        bar=axis.bar(*judged.ends(found)),
        strong=False,
        best=axis.place(found.best) if found.best is not None else None,
    )


def words(index: Index, point: Point, value: Value) -> tuple[str, ...]:
    """The exact words of the figures behind a version, each once; the version's own words where none is known."""
    figures = (index.quantities.get(m.quantity or "") for m in point.claims if m.value == value.id)
    spelled = dict.fromkeys(found.span.text for found in figures if found)
    return tuple(spelled) if spelled and not _unspoken(value) else (called(index, point, value),)


def called(index: Index, point: Point, value: Value) -> str:
    """What a version goes by: its words; those of its claim where they name no figure that was worked out ("were fighters")."""
    claims = (index.claims.get(m.claim) for m in point.claims if m.value == value.id)
    claim = next(filter(None, claims), None) if _unspoken(value) else None
    return cut_between_words(claim.span.text, _LONGEST) if claim else value.text


def _unspoken(value: Value) -> bool:
    return bool(value.derived) and not _NAMED.search(value.text)


def unit(index: Index, point: Point) -> str:
    """The unit that all figures of a point share, or ""."""
    figures = (index.quantities.get(m.quantity or "") for m in point.claims)
    units = {found.unit for found in figures if found}
    return (units.pop() or "") if len(units) == 1 else ""


def _figure(value: Value) -> bool:
    return value.low is not None or value.high is not None
