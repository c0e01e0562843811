"""Attributions in, by whom else their words came to the page, where the passage itself does not say, out.

A page that retells another's report names that report once or twice ("a nurse told the Post") and then lets the same
people speak without it. Two things are inferred, and marked as such: a speaker whom the page heard through a medium once
was heard through it again; and people whom only a reporter could have asked were asked by the one medium that this page
retells, if it is one, and if it is named for at least two such speakers or speaks for itself besides.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from rashomon import data
from rashomon.extract.clauses import lexicon
from rashomon.extract.contents import tokens
from rashomon.extract.cues import cues
from rashomon.extract.frames import LONGEST, Framing
from rashomon.extract.phrases import phrase
from rashomon.model import Attribution, Document, Hop
from rashomon.text.parse import Parse

_TALKS = frozenset({"interview", "speak", "talk", "conversation", "request"})
_MEDIA = frozenset({"organisation", "document", "outlet"})


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(data.load("relays")[key])


def stated(parse: Parse, framings: Sequence[Framing]) -> dict[int, int]:
    """For each cue (head word) the head word of the outlet that was told, or that the speaker talked to in its sentence."""
    return {f.head: told for f in framings if (told := _told_to(parse, f)) is not None}


def _told_to(parse: Parse, framing: Framing) -> int | None:
    """The outlet that was told, or that the speaker talked to in the sentence of the cue."""
    if framing.recipient is not None and phrase(parse, framing.recipient).medium:
        return framing.recipient
    first, last = parse.sentence(framing.head)
    for token in range(first, min(last, first + LONGEST)):
        asked = parse.head[parse.head[token]]
        if parse.dep[token] != "pobj" or parse.lemma[asked] not in _TALKS | {"quote", "cite"}:
            continue
        if any(a <= parse.start[token] < b for a, b in framing.content) or not phrase(parse, token).medium:
            continue
        return token if token != framing.source else None
    return None


def infer(document: Document, parse: Parse, attributions: Sequence[Attribution]) -> dict[str, Hop]:
    """The relay of each attribution that has one besides its `via`, by the attribution's id."""
    by_id = {a.id: a for a in attributions}
    given = {a.id: h for a in attributions if (h := _interview(document, parse, a)) is not None}
    told = given | {a.id: h for a in attributions if (h := _stated(a, by_id)) is not None}
    heard = {_name(a): told[a.id] for a in attributions if a.id in told and _person(a) and _named(parse, told[a.id])}
    kinds = _kinds(document, parse, attributions, told)
    medium = _retold(document, parse, attributions, told)
    roles = _roles(parse, attributions) if medium is not None or kinds else {}
    quoted = {_name(a) for a in attributions if _passed_on(a) and _person(a)}
    found = dict(given)
    for attribution in attributions:
        if attribution.id in told or attribution.via is not None or attribution.speaker is None or not attribution.content:
            continue
        again = heard.get(_name(attribution))
        if again is not None:
            found[attribution.id] = _inferred(again, f"{attribution.speaker.name} spoke to {again.name} elsewhere on this page")
        elif (kind := next((k for k in sorted(_called_here(parse, attribution, roles)) if k in kinds), None)) is not None:
            found[attribution.id] = _inferred(kinds[kind], f"{kinds[kind].name} alone is said to speak to a {kind}")
        elif medium is not None and (_name(attribution) in quoted or _asked(parse, attribution, roles)):
            found[attribution.id] = _inferred(medium, f"this page retells what people told {medium.name}")
    return found


def _inferred(hop: Hop, why: str) -> Hop:
    return replace(hop, inferred=True, stance="relays", why=why)


def _person(attribution: Attribution) -> bool:
    return attribution.speaker is not None and attribution.speaker.kind == "person"


def _named(parse: Parse, hop: Hop) -> bool:
    """Whether it is an organisation with a name, not "previous posts" or "officials"."""
    inside = tokens(parse, hop.span)
    proper = any(parse.pos[t] == "PROPN" and phrase(parse, t).medium for t in inside[-1:])
    return proper or any(_organisation(parse, t) is not None for t in inside)


