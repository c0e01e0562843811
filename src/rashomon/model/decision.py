"""What a person decided, about one record or one pair, quoting the words it is about."""

from dataclasses import dataclass

from rashomon.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One answer to one question; superseded by a later one on the same question and subject, never edited.

    `question`: same-entity, same-point, derives, claim, speaker, figure, date, relation, note. `subject`: the ids of the
    record or of the pair (sorted). `quotes`: the words those stand on, by which the decision is found again after a rebuild.
    `answer`: yes, no, or the corrected value in words. `made_at`: ISO 8601, UTC. `seal` chains the log: the sha256 over the
    decision before and this one.
    """

    id: str
    question: str
    subject: tuple[str, ...]
    answer: str
    author: str
    made_at: str
    quotes: tuple[Span, ...] = ()
    note: str = ""
    seal: str = ""
