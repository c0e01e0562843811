"""Suggested links between mentions and what people decided in, entities out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.model import Annotations, Entity, Link, Mention, Variant
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
    for decision in ledger.on("same-entity"):
        if decision.answer == "yes" and len(decision.subject) == 2:
            groups.join(*decision.subject)
    for decision in ledger.on("same-entity"):
        if decision.answer == "no" and len(decision.subject) == 2:
            groups.forbid(*decision.subject)
    reasons: dict[str, list[str]] = defaultdict(list)
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
    return tuple(sorted(entities, key=lambda e: e.id)), filled


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
    names = Counter(" ".join(m.span.text.split()) for m in named)
    kinds = Counter(m.kind for m in named)
    told = (reason for m in mentions for reason in reasons.get(m.id, ()) if not reason.startswith("written the same"))
    why = dict.fromkeys(told)
    return Entity(
        id="e:" + min(m.id for m in mentions),
        kind=max(kinds, key=lambda k: (kinds[k], k)),
        name=_called(names),
        variants=tuple(Variant(text=t, document=d, count=n) for (t, d), n in sorted(counts.items())),
        known_as=tuple(why),
    )


def _called(names: Counter[str]) -> str:
    """The commonest full form: of several words where there is one, unless it is rare beside the short one."""
    full = {n: count for n, count in names.items() if " " in n} or dict(names)
    best = max(full, key=lambda n: (full[n], len(n), n))
    usual = max(names, key=lambda n: (names[n], len(n), n))
    return best if usual.casefold() in best.casefold() or usual.isupper() else usual