def _medial(parse: Parse, name: str) -> bool:
    """Whether the page shows an organisation to be one that reports: "the Post's reporters", "the broadcaster BBC"."""
    words = {w.lower() for w in name.split()}
    if words & _words("media"):
        return True
    last = name.split()[-1]
    for token in range(len(parse)):
        if parse.word(token) == last:
            near = {parse.head[token], *parse.children[token], *parse.children[parse.head[token]]}
            if any(parse.lemma[t] in _words("media") for t in near):
                return True
    return False


def _name(attribution: Attribution) -> str:
    return attribution.speaker.name.casefold() if attribution.speaker is not None else ""


def _stated(attribution: Attribution, by_id: dict[str, Attribution]) -> Hop | None:
    """The medium through which the page says that somebody spoke."""
    through = by_id.get(attribution.via or "")
    if (
        through is None
        or through.speaker is None
        or attribution.speaker is None
        or attribution.speaker.kind in _MEDIA - {"organisation"}
    ):
        return None
    medium = through.speaker
    return medium if medium.kind in _MEDIA and medium.name.casefold() != _name(attribution) else None


def _interview(document: Document, parse: Parse, attribution: Attribution) -> Hop | None:
    """The medium of an "in an interview with …" in the sentence of a cue."""
    cue = tokens(parse, attribution.cue)
    if not cue or attribution.via is not None or attribution.speaker is None:
        return None
    first, last = parse.sentence(cue[0])
    for token in range(max(first, cue[0] - 25), min(last, cue[0] + 25)):
        if parse.lemma[token] == "interview" and parse.pos[token] == "NOUN":
            partners = [g for c in parse.children[token] if parse.lemma[c] in {"with", "to"} for g in parse.children[c]]
            named = next((e for g in partners if (e := _organisation(parse, g)) is not None), None)
            if named is not None:
                span = document.span(parse.start[named[0]], parse.end[named[1] - 1])
                return Hop(name=span.text, kind="organisation", span=span, stance="relays")
    return None


def _organisation(parse: Parse, token: int) -> tuple[int, int] | None:
    """First and after-last token of the organisation that a noun names, or is part of ("the Post's reporters")."""
    near = [token, *(c for c in parse.children[token] if parse.dep[c] in {"compound", "poss", "nmod"})]
    for here in near:
        at = bisect_left(parse.entities, (here + 1,)) - 1
        if at >= 0 and parse.entities[at][2] == "ORG" and parse.entities[at][0] <= here < parse.entities[at][1]:
            return parse.entities[at][:2]
    return None


def _retold(document: Document, parse: Parse, attributions: Sequence[Attribution], told: Mapping[str, Hop]) -> Hop | None:
    """The one medium that a page retells: named at least three times as asking, being told or saying, and more than others."""
    itself = [a.speaker for a in attributions if a.speaker is not None and a.content and a.speaker.kind in _MEDIA]
    asked = Counter(h.name for h in told.values()) + _interviewers(parse, {h.name for h in itself})
    counts = Counter({n: c + sum(h.name == n for h in itself) for n, c in asked.items()})
    ranked = sorted(counts, key=lambda n: (-counts[n], n))
    if not ranked or counts[ranked[0]] < 3 or (len(ranked) > 1 and asked[ranked[1]] >= asked[ranked[0]]):
        return None
    if (document.outlet and ranked[0].casefold() == document.outlet.casefold()) or not _medial(parse, ranked[0]):
        return None
    return next((h for h in (*told.values(), *itself) if h.name == ranked[0]), None)


def _interviewers(parse: Parse, names: Set[str]) -> Counter[str]:
    """How often each of these media is said to interview somebody."""
    found: Counter[str] = Counter()
    for token in range(len(parse)):
        if parse.lemma[token] != "interview" or parse.pos[token] != "VERB":
            continue
        below = [c for c in parse.children[token] if parse.dep[c] == "nsubj"]
        below += [g for c in parse.children[token] if parse.dep[c] in {"agent", "prep"} for g in parse.children[c]]
        for named in filter(None, (_organisation(parse, c) for c in below)):
            name = parse.text[parse.start[named[0]] : parse.end[named[1] - 1]]
            found[next((n for n in sorted(names) if n in name), "")] += 1
    del found[""]
    return found


