"""Figures of two public test sets: quantulum3's quantities (value and unit) and Recognizers-Text's numbers, ranges and units.

Their conventions are mapped: a range is its middle in quantulum3's, a rate has the unit of its upper part; Recognizers' open and
closed ends of a range are not told apart; relative ordinals ("the last one") and units without a number are not asked for.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from bench import corpora
from rashomon.text import amounts, figures, numbers, ranges, units

TITLE = "Figures with their units: quantulum3's test quantities, Recognizers-Text's number specifications"
CORPUS = "recognizers"
MODELS = {
    "Number/NumberModel": "number",
    "Number/OrdinalModel": "ordinal",
    "Number/PercentModel": "percent",
    "Number/NumberRangeModel": "range",
    "NumberWithUnit/AgeModel": "age",
    "NumberWithUnit/CurrencyModel": "money",
    "NumberWithUnit/DimensionModel": "dimension",
    "NumberWithUnit/TemperatureModel": "temperature",
}
DOZENS = {"dozen": 12, "baker's dozen": 13, "gross": 144}
ALIASES = {
    "us dollar": "dollar", "united states dollar": "dollar", "pound sterling": "pound", "british pound": "pound",
    "pound-mass": "pound",
    "percentage": "percent", "c": "degree celsius", "f": "degree fahrenheit", "k": "kelvin", "metric ton": "tonne",
    "pence": "penny",
    "dimensionless": "", "russian ruble": "rouble", "age": "year", "count": "", "times": "", "georgian lari": "lari",
    "millilitre": "cubic centimetre",
}  # fmt: skip

Item = dict[str, Any]
Reading = dict[str, Any]


def gold() -> list[Item]:
    return [*_recognizers(), *_quantulum()]


def _recognizers() -> Iterable[Item]:
    for model, kind in MODELS.items():
        cases = json.loads((corpora.path("recognizers") / f"{model}.json").read_text(encoding="utf-8-sig"))
        for case in cases:
            wanted = [_wanted(kind, r.get("Resolution") or {}) for r in case["Results"]]
            if all(w is not None for w in wanted):
                yield {"set": "recognizers", "kind": kind, "text": case["Input"], "wanted": wanted}


def _wanted(kind: str, said: dict[str, Any]) -> list[Any] | None:
    """A result of Recognizers' as [low, high, unit]; None where it asks for what is no figure."""
    value = str(said.get("value", "null")).removesuffix("%").replace(" ", "")
    if kind == "range":
        low, high = (float(x) if x else None for x in value.strip("[]()").split(","))
        return [low, high, ""]
    if value in ("null", "None") or said.get("relativeTo", "start") != "start":
        return None
    unit = _unit(said.get("unit"))
    return [float(value), float(value), "tonne" if unit == "ton" else unit]


def _quantulum() -> Iterable[Item]:
    for name in ("quantities", "quantities.ambiguity"):
        for case in json.loads((corpora.path("quantulum3") / f"{name}.json").read_text()):
            wanted = [_counted(r["value"], r["unit"]) for r in case["res"] if not _year(r)]
            yield {"set": "quantulum3", "kind": "quantity", "text": case["req"], "wanted": wanted}


def _counted(value: float, unit: str) -> list[Any]:
    """A dozen is twelve of something, not one of a unit."""
    times = DOZENS.get(unit, 1)
    return [value * times, value * times, "" if times > 1 else _unit(unit)]


def _year(said: dict[str, Any]) -> bool:
    """Years are no figures."""
    return said["unit"] == "dimensionless" and bool(re.fullmatch(r"(?:1[5-9]|20)\d\ds?", said["surface"]))


def _unit(name: str | None) -> str:
    plain = (name or "").lower().partition(" per ")[0]
    for american, british in (("meter", "metre"), ("liter", "litre"), ("gramme", "gram")):
        plain = plain.replace(american, british) if british not in plain else plain
    return ALIASES.get(plain, plain)


