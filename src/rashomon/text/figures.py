"""A text in, its figures out: a number with its hedge, its range, its unit, and the bounds that follow."""

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.text import designations, hedges, numbers, numerals, units
from rashomon.text.amounts import Amount, Figure
from rashomon.text.conventions import Conventions, named
from rashomon.text.neighbours import MEASURES, aged_too, sharing, together
from rashomon.text.ranges import ranges

_LEAD = re.compile(r"\b(?:between|from)\W+\Z", re.IGNORECASE)
_OLD = re.compile(r"(?:[- ]olds?\b| of age\b|/o\b)", re.IGNORECASE)
_YO = re.compile(r"[ -]?(?:y/?o|y\.o\.)(?!\w)")
_SOMEBODY = re.compile(
    r"\b(?:girl|boy|schoolgirl|schoolboy|man|woman|child|son|daughter|baby|toddler|youth|teenager|pensioner|pupil|student|brother"
    r"|sister|lad)(?:,| of) \Z",
    re.IGNORECASE,
)
_SOMEBODY_IS = re.compile(
    r"\b(?:[Hh]e|[Ss]he)(?:['’]s| is| was| is now| was only| was just) \Z"
    r"|\b(?:died|dies|(?:shot|stabbed|struck) dead|drowned|was murdered) at \Z"
)
"""What stands before an age alone: "she is 24, he died at 19"; "puts the dead at 38" tells no age."""
_NOBODY_ELSE = re.compile(r"\s*(?:$|[,;:.)–—]|\b(?:was|were|is|who|whose|and|from|has|had|in|with|died|among)\b)")
_CLAUSE_ENDS = re.compile(r"\s*(?:$|[.,;)–—](?!\d)|\b(?:and|when|but|now)\b)")
_OLDEST, _GROWN = 110, 10  # years; a lower number may be a rank, or an hour
_AGED = re.compile(r"\b(?:aged|age|ages|ages of|age of)(?: between| from| about| around)? \Z", re.IGNORECASE)
_LONG = re.compile(r"-long\b")
_SCALE_AFTER = re.compile(r"[ \u00a0](million|billion|trillion|bn|mn)\b")
_MAGNITUDE = re.compile(r"\bmagnitude[- ](?:of )?\Z", re.IGNORECASE)
_PUT_AT = re.compile(
    r"\bmagnitude(?: of (?:the |this |that |a )?(?:\w+ )?(?:earthquake|quake|tremor|aftershock))?"
    r" (?:at|was|is|as|to) (?:about |around )?\Z",
    re.IGNORECASE,
)
_STRONG = 70  # code points before a figure in which it may be said to be a magnitude
_TIMES_AS = re.compile(r"[ \u00a0](times)(?= (?:as|more|less|fewer|the|higher|larger|bigger|greater|faster|its|their|his|her)\b)")
_ARTICLE = re.compile(r"\ban?(?=[ \u00a0-])", re.IGNORECASE)
_REACH = re.compile(
    r" of (?=[a-z])|[ -](?:long|wide|high|deep|thick|tall)\b"
    r"| (?:away|from|off|apart|across|inland|offshore|upstream|downstream|(?:to the )?(?:north|south|east|west))\b"
)
_JESTS = frozenset({"ton", "ounce", "cup", "inch", "foot", "gram"})
_RATE = re.compile(
    r"(?:\d|%|[$€£]|\b(?:cents?|pence|dollars?|euros?|pounds?|rupees?|miles|metres|half|quarter|third|many|such))[ \u00a0]\Z"
)
_ANOTHER = re.compile(r"[ \u00a0]?\d")
_HALF_A = re.compile(r"[ \u00a0]an?(?=[ \u00a0])")
_PER = re.compile(
    r"[ \u00a0](?:(?:per|for each|for every) [^\W\d_]{2,20}\b|each\b|apiece\b"
    r"|an? (?:head|person|piece|share|barrel|ton|tonne|night|litre|liter|gallon|kilo)\b)|/[^\W\d_]{2,12}\b"
)


def read(text: str, start: int = 0, end: int | None = None, by: Conventions | None = None) -> Iterator[Figure]:
    """The figures between two code points, in text order; dates, clock times, addresses and names with numbers are none.
    Vague words are worth what they are `by` these conventions, Rashomon's own unless given.
    """
    end, by = len(text) if end is None else end, by or named()
    last = start
    waiting: Figure | None = None
    for amount in ranges(text, list(_amounts(text, start, end, by)), start, end):
        figure = _figure(text, amount, last, end, by) if amount.start >= last else None
        if figure is None:
            continue
        last = figure.end
        joined = together(text, waiting, figure) if waiting is not None else None
        if joined is None and waiting is not None:
            yield sharing(text, waiting, figure)
            figure = aged_too(text, waiting, figure)
        waiting = joined or figure
    if waiting is not None:
        yield waiting


