"""Claims in, points on questions that are put of any event and answered with yes or no out: "Was Ada Brenner on board?",
"Were the marchers armed?", "Was there any warning?"

What ties such claims together is whom they are about, and not their words: they are found by that, never by setting all claims
against all.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rashomon.meaning import harmed, standing
from rashomon.meaning.standing import Standing
from rashomon.model import Answer, Claim, Comparison, Lineage, Mention, Point, Value
from rashomon.settle import assembled
from rashomon.settle.records import Records
from rashomon.settle.relations import Compare
from rashomon.text.excerpts import cut_between_words

_NEAR = 250  # code points before a pronoun among which somebody is named whom it may mean
_FAR = 300  # code points between "they" and the claim that says who they are
_SHOWN = 100  # code points of a claim's words in a reason
_FREED = 2  # days after which somebody who was held may be free again
_HE = re.compile(r"(?:he|she|(?P<own>his|her))\b(?=\s)", re.IGNORECASE)
_I = re.compile(r"i\b(?=\s|['’])", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w-])[A-Z][\w-]+(?![\w-])")
_EVER = re.compile(r"\b(?:ever|never)\b", re.IGNORECASE)

Told = Mapping[str, Standing]
"""For a claim what it answers."""


@dataclass(frozen=True, slots=True)
class _Named:
    """Who is named in a document, in text order; `surnames`: those by which one person alone is called in the pile."""

    people: Sequence[Mention]
    surnames: Mapping[str, str]

    def before(self, at: int) -> set[str]:
        return {m.entity for m in self.people if m.entity and at - _NEAR <= m.span.start < at}


def told(given: Records) -> Mapping[tuple[str, str], Told]:
    """For each question and whom it is about what claims answer, where some say yes and some no."""
    found: dict[tuple[str, str], dict[str, Standing]] = defaultdict(dict)
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in given.mentions.values():
        if mention.kind == "person" and mention.form == "name":
            named[mention.span.document].append(mention)
    known = _surnames(given)
    before: dict[str, Claim] = {}
    for key, claim in given.claims.items():
        document = given.document_of[key]
        for one in _answers(claim, _Named(named[document], known), before.get(document), given):
            if key in given.past and not standing.ahead(one):
                continue
            found[one.state, one.who].setdefault(key, one)
        before[document] = claim
    narrowed = {of: _opposed(_innermost(answers, given)) for of, answers in found.items()}
    return {of: answers for of, answers in narrowed.items() if answers}


def denials(found: Mapping[tuple[str, str], Told], given: Records) -> set[str]:
    """The claims that answer with no, or reject a no."""
    return {
        key for answers in found.values() for key, one in answers.items() if not one.so or given.claims[key].polarity == "denied"
    }


def harmless(given: Records) -> set[str]:
    """The claims by which nobody, or nobody of some sort, came to harm: of whom it is said decides what they reject."""
    return {key for key, claim in given.claims.items() if any(not one.so for one in harmed.of_harm(claim, ()))}


def points(found: Mapping[tuple[str, str], Told], given: Records, lineage: Lineage) -> Iterator[Point]:
    """A point for each."""
    for (state, who), answers in sorted(found.items()):
        answers = _opposed(answers)
        if answers:
            yield _point(state, who, answers, given, lineage)


def _answers(claim: Claim, named: _Named, before: Claim | None, given: Records) -> Iterator[Standing]:
    yield from standing.of_event(claim)
    yield from standing.of_report(claim)
    yield from harmed.of_harm(claim, [given.quantities[q] for q in claim.quantities if q in given.quantities])
    near = before if before and claim.span.start - before.span.end <= _FAR else None
    yield from standing.of_groups(claim, near)
    for who, kind, text in _put(claim, named, given):
        yield from standing.of_name(claim, who, kind, " ".join(text.split()), claim.id in given.headed)


def _put(claim: Claim, named: _Named, given: Records) -> Iterator[tuple[str, str, str]]:
    """A claim's words with "@" for somebody, with who that is: for each who is named, and for a pronoun that begins it."""
    text, seen = claim.span.text.replace("@", " "), list[str]()
    for mention in (given.mentions[m] for m in claim.mentions if m in given.mentions):
        start, end = mention.span.start - claim.span.start, mention.span.end - claim.span.start
        if mention.form == "name" and mention.entity and mention.kind in ("person", "organisation", "group"):
            yield mention.entity, mention.kind, f"{text[:start]}@{text[end:]}"
            seen += text[start:end].split()
    for word in _NAME.finditer(text):
        if word[0] not in seen and (who := named.surnames.get(word[0])):
            yield who, "person", f"{text[: word.start()]}@{text[word.end() :]}"
    if (found := _HE.match(text)) and (who := _he(claim, named)):
        yield who, "person", ("@'s" if found["own"] else "@") + text[found.end() :]
    elif (found := _I.match(text)) and claim.chain and claim.chain[0].kind == "person" and claim.chain[0].entity:
        yield claim.chain[0].entity, "person", "@" + text[found.end() :]


