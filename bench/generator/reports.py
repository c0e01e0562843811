"""An event in, the account of a reporter who worked alone out."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from random import Random

from bench.generator import layout
from bench.generator import world as worlds
from bench.generator.figures import Figure
from bench.generator.records import Account, Sentence, View, Witness, World

OWN = 0.3
"""Share of facts that a reporter gives in the paper's own voice."""
TRIES = 16
"""Wordings from which that one is taken which the fewest others used: people who work alone seldom hit upon the same words."""

LENGTHS = {"short": (3, 5, 0, 2, 2), "news": (5, 11, 3, 14, 2), "long": (20, 36, 22, 44, 5)}
"""Facts and further sentences of an account: least and most of each; and from how many people at most it has one fact."""


def write(
    world: World,
    key: str,
    outlet: str,
    day: int,
    length: str,
    agency: tuple[str, str] | None = None,
    used: set[str] | None = None,
) -> Account:
    """An account of its own: facts seen or heard, what witnesses said, and scenes that nobody else describes."""
    rng = Random(f"{world.seed} {key}")
    low, high, few, many, each = LENGTHS[length]
    own = f"a:{key}"
    people = tuple(_acquaintance(rng, world, f"{key}.p{n}", outlet) for n in range(rng.randint(0, 2) if high > 5 else 0))
    told = [
        _fresh(rng, world, view, witness, own, f"{key}.{n}", outlet, set() if used is None else used)
        for n, (view, witness) in enumerate(_heard(rng, world, people, day, rng.randint(low, high), each))
    ]
    said = [_quote(rng, w, f"{key}.q{n}") for n, w in enumerate(world.witnesses) if w.quotes and rng.random() < 0.25]
    scenes = [colour(rng, own, f"{key}.c{n}") for n in range(rng.randint(few, many))]
    rest = [*said, *scenes]
    rng.shuffle(rest)
    return Account(
        id=key, outlet=outlet, day=day, dated=rng.random() < 0.8, agency=None, role="agency" if agency else "reporter",
        dateline=agency is not None, headline=_headline(rng, world, own, key), paragraphs=_paragraphs(rng, told, rest),
        people=people, family=key,
    )  # fmt: skip


def _acquaintance(rng: Random, world: World, key: str, outlet: str) -> Witness:
    """Somebody who speaks to this paper alone."""
    role = rng.choice(("nurse", "neighbour", "mechanic", "night porter", "volunteer", "former engineer", "clerk", "paramedic"))
    views = [world.views[f] for f in sorted(rng.sample(sorted(world.views), 2))]
    return Witness(id=key, name=worlds.person(rng), role=role, channel=outlet, views=tuple(worlds.said(rng, v) for v in views))


def _heard(
    rng: Random, world: World, people: Sequence[Witness], day: int, count: int, each: int
) -> list[tuple[View, Witness | None]]:
    """What the reporter has to tell: what happened, what witnesses say of it by then; a fact at most so many times."""
    known: list[tuple[View, Witness | None]] = [(v, None) for v in world.views.values() if rng.random() < 2 * OWN]
    for witness in (*world.witnesses, *people):
        latest = {v.fact: v for v in witness.views if v.day <= day}
        known += [(v, witness) for v in latest.values() if witness.channel is None or rng.random() < 0.5]
    rng.shuffle(known)
    chosen: list[tuple[View, Witness | None]] = []
    for view, witness in known:
        before = [(v, w) for v, w in chosen if v.fact == view.fact]
        if len(before) < each and all(w is not None and w is not witness and witness is not None for _, w in before):
            chosen.append((view, witness))
    order = [*worlds.facts()]
    return sorted(chosen[:count], key=lambda c: order.index(c[0].fact))


def _fresh(
    rng: Random, world: World, view: View, witness: Witness | None, own: str, key: str, outlet: str, used: set[str]
) -> Sentence:
    """A sentence in words that hardly anybody used before: people who work alone seldom hit upon the same ones."""
    return fresh(world, used, (_fact(rng, world, view, witness, own, key, outlet) for _ in range(TRIES)))


def fresh(world: World, used: set[str], tries: Iterable[Sentence], own: Set[str] = frozenset()) -> Sentence:
    """Of some wordings the one in which most is new; what is in `own` may be said again. It is then used."""
    best: tuple[int, Sentence, set[str]] | None = None
    for sentence in tries:
        grams = trigrams(world, sentence)
        old = len((grams & used) - own)
        if best is None or old < best[0]:
            best = (old, sentence, grams)
        if not old:
            break
    assert best is not None
    used |= best[2]
    return best[1]


