"""A stretch of text in, what is counted from the day of speaking or from a day already named out; and times of day."""

# ruff: noqa: E501 (a grammar reads as a table, a pattern a line)

from rashomon.text.timewords import CLOCK, EDGE, PARTS, REL, Reader, Reading, clock, edge, unit


def _deictic(count: int, part: str | None = None) -> Reader:
    """ "yesterday", "this morning" …: the day of speaking, moved."""

    def read(g: dict[str, str]) -> Reading | None:
        code = part or (PARTS[g["part"].lower()] if g.get("part") else None)
        if g.get("clock"):
            return "TIME", None, f"shift:D:{count}:{clock(g['clock'], g.get('zone'))}", None
        return (
            ("TIME", None, f"shift:D:{count}:{code}", None) if code else ("DATE", None, f"shift:D:{count}", edge(g.get("edge")))
        )

    return read


def _this(g: dict[str, str]) -> Reading | None:
    """ "last week", "early this year", "next month"."""
    count = {"last": -1, "past": -1, "next": 1, "coming": 1, "this coming": 1, "this past": -1}.get(g["rel"].lower(), 0)
    code = unit(g["unit"])
    if code[0] == "T" or code == "D":
        return None
    return "DATE", None, f"shift:{code}:{count}", edge(g.get("edge"))


def _that(g: dict[str, str]) -> Reading | None:
    """ "the next day", "that night", "the same week": the day last spoken of, moved."""
    count = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "before": -1, "after": 1}.get(g["rel"].lower(), 0)
    if g.get("part"):
        return "TIME", None, f"from:D:{count}:{PARTS[g['part'].lower()]}", None
    code = unit(g["unit"])
    return None if code[0] == "T" else ("DATE", None, f"from:{code}:{count}", None)


def _clock(g: dict[str, str]) -> Reading | None:
    return "TIME", f"XXXX-XX-XXT{clock(g['clock'], g.get('zone'))}", "clock", None


def _always(kind: str, value: str | None, rule: str) -> Reader:
    return lambda g: (kind, value, rule, edge(g.get("edge")))


_THAT = r"(?P<rel>(?i:next|following|previous|preceding|same))"

# fmt: off
GRAMMAR: tuple[tuple[str, Reader], ...] = (
    # from the day of speaking: "last night", "this morning", "early yesterday", "earlier this week", "last month"
    (rf"(?<![\w-])(?P<x>{EDGE}(?i:yesterday)(?:\s«part»\b|{CLOCK})?)\b", _deictic(-1)),
    (rf"(?<![\w-])(?P<x>{EDGE}(?i:today)(?:{CLOCK})?)\b", _deictic(0)),
    (rf"(?<![\w-])(?P<x>(?i:tomorrow)(?:\s«part»\b|{CLOCK})?)\b", _deictic(1)),
    (r"\b(?P<x>(?i:the )?(?i:day before yesterday))\b", _deictic(-2)),
    (r"\b(?P<x>(?i:the )?(?i:day after tomorrow))\b", _deictic(2)),
    (r"\b(?P<x>(?i:tonight))\b", _deictic(0, "NI")),
    (rf"\b(?P<x>{EDGE}(?i:last )(?P<part>(?i:night|evening)))\b", _deictic(-1)),
    (rf"\b(?P<x>{EDGE}(?i:this )(?:(?i:early|late) )?(?P<part>(?i:morning|afternoon|evening)))\b", _deictic(0)),
    (rf"\b(?<!the\s)(?P<x>{EDGE}{REL}\s(?P<unit>(?i:weekend|week|month|year|quarter|decade|century)))\b(?!-)", _this),
    (
        r"\b(?P<x>(?i:the )?«edge»[- ](?:the |(?P<rel>(?i:last|next|this)) )?(?P<unit>(?i:week|month|year|decade|century)))\b(?!-)",
        lambda g: _this({"rel": "this", **g}),
    ),
    (r"\b(?i:over|at|during|on)\s(?P<x>(?:the|(?P<rel>(?i:last|this|next)))\sweekend)\b(?!\sof|-)", lambda g: _this({**g, "unit": "weekend"}) if "rel" in g else ("DATE", None, "weekend", None)),
    (r"\b(?P<x>(?i:the )(?P<rel>(?i:last|next|current|previous))\s(?P<unit>(?i:quarter)))\b(?!-|\sof)", lambda g: _this({**g, "rel": g["rel"].lower().replace("previous", "last")})),
    # from the day last spoken of: "the next day", "that night", "the day before", "the same month"
    (
        rf"\b(?P<x>(?i:the )(?i:very )?{_THAT}\s(?:(?P<part>(?i:morning|afternoon|evening|night))|(?P<unit>(?i:day|week|weekend|month|year))))\b(?!-|\sof)",
        _that,
    ),
    (
        r"\b(?P<x>(?P<rel>(?i:that))(?i: same| very)?\s(?:(?P<part>(?i:morning|afternoon|evening|night))|(?P<unit>(?i:day|week|weekend|month|year))))\b(?!-)",
        _that,
    ),
    (r"\b(?P<x>(?i:the )(?P<unit>(?i:day|week|month|year))\s(?P<rel>before|after))(?=[,.;]|$)", _that),
    # time of day: "11:03 GMT", "at 15:30", "3 p.m.", "overnight", "in the early hours", "midnight"
    (r"(?<![\w.,:/$€£-])(?P<x>«clock»\s?«zone»)(?!\w)", _clock),
    (
        r"(?<![\w.,:/$€£-])(?P<x>(?P<clock>(?:[01]\d|2[0-3])[0-5]\d)\s?«zone»)(?!\w)",
        lambda g: _clock({**g, "clock": g["clock"][:2] + ":" + g["clock"][2:]}),
    ),
    (r"(?<![\w.,:/$€£-])(?P<x>(?P<clock>(?:1[0-2]|0?\d)(?:[:.][0-5]\d){0,2}\s?(?i:[ap]\.?m\b\.?)))(?!\w)", _clock),
    (r"\b(?i:at|around|by|from|until|about|since|before|after)\s(?P<x>(?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d))(?![\w:])", _clock),
    (r"(?<![\w.,:/$€£-])(?P<x>(?P<clock>1[0-2]|0?\d)\s?(?i:o['’]clock))\b", _clock),
    (r"(?<![\w-])(?P<x>(?i:overnight))\b", _always("TIME", "XXXX-XX-XXTNI", "part")),
    (
        r"\b(?i:in|during|at)\s(?P<x>(?:the )?(?:«edge»[- ])?(?:hours of )?(?:the )?(?P<part>(?i:morning|afternoon|evening|dawn|dusk)))\b(?!-)",
        lambda g: ("TIME", f"XXXX-XX-XXT{PARTS[g['part'].lower()]}", "part", edge(g.get("edge"))),
    ),
    (
        r"\b(?i:in|during)\s(?P<x>the (?:early|small) hours(?: of the (?:morning|night))?)\b(?!\sof)",
        _always("TIME", "XXXX-XX-XXTMO", "part"),
    ),
    (r"\b(?P<x>(?i:midday|noon))\b", _always("TIME", "XXXX-XX-XXT12:00", "clock")),
    (r"\b(?P<x>(?i:midnight))\b", _always("TIME", "XXXX-XX-XXT24:00", "clock")),
)
# fmt: on
