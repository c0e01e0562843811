"""A document in, its attributions out: who said what, by which cue, and through whom.

Content leaves out the conjunction "that" and the quotation marks around it. Where one attribution stands within the content
of another, it came through that one (`via`); a paper or station that was told, cited or interviewed is a relay: an
attribution of its own, without cue words or content, through which the speaker's came. `cue_class` "wanting" marks
plans, wishes and support, of which the page itself speaks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extract import Found, apposed, following, headlines, paragraphs, relays, speakers, speeches, stances, trailing
from rashomon.extract.continued import continued, unattributed
from rashomon.extract.cues import cues
from rashomon.extract.frames import Framing
from rashomon.extract.framings import framings
from rashomon.extract.phrases import bounds, phrase
from rashomon.extract.remembered import Memory, memory
from rashomon.extract.tagger import tagged
from rashomon.extract.weighing import SEEN, weighed
from rashomon.model import Attribution, Document, Hop, Quotation, Span
from rashomon.model.document import PROSE_ROLES
from rashomon.text.parse import Parse

UNNAMED = Hop(name="unnamed", kind="unnamed", why="the passage does not say who")
REPORTS = Hop(name="reports", kind="unnamed", why="the passage does not say whose reports")


def extract(document: Document, found: Found) -> Iterator[Attribution]:
    """Every attribution of a document, its speakers resolved within it."""
    tags = list(tagged(found.parse, found.quotations, SEEN))
    framed = trailing.mended(found.parse, list(weighed(found.parse, _shown(document, found), tags, found.quotations)))
    framed = list(following.apart(found.parse, framed))
    blocks = [b for b in document.blocks if b.role in PROSE_ROLES]
    framed += stances.framings(found.parse, framed)
    framed += following.following(document, found.parse, blocks, framed, found.quotations)
    said = list(_attributions(document, found, framed))
    said += continued(document, found.parse, said, found.quotations)
    said += paragraphs.between(document, found.parse, blocks, said, found.quotations)
    yield from said
    yield from unattributed(document, found.parse, blocks, said, found.quotations)


def by_grammar(document: Document, found: Found) -> Iterator[Attribution]:
    """The same by grammar alone, without the tagger: to compare."""
    return _attributions(document, found, _shown(document, found))


def _shown(document: Document, found: Found) -> list[Framing]:
    """The framings that grammar, marks and colons show."""
    blocks = [b for b in document.blocks if b.role in PROSE_ROLES]
    tails = {f.head: f for f in apposed.framings(found.parse)}
    plain = [tails.pop(f.head) if f.head in tails else apposed.renamed(found.parse, f) for f in framings(found.parse)]
    shown = sorted([*plain, *tails.values()], key=lambda f: f.cue)
    heads = {f.head for f in shown}
    by_form = [*shown, *(f for f in headlines.framings(found.parse, blocks) if f.head not in heads)]
    return speeches.with_quotations(document, found.parse, blocks, found.quotations, by_form)


def _attributions(document: Document, found: Found, framed: Sequence[Framing]) -> Iterator[Attribution]:
    """The attributions of framings, with the relays they came through."""
    told = memory(document, found.parse, found.quotations)
    framed = sorted((f for f in framed if f.content and not _asked(found.parse, f)), key=lambda f: f.cue)
    through = _enclosing(document, found.parse, framed)
    framed = [_parted(found.parse, f, framed) for f in framed if not (f.head in through and _own(found.parse, f))]
    through = _enclosing(document, found.parse, framed)
    outlets = relays.stated(found.parse, framed)
    carriers = {o: _relay(document, told, o) for o in sorted({*outlets.values()})}
    yield from carriers.values()
    for framing in framed:
        carrier = carriers[outlets[framing.head]] if framing.head in outlets else None
        yield _attributed(document, found, told, framing, through.get(framing.head), carrier)


def _parted(parse: Parse, framing: Framing, framed: Sequence[Framing]) -> Framing:
    """The same without what somebody else says or shows before a semicolon: "Doctors showed it; two had died, its head said"."""
    place = parse.start[framing.cue[0]]
    if framing.form not in ("verb", "apposed") or len(framing.content) != 1 or framing.content[0][1] > place:
        return framing
    start, end = framing.content[0]
    stop = parse.text.rfind(";", start, end)
    others = (f for f in framed if f.head != framing.head and start <= parse.start[f.head] < stop and f.source is not None)
    if stop < 0 or end - stop < 12 or parse.text.count('"', start, end) or not any(True for _ in others):
        return framing
    begin = next((parse.start[t] for t in parse.tokens(stop + 1, end)), end)
    return replace(framing, content=((begin, end),)) if begin < end else framing


def _asked(parse: Parse, framing: Framing) -> bool:
    """ "Asked about the bill, Kos said": of what somebody is asked nothing is said, nor of what some "accuse each other"."""
    mutual = any(parse.text.startswith(("each other", "one another"), start) for start, _ in framing.content)
    return mutual or (framing.source is None and framing.lemma == "ask" and parse.tag[framing.head] == "VBN")


def _attributed(
    document: Document,
    found: Found,
    told: Memory,
    framing: Framing,
    through: str | None,
    carrier: Attribution | None,
) -> Attribution:
    """The attribution of one framing, within another (its id) or told to an outlet."""
    parse = found.parse
    cue = document.span(parse.start[framing.cue[0]], parse.end[framing.cue[1] - 1])
    hop, source = _nobody(framing), None
    aside = framing.form == "following"
    if framing.source is not None:
        hop = speakers.resolve(told, framing.source, framing.content, framing.lemma)
        source = document.span(*_words(parse, framing, framing.source))
        hop = _in_full(parse, framing, hop)
        hop = replace(hop, inferred=True, why=f"these words stand right behind what is told of {hop.name}") if aside else hop
    other = carrier is not None and carrier.speaker is not None and carrier.speaker.name != hop.name
    via = through or (carrier.id if carrier is not None and other else None)
    content = tuple(document.span(a, b) for a, b in _clear(framing, cue, found.quotations))
    return Attribution(
        id=_id(document, parse, framing),
        manner=_manner(framing, found.quotations),
        source=None if aside else source,
        cue=None if aside else cue,
        content=content,
        via=via,
        speaker=hop,
        cue_class=framing.kind,
    )


def _clear(framing: Framing, cue: Span, quotations: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    """What is said without a word between a quotation and its cue, which is of the speaker: "…," Hon. Velis said."""
    quoted = {(q.content.start, q.content.end): q.span.end for q in quotations}
    ends = [quoted[s] for s in framing.content if s in quoted and quoted[s] <= cue.start]
    for stretch in framing.content:
        short = stretch[1] - stretch[0] < 12 and stretch[1] <= cue.start and stretch not in quoted
        if not (short and any(0 <= stretch[0] - end <= 2 for end in ends)):
            yield stretch


def _words(parse: Parse, framing: Framing, head: int) -> tuple[int, int]:
    """Where the source's words stand (code points)."""
    known = next((w for w in framing.words if w[0] <= parse.start[head] < w[1]), None)
    if known is not None:
        return known
    first, last = bounds(parse, head)
    return parse.start[first], parse.end[last - 1]


