"""Accounts as they were written in, who derives from whom and what each copy changed out, so far as a reader can tell.

Where the texts cannot tell which of several accounts was copied, each of them is right; where they cannot tell which of two was
first, nothing makes the direction `decidable`; a change that no eye can see is not asked for.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.generator.layout import Placed, Written
from bench.generator.records import Change, Descent

_LOST = 3  # sentences of its model that a copy lacks, from which it is plainly a part


@dataclass(frozen=True, slots=True)
class Pile:
    """The accounts of an event by their ids, the words of each by utterance, who has an utterance, and each outlet's accounts."""

    accounts: Mapping[str, Written]
    said: Mapping[str, Mapping[str, str]]
    holders: Mapping[str, Sequence[str]]
    of_outlet: Mapping[str, Sequence[str]]


def pile(written: Sequence[Written]) -> Pile:
    """The accounts, indexed. Headlines are no part of what is said."""
    said = {w.account.id: {p.sentence.utterance: p.text for p in w.placed if p.sentence.kind != "headline"} for w in written}
    holders: dict[str, list[str]] = defaultdict(list)
    of_outlet: dict[str, list[str]] = defaultdict(list)
    for w in written:
        of_outlet[w.account.outlet].append(w.account.id)
        for utterance in said[w.account.id]:
            holders[utterance].append(w.account.id)
    return Pile({w.account.id: w for w in written}, said, holders, of_outlet)


def edges(w: Written, pile: Pile) -> Iterator[dict[str, Any]]:
    """An edge for each model, and one for each outside medium that is named."""
    for descent in w.account.models:
        model = pile.accounts[descent.model]
        lost = sorted({c.type for c in descent.changes} & {"attribution lost", "figure rounded"})
        others = [pile.accounts[key] for key in _others(w, model, descent, pile)]
        yield {
            "upstream": descent.model,
            "outlet": model.account.outlet,
            "downstream": w.account.id,
            "manner": descent.manner,
            "stated": descent.stated,
            "decidable": _decidable(w, model, descent.stated, lost, pile),
            "alike": [{"upstream": x.account.id, "decidable": _decidable(w, x, "", lost, pile)} for x in others],
        }
    for medium in sorted({p.sentence.medium or "" for p in w.placed if p.sentence.origin.startswith("x:") and p.sentence.medium}):
        yield {
            "upstream": f"x:{medium}", "outlet": medium, "downstream": w.account.id, "manner": "cites", "stated": "attribution",
            "decidable": ["stated"],
        }  # fmt: skip


def _others(w: Written, model: Written, descent: Descent, pile: Pile) -> list[str]:
    """Accounts that a reader could take for the model: those with the same words, unless a notice or a credit tells; and where a
    paper is only cited by its name, every version of its account that could have been read.
    """
    if descent.manner == "cites":
        own = [key for key in pile.of_outlet[model.account.outlet] if key != model.account.id]
        return [key for key in own if pile.accounts[key].account.day <= w.account.day]
    return _alike(w, model, pile) if descent.stated in ("", "address") else []


def _alike(w: Written, model: Written, pile: Pile) -> list[str]:
    """Accounts from which this one could as well have been copied, for all that its text shows: they have each sentence that it
    took, and none of them further from its own than its model's.
    """
    here, there = pile.said[w.account.id], pile.said[model.account.id]
    taken = {key: _apart(here[key], text) for key, text in there.items() if key in here}
    holders = min((pile.holders[key] for key in taken), key=len, default=[])
    found = []
    for other in sorted({*holders} - {w.account.id, model.account.id}):
        held = pile.said[other]
        same = taken.keys() <= held.keys() and all(_apart(here[key], held[key]) <= far for key, far in taken.items())
        if same and not _descends(pile.accounts[other], w, pile):
            found.append(other)
    return found


def _apart(one: str, other: str) -> int:
    """Words that stand in one of two sentences alone."""
    if one == other:
        return 0
    ours, theirs = Counter(one.casefold().split()), Counter(other.casefold().split())
    return (ours - theirs).total() + (theirs - ours).total()


def _descends(w: Written, ancestor: Written, pile: Pile) -> bool:
    """Whether one account was made of another, at any remove, so that nobody could have copied it into that one."""
    models = [d.model for d in w.account.models]
    return any(m == ancestor.account.id or _descends(pile.accounts[m], ancestor, pile) for m in models)


def _decidable(w: Written, model: Written, stated: str, lost: Sequence[str], pile: Pile) -> list[str]:
    """What tells which of two was first; nothing, where a reader of the two could not know. No agency prints papers."""
    reasons = ["stated"] if stated and stated != "address" else []
    if w.published and model.published and model.published < w.published:
        reasons.append("dates")
    if model.account.role == "agency" != w.account.role:
        reasons.append("agency")
    if model.account.outlet in {p.sentence.medium for p in w.placed}:
        reasons.append("named")
    ours, theirs = pile.said[w.account.id].keys(), pile.said[model.account.id].keys()
    if ours < theirs and len(theirs) - len(ours) >= _LOST:
        reasons.append("part")
    return [*reasons, *lost]


def mutations(w: Written, pile: Pile) -> Iterator[dict[str, Any]]:
    """What each copy changed, with both sentences."""
    here = {p.sentence.utterance: p for p in w.placed}
    for descent in w.account.models:
        there = {p.sentence.utterance: p for p in pile.accounts[descent.model].placed}
        for change in descent.changes:
            left, right = there.get(change.utterance), here.get(change.utterance)
            if left and right and _shows(change, left.text, right.text):
                yield {
                    "type": change.type, "upstream": descent.model, "downstream": w.account.id, "was": change.was,
                    "became": change.became, "left": _span(left), "right": _span(right),
                }  # fmt: skip


def _shows(change: Change, was: str, became: str) -> bool:
    """Whether a change can be seen: of a sentence that was put in other words as well, the word that was changed may be nobody's
    but the copy's own.
    """
    words = f" {was.casefold().rstrip('.')} ".replace(",", "")
    return was != became and (change.type != "intensified" or f" {change.was} " in words)


def _span(p: Placed) -> dict[str, Any]:
    return {"start": p.start, "end": p.end, "text": p.text}
