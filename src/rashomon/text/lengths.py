"""A stretch of text in, how long and how often out: durations, what is counted from them, sets, and words like "now"."""

# ruff: noqa: E501 (a grammar reads as a table, a pattern a line)

from rashomon.text.timewords import WEEKDAYS, WORDS, Reader, Reading, either, measure, number, period, unit


def _length(g: dict[str, str]) -> Reading | None:
    """ "three days", "four-month", "decades-long"."""
    return "DURATION", period(number(g["num"]) if "num" in g else None, unit(g["unit"])), "duration", measure(g.get("more"))


def _ago(g: dict[str, str]) -> Reading | None:
    count, code = number(g["num"]), unit(g["unit"])
    if count is None or count != int(count):
        return "DATE", "PAST_REF", "vague", None
    if code[0] == "T":
        return "TIME", "PAST_REF", "vague", None
    return "DATE", None, f"shift:{code}:{-int(count)}", measure(g.get("more"))


def _hence(g: dict[str, str]) -> Reading | None:
    """ "three days later", "a week earlier": from the day last spoken of."""
    count, code = number(g["num"]), unit(g["unit"])
    sign = -1 if g["way"].lower() in ("earlier", "before", "previously") else 1
    if code[0] == "T":
        return None
    if count is None or count != int(count):
        return "DATE", None, "event", None
    return "DATE", None, f"from:{code}:{sign * int(count)}", measure(g.get("more"))


def _event(g: dict[str, str]) -> Reading | None:
    """ "two days after the vote": a length when it is counted, open otherwise."""
    count = number(g["num"])
    if count is None:
        return "DATE", None, "event", None
    return "DURATION", period(count, unit(g["unit"])), "event", measure(g.get("more"))


def _reach(g: dict[str, str]) -> Reading | None:
    """ "the past four months", "the next two weeks", "the past year"."""
    way = 1 if g["way"].lower() in ("next", "coming", "following") else -1
    count = number(g["num"]) if "num" in g else 1.0
    code = unit(g["unit"])
    reach = f"span:{code}:{way * int(count)}" if count and count == int(count) and code[0] != "T" else "duration"
    return "DURATION", period(count, code), reach, None


def _recent(g: dict[str, str]) -> Reading | None:
    return "DATE", "FUTURE_REF" if g["way"].lower() in ("coming", "next") else "PAST_REF", "vague", None


def _every(g: dict[str, str]) -> Reading | None:
    if "weekday" in g or "plural" in g:
        return "SET", f"XXXX-WXX-{WEEKDAYS[g.get('weekday', g.get('plural', '')).lower()]}", "set", None
    if "part" in g:
        return (
            "SET",
            "XXXX-XX-XXT" + {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}[g["part"].lower()],
            "set",
            None,
        )
    count = 2.0 if g.get("other") else number(g["num"]) if "num" in g else 1.0
    return "SET", period(count, unit(g["unit"])), "set", None


def _word(value: str) -> Reader:
    return lambda g: ("DATE", value, "vague", None)


_ADJECTIVES = r"(?:(?i:full|whole|long|consecutive|straight|more|further|additional|entire|successive|short|days?|calendar|working|business)\s)?"
_LONG = r"(?P<unit>(?i:day|week|month|year|decade|centurie|hour|minute|night|weekend)s?)"
_PLURAL = r"(?P<unit>(?i:days|weeks|months|years|decades|centuries|hours|minutes))"
_COUNTED = r"(?:«more»\s)?«num»[-\s]" + _ADJECTIVES + r"«unit»"
_ARTICLE = r"(?P<num>(?i:an?|one|half an?))\s(?P<unit>(?i:minute|hour|day|week|weekend|fortnight|month|year|decade|century))"

