"""What stands around every page of the workbench: where one can go, who decides, the decision that can be taken back."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Decision
from rashomon.pages.parts import Link
from rashomon.pages.workbench.known import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of the menu: `key` are the keys that lead there ("g p")."""

    link: Link
    key: str
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The frame of a page. `token` proves that a form came from here, `back` is where a decision leads back to, `behind`
    counts decisions that are in the log and not yet in the settled case, `last` is the reader's latest own decision.
    """

    title: str
    case: str
    version: str
    menu: tuple[Item, ...]
    read_only: bool
    author: str
    token: str
    back: str
    behind: int
    trouble: str
    last: Decision | None


_MENU = (
    ("/", "Overview", "o"),
    ("/points", "Points", "p"),
    ("/accounts", "Accounts", "a"),
    ("/beside", "Side by side", "b"),
    ("/lineage", "Lineage", "l"),
    ("/figures", "Figures", "f"),
    ("/timeline", "Timeline", "t"),
    ("/people", "People and bodies", "e"),
    ("/names", "Names", "n"),
    ("/wording", "Wording", "w"),
    ("/map", "Map", "m"),
    ("/silence", "What is left out", "s"),
    ("/log", "Log", "d"),
)


def menu(known: Known, path: str) -> tuple[Item, ...]:
    """The menu as it stands on a page with this address."""
    counts = {
        "/points": len(known.index.points),
        "/accounts": len(known.index.documents),
        "/log": len(known.log),
    }
    return tuple(_items(path, counts))


def _items(path: str, counts: dict[str, int]) -> Iterator[Item]:
    for address, text, key in _MENU:
        note = f"{counts[address]:,}" if address in counts else ""
        here = path == address or (address != "/" and path.startswith(address + "/")) or _belongs(path) == address
        yield Item(link=Link(text=text, href=address, note=note), key=f"g {key}", here=here)


def _belongs(path: str) -> str:
    """The entry of the menu under which a page without one of its own stands."""
    return {"claims": "/points", "entities": "/people"}.get(path.split("/")[1] if "/" in path else "", "")
