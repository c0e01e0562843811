"""A case's log of decisions out, a colleague's log in, and how far the two agree."""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from rashomon import codec
from rashomon.api.opening import desk
from rashomon.errors import InputError
from rashomon.model import Decision
from rashomon.settle import agreements, answers
from rashomon.settle.decisions import open_ledger
from rashomon.store import casefile, seals


def decisions(case_path: Path | str) -> tuple[Decision, ...]:
    """The log of decisions, oldest first; CaseFileError when it is not as it was written."""
    with casefile.opened(Path(case_path)) as file:
        return file.decisions()


def write_decisions(case_path: Path | str, out: BinaryIO) -> None:
    """Writes the log to `out` for a colleague's case, as JSON Lines: a decision on each, with its seal."""
    out.writelines(codec.to_json(decision) + b"\n" for decision in decisions(case_path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What came of a colleague's decisions: those that were added, how many were there already, those that were left out with
    the reason, and how far the two agree.
    """

    added: tuple[Decision, ...]
    already: int
    left_out: tuple[tuple[Decision, str], ...]
    compared: agreements.Compared


def read_decisions(case_path: Path | str, lines: bytes, *, prefer: str = "mine", keep: bool = True) -> Merged:
    """Takes a colleague's log into a case. Where both answered one question otherwise, the case's own answer stands (`prefer`
    "theirs": the colleague's); both are listed. With `keep` false nothing is written. InputError when the log is none, or not
    as it was written.
    """
    theirs = _log(lines)
    with casefile.opened(Path(case_path)) as file:
        known = desk(file)
        with file.transaction():
            mine = file.decisions()
            ours = open_ledger(mine, known.anchors).answers
            other = open_ledger(theirs, known.anchors).answers
            compared = agreements.compare(ours, other)
            lost = {b.id for _, b in compared.disagreements} if prefer == "mine" else set()
            there = {_told(d) for d in mine}
            new = [d for d in theirs if _told(d) not in there]
            why = {d.id: _refused(d) or ("the case answers otherwise" if d.id in lost else "") for d in new}
            added = tuple(file.append(d) if keep else d for d in new if not why[d.id])
    left_out = tuple((d, why[d.id]) for d in new if why[d.id])
    return Merged(added=added, already=len(theirs) - len(new), left_out=left_out, compared=compared)


def _log(lines: bytes) -> tuple[Decision, ...]:
    try:
        found = tuple(codec.from_json(line, Decision) for line in lines.splitlines() if line.strip())
    except codec.Malformed as error:
        raise InputError(f"This is no log of decisions ({error}); `rashomon decisions export CASE` writes one.") from error
    if number := seals.chained(found):
        raise InputError(f"Decision {number} of this log is not as it was written; ask for it again.")
    return found


def _told(decision: Decision) -> tuple[object, ...]:
    return decision.question, decision.subject, decision.answer, decision.author, decision.made_at, decision.note


def _refused(decision: Decision) -> str:
    """Why a decision from elsewhere cannot be taken, "" where it can."""
    asked = answers.QUESTIONS.get(decision.question)
    if asked is None:
        return "no question is called so here"
    try:
        kept = decision.answer if decision.answer == answers.WITHDRAWN else asked.check(decision.answer)
    except ValueError:
        return f"that is no answer to it; it expects {asked.expects}"
    whole = len(set(decision.subject)) == asked.subjects and decision.author.strip() and decision.made_at
    return "" if whole and kept else "it lacks a subject, an author or a time"
