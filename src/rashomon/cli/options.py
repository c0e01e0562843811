"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

SKIPPED = 7
"""Exit code of `build` and `add` with --strict when something that was given could not be used."""

CaseArgument = Annotated[Path, typer.Argument(metavar="CASE", help="The case file, such as fire.case.")]
StoriesArgument = Annotated[Path, typer.Argument(metavar="STORIES", help="A folder of stories, made by `discover`.")]
Inputs = Annotated[list[Path], typer.Argument(metavar="FILE|DIR", help="Accounts of the event, and folders of them.")]
OptionalInputs = Annotated[list[Path] | None, typer.Argument(metavar="FILE|DIR", help="Accounts, and folders of them.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing unless something goes wrong.")]
AsJson = Annotated[bool, typer.Option("--json", help="Say it as JSON on standard output.")]
Strict = Annotated[bool, typer.Option("--strict", help=f"End with exit code {SKIPPED} when anything was skipped.")]
Engine = Annotated[str, typer.Option("--engine", help="local, daft (extra `scale`) or ray (extra `cluster`).")]
Window = Annotated[int, typer.Option("--window", min=1, help="Days between two articles of one story, nothing in between.")]
Under = Annotated[
    Path | None,
    typer.Option("--pseudonyms", metavar="FILE.toml", help="What stands for whom; kept apart from the case."),
]
