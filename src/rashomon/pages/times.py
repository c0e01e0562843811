"""A time expression, or a date in EDTF, in, what it means in a reader's words out."""

from rashomon.model import Timex
from rashomon.pages.words import days, unsaid
from rashomon.settle import answers

LENGTHS = ("DURATION", "SET")
"""Types of time expressions that name no day."""


_KINDS = {"DURATION": "a length of time", "SET": "again and again", "TIME": "a time of day", "DATE": "no day"}
_REFERENCES = {"PAST_REF": "at some time before", "PRESENT_REF": "at the time of writing", "FUTURE_REF": "at some time to come"}


def allows(time: Timex) -> str:
    """The days that an expression allows; where it names none, what it names, with its TIMEX3 value."""
    if time.earliest or time.latest:
        return days(time.earliest, time.latest)
    value = time.value or ""
    plain = _REFERENCES.get(value) or _KINDS.get(time.type, "no day")
    return plain if value in _REFERENCES or not value else f"{plain} ({value.removeprefix('XXXX-XX-XX')})"


def says(time: Timex) -> str:
    """All that is known of a time expression in one line: its days, why, every reading that survived, and its EDTF form."""
    found = [allows(time)]
    if time.why:
        found.append(time.why)
    if len(time.readings) > 1:
        found.append("it may be " + " or ".join(map(written, time.readings)))
    if time.edtf and time.edtf != time.value:
        found.append(f"EDTF {time.edtf}")
    return "; ".join(found)


def written(edtf: str) -> str:
    """A date or interval of EDTF as a reader would say it; as it is where it says more than days."""
    first, _, last = edtf.partition("/")
    if unsaid(first) or unsaid(last):
        return days(first, last or first)
    try:
        earliest = answers.days(first)[0] if first not in ("", "..") else None
        latest = answers.days(last or first)[1] if last not in ("..",) else None
    except ValueError:
        return edtf
    return days(earliest, latest)
