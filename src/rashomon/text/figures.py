"""A text in, its figures out: a number with its hedge, its range, its unit, and the bounds that follow."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.text import designations, hedges, numbers, numerals, units

_TO = re.compile(
    r"[ \u00a0]?[-‐‑–—][ \u00a0]?\Z|[ \u00a0]?-?[ \u00a0]?to[ \u00a0-]\Z|[ \u00a0]?~[ \u00a0]?\Z|[ \u00a0]through[ \u00a0]\Z"
)
_GIVE = re.compile(r"[ \u00a0]?(?:±|\+/[-−])[ \u00a0]?\Z")
_AND = re.compile(r"[ \u00a0]and[ \u00a0]\Z")
_OR = re.compile(r"[ \u00a0]or[ \u00a0]\Z")
_OF = re.compile(r" (?:in|out of|in every|out of every|of every|over) \Z")
_BETWEEN = re.compile(r"\bbetween\W+(?:\w+ ){0,2}\W?\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\W+(?:\w+ ){0,2}\W?\Z", re.IGNORECASE)
_LEAD = re.compile(r"\b(?:between|from)\W+\Z", re.IGNORECASE)
_OLD = re.compile(r"(?:[- ]olds?\b| of age\b|/o\b)", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged|age|ages|ages of|age of)(?: between| from| about| around)? \Z", re.IGNORECASE)
_LONG = re.compile(r"-long\b")
_SCALE_AFTER = re.compile(r"[ \u00a0](million|billion|trillion|bn|mn)\b")
_THEN = re.compile(r"(?:,| and| but|, and|, but)? ")
_PARTS = {(whole, "cent"): 100.0 for whole in ("dollar", "euro")} | {("pound", "penny"): 100.0, ("foot", "inch"): 12.0}
_HALF_A = re.compile(r"[ \u00a0]an?\Z")
_PER = re.compile(
    r"[ \u00a0](?:(?:per|for each|for every) [^\W\d_]{2,20}\b|each\b|apiece\b"
    r"|an? (?:head|person|piece|share|barrel|ton|tonne|night|litre|liter|gallon|kilo)\b)|/[^\W\d_]{2,12}\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure between code points `start` and `end`, hedge and unit included; `core` is the number alone.

    `low` and `high` are what the words allow, None where open; `convention` says by which custom, where one was needed;
    `bare` tells figures alone ("2014", "47").
    """

    start: int
    end: int
    core: tuple[int, int]
    kind: str
    value: float | None
    low: float | None
    high: float | None
    hedge: str | None = None
    unit: str | None = None
    per: str | None = None
    convention: str | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Amount:
    """A number, a range or a word for either, before units and hedges."""

    start: int
    end: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    form: str
    said: str | None = None
    why: str | None = None
    bare: bool = False


def read(text: str, start: int = 0, end: int | None = None) -> Iterator[Figure]:
    """The figures between two code points, in text order; dates, clock times, addresses and names with numbers are none."""
    end = len(text) if end is None else end
    last = start
    waiting: Figure | None = None
    for amount in _ranges(text, list(_amounts(text, start, end)), start, end):
        figure = _figure(text, amount, last, end) if amount.start >= last else None
        if figure is None:
            continue
        last = figure.end
        joined = _together(text, waiting, figure) if waiting is not None else None
        if joined is None and waiting is not None:
            yield waiting
        waiting = joined or figure
    if waiting is not None:
        yield waiting


def _together(text: str, left: Figure, right: Figure) -> Figure | None:
    """Two figures that are one: "5 feet 2 inches", "3 dollars and 50 cents", "more than 10 and fewer than 20"."""
    gap = text[left.end : right.start]
    if not _THEN.fullmatch(gap):
        return None
    part = _PARTS.get(((left.unit or "").split(" ")[-1], right.unit or ""))
    if part is not None and left.value is not None and right.value is not None and right.low == right.high and right.value < part:
        more = right.value / part
        low, high = (None if x is None else x + more for x in (left.low, left.high))
        return replace(left, end=right.end, value=left.value + more, low=low, high=high)
    if not gap.strip() or left.unit not in (None, right.unit) or None in (left.value, right.value):
        return None
    lows, highs = (left.low, right.low), (left.high, right.high)
    low, high = next((x for x in lows if x is not None), None), next((x for x in highs if x is not None), None)
    if (
        lows.count(None) != 1
        or highs.count(None) != 1
        or low is None
        or high is None
        or low >= high
        or lows.index(None) == highs.index(None)
    ):
        return None
    hedge = " … ".join(h for h in (left.hedge, right.hedge) if h)
    return replace(right, start=left.start, core=(left.core[0], right.core[1]), value=None, low=low, high=high, hedge=hedge)


