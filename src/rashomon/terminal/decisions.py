"""A decision, a log of them, two logs merged in; lines for a terminal, or JSON, out."""

from dataclasses import asdict

import typer

from rashomon.api import Merged
from rashomon.model import Case, Decision
from rashomon.settle.answers import QUESTIONS
from rashomon.terminal.lines import counted, json_line, line, paragraph, short


def decided(decision: Decision, *, as_json: bool) -> None:
    """A decision that was made."""
    if as_json:
        return json_line(asdict(decision))
    return _decision(decision)


def log(case: Case, *, as_json: bool) -> None:
    """The log, oldest first, with what became of decisions whose subject is gone."""
    if as_json:
        return json_line([asdict(d) for d in case.decisions])
    if not case.decisions:
        return line("No decision has been made.")
    strays = {s.decision: s.why for s in case.strays}
    for decision in case.decisions:
        _decision(decision)
        if decision.id in strays:
            paragraph(f"without its subject: {strays[decision.id]}", 4)
    return line(f"The log is as it was written; its last seal is {case.decisions[-1].seal}.")


def _decision(decision: Decision) -> None:
    about = " / ".join(f"“{short(q.text)}”" for q in decision.quotes)
    paragraph(f"{decision.made_at} {decision.author}: {decision.question} of {about}: {decision.answer}", 0)
    if decision.note:
        paragraph(decision.note, 4)


def merged(came: Merged, *, kept: bool, as_json: bool) -> None:
    """What came of a colleague's decisions, and how far the two agree."""
    if as_json:
        return json_line(asdict(came))
    taken = "taken" if kept else "would be taken"
    typer.echo(f"{counted(len(came.added), 'decision')} {taken}, {came.already} there already, {len(came.left_out)} left out.")
    for found in came.compared.agreements:
        both = f"{found.question}: {found.same} of {found.both} answered the same"
        typer.echo(f"  {both}; Cohen's kappa {_coefficient(found.kappa)}, Krippendorff's alpha {_coefficient(found.alpha)}")
    for mine, theirs in came.compared.disagreements:
        words = " / ".join(f"“{short(q.text, 70)}”" for q in mine.quotes) or ", ".join(mine.subject)
        line(f"  {mine.question}: {mine.answer} ({mine.author}), {theirs.answer} ({theirs.author})  {words}")
    for decision, why in came.left_out:
        line(f"  left out: {decision.question} {decision.answer} ({decision.author}): {why}")


def _coefficient(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.2f}"


def questions() -> None:
    """What can be asked, and what answers it takes."""
    for name, question in QUESTIONS.items():
        about = "one id" if question.subjects == 1 else "two ids"
        paragraph(f"{name} ({about}): {question.asks}? {question.expects}", 0)
