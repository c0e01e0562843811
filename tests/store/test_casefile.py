import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.errors import CaseFileError
from rashomon.model import Annotations, Case, Decision
from rashomon.store import casefile, migrations
from tests import factory

DOCUMENT = factory.document("Nine people were killed, the mayor said.", file="a.txt")
OTHER = factory.document("Ten people were killed, a nurse said.", file="b.txt")
RAW = {d.sha256: d.text.encode() for d in (DOCUMENT, OTHER)}
RECIPE = ("claims 1", "model 2")


def decision(answer: str = "no") -> Decision:
    return Decision(id="", question="claim", subject=("d.c0-4",), answer=answer, author="Ada", made_at="2024-03-05T10:00:00Z")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "fire.case"
    with casefile.opened(path, create=True) as file:
        file.put([DOCUMENT, OTHER], RAW)
    return path


def test_documents_and_their_bytes_come_back_as_they_went_in(made: Path):
    with casefile.opened(made) as file:
        assert file.documents() == (DOCUMENT, OTHER)
        assert file.raw(DOCUMENT.sha256) == RAW[DOCUMENT.sha256]
        assert file.raw("0" * 64) is None
        assert file.sound()


def test_a_case_file_is_one_file(made: Path):
    assert os.listdir(made.parent) == ["fire.case"]


def test_an_interrupted_build_leaves_no_file_at_all(tmp_path: Path):
    with pytest.raises(KeyboardInterrupt), casefile.opened(tmp_path / "fire.case", create=True) as file:
        _interrupted(file)
    assert os.listdir(tmp_path) == []


def test_an_interrupted_change_leaves_the_file_as_it_was(made: Path):
    with pytest.raises(KeyboardInterrupt), casefile.opened(made) as file, file.transaction():
        _interrupted(file)
    with casefile.opened(made) as file:
        assert file.documents() == (DOCUMENT, OTHER)
        assert file.decisions() == ()


def test_a_document_set_aside_stays_in_the_file_and_can_come_back(made: Path):
    with casefile.opened(made) as file:
        file.set_aside([OTHER.id])
        assert file.documents() == (DOCUMENT,)
        assert file.raw(OTHER.sha256) is not None
        file.put([OTHER], RAW)
        assert file.documents() == (DOCUMENT, OTHER)


def test_annotations_are_known_by_the_recipe_that_made_them(made: Path):
    found = Annotations(document=DOCUMENT.id)
    with casefile.opened(made) as file:
        file.annotate([found], RECIPE)
        assert file.annotations(RECIPE) == {DOCUMENT.id: found}
        assert file.annotations(("claims 2", "model 2")) == {}


def test_annotations_that_no_longer_read_are_made_again(made: Path):
    with casefile.opened(made) as file:
        file.annotate([Annotations(document=DOCUMENT.id)], RECIPE)
    _change(made, "UPDATE annotations SET record = '{}'")
    with casefile.opened(made) as file:
        assert file.annotations(RECIPE) == {}


def test_a_settled_case_is_kept_until_documents_or_decisions_change(made: Path):
    case = Case(format="rashomon-case/1", version="1", recipe=RECIPE, documents=(DOCUMENT, OTHER))
    with casefile.opened(made) as file:
        file.derive(before := file.fingerprint("1"), case)
        assert file.derived(before) == case
        file.append(decision())
        assert (decided := file.fingerprint("1")) != before
        file.set_aside([OTHER.id])
        assert len({before, decided, file.fingerprint("1"), file.fingerprint("2")}) == 4
        assert file.derived(file.fingerprint("1")) is None


def test_what_was_skipped_is_kept_in_order_and_forgotten_when_built_anew(made: Path):
    with casefile.opened(made) as file:
        file.skip([("z", "is empty"), ("a", "is empty")], anew=True)
        file.skip([("m", "is empty")], anew=False)
        assert [path for path, _ in file.skipped()] == ["z", "a", "m"]
        file.skip([], anew=True)
        assert file.skipped() == ()


def test_decisions_are_chained_oldest_first(made: Path):
    with casefile.opened(made) as file:
        first, second = file.append(decision("no")), file.append(decision("yes"))
        assert file.decisions() == (first, second)
        assert first.seal != second.seal
        assert len({first.id, second.id}) == 2
        assert file.verify() is None


