"""discover, stories, watch: a corpus in, its stories out, and what is new in them."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.options import AsJson, Engine, OptionalInputs, Quiet, StoriesArgument, Window


def discover(
    corpus: Annotated[list[Path], typer.Argument(metavar="CORPUS", help="JSON Lines, Parquet, WARC, and folders of these.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="STORIES", help="The folder of stories to make or add to.")],
    engine: Engine = "local",
    window: Window = 14,
    quiet: Quiet = False,
    json: AsJson = False,
) -> None:
    """Find the stories of a corpus: what tells one event, what is a copy of what, which are worth a case."""
    from rashomon import newsroom
    from rashomon.terminal import lines, stories

    with lines.progress(quiet) as progress:
        made = newsroom.discover(corpus, output, on=engine, window=window, progress=progress)
    stories.came_to(made, str(output), quiet=quiet, as_json=json)


def stories(
    folder: StoriesArgument,
    story: Annotated[str | None, typer.Argument(metavar="ID", help="Show this story with its articles.")] = None,
    about: Annotated[str, typer.Option("--about", help="Words of its title or names.")] = "",
    outlet: Annotated[str, typer.Option("--outlet", help="An outlet that tells it.")] = "",
    since: Annotated[str, typer.Option("--since", metavar="DAY", help="Told on this ISO day or later.")] = "",
    until: Annotated[str, typer.Option("--until", metavar="DAY", help="Told on this ISO day or earlier.")] = "",
    families: Annotated[int, typer.Option("--families", help="Told by so many independent families at least.")] = 1,
    every: Annotated[bool, typer.Option("--all", "-a", help="List all of them.")] = False,
    json: AsJson = False,
) -> None:
    """List the stories of a folder, the most worth a case first, or show one."""
    from rashomon import newsroom
    from rashomon.terminal import stories

    for day in filter(None, (since, until)):
        if not _is_day(day):
            raise typer.BadParameter(f"{day} is no day; give one such as 2024-03-05.")
    if story is not None:
        return stories.shown(*newsroom.story(folder, story), str(folder), as_json=json)
    found = stories.chosen(newsroom.stories(folder), about=about, outlet=outlet, since=since, until=until, families=families)
    return stories.listed(found, len(found) if every else stories.SHOWN, as_json=json)


def watch(
    folder: StoriesArgument,
    inputs: OptionalInputs = None,
    feed: Annotated[
        list[str] | None, typer.Option("--feed", metavar="ADDRESS", help="RSS or Atom; fetched, and nothing else is.")
    ] = None,
    every: Annotated[int, typer.Option("--every", metavar="SECONDS", min=1, help="How often to look.")] = 300,
    once: Annotated[bool, typer.Option("--once", help="Look once and end.")] = False,
    engine: Engine = "local",
    window: Window = 14,
    json: AsJson = False,
) -> None:
    """Follow folders and feeds: update the stories and the cases opened on them, and say what each new account changes."""
    import time

    from rashomon import newsroom
    from rashomon.terminal import stories

    if not inputs and not feed:
        raise typer.BadParameter("give what to watch: files, folders, or --feed ADDRESS.", param_hint="'FILE|DIR'")
    while True:
        for about, sentence in newsroom.follow(folder, inputs or [], feed or [], on=engine, window=window):
            stories.changed(about, sentence, as_json=json)
        if once:
            return
        time.sleep(every)


def _is_day(text: str) -> bool:
    from rashomon.text import days

    return days.parsed(text) is not None
