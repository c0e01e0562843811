"""The program `rashomon`: a command for every verb of `api` and `newsroom`."""

import sys
from typing import Annotated

import typer

from rashomon.cli import build, decide, discover, doctor, export, serve, show
from rashomon.cli.options import SKIPPED
from rashomon.cli.running import says

__all__ = ["SKIPPED", "app", "main"]

COMMANDS = (
    build.build,
    build.add,
    show.show,
    export.report,
    export.pack,
    export.export,
    decide.decide,
    show.search,
    serve.serve,
    discover.discover,
    discover.stories,
    discover.watch,
    build.demo,
    doctor.doctor,
    export.schema,
)
"""In the order in which `--help` lists them."""

app = typer.Typer(
    help="Reads many accounts of one event: every claim on its exact words, with who said it, and who says otherwise.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
decisions = typer.Typer(help="Hand decisions on: export one log, import it into another case.", no_args_is_help=True)
app.add_typer(decisions, name="decisions")

for command in COMMANDS:
    app.command()(says(command))
decisions.command("export")(says(decide.export_log))
decisions.command("import")(says(decide.import_log))


def _version(wanted: bool) -> None:
    if wanted:
        import rashomon

        typer.echo(f"rashomon {rashomon.__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """The program `rashomon`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows a stand-in
    app(prog_name="rashomon")
