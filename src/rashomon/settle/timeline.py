"""Claims with resolved times in, a timeline out."""

from collections.abc import Mapping, Sequence

from rashomon.model import Claim, Document, Happening, Point, Timex


def timeline(
    documents: Sequence[Document], claims: Sequence[Claim], times: Mapping[str, Timex], points: Sequence[Point]
) -> tuple[Happening, ...]:
    """Not yet written. `times` by id."""
    return ()
