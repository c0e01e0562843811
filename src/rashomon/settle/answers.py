"""What can be asked and what answers are understood: a question, its subject and an answer in, the same as it is kept out."""

import calendar
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rashomon import data
from rashomon.errors import DecisionError
from rashomon.model import Span

_NUMBER = r"\d+(?:[,_ ]\d{3})*(?:\.\d+)?"
_RANGE = re.compile(rf"\s*({_NUMBER})?\s*(\.\.)?\s*({_NUMBER})?\s*")
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def bounds(answer: str) -> tuple[float | None, float | None]:
    """ "3500" as (3500, 3500), "200..999", "40.." and "..500" as what they leave open; ValueError for anything else."""
    found = _RANGE.fullmatch(answer)
    if not found or not (found[1] or found[3]) or (found[1] and found[3] and not found[2]):
        raise ValueError(f"not understood: {answer}")
    low, high = (float(re.sub("[,_ ]", "", n)) if n else None for n in (found[1], found[3]))
    if not found[2]:
        return (low, low) if high is None else (high, high)
    if low is not None and high is not None and low > high:
        raise ValueError(f"not understood: {answer}")
    return low, high


def days(answer: str) -> tuple[str, str]:
    """The first and the last day (ISO dates) of "2024", "2024-03", "2024-03-05" or a range with "/"; ValueError otherwise."""
    first, _, last = answer.strip().partition("/")
    earliest, latest = _day(first, last=False), _day(last or first, last=True)
    if earliest > latest:
        raise ValueError(f"not understood: {answer}")
    return earliest, latest


def _day(written: str, last: bool) -> str:
    found = _DAY.fullmatch(written.strip())
    if not found:
        raise ValueError(f"not understood: {written}")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    month = month or (12 if last else 1)
    if not 1 <= month <= 12 or not year >= 1:
        raise ValueError(f"not understood: {written}")
    try:
        return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1)).isoformat()
    except ValueError as error:
        raise ValueError(f"not understood: {written}") from error


RELATIONS = ("agree", "compatible", "refines", "conflict", "denial", "superseded", "repeat")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What can be asked: about how many records, of which kinds (the letter in an id, "" for a document), answered how.

    `check` gives the answer as it is kept, and raises ValueError with what is expected instead.
    """

    asks: str
    subjects: int
    kinds: str | None
    expects: str
    check: Callable[[str], str]


def _one_of(*answers: str) -> Callable[[str], str]:
    def plain(answer: str) -> str:
        if (kept := answer.strip().lower()) not in answers:
            raise ValueError(f"not understood: {answer}")
        return kept

    return plain


def _words(answer: str) -> str:
    if not (kept := " ".join(answer.split())):
        raise ValueError(f"not understood: {answer}")
    return kept


def _figure(answer: str) -> str:
    bounds(answer)
    return answer.strip()


def _date(answer: str) -> str:
    days(answer)
    return answer.strip()


def estimate(answer: str) -> tuple[float | None, float | None, float | None]:
    """ "12/40/60" as its lowest, best and highest figure; one may be left empty, ValueError for anything else."""
    parts = [part.strip() for part in answer.split("/")]
    if len(parts) != 3 or not any(parts) or not all(re.fullmatch(_NUMBER, part) for part in parts if part):
        raise ValueError(f"not understood: {answer}")
    low, best, high = (float(re.sub("[,_ ]", "", part)) if part else None for part in parts)
    given = [n for n in (low, best, high) if n is not None]
    if given != sorted(given):
        raise ValueError(f"not understood: {answer}")
    return low, best, high


def chain(answer: str) -> tuple[str, ...]:
    """ "a docker > Channel 9" as the names in it, nearest speaker first; ValueError where one is empty."""
    names = tuple(" ".join(name.split()) for name in re.split(r"\s*[>→]\s*", answer.strip()))
    if not all(names):
        raise ValueError(f"not understood: {answer}")
    return names


WITHDRAWN = "withdrawn"
"""The answer to any question that takes earlier answers back, so that the machine's suggestion stands again."""


def _estimate(answer: str) -> str:
    estimate(answer)
    return re.sub(r"\s*/\s*", "/", answer.strip())


def _grade(answer: str) -> str:
    scale, _, grade = " ".join(answer.split()).partition(" ")
    known = data.load("grades").get(scale.lower(), {})
    code = grade.upper()
    pair = code[:1] in known.get("reliability", ()) and code[1:] in known.get("credibility", ())
    if not pair and (code := grade.lower()) not in known.get("grades", ()):
        raise ValueError(f"not understood: {answer}")
    return f"{scale.lower()} {code}"


