"""A page's text and what its metadata says in, when it was published out."""

from collections.abc import Sequence

from rashomon.model import Block, Published


def published(document: str, text: str, blocks: Sequence[Block], stated: str | None = None) -> Published:
    """Not yet written: what the metadata states (an ISO date), if anything. `document` is the id that spans will name."""
    return Published(value=stated, earliest=stated, latest=stated, why="stated in the metadata") if stated else Published()
