"""A seed in, one event out: what happened, who knows of it, and what each of them says."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from bench.generator import grammar, names
from bench.generator.figures import Figure
from bench.generator.records import Name, View, Witness, World

HERE = Path(__file__).parent
DISPUTED = 0.35
"""Share of a witness's figures that differ from what happened."""
REVISED = 0.25
"""Share of public witnesses who later give another toll."""


@cache
def vocabulary() -> dict[str, Any]:
    """All words, from the files beside this module."""
    found: dict[str, Any] = tomllib.loads((HERE / "vocabulary.toml").read_text(encoding="utf-8"))
    found["colour"] = tomllib.loads((HERE / "colour.toml").read_text(encoding="utf-8"))
    return found


@cache
def facts() -> dict[str, dict[str, Any]]:
    return {fact["key"]: fact for fact in vocabulary()["fact"]}


def make(key: str, seed: int, start: int = 0, *, wide: bool = False) -> World:
    """The event `key`; `start` is the day, counted from the corpus's first, on which it happens. `wide`: in a world of many
    towns and families.
    """
    rng, known = Random(f"{seed} {key} world"), vocabulary()
    kind = rng.choice(sorted(known["kind"]))
    town = names.town(rng) if wide else Name(**dict(zip(("plain", "foreign"), rng.choice(known["towns"]), strict=True)))
    views = {fact: _true(rng, fact, kind) for fact in facts()}
    families = names.families(rng, 8) if wide else rng.sample(known["family"], 8)
    count = rng.randint(5, 8)
    roles = rng.sample(known["witness"], count)
    witnesses = tuple(
        _witness(rng, f"{key}.w{n}", role["role"], families[n], views, outside=n >= count - 2) for n, role in enumerate(roles)
    )
    words = {name: text for name, text in known["kind"][kind].items() if isinstance(text, str)}
    words["defect"] = grammar.chosen(words["defect"], rng.getrandbits(30))
    return World(id=key, kind=kind, seed=seed, start=start, town=town, witnesses=witnesses, views=views, words=words)


def person(rng: Random, family: list[str] | None = None) -> Name:
    """A name that nobody bears."""
    first = rng.choice(vocabulary()["given"])
    last = family or rng.choice(vocabulary()["family"])
    return Name(plain=f"{first} {last[0]}", foreign=f"{first} {last[1]}")


def _true(rng: Random, fact: str, kind: str) -> View:
    known = facts()[fact]
    if fact == "cause":
        return View(fact=fact, answer=rng.randrange(len(vocabulary()["kind"][kind]["causes"])))
    if "yes" in known:
        return View(fact=fact, stance=rng.random() < 0.5)
    low, high = known["range"]
    value = max(low, round(low * (high / low) ** rng.random()))
    return View(fact=fact, figure=Figure(value=value, unit=known.get("unit")))


def _witness(rng: Random, key: str, role: str, family: list[str], views: dict[str, View], outside: bool) -> Witness:
    told = [said(rng, views[fact]) for fact in sorted(rng.sample(sorted(views), rng.randint(3, 6)))]
    dead = next((v for v in told if v.fact == "dead" and v.figure and not v.figure.hedge), None)
    if dead and dead.figure and not outside and rng.random() < REVISED:
        told.append(replace(dead, day=2, figure=replace(dead.figure, value=dead.figure.value + rng.randint(2, 9))))
    channel = rng.choice(vocabulary()["outside"]) if outside else None
    quotes = () if outside else tuple(rng.sample(range(len(vocabulary()["quote"])), 2))
    return Witness(id=key, name=person(rng, family), role=role, channel=channel, views=tuple(told), quotes=quotes)


def said(rng: Random, view: View) -> View:
    """What a witness says of a fact: what happened, or something else; sometimes hedged."""
    if view.figure:
        value = view.figure.value
        if rng.random() < DISPUTED:
            value = max(3, round(value * rng.choice((0.5, 0.7, 1.4, 1.8))) + rng.randint(0, 2))
        hedge = rng.choice(vocabulary()["hedges"]) if rng.random() < 0.5 else ""
        return replace(view, figure=replace(view.figure, value=value, hedge=hedge))
    if view.stance is not None:
        return replace(view, stance=view.stance if rng.random() > DISPUTED else not view.stance)
    return replace(view, answer=view.answer if rng.random() > DISPUTED else rng.randrange(3))
