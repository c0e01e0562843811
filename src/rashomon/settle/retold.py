"""A lineage in; what counting asks of it again and again out: whose voice a page is, what each voice retells, by which edges."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rashomon.model import Answer, Derivation, Lineage

_RETELLING = frozenset({"paraphrases", "reprints", "syndicates", "translates", "updates"})

Paths = Mapping[str, tuple[str, ...]]
"""For each origin that a voice retells, however far up, the ids of the edges that lead to it, nearest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retold:
    """`page`: the origin that is a document's own voice; `speaker`: the origin that an entity is; `people`: the persons.
    `wires`: agencies that pages print and that are not in the pile; `printing`: the agency whose text a document prints, in the
    pile or not. `above`: for each origin that is a page's voice, or an
    agency's, all that it retells; `same`: as in the lineage, to the end.
    """

    names: Mapping[str, str]
    page: Mapping[str, str]
    speaker: Mapping[str, str]
    people: frozenset[str]
    wires: frozenset[str]
    printing: Mapping[str, str]
    above: Mapping[str, Paths]
    same: Mapping[str, str]


def retold(lineage: Lineage) -> Retold:
    """What counting needs to know of a lineage, worked out once for each."""
    return _retold(_Once(lineage))


def akin(known: Retold, left: str, right: str) -> bool:
    """Whether of two documents, by their ids, one retells the other, or both retell one that is no person."""
    ours, theirs = known.page.get(left), known.page.get(right)
    if ours is None or theirs is None or ours == theirs:
        return False
    above, beyond = (known.above.get(voice, {}).keys() for voice in (ours, theirs))
    return theirs in above or ours in beyond or bool((above & beyond) - known.people)


class Kin:
    """Documents, to be asked whether another is akin to any of them, in time that does not grow with their number."""

    def __init__(self, known: Retold) -> None:
        self.known = known
        self.voices: set[str] = set()
        self.retelling: dict[str, set[str]] = defaultdict(set)  # for an origin two at most of the voices that retell it

    def add(self, document: str) -> None:
        """One more document, by its id."""
        voice = self.known.page.get(document)
        if voice is not None:
            self.voices.add(voice)
            for origin in self.known.above.get(voice, ()):
                if len(self.retelling[origin]) < 2:
                    self.retelling[origin].add(voice)

    def of(self, document: str) -> bool:
        """Whether any of them is akin to a document."""
        voice = self.known.page.get(document)
        if voice is None:
            return False
        above = self.known.above.get(voice, {}).keys()
        if voice in self.retelling or not self.voices.isdisjoint(above):
            return True
        return any(key not in self.known.people and self.retelling.get(key, set()) - {voice} for key in above)


def one_speaker(known: Retold, left: Answer, right: Answer, origin_of: Mapping[str, str]) -> bool:
    """Whether two answers are one person's, as far as anybody could tell: one in two spellings, one called by the last name
    elsewhere, or one whose words a page repeats as its own.
    """
    if left.speaker and left.speaker == right.speaker:
        return True
    ours, theirs = (_person(known, answer, origin_of) for answer in (left, right))
    return ours is not None and ours == theirs


def _person(known: Retold, answer: Answer, origin_of: Mapping[str, str]) -> str | None:
    """The origin of the person who speaks, under its main name; of a page's own voice that of whom it repeats."""
    own = answer.claim.attribution is None
    origin = origin_of.get(answer.claim.id) if own else known.speaker.get(answer.speaker or "")
    return known.same.get(origin, origin) if origin in known.people else None


class _Once:
    """A lineage by identity: to hash all of its records costs more than what is asked of them."""

    def __init__(self, lineage: Lineage) -> None:
        self.lineage = lineage

    def __hash__(self) -> int:
        return id(self.lineage)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Once) and self.lineage is other.lineage


@lru_cache(maxsize=2)  # asked for each value of each point
def _retold(once: _Once) -> Retold:
    origins, derivations = once.lineage.origins, once.lineage.derivations
    page = {o.document: o.id for o in origins if o.document}
    return Retold(
        names={o.id: o.name for o in origins},
        page=page,
        speaker={o.entity: o.id for o in origins if o.entity},
        people=frozenset(o.id for o in origins if o.kind == "person"),
        wires=frozenset(d.upstream for d in derivations if d.manner == "syndicates") - set(page.values()),
        printing={d.downstream: d.upstream for d in derivations if d.manner == "syndicates"},
        above=_above(derivations, page),
        same=_settled(once.lineage.same),
    )


def _above(derivations: Iterable[Derivation], page: Mapping[str, str]) -> Mapping[str, Paths]:
    retelling = [d for d in derivations if d.manner in _RETELLING and d.downstream in page]
    edges: dict[str, list[Derivation]] = defaultdict(list)
    for edge in retelling:
        edges[page[edge.downstream]].append(edge)
    above = {voice: _reached(voice, edges) for voice in edges}
    agencies: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)  # an agency speaks through every page that prints it
    for edge in retelling:
        if edge.manner == "syndicates":
            for upstream, path in above[page[edge.downstream]].items():
                if upstream != edge.upstream:
                    agencies[edge.upstream].setdefault(upstream, tuple(dict.fromkeys((edge.id, *path))))
    return {**agencies, **above}


def _reached(start: str, edges: Mapping[str, list[Derivation]]) -> Paths:
    """All that one voice retells, through however many others; not itself."""
    paths: dict[str, tuple[str, ...]] = {start: ()}
    waiting = [start]
    for voice in waiting:
        for edge in edges.get(voice, ()):
            if edge.upstream not in paths:
                paths[edge.upstream] = (*paths[voice], edge.id)
                waiting.append(edge.upstream)
    del paths[start]
    return paths


def _settled(same: Mapping[str, str]) -> Mapping[str, str]:
    """For each name its main one, however many stand between; names that stand for each other in a circle have one main one."""
    into: dict[str, str] = {}

    def root(key: str) -> str:
        while key in into:
            key = into[key]
        return key

    for one, other in same.items():
        left, right = root(one), root(other)
        if left != right:
            into[left] = right
    return {key: root(key) for key in into}
