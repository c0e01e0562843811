"""Decisions in, the log out, the latest first, with what can be taken back, and the strays with ways to attach them again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from rashomon.model import Decision, Span
from rashomon.pages.parts import Link
from rashomon.pages.workbench.forms import Choice
from rashomon.pages.workbench.known import Known
from rashomon.pages.workbench.paging import Paging, paged
from rashomon.settle.answers import QUESTIONS, WITHDRAWN, kind

_NEAR = 6  # places offered to a stray
_LEAST = 0.5  # of likeness (Ratcliff and Obershelp) for words to be offered


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One decision; `state` is empty where it is in force; `latest` where it can be taken back."""

    id: str
    asks: str
    answer: str
    author: str
    made_at: str
    note: str
    quotes: tuple[Link, ...]
    subject: tuple[str, ...]
    state: str
    latest: bool
    seal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StrayLine:
    """A decision without its subject, and the records on which it may go on: `places` by the subject's ids in turn."""

    line: LogLine
    places: tuple[tuple[Choice, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPage:
    """The log."""

    lines: tuple[LogLine, ...]
    paging: Paging
    strays: tuple[StrayLine, ...]


def view(known: Known, query: Mapping[str, str]) -> LogPage:
    """The context of the log."""
    strays = {s.decision: s.why for s in known.strays}
    latest = {(d.question, tuple(sorted(d.subject))): d.id for d in known.log}
    shown, paging = paged(list(reversed(known.log)), query.get("page", ""), "/log", query)
    last = set(latest.values())
    return LogPage(
        lines=tuple(_line(known, d, last, strays) for d in shown),
        paging=paging,
        strays=tuple(
            StrayLine(line=_line(known, d, last, strays), places=tuple(_places(known, d, known.anchors)))
            for d in known.log
            if d.id in strays
        ),
    )


def _line(known: Known, decision: Decision, last: set[str], strays: Mapping[str, str]) -> LogLine:
    asked = QUESTIONS.get(decision.question)
    latest = decision.id in last
    state = "superseded by a later one" if not latest else strays.get(decision.id, "")
    if latest and decision.answer == WITHDRAWN:
        state = "takes an earlier one back"
    return LogLine(
        id=decision.id,
        asks=asked.asks if asked else decision.question,
        answer=_answer(known, decision),
        author=decision.author,
        made_at=decision.made_at,
        note=decision.note,
        quotes=tuple(_quote(known, span) for span in decision.quotes),
        subject=decision.subject,
        state=state,
        latest=latest,
        seal=decision.seal,
    )


def _answer(known: Known, decision: Decision) -> str:
    """The answer as a reader would say it: a document by its name."""
    if decision.question == "derives" and decision.answer in known.index.documents:
        return f"{known.index.account(decision.answer)} was there first"
    return decision.answer


def _quote(known: Known, span: Span) -> Link:
    document = known.index.documents.get(span.document)
    here = document is not None and document.text[span.start : span.end] == span.text
    href = known.index.page("a", span.document) if document else None
    return Link(text=span.text, href=href, note=known.index.account(span.document) if here else "no longer there")


def _places(known: Known, decision: Decision, anchors: Mapping[str, Span]) -> Iterator[tuple[Choice, ...]]:
    """For each id of a stray's subject the records of its kind whose words are most like those it quotes, or the id itself."""
    quotes = dict(zip(decision.subject, decision.quotes, strict=True)) if len(decision.quotes) == len(decision.subject) else {}
    for key in decision.subject:
        quote = quotes.get(key)
        if quote is None or (key in anchors and anchors[key].text == quote.text):
            yield (Choice(answer=key, label=quote.text if quote else key),)
            continue
        like = SequenceMatcher(autojunk=False, b=quote.text)
        scored = []
        for other, span in anchors.items():
            if kind(other) == kind(key):
                like.set_seq1(span.text[: 4 * len(quote.text) + 80])
                if like.real_quick_ratio() >= _LEAST and like.quick_ratio() >= _LEAST and (ratio := like.ratio()) >= _LEAST:
                    scored.append((-ratio, other, span))
        yield tuple(
            Choice(answer=other, label=f"{known.index.account(span.document)}: {' '.join(span.text.split())[:90]}")
            for _, other, span in sorted(scored, key=lambda found: found[:2])[:_NEAR]
        )
