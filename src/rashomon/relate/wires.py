"""Copies, and the agencies that pages credit, in; edges to an agency from accounts that print its words and do not say so out."""

from collections.abc import Iterable, Iterator, Mapping

from rashomon.model import Document, Evidence, Origin
from rashomon.relate import directions
from rashomon.relate.copies import Copy
from rashomon.relate.stated import Edge, line

SHARED = 0.5
"""Share of the shorter text that two pages have in common from which the agency that one credits is behind the other, too."""


def unsaid(copied: Iterable[Copy], agencies: Mapping[str, Origin]) -> Iterator[Edge]:
    """An edge for each page that has its words in common with one that credits an agency beyond the pile, and was not out before.

    Which of the two took them from the other does not matter: five papers with one text and one credit have one origin.
    """
    for copy in copied:
        for page, crediting in ((copy.model, copy.copy), (copy.copy, copy.model)):
            agency = agencies.get(crediting.id)
            if not agency or agency.document or page.id in agencies or copy.share < SHARED or _before(page, crediting):
                continue
            why = f"{directions.name(crediting)} has the same words, and credits {agency.name}"
            said = Evidence(kind="textual", spans=line(crediting).spans, why=why)
            yield Edge(upstream=agency, downstream=page.id, manner="reprints", evidence=said, direction=why)


def _before(page: Document, crediting: Document) -> bool:
    """Whether a page was out on an earlier day than the one that credits an agency with its words."""
    last, first = page.published.latest, crediting.published.earliest
    return bool(last and first and last < first)
