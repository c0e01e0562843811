"""A stretch of text in, the months, quarters, seasons, years, decades and centuries of the calendar out."""

# ruff: noqa: E501 (a grammar reads as a table, a pattern a line)

from rashomon.text.calendars import dated, way, year_of
from rashomon.text.timewords import EDGE, REL, SEASONS, Reading, Rule, edge, month, nth, spelt


def _monthly(g: dict[str, str]) -> Reading | None:
    return dated(g, month(g.get("bare") or g.get("month") or g["sure"]), None, way(g.get("rel")))


def _months(g: dict[str, str]) -> Reading | None:
    """ "from May to October 2020": the year of the one is that of the other, or the one before."""
    last = int(g["year"])
    low, high = month(g["month"]), month(g["month2"])
    first = last - 1 if low > high else last
    return Reading("DATE", f"{first:04d}-{low:02d}/{last:04d}-{high:02d}", "date")


def _numeric_month(g: dict[str, str]) -> Reading | None:
    """ "2015-12": not where it may be a season ("2011-12")."""
    last = int(g["year"][2:])
    return None if "season" in g and last < int(g["season"]) <= last + 1 else dated(g, int(g["mm"]), None)


def _week(g: dict[str, str]) -> Reading | None:
    """ "Week 31 of 2027": a week by its number (ISO 8601)."""
    year, direction = year_of(g), way(g.get("rel"))
    rule = "date" if year else f"partial:{direction}" if direction else "partial"
    return Reading("DATE", f"{year or 'XXXX'}-W{int(g['number']):02d}", rule)


def _of_year(g: dict[str, str]) -> Reading | None:
    year = year_of(g)
    return Reading("DATE", f"{year:04d}", "date", edge(g.get("edge"))) if year else None


def _years(g: dict[str, str]) -> Reading | None:
    first = int(g["year"])
    last = int(g["year2"] if "year2" in g else g["year"][:2] + g["two"])
    return Reading("DATE", f"{first:04d}/{last:04d}", "date") if first < last <= first + (100 if "year2" in g else 15) else None


def _fiscal(g: dict[str, str]) -> Reading | None:
    """A fiscal or school year: which days it has is its keeper's to say."""
    letters = {"f": "FY", "s": "SY", "a": "SY"}[g["kind"][0].lower()]
    if g.get("rel"):
        return Reading("DATE", None, f"fiscal:{letters}:{way(g['rel'])}")
    year = year_of(g)
    return Reading("DATE", f"{letters}{year:04d}" if year else f"{letters}XXXX", "fiscal")


def _decade(g: dict[str, str]) -> Reading | None:
    if "tens" in g:
        digits = "19" + str(
            {
                "twenties": 2,
                "thirties": 3,
                "forties": 4,
                "fifties": 5,
                "sixties": 6,
                "seventies": 7,
                "eighties": 8,
                "nineties": 9,
            }[g["tens"].lower()]
        )
        return Reading("DATE", digits, "date", edge(g.get("edge")))
    digits = g["decade"]
    return Reading("DATE", (digits if len(digits) == 4 else "19" + digits)[:3], "date", edge(g.get("edge")))


def _century(g: dict[str, str]) -> Reading | None:
    number = nth(g["nth"])
    return Reading("DATE", f"{number - 1:02d}", "date", edge(g.get("edge"))) if 1 <= number <= 30 else None


def _season(g: dict[str, str]) -> Reading | None:
    if g["season"].lower() == "fall" and not (g.get("year") or g.get("rel")):
        return None
    code, year = SEASONS[g["season"].lower()], year_of(g)
    direction = way(g.get("rel"))
    rule = "date" if year else f"partial:{direction}" if direction else "partial"
    return Reading("DATE", f"{year:04d}-{code}" if year else f"XXXX-{code}", rule, edge(g.get("edge")))


def _quarter(g: dict[str, str]) -> Reading | None:
    words = g["which"].lower().lstrip("qh")
    number = int(words) if words.isdigit() else nth(words)
    letter, most = ("H", 2) if g.get("half") else ("Q", 4)
    if not 1 <= number <= most:
        return None
    year = year_of(g)
    rule = "date" if year else f"partial:{way(g['rel'])}" if g.get("rel") else "partial"
    return Reading("DATE", f"{year or 'XXXX'}-{letter}{number}", rule, edge(g.get("edge")))


_PREP = r"(?i:in|of|since|by|until|through|till|til|during|from|to|throughout|between|and|before|after|for|around|about|circa|or|year|late|than|but not|not)"
_NOT_A_COUNT = r"(?!\s(?:(?i:percent|per cent|people|million|km|m|metres|meters|feet|miles|men|women|troops|civilians|fighters|soldiers|euros|dollars|tonnes|tons))\b|-\w|[-–/]\d)"
_OF_A_THING = r"(?=\s[A-Za-z])(?!\s(?:(?i:tonne|ton|page|metre|meter|mile|foot|yard|acre|hectare|litre|word|volt|watt|kilo|kg|seat|strong|man|member|odd)\b|[a-z]+(?<!s)s\b))"
_TO = r"(?:\s?[-–—~]\s?|\s(?:to|and|until|till|through)\s)"

