"""Two answers in, how those whom they name for one agreement stand to one another out.

Two accounts contradict one another only where both say outright who made it with the same others, and no one whom the one names
can be anyone whom the other names: an agreement has several parties, and an account need not name all.
"""

from collections.abc import Iterator, Sequence

from rashomon.compare.actors import apart, key, words
from rashomon.model import Answer, Comparison, Part


def compare(left: Answer, right: Answer) -> Iterator[Comparison]:
    """One comparison where both name somebody."""
    if not left.parts or not right.parts:
        return
    ours, theirs = {key(p) for p in left.parts}, {key(p) for p in right.parts}
    mine, other = words(left), words(right)
    if ours == theirs:
        yield Comparison(outcome="agree", why=f"{mine} and {other} name the same.")
    elif ours < theirs or theirs < ours:
        fuller, briefer = (other, mine) if ours < theirs else (mine, other)
        yield Comparison(outcome="refines", why=f"{briefer} is among {fuller}.")
    elif ours & theirs:
        yield Comparison(outcome="compatible", why=f"{mine} and {other} have one of them in common.")
    elif _against(left, right):
        yield Comparison(outcome="conflict", why=f"{mine} made it by one account, {other} by another{_with(left, right)}.")
    elif (described := _described(left, right)) and not all(apart(a, b) for a in left.parts for b in right.parts):
        name, called = (mine, other) if described is right else (other, mine)
        yield Comparison(outcome="compatible", why=f"{name} may be meant by {called}.")
    else:
        yield Comparison(outcome="compatible", why=f"{mine} and {other} may both have had a part in it.")


def _against(left: Answer, right: Answer) -> bool:
    shared = {key(p) for p in left.others} & {key(p) for p in right.others}
    return bool(shared) and all(apart(a, b) for a in left.parts for b in right.parts)


def _described(left: Answer, right: Answer) -> Answer | None:
    """The one of two answers that only describes whom the other names."""
    pairs = ((left, right), (right, left))
    return next((a for a, b in pairs if not any(p.named for p in a.parts) and all(p.named for p in b.parts)), None)


def _with(left: Answer, right: Answer) -> str:
    """With whom, where both claims say so themselves."""
    own = all(a.claim.span.covers(p.span) for a in (left, right) for p in a.others)
    return f", each with {_shown(left.others)}" if own else f"; accounts name {_shown(left.others)} as the other side"


def _shown(parts: Sequence[Part]) -> str:
    return " and ".join(f"“{' '.join(p.span.text.split())}”" for p in parts)
