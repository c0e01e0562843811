"""A claim in, who by it had a part in an act, or had none, out.

"We had no part in it" answers whoever says that they did it, and nobody else: a denial of a part in an act is no denial of the
act, and says nothing of what others tell of it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.data import load
from rashomon.meaning.families import spoken
from rashomon.model import Argument, Claim, Mention

_IF = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
_KNOWING = {"knowing": "agent", "telling": "patient"}
"""For each list of verbs who knows by them."""
_ABLE = frozenset({"person", "organisation", "group", "place"})
_ACCUSED = re.compile(r"[^,;:.]{2,60}?(?= of [a-z]+ing\b)")
_NEAR = 2  # words between a name and the noun of the act that it stands before: "a Norland air strike"


@dataclass(frozen=True, slots=True)
class Part:
    """`who` is the id of an entity, `act` a line of `data/involvement.toml`; `had` is whether it had a part in it. `deed` is None
    or what is denied of it alone, as verb and object: who denies to have hit the market may have hit a depot.
    """

    who: str
    act: str
    had: bool
    deed: tuple[str, Argument] | None = None


def parts(claim: Claim, mentions: Sequence[Mention]) -> Iterator[Part]:
    """Whose part in which acts a claim asserts or rejects. `mentions` are the claim's, with their entities."""
    if claim.modality in ("possible", "future") or _IF.search(claim.span.text):
        return
    mentions = [m for m in mentions if m.kind in _ABLE]
    for act in sorted({a for word in (claim.predicate or "", *claim.words) if (a := _act(claim, word) or _verbs().get(word))}):
        if claim.negated or claim.polarity == "denied":
            if _about_part(claim, act) and (who := _denier(claim, mentions)):
                yield Part(who, act, had=False, deed=_deed(claim, act))
        else:
            yield from (Part(who, act, had=True) for who in sorted(_doers(claim, act, mentions)))


def aware(claim: Claim, mentions: Sequence[Mention], act: str) -> Iterator[str]:
    """The entities of those of whom a claim says that they knew of an act: "it knew about the deal", "was told of the deal"."""
    if claim.negated or claim.polarity == "denied" or claim.modality in ("possible", "future") or _IF.search(claim.span.text):
        return
    role = next((role for name, role in _KNOWING.items() if claim.predicate in _words(name)), None)
    if role and any(_act(claim, a.head) == act for a in claim.arguments if a.role != role):
        able = [m for m in mentions if m.kind in _ABLE]
        yield from (who for a in _by_role(claim, role) if (who := _named(a, able) or _self(a, claim)))


def noun(act: str, claims: Sequence[Claim]) -> str:
    """What a question calls an act: as a denial of a part in it does, else by its own name."""
    said = (a.head for c in claims if c.negated or c.polarity == "denied" for a in c.arguments if _act(c, a.head) == act)
    own: str = load("involvement")["act"][act]["noun"]
    return next(said, own)


@cache
def _acts() -> Mapping[str, str]:
    return {name: act for act, row in load("involvement")["act"].items() for name in row["families"]}


@cache
def _verbs() -> Mapping[str, str]:
    return {verb: act for act, row in load("involvement")["act"].items() for verb in row.get("verbs", ())}


def _act(claim: Claim, word: str) -> str | None:
    """The act that a word of a claim is for; a weapon is none."""
    return None if word in _words("tools") else _acts().get(spoken(claim, word) or "")


def _words(name: str) -> frozenset[str]:
    return frozenset(load("involvement")["part"][name])


def _about_part(claim: Claim, act: str) -> bool:
    """Whether it is a part in the act that is rejected: in so many words, or by the act as one's own deed."""
    having = any(word in _words("having") for word in (claim.predicate or "", *claim.words)) or "behind" in claim.span.text
    deed = claim.polarity == "denied" and bool(_by_role(claim, "agent"))  # "there was no explosion" is nobody's
    return having or (deed and (_is(claim, act) or _does(claim, act)))


def _deed(claim: Claim, act: str) -> tuple[str, Argument] | None:
    """The verb and what it was done to, where the act is denied of this: "had not bombed the market", "had not fired on it"."""
    whom = next((a for role in ("patient", "other") for a in _by_role(claim, role) if _act(claim, a.head) != act), None)
    direct = whom is not None and _is(claim, act) and any(a.role == "agent" for a in claim.arguments)
    return (claim.predicate, whom) if direct and claim.predicate and whom else None


def _does(claim: Claim, act: str) -> bool:
    """Whether the claim's verb takes the act as its object: "carried out the attack"."""
    return claim.predicate in _words("doing") and any(_act(claim, a.head) == act for a in _by_role(claim, "patient"))


