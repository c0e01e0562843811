"""The words by which a text says who made, mediated or approved an agreement (`data/deals.toml`), as patterns and look-ups."""

import re
from functools import cache

from rashomon.data import load

_READ = 2000  # code points of a claim, beyond which it is no sentence


@cache
def nouns() -> re.Pattern[str]:
    """Nouns for an agreement."""
    words = [*load("deals")["nouns"], *load("families")["family"]["agreement"]]
    return re.compile(rf"\b(?:{'|'.join(sorted({w for w in words if w != 'agree'}, key=len, reverse=True))})s?\b", re.IGNORECASE)


@cache
def lemmas() -> dict[str, str]:
    """For each verb what its subject is to an agreement: maker, mediator, backer."""
    return {lemma: role for role, verbs in load("deals")["verbs"].items() for lemma in verbs}


@cache
def _by_form() -> dict[str, str]:
    rows = ((role, lemma, forms) for role, verbs in load("deals")["verbs"].items() for lemma, forms in verbs.items())
    return {form: role for role, lemma, forms in rows for form in (forms or [f"{lemma}ed"])}


@cache
def forms() -> str:
    """The past forms of these verbs, for a pattern."""
    return "|".join(sorted(_by_form(), key=len, reverse=True))


@cache
def with_whom() -> re.Pattern[str]:
    """What may stand between an agreement and "with"."""
    between = r"\s+(?:on|for|over|to|of|between|that|which)\b[^,;.:]{0,60}?"
    made = rf"(?:\s+[^,;.:]{{2,50}}?)?(?:\s+(?:had|has|have|was|were|been))*\s+(?:{forms()})\b[^,;.:]{{0,40}}?"
    return re.compile(rf"(?:{between}|{made})?\s+with\s+", re.IGNORECASE)


def role(form: str) -> str:
    """What the subject of a verb in this form is to an agreement."""
    return _by_form()[form.lower()]


_TO = r"(?:\s+[^,;.:]{0,50}?)?(?<!order)(?<!was)\s+(?:to|for\s[^,;.:]{2,50}?\sto)\s+(?!be\b)(?:\w+ly\s+)?[a-z]+"
_THAT = (
    r"[^,;.:]{0,20}?\s+(?:that|which)\s+(?:\w+\s+){0,2}?"
    r"(?:allow|let|gave|give|grant|provid|requir|oblig|bar|ban|stipulat|call|would|ended|saw)"
)
_SAYS = (
    r"(?:\s+(?:also|had|has|itself|did|does|not))*\s+(?:stipulat|stat|provid|said|says|requir|allow|lets?\b|bars?\b|barred|exclu|"
    r"calls? for|called for|inclu|oblig|foresees?|specif|ban|forbids?|forbade|cover|permit|guarantee|grant)"
)
_UNDER = r"\b(?:under|as part of|according to|(?:by|under) the terms of|excluded from|in line with)\s+(?:[\w’'.-]+[\s,]+){0,5}$"


def settles(text: str) -> bool:
    """Whether a claim's words say what an agreement was to bring: "a deal to free them", "under the deal they were to leave"."""
    if re.search(r"\bagree[ds]?\s+(?:to|on|that)\b|,? which was that\b", text[:_READ]):
        return True
    return any(_settled(text, m.start(), m.end()) for m in nouns().finditer(text[:_READ]))


def _settled(text: str, start: int, end: int) -> bool:
    if re.match(rf"{_TO}|{_THAT}|{_SAYS}", text[end : end + 200], re.IGNORECASE):
        return True
    low = max(0, start - 80)
    under = re.search(_UNDER, text[low:start], re.IGNORECASE)
    return under is not None and (low + under.start() > 0 or text[end : end + 1] == ",")
