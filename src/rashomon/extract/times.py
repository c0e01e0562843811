"""A document in, its times out: each with what its words leave open left open."""

import re
from collections.abc import Iterator

from rashomon.extract import Found
from rashomon.model import Document, Mention, Timex
from rashomon.model.document import PROSE_ROLES
from rashomon.text import dates
from rashomon.text.parse import Parse

_NAMED = frozenset({"person", "organisation", "work", "group"})
_AHEAD = frozenset({"will", "shall", "wo", "'ll", "’ll"})
_FROM = re.compile(r"\b(?:from|between)\s[\w .,]{1,24}\s(?:to|until|till|and)\s(?:the\s)?$", re.I)
_TOWARDS = frozenset({"to", "until", "till", "for"})
_PLANS = frozenset(
    {"plan", "expect", "schedule", "intend", "hope", "agree", "vow", "promise", "set", "prepare", "due", "aim", "slate", "pledge"}
)


def extract(document: Document, found: Found) -> Iterator[Timex]:
    """The time expressions of the prose; words that only look like one, by their neighbours, are left out."""
    names = [m for m in found.mentions if m.form == "name" and m.kind in _NAMED]
    for block in document.blocks:
        if block.role not in PROSE_ROLES:
            continue
        for expression in dates.find(document.text[block.start : block.end]):
            start, end = block.start + expression.start, block.start + expression.end
            tokens = found.parse.tokens(start, end)
            if _is_time(found.parse, tokens, expression) and not _within_name(start, end, expression.rule, names):
                yield Timex(
                    id=f"{document.id}.t{start}-{end}",
                    span=document.span(start, end),
                    type=expression.type,
                    value=expression.value,
                    mod=expression.mod,
                    rule=expression.rule,
                    tense=tense(
                        found.parse, tokens, _FROM.search(document.text, max(block.start, start - 40), start) is not None
                    ),
                    readings=expression.readings,
                )


def _within_name(start: int, end: int, rule: str, names: list[Mention]) -> bool:
    """Whether it is part of a longer name ("Black September"), which a full date never is."""
    if not rule.startswith(("partial", "weekday", "vague", "set")):
        return False
    return any(m.span.start <= start and end <= m.span.end and m.span.end - m.span.start > end - start for m in names)


def _is_time(parse: Parse, tokens: range, expression: dates.Expression) -> bool:
    """Not the number of something ("in 2014 cases"), not "yet" as a conjunction, not "earlier" in a comparison."""
    if len(tokens) != 1:
        return True
    token = tokens[0]
    word = parse.word(token).lower()
    if word.isdigit():
        head = parse.head[token]
        counted = parse.dep[token] == "nummod" and head > token and parse.tag[head] == "NNS"
        return not counted or any(parse.word(t).lower() == "the" for t in range(max(0, token - 1), token))
    if word == "yet":
        first, _ = parse.sentence(token)
        return token > first and parse.word(token - 1).lower() not in ("and", "but", ",", "as", ";", "—", "–")
    return not (word == "future" and parse.pos[token] == "PROPN")


def tense(parse: Parse, tokens: range, ranged: bool = False) -> str | None:
    """past, present or future: of the nearest verb above a time expression; open where it only might be, where it is meant
    to be, and where the time is what something was put off to or set for (not where it ends what began: `ranged`); None
    without a verb.
    """
    inside = set(tokens)
    for token in tokens:
        outside = [above for above in parse.path(token) if above not in inside]
        first = outside[:1] if parse.head[token] not in inside else []
        term = not ranged and any(parse.word(t).lower() in _TOWARDS and parse.pos[t] in ("ADP", "SCONJ", "PART") for t in first)
        for above in outside:
            if parse.pos[above] in ("VERB", "AUX"):
                found = _verb_tense(parse, above)
                return "open" if term and found != "future" else found
    return None


def _verb_tense(parse: Parse, verb: int) -> str | None:
    helpers = [t for t in parse.children[verb] if parse.dep[t] in ("aux", "auxpass")]
    words = {parse.word(t).lower() for t in helpers}
    tags = {parse.tag[t] for t in helpers}
    if words & _AHEAD or (
        parse.word(verb).lower() == "going" and parse.tag[verb] == "VBG" and words & {"is", "are", "'s", "'re"}
    ):
        return "future"
    if words & {"may", "might", "could", "should", "can", "must"}:
        return "open"
    if "to" in words:
        above = parse.head[verb]
        if above == verb or parse.lemma[above] in (*_PLANS, "be") or (parse.dep[verb] in ("acl", "relcl") and "be" in words):
            return "future"
        return _verb_tense(parse, above) if parse.pos[above] in ("VERB", "AUX") else "open"
    if parse.tag[verb] in ("VBD", "VBN") or "VBD" in tags or words & {"has", "have", "had", "'ve", "would"}:
        return "past"
    return "present" if parse.tag[verb] in ("VBP", "VBZ", "VBG", "VB") else None
