"""Suggested links between mentions and what people decided in, entities out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.model import Annotations, Entity, Link, Mention, Variant
from rashomon.settle import places
from rashomon.settle.decisions import Ledger


class _Groups:
    """Mentions joined by links, kept apart where somebody decided so."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}
        self.apart: dict[str, set[str]] = defaultdict(set)

    def root(self, key: str) -> str:
        while (above := self.parent.get(key, key)) != key:
            self.parent[key] = self.parent.get(above, above)
            key = above
        return key

    def forbid(self, left: str, right: str) -> None:
        left, right = self.root(left), self.root(right)
        self.apart[left].add(right)
        self.apart[right].add(left)

    def join(self, left: str, right: str) -> bool:
        left, right = sorted((self.root(left), self.root(right)))
        if left == right:
            return True
        if right in self.apart[left]:
            return False
        self.parent[right] = left
        for other in self.apart.pop(right, set()):
            self.apart[other].discard(right)
            self.apart[other].add(left)
            self.apart[left].add(other)
        return True


def settle(
    annotations: Sequence[Annotations], links: Iterable[Link], ledger: Ledger
) -> tuple[tuple[Entity, ...], tuple[Annotations, ...]]:
    """Entities, and the annotations with each mention's entity filled in. Decisions come first, then links, best first."""
    mentions = {m.id: m for found in annotations for m in found.mentions}
    groups = _Groups()
    reasons: dict[str, list[str]] = defaultdict(list)
    for decision in ledger.on("same-entity"):
        if decision.answer == "yes" and len(decision.subject) == 2 and groups.join(*decision.subject):
            left, right = (mentions[key].span.text if key in mentions else key for key in decision.subject)
            reasons[decision.subject[0]].append(f"{decision.author} decided that “{left}” and “{right}” are one")
    for decision in ledger.on("same-entity"):
        if decision.answer == "no" and len(decision.subject) == 2:
            groups.forbid(*decision.subject)
    for link in sorted(links, key=lambda x: (-x.score, x.left, x.right)):
        if link.left in mentions and link.right in mentions and groups.join(link.left, link.right):
            reasons[link.left].extend(link.reasons)
    members: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions.values():
        members[groups.root(mention.id)].append(mention)
    entities = [_entity(found, reasons) for found in members.values()]
    entity_of = {m.id: e.id for e, found in zip(entities, members.values(), strict=True) for m in found}
    kind_of = {e.id: e.kind for e in entities}
    filled = tuple(_filled(found, entity_of, kind_of) for found in annotations)
    return places.locate(sorted(entities, key=lambda e: e.id), filled), filled


def _filled(found: Annotations, entity_of: Mapping[str, str], kind_of: Mapping[str, str]) -> Annotations:
    """Mentions and labels with their entity; a name is of its entity's kind, wherever it stands."""
    mentions = []
    for mention in found.mentions:
        entity = entity_of[mention.id]
        kind = kind_of[entity] if mention.form != "descriptor" else mention.kind
        mentions.append(replace(mention, entity=entity, kind=kind))
    labels = tuple(replace(x, entity=entity_of.get(x.mention or "")) for x in found.labels)
    return replace(found, mentions=tuple(mentions), labels=labels)


def _entity(mentions: list[Mention], reasons: dict[str, list[str]]) -> Entity:
    """One entity of its mentions: the commonest name, the commonest kind, every spelling with its count."""
    named = [m for m in mentions if m.form != "descriptor"] or mentions
    counts = Counter((" ".join(m.span.text.split()), m.span.document) for m in mentions)
    kinds = Counter(m.kind for m in named)
    kind = max(kinds, key=lambda k: (kinds[k], k))
    told = (reason for m in mentions for reason in reasons.get(m.id, ()) if not reason.startswith("written the same"))
    why = dict.fromkeys(told)
    return Entity(
        id="e:" + min(m.id for m in mentions),
        kind=kind,
        name=_called(mentions, kind),
        variants=tuple(Variant(text=t, document=d, count=n) for (t, d), n in sorted(counts.items())),
        known_as=tuple(why),
    )


def _called(mentions: list[Mention], kind: str) -> str:
    """What an entity goes by: of a person the commonest full name, of others the commonest name, in full for initials.

    A happening or a work that is mostly called by common words goes by those: a name that stands once may be a headline's.
    """
    names = Counter(" ".join(m.span.text.split()) for m in mentions if m.form != "descriptor")
    phrases = Counter(" ".join(m.span.text.split()) for m in mentions if m.form == "descriptor")
    if not names or (kind in ("event", "work", "other") and names.total() == 1 and phrases.total() > 2):
        return _commonest(phrases)
    usual = _commonest(names)
    full = Counter({n: count for n, count in names.items() if " " in n and _longer(n, usual, kind)})
    return _commonest(full) if full else usual


def _commonest(counts: Counter[str]) -> str:
    return max(counts, key=lambda n: (counts[n], len(n), n))


def _longer(name: str, usual: str, kind: str) -> bool:
    """Whether a name is the usual one in full: a person's with the first name, a body's whose initials the usual one is."""
    if kind == "person":
        return " " not in usual and usual.casefold() in name.casefold()
    return usual.isupper() and len(usual) > 1 and not name.isupper()
