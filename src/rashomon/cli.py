"""A command for every verb of `api`."""

import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from rashomon.errors import DecisionError, InputError, RashomonError

if TYPE_CHECKING:
    from collections.abc import Mapping

app = typer.Typer(
    help="Reads many accounts of one event: every claim on its exact words, with who said it, and who says otherwise.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

SKIPPED = 7
"""Exit code of `build` and `add` with --strict when something that was given could not be used."""

CaseArgument = Annotated[Path, typer.Argument(metavar="CASE", help="The case file, such as fire.case.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing unless something goes wrong.")]
AsJson = Annotated[bool, typer.Option("--json", help="Say it as JSON on standard output.")]
Strict = Annotated[bool, typer.Option("--strict", help=f"End with exit code {SKIPPED} when anything was skipped.")]
StoriesArgument = Annotated[Path, typer.Argument(metavar="STORIES", help="A folder of stories, made by `discover`.")]
Engine = Annotated[str, typer.Option("--engine", help="local, daft (extra `scale`) or ray (extra `cluster`).")]
Window = Annotated[int, typer.Option("--window", min=1, help="Days between two articles of one story, nothing in between.")]
OptionalInputs = Annotated[list[Path] | None, typer.Argument(metavar="FILE|DIR...", help="Accounts, and folders of them.")]
Inputs = Annotated[list[Path], typer.Argument(metavar="FILE|DIR...", help="Accounts of the event, and folders of them.")]


Under = Annotated[
    Path | None,
    typer.Option("--pseudonyms", metavar="FILE.toml", help="What stands for whom; kept apart from the case."),
]


def _under(file: Path | None) -> "Mapping[str, str] | None":
    from rashomon import api

    return api.read_pseudonyms(file) if file else None


def main() -> None:
    """The program `rashomon`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows a stand-in
    app(prog_name="rashomon")


def _says(command: Callable[..., None]) -> Callable[..., None]:
    """Whatever goes wrong in a command, said in one sentence on standard error, with the exit code of its kind."""

    @wraps(command)
    def saying(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except RashomonError as error:
            _fail(str(error), error.exit_code)
        except KeyboardInterrupt:
            _fail("Stopped; nothing was lost.", 130)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever was reading has had enough
        except (typer.Exit, typer.BadParameter, typer.Abort):
            raise
        except Exception as error:
            if os.environ.get("RASHOMON_DEBUG"):
                raise
            what = f"{type(error).__name__}: {error}"
            _fail(f"Rashomon failed where it should not ({what}). Please report this, with what RASHOMON_DEBUG=1 shows.", 1)

    return saying


def _fail(sentence: str, code: int) -> None:
    typer.secho(" ".join(sentence.split()), fg="red", err=True)
    raise typer.Exit(code)


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


@app.command()
@_says
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
    from rashomon import api, newsroom, terminal

    if (story is None) == (not inputs):
        raise typer.BadParameter("Missing argument: give accounts, or --story STORIES#ID (not both).")
    with terminal.progress(quiet) as progress:
        if story is None:
            summary = api.build(case, inputs or [], conventions=conventions, progress=progress)
        else:
            summary = newsroom.build(case, story, conventions=conventions, progress=progress)
    terminal.summary(summary, quiet=quiet, as_json=json)
    if strict and summary.skipped:
        raise typer.Exit(SKIPPED)


@app.command()
@_says
def add(case: CaseArgument, inputs: Inputs, quiet: Quiet = False, json: AsJson = False, strict: Strict = False) -> None:
    """Add accounts to a case; only what is new is read."""
    from rashomon import api, terminal

    with terminal.progress(quiet) as progress:
        summary = api.add(case, inputs, progress=progress)
    terminal.summary(summary, quiet=quiet, as_json=json)
    if strict and summary.skipped:
        raise typer.Exit(SKIPPED)


@app.command()
@_says
def show(
    case: CaseArgument,
    points: Annotated[bool, typer.Option("--all", "-a", help="Show every point, not only those in dispute.")] = False,
    ids: Annotated[bool, typer.Option("--ids", help="Show the ids that `decide` takes.")] = False,
    json: AsJson = False,
) -> None:
    """Show a case: its accounts, where they come from, and what they disagree on."""
    from rashomon import api, terminal

    with terminal.progress(json) as progress:
        opened = api.open_case(case, progress=progress)
    terminal.show(opened, case.name, every=points, ids=ids, as_json=json)


@app.command()
@_says
def report(
    case: CaseArgument,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write it: .html, .docx or .pdf.")],
    pseudonyms: Under = None,
    quiet: Quiet = False,
) -> None:
    """Write a case as one HTML page that needs no network, or as a Word or PDF dossier."""
    from rashomon import api

    api.report(case, output, under=_under(pseudonyms))
    if not quiet:
        typer.echo(f"The report is in {output}.", err=True)


@app.command()
@_says
def pack(
    case: CaseArgument,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.zip", help="Where to write it.")],
    pseudonyms: Under = None,
    quiet: Quiet = False,
) -> None:
    """Write the evidence pack: report, data, sources, hashes, versions and decisions in one zip."""
    from rashomon import api

    api.evidence(case, output, under=_under(pseudonyms))
    if not quiet:
        typer.echo(f"The evidence pack is in {output}.", err=True)


@app.command()
@_says
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
        _write(output, lambda out: out.write(content))
    else:
        _write(output, lambda out: api.export(case, to, out, under=_under(pseudonyms)))


def _write(output: Path | None, writer: Callable[[BinaryIO], object]) -> None:
    """The very bytes, to a file that is whole or as it was before, or to standard output."""
    from rashomon.store.replacing import replacing

    if output is None:
        writer(sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    with replacing(output) as out:
        writer(out)


@app.command()
@_says
def decide(
    case: CaseArgument,
    question: Annotated[str | None, typer.Argument(help="same-entity, same-point, relation, derives, claim, …")] = None,
    subject: Annotated[list[str] | None, typer.Argument(metavar="SUBJECT...", help="One id, or the two of a pair.")] = None,
    answer: Annotated[str | None, typer.Option("--answer", help="yes, no, or the corrected value.")] = None,
    author: Annotated[str | None, typer.Option("--author", envvar="RASHOMON_AUTHOR", help="Who decides.")] = None,
    note: Annotated[str, typer.Option("--note", help="Why.")] = "",
    log: Annotated[bool, typer.Option("--list", help="Show the decisions made so far instead.")] = False,
    questions: Annotated[bool, typer.Option("--questions", help="Show what can be asked, and what answers it takes.")] = False,
    json: AsJson = False,
) -> None:
    """Correct a case: answer a question about a record or a pair. `show --ids` has the ids."""
    from rashomon import api, terminal

    if questions:
        return terminal.questions()
    if log:
        return terminal.decisions(api.open_case(case), as_json=json)
    if question is None or not subject or answer is None:
        raise typer.BadParameter("give QUESTION, SUBJECT and --answer; --questions shows what can be asked.")
    if author is None:
        raise DecisionError("A decision needs an author: give --author, or set RASHOMON_AUTHOR.")
    terminal.decided(api.decide(case, question, subject, answer, author, note), as_json=json)


decisions = typer.Typer(help="Hand decisions on: export one log, import it into another case.", no_args_is_help=True)
app.add_typer(decisions, name="decisions")


@decisions.command("export")
@_says
def decisions_export(
    case: CaseArgument,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE.jsonl", help="Where to write; standard output unless given.")
    ] = None,
) -> None:
    """Write the log of decisions for a colleague's case."""
    from rashomon import api

    _write(output, lambda out: api.write_decisions(case, out))


@decisions.command("import")
@_says
def decisions_import(
    case: CaseArgument,
    log: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="What `decisions export` wrote.")],
    theirs: Annotated[bool, typer.Option("--theirs", help="Where both answered otherwise, take theirs.")] = False,
    compare: Annotated[bool, typer.Option("--compare", help="Only say how far the two agree; take nothing.")] = False,
    json: AsJson = False,
) -> None:
    """Take a colleague's decisions into a case; list where the two disagree, and how far they agree."""
    from rashomon import api, terminal

    try:
        lines = log.read_bytes()
    except OSError as error:
        raise InputError(f"{log} cannot be read ({error.strerror or error}).") from error
    merged = api.read_decisions(case, lines, prefer="theirs" if theirs else "mine", keep=not compare)
    terminal.merged(merged, kept=not compare, as_json=json)


