"""One deed that several accounts tell of, with the words by which each answers who did it, when, or where."""

from dataclasses import dataclass

from rashomon.model.entity import Place
from rashomon.model.span import Span

NUMBERED = "numbered"
"""The kind of a place that is one of several by its number: "Warehouse 7", "Gate 3"."""

AREA = "area"
"""The kind of a place that is a part of another, or what lies about it: "eastern Ruritania", "villages around Orlen"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Somebody or some place that a claim names: its words, the lemma of their head noun, and the entity they name.

    `kind`: the mention's (person, organisation, place, group …), `NUMBERED` or `AREA`; `named`: by name, not by a description;
    `country`: that of the country it is or is called by ("Russian jets"); `place`: where it lies, for a known town; `within`: the
    entities that the text says right behind it lies in ("Tripoli, Lebanon"). `side`: of a doer the side on which he stands, a
    line of `data/sides.toml`; `unit`: the part of it, "" for the whole.
    """

    span: Span
    head: str
    entity: str | None = None
    kind: str | None = None
    named: bool = False
    country: str | None = None
    place: Place | None = None
    within: tuple[str, ...] = ()
    side: str | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one claim answers: the parts it names, or the id of its time expression. `firm`: whether what it was done to is
    somebody, some body or some place, rather than a thing of which there may be two. `others`: with whom they did it, where the
    claim says outright who did. `role`: the part that it gives them, a line of `part` in `data/deals.toml`.
    """

    claim: str
    parts: tuple[Part, ...] = ()
    time: str | None = None
    firm: bool = False
    others: tuple[Part, ...] = ()
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A suggestion that claims tell of one deed. `kind`: who, when, where, part (what they may differ in); `verb` is a lemma,
    `of` the words for what else they share, by which they were found. `role`: of an agreement who made, mediated or backed it (a
    line of `data/deals.toml`).
    """

    kind: str
    verb: str
    of: tuple[str, ...]
    told: tuple[Told, ...]
    role: str | None = None
