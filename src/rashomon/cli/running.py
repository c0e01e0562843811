"""What every command does alike: says what went wrong in one sentence, and writes a file whole or not at all."""

import os
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, BinaryIO

import typer

from rashomon.errors import RashomonError, Remark


def says(command: Callable[..., None]) -> Callable[..., None]:
    """Whatever goes wrong in a command, said in one sentence on standard error, with the exit code of its kind."""

    @wraps(command)
    def saying(*args: Any, **kwargs: Any) -> None:
        try:
            with _remarked():
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


@contextmanager
def _remarked() -> Iterator[None]:
    """Remarks that are given within, each once as one sentence on standard error; other warnings go where they went."""
    before = warnings.showwarning

    def show(message: Warning | str, category: type[Warning], *where: Any, **more: Any) -> None:
        if issubclass(category, Remark):
            typer.secho(" ".join(str(message).split()), fg="yellow", err=True)
        else:
            before(message, category, *where, **more)

    with warnings.catch_warnings():
        warnings.simplefilter("always", Remark)
        warnings.showwarning = show
        yield


def _fail(sentence: str, code: int) -> None:
    typer.secho(" ".join(sentence.split()), fg="red", err=True)
    raise typer.Exit(code)


def write(output: Path | None, writer: Callable[[BinaryIO], object]) -> None:
    """The very bytes, to a file that is whole or as it was before, or to standard output."""
    from rashomon.store.replacing import replacing

    if output is None:
        writer(sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    with replacing(output) as out:
        writer(out)


def under(file: Path | None) -> Mapping[str, str] | None:
    """The pseudonyms in the file that `--pseudonyms` names."""
    from rashomon import api

    return api.read_pseudonyms(file) if file else None
