"""An account and what a careless newsroom does in, the account that descends from it out, with every change on record."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from bench.generator import figures, layout, reports
from bench.generator import world as worlds
from bench.generator.records import Account, Change, Descent, Sentence, View, Witness, World

MUTATED = 0.25
"""Share of facts that a copy changes."""
LIGHTLY, HEAVILY = 35, 70
"""Per cent of the choices of words that a light and a heavy rewriting make anew."""
SECOND = 0.2
"""Share of copies with a second model."""
NOTICES = {
    "reprints": (
        "This article was originally published by {M}.",
        "Source: {M}",
        "First published in {M}",
        "Republished from {M}",
    ),
    "paraphrases": ("Source: {M}", "h/t {M}"),
    "translates": ("Translated from {M}.", "Translated from the original in {M}."),
}


def copy(
    world: World,
    key: str,
    outlet: str,
    day: int,
    models: Sequence[Account],
    manner: str,
    agencies: dict[str, tuple[str, str]],
    used: set[str],
) -> Account:
    """What `outlet` makes of its models; the first gives most of it. `used`: words in a row of all accounts so far."""
    rng = Random(f"{world.seed} {key}")
    heavy = rng.random() < 0.4
    taken: list[list[Sentence]] = []
    descents = []
    for number, model in enumerate(models):
        kept = _kept(rng, model, manner, number)
        made = [_rendered(rng, world, s, manner, heavy, used) for s in kept]
        changes = [c for s, changed in made for c in changed]
        taken.append([s for s, _ in made])
        descents.append(Descent(model=model.id, manner=manner if not number else "paraphrases", changes=tuple(changes)))
    sentences = [*taken[0], *(s for more in taken[1:] for s in more)]
    if rng.random() < 0.3:
        sentences.insert(rng.randint(1, len(sentences)), reports.colour(rng, f"a:{key}", f"{key}.c"))
    if rng.random() < 0.15:
        sentences.append(reports.stock(rng, key))
    first = models[0]
    agency = agencies.get(first.outlet) if manner == "syndicates" else first.agency if manner == "reprints" else None
    notice = _notice(rng, manner, first.outlet)
    stated = "credit" if agency and manner == "syndicates" else "notice" if notice else ""
    descents[0] = replace(descents[0], stated=stated)
    printed = manner in ("syndicates", "reprints")
    return Account(
        id=key,
        outlet=outlet,
        day=day,
        dated=rng.random() < 0.8,
        headline=_headed(rng, first, manner),
        agency=agency,
        dateline=first.dateline and printed,
        notice=notice,
        foreign=manner == "translates" or first.foreign,
        paragraphs=_regrouped(rng, sentences, first, manner),
        models=tuple(descents),
        role="copy",
        people=_people(models),
        family=first.family,
    )


def update(world: World, key: str, day: int, model: Account) -> Account:
    """A later version of one's own account: a figure is corrected, and a line says so."""
    rng = Random(f"{world.seed} {key}")
    changes, paragraphs = [], []
    for paragraph in model.paragraphs:
        made = list(paragraph)
        for i, s in enumerate(made):
            if not changes and s.figure and s.kind == "fact":
                became = replace(s, figure=replace(s.figure, value=s.figure.value + rng.randint(1, 5), hedge=""))
                changes.append(_change("figure", s, s.figure.words, became.figure.words if became.figure else ""))
                made[i] = became
        paragraphs.append(tuple(made))
    descent = Descent(model=model.id, manner="updates", stated="address", changes=tuple(changes))
    notice = "(This version corrects a figure in an earlier report.)" if changes else "(Updated.)"
    return replace(model, id=key, day=day, paragraphs=tuple(paragraphs), models=(descent,), notice=notice, role="copy")


def cite(world: World, account: Account, cited: Account, rng: Random) -> Account:
    """The account with one fact that it credits to another, by its outlet's name."""
    there = {s.fact for s in account.sentences()}
    facts = [
        s
        for s in cited.sentences()
        if s.kind == "fact" and s.fact not in there and s.frame == "own" and s.origin == f"a:{cited.id}"
    ]
    if not facts:
        return account
    fact = rng.choice(facts)
    view = View(fact=fact.fact or "", figure=fact.figure, stance=fact.stance, answer=fact.answer)
    said = replace(
        fact, template=reports.clause(rng, world, view), layers=((rng.getrandbits(30), 100),), frame="heard",
        framing=reports.framing(rng, "heard"), medium=cited.outlet, speaker=None,
    )  # fmt: skip
    if said.figure:
        said = replace(said, figure=replace(said.figure, scope=""))
    descent = Descent(model=cited.id, manner="cites", stated="attribution")
    return replace(account, paragraphs=(*account.paragraphs, (said,)), models=(*account.models, descent))


def _people(models: Sequence[Account]) -> tuple[Witness, ...]:
    return tuple({p.id: p for m in models for p in m.people}.values())


