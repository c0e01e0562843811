"""The clauses of a sentence in, the same with what the parse tore apart put together out."""

from collections.abc import Iterator, Sequence

from rashomon.extract.clauses import Clause, merged
from rashomon.extract.contents import NONE
from rashomon.text.parse import Parse


def gathered(parse: Parse, clauses: Sequence[Clause], region: Sequence[int], first: int) -> list[Clause]:
    """Scraps put back with their clauses, and people with their families."""
    return [*_with_kin(parse, _rejoined(parse, clauses, region, first))]


def _rejoined(parse: Parse, clauses: Sequence[Clause], region: Sequence[int], first: int) -> list[Clause]:
    """Scraps that the parse hung outside their stretch of attributed words, put back with the nearest clause of it."""
    kept: list[Clause] = []
    latest: dict[int, int] = {}
    for clause in clauses:
        held = region[clause.head - first]
        near = latest.get(held) if held != NONE and not clause.cut else None
        if near is None or (_stands(parse, clause) and _stands(parse, kept[near])):
            latest[held] = len(kept)
            kept.append(clause)
        elif _stands(parse, clause):
            kept[near] = merged([clause, kept[near]])
        else:
            kept[near] = merged([kept[near], clause])
    return kept


def _with_kin(parse: Parse, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Some people and "and their families", which the parse took for the subject of another clause, as one subject."""
    held: Clause | None = None
    for clause in clauses:
        words = [parse.word(t).lower() for t in clause.tokens[:2]]
        if held is not None and (
            words == ["and", "their"] or (words[:1] == ["their"] and parse.word(clause.tokens[0] - 1) == "and")
        ):
            yield merged([clause, held])
            held = None
            continue
        if held is not None:
            yield held
        verbal = any(parse.pos[t] in ("VERB", "AUX") and not parse.word(t).isupper() for t in clause.tokens)
        ends = [parse.tag[t] for t in clause.tokens[-2:]]
        counted = not verbal and "NNS" in ends and any(parse.tag[t] == "CD" for t in clause.tokens)
        held = clause if counted else None
        if held is None:
            yield clause
    if held is not None:
        yield held


def _stands(parse: Parse, clause: Clause) -> bool:
    """Whether a clause can stand alone: it has a verb, and is no condition or circumstance of another."""
    below = not clause.cut and parse.dep[clause.head] in {"advcl", "acl", "xcomp", "relcl"}
    return parse.pos[clause.head] in {"VERB", "AUX"} and not below
