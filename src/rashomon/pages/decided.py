"""Decisions in, those in force and those that were superseded or have lost their subject out."""

from dataclasses import dataclass

from rashomon.model import Decision
from rashomon.pages.index import Index
from rashomon.pages.parts import Link, account_link
from rashomon.settle.answers import WITHDRAWN


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """One decision with the words it is about; `state` says why it is not in force, or is empty."""

    question: str
    answer: str
    author: str
    made_at: str
    note: str
    quotes: tuple[tuple[str, Link], ...]
    subject: tuple[str, ...]
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsView:
    """What people decided, oldest first."""

    in_force: tuple[DecisionView, ...]
    superseded: tuple[DecisionView, ...]
    strays: tuple[DecisionView, ...]


def view(index: Index) -> DecisionsView:
    """The context of the decisions section."""
    strays = {s.decision: s.why for s in index.case.strays}
    last = {(d.question, tuple(sorted(d.subject))): d.id for d in index.case.decisions}
    superseded = {d.id for d in index.case.decisions} - set(last.values())
    withdrawn = {d.id for d in index.case.decisions if d.answer == WITHDRAWN} - superseded
    kept = [d for d in index.case.decisions if d.id not in superseded | withdrawn]
    return DecisionsView(
        in_force=tuple(_view(index, d, "") for d in kept if d.id not in strays),
        superseded=tuple(
            _view(index, d, "superseded by a later one" if d.id in superseded else "takes an earlier one back")
            for d in index.case.decisions
            if d.id in superseded | withdrawn
        ),
        strays=tuple(_view(index, d, strays[d.id]) for d in kept if d.id in strays),
    )


def _view(index: Index, decision: Decision, state: str) -> DecisionView:
    return DecisionView(
        question=decision.question.replace("-", " "),
        answer=decision.answer,
        author=decision.author,
        made_at=decision.made_at,
        note=decision.note,
        quotes=tuple((span.text, account_link(index, span.document)) for span in decision.quotes),
        subject=decision.subject,
        state=state,
    )