# fmt: off
GRAMMAR: tuple[tuple[str, Reader], ...] = (
    # how long: "three days", "more than four months", "four-month", "a full three days", "for months", "year-long"
    (rf"(?<![\w.,-])(?P<x>(?!(?i:an?|one)\s(?:«unit»)\b){_COUNTED})\b(?!-old|\sold\b|\sof age\b|['’]\w)", _length),
    (rf"(?<![\w.,-])(?P<x>{_COUNTED}(?:['’]|['’]s))(?=\s)", _length),
    (r"(?<![\w.,-])(?P<x>(?!(?i:an?)\s)(?:«more»\s)?«num»[-\s]" + _LONG + r"-long)\b", _length),
    (r"(?<![\w-])(?P<x>" + _LONG + r"[-\s]long)\b", _length),
    (
        rf"\b(?i:for|in|within|over|after|during|lasted|lasting|take|took|takes|least|than|under|nearly|almost|about|around|once)\s"
        rf"(?P<x>{_ARTICLE})\b(?!\sago|-|\sof reckoning)",
        _length,
    ),
    (rf"(?<![\w-])(?P<x>«more»\s{_ARTICLE})\b(?!-old|\sold\b)", _length),
    (rf"\b(?i:for|in|took|after|over|lasted|last)\s(?P<x>(?:many\s)?{_PLURAL})(?!\w|-|\s(?:ago|later|earlier|old)\b)", _length),
    (rf"(?<![\w-])(?P<x>{_PLURAL})(?=\s(?i:of)\s(?:\w+ing|[a-z]+)\b)", _length),
    (r"(?<![\w-])(?P<x>(?i:all|another|the (?:whole|entire))[-\s](?P<unit>(?i:day|night|week|month|year|decade|hour)))\b(?!-)", lambda g: _length({**g, "num": "one"})),
    # counted from now, from a day spoken of, from something that happened
    (r"(?<![\w.,-])(?P<x>(?:«more»\s)?«num»\s" + _ADJECTIVES + r"«unit»\s(?i:ago))\b", _ago),
    (
        r"(?<![\w.,-])(?P<x>(?P<unit>(?i:days|weeks|months|years|decades|centuries))\s(?i:ago))\b",
        lambda g: _ago({**g, "num": "several"}),
    ),
    (
        r"(?<![\w.,-])(?P<x>(?:«more»\s)?«num»\s"
        + _ADJECTIVES
        + r"«unit»\s(?P<way>(?i:later|earlier|previously|before|after|afterwards)))(?=[,.;:)]|\s*$|\s(?:that|he|she|it|they|the|an?|in|on|at|to|by|when|and|for|from|with)\b)(?!\s(?:than|this|that|the|an?|he|she|it|they)\b)",
        _hence,
    ),
    (
        r"(?<![\w.,-])(?P<x>(?:«more»\s)?«num»\s" + _ADJECTIVES + r"«unit»\s(?i:later|earlier|afterwards))\b",
        lambda g: _hence({**g, "way": g["x"].split()[-1]}),
    ),
    (
        r"(?<![\w.,-])(?P<x>(?:«more»\s)?«num»\s" + _ADJECTIVES + r"«unit»\s(?i:after|before|since|from|into))\s(?!now\b)\w",
        _event,
    ),
    (
        r"\b(?P<x>(?i:the )?(?P<way>(?i:past|last|next|coming|following|previous|preceding))\s«num»\s"
        + _ADJECTIVES
        + r"«unit»)\b",
        _reach,
    ),
    (
        r"\b(?P<x>(?i:the )(?P<way>(?i:past|last|next|coming))\s(?P<unit>(?i:week|month|year|decade|century|hour|day)))\b(?!-|\sof)",
        _reach,
    ),
    (
        r"\b(?P<x>(?i:the )?(?P<way>(?i:recent|coming|past|last|next))\s(?P<unit>(?i:hours|days|weeks|months|years|decades|times)))\b",
        _recent,
    ),
    (
        r"\b(?P<x>(?i:in )(?P<way>(?i:recent))\s(?:(?:hours|days|weeks|months|years|decades|times))(?:(?: and|,) (?:days|weeks|months|years))?)\b",
        _recent,
    ),
    # how often
    (
        r"\b(?P<x>(?i:every|each)\s(?:(?P<other>other)\s)?(?:«weekday»|(?P<part>(?i:morning|afternoon|evening|night))|(?:«num»\s)?(?P<unit>(?i:minute|hour|day|week|month|year|decade)s?)))\b",
        _every,
    ),
    (rf"\b(?:(?i:on)\s)?(?P<x>(?P<plural>{either(WORDS['weekdays'])})s)\b", _every),
    (
        r"\b(?P<x>(?i:once|twice|(?:«num»|three|four|five|six|\d+) times)\s(?i:an?|per|each|every)\s(?P<unit>(?i:hour|day|week|month|year)))\b",
        lambda g: _every({"unit": g["unit"]}),
    ),
    (rf"(?<![\w-])(?P<x>{either(WORDS['sets'])})\b(?!-)", lambda g: ("SET", WORDS["sets"][g["x"]], "set", None)),
    # no more than when, seen from here
    (rf"(?<![\w-])(?P<x>(?i:{either(WORDS['present'])}))\b", _word("PRESENT_REF")),
    (rf"(?<!\bno\s)(?<![\w-])(?P<x>(?i:{either(WORDS['past'])}))\b(?!\sthan)", _word("PAST_REF")),
    (r"\b(?P<x>(?i:prior to)\s(?:the|this|that|his|her|their|its)\s[a-z]+)\b", _word("PAST_REF")),
    (rf"(?<!\bas\s)(?<![\w-])(?P<x>(?i:{either(WORDS['future'])}))\b", _word("FUTURE_REF")),
)
# fmt: on
