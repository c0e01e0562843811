"""Words for somebody in, on which side he stands out: "army jets", "government troops" and "the military" are one doer.

Knows nothing of who is named by a name: "Kell Front fighters" are fighters, and whose they are is for the caller to say.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.data import by_word, load
from rashomon.meaning.populations import singular
from rashomon.model import Part

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_OF = re.compile(r"\s(?:of|from|belonging to|loyal to|in|among|inside|at|on)\s")
ORDINAL = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\b")
_MADE = re.compile(r"\b[\w-]+-(?:made|built|supplied|held|style|designed|era|controlled|backed)\b", re.IGNORECASE)
_LONGEST = 3  # words of a noun in the lists, but for the few that hold a preposition


@dataclass(frozen=True, slots=True)
class Side:
    """`name`: a line of `side` in `data/sides.toml`; `unit`: the words for a part of it, or ""."""

    name: str
    unit: str = ""


@lru_cache(maxsize=20_000)
def read(phrase: str) -> Side | None:
    """The side for which a phrase is, by its head noun and what goes with it; None where they do not tell."""
    plain = _MADE.sub("", " ".join(phrase.split()))
    words = _lower(plain)
    if (whole := " ".join([singular(w) for w in words if w not in _idle()])) in _sides():
        return Side(_sides()[whole])
    head, *of = _OF.split(f"{plain} ", maxsplit=1)
    of_whom = of and _lower(head) and singular(_lower(head)[-1]) in load("sides")["members"]["words"]
    named = of and head.split()[-1:] and head.split()[-1][:1].isupper()  # "Sons of the Plain fighters"
    return (read(of[0]) if of_whom else None) or _plain(head) or (_plain(plain) if named else None)


@lru_cache(maxsize=20_000)
def tool(phrase: str) -> str | None:
    """Whether a phrase is for what somebody flies or drives (crewed), or fires (fired)."""
    words = _lower(_OF.split(f"{phrase} ", maxsplit=1)[0])
    tools: Mapping[str, str] = by_word("sides", "tools")
    ends = [*_ends(words)]
    known = any(end in _sides() or end in by_word("sides", "unit") for end in ends)
    return None if known else next((tools[end] for end in ends if end in tools), None)


def against(left: str, right: str) -> bool:
    """Whether two sides do not do one deed together."""
    rows: Mapping[str, list[str]] = load("sides")["against"]
    return right in rows.get(left, ()) or left in rows.get(right, ())


def part_of(left: str, right: str) -> bool:
    """Whether the first side is a part of the second."""
    return left in load("sides")["whole"].get(right, ())


def key(part: Part) -> tuple[str, ...]:
    """By what two accounts name the same doer: a name, else the side, whose it is, and the part of it."""
    if part.named and part.entity and not (part.kind == "place" and part.side in load("sides")["owned"]["names"]):
        return ("named", part.entity, part.unit)
    if part.side == "somebody":
        return ("called", part.head)
    return ("side", part.side or part.head, part.unit, part.country or (part.entity or "" if part.kind == "place" else ""))


def _plain(head: str) -> Side | None:
    """The side of a noun with the words before it; whose it is, of what is flown or fired."""
    words = _lower(head)
    tools, units = by_word("sides", "tools"), by_word("sides", "unit")
    for end in _ends(words):
        if end in units and not _in_name(head, end):
            return Side(units[end], _unit(words))
        if end in _sides():
            return Side(_sides()[end])
        if end in tools:
            before = words[: len(words) - len(end.split())]
            return _flying(next(filter(None, (_known(before[:n]) for n in range(len(before), 0, -1))), None))
    return None


def _known(words: list[str]) -> Side | None:
    found = ((end, name) for end in _ends(words) for name in (_sides().get(end), by_word("sides", "unit").get(end)) if name)
    end, name = next(found, ("", None))
    return Side(name, "" if end in _sides() else end) if name else None


def _flying(whose: Side | None) -> Side | None:
    """Whose jets they are: those of a government are its army's."""
    return Side("army") if whose is not None and whose.name == "state" else whose


def _in_name(head: str, end: str) -> bool:
    """Whether a word for a unit stands in a name that holds no number: "Kell Brigades", but not "Third Brigade"."""
    last = head.split()[-1:] or [""]
    return last[0][:1].isupper() and len(head.split()) > 1 and " " not in end and not ORDINAL.search(head)


def _unit(words: list[str]) -> str:
    """The words for a unit without those for the side itself: "riot police", "third battalion"."""
    return " ".join(singular(w) for w in words if w not in _idle())


def _lower(phrase: str) -> list[str]:
    return [w.lower().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(phrase)]


def _ends(words: list[str]) -> Iterator[str]:
    """The last words of a phrase, the most first, the last as a lemma: "riot police", "police"."""
    for n in range(min(_LONGEST, len(words)), 0, -1):
        yield " ".join([*words[-n:-1], "police" if words[-1] == "police" else singular(words[-1])])


@cache
def _sides() -> Mapping[str, str]:
    return by_word("sides", "side")


@cache
def _idle() -> frozenset[str]:
    return frozenset(load("sides")["idle"]["words"])
