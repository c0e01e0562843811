"""A key, a size and a seed in, an event's records with the truth about them out."""

from typing import Any

from bench.generator import layout, truth
from bench.generator.corpus import event


def known(key: str, size: int, seed: int, length: str = "news") -> dict[str, Any]:
    """The `records` of an event that so many accounts tell, and the `truth`: who took what from whom, and what they mean."""
    world, written = event(key, size, seed, length=length)
    return {"records": [layout.record(w) for w in written], "truth": truth.truth(world, written)}
