"""The words for the doer of a deed in, who is meant out: the side on which he stands, and by what name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from rashomon.data import load
from rashomon.meaning import sides
from rashomon.meaning.doerphrases import Doing
from rashomon.model import Annotations, Argument, Claim, Document, Entity, Hop, Mention, Part, Span
from rashomon.relate.acts import part
from rashomon.relate.doernames import called, country

_ABLE = frozenset({"person", "organisation", "group", "place"})
_MADE = re.compile(r"[\w-]*-(?:made|built|supplied|held|style|designed|era|controlled|backed)\b", re.IGNORECASE)
_AFTER = 60  # code points behind or before a name in which it is said of whom it is
_SPEAKS = re.compile(r"((?:[\w-]+\s){1,3})(?:spokes(?:man|woman|person)|commander|chief|officer|general)\b", re.IGNORECASE)
_RUN = re.compile(r"(?:[A-Z][\w’'-]+)(?:\s(?:of|for|and)(?:\sthe)?(?=\s[A-Z])|\s[A-Z][\w’'-]+)+")
"""A name of several words, whatever of it was marked as one."""
_IDLE = frozenset({"the", "a", "an", "some", "two", "three", "several", "so-called", "alleged", "suspected", "other", "local"})
_BODY = frozenset(
    {"group", "movement", "forces", "party", "network", "organisation", "organization", "leader", "leaders", "gang", "cell"}
)
_ITSELF = frozenset({"itself", "themselves", "alone"})
_HEAD = re.compile(r"([A-Z][\w’'-]+)\s(?:of|for|and)\s(?:the\s)?")
_PARTED = re.compile(r"\s(?:of|for)\s")


class Known:
    """Who is who: the entities by id, for whom each person speaks, and on which side a name is said to stand."""

    def __init__(
        self,
        entities: Mapping[str, Entity],
        speaks: Mapping[str, str],
        documents: Sequence[Document],
        annotations: Sequence[Annotations],
    ) -> None:
        self.entities = entities
        self.speaks = speaks
        self.texts = {d.id: d.text for d in documents}
        self._names = {v.text.casefold(): e.id for e in entities.values() for v in e.variants}
        self._sides: dict[str, str] = {}
        self._read = [(m, self.texts[a.document]) for a in annotations for m in a.mentions if m.form == "name" and m.entity]

    def side(self, entity: str) -> str | None:
        """The side on which a name is said to stand, by the words beside it wherever it occurs."""
        if not self._sides:
            for mention, text in self._read:
                if mention.kind in ("organisation", "group") and (found := called(mention.span, text)):
                    self._sides.setdefault(mention.entity or "", found)
            self._sides.setdefault("", "")
        return self._sides.get(entity)

    def whole(self, hop: Hop) -> str:
        """The name of a speaker, with what follows it in its account where only its first word was marked."""
        if hop.span is None:
            return hop.name
        text = self.texts.get(hop.span.document, "")[hop.span.start : hop.span.end + _AFTER]
        run = _RUN.match(re.sub(r"^[Tt]he ", "", text))
        return (
            run[0]
            if run
            and _PARTED.search(run[0])
            and hop.span.text.removeprefix("The ") in run[0]
            and len(run[0]) > len(hop.span.text)
            else hop.name
        )

    def named(self, words: str, name: Mention | None) -> str | None:
        """The entity that a name in some words is for: the one of the whole name, where that is longer than what was marked."""
        low, high = _run(words, name) or (0, 0)
        run = words[low:high] or None
        if run is not None and sides.tool(run):
            run = None
        if run is None or (name is not None and len(run) <= len(name.span.text)):
            return name.entity if name else None
        whole = run.casefold()
        return self._names.get(whole, f"called {whole}")


def doer(claim: Claim, one: Doing, mentions: Sequence[Mention], known: Known) -> Part | None:
    """Who a claim says did it, or did not; None where its words name nobody: "a rocket", "a Kell-made bomb"."""
    if one.who is None:
        return _speaker(claim, known) if one.speaker else None
    found = _named(one.who, mentions, known)
    if not one.speaker:
        return found
    whose = _speaker(claim, known)
    if found is None or (whose and sides.tool(one.who.text)):
        return replace(whose, span=one.who) if whose else None
    same = whose is not None and (whose.side in (found.side, None) or sides.part_of(found.side or "", whose.side or ""))
    return (
        replace(found, entity=whose.entity, named=whose.named, country=whose.country) if whose and same and found.side else found
    )


def _named(who: Span, mentions: Sequence[Mention], known: Known) -> Part | None:
    """The part for some words: by a name in them, by their noun, or by both."""
    side, kind = sides.read(who.text), sides.tool(who.text)
    names = [m for m in mentions if m.form != "descriptor" and m.kind in _ABLE and _inside(m.span, who) and _names(m, who)]
    name = names[-1] if names else None
    words = re.findall(r"[^\W_]+", who.text)
    made = part(Argument(role="agent", head=(words or [""])[-1].lower(), span=who), [name] if name else [], known.entities)
    made = replace(made, entity=None, named=False, country=None if kind == "fired" else country(who.text))
    entity = known.named(who.text, name) if _bears(who, name, side) else None
    if entity is not None:
        what = known.entities[entity].kind if entity in known.entities else "organisation"
        made = replace(made, entity=entity, kind=name.kind if name and what != "organisation" else what, named=True)
    if made.named and _is_name(who.text, name):
        side = None  # "the Kell Liberation Army" need be no army
    if side is not None and side.name in load("sides")["owned"]["names"]:
        whose = _owner(who, mentions) if kind != "fired" else None
        return replace(
            made,
            side=side.name,
            unit=side.unit,
            entity=whose if not made.country else None,
            kind="place" if whose else None,
            named=False,
        )
    called = side.name if side else known.side(made.entity or "") if made.named else None
    if called is None and kind == "crewed" and (made.country or (made.named and made.kind != "person")):
        called = "army"
    return replace(made, side=called, unit=side.unit if side else "") if called or made.named else None


def _run(words: str, name: Mention | None) -> tuple[int, int] | None:
    """Where the name of several words stands, without those for its bearers at the head of a sentence: "Fighters of the …"."""
    for found in _RUN.finditer(words):
        if name is None or name.span.text.removeprefix("the ") in found[0]:
            first = _HEAD.match(found[0])
            skip = (
                first.end() if first and (sides.read(first[1]) or sides.tool(first[1]) or first[1].lower() in _members()) else 0
            )
            return found.start() + skip, found.end()
    return None


def _is_name(words: str, name: Mention | None) -> bool:
    """Whether the last word of somebody's name says what he is only as a part of it, with no country before it."""
    run = _run(words, name)
    alone = run is not None and run[1] == len(words.rstrip()) and sides.read(words[: run[0]]) is None
    return alone and country(words) is None


