"""The verbs: build, open, decide, export."""

from collections.abc import Iterable
from pathlib import Path

import rashomon
from rashomon import pipeline, registry
from rashomon.model import Case


def settle_files(paths: Iterable[Path]) -> Case:
    """A case of these files, in memory."""
    documents = [d for p in paths for d in registry.find("readers", p.suffix.lstrip(".") or "txt")(p)]
    return pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
