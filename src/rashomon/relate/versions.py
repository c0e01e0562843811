"""Pages of one outlet in, which is a later version of which out: one account with a difference, not two."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.model import Document, Span
from rashomon.relate.copies import Copy
from rashomon.relate.directions import name
from rashomon.relate.renderings import Wording

_CORRECTS = re.compile(
    r"\b(?:correct(?:s|ed|ion|ing)|updat(?:e|es|ed|ing)|clarif(?:ies|ied|ication)|refil(?:e|es|ing)|amended|"
    r"adds (?:details|quotes)|(?:this|a|an) (?:earlier|previous) (?:version|report|story)|recasts)\b",
    re.IGNORECASE,
)
_SAME = 0.3
"""Share of the shorter text in common from which two pages of one outlet are versions of one account, said or not."""

_RELATED = 0.03  # the same where the later one says so itself: enough to tell a story from the outlet's others
_ENDS = 300  # characters at either end of a page in which it says so


def manner(copy: Copy) -> str | None:
    """ "updates" where one outlet (or agency) wrote both: at one address, or with many words in common, or as it says itself."""
    model, later = copy.model, copy.copy
    if model.url and model.url == later.url and name(model) == name(later):
        return "updates"
    if not (model.outlet or model.agency) or name(model).casefold() != name(later).casefold():
        return None
    return "updates" if copy.share >= _SAME or _notice(later) else None


def corrected(documents: Sequence[Document], wordings: Mapping[str, Wording]) -> Iterator[tuple[Document, Document, Span]]:
    """Earlier and later page of one outlet (or agency), where the later one says that it corrects or updates and no other page
    of it shares more words; with the words that say so.
    """
    by_name: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.outlet or document.agency:
            by_name[name(document).casefold()].append(document)
    for pages in by_name.values():
        for later in pages:
            notice = _notice(later)
            before = [d for d in pages if d is not later and _before(d, later)] if notice else []
            shares = [(wordings[d.id].share(wordings[later.id]), d.published.earliest or "", d.id, d) for d in before]
            if notice and shares and (best := max(shares, key=lambda s: s[:3]))[0] >= _RELATED:
                yield best[3], later, notice


def _notice(document: Document) -> Span | None:
    """The words by which a page says, at its beginning or its end, that it corrects another."""
    text = document.text
    head = _CORRECTS.search(text, 0, min(len(text), _ENDS))
    found = head or _CORRECTS.search(text, max(0, len(text) - _ENDS))
    return document.span(found.start(), found.end()) if found else None


def _before(document: Document, later: Document) -> bool:
    first, last = document.published.latest, later.published.earliest
    return bool(first and last and first < last)
