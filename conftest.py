"""Commands and Python examples of the README and the docs are run as tests, in a folder that has the example's accounts."""

import os
import shlex
import shutil
import subprocess
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, OutputChecker
from pathlib import Path

import pytest
from sybil import Document, Example, Region, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from typer.testing import CliRunner

from rashomon import cli

ROOT = Path(__file__).parent
_FLAGS = ELLIPSIS | NORMALIZE_WHITESPACE


def _console(example: Example) -> str | None:
    """Runs each `$ command` of a console block and compares what it prints with the lines below it; `...` stands for anything."""
    commands: list[tuple[str, list[str]]] = []
    for line in example.parsed.splitlines():
        if line.startswith("$ "):
            commands.append((line[2:], []))
        elif commands:
            commands[-1][1].append(line)
    settings: dict[str, str] = {}
    for command, lines in commands:
        words, wanted = shlex.split(command), "\n".join(lines) + "\n"
        if words[0] == "export":
            settings |= dict(word.split("=", 1) for word in words[1:])
            continue
        code, printed, said = _run(words, settings)
        if code:
            return f"{command} ended with {code}: {printed}{said}"
        given = printed or said  # progress is said beside what is printed, when it takes long
        if lines and not OutputChecker().check_output(wanted, given, _FLAGS):
            return f"{command} printed\n{given}\nnot\n{wanted}"
    return None


def _run(words: list[str], settings: dict[str, str]) -> tuple[int, str, str]:
    """Exit code, standard output and standard error; `rashomon` runs in this process, which has the language model already."""
    if words[0] == "rashomon":
        made = CliRunner().invoke(cli.app, words[1:], env=settings)
        return made.exit_code, made.stdout, made.stderr
    run = subprocess.run(words, capture_output=True, text=True, check=False, env=os.environ | settings)
    return run.returncode, run.stdout, run.stderr


class _Consoles:
    """Blocks fenced as ```console."""

    def __call__(self, document: Document) -> "list[Region]":
        return [Region(r.start, r.end, r.parsed, _console) for r in CodeBlockParser("console", lambda e: None)(document)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory):
    """A folder to run in, with the example where the docs say it is; one for each page, whose examples build on one another."""
    folder, before = tmp_path_factory.mktemp("docs"), Path.cwd()
    shutil.copytree(ROOT / "src/rashomon/demo/harbour_fire", folder / "examples/harbour-fire/accounts")
    os.chdir(folder)
    yield folder
    os.chdir(before)


pytest_collect_file = Sybil(
    parsers=[_Consoles(), PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "docs/**/*.md", "docs/*/*.md"],
    fixtures=["folder"],
).pytest()