def _amounts(text: str, start: int, end: int) -> Iterator[_Amount]:
    """Numbers and conventional words, in text order, without those inside something else."""
    elsewhere = designations.elsewhere(text, start, end)
    at, last = 0, start
    for amount in sorted([*_said(text, start, end), *_written(text, start, end)], key=lambda a: (a.start, -a.end)):
        while at < len(elsewhere) and elsewhere[at][1] <= amount.start:
            at += 1
        inside = at < len(elsewhere) and elsewhere[at][0] < amount.end
        if not inside and amount.start >= last:
            last = amount.end
            yield amount


def _written(text: str, start: int, end: int) -> Iterator[_Amount]:
    for n in numbers.read(text, start, end):
        if n.form != "figures" or not designations.glued(text, n, start, end):
            yield _Amount(start=n.start, end=n.end, value=n.value, low=n.value, high=n.value, form=n.form, bare=n.bare)


def _said(text: str, start: int, end: int) -> Iterator[_Amount]:
    for c in hedges.conventions(text, start, end):
        yield _Amount(start=c.start, end=c.end, low=c.low, high=c.high, form="convention", said=c.said, why=c.why)


def _ranges(text: str, amounts: Sequence[_Amount], start: int, end: int) -> Iterator[_Amount]:
    """Neighbours that make one range, score or share ("six to seven", "26-24", "one in five"), joined; others as they are."""
    at = 0
    while at < len(amounts):
        left = amounts[at]
        right = amounts[at + 1] if at + 1 < len(amounts) else None
        near = right is not None and right.start - left.end <= 40
        joined = _range(text, left, right, start, end) if right is not None and near else None
        yield joined or left
        at += 1 if joined is None else 2


def _range(text: str, left: _Amount, right: _Amount, start: int, end: int) -> _Amount | None:
    if left.value is None or right.value is None or "ordinal" in (left.form, right.form):
        return None
    unit, money = units.after(text, left.end, right.start), units.before(text, right.start)
    gap_from = unit.end if unit is not None else left.end
    gap = text[gap_from : money.start if money is not None and money.start >= gap_from else right.start]
    before = text[max(start, left.start - 60) : left.start]
    if _OF.match(gap) and unit is None and 0 < left.value < right.value:
        return _share(text, left, right, start, end)
    if unit is None and _GIVE.match(gap):
        low, high = left.value - right.value, left.value + right.value
        return _Amount(start=left.start, end=right.end, value=left.value, low=low, high=high, form="figures")
    if _TO.match(gap):
        if _FROM.search(before) and _tells(before, "change"):
            return None
        around = f"{before[-24:]} {text[right.end : min(end, right.end + 16)]}"
        if (
            unit is None
            and "to" not in gap
            and left.bare
            and right.bare
            and (left.value >= right.value or _tells(around, "score"))
        ):
            return _Amount(start=left.start, end=right.end, form="score")
    elif not (_AND.match(gap) and _BETWEEN.search(before)) and not (
        _OR.match(gap) and not unit and right.value <= 3 * left.value
    ):
        return None
    if money is not None and money.start >= gap_from and unit is not None and unit.kind != "money":
        return None
    other = units.after(text, right.end, end) if unit is not None else None
    low = left.value * _shared_scale(text, left, right) if unit is None else left.value
    if not low < right.value or (unit is not None and other is not None and other.name != unit.name):
        return None
    return _Amount(start=left.start, end=right.end, low=low, high=right.value, form="range", bare=left.bare and right.bare)


def _share(text: str, left: _Amount, right: _Amount, start: int, end: int) -> _Amount | None:
    """ "one in five", "two out of every three"; not "three in 2017"."""
    if (
        left.value is None
        or right.value is None
        or designations.yearlike(text, (right.start, right.end), right.value, start, end)
    ):
        return None
    share = left.value / right.value
    return _Amount(start=left.start, end=right.end, value=share, low=share, high=share, form="fraction")


def _tells(words: str, table: str) -> bool:
    """Whether one of the words is in a list of `data/designations.toml`."""
    return not designations.words(table).isdisjoint(re.findall(r"[a-z]+", words.lower()))


