"""A corpus is read record by record, whatever it is packed in; what is bad is set aside."""

import bz2
import gzip
import lzma
from datetime import date
from pathlib import Path

import pytest

from rashomon.discover import reading
from rashomon.discover.reading import Aside
from rashomon.discover.records import Article
from rashomon.errors import InputError
from tests.discover.making import FERRY, corpus, lines

PAGE = """<html><head><title>Ferry capsizes</title><meta property="og:site_name" content="Coastal Post"></head><body><article>
<h1>Ferry capsizes</h1><p>{text}</p><p>{text2}</p></article></body></html>"""


def texts(path: Path) -> list[str]:
    return [item.text for item in reading.records(path) if isinstance(item, Article)]


@pytest.mark.parametrize(
    ("suffix", "pack"), [("", bytes), (".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)]
)
def test_json_lines_are_read_plain_or_packed(tmp_path: Path, suffix: str, pack):
    file = tmp_path / f"c.jsonl{suffix}"
    file.write_bytes(pack(lines(corpus()).encode()))
    assert texts(file) == [a.text for a in corpus()]


def test_json_lines_packed_by_zstandard_are_read(tmp_path: Path):
    arrow, file = pytest.importorskip("pyarrow"), tmp_path / "c.jsonl.zst"
    with arrow.output_stream(str(file), compression="zstd") as out:
        out.write(lines(corpus()).encode())
    assert texts(file) == [a.text for a in corpus()]
    file.write_bytes(file.read_bytes()[:-20])
    assert list(reading.records(file))[-1].kind == "broken file"


def test_records_before_a_place_are_passed_over(tmp_path: Path):
    file = tmp_path / "c.jsonl"
    file.write_text(lines(corpus()), encoding="utf-8")
    assert [item.number for item in reading.records(file, after=4)] == [5, 6]


def test_a_broken_archive_gives_what_came_before_and_says_so(tmp_path: Path):
    file = tmp_path / "c.jsonl.gz"
    file.write_bytes(gzip.compress(lines(corpus()).encode())[:-20])
    found = list(reading.records(file))
    assert isinstance(found[-1], Aside)
    assert found[-1].kind == "broken file"


def test_fields_go_by_the_names_that_corpora_give_them():
    made = reading.article(
        {"maintext": "x", "headline": "h", "date_publish": date(2031, 5, 6), "source_domain": "a.example"}, Path("c"), 1
    )
    assert made == Article(text="x", title="h", published="2031-05-06", outlet="a.example", file="c", number=1)


def test_parquet_is_read(tmp_path: Path):
    parquet, pa = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("pyarrow")
    rows = [{"title": a.title, "text": a.text, "date": date.fromisoformat(a.published)} for a in corpus()]
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "c.parquet")
    found = list(reading.records(tmp_path / "c.parquet"))
    assert [(a.text, a.published) for a in found] == [(a.text, a.published) for a in corpus()]


def test_warc_is_read(tmp_path: Path):
    pytest.importorskip("fastwarc")
    page = PAGE.format(text=FERRY[0].format(dead=12), text2=FERRY[1].format(dead=12)).encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(page) + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://coastal.example/1\r\nWARC-Date: 2031-05-07T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    (tmp_path / "c.warc").write_bytes(head.encode() + http + b"\r\n\r\n")
    (found,) = reading.records(tmp_path / "c.warc")
    assert isinstance(found, Article)
    assert (found.outlet, found.url) == ("Coastal Post", "https://coastal.example/1")
    assert "Halcyon" in found.text


def test_a_path_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(InputError):
        list(reading.corpus([tmp_path / "none"]))
