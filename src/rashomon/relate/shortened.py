"""Spellings of all documents in, short forms with the one full form they can stand for out.

"Brandt" is the only Brandt of its account, "the Relief Committee" the one whose name ends so. Where several fit, none is taken.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon import data
from rashomon.relate.people import one_name
from rashomon.relate.spellings import Form, common_words, plain
from rashomon.text import gazetteer, names

_CROWDED = 50  # different names: beyond that a short form tells nothing


def _stands_alone(form: Form) -> bool:
    """Whether a short form means the same body wherever it stands: "Nordhavn" for a company, not "Authority"."""
    return form.kind == "organisation" and not set(plain(form).split()) <= common_words()


def shortened(forms: Sequence[Form]) -> Iterator[tuple[Form, Form, str, bool]]:
    """Short forms with the one full form they can stand for, why, and whether they mean the same in every document."""
    longer: dict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in forms:
        words = plain(form).split()
        if form.kind == "place" and len(words) > 1 and not gazetteer.towns(form.text) and _begins_with_town(words):
            form = replace(form, kind="organisation")  # a club called by its town: only its last word stands for it
        for key in dict.fromkeys(_short_keys(form.kind, words) if len(words) > 1 else ()):
            longer[form.document, key].append(form)
            if plain(form).endswith(" " + key) or form.kind == "organisation":
                longer["", key].append(form)
    stands = Counter(name for name, _ in {(plain(f), f.document) for f in forms if f.kind == "organisation"})
    for form in forms:
        if form.known or form.government:
            continue
        full, alone = _only_person(form, longer), False
        if form.kind == "organisation":
            full, alone = _only_body(form, longer, stands[plain(form)])
        if full:
            where = "in the same document" if full.document == form.document else "in the pile"
            yield form, full, f"“{form.text}” is short for “{full.text}”, the only one of that name {where}", alone


def _begins_with_town(words: Sequence[str]) -> bool:
    return bool(gazetteer.towns(" ".join(words[:-1])) or gazetteer.known(" ".join(words[:-1])))


def _short_keys(kind: str, words: list[str]) -> Iterator[str]:
    """What a full name may be cut down to: a person to the last words (or "Abu X"), a body to a long or first word."""
    if kind == "person":
        yield words[-1]
        if words[-2] in data.load("titles")["particles"]:
            yield " ".join(words[-2:])
        yield words[0]  # family names come first in Seoul, and a boy of eight is called by his first
        if words[0] in ("abu", "umm"):
            yield " ".join(words[:2])
    elif kind == "organisation":
        yield from (
            w for i, w in enumerate(words) if len(w) > 8 or (i == 0 and len(w) > 4) or (i and w == words[-1] and len(w) > 3)
        )
        if len(words) > 2:
            yield " ".join(words[-2:])
        yield "".join(w[0] for w in words).upper()
        yield "".join(w[0] for w in words if w not in data.load("titles")["particles"]).upper()


def _fits(short: Form, text: str, longer: Mapping[tuple[str, str], list[Form]], document: str) -> list[Form]:
    found = (f for f in longer.get((document, text), ()) if f.kind == short.kind and plain(f) != plain(short))
    return sorted(found, key=lambda f: (-len(f.text), f.id))


def _only_person(short: Form, longer: Mapping[tuple[str, str], list[Form]]) -> Form | None:
    """The one person a name may be short for: in its own document, else in the pile; None where several differ."""
    if short.kind != "person":
        return None
    for document in (short.document, ""):
        if fits := _fits(short, plain(short), longer, document):
            return fits[0] if all(one_name(fits[0], f) for f in fits[1:_CROWDED]) else None
    return None


def own_words(name: str) -> list[str]:
    """The words of a body's folded name that bodies are not called by at large: "ansar" of "ansar brigades"."""
    return [w for w in name.split() if w not in common_words() and w not in data.load("titles")["particles"] and w != "the"]


def _only_body(short: Form, longer: Mapping[tuple[str, str], list[Form]], stands: int) -> tuple[Form | None, bool]:
    """The one body a name may be short for, and whether it means that one everywhere.

    Where the pile has several, it is the one that it stands beside three times as often as beside any other. A name that
    stands in five times as many documents (`stands`) as any longer one is no short form: the longer are parts of it. In an
    account without the long name it is short for one that several others name and that is called by it among common words.
    """
    initials = short.text.replace(".", "")
    if initials.isupper() and len(initials) < 3:
        return None, False
    text, alone = (initials, True) if initials.isupper() else (plain(short), _stands_alone(short))
    here = _fits(short, text, longer, short.document)
    names_here = {plain(f) for f in here}
    usual = Counter(name for name, _ in {(plain(f), f.document) for f in _fits(short, text, longer, "")}).most_common(2)
    if alone and usual and stands >= 5 * usual[0][1] and not initials.isupper():
        return None, True
    if alone and len(usual) == 2 and usual[0][1] >= 3 * usual[1][1]:
        wanted = [f for f in here if plain(f) == usual[0][0]]
        return (wanted[0] if wanted else None), True
    if alone and len(usual) == 1 and (here or initials.isupper() or (usual[0][1] > 1 and text in own_words(usual[0][0]))):
        return (here or _fits(short, text, longer, ""))[0], True
    agreed = (
        initials.isupper() and bool(here) and all(names.match(here[0].text, f.text, "organisation").score > 0.7 for f in here)
    )
    return (here[0] if len(names_here) == 1 or agreed else None), agreed
