"""Numbers, days and invisible characters in, what a reader sees out."""

import calendar
import re
import unicodedata
from datetime import date

from markupsafe import Markup, escape

_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ud800-\udfff]")
"""Characters that show nothing and may re-order or hide what stands beside them. Joiners and the left-to-right and
right-to-left marks stay as they are: ordinary Persian, Hindi, Arabic and Hebrew need them."""

_SHORT = {
    "\u200b": "ZWSP", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\ufeff": "BOM",
}  # fmt: skip


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "1 account", "5,000 points"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def number(value: float) -> str:
    """A number with its thousands parted, without a needless decimal point: 4250.0 is "4,250"."""
    if abs(value) >= 1e15:
        return f"{value:.3g}"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.6g}"


def interval(low: float | None, high: float | None) -> str:
    """What an interval allows, in words; both ends are included, None is open."""
    if low is None and high is None:
        return "no figure"
    if low is None:
        return f"{number(high or 0)} or fewer"
    if high is None:
        return f"{number(low)} or more"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def day(iso: str | None) -> date | None:
    """The day an ISO date or time names, or None where it names none."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def days(earliest: str | None, latest: str | None) -> str:
    """The first and last day that something allows (ISO dates, None open), as a reader would say it."""
    if unsaid(earliest) or unsaid(latest):
        return _without_year(earliest, latest)
    first, last = day(earliest), day(latest)
    if first is None and last is None:
        return "date unknown"
    if first is None or last is None:
        return f"on or before {_full(last)}" if last else f"on or after {_full(first)}"
    if first == last:
        return _full(first)
    if (first.year, first.month) == (last.year, last.month):
        whole = (first.day, last.day) == (1, calendar.monthrange(last.year, last.month)[1])
        return f"{_month(last)} {last.year}" if whole else f"{first.day}–{_full(last)}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    start = f"{first.day} {_month(first)}" if first.year == last.year else _full(first)
    return f"{start} – {_full(last)}"


def unsaid(iso: str | None) -> bool:
    """Whether a day is one of a year that nobody says ("XXXX-10-16")."""
    return (iso or "").startswith("XXXX-")


def _without_year(earliest: str | None, latest: str | None) -> str:
    """Two days of which the year is not known: "16–17 October, year not given"."""
    # a leap year has every day
    first, last = (day(f"2000{end[4:]}") if end and unsaid(end) else day(end) for end in (earliest, latest))
    if first and last and first.year == last.year:
        start = "" if first == last else f"{first.day}–" if first.month == last.month else f"{first.day} {_month(first)} – "
        return f"{start}{last.day} {_month(last)}, year not given"
    only = last if unsaid(latest) else first
    word = "before" if unsaid(latest) else "after"
    return f"on or {word} {only.day} {_month(only)}, year not given" if only else "date unknown"


def _month(of: date) -> str:
    return calendar.month_name[of.month]


def _full(of: date | None) -> str:
    return f"{of.day} {_month(of)} {of.year}" if of else ""


def shown(text: str) -> Markup:
    """A text, escaped, with the characters that hide or re-order others made visible as their short names."""
    return Markup(_HIDDEN.sub(_visible, str(escape(text))))


def seen(text: str) -> str:
    """A text without markup in which the characters that hide or re-order others are written as their short names."""
    return _HIDDEN.sub(lambda m: f"[{_SHORT.get(m[0], f'U+{ord(m[0]):04X}')}]", text)


def plain(text: str) -> str:
    """A text for an attribute: on one line, without the characters that hide or re-order others."""
    return " ".join(_HIDDEN.sub("", text).split())


def _visible(match: re.Match[str]) -> str:
    char = match[0]
    code = f"U+{ord(char):04X}"
    name = unicodedata.name(char, "control character")
    return f'<abbr class="hidden" title="{code} {name}">{_SHORT.get(char, code)}</abbr>'