def _in_full(parse: Parse, framing: Framing, hop: Hop) -> Hop:
    """The hop by all words of its source, of which grammar hung the first on the verb: "the harbour office states"."""
    words = " ".join(parse.text[a:b] for a, b in framing.words).split()
    behind = parse.tokens(*framing.words[0]) if len(framing.words) == 1 else range(0)
    torn = len(behind) > 1 and parse.head[behind[-2]] == framing.head and parse.dep[behind[-2]] == "compound"
    if not torn or hop.why or hop.name != words[-1]:
        return hop
    return replace(hop, name=" ".join(words[1:] if words[0].lower() in ("the", "a", "an") else words))


def _own(parse: Parse, framing: Framing) -> bool:
    """Whether a cue within what somebody says only tells that they think so, or wish so ("said he hoped that ...")."""
    itself = framing.source is not None and parse.word(framing.source).lower() in ("he", "she", "they")
    return itself or framing.kind in ("thinking", "wanting") or _found(parse, framing)


def _found(parse: Parse, framing: Framing) -> bool:
    """Whether somebody rests on findings of nobody who is named: "according to first findings it slid, the police said"."""
    if framing.form != "according" or framing.source is None:
        return False
    noun = phrase(parse, framing.source)
    return (
        noun.head in cues().document
        and not noun.proper
        and not any(parse.dep[c] == "poss" for c in parse.children[framing.source])
    )


def _nobody(framing: Framing) -> Hop:
    """Who speaks where the passage names nobody."""
    return REPORTS if framing.lemma in ("reportedly", "report") else UNNAMED


def _enclosing(document: Document, parse: Parse, framed: Sequence[Framing]) -> dict[int, str]:
    """For each cue that stands within the content of another, the id of the innermost such attribution."""
    ends = sorted((a, -b, _id(document, parse, f), f.head) for f in framed if f.kind != "wanting" for a, b in f.content)
    open_: list[tuple[int, int, str, int]] = []  # end, start (negative), id, cue
    found: dict[int, str] = {}
    at = 0
    for framing in sorted(framed, key=lambda f: f.head):
        place = parse.start[framing.head]
        while at < len(ends) and ends[at][0] <= place:
            open_.append((-ends[at][1], -ends[at][0], ends[at][2], ends[at][3]))
            at += 1
        open_ = [o for o in open_ if o[0] > place]
        within = [o for o in open_ if o[3] != framing.head]
        if within:
            found[framing.head] = min(within)[2]
    return found


def _id(document: Document, parse: Parse, framing: Framing) -> str:
    return f"{document.id}.a{parse.start[framing.cue[0]]}-{parse.end[framing.cue[1] - 1]}"


def _relay(document: Document, told: Memory, outlet: int) -> Attribution:
    """The attribution that stands for a paper or station others spoke through."""
    found = phrase(told.parse, outlet)
    span = document.span(found.start, found.end)
    hop = Hop(name=told.full_names.get(found.name, found.name), kind="organisation", span=span)
    return Attribution(id=f"{document.id}.a{span.start}-{span.end}", manner="indirect", source=span, speaker=hop)


def _manner(framing: Framing, quotations: Sequence[Quotation]) -> str:
    """Direct where all of the content stands between marks, indirect where none does, else mixed."""
    total = sum(b - a for a, b in framing.content)
    quoted = sum(max(0, min(b, q.content.end) - max(a, q.content.start)) for a, b in framing.content for q in quotations)
    return "direct" if quoted >= 0.9 * total else "mixed" if quoted else "indirect"
