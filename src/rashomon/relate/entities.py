"""Mentions of all documents in, suggestions which of them mean the same one out.

Names are compared within blocks (one normal form, one skeleton, one last name, one entry of a list), never all against all.
Two people of one family name are not taken for one while their first names differ, nor a town for the council it has.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon import data
from rashomon.model import Annotations, Document, Link, Mention
from rashomon.relate.descriptors import relate as relate_descriptors
from rashomon.relate.people import one_generation, one_name
from rashomon.relate.shortened import own_words, shortened
from rashomon.relate.spellings import Form, keys, plain, spellings
from rashomon.text import gazetteer, names

_OPENING = re.compile(r"\s*[(\[]\s*(?:also known as|known as|aka|or|the)?\s*[\"“']?$")
_ARTICLE = re.compile(r"(?:al|el|as|ash|an|ar|at|ad|az|es|et|ed)-\w+$", re.IGNORECASE)
_CLEARLY = 3  # times as many accounts take a word for one kind as for all others
_CROWDED = 50  # different names in one block: beyond that a skeleton tells nothing


def relate(documents: Sequence[Document], annotations: Sequence[Annotations]) -> Iterator[Link]:
    """Links between mentions, each with its reasons; names first, then the phrases that stand for the same ones."""
    links: list[Link] = []
    forms: list[Form] = []
    for document, found in zip(documents, annotations, strict=True):
        here = spellings(document, found)
        links += [_link(f.id, m.id, 1.0, f"written the same: {f.text}") for f in here for m in f.mentions[1:]]
        links += _introduced(document, found)
        forms += here
    forms = list(_of_one_kind(_meant(forms)))
    short = list(shortened(forms))
    links += [_link(form.id, full.id, 0.9, why) for form, full, why, _ in short]
    settled = {form.id for form, _, _, alone in short if not alone}
    links += _across([f for f in forms if f.id not in settled])
    yield from links
    yield from relate_descriptors(documents, annotations, links)


def _meant(forms: Sequence[Form]) -> list[Form]:
    """Forms, those of capitals that one account spells out as a body of its own as that body in all, unless the body of the world
    that is listed under them is named in full.
    """
    own = {f.text for f in forms if f.own}
    listed = {what.key for f in forms if " " in f.text and own and (what := gazetteer.known(f.text))}
    return [
        replace(f, own=True) if f.text in own and (what := gazetteer.known(f.text)) and what.key not in listed else f
        for f in forms
    ]


def _of_one_kind(forms: Sequence[Form]) -> Iterator[Form]:
    """Forms with the kind that nearly all accounts take a word for: a footballer is no town because one account has him so,
    and what nobody gives a first name is no person where another account takes it for a company.
    """
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    full = {(f.document, word) for f in forms if f.kind == "person" and " " in plain(f) for word in plain(f).split()}
    families = {plain(f).split()[-1] for f in forms if f.kind == "person" and " " in plain(f)}
    called = {(f.document, f.text.split()[-1].casefold()) for f in forms if f.kind == "person" and " " in f.text}
    parts = _of_bodies(forms)
    for form in forms:
        kinds[form.text][form.kind] += 1
    for form in forms:
        (kind, count), *others = kinds[form.text].most_common()
        if form.kind == "person" and others and " " not in form.text and plain(form) not in families:
            kind = next(k for k, _ in kinds[form.text].most_common() if k != "person")
            yield replace(form, kind=kind)
        elif _ARTICLE.match(form.text) and (form.document, form.text.casefold()) in called:
            yield replace(form, kind="person")  # "al-Nouri", where the account names Bilal al-Nouri
        elif form.kind == "person" and plain(form) in parts - families:
            yield replace(form, kind="organisation")
        elif (
            kind != form.kind
            and count >= _CLEARLY * sum(n for _, n in others)
            and not form.government
            and (form.document, plain(form)) not in full
        ):
            yield replace(form, kind=kind)
        else:
            yield form


def _of_bodies(forms: Sequence[Form]) -> set[str]:
    """Words that tell one body from all others: "ansar" of the Ansar Brigades, "covenant" of the Army of the Covenant."""
    bodies = {plain(f) for f in forms if f.kind == "organisation" and " " in plain(f) and not gazetteer.known(f.text)}
    return {words[0] for body in bodies if len(words := own_words(body)) == 1}


def _link(left: str, right: str, score: float, *reasons: str) -> Link:
    left, right = sorted((left, right))
    return Link(relation="same-entity", left=left, right=right, score=score, reasons=reasons)


def _introduced(document: Document, found: Annotations) -> Iterator[Link]:
    """A name and, in parentheses right after it, its short form."""
    named = sorted((m for m in found.mentions if m.form != "descriptor"), key=lambda m: (m.span.start, m.span.end))
    for left, right in pairwise(named):
        if not 0 < right.span.start - left.span.end < 24:
            continue
        between, after = document.text[left.span.end : right.span.start], document.text[right.span.end :][:2]
        if _OPENING.search(between) and after.strip(" \"”'")[:1] in (")", "]") and _is_abbreviation(left, right):
            yield _link(left.id, right.id, 0.99, f"“{left.span.text} ({right.span.text})” stands in {document.name}")


def _is_abbreviation(left: Mention, right: Mention) -> bool:
    a, b = left.span.text, right.span.text
    if names.acronym_of(b, a) or names.acronym_of(a, b):
        return True
    known, other = gazetteer.known(a), gazetteer.known(b)
    if known and other:
        return known.key == other.key
    return b.isupper() and left.kind == right.kind == "organisation" and b[0] == a[0].upper()


def _across(forms: Sequence[Form]) -> Iterator[Link]:
    """Links between forms of one block: an entry of the lists, a normal form, a skeleton, a last name."""
    blocks: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        for key in keys(form):
            blocks[key].append(form)
    for key in sorted(blocks):
        how = key.partition(" ")[0]
        for block in _by_owner(blocks[key]) if how == "body" else [blocks[key]]:
            yield from _within_block(block, how)


def _by_owner(forms: Sequence[Form]) -> list[list[Form]]:
    """Bodies called by words that fit any country's, parted by country; one account's alone where the accounts name several."""
    owners = {form.owner for form in forms if form.owner}
    if len(owners) < 2:
        return [list(forms)]
    found: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        found[form.owner or form.document].append(form)
    return [found[key] for key in sorted(found)]


def _within_block(forms: list[Form], how: str) -> Iterator[Link]:
    """Each form with the fullest one that it agrees with, so that an initial does not join two people."""
    heads: list[Form] = []
    for form in sorted(forms, key=lambda f: (-len(plain(f)), f.text, f.id)):
        for head in heads[:_CROWDED]:
            if agreed := _agree(head, form, how):
                score, why = agreed
                yield _link(head.id, form.id, score, f"written the same: {form.text}" if head.text == form.text else why)
                break
        else:
            heads.append(form)


def _agree(left: Form, right: Form, how: str) -> tuple[float, str] | None:
    """Score and reason where two forms of a block are one."""
    both = f"“{left.text}” and “{right.text}”"
    if how == "known":
        return _agree_listed(left, right)
    if how == "body":
        why = "of one country" if left.owner and left.owner == right.owner else "and no account says that there are two"
        return 0.8, f"{both} {why}"
    alike = left.text == right.text and " " in left.text  # then the language model erred in one of the documents
    if not alike and not _kinds_agree(left.kind, right.kind):
        return None
    if left.kind == right.kind == "person" and not one_generation(left, right):
        return None
    if how == "order":
        return 0.85, f"{both}: the same words in another order"
    if how == "town":
        town = gazetteer.towns(plain(left))[0]
        return 0.9, f"{both} are names of one town ({town.name}, {town.country})"
    if how == "form":
        return 0.95, f"{both} are the same once case and marks are left out"
    if "person" in (left.kind, right.kind):
        return (0.85, f"{both}: one last name, first names that agree") if one_name(left, right) else None
    return _agree_in_sound(left, right) if how == "bones" else None


def _agree_in_sound(left: Form, right: Form) -> tuple[float, str] | None:
    """Two spellings of one skeleton: names of one town, or alike in more than a few consonants."""
    a, b = plain(left), plain(right)
    towns, others = gazetteer.towns(a), gazetteer.towns(b)
    if left.kind == right.kind == "place" and (shared := set(towns) & set(others)):
        town = max(shared, key=lambda t: (t.population, t.name))
        return 0.9, f"“{left.text}” and “{right.text}” are names of one town ({town.name}, {town.country})"
    if towns and others and len(a) < 7:
        return None
    enough = 2 if left.kind == right.kind == "place" else 3  # consonants: fewer are shared by chance
    found = names.match(a, b, left.kind)
    if found.verdict != "same" or len(re.sub(r"[ A]", "", names.skeleton(a))) < enough:
        return None
    return min(0.85, found.score), f"“{left.text}” and “{right.text}” are spellings of one name"


def _agree_listed(left: Form, right: Form) -> tuple[float, str]:
    for form in (left, right):
        if form.government:
            country = data.load("countries")["countries"][form.government]["name"]
            return 0.8, f"“{form.text}” stands for the government of {country}"
    return 0.95, f"“{left.text}” and “{right.text}” are listed as names of one {left.kind}"


def _kinds_agree(left: str, right: str) -> bool:
    return left == right or "other" in (left, right) or {left, right} <= {"organisation", "place", "event", "work"}
