"""The name of a corpus in, its folder out. Corpora under licence are read from `$RASHOMON_CORPORA`, never committed."""

import os
from pathlib import Path


class Missing(Exception):  # noqa: N818 (it is no error: the task is skipped)
    """The corpus is not on this machine: the task says so and is skipped."""


def path(name: str) -> Path:
    """The folder of a corpus; Missing with one sentence where it is not there."""
    root = os.environ.get("RASHOMON_CORPORA")
    if not root:
        raise Missing(f"{name}: set RASHOMON_CORPORA to the folder that holds it")
    folder = Path(root) / name
    if not folder.exists():
        raise Missing(f"{name}: not in {root}")
    return folder
