"""A stretch of text in, the times of day out: by the clock, in words, and parts of the day."""

# ruff: noqa: E501 (a grammar reads as a table, a pattern a line)

import re

from rashomon.text.timewords import NUMBERS, PARTS, Reader, Reading, Rule, clock, edge

_LATE = ("AF", "EV", "NI")


def _timed(hour: int, minute: int = 0) -> Reading | None:
    return Reading("TIME", f"XXXX-XX-XXT{hour % 24:02d}:{minute:02d}", "clock") if 0 <= minute < 60 else None


def _hour(words: str) -> int:
    digits = re.match(r"\d+", words)
    return int(digits[0]) if digits else NUMBERS[words.lower().split()[0].split("-")[0]]


def _minutes(words: str | None) -> int:
    """The minutes in figures or in words: "05", "thirty", "forty-five"."""
    low = (words or "0").lower()
    return int(low) if low.isdigit() else sum(NUMBERS.get(w, 0) for w in re.split(r"[ -]", low))


def _half_of(hour: int, words: str | None) -> int:
    """The hour of 24, by "am", "p.m." or a part of the day."""
    low = re.sub(r"[\s.]", "", (words or "").lower())
    late = low.startswith("p") or PARTS.get(low, "") in _LATE
    if (low in ("night", "nighttime") and hour < 6) or (hour == 12 and low in ("a", "am")):
        return hour % 12
    return hour + 12 if late and hour < 12 else hour


def _clock(g: dict[str, str]) -> Reading | None:
    return Reading("TIME", f"XXXX-XX-XXT{clock(g['clock'], g.get('zone'))}", "clock")


def _digits(g: dict[str, str]) -> Reading | None:
    """ "1430 GMT", "1140 a.m."."""
    hour = _half_of(int(g["clock"][:-2]), g.get("half"))
    return _clock({**g, "clock": f"{hour:02d}:{g['clock'][-2:]}"}) if hour < 24 else None


def _said(g: dict[str, str]) -> Reading | None:
    """ "seven thirty", "five in the morning", "eight o'clock"."""
    return _timed(_half_of(_hour(g["hour"]), g.get("part") or g.get("half")), _minutes(g.get("minutes")))


def _later(g: dict[str, str]) -> Reading | None:
    """The end of "10:30 to 3": after its beginning."""
    first, last = int(g["hour2"]), int(g["hour"])
    return _timed(last + 12 if last < first <= 12 else last, _minutes(g.get("minutes")))


def _past(g: dict[str, str]) -> Reading | None:
    """ "half past seven", "ten to nine", "quarter past five in the evening"."""
    low = g["off"].lower()
    off = 30 if low == "half" else 15 if "quarter" in low else _minutes(low)
    hour = _half_of(_hour(g["hour"]), g.get("part") or g.get("half"))
    return _timed(hour, off) if g["side"].lower() in ("past", "after") else _timed(hour - 1, 60 - off)


def _from(side: str) -> Reader:
    """One end of "from 5 to 6 p.m.": what is said of the last end holds for the first, unless it would come after it."""

    def read(g: dict[str, str]) -> Reading | None:
        last = _half_of(_hour(g["hour2"]), g.get("half2") or g.get("part"))
        if side == "last":
            return _timed(last, _minutes(g.get("minutes2")))
        first = _half_of(_hour(g["hour"]), g.get("half") or g.get("half2") or g.get("part"))
        return _timed(first - 12 if first > last and first >= 12 and "half" not in g else first, _minutes(g.get("minutes")))

    return read


def _part(g: dict[str, str]) -> Reading | None:
    return Reading("TIME", f"XXXX-XX-XXT{PARTS[g['part'].lower()]}", "part", edge(g.get("edge")))


def _always(value: str, rule: str) -> Reader:
    return lambda g: Reading("TIME", value, rule, edge(g.get("edge")))


