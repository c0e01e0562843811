"""A text in, its figures out: a number with its hedge, its range, its unit, and the bounds that follow."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.data import load
from rashomon.text import numbers, units
from rashomon.text.numbers import Number

_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
_ELSEWHERE = re.compile(
    rf"(?<!\w){_MONTH}[ \u00a0](?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?!\d|[.,:]\d)(?:[-–]\d{{1,2}}\b)?(?:,? (?:1[5-9]|20)\d\d\b)?"
    rf"|(?<![\w.,])\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ \u00a0-]{_MONTH}(?:,?[ -](?:1[5-9]|20)\d\d\b)?"
    rf"|(?<!\w){_MONTH},? (?:1[5-9]|20)\d\d\b"
    r"|\b(?:1[5-9]|20)\d\d[-–/]\d\d(?!\d)(?:[-–/]\d\d\b)?|\b(?:1[5-9]|20)\d\d ?[-–] ?(?:1[5-9]|20)\d\d\b"
    r"|(?<![\w$£€])\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)\b|\b(?:1[5-9]|20)\d\ds\b|[’']\d\ds?\b|\b\d\ds\b"
    r"|(?<![\w.,])\d{1,2}(?:[:.]\d\d(?::\d\d)?)?[ \u00a0]?(?:[ap]m\b|[ap]\.m\.|AM\b|PM\b|o[’']clock\b)|\b\d{1,2}:\d\d(?::\d\d)?(?!\d)|\b\d{4} (?:GMT|UTC|hours)\b"
    r"|(?:https?://|www\.)[^\s<>]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co|gov|edu|tv|ly|uk|ru)/\S+|[\w.+-]+@[\w-]+\.[\w.]+|[@#]\w+"
    r"|(?<![\w$£€])\+?\d{1,4}(?:[-–]\d{2,4}){2,4}(?!\w)|\b(?:twenty|nineteen|eighteen)[ -](?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)\b",
)
_TO = re.compile(r"[ \u00a0]?[-‐‑–—][ \u00a0]?\Z|[ \u00a0]?-?[ \u00a0]?to[ \u00a0-]\Z")
_AND = re.compile(r"[ \u00a0]and[ \u00a0]\Z")
_OR = re.compile(r"[ \u00a0]or[ \u00a0]\Z")
_OF = re.compile(r" (?:in|out of|in every|out of every|of every|over) \Z")
_BETWEEN = re.compile(r"\bbetween\W+(?:\w+ ){0,2}\W?\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\W+(?:\w+ ){0,2}\W?\Z", re.IGNORECASE)
_OLD = re.compile(r"(?:[- ]olds?\b| of age\b|-old\b|/o\b)", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged|age|ages|ages of|age of)(?: between| from| about| around)? \Z", re.IGNORECASE)
_LONG = re.compile(r"-long\b")
_PER = re.compile(r"[ \u00a0](?:(?:per|for each|for every) [^\W\d_]{2,20}\b|an? (?:head|person|piece|share|barrel|ton|tonne|night|litre|liter|gallon|kilo|pop)\b|each\b|apiece\b)|/[^\W\d_]{2,12}\b")
_HALF_A = re.compile(r"[ \u00a0]an?\Z")
_PLURAL = re.compile(r"[ \u00a0](?:[^\W\d_]+[ \u00a0]){0,2}?(?:[^\W\d_]+[^\Ws\d_]s|people|men|women|children|police|troops)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure between code points `start` and `end`, hedge and unit included; `core` is the number alone.

    `low` and `high` are what the words allow, None where open; `convention` says by which custom, where one was needed.
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


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number, a range or a word for either, before units and hedges."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    form: str
    convention: str | None = None
    hedge: str | None = None
    bare: bool = False
    unit: units.Unit | None = None


def read(text: str, start: int = 0, end: int | None = None) -> Iterator[Figure]:
    """The figures between two code points, in text order; dates, clock times, addresses and names with numbers are none."""
    end = len(text) if end is None else end
    elsewhere = [(m.start(), m.end()) for m in _ELSEWHERE.finditer(text, start, end)]
    amounts = _ranges(text, list(_amounts(text, start, end, elsewhere)), start, end)
    last = start
    for amount in amounts:
        if amount.start < last:
            continue
        figure = _figure(text, amount, max(last, start), end)
        if figure is not None:
            last = figure.end
            yield figure


def _amounts(text: str, start: int, end: int, elsewhere: Sequence[tuple[int, int]]) -> Iterator[_Amount]:
    """Numbers and conventional words, in text order, without those inside something else."""
    found = sorted([*_conventions(text, start, end), *_plain(text, start, end)], key=lambda a: (a.start, -a.end))
    at, last = 0, start
    for amount in found:
        while at < len(elsewhere) and elsewhere[at][1] <= amount.start:
            at += 1
        inside = at < len(elsewhere) and elsewhere[at][0] < amount.end
        if not inside and amount.start >= last:
            last = amount.end
            yield amount


def _plain(text: str, start: int, end: int) -> Iterator[_Amount]:
    for n in numbers.read(text, start, end):
        if n.form == "figures" and _glued(text, n, start, end):
            continue
        yield _Amount(n.start, n.end, n.value, n.value, n.value, n.form, bare=n.bare)


def _glued(text: str, number: Number, start: int, end: int) -> bool:
    """Whether figures are part of a name: AK-47, G20, 3D, #1; letters of money or of a unit are none."""
    previous = text[number.start - 1] if number.start > start else " "
    if previous.isalpha() or previous in "#_@&=" or (previous in "/." and text[number.start - 2 : number.start - 1].isalnum()):
        return units.before(text, number.start) is None
    if previous in "-‑–" and number.start - 2 >= start and text[number.start - 2].isalpha():
        word = re.search(r"[^\W\d_]+\Z", text[max(start, number.start - 12) : number.start - 1])
        return word is None or word.group().lower() not in ("to", "and", "or", "mid", "sub", "pre", "non")
    following = text[number.end] if number.end < end else " "
    return (following.isalpha() or following == "_") and units.after(text, number.end, end) is None


