"""serve: a case in, the workbench in a browser out."""

import sys
from typing import Annotated

import typer

from rashomon.cli.options import CaseArgument, Under
from rashomon.cli.running import under
from rashomon.errors import InputError


def serve(
    case: CaseArgument,
    read_only: Annotated[bool, typer.Option("--read-only", help="Show the case; take no decisions.")] = False,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; a free one unless given.")] = 0,
    host: Annotated[str, typer.Option("--host", help="The address to serve at; this machine alone unless given.")] = "127.0.0.1",
    author: Annotated[str, typer.Option("--author", envvar="RASHOMON_AUTHOR", help="Who decides; browsers ask otherwise.")] = "",
    pseudonyms: Under = None,
) -> None:
    """Open the workbench: read a case in a browser, check it, correct it."""
    from rashomon.terminal import lines

    try:
        from rashomon.web import serving
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn"):
            raise
        raise InputError("The workbench needs two more packages: pip install 'rashomon[workbench]'.") from error

    def ready(place: serving.Place) -> None:
        typer.echo(f"The workbench is at\n\n  {place.url}\n")
        if not place.loopback:
            typer.secho("Whoever has this address can read the case; it travels unencrypted.", fg="red")
        typer.echo("Ctrl-C stops it. Every decision is kept at once.")
        sys.stdout.flush()

    names = under(pseudonyms)
    with lines.progress(False) as progress:
        serving.serve(case, host=host, port=port, read_only=read_only, author=author, under=names, ready=ready, progress=progress)
