"""What stands in one document: names, figures, times, quotations, who says what, and the claims that follow."""

from dataclasses import dataclass

from rashomon.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in a text. `kind`: person, organisation, place, event, work, group, other.

    `form`: name; modifier ("US" in "US-backed"); descriptor ("the deal", "ISIS fighters"): a phrase that stands for
    somebody or something. `entity` is filled when the case is settled. `head` is the head noun's lemma of a descriptor.
    """

    id: str
    span: Span
    kind: str
    form: str = "name"
    head: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure, and what it allows: `low` and `high` include their ends, None where open.

    `kind`: count, money, duration, length, mass, area, volume, temperature, speed, percent, fraction, ordinal, rate, age,
    score, vague, other. `value` is the number as written, None where there is none ("dozens"). `of` is what is counted or
    measured; `aspect`: what is measured of it (width, depth, distance, speed …), None where the text does not say.
    `head` is its head noun's lemma. `scope`: what is said to be in or out ("including their families").
    `derived`: None, or the formula, with the ids of what it is made from in `made_from`.
    """

    id: str
    span: Span
    kind: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    hedge: str | None = None
    unit: str | None = None
    of: Span | None = None
    head: str | None = None
    aspect: str | None = None
    scope: str | None = None
    convention: str | None = None
    derived: str | None = None
    made_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression (TIMEX3). As extracted, `value` leaves open what the words leave open ("XXXX-10-12"); once the
    document's date is settled it is resolved, with the first and last day it allows and the anchor it was resolved by.

    `readings` are the values that survive where the words allow several ("03/04/2017"); `edtf` says the same in the Extended
    Date/Time Format, as an interval where it is imprecise, None where it is no date.
    `mod` is TIMEX3's (START, MID, END, APPROX, MORE_THAN, LESS_THAN); `rule` says what it takes to resolve it (see
    `text.dates`); `tense` is that of the verb it goes with: past, present, future, or open (a wish, a chance, a term set).
    """

    id: str
    span: Span
    type: str
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None
    why: str = ""
    mod: str | None = None
    rule: str = ""
    tense: str | None = None
    readings: tuple[str, ...] = ()
    edtf: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between marks, or set apart as a block. `span` holds the marks, `content` does not. `kind`: speech, scare, title."""

    id: str
    span: Span
    content: Span
    kind: str = "speech"
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One link of the chain from whoever spoke to the page: `name` as a reader would say it, and the words it rests on.

    `kind`: person, organisation, group, document, unnamed, outlet. `stance`: asserts, relays, distances, denies,
    declines. `inferred`: the passage does not name this link, its surroundings do; `why` says how. `official`: who speaks by
    office (a minister, a spokesperson). `readings`: the names of all it may be, where the passage leaves more than one.
    """

    name: str
    kind: str
    entity: str | None = None
    span: Span | None = None
    stance: str = "asserts"
    inferred: bool = False
    why: str = ""
    official: bool = False
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said what, by which cue. `manner`: direct, indirect, mixed. `via`: the attribution it came through, or None.

    `speaker`: who the source is once "he", "it" or "the report" is resolved, as the first hop of a chain; `cue_class`:
    neutral, claiming, denying, conceding, confirming, demanding, distancing, thinking, wanting (plans and wishes, of
    which the page itself speaks).
    """

    id: str
    manner: str
    source: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    via: str | None = None
    speaker: Hop | None = None
    cue_class: str = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A part a claim's main verb takes. `role`: agent, patient, recipient, place, time, other; `head` is a lemma."""

    role: str
    head: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a word of a claim speaks of where it stands, as a family of words (`data/families.toml`); None for none of them."""

    word: str
    family: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing said to be so. `attribution` is None in the outlet's own voice.

    `chain`: nearest speaker first, the outlet last. `polarity`: asserted, denied. `modality`: certain, alleged, possible,
    future. `predicate` is the main verb's lemma (with a negation kept in `negated`), `words` the content lemmas in order.
    `senses` are those of the words that speak of something else here than by themselves ("to deal with militants").
    `mentions`, `quantities`, `times` are ids of what stands inside the span. `within`: the claim that says this among other
    things, in the same words, where there is one.
    """

    id: str
    span: Span
    within: str | None = None
    attribution: str | None = None
    chain: tuple[Hop, ...] = ()
    origin: str | None = None
    polarity: str = "asserted"
    modality: str = "certain"
    predicate: str | None = None
    negated: bool = False
    arguments: tuple[Argument, ...] = ()
    words: tuple[str, ...] = ()
    senses: tuple[Sense, ...] = ()
    mentions: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    times: tuple[str, ...] = ()

    @property
    def declines(self) -> bool:
        """Whether its speaker declines to say so, cannot confirm it or does not know."""
        return bool(self.chain) and self.chain[0].stance == "declines"

    @property
    def reversed(self) -> bool:
        """Whether its words say the opposite of what its speaker says: "denied that it had bombed", but not "it is a lie"."""
        return bool(self.chain) and self.chain[0].stance == "denies" and not (self.negated or self._tells_who)

    @property
    def withheld(self) -> bool:
        """Whether its words say what its speaker leaves open: "could not confirm that it bombed", but not "we do not know"."""
        return self.declines and not (self.negated or self._tells_who)

    @property
    def _tells_who(self) -> bool:
        """Whether its words name its speaker: "the army denies it"."""
        speaker = self.chain[0].span if self.chain else None
        return speaker is not None and self.span.start <= speaker.start and speaker.end <= self.span.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A word chosen for somebody or something. `head` is its head noun; `voice`: own, quoted, reported."""

    id: str
    span: Span
    head: str
    voice: str
    mention: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """On which question a claim bears, as a vector: those of claims that answer one question lie near one another.

    `id` is the claim's; `vector` holds a signed byte for each dimension (`rashomon.text.bearings`).
    """

    id: str
    vector: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """All that was found in one document, each kind in text order."""

    document: str
    mentions: tuple[Mention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Timex, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    labels: tuple[Label, ...] = ()
    bearings: tuple[Bearing, ...] = ()
