"""A document's claims in, whose footage shows what they tell out: "a film by Kestrel TV suggests", "in the film, men climb out".

What two papers have seen in one film is one origin, the film's maker, though each tells it in its own voice.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rashomon.data import load
from rashomon.model import Annotations, Claim, Document, Hop, Span
from rashomon.text import sentences

Made = tuple[int, Hop]
"""Where footage stands, and its maker."""

_MADE = r"\s(?:[\w-]*(?:ed|cast|shot|shown|taken|seen|made)\s)?by\s(?:the\s)?$"
_AIRED = r"\s(?:[\w-]*(?:ed|cast|shot|shown)\s)?(?:from|on)\s(?:the\s)?$"
_BACK = 60  # code points before a maker's name in which its footage stands, or behind it


def seen(found: Annotations, document: Document) -> Mapping[str, Hop]:
    """For each claim of which the page says that somebody's footage shows it, the maker."""
    made = [*_makers(found, document)]
    if not made:
        return {}
    own = {document.outlet, document.agency, *document.authors}
    known: dict[str, Hop] = {}
    for claim in found.claims:
        nearest = claim.chain[0] if claim.chain else None
        if nearest is not None and nearest.kind == "document":
            hop = _of_film(nearest, document, made)
        elif nearest is None or nearest.kind == "outlet" or nearest.name in own:
            hop = _in_voice(claim, document, made)
        else:
            hop = None
        if hop is not None:
            known[claim.id] = hop
    return known


def _of_film(film: Hop, document: Document, made: Sequence[Made]) -> Hop | None:
    """The maker of the film that is said to show something: named with it, or of all footage that the page tells of."""
    if film.span is None or _nouns(r"$").search(film.name) is None:
        return None
    _, end = _sentence(document, film.span)
    within = [maker for place, maker in made if film.span.start <= place < end]
    return within[0] if within else _only(made)


def _in_voice(claim: Claim, document: Document, made: Sequence[Made]) -> Hop | None:
    """The maker of the footage that shows what a page tells itself: named in the sentence, or of "the film" that opens it."""
    start, end = _sentence(document, claim.span)
    within = [(place, maker) for place, maker in made if start <= place < claim.span.end]
    if within and _shows(document.text[within[-1][0] : end]):
        return within[-1][1]
    opening = re.match(rf"(?:in\s|on\s)?(?:the|this|that)\s(?:\w+\s)?{_footage()}\b", document.text[start:end], re.IGNORECASE)
    return _only([one for one in made if one[0] < start]) if opening else None


def _only(made: Sequence[Made]) -> Hop | None:
    """The maker of all of it, where it is one."""
    makers = {hop.entity or hop.name: hop for _, hop in made}
    return next(iter(makers.values())) if len(makers) == 1 else None


def _makers(found: Annotations, document: Document) -> Iterator[Made]:
    """Where footage stands whose maker is named with it, and the maker."""
    for mention in found.mentions:
        span = mention.span
        if mention.kind != "organisation" or _platform(span.text):
            continue
        before = document.text[max(0, span.start - _BACK) : span.start]
        after = document.text[span.end : span.end + _BACK]
        hop = Hop(name=span.text, kind="organisation", entity=mention.entity, span=span, stance="relays")
        aired = span.text.split()[-1] in load("credits")["footage"]["stations"]
        if said := _nouns(_MADE).search(before) or (aired and _nouns(_AIRED).search(before)):
            yield span.start - len(before) + said.start(), hop
        elif _nouns(r"\b").match(after.removeprefix("’s").removeprefix("'s").lstrip()):
            yield span.start, hop


def _shows(text: str) -> bool:
    return re.search(rf"\b(?:{'|'.join(load('credits')['footage']['shows'])})\b", text) is not None


def _sentence(document: Document, span: Span) -> tuple[int, int]:
    """The sentence in which a claim begins."""
    start = document.text.rfind("\n", 0, span.start) + 1
    end = document.text.find("\n", span.start)
    parts = sentences.split(document.text, start, end if end >= 0 else len(document.text))
    return next(((a, b) for a, b in parts if a <= span.start < b), (span.start, span.end))


@cache
def _nouns(after: str) -> re.Pattern[str]:
    """Words for footage, before more."""
    return re.compile(rf"\b{_footage()}{after}", re.IGNORECASE)


@cache
def _footage() -> str:
    return rf"(?:{'|'.join(load('credits')['footage']['words'])})"


def _platform(name: str) -> bool:
    """Whether a name is of a place where anybody posts."""
    return name.removeprefix("the ") in load("credits")["footage"]["platforms"]