@cache
def _convention_table() -> tuple[re.Pattern[str], dict[str, tuple[float, float]], re.Pattern[str], dict[str, tuple[float, float]]]:
    table = load("hedges")
    words = {w: (float(row["low"]), float(row["high"])) for row in table["convention"] for w in row["words"]}
    times = {w: (float(low), float(high)) for w, (low, high) in table["quantifier"].items()}
    scale = "|".join(("hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore", "score"))
    return (
        re.compile(rf"\b(?:{_any(words)})\b(?! more\b)", re.IGNORECASE),
        words,
        re.compile(rf"\b({_any(times)})[ \u00a0]((?:{scale})(?:[ \u00a0](?:thousand|million|billion))?)s?\b", re.IGNORECASE),
        times,
    )


def _any(words: "dict[str, tuple[float, float]] | Sequence[str]") -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"[ \u00a0]") for w in sorted(words, key=lambda w: (-len(w), w)))


_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0, "lakh": 1e5, "crore": 1e7, "score": 20.0}


def _conventions(text: str, start: int, end: int) -> Iterator[_Amount]:
    """ "dozens", "several hundred": bounds by convention, which is said."""
    single, words, scaled, times = _convention_table()
    for found in scaled.finditer(text, start, end):
        low, high = times[_spaced(found.group(1))]
        scale = 1.0
        for word in _spaced(found.group(2)).split():
            scale *= _SCALE[word]
        yield _convention(found, low * scale, high * scale)
    for found in single.finditer(text, start, end):
        low, high = words[_spaced(found.group())]
        yield _convention(found, low, high or None)


def _convention(found: "re.Match[str]", low: float, high: float | None) -> _Amount:
    said = _spaced(found.group())
    reach = f"{low:,.0f} to {high:,.0f}" if high is not None else f"{low:,.0f} or more"
    return _Amount(found.start(), found.end(), None, low, high, "convention", convention=f"“{said}” is read as {reach}", hedge=said)


def _spaced(words: str) -> str:
    return words.replace("\u00a0", " ").lower()


def _ranges(text: str, amounts: list[_Amount], start: int, end: int) -> Iterator[_Amount]:
    """Neighbours that make one range, score or share ("six to seven", "26-24", "one in five"), joined; all others as they are."""
    at = 0
    while at < len(amounts):
        left = amounts[at]
        right = amounts[at + 1] if at + 1 < len(amounts) else None
        joined = _range(text, left, right, start, end) if right is not None and right.start - left.end <= 40 else None
        if joined is None:
            yield left
            at += 1
        else:
            yield joined
            at += 2


def _range(text: str, left: _Amount, right: _Amount, start: int, end: int) -> _Amount | None:
    if left.value is None or right.value is None or "ordinal" in (left.form, right.form):
        return None
    unit = units.after(text, left.end, right.start)
    gap_from = unit.end if unit is not None else left.end
    gap, before = text[gap_from : right.start], text[max(start, left.start - 32) : left.start]
    money = units.before(text, right.start)
    gap = gap[: len(gap) - (right.start - money.start)] if money is not None and money.start >= gap_from else gap
    if _OF.match(gap) and unit is None and 0 < left.value < right.value and not _yearlike(text, right, start, end):
        hundreds = right.value in (100, 1000, 10000, 100000, 1000000) or right.value <= 50 or "in" != gap.strip()
        share = left.value / right.value
        return _Amount(left.start, right.end, share, share, share, "fraction") if hundreds else None
    if _TO.match(gap):
        if _changing(text, left.start, start):
            return None
        if unit is None and "to" not in gap and _is_score(text, left, right, start, end):
            return _Amount(left.start, right.end, None, None, None, "score")
    elif not (_AND.match(gap) and _BETWEEN.search(before)) and not (_OR.match(gap) and unit is None and right.value <= 3 * left.value):
        return None
    low = left.value * _shared_scale(text, left, right) if unit is None else left.value
    if not low < right.value or (unit is not None and not _same_unit(text, unit, right, end)):
        return None
    prefix = _BETWEEN.search(before) or _FROM.search(before)
    return _Amount(left.start, right.end, None, low, right.value, "range", bare=left.bare and right.bare,
                   hedge=prefix.group().split()[0].lower() if prefix else None)  # fmt: skip


