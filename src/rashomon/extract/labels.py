"""A document in, its labels out: the words chosen for people, bodies and happenings, and in whose voice they stand.

A label is a phrase with a common noun ("foreign fighters", "the deal"), or a name with words before it that say what to think
of it ("the US-backed Union"): a name alone is no choice of words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon import data
from rashomon.extract import Found
from rashomon.model import Attribution, Claim, Document, Label, Mention, Span
from rashomon.text.parse import Parse
from rashomon.text.roles import role

_SHORT_FORM = re.compile(r"\s*\([^()\n]{2,12}\)")


def extract(document: Document, found: Found) -> Iterator[Label]:
    """Labels in text order, each with the mention it goes with."""
    quoted = Stretches(q.content for q in found.quotations if q.kind == "speech")
    marked = Stretches(q.content for q in found.quotations if q.kind != "title")
    told = _told(found)
    said = (c for a in told.values() for c in a.content)
    reported = Stretches([*said, *(c.span for c in found.claims if c.attribution in told and not _whole(c, told[c.attribution]))])
    for mention in found.mentions:
        span, head = _label(document, found.parse, mention)
        if span:
            passed_on = reported.hold(span)
            # marks around a word within somebody else's words give it as theirs; in the page's own voice they doubt it
            voice = "quoted" if quoted.hold(span) or (passed_on and marked.hold(span)) else "reported" if passed_on else "own"
            yield Label(id=f"{document.id}.l{span.start}-{span.end}", span=span, head=head, voice=voice, mention=mention.id)


def _told(found: Found) -> dict[str, Attribution]:
    """The attributions by which something is claimed, and those they came through, by id."""
    known = {a.id: a for a in found.attributions}
    open_, told = [c.attribution for c in found.claims], dict[str, Attribution]()
    while open_:
        attribution = known.get(open_.pop() or "")
        if attribution is not None and attribution.id not in told:
            told[attribution.id] = attribution
            open_.append(attribution.via)
    return told


def _whole(claim: Claim, attribution: Attribution) -> bool:
    """Whether a claim has the words that name its speaker, which are the page's."""
    source = attribution.source
    return source is not None and claim.span.start <= source.start and source.end <= claim.span.end


def _label(document: Document, parse: Parse, mention: Mention) -> tuple[Span | None, str]:
    """The span of a label and its head noun; no span where a mention is none."""
    if mention.form == "descriptor":
        if not _is_choice(mention):
            return None, ""
        return mention.span, mention.head or mention.span.text.split()[-1].lower()
    if mention.form != "name" or mention.kind not in ("organisation", "other"):
        return None, ""
    start = _described_from(parse, mention.span.start)
    if start is None:
        return None, ""
    short = _SHORT_FORM.match(document.text, mention.span.end)
    return document.span(start, short.end() if short else mention.span.end), mention.span.text.split()[-1].lower()


def _is_choice(mention: Mention) -> bool:
    """Whether a phrase is a word chosen for somebody: people who are labelled, bodies, a happening spoken of as one."""
    what = role(mention.head or "")
    if what is None or mention.kind == "organisation":
        return True
    if mention.kind == "event":
        return mention.span.text.split()[-1].lower() == what.word
    return what.sort in data.load("roles")["phrases"]["labelled"]


def _described_from(parse: Parse, start: int) -> int | None:
    """Where the describing words before a name begin ("so-called", "US-backed"); None where there are none."""
    tokens = parse.tokens(start, start + 1) or parse.tokens(start, start + 80)
    if not tokens:
        return None
    first = tokens[0]
    while first > max(0, tokens[0] - 6) and first - 1 >= parse.sentence(tokens[0])[0] and _describes(parse, first - 1, tokens[0]):
        first -= 1
    words = [parse.tag[t] for t in range(first, tokens[0])]
    return parse.start[first] if "HYPH" in words or any(t.startswith("JJ") for t in words) else None


def _describes(parse: Parse, token: int, name: int) -> bool:
    """Whether a word before a name says of what kind it is: an adjective, or part of a word with a hyphen."""
    if (token + 1 < name and parse.tag[token + 1] == "HYPH") or parse.tag[token] == "HYPH":
        return True
    return parse.tag[token].startswith("JJ") or (parse.tag[token - 1] == "HYPH" and parse.tag[token].startswith("VB"))


@dataclass(frozen=True, slots=True, init=False)
class Stretches:
    """Stretches of one text, asked whether they hold a span."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __init__(self, spans: Iterable[Span]) -> None:
        merged: list[list[int]] = []
        for start, end in sorted((s.start, s.end) for s in spans):
            if merged and start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], end)
            else:
                merged.append([start, end])
        object.__setattr__(self, "starts", tuple(s for s, _ in merged))
        object.__setattr__(self, "ends", tuple(e for _, e in merged))

    def hold(self, span: Span) -> bool:
        """Whether more than half of a span lies within one of them."""
        middle = (span.start + span.end) // 2
        at = bisect_right(self.starts, middle) - 1
        return at >= 0 and middle < self.ends[at]
