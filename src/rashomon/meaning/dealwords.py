"""The words by which a text says who made, mediated or approved an agreement (`data/deals.toml`), as patterns and look-ups."""

import re
from functools import cache

from rashomon.data import load


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
