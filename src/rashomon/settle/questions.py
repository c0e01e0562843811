"""What bears on a point in, its question in plain words out, made of the claims' own words."""

import re
from collections import Counter
from collections.abc import Sequence

from rashomon.model import Claim, Link, Quantity

_ASK = {"money": "How much", "duration": "How long", "length": "How far or long", "percent": "What share", "count": "How many"}
_STOP = re.compile(
    r"[,;:–—()“”\"]|\s(?:and|or|but|when|while|as|after|before|because|which|who|that|on|in|at|by|since|with)\s|\.(?:\s|$)"
)
_SHOWN = 70  # code points of a claim's words in a question


def number(figures: Sequence[tuple[Quantity, Claim]]) -> str:
    """ "How many people were killed?": what is counted, and what the claim that says so most briefly goes on with."""
    asked = [(q, c, _rest(q, c)) for q, c in figures]
    quantity, claim, rest = min(asked, key=lambda x: (not x[2], x[0].of is None, " " not in x[2], len(x[2]), x[0].id))
    counted = " ".join((quantity.of.text if quantity.of else quantity.unit or "").split())
    ask = _ASK.get(quantity.kind, "What figure")
    if rest:
        return f"{ask} {counted} {rest}?" if quantity.kind == "count" else f"{ask}: {counted} {rest}?".replace(":  ", ": ")
    return f"{ask} {counted}".rstrip() + f" (as in “{_short(claim.span.text)}”)?"


def _rest(quantity: Quantity, claim: Claim) -> str:
    """The words after the figure and what it counts, up to the next pause; none where they would make no question."""
    end = max(quantity.span.end, quantity.of.end if quantity.of else 0) - claim.span.start
    after = " ".join(claim.span.text[max(0, end) :].split())
    stop = _STOP.search(" " + after + " ")
    rest = (after[: max(0, stop.start() - 1)] if stop else after).strip(" .")
    return rest if 0 < len(rest.split()) <= 6 else ""


def yes_no(claim: Claim) -> str:
    """Whether it is so, in the words of one who says it is."""
    return f"Is it so that “{_short(claim.span.text)}”?"


def what(words: Sequence[str]) -> str:
    """What is said about these words."""
    return f"What is said about {' and '.join(filter(None, [', '.join(words[:-1]), words[-1]]))}?" if words else "What is said?"


def shared(links: Sequence[Link]) -> list[str]:
    """The words that claims share most; of two words of which one holds the other, the longer."""
    shared = Counter(word for link in links for reason in link.reasons for word in re.findall("“([^”]+)”", reason))
    words: list[str] = []
    for word, _ in sorted(shared.items(), key=lambda x: (-x[1], -len(x[0]), x[0])):
        if not any(word.casefold() in other.casefold() or other.casefold() in word.casefold() for other in words):
            words.append(word)
    return words[:3]


def _short(text: str) -> str:
    text = " ".join(text.split()).rstrip(" .,")
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"
