"""A seed in, invented events out: accounts that tell, copy and change them, and the truth about who took what from whom.

Nothing here is real. The same seed gives the same bytes on every machine.
"""

from bench.generator.corpus import event, stream

__all__ = ["event", "stream"]
