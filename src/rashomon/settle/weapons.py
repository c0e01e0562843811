"""Claims in, the point on by what an attack was carried out out: "With what was the market struck?"

Who speaks of warplanes and who speaks of mortar rounds share no word; what ties them together is the attack that most accounts
tell of, by what was struck. Claims on what else was struck stay out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.data import load
from rashomon.meaning import weapons
from rashomon.meaning.families import spoken
from rashomon.meaning.weapons import Means
from rashomon.model import Claim, Lineage, Point, Value
from rashomon.settle import assembled, attacks
from rashomon.settle.records import Records
from rashomon.settle.relations import Compare


def points(given: Records, compare: Compare, lineage: Lineage) -> Iterator[Point]:
    """The point, where two accounts say by what, and two what was struck: else claims on any attack would meet."""
    if not attacks.of_an_attack(given):
        return
    told = {key: found for key, claim in given.of_event() if (found := weapons.means(claim))}
    target = _target(told, given)
    known = attacks.sites(given)
    left = {
        key: found
        for key, found in told.items()
        if (not found.struck or target in found.struck) and attacks.site(given.claims[key], given, known) in (None, known.main)
    }
    if (
        (target or known.main)
        and len({given.document_of[key] for key in left}) > 1
        and not all(found.ruled_out for found in left.values())
    ):
        yield _point(_question(target, known.main, [given.claims[k] for k in left]), left, given, compare, lineage)


def _target(told: Mapping[str, Means], given: Records) -> str | None:
    """What most accounts say was struck, if two do."""
    documents: dict[str, set[str]] = defaultdict(set)
    for key, found in told.items():
        for name in found.struck:
            documents[name].add(given.document_of[key])
    best = max(documents, key=lambda name: (len(documents[name]), name), default=None)
    return best if best and len(documents[best]) > 1 else None


def _question(target: str | None, site: str | None, claims: Sequence[Claim]) -> str:
    """What is asked, by the word that most use for what was struck."""
    ask = load("weapons")["ask"]
    words = Counter(a.head for c in claims for a in c.arguments if target and spoken(c, a.head) == target)
    noun = min(words, key=lambda w: (-words[w], w), default=None if target else site)
    plain: str = ask["target"].replace("{noun}", noun) if noun else ask["plain"]
    return plain


def _point(question: str, told: Mapping[str, Means], given: Records, compare: Compare, lineage: Lineage) -> Point:
    groups: dict[tuple[bool, str], list[str]] = defaultdict(list)
    for key, found in told.items():
        groups[found.ruled_out, found.weapon].append(key)
    ordered = sorted(groups.items(), key=lambda g: (g[0][0], -len(g[1]), g[0][1]))
    values = [Value(id=f"v{n}", text=weapons.said(weapon, out)) for n, ((out, weapon), _) in enumerate(ordered, 1)]
    answers = [[assembled.answer(given, key) for key in keys] for _, keys in ordered]
    key = "by what " + min(told)
    return assembled.point("what", question, key, values, answers, given, compare, lineage, ("the attack",))
