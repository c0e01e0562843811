"""An answer in, a decision in the log out: made, taken back, or attached to other words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from rashomon.api.opening import Desk
from rashomon.api.opening import desk as desk_of
from rashomon.errors import DecisionError
from rashomon.model import Case, Decision, Document, Span
from rashomon.settle import answers
from rashomon.store import casefile


def decide(
    case_path: Path | str,
    question: str,
    subject: Sequence[str],
    answer: str,
    author: str,
    note: str = "",
    *,
    made_at: str | None = None,
    desk: Desk | None = None,
) -> Decision:
    """Adds a decision to the log: an answer to a question about the records with these ids (those of entities, values and
    points stand for a record of theirs). `made_at`: ISO 8601, UTC; now, unless given. `desk`: the case as it is known already,
    which spares reading it. DecisionError when it makes no sense.
    """
    with casefile.opened(Path(case_path)) as file:
        known = desk or desk_of(file)
        case, anchors = known.case, known.anchors
        about, kept = answers.check(question, [_record(case, key, anchors) for key in subject], answer, anchors)
        return file.append(
            Decision(
                id="",
                question=question,
                subject=about,
                answer=_record(case, kept, anchors) if question == "derives" else kept,
                author=_author(author),
                made_at=made_at or _now(),
                quotes=tuple(_quote(anchors[key]) for key in about),
                note=note.strip(),
            )
        )


def placed(document: Document, origin: str, author: str) -> Decision:
    """The decision that a document is the origin which others cite by this name; DecisionError without an author."""
    return Decision(
        id="",
        question="stands-for",
        subject=(document.id,),
        answer=origin,
        author=_author(author),
        made_at=_now(),
        quotes=(_quote(document.span(0, len(document.text))),),
    )


def undo(case_path: Path | str, decision: str, author: str, note: str = "") -> Decision:
    """Takes back the decision with this id by a later one on the same subject: what held before it holds again, an earlier
    decision or the machine's suggestion. DecisionError when it is not in the log or no longer the latest on its subject.
    """
    with casefile.opened(Path(case_path)) as file, file.transaction():
        log = file.decisions()
        taken = next((d for d in log if d.id == decision), None)
        if taken is None:
            raise DecisionError(f"The log has no decision {decision!r}; `rashomon decide CASE --list` shows what it has.")
        same = [d for d in log if (d.question, sorted(d.subject)) == (taken.question, sorted(taken.subject))]
        if same[-1].id != decision:
            raise DecisionError(f"A later decision by {same[-1].author} stands on the same subject; take that one back.")
        before = same[-2].answer if len(same) > 1 else answers.WITHDRAWN
        return file.append(
            replace(taken, answer=before, author=_author(author), made_at=_now(), note=note.strip() or f"takes {decision} back")
        )


def attach(
    case_path: Path | str, decision: str, subject: Sequence[str], author: str, note: str = "", *, desk: Desk | None = None
) -> Decision:
    """Attaches a decision whose words are gone to other records: the same answer about these, and the old one taken back.
    `subject`: the new ids in the order of the old ones. DecisionError when it makes no sense.
    """
    with casefile.opened(Path(case_path)) as file, file.transaction():
        lost = next((d for d in file.decisions() if d.id == decision), None)
        if lost is None:
            raise DecisionError(f"The log has no decision {decision!r}; `rashomon decide CASE --list` shows what it has.")
        anchors = (desk or desk_of(file)).anchors
        moved = dict(zip(lost.subject, subject, strict=False))
        about, answer = answers.check(lost.question, subject, moved.get(lost.answer, lost.answer), anchors)
        why = note.strip() or f"attaches {decision} again"
        made = replace(lost, author=_author(author), made_at=_now(), note=why)
        file.append(replace(made, answer=answers.WITHDRAWN))
        return file.append(replace(made, subject=about, answer=answer, quotes=tuple(_quote(anchors[key]) for key in about)))


def _author(name: str) -> str:
    if not name.strip():
        raise DecisionError("A decision needs an author: who decided it?")
    return " ".join(name.split())


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _record(case: Case, key: str, anchors: Mapping[str, Span]) -> str:
    """The id of a record that a decision can hold on to: of an entity its first mention, of a point, or of a value in it
    (POINT:VALUE), its first claim, of an origin its document; any other id as it is.
    """
    if key in anchors:
        return key
    mentions = (m.id for m in case.mentions if m.entity == key)
    claims = (m.claim for p in case.points for m in p.claims if key in (p.id, f"{p.id}:{m.value}"))
    documents = (o.document for o in case.origins if o.id == key and o.document)
    return next(chain(mentions, claims, documents), key)


def _quote(span: Span) -> Span:
    """The words that a decision quotes: the record's, of a document its first line."""
    first = span.text.strip().partition("\n")[0][:200].rstrip()
    start = span.start + span.text.index(first)
    return Span(document=span.document, start=start, end=start + len(first), text=first)
