"""What passes between the parts of discovery: records of articles, families and stories; nothing but data."""

from dataclasses import dataclass
from datetime import date

Row = tuple[int, str, int]
"""Number, id and day of an article; 0 where no day is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as a corpus has it. `published` is an ISO date or time; `file` and `number` say where it was read."""

    title: str = ""
    text: str
    outlet: str = ""
    url: str = ""
    published: str = ""
    language: str = ""
    file: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What discovery keeps of an article beside its words: who, when, and its fingerprints.

    `day` counts days from 1 January of year 1, 0 where no day is known. `years` are those it names, as bits; `sample`, `terms`,
    `weights` and `signs` are packed numbers (see text/terms). `names` and `figures` are what a reader would know the
    article by.
    """

    id: str
    day: int
    outlet: str
    url: str
    title: str
    language: str
    credit: str
    chars: int
    file: str
    number: int
    names: tuple[str, ...]
    figures: tuple[tuple[str, float], ...]
    years: int
    sample: bytes
    terms: bytes
    weights: bytes
    signs: bytes
    text: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Articles that are copies of one another, the earliest first. `credit`: the agency that one of them names, and which one."""

    id: str
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    credit: str = ""
    credited_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something counted, and the figures that independent families give for it."""

    of: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles on one event. `why` says in words what `score` adds up; `first` and `last` are ISO days, or empty."""

    id: str
    title: str
    score: float
    why: str
    first: str
    last: str
    articles: int
    families: int
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    names: tuple[str, ...]
    differences: tuple[Difference, ...]
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a run came to. `again`: articles that were on the shelf already; `bad`: how many records for each reason;
    `such_as`: the first of each, in a sentence.
    """

    read: int = 0
    new: int = 0
    again: int = 0
    bad: tuple[tuple[str, int], ...] = ()
    such_as: tuple[str, ...] = ()
    articles: int = 0
    families: int = 0
    stories: int = 0
    told_by_several: int = 0
    undated: int = 0
    seconds: float = 0.0


def iso(day: int) -> str:
    """The ISO date of a day number, "" for 0."""
    return date.fromordinal(day).isoformat() if day else ""
