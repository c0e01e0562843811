"""One analyst's work is carried into a colleague's case, and where the two disagree is said."""

import shutil
from pathlib import Path

import pytest

from rashomon import api
from rashomon.errors import InputError


def _log(path: Path, tmp_path: Path) -> bytes:
    out = tmp_path / "log.jsonl"
    with out.open("wb") as file:
        api.write_decisions(path, file)
    return out.read_bytes()


@pytest.fixture
def two(case_path: Path, tmp_path: Path) -> tuple[Path, Path]:
    return case_path, Path(shutil.copy(case_path, tmp_path / "other.case"))


def test_two_logs_merge_and_disagreements_are_listed(two: tuple[Path, Path], tmp_path: Path) -> None:
    mine, theirs = two
    claims = [c.id for c in api.open_case(mine).claims]
    for n, answer in enumerate(("yes", "no", "yes")):
        api.decide(mine, "claim", [claims[n]], answer, "Ada")
    for n, answer in enumerate(("yes", "yes", "yes", "no")):
        api.decide(theirs, "claim", [claims[n]], answer, "Bo", "as I read it")
    compared = api.read_decisions(mine, _log(theirs, tmp_path), keep=False)
    assert len(api.decisions(mine)) == 3
    (agreement,) = compared.compared.agreements
    assert (agreement.both, agreement.same) == (3, 2)
    merged = api.read_decisions(mine, _log(theirs, tmp_path))
    assert [(a.answer, b.answer) for a, b in merged.compared.disagreements] == [("no", "yes")]
    assert [d.answer for d in merged.added] == ["yes", "yes", "no"]
    assert [why for _, why in merged.left_out] == ["the case answers otherwise"]
    kept = api.decisions(mine)
    assert {(d.author, d.note) for d in kept[3:]} == {("Bo", "as I read it")}
    assert api.read_decisions(mine, _log(theirs, tmp_path)).already == 3


def test_theirs_can_be_preferred(two: tuple[Path, Path], tmp_path: Path) -> None:
    mine, theirs = two
    claim = api.open_case(mine).claims[2].id
    api.decide(mine, "claim", [claim], "yes", "Ada")
    api.decide(theirs, "claim", [claim], "no", "Bo")
    api.read_decisions(mine, _log(theirs, tmp_path), prefer="theirs")
    assert claim not in {c.id for c in api.open_case(mine).claims}


def test_a_log_that_was_changed_on_its_way_is_refused(two: tuple[Path, Path], tmp_path: Path) -> None:
    mine, theirs = two
    claim = api.open_case(mine).claims[2].id
    api.decide(theirs, "claim", [claim], "no", "Bo")
    log = _log(theirs, tmp_path)
    for wrong in (log.replace(b'"no"', b'"yes"'), b"{}", b"no log", log[:-20]):
        with pytest.raises(InputError):
            api.read_decisions(mine, wrong)
    assert api.decisions(mine) == ()
