"""Points and what people decided in, the same points with the estimates and grades that people gave them out."""

from collections.abc import Iterable
from dataclasses import replace

from rashomon import data
from rashomon.model import Decision, Estimate, Grade, Point
from rashomon.settle import answers
from rashomon.settle.decisions import Ledger


def judged(points: Iterable[Point], ledger: Ledger) -> tuple[Point, ...]:
    """The points with what people said of any claim of theirs, in the order of their claims."""
    estimates, grades = ledger.by_subject("estimate"), ledger.by_subject("grade")
    if not estimates and not grades:
        return tuple(points)
    return tuple(_judged(point, estimates, grades) for point in points)


def _judged(point: Point, estimates: dict[str, Decision], grades: dict[str, Decision]) -> Point:
    claims = dict.fromkeys(member.claim for member in point.claims)
    return replace(
        point,
        estimates=tuple(_estimate(key, estimates[key]) for key in claims if key in estimates),
        grades=tuple(_grade(key, grades[key]) for key in claims if key in grades),
    )


def _estimate(claim: str, decision: Decision) -> Estimate:
    low, best, high = answers.estimate(decision.answer)
    return Estimate(low=low, best=best, high=high, claim=claim, author=decision.author, decision=decision.id, note=decision.note)


def _grade(claim: str, decision: Decision) -> Grade:
    scale, _, grade = decision.answer.partition(" ")
    return Grade(
        scale=scale,
        grade=grade,
        means=means(scale, grade),
        claim=claim,
        author=decision.author,
        decision=decision.id,
        note=decision.note,
    )


def means(scale: str, grade: str) -> str:
    """What a grade says in the wording of its scale, "" for one that the scale does not have."""
    known = data.load("grades").get(scale, {})
    reliable, credible = known.get("reliability", {}).get(grade[:1]), known.get("credibility", {}).get(grade[1:])
    return f"{reliable}, {credible}" if reliable and credible else str(known.get("grades", {}).get(grade, ""))
