"""A word in small letters in, what is left of it without the endings of plural, past and progress out: English, rough, fast."""

from functools import lru_cache

_LEAST = 4  # letters of a stem


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """ "trapped", "traps" and "trap" are one; "lorries" and "lorry". Numbers stay as they are."""
    if word[:1].isdigit():
        return word
    for ending in ("ies", "ied"):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST - 1:
            return word[: -len(ending)] + "y"
    bare = next((word[: -len(e)] for e in ("ing", "ed", "es", "s") if word.endswith(e) and len(word) - len(e) >= _LEAST), word)
    if len(bare) > _LEAST and bare[-1] == bare[-2]:
        bare = bare[:-1]
    return bare[:-1] if len(bare) > _LEAST and bare[-1] == "e" else bare