def _same_unit(text: str, unit: units.Unit, right: _Amount, end: int) -> bool:
    other = units.after(text, right.end, end)
    return other is None or other.name == unit.name


def _shared_scale(text: str, left: _Amount, right: _Amount) -> float:
    """The scale that "2 to 3 million" gives to its 2: that of its 3."""
    word = re.search(r"([^\W\d_]+)\Z", text[right.start : right.end])
    scale = numbers.scale(word.group(1)) if word else None
    alone = re.fullmatch(r"\W?[\d.,]+|[^\W\d_]+", text[left.start : left.end])
    if scale is None or not alone or left.value is None or right.value is None or left.value >= right.value / scale:
        return 1.0
    return scale


def _changing(text: str, at: int, start: int) -> bool:
    """Whether "from X to Y" tells a change: then both are figures of their own."""
    before = text[max(start, at - 60) : at].lower()
    if not re.search(r"\bfrom\W+(?:\w+ ){0,2}\W?\Z", before):
        return False
    return not set(re.findall(r"[a-z]+", before)).isdisjoint(load("designations")["change"])


def _is_score(text: str, left: _Amount, right: _Amount, start: int, end: int) -> bool:
    if not (left.bare and right.bare) or left.value is None or right.value is None:
        return False
    if left.value >= right.value:
        return True
    around = text[max(start, left.start - 24) : left.start] + " " + text[right.end : min(end, right.end + 16)]
    return not set(re.findall(r"[a-z]+", around.lower())).isdisjoint(load("designations")["score"])


def _yearlike(text: str, amount: _Amount, start: int, end: int) -> bool:
    """Whether bare figures are a year: 1500 to 2100, after a word that years follow or before no plural."""
    if not amount.bare or amount.value is None or not 1500 <= amount.value <= 2100 or amount.end - amount.start != 4:
        return False
    word = re.search(r"([^\W\d_]+)[ ,\u00a0(-]*\Z", text[max(start, amount.start - 16) : amount.start])
    if word is not None and word.group(1).lower() in load("designations")["year_after"]:
        return not (word.group(1).lower() in ("the", "around", "about", "for", "of", "and", "to", "after") and _PLURAL.match(text, amount.end, end))
    return _PLURAL.match(text, amount.end, end) is None


def _figure(text: str, amount: _Amount, start: int, end: int) -> Figure | None:
    """An amount with its unit, hedges and bounds; None where it turns out to be a year or a name."""
    first = amount.start
    unit = units.after(text, amount.end, end)
    if unit is None and amount.form in ("fraction", "words") and (half := _HALF_A.match(text, amount.end, amount.end + 3)):
        unit = units.after(text, half.end(), end)
    sign = units.before(text, first) if amount.form != "ordinal" else None
    if sign is not None and sign.start >= start:
        first, unit = sign.start, replace(sign, end=amount.end) if unit is None or unit.kind != "money" else unit
    if amount.form == "ordinal" and unit is not None:
        return None
    hedge, low, high, first = _hedged(text, amount, unit, first, start)
    if unit is None and (_designated(text, first, start) or (hedge is None and _yearlike(text, amount, start, end))):
        return None
    last = max(amount.end, unit.end) if unit is not None else amount.end
    last, hedge, low, high = _hedged_after(text, last, end, hedge, low, high)
    kind, last = _kind(text, amount, unit, first, last, start)
    per = _PER.match(text, last, end) if kind not in ("ordinal", "score", "age", "percent") else None
    return Figure(
        start=first, end=last, core=(amount.start, amount.end), kind=kind, value=amount.value, low=low, high=high, hedge=hedge,
        unit="year" if kind == "age" and unit is None else unit.name if unit else None, per=per.group().strip(" /\u00a0") if per else None,
        convention=amount.convention, bare=amount.bare and unit is None,
    )  # fmt: skip


