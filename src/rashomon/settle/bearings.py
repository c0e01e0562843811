"""Links between claims that seem to answer one question, and what people decided, in; the points of these questions out.

The question is that of a bank of plain ones to which most of the links point and whose words the claims bear out; where there is
none, whether it is so, in the words of one of the claims.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from rashomon.data import load
from rashomon.meaning.counting import counted
from rashomon.meaning.families import family
from rashomon.meaning.populations import people
from rashomon.model import Claim, Lineage, Link, Point
from rashomon.settle import numbers, pairs, topics, wordings
from rashomon.settle.decisions import Ledger
from rashomon.settle.groups import group
from rashomon.settle.records import Copies, Records
from rashomon.settle.relations import Compare
from rashomon.text.excerpts import cut_between_words
from rashomon.text.stems import stem

SAME_QUESTION = 0.55
"""Mean score of its links at which claims make a point: with 0.6 pairs F1 on events that nobody had read is 0.005 to 0.008 lower,
with 0.5 no higher."""

IN_OWN_WORDS = 0.65
"""The same where no plain question fits: with 0.55 half of such points on five accounts held a claim that does not belong (pairs
precision 0.59 for 0.67); on events that nobody had read pairs F1 is 0.004 lower, and 0.03 of the members are on no point."""

BORNE_OUT = 0.5
"""Share of the claims that have to say what a question names: with any one of them "Who took part in the attack?" stood over
whatever was near, and an origin too many was counted on a point of five accounts."""

_QUOTING = "(as in “"  # what a question holds that has too few words of its own
_SHOWN = 100  # code points of a claim's words in a question or reason
_TWO = 2  # figures that make a point
_WORD = re.compile(r"[^\W\d_]+")
_ASKED = re.compile("“([^”]+)”")


@dataclass(frozen=True, slots=True)
class Together:
    """Claims that seem to answer one question, with the links between them; `question` where claims bear out a plain one;
    `own`: what is asked in the words of one of them."""

    keys: Sequence[str]
    links: Sequence[Link]
    question: str | None
    own: str | None


def grouped(given: Records, links: Sequence[Link], ledger: Ledger) -> list[Together]:
    """Claims that are on the whole near to one another."""
    told = {pairs.pair(link): link.score for link in links}
    items = {key for pair in told for key in pair}
    _, apart = pairs.decided(ledger, {key: key for key in given.claims})
    near = pairs.beside(links)
    found = []
    for keys in group([key for key in given.claims if key in items], told, SAME_QUESTION, (), apart):
        chosen = set(keys)
        inside = [link for key in keys for other, link in near.get(key, {}).items() if other in chosen]
        claims = [given.claims[key] for key in keys]
        near_enough = _mean(inside, len(keys)) >= IN_OWN_WORDS
        own = _in_own_words(claims, given) if near_enough else None
        found.append(Together(keys, inside, _question(claims, inside, given), own))
    return found


def _mean(links: Iterable[Link], count: int) -> float:
    """The mean score between so many claims, a missing link counting as none."""
    return 2 * sum(link.score for link in links) / (count * (count - 1))


def points(
    given: Records,
    groups: Iterable[Together],
    same: Sequence[Link],
    copies: Copies,
    comparers: Mapping[str, Compare],
    lineage: Lineage,
) -> Iterator[tuple[Point, bool]]:
    """A point for each group of claims of several accounts, and whether a plain question is asked. Answers to how many, how long,
    how far that are figures are compared by "quantities", others by "wordings"; `same` are links between claims that share
    their terms, by which like answers are told.
    """
    alike = {pairs.pair(link): link for link in same}
    for one in groups:
        if question := one.question or one.own:
            chosen, keys = {*one.keys}, _speaking(one.keys, question, one.links)
            made = _counted(question, keys, given, copies, comparers, lineage)
            if made is None or not _several(made, given):
                told = wordings.answers(keys, {p: link for p, link in alike.items() if chosen.issuperset(p)}, given)
                parts = wordings.with_copies(told, copies)
                made = wordings.point("what", question, parts, given, comparers["wordings"], lineage, ())
                whys = {key: why(key, chosen - {key}, one.links, given) for key in keys}
                made = replace(made, claims=tuple(replace(m, why=whys.get(m.claim, "")) for m in made.claims))
            if _several(made, given):
                yield made, one.question is not None


def _several(point: Point, given: Records) -> bool:
    """Whether several accounts speak to it."""
    return len({given.document_of[m.claim] for m in point.claims}) > 1


def _speaking(keys: Sequence[str], question: str, links: Sequence[Link]) -> list[str]:
    """The claims of a group that bear on the question with another one; all of them, where it is asked in their own words."""
    named = {key for link in links if any(f"“{question}”" in why for why in link.reasons) for key in (link.left, link.right)}
    return [key for key in keys if not named or key in named]


def _counted(
    question: str, keys: Sequence[str], given: Records, copies: Copies, comparers: Mapping[str, Compare], lineage: Lineage
) -> Point | None:
    """The point of the figures that answer it, where two claims give one: asked in their own words where these make a question,
    and no dispute where nothing says that they count the same.
    """
    figures = _figures(question, keys, given)
    if len(figures) < _TWO or not _of_one_fate(figures, given):
        return None
    point = numbers.point(given, figures, copies, {}, comparers["quantities"], lineage)
    if point.status == "disputed" and not numbers.asked(given, figures):
        return None
    return replace(point, question=question) if _QUOTING in point.question else point


def _of_one_fate(figures: Sequence[str], given: Records) -> bool:
    """Whether figures may count the same, people or things, and what became of them."""
    told = [counted(given.quantities[key], given.claims[given.claim_of[key]]) for key in figures]
    human = {people(what.population, whole=True) for what in told if what.population}
    return len({what.outcome for what in told} - {None}) <= 1 and len(human) <= 1


def _figures(question: str, keys: Sequence[str], given: Records) -> list[str]:
    """The figure of each claim that gives one alone of the kind that is asked for."""
    kinds = _kinds(question)
    told = ([q for q in wordings.figures(given, key) if q.kind in kinds] for key in keys)
    return [found[0].id for found in told if len(found) == 1]


def _kinds(question: str) -> Sequence[str]:
    """The kinds of figure that answer a question of how many, how long, how far."""
    how, kind, *_ = [*question.split(), "", ""]
    found: Sequence[str] = load("questions")["how"].get(kind, ()) if how == "How" else ()
    return found


def _question(claims: Sequence[Claim], links: Sequence[Link], given: Records) -> str | None:
    """The question that most of the links name, first ones more, that the claims bear out."""
    votes: dict[str, float] = defaultdict(float)
    for link in links:
        for place, reason in enumerate(link.reasons):
            for asked in _ASKED.findall(reason):
                votes[asked] += link.score / (1 + place)
    said = [{t for word in (*_WORD.findall(c.span.text.lower()), *c.words) for t in _terms(word)} for c in claims]
    ranked = sorted(votes, key=lambda asked: (-votes[asked], asked))
    return next((asked for asked in ranked if _borne_out(asked, said) and _fitting(asked, claims, given)), None)


def _in_own_words(claims: Sequence[Claim], given: Records) -> str | None:
    """What is said of the words of the first claim that could be asked whether it was so."""
    plain = (c for c in claims if c.id not in given.headed)  # headlines have a grammar of their own
    first = next((c for c in plain if topics.whether_at_all(c, given)), None)
    return topics.about([f"“{cut_between_words(' '.join(first.span.text.split()).rstrip(' .,'), _SHOWN)}”"]) if first else None


def why(key: str, others: Set[str], links: Sequence[Link], given: Records) -> str:
    """To which of other claims one lies nearest, and what both seem to answer; "" where it is linked with none."""
    near = [link for link in links if key in (link.left, link.right) and others & {link.left, link.right}]
    if not near:
        return ""
    nearest = min(near, key=lambda link: (-link.score, link.left, link.right))
    other = nearest.right if nearest.left == key else nearest.left
    words = cut_between_words(" ".join(given.claims[other].span.text.split()), _SHOWN)
    return f"lies near “{words}”" + "".join(f"; {reason}" for reason in nearest.reasons[:1])


def _borne_out(question: str, said: Sequence[Set[str]]) -> bool:
    """Whether each word of a question that could not be asked of anything is said by one of the claims, and by so many of them or
    what is of a family with it: nobody is asked of a ransom where all speak of a fee.
    """
    plain = frozenset(load("questions")["plain"]["words"])
    own = [word for word in _WORD.findall(question.lower()) if word not in plain]
    if not all(any(stem(word) in of_claim for of_claim in said) for word in own):
        return False
    terms = [{*_terms(word)} for word in own]
    return all(sum(not of.isdisjoint(of_claim) for of_claim in said) >= BORNE_OUT * len(said) for of in terms)


def _fitting(question: str, claims: Sequence[Claim], given: Records) -> bool:
    """Whether so many of the claims give a figure of the kind that is asked for, or a time where it is asked when."""
    kinds = _kinds(question)
    if not kinds and not question.startswith("When"):
        return True
    figures = ([given.quantities[q] for q in c.quantities if q in given.quantities] for c in claims)
    fit = [any(q.kind in kinds for q in found) for found in figures] if kinds else [bool(c.times) for c in claims]
    return sum(fit) >= BORNE_OUT * len(claims)


def _terms(word: str) -> Iterator[str]:
    """What a word may be found again by."""
    yield stem(word)
    yield from filter(None, (family(word), family(stem(word))))
