"""A page's tree in, the days that it states of itself out: schema.org, meta elements, microdata, time elements, stamps.

What a page says of its last change is kept apart from what it says of its publication; days of other stories on the page
(related links, comments) are not read.
"""

import re
from collections.abc import Iterator
from typing import Any

from rashomon.ingest.published import Stated
from rashomon.text import dates, days

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article.published",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "publication_date",
    "pubdate",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "date",
    "dc.date",
)
_CHANGED = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "revised",
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_BESIDE = re.compile(
    r"comment|related|recommend|sidebar|footer|\bnav|promo|teaser|latest|more-|most-|archive|also|menu|author-bio|^widget(?:$|[-_])",
    re.I,
)
_HAVING = re.compile(r"(?:has|with|no|without|hide|show)[-_]", re.I)
_STAMP = re.compile(
    r"(?:^|[\s_-])(?:publish\w*|pub-?date|posted\w*|entry-date|post-date|article-date|date-?line|datetime|timestamp|date|time"
    r"|meta-date|byline\w*|updated|modified)(?:$|[\s_-])",
    re.I,
)
_UPDATE = re.compile(r"updat|modif|revis|last[-_ ]?(?:change|edit)|edited", re.I)
_LONGEST = 160  # characters of an element that stamps the page
_MOST = 40  # elements of a kind that are looked at


def stated(tree: Any, meta: dict[str, str], story: dict[str, Any]) -> tuple[Stated, ...]:
    """All that one page states, the most formal first; `meta` by lower-case name, `story` the page's schema.org article."""
    if tree is None:
        return ()
    found = [
        *_structured(story),
        *_named(meta),
        *_marked(tree.xpath("//*[@itemprop]"), "itemprop"),
        *_time_elements(tree),
        *_stamps(tree),
    ]
    return tuple(dict.fromkeys(found))


def day(value: Any) -> str | None:
    """The ISO day of a stated date: ISO 8601, or any whole date with one reading ("Fri, 03 May 2019 10:00:00 GMT")."""
    if not isinstance(value, str):
        return None
    words = value.strip()[:_LONGEST]
    if iso := _ISO.match(words):
        return iso.group() if days.parsed(iso.group()) else None
    whole = [e.value[:10] for e in dates.find(words) if e.rule == "date" and e.value and days.parsed(e.value[:10])]
    return whole[0] if whole else None


def _structured(story: dict[str, Any]) -> Iterator[Stated]:
    first = story.get("datePublished") or story.get("dateCreated")
    if at := day(first):
        name = "datePublished" if story.get("datePublished") else "dateCreated"
        yield Stated(day=at, why=f"the page's structured data states {name} {at}")
    if at := day(story.get("dateModified")):
        yield Stated(day=at, why=f"the page's structured data states dateModified {at}", updated=True)


def _named(meta: dict[str, str]) -> Iterator[Stated]:
    """The first meta element that states a day of publication, and the first that states one of change."""
    for names, updated in ((_PUBLISHED, False), (_CHANGED, True)):
        for name in names:
            if at := day(meta.get(name)):
                yield Stated(day=at, why=f"the page's metadata states {name} {at}", updated=updated)
                break


def _marked(elements: list[Any], attribute: str) -> Iterator[Stated]:
    for element in elements[: _MOST * 10]:
        name = (element.get(attribute) or "").lower()
        if name not in ("datepublished", "datecreated", "datemodified") or element.tag == "meta" or _aside(element):
            continue
        if at := day(element.get("content") or element.get("datetime") or _said(element)):
            yield Stated(day=at, why=f"the page marks {at} as {name}", updated=name == "datemodified")


def _time_elements(tree: Any) -> Iterator[Stated]:
    """The first time element of the story, and those that say that they are of publication or of change."""
    inside = [e for e in tree.iter("time") if not _aside(e)][:_MOST]
    plain = 0
    for element in inside:
        at = day(element.get("datetime") or _said(element))
        named = f"{element.get('class') or ''} {element.get('id') or ''} {_parent(element)}"
        updated = _UPDATE.search(f"{named} {_before(element)}") is not None
        sure = element.get("pubdate") is not None or re.search(r"publish|posted|entry-date", named, re.I) is not None
        if at and (updated or sure or plain == 0):
            yield Stated(day=at, why=f"a time element of the page states {at}", updated=updated)
        plain += not updated


def _stamps(tree: Any) -> Iterator[Stated]:
    """Short elements that are named as stamps and hold a whole date."""
    seen = 0
    for element in tree.xpath("//span[@class or @id] | //div[@class or @id] | //p[@class or @id] | //li[@class]"):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if not _STAMP.search(named) or _aside(element):
            continue
        words, seen = _said(element), seen + 1
        if seen > _MOST:
            return
        if len(words) <= _LONGEST:
            yield from _in_words(words, named)


def _in_words(words: str, named: str) -> Iterator[Stated]:
    """Each whole date of a stamp, with whether the words before it speak of a change."""
    last = 0
    for found in dates.find(words):
        at = (found.value or "")[:10] if found.rule == "date" else ""
        if days.parsed(at):
            label = words[last : found.start]
            updated = _UPDATE.search(label or named) is not None if label.strip() else _UPDATE.search(named) is not None
            yield Stated(day=at, why=f'the page is stamped "{" ".join(words.split())[:60]}"', updated=updated)
        last = found.end


def _aside(element: Any) -> bool:
    """Whether it stands in a part of the page that is about something else, or in another story below the first."""
    articles = 0
    for above in (element, *element.iterancestors()):
        if not isinstance(above.tag, str):
            return True
        articles += above.tag == "article"
        names = f"{above.get('class') or ''} {above.get('id') or ''}".split() if above.tag not in ("body", "html") else []
        beside = any(_BESIDE.search(name) and not _HAVING.match(name) for name in names)
        if beside or above.tag in ("aside", "footer", "nav", "figure", "blockquote"):
            return True
    return articles > 1


def _said(element: Any) -> str:
    return " ".join(element.text_content().split())


def _parent(element: Any) -> str:
    above = element.getparent()
    return (above.get("class") or "") if above is not None else ""


def _before(element: Any) -> str:
    """The words just before an element, in its parent."""
    previous, above = element.getprevious(), element.getparent()
    words = (previous.tail if previous is not None else above.text if above is not None else "") or ""
    said = previous.text_content() if previous is not None and isinstance(previous.tag, str) and previous.tag != "time" else ""
    return f"{said} {words}"[-40:]
