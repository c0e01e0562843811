"""Names and all that was seen of them in, what kind of thing bears each out: one kind for all the places where it stands."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from rashomon.extract.sightings import listed_words
from rashomon.text import gazetteer
from rashomon.text.names import fold

_KNOWN_BY_ALL = 500_000  # people: a town that the language model should not take for somebody
_PLACE_BEFORE = re.compile(
    r"\b(?:in|near|into|around|outside|inside|across|towards?|leaving|left|reached|captured?|entered"
    r"|(?:city|town|village|province) of)\s+(?:the\s+)?$",
    re.I,
)
_BODY_AFTER = re.compile(
    r"\s+(?:[a-z]+ist |rebel |armed |militant )?(?:group|militia|movement|party|organi[sz]ation|faction|network)\b"
)
_BODY_BEFORE = re.compile(
    r"\b(?:group|charity|agency|organi[sz]ation|watchdog|outlet|newspaper|daily|weekly|broadcaster|channel|website|network|NGO|company|firm"
    r"|party|movement|militia)\s+$"
)
_WORK_BEFORE = re.compile(
    r"\b(?:film|documentary|programme|program|novel|podcast|memoir|book),?\s+(?:(?:call|titl|entitl)ed )?(?:[Tt]he\s+)?[\"“‘']?$"
)
_SPEAKS_AFTER = re.compile(r"^,?\s+(?:said|says|told|added|warned|claimed|denied|insisted|announced)\b")


def kinds_of(
    text: str, spans: list[tuple[int, int]], votes: Mapping[str, Mapping[str, float]], forms: dict[str, str]
) -> dict[str, str]:
    """The kind of each form, all its evidence put together."""
    around: dict[str, Counter[str]] = defaultdict(Counter)
    for start, end in spans:
        form = text[start:end]
        around[form]["all"] += 1
        around[form]["place"] += bool(_PLACE_BEFORE.search(text, max(0, start - 24), start))
        before = text[max(0, start - 40) : start]
        around[form]["organisation"] += bool(_BODY_AFTER.match(text[end : end + 24]) or _BODY_BEFORE.search(before))
        around[form]["work"] += bool(_WORK_BEFORE.search(before))
        around[form]["person"] += bool(_SPEAKS_AFTER.match(text[end : end + 14]))
    for form in _owners(around):
        around[form]["body"] += 1
    kinds = {form: _kind(form, votes.get(form, {}), around[form]) for form in around}
    for form, full in forms.items():
        if form != full and form in kinds and kinds.get(full) == "person" and not gazetteer.known(form):
            kinds[form] = "person"
    return kinds


def _owners(forms: Mapping[str, object]) -> Iterator[str]:
    """Forms with which the name of a body begins, as with its town: "Nordhavn" of "Nordhavn Port Authority"."""
    for form in forms:
        words = form.split()
        if len(words) > 1 and words[-1].casefold() in listed_words("organisation_words"):
            yield from (part for n in range(1, len(words)) if (part := " ".join(words[:n])) in forms)


def _kind(form: str, votes: Mapping[str, float], around: Counter[str]) -> str:
    if what := gazetteer.known(form):
        return what.kind
    score: dict[str, float] = defaultdict(float, other=0.1)
    total = sum(votes.values()) or 1
    for kind, count in votes.items():
        score[kind] += 2 * count / total + (1 if kind == "person" and count >= 3 and total > count else 0)
    if found := gazetteer.towns(form):
        weight = 2.5 if " " in form or found[0].population >= 100_000 else 1.2
        surname = found[0].population < _KNOWN_BY_ALL and " " not in form and not around["place"]
        surname = surname and 2 * votes.get("person", 0) > total
        score["place"] += 0.3 * weight if surname else weight  # many a town is called like somebody: "Bush", "Jackson"
    lived_in = around["place"] >= 0.3 * around["all"] > 0 and votes.get("person", 0) < 3 and " " not in form
    score["place"] += 2.2 if lived_in else min(1.5, 0.3 * around["place"])
    score["organisation"] += 2.5 * bool(around["organisation"])
    score["work"] += 2.5 * bool(around["work"])
    score["person"] += min(1.0, 0.2 * around["person"])
    words = fold(form).split()
    score["place"] += 1.5 * bool(around["body"]) + 2.2 * (len(words) > 1 and words[0] in listed_words("place_beginnings"))
    last, heads = words[-1:], {words[i - 1] for i, w in enumerate(words) if w in ("of", "for") and i} | {*words[-1:]}
    if len(words) > 1:
        score["organisation"] += 4 * bool(heads & listed_words("organisation_words"))
        score["place"] += 4 * bool({*last} & listed_words("place_words"))
        score["event"] += 3 * bool({*last, words[0]} & listed_words("event_words"))
    elif words and words[0] in listed_words("organisation_words"):
        score["organisation"] += 3
    elif form.isupper() and len(form) < 7:
        score["organisation"] += 1
    return max(sorted(score), key=lambda kind: score[kind])
