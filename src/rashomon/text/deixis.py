"""A stretch of text in, what is counted from the day of speaking or from a day already named out."""

# ruff: noqa: E501 (a grammar reads as a table, a pattern a line)

from rashomon.text.calendars import way
from rashomon.text.timewords import CLOCK, EDGE, PARTS, REL, Reader, Reading, Rule, clock, edge, unit


def _deictic(count: int, part: str | None = None) -> Reader:
    """ "yesterday", "this morning" …: the day of speaking, moved."""

    def read(g: dict[str, str]) -> Reading | None:
        code = part or (PARTS[g["part"].lower()] if g.get("part") else None)
        code = code or {"a": "MO", "p": "AF"}.get(g.get("half", "")[:1].lower())
        if g.get("clock"):
            return Reading("TIME", None, f"shift:D:{count}:{clock(g['clock'], g.get('zone'))}")
        if code:
            return Reading("TIME", None, f"shift:D:{count}:{code}", edge(g.get("edge")))
        return Reading("DATE", None, f"shift:D:{count}", edge(g.get("edge")))

    return read


def _this(g: dict[str, str]) -> Reading | None:
    """ "last week", "early this year", "next month", "the following quarter"."""
    word = g["rel"].lower()
    if g.get("part"):
        return _deictic(int(way(word) or 0))(g)
    code = unit(g["unit"])
    if code[0] == "T" or code in ("D", "F"):
        return None
    return Reading("DATE", None, f"shift:{code}:{int(way(word) or 0)}", edge(g.get("edge")))


def _that(g: dict[str, str]) -> Reading | None:
    """ "the next day", "that night", "the same week": the day last spoken of, moved."""
    low = g["rel"].lower()
    count = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "before": -1, "after": 1, "later": 1}.get(low, 0)
    if g.get("part"):
        return Reading("TIME", None, f"from:D:{count}:{PARTS[g['part'].lower()]}")
    code = unit(g["unit"])
    return None if code[0] == "T" else Reading("DATE", None, f"from:{code}:{count}")


def _of_week(g: dict[str, str]) -> Reading | None:
    """ "the week after next", "the month before last"."""
    return Reading("DATE", None, f"shift:{unit(g['unit'])}:{2 if g['rel'].lower() == 'next' else -2}")


def _year_ago(g: dict[str, str]) -> Reading | None:
    """ "the year-earlier quarter", "a year-ago period"."""
    return Reading("DATE", None, "shift:Y:-1")


_THAT = r"(?P<rel>(?i:next|following|previous|preceding|same))"
_UNIT = r"(?P<unit>(?i:weekend|week|workweek|month|year|quarter|decade|century))"

