"""A point in, its versions side by side out: exact words, who said them, what stands behind them, how they relate."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from string import ascii_uppercase

from rashomon.model import Membership, Point, Relation, Value
from rashomon.pages import figures
from rashomon.pages.figures import Plot
from rashomon.pages.index import Index, anchor
from rashomon.pages.judged import Judgement, judgements
from rashomon.pages.parts import RELATIONS, STATUS, Link, Mark, Quote, account_link, quote, span_link, together
from rashomon.pages.reasons import Reason, behind, memberships, uncounted
from rashomon.pages.words import count
from rashomon.text.excerpts import cut_between_words

_KINDS = {"number": "how many", "yes-no": "whether", "who": "who", "where": "where", "when": "when", "what": "what"}
_NAMED, _LONG, _ROOM = 6, 90, 240  # answers that a line names, letters of one and of all
_MOST = 8  # claims of one version, and origins, that stand open beside those of another


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """The claims of a version that come from one origin; `place` says whether its reporting is in the pile."""

    origin: str
    href: str | None
    place: str
    said: tuple[tuple[Quote, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One answer to a point's question. `standing` says how many independent origins carry it, in so many words;
    `quoted` whether its text is one of its quotations, which then speak for it.
    """

    letter: str
    text: str
    quoted: bool
    derived: str
    contested: bool
    standing: str
    single: bool
    origins: tuple[Voices, ...]
    uncounted: tuple[Reason, ...]

    @property
    def claims(self) -> int:
        """How many claims give this answer."""
        return _claims(self.origins)

    @property
    def shown(self) -> tuple[Voices, ...]:
        """What stands open: all claims where they are few, else the first of each origin."""
        return self.origins if self.claims <= _MOST else tuple(_first(v) for v in self.origins[:_MOST])

    @property
    def folded(self) -> tuple[Voices, ...]:
        """All further ones."""
        if self.claims <= _MOST:
            return ()
        rest = (*(_rest(v) for v in self.origins[:_MOST]), *self.origins[_MOST:])
        return tuple(v for v in rest if v.said)

    @property
    def further(self) -> int:
        """How many claims are folded."""
        return _claims(self.folded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Pairs of versions that stand to one another in one way, for one reason, in which the words of the first pair are links;
    `words`: those that it does not repeat.
    """

    mark: Mark
    pairs: str
    why: str
    linked: tuple[Link, ...]
    words: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointView:
    """One point, as a page or a section shows it."""

    number: int
    anchor: str
    question: str
    kind: str
    status: Mark
    standing: str
    versions: tuple[Version, ...]
    graver: tuple[Between, ...]
    other: tuple[Between, ...]
    plot: Plot | None
    silent: tuple[Link, ...]
    by_hand: tuple[Judgement, ...]
    gathered: tuple[Reason, ...]
    uncounted: tuple[Reason, ...]

    @property
    def line(self) -> tuple[str, ...]:
        """The answers that one line names."""
        return on_a_line(v.text for v in self.versions)


def view(index: Index, point: Point, silent: Sequence[Link] = ()) -> PointView:
    """The context of one point; `silent` are the accounts that say nothing on it."""
    letters = [letter(n) for n in range(len(point.values))]
    named = {v.id: letters[n] for n, v in enumerate(point.values)}
    contested = {end for r in point.relations if _mark(r).strong for end in (r.left, r.right)}
    members: dict[str, list[Membership]] = defaultdict(list)
    for member in point.claims:
        members[member.value].append(member)
    versions = tuple(_version(index, point, v, named[v.id], v.id in contested, members[v.id]) for v in point.values)
    related = between(index, point, point.relations)
    return PointView(
        number=index.number[point.id],
        anchor=anchor("p", point.id),
        question=point.question,
        kind=_KINDS.get(point.kind, point.kind),
        status=STATUS.get(point.status, STATUS["undisputed"]),
        standing=standing(index, point),
        versions=versions,
        graver=tuple(b for b in related if b.mark.strong),
        other=tuple(b for b in related if not b.mark.strong),
        plot=figures.plot(index, point, letters, [v.contested for v in versions]) if point.kind == "number" else None,
        silent=tuple(silent),
        by_hand=judgements(point),
        gathered=memberships(index, point),
        uncounted=behind(index, point),
    )


def on_a_line(answers: Iterable[str]) -> tuple[str, ...]:
    """The first answers, as many as a line has room for, long ones cut between words."""
    brief = [cut_between_words(answer, _LONG) for answer in answers][:_NAMED]
    room = list(accumulate(map(len, brief)))
    return tuple(answer for answer, so_far in zip(brief, room, strict=True) if so_far <= _ROOM)


def letter(n: int) -> str:
    """A, B … Z, AA, AB …"""
    return (letter(n // 26 - 1) if n >= 26 else "") + ascii_uppercase[n % 26]


def origins_behind(count_: int) -> str:
    """How many origins stand behind something, in words that cannot be misread."""
    if count_ == 0:
        return "origin not traced"
    return "single origin" if count_ == 1 else f"{count_} independent origins"


def standing(index: Index, point: Point) -> str:
    """How many claims, accounts and independent origins a point has, in so many words."""
    documents = {index.claims[m.claim].span.document for m in point.claims if m.claim in index.claims}
    claims = len({m.claim for m in point.claims})
    origins = set(point.origins) or {index.claims[m.claim].origin for m in point.claims if m.claim in index.claims} - {None}
    return ", ".join((count(claims, "claim"), count(len(documents), "account"), origins_behind(len(origins))))


def _version(index: Index, point: Point, value: Value, name: str, contested: bool, members: Sequence[Membership]) -> Version:
    quotes = [quote(index, index.claims[key]) for key in dict.fromkeys(m.claim for m in members) if key in index.claims]
    voices: dict[str, list[Quote]] = defaultdict(list)
    for said in quotes:
        voices[said.origin or ""].append(said)
    number = len(value.origins) or len([o for o in voices if o])
    return Version(
        letter=name,
        text=(text := figures.called(index, point, value)),
        quoted=_bare(text) in {_bare(said.words) for said in quotes},
        derived=value.derived or "",
        contested=contested,
        standing=", ".join((origins_behind(number), *([count(len(value.sources), "source")] if value.sources else []))),
        single=number == 1,
        origins=tuple(_voices(index, key, voices[key]) for key in sorted(voices, key=lambda o: (-len(voices[o]), o))),
        uncounted=uncounted(index, value.uncounted),
    )


def _bare(words: str) -> str:
    """Words without their spacing, case and marks at the ends."""
    return " ".join(words.split()).strip(" .,;:“”\"'").casefold()


def _voices(index: Index, key: str, quotes: Sequence[Quote]) -> Voices:
    origin = index.origins.get(key)
    within = origin.document if origin and origin.document in index.documents else None
    return Voices(
        origin=index.origin(key) if key else "origin not traced",
        href=account_link(index, within).href if within else None,
        place="" if not key else "in the pile" if within else "not in the pile",
        said=together(quotes),
    )


def _claims(voices: Sequence[Voices]) -> int:
    return sum(len(quotes) for voice in voices for quotes in voice.said)


def _first(voices: Voices) -> Voices:
    return replace(voices, said=tuple(quotes[:1] for quotes in voices.said[:1]))


def _rest(voices: Voices) -> Voices:
    return replace(voices, said=tuple(filter(None, (*(quotes[1:] for quotes in voices.said[:1]), *voices.said[1:]))))


def _mark(relation: Relation) -> Mark:
    return RELATIONS.get(relation.relation, Mark(sign="·", word=relation.relation))


def between(index: Index, point: Point, relations: Sequence[Relation]) -> tuple[Between, ...]:
    """Relations between versions of a point, the gravest first, pairs of one kind and reason together."""
    named = {v.id: letter(n) for n, v in enumerate(point.values)}
    order = {kind: n for n, kind in enumerate(RELATIONS)}
    together: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for found in sorted(relations, key=lambda r: order.get(r.relation, len(order))):
        together[found.relation, found.why or ""].append(found)
    return tuple(
        Between(
            mark=_mark(found[0]),
            pairs=", ".join(f"{named.get(r.left, '?')}–{named.get(r.right, '?')}" for r in found),
            why=why,
            **_in_words(why, [span_link(index, s) for s in found[0].spans]),
        )
        for (_, why), found in together.items()
    )


def _in_words(why: str, words: Sequence[Link]) -> dict[str, tuple[Link, ...]]:
    """A reason as links and the text between them, where it repeats the words of a span in marks; and the words it does not."""
    pieces, rest, left = [], why, []
    for word in dict.fromkeys(words):
        before, found, after = rest.partition(f"“{' '.join(word.text.split())}”")
        if found:
            pieces += [Link(text=before), Link(text=found, href=word.href)]
            rest = after
        else:
            left.append(word)
    return {"linked": (*pieces, Link(text=rest)), "words": tuple(left)}
