"""A document in, its mentions out: names, names that modify ("US" in "US-backed"), phrases that stand for somebody."""

from collections.abc import Container, Iterator

from rashomon.extract import Found, naming
from rashomon.model import Document, Mention
from rashomon.text import gazetteer, nouns, roles
from rashomon.text.parse import Parse


def extract(document: Document, found: Found) -> Iterator[Mention]:
    """Mentions of the document's prose, in text order, a name within a name or a phrase after it."""
    names = naming.find(document, found.parse)
    heads = {head for name in names for head in _heads(found.parse, name)}
    made = [_named(document, found.parse, name) for name in names]
    made += _descriptors(document, found.parse, heads)
    yield from sorted(made, key=lambda m: (m.span.start, -m.span.end))


def _heads(parse: Parse, name: naming.Name) -> Iterator[int]:
    """The last word of a name, and what stands before "of" in it: the "Army" of "the so-called Army of the Delta"."""
    tokens = parse.tokens(name.start, name.end)
    yield from tokens[-1:]
    yield from (t for t in tokens[:-1] if parse.word(t + 1) == "of")


def _named(document: Document, parse: Parse, name: naming.Name) -> Mention:
    form = "modifier" if _modifies(document.text, parse, name) else "name"
    return _mention(document, name.start, name.end, name.kind, form)


def _modifies(text: str, parse: Parse, name: naming.Name) -> bool:
    """Whether a name only says of what kind the next word is: "US-backed", "BBC investigation"."""
    if text[name.end : name.end + 1] == "-" and text[name.end + 1 : name.end + 2].islower():
        return True
    tokens = parse.tokens(name.start, name.end)
    if not tokens:
        return False
    last = tokens[-1]
    return (
        parse.dep[last] in ("compound", "nmod", "amod")
        and parse.head[last] > last
        and parse.tag[parse.head[last]] in ("NN", "NNS")
    )


def _descriptors(document: Document, parse: Parse, named: Container[int]) -> Iterator[Mention]:
    """Noun phrases whose head is a noun for people, bodies or happenings, and not the last word of a name."""
    for phrase in nouns.phrases(parse):
        if phrase.head in named:
            continue
        role = roles.role(parse.lemma[phrase.head])
        if role is None or gazetteer.nationality(parse.word(phrase.head)) is not None:
            continue
        bare = phrase.first == phrase.head
        if bare and role.open:
            continue
        start, end = parse.start[phrase.first], parse.end[phrase.head]
        yield _mention(document, start, end, role.kind, "descriptor", role.word)


def _mention(document: Document, start: int, end: int, kind: str, form: str, head: str | None = None) -> Mention:
    return Mention(id=f"{document.id}.m{start}-{end}", span=document.span(start, end), kind=kind, form=form, head=head)
