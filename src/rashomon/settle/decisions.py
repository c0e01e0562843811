"""Decisions in, the answer in force for a record or a pair out; those whose subject is gone are strays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rashomon.model import Decision, Span, Stray
from rashomon.settle.answers import WITHDRAWN, kind
from rashomon.text.excerpts import cut

_ENOUGH = 0.5  # of intersection over union: the record that stands where a decision's words stood is the one it is about


@dataclass(frozen=True, slots=True)
class Ledger:
    """Decisions in force, re-anchored to the records of today, by question and subject."""

    answers: Mapping[tuple[str, tuple[str, ...]], Decision]
    strays: tuple[Stray, ...]

    def answer(self, question: str, *subject: str) -> str | None:
        """What was decided on this record or pair (in any order), or None."""
        decision = self.answers.get((question, tuple(sorted(subject))))
        return decision.answer if decision else None

    def on(self, question: str) -> tuple[Decision, ...]:
        """All decisions in force on a question, oldest first, their subjects re-anchored."""
        return tuple(d for (asked, _), d in self.answers.items() if asked == question)

    def by_subject(self, question: str) -> dict[str, Decision]:
        """Decisions in force on a question about single records, by the record's id."""
        return {d.subject[0]: d for d in self.on(question)}


def open_ledger(decisions: Iterable[Decision], records: Mapping[str, Span]) -> Ledger:
    """The ledger of a case whose records stand on these spans (by id; a document's id maps to a span of the document)."""
    answers: dict[tuple[str, tuple[str, ...]], Decision] = {}
    strays: dict[tuple[str, tuple[str, ...]], Stray] = {}
    for decision in decisions:
        asked = (decision.question, tuple(sorted(decision.subject)))
        subject = tuple(_anchored(i, decision, records) for i in range(len(decision.subject)))
        here = tuple(s for s in subject if s is not None)
        if len(set(here)) < len(decision.subject):
            strays.pop(asked, None)
            if decision.answer == WITHDRAWN:
                continue
            strays[asked] = Stray(decision=decision.id, why=_gone(decision, subject))
            continue
        key = (decision.question, tuple(sorted(here)))
        answers.pop(key, None)
        if decision.answer == WITHDRAWN:
            continue
        renamed = dict(zip(decision.subject, here, strict=True))
        answers[key] = replace(decision, subject=key[1], answer=renamed.get(decision.answer, decision.answer))
    return Ledger(answers, tuple(strays.values()))


def paired(ledger: Ledger) -> frozenset[str]:
    """The records of which people decided how they stand to others."""
    return frozenset(key for question in ("same-point", "relation") for d in ledger.on(question) for key in d.subject)


def _gone(decision: Decision, subject: tuple[str | None, ...]) -> str:
    missing = [key for key, found in zip(decision.subject, subject, strict=True) if found is None]
    if not missing:
        return "what it kept apart or joined is one record now"
    quotes = _quotes(decision)
    words = [f"“{cut(quotes[key].text, 60)}” ({key})" if key in quotes else key for key in missing]
    return f"nothing stands any more where {' and '.join(words)} stood"


def _quotes(decision: Decision) -> dict[str, Span]:
    """A decision's words by the id they belong to: one quote for each id of its subject, in the same order."""
    if len(decision.quotes) != len(decision.subject):
        return {}
    return dict(zip(decision.subject, decision.quotes, strict=True))


def _anchored(index: int, decision: Decision, records: Mapping[str, Span]) -> str | None:
    """The record's id if it is there; else the record of its kind that stands on the quoted words, best overlap first; else
    the only record of its kind, in the whole case, that has these very words. None when that leaves a doubt.
    """
    key = decision.subject[index]
    quote = _quotes(decision).get(key)
    if quote is None:
        return key if key in records else None
    if (there := records.get(key)) and (kind(key) == "" or _alike(quote, there) >= _ENOUGH):
        return key
    letter = kind(key)
    alike = sorted((-_alike(quote, span), other) for other, span in records.items() if letter and kind(other) == letter)
    if alike and -alike[0][0] >= _ENOUGH:
        return alike[0][1]
    same = [other for other, span in records.items() if kind(other) == letter and _same(quote, span, letter)]
    return same[0] if len(same) == 1 else None


def _alike(left: Span, right: Span) -> float:
    """Intersection over union of two spans, 0 where they lie in different documents."""
    shared = left.overlap(right)
    union = left.end - left.start + right.end - right.start - shared
    return shared / union if shared else 0.0


def _same(quote: Span, span: Span, letter: str) -> bool:
    """Whether a record has the quoted words: all of them, or, for a document, somewhere in it."""
    return quote.text in span.text if letter == "" else quote.text == span.text
