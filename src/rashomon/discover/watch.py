"""What a shelf showed before and what it shows now in, what new articles changed out, each in one sentence.

The same is done for a case that is open on a story: before and after an account was added to it.
"""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.discover.ranking import said
from rashomon.discover.records import Story
from rashomon.discover.shelf import Shelf
from rashomon.model import Case
from rashomon.settle.differences import differences

_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def seen(shelf: Shelf) -> dict[str, Story]:
    """The stories of a shelf by their ids."""
    return {story.id: story for story in shelf.stories()}


def changes(before: Mapping[str, Story], now: Mapping[str, Story]) -> Iterator[tuple[str, str]]:
    """Story and sentence for all that changed, the stories in order of their ids."""
    for name, story in sorted(now.items()):
        old = before.get(name)
        if old is None:
            if story.families > 1:
                yield name, f"A new story, “{story.title}”: {story.why}."
            continue
        yield from ((name, sentence) for sentence in _changed(old, story))


def _changed(old: Story, new: Story) -> Iterator[str]:
    for former in new.formerly:
        if former not in old.formerly:
            yield f"“{new.title}” and story {former} turned out to be one."
    if new.families > old.families:
        outlets = [o for o in new.outlets if o not in old.outlets]
        who = f": {', '.join(outlets)}" if outlets else ""
        yield f"A {ordinal(new.families)} independent family for “{new.title}”{who}."
    elif new.articles > old.articles:
        yield f"{_more(new.articles - old.articles)} of what was there for “{new.title}”."
    known = {d.of: set(d.values) for d in old.differences}
    for difference in new.differences:
        fresh = [v for v in difference.values if v not in known.get(difference.of, set())]
        if difference.of in known and fresh:
            yield f"A new figure of {said(difference.of)} for “{new.title}”: {_listed(fresh)}."
        elif fresh:
            yield f"Figures of {said(difference.of)} now differ for “{new.title}”: {_listed(difference.values)}."


def _more(copies: int) -> str:
    return "One more copy" if copies == 1 else f"{copies} more copies"


def _listed(values: Sequence[float]) -> str:
    return ", ".join(f"{value:,.0f}" for value in values)


def ordinal(number: int) -> str:
    """Third, 12th, 21st …"""
    if number < len(_ORDINALS):
        return _ORDINALS[number]
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def case_changes(before: Case, now: Case) -> Iterator[str]:
    """What accounts that were added to a case changed in it, a sentence each."""
    yield from (change.words for change in differences(before, now))
