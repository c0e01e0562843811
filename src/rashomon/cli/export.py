"""report, pack, export, schema: a case in, files to hand on out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.options import CaseArgument, Quiet, Under
from rashomon.cli.running import under, write


def report(
    case: CaseArgument,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write it: .html, .docx or .pdf.")],
    pseudonyms: Under = None,
    quiet: Quiet = False,
) -> None:
    """Write a case as one HTML page that needs no network, or as a Word or PDF dossier."""
    from rashomon import api

    api.report(case, output, under=under(pseudonyms))
    if not quiet:
        typer.echo(f"The report is in {output}.", err=True)


def pack(
    case: CaseArgument,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.zip", help="Where to write it.")],
    pseudonyms: Under = None,
    quiet: Quiet = False,
) -> None:
    """Write the evidence pack: report, data, sources, hashes, versions and decisions in one zip."""
    from rashomon import api

    api.evidence(case, output, under=under(pseudonyms))
    if not quiet:
        typer.echo(f"The evidence pack is in {output}.", err=True)


def export(
    case: CaseArgument,
    to: Annotated[str, typer.Option("--to", metavar="FORM", help="json, csv, html, docx, pdf, or a plug-in's name.")] = "json",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PATH", help="Where to write; standard output unless given."),
    ] = None,
    table: Annotated[str | None, typer.Option("--table", metavar="NAME", help="Of csv, this table alone.")] = None,
    pseudonyms: Under = None,
) -> None:
    """Write a case for other programs: JSON, or tables as CSV (a folder, a zip, or one table)."""
    from rashomon import api
    from rashomon.export import tables

    if pseudonyms is not None and to == "csv":
        raise typer.BadParameter("--pseudonyms goes with json, html, docx and pdf.")
    if table is not None and to != "csv":
        raise typer.BadParameter("--table goes with --to csv.")
    if to == "csv" and table is None and output is None and sys.stdout.isatty():
        raise typer.BadParameter("many tables do not fit a terminal; give --table NAME, or -o FOLDER/ or FILE.zip.")
    if to == "csv" and table is None and output is not None and (output.is_dir() or output.suffix != ".zip"):
        tables.write(api.open_case(case), output)
    elif table is not None:
        content = tables.table(api.open_case(case), table)
        write(output, lambda out: out.write(content))
    else:
        write(output, lambda out: api.export(case, to, out, under=under(pseudonyms)))


def schema() -> None:
    """Write the JSON Schema of `export --to json` to standard output."""
    from rashomon import codec

    write(None, lambda out: out.write(codec.schema_json()))
