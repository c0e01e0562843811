"""Claims with whom they have for speakers in, for which body each person speaks out: "coalition spokesman Jan Velis".

What a spokesperson says of "it" and "us" is said of the body.
"""

import re
from collections.abc import Iterator, Sequence

from rashomon.model import Annotations, Document, Entity, Mention, Span, Spans
from rashomon.relate import spokespeople

_REACH = 90  # code points behind or before a name in which the body stands for which somebody speaks
_NEAR = 30  # code points beside the two in which it is said that he no longer does
_STOP = r"[.!?\n]"
_SPEAKS = r"spokes(?:man|woman|person|people)"
_FOR = re.compile(rf"{_SPEAKS}\s+(?:for|of)\s+(?:the\s+)?(?:[\w-]+\s+){{0,2}}?$", re.IGNORECASE)
_ITS = re.compile(rf"(?:['’]s)?\s+(?:[\w-]+\s+)?{_SPEAKS}\b", re.IGNORECASE)
_BODIES = frozenset({"organisation", "group"})


def spoken_for(documents: Sequence[Document], annotations: Sequence[Annotations], entities: Sequence[Entity]) -> dict[str, str]:
    """For the entity of a person that of the body for which one account at least says that he speaks, the first in text order."""
    people = {e.id for e in entities if e.kind == "person"}
    found: dict[str, str] = {}
    for document, inside in zip(documents, annotations, strict=True):
        bodies = [m for m in inside.mentions if m.kind in _BODIES and m.entity]
        places = Spans([m.span for m in bodies])
        for claim in inside.claims:
            hop = claim.chain[0] if claim.chain else None
            if hop and hop.span and hop.entity in people and hop.entity not in found and hop.span.document == document.id:
                start, end = max(0, hop.span.start - _REACH), min(len(document.text), hop.span.end + _REACH)
                near = [bodies[i] for i in places.over(document.span(start, end))]
                if body := next(_bodies(document, hop.span, near), None):
                    found[hop.entity] = body
    return found


def _bodies(document: Document, name: Span, near: Sequence[Mention]) -> Iterator[str]:
    """The entities of the bodies, of those named near, for which the words around a name say that its bearer speaks."""
    for mention in near:
        before = document.text[max(0, name.start - _REACH, mention.span.start - _REACH) : mention.span.start]
        after = document.text[mention.span.end : mention.span.end + _REACH]
        said = _FOR.search(before) or (mention.span.end <= name.end and _ITS.match(after))
        part = after[:1] in ("-", "–")  # "the Norland-led coalition"
        if (
            said
            and not part
            and not spokespeople.past(_told(document, name, mention))
            and not re.search(_STOP, _between(document, name, mention))
        ):
            yield mention.entity or ""


def _told(document: Document, name: Span, mention: Mention) -> str:
    """The words from a name to that of a body, with those nearby: "the former spokesman of", "spokesman, who defected"."""
    start, end = min(name.start, mention.span.start), max(name.end, mention.span.end)
    before, after = document.text[max(0, start - _NEAR) : start], document.text[end : end + _NEAR]
    return re.split(_STOP, before)[-1] + document.text[start:end] + re.split(_STOP, after)[0]


def _between(document: Document, name: Span, mention: Mention) -> str:
    first, second = sorted((name, mention.span), key=lambda span: span.start)
    return re.sub(r"\b(?:[A-Z]|Col|Gen|Lt|Maj|Capt|Sgt|Brig|Dr|Mr|Mrs|Ms)\.", "", document.text[first.end : second.start])
