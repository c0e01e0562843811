import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rashomon import api, cli, codec

ACCOUNTS = {
    "lamp.txt": "The Orlo bridge fell on Monday.\n\nMayor Ada Quill said nine people were killed.",
    "post.txt": "Twelve people were killed when the Orlo bridge fell, a nurse told the Post.",
}


def run(*args: object, **env: str) -> Result:
    return CliRunner().invoke(cli.app, [str(a) for a in args], env=env)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "pile"
    place.mkdir()
    for name, text in ACCOUNTS.items():
        (place / name).write_text(text, "utf-8")
    return place


@pytest.fixture
def case_path(folder: Path) -> Path:
    path = folder.parent / "bridge.case"
    assert run("build", path, folder, "-q").exit_code == 0
    return path


def test_build_says_what_it_made_and_add_what_was_there(folder: Path):
    path = folder.parent / "bridge.case"
    built = run("build", path, folder / "lamp.txt")
    assert built.exit_code == 0
    assert "bridge.case: 1 account, " in built.stdout
    assert "1 new; in it already: lamp.txt." in run("add", path, folder).stdout


def test_what_was_skipped_is_said_on_standard_error_and_counts_only_when_strict(folder: Path):
    (folder / "photo.png").write_bytes(b"\x89PNG")
    path = folder.parent / "bridge.case"
    made = run("build", path, folder, "-q")
    assert (made.exit_code, made.stdout) == (0, "")
    assert "photo.png is of a kind that Rashomon does not read" in made.stderr
    assert run("build", path, folder, "-q", "--strict").exit_code == cli.SKIPPED


def test_build_and_show_speak_json(folder: Path):
    path = folder.parent / "bridge.case"
    assert json.loads(run("build", path, folder, "--json").stdout)["added"] == ["lamp.txt", "post.txt"]
    shown = json.loads(run("show", path, "--json").stdout)
    assert [a["file"] for a in shown["accounts"]] == ["lamp.txt", "post.txt"]


def test_show_fits_eighty_columns_and_no_text_steers_the_terminal(folder: Path):
    mob = "A \x1b[31mmob of twelve people \u202eattacked the bridge, police said. "
    (folder / "evil.txt").write_text(mob + "Ten people fled from the bridge, she said. " * 20, "utf-8")
    path = folder.parent / "bridge.case"
    run("build", path, folder)
    shown = run("show", path, "--all", "--ids").stdout
    assert "evil.txt" in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert not set(shown) & {"\x1b", "\u202e"}


def test_an_export_to_standard_output_is_exact_to_the_byte(case_path: Path, tmp_path: Path):
    printed = run("export", case_path).stdout_bytes
    assert printed == codec.case_json(api.open_case(case_path))
    assert run("export", case_path, "-o", tmp_path / "case.json").exit_code == 0
    assert (tmp_path / "case.json").read_bytes() == printed


def test_tables_go_to_a_folder_a_zip_or_one_by_one(case_path: Path, tmp_path: Path):
    assert run("export", case_path, "--to", "csv", "-o", tmp_path / "tables").exit_code == 0
    assert run("export", case_path, "--to", "csv", "-o", tmp_path / "tables.zip").exit_code == 0
    one = run("export", case_path, "--to", "csv", "--table", "claims").stdout_bytes
    assert (tmp_path / "tables" / "claims.csv").read_bytes() == one
    assert (tmp_path / "tables.zip").read_bytes().startswith(b"PK")


def test_a_decision_is_made_listed_and_in_force(case_path: Path):
    claim = api.open_case(case_path).claims[0]
    made = run("decide", case_path, "claim", claim.id, "--answer", "no", "--author", "Ada", "--note", "a slip")
    assert made.exit_code == 0
    assert "Ada: claim of “" in made.stdout
    listed = run("decide", case_path, "--list")
    assert "a slip" in listed.stdout
    assert "The log is as it was written" in listed.stdout
    assert json.loads(run("decide", case_path, "--list", "--json").stdout)[0]["answer"] == "no"
    assert claim.id not in run("show", case_path, "--all", "--ids").stdout


def test_the_author_may_come_from_the_environment(case_path: Path):
    claim = api.open_case(case_path).claims[0]
    assert run("decide", case_path, "claim", claim.id, "--answer", "yes").exit_code == 5
    assert run("decide", case_path, "claim", claim.id, "--answer", "yes", RASHOMON_AUTHOR="Ada").exit_code == 0


def test_a_report_is_written(case_path: Path, tmp_path: Path):
    assert run("report", case_path, "-o", tmp_path / "bridge.html").exit_code == 0
    assert b"<html" in (tmp_path / "bridge.html").read_bytes()


def test_the_demo_builds_and_says_where(tmp_path: Path):
    made = run("demo", tmp_path / "demo")
    assert made.exit_code == 0, made.stderr
    assert "6 accounts" in made.stdout
    assert str(tmp_path / "demo" / "harbour-fire.html") in made.stdout
    assert sorted(os.listdir(tmp_path / "demo")) == ["accounts", "harbour-fire.case", "harbour-fire.html"]