def ours(item: Item) -> list[list[Any]]:
    """Readings as [low, high, unit], of the kind that the case is about."""
    kind, text = item["kind"], item["text"]
    if kind in ("number", "ordinal"):
        return [[value, value, ""] for value in _numbers(text, ordinal=kind == "ordinal")]
    read = list(figures.read(text))
    if kind == "range":
        return [_ends(f) for f in read if f.low != f.high or (f.hedge or "").lower().startswith("equal")]
    if kind == "quantity":
        kept = [f for f in read if f.kind != "ordinal" and not _pronoun(text, f)]
        return [[v, v, _unit(f.unit)] for f, v in _merged(text, kept) if v is not None]
    rates = ("length", "area", "volume", "mass", "speed", "other", "rate")
    kinds = {"percent": ("percent",), "age": ("age",), "money": ("money",), "temperature": ("temperature",)}
    wanted = kinds.get(kind, rates)
    found = [
        (v, _unit(f.unit if kind != "percent" else None)) for f in read if f.kind in wanted and (v := _middle(f)) is not None
    ]
    return [[v, v, "tonne" if unit == "ton" else unit] for v, unit in found]


def _ends(figure: amounts.Figure) -> list[Any]:
    """The ends as written: that "about" is a tenth either way is a convention of ours."""
    low, high = figure.written
    if figure.vague or (low is None and high is None):
        return [figure.low, figure.high, ""]
    return [None if figure.low is None else low, None if figure.high is None else high, ""]


def _merged(text: str, found: list[amounts.Figure]) -> Iterable[tuple[amounts.Figure, float | None]]:
    """Figures with their values; "from 44 mg to 50 mg" is one of theirs, its middle."""
    at = 0
    while at < len(found):
        left, right = found[at], found[at + 1] if at + 1 < len(found) else None
        near = right is not None and right.unit == left.unit and re.fullmatch(r"(?: per \w+)? to ", text[left.end : right.start])
        if right is not None and near and re.search(r"\bfrom \Z", text[: left.start]):
            yield left, ((left.value or 0) + (right.value or 0)) / 2
            at += 2
        else:
            yield left, _middle(left)
            at += 1


def _numbers(text: str, *, ordinal: bool) -> Iterable[float]:
    """Their numbers: shares ("one in three") are one, and those that touch a unit ("29km") are none."""
    found = [n for n in numbers.read(text) if n.value is not None and (n.form == "ordinal") == ordinal]
    found = [n for n in found if not (text[n.end : n.end + 1].isalpha() and units.after(text, n.end, len(text)))]
    read = [amounts.Amount(start=n.start, end=n.end, value=n.value, low=n.value, high=n.value, form=n.form) for n in found]
    at = 0
    while at < len(read):
        joined = next(ranges.ranges(text, read[at : at + 2], 0, len(text)))
        share = joined.form == "fraction" and joined.end != read[at].end
        yield (joined if share else read[at]).value or 0.0
        at += 2 if share else 1


def _pronoun(text: str, figure: amounts.Figure) -> bool:
    """Text alone does not tell "one man" from "that one": quantulum3's set has no plain "one"."""
    return text[figure.start : figure.end].lower() == "one"


def _middle(figure: amounts.Figure) -> float | None:
    low, high = figure.written
    if figure.value is not None or low is None or high is None or figure.vague:
        return figure.value
    return (low + high) / 2


def naive(item: Item) -> list[list[Any]]:
    """Digits and the word that follows them."""
    found = re.finditer(r"(\d[\d,]*(?:\.\d+)?) ?(%|[^\W\d_]+)?", item["text"])
    unitless = item["kind"] in ("number", "ordinal", "percent", "range")
    values = [(float(m.group(1).replace(",", "")), m.group(2) or "") for m in found]
    return [[v, v, "" if unitless else _unit("percent" if u == "%" else u.rstrip("s"))] for v, u in values]


