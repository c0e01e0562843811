"""A stretch of text in, how long and how often out: durations, what is counted from them, sets, and words like "now"."""

# ruff: noqa: E501 (a grammar reads as a table, a pattern a line)

import re

from rashomon.text.patterns import either
from rashomon.text.timewords import (
    NUMBERS,
    PARTS,
    WEEKDAYS,
    WORDS,
    Reader,
    Reading,
    Rule,
    measure,
    nth,
    number,
    period,
    unit,
)


def _length(g: dict[str, str]) -> Reading | None:
    """ "three days", "four-month", "decades-long", "an hour and a half"."""
    count = number(g["num"]) if "num" in g else None
    if g.get("plus") and count is not None:
        count += 0.25 if "quarter" in g["plus"] else 0.5
    return Reading("DURATION", period(count, unit(g["unit"])), "duration", measure(g.get("more")))


def _summed(words: str) -> tuple[tuple[float, str], ...]:
    """The parts of "two years, one month and three days"; nothing where one is vague."""
    parts = [(number(m["num"]), unit(m["unit"])) for m in _PART.finditer(words)]
    return tuple((count, code) for count, code in parts if count is not None) if all(c is not None for c, _ in parts) else ()


def _long(parts: tuple[tuple[float, str], ...]) -> str:
    """Several lengths as one TIMEX3 value: P2Y1M3D, PT1H30M."""
    each = [period(count, code) for count, code in parts]
    dates = "".join(p[1:] for p in each if not p.startswith("PT"))
    clocks = "".join(p[2:] for p in each if p.startswith("PT"))
    return f"P{dates}" + (f"T{clocks}" if clocks else "")


def _together(g: dict[str, str]) -> Reading | None:
    parts = _summed(g["x"])
    return Reading("DURATION", _long(parts), "duration", measure(g.get("more"))) if len(parts) > 1 else None


def _moved(g: dict[str, str]) -> Reading | None:
    """ "two weeks and two days ago", "two years, one month later"."""
    parts = _summed(g["x"])
    if len(parts) < 2 or any(code[0] == "T" or count != int(count) for count, code in parts):
        return None
    low = g["x"].lower()
    sign = -1 if low.endswith(("ago", "earlier", "before")) else 1
    steps = ":".join(f"{code}:{sign * int(count)}" for count, code in parts)
    return Reading("DATE", None, f"{'steps' if low.endswith('ago') else 'onsteps'}:{steps}")


def _ago(g: dict[str, str]) -> Reading | None:
    count, code = number(g["num"]), unit(g["unit"])
    if code[0] == "T" and count is not None and not g.get("more"):
        return Reading("TIME", None, f"hours:{period(count, code)}:-1")
    if count is None or count != int(count):
        return Reading("DATE", "PAST_REF", "vague")
    if code[0] == "T":
        return Reading("TIME", "PAST_REF", "vague")
    return Reading("DATE", None, f"shift:{code}:{-int(count)}", measure(g.get("more")))


def _hence(g: dict[str, str]) -> Reading | None:
    """ "three days later", "a week earlier": from the day last spoken of."""
    count, code = number(g["num"]), unit(g["unit"])
    sign = -1 if g["way"].lower() in ("earlier", "before", "previously") else 1
    if code[0] == "T":
        return Reading("TIME", None, f"fromhours:{period(count, code)}:{sign}") if count is not None else None
    if count is None or count != int(count):
        return Reading("DATE", None, "event")
    return Reading("DATE", None, f"from:{code}:{sign * int(count)}", measure(g.get("more")))


def _from_now(g: dict[str, str]) -> Reading | None:
    """ "three weeks from now", "in two days' time"."""
    count, code = number(g["num"]), unit(g["unit"])
    if count is None or count != int(count):
        return Reading("DATE", "FUTURE_REF", "vague") if code[0] != "T" else None
    if code[0] == "T":
        return Reading("TIME", None, f"hours:{period(count, code)}:1")
    return Reading("DATE", None, f"shift:{code}:{int(count)}", measure(g.get("more")))


def _event(g: dict[str, str]) -> Reading | None:
    """ "two days after the vote": a length when it is counted, open otherwise."""
    count = number(g["num"])
    if count is None:
        return Reading("DATE", None, "event")
    return Reading("DURATION", period(count, unit(g["unit"])), "event", measure(g.get("more")))