_YES_NO = _one_of("yes", "no")
QUESTIONS: Mapping[str, Question] = {
    "same-entity": Question(asks="do two names mean the same one", subjects=2, kinds="m", expects="yes or no", check=_YES_NO),
    "same-point": Question(
        asks="do two claims bear on one question of fact", subjects=2, kinds="c", expects="yes or no", check=_YES_NO
    ),
    "relation": Question(
        asks="how do the answers of two claims stand to one another",
        subjects=2,
        kinds="c",
        expects=", ".join(RELATIONS[:-1]) + " or " + RELATIONS[-1],
        check=_one_of(*RELATIONS),
    ),
    "derives": Question(
        asks="did one of two documents take from the other",
        subjects=2,
        kinds="",
        expects="the id of the one that was there first, or no",
        check=_words,
    ),
    "stands-for": Question(
        asks="which origin is this account, that others cite",
        subjects=1,
        kinds="",
        expects="the name by which the origin is cited",
        check=_words,
    ),
    "claim": Question(asks="is this a claim", subjects=1, kinds="c", expects="yes or no", check=_YES_NO),
    "speaker": Question(
        asks="who says so", subjects=1, kinds="c", expects='a name, or "outlet" for the outlet\'s own voice', check=_words
    ),
    "chain": Question(
        asks="by whom did it come",
        subjects=1,
        kinds="c",
        expects='the names, nearest speaker first, the outlet left out, such as "a docker > Channel 9"',
        check=lambda answer: " > ".join(chain(answer)),
    ),
    "span": Question(
        asks="which words are the claim", subjects=1, kinds="c", expects="the words as they stand in the account", check=_words
    ),
    "estimate": Question(
        asks="what are the lowest, the best and the highest figure on this claim's point",
        subjects=1,
        kinds="c",
        expects="low/best/high such as 12/40/60, one of them left empty where there is none",
        check=_estimate,
    ),
    "grade": Question(
        asks="how is it graded",
        subjects=1,
        kinds=None,
        expects="a scale and a grade of it, such as admiralty B2, airwars fair or ucdp event clear",
        check=_grade,
    ),
    "figure": Question(
        asks="what does this figure allow",
        subjects=1,
        kinds="q",
        expects="a number or a range such as 3500, 200..999, 40.. or ..500",
        check=_figure,
    ),
    "date": Question(
        asks="when was this published, or which days are meant",
        subjects=1,
        kinds="t",
        expects="2024-03-05, 2024-03, 2024 or 2024-03-05/2024-03-07",
        check=_date,
    ),
    "note": Question(asks="what is to stand beside it, changing nothing", subjects=1, kinds=None, expects="words", check=_words),
}


def check(question: str, subject: Iterable[str], answer: str, records: Mapping[str, Span]) -> tuple[tuple[str, ...], str]:
    """The subject, sorted, and the answer as they are kept; DecisionError says what is not there or not an answer."""
    asked = QUESTIONS.get(question)
    if asked is None:
        raise DecisionError(f"No question is called {question!r}; there are: {', '.join(QUESTIONS)}.")
    about = tuple(sorted(set(subject)))
    if len(about) != asked.subjects:
        wanted = "one id" if asked.subjects == 1 else "two different ids"
        raise DecisionError(f"{question!r} is asked about {wanted}, and {len(about)} came.")
    for key in about:
        if key not in records:
            raise DecisionError(f"Nothing in the case has the id {key!r}; `rashomon show CASE --ids` lists what there is.")
        if asked.kinds is not None and not _fits(question, kind(key), asked.kinds):
            raise DecisionError(f"{question!r} cannot be asked about {key!r}; {asked.asks}?")
    try:
        kept = WITHDRAWN if answer.strip().lower() == WITHDRAWN else asked.check(answer)
    except ValueError as error:
        raise DecisionError(f"{question!r} is not answered by {answer!r}; it expects {asked.expects}.") from error
    if question == "derives" and kept.lower() not in ("no", WITHDRAWN) and kept not in about:
        raise DecisionError(f"{question!r} is not answered by {answer!r}; it expects {asked.expects}.")
    return about, kept


def _fits(question: str, letter: str, kinds: str) -> bool:
    return letter == kinds or (question == "date" and letter == "")


def kind(key: str) -> str:
    """What kind of record an id names: the letter after the document's id, nothing for a document."""
    return key.partition(".")[2][:1]
