"""Decisions in, the answer in force for a record or a pair out; those whose subject is gone are strays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.model import Decision, Span, Stray

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


def open_ledger(decisions: Iterable[Decision], records: Mapping[str, Span]) -> Ledger:
    """The ledger of a case whose records stand on these spans (by id; documents' ids map to a span of the document)."""
    from dataclasses import replace

    answers: dict[tuple[str, tuple[str, ...]], Decision] = {}
    strays: list[Stray] = []
    for decision in decisions:
        subject = tuple(_anchored(key, decision, records) for key in decision.subject)
        missing = [key for key, found in zip(decision.subject, subject, strict=True) if found is None]
        if missing:
            strays.append(Stray(decision=decision.id, why=f"nothing stands any more where {', '.join(missing)} stood"))
            continue
        key = (decision.question, tuple(sorted(s for s in subject if s)))
        answers.pop(key, None)
        answers[key] = replace(decision, subject=key[1])
    return Ledger(answers, tuple(strays))


def _anchored(key: str, decision: Decision, records: Mapping[str, Span]) -> str | None:
    """The record's id if it is there, else that of the record of its kind that stands on the quoted words."""
    if key in records:
        return key
    kind = _kind(key)
    best, score = None, _ENOUGH
    for quote in decision.quotes:
        for other, span in records.items():
            if _kind(other) == kind and (shared := quote.overlap(span)):
                alike = shared / (quote.end - quote.start + span.end - span.start - shared)
                if alike >= score:
                    best, score = other, alike
    return best


def _kind(key: str) -> str:
    """What kind of record an id names: the letter after the document's id."""
    return key.partition(".")[2][:1]
