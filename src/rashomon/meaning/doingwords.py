"""The words by which a text says who did a deed (`data/doings.toml`), as patterns and look-ups."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from rashomon.data import load
from rashomon.text.patterns import either, group

HABIT = re.compile(
    r"\b(?:since|repeatedly|often|regularly|routinely|for (?:months|weeks|years|days)|in the past|"
    r"over the (?:past|last)|frequently|used to)\b",
    re.I,
)
OTHER = re.compile(
    r"\b(second|third|fourth|fifth|another|separate|earlier|later|previous|new|further|subsequent|other|next|"
    r"similar|last (?:month|year|week)['’]s?)"
    r"\s+(?:[\w-]+\s+){0,2}$",
    re.I,
)
"""Words before one for a deed that make of it another one than the first."""
LATER = re.compile(r"\blater (?:in the|on|that|the same)\b|\blater\b", re.I)
THROWN = re.compile(
    r"\b(?:threw|thrown|throws?|throwing|hurled|hurling|lobbed|tossed|dropped|dropping|detonated|planted)\b", re.I
)
LET = re.compile(
    r"\b(?:let|lets|letting|allow(?:ed|s|ing)?|permit(?:ted|"
    r"s)?)\s+(?!go\b)(?:[\w’'-]+\s+){1,6}?(?:to\s+)?(?:leave|go|pass|depart|escape|flee|withdraw|out|through)\b|"
    r"\b(?:allowed|permitted)\s+(?:to\s+)?(?:leave|go|pass|depart|out|through)\b",
    re.I,
)
"""Ways of saying that somebody let others leave."""
ON_FIRE = re.compile(r"\b(?:set|sets|setting)\b.{0,60}\b(?:on fire|ablaze|alight|fire to)\b", re.I)
"""Ways of burning and bombing that take two words."""
NO_FIRE = re.compile(
    r"\b(?:under|open|opens|opened|opening|artillery|mortar|automatic|gun|machine-gun|sniper|live|cross|friendly|"
    r"rocket|small-arms|arms|"
    r"return|returned|police|army|tank|hold|to|on|ceased?)\s+$",
    re.I,
)
"""Words before "fire" that make it no blaze."""
NO_FIRE_AFTER = re.compile(
    r"^\s+(?:chief|service|services|brigade|station|engine|engines|department|tear|officer|crews?|fighters?|at|"
    r"into|truck|safety|alarm|on\s)",
    re.I,
)
MILD = re.compile(
    r"\b(?:tear[- ]?gas|water cannon|rubber bullets?|warning shots?|(?:in|into) the air|flares?|blanks?|stun grenades?)\b", re.I
)


_LETTERS = re.compile(r"[a-z]{3,}")
_SHORT = 5  # letters of a verb, below which its last one may be doubled


@cache
def lemmas() -> Mapping[str, str]:
    """For each verb of one word the kind of deed that its subject did."""
    return {lemma: kind for kind in kinds() for lemma in load("doings")["deed"][kind]["verbs"] if " " not in lemma}


@cache
def verbs(kind: str) -> re.Pattern[str]:
    """The forms of the verbs whose subject did a deed of a kind."""
    return re.compile(rf"\b(?:{either(_forms(load('doings')['deed'][kind]['verbs']))})\b", re.I)


@cache
def nouns(kind: str) -> re.Pattern[str]:
    """What a deed of a kind is called."""
    return re.compile(rf"\b(?:{either(load('doings')['deed'][kind]['nouns'])})(?:e?s)?\b(?![-’'])", re.I)


@cache
def weapons(kind: str) -> re.Pattern[str]:
    """What it is done with."""
    return re.compile(rf"\b{group(load('doings')['deed'][kind].get('weapons', []))}s?\b", re.I)


@cache
def doing(kind: str) -> re.Pattern[str]:
    """The forms of the verbs that take a deed of a kind as their object: "carried out", "started"."""
    table: Mapping[str, Mapping[str, list[str]]] = load("doings")["doing"]
    return re.compile(rf"\b(?:{either({*_forms(table['any']), *_forms(table.get(kind, {}))})})\b", re.I)


@cache
def heads() -> Mapping[str, tuple[str, ...]]:
    """For the lemma of each such verb the kinds of deed that it takes."""
    found: dict[str, tuple[str, ...]] = {}
    for kind in kinds():
        for lemma in (*load("doings")["doing"]["any"], *load("doings")["doing"].get(kind, ())):
            found[lemma.split()[0]] = (*found.get(lemma.split()[0], ()), kind)
    return found


@cache
def acting() -> re.Pattern[str]:
    """Nouns for a deed behind which "by" names who did it."""
    return re.compile(rf"\b(?:{either(load('doings')['by']['nouns'])})s?\b", re.I)


@cache
def general() -> re.Pattern[str]:
    """Words for a deed that do not say which."""
    return re.compile(rf"\b(?:{either(load('doings')['general']['words'])})\b", re.I)


def hinted(text: str) -> bool:
    """Whether any word of a text begins as one for a deed does."""
    short, long = _beginnings()
    return any(w[:3] in short or w[:4] in long for w in _LETTERS.findall(text.lower()))


@cache
def _beginnings() -> tuple[frozenset[str], frozenset[str]]:
    """How the words for deeds begin: those of three letters, and the first four of the longer ones."""
    rows = load("doings")["deed"].values()
    phrases = {*load("doings")["general"]["words"], *_LETTERS.findall(THROWN.pattern), *_LETTERS.findall(ON_FIRE.pattern)}
    phrases |= {form for row in rows for form in (*_forms(row["verbs"]), *row["nouns"])}
    first = {w.group() for phrase in phrases if (w := _LETTERS.match(phrase.lower()))}
    return frozenset(w for w in first if len(w) < 4), frozenset(w[:4] for w in first if len(w) > 3)


@cache
def kinds() -> tuple[str, ...]:
    """The kinds of deed."""
    return tuple(load("doings")["deed"])


@cache
def targets() -> re.Pattern[str]:
    """What deeds of force are done to."""
    words = [
        *_things(),
        *(w for row in load("doings")["targets"]["same"].items() for w in (row[0], *row[1])),
    ]
    return re.compile(rf"(?<![-\w])(?:{either(words)})(?:e?s)?\b(?!-)", re.I)


def target(word: str) -> str:
    """The name of what a word is for, one for all words for it."""
    plain = word.lower()
    known = _same()
    forms = (plain, plain.removesuffix("s"), plain.removesuffix("es"))
    return next((known[f] for f in forms if f in known), next((f for f in forms if f in _things()), plain))


@cache
def _same() -> Mapping[str, str]:
    return {w: name for name, row in load("doings")["targets"]["same"].items() for w in (name, *row)}


@cache
def uncounted() -> frozenset[str]:
    """People by words that any deed may befall: "34 civilians"."""
    names = ("persons", "civilians", "residents", "men", "women", "children", "relatives")
    return frozenset(w for n in names for w in load("populations")["population"][n]) - _things()


@cache
def _things() -> frozenset[str]:
    table = load("doings")["targets"]
    return frozenset((*table["things"], *table["people"]))


@cache
def people() -> frozenset[str]:
    """Those of the targets that are people."""
    return frozenset(load("doings")["targets"]["people"])


def _forms(verbs: Mapping[str, Iterable[str]]) -> set[str]:
    """The past and present participles of verbs, those given and those by rule."""
    found: set[str] = set()
    for lemma, irregular in verbs.items():
        found |= {*irregular, *([lemma] if " " in lemma else _regular(lemma, bool(irregular)))}
    return found


def _regular(lemma: str, irregular: bool) -> Iterable[str]:
    stem = lemma.removesuffix("e")
    if len(lemma) < _SHORT and stem == lemma and stem[-1] in "bgpt" and stem[-2] in "aiou":
        stem += stem[-1]  # "hitting", "robbed", but not "shelled", "targeted"
    return (
        [f"{stem}ing"] if irregular else [f"{stem}ing", f"{stem}ed", f"{lemma[:-1]}ied" if lemma.endswith("y") else f"{stem}ed"]
    )


@cache
def done_to_people() -> frozenset[str | None]:
    """The kinds of deed that are done to people."""
    return frozenset(k for k, row in load("doings")["deed"].items() if row.get("people"))
