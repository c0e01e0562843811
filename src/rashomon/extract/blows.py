"""The words around a length of time in, whether it lies between two blows out: two bombs, two tremors, two strikes."""

import re

_BLOW = (
    r"(?:bombs?|bombings?|blasts?|explosions?|strikes?|air ?strikes?|raids?|missiles?|rockets?|shells?|mortars?|drones?|impacts?"
    r"|attacks?|tremors?|quakes?|shocks?|detonations?|projectiles?|rounds?)"
)
_APART = re.compile(r"\s+apart\b")
_TWO = re.compile(rf"\btwo (?:[^\W\d_]+ )?{_BLOW}\b", re.IGNORECASE)
_LATER = re.compile(r"\s+(?:later|after(?:wards)?|behind)\b")
_SECOND = re.compile(
    rf"\b(?:(?:the|a) second {_BLOW}|another {_BLOW}|a second)\s(?:then |had )?"
    r"(?:came|come|fell|fallen|hit|struck|landed|followed|exploded|went off)\b[^.;]*\Z",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"\b(?:hit|hits|struck|strikes?|bombed|shelled|attacked)\b[^.;,]{0,40}\btwice (?:with)?in (?:about |some )?\Z", re.IGNORECASE
)


def between(before: str, after: str) -> bool:
    """Whether it does: "two blasts half an hour apart", "the second bomb struck 12 minutes after", "a second came down minutes
    later", "struck it twice within a quarter of an hour". `before` and `after` are the words of its sentence around it.
    """
    apart = _APART.match(after) and _TWO.search(before)
    later = _LATER.match(after) and _SECOND.search(before)
    return bool(apart or later or _TWICE.search(before))
