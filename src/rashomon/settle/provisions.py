"""Claims in, points on what an agreement was to bring out, one for each matter of its terms: "What was agreed about weapons?".

Terms are told in many words ("to bring only small arms", "they were to be disarmed"): what ties them together is the matter,
and that they say what was allowed or owed. What was done is another question.
"""

from collections.abc import Iterator, Mapping

from rashomon.data import load
from rashomon.meaning.dealwords import settles
from rashomon.meaning.families import ruled, spoken_of
from rashomon.model import Claim, Lineage, Point, Value
from rashomon.settle import assembled
from rashomon.settle.records import Copies, Records
from rashomon.settle.relations import Compare


def points(given: Records, copies: Copies, compare: Compare, lineage: Lineage) -> Iterator[Point]:
    """A point for each matter on which two accounts say what was agreed; `compare` sets the wordings of claims side by side."""
    repeated = {key for keys in copies.values() for key in keys}
    told = [claim for key, claim in given.claims.items() if key not in repeated and _term(claim)]
    matters: Mapping[str, list[str]] = load("deals")["matters"]
    for matter, names in matters.items():
        claims = [claim for claim in told if spoken_of(claim) & {*names}]
        keys = [[claim.id, *(c for c in copies.get(claim.id, ()) if c in given.claims)] for claim in claims]
        if len({given.document_of[key] for part in keys for key in part}) > 1 and any(_agreed(c) for c in claims):
            yield _point(f"What was agreed about {matter}?", keys, given, compare, lineage)


def _term(claim: Claim) -> bool:
    """Whether a claim says what an agreement allowed or asked for."""
    said = {claim.predicate, *claim.words}
    return bool(said & {*load("deals")["terms"]["verbs"]}) or settles(claim.span.text) or (ruled(claim) and "term" in said)


def _agreed(claim: Claim) -> bool:
    return "agreement" in spoken_of(claim) or "term" in claim.words


def _point(question: str, keys: list[list[str]], given: Records, compare: Compare, lineage: Lineage) -> Point:
    answers = [[assembled.answer(given, key) for key in part] for part in keys]
    values = [Value(id=f"v{n}", text=" ".join(part[0].claim.span.text.split())) for n, part in enumerate(answers, 1)]
    key = question + min(k for part in keys for k in part)
    return assembled.point("what", question, key, values, answers, given, compare, lineage, (question.split()[-1].strip("?"),))
