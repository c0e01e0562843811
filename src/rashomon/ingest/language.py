"""A text and its blocks in, the language it is written in out (ISO 639-1), or None where too little of it tells.

Counting function words is enough to tell whole reports apart, and costs nothing; a trained identifier (py3langid) needs
130 MB of memory to do the same, and names a language for any three words.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from rashomon.data import load
from rashomon.model import Block

READ = 20_000
"""Code points of content that are looked at."""

_WORD = re.compile(r"[^\W\d_]+")


@cache
def _words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in sorted(load("languages")["words"].items())}


@cache
def _scripts() -> dict[str, re.Pattern[str]]:
    return {code: re.compile(f"[{span}]") for code, span in load("languages")["scripts"].items()}


def language(text: str, blocks: Sequence[Block]) -> str | None:
    """The language of the content: one with a script of its own, else the one whose function words are the most."""
    said = " ".join(text[b.start : b.end] for b in blocks if b.content)[:READ].casefold()
    letters = sum(c.isalpha() for c in said)
    for code, script in _scripts().items():
        if letters >= 10 and len(script.findall(said)) > letters * (0.1 if code == "ja" else 0.5):
            return code
    counted = Counter(_WORD.findall(said))
    total = counted.total()
    shares = {code: sum(counted[word] for word in words) for code, words in _words().items()}
    best, second = sorted(shares, key=lambda code: (-shares[code], code))[:2]
    clear = shares[best] >= 4 and shares[best] >= 0.12 * total and shares[best] >= 1.25 * shares[second]
    return best if clear else None