def _amounts(text: str, start: int, end: int, by: Conventions) -> Iterator[Amount]:
    """Numbers and conventional words, in text order, without those inside something else."""
    elsewhere = designations.elsewhere(text, start, end)
    at, last = 0, start
    found = [*_said(text, start, end, by), *_written(text, start, end), *_one(text, start, end)]
    for amount in sorted(found, key=lambda a: (a.start, -a.end)):
        while at < len(elsewhere) and elsewhere[at][1] <= amount.start:
            at += 1
        inside = at < len(elsewhere) and elsewhere[at][0] < amount.end
        if not inside and amount.start >= last:
            last = amount.end
            yield amount


def _written(text: str, start: int, end: int) -> Iterator[Amount]:
    for n in numbers.read(text, start, end):
        if n.form != "figures" or not designations.glued(text, n, start, end):
            yield Amount(start=n.start, end=n.end, value=n.value, low=n.value, high=n.value, form=n.form, bare=n.bare)


def _one(text: str, start: int, end: int) -> Iterator[Amount]:
    """ "a kilometre from", "a gallon of": one of a measure; not "$3 a gallon", nor what is said in jest ("a ton of fun")."""
    for found in _ARTICLE.finditer(text, start, end):
        unit = units.after(text, found.end(), end)
        if unit is None or unit.kind not in MEASURES - {"percent", "temperature"} or not unit.spelled:
            continue
        reach = _REACH.match(text, unit.end, end)
        jest = unit.name in _JESTS and reach is not None and reach.group() == " of "
        if reach and not jest and not _RATE.search(text, max(start, found.start() - 16), found.start()):
            yield Amount(start=found.start(), end=found.end(), value=1.0, low=1.0, high=1.0, form="words")


def _said(text: str, start: int, end: int, by: Conventions) -> Iterator[Amount]:
    for c in hedges.conventions(text, start, end, by):
        yield Amount(start=c.start, end=c.end, low=c.low, high=c.high, form="convention", said=c.said, why=c.why)


def _figure(text: str, amount: Amount, start: int, end: int, by: Conventions) -> Figure | None:
    """An amount with its unit, hedges and bounds; None where it turns out to be a year or a name."""
    unit, first = _unit(text, amount, start, end)
    if amount.form == "ordinal" and unit is not None:
        return None
    hedge, words = _hedge(text, amount, unit, first, start, by)
    year = amount.bare and (not words or amount.form == "range") and _year(text, amount, start, end)
    if unit is None and (designations.named(text, first, start) or year):
        return None
    last = max(amount.end, unit.end) if unit is not None else amount.end
    bounds, factor, why = hedge.bounds, 1.0 if unit is None else unit.factor, amount.why or hedge.why
    if unit is not None and unit.kind == "money" and unit.end > amount.end and (scale := _SCALE_AFTER.match(text, last, end)):
        factor, last = factor * (numerals.scale(scale.group(1)) or 1.0), scale.end()
    if factor != 1.0:
        low, high = _times(amount.low, factor), _times(amount.high, factor)
        amount = replace(amount, value=_times(amount.value, factor), low=low, high=high)
        bounds = (_times(bounds[0], factor), _times(bounds[1], factor))
    if behind := hedges.after(text, last, end, bounds, by):
        why = why or behind.why
        last, bounds, words = behind.at, behind.bounds, f"{words} … {behind.words}" if words else behind.words
    kind, last = _kind(text, amount, unit, first, last, start)
    per = _PER.match(text, last, end) if kind in ("count", "money", "mass", "length", "volume", "duration") else None
    return Figure(
        start=hedge.at,
        end=last,
        core=(amount.start, amount.end),
        kind=kind,
        value=amount.value,
        low=bounds[0],
        high=bounds[1],
        hedge=words or None,
        unit=unit.name if unit else "year" if kind == "age" else None,
        per=per.group().strip(" /\u00a0") if per else None,
        convention=why,
        vague=amount.form == "convention",
        bare=amount.bare and unit is None,
        written=(amount.low, amount.high),
    )