def trigrams(world: World, sentence: Sentence) -> set[str]:
    """Three words in a row of a sentence, its figure left out."""
    words = layout.plain(world, sentence).split()
    return {" ".join(words[i : i + 3]) for i in range(len(words) - 2)}


def _fact(rng: Random, world: World, view: View, witness: Witness | None, own: str, key: str, outlet: str) -> Sentence:
    frame, medium = "own", None
    if witness:
        frame, medium = ("told", witness.channel) if witness.channel else ("says", None)
        if witness.channel and witness.channel != outlet and rng.random() < 0.3:
            frame = "heard"
    origin = own if witness is None or witness.channel == outlet else witness.origin
    speaker = witness.id if witness and frame != "heard" else None
    template = clause(rng, world, view)
    if frame == "says" and view.stance is False and rng.random() < 0.5:
        frame, template = "denies", rng.choice(worlds.facts()[view.fact]["yes"])
    figure = view.figure
    if figure and "scope" in worlds.facts()[view.fact] and "{N} people" in template and figure.value > 5 and rng.random() < 0.4:
        figure = replace(figure, scope=f"including {Figure(value=rng.randint(2, min(9, figure.value - 2))).words}")
    return Sentence(
        utterance=key, kind="fact", fact=view.fact, template=template, layers=((rng.getrandbits(30), 100),), origin=origin,
        frame=frame, framing=framing(rng, frame), figure=figure, stance=view.stance, answer=view.answer, speaker=speaker,
        medium=medium,
    )  # fmt: skip


def clause(rng: Random, world: World, view: View) -> str:
    """One of the ways to say it."""
    known = worlds.facts()[view.fact]
    if view.stance is not None:
        return str(rng.choice(known["yes" if view.stance else "no"]))
    return str(rng.choice(known["clauses"]))


def framing(rng: Random, frame: str) -> str:
    """One of the ways to credit it."""
    return str(rng.choice(worlds.vocabulary()["frame"][frame]))


def _quote(rng: Random, witness: Witness, key: str) -> Sentence:
    """Words said in public, the same for all who heard them."""
    number = rng.choice(witness.quotes)
    known = worlds.vocabulary()
    return Sentence(
        utterance=key, kind="quote", template=f"q{number}", layers=((rng.getrandbits(30), 100),), origin=witness.origin,
        frame="quotes", framing=str(rng.choice(known["quoting"]["frames"])), speaker=witness.id,
        parts=tuple(known["quote"][number]["parts"]),
    )  # fmt: skip


def colour(rng: Random, own: str, key: str) -> Sentence:
    known = worlds.vocabulary()["colour"]
    template = str(rng.choice(known["scenes"] if rng.random() < 0.6 else known["quotes"]))
    return Sentence(
        utterance=key, kind="colour", template=template, layers=((rng.getrandbits(30), 100),), origin=own,
        resident=worlds.person(rng),
    )  # fmt: skip


def stock(rng: Random, key: str) -> Sentence:
    """A line that stands under any story."""
    line = str(rng.choice(worlds.vocabulary()["stock"]["lines"]))
    return Sentence(utterance=f"{key}.s", kind="stock", template=line, layers=((0, 100),), origin="")


def _headline(rng: Random, world: World, own: str, key: str) -> Sentence:
    template = str(rng.choice(worlds.vocabulary()["kind"][world.kind]["headline"]))
    return Sentence(utterance=f"{key}.h", kind="headline", template=template, layers=((rng.getrandbits(30), 100),), origin=own)


def _paragraphs(rng: Random, told: Sequence[Sentence], rest: Sequence[Sentence]) -> tuple[tuple[Sentence, ...], ...]:
    """Facts first, the further sentences between them after the lead; one to three sentences a paragraph."""
    lead, body = list(told[:2]), [*told[2:], *rest]
    body.sort(key=lambda s: (s.kind != "fact") + rng.random() * 1.2)
    sentences, paragraphs = [*lead, *body], []
    while sentences:
        count = rng.randint(1, 3)
        paragraphs.append(tuple(sentences[:count]))
        sentences = sentences[count:]
    return tuple(paragraphs)
