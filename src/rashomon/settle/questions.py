"""What bears on a point in, its question in plain words out, made of the claims' own words."""

import re
from collections import Counter
from collections.abc import Sequence

from rashomon.data import load
from rashomon.meaning.families import thing
from rashomon.model import Act, Answer, Claim, Link
from rashomon.settle import asking
from rashomon.text.excerpts import cut_between_words

_PAUSE = re.compile(r"[,;:–—()“”\"]|\s(?:and|or|but|when|while|as|after|before|because|which|who|that)\s|\.(?:\s|$)")
_ARTICLE = re.compile(r"(?:The|A|An) ")
_AT = re.compile(r",?\s+(?:in|at|near|on|inside|outside)\s+(?:the\s+)?$")
_FEW = 3  # words of a question without its answer, beyond which it asks something
_SHOWN = 70  # code points of a claim's words in a question


def any_such(denials: Sequence[Claim]) -> str:
    """Whether there was any of what claims say there was none of: "Was there any explosion?"."""
    claim = min(denials, key=lambda c: (len(c.span.text), c.id))
    lemma = thing(claim) or ""
    noun = next((w for w in claim.span.text.split() if w.lower().startswith(lemma[:4])), lemma).strip(".,;:’'\"”")
    return f"{'Were' if noun.endswith('s') and not lemma.endswith('s') else 'Was'} there any {noun}?"


def yes_no(claim: Claim) -> str:
    """Whether it is so, in the words of one who says it is."""
    return f"Is this so: “{in_words(claim)}”?"


def said(claim: Claim) -> str | None:
    """Whether its speaker said so, in his words, where he has a name."""
    speaker = claim.chain[0] if claim.chain else None
    if (
        speaker is None
        or claim.attribution is None
        or speaker.kind not in ("person", "organisation", "group")
        or not speaker.name[:1].isupper()
    ):
        return None
    verb = "deny that" if claim.reversed else "leave open that" if claim.withheld else "say"
    return f"Did {speaker.name} {verb} “{in_words(claim)}”?"


def act(kind: str, answers: Sequence[Answer]) -> str:
    """Who did it, when or where: "Who freed 21 girls?" in the words that follow the doer where a claim puts it so, else whatever
    the briefest claim says, without the answer.
    """
    ask = {"who": "Who was it", "when": "When was it", "where": "Where was it"}[kind]
    if kind == "who" and (told := [words for a in answers if (words := _done(a) or asking.who(a.claim))]):
        return min(told, key=lambda t: (len(t), t))
    if kind != "who" and (told := [words for a in answers if (words := _up_to(a))]):
        return f"{kind.title()} {min(told, key=lambda t: (len(t), t))}?"
    claim = min((a.claim for a in answers), key=lambda c: (len(c.span.text), c.id))
    return f"{ask} (as in “{in_words(claim)}”)?"


def _up_to(answer: Answer) -> str:
    """What a claim that opens with an article tells, as a question without its answer: "did the fire break out"."""
    claim = answer.claim
    whether = asking.whether(claim, False) if _ARTICLE.match(claim.span.text) else None
    spans = [p.span for p in answer.parts] or ([answer.time.span] if answer.time else [])
    if not whether or len(spans) != 1:
        return ""
    before, found, _ = whether.partition(" ".join(spans[0].text.split()))
    cut = _AT.search(before)
    words = before[: cut.start()] if found and cut else ""
    return words[:1].lower() + words[1:] if len(words.split()) > _FEW else ""


def dealt(act: Act) -> str:
    """Who had this role in an agreement: "Who made the truce?"."""
    asked: str = load("deals")["question"][act.role]
    return asked.replace("{noun}", act.of[0])


def part(act: Act) -> str:
    """What part somebody had in an agreement: "What part did Norland have in the truce?"."""
    noun, name = act.of
    return f"What part did {name} have in the {noun}?"


def _done(answer: Answer) -> str:
    """What follows the doer up to the next pause, where it begins with the verb as one doer takes it."""
    claim, doer = answer.claim, answer.parts[0].span
    after = claim.span.text[max(0, doer.end - claim.span.start) :]
    stop = _PAUSE.search(after + " ")
    rest = " ".join((after[: stop.start()] if stop else after).split()).strip(" .")
    verb, *others = rest.split() or [""]
    lemma = claim.predicate or ""
    return f"Who {rest}?" if 0 < len(others) < 9 and verb != lemma and verb[:2] == lemma[:2] else ""


def shared(links: Sequence[Link]) -> list[str]:
    """The words that claims share most; of two words of which one holds the other, the longer."""
    shared = Counter(word for link in links for reason in link.reasons for word in re.findall("“([^”]+)”", reason))
    words: list[str] = []
    for word, _ in sorted(shared.items(), key=lambda x: (-x[1], -len(x[0]), x[0])):
        if not any(word.casefold() in other.casefold() or other.casefold() in word.casefold() for other in words):
            words.append(word)
    return words[:3]


def in_words(claim: Claim) -> str:
    """The first words of a claim."""
    return cut_between_words(" ".join(claim.span.text.split()).rstrip(" .,"), _SHOWN)
