"""A claim in, whether by it anybody came to harm out: "no civilian was hurt" against whoever counts killed or injured ones.

Who denies that anybody of a sort was harmed rejects what is told of these, and of no others: soldiers are no civilians.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.data import load
from rashomon.meaning.counting import counted
from rashomon.meaning.populations import known, people, plural
from rashomon.meaning.standing import Standing, compiled, left_open, state
from rashomon.model import Claim, Quantity
from rashomon.text.patterns import either, group

HARM = "harm"
"""The question of whether anybody came to harm."""

_REPORTED = re.compile(r"\b(?:reports?|word|news) of (?:any )?$", re.I)
_SO_FAR = re.compile(r"\b(?:reported|known|confirmed)\b|\bso far\b|\byet\b|\bimmediate(?:ly)?\b", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WHERE = re.compile(
    r"\s*,?\s*(?:in|at|on|by|during|among|near|from|inside|aboard|as a result of)\s+(?:(?:the|its|this|that|our)\s+)?(.*)", re.I
)


def of_harm(claim: Claim, quantities: Sequence[Quantity]) -> Iterator[Standing]:
    """What a claim says of those who came to harm: for each sort of people, by its name. `quantities` are the claim's."""
    if left_open(claim):
        return
    text = " ".join(claim.span.text.split())
    for found in (m for pattern in _none() for m in pattern.finditer(text)):
        if not _REPORTED.search(text[: found.start()]) and not _SO_FAR.search(text) and _whole(text[found.end() :]):
            for sort in _sorts(found):
                yield Standing(HARM, sort, claim.reversed and not found[0].lower().startswith("no"), topic=_harm(found["harm"]))
            return
    if claim.negated or claim.reversed or claim.polarity == "denied" or _elsewhere(text):
        return
    for quantity in quantities:
        what = counted(quantity, claim)
        if what.outcome in state(HARM)["outcomes"] and (quantity.low or 0) > 0:
            for sort in _of(what.population, text):
                yield Standing(HARM, sort, True, topic=frozenset({what.outcome or ""}))


def worded(words: str, who: str, harm: frozenset[str]) -> str:
    """A question or an answer, of a sort of people and the harm that is denied."""
    said = {frozenset({"death"}): "killed", frozenset({"injury"}): "injured"}.get(harm, "killed or injured")
    return words.replace("{who}", who).replace("{harm}", said)


@cache
def _none() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(compiled(p), re.I) for p in state(HARM)["none"])


def _sorts(found: re.Match[str]) -> Iterator[str]:
    """Of which people it is said that none was harmed; nothing where it is no sort that has a name."""
    named = found.groupdict()
    word = (named.get("sort") or named.get("among") or "").strip().lower()
    if not word:
        yield str(state(HARM)["people"])
    elif (sort := known(word)) and people(sort):
        yield plural(sort)
    elif word in state(HARM)["civil"]:
        yield word


def _harm(word: str) -> frozenset[str]:
    """What befell nobody: by "hurt" and "harmed" neither death nor injury."""
    words, told = word.lower(), load("standing")["harmed"]
    by = frozenset(name for name, forms in told.items() if re.search(rf"\b(?:{either(forms)})\b", words))
    return by or frozenset(state(HARM)["outcomes"])


_TOOK_PLACE = re.compile(
    r"\s*(?:(?:have|has|had|was|were|are|is) )?(?:been )?"
    r"(?:occurred|happened|resulted|ensued|caused|suffered|sustained|incurred|recorded|registered)\b(?! by\b)",
    re.I,
)
_OF_IT = re.compile(
    r"\b(?:in connection with|in the course of|in relation to|in consequence of|as a (?:result|consequence) of|because of"
    r"|due to|owing to|caused by|resulting from|linked to|related to|connected with|attributable to|attributed to)\s+"
    r"(?:(?:the|its|this|that|our|their|his|her|a|an)\s+)?(.*)",
    re.I,
)


def _whole(after: str) -> bool:
    """Whether it is said of the whole event, and not of a part of it: "in the operation", but not "in the second coach"."""
    if {w.lower() for w in re.findall(r"\w+", after)[:3]} & {*state(HARM)["here"]}:
        return False
    after = _TOOK_PLACE.sub("", after, count=1) if _TOOK_PLACE.match(after) else after
    found = _OF_IT.search(after) or _WHERE.match(after)
    if found is None:
        return not re.match(r"\s*(?:when|as|after|while|by)\b", after)
    words = [w.lower() for w in re.findall(r"[\w-]+", found[1])[:3]]
    return bool({*words[:2]} & {*state(HARM)["whole"]})


def _of(population: str, text: str) -> Iterator[str]:
    """The sorts that people of a population are: people, and civilians where they are no combatants."""
    yield str(state(HARM)["people"])
    civil = state(HARM)["civil"]
    if population in civil or (population == "persons" and re.search(rf"\b{group(state(HARM)['gathering'])}\b", text, re.I)):
        yield "civilians"
    if population and population not in ("persons", "civilians"):
        yield plural(population)


def _elsewhere(text: str) -> bool:
    return bool(_YEAR.search(text) or re.search(rf"\b{group(state(HARM)['elsewhere'])}\b", text, re.I))
