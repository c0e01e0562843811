"""A text in, the role of every stretch of its page out: the story, and what surrounds it.

First each line is read by itself (`pieces`); then its place decides what its words leave open: above the first paragraph,
between paragraphs, below the last one, under a heading such as "Related articles". In doubt a line belongs to the story: a
menu that is read as a sentence does less harm than a sentence that is not read.
"""

import re

from rashomon.ingest import cues, heads, stamps
from rashomon.ingest.lines import Line, bullet, closed, prose, title
from rashomon.ingest.mastheads import issuer, newspaper
from rashomon.ingest.pieces import Piece, pieces
from rashomon.model import Block

_WORD = re.compile(r"[^\W\d_]{4,}")


def blocks(text: str) -> tuple[Block, ...]:
    """Blocks of a pasted page or a plain text, in text order; they cover all that is not white space."""
    found = _placed(pieces(text))
    return tuple(Block(start=p.line.start, end=p.line.end, role=p.role or "paragraph") for p in found)


def _placed(found: list[Piece]) -> list[Piece]:
    found = _below_headings(_comments(found))
    found = _foot(found)
    story = [
        i
        for i, p in enumerate(found)
        if p.role in (None, "dateline") and (p.role or (prose(p.line) and not heads.menu(p.line.text)))
    ]
    if not story:
        return _without_prose(found)
    if _titled_by_sentence(found, story):
        found[story[0]] = found[story[0]].having("headline")
        story = story[1:]
    first, last = story[0], story[-1]
    return [*_top(found[:first], found[first:]), *_body(found[first : last + 1]), *_tail(found[last + 1 :])]


def _titled_by_sentence(found: list[Piece], story: list[int]) -> bool:
    """Whether the first line is a headline that ends like a sentence: it opens the text, is short, and a dateline follows it, or
    the facts of the page a question.
    """
    title_, above = found[story[0]], found[: story[0]]
    if len(story) < 3 or title_.role is not None or len(title_.line.text) > 130:
        return False
    if any(p.role is None and not heads.menu(p.line.text) and not heads.own_name(p.line.text) for p in above):
        return False
    asks = title_.line.text.endswith(("?", "!")) and any(p.role in ("stamp", "byline") for p in found[story[0] : story[1]])
    return found[story[1]].role == "dateline" or asks


def _without_prose(found: list[Piece]) -> list[Piece]:
    """No line reads as prose: a note of a few words is a story all the same, its first title its headline."""
    at = next((i for i, p in enumerate(found) if p.role is None and title(p.line)), None)
    return [p.having("headline") if i == at and len(found) > 1 else p for i, p in enumerate(found)]


def _comments(found: list[Piece]) -> list[Piece]:
    """Below a heading of comments, when most of the prose stands above it, all that is left is comments."""
    total = sum(len(p.line.text) for p in found if p.role is None)
    above = 0
    for at, piece in enumerate(found):
        if piece.role == "comments" and piece.heading and above > 0.5 * total and at:
            return [*found[: at + 1], *(p.having("comments") if p.role in (None, "byline") else p for p in found[at + 1 :])]
        above += len(piece.line.text) if piece.role is None else 0
    return found


def _below_headings(found: list[Piece]) -> list[Piece]:
    """Titles directly below a heading of related stories are of its kind, down to the next paragraph."""
    made: list[Piece] = []
    under: str | None = None
    for piece in found:
        if piece.role is not None:
            under = (
                piece.role
                if piece.heading
                else under
                if piece.role in ("stamp", "counter", "related", "byline", "caption")
                else None
            )
        elif under and not prose(piece.line):
            piece = piece.having(under)
        else:
            under = None
        made.append(piece)
    return made


def _foot(found: list[Piece]) -> list[Piece]:
    """From the end upwards: legal passages, and the notes on authors whom a byline names."""
    authors = {w for p in found if p.role == "byline" for w in _WORD.findall(p.line.text)}
    made = list(found)
    for at in range(len(made) - 1, 0, -1):
        line = made[at].line
        if made[at].role is not None or not prose(line):
            continue
        if cues.legal(line.text, least=2):
            made[at] = made[at].having("disclaimer")
        elif _note_on_author(line.text, authors):
            made[at] = made[at].having("signature")
        else:
            break
    return made


_NOTE = re.compile(
    r"(?:is|was|are|covers|writes|reports|has (?:covered|worked|reported|written))\b.{0,200}"
    r"\b(?:journalist|reporter|correspondent|writer|editor|columnist|fellow|professor|author|researcher|analyst|contributor|"
    r"freelance|bureau|covers|covering|writes|reports|based in)",
    re.IGNORECASE,
)


def _note_on_author(text: str, authors: set[str]) -> bool:
    head = text[:400]
    named = set(_WORD.findall(head[:60])) & authors
    reached = re.search(r"@\w{3,}|\bcan be reached\b|\bfollow (?:him|her|them)\b", text[:1000], re.IGNORECASE)
    return _NOTE.search(head) is not None and (len(named) >= 1 or reached is not None) and len(text) <= 900


