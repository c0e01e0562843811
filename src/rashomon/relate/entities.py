"""Mentions of all documents in, suggestions which of them mean the same one out.

Names are compared within blocks (one normal form, one skeleton, one last name, one entry of a list), never all against all.
Two people of one family name are not taken for one while their first names differ, nor a town for the council it has.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rashomon import data
from rashomon.model import Annotations, Document, Link, Mention
from rashomon.relate.descriptors import relate as relate_descriptors
from rashomon.text import gazetteer, names

_METONYM_AFTER = re.compile(
    r"(?:['’]s?\s+(?!(?:\w+\s+)?(?:streets?|airport|suburbs?|outskirts|residents|mayor|police)\b)|-(?:backed|led|supported|allied|aligned|sponsored|approved|brokered|friendly|funded|run)\b"
    r"|\s+(?:said|says|denied|denies|warned|insisted|insists|has|had|have|was|is|were|will|would|wants|wanted|accused|accuses|rejected|claims|claimed|agreed|announced|refused|supports|backs|sees|views)\b)"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|from|to|near|at|around|into|outside|of|via|through|across|inside|leaving|left|reached|captured?|that|which)\s+(?:the\s+)?$",
    re.I,
)
_OPENING = re.compile(r"\s*[(\[]\s*(?:also known as|known as|aka|or|the)?\s*[\"“']?$")


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling in one document: its mentions in text order."""

    text: str
    document: str
    kind: str
    mentions: tuple[Mention, ...]
    government: str | None = None
    owner: str | None = None

    @property
    def id(self) -> str:
        """The first mention's id, which stands for all."""
        return self.mentions[0].id


def relate(documents: Sequence[Document], annotations: Sequence[Annotations]) -> Iterator[Link]:
    """Links between mentions, each with its reasons; names first, then the phrases that stand for the same ones."""
    links: list[Link] = []
    forms: list[Form] = []
    for document, found in zip(documents, annotations, strict=True):
        here = _forms(document, found)
        links += [_link(f.id, m.id, 1.0, f"written the same: {f.text}") for f in here for m in f.mentions[1:]]
        forms += here
        links += _introduced(document, found)
    short = dict(_shortened(forms))
    links += [_link(f.id, full.id, 0.9, why) for f, full, why in short.values()]
    links += _across([f for f in forms if f.id not in short])
    yield from links
    yield from relate_descriptors(documents, annotations, links)


def _link(left: str, right: str, score: float, *reasons: str) -> Link:
    left, right = sorted((left, right))
    return Link(relation="same-entity", left=left, right=right, score=score, reasons=reasons)


def _forms(document: Document, found: Annotations) -> list[Form]:
    """The spellings of one document; a capital that stands for its government is another form than the town."""
    groups: dict[tuple[str, str, str | None], list[Mention]] = defaultdict(list)
    for mention in found.mentions:
        if mention.form != "descriptor":
            text = " ".join(mention.span.text.split())
            groups[text, mention.kind, _government(document, mention)].append(mention)
    return [
        Form(text, document.id, kind, tuple(ms), government, _owner(document, ms))
        for (text, kind, government), ms in groups.items()
    ]


def _owner(document: Document, mentions: Iterable[Mention]) -> str | None:
    """The country that a body is said to be of right before its name ("Kenyan", "Kenya's"), or None."""
    for mention in mentions:
        before = re.sub(r"['’]s?$", "", document.text[max(0, mention.span.start - 40) : mention.span.start].strip())
        words = before.split()
        for tail in (" ".join(words[-2:]), *words[-1:]):
            what = gazetteer.known(tail)
            if code := gazetteer.nationality(tail) or (what.country if what else None):
                return code
    return None