def _kinds(document: Document, parse: Parse, attributions: Sequence[Attribution], told: Mapping[str, Hop]) -> dict[str, Hop]:
    """Kinds of witnesses ("driver") whom one outlet alone is said to speak to; officials speak to everybody."""
    found: dict[str, dict[str, Hop]] = {}
    stated = [(told[a.id], t) for a in attributions if a.id in told for t in tokens(parse, a.source)[-1:]]
    for outlet, witness in _talks(parse):
        words = phrase(parse, outlet)
        span = document.span(words.start, words.end)
        stated.append((Hop(name=words.name, kind="organisation", span=span, stance="relays"), witness))
    for hop, witness in stated:
        for role in sorted((phrase(parse, witness).roles & cues().person) - cues().official):
            found.setdefault(role, {}).setdefault(hop.name, hop)
    return {role: next(iter(hops.values())) for role, hops in found.items() if len(hops) == 1}


def _talks(parse: Parse) -> Iterator[tuple[int, int]]:
    """Outlets with the witnesses they say they spoke to ("BBC journalists interviewed smugglers")."""
    for token in range(len(parse)):
        if parse.lemma[token] not in ("interview", "speak", "talk"):
            continue
        verb = token if parse.pos[token] == "VERB" else parse.head[token]
        outlet = next((c for c in parse.children[verb] if parse.dep[c] == "nsubj"), None)
        if outlet is None or not phrase(parse, outlet).medium:
            continue
        below = [c for c in parse.children[token] if parse.dep[c] == "dobj"]
        below += [w for c in parse.children[token] if parse.dep[c] == "prep" for w in parse.children[c] if parse.dep[w] == "pobj"]
        yield from ((outlet, witness) for witness in below)


def _called_here(parse: Parse, attribution: Attribution, roles: dict[str, set[str]]) -> set[str]:
    """What a speaker is called where they speak, and elsewhere on the page."""
    own = {role for t in tokens(parse, attribution.source)[-1:] for role in phrase(parse, t).roles}
    return own | roles.get(_name(attribution), set())


def _asked(parse: Parse, attribution: Attribution, roles: dict[str, set[str]]) -> bool:
    """Whether only a reporter could have asked the speaker."""
    if attribution.speaker is None or attribution.speaker.kind in _MEDIA:
        return False
    own = {parse.lemma[t] for t in tokens(parse, attribution.source) if parse.pos[t] == "NOUN"}
    named = set(attribution.speaker.name.lower().split())
    singular = {w.removesuffix("s") for w in named} | {w.removesuffix("es") for w in named}
    return bool((own | named | singular | roles.get(_name(attribution), set())) & _words("witnesses"))


def _passed_on(attribution: Attribution) -> bool:
    """ "Was quoted as saying": somebody else quoted it."""
    return attribution.cue is not None and "quoted" in attribution.cue.text.lower().split()


def _roles(parse: Parse, attributions: Sequence[Attribution]) -> dict[str, set[str]]:
    """What the page calls each named speaker: "driver Ana Reed", "Ana Reed, a driver", "a driver who gave her name as Ana"."""
    people = {
        a.speaker.name.lower(): a.speaker.name.lower().split()[-1] for a in attributions if a.speaker and a.speaker.name.split()
    }
    last = {word: name for name, word in people.items()}
    found: dict[str, set[str]] = {}
    for token in range(len(parse)):
        if parse.pos[token] == "PROPN" and (name := last.get(parse.word(token).lower())) is not None:
            found.setdefault(name, set()).update(_called(parse, token))
    return found


def _called(parse: Parse, token: int) -> Iterator[str]:
    above = parse.head[token]
    yield from (
        parse.lemma[c] for c in parse.children[token] if parse.dep[c] in {"appos", "compound", "nmod"} and parse.pos[c] == "NOUN"
    )
    if parse.dep[token] in {"appos", "compound"} and parse.pos[above] == "NOUN":
        yield parse.lemma[above]
    verb = parse.head[above] if parse.lemma[above] == "as" else above
    if parse.dep[verb] == "relcl" and parse.lemma[verb] in lexicon("introductions"):
        yield parse.lemma[parse.head[verb]]
