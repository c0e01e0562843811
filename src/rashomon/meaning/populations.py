"""A figure's noun in, the population it names out, and what narrows it.

"Brigade Fighters", "armed men" and "gunmen" are one population, and so are "family members" and "members of their families".
"""

import re
from functools import lru_cache

from rashomon import data
from rashomon.model import Quantity

_LITTLE = frozenset(
    {"the", "a", "an", "of", "and", "their", "his", "her", "its", "our", "more", "other", "least", "some", "so-called", "alleged"}
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def words(text: str) -> list[str]:
    """The words of a phrase, without digits."""
    return _WORD.findall(text)


def people(population: str, *, whole: bool = False) -> bool:
    """Whether a population is a part of the persons, or, with `whole`, all of them."""
    return population in data.load("populations")["people"]["names"] or (whole and population == "persons")


def plural(population: str) -> str:
    """How a population is called in a sentence: by its name, or as a noun in the plural."""
    table = data.load("populations")
    named: str | None = table["plural"].get(population)
    if named or not population or population in table["population"]:
        return named or population
    irregular = next((many for many, one in table["singular"].items() if one == population), None)
    if irregular or population in data.load("counted")["uncounted"]["words"] or not population.isalpha():
        return irregular or population
    if population.endswith("y") and population[-2:-1] not in "aeiou":
        return population[:-1] + "ies"
    if population.endswith("s") and not population.endswith("ss"):
        return population  # taggers leave some in the plural
    return population + ("es" if population.endswith(("ss", "x", "z", "ch", "sh")) else "s")


@lru_cache(maxsize=20_000)
def known(head: str) -> str | None:
    """The population that a lemma names; headlines write it with a capital, and taggers leave it in the plural then."""
    names = data.by_word("populations", "population")
    return next((names[form] for form in _forms(head) if form in names), None)


def named(quantity: Quantity) -> str:
    """The population that a figure's noun names, with the word before it where both together name one, else the noun itself."""
    head = quantity.head or ""
    return (known(pair) if (pair := _pair(quantity)) else None) or known(head) or head


def narrowing(quantity: Quantity, said: frozenset[str]) -> list[str]:
    """Words that narrow what is counted: all of it but its head, little words, names, and `said`, what befell them."""
    if not quantity.of or not quantity.head:
        return []
    head, *of = quantity.of.text.split(" of ", 1)
    taken = 2 if (pair := _pair(quantity)) and known(pair) else 1
    before = [w for w in words(head) if w.lower() not in _LITTLE][:-taken]
    behind = [w for w in words(" ".join(of)) if w.lower() not in _LITTLE] if taken == 1 else []
    idle = data.load("populations")["idle"]["words"]
    if before and " and " not in head and known(before[-1]) == known(quantity.head) is not None:
        before = before[:-1]  # "rebel fighters" are no other fighters
    if known(quantity.head) == "combatants":
        before = [w for w in before if w != "armed"]
    return [w for w in (*before, *behind) if w.islower() and w not in said and w not in idle]


def _pair(quantity: Quantity) -> str | None:
    """The head noun with the noun or adjective that goes with it: "family member" of "members of their families"."""
    if not quantity.of or not quantity.head:
        return None
    before, *of = quantity.of.text.split(" of ", 1)
    near = words(of[0])[-1:] if of else words(before)[-2:-1]
    return f"{_forms(near[0])[-1]} {_forms(quantity.head)[-1]}" if near else None


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """A noun in the singular, as far as its ending tells."""
    return _forms(word)[-1]


def _forms(word: str) -> list[str]:
    """A word in lower case, and what it may be the plural of, the likeliest last."""
    word = word.lower()
    if word.endswith("ies"):
        return [word, word[:-3] + "y"]
    irregular = data.load("populations")["singular"].get(word)
    if irregular:
        return [word, irregular]
    return [word, word[:-1]] if word.endswith("s") and not word.endswith("ss") else [word]
