"""Figures that count one thing in, the question that they answer out: "How many people were killed?"."""

import re
from collections import Counter
from collections.abc import Sequence

from rashomon.data import load
from rashomon.meaning import measures
from rashomon.meaning.counting import ASKED_ALIKE, STOCK, counted
from rashomon.meaning.judging import judge
from rashomon.meaning.narrowed import listed
from rashomon.meaning.populations import people, plural
from rashomon.model import Claim, Quantity
from rashomon.settle import questions

NAMELESS = "What number"
"""What a question begins with of counts of which nobody says what they count."""
_ASK = {
    "money": "How much money",
    "duration": "How long",
    "length": "What length or distance",
    "percent": "What share",
    "mass": "What weight",
    "area": "What area",
    "volume": "What volume",
    "speed": "What speed",
    "temperature": "What temperature",
}
_STOP = re.compile(
    r"[,;:–—()“”\"]|\s(?:and|or|but|when|while|as|after|before|because|which|who|whom|whose|where|that|on|in|at|by|since|with)\s|\.(?:\s|$)"
)
_HANGING = frozenset(
    {"was", "were", "is", "are", "be", "been", "has", "have", "had", "of", "the", "a", "an", "to", "from", "their", "its", "not"}
    | {"those", "them", "these", "lay", "lie", "stood"}
)
_AUXILIARY = frozenset(
    {"was", "were", "is", "are", "had", "has", "have", "will", "would", "could", "can", "may", "might", "did", "do", "went"}
)
_ONE_IS, _ALL_ARE, _NOUN_AHEAD = frozenset({"is", "was"}), frozenset({"are", "were"}), frozenset({"a", "an", "the", "no"})
_SAYING = 3  # words from which on what begins with "are" says where or how they were
_BETWEEN = frozenset({"still", "also", "now", "later", "then", "all", "each", "since"})
_OWNED = re.compile(r"^(?:(?:the|its|their|our|his|her|these|those|own|such) )+", re.IGNORECASE)
_THINGS = re.compile(r"(?:(?!our\b|their\b|its\b|his\b|her\b|my\b)[a-z-]+ )?[a-z-]+s")
_COMMON = re.compile(r"[a-z][a-z-]*(?: [a-z][a-z-]*){0,2}")


def number(figures: Sequence[tuple[Quantity, Claim]]) -> str:
    """ "How many people were killed?": what became of people who were hurt; of others what is counted, and what the claim
    that says so most briefly goes on with; else the words of a claim, for a question made of half of them would be none.
    """
    asked = [(q, c, _rest(q, c)) for q, c in figures if q.of and q.of.start >= q.span.start]
    clean = [(q, c, rest) for q, c, rest in asked if rest and q.kind == "count" and not judge(f"{_noun(q)} {rest}")]
    whats = Counter(what for q, c in figures if (what := _became(q, c)))
    if clean and not any(counted(q, c).outcome in (*ASKED_ALIKE, STOCK) for q, c in figures):
        quantity, claim, rest = min(clean, key=lambda x: (" " not in x[2], len(x[2]), x[0].id))
        return f"How many {_several(quantity, claim)} {rest}?"
    if whats:
        return min(whats, key=lambda w: (-whats[w], w))
    if there := _were_there(figures):
        return f"How many {there} were there?"
    quantity, claim = _briefest(figures)
    noun = plural(counted(quantity, claim).population) if judge(_noun(quantity)) else _noun(quantity)
    things = bool(_THINGS.fullmatch(_noun(quantity))) and not people(counted(quantity, claim).population, whole=True)
    if quantity.kind == "count" and (things or any(_takes_part(q, c) for q, c in figures)):
        return f"How many {plural(noun) if quantity.low == 1 and ' ' not in noun else noun} were there?"
    if plain := _plainly(figures):
        return plain
    ask = _ASK.get(quantity.kind) or (f"How many {noun}" if quantity.of else NAMELESS)
    return f"{ask} (as in “{questions.in_words(claim)}”)?"


def apart(question: str, figures: Sequence[tuple[Quantity, Claim]]) -> str:
    """A question that another point asks, too, with the words of the claim that gives one of its figures most briefly."""
    if "(as in" in question:
        return question
    return f"{question.removesuffix('?')} (as in “{questions.in_words(_briefest(figures)[1])}”)?"


def _briefest(figures: Sequence[tuple[Quantity, Claim]]) -> tuple[Quantity, Claim]:
    """The figure with a noun, where there is one, of the shortest claim."""
    return min(figures, key=lambda x: (x[0].of is None, len(x[1].span.text), x[0].id))