_HALF = r"(?P<half>(?i:[ap](?:\s?\.\s?m\b\.?|\s?m\b)))"
_HALF2 = r"(?P<half2>(?i:[ap](?:\s?\.\s?m\b\.?|\s?m\b)))"
_MINUTES = r"(?i:thirty|fifteen|twenty(?:[- ](?:five|seven))?|forty(?:[- ]five)?|ten|fifty(?:[- ]five)?)"
_OCLOCK = r"(?i:\s?o['’]?\s?clock)"
_OF_DAY = r"(?:\s(?i:in the (?P<part>morning|afternoon|evening)|at (?P<part2>night)))"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|and|until|till|through)\s)"
_BOTH = r"«hour»(?:[:.]?(?P<minutes>[0-5]\d))?"

_HOURS = r"(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
_WEEKDAY = r"(?i:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAYWORD = (
    r"(?i:yesterday|today|tonight|tomorrow|morning|afternoon|evening|night|week|month|year|next \w+|last \w+|this \w+"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|sat|(?:19|20)\d\d|the \w+(?:th|st|nd|rd)|\d{1,2}/\d{1,2}/\d{4})"
)


def _named(g: dict[str, str]) -> dict[str, str]:
    return {**g, "part": g["part2"]} if "part2" in g else g


GOES_ON = (
    r"(?=[,;:!?)\"”’–—]|\.(?!\d)|\s?$|\s(?:[-–—]|(?:on|in|when|as|and|or|but|that|which|who|the|a|an|one|he|she|they|it|we|his|her|their"
    r"|for|with|until|while|because|after|before|yesterday|today|last|local|hours|sharp)\b))"
)
"""What stands behind a time written with a stop, "7.25", of which a unit or a name would make a measure or part of one."""

