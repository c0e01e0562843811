"""A case, what a build came to, places in it, checks in; lines for a terminal, or JSON, out."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

import typer

from rashomon.api import Check, Summary
from rashomon.model import Case, Claim, Point, Value
from rashomon.store.finding import Hit
from rashomon.terminal.lines import counted, harmless, json_line, line, paragraph, plain, short, some

SHOWN = 3
"""Claims shown for one value; the report has all of them."""

CHANGES = 24
"""Changes shown after an addition."""

REASONS = 4
"""Reasons shown for one point."""


def summary(made: Summary, *, quiet: bool, as_json: bool) -> None:
    """What a build or an addition came to; what was skipped goes to standard error, quiet or not."""
    for _, why in made.skipped:
        typer.secho(f"Skipped: {plain(why)}", fg="yellow", err=True)
    if as_json:
        return json_line(asdict(made))
    if quiet:
        return None
    typer.echo(f"{made.case}: {counted(made.documents, 'account')}, {counted(made.claims, 'claim')}, ", nl=False)
    typer.echo(f"{counted(made.points, 'point')}, {made.disputed} in dispute.")
    if made.already:
        typer.echo(f"{len(made.added)} new; in it already: {some(made.already)}.")
    if made.set_aside:
        typer.echo(f"Set aside, as not given again (they stay in the file): {some(made.set_aside)}.")
    _changed(made.changes)
    if made.decisions:
        lost = f", {made.strays} without their subject (`decide {made.case} --list`)" if made.strays else ""
        typer.echo(f"{counted(made.decisions, 'decision')} kept{lost}.")
    return None


def _changed(sentences: Sequence[str]) -> None:
    """What an addition changed, the first of it."""
    if sentences:
        line("\nWhat it changed", bold=True)
        for sentence in sentences[:CHANGES]:
            paragraph(sentence, 2)
        if len(sentences) > CHANGES:
            paragraph(f"and {len(sentences) - CHANGES} more, which the report has", 2)


def show(case: Case, name: str, *, every: bool, ids: bool, as_json: bool) -> None:
    """The accounts with where they come from, then the points, those in dispute first."""
    points = [p for p in case.points if p.status == "disputed" or every]
    if as_json:
        return json_line(_overview(case, points))
    disputed = sum(p.status == "disputed" for p in case.points)
    line(f"{name}: {counted(len(case.documents), 'account')}, {counted(len(case.speaking), 'origin')}, ", nl=False)
    line(f"{counted(len(case.points), 'point')}, {disputed} in dispute", bold=True)
    _accounts(case, ids)
    for point in sorted(points, key=lambda p: p.status != "disputed"):
        _point(case, point, ids)
    _readings(case)
    if not points:
        line("\nNo two accounts contradict one another on any point; --all shows the points there are.")
    return None


def _accounts(case: Case, ids: bool) -> None:
    """Each account with its day and what it rests on."""
    upstream = {o.id: o.name for o in case.origins}
    line("\nAccounts", bold=True)
    for d in case.documents:
        own = next((o.id for o in case.origins if o.document == d.id), None)
        above = dict.fromkeys(upstream.get(x.upstream, x.upstream) for x in case.derivations if x.downstream == d.id)
        day = d.published.value or d.published.earliest or "no date"
        names = [d.name] + ([f"[{d.file}]"] if d.file != d.name else [])
        paragraph(f"{' '.join(names)}, {day}" + (f" ({d.id}{f', {own}' if own else ''})" if ids else ""), 2)
        if above:
            paragraph(f"draws on {', '.join(above)}", 6)


def _point(case: Case, point: Point, ids: bool) -> None:
    claims = {c.id: c for c in case.claims}
    names = {d.id: d.name for d in case.documents}
    line("")
    paragraph(point.question + (f" ({point.id})" if ids else ""), 0, bold=True)
    for value in point.values:
        behind = f"{counted(len(value.origins), 'origin')}, {counted(len(value.sources), 'source')}"
        worked_out = f" (worked out: {value.derived})" if value.derived else ""
        paragraph(f"{value.text}{worked_out}: {behind}" + (f" ({point.id}:{value.id})" if ids else ""), 2)
        said = _claims(point, value, claims)
        for claim in said[:SHOWN]:
            by = " < ".join(hop.name for hop in claim.chain) or names.get(claim.span.document, "")
            stance = "denied: " if claim.reversed else "neither confirmed nor denied: " if claim.withheld else ""
            paragraph(f"{stance}“{short(claim.span.text)}” {by}" + (f" ({claim.id})" if ids else ""), 6)
        if len(said) > SHOWN:
            paragraph(f"and {len(said) - SHOWN} more", 6)
    _relations(point)


def _relations(point: Point) -> None:
    """Why the answers cannot all hold, the first few of the reasons: there are as many as pairs."""
    text = {v.id: v.text for v in point.values}
    apart = [r for r in point.relations if r.relation in ("conflict", "denial", "superseded")]
    for relation in apart[:REASONS]:
        left, right = text.get(relation.left, ""), text.get(relation.right, "")
        paragraph(f"{relation.relation}: {short(left, 60)} / {short(right, 60)}. {relation.why}", 2)
    if len(apart) > REASONS:
        paragraph(f"and {len(apart) - REASONS} more, which the report has", 2)


def _readings(case: Case) -> None:
    """By which conventions vague words were read."""
    if case.conventions and case.conventions.words:
        line("\nConventions", bold=True)
        paragraph(f"{case.conventions.title} ({case.conventions.source})", 2)
        for sentence in case.conventions.words:
            paragraph(sentence, 6)


def _claims(point: Point, value: Value, claims: dict[str, Claim]) -> list[Claim]:
    return [claims[m.claim] for m in point.claims if m.value == value.id and m.claim in claims]


def _overview(case: Case, points: Iterable[Point]) -> dict[str, object]:
    """The same as plain values: accounts, origins, points with their values and the claims behind each."""
    claims = {c.id: c for c in case.claims}
    accounts = [
        {"id": d.id, "file": d.file, "name": d.name, "published": d.published.value, "sha256": d.sha256} for d in case.documents
    ]
    return {
        "accounts": accounts,
        "origins": [asdict(o) for o in case.origins],
        "derivations": [{"downstream": d.downstream, "manner": d.manner, "upstream": d.upstream} for d in case.derivations],
        "points": [
            asdict(p)
            | {
                "values": [
                    asdict(v) | {"claims": [{"id": c.id, "text": c.span.text} for c in _claims(p, v, claims)]} for v in p.values
                ]
            }
            for p in points
        ],
        "strays": [asdict(s) for s in case.strays],
        "conventions": asdict(case.conventions) if case.conventions else None,
    }


def places(total: int, found: Sequence[Hit], *, as_json: bool) -> None:
    """Places that hold the words that were looked for."""
    if as_json:
        return json_line({"total": total, "places": [asdict(hit) for hit in found]})
    for hit in found:
        words = "".join(typer.style(harmless(text), bold=True) if asked else harmless(text) for text, asked in hit.pieces)
        typer.echo(f"{hit.claim or hit.document}  {' '.join(words.split())}")
    shown = f", {len(found)} of them here; --most shows more" if len(found) < total else ""
    typer.echo(f"{counted(total, 'place')}{shown}.")


def checks(found: Iterable[Check], *, as_json: bool) -> None:
    """What `doctor` looked at, what is not fine in red."""
    if as_json:
        return json_line([asdict(check) for check in found])
    for check in found:
        typer.secho(f"{'ok ' if check.fine else 'BAD'} {check.what}: {plain(check.says)}", fg=None if check.fine else "red")
    return None
