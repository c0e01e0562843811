"""What every page is made of: links, marks, and a claim's exact words with the chain of who said them."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model import Claim, Hop, Span
from rashomon.pages.index import Index


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere; `note` says more about them."""

    text: str
    href: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A sign that always goes with its word. `strong` where two sides cannot both hold."""

    sign: str
    word: str
    strong: bool = False


RELATIONS = {
    "conflict": Mark(sign="≠", word="conflict", strong=True),
    "denial": Mark(sign="¬", word="denial", strong=True),
    "superseded": Mark(sign="»", word="superseded"),
    "compatible": Mark(sign="≈", word="compatible"),
    "refines": Mark(sign="⊂", word="refines"),
    "agree": Mark(sign="=", word="agree"),
    "repeat": Mark(sign="″", word="repeat"),
}
"""How two versions stand to one another, the gravest first."""

STATUS = {
    "disputed": Mark(sign="≠", word="disputed", strong=True),
    "undisputed": Mark(sign="=", word="undisputed"),
    "single": Mark(sign="1", word="one voice"),
}

_SAID = {
    "open": Mark(sign="?", word="neither confirmed nor denied"),
    "denied": Mark(sign="¬", word="denied"),
    "alleged": Mark(sign="?", word="alleged"),
    "possible": Mark(sign="?", word="possible"),
    "future": Mark(sign="›", word="yet to come"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One link of a chain as shown; `why` says how an inferred one was found."""

    name: str
    href: str | None = None
    inferred: bool = False
    why: str = ""
    stance: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A claim's exact words, where they stand, and who said them: nearest speaker first, the outlet last."""

    words: str
    href: str
    account: Link
    chain: tuple[Step, ...]
    marks: tuple[Mark, ...]
    language: str | None
    origin: str | None = None


def account_link(index: Index, document: str) -> Link:
    """An account's name, leading to its text."""
    return Link(text=index.account(document), href=index.href("a", document), note=str(index.accounts.get(document, "")))


def point_link(index: Index, point: str) -> Link:
    """A point's number, leading to it."""
    return Link(text=str(index.number.get(point, "?")), href=index.href("p", point))


def span_link(index: Index, span: Span) -> Link:
    """A span's words, leading to where they stand."""
    return Link(text=span.text, href=index.span_href(span))


def quote(index: Index, claim: Claim) -> Quote:
    """A claim as a quotation."""
    document = index.documents.get(claim.span.document)
    return Quote(
        words=claim.span.text,
        href=index.href("c", claim.id),
        account=account_link(index, claim.span.document),
        chain=chain(index, claim),
        marks=tuple(_SAID[word] for word in (_stance(claim), claim.modality) if word in _SAID),
        language=document.language if document else None,
        origin=claim.origin,
    )


def _stance(claim: Claim) -> str:
    """How the speaker stands to the words, where they do not say so themselves."""
    return "denied" if claim.reversed else "open" if claim.withheld else ""


def together(quotes: Iterable[Quote]) -> tuple[tuple[Quote, ...], ...]:
    """Quotations that came by the same chain, side by side, so that the chain is said once."""
    same: dict[tuple[tuple[Step, ...], tuple[Mark, ...]], list[Quote]] = {}
    for found in quotes:
        same.setdefault((found.chain, found.marks), []).append(found)
    return tuple(map(tuple, same.values()))


def chain(index: Index, claim: Claim) -> tuple[Step, ...]:
    """The chain of a claim; the outlet alone where nobody else is named."""
    account = account_link(index, claim.span.document)
    steps = tuple(_step(index, hop) for hop in claim.chain if hop.kind != "outlet")
    return (*steps, Step(name=account.text, href=account.href))


def said_by(index: Index, claim: Claim) -> str:
    """The chain of a claim in one line."""
    return " → ".join(step.name for step in chain(index, claim))


def _step(index: Index, hop: Hop) -> Step:
    stance = hop.stance if hop.stance not in ("asserts", "relays") else ""
    href = index.href("e", hop.entity) if hop.entity and hop.entity in index.entities else None
    return Step(name=hop.name, href=href, inferred=hop.inferred, why=hop.why, stance=stance)
