"""What the world looks like, as data: word lists and tables in TOML, each with its origin in its head."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The table `data/NAME.toml`, read once; not to be changed by its readers."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
