"""decide, decisions: answers in; logs of them handed on and merged."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.options import AsJson, CaseArgument
from rashomon.cli.running import write
from rashomon.errors import DecisionError, InputError


def decide(
    case: CaseArgument,
    question: Annotated[str | None, typer.Argument(metavar="QUESTION", help="What is answered; --questions lists all.")] = None,
    subject: Annotated[list[str] | None, typer.Argument(metavar="SUBJECT", help="One id, or the two of a pair.")] = None,
    answer: Annotated[str | None, typer.Option("--answer", help="yes, no, or the corrected value.")] = None,
    author: Annotated[str | None, typer.Option("--author", envvar="RASHOMON_AUTHOR", help="Who decides.")] = None,
    note: Annotated[str, typer.Option("--note", help="Why.")] = "",
    log: Annotated[bool, typer.Option("--list", help="Show the decisions made so far instead.")] = False,
    questions: Annotated[bool, typer.Option("--questions", help="Show what can be asked, and what answers it takes.")] = False,
    json: AsJson = False,
) -> None:
    """Correct a case: answer a question about a record or a pair. `show --ids` has the ids."""
    from rashomon import api
    from rashomon.terminal import decisions

    if questions:
        return decisions.questions()
    if log:
        return decisions.log(api.open_case(case), as_json=json)
    if question is None or not subject or answer is None:
        raise typer.BadParameter("give QUESTION, SUBJECT and --answer; --questions shows what can be asked.")
    if author is None:
        raise DecisionError("A decision needs an author: give --author, or set RASHOMON_AUTHOR.")
    decisions.decided(api.decide(case, question, subject, answer, author, note), as_json=json)


def export_log(
    case: CaseArgument,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE.jsonl", help="Where to write; standard output unless given.")
    ] = None,
) -> None:
    """Write the log of decisions for a colleague's case."""
    from rashomon import api

    write(output, lambda out: api.write_decisions(case, out))


def import_log(
    case: CaseArgument,
    log: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="What `decisions export` wrote.")],
    theirs: Annotated[bool, typer.Option("--theirs", help="Where both answered otherwise, take theirs.")] = False,
    compare: Annotated[bool, typer.Option("--compare", help="Only say how far the two agree; take nothing.")] = False,
    json: AsJson = False,
) -> None:
    """Take a colleague's decisions into a case; list where the two disagree, and how far they agree."""
    from rashomon import api
    from rashomon.terminal import decisions

    try:
        lines = log.read_bytes()
    except OSError as error:
        raise InputError(f"{log} cannot be read ({error.strerror or error}).") from error
    merged = api.read_decisions(case, lines, prefer="theirs" if theirs else "mine", keep=not compare)
    decisions.merged(merged, kept=not compare, as_json=json)
