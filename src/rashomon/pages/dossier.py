"""A case in, its report as a row of headings, paragraphs and tables out: what a word processor or a page of paper can hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.model import Case
from rashomon.pages.decided import DecisionView
from rashomon.pages.parts import Mark, Quote
from rashomon.pages.points import Between, PointView
from rashomon.pages.timeline import Entry
from rashomon.pages.views import Report, report
from rashomon.pages.words import count, seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; `level` 0 is the title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph. `style`: "", note, quote (an account's own words) or by (who said them)."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Part = Heading | Paragraph | Table


def dossier(case: Case) -> Iterator[Part]:
    """The report of a case, part by part; characters that hide or re-order others are written out."""
    found = report(case)
    for part in _parts(found):
        yield _seen(part)


def _seen(part: Part) -> Part:
    if isinstance(part, Heading):
        return Heading(level=part.level, text=seen(part.text))
    if isinstance(part, Paragraph):
        return Paragraph(text=seen(part.text), style=part.style)
    return Table(head=part.head, rows=tuple(tuple(map(seen, row)) for row in part.rows))


def _parts(found: Report) -> Iterator[Part]:
    yield Heading(level=0, text=" ".join(found.sentence))
    lede = "What each account says, on its exact words, and who said it first. This report compares accounts; it does not say "
    yield Paragraph(text=lede + "which of them is right.", style="note")
    yield Heading(level=1, text="Accounts")
    rows = ((str(a.number), a.link.text, a.agency, a.title, a.published) for a in found.listed)
    yield Table(head=("", "Account", "With", "Title", "Published"), rows=tuple(rows))
    if found.changes:
        yield Heading(level=1, text="What the latest addition changed")
        yield from (Paragraph(text=change.text) for change in found.changes)
    yield from _points("Disputed points", found.disputed, "No two claims in these accounts were found to exclude each other.")
    yield from _points("Undisputed points", found.agreed, "None.")
    if found.loose:
        yield from _points("Undisputed points without a plain question", found.loose, "None.")
    yield from _points("Points on which one voice alone speaks", found.single, "None.")
    yield from _lineage(found)
    yield from _timeline(found)
    yield from _places(found)
    yield from _names(found)
    yield from _decisions(found)
    yield from _colophon(found)


def _points(title: str, points: Iterable[PointView], nothing: str) -> Iterator[Part]:
    yield Heading(level=1, text=title)
    shown = list(points)
    if not shown:
        yield Paragraph(text=nothing, style="note")
    for point in shown:
        yield Heading(level=2, text=f"{point.number}  {point.question}")
        yield Paragraph(text=f"{_mark(point.status)} · {point.standing}", style="note")
        for said in point.by_hand:
            yield Paragraph(text=f"By hand: {said.says} ({said.author}{': ' + said.note if said.note else ''})", style="note")
        for version in point.versions:
            yield Heading(level=3, text=f"{version.letter}  {version.text}")
            worked_out = f" · worked out: {version.derived}" if version.derived else ""
            yield Paragraph(text=version.standing + worked_out, style="note")
            yield from (Paragraph(text=f"Not counted apart: {reason.says}", style="note") for reason in version.uncounted)
            for voices in version.origins:
                for quotes in voices.said:
                    yield from _quotes(quotes, voices.origin)
        yield from (Paragraph(text=f"Not counted apart: {reason.says}", style="note") for reason in point.uncounted)
        for between in (*point.graver, *point.other):
            yield Paragraph(text=_between(between))
        if point.silent:
            yield Paragraph(text="Says nothing on this: " + ", ".join(a.text for a in point.silent), style="note")


def _quotes(said: tuple[Quote, ...], origin: str) -> Iterator[Part]:
    for quote in said:
        yield Paragraph(text=f"“{quote.words}”", style="quote")
    chain = " › ".join(step.name + (" (inferred)" if step.inferred else "") for step in said[0].chain)
    marks = "".join(f"{_mark(m)} · " for m in said[0].marks)
    yield Paragraph(text=f"{marks}{chain} · origin: {origin}", style="by")


def _mark(mark: Mark) -> str:
    return mark.word  # few fonts on paper have the signs; the word says the same


def _between(found: Between) -> str:
    return f"{_mark(found.mark)} {found.pairs}" + (f": {found.why}" if found.why else "")


def _lineage(found: Report) -> Iterator[Part]:
    yield Heading(level=1, text="Lineage")
    rows = (
        (e.downstream.text, e.manner, e.upstream.text, "" if e.within else "not in the pile", "; ".join(g.why for g in e.grounds))
        for e in found.lineage.edges
    )
    yield Table(head=("Account", "took how", "from", "", "On what this rests"), rows=tuple(rows))
    changed = [p for p in found.lineage.passages if p.changes]
    if changed:
        yield Heading(level=2, text="What copies changed")
        yield Table(
            head=("One account", "Another", "Change"),
            rows=tuple(
                (f"{p.left_account.text}: {p.left.text}", f"{p.right_account.text}: {p.right.text}", "; ".join(p.changes))
                for p in changed
            ),
        )


def _timeline(found: Report) -> Iterator[Part]:
    yield Heading(level=1, text="Timeline")
    entries = (*found.timeline.entries, *found.timeline.undated)
    rows = ((e.when, _after(e), e.reported, ", ".join(c.text for c in e.conflicts), count(e.claims, "claim")) for e in entries)
    yield Table(head=("When", "What", "First reported", "Dated otherwise", "Rests on"), rows=tuple(rows))


def _after(entry: Entry) -> str:
    return entry.text + "".join(f"; after: {before.text}" for before in entry.after)


def _places(found: Report) -> Iterator[Part]:
    if found.map:
        yield Heading(level=1, text="Places")
        yield Table(head=("Place", "Where", "Why this one"), rows=tuple((s.link.text, s.where, s.why) for s in found.map.spots))


def _names(found: Report) -> Iterator[Part]:
    yield Heading(level=1, text="Names")
    rows = ((n.name, n.kind, ", ".join(f"{s.text} ×{s.count}" for s in n.spellings)) for n in found.names.varied)
    yield Table(head=("Who or what", "Kind", "As written"), rows=tuple(rows))


def _decisions(found: Report) -> Iterator[Part]:
    yield Heading(level=1, text="Decisions")
    groups = (("In force", found.decisions.in_force), ("Strays, without effect", found.decisions.strays))
    for title, decisions in groups:
        if decisions:
            yield Heading(level=2, text=title)
            yield Table(head=("Question", "Answer", "On", "By", "When", "Why"), rows=tuple(map(_decision, decisions)))
    if not found.decisions.in_force:
        yield Paragraph(text="No decision is in force: the machine suggested all of this and nobody confirmed it.")


def _decision(found: DecisionView) -> tuple[str, ...]:
    words = " / ".join(f"“{text}” ({account.text})" for text, account in found.quotes)
    return found.question, found.answer, words or ", ".join(found.subject), found.author, found.made_at, found.note


def _colophon(found: Report) -> Iterator[Part]:
    made = found.colophon
    yield Heading(level=1, text="How this was made")
    by = f"Made by Rashomon {made.version} ({made.format}), by rule and on one computer, without asking any service."
    yield Paragraph(text=by)
    yield Paragraph(text="What ran: " + ", ".join(made.recipe), style="note")
    yield Table(head=("Word", "Means"), rows=tuple((_mark(m), means) for m, means in made.relations))
    yield Table(head=("File", "sha256"), rows=made.hashes)
