"""A text and a figure's place in it in, what became of those whom it counts out: "killed nine", "40 of whom were injured".

Offsets are code points within the text.
"""

import re
from functools import lru_cache

from rashomon.meaning.befallen import CLAUSE, DEPARTURE, RELEASE, forms, said, table
from rashomon.meaning.carried import held, taken_along
from rashomon.meaning.included import FIGURE, figure_before, included, without
from rashomon.meaning.narrowed import AT_HAND, IN_CARE, OF_WANT, at_hand, caused, in_care
from rashomon.meaning.populations import words

_DEGREE = 3  # words before an outcome: "serious or life-threatening injuries"
_NEAR = 9  # words before a figure among which its outcome may be named: "the toll of the fire in the harbour rose to 13"
_OF_ALL = re.compile(r"(?<!one )\b[Oo]f (?:the |its |their |those )?$")  # "of the 40 who were taken, 12 died": 12, and not 40
_SET = re.compile(r"([^\W\d_]+)\s+(?:at|to|at about|at around|to about)\s+$")
_GIVEN_AS = re.compile(r"\b(?:number|count|total|toll|figure|that) of (?:the )?([^\W\d_]+) as\s+$")
_STUCK = re.compile(r"\b(?:trapped|stuck|pinned|wreckage|rubble)\b", re.IGNORECASE)
_ALIVE = re.compile(r"\balive\b", re.IGNORECASE)
_HEDGES = "about |around |some |nearly |almost |more than |at least |up to "
_JOINED = re.compile(rf"(?:\s+[^\W\d_]+){{0,3}}\s+and\s+(?:{_HEDGES})?")
_LISTED = re.compile(rf"\S+(?:\s+[^\W\d_]+){{1,4}}\s?(?:,|,? and)\s+(?:{_HEDGES})?")
_ASIDE = re.compile(r"\s[-–—]\s(?:who|whom|whose|which|that)\b[^-–—.]{0,160}\s[-–—]\s", re.IGNORECASE)
_PART_OF = re.compile(
    rf"\b(?:\d[\d,.]*|(?!one\b)(?:{FIGURE})|most|half|many|some|several) of "
    r"(?:the |its |their |our |these |those )*(?:[\w-]+['’]s? )?$",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(
    r"(?:\s+[^\W\d_]+){0,3}(?P<comma>,)?\s+(?P<with>along with |as well as |together with |plus )?"
    rf"(?:and |an? |{_HEDGES})*"
)
_ELSE = re.compile(r"\S+\s+(?:in|under|on|at|feared|trapped|stranded|stuck|buried)\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:^|[.,;:“\"(–—]|\b(?:that|and|but|because))\s*$", re.IGNORECASE)
_MANY_OF = re.compile(
    r"\b(?:convoy|column|fleet|caravan|motorcade|line|procession|force|group|total|flotilla|train) of\s+$", re.I
)
_OF = re.compile(
    r"\b([^\W\d_]+) of (?:(?:about|around|some|nearly|almost|at least|more than|up to|over|the|all|another) )*$", re.IGNORECASE
)
_THEN = re.compile(
    r"\s+(?:by|in|at|on|from|near|during|after|since|when|while|under|for|last|more than|\w+ (?:days|weeks|months|years))\b"
    r"[^,;:.\d]*?\b(?:has|have|had|was|were|is|are) (?:(?:\w+ly|all|also|now|since|finally) )*(?:been )?([^\W\d_]+)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(rf"[,;:.()]|{CLAUSE.pattern}|\b(?:who|which|that|whose|where|by|from|of|to|in|at|on)\b", re.IGNORECASE)
_THEN_DIED = re.compile(
    r"\s+(?:(?:people|men|women|children|patients|later|have|had|has|since|also|then|subsequently)\s+){0,3}"
    r"(?:die[ds]?|succumb(?:ed|s)?)\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_AT_LAST = frozenset({"death", "rescue", "release", "detention"})
"""Outcomes that somebody may come to after another."""


@lru_cache(maxsize=20_000)  # asked for every two figures that are set side by side
def outcome_at(text: str, start: int, end: int) -> tuple[str | None, frozenset[str]]:
    """The outcome named nearest to the figure within its claim, and what narrows it.

    First a verb right before it ("killed nine"), then what follows up to the next figure, then what goes before. Those who are
    included in another figure came to what that one came to.
    """
    if within := included(text, start):
        return outcome_at(without(text, *within), *whole) if (whole := figure_before(text, within[0])) else (None, frozenset())
    if inner := included(text, end, behind=True):
        text = without(text, *inner)
    if aside := _ASIDE.search(text, end):
        text = without(text, *aside.span())
    if _PART_OF.search(text[max(0, start - 60) : start]) and not any(form for _, form in said(text, start, end)):
        return None, frozenset()  # "12 of the town's 40 inhabitants fled": 12, and not 40
    if (hurt := _of_the_hurt(text, start, end)) is not None:
        return "death", frozenset({hurt})
    if then := _as_they_were(text, start, end):
        return forms()[then[1]], frozenset({forms()[then[0]]})
    if taken_along(text, start, end) and any(form and forms()[form] == "injury" for _, form in said(text, start, end)):
        return DEPARTURE, frozenset({"injury"})
    ahead = _right_before(text, start) or _put_at(text, start) or _noun_of(text, start)
    form, at = ahead or _after(text, start, end) or _before(text, start) or ("", 0)
    if forms().get(form) == "death" and _ALIVE.search(text):
        return None, frozenset()  # "eight who had been counted as dead were found alive"
    if at < start and (inside := held(text, start)) and CLAUSE.search(text, at, start):
        return inside, frozenset()  # "37 were missing after a ferry carrying 170 people sank"
    near = words(text[:at])[-_DEGREE:]
    degree = {table("degree")[w.lower()] for w in near if w.lower() in table("degree")}
    outcome = forms().get(form)
    if outcome == RELEASE and _STUCK.search(text):
        return None, frozenset()  # "to free two people still trapped"
    if outcome == "injury" and ("hospital" in form or in_care(text, start)):
        degree.add(IN_CARE)
    if outcome == "death" and at_hand(text, start, end):
        degree.add(AT_HAND)
    if outcome in ("death", "injury"):
        degree |= caused(text, start, end) - ({OF_WANT} if outcome == "injury" else set())
    return outcome, frozenset(degree)


def _of_the_hurt(text: str, start: int, end: int) -> str | None:
    """What those were of whom a figure says that they died: "three of the injured died" tells how many more are dead."""
    named = [form for _, form in said(text, start, end) if form]
    return named[0] if named and _THEN_DIED.match(text, end) and forms()[named[0]] != "death" else None


def _right_before(text: str, start: int) -> tuple[str, int] | None:
    """A verb with the figure as its object, and where it stands."""
    found = re.search(r"(?:([^\W\d_]+)\s+)?([^\W\d_]+)\s+$", text[max(0, start - 30) : start])
    if not found:
        return None
    forms = {f"{found[1]} {found[2]}".lower(): found.start(), found[2].lower(): found.start(2)}
    return next(((form, max(0, start - 30) + at) for form, at in forms.items() if form in table("taking")), None)


def _put_at(text: str, start: int) -> tuple[str, int] | None:
    """An outcome that a figure is set for: "put the dead at 38 and the wounded at 112"."""
    found = _GIVEN_AS.search(text[max(0, start - 60) : start]) or _SET.search(text[max(0, start - 30) : start])
    form = found[1].lower() if found else ""
    return (form, start - len(found[0])) if found and form in forms() else None


def _noun_of(text: str, start: int) -> tuple[str, int] | None:
    """An outcome as a noun right before a figure: "the release of 82 girls"."""
    found = _OF.search(text, max(0, start - 60), start)
    word = found[1].lower() if found else ""
    form = table("of").get(word) or (word if forms().get(word) in (RELEASE, "rescue") else None)
    return (form, found.start()) if found and form else None


def _after(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The first outcome from the figure on, before another figure; none of a verb that takes what follows it."""
    taking = table("taking")
    before = text[max(0, start - 30) : start]
    stop = text.find(",", end) if _OF_ALL.search(before) and not _MANY_OF.search(before) else -1
    for at, form in said(text, start, stop if stop > 0 else None):
        if not form and at >= end:
            if not _JOINED.fullmatch(text, end, at) and not _enumerated(text, start, end, at):
                return None
            end = len(text)  # "250 fighters and 3,500 relatives left": what is joined shares its verb
        if form and taking.get(form) != "only" and not (taking.get(form) and _figure_at(text, at + len(form))):
            return _main(text, end, at, form) or (form, at)
    return None


def _enumerated(text: str, start: int, end: int, at: int) -> bool:
    """Whether a figure opens a list that goes on with the figure at another place: "40 houses, three schools and a mosque"."""
    found = _ENUMERATED.fullmatch(text, end, at)
    before = text[max(0, start - 30) : start]  # a list that is a verb's object shares no verb behind it
    if not found or not (_OPENING.search(before) or _MANY_OF.search(before)):
        return False
    told = next((there for there, form in said(text, at) if form), at)
    return bool(found["with"] or (found["comma"] and re.search(r"\band\b", text[at:told])))


def _as_they_were(text: str, start: int, end: int) -> tuple[str, str, int] | None:
    """The state that a figure's noun phrase tells of those to whom its verb says something else, the verb, and where it stands:
    "120 injured miners were flown out".
    """
    state = next((form for at, form in said(text, start, end) if form and text[at + len(form) : end].strip()), None)
    then = next(((at, form) for at, form in said(text, end)), None)
    if state is None or then is None or not then[1] or _ELSEWHERE.search(text[end : then[0]]):
        return None
    verb = forms()[then[1]]
    return (state, then[1], then[0]) if verb in _AT_LAST | {DEPARTURE} and verb != forms()[state] else None


def _main(text: str, end: int, at: int, form: str) -> tuple[str, int] | None:
    """The outcome told of those of whom a sentence first says who they are: "21 girls abducted in May have been freed"."""
    who = text[end:at].split()
    if who and who[0].lower() not in ("who", "that", "which"):
        return None
    found = _THEN.match(text, at + len(form))
    told = found[1].lower() if found else ""
    return (told, found.start(1)) if found and forms().get(told) in _AT_LAST else None


def _figure_at(text: str, at: int) -> bool:
    """Whether the next word is a figure."""
    return next((not form and not text[at:there].strip() for there, form in said(text, at)), False)


def _before(text: str, start: int) -> tuple[str, int] | None:
    """The last outcome before a figure, not before another one unless both stand in one list ("left with 250 fighters, 3,500
    relatives").
    """
    near = [*_WORD.finditer(text, 0, start)][-_NEAR:]
    named = [(form, at) for at, form in said(text, near[0].start() if near else 0, start) if form not in table("near")]
    end = start
    while named and not named[-1][0] and _LISTED.fullmatch(text, named[-1][1], end):
        end = named.pop()[1]
        while named and not named[-1][0] and text[named[-1][1] : end].strip("0123456789.,") == "":
            end = named.pop()[1]  # the digits of one figure
    if named and text[:start].endswith(", ") and CLAUSE.search(text, named[-1][1], start) and _ELSE.match(text, start):
        return None  # "nine killed as bridge collapses, dozens in river"
    return named[-1] if named and named[-1][0] else None
