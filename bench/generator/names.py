"""A number in, an invented place or family name out, and how a translator spells it: for streams, whose world is wide.

One event does with the few names of `vocabulary.toml`; thousands of events in one month would all share them.
"""

from functools import lru_cache
from random import Random

from bench.generator.records import Name

PLACES = 20_000
"""About as many as there are towns of more than 15,000 people in the world."""
FAMILIES = 6_000

_EARLY = ("b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kh", "kr", "l", "m", "n")
_ONSETS = (*_EARLY, "p", "r", "s", "sh", "st", "t", "tr", "v", "y", "z")
_VOWELS = ("a", "a", "e", "e", "i", "o", "o", "u", "ai", "ei", "ou")
_CODAS = ["", "", "", "l", "m", "n", "nd", "r", "rn", "s", "sk", "t", "v"]
_BEFORE = ("Al-", "Saint ", "Upper ", "Tel ", "Novo ")
_AFTER = (" Bay", "brod", "grad", "heim", "mar", " Hills", "stan", "ville", "holm", "abad")
_SPELLED = (("kh", "ch"), ("sh", "sch"), ("k", "c"), ("v", "w"), ("ou", "u"), ("y", "j"), ("ai", "ay"), ("z", "s"))


@lru_cache(50_000)
def place(number: int) -> Name:
    """The town of this number."""
    rng = Random(f"place {number}")
    word = _word(rng, 2)
    before, after = rng.choice(("", "", "", *_BEFORE)), rng.choice(("", "", "", *_AFTER))
    return Name(plain=f"{before}{word}{after}", foreign=f"{before}{_foreign(word)}{after}")


@lru_cache(50_000)
def family(number: int) -> list[str]:
    """The family name of this number, plain and as a translator spells it."""
    word = _word(Random(f"family {number}"), 3 if number % 3 else 2)
    return [word, _foreign(word)]


def town(rng: Random) -> Name:
    """A town where something happened: one in ten events happens in one place of a hundred."""
    return place(int(PLACES * rng.random() ** 2))


def families(rng: Random, count: int) -> list[list[str]]:
    """So many family names."""
    return [family(number) for number in rng.sample(range(FAMILIES), count)]


def _word(rng: Random, syllables: int) -> str:
    made = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(syllables))
    return (made + rng.choice(_CODAS)).capitalize()


def _foreign(word: str) -> str:
    plain = word.lower()
    for old, new in _SPELLED:
        if old in plain:
            return plain.replace(old, new, 1).capitalize()
    return word + "h"