def _top(above: list[Piece], story: list[Piece]) -> list[Piece]:
    """What stands above the first paragraph: one headline, the standfirst below it, and the page's furniture."""
    at = next((i for i, p in enumerate(above) if p.role == "headline"), None)
    at = _headline(above, story) if at is None else at
    made = []
    for i, piece in enumerate(above):
        if i == at and piece.role is None:
            made.append(piece.having("headline"))
        elif piece.role is not None:
            made.append(piece)
        elif (outside := cues.match(piece.line.text, outside=True)) is not None:
            made.append(piece.having(outside.role))
        elif heads.of_the_page(piece.line, above[0].line if i == 1 else None):
            made.append(piece.having("navigation"))
        elif heads.written(piece.line.text, at is not None and above[i + 1 : i + 2] != [] and above[i + 1].role == "stamp"):
            made.append(piece.having("byline"))
        elif closed(piece.line) and piece.line.words >= 3:
            made.append(piece.having("paragraph"))
        elif at is None or i < at:
            made.append(piece.having("navigation" if piece.line.words <= 5 else "related"))
        else:
            made.append(piece.having("subhead" if piece.line.words >= 4 else "other"))
    return made


def _headline(above: list[Piece], story: list[Piece]) -> int | None:
    """The title above the story that says what the story says; else the first that is no name of a section."""
    free = [i for i, p in enumerate(above) if p.role is None and not _furniture(p.line)]
    below = "\n".join(p.line.text[:4000] for p in story[:40])
    free = [i for i in free if not _masthead(above, i, below)]
    candidates = [i for i in free if title(above[i].line)] or [i for i in free if above[i].line.words >= 3]
    if not candidates:
        return None
    said = {w.casefold() for p in story[:40] if p.role is None for w in _WORD.findall(p.line.text[:4000])}
    for least in (4, 3, 2):
        telling = [i for i in candidates if above[i].line.words >= least and _share(above[i].line.text, said) >= 0.4]
        if telling:
            return _shortest_of_the_same(telling, above)
    return max(candidates, key=lambda i: (min(above[i].line.words, 5), -i))


def _furniture(line: Line) -> bool:
    outside = cues.match(line.text, outside=True) is not None
    return outside or heads.of_the_page(line, None) or heads.written(line.text, dated=False)


def _masthead(above: list[Piece], at: int, story: str) -> bool:
    """Whether a line is the name of the paper, or of the body that issued the page."""
    line = " ".join(above[at].line.text[:120].split())
    if at == 0 and heads.own_name(above[0].line.text):
        return True
    below = "\n".join([*(p.line.text[:200] for p in above[at + 1 :]), story])
    return (newspaper(line, story) or issuer(line, below)) is not None


def _share(text: str, said: set[str]) -> float:
    words = [w.casefold() for w in _WORD.findall(text)]
    return sum(w in said for w in words) / len(words) if words else 0.0


def _shortest_of_the_same(telling: list[int], above: list[Piece]) -> int:
    """A page's title often stands twice, first with the name of the site behind it: then the second is the headline."""
    first = above[telling[0]].line.text
    return next((i for i in telling[1:] if first.startswith(above[i].line.text) and len(above[i].line.text) >= 15), telling[0])


def _body(story: list[Piece]) -> list[Piece]:
    """From the first paragraph to the last: subheads, block quotations, and list items, which count as paragraphs."""
    made: list[Piece] = []
    announced = False
    for at, piece in enumerate(story):
        if piece.role == "stamp" and not _stamps_page(story, at):
            piece = piece.having("subhead")
        if piece.role is not None:
            made.append(piece)
            announced = announced and piece.role not in ("subhead", "headline")
            continue
        made.append(piece.having("quote" if announced else _within(story, at)))
        announced = cues.introduces(piece.line.text)
    return made


def _stamps_page(story: list[Piece], at: int) -> bool:
    """A bare day between paragraphs heads a part of a chronicle; a stamp says more, or stands by the first lines."""
    return at < 2 or stamps.for_the_page(story[at].line)


def _within(story: list[Piece], at: int) -> str:
    line = story[at].line
    asks = line.text.endswith("?") and line.words <= 12 and line.text[0].isupper()
    if (not asks and (prose(line) or bullet(line) or closed(line))) or not title(line):
        return "paragraph"
    alone = sum(_titled(p) for p in story[max(0, at - 2) : at + 3]) <= 2
    return "subhead" if alone else "paragraph"


def _titled(piece: Piece) -> bool:
    return piece.role is None and not prose(piece.line)


def _tail(below: list[Piece]) -> list[Piece]:
    """What stands below the last paragraph: short closed sentences directly below it go on with it, titles do not."""
    made: list[Piece] = []
    inside = True
    for at, piece in enumerate(below):
        if piece.role is not None:
            inside = inside and piece.role in ("caption", "quote")
            made.append(piece)
        elif inside and _goes_on(below, at):
            made.append(piece.having("paragraph"))
        else:
            inside = False
            outside = cues.match(piece.line.text, outside=True)
            furniture = "navigation" if cues.section(piece.line.text) else "related" if piece.line.words >= 4 else "other"
            made.append(piece.having(outside.role if outside else furniture))
    return made


def _goes_on(below: list[Piece], at: int) -> bool:
    line = below[at].line
    if closed(line) or bullet(line) or line.text[0] in '"“':
        return True
    lower = sum(w[:1].islower() for w in line.text.split())
    alone = at + 1 == len(below) or below[at + 1].role is not None
    return alone and line.words >= 6 and lower > line.words / 2
