"""Annotations whose mentions have their entities in, the same with the speakers of attributions and claims linked to them out."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model import Annotations, Hop, Mention, Span


def link(found: Annotations) -> Annotations:
    """The same with the entity of each hop that rests on a mention's words."""
    mentions = [m for m in found.mentions if m.entity]
    return replace(
        found,
        attributions=tuple(replace(a, speaker=_hop(a.speaker, mentions)) if a.speaker else a for a in found.attributions),
        claims=tuple(replace(c, chain=tuple(_hop(h, mentions) for h in c.chain)) for c in found.claims),
    )


def _hop(hop: Hop, mentions: Sequence[Mention]) -> Hop:
    if hop.entity or hop.span is None:
        return hop
    entity = _entity(hop.span, mentions)
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
