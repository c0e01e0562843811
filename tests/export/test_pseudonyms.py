"""Whoever is at risk goes by another name everywhere, every span still quotes its words, and a name that would leak stops it."""

import dataclasses
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

import rashomon
from rashomon import api, codec
from rashomon.errors import InputError
from rashomon.export import pseudonyms
from rashomon.model import Case, Span

EXAMPLE = Path(rashomon.__file__).parent / "demo" / "harbour_fire"
TABLE = {"Yusuf al-Harrani": "Source 1", "Salma Idris": "Ms B", "The Marwan Gazette": "Outlet X"}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("names") / "fire.case"
    api.build(made, [EXAMPLE])
    claim = api.open_case(made).claims[0].id
    api.decide(made, "note", [claim], "Yusuf al-Harrani told me so; see salma-idris.html", "Ada")
    return made


def _spans(value: Any) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [s for v in value for s in _spans(v)]
    if dataclasses.is_dataclass(value):
        return [s for f in dataclasses.fields(value) for s in _spans(getattr(value, f.name))]
    return []


def test_no_name_of_the_table_stands_anywhere_and_all_spans_quote_their_words(path: Path) -> None:
    case = api.open_case(path)
    hidden = pseudonyms.apply(case, TABLE)
    told = codec.to_json(hidden).decode()
    assert pseudonyms.leaks([told], case, TABLE) == ()
    for name in ("Harrani", "Youssef", "Salma", "Idris", "salma-idris", "Marwan Gazette"):
        assert name not in told
    assert "Source 1" in told
    texts = {d.id: d.text for d in hidden.documents}
    for span in _spans(dataclasses.replace(hidden, decisions=())):
        assert texts[span.document][span.start : span.end] == span.text
    for document in hidden.documents:
        assert " ".join(document.text[b.start : b.end] for b in document.blocks).split() == document.text.split()


def test_what_is_handed_on_is_under_pseudonyms(path: Path, tmp_path: Path) -> None:
    api.report(path, tmp_path / "report.html", under=TABLE)
    assert "Harrani" not in (tmp_path / "report.html").read_text("utf-8")
    api.evidence(path, tmp_path / "pack.zip", under=TABLE)
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        names = pack.namelist()
        assert not any(name.startswith("sources/") for name in names)
        assert all(b"Harrani" not in pack.read(name) for name in names)


def test_a_name_that_would_leak_stops_the_export(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pseudonyms, "apply", lambda case, table: case)
    out = io.BytesIO()
    with pytest.raises(InputError, match="Nothing was written"):
        api.export(path, "json", out, under=TABLE)
    assert out.getvalue() == b""


@pytest.mark.parametrize(
    "written", ["YUSUF  AL HARRANI", "yusuf-al-harrani", "Yúsuf al-Harrani", "Yu\u200bsuf al-Harrani", "Harrani's"]
)
def test_a_name_is_found_however_it_is_written(path: Path, written: str) -> None:
    assert pseudonyms.leaks([f"so said {written}."], api.open_case(path), TABLE)


@pytest.mark.parametrize("content", [b"", b"x", b"a = 1", b'"" = "b"', b"\xff"])
def test_a_table_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(InputError):
        pseudonyms.read(content)


def test_an_empty_case_has_nothing_to_hide() -> None:
    empty = Case(format="rashomon-case/1", version="0", recipe=())
    assert pseudonyms.apply(empty, TABLE) == empty
