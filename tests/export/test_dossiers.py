"""A dossier for Word and for paper holds every version in its words, is the same for the same case, and opens."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

import rashomon
from rashomon import api
from rashomon.model import Case
from rashomon.pages.dossier import Heading, Paragraph, dossier
from tests.pages.harbour import case as harbour

docx = pytest.importorskip("docx")
pytest.importorskip("fpdf")


@pytest.fixture(scope="module")
def case() -> Case:
    return harbour


@pytest.mark.parametrize(("to", "magic"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_a_dossier_is_the_same_for_the_same_case(case: Case, to: str, magic: bytes) -> None:
    from rashomon import registry

    exporter = registry.find("exporters", to)
    first, again = io.BytesIO(), io.BytesIO()
    exporter(case, first)
    exporter(case, again)
    assert first.getvalue() == again.getvalue()
    assert first.getvalue().startswith(magic)


def test_the_word_document_holds_every_version(case: Case) -> None:
    from rashomon.export import docx as word

    out = io.BytesIO()
    word.export(case, out)
    text = "\n".join(p.text for p in docx.Document(out).paragraphs)
    for point in case.points:
        assert point.question in text
        assert all(value.text in text for value in point.values)


def test_what_hides_or_reorders_is_written_out(case: Case) -> None:
    told = "\n".join(part.text for part in dossier(case) if isinstance(part, Heading | Paragraph))
    assert not set("\u202e\u202c\u200b") & set(told)


def test_the_pack_says_the_hash_of_everything_in_it(tmp_path: Path) -> None:
    path = tmp_path / "fire.case"
    api.build(path, [Path(rashomon.__file__).parent / "demo" / "harbour_fire"])
    api.decide(path, "note", [api.open_case(path).claims[0].id], "seen", "Ada")
    for name in ("one.zip", "two.zip"):
        api.evidence(path, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as pack:
        sums = dict(reversed(line.split("  ", 1)) for line in pack.read("SHA256SUMS").decode().splitlines())
        assert set(sums) == set(pack.namelist()) - {"SHA256SUMS"}
        assert all(hashlib.sha256(pack.read(name)).hexdigest() == sums[name] for name in sums)
        sources = {hashlib.sha256(pack.read(name)).hexdigest() for name in sums if name.startswith("sources/")}
        assert sources == {d.sha256 for d in api.open_case(path).documents}
        assert b"Ada" in pack.read("decisions.jsonl")