@app.command()
@_says
def search(
    case: CaseArgument,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='Words, or a "phrase in marks".')],
    most: Annotated[int, typer.Option("--most", min=1, help="Show so many places.")] = 20,
    json: AsJson = False,
) -> None:
    """Find words in the texts and claims of a case."""
    from rashomon import api, terminal

    total, places = api.search(case, " ".join(words), most=most)
    terminal.places(total, places, as_json=json)


@app.command()
@_says
def serve(
    case: CaseArgument,
    read_only: Annotated[bool, typer.Option("--read-only", help="Show the case; take no decisions.")] = False,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; a free one unless given.")] = 0,
    host: Annotated[str, typer.Option("--host", help="The address to serve at; this machine alone unless given.")] = "127.0.0.1",
    author: Annotated[str, typer.Option("--author", envvar="RASHOMON_AUTHOR", help="Who decides; browsers ask otherwise.")] = "",
    pseudonyms: Under = None,
) -> None:
    """Open the workbench: read a case in a browser, check it, correct it."""
    from rashomon import terminal

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

    under = _under(pseudonyms)
    with terminal.progress(False) as progress:
        serving.serve(case, host=host, port=port, read_only=read_only, author=author, under=under, ready=ready, progress=progress)


@app.command()
@_says
def discover(
    corpus: Annotated[list[Path], typer.Argument(metavar="CORPUS...", help="JSON Lines, Parquet, WARC, and folders of these.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="STORIES", help="The folder of stories to make or add to.")],
    engine: Engine = "local",
    window: Window = 14,
    quiet: Quiet = False,
    json: AsJson = False,
) -> None:
    """Find the stories of a corpus: what tells one event, what is a copy of what, which are worth a case."""
    from rashomon import newsroom, storylines, terminal

    with terminal.progress(quiet) as progress:
        made = newsroom.discover(corpus, output, on=engine, window=window, progress=progress)
    storylines.came_to(made, str(output), quiet=quiet, as_json=json)


@app.command()
@_says
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
    from rashomon import newsroom, storylines

    if story is not None:
        return storylines.shown(*newsroom.story(folder, story), str(folder), as_json=json)
    found = storylines.chosen(newsroom.stories(folder), about=about, outlet=outlet, since=since, until=until, families=families)
    return storylines.listed(found, len(found) if every else storylines.SHOWN, as_json=json)


@app.command()
@_says
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

    from rashomon import newsroom, storylines

    while True:
        for about, sentence in newsroom.follow(folder, inputs or [], feed or [], on=engine, window=window):
            storylines.changed(about, sentence, as_json=json)
        if once:
            return
        time.sleep(every)


@app.command()
@_says
def demo(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to put it.")] = Path("rashomon-demo"),
    quiet: Quiet = False,
) -> None:
    """Build the example, six accounts of a fire that never was, and write its report."""
    from rashomon import api, terminal

    accounts = _example(folder / "accounts")
    with terminal.progress(quiet) as progress:
        summary = api.build(folder / "harbour-fire.case", accounts, progress=progress)
    api.report(folder / "harbour-fire.case", folder / "harbour-fire.html")
    terminal.summary(summary, quiet=quiet, as_json=False)
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


@app.command()
@_says
def doctor(
    case: Annotated[Path | None, typer.Argument(metavar="CASE", help="A case file to check as well.")] = None,
    json: AsJson = False,
) -> None:
    """Check that everything Rashomon needs is there and is what it should be."""
    from rashomon import doctor as checks
    from rashomon import terminal

    found = checks.checks(case)
    terminal.checks(found, as_json=json)
    if not all(check.fine for check in found):
        raise typer.Exit(1)


@app.command()
@_says
def schema() -> None:
    """Write the JSON Schema of `export --to json` to standard output."""
    from rashomon import codec

    _write(None, lambda out: out.write(codec.schema_json()))