# fmt: off
GRAMMAR: tuple[Rule, ...] = (
    # "11:03 GMT", "1430 GMT", "3 p.m.", "at 15:30", "9:00a", "1140 a.m."
    ("digit", r"(?<![\w.,:/$€£-])(?P<x>«clock»\s?«zone»)(?!\w)", _clock),
    ("digit", r"(?<![\w.,:/$€£-])(?P<x>(?P<clock>(?:[01]\d|2[0-3])[0-5]\d)\s?«zone»)(?!\w)", _digits),
    ("digit", r"(?<![\w.,:/$€£-])(?P<x>(?P<clock>(?:1[0-2]|0?\d)(?:[:.][0-5]\d){0,2}\s?(?i:[ap](?:\s?\.\s?m\b\s?\.?|\s?m\b))))(?!\w)", _clock),
    ("digit", r"(?<![\w.,:/$€£-])(?P<x>(?P<clock>(?:1[0-2]|0?\d):[0-5]\d\s?[ap]))(?=[\s.,;]|$)", lambda g: _clock({"clock": g["clock"] + "m"})),
    ("digit", rf"(?<![\w.,:/$€£-])(?P<x>(?P<clock>(?:1[0-2]|0?\d)[0-5]\d)\s?{_HALF})(?!\w)", _digits),
    ("digit", r"\b(?i:at|around|by|from|until|till|about|since|before|after|between|and|to|@)\s(?P<x>(?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d))(?![\w:])", _clock),
    ("digit", r"(?<![\w.,:/$€£-])(?P<x>(?P<clock>(?:[01]\d|2[0-3]):[0-5]\d))(?![\w:]|[.,]\d)", _clock),
    ("digit", rf"\b(?i:(?<!traded )(?<!priced )at(?:\s(?:about|around|just after|exactly))?)\s(?P<x>(?P<clock>(?:[01]?\d|2[0-3])\.[0-5]\d)){GOES_ON}", _clock),
    ("digit", rf"\b(?i:from|until|till|since|before|after|between|around|(?<=\d\d )and)\s(?P<x>(?P<clock>(?:[01]\d|2[0-3])\.[0-5]\d)){GOES_ON}", _clock),
    ("digit", r"\b(?i:at|around|about)\s(?P<x>(?P<hour>1[0-2]|\d)\s?(?P<half>[ap]))(?=[\s.,;]|$)", _said),
    # in words: "eight o'clock", "five thirty", "half past seven", "six in the morning", "seven p.m."
    ("part", rf"(?<![\w.,:/$€£-])(?P<x>(?:«hour»|(?P<hour2>\d\d?)[:.](?P<minutes>[0-5]\d)){_OCLOCK}{_OF_DAY}?)(?!\w)", lambda g: _said(_named({"hour": g.get("hour2", ""), **g}))),
    ("part", rf"(?<![\w.,:/$€£-])(?P<x>«hour»(?:[:. ](?P<minutes>[0-5]\d|{_MINUTES}))?{_OF_DAY})(?!\w)", lambda g: _said(_named(g))),
    ("part", r"\b(?i:in)\s(?P<x>(?i:the (?P<part>morning|afternoon|evening) at )«hour»)(?![\w:.]\d|\w|\s(?:people|of))", _said),
    ("any", rf"(?<![\w-])(?P<x>«hour»(?:[ -](?P<minutes>{_MINUTES}))?\s{_HALF})(?!\w)", _said),
    ("any", rf"\b(?i:at|around|about|by|until|from|to|before|after)\s(?P<x>(?i:(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))[ -](?P<minutes>{_MINUTES}))(?=[.,;?!]|$|\s(?:to|in|on|this|tomorrow|yesterday|today)\b)", _said),
    ("any", rf"\b(?P<x>(?P<off>(?i:half|a quarter|quarter|{_MINUTES}|five|[1-5]?\d(?=\s(?:min|past))))(?:\s(?i:min(?:ute)?s?))?\s(?P<side>(?i:past|to|before|after))\s«hour»(?:{_OCLOCK}|\s?{_HALF}|{_OF_DAY}))(?!\w)", lambda g: _past(_named(g))),
    ("any", rf"\b(?P<x>(?P<off>(?i:half|a quarter|quarter|{_MINUTES}|[1-5]?\d))\s(?P<side>(?i:past))\s«hour»)(?!\w)", _past),
    ("any", r"\b(?i:at|around|about|by|until|since)\s(?P<x>(?P<off>(?i:a quarter|quarter|ten|five|twenty(?:[- ]five)?))\s(?P<side>(?i:to))\s(?P<hour>(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)))(?=[.,;?!”\"]|$|\s(?:on|in|when|as|this|that)\b)", _past),
    ("digit", r"\b(?P<x>(?P<hour>1[0-2]|\d)ish)\b", _said),
    # from … to …: each end is one time
    ("digit", rf"(?<![\w.,:/$€£-])(?P<x>{_BOTH}(?:\s?{_HALF})?){_TO}(?P<y>«hour2»(?:[:.]?(?P<minutes2>[0-5]\d))?\s?{_HALF2})(?!\w)", _from("first")),
    ("digit", rf"(?<![\w.,:/$€£-])(?:{_BOTH}(?:\s?{_HALF})?){_TO}(?P<x>«hour2»(?:[:.]?(?P<minutes2>[0-5]\d))?\s?{_HALF2})(?!\w)", _from("last")),
    ("digit", rf"(?<![\w.,:/$€£-])(?P<x>«hour»(?:[:.](?P<minutes>[0-5]\d))?\s?{_HALF}){_TO}«hour2»(?:[:.](?P<minutes2>[0-5]\d))?(?![\w:.])", _from("first")),
    ("digit", rf"(?<![\w.,:/$€£-])«hour»(?:[:.](?P<minutes>[0-5]\d))?\s?{_HALF}{_TO}(?P<x>«hour2»(?:[:.](?P<minutes2>[0-5]\d))?)(?=[.,;?!]|$|\s(?:on|yesterday|tomorrow|today|this)\b)", lambda g: _from("last")({**g, "half2": "pm"}) if _hour(g["hour2"]) < _hour(g["hour"]) else _from("last")({**g, "half2": g["half"]})),
    ("part", rf"\b(?P<x>«hour»(?:[:.](?P<minutes>[0-5]\d))?){_TO}«hour2»(?:[:.](?P<minutes2>[0-5]\d))?{_OF_DAY}", lambda g: _from("first")(_named(g))),
    ("digit", rf"\b(?i:from|between)\s(?P<x>(?P<hour>[01]\d|2[0-3])(?P<minutes>[0-5]\d)){_TO}(?:[01]\d|2[0-3])[0-5]\d(?!\w)", _said),
    ("digit", rf"\b(?i:from|between)\s(?:[01]\d|2[0-3])[0-5]\d{_TO}(?P<x>(?P<hour>[01]\d|2[0-3])(?P<minutes>[0-5]\d))(?!\w)", _said),
    ("digit", rf"(?<![\w.,:/$€£-])(?P<x>(?P<hour>[01]?\d|2[0-3]):(?P<minutes>[0-5]\d)){_TO}(?:[01]?\d|2[0-3])(?::[0-5]\d)?(?![\w.,:]\d|\w)", _said),
    ("digit", rf"(?<![\w.,:/$€£-])(?P<hour2>[01]?\d|2[0-3]):[0-5]\d{_TO}(?P<x>(?P<hour>[01]?\d|2[0-3])(?::(?P<minutes>[0-5]\d))?)(?![\w.,:]\d|\w|\s(?i:[ap]\.?m))", _later),
    ("digit", rf"\b(?i:from|between)\s(?P<x>(?P<hour>[01]?\d|2[0-3])){_TO}(?:[01]?\d|2[0-3]):[0-5]\d(?![\w:])", _said),
    ("digit", rf"\b{_DAYWORD}\s(?:from|between)\s(?P<x>«hour»){_TO}«hour2»(?![\w:.]\d|\w)", lambda g: _timed(_hour(g["hour"]))),
    ("digit", rf"\b{_DAYWORD}\s(?:from|between)\s«hour2»{_TO}(?P<x>«hour»)(?![\w:.]\d|\w)", lambda g: _timed(_hour(g["hour"]))),
    ("digit", rf"\b(?:from|between)\s(?P<x>«hour»){_TO}«hour2»\s(?:on\s)?{_DAYWORD}", lambda g: _timed(_hour(g["hour"]))),
    ("digit", rf"\b(?:from|between)\s«hour2»{_TO}(?P<x>«hour»)\s(?:on\s)?{_DAYWORD}", lambda g: _timed(_hour(g["hour"]))),
    ("any", rf"\b{_DAYWORD}\s(?:at|around)\s(?P<x>«hour»)(?=[.?!]?\s*$)", lambda g: _timed(_hour(g["hour"]))),
    ("any", rf"\b{_WEEKDAY},?\sat\s(?:about\s|around\s)?(?P<x>«hour»)(?=[,;)]|\s(?:in|at|on|from|when|and|outside|inside)\s(?!{_HOURS}|\d))", lambda g: _timed(_hour(g["hour"]))),
    # parts of the day: "overnight", "in the early hours", "at dawn", "noon", "midnight"
    ("part", r"(?<![\w-])(?P<x>(?i:overnight))\b", _always("XXXX-XX-XXTNI", "part")),
    ("part", r"\b(?i:in|during|at|before|after|until|by|since)\s(?P<x>(?:the )?(?:«edge»[- ](?:in |of )?)?(?:hours of )?(?:the )?«part»)\b(?!-|s\b)", _part),
    ("part", r"\b(?P<x>(?:the )?(?i:early|late|later|earlier)[- ](?:in |of )?(?:the )?«part»)\b(?!-|s\b)", lambda g: _part({**g, "edge": g["x"]})),
    ("part", r"\b(?i:in|during)\s(?P<x>the (?:early|small) hours(?: of the (?:morning|night))?)\b(?!\sof)", _always("XXXX-XX-XXTMO", "part")),
    ("part", r"\b(?P<x>(?i:midday|noon))(?i:ish)?\b", _always("XXXX-XX-XXT12:00", "clock")),
    ("part", r"\b(?P<x>(?i:midnight))\b", _always("XXXX-XX-XXT24:00", "clock")),
)
# fmt: on