def _times(value: float | None, by: float) -> float | None:
    return None if value is None else value * by


def _year(text: str, amount: Amount, start: int, end: int) -> bool:
    """Whether bare figures, or both ends of a range, are years."""
    years = [x for x in (amount.low, amount.high) if x is not None and 1500 <= x <= 2100]
    return len(years) == 2 and designations.yearlike(text, (amount.end - 4, amount.end), amount.high, start, end)


def _unit(text: str, amount: Amount, start: int, end: int) -> tuple[units.Unit | None, int]:
    """The unit after an amount, or the money before it, and where the figure begins."""
    unit = units.after(text, amount.end, end)
    if unit is None and amount.form in ("fraction", "words") and (half := _HALF_A.match(text, amount.end, end)):
        unit = units.after(text, half.end(), end)
    if unit is None and (as_many := _TIMES_AS.match(text, amount.end, end)):
        unit = units.Unit(name="times", kind="other", start=as_many.start(1), end=as_many.end(1))
    if unit is None and (quake := _MAGNITUDE.search(text[max(start, amount.start - 14) : amount.start])):
        first = amount.start - len(quake.group())
        return units.Unit(name="magnitude", kind="magnitude", start=first, end=amount.end), first
    if unit is None and amount.form == "figures" and _PUT_AT.search(text[max(start, amount.start - _STRONG) : amount.start]):
        return units.Unit(name="magnitude", kind="magnitude", start=amount.start, end=amount.end), amount.start
    sign = units.before(text, amount.start) if amount.form != "ordinal" else None
    if sign is None or sign.start < start:
        return unit, amount.start
    if unit is not None and not unit.spelled and _ANOTHER.match(text, unit.end, end):
        unit = None
    return (unit if unit is not None and unit.kind == "money" else replace(sign, end=amount.end)), sign.start


def _hedge(
    text: str, amount: Amount, unit: units.Unit | None, first: int, start: int, by: Conventions
) -> tuple[hedges.Hedge, str]:
    """The hedges before an amount and all the words that hedge it ("only a few dozen", "between")."""
    if amount.form in ("ordinal", "score"):
        return _plain(amount, first), ""
    if amount.value == 1 and unit is None and amount.form == "words":
        only = hedges.before(text, first, start, (1.0, 1.0), by)
        return (
            (only, only.words)
            if only.words.split(" ")[0].lower() in ("only", "just", "at", "more")
            else (_plain(amount, first), "")
        )
    lead = _LEAD.search(text[max(start, first - 10) : first]) if amount.form == "range" else None
    begin = first - (lead.end() - lead.start()) if lead else first
    lasting, vague = unit is not None and unit.kind == "duration", amount.form == "convention"
    hedge = hedges.before(text, begin, start, (amount.low, amount.high), by, vague=vague, lasting=lasting)
    if unit is not None and hedge.bounds == (None, amount.high) and hedge.words.lower() in ("just", "only"):
        hedge = replace(hedge, bounds=(amount.low, amount.high))
    words = [hedge.words, lead.group().strip().lower() if lead else "", amount.said or ""]
    return hedge, " ".join(w for w in words if w)


def _plain(amount: Amount, first: int) -> hedges.Hedge:
    return hedges.Hedge(words="", bounds=(amount.low, amount.high), at=first)


def _kind(text: str, amount: Amount, unit: units.Unit | None, first: int, last: int, start: int) -> tuple[str, int]:
    """The kind of a figure, and where it ends when "old" or "long" belongs to it."""
    if amount.form in ("ordinal", "score"):
        return amount.form, last
    if unit is not None and unit.kind == "duration":
        old, long = _OLD.match(text, last), _LONG.match(text, last)
        return ("age", old.end()) if old else ("duration", long.end() if long else last)
    if unit is not None:
        return unit.kind, last
    if amount.bare and (old := _YO.match(text, last)):
        return "age", old.end()
    before = text[max(start, first - 24) : first]
    if _AGED.search(before):
        return "age", last
    one = amount.form not in ("fraction", "percent") and amount.low == amount.high and 0 < (amount.low or 0) <= _OLDEST
    if one and _SOMEBODY.search(before) and _NOBODY_ELSE.match(text, last):
        return "age", last  # "a girl of nine", "girl, 9, among the dead"
    if one and amount.low and amount.low >= _GROWN and _SOMEBODY_IS.search(before) and _CLAUSE_ENDS.match(text, last):
        return "age", last
    return ("fraction" if amount.form == "fraction" else "count"), last
