import csv
import io
import zipfile

import pytest

from rashomon.errors import InputError
from rashomon.export import tables
from rashomon.model import Case, Claim, Hop
from tests import factory

DOCUMENT = factory.document('=HYPERLINK("http://x") said nine, "ten" or\nmore.', file="a.txt", outlet="Le Quotidien d’Orlo")
CLAIM = Claim(
    id=f"{DOCUMENT.id}.c0-47",
    span=DOCUMENT.span(0, len(DOCUMENT.text)),
    chain=(Hop(name="a nurse", kind="unnamed"), Hop(name="Le Quotidien d’Orlo", kind="outlet")),
)
CASE = Case(format="rashomon-case/1", version="1", recipe=(), documents=(DOCUMENT,), claims=(CLAIM,))


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(tables.table(CASE, name).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", list(tables.TABLES))
def test_every_table_has_its_columns_even_when_empty(name: str):
    head = next(csv.reader(io.StringIO(tables.table(CASE, name).decode("utf-8-sig"))))
    assert tuple(head) == tables.TABLES[name][0]


def test_a_claim_is_a_line_with_its_words_and_who_said_it():
    (row,) = rows("claims")
    assert (row["said by"], row["outlet"]) == ("a nurse < Le Quotidien d’Orlo", "Le Quotidien d’Orlo")
    assert (row["start"], row["end"]) == ("0", str(len(DOCUMENT.text)))


def test_a_text_that_a_spreadsheet_would_run_is_kept_from_it():
    assert rows("claims")[0]["text"] == "'" + DOCUMENT.text


def test_numbers_stay_numbers():
    assert [tables._cell(v) for v in (-4, 9.0, 1.5, None, ("a", "b"))] == [-4, 9, 1.5, "", "a | b"]


def test_every_row_of_a_whole_case_fits_its_columns():
    from rashomon import api

    case = api.settle_files(sorted(_example().iterdir()))
    for name, (head, made) in tables.TABLES.items():
        assert {len(row) for row in made(case)} <= {len(head)}, name


def test_the_zip_holds_all_tables_and_is_the_same_on_any_day():
    first, second = io.BytesIO(), io.BytesIO()
    tables.export(CASE, first)
    tables.export(CASE, second)
    assert first.getvalue() == second.getvalue()
    assert zipfile.ZipFile(first).namelist() == [f"{name}.csv" for name in tables.TABLES]


def test_an_unknown_table_says_which_there_are():
    with pytest.raises(InputError, match="No table is called 'facts'; there are: documents, claims"):
        tables.table(CASE, "facts")


def _example():  # type: ignore[no-untyped-def]
    from pathlib import Path

    import rashomon

    return Path(rashomon.__file__).parent / "demo" / "harbour_fire"