def _reach(g: dict[str, str]) -> Reading | None:
    """ "the past four months", "the next two weeks", "the past year"."""
    way = 1 if g["way"].lower() in ("next", "coming", "following", "upcoming") else -1
    count = number(g["num"]) if "num" in g else 1.0
    code = unit(g["unit"])
    reach = f"span:{code}:{way * int(count)}" if count and count == int(count) and code[0] != "T" else "duration"
    return Reading("DURATION", period(count, code), reach)


def _recent(g: dict[str, str]) -> Reading | None:
    return Reading("DATE", "FUTURE_REF" if g["way"].lower() in ("coming", "next", "upcoming") else "PAST_REF", "vague")


def _every(g: dict[str, str]) -> Reading | None:
    clock = f"T{PARTS[g['part'].lower().removesuffix('s')]}" if g.get("part") else ""
    if "weekday" in g or "plural" in g:
        return Reading("SET", f"XXXX-WXX-{WEEKDAYS[g.get('weekday', g.get('plural', '')).lower()]}{clock}", "set")
    if clock:
        return Reading("SET", f"XXXX-XX-XX{clock}", "set")
    if g.get("weekend"):
        return Reading("SET", "XXXX-WXX-WE" if g["weekend"].lower() == "weekend" else "P1WD", "set")
    count = 2.0 if g.get("other") else number(g["num"]) if "num" in g else 1.0
    return Reading("SET", period(count, unit(g["unit"])), "set")


def _bi(g: dict[str, str]) -> Reading | None:
    """ "bi-weekly", "bimonthly": every second one (or twice in each: the word is of two minds, and this is the commoner)."""
    return Reading("SET", {"weekly": "P2W", "monthly": "P2M"}[g["each"].lower()], "set")


def _word(value: str) -> Reader:
    return lambda g: Reading("DATE", value, "vague")


_ADJECTIVES = r"(?:(?i:full|whole|long|consecutive|straight|more|further|additional|entire|successive|short|days?|calendar|working|business|trading)\s)?"
_LONG = r"(?P<unit>(?i:day|week|month|year|decade|centurie|hour|minute|night|weekend)s?)"
_PLURAL = r"(?P<unit>(?i:days|weeks|months|years|decades|centuries|hours|minutes))"
_COUNTED = r"(?:«more»\s)?«num»[-\s]" + _ADJECTIVES + r"«unit»"
_ARTICLE = r"(?P<num>(?i:an?|one|half an?))\s(?P<unit>(?i:minute|hour|day|week|weekend|fortnight|month|year|decade|century))"
_ONE = r"(?P<unit>(?i:minute|hour|day|week|weekend|fortnight|month|year|decade|century))"
_SMALL = rf"\d{{1,3}}|{either(w for w, n in NUMBERS.items() if n <= 20 and w != 'dozen')}"
_UNITS = rf"(?:{either(WORDS['units'])})s?"
_PART = re.compile(rf"\b(?P<num>{_SMALL})[ -](?P<unit>{_UNITS})\b", re.I)
_SUM = rf"(?i:(?:{_SMALL})[ -]{_UNITS}(?:(?:,? and|,)? (?:{_SMALL}) {_UNITS}){{1,4}})"
_WAY = r"(?P<way>(?i:past|last|next|coming|following|previous|preceding|upcoming))"

