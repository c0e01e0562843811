"""Claims on one deed in, the question who did it out: "Who carried out the strike on the market?"."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.data import load
from rashomon.meaning import doingwords
from rashomon.model import Claim

_SHOWN = 5  # words for what a deed was done to, in a question

Told = tuple[Claim, str | None, frozenset[str]]
"""A claim, what it calls the deed, and what by it this was done to."""


def asked(kind: str, told: Sequence[Told]) -> str:
    """Who did it, in the words by which most claims call the deed and what it was done to."""
    row: Mapping[str, str] = load("doings")["deed"][kind]
    nouns = Counter(n for _, noun, _ in told if noun and (n := _singular(noun)) in row["nouns"])
    noun = min(nouns, key=lambda n: (-nouns[n], n), default=row.get("call", kind))
    hit = Counter(t for _, _, targets in told for t in targets if not row.get("people") or t in doingwords.people())
    shared = min(hit, key=lambda t: (-hit[t], t), default=None)
    words = Counter(_words(shared, (claim for claim, _, _ in told))) if shared else Counter[str]()
    if not words:
        return row["bare"].replace("{noun}", noun)
    whom = min(words, key=lambda w: (-words[w], w))
    ask = row["person"] if "person" in row and shared in doingwords.people() - {"crowd"} else row["ask"]
    return ask.replace("{noun}", noun).replace("{target}", whom)


def _singular(noun: str) -> str:
    return noun.removesuffix("s") if noun not in load("doings")["deed"]["shooting"]["nouns"] else noun


def _words(target: str, claims: Iterable[Claim]) -> Iterator[str]:
    """What claims call that to which a deed was done: "the mayor of Orlen" where they put it so, else "the girls"."""
    for claim in claims:
        found = [m for m in doingwords.targets().finditer(claim.span.text) if doingwords.target(m[0]) == target]
        for argument in claim.arguments:
            words = argument.span.text.split()
            held = any(argument.span.start <= claim.span.start + m.start() < argument.span.end for m in found)
            if held and argument.role == "patient" and words[0].lower() == "the" and len(words) <= _SHOWN:
                yield "the " + " ".join(words[1:])
                break
        else:
            yield from (f"the {m[0].lower()}" for m in found[:1])