def _kept(rng: Random, model: Account, manner: str, number: int) -> list[Sentence]:
    """What a copy takes of its model, in its order: cut from the end as a rule, of a second model some facts."""
    sentences = [s for s in model.sentences() if s.kind != "stock"]
    if number:
        facts = [s for s in sentences if s.kind in ("fact", "quote")]
        return facts[: rng.randint(2, max(2, len(facts) // 2))]
    share = rng.choice((1.0, 1.0, 0.8, 0.6)) if manner in ("syndicates", "reprints", "translates") else rng.uniform(0.5, 0.9)
    count = max(min(3, len(sentences)), round(share * len(sentences)))
    if rng.random() < 0.6:
        return sentences[:count]
    chosen = sorted(rng.sample(range(len(sentences)), count))
    return [sentences[i] for i in chosen]


def _rendered(rng: Random, world: World, s: Sentence, manner: str, heavy: bool, used: set[str]) -> tuple[Sentence, list[Change]]:
    """A sentence as the copy has it, and what was changed."""
    made = s
    if manner in ("paraphrases", "translates") and s.kind in ("fact", "colour"):
        own = reports.trigrams(world, s)
        made = reports.fresh(world, used, (_reworded(rng, world, s, heavy) for _ in range(reports.TRIES // 2)), own)
    if manner == "translates" and not s.foreign:
        made = replace(made, foreign=True)
    changes = []
    if rng.random() < MUTATED and s.kind in ("fact", "quote"):
        options = [*_mutations(rng, world, made)]
        if options:
            made, change = rng.choice(options)
            changes.append(change)
    return made, changes


def _reworded(rng: Random, world: World, s: Sentence, heavy: bool) -> Sentence:
    """The same in other words: some of its words, or, where the rewriting is heavy, another sentence every other time."""
    made = s
    if heavy and s.kind == "fact" and not (s.figure and s.figure.scope) and s.frame != "denies" and rng.random() < 0.5:
        view = View(fact=s.fact or "", figure=s.figure, stance=s.stance, answer=s.answer)
        made = replace(made, template=reports.clause(rng, world, view))
    return replace(made, layers=(*made.layers, (rng.getrandbits(30), HEAVILY if heavy else LIGHTLY)))


def _change(kind: str, s: Sentence, was: str, became: str) -> Change:
    return Change(type=kind, utterance=s.utterance, was=was, became=became)


def _mutations(rng: Random, world: World, s: Sentence) -> Iterator[tuple[Sentence, Change]]:
    """All that may happen to a sentence, one each."""
    if s.figure:
        yield from _figures(rng, s)
    if s.frame in ("says", "told", "heard") and s.stance is not False:
        name = s.speaker or s.medium or ""
        yield replace(s, frame="own", framing="{C}", speaker=None, medium=None), _change("attribution lost", s, name, "")
    if s.kind == "quote":
        if len(s.parts) > 1:
            yield replace(s, parts=s.parts[:-1]), _change("quotation shortened", s, ", ".join(s.parts), ", ".join(s.parts[:-1]))
        for old, new in worlds.vocabulary()["quoting"]["altered"]:
            if any(f" {old} " in f" {part} ".lower() for part in s.parts):
                parts = tuple(_swapped(part, old, new) for part in s.parts)
                yield replace(s, parts=parts), _change("quotation altered", s, ", ".join(s.parts), ", ".join(parts))
    else:
        text = layout.plain(world, s)
        for old, new in worlds.vocabulary()["intensified"]["pairs"]:
            if f" {old} " in f" {text} " and f" {new} " not in f" {text} ":
                yield replace(s, edits=(*s.edits, (old, new))), _change("intensified", s, old, new)
                break


def _swapped(part: str, old: str, new: str) -> str:
    words = [new if w.lower() == old and w.islower() else new.capitalize() if w.lower() == old else w for w in part.split()]
    return " ".join(words)


def _figures(rng: Random, s: Sentence) -> Iterator[tuple[Sentence, Change]]:
    figure = s.figure
    assert figure is not None
    options = [
        ("figure", figures.mistaken(figure, rng)),
        ("figure rounded", figures.rounded(figure)),
        ("unit", figures.mismeasured(figure)),
    ]
    if figure.hedge:
        options.append(("hedge lost", replace(figure, hedge="")))
    elif figure.value > 5:
        options.append(("hedge added", replace(figure, hedge=rng.choice(("about", "more than", "at least")))))
    if figure.scope:
        options.append(("scope", replace(figure, scope=figure.scope.replace("including", "not counting"))))
    for kind, changed in options:
        if changed:
            was, became = ((f"{f.words} {f.scope}".strip()) for f in (figure, changed))
            yield replace(s, figure=changed), _change(kind, s, was, became)


def _notice(rng: Random, manner: str, outlet: str) -> str:
    """How the page says where it took its story, if it does: most reprints, few rewritings."""
    said = {"reprints": 0.5, "paraphrases": 0.35, "translates": 0.7}.get(manner, 0.0)
    return rng.choice(NOTICES[manner]).replace("{M}", outlet) if rng.random() < said else ""


def _headed(rng: Random, model: Account, manner: str) -> Sentence:
    """The headline of the model, or one's own."""
    if rng.random() < (0.6 if manner in ("syndicates", "reprints") else 0.2):
        return replace(model.headline, foreign=manner == "translates" or model.foreign)
    return replace(model.headline, layers=((rng.getrandbits(30), 100),), foreign=manner == "translates" or model.foreign)


def _regrouped(rng: Random, sentences: Sequence[Sentence], model: Account, manner: str) -> tuple[tuple[Sentence, ...], ...]:
    """Paragraphs: those of the model where it is reprinted, others where it is rewritten."""
    rest, paragraphs = list(sentences), []
    sizes = [len(p) for p in model.paragraphs] if manner in ("syndicates", "reprints") else []
    while rest:
        count = sizes.pop(0) if sizes else rng.randint(1, 3)
        paragraphs.append(tuple(rest[:count]))
        rest = rest[count:]
    return tuple(paragraphs)
