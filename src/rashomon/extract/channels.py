"""Framings in, the papers and stations they came through out: told, interviewed, quoted, cited.

A kind of witness whom one outlet alone spoke to ("the BBC interviewed drivers", "a driver told the BBC") keeps that outlet for
all that witnesses of the kind say in the document; a spokesman, who speaks to everybody, does not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.extract.cues import cues
from rashomon.extract.frames import LONGEST, Framing
from rashomon.extract.phrases import Phrase, phrase
from rashomon.text.parse import Parse

_TALKS = frozenset({"interview", "speak", "talk", "conversation", "request"})
_PUBLIC = frozenset(
    {"spokesperson", "official", "minister", "president", "secretary", "source", "leader", "member", "director", "chief", "head"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Channels:
    """Head words of the outlets: by the cue they were told with, and by the kind of witness they alone spoke to."""

    by_cue: Mapping[int, int]
    by_role: Mapping[str, int]


def channels(parse: Parse, framings: Sequence[Framing]) -> Channels:
    """The outlets that the speakers of a document came through."""
    by_cue = {f.head: told for f in framings if (told := _told(parse, f)) is not None}
    kinds: dict[str, dict[str, int]] = {}
    for framing in framings:
        if framing.source is not None and framing.head in by_cue:
            _learn(parse, kinds, phrase(parse, framing.source), by_cue[framing.head])
    for outlet, witness in _talks(parse):
        _learn(parse, kinds, phrase(parse, witness), outlet)
    return Channels(by_cue=by_cue, by_role={role: min(heads.values()) for role, heads in kinds.items() if len(heads) == 1})


def _learn(parse: Parse, kinds: dict[str, dict[str, int]], witness: Phrase, outlet: int) -> None:
    for role in sorted((witness.roles & cues().person) - _PUBLIC):
        kinds.setdefault(role, {}).setdefault(phrase(parse, outlet).name, outlet)


def _told(parse: Parse, framing: Framing) -> int | None:
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
