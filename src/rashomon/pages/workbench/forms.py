"""A question and its subject in, the form that answers it out, with the answer that is in force."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon import data
from rashomon.model import Decision, Hop
from rashomon.pages import times
from rashomon.pages.words import day


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to choose: as it is kept, and as a reader would say it."""

    answer: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The decision in force, and its place in the log."""

    id: str
    answer: str
    author: str
    when: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One question about one subject: `choices` are buttons; where `field` is not empty, words can be written (`hint` says
    how); `among` are the records to choose a subject from where it is not given.
    """

    question: str
    asks: str
    subject: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    field: str = ""
    hint: str = ""
    value: str = ""
    among: tuple[Choice, ...] = ()
    decided: Decided | None = None


YES_NO = {
    "claim": (Choice(answer="yes", label="Confirm"), Choice(answer="no", label="Not a claim")),
    "same-point": (Choice(answer="yes", label="One question"), Choice(answer="no", label="Two questions")),
    "same-entity": (Choice(answer="yes", label="The same one"), Choice(answer="no", label="Not the same")),
}

RELATIONS = tuple(
    Choice(answer=answer, label=label)
    for answer, label in (
        ("conflict", "conflict: both cannot hold"),
        ("denial", "denial: one rejects the other"),
        ("agree", "agree: the same answer"),
        ("compatible", "compatible: both can hold"),
        ("refines", "refines: one is more precise"),
        ("superseded", "superseded: a later position"),
        ("repeat", "repeat: one origin, said again"),
    )
)

Standing = Mapping[tuple[str, tuple[str, ...]], Decision]
"""Decisions in force by question and subject."""


def by_record(in_force: Standing) -> Mapping[str, tuple[Decision, ...]]:
    """Decisions in force by each record they are about, oldest first."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for (_, subject), decision in in_force.items():
        for key in subject:
            found[key].append(decision)
    return {key: tuple(decisions) for key, decisions in found.items()}


def decided(decision: Decision | None) -> Decided | None:
    """A decision as a form shows it."""
    if decision is None:
        return None
    when = day(decision.made_at)
    return Decided(
        id=decision.id,
        answer=decision.answer,
        author=decision.author,
        when=f"{when.day} {when:%B %Y}" if when else decision.made_at,
        note=decision.note,
    )


def claim(in_force: Standing, key: str) -> Form:
    """Whether it is a claim."""
    return _form(in_force, "claim", "Is this a claim?", key, choices=YES_NO["claim"])


def speaker(in_force: Standing, key: str, now: Hop | None) -> Form:
    """Who says so; `now` is who is taken to: an outlet has no name to write, of several who fit each can be chosen."""
    several = tuple(Choice(answer=name, label=name) for name in (now.readings if now and len(now.readings) < 4 else ()))
    value = now.name if now and now.kind != "outlet" and not several else ""
    choices = (*several, Choice(answer="outlet", label="The outlet itself"))
    return _form(in_force, "speaker", "Who says so?", key, choices=choices, field="Name", value=value)


def chain(in_force: Standing, key: str, now: str) -> Form:
    """By whom it came to the outlet; `now` are the names as they are taken to be."""
    return _form(
        in_force, "chain", "By whom did it come?", key, field="Chain", hint="nearest first: a docker > Channel 9", value=now
    )


def words(in_force: Standing, key: str, now: str) -> Form:
    """Which words the claim stands on; `now` are those it is taken to stand on."""
    hint = "as they stand in the account: type them, or select them above"
    return _form(in_force, "span", "Which words are the claim?", key, field="Words", hint=hint, value=now)


def estimate(in_force: Standing, key: str) -> Form:
    """The lowest, best and highest figure on the point of a claim."""
    decision = in_force.get(("estimate", (key,)))
    return _form(
        in_force,
        "estimate",
        "Your own figures: lowest, best, highest",
        key,
        field="Low/best/high",
        hint="12/40/60; leave one empty where there is none: 12//60",
        value=decision.answer if decision else "",
    )


def grade(in_force: Standing, key: str, asks: str) -> Form:
    """A grade from one of the scales in use."""
    return _form(in_force, "grade", asks, key, choices=_grades())


@cache
def _grades() -> tuple[Choice, ...]:
    found: list[Choice] = []
    for scale, known in data.load("grades").items():
        for letter, reliable in known.get("reliability", {}).items():
            for digit, credible in known["credibility"].items():
                found.append(_grade(scale, known, f"{letter}{digit}", f"{reliable}, {credible}"))
        found += [_grade(scale, known, code, means) for code, means in known.get("grades", {}).items()]
    return tuple(found)


def _grade(scale: str, known: Mapping[str, str], code: str, means: str) -> Choice:
    return Choice(answer=f"{scale} {code}", label=f"{known['name']}: {code} ({means})")


def figure(in_force: Standing, key: str, words: str, now: str) -> Form:
    """What a figure allows."""
    return _form(
        in_force, "figure", f"What does “{words}” allow?", key, field="Figure", hint="3500, 200..999, 40.. or ..500", value=now
    )


def date(in_force: Standing, key: str, asks: str, now: str, readings: Sequence[str] = (), read: str = "") -> Form:
    """When something was; each of several readings can be chosen. `read`: how it was read, in a sentence."""
    choices = tuple(Choice(answer=r, label=times.written(r)) for r in readings if times.written(r) != r)
    hint = f"{read} Written 2024-03-05, 2024-03, 2024 or 2024-03-05/2024-03-07".strip()
    return _form(in_force, "date", asks, key, choices=choices[:4] if len(choices) > 1 else (), field="Date", hint=hint, value=now)


def note(in_force: Standing, key: str) -> Form:
    """A remark."""
    return _form(in_force, "note", "A remark, which changes nothing", key, field="Remark")


def pair(in_force: Standing, question: str, asks: str, left: str, right: str, choices: tuple[Choice, ...]) -> Form:
    """A question about two records."""
    subject = tuple(sorted((left, right)))
    found = decided(in_force.get((question, subject)))
    return Form(question=question, asks=asks, subject=subject, choices=choices, decided=found)


def derives(in_force: Standing, left: tuple[str, str], right: tuple[str, str]) -> Form:
    """Which of two accounts, each an id and a name, took from the other."""
    choices = (
        Choice(answer=left[0], label=f"{right[1]} took from {left[1]}"),
        Choice(answer=right[0], label=f"{left[1]} took from {right[1]}"),
        Choice(answer="no", label="Neither"),
    )
    return pair(in_force, "derives", "Did one take from the other?", left[0], right[0], choices)


def stands_for(in_force: Standing, document: str, cited: Sequence[str]) -> Form:
    """Which origin an account is, that others cite and the pile lacks; `cited`: the names of those there are."""
    hint = f"as it is cited: {', '.join(cited)}" if cited else "as it is cited"
    return _form(in_force, "stands-for", "Which origin is this, that others cite?", document, field="Origin", hint=hint)


def bounds(low: float | None, high: float | None) -> str:
    """An interval as an answer is written."""
    if low is None and high is None:
        return ""
    first, last = (f"{n:.15g}" if n is not None else "" for n in (low, high))
    return first if first == last else f"{first}..{last}"


def _form(
    in_force: Standing,
    question: str,
    asks: str,
    key: str,
    choices: tuple[Choice, ...] = (),
    field: str = "",
    hint: str = "",
    value: str = "",
) -> Form:
    found = decided(in_force.get((question, (key,))))
    return Form(question=question, asks=asks, subject=(key,), choices=choices, field=field, hint=hint, value=value, decided=found)
