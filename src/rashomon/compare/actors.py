"""Two answers in, how those whom they name as the doers of one deed stand to one another out.

A name and a description go together, for most descriptions fit many; two names conflict only of deeds that one side alone does.
"""

from collections.abc import Iterator

from rashomon import data
from rashomon.model import Answer, Comparison, Part

_BODIES = frozenset({"organisation", "place"})
_SIDES = frozenset({"organisation", "group"})


def compare(left: Answer, right: Answer) -> Iterator[Comparison]:
    """One comparison where both name somebody."""
    if not left.parts or not right.parts:
        return
    mine, theirs = words(left), words(right)
    if {key(p) for p in left.parts} & {key(p) for p in right.parts}:
        yield Comparison(outcome="agree", why=f"{mine} and {theirs} name the same.")
    elif all(p.named for p in left.parts) != all(p.named for p in right.parts):
        name, described = (mine, theirs) if all(p.named for p in left.parts) else (theirs, mine)
        if _strangers(left.parts, right.parts):
            yield Comparison(outcome="compatible", why=f"{name} need not be {described}.")
        else:
            yield Comparison(outcome="refines", why=f"{name} names who {described} may be.")
    elif _exclude(left, right):
        yield Comparison(outcome="conflict", why=f"{mine} and {theirs} cannot both be who did it alone.")
    else:
        yield Comparison(outcome="compatible", why=f"{mine} and {theirs} may both be meant, or be of one side.")


def _exclude(left: Answer, right: Answer) -> bool:
    """Whether two answers name different doers of a deed that has one."""
    verbs = {left.claim.predicate, right.claim.predicate}
    if len(verbs) > 1 or not verbs <= frozenset(data.load("acts")["sole"]):
        return False
    return all(apart(a, b) for a in left.parts for b in right.parts)


def apart(left: Part, right: Part) -> bool:
    """Whether two doers are two for sure: two persons or two bodies by name, or anybody of two countries."""
    if left.country and right.country:
        return left.country != right.country
    if left.country or right.country:
        return False
    return (
        left.named
        and right.named
        and not _namesakes(left, right)
        and (left.kind == right.kind == "person" or {left.kind, right.kind} <= _SIDES)
    )


def _namesakes(left: Part, right: Part) -> bool:
    """Whether two names share a word: a family name may be that of either."""
    ours, theirs = ({w.casefold().strip(".,") for w in p.span.text.split() if w[:1].isupper()} for p in (left, right))
    return bool(ours & theirs)


def _strangers(left: tuple[Part, ...], right: tuple[Part, ...]) -> bool:
    """Whether a name is that of a person and a description that of a body, or the other way, or they are of two countries."""
    kinds = [{a.kind, b.kind} for a in left for b in right]
    lands = [{a.country, b.country} - {None} for a in left for b in right]
    return any("person" in k and k & _BODIES for k in kinds) or any(len(found) > 1 for found in lands)


def key(part: Part) -> tuple[str, str]:
    """By what two answers name the same one."""
    return ("named", part.entity) if part.entity else ("called", f"{part.country or ''} {part.head}")


def words(answer: Answer) -> str:
    """Whom an answer names, in its own words."""
    return " and ".join(f"“{' '.join(p.span.text.split())}”" for p in answer.parts)
