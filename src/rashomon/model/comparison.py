"""What a claim answers to a point's question, and how two answers stand to one another."""

from dataclasses import dataclass

from rashomon.model.act import Part
from rashomon.model.annotation import Claim, Quantity, Timex
from rashomon.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of those whom something befell are of a sort, by what a claim says: `sort` (civilians, foreigners …), `outcome`
    (death, departure …), `share` (none, few, some, many, all), and the `words` that say so. `ruled`: it says what was to be,
    `agreed`: by an agreement. `low`, `high`: how many there were at least and at most, where it says.
    """

    sort: str
    outcome: str
    share: str
    words: str
    ruled: bool = False
    agreed: bool = False
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One claim's answer: itself, and the figure, time, share or parts it answers with; `involved`: whether by it
    somebody had a part in an act, or there was one; `speaker` is its nearest speaker;
    `headline`: whether it stands in the headline of its account; `said`: the days on which it was said, where its account
    dates the saying; `aligned`: whether its figure is known to answer the same question as the others'; `others`: with whom its
    parts did what they did; `open`: it says that the answer is not known.
    """

    claim: Claim
    document: str
    quantity: Quantity | None = None
    time: Timex | None = None
    share: Share | None = None
    parts: tuple[Part, ...] = ()
    others: tuple[Part, ...] = ()
    involved: bool | None = None
    speaker: str | None = None
    headline: bool = False
    said: Timex | None = None
    aligned: bool = False
    open: bool = False

    @property
    def declines(self) -> bool:
        """Whether its speaker declines to say so, or cannot confirm it."""
        return self.open or self.claim.declines

    @property
    def span(self) -> Span:
        """The words it answers with."""
        if self.parts:
            return self.parts[0].span
        return self.quantity.span if self.quantity else self.claim.span


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """`outcome`: agree, compatible, refines, conflict, denial, superseded, repeat; `why` in a sentence."""

    outcome: str
    why: str
