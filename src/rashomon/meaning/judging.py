"""Words in, whether they judge whoever they are said of out: no question is asked in such words, for it would take a side."""

import re
from functools import cache

from rashomon import data

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@cache
def _judging() -> frozenset[str]:
    lists: dict[str, list[str]] = data.load("loaded")
    return frozenset(form for words in lists.values() for w in words for form in (w, f"{w}s", f"{w}es", f"{w[:-1]}ies"))


def judge(words: str) -> bool:
    """Whether some word of these judges: "the so-called army", "terrorists"."""
    return any(w.casefold() in _judging() for w in _TOKEN.findall(words))
