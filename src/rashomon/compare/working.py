"""Two answers whether a device worked in, how they stand to one another out."""

from collections.abc import Iterator

from rashomon.meaning.working import State, state
from rashomon.model import Answer, Comparison


def compare(left: Answer, right: Answer) -> Iterator[Comparison]:
    """Conflict where by the one it worked and by the other it did not, unless they speak of the devices of two vehicles."""
    mine, yours = _words(left), _words(right)
    if left.involved is None or right.involved is None:
        why = f"{mine} and {yours} can both hold: the one leaves it open, or tells of a part."
        yield Comparison(outcome="compatible", why=why)
    elif left.involved == right.involved:
        yield Comparison(outcome="agree", why=f"{mine} and {yours} say the same of it.")
    elif _of_two(state(left.claim), state(right.claim)):
        yield Comparison(outcome="compatible", why=f"{mine} and {yours} speak of two vehicles.")
    else:
        worked, failed = (mine, yours) if left.involved else (yours, mine)
        yield Comparison(outcome="conflict", why=f"By {worked} it worked, by {failed} it did not.")


def _of_two(left: State | None, right: State | None) -> bool:
    """Whether two claims name different vehicles."""
    return bool(left and right and left.owners and right.owners and left.owners.isdisjoint(right.owners))


def _words(answer: Answer) -> str:
    """What is said of the device, else the claim's words."""
    said = state(answer.claim)
    return f"“{said.words if said else ' '.join(answer.claim.span.text.split())}”"
