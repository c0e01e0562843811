"""build, add, demo: accounts in, a case out."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.options import SKIPPED, AsJson, CaseArgument, Inputs, OptionalInputs, Quiet, Strict
from rashomon.errors import InputError


def build(
    case: CaseArgument,
    inputs: OptionalInputs = None,
    story: Annotated[str | None, typer.Option("--story", metavar="STORIES#ID", help="A story that `discover` found.")] = None,
    conventions: Annotated[
        str | None,
        typer.Option("--conventions", metavar="NAME|FILE", help="How to read vague words: rashomon, acled, or a TOML file."),
    ] = None,
    quiet: Quiet = False,
    json: AsJson = False,
    strict: Strict = False,
) -> None:
    """Make a case of accounts, or of a story; over a case that is there, make it anew and keep its decisions."""
    from rashomon import api, newsroom
    from rashomon.terminal import cases, lines

    if (story is None) == (not inputs):
        raise typer.BadParameter("give accounts, or --story STORIES#ID (not both).", param_hint="'FILE|DIR'")
    with lines.progress(quiet) as progress:
        if story is None:
            summary = api.build(case, inputs or [], conventions=conventions, progress=progress)
        else:
            summary = newsroom.build(case, story, conventions=conventions, progress=progress)
    cases.summary(summary, quiet=quiet, as_json=json)
    if strict and summary.skipped:
        raise typer.Exit(SKIPPED)


def add(
    case: CaseArgument,
    inputs: Inputs,
    stands_for: Annotated[
        str | None, typer.Option("--as", metavar="ORIGIN", help="The origin, cited and not yet in the pile, that the account is.")
    ] = None,
    author: Annotated[str | None, typer.Option("--author", envvar="RASHOMON_AUTHOR", help="Who says so, with --as.")] = None,
    quiet: Quiet = False,
    json: AsJson = False,
    strict: Strict = False,
) -> None:
    """Add accounts to a case, and say what they change; only what is new is read."""
    from rashomon import api
    from rashomon.terminal import cases, lines

    with lines.progress(quiet) as progress:
        summary = api.add(case, inputs, stands_for=stands_for, author=author, progress=progress)
    cases.summary(summary, quiet=quiet, as_json=json)
    if strict and summary.skipped:
        raise typer.Exit(SKIPPED)


def demo(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to put it.")] = Path("rashomon-demo"),
    quiet: Quiet = False,
) -> None:
    """Build the example, six accounts of a fire that never was, and write its report."""
    from rashomon import api
    from rashomon.terminal import cases, lines

    accounts = _example(folder / "accounts")
    with lines.progress(quiet) as progress:
        summary = api.build(folder / "harbour-fire.case", accounts, progress=progress)
    api.report(folder / "harbour-fire.case", folder / "harbour-fire.html")
    cases.summary(summary, quiet=quiet, as_json=False)
    if not quiet:
        typer.echo(f"\nThe accounts are in {folder / 'accounts'}.\nThe report is in {folder / 'harbour-fire.html'}.")


def _example(folder: Path) -> list[Path]:
    """The example's accounts, copied into a folder."""
    from importlib.resources import files

    copied = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for account in sorted(files("rashomon").joinpath("demo", "harbour_fire").iterdir(), key=lambda f: f.name):
            (folder / account.name).write_bytes(account.read_bytes())
            copied.append(folder / account.name)
    except OSError as error:
        raise InputError(f"{folder} cannot be written ({error.strerror or error}); give another folder.") from error
    return copied
