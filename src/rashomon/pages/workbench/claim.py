"""A claim in, its own page out: where it stands, what it bears on, and all that can be decided about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Claim
from rashomon.pages.workbench import forms, points, said
from rashomon.pages.workbench.forms import Form
from rashomon.pages.workbench.known import Known
from rashomon.pages.workbench.points import Row
from rashomon.pages.workbench.said import Said

_OTHERS = 20  # claims found by their words


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another claim, and whether it answers the same question."""

    said: Said
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """One claim. `others` are those whose words hold `words`, to be put on one point with it."""

    said: Said
    points: tuple[Row, ...]
    forms: tuple[Form, ...]
    words: str
    others: tuple[Other, ...]


def view(known: Known, claim: Claim, words: str = "") -> ClaimPage:
    """The context of one claim's page; `words` look for other claims."""
    index = known.index
    on = [p for key in index.points_of.get(claim.id, ()) for p in (index.points[index.number[key] - 1],)]
    return ClaimPage(
        said=said.said(known, claim),
        points=tuple(points.row(known, p) for p in on),
        forms=said.in_full(known, claim),
        words=words,
        others=tuple(_others(known, claim, words)),
    )


def _others(known: Known, claim: Claim, words: str) -> Iterator[Other]:
    wanted = words.casefold().split()
    found = 0
    for other in known.index.case.claims if wanted else ():
        if other.id != claim.id and all(word in other.span.text.casefold() for word in wanted):
            asks = "Do both answer one question?"
            form = forms.pair(known.standing, "same-point", asks, claim.id, other.id, forms.YES_NO["same-point"])
            yield Other(said=said.said(known, other), form=form)
            if (found := found + 1) == _OTHERS:
                return
