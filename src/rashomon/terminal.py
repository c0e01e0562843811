"""A case, a summary, a decision in; lines for a terminal, or JSON, out."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from textwrap import wrap

import typer

from rashomon import codec
from rashomon.api import Merged, Summary
from rashomon.doctor import Check
from rashomon.model import Case, Claim, Decision, Point, Value
from rashomon.settle.answers import QUESTIONS
from rashomon.store.derived import Progress
from rashomon.store.finding import Hit

WIDTH = 80
SHOWN = 3
"""Claims shown for one value; the report has all of them."""

REASONS = 4
"""Reasons shown for one point."""


@contextmanager
def progress(quiet: bool) -> Iterator[Progress | None]:
    """What is being done, on standard error, once it takes longer than a second; a line that goes away on a terminal."""
    if quiet:
        yield None
        return
    live, last = sys.stderr.isatty(), time.monotonic() + (0 if sys.stderr.isatty() else 9)
    written = False

    def say(what: str, done: int, total: int) -> None:
        nonlocal last, written
        if (now := time.monotonic()) - last > 1:
            last, written = now + (-0.9 if live else 9), True
            typer.echo(f"\r\x1b[K{what} {done} of {total}" if live else f"{what} {done} of {total}", err=True, nl=not live)

    try:
        yield say
    finally:
        if written and live:
            typer.echo("\r\x1b[K", err=True, nl=False)


def summary(made: Summary, *, quiet: bool, as_json: bool) -> None:
    """What a build or an addition came to; what was skipped goes to standard error, quiet or not."""
    for _, why in made.skipped:
        typer.secho(f"Skipped: {_plain(why)}", fg="yellow", err=True)
    if as_json:
        return _json(asdict(made))
    if quiet:
        return None
    typer.echo(f"{made.case}: {_counted(made.documents, 'account')}, {_counted(made.claims, 'claim')}, ", nl=False)
    typer.echo(f"{_counted(made.points, 'point')}, {made.disputed} in dispute.")
    if made.already:
        typer.echo(f"{len(made.added)} new, {len(made.already)} that were in it already.")
    if made.set_aside:
        typer.echo(f"Set aside, as not given again (they stay in the file): {', '.join(map(_plain, made.set_aside))}.")
    if made.decisions:
        lost = f", {made.strays} without their subject (`decide {made.case} --list`)" if made.strays else ""
        typer.echo(f"{_counted(made.decisions, 'decision')} kept{lost}.")
    return None


def show(case: Case, name: str, *, every: bool, ids: bool, as_json: bool) -> None:
    """The accounts with where they come from, then the points, those in dispute first."""
    points = [p for p in case.points if p.status == "disputed" or every]
    if as_json:
        return _json(_overview(case, points))
    disputed = sum(p.status == "disputed" for p in case.points)
    _line(f"{name}: {_counted(len(case.documents), 'account')}, {_counted(len(case.origins), 'origin')}, ", nl=False)
    _line(f"{_counted(len(case.points), 'point')}, {disputed} in dispute", bold=True)
    _accounts(case, ids)
    for point in sorted(points, key=lambda p: p.status != "disputed"):
        _point(case, point, ids)
    _readings(case)
    if not points:
        _line("\nNo two accounts contradict one another on any point; --all shows the points there are.")
    return None


def _accounts(case: Case, ids: bool) -> None:
    """Each account with its day and what it rests on."""
    upstream = {o.id: o.name for o in case.origins}
    _line("\nAccounts", bold=True)
    for d in case.documents:
        own = next((o.id for o in case.origins if o.document == d.id), None)
        above = dict.fromkeys(upstream.get(x.upstream, x.upstream) for x in case.derivations if x.downstream == d.id)
        day = d.published.value or d.published.earliest or "no date"
        names = [d.name] + ([f"[{d.file}]"] if d.file != d.name else [])
        _paragraph(f"{' '.join(names)}, {day}" + (f" ({d.id}{f', {own}' if own else ''})" if ids else ""), 2)
        if above:
            _paragraph(f"draws on {', '.join(above)}", 6)


def _point(case: Case, point: Point, ids: bool) -> None:
    claims = {c.id: c for c in case.claims}
    names = {d.id: d.name for d in case.documents}
    _line("")
    _paragraph(point.question + (f" ({point.id})" if ids else ""), 0, bold=True)
    for value in point.values:
        behind = f"{_counted(len(value.origins), 'origin')}, {_counted(len(value.sources), 'source')}"
        worked_out = f" (worked out: {value.derived})" if value.derived else ""
        _paragraph(f"{value.text}{worked_out}: {behind}" + (f" ({point.id}:{value.id})" if ids else ""), 2)
        said = _claims(point, value, claims)
        for claim in said[:SHOWN]:
            by = " < ".join(hop.name for hop in claim.chain) or names.get(claim.span.document, "")
            denies = "denied: " if claim.polarity == "denied" else ""
            _paragraph(f"{denies}“{_short(claim.span.text)}” {by}" + (f" ({claim.id})" if ids else ""), 6)
        if len(said) > SHOWN:
            _paragraph(f"and {len(said) - SHOWN} more", 6)
    _relations(point)


def _relations(point: Point) -> None:
    """Why the answers cannot all hold, the first few of the reasons: there are as many as pairs."""
    text = {v.id: v.text for v in point.values}
    apart = [r for r in point.relations if r.relation in ("conflict", "denial", "superseded")]
    for relation in apart[:REASONS]:
        left, right = text.get(relation.left, ""), text.get(relation.right, "")
        _paragraph(f"{relation.relation}: {_short(left, 60)} / {_short(right, 60)}. {relation.why}", 2)
    if len(apart) > REASONS:
        _paragraph(f"and {len(apart) - REASONS} more, which the report has", 2)


def _readings(case: Case) -> None:
    """By which conventions vague words were read."""
    if case.conventions and case.conventions.words:
        _line("\nConventions", bold=True)
        _paragraph(f"{case.conventions.title} ({case.conventions.source})", 2)
        for sentence in case.conventions.words:
            _paragraph(sentence, 6)


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


def decided(decision: Decision, *, as_json: bool) -> None:
    """A decision that was made."""
    if as_json:
        return _json(asdict(decision))
    return _decision(decision)


def decisions(case: Case, *, as_json: bool) -> None:
    """The log, oldest first, with what became of decisions whose subject is gone."""
    if as_json:
        return _json([asdict(d) for d in case.decisions])
    if not case.decisions:
        return _line("No decision has been made.")
    strays = {s.decision: s.why for s in case.strays}
    for decision in case.decisions:
        _decision(decision)
        if decision.id in strays:
            _paragraph(f"without its subject: {strays[decision.id]}", 4)
    return _line(f"The log is as it was written; its last seal is {case.decisions[-1].seal}.")


def _decision(decision: Decision) -> None:
    about = " / ".join(f"“{_short(q.text)}”" for q in decision.quotes)
    _paragraph(f"{decision.made_at} {decision.author}: {decision.question} of {about}: {decision.answer}", 0)
    if decision.note:
        _paragraph(decision.note, 4)


def merged(came: Merged, *, kept: bool, as_json: bool) -> None:
    """What came of a colleague's decisions, and how far the two agree."""
    if as_json:
        return _json(asdict(came))
    taken = "taken" if kept else "would be taken"
    typer.echo(f"{_counted(len(came.added), 'decision')} {taken}, {came.already} there already, {len(came.left_out)} left out.")
    for found in came.compared.agreements:
        both = f"{found.question}: {found.same} of {found.both} answered the same"
        typer.echo(f"  {both}; Cohen's kappa {_coefficient(found.kappa)}, Krippendorff's alpha {_coefficient(found.alpha)}")
    for mine, theirs in came.compared.disagreements:
        words = " / ".join(f"“{_short(q.text, 70)}”" for q in mine.quotes) or ", ".join(mine.subject)
        _line(f"  {mine.question}: {mine.answer} ({mine.author}), {theirs.answer} ({theirs.author})  {words}")
    for decision, why in came.left_out:
        _line(f"  left out: {decision.question} {decision.answer} ({decision.author}): {why}")


