"""Two names in, how likely they are one name written twice out.

To the comparison of words this adds what the world knows: countries, bodies and outlets by all their names, and towns by
theirs, so that Rangoon is Yangon and Niger is not Nigeria.
"""

from rashomon.text import gazetteer
from rashomon.text.names import SAME, Match, judged
from rashomon.text.names import match as match_words

__all__ = ["SAME", "Match", "match"]

_KINDS = {
    "per": "person", "human": "person", "people": "person", "org": "organisation", "organization": "organisation",
    "company": "organisation", "publicbody": "organisation", "legalentity": None, "group": "organisation", "gpe": "place",
    "loc": "place", "location": "place", "city": "place", "town": "place", "country": "place", "address": "place",
}  # fmt: skip


_LARGE = 100_000  # people: towns from here on have their own names; smaller ones are called like others too


def match(left: str, right: str, kind: str | None = None) -> Match:
    """Whether two names may be one: `verdict` (same, maybe, different), `score` (0 to 1; from 0.80 on they are taken to be
    one) and `reasons` in words.

    `kind`: person, organisation, place (or a usual word for these), or None where it is not known; any other kind is
    compared as an organisation's name is. Either way round gives the same, and no input raises.
    """
    kind = _KINDS.get(kind.casefold(), kind.casefold()) if kind else None
    found = match_words(left, right, kind)
    return found if kind == "person" or found.score >= 0.98 else _listed(left, right, kind) or found


def _listed(left: str, right: str, kind: str | None) -> Match | None:
    """What lists say of two names; None where they do not know both."""
    known, other = gazetteer.known(left), gazetteer.known(right)
    if known and other:
        if known.key == other.key:
            return judged(0.95, f"listed as names of one {known.kind} ({known.name})")
        return judged(0.3, f"listed as names of two: {known.name}, {other.name}")
    if kind != "place":
        return None
    towns, others = gazetteer.towns(left), gazetteer.towns(right)
    if shared := set(towns) & set(others):
        town = max(shared, key=lambda t: (t.population, t.name))
        return judged(0.95, f"names of one town ({town.name}, {town.country})")
    if towns and others and min(towns[0].population, others[0].population) >= _LARGE:
        return judged(0.5, f"names of two towns: {towns[0].name}, {towns[0].country}; {others[0].name}, {others[0].country}")
    return None
