"""Commands, records and questions that the reference pages describe are those there are."""

import dataclasses
import re
import tomllib
import typing
from pathlib import Path
from zipfile import ZipFile

import pytest
import typer.main
from typer.testing import CliRunner

from rashomon import cli
from rashomon.errors import RashomonError
from rashomon.export.tables import TABLES
from rashomon.model import Case
from rashomon.settle.answers import QUESTIONS, RELATIONS
from rashomon.text.conventions import made

DOCS = Path(__file__).parent.parent / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def test_every_command_and_option_is_described():
    text = page("reference/command-line.md")
    for name, command in typer.main.get_command(cli.app).commands.items():  # type: ignore[attr-defined]
        assert f"`rashomon {name}" in text, name
        for part in (command, *getattr(command, "commands", {}).values()):
            for option in (o for p in part.params if p.param_type_name == "option" for o in p.opts):
                assert f"`{option}`" in text, f"{name} {option}"


def test_every_exit_code_is_described():
    codes = {1, 2, 0, 130, cli.SKIPPED, *(kind.exit_code for kind in RashomonError.__subclasses__())}
    assert set(map(int, re.findall(r"^\| (\d+) \|", page("reference/command-line.md"), re.M))) == codes


def test_every_variable_that_is_read_is_described():
    code = "".join(p.read_text("utf-8") for p in (DOCS.parent / "src").rglob("*.py"))
    for name in set(re.findall(r"RASHOMON_(?!CORPORA)[A-Z]+", code)):
        assert f"`{name}`" in page("reference/command-line.md"), name


def _records(kind: typing.Any) -> set[typing.Any]:
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return {kind}.union(*(_records(hints[f.name]) for f in dataclasses.fields(kind)))
    return set().union(*map(_records, typing.get_args(kind)))


@pytest.mark.parametrize("record", sorted(_records(Case), key=lambda r: r.__name__), ids=lambda r: r.__name__)
def test_every_field_of_the_json_is_described(record: typing.Any):
    text = page("reference/case-json.md")
    missing = [f.name for f in dataclasses.fields(record) if f'"{f.name}"' not in text and f"`{f.name}`" not in text]
    assert not missing


def test_every_table_is_described():
    text = " ".join(page("reference/case-json.md").split())
    assert ", ".join(TABLES) in text


def test_every_question_and_relation_is_described():
    text = page("reference/decisions.md")
    assert [q for q in QUESTIONS if f"| `{q}` |" not in text] == []
    assert [r for r in RELATIONS if f"`{r}`" not in text] == []
    assert [r for r in RELATIONS if f"**{r}**" not in page("reference/case-json.md")] == []


def test_every_folder_and_module_has_its_line():
    text = page("explanation/architecture.md")
    for place in (DOCS.parent / "src" / "rashomon").iterdir():
        name = f"{place.name}/" if place.is_dir() else place.name
        if not name.startswith("_") and (name.endswith("/") or place.suffix == ".py"):
            assert f"`{name}`" in text, name


def test_the_layers_are_those_that_are_kept():
    [contract] = tomllib.loads((DOCS.parent / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    assert "\n".join(contract["layers"]).replace("rashomon.", "").replace("(web)", "web") in page("explanation/architecture.md")


PAGES = [DOCS.parent / "README.md", DOCS.parent / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_every_link_leads_somewhere(path: Path):
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
        assert (path.parent / link).exists(), link


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_every_command_that_is_named_is_there(path: Path):
    commands = {"COMMAND", *typer.main.get_command(cli.app).commands}  # type: ignore[attr-defined]
    assert set(re.findall(r"(?:`|\$ |^)rashomon ([A-Za-z]\w+)", path.read_text("utf-8"), re.M)) <= commands


def blocks(name: str, kind: str) -> list[str]:
    return re.findall(rf"^ *```{kind}\n(.*?)^ *```", page(name), re.S | re.M)


def test_the_conventions_of_a_desk_are_a_file_as_the_page_shows():
    [shown] = blocks("explanation/figures.md", "toml")
    own = made("desk", tomllib.loads(shown))
    assert own.title == "Our desk's reading"


def test_the_pseudonyms_of_the_page_hide_the_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    [names] = blocks("how-to/share-safely.md", "toml")
    (tmp_path / "names.toml").write_text(names, "utf-8")
    run = CliRunner().invoke
    assert run(cli.app, ["build", "fire.case", str(DOCS.parent / "src/rashomon/demo/harbour_fire"), "-q"]).exit_code == 0
    [commands] = blocks("how-to/share-safely.md", "sh")
    for line in commands.splitlines():
        if " serve " not in line:
            assert run(cli.app, line.split()[1:]).exit_code == 0, line
    with ZipFile("fire.zip") as packed:
        written = [packed.read(n) for n in packed.namelist() if not n.endswith((".docx", ".pdf"))]
    for content in (Path("fire.html").read_bytes(), Path("fire.json").read_bytes(), *written):
        assert not re.search(rb"Salma|Idris|Yusuf|Harrani", content)