def quantulum3_parse(text: str) -> list[Any]:
    """What quantulum3 finds, without its classifier: the one it ships is of another scikit-learn."""
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    found: list[Any] = parser.parse(text)
    return found


def quantulum3(item: Item) -> list[list[Any]]:
    found = quantulum3_parse(item["text"])
    if item["kind"] == "quantity":
        said = [{"value": q.value, "unit": q.unit.name, "surface": q.surface} for q in found]
        return [_counted(q["value"], q["unit"]) for q in said if not _year(q)]
    kept = [q for q in found if item["kind"] != "percent" or q.unit.name == "percentage"]
    unitless = item["kind"] in ("number", "ordinal", "percent", "range")
    spread = [
        (q.value, q.uncertainty or 0 if item["kind"] == "range" else 0, "" if unitless else _unit(q.unit.name)) for q in kept
    ]
    return [[value - wide, value + wide, unit] for value, wide, unit in spread]


def recognizers(item: Item) -> list[list[Any]]:
    """The recognizers whose specifications these are, one for each kind; for quantities, numbers outside units beside them."""
    import recognizers_number as plain
    import recognizers_number_with_unit as united

    models = {
        "number": (plain.recognize_number,),
        "ordinal": (plain.recognize_ordinal,),
        "percent": (plain.recognize_percentage,),
        "range": (),
        "age": (united.recognize_age,),
        "money": (united.recognize_currency,),
        "dimension": (united.recognize_dimension,),
        "temperature": (united.recognize_temperature,),
        "quantity": (united.recognize_currency, united.recognize_dimension, united.recognize_temperature, plain.recognize_number),
    }
    rows, taken = [], []
    for recognize in models[item["kind"]]:
        for found in recognize(item["text"], "en-us"):
            inside = any(found.start <= end and start <= found.end for start, end in taken)
            row = _wanted(item["kind"], found.resolution or {}) if not inside else None
            if row is not None:
                taken.append((found.start, found.end))
                rows.append(row)
    return rows


SYSTEMS = {"rashomon": ours, "naive": naive, "quantulum3": quantulum3, "recognizers-text": recognizers}


def _same(left: list[Any], right: list[Any]) -> bool:
    def near(x: float | None, y: float | None) -> bool:
        return x is y or (x is not None and y is not None and abs(x - y) <= 1e-4 * max(1e-9, abs(x), abs(y)))

    return near(left[0], right[0]) and near(left[1], right[1]) and left[2] == right[2]


def _hits(wanted: list[list[Any]], found: list[list[Any]]) -> int:
    free = list(found)
    hits = 0
    for want in wanted:
        match = next((f for f in free if _same(want, f)), None)
        if match is not None:
            free.remove(match)
            hits += 1
    return hits


def score(gold: list[Item], predicted: list[list[list[Any]]]) -> dict[str, float]:
    """Recognizers: share of cases read exactly; quantulum3: F1 of values with their units, and of values alone."""
    right: dict[str, list[int]] = {}
    counts = {"value and unit": [0, 0, 0], "value": [0, 0, 0]}
    for item, found in zip(gold, predicted, strict=True):
        if item["set"] == "recognizers":
            exact = len(found) == len(item["wanted"]) == _hits(item["wanted"], found)
            right.setdefault(item["kind"], []).append(exact)
            continue
        for name, tally in counts.items():
            cut = (lambda rows: rows) if name == "value and unit" else (lambda rows: [[*r[:2], ""] for r in rows])
            tally[0] += _hits(cut(item["wanted"]), cut(found))
            tally[1] += len(item["wanted"])
            tally[2] += len(found)
    scores = {"recognizers cases": sum(sum(r) for r in right.values()) / sum(len(r) for r in right.values())}
    scores |= {f"recognizers {kind}": sum(r) / len(r) for kind, r in right.items()}
    return scores | {f"quantulum3 {name} F1": 2 * hits / (wanted + found or 1) for name, (hits, wanted, found) in counts.items()}
