"""Phrases that stand for somebody or something in, suggestions whom or what they stand for out.

"The rebels' fighters" are not the organisation they fight for: a group is known by who it belongs to and what it does, an
event by what kind of happening it is and where. A bare phrase ("the militants") means the one last spoken of.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon import data
from rashomon.model import Annotations, Document, Link, Mention
from rashomon.text import gazetteer
from rashomon.text.names import fold
from rashomon.text.roles import role

_FORCES = ("force", "soldier")
_OF_THE_NAMED = ("force", "group")  # "the X group", "X forces" are X
_LED = "coalition"
_LEADS = re.compile(r"(\S+)-(?:led|backed|dominated)\b")
_ITSELF = ("council",)  # "X news agency" is X where the name stands right before


@dataclass(frozen=True, slots=True)
class Described:
    """A phrase with its class, the name or country it belongs to, and the adjectives it has besides."""

    mention: Mention
    kind: str
    sort: str
    owner: str | None
    named: Mention | None
    words: tuple[str, ...]
    plural: bool
    place: str | None = None

    @property
    def bare(self) -> bool:
        """Whether nothing says which one is meant."""
        return self.owner is None and not self.words and self.place is None

    @property
    def head(self) -> str:
        """The head noun's lemma."""
        return self.mention.head or ""


def relate(documents: Sequence[Document], annotations: Sequence[Annotations], links: Iterable[Link]) -> Iterator[Link]:
    """Links between descriptors, and from them to the named; `links` between names say which names are one."""
    roots = _roots(links)
    bodies = _bodies(annotations, roots)
    items = [list(_described(d, found, roots)) for d, found in zip(documents, annotations, strict=True)]
    leaders = {led for here in items for item in here if (led := _leader(item))}
    by_key: dict[tuple[str, ...], list[Described]] = defaultdict(list)
    events: dict[str, list[Described]] = defaultdict(list)
    for document, found, here in zip(documents, annotations, items, strict=True):
        last: dict[str, Described] = {}
        for item in here:
            if item.kind == "event":
                events[item.sort if item.sort in _whole_classes() else item.head].append(item)
            elif item.sort == _LED and not item.plural and len(leaders) < 2:
                by_key[(_LED,)].append(item)
            elif target := _the_named(item, found) or _the_body(item, bodies):
                yield target
            else:
                before = last.get(item.sort)
                if before and item.bare and _continues(document, before, item):
                    why = f"“{item.mention.span.text}” comes after “{before.mention.span.text}”"
                    yield _link(before.mention, item.mention, 0.6, why)
                elif key := _key(item):
                    by_key[key].append(item)
                last[item.sort] = item
    for key in sorted(by_key):
        yield from _chain(by_key[key])
    for sort in sorted(events):
        yield from _one_event(events[sort])


def _leader(item: Described) -> str | None:
    """Who leads a coalition, by the list or as written: accounts that name one leader at most speak of one coalition."""
    found = _LEADS.search(item.mention.span.text) if item.sort == _LED else None
    if not found:
        return None
    known = gazetteer.known(found[1])
    return known.key if known else gazetteer.nationality(found[1]) or fold(found[1])


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


def _described(document: Document, found: Annotations, roots: dict[str, str]) -> Iterator[Described]:
    named = [m for m in found.mentions if m.form != "descriptor"]
    at = 0
    for mention in sorted((m for m in found.mentions if m.form == "descriptor"), key=lambda m: m.span.start):
        while at < len(named) and named[at].span.end <= mention.span.start:
            at += 1
        inside = [m for m in named[at : at + 12] if mention.span.covers(m.span)]
        if what := role(mention.head or ""):
            yield _describe(document, mention, (what.kind, what.sort), inside, roots)


def _describe(
    document: Document, mention: Mention, role: tuple[str, str], inside: list[Mention], roots: dict[str, str]
) -> Described:
    before = mention.span.text.split()[:-1]
    rest = [w.strip(",“”\"'’").casefold() for w in before if not any(w in m.span.text or m.span.text in w for m in inside)]
    countries = [code for w in rest if (code := gazetteer.nationality(w))]
    owners = [m for m in inside if "-" not in (document.text[m.span.end : m.span.end + 1], document.text[m.span.start - 1])]
    towns = [m for m in inside if m.kind == "place" and not gazetteer.known(m.span.text)]
    last = mention.span.text.split()[-1].lower()
    return Described(
        mention=mention,
        kind=role[0],
        sort=role[1],
        owner=_owner(owners[-1], roots) if owners else f"country:{countries[-1]}" if countries else None,
        named=owners[-1] if owners else None,
        words=tuple(sorted(w for w in rest if w and not gazetteer.nationality(w))),
        plural=last.endswith("s") and last != mention.head,
        place=roots.get(towns[0].id, towns[0].id) if towns else None,
    )


def _owner(mention: Mention, roots: dict[str, str]) -> str:
    """What one name is over documents: its entry in the lists, else the mention that stands for it."""
    known = gazetteer.known(mention.span.text)
    return known.key if known else roots.get(mention.id, mention.id)


