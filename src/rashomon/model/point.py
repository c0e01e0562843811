"""One question and what is answered to it: values, claims, relations, counts, and what people decided by hand."""

from dataclasses import dataclass

from rashomon.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncounted:
    """An origin that a count leaves out, for it may be another: as which it counts (`counts_as`), and why, in a sentence.
    `rests`: ids of the derivations and claims that this rests on, in which the words stand.
    """

    origin: str
    counts_as: str
    why: str
    rests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One distinct answer to a point's question, in the words of a claim; `low` and `high` where it is a number.

    `origins` and `sources` are what stands behind this answer alone, after copies are collapsed; `uncounted`: what was.
    """

    id: str
    text: str
    low: float | None = None
    high: float | None = None
    origins: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    derived: str | None = None
    uncounted: tuple[Uncounted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A claim that answers a point's question, with which value, and why it was taken to. `words`: those of the claim that
    answer, where they are not all of it.
    """

    claim: str
    value: str
    why: str = ""
    quantity: str | None = None
    words: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How two values of a point stand to one another, and why.

    `relation`: agree, compatible, refines, conflict, denial, superseded, repeat. `spans`: the words set side by side, those of
    the left value first. `headlines`: the documents of which the headline gives the one value and the text the other alone.
    """

    left: str
    right: str
    relation: str
    why: str
    spans: tuple[Span, ...] = ()
    headlines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A person's own figures on a point, kept on one claim of it: lowest, best and highest, None where none was given."""

    low: float | None
    best: float | None
    high: float | None
    claim: str
    author: str
    decision: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A person's grade on a point, kept on one claim of it. `scale`: admiralty, airwars, ucdp; `means` in its wording."""

    scale: str
    grade: str
    means: str
    claim: str
    author: str
    decision: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A question of fact on which claims align. `kind`: number, yes-no, who, where, when, what.

    `status`: disputed, undisputed, single. `sources`: who is independently behind it; `origins`: the reporting that first
    carried it; both after copies are collapsed. `estimates` and `grades` are those that people gave by hand.
    """

    id: str
    question: str
    kind: str
    values: tuple[Value, ...]
    claims: tuple[Membership, ...]
    relations: tuple[Relation, ...] = ()
    status: str = "undisputed"
    sources: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    grades: tuple[Grade, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()
