"""Those named so far and a pronoun in, whom it may mean out."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.extract.cues import cues
from rashomon.text.parse import Parse

REACH = 12
"""How many sentences back a pronoun may look for the one it means."""


_ELSEWHERE = 1.0  # sentences by which somebody named in this paragraph is nearer
_PARAGRAPH = 2000  # code points in which its beginning is sought


@dataclass(slots=True, kw_only=True)
class Referent:
    """Somebody or something named so far: in which sentence last, how far as its `subject`
    (0 to 1), and whether they `spoke`.
    """

    name: str
    kind: str
    start: int
    end: int
    sentence: int
    plural: bool = False
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    medium: bool = False
    subject: float = 0.0
    spoke: bool = False
    dead: bool = False
    common: bool = False


def fitting_for(
    parse: Parse,
    referents: Sequence[Referent],
    head: int,
    gender: str,
    plural: bool,
    content: Sequence[tuple[int, int]] = (),
    spoken: float = 0.75,
    silent: float = 0.0,
) -> list[Referent]:
    """The likeliest antecedent of a pronoun: near, a subject, one who has spoken (which weighs as much as `spoken`, in
    sentences), not one of no name who has not (`silent`). Two, where nothing tells them apart.
    """
    place = place_of(parse, head)
    far = max(0, parse.start[head] - _PARAGRAPH)
    begins = max(far, parse.text.rfind("\n", far, parse.start[head]))
    here = place_of(parse, next(iter(parse.tokens(begins + 1, parse.end[head])), head))
    ranked: list[tuple[float, Referent]] = []
    for rank, known in enumerate(reversed(referents[-40:])):
        away = place - known.sentence
        if away > REACH or not fits(known, gender, plural) or (away == 0 and not known.subject):
            continue
        if any(a <= known.start < b for a, b in content):
            continue
        doubt = 1.5 * (not plural and _doubtful(known)) + silent * (known.common and not known.spoke)
        ranked.append(
            (
                spoken * known.spoke
                + 1.0 * known.subject
                - 1.0 * away
                - 0.05 * rank
                - doubt
                - _ELSEWHERE * (silent > 0 and known.sentence < here),
                known,
            )
        )
    ranked.sort(key=lambda r: -r[0])
    if len(ranked) > 1 and _alike(ranked[0][1], ranked[1][1], gender):
        return [ranked[0][1], ranked[1][1]]
    return [ranked[0][1]] if ranked else []


def _alike(one: Referent, other: Referent, gender: str) -> bool:
    """Whether two people were named side by side in one sentence, and neither as the one who spoke or is known to fit."""
    told = (one.sentence, one.subject, one.spoke) == (other.sentence, other.subject, other.spoke)
    people = one.kind == other.kind == "person" and not one.common and not other.common
    return told and people and gender in ("m", "f") and one.gender == other.gender


def _doubtful(known: Referent) -> bool:
    """Whether only the language model takes a single word for somebody's name: it may be a firm's."""
    bare = known.kind == "person" and " " not in known.name and not known.common
    return bare and not known.gender and not known.roles & cues().person


def fits(known: Referent, gender: str, plural: bool) -> bool:
    """Whether a pronoun of this gender (m, f, n, or "" where it tells none) and number may mean somebody."""
    if not gender:
        return not known.plural and known.kind == "person"
    if plural:
        return known.plural or known.kind in ("group", "organisation") or (known.kind == "unnamed" and known.plural)
    if gender == "n":
        return not known.plural and known.kind in ("organisation", "document", "group")
    return not known.plural and known.kind in ("person", "unnamed") and known.gender in ("", gender)


def place_of(parse: Parse, token: int) -> int:
    """Which sentence of the document a token stands in."""
    return bisect_right(parse.sentences, (token, len(parse) + 1)) - 1