# fmt: off
GRAMMAR: tuple[Rule, ...] = (
    # how long: "three days", "more than four months", "four-month", "a full three days", "for months", "year-long"
    ("unit", rf"(?<![\w.,-])(?P<x>(?!(?i:an?|one)\s(?:«unit»)\b){_COUNTED})\b(?!-old|\sold\b|\sof age\b|['’]\w)", _length),
    ("unit", rf"(?<![\w.,-])(?P<x>{_COUNTED}(?:['’]|['’]s))(?=\s)", _length),
    ("unit", r"(?<![\w.,$€£-])(?P<x>(?P<num>\d{1,4}(?:\.\d{1,2})?)(?P<unit>(?i:h|hrs?|hours?|mins?|minutes?|secs?|seconds?|days?|weeks?|months?|years?|yrs?)))(?![\w-])", lambda g: _length({**g, "unit": "hour" if g["unit"].lower() == "h" else g["unit"]})),
    ("digit", r"(?<![\w.,$€£-])(?P<x>(?P<num>\d{1,3}(?:\.\d)?)(?P<unit>h))(?![\w-])", lambda g: _length({**g, "unit": "hour"})),
    ("unit", r"(?<![\w.,-])(?P<x>(?:«more»\s)?«num»\s«unit»\s(?:and )(?P<plus>(?i:(?:an? )?(?:half|quarter))))\b(?!\s(?:of|dozen|million))", _length),
    ("unit", r"(?<![\w.,-])(?P<x>(?:«more»\s)?«num» and (?P<plus>(?i:(?:an? )?(?:half|quarter))) «unit»)\b", _length),
    ("unit", rf"(?<![\w.,-])(?P<x>(?:«more»\s)?{_SUM})\b(?!-old|\sold\b|\s(?:ago|later|earlier)\b)", _together),
    ("unit", r"(?<![\w.,-])(?P<x>(?!(?i:an?)\s)(?:«more»\s)?«num»[-\s]" + _LONG + r"-long)\b", _length),
    ("unit", r"(?<![\w-])(?P<x>" + _LONG + r"[-\s]long)\b", _length),
    ("unit", r"(?<![\w-])(?P<x>(?P<unit>(?i:days|weeks|months|years|decades|centuries))-old)\b", _length),
    ("unit", r"(?<![\w-])(?P<x>(?i:half[- ](?P<unit>hour|day|year|century|decade)))\b(?!-old)", lambda g: _length({**g, "num": "half a"})),
    (
        "unit",
        rf"\b(?i:for|in|within|over|after|during|lasted|lasting|take|took|takes|least|than|under|nearly|almost|about|around|once)\s"
        rf"(?P<x>{_ARTICLE})\b(?!\sago|-|\sof reckoning|\slater|\searlier)",
        _length,
    ),
    ("unit", r"\b(?P<x>(?i:one)\s(?P<unit>(?i:second|minute|hour|week|month|year|decade|century)))\b(?!-|\sof\b|\sago|\slater|\searlier|\sold)", lambda g: _length({**g, "num": "one"})),
    ("unit", rf"(?<![\w-])(?P<x>«more»\s{_ARTICLE})\b(?!-old|\sold\b)", _length),
    ("unit", rf"\b(?i:for|in|took|after|over|lasted|last|within)\s(?P<x>(?:many\s|the\s)?{_PLURAL})(?!\w|-|\s(?:ago|later|earlier|old|to come|ahead)\b)", _length),
    ("unit", rf"(?<![\w-])(?P<x>{_PLURAL})(?=\s(?i:of)\s(?:\w+ing|[a-z]+)\b)", _length),
    ("unit", r"(?<![\w-])(?P<x>(?i:all|another|the (?:whole|entire))[-\s](?P<unit>(?i:day|night|week|month|year|decade|hour)))\b(?!-)", lambda g: _length({**g, "num": "one"})),
    # counted from now, from a day spoken of, from something that happened
    ("unit", r"(?<![\w.,-])(?P<x>(?:«more»\s)?«num»\s" + _ADJECTIVES + r"«unit»\s(?i:ago))\b", _ago),
    ("unit", r"(?<![\w.,-])(?P<x>(?P<unit>(?i:days|weeks|months|years|decades|centuries|hours|minutes))\s(?i:ago))\b", lambda g: _ago({**g, "num": "several"})),
    ("unit", rf"(?<![\w.,-])(?<!last )(?<!past )(?<!next )(?P<x>{_SUM}\s(?i:ago|later|earlier|before))\b", _moved),
    ("unit", r"(?<![\w.,-])(?P<x>(?:(?i:in)\s)?(?:«more»\s)?«num»\s" + _ADJECTIVES + r"«unit»\s(?i:from (?:now|today)|hence))\b", _from_now),
    ("unit", r"\b(?P<x>(?i:in)\s(?:«more»\s)?«num»\s" + _ADJECTIVES + r"«unit»['’]s?\s(?i:time))\b", _from_now),
    (
        "unit",
        r"(?<![\w.,-])(?P<x>(?:«more»\s)?«num»\s"
        + _ADJECTIVES
        + r"«unit»\s(?P<way>(?i:later|earlier|previously|before|after|afterwards)))(?=[,.;:)]|\s*$|\s(?:that|he|she|it|they|the|an?|in|on|at|to|by|when|and|for|from|with)\b)(?!\s(?:than|this|that|the|an?|he|she|it|they)\b)",
        _hence,
    ),
    ("unit", r"(?<![\w.,-])(?P<x>(?:«more»\s)?«num»\s" + _ADJECTIVES + r"«unit»\s(?i:later|earlier|afterwards))\b(?!\s(?:this|that|today|in the|than)\b)", lambda g: _hence({**g, "way": g["x"].split()[-1]})),
    ("unit", r"(?<![\w.,-])(?P<x>(?:«more»\s)?«num»\s" + _ADJECTIVES + r"«unit»\s(?i:after|before|since|from|into))\s(?!(?<=from )(?:now|today)\b)\w", _event),
    ("unit", rf"\b(?P<x>(?i:the )?{_WAY}\s«num»\s" + _ADJECTIVES + r"«unit»)\b", _reach),
    ("unit", rf"(?<![\w.,-])(?P<x>(?:(?i:the) )?«num»\s{_WAY}\s{_PLURAL})\b", _reach),
    ("unit", rf"\b(?P<x>(?i:the )(?P<way>(?i:past|last|next|coming))\s{_ONE})\b(?!-|\sof)", _reach),
    ("unit", r"\b(?P<x>(?P<way>(?i:past|last|next))\s(?P<unit>(?i:fortnight|hour|minute)))\b(?!-)", _reach),
    ("unit", r"\b(?P<x>(?i:the )?(?P<way>(?i:recent|coming|past|last|next|upcoming))\s(?P<unit>(?i:hours|days|weeks|months|years|decades|times)))\b", _recent),
    ("unit", r"\b(?P<x>(?i:in )(?P<way>(?i:recent))\s(?:(?:hours|days|weeks|months|years|decades|times))(?:(?: and|,) (?:days|weeks|months|years))?)\b", _recent),
    # how often
    (
        "any",
        r"\b(?P<x>(?i:every|each|any)\s(?:(?P<other>(?i:other|second))\s)?(?:«weekday»(?:\s«part»)?|(?P<part2>(?i:morning|afternoon|evening|night))|(?P<weekend>(?i:weekend|weekday))|(?:«num»\s)?(?P<unit>(?i:minute|hour|day|week|fortnight|month|quarter|year|decade)s?)))\b(?!\sbefore|-)",
        lambda g: _every({**g, **({"part": g["part2"]} if "part2" in g else {})}) if not g["x"].lower().startswith("any") or "weekend" in g else None,
    ),
    ("weekday", rf"\b(?:(?i:on)\s)?(?P<x>(?P<plural>(?i:{either(WORDS['weekdays'])}))s)\b", _every),
    ("weekday", rf"\b(?P<x>(?P<plural>(?i:{either(WORDS['weekdays'])})) (?P<part>(?i:morning|afternoon|evening|night)s))\b", _every),
    ("part", r"(?<![\w-])(?P<x>(?i:in the )?(?P<part>(?i:mornings|afternoons|evenings)))\b", _every),
    (
        "unit",
        r"\b(?P<x>(?i:once|twice|(?:«num»|three|four|five|six|\d+) times)\s(?i:an?|per|each|every)\s(?P<unit>(?i:hour|day|week|month|year)))\b",
        lambda g: _every({"unit": g["unit"]}),
    ),
    ("unit", r"(?:\d|\d\s[a-z]{2,15}|\b(?i:one|two|three|million|billion|percent|per cent|people|tons|tonnes|barrels|times))\s(?P<x>(?i:an?|per)\s(?P<unit>(?i:hour|day|week|month|year)))(?=[.,;:?!)]|$|\s(?:in|for|to|and|by|from|on|at|since|until|as|is|was|or|of|before|after)\b)(?!\s(?:ago|later|earlier|after))", lambda g: _every({"unit": g["unit"]})),
    ("any", rf"(?<![\w-])(?P<x>(?i:{either(WORDS['sets'])}))\b(?!-)", lambda g: Reading("SET", WORDS["sets"][g["x"].lower()], "set")),
    ("any", r"(?<![\w-])(?P<x>(?i:bi-?)(?P<each>(?i:weekly|monthly)))\b", _bi),
    ("digit", r"\b(?P<x>(?:the )?«nth» of (?:every|each) month)\b", lambda g: Reading("SET", f"XXXX-XX-{nth(g['nth']):02d}", "set")),
    # no more than when, seen from here
    ("any", rf"(?<![\w-])(?P<x>(?i:{either(WORDS['present'])}))\b", _word("PRESENT_REF")),
    ("any", r"(?<!\bup )(?P<x>(?i:(?:to|till|until) date))(?=[.,;:?!)]|\s*$|\s(?:is|was|has|have)\b)", _word("PRESENT_REF")),
    ("any", rf"(?<!\bno\s)(?<![\w-])(?P<x>(?i:{either(WORDS['past'])}))\b(?!\sthan)", _word("PAST_REF")),
    ("any", r"\b(?P<x>(?i:prior to)\s(?:the|this|that|his|her|their|its)\s[a-z]+)\b", _word("PAST_REF")),
    ("any", rf"(?<!\bas\s)(?<![\w-])(?P<x>(?i:{either(WORDS['future'])}))\b", _word("FUTURE_REF")),
)
# fmt: on