_NUMBERED = r"(?<!\w)(?!(?:Resolution|Flight|Route|Highway|Room|Article|Regulation|Decree|Law|Act|Section|Directive|Convention|Boeing|Airbus|No)\b)"

# fmt: off
GRAMMAR: tuple[Rule, ...] = (
    # months: "October 2017", "mid-November", "the beginning of October", "last May", "in March", "November"
    ("month", r"(?<!\w)(?<![A-Za-z]-)(?P<x>(?i:the month of )?«month»(?:,?\s|\s?(?:of|in)\s|[-/])(?:«year»|«spelt»))", _monthly),
    ("month", rf"(?<![\w-])(?P<x>{EDGE}«month»(?:,|\sof|\sin)?\s(?:«year»|«spelt»))", _monthly),
    ("month", r"(?<![\w-])(?P<x>«month»\sof\s['’]?(?P<short_year>\d\d))(?![\w:]|[.,]\d)", _monthly),
    ("month", r"(?<![\w-])(?P<x>«year»[-\s/]«month»)(?![\w-]|\s?\d)", _monthly),
    ("month", rf"\b(?P<x>(?i:from\s|between\s)?«month»{_TO}«month2»(?:,|\sof|\sin)?\s«year»)", _months),
    ("month", rf"\b(?P<x>«month»)(?={_TO}«month2»(?!\w|\s\d))", _monthly),
    ("month", rf"\b(?:«month2»){_TO}(?P<x>«month»)(?!\w|\s?\d)", _monthly),
    ("month", r"\b(?P<x>(?i:the )?«edge»[- ]«bare»)\b(?!\s?\d)", _monthly),
    ("month", rf"\b(?P<x>{REL}\s«month»)(?!\w|\s?\d)", _monthly),
    ("month", r"\b(?P<x>(?i:that)\s«month»)(?!\w|\s?\d)", _monthly),
    ("season", r"\b(?P<x>(?i:that)\s«season»)\b(?!-)", lambda g: None if g["season"].lower() == "fall" else _season(g)),
    ("month", rf"\b{_PREP}\s(?P<x>«month»)(?!\w|\s?\d|\s[A-Z]|'|’|-\w)", _monthly),
    ("month", r"\b(?P<x>(?i:the month of )«month»)(?!\w|\s?\d)", _monthly),
    ("month", r"(?<![\w-])(?P<x>«sure»)\b(?!\s?\d|-\w)", _monthly),
    ("month", r"\b(?i:in|since|until|by|during|last|this|next)\s(?P<x>may)(?=[.,;:?!]|$)", lambda g: dated(g, 5, None)),
    ("digit", r"(?<![\w/.,:-])(?P<x>(?P<year>(?:19|20)\d\d)-(?P<season>(?P<mm>0[1-9]|1[0-2])))(?![\w/-]|[.,]\d)", _numeric_month),
    ("digit", r"(?<![\w/.,:-])(?P<x>(?P<mm>0[1-9]|1[0-2])[-/](?P<year>(?:19|20)\d\d))(?![\w/-]|[.,]\d)", _numeric_month),
    ("unit", r"(?<![\w-])(?P<x>(?:the )?week (?P<number>[1-9]|[1-4]\d|5[0-3])(?:(?:,?\sof)?\s«year»)?)(?![\w-]|[.,]\d|\s(?:hours|days|weeks|of (?!(?:19|20)\d\d)))", _week),
    ("unit", rf"(?<![\w-])(?P<x>(?:the )?week (?P<number>[1-9]|[1-4]\d|5[0-3]) of {REL} year)\b", _week),
    # years, decades, centuries, seasons, quarters
    ("digit", rf"(?:\b{_PREP}\s|\()(?P<x>(?i:the year |year )?«year»){_NOT_A_COUNT}", _of_year),
    ("digit", rf"\b(?i:the)\s(?P<x>(?P<year>(?:19|20)\d\d)){_NOT_A_COUNT}(?=\s[A-Za-z])", _of_year),
    ("digit", rf"\b(?i:an?|this|his|her|its|their|our)\s(?P<x>(?P<year>(?:19|20)\d\d)){_NOT_A_COUNT}{_OF_A_THING}", _of_year),
    ("digit", rf"{_NUMBERED}\b[A-Z]\w+\s(?P<x>(?P<year>(?:199|20[0-2])\d))(?=\s*$|[.;)]\s|\s?\n)", _of_year),
    ("digit", r"(?:^|(?<=[.?!]\s))(?P<x>(?P<year>(?:19|20)\d\d))(?=\s(?:was|is|has|had|will|saw|began|ended|brought|would)\b)", _of_year),
    ("digit", r"(?<![\w/.,:$€£-])(?P<x>(?P<year>(?:19|20)\d\d))(?=\s(?:or|and)\s(?:later|earlier|before|after)\b)", _of_year),
    ("digit", rf"\b(?P<x>(?:(?i:the )?«edge»|(?i:early|late|mid))[- ]?«year»){_NOT_A_COUNT}", _of_year),
    ("digit", r"\b(?P<x>(?P<year>(?:19|20)\d\d))(?=\s(?:to|and|until|till|through)\s(?:1\d|20)\d\d(?![\w,.]\d))", _of_year),
    ("digit", r"\b(?:(?:19|20)\d\d)\s(?:to|and|until|till|through)\s(?P<x>(?P<year>(?:19|20)\d\d))(?![\w-]|[.,]\d)", _of_year),
    ("any", r"\b(?i:in|since|of|until|by|from|to|year)\s(?P<x>«spelt»)(?!\w|-|\s(?:people|percent|men|women|dead|million|thousand|hundred))", lambda g: Reading("DATE", f"{spelt(g['spelt']):04d}", "date") if " " in g["spelt"] and len(g["spelt"]) > 12 else None),
    ("digit", r"(?<![\w/.,:$€£-])(?P<x>(?:(?i:from|between)\s)?(?P<year>(?:1\d|20)\d\d)\s?[-–—~/]\s?(?P<year2>(?:1\d|20)\d\d))(?![\w-]|[.,]\d)", _years),
    ("digit", r"(?<![\w/.,-])(?P<x>(?P<year>(?:19|20)\d\d)[-–/](?P<two>\d\d))(?![\w/.-]\w|\w)", _years),
    ("any", r"\b(?P<x>(?P<kind>(?i:fiscal|financial|school|academic)) (?:(?i:year) )?«year»)", lambda g: _fiscal({**g, "kind": "f" if g["kind"].lower() == "financial" else g["kind"]})),
    ("any", rf"\b(?P<x>{REL} (?P<kind>(?i:fiscal|financial|school|academic)) year)\b", lambda g: _fiscal({**g, "kind": "f" if g["kind"].lower() == "financial" else g["kind"]})),
    ("digit", r"\b(?P<x>(?i:the )(?:«edge»[- ](?:the )?)?(?P<decade>(?:1\d|20)\d0)['’]?s)\b", _decade),
    ("digit", r"(?<![\w])(?P<x>(?:«edge»[- ](?:the )?)?(?P<decade>(?:1\d|20)\d0)['’]?s)\b", _decade),
    ("digit", r"\b(?P<x>(?i:the )(?:«edge»[- ])?['’‘]?(?P<decade>\d0)['’]?s)\b", _decade),
    ("any", r"\b(?P<x>(?i:the )(?:«edge»[- ])?(?P<tens>(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)))\b", _decade),
    ("unit", r"\b(?P<x>(?i:the )?(?:«edge»[- ](?:the )?)?«nth»[-\s]{1,2}(?i:century))\b", _century),
    ("season", rf"\b(?:(?i:in|during|since|by|until|of)\s)?(?P<x>(?:(?i:the )?«edge»[- ](?:the )?)?(?:{REL}\s)«season»(?:(?:\sof)?\s«year»)?)\b", _season),
    ("season", r"\b(?P<x>(?i:the )?(?:«edge»[- ](?:the )?)?«season»(?:\sof)?\s«year»)", _season),
    ("season", r"\b(?i:in|during|since|by|until)\s(?P<x>(?:«edge»[- ])?(?:the )?(?:whole )?(?:«edge2»[- ])?«season»)\b(?!\sof|-)", _season),
    ("unit", rf"\b(?P<x>{EDGE}(?i:the )?(?:{REL}\s)?(?P<which>«nth»)[- ](?i:quarter|(?P<half>half))(?:(?:\s(?:of|in))?\s«year»))", _quarter),
    ("unit", rf"\b(?P<x>{EDGE}(?i:the )?(?:{REL}\s)?(?P<which>(?i:first|second|third|fourth|1st|2nd|3rd|4th))[- ](?i:quarter)(?: of (?P<rel2>(?i:the|this|last|next)) (?:fiscal )?year)?)\b(?!-?finals?)", lambda g: _quarter({**g, "rel": {"the": ""}.get(g.get("rel2", "the").lower(), g.get("rel2", "")) or g.get("rel", "")})),
    ("unit", r"\b(?P<x>(?i:the )?(?P<which>(?i:first|second)) (?P<half>half) of (?P<rel>(?i:the|this|last|next)) year)\b", lambda g: _quarter({**g, "rel": "" if g["rel"].lower() == "the" else g["rel"]})),
    ("digit", r"(?<![\w-])(?P<x>(?P<which>(?i:q[1-4]|(?P<half>h)[12]))(?:(?:\sof|,)?[-\s]«year»)?)(?![\w'’])", _quarter),
    ("digit", r"(?<![\w-])(?P<x>«year»[-\s](?P<which>(?i:q[1-4]|(?P<half>h)[12])))\b", _quarter),
)
# fmt: on
