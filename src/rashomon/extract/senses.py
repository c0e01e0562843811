"""A clause in, the words of it that speak of something else than by themselves out: "to deal with militants" is no deal.

Told by grammar alone: the part of speech, what a verb takes, what stands before and behind a noun (`data/senses.toml`), names,
and words that only say which body or what sort of people is meant.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from rashomon import data
from rashomon.extract.arguments import CONTENT
from rashomon.extract.clauses import Clause, lexicon
from rashomon.meaning.families import family
from rashomon.model import Sense
from rashomon.text.parse import Parse

_PARTS = {"NOUN": "noun", "PROPN": "noun", "VERB": "verb", "ADJ": "adj", "ADV": "adv"}
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "DATE"})
_BEFORE = frozenset({"compound", "amod", "nmod", "poss"})
_TITLED = 0.6  # share of a sentence's longer words with a capital, from which on it is a headline in capitals
_LONG = 4  # letters from which on words of such headlines have a capital


@dataclass(frozen=True, slots=True)
class _Word:
    """A token with what a frame may ask of it: its part of speech, lemmas around it, prepositions after and above it."""

    parse: Parse
    token: int
    part: str

    def fits(self, condition: str) -> bool:
        if condition in _ASKED:
            return _ASKED[condition](self)
        if condition[0] == "~":
            return bool(self.near() & {*condition[1:].split(",")})
        if condition[0] in "+-<!":
            return self._around(condition[0], condition[1:])
        if condition[0] == "=" or "=" in condition:
            return self._named(condition.partition("=")[0])
        return self.part == condition

    def _around(self, mark: str, word: str) -> bool:
        if mark == "+":
            return word in self.after()
        if mark == "<":
            return word == self.above()
        if mark == "!":
            return word not in self.near()
        return not self.fits(f"<{word[1:]}" if word[0] == "<" else word if word in _ASKED else f"+{word}")

    def _named(self, preposition: str) -> bool:
        """Whether a name, or a word for people, follows it after a preposition."""
        parse = self.parse
        below = (g for c in self.children() if parse.lemma[c] == preposition for g in parse.children[c])
        return any(parse.dep[g] == "pobj" and (parse.pos[g] == "PROPN" or _person(parse, g)) for g in below)

    def children(self) -> tuple[int, ...]:
        return self.parse.children[self.token]

    def deps(self) -> set[str]:
        return {self.parse.dep[c] for c in self.children()}

    def after(self) -> set[str]:
        return {self.parse.lemma[c] for c in self.children() if self.parse.dep[c] in {"prep", "prt", "agent", "advmod", "dative"}}

    def above(self) -> str:
        head = self.parse.head[self.token]
        return self.parse.lemma[head] if self.parse.dep[self.token] == "pobj" else ""

    def near(self) -> set[str]:
        """Lemmas of what hangs on it, by a preposition too, and of what it hangs on."""
        parse, own = self.parse, self.children()
        below = [g for c in own if parse.dep[c] in {"prep", "dobj"} for g in parse.children[c]]
        over = [parse.head[self.token]] if self.part != "verb" or parse.dep[self.token] in {"acl", "relcl", "amod"} else []
        over = [parse.head[t] if parse.dep[self.token] == "pobj" else t for t in over]
        return {parse.lemma[t] for t in (*own, *below, *over)}

    def infinitive(self) -> bool:
        parse = self.parse
        verbs = (c for c in self.children() if parse.dep[c] in {"xcomp", "acl", "relcl", "advcl"})
        return any(parse.tag[v] == "VB" and any(parse.lemma[c] == "to" for c in parse.children[v]) for v in verbs)

    def resultative(self) -> bool:
        parse = self.parse
        left = [c for c in self.children() if parse.dep[c] in {"acomp", "oprd", "ccomp", "xcomp"} and parse.tag[c] != "VB"]
        return bool(left)

    def passive(self) -> bool:
        parse, token = self.parse, self.token
        return "auxpass" in self.deps() or (parse.tag[token] == "VBN" and parse.dep[token] in {"acl", "amod"})

    def before(self) -> int | None:
        """The noun that it goes before."""
        head = self.parse.head[self.token]
        return head if self.parse.dep[self.token] in _BEFORE and head > self.token else None

    def people(self) -> bool:
        nouns = [self.before()] if self.part != "verb" else [c for c in self.children() if self.parse.dep[c] == "dobj"]
        return any(n is not None and _person(self.parse, n) for n in nouns)


_ASKED: Mapping[str, Callable[[_Word], bool]] = {
    "plural": lambda w: w.parse.tag[w.token] in {"NNS", "NNPS"},
    "singular": lambda w: w.parse.tag[w.token] in {"NN", "NNP"},
    "mod": lambda w: w.before() is not None,
    "passive": _Word.passive,
    "active": lambda w: not w.passive(),
    "obj": lambda w: bool(w.deps() & {"dobj", "dative"}),
    "inf": _Word.infinitive,
    "that": lambda w: "ccomp" in w.deps(),
    "bare": _Word.resultative,
    "people": _Word.people,
    "named": lambda w: any(w.parse.dep[c] in {"appos", "nmod"} and w.parse.pos[c] == "PROPN" for c in w.children()),
}


def senses(parse: Parse, clause: Clause) -> tuple[Sense, ...]:
    """For each word of the clause that speaks of something else here what it speaks of, in text order of their first."""
    titled = _titled(parse, clause)
    told: dict[str, set[str | None]] = {}
    for token in clause.tokens:
        lemma = parse.lemma[token]
        if parse.pos[token] in CONTENT and lemma not in lexicon("stop"):
            told.setdefault(lemma, set()).add(_sense(parse, token, titled))
    return tuple(
        Sense(word=lemma, family=_one(lemma, found)) for lemma, found in told.items() if _one(lemma, found) != family(lemma)
    )


def _one(lemma: str, found: set[str | None]) -> str | None:
    """What a word speaks of that stands in a clause more than once: of its usual family, if it does so once."""
    return family(lemma) if family(lemma) in found else next(iter(sorted(f for f in found if f)), None)


def _sense(parse: Parse, token: int, titled: bool) -> str | None:
    joined, first = _compound(parse, token)
    if joined is not None:
        return joined
    own = family(parse.lemma[token])
    if own is None and parse.lemma[token] not in data.load("senses")["sense"]:
        return None
    if first or _name(parse, token, titled) or _of_a_body(parse, token) or _epithet(parse, token):
        return None
    frames = data.load("senses")["sense"].get(parse.lemma[token])
    if frames is None or (titled and parse.pos[token] == "PROPN"):
        return own
    word = _Word(parse, token, _PARTS[parse.pos[token]])
    fitting = (speaks for frame, speaks in frames.items() if all(map(word.fits, frame.split())))
    return next(fitting, None) or None


def _compound(parse: Parse, token: int) -> tuple[str | None, bool]:
    """The family of the compound that a token is part of ("tear gas", "cease-fire"), and whether it is the first part of one."""
    before, behind = (_beside(parse, token, step) for step in (-1, 1))
    for left, right in ((before, token), (token, behind)):
        if left is not None and right is not None and (name := _compounds().get(f"{parse.lemma[left]}-{parse.lemma[right]}")):
            return name, False
    after = token + 1 < len(parse) and parse.word(token + 1) == "-" and parse.end[token] == parse.start[token + 1]
    return None, after and token + 2 < len(parse) and parse.start[token + 2] == parse.end[token + 1]


def _beside(parse: Parse, token: int, step: int) -> int | None:
    """The word before or behind a token, past a hyphen."""
    near = token + step
    near += step if 0 <= near < len(parse) and parse.word(near) == "-" else 0
    return near if 0 <= near < len(parse) else None


@cache
def _compounds() -> dict[str, str]:
    return {word: name for word, name in data.by_word("families", "family").items() if word.count("-") == 1}


def _name(parse: Parse, token: int, titled: bool) -> bool:
    """Whether a token is part of a name."""
    if titled or not parse.word(token)[:1].isupper():
        return False
    opens = not any(parse.word(t).isalnum() for t in range(parse.sentence(token)[0], token))
    held = next((e for e in parse.entities if e[0] <= token < e[1]), None) if parse.pos[token] == "PROPN" or not opens else None
    return (held is not None and held[2] in _NAMES and held[1] - held[0] > opens) or (parse.pos[token] == "PROPN" and not opens)


def _of_a_body(parse: Parse, token: int) -> bool:
    """Whether it only says which body or office a noun is: "the secret service"."""
    head = parse.head[token]
    return (
        parse.dep[token] in _BEFORE
        and head > token
        and parse.lemma[head] in _bodies()
        and family(parse.lemma[head]) != family(parse.lemma[token])
    )


@cache
def _bodies() -> frozenset[str]:
    return frozenset(data.load("senses")["body"]["nouns"])


def _epithet(parse: Parse, token: int) -> bool:
    """Whether it ends a compound by which somebody or something is called that is nothing done: "foreign-sponsored militants",
    "the self-proclaimed capital", but not "a US-approved deal".
    """
    head = parse.head[token]
    joined = token > 1 and parse.word(token - 1) == "-" and parse.end[token - 2] == parse.start[token - 1]
    called = (
        (joined and parse.lemma[token - 2] == "self")
        or family(parse.lemma[head]) is None
        or parse.pos[head] == "PROPN"
        or _person(parse, head)
    )
    return joined and parse.dep[token] in _BEFORE and head > token and called


def _person(parse: Parse, token: int) -> bool:
    return family(parse.lemma[token]) in data.load("families")["people"]["names"] or parse.word(token).lower() in _persons()


@cache
def _persons() -> frozenset[str]:
    return frozenset(data.load("classes")["persons"]["words"]) | {"force", "forces", "army", "troop", "militia", "group"}


def _titled(parse: Parse, clause: Clause) -> bool:
    """Whether a clause has capitals throughout, as some headlines have."""
    words = [parse.word(t) for t in clause.tokens if parse.word(t).isalpha() and len(parse.word(t)) >= _LONG]
    return len(words) > 2 and sum(w[:1].isupper() for w in words) >= _TITLED * len(words)
