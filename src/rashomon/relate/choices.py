"""A date written in two numbers in, the readings that survive out: day first or month first, as far as anything tells."""

import re
from collections.abc import Iterable
from dataclasses import replace

from rashomon.model import Timex
from rashomon.relate.anchors import NOWHERE, Anchor
from rashomon.relate.reckoned import bounded, occurrence
from rashomon.text import days

_TWO = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-]|$)")


def order(times: Iterable[Timex]) -> str | None:
    """ "day" or "month": which comes first in the dates that have one reading only; None where they differ."""
    seen = set()
    for timex in times:
        found = _TWO.search(timex.span.text)
        if found and timex.rule in ("date", "partial") and found[1] != found[2]:
            if int(found[1]) > 12:
                seen.add("day")
            elif int(found[2]) > 12:
                seen.add("month")
    return seen.pop() if len(seen) == 1 else None


def chosen(timex: Timex, first: str | None, anchor: Anchor) -> Timex:
    """With one value where the document's other dates or the tense leave one reading, else with all that are left."""
    readings = list(timex.readings)
    if "XXXX" in "".join(readings) and anchor.first and anchor.first == anchor.last:
        readings = [occurrence(timex, r, [], anchor.first) or r for r in readings]
    if first:
        kept = readings[0] if first == "month" else readings[-1]
        return replace(bounded(timex, kept, None, f"the text's other dates put the {first} first"), readings=())
    left = [r for r in readings if _can_be(r, timex, anchor)] or readings
    if len(left) == 1:
        why = f"the other reading would lie {'after' if timex.tense == 'past' else 'before'} publication"
        return replace(bounded(timex, left[0], anchor.name, why), readings=())
    known = [b for r in left if (b := days.bounds(r))]
    return replace(
        timex,
        readings=tuple(left),
        earliest=min(b[0] for b in known).isoformat() if len(known) == len(left) else None,
        latest=max(b[1] for b in known).isoformat() if len(known) == len(left) else None,
        why="nothing says whether the day or the month comes first",
    )


def _can_be(reading: str, timex: Timex, anchor: Anchor) -> bool:
    bounds = days.bounds(reading)
    if not bounds or anchor is NOWHERE:
        return True
    if timex.tense == "past" and anchor.last:
        return bounds[0] <= anchor.last
    return not (timex.tense == "future" and anchor.first and bounds[1] < anchor.first)
