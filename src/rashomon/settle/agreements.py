"""Two analysts' decisions in, where they answered the same and where not out, with how much of that is more than chance.

Cohen (1960), "A coefficient of agreement for nominal scales"; Krippendorff (2011), "Computing Krippendorff's alpha-reliability".
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Decision
from rashomon.settle.answers import WITHDRAWN

Answers = Mapping[tuple[str, tuple[str, ...]], Decision]
"""Decisions in force by question and subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """On one question: how many subjects both answered, how many the same way, and the two coefficients (1 is full agreement,
    0 what chance gives; None where all answers are one, so that nothing can be told from chance).
    """

    question: str
    both: int
    same: int
    kappa: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two analysts' work: agreement by question, then every disagreement as a pair."""

    agreements: tuple[Agreement, ...]
    disagreements: tuple[tuple[Decision, Decision], ...]


def compare(mine: Answers, theirs: Answers) -> Compared:
    """What both decided; notes, which are no answers to a question, are left out."""
    shared = sorted(key for key in mine.keys() & theirs.keys() if key[0] != "note")
    pairs = [(mine[key], theirs[key]) for key in shared if WITHDRAWN not in (mine[key].answer, theirs[key].answer)]
    questions = dict.fromkeys(left.question for left, _ in pairs)
    return Compared(
        agreements=tuple(_agreement(q, [(a.answer, b.answer) for a, b in pairs if a.question == q]) for q in questions),
        disagreements=tuple((a, b) for a, b in pairs if a.answer != b.answer),
    )


def _agreement(question: str, pairs: Sequence[tuple[str, str]]) -> Agreement:
    same = sum(left == right for left, right in pairs)
    return Agreement(question=question, both=len(pairs), same=same, kappa=kappa(pairs), alpha=alpha(pairs))


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two people's nominal answers, None where chance alone would make them agree fully."""
    if not pairs:
        return None
    total = len(pairs)
    lefts, rights = Counter(left for left, _ in pairs), Counter(right for _, right in pairs)
    observed = sum(left == right for left, right in pairs) / total
    expected = sum(lefts[answer] * rights[answer] for answer in lefts) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def alpha(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Krippendorff's alpha of two people's nominal answers, nothing missing; None where all answers are one."""
    answers = Counter(answer for pair in pairs for answer in pair)
    total = sum(answers.values())
    unlike = total**2 - sum(n * n for n in answers.values())
    if not unlike:
        return None
    disagreed = 2 * sum(left != right for left, right in pairs)
    return 1 - (total - 1) * disagreed / unlike
