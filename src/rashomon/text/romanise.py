"""A name in any script in, Latin letters out: as much of it as the script itself tells.

Letters are taken from anyascii's tables. Arabic script leaves vowels unwritten, so that what comes out is a skeleton; Chinese
characters are read as Mandarin, whoever bears them.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_ARABIC_WORD = re.compile(r"[\u0620-\u06ff]+")
_ARTICLE = re.compile(r"^(?:\u0627\u0644|\u0644\u0644)(?=[\u0620-\u064a]{2})")
_OPENING = str.maketrans({"\u0639": "a", "\u0627": "a", "\u0623": "a", "\u0625": "i", "\u0622": "a"})
_SYLLABIC = re.compile(r"[\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


@lru_cache(maxsize=16384)
def romanise(name: str) -> str:
    """A name in Latin letters; one that is written in them comes back as it was."""
    if name.isascii() or not any(c.isalpha() and not _latin(c) for c in name):
        return name
    plain = _ARABIC_WORD.sub(_arabic, "".join(c for c in name if not unicodedata.combining(c) or not "\u064b" <= c <= "\u065f"))
    latin = anyascii(plain)
    if _SYLLABIC.search(name):
        latin = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", latin)
    return latin


def written_in(name: str) -> str:
    """The script of a name's letters: latin, syllables (Chinese, Korean), consonants (Arabic, Hebrew), other letters."""
    if name.isascii():
        return "latin"
    if _SYLLABIC.search(name):
        return "syllables"
    if re.search(r"[\u0590-\u08ff]", name):
        return "consonants"
    return "letters" if any(c.isalpha() and not _latin(c) for c in name) else "latin"


def _latin(character: str) -> bool:
    return character < "\u0250" or "\u1e00" <= character < "\u1f00" or character in "ʻʼʽʾʿ"


def _arabic(found: re.Match[str]) -> str:
    """A word without its article, a vowel kept where it begins with one, the ending -a(h) as a vowel."""
    word = _ARTICLE.sub("", found.group())
    word = re.sub(r"\u0629$", "a", word)
    return word[:1].translate(_OPENING) + word[1:].replace("\u0639", "").replace("\u0621", "")
