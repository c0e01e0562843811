"""A clause of a headline in, the things that it tells one by one out: "Ferry sinks off Orlen: 14 die", "9 dead, 6 missing".

Headlines set propositions side by side with a stop and leave out verbs, so that grammar takes them for one.
"""

from collections.abc import Iterator, Sequence

from rashomon.extract.clauses import Clause
from rashomon.text.parse import Parse

_LEAST = 2  # words of a proposition
_APART = frozenset({":", ";", "–", "—", "-"})


def told(parse: Parse, clause: Clause) -> Iterator[Clause]:
    """The clause cut at stops between parts that each tell something: by a verb or by a figure."""
    parts: list[list[int]] = [[]]
    for place, token in enumerate(clause.tokens):
        rest = clause.tokens[place + 1 :]
        if _stops(parse, token, rest) and _tells(parse, parts[-1]) and _tells(parse, rest):
            parts.append([])
        else:
            parts[-1].append(token)
    if len(parts) == 1:
        yield clause
        return
    for part in parts:
        inside = frozenset(part)
        tops = [t for t in part if parse.head[t] not in inside or parse.head[t] == t]
        head = next((t for t in tops if parse.pos[t] in {"VERB", "AUX"}), tops[0])
        yield Clause(clause.head if clause.head in inside else head, tuple(part))


def _stops(parse: Parse, token: int, rest: Sequence[int]) -> bool:
    """Whether a mark parts two things told: a colon, a dash with room around it, or a comma before or behind a figure."""
    word = parse.word(token)
    if word == ",":
        return bool(rest) and any(parse.tag[t] == "CD" for t in rest[:3])
    return word in _APART and parse.text[parse.end[token] : parse.end[token] + 1].isspace()


def _tells(parse: Parse, tokens: Sequence[int]) -> bool:
    words = [t for t in tokens if any(c.isalnum() for c in parse.word(t))]
    return len(words) >= _LEAST and any(parse.pos[t] in {"VERB", "AUX"} or parse.tag[t] == "CD" for t in words)