def _government(document: Document, mention: Mention) -> str | None:
    """The country whose government is meant by its capital, as in "Moscow denied": code, or None where the town is meant."""
    code = gazetteer.seat(mention.span.text) if mention.kind in ("place", "organisation") else None
    if code is None:
        return None
    before, after = document.text[max(0, mention.span.start - 16) : mention.span.start], document.text[mention.span.end :][:40]
    return code if _METONYM_AFTER.match(after) and not _PLACE_BEFORE.search(before) else None


def _introduced(document: Document, found: Annotations) -> Iterator[Link]:
    """A name and, in parentheses right after it, its short form."""
    named = sorted((m for m in found.mentions if m.form != "descriptor"), key=lambda m: (m.span.start, m.span.end))
    for left, right in pairwise(named):
        between = document.text[left.span.end : right.span.start]
        if (
            len(between) < 24
            and _OPENING.search(between)
            and document.text[right.span.end : right.span.end + 2].strip(" \"”'")[:1] in (")", "]")
        ):
            a, b = left.span.text, right.span.text
            if (
                names.acronym_of(b, a)
                or names.acronym_of(a, b)
                or _one_entry(a, b)
                or (b.isupper() and left.kind == right.kind == "organisation" and b[0] == a[0].upper())
            ):
                yield _link(left.id, right.id, 0.99, f"“{a} ({b})” stands in {document.name}")


def _one_entry(left: str, right: str) -> bool:
    a, b = gazetteer.known(left), gazetteer.known(right)
    return a is not None and b is not None and a.key == b.key


def _shortened(forms: Sequence[Form]) -> Iterator[tuple[str, tuple[Form, Form, str]]]:
    """Short forms with the one full form they can stand for: in their own document, else the only one in the pile."""
    by_document: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        by_document[form.document].append(form)
    for form in forms:
        if gazetteer.known(form.text) or form.government:
            continue
        for full in (_only(form, by_document[form.document]), _only(form, forms) if form.kind == "person" else None):
            if full:
                where = "in the same document" if full.document == form.document else "in the pile"
                yield form.id, (form, full, f"“{form.text}” is short for “{full.text}”, the only one of that name {where}")
                break


def _only(short: Form, forms: Iterable[Form]) -> Form | None:
    """The one name a shorter one may stand for; None where none or where several differ."""
    fits = [f for f in forms if f.kind in (short.kind, "other") and f.text != short.text and _is_short_for(short, f)]
    if not fits:
        return None
    first = fits[0]
    alike = all(
        _same_person(first.text, f.text) if short.kind == "person" else names.fold(first.text) == names.fold(f.text)
        for f in fits[1:]
    )
    return first if alike else None


def _is_short_for(short: Form, full: Form) -> bool:
    a, b = names.fold(short.text).split(), names.fold(full.text).split()
    if short.kind == "person":
        while len(b) > 1 and len(a) < len(b) and b[0] in _titles():
            b = b[1:]
        a = a[1:] if len(a) > 1 and a[0] in _titles() else a
        return len(a) < len(b) and (
            b[-len(a) :] == a or (a[0] in ("abu", "umm") and b[: len(a)] == a) or (len(a) == 1 and a[0] in ("al", "el"))
        )
    if short.kind == "organisation":
        return (
            len(a) < len(b)
            and len(short.text) > 4
            and not short.text.isupper()
            and set(a) <= set(b)
            and (a[0] == b[0] or len(a[-1]) > 8)
            and len(a) == 1
        )
    return False


def _across(forms: Sequence[Form]) -> Iterator[Link]:
    """Links between forms of one block: an entry of the lists, a normal form, a skeleton, a last name."""
    blocks: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        for key in _keys(form):
            blocks[key].append(form)
    for key in sorted(blocks):
        yield from _within_block(blocks[key], key)


def _keys(form: Form) -> Iterator[str]:
    if form.government:
        yield f"known country:{form.government}"
        return
    what = gazetteer.known(form.text)
    if what:
        yield f"known {what.key}"
        return
    if _generic(form):
        yield f"body {form.owner or form.document} {_plain(form)}"
        return
    yield f"form {_plain(form)}"
    bones = names.skeleton(_plain(form))
    if len(bones) > 1:
        yield f"bones {bones}"
    if form.kind == "person" and " " in bones:
        yield f"last {bones.split()[-1]}"


