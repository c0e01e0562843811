"""Ten, thirty and a hundred thousand mentions of invented people, bodies and towns: how long it takes to tell who is who.

Names are made of syllables, one bearer in four is spelt in two ways, popularity follows Zipf; a person goes by the family name
after the first mention in an account. Nothing is parsed: mentions are given. Growth is the power of the number of mentions that
the processor's seconds grow with, from the smallest pile to the largest: 1 is linear, all against all is 2.
"""

import math
import random
import time
from collections import defaultdict

from rashomon.model import Annotations, Document, Mention
from rashomon.relate.entities import relate
from rashomon.settle.decisions import Ledger
from rashomon.settle.entities import settle

TITLE = "Who is who among a hundred thousand invented mentions: seconds, and how they grow"
CORPUS = None
SIZES = (10_000, 30_000, 100_000)
FLOORS = {"B-cubed F1": 0.85}
_EACH = 40  # mentions of an account
_ONSETS = ("b", "d", "f", "g", "h", "j", "k", "kh", "l", "m", "n", "p", "q", "r", "s", "sh", "t", "v", "w", "y", "z")
_VOWELS = ("a", "e", "i", "o", "ou", "u", "ee")
_OTHERWISE = (("kh", "k"), ("y", "i"), ("ou", "u"), ("q", "k"), ("w", "v"), ("sh", "ch"), ("ee", "i"))


def gold() -> list[int]:
    return list(SIZES)


def ours(size: int) -> tuple[float, list[str], list[str]]:
    """Seconds, our entity of each mention, and the true one."""
    documents, annotations, bearers = _pile(size)
    began = time.process_time()
    _, settled = settle(annotations, relate(documents, annotations), Ledger({}, ()))
    seconds = time.process_time() - began
    found = {m.id: str(m.entity) for a in settled for m in a.mentions}
    return seconds, [found[key] for key in bearers], list(bearers.values())


def naive(size: int) -> tuple[float, list[str], list[str]]:
    """Mentions written the same are one."""
    _, annotations, bearers = _pile(size)
    began = time.process_time()
    written = {m.id: m.span.text for a in annotations for m in a.mentions}
    return time.process_time() - began, [written[key] for key in bearers], list(bearers.values())


def compact(size: int) -> dict[str, float]:
    return _summary(size, *ours(size))


def floor(size: int) -> dict[str, float]:
    return _summary(size, *naive(size))


def _summary(size: int, seconds: float, made: list[str], real: list[str]) -> dict[str, float]:
    return {"mentions": size, "seconds": round(seconds, 2), "B-cubed F1": round(_b_cubed(made, real), 3)}


SYSTEMS = {"rashomon": compact, "naive": floor}


def score(gold: list[int], predicted: list[dict[str, float]]) -> dict[str, float]:
    least, most = predicted[0], predicted[-1]
    times = math.log(max(most["seconds"], 0.01) / max(least["seconds"], 0.01))
    return {
        "B-cubed F1": min(p["B-cubed F1"] for p in predicted),
        "seconds for 100,000": most["seconds"],
        "growth": times / math.log(most["mentions"] / least["mentions"]),
    }


def _pile(size: int) -> tuple[list[Document], list[Annotations], dict[str, str]]:
    chance = random.Random(7)
    bearers = [_bearer(chance, n) for n in range(size // 20)]
    weights = [1 / (n + 5) for n in range(len(bearers))]
    documents, annotations, real = [], [], {}
    for number in range(size // _EACH):
        chosen = chance.choices(bearers, weights, k=_EACH)
        text, mentions, met = "", [], set()
        for name, kind, spellings in chosen:
            full = chance.choice(spellings) if name not in met else spellings[0]
            words = full.split()[-1] if kind == "person" and name in met else full
            met.add(name)
            mentions.append((len(text), words, kind, name))
            text += f"{words} . "
        document = Document(id=f"d{number}", file=f"{number:05}.txt", sha256=str(number), text=text)
        made = [
            Mention(id=f"d{number}.m{at}-{at + len(w)}", span=document.span(at, at + len(w)), kind=kind)
            for at, w, kind, _ in mentions
        ]
        real.update({m.id: name for m, (_, _, _, name) in zip(made, mentions, strict=True)})
        documents.append(document)
        annotations.append(Annotations(document=document.id, mentions=tuple(made)))
    return documents, annotations, real


def _bearer(chance: random.Random, number: int) -> tuple[str, str, list[str]]:
    kind = ("person", "person", "organisation", "place")[number % 4]
    name = _word(chance) if kind == "place" else f"{_word(chance)} {_word(chance)}"
    name += " Committee" if kind == "organisation" else ""
    other = name
    for left, right in _OTHERWISE if number % 4 == 1 else ():
        other = other.replace(left, right)
    return f"{number}", kind, list(dict.fromkeys([name, other]))


def _word(chance: random.Random) -> str:
    syllables = (chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(3))
    return ("".join(syllables) + chance.choice("bdfgklmnrst")).capitalize()


def _b_cubed(made: list[str], real: list[str]) -> float:
    ours, theirs = defaultdict(set), defaultdict(set)
    for n, (a, b) in enumerate(zip(made, real, strict=True)):
        ours[a].add(n)
        theirs[b].add(n)
    both = {(a, b): len(ours[a] & theirs[b]) for a, b in set(zip(made, real, strict=True))}
    pairs = list(zip(made, real, strict=True))
    precision = sum(both[a, b] / len(ours[a]) for a, b in pairs) / len(pairs)
    recall = sum(both[a, b] / len(theirs[b]) for a, b in pairs) / len(pairs)
    return 2 * precision * recall / (precision + recall)
