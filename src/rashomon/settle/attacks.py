"""Claims in, whether a pile is on an attack, and which of its claims are on what was mainly struck, out.

An account of one attack tells of others by the way. What is struck is named by a noun of a list (`data/doings.toml`); a claim
that names none is on what its paragraph named last.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.data import load
from rashomon.meaning import deedtold, doingwords, sides, weapons
from rashomon.meaning.families import spoken_of
from rashomon.model import Claim, Document
from rashomon.settle.records import Records, openings

_OPENING = 4  # first claims of an account, in which it says what it is about
_FORCE = frozenset({"attack", "shooting", "killing"})


@dataclass(frozen=True, slots=True)
class Sites:
    """What attacks are told of in a pile, by the documents that do; `main` is what most name, None where no two do."""

    main: str | None
    struck: frozenset[str]


def of_an_attack(given: Records) -> bool:
    """Whether half of the accounts open with an attack."""
    opening = openings(given, _OPENING)
    families = {*load("weapons")["attack"]["families"]}
    return 2 * sum(any(spoken_of(c) & families for c in claims) for claims in opening) >= len(opening)


def sites(given: Records) -> Sites:
    """What was struck, by the claims that tell of attacks."""
    documents: dict[str, set[str]] = defaultdict(set)
    for key, claim in given.of_event():
        names = [*_listed(claim.span.text)]  # first, for few claims name any, and to read what deed they tell of is dear
        if names and (weapons.means(claim) or ((deed := deedtold.deed(claim)) is not None and deed.kind in _FORCE)):
            for name in names:
                documents[name].add(given.document_of[key])
    best = max(documents, key=lambda name: (len(documents[name]), name), default=None)
    main = best if best and len(documents[best]) > 1 else None
    return Sites(main, frozenset(documents))


def site(claim: Claim, given: Records, known: Sites) -> str | None:
    """What was struck, of what a claim tells: by its own words, else by those before it in its paragraph; None where neither
    names any of it.
    """
    named = [*_listed(claim.span.text)]
    if known.main in named:
        return known.main
    if named:
        return named[-1]
    before = [name for name in _listed(_before(claim, given.documents[claim.span.document])) if name in known.struck]
    return before[-1] if before else None


def _listed(text: str) -> Iterator[str]:
    """The things of the list in some words, each by that of which it is a part; no people, nor what may have struck them."""
    parts = load("doings")["targets"]["part"]
    for found in doingwords.targets().finditer(text):
        name = doingwords.target(found[0])
        if name not in doingwords.people() and not sides.tool(name):
            yield next((whole for whole, row in parts.items() if name in row), name)


def _before(claim: Claim, document: Document) -> str:
    """The words of a claim's paragraph before it."""
    block = next((b for b in document.blocks if b.start <= claim.span.start < b.end), None)
    return document.text[block.start : claim.span.start] if block is not None else ""
