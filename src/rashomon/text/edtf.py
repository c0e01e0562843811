"""A resolved TIMEX3 value in, the same in the Extended Date/Time Format (ISO 8601-2:2019) out.

What EDTF has no word for (a week, a third of a month) is an interval of its days; of several readings it is the set
("[2017-03-04,2017-04-03]"); an open end is "..". What is no date has none.
"""

import re

from rashomon.text import days

# ISO 8601-2, 4.8: seasons of the northern half of the earth, quarters, halves
_SEASONS = {
    "SP": "21",
    "SU": "22",
    "FA": "23",
    "WI": "24",
    "Q1": "33",
    "Q2": "34",
    "Q3": "35",
    "Q4": "36",
    "H1": "40",
    "H2": "41",
}
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(Z?)$")


def edtf(
    value: str | None, mod: str | None = None, first: str | None = None, last: str | None = None, readings: tuple[str, ...] = ()
) -> str | None:
    """By value, else by the readings, else by the first and last day; `mod` is TIMEX3's."""
    if (value is None or "XXXX" in value) and len(readings) > 1:
        said = [edtf(r) for r in readings]
        return f"[{','.join(s for s in said if s)}]" if all(said) else None
    plain = _plain(value) if value and mod not in ("START", "MID", "END") and _closed(value, first, last) else None
    if plain:
        return plain + ("~" if mod == "APPROX" else "")
    return f"{first or '..'}/{last or '..'}" if first != last and (first or last) else first


def _closed(value: str, first: str | None, last: str | None) -> bool:
    """Whether the days that are known are no fewer than those of the value."""
    found = days.bounds(value)
    return found is not None and found == (days.parsed(first) or found[0], days.parsed(last) or found[1])


def _plain(value: str) -> str | None:
    if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", value):
        return value
    if re.fullmatch(r"\d{2,3}", value):
        return value + "X" * (4 - len(value))
    if found := days.PART.match(value):
        return f"{found[1]}-{_SEASONS[found[2]]}"
    if found := _CLOCK.match(value):
        return f"{found[1]}T{found[2]}:00{found[3]}" if found[2] != "24:00" else found[1]
    if value[10:11] == "T" and days.parsed(value[:10]):
        return value[:10] if "TNI" not in value else None
    left, slash, right = value.partition("/")
    ends = (_plain(left), _plain(right)) if slash else (None, None)
    return f"{ends[0]}/{ends[1]}" if ends[0] and ends[1] else None