def _bears(who: Span, name: Mention | None, side: sides.Side | None) -> bool:
    """Whether some words are for the bearer of the name in them: "Kell Front fighters", "jets of the Kell Front",
    but not "the toll of a Kell Front bombing".
    """
    run = _run(who.text, name)
    if run is None and name is None:
        return False
    low, high = run or (0, 0)
    if name is not None and (run is None or name.span.end - who.start > high):
        low, high = name.span.start - who.start, name.span.end - who.start
    before, after = who.text[:low].split(), who.text[high:].split()
    led = [w for w in before if w.lower() not in _IDLE]
    of = (
        len(led) > 1
        and led[-1] in ("of", "from")
        and (sides.read(" ".join(led[:-1])) or sides.tool(" ".join(led[:-1])) or led[-2].lower().removesuffix("s") in _members())
    )
    behind = not after or (
        len(after) < 3 and (side is not None or sides.tool(who.text) is not None or after[-1].lower() in _BODY | _ITSELF)
    )
    return behind and (not led or bool(of) or sides.read(" ".join(led)) is not None or all(w[:1].isupper() for w in led))


@cache
def _members() -> frozenset[str]:
    return frozenset(load("sides")["members"]["words"])


def _owner(who: Span, mentions: Sequence[Mention]) -> str | None:
    """Whose army, police or coalition it is, by the name among its words: "the Kell-led coalition", "Kell coalition"."""
    names = [m for m in mentions if m.form != "descriptor" and _inside(m.span, who) and _names(m, who)]
    words = [
        w
        for m in names
        for w in re.findall(r"[A-Z]\w+", m.span.text)
        if not (sides.read(w) or sides.tool(w) or sides.ORDINAL.search(w))
    ]
    return f"called {words[0].casefold()}" if words else None


