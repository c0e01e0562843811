"""A seed in, events with their accounts out: one of any size, or a stream of many in the order in which they come out."""

import heapq
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from bench.generator import copies, layout, reports
from bench.generator import world as worlds
from bench.generator.layout import Written
from bench.generator.records import Account, World

DAYS = 6
"""Days over which an event is told."""
LONG = 1 / 3
"""Share of the events of a stream that are told at length."""
WEEK = (1.1, 1.1, 1.1, 1.15, 1.15, 0.7, 0.7)
"""How many events begin on each day of the week, Monday first, against the mean."""
COPIED, REMOTE = 0.5, 0.02
"""How likely a copy is copied, against 6 for an agency; and among long accounts, of which copies are cut short."""
_MANNERS = ("syndicates", "reprints", "reprints", "paraphrases", "paraphrases", "paraphrases", "translates")


def event(
    key: str, accounts: int, seed: int, *, start: int = 0, length: str = "news", wide: bool = False
) -> tuple[World, list[Written]]:
    """One event told by this many accounts; about one in five of ten, one in twenty-five of a thousand, worked alone."""
    world = worlds.make(key, seed, start, wide=wide)
    rng = Random(f"{seed} {key} corpus")
    outlets = _outlets(rng, accounts)
    agencies = {long: (long, short) for long, short in worlds.vocabulary()["agencies"][: 1 + (accounts > 40) + (accounts > 400)]}
    alone = min(accounts, max(1, round(1 + 1.2 * accounts**0.5)))
    days = sorted(min(DAYS - 1, int(rng.expovariate(0.7))) for _ in range(accounts))
    places = {0, *sorted(rng.sample(range(accounts), alone))} if accounts else set()
    made: list[Account] = []
    used: set[str] = set()
    for n, day in enumerate(days):
        name = f"{key}.{n:04d}"
        if n in places or not made:
            made.append(_alone(rng, world, name, day, outlets, agencies, made, length, used))
        else:
            made.append(_copied(rng, world, name, day, outlets, agencies, made, length, used))
    return world, [layout.write(world, replace(a, url=_address(world, a, made))) for a in made]


def _alone(
    rng: Random, world: World, key: str, day: int, outlets: list[str], agencies: dict[str, tuple[str, str]], made: list[Account],
    length: str, used: set[str],
) -> Account:  # fmt: skip
    """An agency first, then papers; some of these take one thing from another account and say so."""
    used = {a.outlet for a in made}
    agency = next((a for a in agencies.values() if a[0] not in used), None) if len(made) < 12 else None
    outlet = agency[0] if agency else outlets.pop()
    account = reports.write(world, key, outlet, day, length, agency, used)
    if made and rng.random() < 0.25:
        account = copies.cite(world, account, rng.choice(made), rng)
    return account


def _copied(
    rng: Random,
    world: World,
    key: str,
    day: int,
    outlets: list[str],
    agencies: dict[str, tuple[str, str]],
    made: list[Account],
    length: str,
    used: set[str],
) -> Account:
    """A copy of what is there: of an agency most often, of a copy now and then, of two accounts sometimes."""
    own = [a for a in made if a.role == "reporter" and a.day < day and a.dated]
    if own and rng.random() < 0.04:
        return copies.update(world, key, day, rng.choice(own))
    copied = REMOTE if length == "long" else COPIED
    weights = [6 if a.role == "agency" else 1.5 if a.role == "reporter" else copied for a in made]
    models = [rng.choices(made, weights)[0]]
    if rng.random() < copies.SECOND:
        models += [m for m in rng.choices(made, weights) if m.family != models[0].family]
    manner = "syndicates" if models[0].role == "agency" and rng.random() < 0.5 else rng.choice(_MANNERS)
    if manner == "syndicates" and models[0].outlet not in agencies:
        manner = "reprints"
    if manner == "translates" and models[0].foreign:
        manner = "paraphrases"
    return copies.copy(world, key, outlets.pop(), max(day, models[0].day), models, manner, agencies, used)


def _address(world: World, account: Account, made: list[Account]) -> str:
    """Where it stands: a later version of an account stands where the first one did."""
    first = account
    while first.models and first.models[0].manner == "updates":
        first = next(a for a in made if a.id == first.models[0].model)
    host = first.outlet.lower().replace(" ", "-").replace("'", "")
    return f"https://{host}.example/news/{world.kind}-{first.id.replace('.', '-')}"


def _outlets(rng: Random, count: int) -> list[str]:
    """Names of papers, each once; more than there are words for are told apart by their towns."""
    known = worlds.vocabulary()
    names = [f"{a} {b}" for a in known["papers_first"] for b in known["papers_last"]]
    rng.shuffle(names)
    more = [f"{town} {b}" for town, _ in known["towns"] for b in known["papers_last"]]
    rng.shuffle(more)
    names = more + names if count > len(names) else names
    return [*(f"{n} Online" for n in names), *names] if count > len(names) else names


def stream(articles: int, seed: int, *, length: str = "") -> Iterator[tuple[World, list[Written]]]:
    """Events until there are this many articles, over about 300 days: most told once or twice, a few by very many; on a Saturday
    or Sunday hardly more than half as many begin. Without a `length` every third event is told at length, the others in brief.
    """
    rng = Random(f"{seed} stream")
    made = number = day = 0
    begun, each = 0.0, max(1.0, articles / 1500)
    while made < articles:
        size = min(articles - made, max(1, int(rng.paretovariate(1.1))), 400)
        told = length or ("news" if rng.random() < LONG else "short")
        yield event(f"e{number:06d}", size, seed, start=day, length=told, wide=True)
        made += size
        number += 1
        begun += 1
        if begun >= each * WEEK[day % 7]:
            begun -= each * WEEK[day % 7]
            day += 1


def in_order(events: Iterator[tuple[World, list[Written]]]) -> Iterator[Written]:
    """The accounts of a stream by the day they came out, holding no more than the days that overlap."""
    waiting: list[tuple[int, str, Written]] = []
    for world, written in events:
        while waiting and waiting[0][0] < world.start:
            yield heapq.heappop(waiting)[2]
        for w in written:
            heapq.heappush(waiting, (world.start + w.account.day, w.account.id, w))
    while waiting:
        yield heapq.heappop(waiting)[2]
