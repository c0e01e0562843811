"""Two answers in, how their quantities stand to one another out."""

from collections.abc import Iterator

from rashomon.model import Answer, Comparison


def compare(left: Answer, right: Answer) -> Iterator[Comparison]:
    """Not yet written."""
    yield from ()
