"""Annotations whose mentions have their entities in, the same with the speakers of attributions and claims linked to them out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.model import Annotations, Entity, Hop, Mention, Span, Spans
from rashomon.text.namewords import bare

Names = Mapping[str, str]


def link(annotations: Sequence[Annotations], entities: Sequence[Entity]) -> list[Annotations]:
    """The same with the entity of each hop that rests on a mention's words, or that bears the name of one entity alone."""
    names = _names(entities)
    return [_linked(found, names) for found in annotations]


def _names(entities: Sequence[Entity]) -> Names:
    """Spellings, folded, that are those of one entity and no other."""
    meant: dict[str, set[str]] = {}
    for entity in entities:
        for text in (entity.name, *(v.text for v in entity.variants)):
            meant.setdefault(bare(text), set()).add(entity.id)
    return {text: next(iter(found)) for text, found in meant.items() if len(found) == 1}


def _linked(found: Annotations, names: Names) -> Annotations:
    mentions = [m for m in found.mentions if m.entity]
    index = Spans([m.span for m in mentions])

    def hop(hop: Hop) -> Hop:
        return _hop(hop, [mentions[i] for i in index.over(hop.span)] if hop.span else (), names)

    return replace(
        found,
        attributions=tuple(replace(a, speaker=hop(a.speaker)) if a.speaker else a for a in found.attributions),
        claims=tuple(replace(c, chain=tuple(hop(h) for h in c.chain)) for c in found.claims),
    )


def _hop(hop: Hop, mentions: Sequence[Mention], names: Names) -> Hop:
    """The hop with its entity: that of one of the mentions its words overlap, or of its name."""
    if hop.entity or hop.kind in ("outlet", "unnamed"):
        return hop
    entity = (_entity(hop.span, mentions) if hop.span else None) or names.get(bare(hop.name))
    return replace(hop, entity=entity) if entity else hop


def _entity(span: Span, mentions: Sequence[Mention]) -> str | None:
    """The entity of the mention that the words are, else of the person named in them: a role does not name its holder."""
    best: tuple[float, str] | None = None
    for mention in mentions:
        if shared := span.overlap(mention.span):
            alike = shared / (span.end - span.start + mention.span.end - mention.span.start - shared)
            if (alike >= 0.5 or (mention.kind == "person" and mention.form == "name")) and (best is None or alike > best[0]):
                best = (alike, mention.entity or "")
    return best[1] if best else None
