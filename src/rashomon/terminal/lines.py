"""Words in, lines on standard output or error out: what everything that is said on a terminal is said with."""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from textwrap import wrap

import typer

from rashomon import codec
from rashomon.engine import Progress
from rashomon.text.excerpts import cut

WIDTH = 80


@contextmanager
def progress(quiet: bool) -> Iterator[Progress | None]:
    """What is being done, on standard error, once it takes longer than a second; a line that goes away on a terminal."""
    if quiet:
        yield None
        return
    live, last = sys.stderr.isatty(), time.monotonic() + (0 if sys.stderr.isatty() else 9)
    written = False

    def say(what: str, done: int, total: int) -> None:
        nonlocal last, written
        if (now := time.monotonic()) - last > 1:
            last, written = now + (-0.9 if live else 9), True
            told = f"{what} {done} of {total}" if total else f"{what} {done}" if done else what
            typer.echo(f"\r\x1b[K{told}" if live else told, err=True, nl=not live)

    try:
        yield say
    finally:
        if written and live:
            typer.echo("\r\x1b[K", err=True, nl=False)


def line(text: str, *, bold: bool = False, nl: bool = True) -> None:
    """Says a line as it stands."""
    typer.secho(text, bold=bold or None, nl=nl)


def paragraph(text: str, indent: int, *, bold: bool = False) -> None:
    """Says a text in lines of `WIDTH`, all but the first set in two further."""
    for row in wrap(plain(text), WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2)) or [""]:
        line(row, bold=bold)


def json_line(value: object) -> None:
    """Says a value as JSON."""
    typer.echo(codec.to_json(value).decode())


def counted(number: int, noun: str) -> str:
    """A number with its noun in singular or plural."""
    return f"{number} {noun if number == 1 else noun.removesuffix('y') + 'ies' if noun.endswith('y') else noun + 's'}"


def short(text: str, most: int = 160) -> str:
    """At most so many characters of a text, on one line."""
    return cut(plain(text), most)


def plain(text: str) -> str:
    """One line without control characters."""
    return " ".join(harmless(text).split())


def harmless(text: str) -> str:
    """A text with blanks for control characters: one from a stranger must not steer the terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def some(names: Sequence[str], most: int = 8) -> str:
    """The first of some names, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(map(plain, names[:most])) + more
