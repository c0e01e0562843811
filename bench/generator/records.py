"""What the generator is about: events, those who know of them, sentences with their descent, and accounts."""

from dataclasses import dataclass

from bench.generator.figures import Figure
from bench.generator.grammar import Layers


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name and how a translator spells it."""

    plain: str
    foreign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a witness says of a fact: a figure, a stance (yes-no), or an answer by its number; from `day` on."""

    fact: str
    figure: Figure | None = None
    stance: bool | None = None
    answer: int | None = None
    day: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Somebody who knows. `channel`: the outside medium to which alone they speak, None where they speak to all."""

    id: str
    name: Name
    role: str
    channel: str | None
    views: tuple[View, ...]
    quotes: tuple[int, ...] = ()

    @property
    def origin(self) -> str:
        return f"x:{self.channel}" if self.channel else f"w:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One event. `truth`: the figure, stance or answer of each fact; `words`: what fills templates, plain and foreign."""

    id: str
    kind: str
    seed: int
    start: int
    town: Name
    witnesses: tuple[Witness, ...]
    views: dict[str, View]
    words: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence before it is written down. `utterance` stays the same through all copies.

    `kind`: fact, quote, colour, stock, headline. `frame`: own, says, denies, told, heard, quotes; `framing` its template.
    `speaker`: the id of a witness. `parts`: of a quotation. `edits`: words replaced after rendering.
    """

    utterance: str
    kind: str
    template: str
    layers: Layers
    origin: str
    frame: str = "own"
    framing: str = "{C}"
    fact: str | None = None
    figure: Figure | None = None
    stance: bool | None = None
    answer: int | None = None
    speaker: str | None = None
    medium: str | None = None
    parts: tuple[str, ...] = ()
    resident: Name | None = None
    foreign: bool = False
    edits: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a copy did to a sentence of its model: in CASE.md's words for mutations; `was` and `became` in words of the texts."""

    type: str
    utterance: str
    was: str
    became: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """One model of an account. `manner`: syndicates, reprints, paraphrases, translates, updates, cites."""

    model: str
    manner: str
    stated: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account before it is written down. `day` is when it came out; `dated` whether it says so; `people` those to whom it
    alone spoke; `family` the first account from which most of it descends.
    """

    id: str
    outlet: str
    day: int
    dated: bool
    paragraphs: tuple[tuple[Sentence, ...], ...]
    headline: Sentence
    role: str = "reporter"
    agency: tuple[str, str] | None = None
    dateline: bool = False
    notice: str = ""
    url: str = ""
    foreign: bool = False
    models: tuple[Descent, ...] = ()
    family: str = ""
    people: tuple[Witness, ...] = ()

    def sentences(self) -> list[Sentence]:
        """All of the body, in order."""
        return [s for paragraph in self.paragraphs for s in paragraph]