def _kind(text: str, amount: _Amount, unit: units.Unit | None, first: int, last: int, start: int) -> tuple[str, int]:
    """The kind of a figure, and where it ends when "old" or "long" belongs to it."""
    if amount.form in ("ordinal", "score"):
        return amount.form, last
    if unit is not None and unit.kind == "duration":
        if old := _OLD.match(text, last):
            return "age", old.end()
        long = _LONG.match(text, last)
        return "duration", long.end() if long else last
    if unit is None and _AGED.search(text[max(start, first - 24) : first]):
        return "age", last
    if unit is not None:
        return unit.kind, last
    return ("fraction" if amount.form == "fraction" else "count"), last


def _designated(text: str, first: int, start: int) -> bool:
    """Whether the word before makes a name of it: "Highway 1", "Flight 370", "No. 10"."""
    word = re.search(r"([^\W\d_]+)(?:\.|-)?[ \u00a0]\Z", text[max(start, first - 18) : first])
    return word is not None and word.group(1) in load("designations")["before"]


@cache
def _hedge_table() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    table = load("hedges")
    before = {w: effect for effect, words in table["before"].items() for w in words}
    after = {w: effect for effect, words in table["after"].items() for w in words}
    spelled = [w for w in before if w[0].isalpha()]
    marks = [w for w in before if not w[0].isalpha()]
    ahead = re.compile(rf"(?:(?<![\w-])(?P<word>{_any(spelled)})[ \u00a0](?:the[ \u00a0])?|(?P<mark>{_any(marks)})[ \u00a0]?)\Z", re.IGNORECASE)
    behind = re.compile("|".join((re.escape(w) if not w[0].isalpha() else rf"[ \u00a0]{re.escape(w)}") + (r"\b" if w[-1].isalpha() else "")
                                 for w in sorted(after, key=lambda w: (-len(w), w))), re.IGNORECASE)  # fmt: skip
    return ahead, behind, {**{f"<{w}": e for w, e in before.items()}, **{w.strip(): e for w, e in after.items()}}


def _hedged(text: str, amount: _Amount, unit: units.Unit | None, first: int, start: int) -> tuple[str | None, float | None, float | None, int]:
    """Hedges before a figure, nearest first: their words, the bounds they leave, and where the figure then begins."""
    ahead, _, effects = _hedge_table()
    low, high, begin = amount.low, amount.high, first
    if amount.form in ("ordinal", "score"):
        return None, low, high, first
    if amount.form == "range" and amount.hedge in ("between", "from"):
        lead = re.compile(r"\b(?:between|from)\W+\Z", re.IGNORECASE).search(text[max(start, begin - 10) : begin])
        begin = begin - (lead.end() - lead.start()) if lead else begin
    for _ in range(3):
        window = max(start, begin - 40)
        found = ahead.search(text[window:begin])
        if found is None:
            break
        word = _spaced(found.group("word") or found.group("mark"))
        if word == "over" and unit is not None and unit.kind == "duration" and not _spans_over(text, window + found.start(), start):
            break
        if word in ("some", "a good") and amount.form in ("fraction", "convention"):
            break
        low, high = _bounded(effects[f"<{word}"], low, high, convention=amount.form == "convention")
        begin = window + found.start()
    said = text[begin : amount.end] if amount.convention else text[begin:first]
    hedge = re.sub(r"\s+", " ", said).strip() or None
    return hedge, low, high, begin


def _spans_over(text: str, at: int, start: int) -> bool:
    """Whether "over two days" means more than two days: after "for", "took", "lasted"."""
    return bool(re.search(r"\b(?:for|after|took|takes|take|lasted|lasts|last|well|just|spent|of|is|was|were|been|spanning)[ \u00a0]\Z", text[max(start, at - 12) : at], re.IGNORECASE))


def _hedged_after(
    text: str, last: int, end: int, hedge: str | None, low: float | None, high: float | None
) -> tuple[int, str | None, float | None, float | None]:
    _, behind, effects = _hedge_table()
    found = behind.match(text, last, end)
    if found is None:
        return last, hedge, low, high
    word = _spaced(found.group()).strip()
    low, high = _bounded(effects[word], low, high, convention=False)
    return found.end(), f"{hedge} … {word}" if hedge else word, low, high


def _bounded(effect: str, low: float | None, high: float | None, *, convention: bool) -> tuple[float | None, float | None]:
    """What a hedge leaves of the bounds: a tenth either way (about), a tenth below (almost), or one side open."""
    match effect:
        case "about" if not convention:
            slack = [abs(x) / 10 if x is not None else 0.0 for x in (low, high)]
            return (None if low is None else round(low - slack[0], 6)), (None if high is None else round(high + slack[1], 6))
        case "almost" if not convention:
            return (None if low is None else round(low - abs(low) / 10, 6)), high
        case "over":
            return (low if low is not None else high), None
        case "under":
            return None, high
        case "only" if low == high:
            return None, high
    return low, high
