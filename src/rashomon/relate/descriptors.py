"""Phrases that stand for somebody or something in, suggestions whom or what they stand for out.

"The rebels' fighters" are not the organisation they fight for: a group is known by who it belongs to and what it does, an
event by what kind of happening it is and where. A bare phrase ("the militants") means the one last spoken of.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon import data
from rashomon.model import Annotations, Document, Link, Mention
from rashomon.text import gazetteer
from rashomon.text.roles import role

_FORCES = ("force", "soldier")
_VIOLENT = frozenset(
    {
        "terrorist",
        "terror",
        "militant",
        "jihadist",
        "jihadi",
        "extremist",
        "rebel",
        "armed",
        "insurgent",
        "islamist",
        "separatist",
        "paramilitary",
    }
)


@dataclass(frozen=True, slots=True)
class Described:
    """A phrase with its class, the name or country it belongs to, and the adjectives it has besides."""

    mention: Mention
    kind: str
    sort: str
    owner: str | None
    words: tuple[str, ...]
    plural: bool
    place: str | None = None

    @property
    def bare(self) -> bool:
        """Whether nothing says which one is meant."""
        return self.owner is None and not self.words and self.place is None


def relate(documents: Sequence[Document], annotations: Sequence[Annotations], links: Iterable[Link]) -> Iterator[Link]:
    """Links between descriptors, and from them to the named; `links` between names say which names are one."""
    roots = _roots(links)
    by_key: dict[tuple[str, ...], list[Described]] = defaultdict(list)
    events: dict[str, list[Described]] = defaultdict(list)
    for found in annotations:
        last: dict[str, Described] = {}
        for item in _described(found, roots):
            if item.kind == "event":
                events[item.sort].append(item)
                continue
            if target := _the_named(item, found, roots):
                yield target
                continue
            if item.bare and item.sort in last:
                yield _link(
                    last[item.sort].mention,
                    item.mention,
                    0.6,
                    f"“{item.mention.span.text}” comes after “{last[item.sort].mention.span.text}”",
                )
            elif key := _key(item):
                by_key[key].append(item)
            last[item.sort] = item
    for key in sorted(by_key):
        yield from _chain(by_key[key])
    for sort in sorted(events):
        yield from _one_event(events[sort])


def _roots(links: Iterable[Link]) -> dict[str, str]:
    """The mention that stands for each linked one."""
    above: dict[str, str] = {}

    def root(key: str) -> str:
        while (over := above.get(key, key)) != key:
            above[key] = above.get(over, over)
            key = over
        return key

    for link in sorted(links, key=lambda x: (-x.score, x.left, x.right)):
        left, right = sorted((root(link.left), root(link.right)))
        above[right] = left
    return {key: root(key) for key in list(above)}


def _described(found: Annotations, roots: dict[str, str]) -> Iterator[Described]:
    named = [m for m in found.mentions if m.form != "descriptor"]
    at = 0
    for mention in sorted((m for m in found.mentions if m.form == "descriptor"), key=lambda m: m.span.start):
        while at < len(named) and named[at].span.end <= mention.span.start:
            at += 1
        inside = [m for m in named[at : at + 12] if mention.span.covers(m.span)]
        what = role(mention.head or "")
        if what:
            yield _describe(mention, what.kind, what.sort, inside, roots)


def _describe(mention: Mention, kind: str, sort: str, inside: list[Mention], roots: dict[str, str]) -> Described:
    before = mention.span.text.split()[:-1]
    rest = [w.strip(",“”\"'’").casefold() for w in before if not any(w in m.span.text or m.span.text in w for m in inside)]
    countries = [code for w in rest if (code := gazetteer.nationality(w))]
    words = [w for w in rest if gazetteer.nationality(w) is None or gazetteer.nationality(w) == ""]
    owners = [m for m in inside if not mention.span.text[m.span.end - mention.span.start :].startswith("-")]
    known = gazetteer.known(owners[-1].span.text) if owners else None
    owner = (
        known.key
        if known
        else roots.get(owners[-1].id, owners[-1].id)
        if owners
        else f"country:{countries[-1]}"
        if countries
        else None
    )
    towns = [m for m in inside if m.kind == "place" and not (gazetteer.known(m.span.text) or (m in owners and kind != "event"))]
    place = roots.get(towns[0].id, towns[0].id) if towns else None
    last = mention.span.text.split()[-1].lower()
    return Described(
        mention, kind, sort, owner, tuple(sorted(w for w in words if w)), last.endswith("s") and last != mention.head, place
    )


def _the_named(item: Described, found: Annotations, roots: dict[str, str]) -> Link | None:
    """ "IS group", "SDF forces" are the organisation itself; "the terrorist group" the armed one that was last named."""
    if item.kind != "organisation":
        return None
    start = item.mention.span.start
    if item.owner and not item.owner.startswith("country:"):
        inside = [
            m for m in found.mentions if m.form != "descriptor" and item.mention.span.covers(m.span) and m.kind == "organisation"
        ]
        if inside:
            return _link(inside[-1], item.mention, 0.7, f"“{item.mention.span.text}” is named by {inside[-1].span.text}")
    if item.sort == "group" and set(item.words) & set(data.load("roles")["phrases"]["violent"]):
        before = [m for m in found.mentions if m.form != "descriptor" and m.span.end <= start and m.kind == "organisation"]
        armed = [m for m in before if gazetteer.armed(m.span.text)]
        if armed:
            return _link(armed[-1], item.mention, 0.55, f"“{item.mention.span.text}” comes after {armed[-1].span.text}")
    return None


def _key(item: Described) -> tuple[str, ...] | None:
    """What phrases of one group have in common, over documents."""
    if item.owner and item.owner.startswith("country:") and item.sort in _FORCES:
        return "forces", item.owner
    if item.owner:
        return item.kind, item.sort, item.owner
    if item.words or item.plural:
        return (item.kind, item.sort, item.mention.head or "", *item.words)
    return None


def _chain(items: list[Described]) -> Iterator[Link]:
    first = items[0].mention
    for item in items[1:]:
        same = item.mention.span.text.casefold() == first.span.text.casefold()
        why = (
            f"written the same: {first.span.text}"
            if same
            else f"“{first.span.text}” and “{item.mention.span.text}”: the same kind of people or body, of the same one"
        )
        yield _link(first, item.mention, 0.65, why)


def _one_event(items: list[Described]) -> Iterator[Link]:
    """Phrases for happenings of one kind are one event where they name no other place; those in the plural are left alone."""
    single = [i for i in items if not i.plural]
    places = Counter(i.place for i in single if i.place)
    main = max(sorted(places), key=lambda p: places[p]) if places else None
    chosen = [i for i in single if i.place in (None, main)]
    for item in chosen[1:]:
        yield _link(
            chosen[0].mention,
            item.mention,
            0.6,
            f"“{chosen[0].mention.span.text}” and “{item.mention.span.text}” call one kind of happening",
        )


def _link(left: Mention, right: Mention, score: float, why: str) -> Link:
    a, b = sorted((left.id, right.id))
    return Link(relation="same-entity", left=a, right=b, score=score, reasons=(why,))
