"""Pasted pages in, which characters belong to the story: content and boilerplate, counted by characters as readers see them."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rashomon.ingest.blocks import blocks
from rashomon.model import Block
from rashomon.model.document import CONTENT_ROLES

TITLE = "The story told from the rest of a pasted page: F1 over characters, content and boilerplate"
CORPUS = None
FLOORS = {"content F1": 0.97, "boilerplate F1": 0.97, "role": 0.9}
GOLD = Path(__file__).parent.parent / "gold" / "blocks.toml"

# bylines, captions and datelines belong to the story for us and not for others: they are judged by role alone
_UNDECIDED = {"byline", "caption", "dateline"}


def gold() -> list[dict[str, Any]]:
    """Pages: their text, and the role of each stretch of it."""
    return [_page(page) for page in tomllib.loads(GOLD.read_text(encoding="utf-8"))["page"]]


def _page(page: dict[str, Any]) -> dict[str, Any]:
    text, parts = "", []
    for role, line in page["lines"]:
        parts.append([len(text), len(text) + len(line), role])
        # a dateline runs into its paragraph
        text += line + (" " if role == "dateline" else "\n\n")
    return {"name": page["name"], "text": text, "parts": parts}


def ours(page: dict[str, Any]) -> list[list[Any]]:
    return _rows(blocks(page["text"]))


def naive(page: dict[str, Any]) -> list[list[Any]]:
    """All of the page is its story."""
    return [[0, len(page["text"]), "paragraph"]]


def long_lines(page: dict[str, Any]) -> list[list[Any]]:
    """Lines of sixty characters or more are the story."""
    rows, start = [], 0
    for line in page["text"].splitlines(keepends=True):
        rows.append([start, start + len(line), "paragraph" if len(line.strip()) >= 60 else "other"])
        start += len(line)
    return rows


def justext(page: dict[str, Any]) -> list[list[Any]]:
    """jusText with its English stop words, each line an element of its own."""
    from html import escape

    import justext as peer

    source = "".join(f"<p>{escape(line)}</p>" for line in page["text"].splitlines() if line.strip())
    found = peer.justext(f"<html><body>{source}</body></html>", peer.get_stoplist("English"))
    rows, at = [], 0
    for paragraph in found:
        start = page["text"].find(paragraph.text, at)
        if start >= 0:
            at = start + len(paragraph.text)
            rows.append([start, at, "other" if paragraph.is_boilerplate else "paragraph"])
    return rows


SYSTEMS = {"rashomon": ours, "naive": naive, "lines of 60": long_lines, "justext": justext}


def score(gold: Sequence[dict[str, Any]], predicted: Sequence[list[list[Any]]]) -> dict[str, float]:
    pairs = [pair for page, rows in zip(gold, predicted, strict=True) for pair in _judged(page, rows)]
    content = _f1([(w in CONTENT_ROLES, f in CONTENT_ROLES) for w, f in pairs if w not in _UNDECIDED])
    boilerplate = _f1([(w not in CONTENT_ROLES, f not in CONTENT_ROLES) for w, f in pairs if w not in _UNDECIDED])
    roles = sum(w == f for w, f in pairs) / len(pairs)
    return {"mean of both F1": (content + boilerplate) / 2, "content F1": content, "boilerplate F1": boilerplate, "role": roles}


def _judged(page: dict[str, Any], rows: list[list[Any]]) -> list[tuple[str, str]]:
    """Wanted and found role of each character that is not white space."""
    found = ["other"] * len(page["text"])
    for start, end, role in rows:
        found[start:end] = [role] * (end - start)
    return [(role, found[i]) for start, end, role in page["parts"] for i in range(start, end) if not page["text"][i].isspace()]


def _f1(pairs: list[tuple[bool, bool]]) -> float:
    both, either = sum(w and f for w, f in pairs), sum(w for w, _ in pairs) + sum(f for _, f in pairs)
    return 2 * both / either if either else 0.0


def _rows(found: Sequence[Block]) -> list[list[Any]]:
    return [[b.start, b.end, b.role] for b in found]
