"""show, search: what a case holds, on a terminal."""

from typing import Annotated

import typer

from rashomon.cli.options import AsJson, CaseArgument


def show(
    case: CaseArgument,
    points: Annotated[bool, typer.Option("--all", "-a", help="Show every point, not only those in dispute.")] = False,
    ids: Annotated[bool, typer.Option("--ids", help="Show the ids that `decide` takes.")] = False,
    json: AsJson = False,
) -> None:
    """Show a case: its accounts, where they come from, and what they disagree on."""
    from rashomon import api
    from rashomon.terminal import cases, lines

    with lines.progress(json) as progress:
        opened = api.open_case(case, progress=progress)
    cases.show(opened, case.name, every=points, ids=ids, as_json=json)


def search(
    case: CaseArgument,
    words: Annotated[list[str], typer.Argument(metavar="WORD", help='Words, or a "phrase in marks".')],
    most: Annotated[int, typer.Option("--most", min=1, help="Show so many places.")] = 20,
    json: AsJson = False,
) -> None:
    """Find words in the texts and claims of a case."""
    from rashomon import api
    from rashomon.terminal import cases

    total, places = api.search(case, " ".join(words), most=most)
    cases.places(total, places, as_json=json)