def _by_role(claim: Claim, *roles: str) -> list[Argument]:
    return [a for a in claim.arguments if a.role in roles]


def _denier(claim: Claim, mentions: Sequence[Mention]) -> str | None:
    """Whose part is rejected: the subject's, or the speaker's own where the subject is a pronoun or left out."""
    subject = next(iter([*_by_role(claim, "agent"), *_by_role(claim, "patient")]), None)
    speaker = claim.chain[0].entity if claim.chain else None
    if subject is None or subject.head in _words("self") or subject.span.text.split()[0].lower() in _words("self"):
        return speaker
    if subject.span.start < claim.span.start:  # "Norland denied carrying out …": the subject stands before the claim
        return speaker
    return _named(subject, mentions) or (speaker if _act(claim, subject.head) else None)


def _named(argument: Argument, mentions: Sequence[Mention]) -> str | None:
    """The entity that an argument names: as its head, or as whose jets, troops or police it is."""
    inside = [m for m in mentions if m.entity and argument.span.start <= m.span.start and m.span.end <= argument.span.end]
    heads = [m for m in inside if m.span.text.split()[-1].lower().startswith(argument.head[:4])]
    if heads:
        return heads[0].entity
    tool = argument.head in _words("tools")
    named = [m for m in inside if tool or m.form != "descriptor"]
    return named[-1].entity if named and (tool or named[-1].span.end == argument.span.end) else None


def _doers(claim: Claim, act: str, mentions: Sequence[Mention]) -> set[str]:
    """Those who did it, by what a claim says."""
    found: set[str] = set()
    if _is(claim, act) or _does(claim, act) or "behind" in claim.span.text:
        found |= {who for a in _by_role(claim, "agent") if (who := _named(a, mentions) or _own(a, claim))}
    if _takes(claim, act):
        found |= {who for a in _by_role(claim, "agent") if (who := _named(a, mentions) or _self(a, claim))}
    if claim.predicate in _words("bearer"):
        found |= {who for a in _by_role(claim, "patient") if (who := _named(a, mentions))}
    if (accused := _ACCUSED.match(claim.span.text)) and accused[0].lower().endswith(claim.predicate or " "):
        # "accused the army of shelling …": the verb of accusing is a cue, so that the claim begins with who is accused
        end = claim.span.start + accused.end()
        found |= {m.entity for m in mentions if m.entity and m.span.end == end}
    found |= {m.entity for m in mentions if m.entity and m.form == "modifier" and not _where(m) and _before_act(claim, m, act)}
    return found


def _is(claim: Claim, act: str) -> bool:
    """Whether the claim's verb is the act. A deal that is struck is no strike."""
    if claim.predicate in load("involvement")["act"][act].get("verbs", ()):
        return True
    return _act(claim, claim.predicate or "") == act and not (
        claim.predicate == "strike" and any(_act(claim, w) == "agreement" for w in claim.words)
    )


def _takes(claim: Claim, act: str) -> bool:
    """Whether the subject is said to have had a part in the act: "took part in it", "admits its part in the deal"."""
    said = {claim.predicate or "", *claim.words}
    having = bool(said & _words("having")) and claim.predicate in _words("taking") | _words("having")
    return having and any(_act(claim, word) == act for word in claim.words)


def _self(agent: Argument, claim: Claim) -> str | None:
    """The speaker, who says "we took part", or of whom it is said that "it took part"."""
    return claim.chain[0].entity if len(claim.chain) > 1 and agent.head in _words("self") else None


def _own(agent: Argument, claim: Claim) -> str | None:
    """The speaker, who says "our jets" or, in somebody's words, "its jets"."""
    return claim.chain[0].entity if len(claim.chain) > 1 and agent.span.text.split()[0].lower() in _words("own") else None


def _where(mention: Mention) -> bool:
    """Whether a name before an act may say where it was: "the Harbour Road blast", but not "the Norland strike" of Norlanders."""
    return mention.kind == "place" and not mention.span.text.isupper() and mention.span.text not in peoples()


@cache
def peoples() -> frozenset[str]:
    """What countries call their own: "Norwegian"."""
    return frozenset(name for row in load("countries")["countries"].values() for name in row.get("people", ()))


def _before_act(claim: Claim, mention: Mention, act: str) -> bool:
    """Whether a name stands right before the noun of the act: "a Norland air strike"."""
    after = claim.span.text[mention.span.end - claim.span.start :].lower().replace("-", " ").split()[: _NEAR + 1]
    return any(_act(claim, word.strip(".,;:’'\"”")) == act for word in after)
