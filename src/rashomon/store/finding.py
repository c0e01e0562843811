"""A case in, the places in its texts and claims that hold given words out (SQLite's FTS5, kept in memory)."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

from rashomon.model import Case

_OPENS, _CLOSES = "\ue000", "\ue001"
_UNSAID = str.maketrans({_OPENS: "\ufffd", _CLOSES: "\ufffd"})  # of one length, so that offsets stay
_AROUND = 160  # code points shown before the first and after the last hit of a place


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place: a block of a text or a claim (`claim`, its id), its words in turn with whether they were asked for."""

    document: str
    claim: str | None
    start: int
    end: int
    pieces: tuple[tuple[str, bool], ...]


class Finder:
    """The words of a case, looked up; to be closed."""

    def __init__(self, case: Case) -> None:
        self._lock = Lock()
        self._connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._connection.execute(
            "CREATE VIRTUAL TABLE words USING fts5 (text, document UNINDEXED, claim UNINDEXED, start UNINDEXED, stop UNINDEXED,"
            " tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO words VALUES (?, ?, ?, ?, ?)", _rows(case))
        self._connection.execute("COMMIT")

    def find(self, words: str, within: str = "", skip: int = 0, most: int = 50) -> tuple[int, tuple[Hit, ...]]:
        """How many places hold all of these words (a phrase in marks, in its order), and some of them, the best first.
        `within`: text, claim, or "" for both.
        """
        asked = _asked(words)
        if not asked:
            return 0, ()
        kind = {"text": " AND claim IS NULL", "claim": " AND claim IS NOT NULL"}.get(within, "")
        with self._lock:
            total: int = self._connection.execute(f"SELECT count(*) FROM words WHERE words MATCH ?{kind}", (asked,)).fetchone()[0]
            found = self._connection.execute(
                f"SELECT document, claim, start, stop, highlight(words, 0, '{_OPENS}', '{_CLOSES}') FROM words"
                f" WHERE words MATCH ?{kind} ORDER BY rank, rowid LIMIT ? OFFSET ?",
                (asked, most, skip),
            ).fetchall()
        return total, tuple(
            Hit(document=document, claim=claim, start=start, end=stop, pieces=tuple(_pieces(shown)))
            for document, claim, start, stop, shown in found
        )

    def close(self) -> None:
        self._connection.close()


def _rows(case: Case) -> Iterator[tuple[str, str, str | None, int, int]]:
    for document in case.documents:
        for start, end in [(b.start, b.end) for b in document.blocks] or [(0, len(document.text))]:
            if text := document.text[start:end].translate(_UNSAID).strip():
                yield _encodable(text), document.id, None, start, end
    for claim in case.claims:
        yield _encodable(claim.span.text.translate(_UNSAID)), claim.span.document, claim.id, claim.span.start, claim.span.end


def _encodable(text: str) -> str:
    """A text without halves of surrogate pairs, which SQLite cannot keep."""
    return text.encode("utf-8", "replace").decode()


def _asked(words: str) -> str:
    """A query of FTS5 for all words and phrases: each in marks, so that none of its operators can be meant."""
    plain = _encodable(words.replace("“", '"').replace("”", '"').replace("\0", " "))
    parts = plain.split('"')
    phrases = [part for n, part in enumerate(parts) if n % 2 and any(map(str.isalnum, part))]
    singles = [word for n, part in enumerate(parts) if not n % 2 for word in part.split() if any(map(str.isalnum, word))]
    return " ".join(f'"{term}"' for term in (*phrases, *singles))


def _pieces(shown: str) -> Iterator[tuple[str, bool]]:
    """The text with its hits apart, cut at both ends where it is long."""
    parts = [(part, n % 2 == 1) for n, part in enumerate(shown.replace(_CLOSES, _OPENS).split(_OPENS))]
    for n, (text, hit) in enumerate(parts):
        if not hit and n == 0 and len(text) > _AROUND:
            text = "… " + text[-_AROUND:].partition(" ")[2]
        if not hit and n == len(parts) - 1 and len(text) > _AROUND:
            text = text[:_AROUND].rpartition(" ")[0] + " …"
        if text:
            yield text, hit