def _generic(form: Form) -> bool:
    """Whether a body is called by words that fit one of any country."""
    return form.kind == "organisation" and set(names.fold(form.text).split()) <= set(data.load("titles")["generic_words"])


def _plain(form: Form) -> str:
    """The folded name, without the word for a settlement: a town and "the city of" it are one, a province is another."""
    words = names.fold(form.text).split()
    if form.kind == "place" and len(words) > 1:
        words = words[:-1] if words[-1] in data.load("titles")["settlement_words"] else words
    if form.kind == "person":
        while len(words) > 1 and words[0] in _titles():
            words = words[1:]
    return " ".join(words)


def _within_block(forms: list[Form], key: str) -> Iterator[Link]:
    """Each form with the first one before it that it agrees with; a block holds spellings, not mentions, so it is small."""
    heads: list[Form] = []
    for form in forms:
        for head in heads[:50]:
            if agreed := _agree(head, form, key):
                score, why = agreed
                yield _link(head.id, form.id, score, f"written the same: {form.text}" if head.text == form.text else why)
                break
        else:
            heads.append(form)


def _agree(left: Form, right: Form, key: str) -> tuple[float, str] | None:
    """Score and reason where two forms of a block are one."""
    how = key.partition(" ")[0]
    if how == "known":
        return _agree_listed(left, right)
    if not _kinds_agree(left.kind, right.kind):
        return None
    if how == "body" and left.text != right.text:
        return 0.8, f"“{left.text}” and “{right.text}” of one country"
    if how in ("form", "body"):
        return 0.95, f"“{left.text}” and “{right.text}” are the same once case and marks are left out"
    a, b = _plain(left), _plain(right)
    if "person" in (left.kind, right.kind):
        return (0.85, f"“{left.text}” and “{right.text}”: one last name, first names that agree") if _same_person(a, b) else None
    if how != "bones":
        return None
    shared = set(gazetteer.towns(a)) & set(gazetteer.towns(b))
    if shared and left.kind == right.kind == "place":
        town = max(shared, key=lambda t: (t.population, t.name))
        return 0.9, f"“{left.text}” and “{right.text}” are names of one town ({town.name}, {town.country})"
    if gazetteer.towns(a) and gazetteer.towns(b) and len(a) < 7:
        return None
    found = names.match(a, b, left.kind)
    if found.verdict != "same" or len(names.skeleton(a).replace(" ", "").strip("A")) < (
        2 if left.kind == "place" == right.kind else 3
    ):
        return None
    return min(0.85, found.score), f"“{left.text}” and “{right.text}” are spellings of one name"


def _agree_listed(left: Form, right: Form) -> tuple[float, str]:
    for form in (left, right):
        if form.government:
            return (
                0.8,
                f"“{form.text}” stands for the government of {data.load('countries')['countries'][form.government]['name']}",
            )
    return 0.95, f"“{left.text}” and “{right.text}” are listed as names of one {left.kind}"


def _kinds_agree(left: str, right: str) -> bool:
    return left == right or "other" in (left, right) or {left, right} <= {"organisation", "place", "event", "work"}


def _same_person(left: str, right: str) -> bool:
    """Whether two full names may be one person's: every word of the shorter has its like in the other, last names first."""
    a, b = names.fold(left).split(), names.fold(right).split()
    if len(a) == 1 or len(b) == 1:
        return names.match(left, right, "person").verdict == "same" and len(a) == len(b)
    return names.match(left, right, "person").verdict == "same" and names.match(a[0], b[0], "person").verdict != "different"


@cache
def _titles() -> frozenset[str]:
    return frozenset(names.fold(t) for t in data.load("titles")["titles"] if " " not in t)
