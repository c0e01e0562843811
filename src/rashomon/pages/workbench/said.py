"""A claim in, the claim in its context out, with what can be decided about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Claim, Document
from rashomon.pages import times
from rashomon.pages.index import anchor
from rashomon.pages.parts import Link, Mark, Quote, account_link, quote
from rashomon.pages.words import days
from rashomon.pages.workbench import forms
from rashomon.pages.workbench.forms import Form
from rashomon.pages.workbench.known import Known

_AROUND = 220  # code points of context on each side


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One claim, with the words before and after it in its account, when that came out, and the decisions on it."""

    anchor: str
    key: str
    letters: str
    before: str
    after: str
    quote: Quote
    account: Link
    published: str
    page: str
    decided: tuple[str, ...]
    quick: tuple[Form, ...]
    marks: tuple[Mark, ...]


def said(known: Known, claim: Claim, letters: str = "") -> Said:
    """A claim as a list of claims shows it; `letters` are those of the versions it carries."""
    index = known.index
    document = index.documents[claim.span.document]
    before, after = around(document, claim.span.start, claim.span.end)
    shown = quote(index, claim)
    return Said(
        anchor=anchor("k", claim.id),
        key=claim.id,
        letters=letters,
        before=before,
        after=after,
        quote=shown,
        account=account_link(index, document.id),
        published=days(document.published.earliest, document.published.latest),
        page=index.page("k", claim.id),
        decided=tuple(f"{d.question}: {d.answer} ({d.author})" for d in known.decided.get(claim.id, ())),
        quick=(forms.claim(known.standing, claim.id),),
        marks=shown.marks,
    )


def around(document: Document, start: int, end: int) -> tuple[str, str]:
    """The words before and after a stretch, within its block, as far as they fit; an ellipsis where there is more."""
    block = next(((b.start, b.end) for b in document.blocks if b.start <= start < b.end), (0, len(document.text)))
    first, last = max(block[0], start - _AROUND), min(max(block[1], end), end + _AROUND)
    before, after = document.text[first:start], document.text[end:last]
    if first > block[0]:
        before = "… " + before.partition(" ")[2]
    if last < block[1]:
        after = after.rpartition(" ")[0] + " …"
    return before, after


def in_full(known: Known, claim: Claim) -> tuple[Form, ...]:
    """All that can be decided about one claim, its figures and times, one question each."""
    return tuple(_in_full(known, claim))


def _in_full(known: Known, claim: Claim) -> Iterator[Form]:
    standing = known.standing
    yield forms.claim(standing, claim.id)
    yield forms.words(standing, claim.id, " ".join(claim.span.text.split()))
    yield forms.speaker(standing, claim.id, claim.chain[0] if claim.chain else None)
    yield forms.chain(standing, claim.id, " > ".join(h.name for h in claim.chain if h.kind != "outlet"))
    for key in claim.quantities:
        if found := known.index.quantities.get(key):
            yield forms.figure(standing, key, found.span.text, forms.bounds(found.low, found.high))
    for key in claim.times:
        time = known.times.get(key)
        if time and time.type not in times.LENGTHS:
            when = "/".join(dict.fromkeys(d for d in (time.earliest, time.latest) if d))
            asks = f"Which days does “{time.span.text}” mean?"
            yield forms.date(standing, key, asks, when, time.readings, f"Read as {times.says(time)}.")
    yield forms.grade(standing, claim.id, "How do you grade it?")
    yield forms.note(standing, claim.id)
