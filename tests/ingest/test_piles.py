"""What reading many files promises: every good one is read, every bad one is named with its reason, nothing is raised."""

import gzip
import json
from pathlib import Path

import pytest

from rashomon.ingest import piles

SENTENCE = "A fire destroyed the old fish market of Selby on Monday night, the harbour master said."


def one(path: Path, content: bytes) -> piles.Pile:
    path.write_bytes(content)
    return piles.read([path])


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t ", "is empty"),
        ("a.txt", b"\x89PNG\x00\x01\x02" * 40, "is not text"),
        ("a.txt", "Пожар уничтожил рынок".encode("cp1251"), "encoding"),
        ("a.pdf", b"%PDF", "does not read; it reads"),
        ("a.html", b"<html><body><p", "no story"),
        ("a.json", b"[{", "no valid JSON"),
        ("a.jsonl.gz", b"\x1f\x8b\x08broken", "broken gzip"),
    ],
)
def test_a_file_that_cannot_be_read_is_skipped_with_its_reason(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    pile = one(tmp_path / name, content)
    assert pile.documents == ()
    assert len(pile.skipped) == 1
    assert says in pile.skipped[0].why
    assert name in pile.skipped[0].why


def test_what_is_missing_or_too_large_or_no_file_is_skipped(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    (tmp_path / "empty").mkdir()
    pile = piles.read([tmp_path / "no.txt", large, tmp_path / "empty", Path("bad\x00name.txt")])
    assert [("does not exist" in s.why, "20" in s.why or "21" in s.why) for s in pile.skipped][:2] == [
        (True, False),
        (False, True),
    ]
    assert len(pile.skipped) == 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_the_decoded_content_whatever_the_encoding(tmp_path: Path, encoding: str) -> None:
    text = f"Café “Selby”\r\n\r\n{SENTENCE}\r\n"
    pile = one(tmp_path / "a.txt", text.encode(encoding))
    assert pile.documents[0].text == text


def test_folders_are_read_to_the_bottom_and_hidden_files_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c.txt").write_text(SENTENCE)
    (tmp_path / "a" / ".hidden").write_text(SENTENCE)
    (tmp_path / "without-suffix").write_text(SENTENCE + " And more.")
    pile = piles.read([tmp_path])
    assert [d.file for d in pile.documents] == ["c.txt", "without-suffix"]
    assert pile.skipped == ()


def test_the_same_file_counts_once_and_the_same_copy_under_another_name_twice(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "folder/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(SENTENCE)
    pile = piles.read([tmp_path / "a.txt", tmp_path])
    assert [d.file for d in pile.documents] == ["a.txt", "b.txt"]
    assert len({d.id for d in pile.documents}) == 2
    assert ["twice" in s.why for s in pile.skipped] == [True, False]


def test_any_order_of_files_gives_the_same_documents(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.txt" for n in range(4)]
    for path in paths:
        path.write_text(f"{SENTENCE} {path.name}")
    assert piles.read(paths).documents == piles.read(paths[::-1]).documents


def test_original_bytes_travel_along_and_progress_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SENTENCE.encode("utf-16"))
    told: list[tuple[str, int, int]] = []
    pile = piles.read([tmp_path], progress=lambda path, done, of: told.append((path.name, done, of)))
    assert pile.raw == {pile.documents[0].sha256: SENTENCE.encode("utf-16")}
    assert told == [("a.txt", 0, 1)]


def test_records_pass_their_facts_through_and_a_bad_one_is_skipped_with_its_line(tmp_path: Path) -> None:
    record = {
        "id": 7,
        "title": "Fire",
        "text": SENTENCE,
        "outlet": "The Selby Post",
        "url": "https://selby.example/7",
        "authors": ["Mona Kell"],
        "published": "2019-05-03",
        "language": "en",
    }
    lines = [json.dumps(record), "{broken", '{"outlet": "x"}', '{"text": " "}', json.dumps(record | {"outlet": "Other"}), "", "3"]
    pile = one(tmp_path / "a.jsonl", "\n".join(lines).encode())
    assert sorted(d.outlet or "" for d in pile.documents) == ["Other", "The Selby Post"]
    document = next(d for d in pile.documents if d.outlet == "The Selby Post")
    assert (document.url, document.host, document.authors) == ("https://selby.example/7", "selby.example", ("Mona Kell",))
    assert (document.published.value, document.text) == ("2019-05-03", SENTENCE)
    assert [s.line for s in pile.skipped] == [2, 3, 4, 7]


def test_records_may_be_packed_or_a_list(tmp_path: Path) -> None:
    record = json.dumps({"text": SENTENCE})
    assert len(one(tmp_path / "a.jsonl.gz", gzip.compress(record.encode())).documents) == 1
    assert len(one(tmp_path / "b.json", f"[{record}, {record}]".encode()).documents) == 1  # the same twice is one