def _continues(document: Document, before: Described, item: Described) -> bool:
    """Whether a bare phrase takes up an earlier one: fighters by any word, others by the same noun, one alone only as "the"."""
    if item.sort != "fighter" and before.head != item.head:
        return False
    start = item.mention.span.start
    definite = document.text[max(0, start - 6) : start].casefold().endswith(("the ", "these ", "those ", "this ", "that "))
    return item.plural == before.plural and (item.plural or definite)


def _the_named(item: Described, found: Annotations) -> Link | None:
    """ "The X group", "X forces" are X itself; "the terrorist group" is the armed one that was last named."""
    if item.kind != "organisation":
        return None
    span, named = item.mention.span, item.named
    if named and named.kind != "place":
        right_before = span.text[named.span.end - span.start :].count(" ") <= 2
        if (item.sort in _OF_THE_NAMED and right_before) or (item.sort in _ITSELF and named.kind == "organisation"):
            return _link(named, item.mention, 0.7, f"“{span.text}” is named by {named.span.text}")
        return None
    if item.sort == "group" and item.owner is None and set(item.words) & set(data.load("roles")["phrases"]["violent"]):
        armed = [
            m for m in found.mentions if m.span.end <= span.start and m.form != "descriptor" and gazetteer.armed(m.span.text)
        ]
        if armed:
            return _link(armed[-1], item.mention, 0.55, f"“{span.text}” comes after {armed[-1].span.text}")
    return None


Bodies = dict[tuple[str, str], list[Mention]]
"""Named bodies by document ("" for the pile) and the last word of their names, one for each body; by all words for the pile."""


def _bodies(annotations: Sequence[Annotations], roots: dict[str, str]) -> Bodies:
    found: Bodies = defaultdict(list)
    seen: set[tuple[str, str, str]] = set()
    for of_document in annotations:
        for mention in of_document.mentions:
            words = fold(mention.span.text).split()
            if mention.form == "descriptor" or mention.kind != "organisation" or len(words) < 2:
                continue
            found["", " ".join(words)].append(mention)
            for document in (of_document.document, ""):
                key = (document, words[-1], roots.get(mention.id, mention.id))
                if key not in seen:
                    seen.add(key)
                    found[document, words[-1]].append(mention)
    return found


def _the_body(item: Described, bodies: Bodies) -> Link | None:
    """ "The navy" is the only body whose name ends in that word, in its account or else in all of them."""
    span = item.mention.span
    if item.kind != "organisation" or item.plural:
        return None
    if not item.bare:
        named = bodies.get(("", fold(span.text)), [])
        return _link(named[0], item.mention, 0.7, f"written the same but for capitals: {span.text}") if named else None
    for document, where in ((span.document, "this account"), ("", "the accounts")):
        named = bodies.get((document, item.head), [])
        if named:
            why = f"“{named[0].span.text}” is the only {item.head} that {where} name{'s' if document else ''}"
            return _link(named[0], item.mention, 0.6, why) if len(named) == 1 else None
    return None


def _key(item: Described) -> tuple[str, ...] | None:
    """What phrases for one group have in common, over documents; one person is not told by a phrase."""
    if item.owner and item.owner.startswith("country:") and item.sort in _FORCES:
        return "forces", item.owner
    if item.owner and (item.sort == "fighter" or item.kind == "organisation"):
        return item.kind, item.sort, item.owner
    return (item.kind, item.sort, item.head, item.owner or "", *item.words)


def _chain(items: list[Described]) -> Iterator[Link]:
    first = items[0].mention
    for item in items[1:]:
        same = item.mention.span.text.casefold() == first.span.text.casefold()
        why = f"“{first.span.text}” and “{item.mention.span.text}”: one kind of people or body, of the same one"
        yield _link(first, item.mention, 0.65, f"written the same: {first.span.text}" if same else why)


def _one_event(items: list[Described]) -> Iterator[Link]:
    """Phrases for happenings of one kind are one event where they name no other place; those in the plural are left alone."""
    single = [i for i in items if not i.plural]
    places = Counter(i.place for i in single if i.place)
    main = max(sorted(places), key=lambda p: places[p]) if places else None
    chosen = [i for i in single if i.place in (None, main)]
    for item in chosen[1:]:
        left, right = chosen[0].mention.span.text, item.mention.span.text
        why = f"“{left}” and “{right}” call one kind of happening" if left != right else f"written the same: {left}"
        yield _link(chosen[0].mention, item.mention, 0.6, why)


@cache
def _whole_classes() -> frozenset[str]:
    """Classes of happenings whose words may all stand for the same one."""
    return frozenset(data.load("roles")["phrases"]["whole_classes"])


def _link(left: Mention, right: Mention, score: float, why: str) -> Link:
    a, b = sorted((left.id, right.id))
    return Link(relation="same-entity", left=a, right=b, score=score, reasons=(why,))
