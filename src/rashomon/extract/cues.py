"""A word in, what it tells of a speaker out: the lexicon of cues, read once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon import data

CLASSES = ("neutral", "claiming", "denying", "conceding", "confirming", "demanding", "distancing", "thinking", "wanting")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Cue words by what they do. `verbs` gives a verb's class by its lemma; the sets hold lemmas or, in `media`, names."""

    verbs: dict[str, str]
    speech: frozenset[str]
    loud: frozenset[str]
    inverted: frozenset[str]
    object: frozenset[str]
    clause: frozenset[str]
    passive: frozenset[str]
    prepositional: dict[str, frozenset[str]]
    particles: dict[str, frozenset[str]]
    irregular: dict[str, str]
    saying: frozenset[str]
    opinion: frozenset[str]
    document: frozenset[str]
    reporting: frozenset[str]
    medium: frozenset[str]
    vague: frozenset[str]
    person: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    group: frozenset[str]
    official: frozenset[str]
    things: frozenset[str]
    titles: frozenset[str]
    alleged: frozenset[str]
    labels: frozenset[str]
    circumstances: frozenset[str]
    meeting: frozenset[str]
    media: frozenset[str]
    media_words: frozenset[str]
    outlets: frozenset[str]


@cache
def cues() -> Cues:
    """The lexicon `data/cues.toml`; a verb in two classes has the first."""
    raw = data.load("cues")
    verbs: dict[str, str] = {}
    for name in CLASSES:
        for lemma in raw["verbs"][name].split():
            verbs.setdefault(lemma, name)
    uses, nouns = raw["uses"], raw["nouns"]
    for lemma in [*uses["speech"].split(), *raw["prepositional"]]:
        verbs.setdefault(lemma, "neutral")
    return Cues(
        verbs=verbs,
        speech=_set(uses["speech"]),
        loud=_set(uses["loud"]),
        inverted=_set(uses["inverted"]),
        object=_set(uses["object"]),
        clause=_set(uses["clause"]),
        passive=_set(uses["passive"]),
        prepositional={lemma: _set(words) for lemma, words in raw["prepositional"].items()},
        particles={lemma: _set(words) for lemma, words in raw["particles"].items()},
        irregular=raw["irregular"],
        saying=_set(nouns["clause"]),
        opinion=_set(nouns["opinion"]),
        document=_set(nouns["document"]),
        reporting=_set(nouns["reporting"]),
        medium=_set(nouns["medium"]),
        vague=_set(nouns["vague"]),
        person=_set(nouns["person"]) | {word for words in data.load("roles")["people"].values() for word in words},
        female=_set(nouns["female"]),
        male=_set(nouns["male"]),
        group=_set(nouns["group"]),
        official=_set(nouns["official"]),
        things=_set(nouns["things"]),
        titles=_set(nouns["titles"]),
        alleged=_set(raw["adverbs"]["alleged"]),
        labels=_set(raw["headlines"]["labels"]),
        circumstances=_set(nouns["circumstances"]),
        meeting=_set(nouns["meeting"]),
        media=_set(raw["media"]["names"]),
        outlets=frozenset(_listed()),
        media_words=_set(raw["media"]["words"]),
    )


def _listed() -> Iterator[str]:
    """The names and credits of outlets and agencies that are listed, without their article."""
    for entry in [*data.load("outlets")["outlet"], *data.load("agencies")["agency"]]:
        for name in (entry["name"], *entry.get("aliases", ())):
            yield name.removeprefix("The ")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())
