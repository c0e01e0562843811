"""A word of a name in, what is left of it in any spelling out: its consonants, spelt one way, in each of their readings.

The skeleton undoes what romanisation does to a name: vowels, doubled letters, articles (al-, el-) and the many spellings of
one consonant (q and k, w and v, French dj, German dsch). Some letters are read in two ways ("ch" in Chodorkowski and Chirac),
so a word may have several skeletons.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import product

_SOUND = {
    "dsch": "J", "tsch": "S", "sch": "S", "tch": "S", "dzh": "J", "kh": "K", "gh": "G", "sh": "S", "ch": "S", "dh": "D",
    "th": "T", "ph": "F", "zh": "S", "ts": "S", "dj": "J", "ck": "K", "cz": "S", "sz": "S", "q": "K", "k": "K", "c": "K",
    "x": "KS", "w": "V", "v": "V", "f": "F", "g": "G", "j": "J", "z": "S", "s": "S", "d": "D", "t": "T", "b": "B", "p": "P",
    "l": "L", "m": "M", "n": "N", "r": "R",
}  # fmt: skip
_SPELLING = re.compile("|".join(sorted(_SOUND, key=len, reverse=True)))
_READINGS = (  # letters that another language reads otherwise
    (re.compile(r"(?<![st])ch|(?<=[bcdfghjklmnpqrstvwxz])ch"), "k"),  # German and Slavic: Chodorkowski
    (re.compile(r"(?<=[aeiou])[ck]h"), "h"),  # one Arabic or Turkic h: Machfus, Mahfouz; Mukhammed
    (re.compile(r"j"), "y"),  # German and Slavic: Juri
    (re.compile(r"g(?=[eiy])"), "j"),  # French and English: Gibril
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"^q"), "g"),  # Arabic q as many pronounce it: Gaddafi
    (re.compile(r"(?<=[aeiou])w(?=[^aeiou]|$)"), "v"),  # Polish and German: Chodorkowski
)
_CLASSES = {
    "S": "tsch|tch|dsch|sch|sh|ts|cz|sz|zh|dj|dzh|[sz]",
    "K": "kh|ch|ck|gh|[kqcgx]",
    "V": "ph|[fvwb]",
    "T": "th|dh|[td]",
    "P": "p",
    "L": "l",
    "R": "r",
    "N": "[mn]",
}
_CLASSED = re.compile("|".join(f"(?P<{sign}>{spelt})+" for sign, spelt in _CLASSES.items()))
TELLING = 3
"""Consonants that a word has at least for its classes to tell it from others."""
_CLUSTER = re.compile(r"[aeiouy]+w?")


def classes(word: str) -> str:
    """A word in small letters as the classes of its consonants, the same in every spelling and in some other words; "" for one
    that has too few, or none in Latin letters. Unlike `readings`, it is one for each word.
    """
    plain = word if word.isascii() else "".join(c for c in unicodedata.normalize("NFD", word) if c.isascii())
    found = "".join(made.lastgroup or "" for made in _CLASSED.finditer(plain))
    return "" if len(found) < TELLING else f"A{found}" if plain[0] in "aeiouyj" else found


@lru_cache(maxsize=65536)
def bones(word: str) -> str:
    """Consonants of one folded word, each run of the same one once; a vowel at the beginning counts as one sign."""
    word = re.sub(r"^[ae]([dnrstz])(?=\1)", "", word)  # an article grown into its word: Ezzawiya
    word = re.sub(r"ou(?=[aeiou])", "w", word)  # as in French: Merouane, Oued
    word = re.sub(r"(?<=[gq])u(?=[ei])", "", word)
    word = re.sub(r"([aeiou])y\b", r"\1", re.sub(r"h\b", "", word))
    sounds = "".join(_SOUND[s] for s in _SPELLING.findall(re.sub(r"(?<=[aeiou])w(?=[^aeiou]|$)", "", word)))
    sounds = re.sub(r"(.)\1+", r"\1", sounds)
    if word[:1] == "h":
        sounds = "H" + sounds
    return ("A" if word[:1] in set("aeiouy") and word[:1] else "") + sounds


@lru_cache(maxsize=65536)
def readings(word: str) -> frozenset[str]:
    """The skeletons of one folded word in every language that may have spelt it."""
    found = [(pattern, to) for pattern, to in _READINGS if pattern.search(word)]
    made = set()
    for chosen in product((False, True), repeat=len(found)):
        read = word
        for (pattern, to), taken in zip(found, chosen, strict=True):
            read = pattern.sub(to, read) if taken else read
        made.add(bones(read))
    return frozenset(made)


def one_sound(left: str, right: str) -> int:
    """How many consonants two folded words share that may be spellings of one, all of them; 0 where they are not, or their
    vowels do not agree.
    """
    shared = max((len(b.lstrip("A")) for b in readings(left) & readings(right)), default=0)
    return shared if shared > 1 and _vowels_agree(left, right) else 0


def loose(word: str) -> str:
    """A word without what spellers disagree on most: doubled letters, y or i, ou or u, ae or a, a final h."""
    word = re.sub(r"h$", "", word.replace("y", "i").replace("ph", "f").replace("ck", "k"))
    word = re.sub(r"(?<=[aou])e", "", word).replace("ou", "u").replace("oo", "u").replace("ee", "i")
    return re.sub(r"(.)\1+", r"\1", word)


def of_two_genders(left: str, right: str) -> bool:
    """Whether two words are one name of a man and of a woman: "Mario", "Maria"; "Daniel", "Daniela"."""
    if {left[-1], right[-1]} == {"a", "o"}:  # not so in "Lukashenko", "Lukashenka"
        return bones(left) == bones(right) and left[-2:] not in ("ko", "ka")
    return left + "a" == right or right + "a" == left


def _vowels_agree(left: str, right: str) -> bool:
    """No o or u where the other has a or e ("John", "Jane"), no -a where the other has none ("Peter", "Petra")."""
    one, other = _CLUSTER.search(left), _CLUSTER.search(right)
    if one and other and {_colour(one.group()), _colour(other.group())} == {"front", "back"}:
        return False
    ends = {left[-1], right[-1]}
    return "a" not in ends or len(ends) == 1 or bool(ends & set("ehiy")) or {left[-2:], right[-2:]} == {"ko", "ka"}


def _colour(cluster: str) -> str:
    """Of a run of vowels: front (a, e, i), back (o, u), or either ("aw", "yo")."""
    back, front = set(cluster) & set("ou"), set(cluster) & set("aeiy")
    if (back and front and cluster not in ("ou", "oo")) or "w" in cluster:
        return "either"
    return "back" if back else "front"


_INITIALS = {
    "hs": "X", "x": "X", "sh": "SH", "zh": "Z", "ch": "Z", "q": "Z", "j": "Z", "tz": "C", "ts": "C", "c": "C", "z": "C",
    "k": "G", "g": "G", "t": "D", "d": "D", "p": "B", "b": "B", "r": "R", "s": "S", "f": "F", "h": "H", "l": "L", "m": "M",
    "n": "N", "w": "W", "y": "Y", "": "",
}  # fmt: skip
_SYLLABLE = re.compile(
    r"(hs|tz|ts|zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(iang|iong|uang|ueng|iao|ian|ien|iai|uai|uan|uei|ang|eng|ing|ong|ung|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|io|ua|uo|ui|ue"
    r"|eh|ih|a|o|e|i|u)(?![aeiou])"
)
_FINALS = {"ung": "ong", "ien": "ian", "eh": "e", "ih": "i", "uei": "ui", "u": "i", "e": "i", "o": "uo"}


@lru_cache(maxsize=16384)
def mandarin(word: str) -> str | None:
    """A word of Mandarin syllables in a form that Pinyin and Wade-Giles share ("zedong" and "tsetung"), or None.

    Wade-Giles tells k from g, ch from j and so on by a mark that nobody writes, so that these are one here.
    """
    at, made = 0, []
    while at < len(word):
        found = _SYLLABLE.match(word, at)
        if not found:
            return None
        made.append(_INITIALS[found[1] or ""] + _FINALS.get(found[2], found[2]))
        at = found.end()
    return " ".join(made) or None