def _several(quantity: Quantity, claim: Claim) -> str:
    """What is counted, as a question has it: "suspects" of "at least one suspect", "girls" of "our girls"."""
    noun = _OWNED.sub("", _noun(quantity))
    return plural(noun) if quantity.low == 1 and " " not in noun else noun


def _plainly(figures: Sequence[tuple[Quantity, Claim]]) -> str:
    """What is asked of temperatures, of loads in one unit, and of what was paid; "" of anything else."""
    kinds, units = {q.kind for q, _ in figures}, {q.unit for q, _ in figures}
    unit = next(iter(units)) or ""
    if kinds == {"temperature"}:
        return "What was the temperature?"
    if kinds <= {*measures.WEIGHED} and len(units) == 1 and any(measures.LADEN.search(c.span.text) for _, c in figures):
        return f"How many {unit}s did it carry or hold?"
    return "How much was paid?" if kinds == {"money"} and all(c.predicate in ("pay", "fine") for _, c in figures) else ""


def _were_there(figures: Sequence[tuple[Quantity, Claim]]) -> str:
    """What things are called that are said to have been there, whatever became of them: in the words of a figure, whose they are
    left out, else by the noun; "" where people are counted, or nothing that has a name.
    """
    if not any(listed(q, c) for q, c in figures):
        return ""
    told = [(q, counted(q, c)) for q, c in figures if q.of and q.kind == "count"]
    if any(what.outcome not in (None, STOCK) or what.population == "persons" or people(what.population) for _, what in told):
        return ""
    nouns = [
        noun for q, _ in told if (q.low or 0) > 1 and _COMMON.fullmatch(noun := _OWNED.sub("", _noun(q))) and not judge(noun)
    ]
    if nouns:
        return min(nouns, key=lambda n: (-nouns.count(n), len(n), n))
    return plural(told[0][1].population) if told else ""


def _takes_part(quantity: Quantity, claim: Claim) -> bool:
    """Whether the counted do something or undergo it in a claim, rather than measure something: "equal to 18 aircraft"."""
    told = [a.span for a in claim.arguments if a.role in ("agent", "patient")]
    return quantity.of is not None and any(quantity.span.overlap(span) for span in told)


def _noun(quantity: Quantity) -> str:
    return " ".join((quantity.of.text if quantity.of else "").split())


def _became(quantity: Quantity, claim: Claim) -> str | None:
    """What became of the counted, where the words around a figure say so: "How many people were injured?"."""
    if quantity.aspect:
        return measures.question(quantity)
    what = counted(quantity, claim)
    table = load("outcomes")["question"]
    narrowed = (f"{what.outcome} {word}" for word in sorted(what.restriction))
    form: str | None = next((table[key] for key in narrowed if key in table), table.get(what.outcome or ""))
    who = plural(what.population)
    if not form or ("{who}" in form and (quantity.kind != "count" or not who)):
        return None
    by = next((f" {word}s?" for word in sorted(what.restriction) if word.startswith("by ")), "?")
    return form.replace("{who}", who).removesuffix("?") + by


def _rest(quantity: Quantity, claim: Claim) -> str:
    """The words after the figure and what it counts, up to the next pause; none where they would make no question."""
    end = max(quantity.span.end, quantity.of.end if quantity.of else 0) - claim.span.start
    after = " ".join(claim.span.text[max(0, end) :].split())
    stop = _STOP.search(" " + after + " ")
    rest = (after[: max(0, stop.start() - 1)] if stop else after).strip(" .")
    if not rest or rest.split()[-1].lower() in _HANGING or _held_by_a_verb(quantity, claim) or not _goes_on(rest, claim):
        return ""
    return rest if len(rest.split()) <= 6 else ""


def _goes_on(rest: str, claim: Claim) -> bool:
    """Whether words after a figure go on with what the counted did or underwent: "left the town", "were loaded", but not
    "chartered by", "across the strait", which tell only of which they were.
    """
    words = [w.lower() for w in rest.split()]
    words = [w for w in words if w not in _BETWEEN and not w.endswith("ly")]
    first, second = [*words, "", ""][:2]
    if first in _ONE_IS:
        return False
    if first in _ALL_ARE and (second in _NOUN_AHEAD or (len(words) < _SAYING and not second.endswith(("ing", "ed", "en")))):
        return False  # "are out", "are a shopping list"
    return first in _AUXILIARY or first[:1] == (claim.predicate or "")[:1]


def _held_by_a_verb(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure is the object of a verb in -ing, so that what follows tells of that verb's subject: "a train carrying 300
    people derailed".
    """
    before = claim.span.text[: max(0, quantity.span.start - claim.span.start)].split()
    return bool(before) and before[-1].lower().endswith("ing")
