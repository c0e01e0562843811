"""No letter is lost on paper in silence: what no font has is a box, counted by script in the dossier and on the terminal."""

import io
import json
import warnings
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon import api
from rashomon.errors import Remark
from rashomon.export import faces, pdf
from rashomon.model import Case
from tests.pages.harbour import case as harbour

fpdf = pytest.importorskip("fpdf")
OGHAM = "ᚅᚔᚅᚓ"


def _saying(words: str) -> Case:
    return replace(harbour, points=(replace(harbour.points[0], question=words), *harbour.points[1:]))


def _remarks(case: Case) -> list[str]:
    with warnings.catch_warnings(record=True) as given:
        warnings.simplefilter("always")
        pdf.export(case, io.BytesIO())
    return [str(w.message) for w in given if issubclass(w.category, Remark)]


def _unset(words: str) -> str:
    return "".join(faces.unset([words], pdf._fonts(fpdf.FPDF(), words)))


def test_what_no_font_has_is_counted_by_script_in_one_sentence_and_stands_as_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    add = pdf._add
    monkeypatch.setattr(pdf, "_add", lambda made, part: (written.extend(pdf._texts(part)), add(made, part)))
    (remark,) = _remarks(_saying(f"{OGHAM} {OGHAM} 🔥"))
    assert "9 characters of this dossier could not be set" in remark
    assert "Ogham (8), signs (1)" in remark
    assert "whole in the HTML report" in remark
    assert remark.partition(";")[0] + "." in written
    assert any(text.endswith("���� ���� �") for text in written)


def test_the_scripts_of_the_print_extra_can_be_set() -> None:
    assert _unset("Nine, Δέκα, Девять, تسعة, नौ") == ""


def test_characters_that_show_nothing_are_not_missed() -> None:
    assert faces.unset(["a\u200db \n"], {ord("a"), ord("b")}) == Counter()


@pytest.mark.parametrize(
    ("package", "words"),
    [
        ("justmytype_intl_rtl", "שלום עולם"),
        ("justmytype_intl_africa", "አስራ ሁለት"),
        ("justmytype_intl_south_asia", "বারো জন"),
        ("justmytype_intl_sea", "มีผู้เสียชีวิต"),
        ("noto_cjk_sans_jp_regular", "十二人死亡 열두"),
    ],
)
def test_a_package_of_fonts_that_is_there_is_used(package: str, words: str) -> None:
    pytest.importorskip(package)
    assert _unset(words) == ""


def test_the_command_line_says_it_on_standard_error(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from rashomon.cli import app

    said = {"text": "Nine people died in the fire on Monday, the mayor said.", "outlet": f"The {OGHAM} Post"}
    (tmp_path / "a.jsonl").write_text(json.dumps(said))
    api.build(tmp_path / "x.case", [tmp_path / "a.jsonl"])
    result = CliRunner().invoke(app, ["report", str(tmp_path / "x.case"), "-o", str(tmp_path / "x.pdf")])
    assert result.exit_code == 0
    assert "could not be set" in result.stderr
    assert "Ogham (" in result.stderr