def test_doctor_finds_this_installation_and_a_case_fine(case_path: Path):
    found = run("doctor", case_path)
    assert found.exit_code == 0, found.stdout
    assert "its weights as its makers published them" in found.stdout
    assert "2 documents, 0 decisions" in found.stdout


def test_doctor_finds_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from rashomon.api import checking

    monkeypatch.setitem(checking.WEIGHTS, "ner/model", "0" * 64)
    found = run("doctor", tmp_path / "none.case")
    assert found.exit_code == 1
    assert "ner/model is not what its makers published" in found.stdout
    assert "none.case does not exist" in found.stdout


def test_terminal_and_report_count_the_same_origins(case_path: Path):
    counts = run("show", case_path).stdout.partition(": ")[2].split(", ")[:2]
    assert run("report", case_path, "-o", case_path.with_suffix(".html")).exit_code == 0
    assert ", ".join(counts) in case_path.with_suffix(".html").read_text("utf-8")


def test_doctor_misses_what_the_recipe_asks_for(monkeypatch: pytest.MonkeyPatch):
    from rashomon.api import checking

    monkeypatch.setattr(checking, "COMPARERS", ("hues",))
    found = run("doctor")
    assert found.exit_code == 1
    assert "No comparer is called 'hues'" in found.stdout
    assert "installed anew with pip" in found.stdout


@pytest.mark.parametrize(
    ("command", "code", "says"),
    [
        (["build", "x.case", "missing.txt"], 3, "Nothing could be read: missing.txt does not exist"),
        (["show", "missing.case"], 4, "missing.case does not exist; `rashomon build"),
        (["build", "."], 2, "give accounts"),
        (["build", "pyproject.toml", "README.md"], 4, "is not a Rashomon case file"),
        (["decide", "x.case"], 2, "--questions shows"),
        (["nonsense"], 2, "No such command"),
        (["stories", "found", "--since", "yesterday"], 2, "yesterday is no day"),
        (["watch", "found"], 2, "give what to watch"),
    ],
)
def test_what_goes_wrong_is_one_sentence_and_an_exit_code(
    command: list[str], code: int, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text("[project]")
    (tmp_path / "README.md").write_text("Nine people were killed.")
    made = run(*command)
    assert made.exit_code == code
    assert says in " ".join(made.stderr.split())
    assert "Traceback" not in made.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("report", "-o"),
        ("pack", "-o"),
        ("export", "--to", "json", "-o"),
        ("export", "--to", "csv", "-o"),
        ("decisions export", "-o"),
    ],
    ids=" ".join,
)
def test_nothing_is_written_over_a_case(case_path: Path, command: tuple[str, ...]):
    before = case_path.read_bytes()
    [*verb], rest = command[0].split(), command[1:]
    made = run(*verb, case_path, *rest, case_path)
    assert made.exit_code == 3
    assert case_path.read_bytes() == before


def test_a_report_is_a_page_or_a_dossier(case_path: Path, folder: Path):
    made = run("report", case_path, "-o", folder / "report.txt")
    assert (made.exit_code, (folder / "report.txt").exists()) == (3, False)
    assert "A report is .html, .docx or .pdf" in made.stderr


def test_places_keep_the_blanks_between_words(case_path: Path):
    assert "Twelve people were killed when the Orlo bridge fell" in run("search", case_path, "people", "killed").stdout
    assert "1 of them here; --most shows more." in run("search", case_path, "killed", "--most", "1").stdout


def test_an_unknown_exporter_and_an_unknown_record_are_named(case_path: Path):
    unknown = run("export", case_path, "--to", "odt")
    said = "No exporter is called 'odt'; there are: csv, docx, html, json, pdf."
    assert (unknown.exit_code, said in unknown.stderr) == (6, True)
    nothing = run("decide", case_path, "claim", "d0.c1-2", "--answer", "no", "--author", "Ada")
    assert (nothing.exit_code, "has the id 'd0.c1-2'" in nothing.stderr) == (5, True)


def test_what_should_not_happen_asks_to_be_reported(case_path: Path, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(api, "open_case", broken)
    made = run("show", case_path)
    assert made.exit_code == 1
    assert "Rashomon failed where it should not (ZeroDivisionError: oh). Please report this" in made.stderr
    assert isinstance(run("show", case_path, RASHOMON_DEBUG="1").exception, ZeroDivisionError)


def test_an_interrupted_command_says_that_nothing_was_lost(case_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "build", interrupted)
    made = run("build", case_path, folder)
    assert (made.exit_code, made.stderr.strip()) == (130, "Stopped; nothing was lost.")


def test_a_reader_that_has_had_enough_is_no_error(case_path: Path):
    command = f"{sys.executable} -m rashomon export {case_path} | head -c 10"
    made = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False)
    assert (made.stdout, made.stderr) == (b'{\n "format', b"")


def test_help_is_there_at_once():
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    made = subprocess.run([sys.executable, "-m", "rashomon", "--help"], capture_output=True, text=True, check=True)
    assert "build" in made.stdout
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 0.6  # seconds of the processor
