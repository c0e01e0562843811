"""What the world looks like, as data: word lists and tables in TOML, each with its origin in its head."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The table `data/NAME.toml`, read once; not to be changed by its readers."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def by_word(name: str, table: str) -> Mapping[str, str]:
    """For each word of one of its tables the line that it stands in."""
    return {word: line for line, words in load(name)[table].items() for word in words}
