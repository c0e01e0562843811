"""doctor: this installation in, what is not as it should be out."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.options import AsJson


def doctor(
    case: Annotated[Path | None, typer.Argument(metavar="CASE", help="A case file to check as well.")] = None,
    json: AsJson = False,
) -> None:
    """Check that everything Rashomon needs is there and is what it should be."""
    from rashomon import api
    from rashomon.terminal import cases

    found = api.checks(case)
    cases.checks(found, as_json=json)
    if not all(check.fine for check in found):
        raise typer.Exit(1)