def _surnames(given: Records) -> Mapping[str, str]:
    """For each last name by which one person alone goes who that is."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in given.mentions.values():
        words = mention.span.text.split()
        if mention.kind == "person" and mention.form == "name" and mention.entity and len(words) > 1:
            found[words[-1]].add(mention.entity)
    called = {w for m in given.mentions.values() if m.kind != "person" for w in m.span.text.split()}
    return {word: min(who) for word, who in found.items() if len(who) == 1 and word not in called}


def _he(claim: Claim, named: _Named) -> str | None:
    """Whom "he" means, where only one person is named before it, who may be the speaker."""
    speaker = {claim.chain[0].entity} if claim.chain and claim.chain[0].kind == "person" and claim.attribution else set()
    meant = {who for who in named.before(claim.span.start) | speaker if who}
    return meant.pop() if len(meant) == 1 else None


def _innermost(answers: Told, given: Records) -> Told:
    """The same without claims within which another says it."""
    claims = [given.claims[key] for key in answers]
    outer = {c.id for c in claims if any(o is not c and c.span.covers(o.span) for o in claims)}
    return {key: one for key, one in answers.items() if key not in outer}


def _opposed(answers: Told) -> Told:
    """Those answers that another may contradict; none where none does."""
    return {
        key: one
        for key, one in answers.items()
        if any(one.so != other.so and standing.comparable(one, other) for other in answers.values())
    }


def _point(state: str, who: str, answers: Told, given: Records, lineage: Lineage) -> Point:
    row, name = standing.state(state), _name(who, answers, given)
    values = [Value(id="v1", text="yes"), Value(id="v2", text="no")]
    sides = [[key for key, one in answers.items() if one.so == so] for so in (True, False)]
    told_ = [[replace(assembled.answer(given, key), involved=answers[key].so) for key in keys] for keys in sides]
    key = f"{state} {min(answers)}"
    harm = frozenset(h for one in answers.values() if not one.so for h in one.topic)
    asked = _worded(str(row["ask"]), who, name, harm)
    point = assembled.point("yes-no", asked, key, values, told_, given, _comparer(answers, name, given), lineage)
    whys = {key: f"“{_words(given.claims[key])}” says that {_said(one, name)}" for key, one in answers.items()}
    return replace(point, claims=tuple(replace(m, why=whys[m.claim]) for m in point.claims))


def _comparer(answers: Told, name: str, given: Records) -> Compare:
    """How two answers stand: in conflict, unless they are of two things, of a part, or of two times."""

    def compared(left: Answer, right: Answer) -> Iterator[Comparison]:
        ours, theirs = answers[left.claim.id], answers[right.claim.id]
        if ours.so == theirs.so or not standing.comparable(ours, theirs):
            return
        (yes, no), at = ((ours, theirs), (left, right)) if ours.so else ((theirs, ours), (right, left))
        words = [_words(a.claim) for a in at]
        why = f"“{words[0]}” says that {_said(yes, name)}, “{words[1]}” that {_said(no, name)}"
        if (no.part and not yes.whole) or (no.named and yes.part) or (yes.named and yes.part):
            yield Comparison(outcome="compatible", why=f"{why}; one speaks of a part of them")
        elif yes.mild and not no.mild:
            yield Comparison(outcome="compatible", why=f"{why}; the one is less than the other")
        elif standing.state(yes.state).get("passing") and (when := _since(yes, *at, given)):
            yield Comparison(outcome="compatible", why=f"{why}; {when}")
        else:
            denied = at[1].claim.polarity == "denied" and not at[1].claim.negated
            yield Comparison(outcome="denial" if denied else "conflict", why=why)

    return compared


def _since(yes: Standing, at: Answer, no: Answer, given: Records) -> str | None:
    """Why what changes may have changed between two answers; None where it cannot."""
    ours, theirs = (given.documents[a.document].published for a in (at, no))
    day = max(
        (t.latest for k in at.claim.times if (t := given.times.get(k)) and t.latest and t.type in ("DATE", "TIME")), default=None
    )
    if not (ours.latest and ours.earliest and theirs.earliest and theirs.latest):
        return "it may have come about later" if yes.later else None
    if day and day < theirs.earliest:
        freed = yes.state == "detention" and not _EVER.search(no.claim.span.text) and _days(day, theirs.earliest) > _FREED
        return "it may have ended since" if freed and no.claim.predicate == "be" else None
    if theirs.latest < ours.earliest:
        return f"it may have come about later (accounts of {theirs.latest} and {ours.earliest})"
    return "it may have come about later" if yes.later and theirs.latest <= ours.earliest else None


def _days(first: str, then: str) -> int:
    return (date.fromisoformat(then[:10]) - date.fromisoformat(first[:10])).days


def _words(claim: Claim) -> str:
    return cut_between_words(" ".join(claim.span.text.split()), _SHOWN)


def _said(one: Standing, name: str) -> str:
    return _worded(str(standing.state(one.state)["yes" if one.so else "no"]), one.who, name, one.topic)


def _worded(words: str, who: str, name: str, harm: frozenset[str]) -> str:
    """A question or an answer, of somebody or something by name."""
    genuine = standing.state(standing.REPORT)["genuine"].get(who.split(" ")[-1], "")
    return harmed.worded(words.replace("{genuine}", genuine), name, harm)


def _name(who: str, answers: Told, given: Records) -> str:
    """What claims call somebody most fully; a group by its own word."""
    texts = [
        " ".join(m.span.text.split())
        for key in answers
        for k in given.claims[key].mentions
        if (m := given.mentions.get(k)) and m.entity == who
    ]
    if not texts:
        hops = [h.name for key in answers for h in given.claims[key].chain[:1] if h.entity == who]
        texts = hops or [m.span.text for m in given.mentions.values() if m.entity == who and m.form == "name"]
    shown = max(texts, key=lambda t: (len(t), t), default=who)
    return f"the {who}" if not texts and any(one.state == standing.REPORT for one in answers.values()) else shown
