"""The verbs of discovery: discover, list, open a story as a case, follow what comes in. They stand on `api` and `discover`."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rashomon import api
from rashomon.api import Summary
from rashomon.discover import feeds, opening, reading, runs, watch
from rashomon.discover.neighbours import WINDOW
from rashomon.discover.records import Article, Counts, Family, Story
from rashomon.discover.runs import Engine
from rashomon.discover.shelf import opened
from rashomon.engine import Progress
from rashomon.errors import InputError

ENGINES = ("local", "daft", "ray")


def _silent(what: str, done: int, total: int) -> None:
    pass


def engine(name: str) -> Engine:
    """What work is done on: this machine's processes, Daft on this machine, or Daft on a Ray cluster."""
    if name == "local":
        return runs.on_this_machine
    if name not in ENGINES:
        raise InputError(f"There is no engine {name}; there are {', '.join(ENGINES)}.")
    from rashomon.engine import daft

    return daft.engine(cluster=name == "ray")


def discover(
    corpus: Iterable[Path | str],
    folder: Path | str,
    *,
    on: str = "local",
    window: int = WINDOW,
    progress: Progress | None = None,
) -> Counts:
    """Reads what is new in these files and folders into a folder of stories, and finds the stories. A run that was stopped goes
    on where it was. `window`: days between two articles of one story with nothing in between.
    """
    with opened(Path(folder), create=True) as shelf:
        return runs.discover(shelf, [Path(p) for p in corpus], engine(on), window, progress or _silent)


def stories(folder: Path | str) -> list[Story]:
    """The stories of a folder, the most worth a case first."""
    with opened(Path(folder)) as shelf:
        return list(shelf.stories())


def counts(folder: Path | str) -> Counts:
    """What a folder of stories holds."""
    with opened(Path(folder)) as shelf:
        return shelf.counts()


def story(folder: Path | str, name: str) -> tuple[Story, list[Family], list[Article]]:
    """A story with its families and its articles; InputError where there is none of this id."""
    found = opening.story(Path(folder), name)
    with opened(Path(folder)) as shelf:
        return found, shelf.families(found.id), shelf.articles(found.id)


def build(
    case: Path | str, reference: str, *, conventions: Path | str | None = None, progress: Progress | None = None
) -> Summary:
    """Opens the story FOLDER#ID as a case; `watch` on the folder keeps the case up to date from then on. `conventions`: as of
    `api.build`.
    """
    folder, name = opening.named(reference)
    with tempfile.TemporaryDirectory() as place:
        made = api.build(case, [opening.write(reference, Path(place))], conventions=conventions, progress=progress)
    found = opening.story(folder, name)
    with opened(folder) as shelf:
        shelf.follow(str(Path(case).resolve()), found.id)
    return made


def follow(
    folder: Path | str,
    inputs: Sequence[Path | str],
    feed: Sequence[str] = (),
    *,
    on: str = "local",
    window: int = WINDOW,
    progress: Progress | None = None,
) -> Iterator[tuple[str, str]]:
    """One round: reads what came in, and says what it changed, the story or the case with each sentence.

    `feed`: addresses, or files, of RSS or Atom; they are fetched, and nothing else is.
    """
    place, say = Path(folder), progress or _silent
    with opened(place, create=True) as shelf:
        before = watch.seen(shelf)
        runs.discover(shelf, [Path(p) for p in inputs], engine(on), window, say, place=False)
        for given in feed:
            try:
                runs.take(shelf, given, reading.entries(feeds.load(given), given), engine(on))
            except InputError as error:
                yield given, str(error)
        runs.finish(shelf, engine(on), window, say)
        now = watch.seen(shelf)
        yield from watch.changes(before, now)
        cases = shelf.followed()
    for case, name in cases:
        current = opening.story(place, name)
        if current != before.get(name):
            yield from ((case, sentence) for sentence in _grown(Path(case), f"{place}#{current.id}"))


def _grown(case: Path, reference: str) -> Iterator[str]:
    """Brings the articles of a story into its case, and says what they changed."""
    if not case.is_file():
        yield "This case is no longer there; it was not brought up to date."
        return
    before = api.open_case(case)
    with tempfile.TemporaryDirectory() as place:
        api.add(case, [opening.write(reference, Path(place))])
    yield from watch.case_changes(before, api.open_case(case))
