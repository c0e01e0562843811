"""An account in, its text with the place of every sentence and figure, and its record as JSON Lines has it, out."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bench.generator import grammar
from bench.generator import world as worlds
from bench.generator.figures import Figure
from bench.generator.records import Account, Name, Sentence, Witness, World

FIRST_DAY = date(2031, 3, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A sentence and where it stands: code points, half-open; `figure`: where its figure stands, or None."""

    sentence: Sentence
    start: int
    end: int
    text: str
    figure: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An account as it is read."""

    account: Account
    text: str
    placed: tuple[Placed, ...]
    published: str | None


def write(world: World, account: Account) -> Written:
    """The text: headline, byline or dateline, paragraphs, notice."""
    known = {w.id: w for w in (*world.witnesses, *account.people)}
    met: set[str] = set()
    text, placed = "", []

    def put(sentence: Sentence) -> None:
        nonlocal text
        said, figure = _said(world, sentence, known, met, account.foreign)
        place = (len(text) + figure[0], len(text) + figure[1]) if figure else None
        placed.append(Placed(sentence=sentence, start=len(text), end=len(text) + len(said), text=said, figure=place))
        text += said

    put(account.headline)
    text += "\n\n"
    if account.agency and not account.dateline:
        text += f"By {account.agency[0]}\n\n"
    for number, paragraph in enumerate(account.paragraphs):
        if not number and account.dateline:
            text += f"{_spelled(world.town, account.foreign).upper()} ({(account.agency or (account.outlet,))[0]}) - "
        for i, sentence in enumerate(paragraph):
            text += " " if i else ""
            put(sentence)
        text += "\n\n"
    text = text + account.notice if account.notice else text.rstrip("\n")
    day = FIRST_DAY + timedelta(days=world.start + account.day)
    return Written(account=account, text=text + "\n", placed=tuple(placed), published=day.isoformat() if account.dated else None)


def record(written: Written) -> dict[str, Any]:
    """As a line of JSON Lines: what `rashomon build` reads."""
    account = written.account
    made = {"id": account.id, "outlet": account.outlet, "url": account.url, "language": "en"}
    return made | ({"published": written.published} if written.published else {}) | {"text": written.text}


def plain(world: World, sentence: Sentence) -> str:
    """A clause as it would stand in a sentence, with all that is not who says it."""
    return _clause(world, sentence)


def _spelled(name: Name, foreign: bool) -> str:
    return name.foreign if foreign else name.plain


def _said(
    world: World, s: Sentence, known: dict[str, Witness], met: set[str], foreign: bool
) -> tuple[str, tuple[int, int] | None]:
    """A sentence in full, and where in it the figure stands."""
    words: dict[str, str | list[str]] = {
        "town": _spelled(world.town, s.foreign or foreign),
        "C": _clause(world, s),
        "M": s.medium or "",
    }
    if s.speaker:
        words["S"] = _speaker(known[s.speaker], met, s, foreign)
    if s.parts:
        words["Q"] = ", ".join(s.parts)
    layers = [(seed + 1, share) for seed, share in s.layers]
    said = grammar.render(s.framing, words, layers).replace(",,", ",").rstrip(",")
    for old, new in s.edits:
        said = f" {said} ".replace(f" {old} ", f" {new} ", 1).strip()
    said = said[0].upper() + said[1:]
    if said[-1] not in ".!?”" or (said[-1] == "”" and said[-2] not in ".!?,"):
        said = said[:-1] + ".”" if said[-1] == "”" else said + ("" if s.kind == "headline" else ".")
    at = re.search(re.escape(s.figure.words), said, re.IGNORECASE) if s.figure else None
    return said, at.span() if at else None


def _speaker(witness: Witness, met: set[str], s: Sentence, foreign: bool) -> str:
    """In full where an account names somebody first, by the last name from then on."""
    name = _spelled(witness.name, s.foreign or foreign)
    if witness.id in met:
        return name.split(" ", 1)[1]
    met.add(witness.id)
    forms = "[{role} {name}|{name}, {role},|the {role}, {name},]".replace("{role}", witness.role)
    return grammar.render(forms, {"name": name}, s.layers)


def _clause(world: World, s: Sentence) -> str:
    if s.parts:
        return ""
    words: dict[str, str | list[str]] = world.words | {"town": _spelled(world.town, s.foreign), "N": "", "R": ""}
    if s.resident:
        words |= worlds.vocabulary()["colour"]["words"] | {"R": _spelled(s.resident, s.foreign)}
    if s.answer is not None:
        words["cause"] = worlds.vocabulary()["kind"][world.kind]["causes"][s.answer]
    template = s.template
    if s.figure:
        words["N"] = s.figure.words
        template = _scoped(template, s.figure)
    return grammar.render(template, words, s.layers)


def _scoped(template: str, figure: Figure) -> str:
    """What is included, after the noun; the words for it are the event's."""
    if not figure.scope or "{N} people" not in template:
        return template
    return template.replace("{N} people", "{N} people, " + figure.scope + " {crew},", 1)