@pytest.mark.parametrize("change", ["UPDATE decisions SET record = 'x'", "DELETE FROM decisions"])
def test_the_file_refuses_to_change_or_remove_a_decision(made: Path, change: str):
    with casefile.opened(made) as file:
        file.append(decision())
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        _change(made, change)


@pytest.mark.parametrize(
    "change",
    [
        """UPDATE decisions SET record = replace(record, '"no"', '"yes"') WHERE seq = 2""",
        "UPDATE decisions SET seal = 'x' WHERE seq = 2",
        "DELETE FROM decisions WHERE seq = 2",
        "UPDATE decisions SET seq = 9 WHERE seq = 2",
        "UPDATE decisions SET record = '{' WHERE seq = 2",
    ],
)
def test_a_log_that_was_tampered_with_names_the_first_line_that_was(made: Path, change: str):
    with casefile.opened(made) as file:
        for _ in range(3):
            file.append(decision())
    _change(made, "DROP TRIGGER decisions_are_never_changed", "DROP TRIGGER decisions_are_never_removed", change)
    with casefile.opened(made) as file:
        assert "Decision 2 in the log" in (file.verify() or "")
        with pytest.raises(CaseFileError, match="not as it was written"):
            file.decisions()
        with pytest.raises(CaseFileError):
            file.append(decision())


def test_a_missing_file_says_how_to_make_it(tmp_path: Path):
    with pytest.raises(CaseFileError, match=r"does not exist; `rashomon build"), casefile.opened(tmp_path / "no.case"):
        pass


def test_a_missing_folder_is_named(tmp_path: Path):
    with pytest.raises(CaseFileError, match=r"folder .* does not exist"), casefile.opened(tmp_path / "x" / "y.case", create=True):
        pass


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("content", [b"Nine people were killed. " * 100, b"\x00" * 5000, b"short", b""])
def test_a_file_of_another_kind_is_left_alone(tmp_path: Path, content: bytes, create: bool):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(CaseFileError, match="is not a Rashomon case file"), casefile.opened(path, create=create):
        pass
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path: Path):
    path = tmp_path / "other.sqlite"
    _change(path, "CREATE TABLE t (x)")
    before = path.read_bytes()
    with pytest.raises(CaseFileError, match="is not a Rashomon case file"), casefile.opened(path, create=True):
        pass
    assert path.read_bytes() == before


def test_a_folder_is_no_case_file(tmp_path: Path):
    with pytest.raises(CaseFileError, match="is a folder"), casefile.opened(tmp_path):
        pass


def test_a_cut_file_is_called_damaged(made: Path):
    made.write_bytes(made.read_bytes()[:9000])
    with pytest.raises(CaseFileError, match="is damaged"), casefile.opened(made) as file:
        file.documents()


def test_a_file_made_by_a_newer_rashomon_is_refused(made: Path):
    _change(made, "PRAGMA user_version = 99")
    with pytest.raises(CaseFileError, match=r"made by a newer Rashomon .case file version 99"), casefile.opened(made):
        pass


def test_a_file_that_another_program_is_writing_to_is_said_to_be_in_use(made: Path):
    other = sqlite3.connect(made, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(CaseFileError, match="is in use by another program"), casefile.opened(made, wait=0.05) as file:
        file.set_aside([])
    other.close()


def test_a_file_that_cannot_be_written_can_be_read(made: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    before = made.read_bytes()
    with casefile.opened(made) as file:
        assert file.documents() == (DOCUMENT, OTHER)
        file.derive("f", Case(format="", version="", recipe=()))
        with pytest.raises(CaseFileError, match="cannot be opened or written"), casefile.opened(made) as again:
            again.append(decision())
    assert made.read_bytes() == before


def test_a_record_put_again_replaces_the_one_before(made: Path):
    better = replace(DOCUMENT, outlet="The Lamp")
    with casefile.opened(made) as file:
        file.put([better], RAW)
        assert file.documents() == (better, OTHER)


def test_the_newest_schema_is_what_the_steps_lead_to(made: Path):
    connection = sqlite3.connect(made)
    assert migrations.version(connection) == len(migrations.STEPS)
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    connection.close()


def _interrupted(file: casefile.CaseFile) -> None:
    file.put([replace(DOCUMENT, outlet="The Lamp")], RAW)
    file.append(decision())
    raise KeyboardInterrupt


def _change(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    try:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    finally:
        connection.close()
