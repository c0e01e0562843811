"""Claims in, points on what is asked of any departure under terms, exchange, surrender or siege out: "Was food let in?"

What ties such claims together is what they answer, told by the ways in which it is put; only piles of which most accounts open
with such an event are asked.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.meaning import dealings
from rashomon.meaning.dealings import Dealing
from rashomon.model import Answer, Claim, Comparison, Lineage, Point, Span, Value
from rashomon.settle import assembled
from rashomon.settle.rebuttals import Rejected
from rashomon.settle.records import Records, openings
from rashomon.settle.relations import Compare
from rashomon.text.excerpts import cut_between_words

_BEFORE, _AFTER = 300, 100  # code points around a claim that tell what it is about
_SHOWN = 100  # code points of a claim's words in a reason

Told = Mapping[str, Mapping[str, Dealing]]
"""For each question what claims answer, by their ids."""


def told(given: Records) -> Told:
    """For each question what claims answer, where two accounts do."""
    found: dict[str, dict[str, Dealing]] = defaultdict(dict)
    if not _asked(given):
        return found
    for key, claim in given.claims.items():
        text = dealings.put(claim, [given.mentions[m] for m in claim.mentions if m in given.mentions])
        whole = given.documents[given.document_of[key]].text
        around = whole[max(0, claim.span.start - _BEFORE) : claim.span.end + _AFTER]
        for name, row in dealings.questions().items():
            if (key not in given.past or row.get("past")) and (one := dealings.read(claim, text, around, name)):
                found[name][key] = one
    inner = {name: _innermost(answers, given) for name, answers in found.items()}
    return {name: answers for name, answers in inner.items() if len({given.document_of[key] for key in answers}) > 1}


def denials(found: Told) -> set[str]:
    """The claims that answer so that another may be contradicted, by denying something."""
    return {
        key
        for answers in found.values()
        for key, one in answers.items()
        if (one.flipped or one.answer in ("none", "no")) and any(dealings.against(one, o) for o in answers.values())
    }


def points(found: Told, rejected: Sequence[Rejected], given: Records, lineage: Lineage) -> Iterator[Point]:
    """A point for each question; `rejected` are claims that others only reject."""
    for name, answers in found.items():
        contrary = {
            key: replace(flipped, start=0, end=0)
            for one in rejected
            if one.told in answers and (flipped := dealings.opposite(answers[one.told]))
            for key in one.denied
            if key not in answers
        }
        left = {**answers, **contrary}
        if _worth(name, left) and len({given.document_of[key] for key in left}) > 1:
            yield _point(name, left, given, lineage)


def _worth(name: str, answers: Mapping[str, Dealing]) -> bool:
    """Whether answers are worth a question: some are only where they differ, or where somebody gives one of them."""
    row, told_ = dealings.questions()[name], {one.answer for one in answers.values()}
    return (len(told_) > 1 or not row.get("plain")) and row.get("needs", next(iter(told_))) in told_


def _asked(given: Records) -> bool:
    """Whether half of the accounts open with such an event."""
    return dealings.told_of(openings(given, dealings.OPENING))


def _innermost(answers: Mapping[str, Dealing], given: Records) -> dict[str, Dealing]:
    """The same without claims within which another says it."""
    claims = [given.claims[key] for key in answers]
    outer = {c.id for c in claims if any(o is not c and c.span.covers(o.span) for o in claims)}
    return {key: one for key, one in answers.items() if key not in outer}


def _point(name: str, answers: Mapping[str, Dealing], given: Records, lineage: Lineage) -> Point:
    row = dealings.questions()[name]
    keys = {answer: [key for key, one in answers.items() if one.answer == answer] for answer in row["answer"]}
    groups = [(answer, found) for answer, found in keys.items() if found]
    values = [Value(id=f"v{n}", text=dealings.said(name, answer)) for n, (answer, _) in enumerate(groups, 1)]
    told_ = [[assembled.answer(given, key) for key in found] for _, found in groups]
    kind, key = row.get("kind", "yes-no"), f"{name} {min(answers)}"
    question = dealings.asked(name, [given.claims[key] for key in answers])
    point = assembled.point(kind, question, key, values, told_, given, _comparer(name, answers, given), lineage)
    whys = {key: f"“{_words(given.claims[key])}” says: {dealings.said(name, one.answer)}" for key, one in answers.items()}
    return replace(
        point, claims=tuple(replace(m, why=whys[m.claim], words=_span(answers[m.claim], m.claim, given)) for m in point.claims)
    )


def _span(one: Dealing, key: str, given: Records) -> Span | None:
    """The words that answer; none of who only rejects those of another."""
    claim = given.claims[key]
    words = claim.span.text[one.start : one.end]
    start = claim.span.start + one.start
    return Span(document=claim.span.document, start=start, end=start + len(words), text=words) if words.strip() else None


def _comparer(name: str, answers: Mapping[str, Dealing], given: Records) -> Compare:
    """How two answers stand: in conflict where both cannot be so, unless of two times."""
    row = dealings.questions()[name]

    def compared(left: Answer, right: Answer) -> Iterator[Comparison]:
        ours, theirs = answers[left.claim.id], answers[right.claim.id]
        why = " and ".join(f"“{_words(a.claim)}”" for a in (left, right))
        if ours.answer == theirs.answer:
            yield Comparison(outcome="agree", why=f"{why} say the same: {dealings.said(name, ours.answer)}")
        elif not dealings.against(ours, theirs):
            yield Comparison(outcome="compatible", why=f"{why} may both be so")
        elif row.get("timed") and not _after(left, right, answers, given):
            yield Comparison(outcome="compatible", why=f"{why} may be of two times")
        elif row.get("passing") and _later(left, right, answers, given):
            yield Comparison(outcome="compatible", why=f"{why}: it may have come about later")
        else:
            denied = ours.flipped or theirs.flipped or "none" in (ours.answer, theirs.answer)
            yield Comparison(outcome="denial" if denied else "conflict", why=f"{why} cannot both be so")

    return compared


def _order(left: Answer, right: Answer, answers: Mapping[str, Dealing]) -> tuple[Answer, Answer]:
    """Two answers in the order of the pair of answers that exclude one another."""
    ours, theirs = answers[left.claim.id], answers[right.claim.id]
    listed = [ours.answer, theirs.answer] in dealings.questions()[ours.question]["against"]
    return (left, right) if listed else (right, left)


def _after(left: Answer, right: Answer, answers: Mapping[str, Dealing], given: Records) -> bool:
    """Whether what is said to have been broken was so after the day since when it is said to have been kept."""
    held, broken = _order(left, right, answers)
    since = [t.earliest for k in held.claim.times if (t := given.times.get(k)) and t.earliest]
    until = [t.latest for k in broken.claim.times if (t := given.times.get(k)) and t.latest]
    return bool(since and until) and max(until)[:10] > min(since)[:10]


def _later(left: Answer, right: Answer, answers: Mapping[str, Dealing], given: Records) -> bool:
    """Whether what one account says was not so may have come about by the time of the other."""
    docs = [given.documents[a.document].published for a in (left, right)]
    if not all(d.earliest and d.latest for d in docs):
        return True
    return docs[0].earliest != docs[1].earliest and not _told_before(left, right, given)


def _told_before(left: Answer, right: Answer, given: Records) -> bool:
    """Whether the later account says that it was so on a day before the earlier one was published."""
    first, then = sorted((left, right), key=lambda a: given.documents[a.document].published.earliest or "")
    day = max((t.latest for k in then.claim.times if (t := given.times.get(k)) and t.latest), default=None)
    out = given.documents[first.document].published.earliest
    return bool(day and out and day[:10] < out[:10])


def _words(claim: Claim) -> str:
    return cut_between_words(" ".join(claim.span.text.split()), _SHOWN)