def _inside(span: Span, who: Span) -> bool:
    return who.start <= span.start and span.end <= who.end


def _names(mention: Mention, who: Span) -> bool:
    """Whether a name among some words says who it is: not where a rocket was made, nor "Police" at the head of a line."""
    if _MADE.match(who.text[mention.span.end - who.start :]):
        return False
    before = who.text[: mention.span.start - who.start]
    if re.search(r"\b(?:in|near|at|on)\s+(?:the\s+)?$", before):
        return False
    return sides.read(mention.span.text) is None or len([w for w in mention.span.text.split() if w[:1].isupper()]) > 1


def _speaker(claim: Claim, known: Known) -> Part | None:
    """Who speaks, as a doer: the body for which he does."""
    hop = claim.chain[0] if len(claim.chain) > 1 else None
    if hop is None:
        return None
    entity = known.entities.get(known.speaks.get(hop.entity or "", hop.entity or ""))
    body = entity is not None and entity.kind != "person"
    whole = known.whole(hop)
    side = (sides.read(entity.name) if entity and body else None) or sides.read(whole)
    said = _spoken_for(hop, known)
    office, words = said or (None, None)
    side = (None if _is_name(whole, None) else side) or office
    key = (
        known.named(whole, None)
        if _RUN.search(whole) and (hop.kind != "person" or whole != hop.name)
        else entity.id
        if entity and body
        else None
    )
    called = side.name if side else known.side(key) if key else None
    if called is None and key is None:
        return None
    named = key is not None and (
        bool(_RUN.search(whole)) or bool(entity and entity.name[:1].isupper() and sides.read(entity.name) is None)
    )
    kind = entity.kind if entity and body else "organisation" if named else None
    head = (hop.name.split() or [""])[-1].lower()
    return Part(
        span=(_body(hop, entity, known) if entity and body else words) or hop.span or claim.span,
        head=head,
        entity=key if named else None,
        kind=kind,
        named=named,
        side=called,
        unit=side.unit if side else "",
    )


def _body(hop: Hop, entity: Entity, known: Known) -> Span | None:
    """The words beside a person's name for the body that he speaks for, which is who did it or not."""
    if hop.span is None or hop.kind != "person":
        return None
    start = max(0, hop.span.start - _AFTER)
    around = known.texts.get(hop.span.document, "")[start : hop.span.end + _AFTER]
    called = sorted((v.text for v in entity.variants if v.text in around), key=lambda t: (-len(t), t))
    return _at(hop, start + around.find(called[0]), called[0]) if called else None


def _at(hop: Hop, start: int, words: str) -> Span | None:
    return Span(document=hop.span.document, start=start, end=start + len(words), text=words) if hop.span else None


def _spoken_for(hop: Hop, known: Known) -> tuple[sides.Side, Span | None] | None:
    """The side whose spokesman or commander the words around a name make of its bearer, with the words for it."""
    if hop.span is None:
        return None
    start = max(0, hop.span.start - _AFTER)
    around = known.texts.get(hop.span.document, "")[start : hop.span.end + _AFTER]
    found = ((m, s) for m in _SPEAKS.finditer(around) if (s := sides.read(m[1])))
    return next(((s, _at(hop, start + m.start(1), m[1].rstrip())) for m, s in found), None)
