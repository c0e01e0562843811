"""A point in, its own page out: versions, every claim in its place, how one speaker's position moved, what can be decided."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Claim, Point
from rashomon.pages import points
from rashomon.pages.parts import Link, account_link
from rashomon.pages.points import PointView, letter
from rashomon.pages.words import count, days, interval
from rashomon.pages.workbench import forms, said
from rashomon.pages.workbench.forms import Choice, Form
from rashomon.pages.workbench.known import Known
from rashomon.pages.workbench.said import Said
from rashomon.text.excerpts import cut

_CLAIMS = 120  # claims shown one by one on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What one speaker says at one time."""

    when: str
    account: Link
    words: str
    href: str
    letters: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """What one speaker is said to have said, in more than one account, the earliest first."""

    speaker: Link
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointPage:
    """One point."""

    point: PointView
    claims: tuple[Said, ...]
    left_out: int
    positions: tuple[Positions, ...]
    pairs: tuple[Form, ...]
    figures: tuple[Form, ...]
    whole: tuple[Form, ...]
    before: Link | None
    after: Link | None


def view(known: Known, point: Point) -> PointPage:
    """The context of one point's page."""
    index = known.index
    letters = _letters(point)
    members = [index.claims[key] for key in letters if key in index.claims]
    place = index.number[point.id] - 1
    neighbours = [index.points[n] if 0 <= n < len(index.points) else None for n in (place - 1, place + 1)]
    before, after = (Link(text=p.question, href=index.href("p", p.id)) if p else None for p in neighbours)
    return PointPage(
        point=points.view(index, point, known.silent.get(point.id, ())),
        claims=tuple(said.said(known, c, letters[c.id]) for c in members[:_CLAIMS]),
        left_out=max(0, len(members) - _CLAIMS),
        positions=tuple(_positions(known, members, letters)),
        pairs=tuple(_pairs(known, members, letters)) if len(members) > 1 else (),
        figures=tuple(_figures(known, point)),
        whole=tuple(_whole(known, point, members)),
        before=before,
        after=after,
    )


def _letters(point: Point) -> dict[str, str]:
    """The letters of the versions that each claim of the point carries."""
    named = {v.id: letter(n) for n, v in enumerate(point.values)}
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for member in point.claims:
        found[member.claim][named.get(member.value, "?")] = None
    return {key: " ".join(names) for key, names in found.items()}


def _positions(known: Known, members: list[Claim], letters: dict[str, str]) -> Iterator[Positions]:
    by_speaker: dict[str, list[Claim]] = defaultdict(list)
    for claim in members:
        if claim.chain and claim.chain[0].entity in known.index.entities:
            by_speaker[claim.chain[0].entity or ""].append(claim)
    for key, claims in by_speaker.items():
        if len({c.span.document for c in claims}) > 1:
            speaker = Link(text=known.index.entities[key].name, href=known.index.href("e", key))
            yield Positions(speaker=speaker, stands=tuple(_stands(known, claims, letters)))


def _stands(known: Known, claims: list[Claim], letters: dict[str, str]) -> Iterator[Stand]:
    index = known.index

    def when(claim: Claim) -> tuple[str, int]:
        published = index.documents[claim.span.document].published
        return published.earliest or published.latest or "9999", index.accounts[claim.span.document]

    for claim in sorted(claims, key=when):
        published = index.documents[claim.span.document].published
        yield Stand(
            when=days(published.earliest, published.latest),
            account=account_link(index, claim.span.document),
            words=claim.span.text,
            href=index.href("c", claim.id),
            letters=letters[claim.id],
        )


def _pairs(known: Known, members: list[Claim], letters: dict[str, str]) -> Iterator[Form]:
    """Two questions about any two claims of the point."""
    among = tuple(
        Choice(answer=c.id, label=f"{letters[c.id]} · {known.index.account(c.span.document)}: {cut(c.span.text, 70)}")
        for c in members[:_CLAIMS]
    )
    asks = "Do two of these claims answer one question?"
    yield Form(question="same-point", asks=asks, subject=(), among=among, choices=forms.YES_NO["same-point"])
    asks = "How do two of these claims stand to one another?"
    yield Form(question="relation", asks=asks, subject=(), among=among, choices=forms.RELATIONS)


def _figures(known: Known, point: Point) -> Iterator[Form]:
    for key in dict.fromkeys(m.quantity for m in point.claims if m.quantity):
        found = known.index.quantities.get(key)
        if found:
            where = (
                f"{found.span.text}” in {known.index.account(found.span.document)}, read as “{interval(found.low, found.high)}"
            )
            yield forms.figure(known.standing, key, where, forms.bounds(found.low, found.high))


def _whole(known: Known, point: Point, members: list[Claim]) -> Iterator[Form]:
    """What can be said of the point as a whole: kept on its first claim, or on the one on which it has been said."""
    for question in ("estimate", "grade"):
        decided = (c.id for c in members if (question, (c.id,)) in known.standing)
        key = next(decided, members[0].id if members else "")
        if key and question == "estimate" and point.kind == "number":
            yield forms.estimate(known.standing, key)
        elif key and question == "grade":
            yield forms.grade(known.standing, key, "How do you grade this point?")


def gone(known: Known) -> str:
    """What to say where a point is asked for that is no longer there."""
    return f"No point has this address now: a decision may have changed it. There are {count(len(known.index.points), 'point')}."
