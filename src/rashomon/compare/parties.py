"""Two answers whether somebody had a part in an act in, how they stand to one another out."""

from collections.abc import Iterator

from rashomon.meaning.families import partly
from rashomon.model import Answer, Comparison


def compare(left: Answer, right: Answer) -> Iterator[Comparison]:
    """Denial where one rejects the part that the other reports. Who did not "actively" take part may have been there."""
    if left.involved is None or right.involved is None:
        return
    if left.involved == right.involved:
        yield Comparison(outcome="agree", why="both say that it had" if left.involved else "both say that it had not")
        return
    denier = (right if left.involved else left).claim
    words = " ".join(denier.span.text.split())
    if partly(denier):
        yield Comparison(outcome="compatible", why=f"“{words}” rejects a part of it only")
    else:
        yield Comparison(outcome="denial", why=f"“{words}” rejects it")
