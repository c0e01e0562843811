"""What a later version of an account changed in, sentence beside sentence out, with the copies that carry it or not."""

from dataclasses import dataclass

from rashomon.model import Derivation, Revision, Span
from rashomon.pages.index import Index
from rashomon.pages.parts import Link, account_link, span_link


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionView:
    """One sentence in both versions, None where it stands in one alone; the accounts that give the new figure, or the old."""

    kind: str
    left: Link | None
    right: Link | None
    carried: tuple[Link, ...]
    kept: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsView:
    """Two versions of one account, and what the later one changed."""

    earlier: Link
    later: Link
    revisions: tuple[RevisionView, ...]


def views(index: Index, document: str) -> tuple[VersionsView, ...]:
    """The versions that stand before and after an account."""
    own = {o.id for o in index.case.origins if o.document == document}
    updates = [d for d in index.case.derivations if d.manner == "updates" and (d.downstream == document or d.upstream in own)]
    return tuple(v for d in updates if (v := _versions(index, d)))


def _versions(index: Index, found: Derivation) -> VersionsView | None:
    origin = index.origins.get(found.upstream)
    if origin is None or origin.document is None or origin.document not in index.documents:
        return None
    return VersionsView(
        earlier=account_link(index, origin.document),
        later=account_link(index, found.downstream),
        revisions=revisions(index, found),
    )


def revisions(index: Index, found: Derivation) -> tuple[RevisionView, ...]:
    """What the later of two versions changed."""
    return tuple(_revision(index, r) for r in found.revisions)


def _revision(index: Index, found: Revision) -> RevisionView:
    return RevisionView(
        kind=found.kind,
        left=span_link(index, found.left) if found.left else None,
        right=span_link(index, found.right) if found.right else None,
        carried=tuple(_there(index, s) for s in found.carried),
        kept=tuple(_there(index, s) for s in found.kept),
    )


def _there(index: Index, span: Span) -> Link:
    """An account's name, leading to the sentence in it."""
    return Link(text=index.account(span.document), href=index.span_href(span), note=span.text)