def _coefficient(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.2f}"


def places(total: int, found: Iterable[Hit], *, as_json: bool) -> None:
    """Places that hold the words that were looked for."""
    if as_json:
        return _json({"total": total, "places": [asdict(hit) for hit in found]})
    for hit in found:
        words = "".join(typer.style(_plain(text), bold=True) if asked else _plain(text) for text, asked in hit.pieces)
        typer.echo(f"{hit.claim or hit.document}  {' '.join(words.split())}")
    typer.echo(f"{_counted(total, 'place')}.")


def questions() -> None:
    """What can be asked, and what answers it takes."""
    for name, question in QUESTIONS.items():
        about = "one id" if question.subjects == 1 else "two ids"
        _paragraph(f"{name} ({about}): {question.asks}? {question.expects}", 0)


def checks(found: Iterable[Check], *, as_json: bool) -> None:
    """What `doctor` looked at, what is not fine in red."""
    if as_json:
        return _json([asdict(check) for check in found])
    for check in found:
        typer.secho(f"{'ok ' if check.fine else 'BAD'} {check.what}: {_plain(check.says)}", fg=None if check.fine else "red")
    return None


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _short(text: str, most: int = 160) -> str:
    plain = _plain(text)
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"


def _plain(text: str) -> str:
    """One line without control characters: a text from a stranger must not steer the terminal."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))


def _paragraph(text: str, indent: int, *, bold: bool = False) -> None:
    for line in wrap(_plain(text), WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2)) or [""]:
        _line(line, bold=bold)


def _line(text: str, *, bold: bool = False, nl: bool = True) -> None:
    typer.secho(text, bold=bold or None, nl=nl)


def _json(value: object) -> None:
    typer.echo(codec.to_json(value).decode())