# fmt: off
GRAMMAR: tuple[Rule, ...] = (
    # from the day of speaking: "last night", "this morning", "early yesterday", "earlier this week", "last month"
    ("any", rf"(?<![\w-])(?P<x>{EDGE}(?i:yesterday)(?:\s«part»\b|{CLOCK})?)\b", _deictic(-1)),
    ("any", rf"(?<![\w-])(?P<x>{EDGE}(?i:today)(?:\s(?P<half>(?i:[ap]m))\b|{CLOCK})?)\b", _deictic(0)),
    ("any", rf"(?<![\w-])(?P<x>{EDGE}(?i:tomorrow|tmrw|tmr)(?:\s«part»\b|\s(?P<half>(?i:[ap]m))\b|{CLOCK})?)\b", _deictic(1)),
    ("unit", r"\b(?P<x>(?i:the )?(?i:day before yesterday))\b", _deictic(-2)),
    ("unit", r"\b(?P<x>(?i:the )?(?i:day after tomorrow))\b", _deictic(2)),
    ("any", rf"\b(?P<x>(?i:tonight|tonite)(?:{CLOCK})?)\b", lambda g: _deictic(0, None if g.get("clock") else "NI")(g)),
    ("part", rf"\b(?P<x>{EDGE}(?i:last )(?P<part>(?i:night|evening))(?:{CLOCK})?)\b", _deictic(-1)),
    ("part", rf"\b(?P<x>{EDGE}(?i:this )(?:(?i:early|late) )?(?P<part>(?i:morning|afternoon|evening))(?:{CLOCK})?)\b", _deictic(0)),
    ("part", r"\b(?<!the\s)(?P<x>(?P<rel>(?i:next|last)) (?P<part>(?i:morning|evening)))\b", _this),
    ("unit", rf"\b(?<!the\s)(?P<x>{EDGE}(?:{REL}|(?P<rel2>(?i:current)))\s(?:(?i:calendar|working|trading|whole|entire|full)\s)?{_UNIT})\b(?!-|\sto date|-to-date)", lambda g: _this({"rel": "this", **g}) if way(g.get("rel")) != "" or "rel2" in g else None),
    (
        "unit",
        rf"\b(?P<x>(?i:the )?«edge»[- ](?:(?:in |of |on )?(?:the |{REL} ))?(?P<unit>(?i:week|month|year|decade|century)))\b(?!-)",
        lambda g: _this({"rel": "this", **g}),
    ),
    ("unit", rf"\b(?i:over|at|during|on)\s(?P<x>(?:the|{REL})\sweekend)\b(?!\sof|-)", lambda g: _this({**g, "unit": "weekend"}) if "rel" in g else Reading("DATE", None, "weekend")),
    ("unit", r"\b(?P<x>(?i:the )(?P<rel>(?i:last|next|current|previous|coming|upcoming))\s(?P<unit>(?i:quarter|month|year)))\b(?!-|\sof)", lambda g: _this({**g, "rel": g["rel"]}) if unit(g["unit"]) == "Q" or g["rel"].lower() in ("current", "previous", "upcoming") else None),
    ("unit", r"\b(?P<x>(?i:the )?(?P<unit>(?i:week|month|year|weekend)) (?i:after|before) (?P<rel>(?i:next|last)))\b", _of_week),
    ("unit", r"\b(?i:for|of|in|during|over)\s(?P<x>(?i:the) (?P<unit>(?i:year|month|week)))(?=[.,;:?!)]|$|\s(?:to|and|as|with|at|after|on|but|ahead|ended|ending|was|is|has|had|were|from)\b)(?!\s(?:to come|and a half|after next|ended|before last))", lambda g: _this({"rel": "this", **g})),
    ("unit", r"\b(?i:for)\s(?P<x>(?i:the) day)(?=[.,;:?!)]|$)", _deictic(0)),
    ("unit", r"\b(?P<x>(?i:(?:the )?year)[ -](?i:to)[ -](?i:date))\b", lambda g: Reading("DATE", None, "shift:Y:0", "START")),
    ("unit", r"(?<![\w-])(?P<x>(?i:the |a )?(?i:year-(?:earlier|ago))(?:\s(?i:quarter|period|month|level|figure))?)\b", _year_ago),
    ("unit", r"\b(?P<x>(?i:the night before last))\b", _deictic(-2, "NI")),
    ("unit", r"(?<![\w-])(?P<x>(?i:(?:the )?year[- ]end))\b(?!-)", lambda g: Reading("DATE", None, "shift:Y:0", "END")),
    ("unit", r"\b(?P<x>(?i:the (?:latest|most recent) (?P<unit>quarter|month)))\b", lambda g: _this({**g, "rel": "last"})),
    ("any", r"\b(?P<x>(?i:the )?(?:EOD|eod))\b", lambda g: Reading("DATE", None, "shift:D:0", "END")),
    ("any", r"\b(?P<x>(?i:the )?(?:EOY|eoy))\b", lambda g: Reading("DATE", None, "shift:Y:0", "END")),
    ("unit", r"\b(?P<x>(?i:(?:the )?(?:rest|remainder|remaining)(?: of)? the (?P<unit>week|month|year)))\b", lambda g: Reading("DATE", None, f"shift:{unit(g['unit'])}:0", "END")),
    ("unit", r"\b(?P<x>(?i:(?:the )?end of (?:the )?)day)\b", lambda g: Reading("DATE", None, "shift:D:0", "END")),
    # from the day last spoken of: "the next day", "that night", "the day before", "the same month"
    (
        "any",
        rf"\b(?P<x>(?i:the )?(?i:very )?{_THAT}\s(?:(?P<part>(?i:morning|afternoon|evening|night))|(?P<unit>(?i:day|week|weekend|month|year))))\b(?!-|\sof)",
        lambda g: _that(g) if g["x"].lower().startswith("the ") or g["rel"].lower() in ("same", "following") else None,
    ),
    (
        "any",
        r"\b(?P<x>(?P<rel>(?i:that))(?i: same| very)?\s(?:(?P<part>(?i:morning|afternoon|evening|night))|(?P<unit>(?i:day|week|weekend|month|year))))\b(?!-)",
        _that,
    ),
    ("unit", r"\b(?P<x>(?i:the )(?P<unit>(?i:day|week|month|year))\s(?P<rel>(?i:before|after)))(?=[,.;?!]|\s*$)", _that),
)
# fmt: on
