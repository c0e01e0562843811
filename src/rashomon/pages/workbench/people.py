"""Entities in, a list of them and a page for each out: how they are written, what they say, what is said of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Claim, Entity, Mention
from rashomon.pages import wording
from rashomon.pages.index import anchor
from rashomon.pages.parts import Link, account_link
from rashomon.pages.wording import LabelsView
from rashomon.pages.words import count
from rashomon.pages.workbench import forms, said
from rashomon.pages.workbench.forms import Choice, Form
from rashomon.pages.workbench.known import Known
from rashomon.pages.workbench.paging import Paging, paged
from rashomon.pages.workbench.points import Filter
from rashomon.pages.workbench.said import Said, around

KINDS = ("person", "organisation", "group", "place", "event", "work", "other")
_CLAIMS = 40  # claims of each sort on an entity's page
_OTHERS = 20  # entities found by name
_SPELLINGS = 60  # spellings by account


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entity in the list."""

    link: Link
    kind: str
    named: int
    accounts: int
    says: int
    spellings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """The entities that were asked for, those who speak and are named most first."""

    filters: tuple[Filter, ...]
    lines: tuple[Line, ...]
    paging: Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One spelling in one account, in its first context; `form` asks whether it is the same one (None: it is the name)."""

    text: str
    count: int
    account: Link
    before: str
    after: str
    form: Form | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another entity, and whether it is the same one."""

    link: Link
    kind: str
    spellings: tuple[str, ...]
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """One entity."""

    anchor: str
    name: str
    kind: str
    known_as: tuple[str, ...]
    spellings: tuple[Spelling, ...]
    says: tuple[Said, ...]
    says_more: int
    of: tuple[Said, ...]
    of_more: int
    labels: tuple[LabelsView, ...]
    words: str
    others: tuple[Other, ...]


def people(known: Known, query: Mapping[str, str]) -> PeoplePage:
    """The context of the list. `query`: kind, q and page."""
    kind, words = query.get("kind", ""), query.get("q", "").casefold().strip()
    chosen = [
        e
        for e in known.index.case.entities
        if (not kind or e.kind == kind) and (not words or words in _spelled(e)) and known.mentions_of.get(e.id)
    ]
    chosen.sort(key=lambda e: (-len(known.said_by.get(e.id, ())), -len(known.mentions_of[e.id]), e.name, e.id))
    found, paging = paged(chosen, query.get("page", ""), "/people", query)
    kinds = tuple(Choice(answer=k, label=k) for k in KINDS)
    return PeoplePage(
        filters=(
            Filter(name="kind", label="Kind", value=kind, choices=kinds),
            Filter(name="q", label="Name", value=query.get("q", "")),
        ),
        lines=tuple(_line(known, e) for e in found),
        paging=paging,
    )


def view(known: Known, entity: Entity, words: str = "") -> EntityPage:
    """The context of one entity's page; `words` look for other entities to join it with."""
    says, of = known.said_by.get(entity.id, ()), known.about.get(entity.id, ())
    return EntityPage(
        anchor=anchor("e", entity.id),
        name=entity.name,
        kind=entity.kind,
        known_as=entity.known_as,
        spellings=tuple(_spellings(known, entity))[:_SPELLINGS],
        says=_said(known, says),
        says_more=max(0, len(says) - _CLAIMS),
        of=_said(known, of),
        of_more=max(0, len(of) - _CLAIMS),
        labels=wording.view(known.index, {entity.id}, least=1),
        words=words,
        others=tuple(_others(known, entity, words)),
    )


def _said(known: Known, claims: Sequence[Claim]) -> tuple[Said, ...]:
    return tuple(said.said(known, c) for c in claims[:_CLAIMS])


def _spelled(entity: Entity) -> str:
    return "\n".join((entity.name, *(v.text for v in entity.variants))).casefold()


def _line(known: Known, entity: Entity) -> Line:
    return Line(
        link=Link(text=entity.name, href=known.index.href("e", entity.id)),
        kind=entity.kind,
        named=len(known.mentions_of[entity.id]),
        accounts=len({v.document for v in entity.variants}),
        says=len(known.said_by.get(entity.id, ())),
        spellings=len({v.text for v in entity.variants}),
    )


def first(known: Known, entity: Entity) -> str:
    """The mention that stands for an entity in a decision: the first one that has its name."""
    mentions = known.mentions_of[entity.id]
    return next((m.id for m in mentions if " ".join(m.span.text.split()) == entity.name), mentions[0].id)


def _spellings(known: Known, entity: Entity) -> Iterator[Spelling]:
    index, stands_for = known.index, first(known, entity)
    grouped: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in known.mentions_of[entity.id]:
        grouped[" ".join(mention.span.text.split()), mention.span.document].append(mention)
    often = Counter({key: len(found) for key, found in grouped.items()})
    for (text, document), found in sorted(
        grouped.items(), key=lambda kv: (-often[kv[0]], index.accounts.get(kv[0][1], 0), kv[0])
    ):
        mention = found[0]
        before, after = around(index.documents[document], mention.span.start, mention.span.end)
        asks = f"Is “{text}” here {entity.name}?"
        pair = forms.pair(known.standing, "same-entity", asks, mention.id, stands_for, forms.YES_NO["same-entity"])
        yield Spelling(
            text=text,
            count=len(found),
            account=account_link(index, document),
            before=before[-90:],
            after=after[:90],
            form=pair if mention.id != stands_for else None,
        )


def _others(known: Known, entity: Entity, words: str) -> Iterator[Other]:
    """Entities to join it with: those that have the words that were asked for, else those that share a word of its name."""
    wanted = words.casefold().split()
    own = {w for w in entity.name.casefold().split() if len(w) > 3}
    stands_for, shown = first(known, entity), 0
    for other in known.index.case.entities:
        spelled = _spelled(other)
        fits = all(w in spelled for w in wanted) if wanted else bool(own & set(other.name.casefold().split()))
        if not fits or other.id == entity.id or not known.mentions_of.get(other.id) or shown == _OTHERS:
            continue
        shown += 1
        asks = f"Is {other.name} the same as {entity.name}?"
        yield Other(
            link=Link(text=other.name, href=known.index.href("e", other.id), note=count(len(other.variants), "spelling")),
            kind=other.kind,
            spellings=tuple(dict.fromkeys(v.text for v in other.variants))[:6],
            form=forms.pair(known.standing, "same-entity", asks, first(known, other), stands_for, forms.YES_NO["same-entity"]),
        )