def _shared_scale(text: str, left: _Amount, right: _Amount) -> float:
    """The scale that "2 to 3 million" gives to its 2: that of its 3."""
    word = re.search(r"([^\W\d_]+)\Z", text[right.start : right.end])
    scale = numerals.scale(word.group(1)) if word else None
    alone = re.fullmatch(r"\W?[\d.,]+|[^\W\d_]+", text[left.start : left.end])
    if scale is None or not alone or left.value is None or right.value is None or left.value >= right.value / scale:
        return 1.0
    return scale


def _figure(text: str, amount: _Amount, start: int, end: int) -> Figure | None:
    """An amount with its unit, hedges and bounds; None where it turns out to be a year or a name."""
    unit, first = _unit(text, amount, start, end)
    if amount.form == "ordinal" and unit is not None:
        return None
    hedge, words = _hedge(text, amount, unit, first, start)
    year = amount.bare and (not words or amount.form == "range") and _year(text, amount, start, end)
    if unit is None and (designations.named(text, first, start) or year):
        return None
    last = max(amount.end, unit.end) if unit is not None else amount.end
    bounds = hedge.bounds
    if unit is not None and unit.kind == "money" and unit.end > amount.end and (scale := _SCALE_AFTER.match(text, last, end)):
        by, last = numerals.scale(scale.group(1)) or 1.0, scale.end()
        amount = replace(amount, value=None if amount.value is None else amount.value * by)
        bounds = (None if bounds[0] is None else bounds[0] * by, None if bounds[1] is None else bounds[1] * by)
    if behind := hedges.after(text, last, end, bounds):
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
        convention=amount.why,
        bare=amount.bare and unit is None,
    )


def _year(text: str, amount: _Amount, start: int, end: int) -> bool:
    """Whether bare figures, or both ends of a range, are years."""
    years = [x for x in (amount.low, amount.high) if x is not None and 1500 <= x <= 2100]
    return len(years) == 2 and designations.yearlike(text, (amount.end - 4, amount.end), amount.high, start, end)


def _unit(text: str, amount: _Amount, start: int, end: int) -> tuple[units.Unit | None, int]:
    """The unit after an amount, or the money before it, and where the figure begins."""
    unit = units.after(text, amount.end, end)
    if unit is None and amount.form in ("fraction", "words") and (half := _HALF_A.match(text, amount.end, amount.end + 3)):
        unit = units.after(text, half.end(), end)
    sign = units.before(text, amount.start) if amount.form != "ordinal" else None
    if sign is None or sign.start < start:
        return unit, amount.start
    return (unit if unit is not None and unit.kind == "money" else replace(sign, end=amount.end)), sign.start


def _hedge(text: str, amount: _Amount, unit: units.Unit | None, first: int, start: int) -> tuple[hedges.Hedge, str]:
    """The hedges before an amount and all the words that hedge it ("only a few dozen", "between")."""
    if amount.form in ("ordinal", "score"):
        return _plain(amount, first), ""
    if amount.value == 1 and unit is None and amount.form == "words":
        only = hedges.before(text, first, start, (1.0, 1.0), vague=False, lasting=False)
        return (
            (only, only.words)
            if only.words.split(" ")[0].lower() in ("only", "just", "at", "more")
            else (_plain(amount, first), "")
        )
    lead = _LEAD.search(text[max(start, first - 10) : first]) if amount.form == "range" else None
    begin = first - (lead.end() - lead.start()) if lead else first
    lasting, vague = unit is not None and unit.kind == "duration", amount.form == "convention"
    hedge = hedges.before(text, begin, start, (amount.low, amount.high), vague=vague, lasting=lasting)
    if unit is not None and hedge.bounds == (None, amount.high) and hedge.words.lower() in ("just", "only"):
        hedge = replace(hedge, bounds=(amount.low, amount.high))
    words = [hedge.words, lead.group().strip().lower() if lead else "", amount.said or ""]
    return hedge, " ".join(w for w in words if w)


def _plain(amount: _Amount, first: int) -> hedges.Hedge:
    return hedges.Hedge(words="", bounds=(amount.low, amount.high), at=first)


def _kind(text: str, amount: _Amount, unit: units.Unit | None, first: int, last: int, start: int) -> tuple[str, int]:
    """The kind of a figure, and where it ends when "old" or "long" belongs to it."""
    if amount.form in ("ordinal", "score"):
        return amount.form, last
    if unit is not None and unit.kind == "duration":
        old, long = _OLD.match(text, last), _LONG.match(text, last)
        return ("age", old.end()) if old else ("duration", long.end() if long else last)
    if unit is not None:
        return unit.kind, last
    if _AGED.search(text[max(start, first - 24) : first]):
        return "age", last
    return ("fraction" if amount.form == "fraction" else "count"), last
