"""News articles whose wire or credit an archive notes (PolNeAR) in, the agency or outlet credited by text or byline out.

Asked for is what a reader of the page can see: the name in brackets or by itself in its first or last lines, after "h/t", or in
the byline. All other articles should have none.
"""

import csv
import re
from collections.abc import Mapping
from typing import Any

from bench import corpora
from rashomon.ingest.blocks import blocks
from rashomon.ingest.documents import Given, document
from rashomon.relate import credits as notices

TITLE = "Wires and credits of news articles, where text or byline shows them"
CORPUS = "polnear"

_FULL = {"ap": "Associated Press", "upi": "United Press International", "afp": "Agence France-Presse"}
_NONE = frozenset({"", "None", "NA"})
_HEAD, _TAIL = 400, 500  # characters in which a page credits


def gold() -> list[dict[str, Any]]:
    """Each article with those whom its archive credits and, of these, whom its text or byline shows."""
    folder = corpora.path(CORPUS)
    texts = {path.stem: path for path in sorted(folder.rglob("*.txt"))}
    with (folder / "metadata.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["filename"] in texts]
    return [_item(row, texts[row["filename"]].read_text(encoding="utf-8")) for row in rows]


def _item(row: Mapping[str, str], text: str) -> dict[str, Any]:
    names = [re.sub(r"^h/t:\s*", "", row[key]).strip(" .") for key in ("wire", "credit") if row[key] not in _NONE]
    shown = [name for name in names if _shown(name, row["author"], text)]
    return {"text": text, "byline": row["author"], "publisher": row["publisher"], "credited": names, "shown": shown}


def _shown(name: str, byline: str, text: str) -> bool:
    if _same(name, byline):
        return True
    both = "|".join(re.escape(n) for n in {name, _FULL.get(name.lower(), name)})
    pattern = rf"\((?:{both})\)|^(?:{both})\W*$|h/t:? *(?:{both})|(?:[Rr]eporting|[Ee]diting) by"
    return bool(re.search(pattern, text[:_HEAD] + "\n" + text[-_TAIL:], re.MULTILINE | re.IGNORECASE))


def _same(left: str, right: str) -> bool:
    ours, theirs = (_FULL.get(name.lower(), name).lower() for name in (left, right))
    return bool(ours) and (ours in theirs or theirs in ours) if theirs else False


def ours(item: Mapping[str, Any]) -> list[str]:
    text = item["text"]
    byline = () if item["byline"] in _NONE else (item["byline"],)
    found = document("made.txt", "", text, blocks(text), Given(authors=byline))
    return [*([found.agency] if found.agency else []), *(c.name for c in notices.credits(found))]


def naive(item: Mapping[str, Any]) -> list[str]:
    """The first name in brackets, if it is in capitals."""
    found = re.search(r"\(([A-Z]{2,6})\)", item["text"][:_HEAD])
    return [found.group(1)] if found else []


SYSTEMS = {"rashomon": ours, "naive": naive}


def score(gold: list[dict[str, Any]], predicted: list[list[str]]) -> dict[str, float]:
    shown = [(name, found) for item, found in zip(gold, predicted, strict=True) for name in item["shown"]]
    bare = [found for item, found in zip(gold, predicted, strict=True) if not item["credited"]]
    return {
        "found": sum(any(_same(name, f) for f in found) for name, found in shown) / max(len(shown), 1),
        "false": sum(map(bool, bare)) / max(len(bare), 1),
    }
