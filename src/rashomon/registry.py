"""A name in, the function registered under it out: readers, extractors, comparers and exporters, ours and others'."""

from collections.abc import Callable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from rashomon.errors import PluginError


@cache
def _points(group: str) -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=f"rashomon.{group}")}


def names(group: str) -> tuple[str, ...]:
    """The names registered in a group (readers, extractors, comparers, exporters), sorted."""
    return tuple(sorted(_points(group)))


@cache
def find(group: str, name: str) -> Callable[..., Any]:
    """The function that a group has under this name; PluginError says which names there are."""
    point = _points(group).get(name)
    if point is None:
        known = ", ".join(names(group)) or "none: is Rashomon installed?"
        again = "" if group == "exporters" else " What Rashomon itself brings is there again once it is installed anew with pip."
        raise PluginError(f"No {group.removesuffix('s')} is called {name!r}; there are: {known}.{again}")
    try:
        loaded: Callable[..., Any] = point.load()
    except Exception as error:
        raise PluginError(f"The {group.removesuffix('s')} {name!r} ({point.value}) cannot be loaded: {error}.") from error
    return loaded


def version(group: str, name: str) -> str:
    """Name and version for the recipe: "quantities 0.1.0", the version being that of the package that brought it."""
    point = _points(group).get(name)
    return f"{name} {point.dist.version}" if point and point.dist else name
